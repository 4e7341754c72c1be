"""Addresses year by year: a year is settled with the ledger only where its reports, its lines or the files held back changed.

In: the shelves of all texts, the ledger's files, what was settled last time. Out: for each month the addresses of its
articles, and for the whole what is at addresses without an article. `settle` keeps to the years that it is given, so those
in which nothing changed need not be; where all reports of the days that changed surely keep their addresses, neither need
the other days of their year.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from bulletin.addresses import Address, Addresses, Key, Seen, address_all
from bulletin.findings import Finding
from bulletin.identity.entries import Entry, entry_order, write_ordered
from bulletin.packing import pack, unpack
from bulletin.parts import digest
from bulletin.settled import ADDRESSES, YEARS, Days, Month, Rest, Settled, Year, name_of
from bulletin.shelves import Shelf, Shelves
from bulletin.storage.ledger import entries_of, find_years, read_lines_of, texts_of, year_file
from bulletin.storage.memo import Memo
from bulletin.storage.stamps import UNKNOWN


class Texts(dict[int, str]):
    """The ledger's files as they are, read when somebody asks: year -> text."""

    def __init__(self, content: Path) -> None:
        super().__init__()
        self.content = content

    def __missing__(self, year: int) -> str:
        text = self[year] = read_lines_of(self.content, year_file(year))
        return text


class Settling:
    """Settles one build."""

    def __init__(
        self, shelves: Shelves, held: frozenset[str], content: Path, memo: Memo, promise: bool,
        stamps: Mapping[str, int] = MappingProxyType({}),
    ) -> None:  # fmt: skip
        """`held` are the files that cannot be seen. Without `promise` (a preview) the ledger stays as it is.

        `stamps` are those of the ledger's files: one whose stamp is as it was is not read.
        """
        self.shelves, self.content, self.memo, self.promise, self.held = shelves, content, memo, promise, held
        self.stamps = stamps
        self.years: dict[int, list[Shelf]] = {year: [] for year in find_years(content)}
        for shelf in shelves.months:
            self.years.setdefault(shelf.month[0], []).append(shelf)
        self.fixed = digest(tuple(sorted(held)), promise)
        self.settled = Settled(memo)

    def settle(self) -> Settled:
        known = {int(name.removeprefix(YEARS)): name for name in self.memo.names(YEARS)}
        before = {year: Year(*self.memo.read(name)) for year, name in known.items() if year in self.years}
        texts = Texts(self.content)
        years = {year: self._asked(year, before.get(year), texts) for year in self.years}
        changed = [y for y in sorted(years) if y not in before or not years[y].of_same(before[y])]
        done = {year: before[year] for year in years if year not in changed}
        for year, last in done.items():
            if years[year].stamp not in (UNKNOWN, last.stamp):
                self.memo.note(f"{YEARS}{year:04}", tuple(last._replace(stamp=years[year].stamp)))
        some = {year: self._some_days(year, before.get(year), years[year], texts) for year in changed}
        after = {year: made for year, made in some.items() if made}
        told: set[int] = set()
        if len(after) < len(changed):
            told.update(changed)
            after = self._by_year(changed, years, texts, done)
        for year, made in sorted((done | after).items()):
            self.settled.add(year, made, year in told)
        for year, made in after.items():
            self.memo.note(f"{YEARS}{year:04}", tuple(made))
        for year in known.keys() - years.keys():
            self.memo.note(known[year], None)
            self._forget(year, ())
        return self.settled

    def _asked(self, year: int, before: Year | None, texts: Texts) -> Year:
        """What a year is to be settled with."""
        reports = {shelf.month[1]: shelf.head.digest for shelf in self.years[year]}
        stamp = self.stamps.get(year_file(year), UNKNOWN)
        same = before is not None and stamp == before.stamp != UNKNOWN
        text = before.text if before and same else digest(texts[year])
        return Year(self.fixed, text, reports, {}, False, {}, b"", stamp)

    # some days of a year

    def _some_days(self, year: int, before: Year | None, asked: Year, texts: Texts) -> Year | None:
        """The year with the days settled that changed; None where others may be concerned.

        They are not where every report of these days is found in the ledger within its issue, and every report that the
        ledger has of them is found: what is settled across issues begins with a report that is new and one that is lost.
        """
        if not before or not before.calm or (before.fixed, before.text) != (asked.fixed, asked.text):
            return None
        touched = [shelf for shelf in self.years[year] if before.reports.get(shelf.month[1]) != shelf.head.digest]
        if before.reports.keys() != asked.reports.keys():
            return None
        days = _days(touched)
        digests = {day: digest(shown) for day, shown in days.items()}
        months = {shelf.month[1] for shelf in touched}
        if digests.keys() != {day for day in before.days if date.fromordinal(day).month in months}:
            return None
        changed = {day: days[day] for day, sum in digests.items() if before.days[day] != sum}
        text, stamp = texts[year], asked.stamp
        folders = [_folder(day) for day in changed]
        beginnings = tuple(f'{{"url":"{folder}' for folder in folders)
        lines = text.split("\n")
        places = [i for i, line in enumerate(lines) if line.startswith(beginnings)]
        entries = entries_of(self.content, year, "\n".join(lines[i] for i in places))
        others = {path for shelf in self.years[year] for path in shelf.head.stamps}
        made = address_all(chain.from_iterable(changed.values()), entries, self.held - others)
        if made.findings or not _calm(made, changed, entries):
            return None
        sums = {month: self._exchanged(year, month, folders, made) for month in {int(f[5:7]) for f in folders}}
        if self.promise:
            for i, line in zip(places, write_ordered(made.entries).split("\n")[:-1], strict=True):
                lines[i] = line
            if (after := "\n".join(lines)) != text:
                self.settled.texts[year], text, stamp = after, after, UNKNOWN
        return asked._replace(
            text=digest(text), days=before.days | digests, calm=True, months=before.months | sums, rest=before.rest,
            stamp=stamp,
        )  # fmt: skip

    def _exchanged(self, year: int, month: int, folders: Iterable[str], made: Addresses) -> str:
        """Note the addresses of a month in which those of some issues are other ones; returns their digest."""
        before = self.settled.addresses((year, month))
        of = {key: address for key, address in before.of.items() if address.url[:11] not in folders}
        here = f"{year:04}/{month:02}/"
        of |= {key: address for key, address in made.of.items() if address.url.startswith(here)}
        return self.settled.note((year, month), of, before.refused)

    # whole years

    def _by_year(
        self, changed: Sequence[int], asked: Mapping[int, Year], texts: Texts, done: Mapping[int, Year]
    ) -> dict[int, Year]:
        """Whole years, together; one by one where the ledger has nothing of any of them, so that memory is that of one."""
        self.settled.texts = {}
        if any(texts[year] for year in changed):
            return self._whole_years(changed, asked, texts, done)
        after: dict[int, Year] = {}
        for year in changed:
            after |= self._whole_years([year], asked, texts, done)
        return after

    def _whole_years(
        self, changed: Sequence[int], asked: Mapping[int, Year], texts: Texts, done: Mapping[int, Year]
    ) -> dict[int, Year]:
        elsewhere = {u: to for year in done.values() for u, to in unpack(year.rest).leads}
        entries = [entry for year in changed for entry in entries_of(self.content, year, texts[year])]
        days = {year: _days(self.years[year]) for year in changed}
        shown = [seen for year in changed for seen in chain.from_iterable(days[year].values())]
        made = address_all(shown, entries, self.held, elsewhere)
        self.settled.findings.extend(made.findings)
        in_lines = texts_of(made.entries if self.promise else sorted(entries, key=entry_order))
        written = {year: text for year, text in in_lines.items() if text != texts[year]} if self.promise else {}
        self.settled.texts |= written
        if written and made.findings:  # the next build finds the ledger as it is now, and less to tell
            made = address_all(shown, made.entries, self.held, elsewhere)
            in_lines = texts_of(made.entries)
        next_entries = made.entries if self.promise else tuple(entries)
        years: dict[int, Year] = {}
        for year in changed:
            text = written.get(year, texts[year])
            own = [entry for entry in next_entries if int(entry.url[:4]) == year]
            months = _by_month(made, days[year])
            self._forget(year, ((year, month) for month in months))
            years[year] = asked[year]._replace(
                text=digest(text),
                days={day: digest(seen) for day, seen in days[year].items()},
                calm=in_lines.get(year, "") == text and not made.findings and _calm(made, days[year], own),
                months={month: self.settled.note((year, month), *found) for month, found in months.items()},
                rest=pack(self._rest(year, made, changed)),
                stamp=UNKNOWN if year in written else asked[year].stamp,
            )
        return years

    def _rest(self, year: int, made: Addresses, changed: Sequence[int]) -> Rest:
        prefix = f"{year:04}/"
        return Rest(
            tuple(former for former in made.former if former.url.startswith(prefix)),
            tuple((entry.url, entry.to) for entry in made.entries if entry.to and entry.url.startswith(prefix)),
            tuple(f for f in made.findings if self._year_of(f, changed) == year),
        )

    def _year_of(self, finding: Finding, changed: Sequence[int]) -> int:
        """The year that a finding belongs to: that of its address, else of its file."""
        for url in (text for name, text in finding.values if name == "url"):
            if url[:4].isdecimal() and int(url[:4]) in changed:
                return int(url[:4])
        row = self.shelves.get(finding.place.path)
        year = date.fromordinal(row.day).year if row and row.day else 0
        return year if year in changed else changed[0]

    def _forget(self, year: int, months: Iterable[Month]) -> None:
        """Forget the addresses of the months of a year that are not among these."""
        for name in set(self.memo.names(f"{ADDRESSES}{year:04}-")).difference(map(name_of, months)):
            self.memo.note(name, None)


def _folder(day: int) -> str:
    return f"{date.fromordinal(day):%Y/%m/%d}/"


def _days(shelves: Iterable[Shelf]) -> Days:
    """What the articles of each issue show of themselves, in the order of paths."""
    days: dict[int, list[Seen]] = {}
    for shelf in shelves:
        for row in shelf.rows.values():
            if row.sightings:
                days.setdefault(row.day, []).extend(row.sightings)
    return {day: tuple(shown) for day, shown in days.items()}


def _by_month(made: Addresses, days: Days) -> dict[int, tuple[dict[Key, Address], dict[Key, str]]]:
    """Month of a year -> the addresses of its articles, and those that were refused one."""
    months: dict[int, tuple[dict[Key, Address], dict[Key, str]]] = {}
    for day, shown in days.items():
        of, refused = months.setdefault(date.fromordinal(day).month, ({}, {}))
        keys = [(path, place) for _page, path, place, *_ in shown]
        of.update((key, made.of[key]) for key in keys if key in made.of)
        refused.update((key, made.refused[key]) for key in keys if key in made.refused)
    return months


def _calm(made: Addresses, days: Days, entries: Iterable[Entry]) -> bool:
    """Whether all reports of these days are at the addresses that the ledger has of their issues, and it has no other."""
    alive = {entry.url for entry in entries if not (entry.gone or entry.to)}
    urls: set[str] = set()
    for day, shown in days.items():
        folder = _folder(day)
        for _page, path, place, *_ in shown:
            address = made.of.get((path, place))
            if address is None or not address.url.startswith(folder):
                return False
            urls.add(address.url)
    return urls == alive
