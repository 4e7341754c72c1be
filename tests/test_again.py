"""A build in which nothing changed says the same again without the engine; any change wakes it."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin import fields
from bulletin.build import build as real_build
from tests.conftest import REPORT, Project


@pytest.fixture
def built(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr("bulletin.storage.stamps.RECENT_NS", 0)
    project.write("2024-03-05.txt", REPORT)
    project.write("2024-03-06.txt", REPORT.replace("4日", "5日"))
    project.build()
    time.sleep(0.02)
    project.build()
    return project


def woken(project: Project, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a build needs the engine."""
    calls = []

    def build(*arguments: object, **more: object) -> object:
        calls.append(arguments)
        return real_build(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("bulletin.build.build", build)
    assert project.run("build", "--json") in (0, 1)
    return bool(calls)


def test_the_same_is_said_again(built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built.build()
    assert not woken(built, monkeypatch)
    again = built.build()
    first.pop("seconds")
    again.pop("seconds")
    assert (again["read"], again["rendered"], again["written"]) == (0, {}, 0)
    assert again == first


def same_size(site: Path) -> None:
    path = site / "content/2024-03-05.txt"
    stat = path.stat()
    path.write_bytes(path.read_bytes().replace("高远".encode(), "高原".encode()))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text of the same size and time": same_size,
    "a new text": lambda site: (site / "content/2024-03-07.txt").write_text(REPORT),
    "a lost text": lambda site: (site / "content/2024-03-06.txt").unlink(),
    "a renamed text": lambda site: (site / "content/2024-03-06.txt").rename(site / "content/2024-03-08.txt"),
    "the config": lambda site: (site / "config.yaml").write_text("title: 新\n"),
    "a register": lambda site: (site / "content/leaders.yaml").write_text("leaders: []\n"),
    "the ledger": lambda site: (site / "content/_ledger/2024.jsonl").write_text(""),
    "a theme": lambda site: (site / "themes").mkdir() or (site / "themes/x").write_text(""),  # type: ignore[func-returns-value]
    "a page": lambda site: (site / "output/index.html").write_text("x"),
    "a lost page": lambda site: (site / "output/index.html").unlink(),
    "a foreign file": lambda site: (site / "output/mine.txt").write_text("x"),
    "an open journal": lambda site: (site / ".bulletin/journal").write_text("stage\nend"),
    "a damaged note": lambda site: (site / ".bulletin/quick").write_bytes(b"\0" * 100),
}


@pytest.mark.parametrize("what", CHANGES)
def test_any_change_wakes_the_engine(built: Project, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    CHANGES[what](built.folder)
    assert woken(built, monkeypatch)


def test_drafts_are_another_build(built: Project) -> None:
    built.write("2024-03-05/a.md", "---\ntitle: 草稿一篇\nstatus: draft\n---\n正文。\n")
    built.run("build")
    built.run("build", "--drafts")
    assert "草稿一篇" in "".join(built.read(u) for u in built.files() if u.endswith(".html"))
    built.run("build")
    assert "草稿一篇" not in "".join(built.read(u) for u in built.files() if u.endswith(".html"))


def test_config_and_theme_are_read_again_only_where_their_files_changed(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What both say is the same then, the warning about a key that nobody knows as well."""
    built.config("title: 青石新闻\nconty: 青石县\ntheme: mine\n")
    theme = built.folder / "themes" / "mine"
    (theme / "templates").mkdir(parents=True)
    (theme / "theme.yaml").write_text("extends: default\n", "utf-8")
    footer = theme / "templates" / "404.html"
    footer.write_text("one {{ site.title }}", "utf-8")
    built.build()
    time.sleep(0.02)
    built.build()
    parsed: list[str] = []
    parse = fields.parse_yaml
    for name in ("bulletin.config", "bulletin.theme.theme"):
        monkeypatch.setattr(f"{name}.parse_yaml", lambda text, path: parsed.append(path) or parse(text, path))

    def edited() -> list[str]:
        """What is read of YAML when a text was edited too."""
        parsed.clear()
        time.sleep(0.02)
        with (built.folder / "content/2024-03-05.txt").open("a", encoding="utf-8") as file:
            file.write("好。\n")
        time.sleep(0.02)
        assert "key-unknown" in [finding["id"] for finding in built.build()["findings"]]
        return list(parsed)

    assert edited() == []
    built.config("title: 青山新闻\nconty: 青石县\ntheme: mine\n")
    assert edited() == ["config.yaml"]
    assert (built.folder / "output" / "404.html").read_text("utf-8") == "one 青山新闻"
    footer.write_text("two {{ site.title }}", "utf-8")
    assert edited() == ["themes/mine/theme.yaml", "themes/default/theme.yaml"]
    assert (built.folder / "output" / "404.html").read_text("utf-8") == "two 青山新闻"
    assert edited() == []
