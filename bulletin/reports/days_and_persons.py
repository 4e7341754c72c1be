"""Days and persons at the beginning of a text, beside those of the report above it.

In come the block and the report above it, out goes whether it begins with a day of its own, or tells of other people.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.another import first_text, goes_on
from bulletin.reports.blocks import Block
from bulletin.reports.group import Group
from bulletin.reports.lead_forms import (
    DATED_LEAD,
    DAY_BEHIND,
    HELD,
    MONTH_AND_DAY,
    NAMED_POST,
    OPENING,
    OTHER_LEAD,
    WHY,
    beginning,
)
from bulletin.reports.taken_up import tells_of_the_same

WEEKS, YEAR = 15, 360
"""Days; a round of visits that one report tells of does not take so long."""
NEAR = 20
NEWS = pattern(
    "召开|举行|举办|开展|启动|开幕|闭幕|调研|检查|督导|督查|慰问|走访|看望|参加|考察|视察|指导|巡视|座谈|赴|会见"
    "|莅临|出席|宣讲|揭牌"
)
GOES_ON = pattern(
    "[“在]|会|大会|随后|当[天日]|其间|期间|同时|最后|下午|上午|座谈|[^，。]{2,12}(?:强调|要求|指出|表示|说)[，：]"
)
"""How a text begins that goes on with the report above it."""
HELD_FIRST = pattern(
    "(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日(?:[至—~-]{1,2}[0-9]{1,2}日)?(?:[上下]午"
    "|[早晚]上?)?，[^，。]{2,24}(?:召开|举行|举办)[^，。]{2,}"
)
VAGUE_DAYS = ("近日", "日前", "今天", "昨天", "今日", "昨日")


def is_far_from(block: Block, group: Group) -> bool:
    """Whether a text begins with a day weeks away from the one that the report above it begins with."""
    opening = beginning(block.text)
    day = MONTH_AND_DAY.match(opening) or (WHY.match(opening) and DAY_BEHIND.search(opening))
    if not day:
        return False
    first = first_text(group)
    before = MONTH_AND_DAY.match(first) or DAY_BEHIND.search(beginning(first))
    if before is None:
        return False
    one, other = (int(found["month"]) * 30 + int(found["day"]) for found in (before, day))
    return WEEKS <= abs(one - other) <= YEAR - WEEKS


def holds_another(block: Block, group: Group) -> bool:
    """Whether a text without a headline tells first that a meeting was held, as the one above it does: 12月6日，石桥镇召开…."""
    return not group.heads and bool(
        HELD_FIRST.match(beginning(block.text)) and HELD_FIRST.match(beginning(first_text(group)))
    )


def tells_of_others(block: Block, group: Group) -> bool:
    """Whether a text opens with nobody whom the report above it named by a post."""
    opening = fold(mend(block.text[:OPENING]))
    above = fold(mend("".join([b.text for b in (*group.heads, *group.body)])))
    if not DATED_LEAD.match(opening) and (goes_on(opening, above) or tells_of_the_same(opening, above)):
        return False
    names = {found["name"] for found in NAMED_POST.finditer(above)}
    return "一行" not in opening and not any(name in opening for name in names)


def opens_anew(block: Block, group: Group) -> bool:
    """Whether a text begins with a day of its own and with somebody, or a meeting, that the report above did not tell of."""
    opening = beginning(block.text)
    ended = group.closed or group.ending or block.below_end
    lead = DATED_LEAD.match(opening) or (OTHER_LEAD.match(opening) if ended else None)
    if lead is None:
        return False
    texts = [b.text for b in (*group.heads, *group.body)]
    first = beginning(first_text(group))
    if (
        (before := DATED_LEAD.search(first) or OTHER_LEAD.match(first))
        and before["day"] == lead["day"]
        and lead["day"] not in VAGUE_DAYS
    ):
        return False
    named = NAMED_POST.search(opening)
    if named:
        return not any(named["name"] in text for text in texts)
    return HELD.search(opening) is not None and before is not None
