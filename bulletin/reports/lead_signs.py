"""What shows in the lead of a report and around it: signs of a text below a report, each with a weight between 0 and 1.

In come the text, the report above it and the blocks below; out go the signs, which `likely` (does another report begin here?)
and `likely_heads` (is the line above it its headline?) weigh.
"""

from array import array
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.another import DONE, first_text
from bulletin.reports.blocks import Block
from bulletin.reports.group import BODY, Group
from bulletin.reports.lead_forms import BEHIND_SUBJECT, DATED_LEAD, DAY_ALONE, HELD, NAMED_POST, OTHER_LEAD, beginning
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.weighing import Signs

NEAR, BELOW, REACH, TAIL = 8, 6, 400, 60
"""Paragraphs of the report above at its beginning and end, blocks below, and characters of each, that are asked."""
SHORT, BRIEF = 45, 60
ENCODING, WIDTH = "utf-32-le", 4
"""Bytes of a character."""
VAGUE = pattern(
    "^(?:近日|日前|近期|连日来|[今昨][天日晚]|上周|本周|近来|[一二三四五六七八九十0-9]+月[上中下]旬|月初|月底|新年)"
)
OCCASION = pattern("^[^。，]{2,26}(?:之际|到来|来临|将至|将近|临近|在即|前夕|前后|期间|到了|佳节)[，,（]")
WHY = pattern("^(?:为|按照|根据|围绕|针对|受|随着|自|在|被|经)")
POST_FIRST = pattern("^[\u4e00-\u9fff、，]{1,26}?(?:书记|长|主任|主席|常委|委员|专员|政委)[\u4e00-\u9fff]{2,3}")
BODY_FIRST = pattern("^[\u4e00-\u9fff]{2,14}(?:召开|举行|举办|开展|组织|启动)")
ODD_DAY = pattern("^(?:[12][0-9]{3}年)?[0-9*＊]{1,8}[月日号][0-9*＊]{0,3}[日号]?[^。，]{0,8}，")
"""A day that lost its figures or its last word: 712日上午，; 2月28，; *月*日，."""
LATELY = ("连日来", "近期", "近来")
HOUR = pattern("[0-9年月日]{2,11}(?:凌晨|清晨|傍晚|深夜|[上下]午|[早晚中]上?)?[0-9]{1,2}[时点:：]")
LATE_DAY = pattern("[0-9]{1,2}月[0-9]{1,2}日")
LATE_VAGUE = pattern("(?<=[。？！，”])(?:[今昨][天日晚]|近日|日前|连日来)(?:[上下]午|[早晚]上?|，)")
PRINTS_A_DAY = pattern("日，|[上下]午，|近日|日前")
CAME_AS_WELL = pattern(
    "(?:参加|陪同|出席|列席|随同|参与)[^，。]{0,8}。$|[^，。]{0,10}(?:负责人|负责同志)[^，。]{0,14}。$"
)
"""How the last paragraph of a report ends."""
PLACE = pattern(
    "(?=([\u4e00-\u9fff]{2}(?:镇|乡|苏木|街道|社区|村|县|区(?![域级划长委])|市(?![委长场民级])|旗(?![委长])|林场"
    "|水库|小学|中学|园区|公司)))"
)
"""A place with its name, where a report begins in one."""
DEMANDED = pattern("强调|要求|指出|表示|希望|叮嘱|勉励|提出")
"""What somebody asks for, as most reports tell before they end."""
DAYS = ("dated", "vague", "day alone", "late day")
SENTENCE = 60
FORMS = {
    "again": pattern("再次|又|继续|依旧|依然|终于|第二|第三|随后|接着|刚刚|已经|还"),
    "event": pattern("召开|举行|举办|调研|检查|督导|督查|慰问|走访|启动"),
    "office": pattern("书记|[县市区旗州]长|主任|主席|常委"),
    "month": pattern("^(?:[12][0-9]{3}年)?[0-9]{1,2}月(?![0-9]|[上中下]旬)"),
    "until": pattern(
        "^[0-9年月日底至—~～-]{2,16}(?:[上下]午|[早晚]上?)?[0-9时点分]{0,6}许?(?:之?前|起|以来|为止|至今|开始|的)"
    ),
}
"""What may stand in a text's first words: what goes on, what is reported, who was there, a month without its day, and a day that something lasts to or from."""
PIECE, PIECES = 4, 4
"""Characters in a row that two texts about one matter share, and how many such pieces tell as much as any number."""
HAN_ROW = pattern("[\u4e00-\u9fff]+")


class Above(NamedTuple):
    """What is asked of a report that stands above a text."""

    texts: list[Block]
    """Its paragraphs; of a long one the first and the last."""
    told: str
    """Its headlines and these, folded."""
    named: set[str]
    """Whom it names by a post."""


def above(group: Group) -> Above:
    """What is asked of a report."""
    texts = near(group)
    told_above = told([*group.heads, *texts])
    return Above(texts, told_above, names(told_above))


def lead_signs(block: Block, group: Group, report: Above, below: Sequence[Block], around: Surroundings) -> Signs:
    """The signs of a text below a report, beside those of its first words (`opening_signs`); `below` are the blocks behind it."""
    opening, first = beginning(block.text), beginning(first_text(group))
    following = [b for b in below if b.kind in BODY]
    text, rest = told([block]), told(following)
    signs = _days(opening, first) | _place(block, group, report.texts, rest)
    signs |= _people(opening, text, report.told, report.named, rest) | _words(opening, text, report.told, rest)
    return signs | _form(opening, report.texts, following, around)


def near(group: Group) -> list[Block]:
    """The paragraphs of a report; of a long one the first and the last."""
    first = list(islice((b for b in group.body if b.kind in BODY), 2 * NEAR + 1))
    if len(first) <= 2 * NEAR:
        return first
    last = list(islice((b for b in reversed(group.body) if b.kind in BODY), NEAR))
    return first[:NEAR] + last[::-1]


def opening_signs(opening: str) -> Signs:
    """What a text begins with."""
    day = DATED_LEAD.match(opening)
    found = {
        "dated": (day is not None and not VAGUE.match(day["day"]))
        or (ODD_DAY.match(opening) and not DAY_ALONE.match(opening)),
        "vague": VAGUE.match(opening),
        "day alone": DAY_ALONE.match(opening),
        "occasion": OCCASION.match(opening),
        "why": WHY.match(opening),
        "post first": POST_FIRST.match(opening),
        "body first": BODY_FIRST.match(opening),
        "hour": HOUR.match(opening),
        "lately": opening.startswith(LATELY),
    }
    signs = {name: 1.0 for name, holds in found.items() if holds}
    if not day and "dated" not in signs and "月" in opening and LATE_DAY.search(opening):
        signs["late day"] = 1.0
    if not signs and LATE_VAGUE.search(opening):
        signs["late vague"] = 1.0
    return signs


def is_of_one_form(opening: str, signs: Signs, first: str) -> bool:
    """Whether a text and the lead of the report above both tell of somebody in a post or not, and both print a day or not."""
    if (NAMED_POST.search(opening) is None) != (NAMED_POST.search(first) is None):
        return False
    return any(day in signs for day in DAYS) == (PRINTS_A_DAY.search(first, 0, SHORT) is not None)


def _days(opening: str, first: str) -> Signs:
    """How the days of two leads stand to each other."""
    day, before = (
        DATED_LEAD.match(text) or DAY_ALONE.match(text) or OTHER_LEAD.match(text) for text in (opening, first)
    )
    before = before or BEHIND_SUBJECT.match(first)
    if before is None or day is None:
        return {}
    return {"both dated": 1.0, "other day" if day["day"] != before["day"] else "same day": 1.0}


def _place(block: Block, group: Group, texts: list[Block], rest: str) -> Signs:
    """How a text stands in the file."""
    last = fold(mend(texts[-1].text[-TAIL:])) if texts else ""
    found = {
        "gap": block.gap,
        "odd gap": block.gap and len(texts) > 1 and not any(b.gap for b in texts[1:]),
        "second": len(texts) <= 1,
        "third": len(texts) == 2,
        "headline": bool(group.heads),
        "dateline": bool(texts) and texts[0].kind == "dateline",
        "closed": group.closed,
        "ending": group.ending,
        "came as well": CAME_AS_WELL.search(last) is not None,
        "short above": len(texts) == 1 and len(texts[0].text) < BRIEF,
        "demanded": bool(texts) and DEMANDED.search(texts[-1].text) is not None,
        "short": len(block.text) < SHORT,
        "last": not rest,
    }
    return {name: 1.0 for name, holds in found.items() if holds}


def _people(opening: str, text: str, before: str, named: set[str], rest: str) -> Signs:
    """Whom a text names that the report above named too, and whom not."""
    own, all_own = names(opening), names(text)
    found = {
        "somebody": bool(own),
        "nobody": not own,
        "somebody new": any(name not in before for name in own),
        "post again": bool(own & named),
        "bare name": any(name in text for name in named - all_own),
        "nobody again": bool(named) and not any(name in rest or name in text for name in named),
        "goes on below": any(name in rest and name not in before for name in all_own),
    }
    signs = {name: 1.0 for name, holds in found.items() if holds}
    if known := sum(name in rest for name in named):
        signs["known below"] = min(3, known) / 3
    return signs


def _words(opening: str, text: str, before: str, rest: str) -> Signs:
    """How many of its pairs of characters a text has in common with those above and below."""
    own, above, below = pairs(text), pairs(before), pairs(rest)
    signs = {
        "words above": len(own & above) / max(1, len(own)),
        "words below": len(own & below) / max(1, len(own)) if below else 0.3,
    }
    again = {row[i : i + PIECE] for row in HAN_ROW.findall(opening) for i in range(len(row) - PIECE + 1)}
    if shared := sum(piece in before for piece in again):
        signs["opening again"] = min(PIECES, shared) / PIECES
    if places := {found[1] for found in PLACE.finditer(opening)}:
        signs["place again" if any(place in before for place in places) else "place new"] = 1.0
    if HELD.search(opening):
        signs["held"] = 1.0
    if DONE.search(opening):
        signs["done"] = 1.0
    return signs


def _form(opening: str, texts: list[Block], below: list[Block], around: Surroundings) -> Signs:
    """How long the text above is, how a text goes on, and how those of the file stand."""
    comma = opening.find("，", 0, SENTENCE)
    signs = {
        "above": min(REACH, len(texts[-1].text)) / REACH if texts else 0.0,
        "gaps": around.gaps,
        "pages": around.pages,
        "comma": comma / SENTENCE if comma >= 0 else 1.0,
    }
    if below and DATED_LEAD.match(beginning(below[0].text)):
        signs["dated below"] = 1.0
    signs |= {name: 1.0 for name, form in FORMS.items() if form.search(opening, 0, SENTENCE)}
    return signs


def told(blocks: Sequence[Block]) -> str:
    """What blocks tell, folded; of long ones the beginning."""
    return fold(mend("\n".join([block.text[:REACH] for block in blocks])))


def names(text: str) -> set[str]:
    """Whom a text names by a post."""
    return {found["name"] for found in NAMED_POST.finditer(text)}


def pairs(text: str) -> set[int]:
    """Each two characters that stand together, as one number: made four times as fast as pieces of the text."""
    data = text.encode(ENCODING, "surrogatepass")
    odd = WIDTH * (len(text) % 2)
    return {*array("Q", data[: len(data) - odd]), *array("Q", data[WIDTH : len(data) - WIDTH + odd])} if data else set()
