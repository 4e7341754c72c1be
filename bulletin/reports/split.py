"""A dump to its reports: each begins with a # heading, a bare headline, a dateline, or behind the byline that ends another.

In come blocks, out go groups of them. Subheads inside a report do not split it; slogans of a column between reports
belong to none; a report that goes on behind a jump mark (上接第一版) is put together again.
"""

from bulletin.model import Change
from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.people.rosters import continues, is_row
from bulletin.reports.bare_captions import is_bare_caption
from bulletin.reports.blocks import Block
from bulletin.reports.captions import is_caption_line
from bulletin.reports.credits import BULLETS
from bulletin.reports.dateline import take_dateline, take_end_byline
from bulletin.reports.first_pictures import MOST_PICTURES, is_shown_above, scenes_above, signed_above
from bulletin.reports.group import BODY, Group
from bulletin.reports.halves import reunite
from bulletin.reports.head_looks import opens
from bulletin.reports.headlines import is_headline, is_marked_subhead, is_under_a_picture
from bulletin.reports.kinds import calls, cheers, ends_sentence, is_slogan
from bulletin.reports.leftovers import without_leftovers
from bulletin.reports.openings import begins, opened
from bulletin.reports.others import headlines_below
from bulletin.reports.signatures import line_signs, names_first
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.taken_up import in_common, is_taken_up

BARE_LEAD = pattern("(?:近日|日前|[0-9]{1,2}月[0-9]{1,2}日)[^。，]{0,8}，")
"""How a report without headline and dateline begins."""
LONGEST_NAMES = 16
OUTLET_ALONE, LAST_BLOCKS = pattern("[\u4e00-\u9fff]{1,9}(?:融媒体中心|广播电视台|融媒)"), 2
SURE_IN_PICTURES = 2.0
"""Odds that make a line below a caption one too, though the headline of another report may stand there."""
SENTENCE_ENDS = frozenset("。！？”）)")


def split(blocks: list[Block]) -> tuple[list[Group], list[Change]]:
    """The reports of a file, in order; and what belongs to none of them or stands twice."""
    around = Surroundings(blocks)
    groups = [Group()]
    changes: list[Change] = []
    for i in range(len(blocks)):
        _put(_part_of(around, i, groups), around, i, groups, changes)
    groups = [part for group in groups if group.heads or group.body for part in _by_bylines(group)]
    left = _below_all(groups)
    groups, leftovers = without_leftovers(groups)
    changes.extend(Change(block.line, "chrome", block.text, "") for block in left + leftovers)
    whole, repeated = reunite(groups)
    return whole, changes + repeated


def _part_of(around: Surroundings, i: int, groups: list[Group]) -> str:
    """What a block is to the reports: slogan | opening | mark | credit | row | caption | head | text."""
    block, group = around.blocks[i], groups[-1]
    kind = block.kind
    if kind in BODY and "。" in block.text and not block.below_site:
        return "text"  # most blocks: a sentence is neither slogan nor head nor caption
    if i in around.counted and around.heads[i] and group.has_text:
        return "text"
    if kind == "body" and (
        (is_slogan(block.text) and _between(around, i, groups)) or _names_the_outlet(around, i, group)
    ):
        return "slogan"
    if group.has_text and (
        (kind == "credit" and _signs_what_is_below(around, i)) or (kind == "source" and _is_of_the_next(around, i))
    ):
        return "opening"
    if kind == "mark" and not (group.has_text and is_marked_subhead(around, i, group)):
        return "mark"
    alone = i + 1 < len(around.blocks) and around.heads[i + 1] and around.blocks[i + 1].gap
    if group.has_text and not group.closed and _is_names(block, group, alone):
        return "credit"  # □苏小雨 below the last sentence
    if group.has_text and kind == "body" and line_signs(block.text, group.body[-1].text):
        return "credit"  # 青石县融媒体中心 苏小雨
    if kind == "list" and (group.has_text or group.heads) and _is_row(block, group):
        return "row"
    if around.heads_a_set(i):
        return "head"
    if _is_head_again(around, i, group) or is_caption_line(around, i, group) or _is_among_pictures(around, i, group):
        return "caption"
    if kind != "mark" and is_headline(around, i, group):
        return "caption" if is_under_a_picture(around, i, group) else "head"
    return "caption" if is_bare_caption(around, i, group) else "text"


def _put(part: str, around: Surroundings, i: int, groups: list[Group], changes: list[Change]) -> None:
    """Put a block where it belongs: into the last report, or into one that begins with it."""
    block, group = around.blocks[i], groups[-1]
    match part:
        case "text":
            _put_text(around, i, groups)
        case "slogan":
            changes.append(Change(block.line, "slogan", block.text, ""))
            group.ending = group.sourced = group.has_text
        case "opening":
            groups.append(Group())
            groups[-1].take(block)
        case "mark":
            if group.has_text or (group.body and group.closed):
                groups.append(Group())
            groups[-1].heads.append(block)
        case "head":
            if group.has_text:
                groups.append(Group())
            elif block.below_frame:
                _give_back(groups)
            groups[-1].heads.append(block)
        case "row":
            group.take(block)
        case "credit":
            group.take(block._replace(kind="credit"))
        case _:
            group.take(block._replace(kind="caption", level=0))


def _put_text(around: Surroundings, i: int, groups: list[Group]) -> None:
    """A paragraph: it goes on with the last report or begins another; what stood above it may have been a picture's."""
    block, group = around.blocks[i], groups[-1]
    sentence = group.has_text and block.kind in BODY and "。" in block.text and not block.below_site
    if sentence and (
        scenes_above(block, group)
        or (len(group.body) == 1 and is_shown_above(block, group))
        or (len(group.body) <= MOST_PICTURES and signed_above(block, group))
    ):
        group.body = [one if one.kind == "credit" else one._replace(kind="caption") for one in group.body]
        group.has_text = group.closed = group.ending = False
    if group.has_text and i not in around.counted and begins(block, group, around, i):
        groups.append(opened(block, group))
    groups[-1].take(block)


def _below_all(groups: list[Group]) -> list[Block]:
    """Headlines of others below the last report, taken out of it."""
    if not groups or not (below := headlines_below(groups[-1].body)):
        return []
    lines = groups[-1].body[-below:]
    groups[-1].body = groups[-1].body[:-below]
    return lines


def _names_the_outlet(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line at the foot of a file, below its editors, is nothing but the outlet's name."""
    if not group.closed or group.body[-1].kind != "credit" or len(around.blocks) - i > LAST_BLOCKS:
        return False
    return OUTLET_ALONE.fullmatch(around.blocks[i].text) is not None


def _is_head_again(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line is the headline of the report in whose midst it stands, as under a picture; not where the report begins again."""
    block, lead = around.blocks[i], around.lead_below(i)
    if not group.has_text or block.kind != "body" or all(block.text != head.text for head in group.heads):
        return False
    first = group.first_block()
    return lead is None or not (opens(lead) or lead.below_site or (first and lead.text == first.text))


def _is_among_pictures(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line below a caption surely is one too, though a headline might stand there: the text below it opens no report."""
    lead = around.lead_below(i) if group.in_pictures() else None
    return lead is not None and not opens(lead) and is_bare_caption(around, i, group, SURE_IN_PICTURES)


def _signs_what_is_below(around: Surroundings, i: int) -> bool:
    """Whether authors stand between a page's site line, or a blank line, and the lead of a report without a headline."""
    below = around.blocks[i + 1] if i + 1 < len(around.blocks) else None
    block = around.blocks[i]
    close = block.gap and below is not None and not below.gap and block.text[0] not in "（("
    return (block.below_site or close) and below is not None and opens(below) and "记者" in fold(block.text)


def _is_of_the_next(around: Surroundings, i: int) -> bool:
    """Whether a source stands below the site line of a further page and above its headline: 2031-03-05 10:20 / 来源：青石网 / ….."""
    end = around.after_heads[i + 1]
    below = around.blocks[i + 1 : end + 1]
    return around.blocks[i].below_site and len(below) > 1 and end > i + 1 and not any(b.below_site for b in below)


def _is_row(block: Block, group: Group) -> bool:
    """Whether a line is one of the rows of people in a report: by its form, or as the one above it tells."""
    line = fold(block.text)
    return is_row(line) or continues(line, fold(group.last_text()))


def _is_names(block: Block, group: Group, alone: bool) -> bool:
    """Whether a line below the last sentence is nothing but names, behind a mark or of people whom the report does not tell of.

    Below a colon, or another name, such a line is an item of a list; one name counts where a blank line parts it from the next headline (`alone`).
    """
    if BULLETS.match(block.text):
        return group.body[-1].text[-1] in SENTENCE_ENDS and bool(names_first(block.text))
    if block.kind != "body" or not (" " in block.text or alone) or len(block.text) > LONGEST_NAMES:
        return False
    names = names_first(block.text) if ends_sentence(group.last_text()) else ()
    told = group.told() if names else ""
    return bool(names) and not any(name in told for name in names)


def _by_bylines(group: Group) -> list[Group]:
    """Two reports without headlines where one begins with its byline and ends with another's: cut where the second opens."""
    texts = [i for i, block in enumerate(group.body) if block.kind in BODY]
    if group.heads or len(texts) < 3 or group.body[texts[0]].kind != "dateline" or not group.closed:
        return [group]
    if not take_dateline(group.body[texts[0]].text)[1] or not take_end_byline(group.body[texts[-1]].text)[1]:
        return [group]
    at = next((i for i in texts[1:] if BARE_LEAD.match(fold(group.body[i].text))), 0)
    if not at:
        return [group]
    first, second = Group([], group.body[:at], has_text=True), Group([], group.body[at:], True, True)
    return [first, second]


def _give_back(groups: list[Group]) -> None:
    """Lines above the beginning of a web page that no text followed were captions of the report before."""
    if len(groups) > 1 and groups[-1].heads and not groups[-1].body:
        lines = groups[-1].heads
        groups[-2].body.extend(block._replace(kind="caption", level=0) for block in lines)
        groups[-1].heads = []


def _between(around: Surroundings, i: int, groups: list[Group]) -> bool:
    """Whether a slogan stands between reports: a headline of its own follows, or no report of the file has one."""
    if groups[-1].heads and not groups[-1].has_text:
        return False
    if i + 1 >= len(around.blocks):
        return groups[-1].has_text
    following = around.blocks[i + 1]
    if following.text.startswith("——") or (following.kind == "credit" and BULLETS.match(following.text)):
        return False  # a headline in two halves, with its subtitle, or with its authors (□本报记者 苏小雨)
    if around.blocks[i].below_frame and following.below_site:
        return False  # between the place of a page on its site and its site line: its headline
    if around.heads[i + 1] and not following.gap and (around.blocks[i].gap or i == 0):
        return False  # set close above a headline: its kicker
    if following.kind == "mark" or around.heads[i + 1]:
        halves, told = fold(mend(around.blocks[i].text)).split(), fold(mend(around.text_below(i)))
        return len(halves) < 2 or any(2 * in_common(half, told) < len(half) - 1 for half in halves)  # else its kicker
    if not groups[-1].has_text:
        return False
    if not any(group.heads for group in groups[-50:]):
        return True
    if cheers(around.blocks[i].text) and following.kind not in BODY:
        return True
    return calls(around.blocks[i].text) and not is_taken_up(around.blocks[i].text, around.text_below(i))
