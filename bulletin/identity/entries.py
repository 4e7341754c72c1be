"""The lines of the ledger as values: one `Entry` an address, one JSON line an entry; and what an article shows of itself.

A line holds what is needed to know the report again when it comes back changed, and what must never be forgotten:

    {"url":"2020/10/15/1.html","path":"2020-10-15.txt","place":0,"title":"石桥通车","text":"9f0c…","mark":"BPPZ…"}

`gone` is set when no report belongs to the address any more, `to` where it leads when the report has another address now,
`unsure` where the report may be the one that had that address, `published` and `sha` once it was published.
"""

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from bulletin.findings import Place, fail
from bulletin.patterns import pattern
from bulletin.values import dataclass

LAST = 10**9
"""Words come after numbers."""
ADDRESS = pattern("[0-9]{4}/[0-9]{2}/[0-9]{2}/[a-z0-9-]+\\.html")


@dataclass(frozen=True, slots=True)
class Entry:
    """An address and the report that it belongs to, or belonged to."""

    url: str
    path: str
    place: int
    """The report's place in its file, from 0."""
    title: str
    text: str
    """Digest of the text."""
    mark: str
    """What `likeness.shared` compares."""
    gone: bool = False
    to: str = ""
    unsure: str = ""
    published: str = ""
    """First publication, such as 2020-10-16T08:00+08:00; empty before."""
    sha: str = ""
    """Digest of the page as it was last published."""

    @property
    def issue(self) -> str:
        """The folder of the issue: 2020/10/15/."""
        return self.url[:11]

    @property
    def number(self) -> int:
        """The number in the address; 0 where the address is a word."""
        name = self.url[11:-5]
        return int(name) if name.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Sighting:
    """What an article shows of itself in this build."""

    path: str
    place: int
    issue: date
    title: str
    text: str
    mark: str
    slug: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder of its issue."""
        return f"{self.issue:%Y/%m/%d}/"


def entry_order(entry: Entry) -> tuple[object, ...]:
    """The order of lines: by address, numbers as numbers; of two lines of one address the one that was published first."""
    return (
        entry.issue,
        entry.number or LAST,
        entry.url,
        entry.published or "9",
        entry.gone,
        entry.path,
        entry.place,
        entry.title,
        entry.text,
    )


def write_lines(entries: Iterable[Entry]) -> str:
    """The text of a ledger file."""
    return write_ordered(sorted(entries, key=entry_order))


DEFAULTS = tuple((field.name, field.default) for field in fields(Entry))
_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write_ordered(entries: Iterable[Entry]) -> str:
    """The text of a ledger file of entries that are in order.

    All are encoded at once, and parted where one ends and the next begins: a quote inside a text has a stroke before it, so
    no text holds what stands there.
    """
    text = _as_json([_pairs(entry) for entry in entries])[1:-1]
    return text.replace('},{"url":"', '}\n{"url":"') + "\n" if text else ""


def _pairs(entry: Entry) -> dict[str, object]:
    """What a line holds of an entry: all that is not as it usually is."""
    if entry.gone or entry.to or entry.unsure or entry.published or entry.sha:
        return {name: value for name, default in DEFAULTS if (value := getattr(entry, name)) != default}
    return {
        "url": entry.url, "path": entry.path, "place": entry.place, "title": entry.title, "text": entry.text,
        "mark": entry.mark,
    }  # fmt: skip


def parse_lines(text: str, name: str) -> list[Entry]:
    """The entries of a ledger file in the order of its lines. Raises BulletinError at a line that is none."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    try:
        values = json.loads("[" + ",".join(line for _, line in lines) + "]")
    except ValueError:
        values = [_value(line, number, name) for number, line in lines]
    if len(values) != len(lines):
        values = [_value(line, number, name) for number, line in lines]
    return [_entry(value, number, line, name) for value, (number, line) in zip(values, lines, strict=True)]


def _value(line: str, number: int, name: str) -> object:
    try:
        return json.loads(line)
    except ValueError:
        raise fail("ledger-line", Place(name, number, 1, line[:70])) from None


def _entry(value: object, number: int, line: str, name: str) -> Entry:
    try:
        entry = Entry(**value)  # type: ignore[arg-type]
    except TypeError:
        raise fail("ledger-line", Place(name, number, 1, line[:70])) from None
    words = (entry.url, entry.path, entry.title, entry.text, entry.mark, entry.to, entry.unsure, entry.published)
    right = set(map(type, words)) == {str} and type(entry.place) is int and type(entry.gone) is bool
    if not right or not all(map(ADDRESS.fullmatch, filter(None, (entry.to, entry.unsure, entry.url or "?")))):
        raise fail("ledger-line", Place(name, number, 1, line[:70]))
    return entry
