"""Blocks: a paragraph or a headline each, with its kind; `paragraphs` makes them of lines.

Parts of one block are collected and put together once, so that a long text is not copied again and again.
"""

from typing import NamedTuple

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.dates import find_day, find_full, find_vague

LONGEST_HEAD, LONGEST_GLUED, SHORT, LEAD_REACH, ENOUGH = 40, 90, 12, 45, 120
LOST_DAY = pattern("[0-9]{3,8}日(?:[上下]午|[早晚]|，)")
"""A day that lost its signs: 2018323日上午，…."""
TO_COME = pattern("(?:将于|定于|截至|截止|自|从|至|到)[ ]?$")
TEXT = ("body", "dateline", "list", "item")


class Block(NamedTuple):
    """A paragraph or headline: its kind (see `kinds`), text, and the lines it stood on."""

    kind: str
    text: str
    line: int
    last: int
    level: int = 0
    """Number of # before a heading."""
    gap: bool = False
    indented: bool = False
    below_site: bool = False
    """Whether a web page's site line (发布时间 …) stands directly above it."""
    below_frame: bool = False
    """Whether the beginning of a web page's frame (首页>新闻) stands directly above it."""
    below_end: bool = False
    """Whether any line of a frame (上一篇：…) stood directly above it."""
    below_rule: bool = False
    """Whether a line of strokes, or the number of a print page, stood directly above it."""


class Joiner:
    """Puts blocks together; the last text block is kept in pieces until another one begins."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: dict[int, list[str]] = {}

    def append(self, block: Block) -> None:
        self.blocks.append(block)

    def add(self, at: int, text: str, last: int) -> None:
        """Add to block `at`; its own text is kept short meanwhile: its beginning and its end are all that is asked."""
        block = self.blocks[at]
        self.pieces.setdefault(at, [block.text]).append(text)
        short = block.text + text
        if len(short) > 2 * ENOUGH:
            short = short[:ENOUGH] + short[-ENOUGH:]
        self.blocks[at] = block._replace(text=short, last=last)

    def done(self) -> list[Block]:
        for at, pieces in self.pieces.items():
            self.blocks[at] = self.blocks[at]._replace(text="".join(pieces))
        return self.blocks


def leads(text: str) -> bool:
    """Whether a report's first sentence could begin here: a date stands near its beginning."""
    reach = fold(text[:LEAD_REACH])
    if LOST_DAY.match(reach):
        return True
    found = find_full(reach) or find_day(reach) or find_vague(reach)
    return found is not None and not TO_COME.search(reach[: found.start()])
