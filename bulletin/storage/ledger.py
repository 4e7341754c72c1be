"""The ledger's files in content/_ledger/: a year of issues each, the numbers of leaders and of topics.

A file is written only when its lines change, whole or not at all. Line ends of another system are no change, so that a
checkout on Windows stays as it is.
"""

from pathlib import Path

from bulletin.findings import Place, fail
from bulletin.storage.sources import write_bytes

FOLDER = "_ledger"
LEADERS, TOPICS = "leaders.jsonl", "topics.jsonl"


def year_file(year: int) -> str:
    """The name of the file of a year's issues."""
    return f"{year:04}.jsonl"


def find_years(content: Path) -> tuple[int, ...]:
    """The years that have a file, in order."""
    names = (path.stem for path in (content / FOLDER).glob("[0-9][0-9][0-9][0-9].jsonl"))
    return tuple(sorted(int(name) for name in names))


def read_lines_of(content: Path, name: str) -> str:
    """The text of a file; empty where there is none. Raises BulletinError where it cannot be read."""
    place = Place(f"{content.name}/{FOLDER}/{name}")
    try:
        return (content / FOLDER / name).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
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
    write_bytes(content / FOLDER / name, text.encode("utf-8"))
    return True
