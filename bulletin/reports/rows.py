"""Rows of one text: numbered items, items behind a mark, and the days of a chronicle; none of them begins a report.

In come a block and the report above it, out goes whether the block goes on with a row; the lines of a chronicle that no headline
announces are told once a file, by the blocks of the file.
What an item tells of is not asked: a digest tells of another matter in each.
"""

from collections.abc import Sequence
from itertools import islice

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.blocks import Block
from bulletin.reports.dates import number
from bulletin.reports.group import BODY, Group

HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
NUMBERED = pattern(
    f"[（(](?P<inside>[0-9]{{1,2}}|{HAN_NUMBER})[）)]|(?P<han>{HAN_NUMBER})、"
    f"|(?P<figures>[0-9]{{1,2}})(?:[.．、](?![0-9]{{1,2}}[.日%％])|[ \u3000]+(?![ ]*[月日年]|[0-9]{{3}}))"
)
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
FIRST = frozenset("（(一二三四五六七八九十0123456789" + CIRCLED)
MARKS = frozenset("◎□▶►·•・△▷◈❖✦♦-－—*＊#")
"""What may stand before the items of a digest, beside the marks that are items wherever they stand."""
DAY_ROW = pattern("[△▲●]?(?:[12][0-9]{3}[ ]?年[ ]?)?(?P<month>[0-9]{1,2})[ ]?月[ ]?(?P<day>[0-9]{1,2})[ ]?日")
HEADED = pattern("【[^】。]{2,24}】[^】]{12}")
"""An item of a digest: 【春季植树】3月12日，…."""
DIGEST = pattern("大事记|要闻|简讯|快讯|动态|简报|周报|日志|一句话|集锦|回眸")
CHRONICLE = pattern("大事记|大事月报|日志|纪事")
"""What tells of many days whatever stands between them."""
REACH, FEWEST, SPREAD = 12, 5, 4
"""Blocks that may stand between two items; rows of a chronicle; different days in it."""


def goes_on_in_row(block: Block, group: Group, in_chronicle: bool) -> bool:
    """Whether a block is a further item of the row that the report above it is, or has in it."""
    first = block.text[0]
    if first in MARKS:
        above = group.first_block()
        return above is not None and above.text[0] == first
    if first not in FIRST:
        return False
    if (place := _numbered(block.text)) and _follows(place, group):
        return True
    row = DAY_ROW.match(block.text)
    if row is None or not group.body:
        return False
    if any(CHRONICLE.search(fold(head.text)) for head in group.heads):
        return True
    if any(DIGEST.search(fold(head.text)) for head in group.heads):
        texts = islice((b for b in reversed(group.body) if b.kind in BODY), REACH)
        return all(DAY_ROW.match(b.text) or _numbered(b.text) for b in texts)
    return not block.gap and in_chronicle


def is_a_row(text: str) -> bool:
    """Whether a text begins with a day or a number, or with a headline of its own in brackets."""
    if text[0] == "【":
        return HEADED.match(text) is not None
    return text[0] in FIRST and (DAY_ROW.match(text) is not None or _numbered(text) is not None)


def _numbered(text: str) -> tuple[str, int] | None:
    """(kind, number) of what a text begins with: 3. → ("figures", 3)."""
    if text[0] in CIRCLED:
        return "circled", CIRCLED.index(text[0]) + 1
    found = NUMBERED.match(text)
    if found is None or found.lastgroup is None:
        return None
    return found.lastgroup, number(found[found.lastgroup])


def _follows(place: tuple[str, int], group: Group) -> bool:
    """Whether the item before this one stands in the report above it."""
    before = (place[0], place[1] - 1)
    return any(b.text[0] in FIRST and _numbered(b.text) == before for b in group.body[-REACH:])


def chronicle(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of the lines set close in rows that each begin with a day, none before the one above it."""
    found, row = set[int](), [0]
    for i in range(1, len(blocks) + 1):
        if i < len(blocks) and not blocks[i].gap and _are_in_order(blocks[i - 1], blocks[i]):
            row.append(i)
            continue
        if len(row) >= FEWEST and len({_day(blocks[k]) for k in row}) >= SPREAD:
            found.update(row)
        row = [i]
    return frozenset(found)


def _are_in_order(above: Block, below: Block) -> bool:
    one, other = _day(above), _day(below)
    return one is not None and other is not None and one <= other


def _day(block: Block) -> tuple[int, int] | None:
    found = DAY_ROW.match(block.text) if block.kind in BODY else None
    return (int(found["month"]), int(found["day"])) if found else None
