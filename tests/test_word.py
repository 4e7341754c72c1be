"""Word documents: paragraphs, tables, pictures, open changes; what cannot be read is named."""

import json

import pytest

from bulletin.reports import word
from bulletin.reports.reading import read_reports
from tests.conftest import Project
from tests.tools.word import DRAWING, changed, document, paragraph, png, table

REPORT = (
    paragraph("石桥改造工程开工", "Heading1"),
    paragraph("本报讯（记者 何野）3月4日，县委书记高远到石桥检查施工，副县长江北参加。"),
    DRAWING,
    paragraph("图为施工现场。（苏青 摄）"),
    table(("乡镇", "户数"), ("石鼓镇", "12")),
    paragraph("高远强调，要抓好质量。"),
)


def test_a_document_is_read_as_its_text_would_be() -> None:
    reading = read_reports(document(*REPORT), "2024-03-05.docx")
    (report,) = reading.reports
    assert (report.title, report.byline, report.event.iso) == ("石桥改造工程开工", ("何野",), "2024-03-04")
    assert [p.text for p in report.paragraphs] == [
        "3月4日，县委书记高远到石桥检查施工，副县长江北参加。",
        "乡镇\u3000户数",
        "石鼓镇\u300012",
        "高远强调，要抓好质量。",
    ]
    (caption,) = report.captions
    assert (caption.text, caption.credit, caption.picture) == ("图为施工现场。", "苏青", "2024-03-05-1.png")
    assert reading.pictures == (("2024-03-05-1.png", png()),)
    assert [f.id for f in reading.findings] == ["word-table"]


def test_open_changes_hold_a_document_back_until_they_are_accepted() -> None:
    data = document(changed("县委书记高远", "强凋", "强调", "，安全生产不能放松。"))
    held = read_reports(data, "2024-03-05.docx")
    assert not held.reports
    (finding,) = held.findings
    assert (finding.id, dict(finding.values)) == (
        "word-revisions",
        {"inserted": "1", "deleted": "1", "authors": "何野"},
    )
    accepted = read_reports(data, "2024-03-05.docx", accept_revisions=True)
    assert accepted.reports[0].paragraphs[0].text == "县委书记高远强调，安全生产不能放松。"
    assert [f.id for f in accepted.findings] == ["word-revisions-accepted"]


@pytest.mark.parametrize("data", [b"PK\x03\x04 no archive", document()[:300]])
def test_a_broken_document_is_named(data: bytes) -> None:
    reading = read_reports(data, "2024-03-05.docx")
    assert [f.id for f in reading.findings] == ["word-broken"]


def test_without_the_extra_the_document_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word.util, "find_spec", lambda name: None)
    assert [f.id for f in read_reports(document(*REPORT), "2024-03-05.docx").findings] == ["word-extra"]


def test_a_site_shows_the_text_and_the_picture_of_a_document(project: Project) -> None:
    project.write("2024-03-05.docx", document(*REPORT))
    assert project.ids() == ["word-table"]
    page = project.read("2024/03/05/1.html")
    assert "石桥改造工程开工" in page
    (picture,) = (name for name in project.files() if name.startswith("pictures/"))
    assert project.files()[picture] == png()
    assert picture in page


def test_a_config_may_accept_open_changes(project: Project) -> None:
    project.write("2024-03-05.docx", document(changed("县委书记高远", "强凋", "强调", "，安全生产不能放松。")))
    assert sorted(project.ids()) == ["content-empty", "word-revisions"]
    project.config("title: 青石新闻\nword_revisions: accept\n")
    assert "word-revisions-accepted" in project.ids()
    assert "县委书记高远强调" in project.read("2024/03/05/1.html")


def test_a_document_is_taken_over_with_its_picture(project: Project) -> None:
    path = project.write("2024-03-05.docx", document(*REPORT))
    assert project.run("read", "--write", str(path)) == 0
    folder = path.with_suffix("")
    assert sorted(p.name for p in folder.iterdir()) == ["001.txt", "2024-03-05-1.png"]
    assert not path.exists()
    assert path.with_name("2024-03-05.docx.raw").exists()
    assert project.run("read", "--json", str(folder)) == 0
    (file,) = json.loads(project.out)["files"]
    assert [c for a in file["articles"] for c in a["captions"]] == ["图为施工现场。"]
