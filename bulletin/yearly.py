"""Addresses year by year: a year is settled with the ledger only where its reports, its lines or the files held back changed.

In: the rows of all sources, the ledger's files, what was settled last time. Out: for each month the addresses of its
articles, and for the whole what is at addresses without an article. `settle` keeps to the years that it is given, so those
in which nothing changed need not be.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Any

from bulletin.addresses import Addresses, address_articles
from bulletin.findings import Finding
from bulletin.model import Article, Former
from bulletin.packing import pack, unpack
from bulletin.parts import digest
from bulletin.rows import Row
from bulletin.storage.ledger import entries_of, find_years, read_lines_of, texts_of, year_file
from bulletin.storage.memo import Memo
from bulletin.values import dataclass

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Year:
    """What is at hand of a settled year."""

    former: tuple[Former, ...] = ()
    leads: tuple[tuple[str, str], ...] = ()
    """(address, where it leads) of those that lead elsewhere."""
    findings: tuple[Finding, ...] = ()


@dataclass
class Settled:
    """What was settled in all."""

    former: list[Former] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    months: dict[Month, tuple[str, bytes]] = field(default_factory=dict)
    """Digest of the addresses of each month, and these, packed."""
    texts: dict[int, str] = field(default_factory=dict)
    """Files of the ledger that have changed: year -> text."""
    notes: dict[int, Any] = field(default_factory=dict)

    def addresses(self, month: Month) -> Addresses:
        """The addresses of a month's articles."""
        of, refused = unpack(self.months[month][1]) if month in self.months else ((), ())
        return Addresses(dict(of), dict(refused))

    def digest(self, month: Month) -> str:
        return self.months[month][0] if month in self.months else ""

    def add(self, year: int, note: Any) -> None:
        _, small, months = note
        settled: Year = unpack(small)
        self.former.extend(settled.former)
        self.findings.extend(settled.findings)
        self.months.update({(year, month): (sum, data) for month, sum, data in months})


class Settling:
    """Settles one build."""

    def __init__(self, rows: Iterable[Row], held: frozenset[str], content: Path, memo: Memo, promise: bool) -> None:
        """`held` are the files that cannot be seen. Without `promise` (a preview) the ledger stays as it is."""
        self.content, self.memo, self.promise, self.held = content, memo, promise, held
        self.rows: dict[int, list[Row]] = {year: [] for year in find_years(content)}
        self.day: dict[str, date] = {}
        for row in rows:
            if row.articles:
                self.day[row.path] = date.fromordinal(row.day)
                self.rows.setdefault(self.day[row.path].year, []).append(row)
        self.fixed = digest(tuple(sorted(held)), promise)

    def settle(self, articles: Callable[[Row], Iterable[Article]]) -> Settled:
        """`articles` gives those of a row."""
        lines = {year: read_lines_of(self.content, year_file(year)) for year in self.rows}
        before: dict[int, Any] = dict(self.memo.read("addresses") or ())
        keys = {year: self._key(year, lines[year]) for year in self.rows}
        changed = sorted(year for year in self.rows if year not in before or before[year][0] != keys[year])
        settled = Settled(notes={year: before[year] for year in self.rows if year not in changed})
        for year, note in sorted(settled.notes.items()):
            settled.add(year, note)
        if changed:
            elsewhere = {u: to for note in settled.notes.values() for u, to in unpack(note[1]).leads}
            entries = [entry for year in changed for entry in entries_of(self.content, year, lines[year])]
            seen = [article for year in changed for row in self.rows[year] for article in articles(row)]
            made = address_articles(seen, entries, self.held, elsewhere)
            for year in changed:
                settled.add(year, self._note(year, keys[year], made, changed))
            if self.promise:
                after = texts_of(made.entries)
                settled.texts = {year: text for year, text in after.items() if text != lines[year]}
            if settled.texts and made.findings:  # the next build finds the ledger as it is now, and less to tell
                made = address_articles(seen, made.entries, self.held, elsewhere)
            keys |= {year: self._key(year, text) for year, text in settled.texts.items()}
            settled.notes |= {year: self._note(year, keys[year], made, changed) for year in changed}
        self.memo.note("addresses", sorted(settled.notes.items()))
        return settled

    def _key(self, year: int, text: str) -> str:
        return digest(self.fixed, text, tuple((row.path, row.facts[0]) for row in self.rows[year]))

    def _note(self, year: int, key: str, made: Addresses, changed: Sequence[int]) -> tuple[Any, ...]:
        """A settled year as plain values."""
        prefix = f"{year:04}/"
        small = Year(
            tuple(former for former in made.former if former.url.startswith(prefix)),
            tuple((entry.url, entry.to) for entry in made.entries if entry.to and entry.url.startswith(prefix)),
            tuple(f for f in made.findings if self._year_of(f, changed) == year),
        )
        months: dict[int, tuple[list[Any], list[Any]]] = {}
        for i, found in enumerate((made.of, made.refused)):
            for place, value in found.items():
                day = self.day[place[0]]
                if day.year == year:
                    months.setdefault(day.month, ([], []))[i].append((place, value))
        packed = [
            (month, digest(tuple(sorted(of, key=_place)), tuple(sorted(refused))), pack((tuple(of), tuple(refused))))
            for month, (of, refused) in sorted(months.items())
        ]
        return key, pack(small), packed

    def _year_of(self, finding: Finding, changed: Sequence[int]) -> int:
        """The year that a finding belongs to: that of its address, else of its file."""
        for url in (text for name, text in finding.values if name == "url"):
            if url[:4].isdecimal() and int(url[:4]) in changed:
                return int(url[:4])
        day = self.day.get(finding.place.path)
        return day.year if day and day.year in changed else changed[0]


def _place(item: tuple[tuple[str, int], Any]) -> tuple[str, int]:
    return item[0]
