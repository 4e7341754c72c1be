"""The ledger as the preview looks at it: what it has of one issue, and whether a report of that year is lost.

In: content/, and the addresses that were settled. The files are read once; a `Ledger` is made anew when they change.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bulletin.identity.entries import Entry
from bulletin.settled import Settled
from bulletin.storage.ledger import entries_of, read_lines_of, year_file


class Ledger:
    """The entries of the years that were asked for."""

    def __init__(self, content: Path, settled: Settled) -> None:
        self.content, self.settled = content, settled
        self._years: dict[int, tuple[dict[str, list[Entry]], bool]] = {}

    def issue(self, day: date) -> tuple[Sequence[Entry], bool]:
        """The entries of an issue, and whether any entry of its year has no report now and leads nowhere."""
        if day.year not in self._years:
            self._years[day.year] = self._year(day.year)
        issues, lost = self._years[day.year]
        return issues.get(f"{day:%Y/%m/%d}/", ()), lost

    def _year(self, year: int) -> tuple[dict[str, list[Entry]], bool]:
        entries = entries_of(self.content, year, read_lines_of(self.content, year_file(year)))
        issues: dict[str, list[Entry]] = {}
        for entry in entries:
            issues.setdefault(entry.issue, []).append(entry)
        months = (self.settled.addresses((year, month)) for month in range(1, 13))
        present = {address.url for addresses in months for address in addresses.of.values()}
        return issues, any(not (e.gone or e.to) and e.url not in present for e in entries)
