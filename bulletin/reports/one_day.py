"""Short news without headlines, a paragraph or two each, as an office posts them: each is a report of its own.

In come the blocks of a file, out go the places where another report begins. In a row of such news all paragraphs begin with the same
printed day, and none tells of the people or the matter of those above it; or they begin with any day and with somebody else, below
blank lines that no other paragraph stands below. Else they are the parts of one report, and nothing is told.
"""

from collections.abc import Callable, Iterator, Sequence

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.another import THE_SAME, begins_with_one_of
from bulletin.reports.blocks import Block
from bulletin.reports.cleanup import HAN
from bulletin.reports.group import BODY
from bulletin.reports.lead_forms import DATED_LEAD, NAMED_POST, beginning
from bulletin.reports.taken_up import tells_of_the_same

FEWEST, MOST, SHORTEST, SHORTEST_BRIEF = 3, 30, 40, 25
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
    days = [_day(block) if _begins_as_another(blocks, i) else "" for i, block in enumerate(blocks)]
    found: set[int] = set()
    for row in _rows(days, lambda i: days[i] == days[i - 1]):
        if not _is_headed(blocks, heads, row.start) and _are_of_their_own(blocks[row.start : row.stop]):
            found.update(row[1:])
    for row in _rows(days, lambda i: blocks[i].gap):
        alone = row.start == 0 or blocks[row.start - 1].kind not in BODY
        if alone and not _is_headed(blocks, heads, row.start) and _are_of_their_own(blocks[row.start : row.stop]):
            found.update(row[1:])
    for row in _whole_rows(blocks, heads):
        dated = sum([_from_its_day(blocks[i].text)[0].isdigit() for i in row])
        if FEWEST <= dated < len(row) <= min(MOST, 2 * dated) and _are_of_their_own(blocks[row.start : row.stop]):
            found.update(row[1:])
    return frozenset(found)


def _rows(days: Sequence[str], goes_on: Callable[[int], bool]) -> Iterator[range]:
    """The places of paragraphs in a row that begin with days, where each but the first goes on with the row above it."""
    first = 0
    for i in range(len(days) + 1):
        if i < len(days) and days[i] and i > first and days[first] and goes_on(i):
            continue
        if FEWEST <= i - first <= MOST and days[first]:
            yield range(first, i)
        first = i


def _whole_rows(blocks: Sequence[Block], heads: Sequence[bool]) -> Iterator[range]:
    """The places of all paragraphs between two lines of another kind, without a headline above them, where each stands below a blank line."""
    ends = [i for i, (block, head) in enumerate(zip(blocks, heads, strict=True)) if head or block.kind != "body"]
    first = 0
    for i in (*ends, len(blocks)):
        row = range(first, i)
        if (
            i - first > FEWEST
            and not _is_headed(blocks, heads, first)
            and all(_is_a_brief(blocks[k], k == first) for k in row)
        ):
            yield row
        first = i + 1


def _is_a_brief(block: Block, first: bool) -> bool:
    return (first or block.gap) and len(block.text) >= SHORTEST_BRIEF and block.text[-1] in "。）)"


def briefs_parted_by_lines(blocks: Sequence[Block], heads: Sequence[bool]) -> frozenset[int]:
    """The places of all dated paragraphs but the first of each row where these alone, but no others, stand below a blank line.

    A row has at least one paragraph that goes on, so that the lines are known to part reports; no headline stands above it.
    """
    found: set[int] = set()
    first = 0
    for i in range(len(blocks) + 1):
        if i < len(blocks) and blocks[i].kind == "body" and not heads[i]:
            continue
        leads = [k for k in range(first, i) if k == first or blocks[k].gap]
        if (
            FEWEST <= len(leads) <= MOST
            and len(leads) < i - first
            and not _is_headed(blocks, heads, first)
            and _begin_as_news(blocks, leads)
        ):
            found.update(leads[1:])
        first = i + 1
    return frozenset(found)


def _is_headed(blocks: Sequence[Block], heads: Sequence[bool], first: int) -> bool:
    return first > 0 and (heads[first - 1] or blocks[first - 1].kind == "mark")


def _begin_as_news(blocks: Sequence[Block], leads: Sequence[int]) -> bool:
    """Whether each of these paragraphs begins with a printed day and with who does it, and with nobody just told of."""
    above = ""
    for i in leads:
        opening = beginning(_from_its_day(blocks[i].text))
        lead = DATED_LEAD.match(opening) if _day(blocks[i]) else None
        told = opening[lead.end() :] if lead else ""
        if not WHO.match(told) or THE_SAME.match(told) or (begins_with_one_of(told, above) and not PLACE.match(told)):
            return False
        above += fold(mend(blocks[i].text))
    return True


def _begins_as_another(blocks: Sequence[Block], i: int) -> bool:
    """A quick look whether a block begins with a figure, and so does the one above or below it."""
    if not _from_its_day(blocks[i].text)[0].isdigit():
        return False
    beside = (*blocks[max(0, i - 1) : i], *blocks[i + 1 : i + 2])
    return any(_from_its_day(block.text)[0].isdigit() for block in beside)


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
    told = [DATED_LEAD.sub("", opening, count=1) for opening in openings]
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
