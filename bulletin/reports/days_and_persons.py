"""Days and persons at the beginning of a text, beside those of the report above it.

In come the block and the report above it, out goes whether it begins with a day of its own, or tells of other people.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.another import ROUND, first_text, goes_on, same_matter
from bulletin.reports.blocks import Block
from bulletin.reports.group import BODY, Group
from bulletin.reports.kinds import ends_sentence
from bulletin.reports.lead_forms import (
    DATED_LEAD,
    DAY_ALONE,
    DAY_BEHIND,
    HELD,
    MONTH_AND_DAY,
    NAMED_POST,
    OPENING,
    OTHER_LEAD,
    SHORTEST_LEAD,
    WHY,
    beginning,
    goes_on_in,
)
from bulletin.reports.taken_up import tells_of_the_same

WEEKS, YEAR = 15, 360
"""Days; a round of visits that one report tells of does not take so long."""
NEAR = 20
NEWS = pattern(
    "召开|举行|举办|开展|启动|开幕|闭幕|调研|检查|督导|督查|慰问|走访|看望|参加|考察|视察|指导|巡视|座谈|赴|会见|莅临|出席|宣讲|揭牌"
)
GOES_ON = pattern(
    "[“在]|会|大会|随后|当[天日]|其间|期间|同时|最后|下午|上午|座谈|[^，。]{2,12}(?:强调|要求|指出|表示|说)[，：]"
)
"""How a text begins that goes on with the report above it."""
HELD_FIRST = pattern(
    "(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日(?:[至—~-]{1,2}[0-9]{1,2}日)?(?:[上下]午|[早晚]上?)?，[^，。]{2,24}(?:召开|举行|举办)[^，。]{2,}"
)
WITH = pattern("(?:陪同|参加|出席|列席)[^，。]{0,6}[，。]{1,2}$")
"""How the last sentence of a report ends that tells who was there as well."""
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


def is_of_another_day(block: Block, group: Group) -> bool:
    """Whether a text below the end of a page, or below its source, begins with another day than the report above it."""
    lead, first = DATED_LEAD.match(beginning(block.text)), DATED_LEAD.match(beginning(first_text(group)))
    if lead is None or first is None or lead["day"] == first["day"]:
        return False
    opening = beginning(block.text)
    return bool(NAMED_POST.search(opening) or HELD.search(opening)) and not any(
        ROUND.search(fold(h.text)) for h in group.heads
    )


def holds_another(block: Block, group: Group) -> bool:
    """Whether a text without a headline tells first that a meeting was held, as the one above it does: 12月6日，石桥镇召开…."""
    return not group.heads and bool(
        HELD_FIRST.match(beginning(block.text)) and HELD_FIRST.match(beginning(first_text(group)))
    )


def tells_of_another_day(block: Block, group: Group) -> bool:
    """Whether a text begins with a day and a person of its own, and tells of nobody whom the report above it tells of.

    That one begins with another day, or tells in several paragraphs of no day that one of them would begin with.
    """
    opening = beginning(block.text)
    lead = DATED_LEAD.match(opening) or DAY_ALONE.match(opening)
    if lead is None or any(ROUND.search(fold(head.text)) for head in group.heads):
        return False
    texts = [b for b in (*group.body[:NEAR], *group.body[NEAR:][-NEAR:]) if b.kind in BODY]
    shown = [b for b in (*group.body[:NEAR], *group.body[NEAR:][-NEAR:]) if b.kind == "caption"]
    told = fold(mend("".join([b.text for b in (*group.heads, *texts, *shown)])))
    names = {found["name"] for found in NAMED_POST.finditer(told)}
    text = fold(mend(block.text))
    own = {found["name"] for found in NAMED_POST.finditer(text)}
    if not own or any(name in told for name in own) or any(name in text for name in names):
        return False
    above = beginning(first_text(group))
    if same_matter(opening, above):
        return False
    if first := DATED_LEAD.match(above) or DAY_ALONE.match(above):
        return first["day"] != lead["day"] and not ("月" not in lead["day"] and goes_on_in(lead["day"], first[0]))
    undated = not any(DATED_LEAD.match(beginning(b.text)) for b in texts)
    return (
        undated and bool(names) and len(texts) > 1 and ends_sentence(texts[-1].text) and lead["day"] not in VAGUE_DAYS
    )


def tells_of_other_people(block: Block, group: Group) -> bool:
    """Whether a text, whatever its day, names somebody by a post at its beginning and nobody of whom the report above tells."""
    opening = fold(mend(block.text[: 2 * OPENING]))
    named = NAMED_POST.search(opening)
    if (
        named is None
        or len(block.text) < 2 * SHORTEST_LEAD
        or GOES_ON.match(opening)
        or WITH.search(fold(block.text[-12:]))
    ):
        return False
    if not ends_sentence(group.body[-1].text):
        return False
    texts = [b for b in (*group.body[:NEAR], *group.body[NEAR:][-NEAR:]) if b.kind in BODY]
    told = fold(mend("".join([b.text for b in (*group.heads, *texts)])))
    text = fold(mend(block.text))
    names = {found["name"] for found in NAMED_POST.finditer(told)}
    return bool(names) and named["name"] not in told and not any(name in text for name in names)


def heads_news(block: Block, lead: Block, above: Group) -> bool:
    """Whether a line tells what headlines tell, and the text below it names somebody by a post of whom the report above does not."""
    if not NEWS.search(fold(block.text)):
        return False
    opening = beginning(lead.text)
    named = NAMED_POST.search(opening)
    if named is None or GOES_ON.match(opening) or any(head.text in block.text for head in above.heads):
        return False
    texts = (*above.heads, *above.body[:NEAR], *above.body[NEAR:][-NEAR:])
    return not any(named["name"] in fold(mend(b.text)) for b in texts)


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
