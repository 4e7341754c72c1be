"""Whether a line begins something of its own, though the text above it ends no sentence: a headline, news, another lead.

In come the two blocks and those around them, out goes whether they stay apart for certain.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.blocks import LONGEST_GLUED, LONGEST_HEAD, SHORT, Block, leads
from bulletin.reports.broken_off import ENOUGH, LONGEST_SUBHEAD
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import is_name
from bulletin.reports.dateline import take_dateline, take_end_byline
from bulletin.reports.group import leads_on
from bulletin.reports.kinds import SURNAME, ends_sentence
from bulletin.reports.lead_forms import DATED_LEAD, NAMED_POST, beginning
from bulletin.reports.scenes import looks_at
from bulletin.reports.sentences import ANEW, BEGUN, CUT_OFF, DAY_FIRST, FRESH, LOST_END, LOST_FIGURE, OPENED, SAYS
from bulletin.reports.signatures import PICTURES, ends_in_a_name, names_first, signs_pictures
from bulletin.reports.subheads import LIST_ENDS, is_numbered_head
from bulletin.reports.subtitles import KICKER_END
from bulletin.reports.taken_up import is_taken_up, takes_up

HEAD_END = pattern("(?:慰问|活动|会议|工作|调研|检查|督导|督查|召开|举行|开幕|闭幕|启动|揭牌|座谈|考察|视察|走访)$")
WHO = pattern(
    f"[{HAN}、]{{0,14}}?(?:书记|[县市区旗州镇乡局]长|主任|主席|常委|部长)[{SURNAME}][{HAN}]{{1,2}}(?:、|，|一行"
    "|带|率|走访|来到|到|赴|深入|主持|出席|参加|对|在|前往)"
)
"""Who did it, at the beginning of a text."""
OF_LEADERS = pattern(
    f"[{HAN}、]{{0,14}}?(?:[省市县区旗州镇乡]领导|书记|[县市区旗州镇乡局]长|主任|主席|常委"
    f"|部长)[{SURNAME}][{HAN}]{{1,2}}(?=[、，])"
)
LONGEST_LINE = 30
NO_END = CUT_OFF | frozenset("年于从自至到由为将有了")
NEWS = pattern("书记|[县市区旗州镇乡局]长|主任|主席|常委|部长|召开|举行|举办|秘书长|一行|调研|检查|考察|视察|督导|慰问")
COMMAS = frozenset("，,")
REACHED = pattern("[A-Za-z0-9]@[A-Za-z0-9.-]+$|(?:热线|电话|[传傳]真|邮编|QQ)[：: ][0-9 -]{6,}$")
"""How a line ends that tells where somebody can be reached."""
DAY_AND_MARK = pattern(
    "(?:[12][0-9]{3}年)?[0-9]{1,2}月(?:[0-9]{1,2}日"
    "|[上中下]旬)(?:[至—~-]{1,2}(?:[0-9]{1,2}月)?[0-9]{1,2}日)?(?:[上下]午|[早晚]上?)?，"
    "|(?:近日|日前|近期|[今昨][天日](?:[上下]午)?)，"
)
"""How news begins that prints its day first, with a mark behind it."""
OCCASION = pattern("[^。，]{2,26}(?:之际|到来|来临|将至|临近|前夕)，")
LEAD, NEWS_REACH, LONGER, LONGEST_SIGNED = 16, 60, 10, 40
MAKERS = ("记者", "通讯员")
PAGE_REACH = 3
"""How many lines a page has above its site line."""


def stays_apart(joined: list[Block], at: int, blocks: list[Block], i: int) -> bool:
    """Whether block i is no rest of the last text block, `joined[at]`, by what either of them is or stands beside."""
    a, b = joined[at], blocks[i]
    before = joined[at - 1] if at > 0 else None
    after = blocks[i + 1] if i + 1 < len(blocks) else None
    if _are_alike(a, b) or (a.text.endswith("……") and b.text[0] == "“") or (before and _is_looked_at(a, before, b)):
        return True
    if a.line == b.line == a.last and "。" not in a.text and a.text[-1] not in LIST_ENDS:
        return True  # cut out of one line
    if a.text[-1].isascii() and a.line == a.last and REACHED.search(a.text):
        return True  # 合作热线：… 来稿邮箱：…
    if (
        _heads_next(b, after)
        or _heads_the_one_below(a, b, after, blocks[i + 2] if i + 2 < len(blocks) else None)
        or (b.gap and _is_taken_up_below(a, blocks, i))
        or _begins_anew(a, b)
        or _is_signed(a, b)
        or is_numbered_head(a, b)
    ):
        return True
    if (b.below_site or _heads_a_page(blocks, i)) and ("。" in a.text or len(a.text) > ENOUGH):
        return True
    if _is_another_lead(a, b) or (a.kind != "dateline" and b.text[0] in "（(" and take_dateline(b.text)[1]):
        return True
    if b.below_site and a.line == a.last and is_long_head(a) and "。" in b.text:
        return True
    if _is_news_behind_a_jump(joined, at, blocks, i):
        return True
    if b.gap and a.text[-1] not in LIST_ENDS and OPENED.match(fold(b.text[:ENOUGH])):
        return True
    if before is not None and ends_sentence(before.text) and _heads_somebody(a, b):
        return True
    if len(a.text) > LONGEST_SUBHEAD and (b.gap or b.indented) and LOST_END.search(fold(a.text[-LEAD:])):
        opening = fold(b.text[:ENOUGH])
        if FRESH.match(opening) or BEGUN.match(opening):
            return True
    if b.gap and len(a.text) > LONGEST_SUBHEAD and LOST_FIGURE.search(a.text[-LEAD:]):
        return ANEW.match(fold(b.text[:ENOUGH])) is not None
    return False


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


def _heads_the_one_below(a: Block, b: Block, after: Block | None, next_one: Block | None) -> bool:
    """Whether B is the first of two lines above a report: it ends as a kicker does (高远在石桥镇调研时强调), or names end A."""
    whose = b.text[-1] in "：:" and "。" not in b.text and len(b.text) <= LONGEST_LINE  # 石桥镇：
    if after is None or not (whose or _like_a_head(b)) or not _heads_next(after, next_one):
        return False
    signed = ends_in_a_name(a.text) or bool(take_end_byline(a.text)[1])
    return signed or KICKER_END.search(fold(b.text)) is not None


def _is_taken_up_below(a: Block, blocks: list[Block], i: int) -> bool:
    """Whether the text below a short line takes up its words, and the one above it does not: a headline, though that one broke off."""
    line = fold(mend(blocks[i].text))
    if not _like_a_head(blocks[i]) or len(line) < SHORT // 2 or takes_up(fold(mend(a.text)), line):
        return False
    told = next((block.text for block in blocks[i + 1 : i + 1 + PAGE_REACH] if "。" in block.text), "")
    return takes_up(fold(mend(told)), line)


def _begins_anew(a: Block, b: Block) -> bool:
    """Whether B tells at once what somebody says, below a short line that is no broken sentence: a caption, a subhead.

    Or, behind a blank line, with a day and somebody in office, as a report does: the one above it was cut off.
    """
    if b.gap and a.text[-1] not in CUT_OFF and DAY_FIRST.match(opening := fold(mend(b.text[:ENOUGH]))):
        return NAMED_POST.search(opening) is not None
    return len(a.text) <= LONGEST_LINE and a.text[-1] not in CUT_OFF and SAYS.match(fold(b.text[:12])) is not None


def _is_signed(a: Block, b: Block) -> bool:
    """Whether A ends with who took the pictures, with reporters behind its last sentence, or with who wrote it and B begins with a day.

    …送到职工手中。苏小雨报道 / 8月7日，…; …责任到人。 记者 苏小雨 通讯员 何野 / 石桥镇种下千亩油茶.
    """
    if a.text[-1] in PICTURES and signs_pictures(a.text):
        return True
    if any(maker in a.text[-LONGEST_SIGNED:] for maker in MAKERS):
        makers = take_end_byline(a.text)[1].byline
        if makers and all(is_name(fold(name)) for name in makers):
            return True
    if a.text[-9:-2].count("□") and names_first(a.text[a.text.rindex("□") :]):
        return True
    apart = a.text.rpartition("。")[2]
    tail = apart.strip()
    if not leads(b.text):
        if not b.gap or " " not in apart or len(tail) > LONGEST_LINE:
            return False
        return ends_in_a_name(a.text) or (" " in tail and bool(take_end_byline(a.text)[1]))
    names = tail.split()
    if names and all(2 <= len(name) <= 3 and is_name(fold(name)) for name in names):
        return True
    signed = a.text.endswith("报道") or (tail != apart and apart != a.text and len(tail) <= LONGEST_LINE)
    return signed and bool(take_end_byline(a.text)[1])  # …。 审核 苏小雨


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


def is_set_close(a: Block, b: Block) -> bool:
    """Whether A stands below a blank line and close above B, which is much longer, as a headline does; a wrapped line is as long as others."""
    return a.gap and not b.gap and "。" in b.text and "。" not in a.text and len(b.text) > len(a.text) + LONGER


def heads_in_one(text: str) -> bool:
    """Whether a line may hold headline, subtitle and author, with spaces between."""
    return len(text) <= LONGEST_GLUED and text.count(" ") >= 2 and text[-1] not in "，、,"


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
