"""Lines under pictures that stand in a row, each of which tells what the others are.

In come what surrounds a block and the report that it may belong to, out goes whether it and those beside it are captions.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.blocks import Block, leads
from bulletin.reports.first_pictures import SHORTEST_CAPTION
from bulletin.reports.group import BODY, Group
from bulletin.reports.kinds import ends_sentence, is_slogan
from bulletin.reports.scenes import is_of_a_meeting, looks_at, may_show, sees, shows_something
from bulletin.reports.surroundings import Surroundings

SPEAKER = pattern(
    "(?:书记|长|主任|主席|常委|委员)[\u4e00-\u9fff]{2,4}(?:在会上|向大会|在大会上)?(?:主持|介绍|讲话|致辞|发言"
    "|答记者问|宣读|汇报|通报|传达|部署|表态|点评|授牌|颁奖|宣布"
    "|作(?=[^，。；：]{0,20}(?:报告|讲话|发言|部署|点评|说明|辅导)$))[^，。；：]{0,24}$"
)
"""A caption that names who speaks: 县文化局局长某某答记者问."""
SCENE = pattern(
    "[\u4e00-\u9fff]{2,4}(?:讲话|致辞|发言|作报告|主持会议)|[与同][\u4e00-\u9fff]{2,10}座谈|主席台"
    "|会场(?:一角|全景)?|[会活]议?动?现场(?:一角)?"
)
"""What a picture shows, between two paragraphs: 高远讲话, 主席台, 会场一角."""
LONGEST_RUN, LONGEST_SHOWN = 12, 34
SPEAKS = pattern("[\u4e00-\u9fff]{2,8}(?:讲话|致辞|发言|主持会议|作报告)")
LONGEST_THING = 12


def goes_on(lead: Block, group: Group) -> bool:
    """Whether the text below lines that may be captions goes on with the report above them."""
    if group.closed or lead.kind not in BODY or lead.kind == "dateline":
        return False
    return not (lead.below_site or leads(lead.text))


def in_a_row(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line stands among lines under pictures: each begins with what is done (察看青石水厂), or at the end of
    the report names a thing that it told of. Subheads look alike, but never stand directly below each other.
    """
    block, lead = around.blocks[i], around.lead_below(i)
    if block.below_frame or is_slogan(block.text):
        return False
    above, below = around.blocks[i - 1], around.blocks[i + 1] if i + 1 < len(around.blocks) else None
    beside = [b for b in (above, below) if b is not None]
    if lead is not None:
        if not goes_on(lead, group):
            return any(_seen_in(b, block, group, lead) or _told_of(b, block, group, lead) for b in beside)
        return sees(block.text) and any(b.kind == "caption" or sees(b.text) or may_show(b.text) for b in beside)
    if group.closed or not LONGEST_THING >= len(block.text) >= SHORTEST_CAPTION - 1:
        return False
    told = "".join([b.text for b in group.body if b.kind in BODY])
    if block.text not in told or not (group.body[-1].kind == "caption" or ends_sentence(group.body[-1].text)):
        return False
    return any(b.kind == "caption" or (len(b.text) <= LONGEST_THING and b.text in told) for b in beside)


def of_a_meeting(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line stands in a row of those that tell what is done at the meeting of which the report tells."""
    lead = around.lead_below(i)
    if not is_of_a_meeting(around.blocks[i].text) or (lead is not None and not goes_on(lead, group)):
        return False
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(around.blocks)]
    return any(around.heads[j] and is_of_a_meeting(around.blocks[j].text) for j in beside)


def _seen_in(one: Block, other: Block, group: Group, lead: Block) -> bool:
    """Whether two lines below a report tell what was looked at in it, and nothing of the report that begins below them."""
    if not (sees(one.text) and sees(other.text)):
        return False
    told = "".join([b.text for b in group.body if b.kind in BODY])
    return all(b.text[-2:] in told and b.text[-2:] not in lead.text for b in (one, other))


def _told_of(one: Block, other: Block, group: Group, lead: Block) -> bool:
    """Whether two short lines below a report name what it told of, and nothing of the report below: 颁发任命书, 宪法宣誓."""
    texts = [mend(b.text) for b in (one, other)]
    if not all(SHORTEST_CAPTION <= len(text) <= LONGEST_THING for text in texts):
        return False
    told, below = mend("".join([b.text for b in group.body if b.kind in BODY])), mend(lead.text)
    return all(text in told and text not in below for text in texts)


def in_a_run(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line stands directly below or above others inside a report, and some of them tell what is done in pictures.

    Subheads never stand so, and lines of a list are no scenes.
    """
    lead = around.lead_below(i)
    if lead is None or not goes_on(lead, group) or not ends_sentence(_last_text(group)):
        return False
    first = last = i
    while first and around.heads[first - 1]:
        first -= 1
    while last + 1 < len(around.blocks) and around.heads[last + 1]:
        last += 1
    run = around.blocks[first : last + 1]
    if not 2 <= len(run) <= LONGEST_RUN or any(b.below_frame or b.below_site or is_slogan(b.text) for b in run):
        return False
    if any(len(b.text) > LONGEST_SHOWN for b in run):
        return False
    return any(SPEAKER.search(fold(b.text)) or shows_something(b.text) for b in run)


def _last_text(group: Group) -> str:
    return next((b.text for b in reversed(group.body) if b.kind in BODY), "")


def row_above_text(around: Surroundings, i: int) -> bool:
    """Whether two lines between a headline and its text tell of the same people what they look at in pictures."""
    blocks = around.blocks
    lead = around.lead_below(i)
    if lead is None or lead.kind not in BODY or not looks_at(blocks[i].text):
        return False
    opening = mend(blocks[i].text)[:3]
    beside = [blocks[j] for j in (i - 1, i + 1) if 0 <= j < len(blocks)]
    others = [b for b in beside if b.text != blocks[i].text]  # the headline once more is no row
    row = any(looks_at(b.text) and mend(b.text).startswith(opening) for b in others)
    return row and opening in mend(lead.text)


def speakers_above_text(around: Surroundings, i: int) -> bool:
    """Whether lines between a headline and its text tell of several people that they speak: 高远部长讲话, 来正法师发言."""
    beside = [around.blocks[j].text for j in (i - 1, i + 1) if 0 <= j < len(around.blocks)]
    lead = around.lead_below(i)
    if lead is None or lead.kind not in BODY or not SPEAKS.fullmatch(fold(around.blocks[i].text)):
        return False
    return any(SPEAKS.fullmatch(fold(text)) or SCENE.fullmatch(fold(text)) for text in beside)
