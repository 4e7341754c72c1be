"""Names of parts joined by dots: 艾力·肉孜. Where does the last part end?

In comes a folded text and where such a name begins, out comes its length there.
"""

import re

from bulletin.patterns import pattern
from bulletin.people.characters import DOTS, HAN
from bulletin.people.endings import AROUND, BEFORE_TI, LIKELY, PERHAPS, SURE, ending
from bulletin.people.forms import FOREIGN

DOTTED = pattern(f"[{HAN}]{{1,7}}(?:[{DOTS}][{HAN}]{{1,7}}){{1,3}}")


def dotted_length(name: str, text: str, at: int) -> int:
    """Cut a dotted name in the first part behind a dot where other words begin: 艾力·肉孜|和古丽·艾山, 艾力·肉孜|到石桥镇."""
    base = 0
    parts = re.split(f"[{DOTS}]", name)
    for i, part in enumerate(parts):
        for length in range(1, len(part) + 1) if i else ():
            if _dotted_ends(text, at, at + base + length, i < len(parts) - 1):
                return base + length
        base += len(part) + 1
    last = len(parts[-1])
    return len(name) if last <= 4 else len(name) - last + 3


def _dotted_ends(text: str, at: int, end: int, more: bool) -> bool:
    """Whether a dotted name from `at` ends before `end`. `more`: another dot follows, so that only a joint may end it."""
    following = text[end : end + 1]
    if following and following in "和与及" and following not in FOREIGN:
        return True
    if more:
        return False
    how = ending(text, end)
    if how == LIKELY and text[end - 1] in BEFORE_TI and text.startswith("提到", end):
        return False
    if how == LIKELY:
        longer = following in FOREIGN and ending(text, end + 1) == LIKELY  # 木拉提|出席
        return end - at > 3 and not longer
    return how == SURE or (how == PERHAPS and following not in FOREIGN) or _often_ends(text, at, end)


def _often_ends(text: str, at: int, end: int) -> bool:
    """Whether what stands from `at` to `end` is met elsewhere with something else behind it."""
    if text[end - 1] in DOTS or text[end - 2] in DOTS:
        return False
    begin, stop = max(0, at - AROUND), end + AROUND
    return text.count(text[at:end], begin, stop) > text.count(text[at : end + 1], begin, stop)
