"""How likely a text without a headline begins another report than the one above it, by many small signs together.

In come the block, the report above it and the blocks below it; out go the signs that speak for a beginning or against one,
each with a weight between 0 and 1. The trees of `DATED` and `UNDATED` say what they are worth together; they were fitted (by
`benchmarks/beginnings.py`) on texts whose reports are known. Where their sum passes `SURE` another report begins, whatever
the rules of `openings` say; where it stays below `NEVER` none does.
"""

from bulletin.patterns import pattern
from bulletin.reports.another import DONE, THE_SAME, begins_with_one_of, first_text
from bulletin.reports.beginning_trees import DATED, NEVER, SURE, UNDATED
from bulletin.reports.blocks import Block
from bulletin.reports.group import Group
from bulletin.reports.lead_forms import beginning
from bulletin.reports.lead_signs import BELOW, LATE_VAGUE, above, is_of_one_form, lead_signs, names, opening_signs
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.weighing import Signs, weighed_by_trees

ACTS = pattern(
    "(?:书记|长|主任|主席|常委|委员|专员|政委|调研员)[\u4e00-\u9fff]{2,3}?(?:一行|等)?(?:率|带|来|先后|实地|专题)"
)
SPEAKS = pattern(
    "[^，。]{0,24}?(?:书记|长|主任|主席|常委|委员|专员|政委)[\u4e00-\u9fff]{2,3}?(?:分别)?(?:指出|强调|要求|表示"
    "|说|介绍|认为|希望|主持(?!召)|作|代表|宣布|宣读|传达|通报|汇报|参加|陪同|讲话|致辞)"
)
"""What the lead of a report that prints no day tells of somebody in a post (or DONE), and what a later paragraph does."""
OF_ALL = pattern("各|全[县市区省]|[县市区旗州]领导|与会|双方|我们|参加|“")
"""How a text that begins with a post or a body goes on with a report."""
DAY_AND_CLAUSE = pattern(
    "^[0-9*＊年月日号至—~、-]{2,16}(?:[上下]午|[早晚]上?|[0-9时点分]{2,6})?，(?:在[^，。]{2,24}，)?"
)
GOES_ON = pattern(
    "(?:会议|会上|会前|会后|随后|之后|同时|此外|另外|据悉|据了解|近年来|多年来|目前|下一步|今后|其间|期间|最后"
    "|活动|大会|现场|当[天日]|座谈|调研|检查|通过|接着|在此|对此|就|要|一是|首先|其中|截至"
    "|[0-9年月日底]{2,11}(?:之?前|以来|为止|至今)|[上下]午|[他她]"
    "|(?:连日来|近期|近日)，(?:各|全|[县市区旗州]委、)|[到从][0-9]"
    "|在[^，。]{0,14}掌声中，(?![^。]{0,40}(?:开幕|闭幕|落成|揭牌|启[动用]))"
    "|[^。]{0,24}(?:，|书记|长|主任|主席)[^，。]{0,4}(?:又|再次|再一次)[到来赴深走])"
)
"""How a text begins that is never a lead."""
FIRST = frozenset("0123456789*＊●★◆■ 近日连連今昨上本新为為按根围圍针針受随隨自在被经經二三四五六七八九十月")
FESTIVAL, LOOK, FEW, FEW_MORE = pattern("[际際来來临臨至近即夕后後间間到了节節][，,（(]"), 140, 36, 70
"""Quick looks: what has a sign that counts begins with one of the first, has one of the second among its first words, or a month."""
OFFICE = pattern("[书書长長任席委員员召举舉]|[开開]展|[组組][织織]")
"""The same for a text that prints no day: what a post or a body did."""
WEAK = {"post first", "body first", "hour", "lately"}
"""What most paragraphs inside a report begin with as well."""


def decided(block: Block, group: Group, around: Surroundings, i: int) -> bool | None:
    """Whether another report begins by the signs alone; None where they leave it open."""
    if not _may_lead(block.text):
        return None
    signs = _signs(block, group, around, i)
    if not signs:
        return False if GOES_ON.match(beginning(block.text)) else None
    points = weighed_by_trees(signs, DATED if "dated" in signs else UNDATED)
    return True if points > SURE else False if points < NEVER else None


def _may_lead(text: str) -> bool:
    """A quick look whether a text may begin as any lead does: most paragraphs do not."""
    return (
        text[0] in FIRST
        or "月" in text[:LOOK]
        or FESTIVAL.search(text, 0, FEW) is not None
        or OFFICE.search(text, 0, FEW) is not None
        or LATE_VAGUE.search(text, 0, FEW_MORE) is not None
    )


def signs_of(block: Block, group: Group, around: Surroundings, i: int) -> Signs:
    """The signs of a text below a report; none where it does not begin as any lead does."""
    return _signs(block, group, around, i) if _may_lead(block.text) else {}


def _signs(block: Block, group: Group, around: Surroundings, i: int) -> Signs:
    """The same of a text that may lead by a quick look."""
    text = block.text
    opening = beginning(text)
    signs = opening_signs(opening)
    undated = signs.keys() <= WEAK
    if undated and ("。" not in text or not _does(opening, signs)):
        return {}
    if GOES_ON.match(opening) or THE_SAME.match(opening):
        return {}
    behind = DAY_AND_CLAUSE.sub("", opening)
    if THE_SAME.match(behind):
        return {}
    report = above(group)
    if begins_with_one_of(opening, report.told) or begins_with_one_of(behind, report.told):
        return {}
    if undated and "body first" not in signs and all(name in report.told for name in names(opening)):
        return {}
    if is_of_one_form(opening, signs, beginning(first_text(group))):
        signs["same form"] = 1.0
    if undated:
        signs["undated"] = 1.0
    return signs | lead_signs(block, group, report, around.blocks[i + 1 : i + 1 + BELOW], around)


def _does(opening: str, signs: Signs) -> bool:
    """Whether a text that prints no day begins with what somebody in a post, or a body, did."""
    if OF_ALL.match(opening):
        return False
    if "body first" in signs:
        return True
    if "post first" not in signs or SPEAKS.match(opening):
        return False
    return DONE.search(opening) is not None or ACTS.search(opening) is not None
