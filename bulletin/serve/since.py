"""What changed since the last build, report by report: the ledger as that build wrote it, beside what it would be now.

In: content/, and what all texts show of themselves. Out: the entries of both, of the years in which anything is other than the
ledger has it; a year whose reports are just those of its lines stays as it is, and need not be settled again to know that.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from bulletin.addresses import Seen, address_all
from bulletin.identity.entries import Entry
from bulletin.rows import Row
from bulletin.storage.ledger import entries_of, find_years, read_lines_of, year_file
from bulletin.values import dataclass

Facts = tuple[str, str, int, str, str]
"""Address without the number, path, place in it, headline, digest of the text."""


@dataclass(frozen=True)
class Since:
    """The ledger before and now, of the years that differ; `first` where there was no ledger at all."""

    before: tuple[Entry, ...]
    now: tuple[Entry, ...]
    first: bool = False


class Lines:
    """The lines of the ledger, each year's parsed once as long as its file is the same."""

    def __init__(self) -> None:
        self._years: dict[Path, tuple[str, tuple[Entry, ...]]] = {}

    def entries(self, content: Path) -> dict[int, tuple[Entry, ...]]:
        """Year -> its entries. Raises BulletinError at a line that cannot be read."""
        found: dict[int, tuple[Entry, ...]] = {}
        years: dict[Path, tuple[str, tuple[Entry, ...]]] = {}
        for year in find_years(content):
            name = content / year_file(year)
            text, known = read_lines_of(content, year_file(year)), self._years.get(name)
            years[name] = known if known and known[0] == text else (text, tuple(entries_of(content, year, text)))
            found[year] = years[name][1]
        self._years = years
        return found


def since_the_build(ledger: Mapping[int, tuple[Entry, ...]], rows: Iterable[Row], held: frozenset[str]) -> Since:
    """What is different now; `held` are the texts that cannot be seen."""
    shown: dict[int, list[Seen]] = {}
    for row in rows:
        for seen in row.sightings:
            shown.setdefault(_year(seen), []).append(seen)
    years = [y for y in sorted({*ledger, *shown}) if _seen(shown.get(y, ())) != _written(ledger.get(y, ()))]
    before = tuple(entry for year in years for entry in ledger.get(year, ()))
    elsewhere = {e.url: e.to for year in ledger.keys() - set(years) for e in ledger[year] if e.to}
    now = address_all((seen for year in years for seen in shown.get(year, ())), before, held, elsewhere).entries
    return Since(before, now, not any(ledger.values()))


def _year(seen: Seen) -> int:
    return date.fromordinal(seen[5]).year


def _seen(shown: Iterable[Seen]) -> list[Facts]:
    """What decides whether the ledger has reports as they are."""
    return sorted(
        (_place(day, slug), path, place, title, text)
        for _page, path, place, _line, _weight, day, title, text, _mark, slug, _aliases in shown
    )


def _place(day: int, slug: str) -> str:
    return f"{date.fromordinal(day):%Y/%m/%d}/{slug}"


def _written(entries: Iterable[Entry]) -> list[Facts]:
    """The same of the entries that have a report."""
    return sorted(
        (entry.issue + ("" if entry.number else entry.url[11:-5]), entry.path, entry.place, entry.title, entry.text)
        for entry in entries
        if not (entry.gone or entry.to)
    )
