"""The index of one block: which reports hold which two letters side by side. No words, no dictionary, so nothing is lost.

In: the texts of a block in their order, newest first. Out: for each letter X a group that tells the reports of every pair
XY. A query of one letter is the union of a group, of two letters one list, of more what the lists of all its pairs have in
common. Grouped by the first letter, because so a pair needs one small file and single letters need no lists of their own.
`bulletin/data/search/pairs.js` reads it. Letters are units of UTF-16, as in a browser. A group is bits, 13 in two characters:

    count                          one more than the number of pairs that stand in one report only, then for each:
      step letter                  how much further that report is than the one before, and Y
    count                          one more than the number of the other pairs, then for each:
      step letter many gap …       how much further its first report is than that of the pair before, Y, the number of its
                                   other reports, the distance of each to the next less one

Counts are written in Elias's gamma code, steps and gaps in Rice's, its parameter from the block's number of reports over
the number of pairs (`spread`) or over that of reports. Y is NUL where X ends a run of letters and stands nowhere else in
that report. Two thirds of the pairs of a block stand in one report; a list of most reports takes a bit a report.
"""

import sys
from bisect import insort
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from functools import cache
from heapq import nsmallest
from itertools import pairwise

from bulletin.people.fold import simplified
from bulletin.search.letters import BREAKS, CASED, SAME, joined_runs
from bulletin.values import dataclass

SYMBOLS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\<')
"""What bits are written in: 92 characters of one byte that stand in a script as they are."""
WORD = 13
"""Bits in two symbols."""
COMMON, ASCII, RARE_BITS, ESCAPE = 3755, 128, 4, 0xFFF
"""GB 2312 has 3,755 common characters, the rest is rarer; a letter takes 12 bits, a rare one 4 more, others 16 more."""
LITTLE = sys.byteorder == "little"
UTF_16 = "utf-16-le" if LITTLE else "utf-16-be"
COMMON_PAIRS, COMMON_SHARE = 250, 20
"""So many of the pairs that stand in a twentieth of the reports or more are told with the rows."""
Lists = dict[int, int | list[int]]
"""Second letter -> the one report of its pair, or two and more; in order of first reports."""


@dataclass(frozen=True, slots=True)
class Index:
    """What a block's scripts tell of its pairs."""

    groups: dict[int, str]
    """First letter -> group, in the order in which the letters first occur."""
    common: str
    """The pairs that stand in most reports, commonest first, two letters each: a search had better not begin with them, for
    most pairs of a phrase stand in few reports, but those inside a word of every day in half of the block."""


def index_pairs(texts: Sequence[str]) -> Index:
    """Same texts, same bytes.

    At most 65,536 texts. Made for speed: most of the work is done inside the interpreter's own loops, a letter at a time, so
    that what is being worked on stays in the processor's cache.
    """
    letters = list(map(joined_runs, texts))
    buckets: defaultdict[int, list[int]] = defaultdict(list)
    deque(map(list.append, *_occurrences(buckets, letters)), maxlen=0)
    buckets.pop(0, None)
    ends = _ends(letters)
    groups: dict[int, str] = {}
    common: list[tuple[int, int, int]] = []
    for first, bucket in buckets.items():
        lists = _lists(bucket)
        common += _common(first, lists, len(texts))
        groups[first] = packed(_bits(_with_ends(lists, ends.get(first, [])), len(texts)))
    return Index(groups, "".join(chr(one) + chr(other) for _, one, other in nsmallest(COMMON_PAIRS, common)))


def _common(first: int, lists: Lists, reports: int) -> list[tuple[int, int, int]]:
    """(number of reports, negative; the letters) of the common pairs of a letter; half characters are left out."""
    return [
        (-len(found), first, second)
        for second, found in lists.items()
        if not isinstance(found, int) and len(found) * COMMON_SHARE >= reports and not (_half(first) or _half(second))
    ]


def _half(unit: int) -> bool:
    """Whether it is one of the two units of a character beyond the first 65,536."""
    return 0xD800 <= unit < 0xE000


def _lists(bucket: list[int]) -> Lists:
    """The pairs of a letter; two thirds of them stand in one report, and get no list."""
    lists: Lists = {}
    for value in bucket:
        second, report = value & 0xFFFF, value >> 16
        found = lists.get(second)
        if found is None:
            lists[second] = report
        elif isinstance(found, int):
            if found != report:
                lists[second] = [found, report]
        elif found[-1] != report:
            found.append(report)
    lists.pop(0, None)
    return lists


def _occurrences(
    buckets: defaultdict[int, list[int]], letters: Sequence[str]
) -> tuple[Iterator[list[int]], Sequence[int]]:
    """For every place in the texts the bucket of its letter, and what goes there: report * 65,536 + the letter behind it."""
    units = [text.encode(UTF_16, "surrogatepass") for text in letters]
    whole = b"".join(units)
    reports = b"".join(i.to_bytes(2, sys.byteorder) * (len(text) // 2) for i, text in enumerate(units))
    values = bytearray(2 * len(whole))
    low, high = (0, 2) if LITTLE else (2, 0)
    for byte in (0, 1):
        values[low + byte : -4 or None : 4] = whole[2 + byte :: 2]
        values[high + byte :: 4] = reports[byte::2]
    return map(buckets.__getitem__, memoryview(whole).cast("H")), memoryview(values).cast("I")


def _ends(letters: Sequence[str]) -> dict[int, list[int]]:
    """Letter -> the reports in which it stands at the end of a run and nowhere else."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for report, text in enumerate(letters):
        runs = _units(text).split("\0")
        elsewhere = set("".join([run[:-1] for run in runs]))
        for end in dict.fromkeys([run[-1:] for run in runs]):
            if end and end not in elsewhere:
                found[ord(end)].append(report)
    return found


def _units(text: str) -> str:
    """A character for every unit of UTF-16."""
    data = text.encode(UTF_16, "surrogatepass")
    return text if len(data) == 2 * len(text) else "".join(map(chr, memoryview(data).cast("H")))


def _with_ends(lists: Lists, ends: list[int]) -> Lists:
    """The lists with that of the runs' ends at its place."""
    if not ends:
        return lists
    items = list(lists.items())
    insort(items, (0, ends if len(ends) > 1 else ends[0]), key=lambda item: _first(item[1]))
    return dict(items)


def _first(found: int | list[int]) -> int:
    return found if isinstance(found, int) else found[0]


def _bits(lists: Lists, reports: int) -> str:
    """A group before it is packed."""
    codes, parts, last = _letters(), [], 0
    ones = [(found, second) for second, found in lists.items() if isinstance(found, int)]
    parts.append(gamma(len(ones) + 1))
    steps = rice_codes(spread(reports, len(ones) or 1), reports)
    for report, second in ones:
        parts += steps[report - last], codes[second]
        last = report
    others = len(lists) - len(ones)
    parts.append(gamma(others + 1))
    steps, last = rice_codes(spread(reports, others or 1), reports), 0
    for second, found in lists.items():
        if not isinstance(found, int):
            gaps = rice_codes(spread(reports, len(found)), reports)
            parts += steps[found[0] - last], codes[second], gamma(len(found) - 1)
            parts += [gaps[to - at - 1] for at, to in pairwise(found)]
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


class Letters(dict[int, str]):
    """Unit -> the letter as 12 bits, 16 or 28."""

    def __missing__(self, unit: int) -> str:
        place = _places().get(unit)
        if place is None:
            self[unit] = f"{ESCAPE:b}{unit:016b}"
        elif (rare := place - COMMON - ASCII) < 0:
            self[unit] = f"{place:012b}"
        else:
            self[unit] = f"{COMMON + ASCII + (rare >> RARE_BITS):012b}{rare & (1 << RARE_BITS) - 1:0{RARE_BITS}b}"
        return self[unit]


_letters = cache(Letters)


@cache
def _words() -> dict[str, str]:
    return {f"{i:0{WORD}b}": SYMBOLS[i // len(SYMBOLS)] + SYMBOLS[i % len(SYMBOLS)] for i in range(1 << WORD)}


def packed(bits: str) -> str:
    """Bits as symbols; filled up with zeros to full words."""
    words, bits = _words(), bits + "0" * (-len(bits) % WORD)
    return "".join([words[bits[at : at + WORD]] for at in range(0, len(bits), WORD)])


def rules() -> dict[str, object]:
    """What the browser's half (`bulletin/data/search/`) is told of this module and of `letters`."""
    return {
        "breaks": BREAKS, "cased": CASED, "same": SAME, "symbols": SYMBOLS,
        "common": COMMON, "ascii": ASCII, "rare": RARE_BITS, "escape": ESCAPE,
        "changed": "".join(chr(code) for code in simplified() if code in _places()),
    }  # fmt: skip
