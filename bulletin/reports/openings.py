"""Whether a text without a headline begins a report of its own, below the report that stands above it.

In come the block and the blocks of the report above, out goes whether another one begins; and what of those above belongs to it.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.another import belongs_together, goes_on, is_another, opens_a_round
from bulletin.reports.blocks import Block
from bulletin.reports.dateline import take_dateline
from bulletin.reports.days_and_persons import (
    holds_another,
    is_far_from,
    opens_anew,
    tells_of_others,
)
from bulletin.reports.first_pictures import is_shown_above
from bulletin.reports.group import BODY, Group, goes_back, leads_on
from bulletin.reports.kinds import ends_sentence
from bulletin.reports.lead_forms import (
    DATED_LEAD,
    ITEM_MARKS,
    LEAD_BEGINS,
    MAY_LEAD,
    OPENING,
    SAYING,
    SHORTEST_LEAD,
    beginning,
    long_enough,
)
from bulletin.reports.likely import decided
from bulletin.reports.neighbours import is_item_head
from bulletin.reports.purpose import is_purpose
from bulletin.reports.rows import goes_on_in_row
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.taken_up import tells_of_the_same

SAME_OPENING, LONGEST_SAYING = 12, 24
SIGNED_FIRST = pattern("本[报网台](?:记者|通讯员)[^。，]{2,30}报道[：:]")
"""A text that begins with its authors begins a report, as one does that begins with them in brackets: （记者 苏小雨）6月3日，…."""
ANNOUNCES = pattern(
    "(?:[即今近]日起|本期起|今起|从(?:今|即|本)[天日期]起)[^。]{0,16}(?:推出|开设|开辟|刊发|刊登|开展"
    "|特设)[^。]{0,24}(?:栏目|专栏|专题|报道)"
)
"""What an editor says above the first report of a new column: 本期起，本报推出…栏目."""
SAID = pattern("(?P<who>[\u4e00-\u9fff·]{2,8}?)(?:还|同时|最后|进一步|特别)?(?:指出|强调|要求|希望|表示|说|提出)[，：]")
"""How a text begins that tells what somebody said who needs no post any more."""
MEETING = frozenset(("会议", "大会", "会上"))
SHORTEST_PARTED = 15
PICTURES, SIGNED = ("caption", "photo"), ("credit", "photo")
PICTURE_REPORT = pattern("摄影报道|[图摄][/ ]?文|文[/ ]?[图摄]")


def begins(block: Block, group: Group, around: Surroundings, i: int) -> bool:
    """Whether the block at `i`, which has no headline, begins a report of its own."""
    if _is_below_the_pictures_of_a_page(group):
        return True
    if i in around.briefs or _is_a_picture_and_its_text(block, group, around, i):
        return True
    told = _by_kind(block, group, i in around.chronicle)
    if told is None:
        told = _by_itself(block, group)
    if told is None:
        told = _weighed(block, group, around, i)
    if told is not None:
        return told
    if group.closed or group.ending or block.below_end:
        return _begins_behind_an_end(block, group)
    return _begins_in_a_run(block, group, around)


def _by_kind(block: Block, group: Group, chronicled: bool) -> bool | None:
    """What the kind of a text tells already: a dateline begins a report, an item or a further visit of a round goes on."""
    if block.kind == "dateline":
        return not _told_before(block, group)
    if is_item_head(group.body[-1]) or (block.kind == "item" and _goes_on_with_items(block, group)):
        return False
    cries = group.heads and not group.closed and group.body[0].text[-1] in "！!"
    if cries and all(above.text[-1] in "！!" for above in group.body):
        return False  # 青春五月，木棉红遍山野！ opens the report whose day comes behind it
    if goes_on_in_row(block, group, chronicled):
        return False
    if goes_back(block):
        return group.closed or ends_sentence(group.body[-1].text)
    return None


def _by_itself(block: Block, group: Group) -> bool | None:
    """What a text's length and its authors tell beside the end of the report above."""
    broke_off = leads_on(group.body[-1]) and not ends_sentence(group.last_text())
    parted = group.closed or group.sourced or block.below_rule or broke_off
    whole = parted and len(block.text) >= SHORTEST_PARTED and block.text[-1] == "。"
    if block.kind not in BODY or not (whole or long_enough(block.text)):
        return False
    if broke_off:
        return True  # the rest is elsewhere, or it would be joined
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
    return None


def _weighed(block: Block, group: Group, around: Surroundings, i: int) -> bool | None:
    """What the signs weigh, where they tell, and whether the text is of anything above."""
    likely = None if group.closed else decided(block, group, around, i)
    if likely and belongs_together(block, group):
        likely = None
    if not likely and opens_a_round(block, group):
        return False
    if likely or (likely is False and not (group.sourced or block.below_rule)):
        return likely
    return None


def _begins_in_a_run(block: Block, group: Group, around: Surroundings) -> bool:
    """Whether a report begins where nothing tells that the one above has ended: with a day or with people of its own."""
    if around.parted and block.gap and tells_of_others(block, group):
        return True
    if block.text[0] not in LEAD_BEGINS and not MAY_LEAD.search(block.text, 0, SAYING):
        return False
    if is_another(block, group):
        return True
    return is_far_from(block, group) and (opens_anew(block, group) or holds_another(block, group))


def _begins_behind_an_end(block: Block, group: Group) -> bool:
    """Whether a report begins behind a byline, a last paragraph or a line of the page, as seems likely there."""
    if group.closed:
        return not _says_more(block, group)
    if opens_anew(block, group) or is_another(block, group):
        return True
    if (block.below_rule or group.sourced) and not (
        goes_on(block.text, told := group.told()) or tells_of_the_same(block.text, told)
    ):
        return True
    if block.below_end and is_far_from(block, group):
        return True
    day = DATED_LEAD.match(beginning(block.text)) if block.below_end else None
    return day is not None and not tells_of_the_same(block.text, group.told())


def _says_more(block: Block, group: Group) -> bool:
    """Whether a text tells what else somebody said, or a meeting asked for, whom the signed text above it tells of."""
    text = fold(block.text[:OPENING])
    said = SAID.match(text)
    if said is None:
        return False
    return said["who"] in MEETING or said["who"] in group.told()


def opened(block: Block, above: Group) -> Group:
    """A new report, with the paragraph before its dated one that tells what for (为深入推进…目标。) taken from the one above.

    So are the captions set close above it where a blank line parts them from the report above.
    """
    group = Group()
    for shown in _set_close_above(block, above) or _told_above(block, above):
        group.take(shown)
    last = above.body[-1]
    dated = not above.closed and len(above.body) > 1 and DATED_LEAD.match(beginning(block.text))
    if dated and last.kind == "body" and is_purpose(last.text):
        group.take(above.body.pop())
    return group


def _set_close_above(block: Block, above: Group) -> list[Block]:
    """The captions that no blank line parts from a text below them, taken out of the report above, from which one does.

    So are those below the site line of a further page.
    """
    for at in range(len(above.body) - 1, 0, -1):
        shown = above.body[at]
        if shown.kind not in PICTURES or any(head.text == shown.text for head in above.heads):
            return []
        if shown.below_site or (shown.gap and not block.gap):
            taken, above.body = above.body[at:], above.body[:at]
            return taken
    return []


def _told_above(block: Block, above: Group) -> list[Block]:
    """The sentence of a first picture that stands close above a dateline and below a blank line, taken out of the report above."""
    last = above.body[-1]
    if len(above.body) < 2 or block.kind != "dateline" or block.gap or not last.gap or last.kind != "body":
        return []
    if not is_shown_above(block, Group([], [last], has_text=True)):
        return []
    return [above.body.pop()._replace(kind="caption")]


def _is_below_the_pictures_of_a_page(group: Group) -> bool:
    """Whether nothing but captions stands above a text and below the site line of a further page."""
    for above in reversed(group.body):
        if above.kind not in PICTURES or any(head.text == above.text for head in group.heads):
            return False
        if above.below_site:
            return group.has_text
    return False


def _is_a_picture_and_its_text(block: Block, group: Group, around: Surroundings, i: int) -> bool:
    """Whether a dated text is a picture's, with no other headline: apart from the report above it, signed right below (苏小雨 摄影报道)."""
    if not (around.parted and block.gap and i + 1 < len(around.blocks)):
        return False
    signed = around.blocks[i + 1]
    if signed.kind not in SIGNED or signed.gap or not PICTURE_REPORT.search(fold(signed.text)):
        return False
    return DATED_LEAD.match(beginning(block.text)) is not None and tells_of_others(block, group)


def _goes_on_with_items(block: Block, group: Group) -> bool:
    """Whether an item belongs to the bulletin above it, whoever signed the item before."""
    first = group.first_block()
    if first is None or first.kind != "item":
        return False
    return first.text[0] == block.text[0] or (first.text[0] not in ITEM_MARKS and block.text[0] not in ITEM_MARKS)


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
