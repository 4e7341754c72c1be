"""When to build: changes come in bursts, so one build is made when it has become quiet, or at the latest after a while.

In: `touch(path)` for every change. Out: one call of `build(paths)` for all of them; never two at a time. A file that is empty
or gone just now is often about to be written (save half, rename over): it is waited for a little longer. One that is known
to be whole is hardly waited for.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

WHOLE_SECONDS, QUIET_SECONDS, UNSURE_SECONDS, LONGEST_SECONDS = 0.005, 0.03, 0.2, 1.0


class Waiting:
    """Gathers changes; lives in one event loop."""

    def __init__(self, build: Callable[[frozenset[Path]], Awaitable[None]], unsure: Callable[[Path], bool]) -> None:
        """`unsure(path)` says whether a file looks as if it were just being written."""
        self.build, self.unsure = build, unsure
        self.paths: set[Path] = set()
        self._whole: set[Path] = set()
        self._first = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None

    def touch(self, path: Path, whole: bool = False) -> None:
        """Note a change; the build is put off until it is quiet. `whole`: nobody is writing the file any more."""
        loop = asyncio.get_running_loop()
        if not self.paths:
            self._first = loop.time()
        self.paths.add(path)
        (self._whole.add if whole else self._whole.discard)(path)
        settled = WHOLE_SECONDS if self.paths == self._whole else QUIET_SECONDS
        wait = UNSURE_SECONDS if self.unsure(path) else settled
        self._put_off(min(wait, max(0.0, self._first + LONGEST_SECONDS - loop.time())))

    def _put_off(self, seconds: float) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._begin)

    def _begin(self) -> None:
        if self._task and not self._task.done():
            self._put_off(QUIET_SECONDS)  # after the one that is under way
            return
        loop = asyncio.get_running_loop()
        if any(self.unsure(path) for path in self.paths) and loop.time() < self._first + UNSURE_SECONDS:
            self._put_off(self._first + UNSURE_SECONDS - loop.time())
            return
        paths, self.paths, self._whole = frozenset(self.paths), set(), set()
        self._task = loop.create_task(self._run(paths))

    async def _run(self, paths: frozenset[Path]) -> None:
        await self.build(paths)

    @property
    def quiet(self) -> bool:
        """Whether nothing is to be built."""
        return not self.paths and (self._task is None or self._task.done())

    async def settled(self) -> None:
        """Wait until nothing is to be built any more."""
        while not self.quiet:
            await asyncio.sleep(QUIET_SECONDS)
