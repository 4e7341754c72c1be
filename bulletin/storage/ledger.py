"""The ledger's files in content/_ledger/: a year of issues each, the numbers of leaders and of topics.

A file is written only when its lines change, whole or not at all. Line ends of another system are no change, so that a
checkout on Windows stays as it is.
"""

from collections.abc import Iterable
from pathlib import Path

from bulletin.findings import Place, fail
from bulletin.identity.entries import Entry, parse_lines, write_ordered
from bulletin.identity.numbers import Numbered, parse_numbers, write_numbers
from bulletin.storage.sources import LEDGER, write_bytes
from bulletin.values import dataclass

LEADERS, TOPICS = "leaders.jsonl", "topics.jsonl"


def year_file(year: int) -> str:
    """The name of the file of a year's issues."""
    return f"{year:04}.jsonl"


def find_years(content: Path) -> tuple[int, ...]:
    """The years that have a file, in order."""
    names = (path.stem for path in (content / LEDGER).glob("[0-9][0-9][0-9][0-9].jsonl"))
    return tuple(sorted(int(name) for name in names))


def read_lines_of(content: Path, name: str) -> str:
    """The text of a file; empty where there is none. Raises BulletinError where it cannot be read."""
    place = Place(shown(content, name))
    try:
        return (content / LEDGER / name).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise fail("ledger-line", Place(place.path, error.object[: error.start].count(b"\n") + 1)) from None
    except OSError as error:
        raise fail("file-unreadable", place, why=error.strerror or "?") from None


def write_lines_of(content: Path, name: str, text: str) -> bool:
    """Write a file where its lines have changed; returns whether they had."""
    if read_lines_of(content, name) == text:
        return False
    write_bytes(content / LEDGER / name, text.encode("utf-8"))
    return True


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that the ledger holds."""

    leaders: tuple[Numbered, ...] = ()
    topics: tuple[Numbered, ...] = ()


def read_numbers(content: Path) -> Numbers:
    """Read them. Raises BulletinError at a line that cannot be read: no address would be safe."""
    leaders, topics = (
        tuple(parse_numbers(read_lines_of(content, name), shown(content, name))) for name in (LEADERS, TOPICS)
    )
    return Numbers(leaders, topics)


def write_numbers_of(content: Path, numbers: Numbers) -> None:
    """Write what has changed. Raises BulletinError where it cannot be written."""
    files: Iterable[tuple[str, tuple[Numbered, ...]]] = ((LEADERS, numbers.leaders), (TOPICS, numbers.topics))
    for name, lines in files:
        if lines:
            write_lines_of(content, name, write_numbers(lines))


def entries_of(content: Path, year: int, text: str) -> list[Entry]:
    """The entries in the text of a year's file. Raises BulletinError at a line that cannot be read."""
    return parse_lines(text, shown(content, year_file(year)))


def texts_of(entries: Iterable[Entry]) -> dict[int, str]:
    """Year -> text of its file, of entries in order."""
    years: dict[int, list[Entry]] = {}
    for entry in entries:
        years.setdefault(int(entry.url[:4]), []).append(entry)
    return {year: write_ordered(found) for year, found in years.items()}


def shown(content: Path, name: str) -> str:
    """The path of a ledger file as messages show it."""
    return f"{content.name}/{LEDGER}/{name}"
