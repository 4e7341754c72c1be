"""Stamps: what a file system says of a file in one number, by which an unchanged file is known without being read.

A stamp is a hint for the memo and never reaches output. A file that changed within the last two seconds has no stamp (0),
because it could change once more without one being able to tell: such a file is read and compared.
"""

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

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


class Folder(NamedTuple):
    """What is seen of one folder."""

    prefix: str
    """Its path from where the walk began, with / behind it; empty there."""
    files: list[os.DirEntry[str]]
    folders: list[os.DirEntry[str]]
    links: list[os.DirEntry[str]]


def walk(folder: str) -> Iterator[Folder]:
    """A folder and all folders in it; what is hidden (.git, .DS_Store) is left out, and no folder is entered by a link."""
    pending = [("", folder)]
    while pending:
        prefix, here = pending.pop()
        files: list[os.DirEntry[str]] = []
        folders: list[os.DirEntry[str]] = []
        links: list[os.DirEntry[str]] = []
        try:
            with os.scandir(here) as found:
                for entry in found:
                    if entry.name[0] == ".":
                        continue
                    kind = links if entry.is_symlink() else folders if entry.is_dir() else files
                    kind.append(entry)
        except OSError:
            continue
        pending += [(f"{prefix}{entry.name}/", entry.path) for entry in folders]
        yield Folder(prefix, files, folders, links)


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
    for prefix, files, _folders, found in walk(folder):
        for entry in found:
            links.append(prefix + entry.name)
            stamps[prefix + entry.name] = UNKNOWN
        for entry in files:
            try:
                stamps[prefix + entry.name] = stamp(entry.stat(), before)
            except OSError:
                stamps[prefix + entry.name] = UNKNOWN
    return Look(stamps, frozenset(links), before)
