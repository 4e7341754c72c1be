"""The months of the archive in blocks, and the scripts of a block: what a search loads, and no more.

In: how many reports each month has, then `Entry` values, newest first. Out: blocks, then scripts. What a script holds
depends on its own block's or day's entries alone, so an edited report makes one block anew and no other. A script calls a
method of `bulletinSearch` (`bulletin/data/search/search.js`): that works from a disk as well, where nothing else could be read.

    <block>/rows.js     tellRows(block, version, {days, files, leaders, who, topics, about, columns, in, places, at, common})
    <block>/i<n>.js     tellPairs(block, version, reports, groups): the groups of `index_pairs` whose letter % number of such
                        files is n, each behind its letter; ASCII as its full-width form, so that what is not ASCII begins one
    <block>/t<MMDD>-<n>.js   tellTexts([[address, title, other headlines, body, what else is shown], …]), a few reports of a day

The version tells a browser that it mixes old scripts out of its cache with new ones.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from bulletin.search.pairs import index_pairs
from bulletin.values import dataclass

LARGEST = 800
"""Reports in a block, as long as a month has no more: enough for a small index and few scripts, few enough to make anew in a moment."""
PARTS = (12, 6, 4, 3, 2, 1)
"""Months a block may have, longest first; a year is cut by the first that leaves no block above `LARGEST`."""
REPORTS_A_FILE = 6
"""A script of pairs for so many reports: about 5 kB each where reports have 700 characters."""
TEXTS_SIZE = 2_000
"""Bytes of UTF-8 after which the reports of a day go on in another script of texts: one report, or some short ones."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the search knows of a report."""

    url: str
    day: date
    title: str
    heads: str = ""
    """Kicker and subtitle, a line each."""
    body: str = ""
    others: str = ""
    """What else its page shows: byline, source, leaders; a line each."""
    leaders: tuple[str, ...] = ()
    """Keys of leaders, as in the search's head."""
    topics: tuple[str, ...] = ()
    column: str = ""
    place: str = ""
    """Print page and column in words."""

    @property
    def text(self) -> str:
        """Everything a search looks through; a match never crosses a line."""
        return f"{self.title}\n{self.heads}\n{self.body}\n{self.others}"


@dataclass(frozen=True, slots=True)
class Block:
    """Some months of a year that are searched together: `first` to `last`, with so many reports."""

    year: int
    first: int
    last: int
    reports: int

    @property
    def name(self) -> str:
        """2024, 2024-01-03 (January to March) or 2024-05."""
        if (self.first, self.last) == (1, 12):
            return f"{self.year:04}"
        return f"{self.year:04}-{self.first:02}" + (f"-{self.last:02}" if self.last > self.first else "")

    @property
    def files(self) -> int:
        """Number of its scripts of pairs."""
        return -(-self.reports // REPORTS_A_FILE)


def make_blocks(months: Iterable[tuple[int, int, int]]) -> Iterator[Block]:
    """(year, month, reports) of the months that have reports, newest first, as blocks, newest first."""
    for year, of_year in groupby(months, key=lambda month: month[0]):
        counts = [(month, reports) for _, month, reports in of_year]
        for length in PARTS:
            sums: dict[int, int] = {}
            for month, reports in counts:
                sums[(month - 1) // length] = sums.get((month - 1) // length, 0) + reports
            if max(sums.values()) <= LARGEST:
                break
        yield from (Block(year, n * length + 1, (n + 1) * length, reports) for n, reports in sums.items())


def block_scripts(block: Block, entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """(file name, script) of the block's rows and pairs."""
    index = index_pairs([entry.text for entry in entries])
    files: list[list[str]] = [[] for _ in range(block.files)]
    for unit, group in index.groups.items():
        files[unit % block.files].append(_key(unit) + group)
    rows = _rows(entries) | {"common": index.common}
    version = _version(script_value(rows), *map("".join, files))
    yield "rows.js", _call("tellRows", block.name, version, rows)
    for i, some in enumerate(files):
        yield f"i{i}.js", f'bulletinSearch.tellPairs("{block.name}","{version}",{len(entries)},"{"".join(some)}");\n'


def _version(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def text_scripts(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """(file name, script) of the texts of some days."""
    for day, some in groupby(entries, key=lambda entry: entry.day):
        for number, few in enumerate(_texts(some)):
            rows = [[file_of(e), e.title, e.heads, e.body, e.others] for e in few]
            yield f"t{day:%m%d}-{number}.js", _call("tellTexts", f"{day:%Y/%m/%d}", rows)


def _texts(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The reports of a day as they stand together."""
    few: list[Entry] = []
    size = 0
    for entry in entries:
        few.append(entry)
        size += len(entry.text.encode("utf-8", "surrogatepass"))
        if size >= TEXTS_SIZE:
            yield few
            few, size = [], 0
    if few:
        yield few


def _key(unit: int) -> str:
    """A letter before its group: ASCII as its full-width form, half of a pair of UTF-16 as an escape."""
    if unit < 0x80:
        return chr(unit + 0xFEE0)
    return f"\\u{unit:04x}" if 0xD800 <= unit < 0xE000 else chr(unit)


def _rows(entries: Sequence[Entry]) -> dict[str, object]:
    """What is known of the reports besides their texts; rows of numbers in base 36: who "0 3,1" is two reports.

    Left out, since they are loaded with nearly every search: a file that is one more than the one before in its day, and the
    places where they are the columns.
    """
    days = [[f"{day:%m%d}", *map(len, _texts(some))] for day, some in groupby(entries, key=lambda entry: entry.day)]
    leaders, who = _numbered([entry.leaders for entry in entries])
    topics, about = _numbered([entry.topics for entry in entries])
    columns, in_ = _numbered([(entry.column,) for entry in entries])
    places, at = _numbered([(entry.place,) for entry in entries])
    if places == columns and at == in_:
        places, at = [], ""
    return {
        "days": days, "files": ",".join(_files(entries)), "leaders": leaders, "who": who, "topics": topics,
        "about": about, "columns": columns, "in": in_, "places": places, "at": at,
    }  # fmt: skip


def _files(entries: Iterable[Entry]) -> Iterator[str]:
    for _, some in groupby(entries, key=lambda entry: entry.day):
        number = 0
        for file in map(file_of, some):
            yield "" if file == str(number + 1) else file
            number = int(file) if file.isdecimal() else number


def _numbered(values: Sequence[Sequence[str]]) -> tuple[list[str], str]:
    """The different values in order of appearance, and the places of each row's own among them."""
    places: dict[str, int] = {}
    rows = [" ".join(base_36(places.setdefault(value, len(places))) for value in some) for some in values]
    return list(places), ",".join(rows)


def base_36(value: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (base_36(value // 36) if value >= 36 else "") + digits[value % 36]


def file_of(entry: Entry) -> str:
    """The address of an entry, short where it lies in the folder of its day: 3 for 2024/03/05/3.html."""
    folder = f"{entry.day:%Y/%m/%d}/"
    short = entry.url.removeprefix(folder).removesuffix(".html")
    return short if entry.url == f"{folder}{short}.html" and "/" not in short else entry.url


def _call(method: str, *values: object) -> str:
    return f"bulletinSearch.{method}({','.join(map(script_value, values))});\n"


def script_value(value: object) -> str:
    """JSON that is also a script: the two line separators that old engines refuse are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
