"""The ledger's files, and what a build makes of them."""

import json
import shutil
from pathlib import Path

import pytest

from bulletin.findings import BulletinError
from bulletin.storage.ledger import find_years, read_lines_of, write_lines_of, year_file
from tests.conftest import REPORT, Project

LINE = '{"url":"2020/10/15/1.html"}\n'


def test_a_file_is_written_only_when_its_lines_change(tmp_path: Path) -> None:
    assert read_lines_of(tmp_path, "2020.jsonl") == ""
    assert write_lines_of(tmp_path, year_file(2020), LINE)
    path = tmp_path / "_ledger" / "2020.jsonl"
    assert not write_lines_of(tmp_path, "2020.jsonl", LINE)
    path.write_bytes(b"\xef\xbb\xbf" + LINE.replace("\n", "\r\n").encode())
    assert not write_lines_of(tmp_path, "2020.jsonl", LINE)
    assert path.read_bytes().endswith(b"\r\n")
    assert [p.name for p in path.parent.iterdir()] == ["2020.jsonl"]


def test_years_are_found_in_order_and_other_files_are_nobodys(tmp_path: Path) -> None:
    assert find_years(tmp_path) == ()
    for name in ("2021.jsonl", "2019.jsonl", "leaders.jsonl", "2019.jsonl.new"):
        write_lines_of(tmp_path, name, LINE)
    assert find_years(tmp_path) == (2019, 2021)


def test_a_file_that_is_no_text_is_named_with_its_line(tmp_path: Path) -> None:
    write_lines_of(tmp_path, "2020.jsonl", LINE)
    with (tmp_path / "_ledger" / "2020.jsonl").open("ab") as file:
        file.write(b"\xff\xfe")
    with pytest.raises(BulletinError) as caught:
        read_lines_of(tmp_path, "2020.jsonl")
    assert (caught.value.finding.id, caught.value.finding.place.line) == ("ledger-line", 2)


def lines(project: Project, name: str = "2024.jsonl") -> list[dict[str, object]]:
    text = (project.folder / "content" / "_ledger" / name).read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def publish(project: Project, when: str = "2024-03-06T09:12+08:00") -> None:
    """Note in every line that it was published."""
    for path in (project.folder / "content" / "_ledger").glob("*.jsonl"):
        rows = [{**json.loads(line), "published": when} for line in path.read_text("utf-8").splitlines()]
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


TEA = "春茶开采\n\n本报讯 3月4日,县长何明川到茶园调研。\n\n何明川说,今年的茶叶长势很好。\n"


def test_a_build_writes_the_ledger_once_and_the_next_one_changes_nothing(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    project.build()
    assert [(row["url"], row["path"], row["title"]) for row in lines(project)] == [
        ("2024/03/05/1.html", "2024-03-05.txt", "石桥通车")
    ]
    assert lines(project, "leaders.jsonl") == [{"id": 1, "name": "高远"}]
    folder = project.folder / "content" / "_ledger"
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    assert project.build()["written"] == 0
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before


def test_a_site_that_was_never_published_is_the_same_without_its_ledger(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT + "\n# " + TEA)
    project.build()
    first, ledger = project.files(), lines(project)
    shutil.rmtree(project.folder / "content" / "_ledger")
    project.build()
    assert (project.files(), lines(project)) == (first, ledger)


def test_reports_and_people_keep_their_addresses_when_others_come_before_them(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    project.build()
    project.write("2024-03-04.txt", TEA)
    project.write("2024-03-05/00.txt", TEA.replace("茶叶", "茶苗"))
    project.build()
    assert "石桥通车" in project.read("2024/03/05/1.html")
    assert "春茶开采" in project.read("2024/03/05/2.html")
    assert "高远" in project.read("leaders/1/index.html")
    assert "何明川" in project.read("leaders/2/index.html")


def test_a_published_report_that_is_gone_has_a_page_that_says_so_and_one_that_moved_leads_on(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    other = project.write("2024-03-06.txt", TEA)
    project.build()
    publish(project)
    (project.folder / "content" / "2024-03-05.txt").rename(project.folder / "content" / "2024-03-07.txt")
    other.unlink()
    assert {"address-gone", "address-moved"} <= set(project.ids())
    assert "../../../2024/03/07/1.html" in project.read("2024/03/05/1.html")
    gone = project.read("2024/03/06/1.html")
    assert "noindex" in gone
    assert "已撤回" in gone
    assert "春茶" not in gone
    assert "没有内容" in project.read("leaders/2/index.html")
    assert "2024-03-06" not in project.read("search/2024/rows.js")


def test_a_published_day_is_shown_as_it_was_whatever_changes(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    project.build()
    assert "2024-03-05 08:00" in project.read("2024/03/05/1.html")
    publish(project)
    project.config("title: 青石新闻\npublish_time: '10:00'\n")
    project.build()
    assert "2024-03-06 09:12" in project.read("2024/03/05/1.html")
    assert "<published>2024-03-06T09:12+08:00" in project.read("feed.xml")


def test_a_file_that_is_held_back_says_so_at_its_address_and_comes_back(project: Project) -> None:
    path = project.write("2024-03-05.txt", REPORT)
    project.write("2024-03-06.txt", TEA)
    project.build()
    publish(project)
    before = lines(project)
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    project.build()
    assert "正在更正" in project.read("2024/03/05/1.html")
    assert lines(project) == before
    path.write_text(REPORT, "utf-8")
    project.build()
    assert "石桥通车" in project.read("2024/03/05/1.html")


def test_a_preview_of_drafts_promises_no_address(project: Project) -> None:
    project.write("2024-03-05/a.md", "---\ntitle: 初稿\nstatus: draft\n---\n正文。\n")
    project.write("2024-03-05/b.md", "---\ntitle: 正稿\n---\n正文在这里。\n")
    assert project.run("build", "--drafts") == 0
    assert not (project.folder / "content" / "_ledger").exists()
    project.build()
    assert [row["title"] for row in lines(project)] == ["正稿"]


def test_a_ledger_with_the_marks_of_a_merge_stops_the_build_and_is_named(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    project.build()
    before = project.files()
    path = project.folder / "content" / "_ledger" / "2024.jsonl"
    path.write_text("<<<<<<< ours\n" + path.read_text("utf-8"), "utf-8")
    assert project.run("build") != 0
    assert "content/_ledger/2024.jsonl:1" in project.err
    assert project.files() == before


def test_an_alias_and_the_ledger_agree_about_an_old_address(project: Project) -> None:
    project.write("2024-03-05/a.md", "---\ntitle: 旧稿\n---\n旧的正文,全都要换掉。\n")
    project.build()
    publish(project)
    project.write(
        "2024-03-05/a.md", "---\ntitle: 新闻一则\naliases: [2024/03/05/1.html]\n---\n与从前没有一句相同的话。\n"
    )
    assert not [id for id in project.ids() if id in ("page-taken", "address-unsure")]
    assert "2024/03/05/2.html" in project.read("2024/03/05/1.html")


def test_a_topic_without_an_id_has_a_number_or_the_id_of_the_built_in_one(project: Project) -> None:
    project.write("topics.yaml", "topics:\n- {name: 石桥, words: [石桥]}\n- {name: 安全生产, words: [安全]}\n")
    project.write("2024-03-05.txt", REPORT)
    project.build()
    assert "石桥" in project.read("topics/1/index.html")
    assert lines(project, "topics.jsonl")[0]["id"] == 1
    project.write("topics.yaml", "topics:\n- {name: 大桥, words: [高远]}\n- {name: 老石桥, words: [石桥]}\n")
    project.build()
    assert "老石桥" in project.read("topics/1/index.html")
    assert "大桥" in project.read("topics/2/index.html")


def test_a_fault_in_the_register_gives_nobody_a_number(project: Project) -> None:
    project.write("leaders.yaml", "- {id: gaoyuan, name: 高远, posts: [县委书记]}\n")
    project.write("2024-03-05.txt", REPORT)
    project.build()
    project.write("leaders.yaml", "- {id: gaoyuan, name: 高远, posts: [县委书记]\n")
    project.build()
    assert not (project.folder / "content" / "_ledger" / "leaders.jsonl").exists()
