"""When the preview builds: what counts as a change, and how a burst becomes one build. No test waits for a clock to be right."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin.serve.waiting import QUIET_SECONDS, WHOLE_SECONDS, Waiting
from bulletin.serve.watching import Watch, counts


@pytest.mark.parametrize(
    "name",
    [
        "~$2024-03-05.docx",
        ".2024-03-05.txt.swp",
        "2024-03-05.txt~",
        ".~lock.a.docx#",
        "a.tmp",
        "#a.txt#",
        "4913.tmp",
        "a.txt.part",
    ],
)
def test_locks_backups_and_half_copies_are_no_change(name: str) -> None:
    assert not counts(Path("content") / name)


@pytest.mark.parametrize("name", ["2024-03-05.txt", "01 要闻.txt", "leaders.yaml", "桥.jpg"])
def test_what_editors_save_is(name: str) -> None:
    assert counts(Path("content") / name)


class Seen:
    """Paths that a watch told, and a way to wait for one."""

    def __init__(self) -> None:
        self.paths: set[Path] = set()
        self._changed = threading.Condition()

    def __call__(self, path: Path, whole: bool = False) -> None:
        with self._changed:
            self.paths.add(path)
            self._changed.notify_all()

    def wait(self, path: Path) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: path in self.paths, 60)


@pytest.mark.parametrize("poll", [False, True])
def test_every_way_of_saving_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, poll: bool) -> None:
    monkeypatch.setattr("bulletin.serve.watching.POLL_SECONDS", 0.1)
    content = tmp_path / "content"
    content.mkdir()
    (content / "old.txt").write_text("a")
    seen = Seen()
    watch = Watch((content,), (tmp_path,), seen, poll)
    watch.start()
    try:
        (content / "new.txt").write_text("a")
        assert seen.wait(content / "new.txt")
        (content / "b.tmp").write_text("b")
        (content / "b.tmp").replace(content / "renamed.txt")
        assert seen.wait(content / "renamed.txt")
        (content / "old.txt").unlink()
        assert seen.wait(content / "old.txt")
        (content / "2024").mkdir()
        assert seen.wait(content / "2024")
        (tmp_path / "config.yaml").write_text("title: a")
        assert seen.wait(tmp_path / "config.yaml")
        assert not {path for path in seen.paths if path.suffix == ".tmp"}
    finally:
        watch.stop()


def test_a_folder_that_is_removed_and_made_again_is_watched_again(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    seen = Seen()
    watch = Watch((content,), (tmp_path,), seen)
    watch.start()
    try:
        content.rmdir()
        assert seen.wait(content)
        content.mkdir()
        for i in range(200):
            (content / f"{i}.txt").write_text("a")
            if any(path.parent == content for path in seen.paths):
                break
            threading.Event().wait(0.05)
        assert any(path.parent == content for path in seen.paths)
    finally:
        watch.stop()


def built(
    script: Callable[[Waiting, asyncio.Event], object], unsure: Callable[[Path], bool] = lambda path: False
) -> list[frozenset[Path]]:
    """The builds that came of a script of touches."""
    builds: list[frozenset[Path]] = []

    async def run() -> None:
        busy = asyncio.Event()

        async def build(paths: frozenset[Path]) -> None:
            assert not busy.is_set()
            busy.set()
            builds.append(paths)
            await asyncio.sleep(0)
            busy.clear()

        waiting = Waiting(build, unsure)
        script(waiting, busy)
        await waiting.settled()

    asyncio.run(run())
    return builds


def test_five_hundred_changes_at_once_are_one_build() -> None:
    paths = [Path(f"{i}.txt") for i in range(500)]
    assert built(lambda waiting, _: [waiting.touch(path) for path in paths]) == [frozenset(paths)]


def test_a_change_during_a_build_makes_another_one_after_it() -> None:
    builds: list[frozenset[Path]] = []

    async def run() -> None:
        async def build(paths: frozenset[Path]) -> None:
            builds.append(paths)
            if len(builds) == 1:
                waiting.touch(Path("b"))
                await asyncio.sleep(0.2)
                assert len(builds) == 1

        waiting = Waiting(build, lambda path: False)
        waiting.touch(Path("a"))
        await waiting.settled()

    asyncio.run(run())
    assert builds == [frozenset({Path("a")}), frozenset({Path("b")})]


def test_a_file_that_is_empty_just_now_is_waited_for() -> None:
    looks = iter([True, True, True, False, False, False])
    assert built(lambda waiting, _: waiting.touch(Path("a")), lambda path: next(looks, False)) == [
        frozenset({Path("a")})
    ]


def test_a_file_that_is_whole_is_built_before_one_that_may_be_written_still() -> None:
    waits: list[float] = []

    async def run() -> None:
        waiting = Waiting(lambda paths: asyncio.sleep(0), lambda path: False)
        waiting._put_off = waits.append  # type: ignore[method-assign]
        for path, whole in (("a", False), ("a", True), ("b", False), ("b", True)):
            waiting.touch(Path(path), whole)

    asyncio.run(run())
    assert waits == [QUIET_SECONDS, WHOLE_SECONDS, QUIET_SECONDS, WHOLE_SECONDS]
