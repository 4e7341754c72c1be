"""What a page leaves around its reports that nothing else knows: short lines below a last sentence, and groups of such lines.

In come the groups of a file, out go those of reports, and the lines that belong to none. A line that tells anything (of
people in office, of a day, with a comma) stays, and so does a headline without a text: the editor is asked about it.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.people.forms import form
from bulletin.people.titles import titles_before
from bulletin.reports.blocks import Block, leads
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import is_name
from bulletin.reports.extras import COLUMNS
from bulletin.reports.group import BODY, Group
from bulletin.reports.headline_set import is_told, leads_to_the_next, stands_close
from bulletin.reports.kinds import ends_sentence, is_slogan
from bulletin.reports.signatures import byline_alone, names_first
from bulletin.reports.subtitles import KICKER_END, is_subtitle, plain, tidy
from bulletin.reports.taken_up import in_common, takes_up

LONGEST, LONGEST_ROW, SHORTEST_CAPTION, SURE_FORM = 30, 45, 10, 3
SHORTEST, FEWEST, MANY, MOST = 5, 2, 4, 40
"""Characters of a line, pairs in common, lines of a headline set, and paragraphs that are asked."""
OWN = pattern(
    "^[【《（(\\[—-]|[】》）)\\]]$|(?:强调|指出|要求|提出|时|寄语|勉励)[：:]?$"
    "|(?:[户众们长友民主位志士生]|单位|企业|商户)[：:]$|^(?:领导|政务|时政|工作|综合|本市|本县|要闻|简讯|一周)"
    "|(?:动态|要闻|新闻|简报|周报|专栏|专题|要情|[网报台社])$"
)
OF_A_PAGE = pattern("[A-Za-z.]{3,}|欢迎您|^[0-9]+[ ]?[张页条次]$")
"""What no headline holds that has nothing in common with its text."""
NOT_SHOWN = pattern("[0-9:：|｜•>＞]|[网报台社号][ \u3000]*$")
"""What stands in no line under a picture."""
TELLS = pattern(
    f"[，、。；“]|(?:书记|[县区市州旗乡镇局院部处科厅]长|主任|主席|常委|委员)[{HAN}]{{2,3}}|咨询"
    "|(?:参加|陪同|出席|列席|主持|随同|参与)(?:了)?(?:会议|活动|调研|检查|座谈会?|仪式|视察|督查|督导|慰问|考察"
    "|走访)?$|^[●★◆■•·]?[0-9一二三四五六七八九十]+[、.．是]"
    "|^(?:会议|会上|会前|会后|活动|大家|随后|期间|其间|现场|当天|当日|下一步|目前|据悉|据了解|调研|座谈会|仪式"
    "|本次|此次)"
)
"""What a line holds that is a piece of a report, broken off as it may be."""

CUT_SENTENCE = pattern(
    f"[{HAN}]{{2,3}}(?:还|又|随后|一行|先后|再次)[{HAN}]|[{HAN}]+、[{HAN}]+、[{HAN}、]+(?:以及|及|和)[{HAN}]"
)
"""How a last sentence begins, or lists, that breaks off before its first comma, as no row of headlines does."""


def without_leftovers(groups: list[Group]) -> tuple[list[Group], list[Block]]:
    """(groups of reports, lines of none)."""
    told = [_has_prose(group) for group in groups]
    kept: list[Group] = []
    taken: list[Block] = []
    for group, tells, below in zip(groups, told, [*groups[1:], None][: len(groups)], strict=True):
        if not tells and any(told) and _is_leftover(group):
            taken.extend(_without_heads_of(below, group))
            continue
        if tells:
            taken.extend(_take_strangers(group, bool(kept)))
            taken.extend(_take_foot(group) if len(group.body) > 1 else [])
        kept.append(group)
    return kept, taken


def _without_heads_of(below: Group | None, group: Group) -> list[Block]:
    """The lines of a group that is none, without the headlines that the report right below it lacks and takes up."""
    first = below.first_block() if below and not below.heads else None
    told = fold(mend(first.text)) if first else ""
    heads = [head for head in group.heads if takes_up(told, fold(mend(head.text)))]
    if below and heads:
        below.heads = heads
    return [block for block in group.heads + group.body if block not in heads]


def _has_prose(group: Group) -> bool:
    return any(block.kind in BODY and not _is_row(block) for block in group.body)


def _is_row(block: Block) -> bool:
    """Whether a line is a label, short, or a row of headlines that nothing parts: no mark, no day, nobody with a post."""
    text = block.text
    if len(text) <= LONGEST_ROW:
        return not _tells(block) or (text[-1] in "：:" and not leads(text))
    return "。" not in text and "，" not in fold(text) and not ends_sentence(text) and not leads(text)


def _is_leftover(group: Group) -> bool:
    """Whether nothing in a group is a sentence, a picture, a mark of an editor's, or a headline that waits for its text."""
    if not any(block.kind in BODY for block in group.body) or any(head.kind == "mark" for head in group.heads):
        return False
    return not any(
        block.kind in ("jump", "mark") or (block.kind == "caption" and len(block.text) > SHORTEST_CAPTION)
        for block in group.body
    )


def _take_strangers(group: Group, inside: bool) -> list[Block]:
    """Take the lines above a report's text that have no two characters in common with it, beside others that have.

    `inside` tells that other reports stand above it.
    """
    above = next((i for i, block in enumerate(group.body) if block.kind in BODY and not _is_short(block)), 0)
    lines = [*group.heads, *(block for block in group.body[:above] if block.kind == "body")]
    if not lines or len(group.heads) > MANY or (len(lines) == 1 and not (above or OF_A_PAGE.search(lines[0].text))):
        return []
    if any(KICKER_END.search(plain(head.text)) or is_subtitle(head.text) for head in group.heads):
        return []  # what was demanded, or is told further below, need not have words of the text
    told = fold(mend("".join([block.text for block in group.body[above:][:MOST] if block.kind in BODY])))
    shared = [in_common(fold(mend(block.text)), told) for block in lines]
    heads = len(group.heads)
    related = max(shared[:heads], default=0) >= FEWEST
    printed = [tidy(block.text) for block in group.heads]
    strange = [
        block
        for i, (block, count) in enumerate(zip(lines, shared, strict=True))
        if not count
        and (related or i >= heads or OF_A_PAGE.search(block.text))
        and not _says_its_own(block)
        and not (i < heads and (is_told(printed, i) or _is_in_place(group.heads, i, group.body[above].text, inside)))
    ]
    group.heads = [block for block in group.heads if block not in strange]
    group.body = [block for block in group.body if block not in strange]
    return strange


def _is_in_place(heads: list[Block], i: int, lead: str, inside: bool) -> bool:
    """Whether a line stands where a paper prints what is above a headline, or its second half."""
    return leads_to_the_next(heads, i, lead if inside else "") or (
        0 < i == len(heads) - 1 and stands_close(heads[i], lead)
    )


def _is_short(block: Block) -> bool:
    return len(block.text) <= LONGEST and (not _tells(block) or (block.text[-1] in "：:" and not leads(block.text)))


def _says_its_own(block: Block) -> bool:
    """Whether a line above a report has a meaning of its own: a mark, a column, a day, a slogan, names."""
    text = block.text
    if block.kind == "mark" or len(text) < SHORTEST or OWN.search(fold(text)) or is_subtitle(text):
        return True
    if all(is_name(fold(word)) for word in text.split()):
        return True
    return (
        bool(names_first(text) or names_first(text, below=True)) or is_slogan(text) or text.replace(" ", "") in COLUMNS
    )


def _take_foot(group: Group) -> list[Block]:
    """Take the lines below the last sentence of a report that are no part of it."""
    body = group.body
    last = next((i for i in range(len(body) - 1, -1, -1) if body[i].kind in BODY and ends_sentence(body[i].text)), -1)
    if last < 0:
        return []
    below = [i for i in range(last + 1, len(body)) if body[i].kind in BODY]
    if not below or any(_belongs(body[i], body[last].text) for i in below):
        return []
    if len(below) == 1 and _is_a_post(fold(body[below[0]].text)):
        return []
    told = fold("".join([block.text for block in body[: last + 1] if block.kind in BODY]))
    shown = [i for i in below if NOT_SHOWN.search(body[i].text) is None and takes_up(told, fold(body[i].text))]
    taken = [body[i] for i in below if i not in shown]
    group.body = [
        block._replace(kind="caption") if i in shown else block
        for i, block in enumerate(body)
        if i in shown or i not in below
    ]
    return taken


def _is_a_post(text: str) -> bool:
    """Whether a text is a post and no name, at which a text was cut off: 县委常委."""
    titles = titles_before(text, len(text))
    return titles is not None and titles.start == 0


def _belongs(block: Block, above: str) -> bool:
    """Whether a line below the last sentence is a piece of the report, or signs it."""
    row = block.kind == "body" and block.gap and len(block.text) > LONGEST_ROW and _is_row(block)
    if row and not CUT_SENTENCE.match(fold(block.text)):
        return False  # headlines of others that nothing parts
    if block.kind != "body" or len(block.text) > LONGEST or _tells(block) or byline_alone(block.text, above):
        return True
    text = fold(mend(block.text))
    return any(text[:size] in fold(above) and form(text[:size]) >= SURE_FORM for size in (2, 3))


def _tells(block: Block) -> bool:
    text = fold(mend(block.text))
    return ends_sentence(text) or TELLS.search(text) is not None or leads(text)
