"""Short news of one day, a paragraph each and without headlines, as an office posts them: each is a report of its own.

In come the blocks of a file, out go the places where another report begins. In a row of such news all paragraphs begin with the same
printed day, and none tells of the people or the matter of those above it; else they are the parts of one report, and nothing is told.
"""

from collections.abc import Sequence

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.another import THE_SAME, begins_with_one_of
from bulletin.reports.blocks import Block
from bulletin.reports.cleanup import HAN
from bulletin.reports.lead_forms import DATED_LEAD, NAMED_POST, beginning
from bulletin.reports.taken_up import tells_of_the_same

FEWEST, MOST, SHORTEST, LOOK = 3, 30, 40, 3
"""Paragraphs of such a row, and characters of each; with so many of them all begin alike."""
PLACE = pattern("[\u4e00-\u9fff]{2,8}?(?:苏木|嘎查|街道|社区|林场|[镇乡村县旗市])")
"""What may stand in each of them: the place whose news they are."""
WHO = pattern(
    f"[{HAN}0-9“”、]{{0,24}}?(?:{NAMED_POST.pattern}"
    "|(?:局|办公?室?|[党工]?委|站|所|中心|院|校|中学|小学|公司|支部|政府|[镇乡村]|苏木|嘎查|街道|社区|合作社"
    f"|协会|联合?会|联|大队|支队)(?=[{HAN}“])|[县市区旗州](?=召开|举行|举办|开展|组织|启动))"
)
"""Who does it, before all else: somebody in a post, an office, a village."""
PURPOSE, PURPOSES = pattern("[为按根围][^。]{4,60}?，(?=[0-9]{1,2}月[0-9]{1,2}日，)"), frozenset("为按根围")
"""What may stand before the day: 为做好动态监测工作，6月18日，…."""
PART_OF_DAY = pattern("[0-9]日(?:凌晨|清晨|[上下中]午|[早晚])")
"""What a day that is told from morning to evening prints."""


def briefs_of_one_day(blocks: Sequence[Block], heads: Sequence[bool]) -> frozenset[int]:
    """The places of all paragraphs but the first of each row of such news; `heads` tells which blocks look like headlines."""
    found: set[int] = set()
    first, last = 0, ""
    for i in range(len(blocks) + 1):
        day = _day(blocks[i]) if i < len(blocks) and _begins_as_another(blocks, i) else ""
        if day and day == last:
            continue
        headed = first > 0 and (heads[first - 1] or blocks[first - 1].kind == "mark")
        if last and not headed and FEWEST <= i - first <= MOST and _are_of_their_own(blocks[first:i]):
            found.update(range(first + 1, i))
        first, last = i, day
    return frozenset(found)


def _begins_as_another(blocks: Sequence[Block], i: int) -> bool:
    """A quick look whether a block begins with a figure, and as the one above or below it."""
    begin = _from_its_day(blocks[i].text)[:LOOK]
    if not begin[0].isdigit():
        return False
    return (i > 0 and _from_its_day(blocks[i - 1].text).startswith(begin)) or (
        i + 1 < len(blocks) and _from_its_day(blocks[i + 1].text).startswith(begin)
    )


def _from_its_day(text: str) -> str:
    """A text without the purpose that stands before its day."""
    purpose = PURPOSE.match(text) if text[0] in PURPOSES else None
    return text[purpose.end() :] if purpose else text


def _day(block: Block) -> str:
    """The day that a paragraph begins with which may be such news; else nothing."""
    text = _from_its_day(block.text)
    if block.kind != "body" or not text[0].isdigit() or text[-1] not in "。）)" or len(block.text) < SHORTEST:
        return ""
    opening = beginning(text)
    lead = DATED_LEAD.match(opening)
    return lead["day"] if lead and not PART_OF_DAY.search(opening) else ""


def _are_of_their_own(blocks: Sequence[Block]) -> bool:
    openings = [beginning(_from_its_day(block.text)) for block in blocks]
    told = [opening[lead.end() :] for opening in openings if (lead := DATED_LEAD.match(opening))]
    whole = [fold(mend(block.text)) for block in blocks]
    if not all(map(WHO.match, told)):
        return False
    return all(_is_of_its_own(told[i], whole[i], told[:i], "".join(whole[:i])) for i in range(1, len(blocks)))


def _is_of_its_own(text: str, whole: str, above: Sequence[str], told: str) -> bool:
    """Whether a paragraph, without its day, does something with nobody and nothing of what is told above it."""
    if THE_SAME.match(text) or (begins_with_one_of(text, told) and not PLACE.match(text)):
        return False
    if any(found["name"] in told for found in NAMED_POST.finditer(text)):
        return False
    if any(found["name"] in whole for found in NAMED_POST.finditer(told)):
        return False
    matter = PLACE.sub("", text)
    return not any(tells_of_the_same(matter, PLACE.sub("", other)) for other in above)
