"""Stamps: what a file system says of a file in one number, by which an unchanged file is known without being read.

A stamp is a hint for the memo and never reaches output. A file that changed within the last two seconds has no stamp (0),
because it could change once more without one being able to tell: such a file is read and compared.
"""

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from bulletin.values import dataclass

RECENT_NS = 2_000_000_000
UNKNOWN = 0


def now() -> int:
    """The time before which a file must have changed to get a stamp, in nanoseconds."""
    return time.time_ns() - RECENT_NS


def stamp(stat: os.stat_result, before: int) -> int:
    """The stamp of a source: content, place and time; `before` is what `now` gave before the files were looked at."""
    if stat.st_mtime_ns >= before or stat.st_ctime_ns >= before:
        return UNKNOWN
    return hash((stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)) or 1


def written_stamp(stat: os.stat_result) -> int:
    """The stamp of a file that this program wrote; moving it does not change it."""
    return hash((stat.st_mtime_ns, stat.st_size, stat.st_ino)) or 1


def stamp_of(path: Path, before: int) -> int:
    """The stamp of a file, UNKNOWN where there is none."""
    try:
        return stamp(path.stat(), before)
    except OSError:
        return UNKNOWN


def walk(folder: str) -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
    """(path from `folder`, with / behind it, entries) of each folder in it, and of itself; hidden ones are left out.

    Folders that are links are entries and are not entered, and nobody looks into .git or at .DS_Store.
    """
    pending = [("", folder)]
    while pending:
        prefix, here = pending.pop()
        try:
            with os.scandir(here) as found:
                entries = [entry for entry in found if entry.name[0] != "."]
        except OSError:
            continue
        pending.extend((f"{prefix}{e.name}/", e.path) for e in entries if e.is_dir() and not e.is_symlink())
        yield prefix, entries


@dataclass(frozen=True, slots=True)
class Look:
    """The files of a folder as they stood at one moment; hidden ones are left out."""

    stamps: Mapping[str, int]
    """Path from the folder, with / -> stamp; of a link it is UNKNOWN."""
    links: frozenset[str]
    """Those of them that are links, to files and to folders; folders are not entered by a link."""
    before: int
    """The time that stamps are made for, as `now` gave it."""


def look(folder: str, before: int) -> Look:
    """Look at all files of a folder, in one pass; there are none where it cannot be read."""
    stamps: dict[str, int] = {}
    links: list[str] = []
    for prefix, entries in walk(folder):
        for entry in entries:
            if entry.is_symlink():
                links.append(prefix + entry.name)
                stamps[prefix + entry.name] = UNKNOWN
            elif not entry.is_dir():
                try:
                    stamps[prefix + entry.name] = stamp(entry.stat(), before)
                except OSError:
                    stamps[prefix + entry.name] = UNKNOWN
    return Look(stamps, frozenset(links), before)
