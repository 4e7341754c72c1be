"""Work in pieces: the four kinds of task of a build, done by this process or by any `concurrent.futures.Executor`.

A task is handed over with what it is done with (`Setup`, as bytes) and gives back what a build must know of it; articles,
bodies and rendered pages stay on disk. So the same task is done here, by another process, or by another computer that
sees the same folder; and a task that was lost is done once more with the same result.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from bulletin.addresses import Addresses
from bulletin.briefs import Briefs
from bulletin.compose import Composed, Count, Material, compose_month
from bulletin.config import Config
from bulletin.model import Article, Masthead
from bulletin.pages.frame import Group
from bulletin.pages.standing import base_path
from bulletin.parts import Part
from bulletin.patterns import CODES, News
from bulletin.rendering import Record, Rendered, Worker
from bulletin.rows import Given, Row, digests_in, packed
from bulletin.storage.compiled import recall_patterns
from bulletin.storage.output import Stage
from bulletin.storage.packs import Packs
from bulletin.theme.render import Renderer
from bulletin.theme.theme import Theme
from bulletin.values import dataclass

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from bulletin.gathering import Gatherer


@dataclass(frozen=True)
class Setup:
    """What every task of a build is done with."""

    notes: str
    """Folder of the memo."""
    output: str
    stage: str
    config: Config
    given: Given
    theme: Theme


@dataclass(frozen=True)
class ReadTask:
    """Read sources; gives a row as bytes or a finding for each."""

    names: tuple[str, ...]
    """Names that the archive teaches, as far as known."""
    sources: tuple[tuple[str, int], ...]
    """(path, stamp)."""


@dataclass(frozen=True)
class LinkTask:
    """Link sources anew with the names known now; gives a row or a finding for each."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class ComposeTask:
    """Compose months; gives a `Composed` and its `Briefs` for each."""

    months: tuple[tuple[tuple[Part[tuple[Article, ...]], ...], Addresses, Mapping[date, Masthead], Count], ...]
    """(articles of its sources in order, their addresses, mastheads, numbers before it)."""


@dataclass(frozen=True)
class RenderTask:
    """Render groups; gives a `Rendered`."""

    groups: tuple[Group, ...]
    before: Mapping[str, Mapping[str, Record]]
    compare: bool


@dataclass(frozen=True)
class PrepareTask:
    """Load what pages are made with, while there is nothing else to do; gives nothing."""


T = TypeVar("T")
Task = ReadTask | LinkTask | ComposeTask | RenderTask | PrepareTask


class Workshop:
    """Where tasks are done, in one process."""

    def __init__(self, setup: Setup, packs: Packs) -> None:
        self.setup, self.packs = setup, packs
        self._worker: Worker | None = None
        self._gatherer: tuple[tuple[str, ...], Gatherer] | None = None

    def do(self, task: Task) -> Any:
        if isinstance(task, ReadTask):
            gatherer = self._gathering(task.names)
            rows = (gatherer.read(path, stamp) for path, stamp in task.sources)
            return [packed(row) if isinstance(row, Row) else row for row in rows]
        if isinstance(task, LinkTask):
            gatherer = self._gathering(task.names)
            return [gatherer.relink(row) for row in task.rows]
        if isinstance(task, ComposeTask):
            return [self._compose(*month) for month in task.months]
        if isinstance(task, PrepareTask):
            self._rendering()
            return None
        return self._render(task)

    def _gathering(self, names: tuple[str, ...]) -> "Gatherer":
        from bulletin.gathering import Gatherer  # late: all that reads texts, which most builds hardly do

        if self._gatherer is None or self._gatherer[0] != names:
            self._gatherer = names, Gatherer(self.setup.given, self.packs, names)
        return self._gatherer[1]

    def _compose(
        self,
        sources: Sequence[Part[tuple[Article, ...]]],
        addresses: Addresses,
        mastheads: Mapping[date, Masthead],
        before: Count,
    ) -> tuple[Composed, Briefs]:
        loaded = [(part, self.packs.value(part)) for part in sources]
        articles = [article for _, own in loaded for article in own]
        given = self.setup.given
        material = Material(given.register, given.lexicon, mastheads, (), self.setup.config, addresses)
        composed = compose_month(articles, material, before, digests_in(loaded))
        briefs = composed.briefs
        for part in composed.parts:
            self.packs.shelve(part)
        return composed, briefs

    def _rendering(self) -> Worker:
        if self._worker is None:
            base = base_path(self.setup.config.base_url)
            stage = Stage(self.setup.output, self.setup.stage)
            self._worker = Worker(Renderer(self.setup.theme, base, self.packs.load), self.packs, stage, base)
        return self._worker

    def _render(self, task: RenderTask) -> Rendered:
        worker, out = self._rendering(), Rendered({}, [], set(), set(), [], {})
        for group in task.groups:
            worker.render(group, task.before.get(group.name, {}), task.compare, out)
        return out


_shops: dict[bytes, Workshop] = {}


def perform(key: bytes, setup: bytes, number: int, task: Task) -> tuple[Any, News | None]:
    """Do a task in a process of its own; what it shelves goes into pack `number`. Gives also what patterns it compiled."""
    if key not in _shops:
        import pickle
        from pathlib import Path

        _shops.clear()
        made: Setup = pickle.loads(setup)

        _shops[key] = Workshop(made, Packs(Path(made.notes)))
        recall_patterns()
    shop = _shops[key]
    shop.packs.begin(number)
    try:
        return shop.do(task), CODES.news()
    finally:
        shop.packs.end()


class Here:
    """Does tasks in this process."""

    def __init__(self, shop: Workshop) -> None:
        self.shop = shop

    def __call__(self, tasks: Sequence[Task]) -> Iterator[Any]:
        return map(self.shop.do, tasks)


class There:
    """Hands tasks to an executor; those that it loses are done here."""

    def __init__(self, executor: "Executor", setup: Setup, shop: Workshop, next_pack: Callable[[], int]) -> None:
        import hashlib
        import pickle

        self.executor, self.shop, self.next_pack = executor, shop, next_pack
        self.setup = pickle.dumps(setup)
        self.key = hashlib.blake2b(self.setup, digest_size=16).digest()
        self.broken = False
        self._left: list[Future[tuple[Any, News | None]]] = []

    def leave(self, task: PrepareTask, times: int) -> None:
        """Hand over what nobody waits for, to as many processes."""
        if not self.broken:
            self._left = [
                self.executor.submit(perform, self.key, self.setup, self.next_pack(), task) for _ in range(times)
            ]

    def _learn_of_left(self) -> None:
        """What was compiled as nobody waited; whatever went wrong there comes again where somebody waits for it."""
        for future in self._left:
            if not future.cancelled() and future.exception() is None:
                CODES.learn(future.result()[1])
        self._left = []

    def __call__(self, tasks: Sequence[Task]) -> Iterator[Any]:
        self.shop.packs.end()
        if any(isinstance(task, ReadTask) for task in tasks):
            import bulletin.gathering  # noqa: F401  before processes are forked, so that none of them has to
        if self.broken:
            yield from map(self.shop.do, tasks)
            return
        from concurrent.futures import BrokenExecutor  # late: most builds after the first one hand over nothing

        waiting = deque(self.executor.submit(perform, self.key, self.setup, self.next_pack(), task) for task in tasks)
        for task in tasks:
            try:
                result, news = waiting.popleft().result()  # nobody else holds it: what was taken is not kept
            except BrokenExecutor:
                self.broken = True
                yield self.shop.do(task)
            else:
                CODES.learn(news)
                yield result
        self._learn_of_left()


Do = Here | There


def in_chunks(items: Sequence[T], size: int) -> list[tuple[T, ...]]:
    """Items in chunks of at most `size`."""
    return [tuple(items[i : i + size]) for i in range(0, len(items), size)]
