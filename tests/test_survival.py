"""Builds that are killed, and disks that are full or cannot be written: never a mixture after the next command.

`KILLS` is how many builds are killed; `make soak` kills more, at other moments each time. The moments of death are
spread over a build's whole length, from the first line to the last.
"""

import os
import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.sites import FORMS
from bulletin.cli import main
from tests.history import WIRE, assert_same
from tests.tools.deaths import Deaths

SOAK = bool(os.environ.get("SOAK"))
ARTICLES = 18
SEEDS = (1, 2, 3, 4)
KILLS = int(os.environ.get("KILLS", "300")) // len(SEEDS)
FILLINGS = 50

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the tests fork, which this system cannot")


class Site:
    """A small archive that can be put into several states, with the output that each of them must have."""

    STATES = ("as it was", "one title", "renamed", "another masthead", "fewer")

    def __init__(self, folder: Path, references: Path) -> None:
        self.folder, self.references = folder, references
        self.start = references / "start"
        FORMS["front-matter"](self.start, ARTICLES, 7)
        shutil.rmtree(self.start / "themes")
        shutil.copytree(WIRE, self.start / "themes" / "wire")
        self.files = sorted((self.start / "content").rglob("report-*.md"))
        self.wanted: dict[str, dict[str, bytes]] = {}
        for state in self.STATES:
            clean = references / state
            self.put(state, clean)
            assert main(["build", "--quiet", "--site", str(clean)]) == 0
            self.wanted[state] = everything(clean / "output")
        folder.mkdir(exist_ok=True)

    def put(self, state: str, folder: Path | None = None) -> None:
        """Make the content, the settings and the theme those of `state`; output and memo stay."""
        folder = folder or self.folder
        for name in ("content", "themes"):
            shutil.rmtree(folder / name, ignore_errors=True)
            shutil.copytree(self.start / name, folder / name)
        config = (self.start / "config.yaml").read_text("utf-8").replace("theme: minimal", "theme: wire")
        middle = folder / self.files[ARTICLES // 2].relative_to(self.start)
        if state == "another masthead":
            config = config.replace("岚川新闻", "岚川日报")
        elif state == "one title":
            middle.write_text(middle.read_text("utf-8").replace("title: ", "title: 补充", 1), "utf-8")
        elif state == "renamed":
            middle.rename(middle.with_name("report-99.md"))
        elif state == "fewer":
            for path in self.files[: ARTICLES // 3]:
                (folder / path.relative_to(self.start)).unlink()
        (folder / "config.yaml").write_text(config, "utf-8")

    def output(self) -> dict[str, bytes]:
        return everything(self.folder / "output")


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too: nothing of a build that died may stay."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def deaths() -> Iterator[Deaths]:
    process = Deaths()
    yield process
    process.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_build_killed_at_any_moment_is_completed_by_the_next_one(seed: int, tmp_path: Path, deaths: Deaths) -> None:
    chance = random.Random(seed if not SOAK else None)
    site = Site(tmp_path / "site", tmp_path / "references")
    site.put(site.STATES[0])
    length = {state: deaths.build(site.folder)["seconds"] for state in site.STATES}
    now, found = site.STATES[0], Counter[str]()
    for _ in range(KILLS):
        target = chance.choice([state for state in site.STATES if state != now])
        site.put(target)
        answer = deaths.build(site.folder, after=chance.uniform(0, 1.05) * length[target])
        after_death = site.output()
        found["ended" if answer["status"] == 0 else "old" if after_death == site.wanted[now] else
              "new" if after_death == site.wanted[target] else "between"] += 1  # fmt: skip
        now = chance.choice((target, target, now))
        site.put(now)
        answer = deaths.build(site.folder)
        assert answer["status"] == 0, answer
        length[now] = answer["seconds"]
        assert_same(site.output(), site.wanted[now])
    print(f"{KILLS} kills: {dict(found)}")
    assert found["old"] + found["between"] + found["new"] > KILLS // 2, (
        "most builds must have been killed before their end"
    )


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_leaves_the_old_bulletin_and_says_so_once(disk: Path, tmp_path: Path, deaths: Deaths) -> None:
    site = Site(disk / "site", tmp_path / "references")
    old, new = "as it was", "another masthead"
    site.put(old)
    assert deaths.build(site.folder)["status"] == 0
    before = free(disk)
    site.put(new)
    assert deaths.build(site.folder)["status"] == 0
    need = 2 * sum(len(data) for data in site.wanted[new].values()) + max(0, before - free(disk))
    failed = 0
    for i in range(FILLINGS):
        site.put(old)
        assert deaths.build(site.folder)["status"] == 0
        site.put(new)
        fill(disk, need * i // (FILLINGS - 1))
        answer = deaths.build(site.folder)
        if answer["status"]:
            failed += 1
            assert len([line for line in answer["said"].splitlines() if not line.startswith(" ")]) == 1, answer
            assert os.strerror(28) in answer["said"]
            assert_same(site.output(), site.wanted[old])
        else:
            assert_same(site.output(), site.wanted[new])
        (disk / "ballast").unlink()
        answer = deaths.build(site.folder)
        assert answer["status"] == 0, answer
        assert_same(site.output(), site.wanted[new])
    assert 5 < failed < FILLINGS


def free(disk: Path) -> int:
    found = os.statvfs(disk)
    return found.f_bavail * found.f_frsize


def fill(disk: Path, left: int) -> None:
    """Put a file on the disk so that only `left` bytes are free."""
    (disk / "ballast").write_bytes(bytes(max(0, free(disk) - left)))


def test_a_disk_that_cannot_be_written_leaves_the_old_bulletin(disk: Path, tmp_path: Path, deaths: Deaths) -> None:
    site = Site(disk / "site", tmp_path / "references")
    site.put("as it was")
    assert deaths.build(site.folder)["status"] == 0
    site.put("fewer")
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    answer = deaths.build(site.folder)
    assert answer["status"] != 0
    assert len([line for line in answer["said"].splitlines() if not line.startswith(" ")]) == 1, answer
    assert_same(site.output(), site.wanted["as it was"])
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    assert deaths.build(site.folder)["status"] == 0
    assert_same(site.output(), site.wanted["fewer"])
