"""Sentences that break off: whether one is open, and whether what stands below it, or below a picture in its middle, surely is its rest.

In come two blocks and those around them, out goes whether they belong together whatever their length and place are.
"""

from collections.abc import Sequence

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.people.forms import form
from bulletin.reports.blocks import LONGEST_HEAD, TEXT, Block, leads
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import is_name
from bulletin.reports.dateline import take_end_byline
from bulletin.reports.kinds import CANNOT_BEGIN, TERMINAL
from bulletin.reports.sentences import BEGUN, CUT_OFF, DAY_FIRST, FIRST_CLAUSE, OPENED, OPENING, OPENS_A_LEAD, SAYS
from bulletin.reports.signatures import PICTURES, signs_pictures

BETWEEN = frozenset(["caption", "photo", "credit"])
"""What may stand in the middle of a sentence."""
NO_WORDS = frozenset(["作为", "会会"])
DATED = pattern("(?:[12][0-9]{3}年)?[0-9]{1,2}[月日]|近日|日前|连日来|近期|最近")
FIRST_ITEM = pattern(f"([{HAN}]{{1,2}})(?:、[{HAN}]{{2,4}}[、，。参出陪等列]|(?:参加|出席|陪同|等))")
HAN_PAIR = pattern(f"[{HAN}]{{2}}")
LONGEST_SUBHEAD, LONGEST_NAME, ENOUGH, NEAR = 16, 4, 60, 30
"""Characters of a subhead, of a name, and of a text's beginning; blocks around a break that are asked for the word that it cut."""


def is_open(a: Block) -> bool:
    """Whether a text breaks off so that a picture or a line of editors may stand in the middle of its sentence."""
    if a.kind not in TEXT or a.text[-1] in TERMINAL or (a.text[-1] in PICTURES and signs_pictures(a.text)):
        return False
    if (
        len(a.text) <= LONGEST_HEAD
        and "。" not in a.text
        and not (DAY_FIRST.match(fold(a.text)) or BEGUN.match(fold(a.text)))
    ):
        return False
    return not take_end_byline(a.text)[1]


def goes_straight_on(a: Block, b: Block, signed: bool, blocks: list[Block], i: int) -> bool:
    """Whether B surely is the rest of A though a picture stands between them; where editors do (`signed`), a word must be cut."""
    opening = fold(b.text[:ENOUGH])
    if "。" not in b.text or DATED.match(opening) or BEGUN.match(opening) or OPENED.match(opening):
        return False
    if not signed or a.text[-1] in CUT_OFF or b.text[0] in CANNOT_BEGIN or opens_inside(b.text):
        return True
    return is_cut_word(a, b, blocks[max(0, i - NEAR) : i + NEAR])


def is_cut_lead(a: Block, b: Block) -> bool:
    """Whether A breaks off behind a full stop, or is a first sentence with its day and without one, or indented where B is not.

    B tells on, and begins no sentence of its own.
    """
    if "。" not in b.text or a.kind != "body" or a.line == b.line:
        return False
    opening = fold(b.text[:ENOUGH])
    if BEGUN.match(opening) or SAYS.match(opening) or leads(b.text):
        return False
    if "。" in a.text:
        names = a.text.rpartition("。")[2].split()
        return not all(len(name) <= LONGEST_NAME and is_name(fold(name)) for name in names)
    if a.indented and not b.indented and len(a.text) > LONGEST_SUBHEAD:
        return True
    return "，" in a.text and DAY_FIRST.match(fold(mend(a.text[:ENOUGH]))) is not None


def opens_inside(text: str) -> bool:
    """Whether a text begins in the middle of a clause: with two characters before its first mark (记录，通过…)."""
    first = FIRST_CLAUSE.match(text)
    return first is not None and fold(first[1]) not in OPENING


def is_cut_word(a: Block, b: Block, around: Sequence[Block]) -> bool:
    """Whether the break went through a word: its two characters stand together elsewhere near by."""
    pair = a.text[-1] + b.text[0]
    if pair in NO_WORDS or b.text[0] in OPENS_A_LEAD or not HAN_PAIR.fullmatch(pair) or DATED.match(fold(b.text[:12])):
        return False
    return any(pair in block.text for block in around)


def is_cut_list(a: Block, b: Block) -> bool:
    """Whether the break went through a name in a list: 县领导江北、何野、苏 / 青、石安参加."""
    first = FIRST_ITEM.match(b.text)
    if first is None or a.text.count("、") < 2:
        return False
    last = a.text[a.text.rindex("、") + 1 :]
    return len(last) < 4 and len(last + first[1]) < 5 and form(fold(last + first[1])) > 2
