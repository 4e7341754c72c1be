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
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from bulletin.addresses import Addresses
from bulletin.compose import Composed, Count, Material, first_count, make_bulletin, next_count
from bulletin.config import Config
from bulletin.findings import Finding, Place, Severity, fail, find
from bulletin.identity.numbers import Numbered
from bulletin.lexicon import Lexicon, make_lexicon
from bulletin.model import Article, Masthead, PictureFile
from bulletin.months_memo import as_note, from_note
from bulletin.outline import Bulletin, Leader
from bulletin.packing import pack, unpack
from bulletin.parts import digest
from bulletin.people.register import Register
from bulletin.rows import Given, Row, articles_of, asks_for
from bulletin.sitefiles import StandingTexts, read_lexicon, read_register, read_standing
from bulletin.storage.ledger import Numbers, read_numbers, write_lines_of, write_numbers_of, year_file
from bulletin.storage.memo import Memo
from bulletin.storage.sources import REGISTER, TOPICS, Found, find_sources, source_digest
from bulletin.storage.stamps import Look
from bulletin.theme.theme import Theme
from bulletin.work import ComposeTask, Here, LinkTask, ReadTask, Setup, Task, There, Workshop, in_chunks
from bulletin.yearly import Settled, Settling

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, all) as a long build goes on."""
NOTES = ".bulletin"
CHUNK_READ, CHUNK_MONTHS = 100, 4
WORTH_READING, WORTH_COMPOSING = 300, 24
"""So many texts or months are worth handing to other processes."""


@dataclass
class Gathered:
    """What reading gave: rows in the order of paths, lists, and what an editor should see (paths from content/)."""

    found: Found
    register: Register
    lexicon: Lexicon
    standing: StandingTexts
    numbers: Numbers
    """Of the ledger; those of topics as they are afterwards."""
    rows: dict[str, Row] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    read: int = 0
    """Number of texts that were read in this build."""
    names: tuple[str, ...] = ()
    """What all texts together teach: names of leaders that their rows are linked with."""

    @property
    def held_back(self) -> int:
        return sum(row.held for row in self.rows.values()) + self.unread

    unread: int = 0


class Engine:
    """One build of one site: the steps up to the bulletin."""

    def __init__(
        self, config: Config, memo: Memo, drafts: bool = False, progress: Progress = lambda *_: None,
        pool: Callable[[], Executor | None] = lambda: None,
    ) -> None:  # fmt: skip
        """`pool` gives the executor for large work when it is first wanted, or None."""
        self.config, self.memo, self.drafts, self.progress, self.pool = config, memo, drafts, progress, pool
        self._packs = 0
        self._shop: Workshop | None = None
        self._setup: Setup | None = None
        self._there: There | None = None

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

    def do(self, stage: str, tasks: Sequence[Task], worth: bool) -> Iterator[Any]:
        """The results of tasks, in order."""
        assert self._shop
        assert self._setup
        executor = self.pool() if worth and len(tasks) > 1 else None
        if executor and self._there is None:
            self._there = There(executor, self._setup, self._shop, self._next_pack)
        does: Here | There = self._there if executor and self._there else Here(self._shop)
        for i, result in enumerate(does(tasks)):
            self.progress(stage, i, len(tasks))
            yield result

    def _next_pack(self) -> int:
        self._packs += 1
        return self._packs

    # read and learn

    def survey(self, looked: Look | None = None, found: Found | None = None) -> Gathered:
        """Find the sources, in what was seen of content/ or where they are known already, and read the small files."""
        folder = self.config.content_folder
        if not folder.is_dir():
            raise fail("content-missing", Place("config.yaml"), name=self.config.content)
        found = found or find_sources(folder, looked)
        numbers = read_numbers(folder)
        register, lexicon, topics, findings = self._lists(numbers.topics)
        standing = self._standing(found)
        gathered = Gathered(found, register, lexicon, standing, Numbers(numbers.leaders, topics))
        gathered.findings = [*found.findings, *findings]
        gathered.unread = len([f for f in gathered.findings if f.severity is Severity.SEVERE])
        gathered.findings.extend(standing.findings)
        return gathered

    def _lists(self, numbers: tuple[Numbered, ...]) -> tuple[Register, Lexicon, tuple[Numbered, ...], list[Finding]]:
        """Register and lexicon, parsed again only where their files changed."""
        key = digest(numbers, *(source_digest(self.config.content_folder, name) for name in (REGISTER, TOPICS)))
        note = self.memo.read("lists")
        if note and note[0] == key:
            leaders, entries, topics, findings = unpack(note[1])
            return Register(leaders), make_lexicon(entries), topics, list(findings)
        findings = []
        register = read_register(self.config, findings)
        lexicon, topics = read_lexicon(self.config, findings, numbers)
        self.memo.note("lists", (key, pack((register.leaders, lexicon.entries, topics, tuple(findings)))))
        return register, lexicon, topics, findings

    def _standing(self, found: Found) -> StandingTexts:
        """Standing pages, made again only where one of them or any picture changed."""
        names = [*found.standing, *sorted(found.pictures)] if found.standing else []
        key = [(name, found.stamps[name]) for name in names]
        note = self.memo.read("standing")
        if note and note[0] == key and all(stamp for _, stamp in key):
            texts, pictures, findings = unpack(note[1])
            return StandingTexts(texts, pictures, findings)
        made = read_standing(self.config.content_folder, found.standing, found.pictures)
        self.memo.note("standing", (key, pack((made.texts, made.pictures, made.findings))))
        return made

    def gather(self, gathered: Gathered) -> None:
        """Read what changed, learn the names, link anew what they touch."""
        key = digest(gathered.register.leaders, gathered.lexicon.entries, self.drafts, self.config.word_revisions)
        head: Any = self.memo.read("read") or ("", (), {})
        names, pictures = tuple(head[1]), dict(head[2])
        rows: dict[str, Row] = {}
        if head[0] == key:
            for name in self.memo.names("rows "):
                rows.update((row[0], Row(*row)) for row in self.memo.read(name))
        known = {
            path: self._picture(path, gathered.found.stamps[path], pictures.get(path))
            for path in gathered.found.pictures
        }
        changed = frozenset(
            path for path in {*known, *pictures} if known.get(path, (0, ""))[1] != pictures.get(path, (0, ""))[1]
        )
        kept, wanted = self._unchanged(gathered.found, rows, changed)
        read, unread = self._read(wanted, names)
        gathered.read = len(wanted)
        gathered.rows = {
            path: kept.get(path) or read[path] for path in gathered.found.texts if path in kept or path in read
        }
        learnt = tuple(sorted({name for row in gathered.rows.values() for name in row.taught}))
        gathered.names = learnt
        if learnt != names:
            unread.extend(self._link(gathered, learnt))
        gathered.findings.extend(unread)
        gathered.unread += len(unread)
        gathered.findings.extend(finding for row in gathered.rows.values() for finding in row.found)
        self._remember(gathered, key, learnt, known)

    def _picture(self, path: str, stamp: int, before: tuple[int, str] | None) -> tuple[int, str]:
        """(stamp, digest) of a picture."""
        if before and stamp and before[0] == stamp:
            return before
        return stamp, source_digest(self.config.content_folder, path)

    def _unchanged(
        self, found: Found, rows: Mapping[str, Row], pictures: frozenset[str]
    ) -> tuple[dict[str, Row], list[tuple[str, int]]]:
        """(rows that still hold, (path, stamp) of the texts to read)."""
        kept: dict[str, Row] = {}
        wanted: list[tuple[str, int]] = []
        stamps = found.stamps
        for path in found.texts:
            row, stamp = rows.get(path), stamps[path]
            if row and not (row.stamp and row.stamp == stamp):
                same = source_digest(self.config.content_folder, path) == row.digest
                row = row._replace(stamp=stamp) if same else None
            if row and pictures and asks_for(row, pictures):
                row = None
            if row:
                kept[path] = row
            else:
                wanted.append((path, stamp))
        return kept, wanted

    def _read(self, wanted: Sequence[tuple[str, int]], names: tuple[str, ...]) -> tuple[dict[str, Row], list[Finding]]:
        tasks = [ReadTask(names, chunk) for chunk in in_chunks(wanted, CHUNK_READ)]
        read: dict[str, Row] = {}
        unread: list[Finding] = []
        for made in self.do("read", tasks, len(wanted) >= WORTH_READING):
            for row in made:
                if isinstance(row, Finding):
                    unread.append(row)
                else:
                    read[row.path] = row
        return read, unread

    def _link(self, gathered: Gathered, names: tuple[str, ...]) -> list[Finding]:
        """Link all texts with the names known now; gives findings of those that can no longer be read."""
        rows = list(gathered.rows.values())
        tasks = [LinkTask(names, chunk) for chunk in in_chunks(rows, CHUNK_READ)]
        lost: list[Finding] = []
        made = [row for chunk in self.do("articles", tasks, len(rows) >= WORTH_READING) for row in chunk]
        for old, row in zip(rows, made, strict=True):
            if isinstance(row, Finding):
                lost.append(row)
                del gathered.rows[old.path]
            else:
                gathered.rows[old.path] = row
        return lost

    def _remember(
        self, gathered: Gathered, key: str, names: tuple[str, ...], pictures: dict[str, tuple[int, str]]
    ) -> None:
        self.memo.note("read", (key, names, pictures))
        shelves: dict[str, list[tuple[Any, ...]]] = {}
        for row in gathered.rows.values():
            shelves.setdefault(f"rows {_month(row.day)}", []).append(tuple(row))
        for name in self.memo.names("rows "):
            shelves.setdefault(name, [])
        for name, shelf in shelves.items():
            self.memo.note(name, shelf or None)

    # addresses

    def settle(self, gathered: Gathered) -> Settled:
        """The addresses of all articles, as the ledger has them."""
        held, promise = self.held(gathered), not self.drafts
        settling = Settling(gathered.rows.values(), held, self.config.content_folder, self.memo, promise)
        return settling.settle(lambda row: self.memo.packs.value(articles_of(row)))

    def held(self, gathered: Gathered) -> frozenset[str]:
        """The texts of which something cannot be seen in this build."""
        lost = {*gathered.found.texts}.difference(gathered.rows)
        return frozenset(lost | {row.path for row in gathered.rows.values() if row.held})

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
        months: dict[tuple[int, int], list[Row]] = {}
        mastheads: dict[date, Masthead] = {}
        for row in gathered.rows.values():
            if row.articles:
                day = date.fromordinal(row.day)
                months.setdefault((day.year, day.month), []).append(row)
            ordinal, number, total = row.masthead
            if number:
                mastheads.setdefault(date.fromordinal(ordinal), Masthead(None, number, total))
        fixed = digest(gathered.register.leaders, self.config.numbering)
        notes: dict[tuple[int, int], Any] = {tuple(name): note for name, note in self.memo.read("months") or ()}
        count = first_count(self.config)
        composed: dict[tuple[int, int], Composed] = {}
        recipes: dict[tuple[int, int], str] = {}
        wanted: list[tuple[tuple[int, int], Any]] = []
        for month in sorted(months):
            rows = months[month]
            days = sorted({row.day for row in rows})
            printed = {day: mastheads[day] for day in map(date.fromordinal, days) if day in mastheads}
            recipes[month] = digest(
                fixed,
                count,
                settled.digest(month),
                tuple((row.path, row.facts[0]) for row in rows),
                tuple(printed.items()),
            )
            note = notes.get(month)
            if note and note[0] == recipes[month]:
                composed[month] = from_note(note[1])
            else:
                sources = tuple(articles_of(row) for row in rows)
                wanted.append((month, (sources, settled.addresses(month), printed, count)))
            count = self._after(days, count, mastheads)
        tasks = [ComposeTask(tuple(given for _, given in chunk)) for chunk in in_chunks(wanted, CHUNK_MONTHS)]
        made = (one for chunk in self.do("compose", tasks, len(wanted) >= WORTH_COMPOSING) for one in chunk)
        composed.update({month: one for (month, _), one in zip(wanted, made, strict=True)})
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
        made = make_bulletin(months, material, self.memo.packs.value, kept)
        self.memo.note("leaders", pack(kept))
        return made

    def articles(self, gathered: Gathered) -> Iterator[Article]:
        """All articles, in the order of paths."""
        for row in gathered.rows.values():
            yield from self.memo.packs.value(articles_of(row))

    def pictures(self, gathered: Gathered) -> list[tuple[PictureFile, str]]:
        """Pictures that pages show, each with the Word document that holds it, or an empty text."""
        shown = [(picture, row.path) for row in gathered.rows.values() if row.pictures for picture in row.shown]
        shown += [(picture, "") for picture in gathered.standing.pictures]
        return [(p, source if p.path not in gathered.found.pictures else "") for p, source in shown]


def _month(day: int) -> str:
    return date.fromordinal(day).isoformat()[:7] if day else ""


def located(findings: Sequence[Finding], config: Config) -> list[Finding]:
    """Findings in content with their path from the site's folder, as an editor's terminal can open it."""
    return [replace(f, place=replace(f.place, path=f"{config.content}/{f.place.path}")) for f in findings]


__all__ = ["NOTES", "Engine", "Gathered", "Leader", "Path", "find"]
