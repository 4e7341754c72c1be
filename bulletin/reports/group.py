"""The blocks of one report: the lines above it and the rest; and which of them lead to its other half."""

from dataclasses import field

from bulletin.patterns import pattern
from bulletin.reports.blocks import TEXT, Block
from bulletin.reports.credits import parse_byline
from bulletin.reports.dateline import take_end_byline
from bulletin.reports.jumps import take_jumps
from bulletin.reports.kinds import TERMINAL
from bulletin.reports.signatures import PICTURES, ends_in_a_name, signs_pictures
from bulletin.values import dataclass

BODY = frozenset(TEXT)
"""The kinds of a report's own text."""
MARKED = frozenset(["dateline", "item"])
PHOTO_WORK = frozenset("摄攝图圖")


REACH, NEAR = 30, 20
LAST_ITEM = pattern(
    "还(?:研究|审议|讨论|听取|安排|部署|通报)了?[^。，]{0,16}其[他它][^。，]{0,6}(?:事项|议题|事宜|工作|问题)。$"
)
"""会议还研究了其他事项。 — how a report of a meeting ends."""


@dataclass(slots=True)
class Group:
    """The blocks of one report: the lines above it and the rest."""

    heads: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    closed: bool = False
    """Whether a byline or a credit line has ended it."""
    has_text: bool = False
    ending: bool = False
    """Whether what stands last may end it: a source, a picture, a mark that leads elsewhere, or what a meeting did besides."""

    sourced: bool = False
    """Whether what stands last is where it was taken from, or a slogan of the column stands below it."""
    marked: bool = field(init=False)
    """Whether a dateline or the mark of an item begins one of its paragraphs."""

    def __post_init__(self) -> None:
        self.marked = any(block.kind in MARKED for block in self.body)

    def take(self, block: Block) -> None:
        self.body.append(block)
        self.marked = self.marked or block.kind in MARKED
        if block.kind in BODY:
            self.has_text, self.sourced = True, False
            self.closed = bool(take_end_byline(block.text)[1])
            self.ending = "其" in block.text[-REACH:] and LAST_ITEM.search(block.text[-REACH:]) is not None
            self.ending = self.ending or (block.text[-1] in PICTURES and signs_pictures(block.text))
            self.ending = self.ending or (block.text[-1] not in TERMINAL and ends_in_a_name(block.text))
        elif block.kind == "credit" and self.has_text:
            if _is_of_pictures(block.text):
                self.ending = True
            else:
                self.closed = True
        elif block.kind in ("source", "caption", "photo") and self.has_text:
            self.ending = True
            self.sourced = block.kind == "source"
        elif self.has_text and leads_on(block):
            self.ending = True

    def in_pictures(self) -> bool:
        """Whether a caption below its text stands last."""
        return self.has_text and self.body[-1].kind == "caption"

    def first_block(self) -> Block | None:
        """Its first paragraph, if it has one."""
        return next((b for b in self.body if b.kind in BODY), None)

    def last_text(self) -> str:
        """Its last paragraph; empty where there is none."""
        return next((b.text for b in reversed(self.body) if b.kind in BODY), "")

    def told(self) -> str:
        """What its headlines, its first and its last paragraphs tell."""
        texts = [b.text for b in (*self.body[:NEAR], *self.body[NEAR:][-NEAR:]) if b.kind in BODY]
        return "".join([*[b.text for b in self.heads], *texts])


def _is_of_pictures(text: str) -> bool:
    """Whether a credit line tells of pictures alone (供图：县教育局): it may stand between two paragraphs, and ends none."""
    if PHOTO_WORK.isdisjoint(text):
        return False
    credits = parse_byline(text)
    return not credits.byline and all(role == "摄影" for role, _ in credits.others)


def goes_back(block: Block) -> bool:
    """Whether a block is the mark of a report's second part (上接第一版)."""
    return block.kind == "jump" and not any(jump.onward for jump in take_jumps(block.text, block.line)[1])


def leads_on(block: Block) -> bool:
    """Whether a block says that the report goes on elsewhere (下转第二版)."""
    return block.kind == "jump" and all(jump.onward for jump in take_jumps(block.text, block.line)[1])
