"""Paragraphs that columns and pages broke are made one again.

A block that does not end a sentence goes on in the next one, unless one of the two is something else (heading, byline,
caption, dateline); a jump mark between them (下转第二版) is no hindrance. A short line without a mark may be a headline as
well: it is a broken sentence where it begins as sentences do, or where the two ends make a word that stands elsewhere in
the text. Nothing is put between the two parts. Each join is recorded.
"""

from bulletin.model import Change
from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.people.rosters import is_row
from bulletin.reports.blocks import LONGEST_GLUED, LONGEST_HEAD, SHORT, TEXT, Block, Joiner, leads
from bulletin.reports.broken_off import (
    BETWEEN,
    ENOUGH,
    LONGEST_SUBHEAD,
    NEAR,
    goes_straight_on,
    is_cut_lead,
    is_cut_list,
    is_cut_word,
    is_open,
    opens_inside,
)
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import is_name
from bulletin.reports.dateline import take_dateline, take_end_byline
from bulletin.reports.group import leads_on
from bulletin.reports.kinds import CANNOT_BEGIN, SURNAME, TERMINAL, ends_sentence, is_slogan
from bulletin.reports.lead_forms import DATED_LEAD, NAMED_POST, beginning
from bulletin.reports.scenes import looks_at
from bulletin.reports.sentences import (
    BEGUN,
    CUT_OFF,
    DAY_FIRST,
    FRESH,
    LOST_END,
    OPENED,
    SAYS,
)
from bulletin.reports.signatures import PICTURES, names_first, signs_pictures
from bulletin.reports.subheads import LIST_ENDS, is_numbered_head, numbered_subheads
from bulletin.reports.subtitles import is_subtitle
from bulletin.reports.taken_up import is_taken_up

HEAD_END = pattern("(?:慰问|活动|会议|工作|调研|检查|督导|督查|召开|举行|开幕|闭幕|启动|揭牌|座谈|考察|视察|走访)$")
WHO = pattern(
    f"[{HAN}、]{{0,14}}?(?:书记|[县市区旗州镇乡局]长|主任|主席|常委|部长)[{SURNAME}][{HAN}]{{1,2}}(?:、|，|一行|带|率|走访|来到|到|赴|深入|主持|出席|参加|对|在|前往)"
)
"""Who did it, at the beginning of a text."""
OF_LEADERS = pattern(
    f"[{HAN}、]{{0,14}}?(?:[省市县区旗州镇乡]领导|书记|[县市区旗州镇乡局]长|主任|主席|常委|部长)[{SURNAME}][{HAN}]{{1,2}}(?=[、，])"
)
LONGEST_LINE = 30
NO_END = CUT_OFF | frozenset("年于从自至到由为将有了")
NEWS = pattern("书记|[县市区旗州镇乡局]长|主任|主席|常委|部长|召开|举行|举办|秘书长|一行|调研|检查|考察|视察|督导|慰问")
COMMAS = frozenset("，,")
DAY_AND_MARK = pattern(
    "(?:[12][0-9]{3}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|[上中下]旬)(?:[至—~-]{1,2}(?:[0-9]{1,2}月)?[0-9]{1,2}日)?(?:[上下]午|[早晚]上?)?，|(?:近日|日前|近期|[今昨][天日](?:[上下]午)?)，"
)
"""How news begins that prints its day first, with a mark behind it."""
OCCASION = pattern("[^。，]{2,26}(?:之际|到来|来临|将至|临近|前夕)，")
LEAD, NEWS_REACH, LONGER = 16, 60, 10
PAGE_REACH = 3
"""How many lines a page has above its site line."""
SPLIT_WORDS = frozenset(
    [
        "强调",
        "指出",
        "要求",
        "表示",
        "参加",
        "出席",
        "主持",
        "会议",
        "工作",
        "我县",
        "全县",
        "群众",
        "项目",
        "建设",
        "落实",
        "发展",
        "责任",
        "重要",
    ]
)


TRAIL = 60
"""Characters in which a trail of columns shows."""


def rejoin(blocks: list[Block]) -> tuple[list[Block], list[Change]]:
    """Join what was broken; returns the blocks and each join."""
    joiner = Joiner()
    joined = joiner.blocks
    changes: list[Change] = []
    jumps, between = 0, frozenset[str]()  # jump marks, and what interrupts a sentence, at the end of `joined`
    subheads = numbered_subheads(blocks)
    for i, block in enumerate(blocks):
        at = len(joined) - 1 - jumps
        whole = at < 0 or i - 1 in subheads or not _may_go_on(joined[at], block)
        if (
            not whole
            and (not between or goes_straight_on(joined[at], block, "credit" in between, blocks, i))
            and _belongs(joined, at, blocks, i)
        ):
            changes.append(Change(block.line, "rejoin", joined[at].text[-12:], block.text[:12]))
            joiner.add(at, block.text, block.last)
        else:
            joiner.append(block)
            if at >= 0 and (block.kind == "jump" or (block.kind in BETWEEN and is_open(joined[at]))):
                jumps, between = jumps + 1, between | ({block.kind} - {"jump"})
            else:
                jumps, between = 0, frozenset()
    return joiner.done(), changes


def _may_go_on(a: Block, b: Block) -> bool:
    """Whether B can be the rest of A by their kinds and by the marks between them."""
    if a.kind not in TEXT or b.kind not in ("body", "list"):
        return False
    if b.text[0] in CANNOT_BEGIN:
        return True
    if a.text[-1] in TERMINAL or (b.kind == "list" and a.text[-1] not in LIST_ENDS):
        return False
    if " > " in a.text[:TRAIL]:
        return False  # > 政务公开 > 东塍镇: where a page stands
    return not (a.kind == "list" and is_row(fold(a.text)))


def _belongs(joined: list[Block], at: int, blocks: list[Block], i: int) -> bool:
    """Whether block i is the rest of the last text block, `joined[at]`, which ends no sentence."""
    a, b = joined[at], blocks[i]
    before = joined[at - 1] if at > 0 else None
    after = blocks[i + 1] if i + 1 < len(blocks) else None
    if b.text[0] in CANNOT_BEGIN:
        return True
    if _are_alike(a, b) or (a.text.endswith("……") and b.text[0] == "“") or (before and _is_looked_at(a, before, b)):
        return False
    if a.line == b.line == a.last and "。" not in a.text and a.text[-1] not in LIST_ENDS:
        return False  # cut out of one line
    if _heads_next(b, after) or _begins_anew(a, b) or _is_signed(a, b) or is_numbered_head(a, b):
        return False
    if (b.below_site or _heads_a_page(blocks, i)) and ("。" in a.text or len(a.text) > ENOUGH):
        return False
    if _is_another_lead(a, b) or (a.kind != "dateline" and b.text[0] in "（(" and take_dateline(b.text)[1]):
        return False
    if b.below_site and a.line == a.last and is_long_head(a) and "。" in b.text:
        return False
    if _is_news_behind_a_jump(joined, at, blocks, i):
        return False
    if b.gap and a.text[-1] not in LIST_ENDS and OPENED.match(fold(b.text[:ENOUGH])):
        return False
    if before is not None and ends_sentence(before.text) and _heads_somebody(a, b):
        return False
    if len(a.text) > LONGEST_SUBHEAD and (b.gap or b.indented) and LOST_END.search(fold(a.text[-LEAD:])):
        opening = fold(b.text[:ENOUGH])
        if FRESH.match(opening) or BEGUN.match(opening):
            return False
    if is_cut_lead(a, b):
        return True
    if _has_begun(a, before) and ("。" in b.text or not (is_slogan(b.text) or is_subtitle(b.text))):
        return True
    if (
        is_cut_list(a, b)
        or (len(a.text) > LONGEST_SUBHEAD and opens_inside(b.text))
        or is_cut_word(a, b, blocks[max(0, i - NEAR) : i + NEAR])
    ):
        return True
    return _belongs_by_form(a, b, before)


def _are_alike(a: Block, b: Block) -> bool:
    """Whether two lines are the same, or a row of what pictures show: 巡视一中考点 / 巡视二中考点."""
    one, other = a.text, b.text
    return one == other or (len(one) <= LONGEST_SUBHEAD and one[:2] == other[:2] and one[-2:] == other[-2:] != one[:2])


def _is_looked_at(a: Block, before: Block, b: Block) -> bool:
    """Whether A stood under a picture: it tells where a party has been, without a full stop, and B begins with who came with it."""
    if "。" in a.text or not looks_at(a.text) or not ends_sentence(before.text):
        return False
    return OF_LEADERS.match(fold(b.text[:ENOUGH])) is not None


def _heads_somebody(a: Block, b: Block) -> bool:
    """Whether A ends as a headline does, with what was done, and B begins with who did it: …开展节前慰问 / 镇党委书记高远走访了…."""
    if "。" in a.text or len(a.text) > LONGEST_HEAD or "。" not in b.text or leads(a.text):
        return False
    return HEAD_END.search(fold(a.text)) is not None and WHO.match(fold(b.text[:ENOUGH])) is not None


def is_long_head(block: Block) -> bool:
    """Whether a line above a page's site line is a headline, long as it may be."""
    return "。" not in block.text and len(block.text) <= LONGEST_GLUED and block.text[-1] not in LIST_ENDS


def _belongs_by_form(a: Block, b: Block, before: Block | None) -> bool:
    """Whether B is the rest of A by their length, marks and place."""
    lead, sentence = leads(b.text), "。" in a.text
    if not sentence and lead and _heads_in_one(a.text):
        return False
    if a.below_site and b.gap and not sentence and len(a.text) <= LONGEST_GLUED:
        return False  # a caption under the page's first picture
    if a.text[-1] in LIST_ENDS:
        return not (a.line == 1 and before is None and len(a.text) <= LONGEST_HEAD and not a.text[:-1].count("，"))
    if a.text[-1] + b.text[0] in SPLIT_WORDS:
        return True
    if lead and not sentence and len(mend(a.text[:ENOUGH])) <= LONGEST_HEAD:
        return False
    if a.indented and not b.indented and a.gap and b.gap and "，" in b.text and not lead:
        return True  # where paragraphs are indented, one without goes on with the sentence above
    if len(a.text) <= LONGEST_HEAD and (_is_set_close(a, b) or not _is_broken(a, before)):
        return False
    return not (is_slogan(a.text) or is_slogan(b.text))


def _heads_next(b: Block, after: Block | None) -> bool:
    """Whether B stands where the headline of the next report stands: the text below opens one, or is its subtitle."""
    if after is not None and after.text.startswith("——") and len(b.text) <= LONGEST_HEAD and "。" not in b.text:
        return True
    return (
        _like_a_head(b)
        and after is not None
        and (
            after.text.startswith("——") or after.kind == "dateline" or (len(b.text) >= SHORT // 2 and leads(after.text))
        )
    )


def _begins_anew(a: Block, b: Block) -> bool:
    """Whether B tells at once what somebody says, below a short line that is no broken sentence: a caption, a subhead.

    Or, behind a blank line, with a day and somebody in office, as a report does: the one above it was cut off.
    """
    if b.gap and a.text[-1] not in CUT_OFF and DAY_FIRST.match(opening := fold(mend(b.text[:ENOUGH]))):
        return NAMED_POST.search(opening) is not None
    return len(a.text) <= LONGEST_LINE and a.text[-1] not in CUT_OFF and SAYS.match(fold(b.text[:12])) is not None


def _is_signed(a: Block, b: Block) -> bool:
    """Whether A ends with who took the pictures, or with who wrote it and B begins with a day: …送到职工手中。苏小雨报道 / 8月7日，…."""
    if a.text[-1] in PICTURES and signs_pictures(a.text):
        return True
    if a.text[-9:-2].count("□") and names_first(a.text[a.text.rindex("□") :]):
        return True
    if not leads(b.text):
        return False
    if a.text.endswith("报道") and take_end_byline(a.text)[1]:
        return True
    names = a.text.rpartition("。")[2].split()
    return bool(names) and all(2 <= len(name) <= 3 and is_name(fold(name)) for name in names)


def _is_another_lead(a: Block, b: Block) -> bool:
    """Whether B begins with a day and with who did what, below a paragraph that lost its full stop: another report."""
    sentence = (
        "。" in a.text
        or len(a.text) > ENOUGH
        or (len(a.text) > LONGEST_SUBHEAD and SAYS.match(fold(a.text)) is not None)
    )
    if not sentence or a.text[-1] in NO_END or not DAY_FIRST.match(fold(b.text[:LEAD])):
        return False
    return NEWS.search(fold(b.text[:NEWS_REACH])) is not None


def _is_news_behind_a_jump(joined: list[Block], at: int, blocks: list[Block], i: int) -> bool:
    """Whether block i stands behind a mark that sends the reader elsewhere (下转第二版) and begins as news does, or heads the text below it."""
    if not any(leads_on(block) for block in joined[at + 1 :]) or joined[at].text[-1] in NO_END - COMMAS:
        return False
    b, opening = blocks[i], beginning(blocks[i].text)
    if DAY_AND_MARK.match(opening):
        return True
    if DATED_LEAD.match(opening) or OCCASION.match(opening):
        return NEWS.search(opening) is not None
    below = "".join([block.text for block in blocks[i + 1 : i + 1 + PAGE_REACH]])
    return _like_a_head(b) and "。" in below and is_taken_up(b.text, below)


def _has_begun(a: Block, before: Block | None) -> bool:
    """Whether A is a sentence that has begun, and no headline: by its dateline or by its first words."""
    if a.kind == "dateline":
        return True
    inside = before is not None and (before.kind in TEXT or before.kind == "caption") and ends_sentence(before.text)
    return inside and len(a.text) >= SHORT and BEGUN.match(fold(a.text)) is not None


def _is_set_close(a: Block, b: Block) -> bool:
    """Whether A stands below a blank line and close above B, which is much longer, as a headline does; a wrapped line is as long as others."""
    return a.gap and not b.gap and "。" in b.text and "。" not in a.text and len(b.text) > len(a.text) + LONGER


def _heads_in_one(text: str) -> bool:
    """Whether a line may hold headline, subtitle and author, with spaces between."""
    return len(text) <= LONGEST_GLUED and text.count(" ") >= 2 and text[-1] not in "，、,"


def _is_broken(a: Block, before: Block | None) -> bool:
    """Whether a short block is the beginning of a broken paragraph rather than a headline or a subhead."""
    if before is None or before.kind not in TEXT or take_end_byline(before.text)[1]:
        return "。" in a.text
    listed = len(a.text) > 2 * SHORT and a.text.count("、") > 1
    long_enough = len(a.text) >= SHORT and ("，" in a.text or "。" in a.text or listed)
    return ends_sentence(before.text) and long_enough and not a.text.startswith("——")


def _heads_a_page(blocks: list[Block], i: int) -> bool:
    """Whether a line stands above the site line of a further page (发布时间 …), with nothing but such lines between."""
    if not is_long_head(blocks[i]):
        return False
    for block in blocks[i + 1 : i + 1 + PAGE_REACH]:
        if block.below_site or "。" in block.text:
            return block.below_site
    return False


def _like_a_head(block: Block) -> bool:
    return len(block.text) <= LONGEST_HEAD and not ends_sentence(block.text) and "。" not in block.text
