"""What counts as the same letter, and what ends a run of letters: the half of the search's rules that text and query share.

In comes any text, out goes one of the same length in UTF-16, so that a place in the folded text is a place in the text as
printed, which is shown unchanged. Width, case and marks with two forms are one; traditional characters count as the
simplified ones that `people.fold` knows them by. The browser does the same with the tables made here
(`bulletin/data/search/letters.js`); a test compares the two in a real one.
"""

import re
from functools import cache

from bulletin.patterns import pattern
from bulletin.people.fold import simplified

CASED = ((0x41, 0x5A), (0xC0, 0x24F), (0x370, 0x52F))
"""First and last code points of the alphabets whose capitals count as small letters: Latin, Greek, Cyrillic."""
SAME = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "•": "·",
    "・": "·",
    "‧": "·",
    "∙": "·",
    "～": "~",
    "—": "-",
    "–": "-",
    "―": "-",
    "−": "-",
}
"""Marks with several forms; the dots stand in names of several parts (买买提·艾山)."""
BREAKS = (
    "\x00-/:-@[-`{-\xbf\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3006\u3008-\u3020\u3030\u303d-\u303f\u30fb"
    "\ufe00-\ufe6f\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff"
)
"""Characters, folded or not, that are no letters, as ranges of a regular expression: spaces, marks, signs."""
BREAK = pattern(f"[{BREAKS}]+")


@cache
def table() -> dict[int, str]:
    """Code point -> what it counts as, for every character that counts as another one."""
    found = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)} | {0x3000: " "}
    for first, last in CASED:
        for code in range(first, last + 1):
            small = chr(code).lower()
            if small != chr(code) and len(small) == 1:
                found[code] = small
    found |= {code: small.lower() for code, small in found.items() if len(small.lower()) == 1}
    return found | {ord(mark): one for mark, one in SAME.items()} | simplified()


@cache
def _changed() -> re.Pattern[str]:
    """Letters that fold to another one; marks are left out, since for pairs they are all alike."""
    return re.compile("[" + "".join(chr(code) for code, to in sorted(table().items()) if not BREAK.match(to)) + "]")


def fold(text: str) -> str:
    """`text` as it is compared; of the same length."""
    return text.translate(table())


def runs(text: str) -> list[str]:
    """The runs of letters of `text`, folded: 县委书记、县长 is two."""
    return [run for run in BREAK.split(fold(text)) if run]


def joined_runs(text: str) -> str:
    """The runs of letters of `text`, folded, each with a NUL behind it; made for speed."""
    if _changed().search(text):
        text = text.translate(table())
    return BREAK.sub("\0", text) + "\0"
