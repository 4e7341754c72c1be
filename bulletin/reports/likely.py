"""How likely a text without a headline begins another report than the one above it, by many small signs together.

In come the block, the report above it and the blocks below it; out go the signs that speak for a beginning or against one,
each with a weight between 0 and 1. The trees of `DATED` and `UNDATED` say what they are worth together; they were fitted (by
`benchmarks/beginnings.py`) on texts whose reports are known. Where their sum passes `SURE` another report begins, whatever
the rules of `openings` say; where it stays below `NEVER` none does.
"""

from array import array
from itertools import islice

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.another import DONE, THE_SAME, begins_with_one_of, first_text
from bulletin.reports.beginning_trees import DATED, NEVER, SURE, UNDATED
from bulletin.reports.blocks import Block
from bulletin.reports.group import BODY, Group
from bulletin.reports.lead_forms import BEHIND_SUBJECT, DATED_LEAD, DAY_ALONE, HELD, NAMED_POST, OTHER_LEAD, beginning
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.weighing import Signs, weighed_by_trees

NEAR, BELOW, REACH, TAIL = 8, 6, 400, 60
"""Paragraphs of the report above at its beginning and end, blocks below, and characters of each, that are asked."""
SHORT, BRIEF = 45, 60
VAGUE = pattern(
    "^(?:近日|日前|近期|连日来|[今昨][天日晚]|上周|本周|近来|[一二三四五六七八九十0-9]+月[上中下]旬|月初|月底|新年)"
)
OCCASION = pattern("^[^。，]{2,26}(?:之际|到来|来临|将至|将近|临近|在即|前夕|前后|期间|到了|佳节)[，,（]")
WHY = pattern("^(?:为|按照|根据|围绕|针对|受|随着|自|在|被|经)")
POST_FIRST = pattern("^[\u4e00-\u9fff、，]{1,26}?(?:书记|长|主任|主席|常委|委员|专员|政委)[\u4e00-\u9fff]{2,3}")
BODY_FIRST = pattern("^[\u4e00-\u9fff]{2,14}(?:召开|举行|举办|开展|组织|启动)")
ACTS = pattern(
    "(?:书记|长|主任|主席|常委|委员|专员|政委|调研员)[\u4e00-\u9fff]{2,3}?(?:一行|等)?(?:率|带|来|先后|实地|专题)"
)
SPEAKS = pattern(
    "[^，。]{0,24}?(?:书记|长|主任|主席|常委|委员|专员|政委)[\u4e00-\u9fff]{2,3}?(?:分别)?(?:指出|强调|要求|表示|说|介绍|认为|希望|主持(?!召)|作|代表|宣布|宣读|传达|通报|汇报|参加|陪同|讲话|致辞)"
)
"""What the lead of a report that prints no day tells of somebody in a post (or DONE), and what a later paragraph does."""
OF_ALL = pattern("各|全[县市区省]|[县市区旗州]领导|与会|双方|我们|参加|“")
"""How a text that begins with a post or a body goes on with a report."""
ODD_DAY = pattern("^(?:[12][0-9]{3}年)?[0-9*＊]{1,8}[月日号][0-9*＊]{0,3}[日号]?[^。，]{0,8}，")
"""A day that lost its figures or its last word: 712日上午，; 2月28，; *月*日，."""
DAY_AND_CLAUSE = pattern(
    "^[0-9*＊年月日号至—~、-]{2,16}(?:[上下]午|[早晚]上?|[0-9时点分]{2,6})?，(?:在[^，。]{2,24}，)?"
)
LATELY = ("连日来", "近期", "近来")
HOUR = pattern("[0-9年月日]{2,11}(?:凌晨|清晨|[上下]午|[早晚中]上?)?[0-9]{1,2}[时点:：]")
LATE_DAY = pattern("[0-9]{1,2}月[0-9]{1,2}日")
PRINTS_A_DAY = pattern("日，|[上下]午，|近日|日前")
GOES_ON = pattern(
    "(?:会议|会上|会前|会后|随后|之后|同时|此外|另外|据悉|据了解|近年来|多年来|目前|下一步|今后|其间|期间|最后|活动|大会|现场|当[天日]|座谈|调研|检查|通过|接着|在此|对此|就|要|一是|首先|其中|截至|[上下]午|[他她]|(?:连日来|近期|近日)，(?:各|全|[县市区旗州]委、)|[到从][0-9]|[^。]{0,24}(?:，|书记|长|主任|主席)[^，。]{0,4}(?:又|再次|再一次)[到来赴深走])"
)
"""How a text begins that is never a lead."""
CAME_AS_WELL = pattern(
    "(?:参加|陪同|出席|列席|随同|参与)[^，。]{0,8}。$|[^，。]{0,10}(?:负责人|负责同志)[^，。]{0,14}。$"
)
"""How the last paragraph of a report ends."""
FIRST = frozenset("0123456789*＊●★◆■ 近日连連今昨上本新为為按根围圍针針受随隨自在被经經二三四五六七八九十月")
FESTIVAL, LOOK, FEW = pattern("[际際来來临臨至近即夕后後间間到了节節][，,（(]"), 140, 36
"""Quick looks: what has a sign that counts begins with one of the first, has one of the second among its first words, or a month."""
PLACE = pattern(
    "(?=([\u4e00-\u9fff]{2}(?:镇|乡|苏木|街道|社区|村|县|区(?![域级划长委])|市(?![委长场民级])|旗(?![委长])|林场|水库|小学|中学|园区|公司)))"
)
"""A place with its name, where a report begins in one."""
DEMANDED = pattern("强调|要求|指出|表示|希望|叮嘱|勉励|提出")
"""What somebody asks for, as most reports tell before they end."""
OFFICE = pattern("[书書长長任席委員员召举舉]|[开開]展|[组組][织織]")
"""The same for a text that prints no day: what a post or a body did."""
WEAK = {"post first", "body first", "hour", "lately"}
"""What most paragraphs inside a report begin with as well."""
DAYS = ("dated", "vague", "day alone", "late day")
SENTENCE = 60
FORMS = {
    "again": pattern("再次|又|继续|依旧|依然|终于|第二|第三|随后|接着|刚刚|已经|还"),
    "event": pattern("召开|举行|举办|调研|检查|督导|督查|慰问|走访|启动"),
    "office": pattern("书记|[县市区旗州]长|主任|主席|常委"),
    "until": pattern(
        "^[0-9年月日底至—~～-]{2,16}(?:[上下]午|[早晚]上?)?[0-9时点分]{0,6}许?(?:之?前|起|以来|为止|至今|开始|的)"
    ),
}
"""What may stand in a text's first words: what goes on, what is reported, who was there, and a day that something lasts to or from."""
PIECE, PIECES = 4, 4
"""Characters in a row that two texts about one matter share, and how many such pieces tell as much as any number."""
HAN_ROW = pattern("[\u4e00-\u9fff]+")


def decided(block: Block, group: Group, around: Surroundings, i: int) -> bool | None:
    """Whether another report begins by the signs alone; None where they leave it open."""
    signs = signs_of(block, group, around, i)
    if not signs:
        return None
    points = weighed_by_trees(signs, DATED if "dated" in signs else UNDATED)
    return True if points > SURE else False if points < NEVER else None


def signs_of(block: Block, group: Group, around: Surroundings, i: int) -> Signs:
    """The signs of a text below a report; none where it does not begin as any lead does."""
    text, below = block.text, around.blocks[i + 1 : i + 1 + BELOW]
    if (
        text[0] not in FIRST
        and "月" not in text[:LOOK]
        and not FESTIVAL.search(text, 0, FEW)
        and not OFFICE.search(text, 0, FEW)
    ):
        return {}
    opening = beginning(text)
    signs = _opening(opening)
    undated = signs.keys() <= WEAK
    if undated and ("。" not in text or not _does(opening, signs)):
        return {}
    if GOES_ON.match(opening) or THE_SAME.match(opening):
        return {}
    behind = DAY_AND_CLAUSE.sub("", opening)
    if THE_SAME.match(behind):
        return {}
    texts = _near(group)
    told = _told([*group.heads, *texts])
    named = _names(told)
    if begins_with_one_of(opening, told) or begins_with_one_of(behind, told):
        return {}
    if undated and "body first" not in signs and all(name in told for name in _names(opening)):
        return {}
    told_below = [b for b in below if b.kind in BODY]
    text, rest = _told([block]), _told(told_below)
    first = beginning(first_text(group))
    signs |= _days(opening, first) | _place(block, group, texts, rest)
    signs |= _people(opening, text, told, named, rest) | _words(opening, text, told, rest)
    if _is_of_one_form(opening, signs, first):
        signs["same form"] = 1.0
    if undated:
        signs["undated"] = 1.0
    return signs | _form(block, opening, texts, told_below, around)


ENCODING, WIDTH = "utf-32-le", 4
"""Bytes of a character."""


def _form(block: Block, opening: str, texts: list[Block], below: list[Block], around: Surroundings) -> Signs:
    """How long a text and the one above it are, how it goes on, and how those of the file stand."""
    comma = opening.find("，", 0, SENTENCE)
    signs = {
        "length": min(REACH, len(block.text)) / REACH,
        "above": min(REACH, len(texts[-1].text)) / REACH if texts else 0.0,
        "gaps": around.gaps,
        "comma": comma / SENTENCE if comma >= 0 else 1.0,
    }
    if below and DATED_LEAD.match(beginning(below[0].text)):
        signs["dated below"] = 1.0
    signs |= {name: 1.0 for name, form in FORMS.items() if form.search(opening, 0, SENTENCE)}
    return signs


def _near(group: Group) -> list[Block]:
    """The paragraphs of a report; of a long one the first and the last."""
    first = list(islice((b for b in group.body if b.kind in BODY), 2 * NEAR + 1))
    if len(first) <= 2 * NEAR:
        return first
    last = list(islice((b for b in reversed(group.body) if b.kind in BODY), NEAR))
    return first[:NEAR] + last[::-1]


def _opening(opening: str) -> Signs:
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
    return signs


def _does(opening: str, signs: Signs) -> bool:
    """Whether a text that prints no day begins with what somebody in a post, or a body, did."""
    if OF_ALL.match(opening):
        return False
    if "body first" in signs:
        return True
    if "post first" not in signs or SPEAKS.match(opening):
        return False
    return DONE.search(opening) is not None or ACTS.search(opening) is not None


def _is_of_one_form(opening: str, signs: Signs, first: str) -> bool:
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


def _people(opening: str, text: str, told: str, named: set[str], rest: str) -> Signs:
    """Whom a text names that the report above named too, and whom not."""
    own, all_own = _names(opening), _names(text)
    found = {
        "somebody": bool(own),
        "nobody": not own,
        "somebody new": any(name not in told for name in own),
        "post again": bool(own & named),
        "bare name": any(name in text for name in named - all_own),
        "nobody again": bool(named) and not any(name in rest or name in text for name in named),
        "goes on below": any(name in rest and name not in told for name in all_own),
    }
    signs = {name: 1.0 for name, holds in found.items() if holds}
    if known := sum(name in rest for name in named):
        signs["known below"] = min(3, known) / 3
    return signs


def _words(opening: str, text: str, told: str, rest: str) -> Signs:
    """How many of its pairs of characters a text has in common with those above and below."""
    pairs, above, below = _pairs(text), _pairs(told), _pairs(rest)
    signs = {
        "words above": len(pairs & above) / max(1, len(pairs)),
        "words below": len(pairs & below) / max(1, len(pairs)) if below else 0.3,
    }
    again = {row[i : i + PIECE] for row in HAN_ROW.findall(opening) for i in range(len(row) - PIECE + 1)}
    if shared := sum(piece in told for piece in again):
        signs["opening again"] = min(PIECES, shared) / PIECES
    if places := {found[1] for found in PLACE.finditer(opening)}:
        signs["place again" if any(place in told for place in places) else "place new"] = 1.0
    if HELD.search(opening):
        signs["held"] = 1.0
    if DONE.search(opening):
        signs["done"] = 1.0
    return signs


def _told(blocks: list[Block]) -> str:
    return fold(mend("\n".join([block.text[:REACH] for block in blocks])))


def _names(text: str) -> set[str]:
    return {found["name"] for found in NAMED_POST.finditer(text)}


def _pairs(text: str) -> set[int]:
    """Each two characters that stand together, as one number: made four times as fast as pieces of the text."""
    data = text.encode(ENCODING, "surrogatepass")
    odd = WIDTH * (len(text) % 2)
    return {*array("Q", data[: len(data) - odd]), *array("Q", data[WIDTH : len(data) - WIDTH + odd])} if data else set()
