"""Blocks that hold several: reports between which a byline stands, a paragraph and the jump marks inside it.

In come blocks, out go those that they are cut into.
"""

from itertools import pairwise

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.blocks import TEXT, Block
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import ORGANISATION, is_name
from bulletin.reports.dateline import take_end_byline
from bulletin.reports.jumps import take_jumps
from bulletin.reports.kinds import kind_of

SIGNED_LEAD = pattern(
    f"（(?<=[。！？” \u3000]（)[^（）。，]{{2,24}}）[ \u3000]*(?=(?:[12][0-9]{{3}}年)?[0-9]{{1,2}}月[0-9]{{1,2}}日[^。，]{{0,8}}，[{HAN}]"
    f"|(?:近日|日前)，[{HAN}]|本[报网台]讯)"
)
"""…。（苏小雨）6月10日，…: one report ends and the next begins."""
DATELINE_INSIDE = pattern(
    "讯(?:(?<=本[报网台刊]讯)|(?<=新闻网讯)|(?<=媒体中心讯)|(?<=日报讯))[ \u3000]*[（(](?:本[报网台]|全媒体"
    "|融媒体?|实习|特约|见习)*(?:记者|通讯员)"
)
OUTLET_BEFORE = pattern(f"(?:本[报网台刊]|[{HAN}]{{2,8}}(?:新闻网|媒体中心|日报))讯$")
"""A dateline with its authors in the middle of a line, behind a full stop."""
SENTENCE_ENDS = ("。", "！", "？", "”")
LONGEST_OUTLET = 16


def by_signatures(blocks: list[Block]) -> list[Block]:
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


def without_jumps(block: Block) -> list[Block]:
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
