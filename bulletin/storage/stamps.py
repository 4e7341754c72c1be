"""Stamps: what a file system says of a file in one number, by which an unchanged file is known without being read.

A stamp is a hint for the memo and never reaches output. A file that changed within the last two seconds has no stamp (0),
because it could change once more without one being able to tell: such a file is read and compared.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping
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


def walk(folder: str, leave_out: Callable[[str, bool], bool]) -> Iterator[tuple[str, os.DirEntry[str], bool]]:
    """(path from `folder` with /, entry, whether it is a folder) of all that is in it; folders left out are not entered.

    Folders that are links are given and not entered. `leave_out` is asked with (name, whether it is a folder).
    """
    pending = [("", folder)]
    while pending:
        prefix, here = pending.pop()
        try:
            entries = list(os.scandir(here))
        except OSError:
            continue
        for entry in entries:
            is_folder = entry.is_dir()
            if leave_out(entry.name, is_folder):
                continue
            path = prefix + entry.name
            if is_folder and not entry.is_symlink():
                pending.append((path + "/", entry.path))
            yield path, entry, is_folder


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
    for path, entry, is_folder in walk(folder, hidden):
        if entry.is_symlink():
            links.append(path)
            stamps[path] = UNKNOWN
        elif not is_folder:
            try:
                stamps[path] = stamp(entry.stat(), before)
            except OSError:
                stamps[path] = UNKNOWN
    return Look(stamps, frozenset(links), before)


def hidden(name: str, is_folder: bool) -> bool:
    """What nobody looks at: .git, .DS_Store."""
    return name.startswith(".")
