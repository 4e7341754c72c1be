"""`bulletin read`: why something was found, and files that an editor can take over."""

import json
from pathlib import Path
from typing import Any

import pytest

from bulletin.account import account
from bulletin.cli import main
from bulletin.people.register import Register
from bulletin.reports.decode import decode
from bulletin.reports.reading import read_reports
from bulletin.reports.written import as_text
from bulletin.topics import merge_topics
from tests.conftest import ROOT, Project

LEXICON = merge_topics((), False)
GOOD = sorted((Path(__file__).parent / "reports" / "good").glob("*.txt"))


def articles(text: str, path: str = "2024-03-05.txt", why: bool = False) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = account([(path, text.encode())], Register(), LEXICON, why)["files"][0]["articles"]
    return found


def test_why_tells_the_rule_of_each_name_and_post() -> None:
    (article,) = articles("本报讯 3月4日，县委书记高远到石桥检查，副县长江北、苏青参加，县领导何明川陪同。\n", why=True)
    assert [(s["name"], s["rule"], s["posts"]) for s in article["why"]["leaders"]] == [
        ("高远", "post", ["县委书记"]),
        ("江北", "post", ["副县长"]),
        ("苏青", "shared post", ["副县长"]),
        ("何明川", "label", []),
    ]
    assert "县委书记高远到石桥" in article["why"]["leaders"][0]["words"]


def test_why_tells_the_words_of_each_topic_in_their_place() -> None:
    text = "全县森林防火会议召开\n\n3月4日，全县森林防火会议召开。就做好安全生产工作，县长何明川强调：要守住底线。\n"
    (article,) = articles(text, why=True)
    topics = {t["topic"]: t for t in article["why"]["topics"]}
    assert {(w["word"], w["place"]) for w in topics["森林防火"]["words"]} >= {
        ("森林防火", "headline"),
        ("森林防火", "lead"),
    }
    assert {w["place"] for w in topics["安全生产"]["words"]} >= {"subject"}
    assert topics["森林防火"]["score"] == round(sum(w["points"] for w in topics["森林防火"]["words"]), 1)


def test_without_why_the_contract_has_no_other_key() -> None:
    assert "why" not in articles("本报讯 3月4日，县委书记高远到石桥检查。\n")[0]


def test_the_account_for_a_person_shows_the_reasons(project: Project) -> None:
    path = project.write("2024-03-05.txt", "本报讯 3月4日，县委书记高远检查安全生产。\n")
    assert project.run("read", "--why", str(path)) == 0
    assert "a post stands before the name: …3月4日，县委书记高远" in project.out
    assert project.run("read", "--why", "--lang", "zh", str(path)) == 0
    assert "职务在姓名前" in project.out


@pytest.mark.parametrize("path", GOOD, ids=lambda p: p.stem)
def test_a_report_written_down_reads_back_as_the_same(path: Path) -> None:
    """Everything that a page shows of a report comes back out of the file that `read --write` would make."""
    reading = read_reports(path.read_bytes(), f"2024-03-05/{path.name}")
    for report in reading.reports:
        again = read_reports(as_text(report, None, (), ()).encode(), "2024-03-05/x/001.txt").reports
        assert len(again) == 1
        for key in ("title", "kicker", "subtitle", "dateline", "byline", "source", "jumps"):
            if key != "jumps":
                assert getattr(again[0], key) == getattr(report, key), key
        assert [p.text for p in again[0].paragraphs] == [p.text for p in report.paragraphs]
        assert [c.credit for c in again[0].captions] == [c.credit for c in report.captions]
        assert {j.text for j in again[0].jumps} == {j.text for j in report.jumps}
        if report.event.full:
            assert again[0].event.full == report.event.full


def test_a_site_taken_over_builds_the_same_pages(project: Project) -> None:
    """The whole sample site, every raw file of it."""
    sample = ROOT / "content"
    for file in sample.rglob("*"):
        if file.is_file():
            project.write(file.relative_to(sample).as_posix(), file.read_bytes())
    project.config((ROOT / "config.yaml").read_text("utf-8"))
    project.build()
    before = project.files()
    content = project.folder / "content"
    raw = [str(p) for p in sorted(content.rglob("*.txt")) if not decode(p.read_bytes(), "").text.startswith("---")]
    assert project.run("read", "--write", *raw) == 0
    assert all(Path(p + ".raw").exists() and not Path(p).exists() for p in raw)
    project.build()
    after = project.files()
    assert sorted(after) == sorted(before)
    assert [name for name in before if before[name] != after[name]] == []


def test_writing_overwrites_nothing_and_says_so(project: Project) -> None:
    path = project.write("2024-03-05.txt", "本报讯 3月4日，县委书记高远检查安全生产。\n")
    project.write("2024-03-05/001.txt", "mine")
    assert project.run("read", "--write", str(path)) == 1
    assert "write-exists" in project.err
    assert path.exists()
    assert (project.folder / "content/2024-03-05/001.txt").read_text() == "mine"


def test_replace_removes_the_raw_file(project: Project) -> None:
    path = project.write("2024-03-05.txt", "本报讯 3月4日，县委书记高远检查安全生产。\n")
    assert project.run("read", "--write", "--replace", str(path)) == 0
    assert not path.exists()
    assert [p.name for p in sorted((project.folder / "content").rglob("*")) if p.is_file()] == ["001.txt"]


def test_a_file_with_front_matter_is_left_alone(project: Project) -> None:
    path = project.write("2024-03-05.md", "---\ntitle: 石桥\n---\n正文。\n")
    assert project.run("read", "--write", str(path)) == 0
    assert "write-taken" in project.err
    assert path.exists()


UTF8, GB = "石鼓镇党委书记高远主持召开会议。\n".encode(), "县长何明川出席会议并讲话。\n".encode("gb18030")


def test_lines_of_two_encodings_are_each_read_as_their_own() -> None:
    decoded = decode(UTF8 + GB + UTF8, "a.txt")
    assert "县长何明川出席" in decoded.text
    assert decoded.text.count("石鼓镇党委书记") == 2
    assert decoded.warning is not None
    assert (decoded.warning.id, decoded.warning.place.line) == ("text-two-encodings", 2)


@pytest.mark.parametrize(
    ("data", "encoding", "count"), [((UTF8 * 2)[:-2], "utf-8", "2"), ((GB * 2)[:-2], "gb18030", "1")]
)
def test_an_end_in_the_middle_of_a_character_is_told(data: bytes, encoding: str, count: str) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.encoding == encoding
    assert decoded.finding is None
    assert decoded.warning is not None
    assert (decoded.warning.id, dict(decoded.warning.values)["count"]) == ("text-cut", count)


def test_a_damaged_line_of_utf8_is_no_gb18030() -> None:
    broken = UTF8[:12] + b"\xff" + UTF8[12:]
    decoded = decode(UTF8 + broken, "a.txt")
    assert decoded.finding is not None
    assert decoded.finding.id == "file-undecodable"
    assert decoded.finding.place.line == 2


def test_a_broken_conversion_is_told_once_and_nothing_is_changed() -> None:
    reading = read_reports("本報訊 3月4日，縣長（zhǎng）高遠檢查工作??h領導何明川參加。\n".encode(), "2024-03-05.txt")
    assert [f.id for f in reading.findings if f.id == "text-garbled"] == ["text-garbled"]
    assert "縣長（zhǎng）" in reading.reports[0].paragraphs[0].text


def test_tags_of_a_web_page_go_and_its_words_stay() -> None:
    text = '<p class="a">县长高远到石桥检查。</p><p><span style="x">副县长江北&nbsp;参加。</span></p>\n'
    (report,) = read_reports(text.encode(), "2024-03-05.txt").reports
    assert [p.text for p in report.paragraphs] == ["县长高远到石桥检查。", "副县长江北参加。"]


def test_json_of_read_is_the_contracts(project: Project) -> None:
    path = project.write("2024-03-05.txt", "本报讯 3月4日，县委书记高远检查安全生产。\n")
    assert project.run("read", "--json", "--why", str(path)) == 0
    (file,) = json.loads(project.out)["files"]
    assert set(file["articles"][0]["why"]) == {"leaders", "topics"}


def test_the_account_begins_with_what_to_look_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How many reports, changes and open things in one line; what stops a report before what only may be wrong."""
    path = tmp_path / "x.txt"
    path.write_bytes("縣裡開會\n\n11月3日,縣長(zhǎng)高遠\ufffd調研。縣領導江北、苏青參加。\n".encode())
    assert main(["--lang", "en", "read", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "   1 reports · Changed: 1 · To look at: 3"
    assert [line.split(":")[0].split()[-1] for line in lines[4:10:2]] == ["severe", "warning", "warning"]
    assert "   leader  江北 苏青  (no post printed)" in lines
    assert any(line.startswith("   text  1 paragraphs  ") for line in lines)
