"""Lines to blocks: a paragraph or a headline each, with its kind.

In come the lines of a file without its frame, out go its blocks; lines of a wrapped text are one.
"""

from itertools import zip_longest

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.people.rosters import continues, heads_rows
from bulletin.reports.blocks import LONGEST_HEAD, SHORT, TEXT, Block, Joiner, leads
from bulletin.reports.kinds import MARK, TERMINAL, kind_of
from bulletin.reports.lines import Line
from bulletin.reports.neighbours import (
    circled_captions,
    items_together,
    marked_heads,
    marked_names,
    numbered_heads,
    photo_briefs,
    pictures_apart,
    pictures_by,
    signed_briefs,
)
from bulletin.reports.several_in_one import by_signatures, without_jumps
from bulletin.reports.wraps import Wrap, ends_paragraph, with_lost_indents

INDENT, LONGEST_BRACKET = 5, 40
OPEN_BRACKET, CLOSED_BRACKET = (
    pattern("(?:^|[。！？”][ \u3000]*)[（(][^（）()。]*$"),
    pattern("[^（）()。，]{1,40}[）)]$"),
)
ROWED = ("body", "credit", "caption")
"""What a row of people may look like."""


def make_blocks(lines: list[Line]) -> list[Block]:
    """One block a line; a text that is wrapped at a fixed width is put together first."""
    blocks, kinds = _joined(lines)
    if "caption" in kinds or "item" in kinds:
        blocks = marked_heads(pictures_by(items_together(blocks)))
    if "list" in kinds:
        blocks = numbered_heads(circled_captions(blocks))
    if "caption" in kinds:
        blocks = photo_briefs(blocks)
    if "photo" in kinds:
        blocks = pictures_apart(blocks)
    if "caption" in kinds or "item" in kinds or "body" in kinds:
        blocks = marked_names(blocks)
    parts: list[Block] = []
    ruled = False
    for block in by_signatures(signed_briefs(blocks)):
        if "版" in block.text and block.kind in TEXT:
            parts.extend(without_jumps(block))
        elif block.kind == "rule":
            ruled = True
            continue
        else:
            parts.append(block._replace(below_end=True, below_rule=True) if ruled else block)
        ruled = False
    return parts


def _joined(lines: list[Line]) -> tuple[list[Block], set[str]]:
    """(blocks, kinds): each line as a block by itself or as a part of the one above, and the kinds that were met."""
    joiner = Joiner()
    lines, wrap = with_lost_indents(lines)
    width = wrap.width
    ended, kinds = False, set[str]()
    for line, *below in zip_longest(lines, lines[1:], lines[2:]):
        number, text, indented, gap, *stands = line
        kind = kind_of(text)
        above = joiner.blocks[-1] if joiner.blocks else None
        goes_on = width and above is not None and _goes_on(above, line, wrap, kind)
        if above is not None and (
            _closes_bracket(above, line) or (goes_on and not (ended or _stands_between(above, line, *below)))
        ):
            joiner.add(len(joiner.blocks) - 1, text, number)
            ended = ends_paragraph(text, width)
            continue
        ended = False
        if kind in ROWED and joiner.blocks and "。" not in text and _is_in_rows(text, joiner.blocks[-1], below[0]):
            kind = "list"
        level = 0
        if kind == "mark" and (mark := MARK.match(text)):
            text, level = text[mark.end() :].strip(), len(mark[1])
        if text:
            kinds.add(kind)
            joiner.append(Block(kind, text, number, number, level, gap, indented, *stands))
    return joiner.done(), kinds


def _is_in_rows(text: str, above: Block, below: Line | None) -> bool:
    """Whether a line is one of the rows of people that the one above belongs to or announces, or the heading of such a list."""
    if "名单" in text and below is not None and heads_rows(fold(text), fold(below.text)):
        return True
    return (above.kind == "list" or above.text[-1] in "：:") and continues(fold(text), fold(above.text))


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


def _stands_between(block: Block, line: Line, below: Line | None, next_one: Line | None) -> bool:
    """Whether a line that is not indented stands between the end of a sentence and an indented paragraph, as a headline does.

    So does the first line of a headline of two.
    """
    if block.text[-1] not in TERMINAL or below is None or below.gap:
        return False
    if not below.indented and ("。" in below.text or next_one is None or not next_one.indented or next_one.gap):
        return False
    return SHORT // 2 <= len(line.text) <= LONGEST_HEAD and line.text[-1] not in TERMINAL and "。" not in line.text
