"""Paragraphs that columns and pages broke are made one again.

A block that does not end a sentence goes on in the next one, unless one of the two is something else (heading, byline,
caption, dateline); a jump mark between them (下转第二版) is no hindrance. A short line without a mark may be a headline as
well: it is a broken sentence where it begins as sentences do, or where the two ends make a word that stands elsewhere in
the text. Nothing is put between the two parts. Each join is recorded.
"""

from bulletin.model import Change
from bulletin.people.fold import fold, mend
from bulletin.people.rosters import is_row
from bulletin.reports.blocks import LONGEST_GLUED, LONGEST_HEAD, SHORT, TEXT, Block, Joiner, leads
from bulletin.reports.broken_off import (
    BETWEEN,
    ENOUGH,
    LONGEST_SUBHEAD,
    NEAR,
    goes_straight_on,
    is_cut_lead,
    is_cut_list,
    is_cut_word,
    is_open,
    opens_inside,
)
from bulletin.reports.dateline import take_end_byline
from bulletin.reports.extras import COLUMNS
from bulletin.reports.kinds import CANNOT_BEGIN, TERMINAL, ends_sentence, is_slogan
from bulletin.reports.sentences import BEGUN
from bulletin.reports.stands_alone import heads_in_one, is_set_close, stays_apart
from bulletin.reports.subheads import LIST_ENDS, numbered_subheads
from bulletin.reports.subtitles import is_subtitle

SPLIT_WORDS = frozenset(
    [
        "强调",
        "指出",
        "要求",
        "表示",
        "参加",
        "出席",
        "主持",
        "会议",
        "工作",
        "我县",
        "全县",
        "群众",
        "项目",
        "建设",
        "落实",
        "发展",
        "责任",
        "重要",
    ]
)
TRAIL = 60
"""Characters in which a trail of columns shows."""


def rejoin(blocks: list[Block]) -> tuple[list[Block], list[Change]]:
    """Join what was broken; returns the blocks and each join."""
    joiner = Joiner()
    joined = joiner.blocks
    changes: list[Change] = []
    jumps, between = 0, frozenset[str]()  # jump marks, and what interrupts a sentence, at the end of `joined`
    subheads = numbered_subheads(blocks)
    for i, block in enumerate(blocks):
        at = len(joined) - 1 - jumps
        whole = at < 0 or i - 1 in subheads or not _may_go_on(joined[at], block)
        if (
            not whole
            and (not between or goes_straight_on(joined[at], block, "credit" in between, blocks, i))
            and _belongs(joined, at, blocks, i)
        ):
            changes.append(Change(block.line, "rejoin", joined[at].text[-12:], block.text[:12]))
            joiner.add(at, block.text, block.last)
        else:
            joiner.append(block)
            if at >= 0 and (block.kind == "jump" or (block.kind in BETWEEN and is_open(joined[at]))):
                jumps, between = jumps + 1, between | ({block.kind} - {"jump"})
            else:
                jumps, between = 0, frozenset()
    return joiner.done(), changes


def _may_go_on(a: Block, b: Block) -> bool:
    """Whether B can be the rest of A by their kinds and by the marks between them."""
    if a.kind not in TEXT or b.kind not in ("body", "list"):
        return False
    if b.text[0] in CANNOT_BEGIN:
        return True
    if _tells_who_said(a, b):
        return True
    if a.text[-1] in TERMINAL or (b.kind == "list" and a.text[-1] not in LIST_ENDS):
        return False
    if b.text[0] == "【" and fold(b.text[1:-1]) in COLUMNS:
        return False  # 【图片新闻】 below a sentence that goes on elsewhere
    if " > " in a.text[:TRAIL]:
        return False  # > 政务公开 > 东塍镇: where a page stands
    return not (a.kind == "list" and is_row(fold(a.text)))


def _tells_who_said(a: Block, b: Block) -> bool:
    """Whether a line without an indent goes on below what somebody said in an indented paragraph: …满意吧？” / 村民苏小雨说，…."""
    return a.text[-1] == "”" and a.indented and not (b.indented or b.gap) and "。" in b.text and not leads(b.text)


def _belongs(joined: list[Block], at: int, blocks: list[Block], i: int) -> bool:
    """Whether block i is the rest of the last text block, `joined[at]`, which ends no sentence."""
    a, b = joined[at], blocks[i]
    before = joined[at - 1] if at > 0 else None
    if b.text[0] in CANNOT_BEGIN or _tells_who_said(a, b):
        return True
    if stays_apart(joined, at, blocks, i):
        return False
    if is_cut_lead(a, b):
        return True
    if _has_begun(a, before) and ("。" in b.text or not (is_slogan(b.text) or is_subtitle(b.text))):
        return True
    if (
        is_cut_list(a, b)
        or (len(a.text) > LONGEST_SUBHEAD and opens_inside(b.text))
        or is_cut_word(a, b, blocks[max(0, i - NEAR) : i + NEAR])
    ):
        return True
    return _belongs_by_form(a, b, before)


def _belongs_by_form(a: Block, b: Block, before: Block | None) -> bool:
    """Whether B is the rest of A by their length, marks and place."""
    lead, sentence = leads(b.text), "。" in a.text
    if not sentence and lead and heads_in_one(a.text):
        return False
    if a.below_site and b.gap and not sentence and len(a.text) <= LONGEST_GLUED:
        return False  # a caption under the page's first picture
    if a.text[-1] in LIST_ENDS:
        first = a.line == 1 and before is None and len(a.text) <= LONGEST_HEAD and not a.text[:-1].count("，")
        return not first or len(a.text) == len(b.text)  # 肩负重托再启程， / 同心同德谱新篇。
    if a.text[-1] + b.text[0] in SPLIT_WORDS:
        return True
    if lead and not sentence and len(mend(a.text[:ENOUGH])) <= LONGEST_HEAD:
        return False
    if a.indented and not b.indented and a.gap and b.gap and "，" in b.text and not lead:
        return True  # where paragraphs are indented, one without goes on with the sentence above
    if before is not None and before.indented and b.indented and not (a.indented or sentence) and a.gap and b.gap:
        return False  # a subhead with a comma: neither a text nor the rest of one stands without the indent of both
    if len(a.text) <= LONGEST_HEAD and (is_set_close(a, b) or not _is_broken(a, before)):
        return False
    return not (is_slogan(a.text) or is_slogan(b.text))


def _has_begun(a: Block, before: Block | None) -> bool:
    """Whether A is a sentence that has begun, and no headline: by its dateline or by its first words."""
    if a.kind == "dateline":
        return True
    inside = before is not None and (before.kind in TEXT or before.kind == "caption") and ends_sentence(before.text)
    return inside and len(a.text) >= SHORT and BEGUN.match(fold(a.text)) is not None


def _is_broken(a: Block, before: Block | None) -> bool:
    """Whether a short block is the beginning of a broken paragraph rather than a headline or a subhead."""
    if before is None or before.kind not in TEXT or take_end_byline(before.text)[1]:
        return "。" in a.text
    listed = len(a.text) > 2 * SHORT and a.text.count("、") > 1
    long_enough = len(a.text) >= SHORT and ("，" in a.text or "。" in a.text or listed)
    return ends_sentence(before.text) and long_enough and not a.text.startswith("——")
