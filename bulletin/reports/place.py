"""What the path of a file tells: the issue's date, and the print page (版) of a file in an issue's folder."""

import re
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from bulletin.patterns import pattern
from bulletin.values import dataclass

DAY = pattern(
    "(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?:[-_.年/]?)(?P<month>[0-9]{1,2})(?:[-_.月/]?)(?P<day>[0-9]{2}"
    "|[0-9](?![0-9]))日?(?![0-9])"
)
PAGE = pattern("^(?:第?(?P<number>[0-9]{1,2})版?|[Aa](?P<letter>[0-9]{1,2})版?)[ _.、：:-]*(?P<name>[^0-9 ].*)?$")
WINDOWS = pattern(r"^(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?:\..*)?$|[<>:\"|?*\\]|[ .]$", re.IGNORECASE)

WINDOWS_SEEN = pattern(r"[<>:\"|?*\\]|[ .](?:/|$)|(?:^|/)(?:CON|PRN|AUX|NUL|COM|LPT)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FilePlace:
    """Date, print page and its name out of a path; None, 0 and empty where it tells nothing."""

    issue: date | None = None
    page: int = 0
    page_name: str = ""


def place_of(path: str) -> FilePlace:
    """What `path` (relative to content/, with /) tells. The last date in it counts; an impossible one is none."""
    *folders, name = path.split("/")
    if path.startswith("/") or path[1:2] == ":":
        folders = folders[-2:]  # a file from elsewhere: only its own name and folders tell
    if issue := _day_in(name):
        return FilePlace(issue)
    issue, between = _day_of(tuple(folders))
    if issue is None:
        return FilePlace()
    for part in (name.rsplit(".", 1)[0], *between):
        found = PAGE.match(part)
        if found and 0 < int(found["number"] or found["letter"]) < 100:
            return FilePlace(issue, int(found["number"] or found["letter"]), (found["name"] or "").strip())
    return FilePlace(issue)


@lru_cache(maxsize=64)
def _day_of(folders: tuple[str, ...]) -> tuple[date | None, tuple[str, ...]]:
    """(day that the last dated one of `folders` tells, those below it, the innermost first)."""
    for i in range(len(folders) - 1, -1, -1):
        if day := _day_in(folders[i]):
            return day, folders[:i:-1]
    return None, ()


def _day_in(name: str) -> date | None:
    """The last possible date in a name."""
    found = None
    for match in DAY.finditer(name):
        try:
            found = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            continue
    return found


def windows_forbids(path: str) -> str:
    """The part of a path that Windows cannot keep (CON.txt, a?b.txt), or an empty string. The ways . and .. are no names."""
    if not WINDOWS_SEEN.search(path):
        return ""
    return next((part for part in PurePosixPath(path).parts if part not in (".", "..") and WINDOWS.search(part)), "")
