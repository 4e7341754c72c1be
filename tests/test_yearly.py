"""Years are settled as a whole or, where only known reports changed, day by day; the ledger is the same."""

import os
import shutil
from pathlib import Path

import pytest

from bulletin import yearly
from bulletin.storage import stamps
from bulletin.yearly import Settling
from tests.conftest import REPORT, Project

TEA = "春茶开采\n\n本报讯 3月4日,县长何明川到茶园调研。\n\n何明川说,今年的茶叶长势很好。\n"


@pytest.fixture
def built(project: Project) -> Project:
    for day in ("2023-12-29", "2024-03-05", "2024-03-06", "2024-04-01"):
        project.write(f"{day}.txt", f"{REPORT}\n\n{TEA}".replace("石桥", f"{day[5:]}石桥"))
    project.build()
    return project


def ledger(project: Project) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in (project.folder / "content" / "_ledger").iterdir()}


def settled_anew(project: Project, tmp_path: Path, before: Path) -> dict[str, str]:
    """The ledger of a build that remembers nothing, out of the ledger as it was."""
    site = tmp_path / "anew"
    shutil.copytree(project.folder, site, ignore=shutil.ignore_patterns("output", ".bulletin", "_ledger"))
    shutil.copytree(before, site / "content" / "_ledger")
    anew = Project.__new__(Project)
    anew.folder, anew.capsys = site, project.capsys
    anew.run("build")
    return ledger(anew)


@pytest.mark.parametrize(
    ("old", "new", "days_only"),
    [
        ("长势很好", "长势喜人", True),
        ("春茶开采", "春茶昨日开采", True),
        ("县长何明川", "副县长苏青", True),
        (TEA, "", False),
        (TEA, f"{TEA}\n\n苏青到学校检查\n\n本报讯 3月4日,副县长苏青到学校检查工作。\n", False),
        (TEA, f"{TEA}\n\n{TEA}", False),
    ],
)
def test_an_edit_of_known_reports_settles_their_day_alone(
    built: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, days_only: bool
) -> None:
    before = tmp_path / "before"
    shutil.copytree(built.folder / "content" / "_ledger", before)
    path = built.folder / "content" / "2024-03-06.txt"
    built.write("2024-03-06.txt", path.read_text("utf-8").replace(old, new))
    whole: list[object] = []
    real = Settling._whole_years
    monkeypatch.setattr(Settling, "_whole_years", lambda *given: whole.append(given) or real(*given))
    built.build()
    assert bool(whole) != days_only
    after = ledger(built)
    assert after != {path.name: path.read_text("utf-8") for path in before.iterdir()}
    assert after == settled_anew(built, tmp_path, before)


def test_a_report_that_goes_to_another_day_settles_the_year(built: Project, tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(built.folder / "content" / "_ledger", before)
    (built.folder / "content" / "2024-03-06.txt").rename(built.folder / "content" / "2024-04-07.txt")
    built.build()
    assert '"to":"2024/04/07/1.html"' in ledger(built)["2024.jsonl"]
    assert ledger(built) == settled_anew(built, tmp_path, before)


def test_a_file_of_the_ledger_that_stands_as_it_did_is_not_read(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (built.folder / "content" / "_ledger").iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    read: list[str] = []
    real = yearly.read_lines_of
    monkeypatch.setattr(yearly, "read_lines_of", lambda content, name: read.append(name) or real(content, name))
    monkeypatch.setattr(stamps, "RECENT_NS", -(10**12))  # all that was written counts as old
    for words, wanted in (("一", {"2023.jsonl", "2024.jsonl"}), ("二", {"2024.jsonl"}), ("三", {"2024.jsonl"})):
        text = (built.folder / "content" / "2024-03-06.txt").read_text("utf-8")
        built.write("2024-03-06.txt", text + f"\n\n何明川说，这是第{words}次。\n")
        read.clear()
        built.build()
        assert set(read) == wanted
    old = built.folder / "content" / "_ledger" / "2023.jsonl"
    old.write_text(old.read_text("utf-8").replace("通车", "通航"), "utf-8")
    read.clear()
    built.build()
    assert "2023.jsonl" in read


def test_what_is_written_into_the_ledger_by_hand_settles_the_year(built: Project, tmp_path: Path) -> None:
    path = built.folder / "content" / "_ledger" / "2024.jsonl"
    path.write_text(path.read_text("utf-8").replace('{"url":"2024/03/05', '{ "url":"2024/03/05'), "utf-8")
    before = tmp_path / "before"
    shutil.copytree(path.parent, before)
    built.write("2024-03-05.txt", f"{REPORT}\n\n{TEA}好。")
    built.build()
    assert ledger(built) == settled_anew(built, tmp_path, before)
    assert '{ "url"' not in ledger(built)["2024.jsonl"]
