"""A build from end to end: config in, finished site and `Outcome` out. How it is done is told in `engine`.

`build` is the whole of it. `read_site` reads a site without building it, `read_lists` its register and topics.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bulletin.again import remember
from bulletin.config import FILE, Config, read_config
from bulletin.engine import NOTES, Engine, Progress, located
from bulletin.findings import Finding, Place, find, in_order
from bulletin.lexicon import Lexicon, merge_topics
from bulletin.model import Article
from bulletin.outcome import Outcome
from bulletin.packing import pack, unpack
from bulletin.pages.topics import lost_picks
from bulletin.people.register import Register
from bulletin.publishing import Publisher
from bulletin.sitefiles import read_lexicon, read_register
from bulletin.storage import quick
from bulletin.storage.compiled import keep_patterns, recall_patterns
from bulletin.storage.lock import locked
from bulletin.storage.memo import Memo
from bulletin.storage.output import check_folder, failed, finish, make_stage
from bulletin.storage.packs import MemoError
from bulletin.storage.program import program_digest
from bulletin.theme.theme import Theme, load_theme
from bulletin.values import dataclass

if TYPE_CHECKING:
    from concurrent.futures import Executor


@dataclass(frozen=True)
class Options:
    """How a build is done; only `drafts` changes what comes out."""

    drafts: bool = False
    clean: bool = False
    """Forget the memo first."""
    jobs: int = 0
    """Number of processes; 0 for as many as there are cores."""
    start: str = ""
    """How processes are started (fork, spawn, forkserver); the system's way by default."""
    workers: str = ""
    """Address of a Dask cluster that does large work instead of processes of this computer."""
    executor: "Executor | None" = None
    """Any other executor that does it."""


class Timer:
    """Where the time of a build goes: (stage, how many were done, seconds) in order."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, int, float]] = []
        self._last = perf_counter()

    def done(self, stage: str, count: int) -> None:
        now = perf_counter()
        self.stages.append((stage, count, now - self._last))
        self._last = now


def nothing(stage: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


def build(
    config: Config, findings: Iterable[Finding] = (), options: Options = Options(), progress: Progress = nothing,  # noqa: B008  it is frozen
    inputs: quick.Inputs | None = None,
) -> Outcome:  # fmt: skip
    """Build the whole bulletin and put it in place. Raises BulletinError where there can be no bulletin at all.

    `inputs` is how the files of the site stood a moment ago, where somebody has looked.
    """
    told = list(findings)
    check_folder(config.output_folder, config.root, config.content_folder)
    notes = config.root / NOTES
    try:
        with locked(notes, lambda: progress("wait", 0, 0)) as waited:
            if waited or inputs is None or inputs.name != config.content:
                inputs = quick.look_at(config.root, config.content)
            quick.forget(config.root)
            recall_patterns()
            memo = Memo(notes, program_digest())
            if options.clean:
                memo.forget()
            try:
                memo.tidy()
                outcome = _build(config, told, memo, options, progress, inputs)
            except MemoError:
                memo.forget()
                memo.broken = True
                outcome = _build(config, told, memo, options, progress, inputs)
            if outcome.stands and not memo.broken:
                remember(config, told, options.drafts, inputs, outcome.stands, outcome)
            return outcome
    except OSError as error:
        raise failed(error, config.output_folder) from error


def _build(
    config: Config, findings: list[Finding], memo: Memo, options: Options, progress: Progress, inputs: quick.Inputs
) -> Outcome:
    finish(config.output_folder, memo.notes)
    theme = _theme(config, memo, inputs)
    stage = make_stage(config.output_folder, memo.notes)
    with pool_of(options) as pool:
        timer = Timer()
        engine = Engine(config, memo, options.drafts, progress, pool)
        gathered = engine.survey(inputs.content)
        engine.begin(gathered.found, gathered.register, gathered.lexicon, theme, stage.folder)
        timer.done("find", len(gathered.found.texts))
        engine.gather(gathered)
        timer.done("read", gathered.read)
        outcome = Outcome(len(gathered.rows), held_back=gathered.held_back, read=gathered.read)
        outcome.findings = [*findings, *theme.findings, *located(gathered.findings, config)]
        if memo.broken:
            outcome.findings.append(find("memo-broken", Place(NOTES)))
        if not any(gathered.rows.months):
            outcome.findings.append(find("content-empty", Place(config.content), name=config.content))
            outcome.findings = in_order(outcome.findings)
            memo.save()
            return outcome
        settled = engine.settle(gathered)
        timer.done("settle", len(gathered.rows))
        months, held = engine.compose(gathered, settled)
        timer.done("compose", len(months))
        bulletin = engine.bulletin(months, gathered, settled)
        picks = tuple(lost_picks(bulletin.topics, memo.packs.value))
        if not options.drafts:  # a preview promises no address
            engine.write_ledger(gathered, settled, bulletin)
        timer.done("make", len(bulletin.leaders) + len(bulletin.topics))
        stands = inputs.standing(config.root, config.output)
        publisher = Publisher(config, memo, theme, stage, stands, engine.do)
        published = publisher.publish(bulletin, engine.pictures(gathered))
        timer.done("render", len(published.changes))
    keep_patterns()
    memo.save()
    timer.done("remember", 0)
    outcome.stages = timer.stages
    outcome.issues = len(list(bulletin.heads))
    outcome.articles = sum(month.articles for month in bulletin.months)
    outcome.held_back += len([f for f in held if f.id == "slug-taken"])
    outcome.pages, outcome.written = published.pages, published.written
    outcome.changes, outcome.seconds, outcome.stands = published.changes, published.seconds, published.stands
    outcome.findings = in_order(
        [*outcome.findings, *located((*held, *settled.findings, *picks), config), *published.findings]
    )
    return outcome


def _theme(config: Config, memo: Memo, inputs: quick.Inputs) -> Theme:
    """The site's theme, read again only where a file of its themes/ changed; those of the program the memo holds for."""
    stamps = inputs.themes.stamps
    key = (config.theme, sorted(stamps.items()))
    note = memo.read("theme")
    if note and note[0] == key and all(stamps.values()):
        known: Theme = unpack(note[1])
        return known
    theme = load_theme(config.theme, config.root)
    memo.note("theme", (key, pack(theme)))
    return theme


@contextmanager
def pool_of(options: Options = Options()) -> "Iterator[Callable[[], Executor | None]]":  # noqa: B008  it is frozen
    """Gives the executor for large work when it is first wanted; ends its processes afterwards."""
    made: list[Executor] = []
    ended = ExitStack()

    def pool() -> "Executor | None":
        if options.executor or (options.jobs == 1 and not options.workers):
            return options.executor
        if not made and options.workers:
            from bulletin.cluster import cluster

            made.append(ended.enter_context(cluster(options.workers)))
        if not made:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            jobs = options.jobs or _cores()
            if jobs < 2:
                return None
            context = multiprocessing.get_context(options.start or None)
            made.append(ProcessPoolExecutor(jobs, mp_context=context))
            ended.callback(made[0].shutdown, cancel_futures=True)
        return made[0]

    with ended:
        yield pool


def _cores() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass
class Site:
    """What `read_site` read."""

    register: Register
    lexicon: Lexicon
    articles: list[Article]
    findings: list[Finding]


def read_site(config: Config, drafts: bool = False, progress: Progress = nothing) -> Site:
    """Read the content: texts to articles, with the people learnt from all of them."""
    notes = config.root / NOTES
    with locked(notes):
        memo = Memo(notes, program_digest())
        theme = load_theme(config.theme, config.root)
        with pool_of() as pool:
            engine = Engine(config, memo, drafts, progress, pool)
            gathered = engine.survey()
            engine.begin(gathered.found, gathered.register, gathered.lexicon, theme, "")
            engine.gather(gathered)
            articles = list(engine.articles(gathered))
        keep_patterns()
        memo.save()
    return Site(gathered.register, gathered.lexicon, articles, located(gathered.findings, config))


def read_lists(folder: Path) -> tuple[Register, Lexicon, list[Finding]]:
    """Register and topics of the site in `folder`; an empty and the built-in one where there is no site."""
    findings: list[Finding] = []
    if not (folder / FILE).is_file():
        return Register(), merge_topics((), False), findings
    config, findings = read_config(folder)
    return read_register(config, findings), read_lexicon(config, findings)[0], findings
