"""Kinds of blocks that only their neighbours tell: headlines and authors behind marks or numbers, items, who took the pictures,
briefs that a photographer signed, those of a digest that their writers did, and what stood under a picture between reports.

In come the blocks of a file, out go the same, some of them with another kind.
"""

from itertools import pairwise

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.blocks import LONGEST_HEAD, SHORT, TEXT, Block, leads
from bulletin.reports.caption_forms import PHOTO_CREDIT_END
from bulletin.reports.cleanup import HAN
from bulletin.reports.dateline import take_end_byline
from bulletin.reports.lead_forms import DATED_LEAD, beginning
from bulletin.reports.makers import NAMES, OFFICES, OUTLETS, is_marked_name
from bulletin.reports.rows import CIRCLED
from bulletin.reports.scenes import shows_something

NAME_MARKS = frozenset("□■◎◆◇○●▪★☆")
HEAD_MARKS = "◆◇■□●★☆"
LONGEST_NAMED, PLACES = 12, "县區区市旗州盟镇鎮乡鄉"
"""How long a name of an item is; what those of places end in."""
PICTURES_BY = pattern(
    f"^图片?[ \u3000]*[：:丨|｜/／][ \u3000]*(?:{NAMES}|(?P<office>[{HAN}]{{2,14}}(?:{OFFICES}|{OUTLETS})))$"
)

BRIEFS = pattern(
    f"[【〖\\[◆■●]?(?:[{HAN}]{{0,4}}(?:简讯|短讯|快讯|简报|动态|集锦|短波)|[{HAN}]{{0,2}}(?:短|简明|一句话)新闻)[】〗\\]◆■●]?"
)
"""The name of a digest, alone on its line: 简讯, 一句话新闻, 县区动态."""
LONGEST_BRIEFS, FEWEST_BRIEFS, LONGEST_SHOWN = 10, 2, 120
SIGNED_REPORT = "报道"
SHOT, UNDER_PICTURES = frozenset("摄攝图圖影"), ("caption", "photo", "credit", "source")
"""What a credit of a photographer has at its end; what may stand below a picture, beside its caption."""


def numbered_heads(blocks: list[Block]) -> list[Block]:
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


def items_together(blocks: list[Block]) -> list[Block]:
    """A line behind a mark is no caption (◆同日，…) where its neighbour with the same mark is an item, or between two marks."""
    blocks = [block._replace(kind="item") if is_item_head(block) else block for block in blocks]
    for step in (1, -1):
        for i in range(len(blocks))[::step]:
            beside = blocks[i - step] if 0 <= i - step < len(blocks) else blocks[i]
            if blocks[i].kind == "caption" and beside.kind == "item" and beside.text[0] == blocks[i].text[0]:
                blocks[i] = blocks[i]._replace(kind="item")
    return blocks


def marked_heads(blocks: list[Block]) -> list[Block]:
    """◆ 高远讲党课: a mark before a short line directly above a report's beginning makes it no caption but a headline.

    Where one line behind a mark is a headline, or stands above a signed text, others behind the same mark are, whatever the
    texts below them begin with. A rule may stand between the two.
    """
    marked = {
        i: below
        for (i, block), (_, below) in pairwise((i, block) for i, block in enumerate(blocks) if block.kind != "rule")
        if block.kind in ("caption", "item") and block.text[0] in HEAD_MARKS and _may_be_head(block.text)
    }
    sure = {blocks[i].text[0] for i, below in marked.items() if _opens_a_report(below) or _is_signed(below)}
    for i, below in marked.items():
        if blocks[i].text[0] in sure and (below.kind in ("dateline", "body") and "。" in below.text):
            blocks[i] = blocks[i]._replace(kind="body", text=blocks[i].text.lstrip(HEAD_MARKS + " \u3000"))
    return blocks


def _opens_a_report(block: Block) -> bool:
    return block.kind == "dateline" or (block.kind == "body" and "。" in block.text and leads(block.text))


def marked_names(blocks: list[Block]) -> list[Block]:
    """◆苏小雨 directly above a text, or below the last one, with no such line beside it: the author, and no caption or item."""
    named = [i for i, block in enumerate(blocks) if block.text[0] in NAME_MARKS and is_marked_name(fold(block.text))]
    for i in named:
        below = next((block for block in blocks[i + 1 :] if block.kind not in ("credit", "source")), None)
        announced = i > 0 and blocks[i - 1].text[-1] in "：:、，；"
        if i - 1 not in named and i + 1 not in named and not announced and (below is None or "。" in below.text):
            blocks[i] = blocks[i]._replace(kind="credit")
    return blocks


def is_item_head(block: Block) -> bool:
    """Whether a line only names the item of a digest below it, between two marks: ● 乌石区 ●."""
    text = block.text
    if text[0] not in HEAD_MARKS or text[-1] != text[0] or block.kind not in ("caption", "item", "body"):
        return False
    name = text[1:-1].strip()
    return 1 < len(name) <= LONGEST_NAMED and (len(name) < SHORT // 2 or name[-1] in PLACES)


def _may_be_head(text: str) -> bool:
    return SHORT // 2 < len(text) <= LONGEST_HEAD and "。" not in text and text[-1] not in f"，、；：）{HEAD_MARKS}"


def pictures_by(blocks: list[Block]) -> list[Block]:
    """图：苏小雨 below a credit line (文：何野) or below the last text is one too, and no caption; so is an office (图片：县委办)."""
    last = max((i for i, block in enumerate(blocks) if block.kind in TEXT), default=len(blocks))
    for i, block in enumerate(blocks):
        if block.kind != "caption" or block.text[0] not in "图圖":
            continue
        found = PICTURES_BY.match(fold(block.text))
        if found and (i > last or found["office"] or (i and blocks[i - 1].kind == "credit")):
            blocks[i] = block._replace(kind="credit")
    return blocks


def photo_briefs(blocks: list[Block]) -> list[Block]:
    """Dated sentences that a photographer signed, each below a headline of its own, are briefs and no captions: …理发45人。苏小雨 摄.

    Above the text of its report such a sentence stood under a picture; so it did below the report's headline printed once more.
    One alone is a brief only below a text that tells of other days, where a blank line parts its headline from it.
    """
    days = {
        i: day for i, block in enumerate(blocks) if i and block.kind == "caption" and (day := _signed_day(block.text))
    }
    firsts = {block.text: i for i, block in reversed([*enumerate(blocks)])} if days else {}
    for i, day in reversed(days.items()):
        again = firsts[blocks[i - 1].text] < i - 1
        if not again and (len(days) > 1 or _is_apart(blocks, i, day)) and _has_a_headline(blocks, i):
            blocks[i] = blocks[i]._replace(kind="body")
    return blocks


def pictures_apart(blocks: list[Block]) -> list[Block]:
    """What stands between a report that has ended and the line of who took the picture is one caption: 县里推行…。图为办事大厅。 / 苏小雨 摄."""
    whole: list[Block] = []
    for i, block in enumerate(blocks):
        if (
            block.kind == "photo"
            and not block.gap
            and (rows := _stood_under_a_picture(blocks, i) or _is_a_view(blocks, i))
        ):
            shown = whole[-rows:]
            whole[-rows:] = [shown[0]._replace(kind="caption", text="".join([one.text for one in shown]))]
        whole.append(block)
    return whole


def _stood_under_a_picture(blocks: list[Block], i: int) -> int:
    """How many blocks right above a photographer's line are one line below a blank line and an end: a text, and 图为… cut from it."""
    if SIGNED_REPORT in blocks[i].text:
        return 0
    rows = 2 if i > 1 and blocks[i - 1].kind == "caption" and blocks[i - 2].line == blocks[i - 1].line else 1
    text, above = blocks[max(0, i - rows)], blocks[i - rows - 1] if i > rows else None
    if above is None or text.kind != "body" or not text.gap or text.line != text.last or "。" not in text.text:
        return 0
    if rows > 1 and (leads(text.text) or text.below_frame):
        return 0  # 近日，…。图为…: a report of its own
    ended = above.kind in UNDER_PICTURES or bool(take_end_byline(above.text)[1])
    return rows if ended and len(text.text) <= LONGEST_SHOWN else 0


def _is_a_view(blocks: list[Block], i: int) -> int:
    """1 where one short sentence below a report's text, right above a photographer's line, tells only what is done: 学员在练习急救。"""
    text, above = blocks[i - 1], blocks[i - 2] if i > 1 else None
    if above is None or above.kind not in TEXT or above.text[-1] not in "。！？”）)" or "。" not in above.text:
        return 0
    if text.kind != "body" or text.line != text.last or text.below_site or text.text.find("。") != len(text.text) - 1:
        return 0
    return int(shows_something(text.text[:-1]) and not leads(text.text))


def circled_captions(blocks: list[Block]) -> list[Block]:
    """Lines behind ①, ② are what pictures show where one of their row says so (①高远（左二）…), or where authors signed above it."""
    end = 0
    for i, block in enumerate(blocks):
        if i < end or not _is_circled(block):
            continue
        end = next((k for k in range(i + 1, len(blocks)) if not _is_circled(blocks[k])), len(blocks))
        signed = i > 0 and (blocks[i - 1].kind == "credit" or bool(take_end_byline(blocks[i - 1].text)[1]))
        if signed or any(one.kind == "caption" for one in blocks[i:end]):
            blocks[i:end] = [one._replace(kind="caption") for one in blocks[i:end]]
    return blocks


def _is_circled(block: Block) -> bool:
    return block.text[0] in CIRCLED and block.kind in ("list", "caption") and "。" not in block.text


def signed_briefs(blocks: list[Block]) -> list[Block]:
    """Paragraphs right below the name of a digest (简讯), each of which its writer signed, are its items: 城关镇 抽调…。（苏小雨）"""
    for i, block in enumerate(blocks):
        if len(block.text) > LONGEST_BRIEFS or not BRIEFS.fullmatch(fold(block.text).replace(" ", "")):
            continue
        end = next((k for k in range(i + 1, len(blocks)) if not _is_signed(blocks[k])), len(blocks))
        if end - i > FEWEST_BRIEFS:
            blocks[i + 1 : end] = [brief._replace(kind="item") for brief in blocks[i + 1 : end]]
    return blocks


def _is_signed(block: Block) -> bool:
    """Whether a paragraph ends with names in brackets."""
    return (
        block.kind == "body"
        and "。" in block.text
        and block.text[-1] in "）)"
        and bool(take_end_byline(block.text)[1].byline)
    )


def _signed_day(text: str) -> str:
    """The day that a sentence begins with, where a photographer's name stands behind it; else nothing."""
    if SHOT.isdisjoint(text[-3:]) or "。" not in text or not PHOTO_CREDIT_END.search(fold(text)):
        return ""
    lead = DATED_LEAD.match(beginning(text))
    return lead["day"] if lead else ""


def _is_apart(blocks: list[Block], i: int, day: str) -> bool:
    """Whether a headline and the sentence right below it stand apart from a text that does not tell of that day."""
    told = [block.text for block in blocks[: i - 1] if "。" in block.text]
    return bool(told) and blocks[i - 1].gap and not blocks[i].gap and not any(day in fold(text) for text in told)


def _has_a_headline(blocks: list[Block], i: int) -> bool:
    """Whether the line above a text is a headline of its own, and what follows below pictures is no text of the same report."""
    above = blocks[i - 1]
    if above.kind not in ("body", "mark") or not _may_be_head(above.text):
        return False
    at = next((k for k in range(i + 1, len(blocks)) if blocks[k].kind not in UNDER_PICTURES), len(blocks))
    if at == len(blocks) or blocks[at].kind == "mark":
        return True
    shown = blocks[at + 1 : at + 2]
    return blocks[at].kind == "body" and _may_be_head(blocks[at].text) and not (shown and shown[0].kind == "caption")
