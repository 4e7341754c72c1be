"""Numbered subheads (一、高度重视，强化责任): lines that number what the text below them tells, and are no broken sentences.

In come blocks, out goes which of them are such lines.
"""

from itertools import pairwise

from bulletin.patterns import pattern
from bulletin.reports.blocks import Block
from bulletin.reports.broken_off import opens_inside
from bulletin.reports.kinds import CANNOT_BEGIN
from bulletin.reports.sentences import CUT_OFF

LIST_ENDS = frozenset("，、,")
NUMBERS = frozenset("一二三四五六七八九十（0123456789①②③④⑤⑥⑦⑧⑨⑩第")
NUMBERED = pattern(
    "(?P<head>[一二三四五六七八九十]{1,2}、)|(?P<bracket>（[一二三四五六七八九十]{1,2}）)"
    "|(?P<figure>[0-9]{1,2}[.．、](?![0-9]))|(?P<circle>[①-⑩])"
    "|(?P<ordinal>第[一二三四五六七八九十][，、：])|(?P<point>[一二三四五六七八九十](?:是|要))"
)
"""How a subhead begins that numbers what the text tells, by the kind of its number."""
LONGEST_NUMBERED = 32


def numbered_subheads(blocks: list[Block]) -> frozenset[int]:
    """The numbered lines that are subheads: short, without a full stop, two at least of one kind, each above a text of its own."""
    rows: dict[str, list[int]] = {}
    for i, (block, below) in enumerate(pairwise(blocks)):
        text = block.text
        if len(text) > LONGEST_NUMBERED or text[0] not in NUMBERS or "。" in text or text[-1] in LIST_ENDS:
            continue
        if (number := NUMBERED.match(text)) and below.kind == "body" and "。" in below.text:
            rows.setdefault(number.lastgroup or "", []).append(i)
    return frozenset(
        i for row in rows.values() if len(row) > 1 for i in row if blocks[i + 1].text[0] not in CANNOT_BEGIN
    )


def is_numbered_head(a: Block, b: Block) -> bool:
    """Whether A is a head with a number (一、高度重视，强化责任) and B the text below it, which is no rest of a sentence."""
    if a.kind != "list" or a.line != a.last or len(a.text) > LONGEST_NUMBERED or "。" in a.text:
        return False
    return a.text[-1] not in CUT_OFF and "。" in b.text and len(b.text) > len(a.text) and not opens_inside(b.text)
