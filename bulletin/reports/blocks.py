"""Lines to blocks: a paragraph or a headline each, with its kind.

Parts of one block are collected and put together once, so that a long text is not copied again and again.
"""

from itertools import pairwise, zip_longest
from typing import NamedTuple

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.people.rosters import continues, heads_rows
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import ORGANISATION, is_name
from bulletin.reports.dateline import take_end_byline, take_jumps
from bulletin.reports.dates import find_day, find_full, find_vague
from bulletin.reports.kinds import MARK, TERMINAL, kind_of
from bulletin.reports.lines import Line
from bulletin.reports.makers import NAMES, OFFICES, OUTLETS, is_marked_name
from bulletin.reports.wraps import Wrap, ends_paragraph, find_wrap

LONGEST_HEAD, INDENT = 40, 5
LONGEST_GLUED = 90
SHORT = 12
LONGEST_BRACKET = 40
OPEN_BRACKET, CLOSED_BRACKET = (
    pattern("(?:^|[。！？”][ \u3000]*)[（(][^（）()。]*$"),
    pattern("[^（）()。，]{1,40}[）)]$"),
)
NAME_MARKS = frozenset("□■◎◆◇○●▪★☆")
HEAD_MARKS = "◆◇■□●★☆"
SIGNED_LEAD = pattern(
    f"（(?<=[。！？” \u3000]（)[^（）。，]{{2,24}}）[ \u3000]*(?=(?:[12][0-9]{{3}}年)?[0-9]{{1,2}}月[0-9]{{1,2}}日[^。，]{{0,8}}，[{HAN}]|(?:近日|日前)，[{HAN}]|本[报网台]讯)"
)
"""…。（苏小雨）6月10日，…: one report ends and the next begins."""
DATELINE_INSIDE = pattern(
    "讯(?:(?<=本[报网台刊]讯)|(?<=新闻网讯)|(?<=媒体中心讯)|(?<=日报讯))[ \u3000]*[（(](?:本[报网台]|全媒体|融媒体?|实习|特约|见习)*(?:记者|通讯员)"
)
OUTLET_BEFORE = pattern(f"(?:本[报网台刊]|[{HAN}]{{2,8}}(?:新闻网|媒体中心|日报))讯$")
"""A dateline with its authors in the middle of a line, behind a full stop."""
SENTENCE_ENDS = ("。", "！", "？", "”")
PICTURES_BY = pattern(
    f"^图片?[ \u3000]*[：:丨|｜/／][ \u3000]*(?:{NAMES}|(?P<office>[{HAN}]{{2,14}}(?:{OFFICES}|{OUTLETS})))$"
)
LEAD_REACH, LONGEST_OUTLET = 45, 16
LOST_DAY = pattern("[0-9]{3,8}日(?:[上下]午|[早晚]|，)")
"""A day that lost its signs: 2018323日上午，…."""
TO_COME = pattern("(?:将于|定于|截至|截止|自|从|至|到)[ ]?$")
TEXT = ("body", "dateline", "list", "item")
ROWED = ("body", "credit", "caption")
"""What a row of people may look like."""
ENOUGH = 120


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


def make_blocks(lines: list[Line]) -> list[Block]:
    """One block a line; a text that is wrapped at a fixed width is put together first."""
    joiner = Joiner()
    wrap = find_wrap(lines)
    width = wrap.width
    ended, kinds = False, set()
    for line, below in zip_longest(lines, lines[1:]):
        number, text, indented, gap, *stands = line
        kind = kind_of(text)
        above = joiner.blocks[-1] if joiner.blocks else None
        goes_on = width and above is not None and _goes_on(above, line, wrap, kind)
        if above is not None and (
            _closes_bracket(above, line) or (goes_on and not (ended or _stands_between(above, line, below)))
        ):
            joiner.add(len(joiner.blocks) - 1, text, number)
            ended = ends_paragraph(text, width)
            continue
        ended = False
        if kind in ROWED and joiner.blocks and "。" not in text and _is_in_rows(text, joiner.blocks[-1], below):
            kind = "list"
        level = 0
        if kind == "mark" and (mark := MARK.match(text)):
            text, level = text[mark.end() :].strip(), len(mark[1])
        if text:
            kinds.add(kind)
            joiner.append(Block(kind, text, number, number, level, gap, indented, *stands))
    blocks = joiner.done()
    if "caption" in kinds or "item" in kinds:
        blocks = _marked_heads(_pictures_by(_items_together(blocks)))
    if "list" in kinds:
        blocks = _numbered_heads(blocks)
    if "caption" in kinds or "item" in kinds or "body" in kinds:
        blocks = _marked_names(blocks)
    parts: list[Block] = []
    ruled = False
    for block in _by_signatures(blocks):
        if "版" in block.text and block.kind in TEXT:
            parts.extend(_without_jumps(block))
        elif block.kind == "rule":
            ruled = True
            continue
        else:
            parts.append(block._replace(below_end=True, below_rule=True) if ruled else block)
        ruled = False
    return parts


def _is_in_rows(text: str, above: Block, below: Line | None) -> bool:
    """Whether a line is one of the rows of people that the one above belongs to or announces, or the heading of such a list."""
    if "名单" in text and below is not None and heads_rows(fold(text), fold(below.text)):
        return True
    return (above.kind == "list" or above.text[-1] in "：:") and continues(fold(text), fold(above.text))


def _by_signatures(blocks: list[Block]) -> list[Block]:
    """A line that holds several reports is cut where a byline in brackets stands between a full stop and a dated lead."""
    signed = [i for i, block in enumerate(blocks) if "）" in block.text and block.kind in TEXT]
    found = {i: ends for i in signed if (ends := _signed_ends(blocks[i].text))}
    if not found:
        return blocks
    cut: list[Block] = []
    for i, block in enumerate(blocks):
        ends = found.get(i, [])
        for begin, end in pairwise([0, *ends, len(block.text)]):
            kind = kind_of(block.text[begin:]) if begin else block.kind
            cut.append(block._replace(kind=kind, text=block.text[begin:end].strip(" \u3000")))
    return cut


def _signed_ends(text: str) -> list[int]:
    """Where the bylines end that stand between a full stop and a dated lead."""
    ends = _datelines_inside(text) if "讯" in text and "记者" in text else []
    for match in SIGNED_LEAD.finditer(text):
        if text[: match.start()].rstrip(" \u3000")[-1:] not in SENTENCE_ENDS:
            continue
        names = take_end_byline(text[: match.end()].rstrip(" \u3000"))[1].byline
        if names and all(is_name(fold(name)) or ORGANISATION.search(fold(name)) for name in names):
            ends.append(match.end())
    return sorted(set(ends))


def _datelines_inside(text: str) -> list[int]:
    """Where datelines with their authors begin in the middle of a text, each right behind a full stop."""
    begins = []
    for match in DATELINE_INSIDE.finditer(text):
        words = OUTLET_BEFORE.search(text, max(0, match.start() - LONGEST_OUTLET), match.start() + 1)
        if words and text[: words.start()].rstrip(" \u3000")[-1:] in SENTENCE_ENDS:
            begins.append(words.start())
    return begins


def _numbered_heads(blocks: list[Block]) -> list[Block]:
    """1.高远讲党课 / 一、…: short lines with numbers, each directly above a report's beginning and none below a text, are headlines."""
    heads = [
        i
        for i, (block, below) in enumerate(pairwise(blocks))
        if block.kind == "list"
        and SHORT // 2 < len(block.text) <= LONGEST_HEAD
        and block.text[-1] not in "，、；：。"
        and "。" not in block.text
        and (below.kind == "dateline" or (below.kind == "body" and "。" in below.text and leads(below.text)))
    ]
    if len(heads) < 2 or any(block.kind in TEXT for block in blocks[: heads[0]] if "。" in block.text):
        return blocks
    for i in heads:
        blocks[i] = blocks[i]._replace(kind="body")
    return blocks


def _items_together(blocks: list[Block]) -> list[Block]:
    """A line behind a mark is no caption (◆同日，…) where its neighbour with the same mark is an item."""
    for step in (1, -1):
        for i in range(len(blocks))[::step]:
            beside = blocks[i - step] if 0 <= i - step < len(blocks) else blocks[i]
            if blocks[i].kind == "caption" and beside.kind == "item" and beside.text[0] == blocks[i].text[0]:
                blocks[i] = blocks[i]._replace(kind="item")
    return blocks


def _marked_heads(blocks: list[Block]) -> list[Block]:
    """◆ 高远讲党课: a mark before a short line directly above a report's beginning makes it no caption but a headline.

    Where one line behind a mark is a headline, others behind the same mark are, whatever the texts below them begin with.
    """
    marked = {
        i: below
        for i, (block, below) in enumerate(pairwise(blocks))
        if block.kind in ("caption", "item") and block.text[0] in HEAD_MARKS and _may_be_head(block.text)
    }
    sure = {blocks[i].text[0] for i, below in marked.items() if _opens_a_report(below)}
    for i, below in marked.items():
        if blocks[i].text[0] in sure and (below.kind in ("dateline", "body") and "。" in below.text):
            blocks[i] = blocks[i]._replace(kind="body", text=blocks[i].text.lstrip(HEAD_MARKS + " \u3000"))
    return blocks


def _opens_a_report(block: Block) -> bool:
    return block.kind == "dateline" or (block.kind == "body" and "。" in block.text and leads(block.text))


def _marked_names(blocks: list[Block]) -> list[Block]:
    """◆苏小雨 directly above a text, or below the last one, with no such line beside it: the author, and no caption or item."""
    named = [i for i, block in enumerate(blocks) if block.text[0] in NAME_MARKS and is_marked_name(fold(block.text))]
    for i in named:
        below = next((block for block in blocks[i + 1 :] if block.kind not in ("credit", "source")), None)
        announced = i > 0 and blocks[i - 1].text[-1] in "：:、，；"
        if i - 1 not in named and i + 1 not in named and not announced and (below is None or "。" in below.text):
            blocks[i] = blocks[i]._replace(kind="credit")
    return blocks


def _may_be_head(text: str) -> bool:
    return SHORT // 2 < len(text) <= LONGEST_HEAD and "。" not in text and text[-1] not in "，、；：）"


def _pictures_by(blocks: list[Block]) -> list[Block]:
    """图：苏小雨 below a credit line (文：何野) or below the last text is one too, and no caption; so is an office (图片：县委办)."""
    last = max((i for i, block in enumerate(blocks) if block.kind in TEXT), default=len(blocks))
    for i, block in enumerate(blocks):
        if block.kind != "caption" or block.text[0] not in "图圖":
            continue
        found = PICTURES_BY.match(fold(block.text))
        if found and (i > last or found["office"] or (i and blocks[i - 1].kind == "credit")):
            blocks[i] = block._replace(kind="credit")
    return blocks


def _without_jumps(block: Block) -> list[Block]:
    """A paragraph and the jump marks that stood in it, as blocks of their own behind it (上接 before it).

    Where both stand in it (下转第二版）（紧接第一版), it goes on at once and has one mark.
    """
    text, jumps = take_jumps(block.text, block.line)
    if not jumps:
        return [block]
    marks = [(jump.onward, Block("jump", f"（{jump.text}）", block.line, block.last)) for jump in jumps]
    kept = [block._replace(text=text)] if text else []
    if len({onward for onward, _ in marks}) > 1:
        return [*kept, Block("jump", "".join([m.text for _, m in marks]), block.line, block.last)]
    return [m for onward, m in marks if not onward] + kept + [m for onward, m in marks if onward]


def _goes_on(block: Block, line: Line, wrap: Wrap, kind: str) -> bool:
    """Whether a wrapped line goes on: not indented, directly below, and the line above was full."""
    if line.indented or (line.gap and not wrap.gapped) or kind not in ("body", "list") or block.kind not in TEXT:
        return False
    if block.last > block.line:
        return True
    if (
        wrap.bare
        and "。" not in block.text
        and "，" not in block.text
        and (block.line == wrap.first or leads(line.text))
    ):
        return False  # a headline as long as the lines below it
    return len(block.text) >= wrap.width - (INDENT if block.indented else 3)


def _closes_bracket(block: Block, line: Line) -> bool:
    """Whether a line closes the bracket in which the text right above it breaks off: …落到实处。（记者 苏 / 小雨 何野）."""
    if line.gap or line.indented or block.kind not in TEXT or not CLOSED_BRACKET.match(line.text):
        return False
    return OPEN_BRACKET.search(block.text[-LONGEST_BRACKET:]) is not None


def _stands_between(block: Block, line: Line, below: Line | None) -> bool:
    """Whether a line that is not indented stands between the end of a sentence and an indented paragraph, as a headline does."""
    if block.text[-1] not in TERMINAL or below is None or not below.indented or below.gap:
        return False
    return SHORT // 2 <= len(line.text) <= LONGEST_HEAD and line.text[-1] not in TERMINAL and "。" not in line.text


def leads(text: str) -> bool:
    """Whether a report's first sentence could begin here: a date stands near its beginning."""
    reach = fold(text[:LEAD_REACH])
    if LOST_DAY.match(reach):
        return True
    found = find_full(reach) or find_day(reach) or find_vague(reach)
    return found is not None and not TO_COME.search(reach[: found.start()])
