"""Whether a text without a headline begins a report of its own, below the report that stands above it.

In come the block and the blocks of the report above, out goes whether another one begins; and what of those above belongs to it.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.another import (
    ROUND,
    belongs_together,
    first_text,
    goes_on,
    is_another,
    of_nothing_above,
    opens_a_round,
    same_matter,
)
from bulletin.reports.blocks import Block
from bulletin.reports.dateline import take_dateline
from bulletin.reports.group import BODY, Group, goes_back, leads_on
from bulletin.reports.kinds import ends_sentence
from bulletin.reports.lead_forms import (
    DATED_LEAD,
    DAY_ALONE,
    DAY_BEHIND,
    HELD,
    LEAD_BEGINS,
    MAY_LEAD,
    MONTH_AND_DAY,
    NAMED_POST,
    OPENING,
    OTHER_LEAD,
    SAYING,
    SHORTEST_LEAD,
    WHY,
    beginning,
    goes_on_in,
    long_enough,
)
from bulletin.reports.likely import BELOW, decided
from bulletin.reports.purpose import is_purpose
from bulletin.reports.rows import goes_on_in_row
from bulletin.reports.scenes import PERSON
from bulletin.reports.scripts import script
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.taken_up import tells_of_the_same

SAME_OPENING, LONGEST_SAYING = 12, 24
WEEKS, YEAR = 15, 360
"""Days; a round of visits that one report tells of does not take so long."""
SIGNED_FIRST = pattern("本[报网台](?:记者|通讯员)[^。，]{2,30}报道[：:]")
"""A text that begins with its authors begins a report, as one does that begins with them in brackets: （记者 苏小雨）6月3日，…."""
FESTIVAL = pattern(
    "在?(?P<day>[^，。在]{2,12}?)(?:即将)?(?:来临|到来)之际，[^，。]{2,20}(?:领导|书记|[县市区州旗]长|主任|主席)"
)
"""In a lead without a day: 在“尔德节”即将来临之际，县领导分别…."""
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
SAME_DAY = pattern("[今昨][天日晚]")
ANNOUNCES = pattern(
    "(?:[即今近]日起|本期起|今起|从(?:今|即|本)[天日期]起)[^。]{0,16}(?:推出|开设|开辟|刊发|刊登|开展|特设)[^。]{0,24}(?:栏目|专栏|专题|报道)"
)
"""What an editor says above the first report of a new column: 本期起，本报推出…栏目."""
LONGEST_CAPTION, LONGEST_SCENE, SHORTEST_SCRIPT, SHORTEST_PARTED, AGAIN = 80, 30, 40, 15, 9


def begins(block: Block, group: Group, around: Surroundings, i: int) -> bool:
    """Whether the block at `i`, which has no headline, begins a report of its own."""
    if block.kind == "dateline":
        return not _told_before(block, group)
    if block.kind == "item" and _goes_on_with_items(block, group):
        return False
    if group.heads and not group.closed and all(above.text[-1] in "！!" for above in group.body):
        return False  # 青春五月，木棉红遍山野！ opens the report whose day comes behind it
    if goes_on_in_row(block, group, i in around.chronicle):
        return False
    if goes_back(block):
        return group.closed or ends_sentence(group.body[-1].text)
    broke_off = leads_on(group.body[-1]) and not ends_sentence(group.last_text())
    parted = group.closed or group.sourced or block.below_rule or broke_off
    whole = parted and len(block.text) >= SHORTEST_PARTED and block.text[-1] == "。"
    if block.kind not in BODY or not (whole or long_enough(block.text)):
        return False
    if broke_off:
        return True  # the rest is elsewhere, or it would be joined
    if not (parted or block.below_end) and block.text[0] in "今昨" and _is_of_the_dateline(block, group):
        return False
    first = block.text[0]
    signed = (
        first in "（(【"
        or "供稿" in block.text[:SAYING]
        or (first == "本" and SIGNED_FIRST.match(fold(block.text[:OPENING])))
    )
    if signed:
        _, credits, text = take_dateline(block.text)
        if credits and len(text) >= SHORTEST_LEAD // 2:
            return True
    if around.mixed and _is_in_other_script(block, group):
        return True
    if (group.sourced or block.below_end) and _is_of_another_day(block, group):
        return True
    if festival := FESTIVAL.match(fold(block.text)):
        told = fold(group.told())
        if ends_sentence(group.last_text()) and festival["day"][:2] not in told and not same_matter(festival[0], told):
            return True
    likely = None if group.closed else decided(block, group, around.blocks[i + 1 : i + 1 + BELOW])
    if likely and belongs_together(block, group):
        likely = None
    if not likely and opens_a_round(block, group):
        return False
    if not likely and of_nothing_above(block, group, around.blocks[i + 1 : i + 3]):
        return True
    if likely or (likely is False and not (group.sourced or block.below_rule)):
        return likely
    if not (group.closed or group.ending or block.below_end):
        if around.parted and block.gap and _tells_of_others(block, group):
            return True
        if block.text[0] not in LEAD_BEGINS and not MAY_LEAD.search(block.text, 0, SAYING):
            return False
        if _tells_of_another_day(block, group) or is_another(block, group):
            return True
        return _is_far_from(block, group) and (
            _opens_anew(block, group) or _holds_another(block, group) or _tells_of_other_people(block, group)
        )
    if group.closed or _opens_anew(block, group) or is_another(block, group):
        return True
    if (block.below_rule or group.sourced) and not (
        goes_on(block.text, told := group.told()) or tells_of_the_same(block.text, told)
    ):
        return True
    if block.below_end and (_is_far_from(block, group) or _tells_of_other_people(block, group)):
        return True
    day = DATED_LEAD.match(beginning(block.text)) if block.below_end else None
    return day is not None and not tells_of_the_same(block.text, group.told())


def opened(block: Block, above: Group) -> Group:
    """A new report, with the paragraph before its dated one that tells what for (为深入推进…目标。) taken from the one above."""
    group, last = Group(), above.body[-1]
    dated = not above.closed and len(above.body) > 1 and DATED_LEAD.match(beginning(block.text))
    if dated and last.kind == "body" and is_purpose(last.text):
        group.take(above.body.pop())
    return group


def _goes_on_with_items(block: Block, group: Group) -> bool:
    """Whether an item belongs to the bulletin above it, whoever signed the item before."""
    first = group.first_block()
    return first is not None and first.kind == "item" and first.text[0] == block.text[0]


def _is_of_the_dateline(block: Block, group: Group) -> bool:
    """Whether a text tells what was done on the day that the dateline above it names: 今天上午，…."""
    first = group.first_block()
    return first is not None and first.kind == "dateline" and SAME_DAY.match(block.text) is not None


def _is_in_other_script(block: Block, group: Group) -> bool:
    """Whether a text is written in traditional characters below one in simplified ones, or the other way round."""
    above = next((b for b in reversed(group.body) if b.kind in BODY), None)
    if above is None or min(len(above.text), len(block.text)) < SHORTEST_SCRIPT:
        return False
    return {script(above.text), script(block.text)} == {"traditional", "simplified"}


def _told_before(block: Block, group: Group) -> bool:
    """Whether a text with a dateline opens as the one paragraph above it does, which a page gives as what is new in it."""
    texts = [b for b in group.body if b.kind in BODY]
    if not texts or texts[0].kind == "dateline" or not group.heads or group.closed:
        return False
    if ANNOUNCES.search(fold(texts[-1].text)):
        return True
    if any(len(b.text) > LONGEST_SAYING for b in texts[1:]):
        return False
    opening = take_dateline(block.text)[2][:SAME_OPENING]
    return len(opening) == SAME_OPENING and texts[0].text.startswith(opening)


def is_shown_above(block: Block, group: Group) -> bool:
    """Whether one sentence alone above a lead tells of the same day and person as the text behind it: a first picture.

    Above a lead without a dateline it tells where somebody is whom the lead names with the post: 高远在石桥水厂调研。
    """
    if len(group.body) != 1 or group.closed or group.body[0].kind != "body":
        return False
    text = fold(mend(group.body[0].text))
    day, named = DATED_LEAD.match(text), NAMED_POST.search(text)
    if "。" in text[:-1] or len(text) > LONGEST_CAPTION:
        return False
    if day is None and block.kind == "dateline" and named:
        below = fold(mend(block.text[: 4 * OPENING]))
        return named["name"] in below and text[-AGAIN:-1] in below
    if day is None:
        shown = PERSON.match(text[:-1]) if group.heads and named is None and len(text) <= LONGEST_SCENE else None
        leading = shown and DATED_LEAD.match(beginning(block.text)) and NAMED_POST.search(beginning(block.text))
        return bool(shown and leading and shown["name"].startswith(leading["name"]))
    below = fold(mend(block.text[: 3 * OPENING]))
    if block.kind != "dateline":
        return False
    if named is None:
        return text[:SAME_OPENING] in below and text not in below
    return day["day"] in below and named["name"] in below


def _is_far_from(block: Block, group: Group) -> bool:
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


def _is_of_another_day(block: Block, group: Group) -> bool:
    """Whether a text below the end of a page, or below its source, begins with another day than the report above it."""
    lead, first = DATED_LEAD.match(beginning(block.text)), DATED_LEAD.match(beginning(first_text(group)))
    if lead is None or first is None or lead["day"] == first["day"]:
        return False
    opening = beginning(block.text)
    return bool(NAMED_POST.search(opening) or HELD.search(opening)) and not any(
        ROUND.search(fold(h.text)) for h in group.heads
    )


def _holds_another(block: Block, group: Group) -> bool:
    """Whether a text without a headline tells first that a meeting was held, as the one above it does: 12月6日，石桥镇召开…."""
    return not group.heads and bool(
        HELD_FIRST.match(beginning(block.text)) and HELD_FIRST.match(beginning(first_text(group)))
    )


def _tells_of_another_day(block: Block, group: Group) -> bool:
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


def _tells_of_other_people(block: Block, group: Group) -> bool:
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


def _tells_of_others(block: Block, group: Group) -> bool:
    """Whether a text opens with nobody whom the report above it named by a post."""
    opening = fold(mend(block.text[:OPENING]))
    above = fold(mend("".join([b.text for b in (*group.heads, *group.body)])))
    if not DATED_LEAD.match(opening) and (goes_on(opening, above) or tells_of_the_same(opening, above)):
        return False
    names = {found["name"] for found in NAMED_POST.finditer(above)}
    return "一行" not in opening and not any(name in opening for name in names)


def _opens_anew(block: Block, group: Group) -> bool:
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
