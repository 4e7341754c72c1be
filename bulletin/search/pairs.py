"""The index of one block: which reports hold which two letters side by side. No words, no dictionary, so nothing is lost.

In: the texts of a block in their order, newest first. Out: for each letter X a group that tells the reports of every pair
XY. A query of one letter is the union of a group, of two letters one list, of more what the lists of all its pairs have in
common. Grouped by the first letter, because so a pair needs one small file and single letters need no lists of their own.
`bulletin/data/search.js` reads it. Letters are units of UTF-16, as in a browser. A group is bits, 13 in two characters:

    count                          one more than the number of pairs that stand in one report only, then for each:
      step letter                  how much further that report is than the one before, and Y
    count                          one more than the number of the other pairs, then for each:
      step letter many gap …       how much further its first report is than that of the pair before, Y, the number of its
                                   other reports, the distance of each to the next less one

Counts are written in Elias's gamma code, steps and gaps in Rice's, its parameter from the block's number of reports over
the number of pairs (`spread`) or over that of reports. Y is NUL where X ends a run of letters and stands nowhere else in
that report. Two thirds of the pairs of a block stand in one report; a list of most reports takes a bit a report.
"""

import re
import sys
from bisect import insort
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import repeat
from operator import add, sub

from bulletin.people.fold import simplified
from bulletin.search.letters import BREAKS, CASED, SAME, joined_runs

SYMBOLS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\<')
"""What bits are written in: 92 characters of one byte that stand in a script as they are."""
WORD = 13
"""Bits in two symbols."""
COMMON, ASCII, RARE_BITS, ESCAPE = 3755, 128, 4, 0xFFF
"""GB 2312 has 3,755 common characters, the rest is rarer; a letter takes 12 bits, a rare one 4 more, others 16 more."""
LITTLE = sys.byteorder == "little"
UTF_16 = "utf-16-le" if LITTLE else "utf-16-be"
Lists = dict[int, list[int]]
"""Second letter -> the reports of its pair, in order of first reports."""


def index_pairs(texts: Sequence[str]) -> dict[int, str]:
    """First letter -> group, in the order in which the letters first occur. Same texts, same bytes.

    At most 65,536 texts. Made for speed: nine tenths of the work are done inside the interpreter's own loops.
    """
    buckets: defaultdict[int, list[int]] = defaultdict(list)
    deque(map(list.append, *_occurrences(buckets, texts)), maxlen=0)
    buckets.pop(0, None)
    written = {}
    for first, bucket in buckets.items():
        lists: defaultdict[int, list[int]] = defaultdict(list)
        for value in dict.fromkeys(bucket):
            lists[value & 0xFFFF].append(value >> 16)
        written[first] = packed(_bits(_with_ends(lists), len(texts)))
    return written


def _occurrences(
    buckets: defaultdict[int, list[int]], texts: Sequence[str]
) -> tuple[Iterator[list[int]], Sequence[int]]:
    """For every place in the texts the bucket of its letter, and what goes there: report * 65,536 + the letter behind it."""
    letters = list(map(joined_runs, texts))
    units = [text.encode(UTF_16, "surrogatepass") for text in letters]
    whole = b"".join(units)
    reports = b"".join(i.to_bytes(2, sys.byteorder) * (len(text) // 2) for i, text in enumerate(units))
    values = bytearray(2 * len(whole))
    low, high = (0, 2) if LITTLE else (2, 0)
    for byte in (0, 1):
        values[low + byte : -4 or None : 4] = whole[2 + byte :: 2]
        values[high + byte :: 4] = reports[byte::2]
    return map(buckets.__getitem__, memoryview(whole).cast("H")), memoryview(values).cast("I")


def _with_ends(lists: Lists) -> Lists:
    """Reports in which the letter stands at the end of a run are kept where it stands nowhere else in them."""
    ends = lists.pop(0, None)
    if ends is None:
        return lists
    known = set().union(*lists.values())
    missing = [report for report in ends if report not in known]
    if not missing:
        return lists
    items = list(lists.items())
    insort(items, (0, missing), key=lambda item: item[1][0])
    return dict(items)


def _bits(lists: Lists, reports: int) -> str:
    """A group before it is packed."""
    ones = [(found[0], second) for second, found in lists.items() if len(found) == 1]
    parts = [gamma(len(ones) + 1)]
    if ones:
        places = [place for place, _ in ones]
        steps = rice_codes(spread(reports, len(ones)), reports)
        parts.extend(
            map(add, map(steps.__getitem__, map(sub, places, [0, *places])), map(letter, [y for _, y in ones]))
        )
    parts.append(gamma(len(lists) - len(ones) + 1))
    if len(lists) > len(ones):
        steps, last = rice_codes(spread(reports, len(lists) - len(ones)), reports), 0
        for second, found in lists.items():
            if len(found) > 1:
                gaps = rice_codes(spread(reports, len(found)), reports)
                parts.append(steps[found[0] - last] + letter(second) + gamma(len(found) - 1))
                parts.extend(map(gaps.__getitem__, map(sub, found[1:], map(add, found, repeat(1)))))
                last = found[0]
    return "".join(parts)


@cache
def gamma(value: int) -> str:
    """A number from 1: as many zeros as it has binary digits behind the first, then the digits."""
    digits = f"{value:b}"
    return "0" * (len(digits) - 1) + digits


@cache
def spread(reports: int, among: int) -> int:
    """The Rice parameter for the distances of `among` places strewn over `reports`: about log2 of 0.7 times their mean."""
    return max(1, reports * 7 // (among * 10)).bit_length() - 1


@cache
def rice_codes(parameter: int, limit: int) -> tuple[str, ...]:
    """The codes of 0 to `limit` - 1: value >> parameter ones and a zero, then the low bits."""
    low = [f"{i:0{parameter}b}" if parameter else "" for i in range(1 << parameter)]
    return tuple("1" * (value >> parameter) + "0" + low[value & (1 << parameter) - 1] for value in range(limit))


@cache
def _places() -> dict[int, int]:
    """The Han characters of GB 2312 in its order, which browsers know as well (TextDecoder); ASCII behind the common ones."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    han = [character for code in codes if (character := code.decode("gb2312", "ignore"))]
    order = [*han[:COMMON], *map(chr, range(ASCII)), *han[COMMON:]]
    return {ord(character): place for place, character in enumerate(order)}


@cache
def letter(unit: int) -> str:
    """A letter as 12 bits, 16 or 28."""
    place = _places().get(unit)
    if place is None:
        return f"{ESCAPE:b}{unit:016b}"
    rare = place - COMMON - ASCII
    if rare < 0:
        return f"{place:012b}"
    return f"{COMMON + ASCII + (rare >> RARE_BITS):012b}{rare & (1 << RARE_BITS) - 1:0{RARE_BITS}b}"


@cache
def _words() -> dict[str, str]:
    return {f"{i:0{WORD}b}": SYMBOLS[i // len(SYMBOLS)] + SYMBOLS[i % len(SYMBOLS)] for i in range(1 << WORD)}


def packed(bits: str) -> str:
    """Bits as symbols; filled up with zeros to full words."""
    words = re.findall(".{13}", bits + "0" * (-len(bits) % WORD))
    return "".join(map(_words().__getitem__, words))


def rules() -> dict[str, object]:
    """What the browser's half (`bulletin/data/search.js`) is told of this module and of `letters`."""
    return {
        "breaks": BREAKS, "cased": CASED, "same": SAME, "symbols": SYMBOLS,
        "common": COMMON, "ascii": ASCII, "rare": RARE_BITS, "escape": ESCAPE,
        "changed": "".join(chr(code) for code in simplified() if code in _places()),
    }  # fmt: skip
