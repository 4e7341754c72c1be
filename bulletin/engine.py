"""The build engine: content in, a finished site out, nothing done twice.

The flow is one way and in steps; between builds the memo keeps what each step gave, beside a digest of what went in:

1. *read*: each text that changed is read (`gathering`); a row of each source is at hand;
2. *learn*: the names that all rows teach together; texts in which a new or lost name makes a difference are linked anew;
3. *compose*: each month whose sources, numbers or register changed is composed (`compose`, `shares`);
4. *make*: the bulletin out of its months, and groups of pages out of the bulletin (`pages`);
5. *render*: each group whose inputs changed is made, each of its pages whose recipe changed is rendered (`rendering`);
6. *put in place*: what was staged is moved into output/ with a journal, and the memo is saved (`publishing`).

What a step gives depends on its inputs alone, and the digest is made of just these: so nothing can be forgotten, and the
memo is never more than a faster way to the same bytes. Steps 1, 2, 3 and 5 are done in tasks, here or by an executor.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from bulletin.addresses import Addresses
from bulletin.briefs import Briefs
from bulletin.compose import Composed, Count, Material, first_count, make_bulletin, next_count
from bulletin.config import Config
from bulletin.findings import Finding, Severity
from bulletin.lexicon import Lexicon
from bulletin.model import Article, Masthead, PictureFile
from bulletin.months_memo import as_note, from_note
from bulletin.outline import Bulletin
from bulletin.packing import pack, unpack
from bulletin.parts import digest
from bulletin.people.register import Register
from bulletin.rows import Given, PackedRow, Row, articles_of, asks_for
from bulletin.settled import Settled
from bulletin.shelves import Shelves, note_shelves, read_shelves
from bulletin.storage.compiled import recall_patterns
from bulletin.storage.ledger import Numbers, write_lines_of, write_numbers_of, year_file
from bulletin.storage.memo import Memo
from bulletin.storage.sources import REGISTER, Found, source_digest
from bulletin.storage.stamps import UNKNOWN, Look
from bulletin.survey import Gathered, survey
from bulletin.theme.theme import Theme
from bulletin.work import ComposeTask, Here, LinkTask, PrepareTask, ReadTask, Setup, Task, There, Workshop, in_chunks
from bulletin.yearly import Settling

if TYPE_CHECKING:
    from concurrent.futures import Executor

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, all) as a long build goes on."""
NOTES = ".bulletin"
CHUNK_READ, CHUNK_MONTHS = 100, 2
FEWEST_TASKS = 20
"""Texts are read in so many tasks or more, so that all processes are done at about the same time."""
PREPARED = 2
"""So many processes are made ready for pages beforehand, as most computers have no fewer; more make themselves ready."""
SHELVES_AT_ONCE = 24
"""The rows of so many months are at hand together when all are linked anew."""
WORTH_READING, WORTH_COMPOSING = 300, 24
"""So many texts or months are worth handing to other processes."""


class Engine:
    """One build of one site: the steps up to the bulletin."""

    def __init__(
        self, config: Config, memo: Memo, drafts: bool = False, progress: Progress = lambda *_: None,
        pool: "Callable[[], Executor | None]" = lambda: None,
    ) -> None:  # fmt: skip
        """`pool` gives the executor for large work when it is first wanted, or None."""
        self.config, self.memo, self.drafts, self.progress, self.pool = config, memo, drafts, progress, pool
        self._packs = 0
        self._shop: Workshop | None = None
        self._setup: Setup | None = None
        self._there: There | None = None
        self._briefs = Briefs()
        """Of the months that were composed, until the bulletin is made."""

    def begin(self, found: Found, register: Register, lexicon: Lexicon, theme: Theme, stage: str) -> None:
        """Say what tasks are done with."""
        given = Given(
            str(self.config.content_folder), register, lexicon, found.pictures, self.drafts,
            self.config.word_revisions == "accept",
        )  # fmt: skip
        self._setup = Setup(str(self.memo.notes), str(self.config.output_folder), stage, self.config, given, theme)
        self.memo.packs.begin(0, add=True)
        self._packs = max(self.memo.packs.sizes(), default=0)
        self._shop = Workshop(self._setup, self.memo.packs)
        recall_patterns()

    def do(self, stage: str, tasks: Sequence[Task], worth: bool) -> Iterator[Any]:
        """The results of tasks, in order."""
        assert self._shop
        assert self._setup
        if self._there is None and worth and len(tasks) > 1 and (executor := self.pool()):
            self._there = There(executor, self._setup, self._shop, self._next_pack)
        # once others are there, they are given what is small as well
        does: Here | There = self._there or Here(self._shop)
        for i, result in enumerate(does(tasks)):
            self.progress(stage, i, len(tasks))
            yield result

    def _next_pack(self) -> int:
        self._packs += 1
        return self._packs

    # read and learn

    def survey(self, looked: Look | None = None, found: Found | None = None) -> Gathered:
        """Find the sources, in what was seen of content/ or where they are known already, and read the small files."""
        return survey(self.config, self.memo, looked, found)

    def gather(self, gathered: Gathered) -> None:
        """Read what changed, learn the names, link anew what they touch."""
        key = digest(gathered.register.leaders, gathered.lexicon.entries, self.drafts, self.config.word_revisions)
        head: Any = self.memo.read("read") or ("", (), {})
        names, pictures = tuple(head[1]), dict(head[2])
        before = read_shelves(self.memo)
        rows = before if head[0] == key else Shelves({})
        known = {
            path: self._picture(path, gathered.found.stamps[path], pictures.get(path))
            for path in gathered.found.pictures
        }
        changed = frozenset(
            path for path in {*known, *pictures} if known.get(path, (0, ""))[1] != pictures.get(path, (0, ""))[1]
        )
        stamped, wanted, gone = self._unchanged(gathered.found, rows, changed)
        unread: list[Finding] = []
        gathered.read = len(wanted)
        if stamped or wanted or gone:
            rows = rows.exchanged(chain(stamped, self._read(wanted, names, unread)), gone)
        gathered.names = tuple(sorted(rows.taught))
        if gathered.names != names:
            rows, lost = self._link(rows, gathered.names)
            unread.extend(lost)
        if self._there and self._setup and self._setup.stage:  # they have nothing to do until all is settled
            self._there.leave(PrepareTask(), PREPARED)
        gathered.rows = rows
        gathered.findings.extend(unread)
        gathered.unread += len(unread)
        gathered.findings.extend(rows.findings)
        self.memo.note("read", (key, gathered.names, known))
        note_shelves(self.memo, before, rows)

    def _picture(self, path: str, stamp: int, before: tuple[int, str] | None) -> tuple[int, str]:
        """(stamp, digest) of a picture."""
        if before and stamp and before[0] == stamp:
            return before
        return stamp, source_digest(self.config.content_folder, path)

    def _unchanged(
        self, found: Found, rows: Shelves, pictures: frozenset[str]
    ) -> tuple[list[Row], list[tuple[str, int]], list[str]]:
        """(rows that hold with another stamp, (path, stamp) of the texts to read, paths of rows that do not hold)."""
        stamped: list[Row] = []
        wanted: list[tuple[str, int]] = []
        gone: list[str] = []
        texts, stamps = frozenset(found.texts), found.stamps
        for shelf in rows.by_name.values():
            asks = bool(pictures) and shelf.head.asks
            here: Mapping[str, Row] = {}
            for path, known in shelf.head.stamps.items():
                stamp = stamps.get(path, UNKNOWN)
                if known and stamp == known and not asks:
                    continue
                here = here or shelf.rows
                row = here[path]
                if path not in texts:
                    gone.append(path)
                elif (asks and asks_for(row, pictures)) or not self._same(row, stamp):
                    gone.append(path)
                    wanted.append((path, stamp))
                elif stamp != known:
                    stamped.append(row._replace(stamp=stamp))
        wanted.extend((path, stamps[path]) for path in rows.missing(found.texts))
        return stamped, sorted(wanted), gone

    def _same(self, row: Row, stamp: int) -> bool:
        """Whether the text of a row is what it was."""
        return bool(stamp and stamp == row.stamp) or source_digest(self.config.content_folder, row.path) == row.digest

    def _read(
        self, wanted: Sequence[tuple[str, int]], names: tuple[str, ...], unread: list[Finding]
    ) -> Iterator[PackedRow]:
        """Rows of the texts that can be read; the findings of others are added to `unread`."""
        tasks = [
            ReadTask(names, chunk) for chunk in in_chunks(wanted, min(CHUNK_READ, 1 + len(wanted) // FEWEST_TASKS))
        ]
        for row in chain.from_iterable(self.do("read", tasks, len(wanted) >= WORTH_READING)):
            if isinstance(row, PackedRow):
                yield row
            else:
                unread.append(row)

    def _link(self, shelves: Shelves, names: tuple[str, ...]) -> tuple[Shelves, list[Finding]]:
        """All texts linked with the names known now; findings of those that can no longer be read."""
        lost: list[Finding] = []
        gone: list[str] = []
        changed: list[Row] = []
        concerned = [shelf for shelf in shelves.by_name.values() if shelf.head.linked]
        for some in in_chunks(concerned, SHELVES_AT_ONCE):
            rows = [row for shelf in some for row in shelf.rows.values() if row.linking is not None]
            tasks = [LinkTask(names, chunk) for chunk in in_chunks(rows, CHUNK_READ)]
            made = chain.from_iterable(self.do("articles", tasks, len(rows) >= WORTH_READING))
            for old, row in zip(rows, made, strict=True):
                if isinstance(row, Finding):
                    lost.append(row)
                    gone.append(old.path)
                elif row != old:
                    changed.append(row)
        return (shelves.exchanged(changed, gone) if changed or gone else shelves), lost

    # addresses

    def settle(self, gathered: Gathered) -> Settled:
        """The addresses of all articles, as the ledger has them."""
        held, promise = self.held(gathered), not self.drafts
        stamps = gathered.found.ledger
        return Settling(gathered.rows, held, self.config.content_folder, self.memo, promise, stamps).settle()

    def held(self, gathered: Gathered) -> frozenset[str]:
        """The texts of which something cannot be seen in this build."""
        return frozenset((*gathered.rows.missing(gathered.found.texts), *gathered.rows.held))

    def write_ledger(self, gathered: Gathered, settled: Settled, bulletin: Bulletin) -> None:
        """Write what changed of the ledger. Nobody is numbered for a fault in the register."""
        folder = self.config.content_folder
        for year, text in settled.texts.items():
            write_lines_of(folder, year_file(year), text)
        severe = any(f.severity is Severity.SEVERE and f.place.path == REGISTER for f in gathered.findings)
        leaders = gathered.numbers.leaders if severe else bulletin.numbers
        write_numbers_of(folder, Numbers(leaders, gathered.numbers.topics))

    # compose

    def compose(self, gathered: Gathered, settled: Settled) -> tuple[list[Composed], list[Finding]]:
        """The months, oldest first, and what an editor should see of them."""
        months = {shelf.month: shelf for shelf in gathered.rows.months}
        mastheads: dict[date, Masthead] = {}
        for _, day, number, total in sorted(
            m for shelf in gathered.rows.by_name.values() for m in shelf.head.mastheads
        ):
            mastheads.setdefault(date.fromordinal(day), Masthead(None, number, total))
        fixed = digest(gathered.register.leaders, self.config.numbering)
        notes: dict[tuple[int, int], Any] = {tuple(name): note for name, note in self.memo.read("months") or ()}
        count = first_count(self.config)
        composed: dict[tuple[int, int], Composed] = {}
        recipes: dict[tuple[int, int], str] = {}
        wanted: list[tuple[tuple[int, int], Any]] = []
        for month in sorted(months):
            head = months[month].head
            days = head.days
            printed = {day: mastheads[day] for day in map(date.fromordinal, days) if day in mastheads}
            recipes[month] = digest(fixed, count, settled.digest(month), head.digest, tuple(printed.items()))
            note = notes.get(month)
            if note and note[0] == recipes[month]:
                composed[month] = from_note(note[1])
            else:
                sources = tuple(articles_of(row) for row in months[month].rows.values() if row.articles)
                wanted.append((month, (sources, settled.addresses(month), printed, count)))
            count = self._after(days, count, mastheads)
        tasks = [ComposeTask(tuple(given for _, given in chunk)) for chunk in in_chunks(wanted, CHUNK_MONTHS)]
        made = (one for chunk in self.do("compose", tasks, len(wanted) >= WORTH_COMPOSING) for one in chunk)
        for (month, _), (one, briefs) in zip(wanted, made, strict=True):
            composed[month] = one
            self._briefs.add(briefs)
        if wanted or notes.keys() != months.keys():
            self.memo.note("months", [(m, (recipes[m], as_note(composed[m]))) for m in sorted(months)])
        ordered = [composed[month] for month in sorted(months)]
        return [c for c in ordered if c.month.heads], [finding for c in ordered for finding in c.findings]

    def _after(self, days: Sequence[int], count: Count, mastheads: Mapping[date, Masthead]) -> Count:
        for day in days:
            count = next_count(date.fromordinal(day), count, mastheads, self.config)
        return count

    def bulletin(self, months: Sequence[Composed], gathered: Gathered, settled: Settled) -> Bulletin:
        """The bulletin out of its months; leaders whose months are as last time are taken from the memo."""
        addresses = Addresses({}, {}, tuple(settled.former))
        material = Material(
            gathered.register, gathered.lexicon, {}, gathered.standing.texts, self.config, addresses,
            gathered.numbers.leaders,
        )  # fmt: skip
        note = self.memo.read("leaders")
        kept: dict[str, Any] = unpack(note) if note else {}
        made = make_bulletin(months, material, self.memo.packs.value, kept, self._briefs)
        self._briefs = Briefs()
        self.memo.note("leaders", pack(kept))
        return made

    def articles(self, gathered: Gathered) -> Iterator[Article]:
        """All articles, in the order of paths."""
        for row in gathered.rows.every:
            yield from self.memo.packs.value(articles_of(row))

    def pictures(self, gathered: Gathered) -> list[tuple[PictureFile, str]]:
        """Pictures that pages show, each with the Word document that holds it, or an empty text."""
        shown = gathered.rows.pictures
        shown += [(picture, "") for picture in (*gathered.photos, *gathered.standing.pictures)]
        return [(p, source if p.path not in gathered.found.pictures else "") for p, source in shown]


def located(findings: Sequence[Finding], config: Config) -> list[Finding]:
    """Findings in content with their path from the site's folder, as an editor's terminal can open it."""
    return [replace(f, place=replace(f.place, path=f"{config.content}/{f.place.path}")) for f in findings]


__all__ = ["NOTES", "Engine", "Gathered", "Progress", "located"]
