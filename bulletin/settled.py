"""What is remembered of years whose addresses are settled, and what a build has settled in all.

In: the notes of the memo. Out: `Year`, what a year was settled with and where its reports are; `Settled`, the addresses of a
build month by month, of which only those are read that somebody asks for.
"""

from collections.abc import Mapping
from typing import NamedTuple

from bulletin.addresses import Address, Addresses, Key, Seen
from bulletin.findings import Finding
from bulletin.model import Former
from bulletin.packing import pack, unpack
from bulletin.parts import digest
from bulletin.storage.memo import Memo
from bulletin.storage.stamps import UNKNOWN
from bulletin.values import dataclass

Month = tuple[int, int]
YEARS, ADDRESSES = "year ", "addresses "
"""What the names of the notes of a year, and of the addresses of a month, begin with."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What a year has besides the addresses of its articles."""

    former: tuple[Former, ...] = ()
    leads: tuple[tuple[str, str], ...] = ()
    """(address, where it leads) of those that lead elsewhere."""
    findings: tuple[Finding, ...] = ()


class Year(NamedTuple):
    """What is remembered of a settled year."""

    fixed: str
    """Digest of what it was settled with besides its reports."""
    text: str
    """Digest of its file as it was afterwards."""
    reports: dict[int, str]
    """Month -> digest of its texts and articles."""
    days: dict[int, str]
    """Day -> digest of what the articles of its issue show of themselves."""
    calm: bool
    """Whether all of its reports are where the ledger has them, and the ledger has no other, so that days stand for
    themselves: nothing can be told to be what another day has lost."""
    months: dict[int, str]
    """Month -> digest of the addresses of its articles."""
    rest: bytes
    stamp: int = UNKNOWN
    """Of its file, where it is known to be that text."""

    def of_same(self, other: "Year") -> bool:
        """Whether both were settled with the same."""
        return (self.fixed, self.text, self.reports) == (other.fixed, other.text, other.reports)


Days = Mapping[int, tuple[Seen, ...]]
"""Day of an issue -> what its articles show of themselves."""


class Settled:
    """What was settled in all."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo
        self._made: dict[Month, bytes] = {}
        self._digests: dict[Month, str] = {}
        self.former: list[Former] = []
        self.findings: list[Finding] = []
        self.texts: dict[int, str] = {}
        """Files of the ledger that have changed: year -> text."""

    def addresses(self, month: Month) -> Addresses:
        """The addresses of a month's articles."""
        data = self._made.get(month) or self._memo.read(name_of(month))
        of, refused = unpack(data) if data else ((), ())
        return Addresses(dict(of), dict(refused))

    def digest(self, month: Month) -> str:
        return self._digests.get(month, "")

    def add(self, number: int, year: Year, told: bool) -> None:
        """Add a year; `told` says that its findings are here already."""
        rest: Rest = unpack(year.rest)
        self.former.extend(rest.former)
        self.findings.extend(() if told else rest.findings)
        self._digests.update({(number, month): sum for month, sum in year.months.items()})

    def note(self, month: Month, of: Mapping[Key, Address], refused: Mapping[Key, str]) -> str:
        """Remember the addresses of a month; returns their digest."""
        found = tuple(sorted(of.items(), key=_key)), tuple(sorted(refused.items()))
        self._made[month] = pack(found)
        self._memo.note(name_of(month), self._made[month])
        return digest(*found)


def name_of(month: Month) -> str:
    return f"{ADDRESSES}{month[0]:04}-{month[1]:02}"


def _key(item: tuple[Key, object]) -> Key:
    return item[0]
