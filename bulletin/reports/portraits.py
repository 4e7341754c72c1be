"""Lines under pictures that stand in brackets, or in a row of those that name somebody with the posts.

In come what surrounds a block and the report that it may belong to, out goes whether the block is a caption.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.cleanup import HAN
from bulletin.reports.dateline import take_end_byline
from bulletin.reports.group import BODY, Group
from bulletin.reports.scenes import DOES, LONGEST, LONGEST_POSTS, POST_END, ROLES_INSIDE, SURNAME, is_scene, shows
from bulletin.reports.subtitles import is_subtitle
from bulletin.reports.surroundings import Surroundings

BRACKETED = pattern("^[（(](?P<inside>[^（）()。]{3,100})[）)]$")
NO_PICTURE = pattern(
    "^[0-9一二三四五六七八九十年月日至到上下续完附—~～、.-]+$|^(?:续|完|未完|待续|略|附)|试行|草案|讨论稿|征求意见"
)
"""What else a line in brackets holds: days, parts of a headline."""
PLACED = pattern(
    f"^(?:在|到|深入|走进|来到)[{HAN}“”0-9、]{{2,24}}?(?:现场|工地|车间|一线"
    f"|(?:{DOES}|了解|感受)[^，。！？：；]{{0,14}})$"
)
"""Where somebody who is not named does something: 在石桥水厂检查供水."""
TAKING_PART = pattern(
    f"^(?:参加|出席|列席|旁听)[{HAN}]{{2,12}}的[{HAN}]{{0,10}}(?:领导|人员|代表|委员|嘉宾|群众|干部)$"
)
NAMED = pattern(
    f"^[{HAN}、（）]{{1,18}}{POST_END}[{SURNAME}][{HAN}]{{1,2}}?(?:、[{SURNAME}][{HAN}]{{1,2}})?(?:一行)?[{HAN}“”0-9]{{0,18}}$"
)
"""Somebody with the posts, and what is done."""
SAME = 4
"""How many characters the lines of a row share at their beginning."""


def is_portrait(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line without a full stop is one under a picture by its brackets or by the row it stands in."""
    block = around.blocks[i]
    if block.kind != "body":
        return False
    if block.text[0] in "（(":
        return _in_brackets(block.text) and (around.lead_below(i) is not None or group.has_text)
    if not around.heads[i]:
        return False
    beside = [around.blocks[j].text for j in (i - 1, i + 1) if 0 <= j < len(around.blocks) and around.heads[j]]
    beside = [line for line in beside if line != block.text]  # a headline that stands twice is no row
    text = fold(mend(block.text))
    if _names_with_posts(text) and not is_subtitle(text):
        if _heads_its_row(around, i):
            return False
        return any(_names_with_posts(fold(mend(line))) and not is_subtitle(line) for line in beside)
    above = bool(group.body) and group.body[-1].kind == "caption"
    if above and group.heads and not group.has_text and group.body[-1].last >= around.blocks[i - 1].line:
        return True  # below the first of a row between a headline and its text
    if TAKING_PART.match(text):
        return above or any(TAKING_PART.match(fold(mend(line))) for line in beside)
    if not group.has_text or group.body[-1].kind not in (*BODY, "caption", "credit"):
        return False
    if PLACED.match(text):
        return above or any(_placed(line) for line in beside) or (text.endswith("现场") and not text.startswith("走进"))
    return "一行" in text and any(line[:SAME] == block.text[:SAME] and "一行" in fold(line) for line in beside)


def _heads_its_row(around: Surroundings, i: int) -> bool:
    """Whether a line is the headline above a row of lines under pictures: the last shows a scene, and the text tells of its person."""
    last, lead = i, around.lead_below(i)
    while last + 1 < len(around.blocks) and (around.heads[last + 1] or around.blocks[last + 1].kind == "caption"):
        last += 1
    if last == i or (i and around.heads[i - 1]) or lead is None or not is_scene(around.blocks[last].text):
        return False
    return lead.kind in BODY and shows(around.blocks[i].text, lead.text)


def _in_brackets(text: str) -> bool:
    match = BRACKETED.match(text)
    if match is None or NO_PICTURE.search(match["inside"]) or ROLES_INSIDE.search(fold(match["inside"])):
        return False
    return not take_end_byline(text)[1]


def _names_with_posts(text: str) -> bool:
    """Whether a line begins with somebody's posts and name and tells no more than what that person does."""
    return len(text) <= LONGEST + LONGEST_POSTS and NAMED.match(text) is not None


def _placed(line: str) -> bool:
    return PLACED.match(fold(mend(line))) is not None
