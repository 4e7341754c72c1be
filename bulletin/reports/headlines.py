"""Whether a bare line between texts is (a part of) the headline set of the report that begins below it, or a subhead.

In come what stands around a line and the report above it. Where its place does not tell, signs are weighed (`likely_heads`), and where these leave
it open: the text of a headline begins as reports do, or takes up the words of its headline; subheads come in rows of one length,
and what stands below them goes on with the report.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.another import goes_on
from bulletin.reports.blocks import LEAD_REACH, Block, leads
from bulletin.reports.credits import BULLETS
from bulletin.reports.days_and_persons import NEWS
from bulletin.reports.extras import COLUMNS, DIGEST
from bulletin.reports.group import BODY, Group, goes_back, leads_on
from bulletin.reports.kinds import ends_sentence
from bulletin.reports.lead_forms import DATED_LEAD, NAMED_POST, beginning, long_enough
from bulletin.reports.likely_heads import is_likely_headline
from bulletin.reports.openings import begins
from bulletin.reports.sentences import BEGUN
from bulletin.reports.signatures import PICTURES, signs_pictures
from bulletin.reports.subtitles import KICKER_END
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.taken_up import (
    heads_what_is_below,
    in_common,
    takes_up,
    tells_of_the_same,
    tells_of_what_is_above,
)

STAGE = pattern("第[一二三四五六七八九十]{1,2}(?:阶段|部分|环节|议程|步|站|天|日|章|节|幕|篇)")
"""How a subhead begins that tells a part of one report: 第二阶段 业务培训."""
PLACE_HEAD = pattern(
    "[\u4e00-\u9fff]{1,12}(?:[县区市旗乡镇村局]|街道|社区|苏木|嘎查|法院|检察院|学校|中心)[：:][ ]?[^：:]{4,}$"
)
"""A headline that begins with whose news it is: 石桥镇：百亩大棚草莓红."""
WHOSE = pattern("(?:[县市区旗镇乡局站校学]|街道|社区|中心)：$")
"""The same on a line of its own."""
DASH = pattern("——|--")
"""How a subtitle begins: the line above it is a headline."""
CAME = pattern(
    "(?:(?:书记|长|主任|主席|常委)[\u4e00-\u9fff、]{2,40}|负责(?:人|同志)[等也]?)(?:参加|陪同|出席"
    "|列席)(?:了?(?:会议|活动|调研|检查|座谈会?))?$"
)
FEATURE = pattern("^(?:——|--|—).*(?:纪实|侧记|综述|掠影|扫描|巡礼|观察|启示|速写|记事)$")
"""The subtitle of a feature: ——青石县移风易俗工作纪实."""
SPOKEN = pattern("“[^“”]+[。？！?!…]”")
YEAR_FIRST = pattern("[去今前明]年(?!以来)|近年来?")
SHORTEST_HEADLINE, SHORTEST = 8, 5
LONGEST_SUBHEAD = 16
SHORTEST_DATED, SHORTEST_DIGEST, LONGEST_SCENE, ENOUGH = 18, 4, 28, 2
BEGINNING = 40


def is_headline(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a bare line is (a part of) the headline set of a report that begins below it."""
    if not around.heads[i]:
        return False
    lead = around.lead_below(i)
    if lead is None:
        return not group.has_text and bool(group.heads or not group.body)
    told = told_by_place(around, i, group, lead)
    if told is not None:
        return told
    if around.gaps_head and around.blocks[i].gap and not around.blocks[i + 1].gap and ends_sentence(group.last_text()):
        return len(around.blocks[i].text) >= SHORTEST
    lead = with_its_scene(around, i, lead)
    dated = DATED_LEAD.match(beginning(lead.text)) is not None
    if dated and group.closed and len(around.blocks[i].text) >= SHORTEST_HEADLINE:
        return True
    likely = is_likely_headline(around, i, group, lead)
    if likely is not None:
        return likely
    told = _told_by_lead(around, i, group, lead, dated)
    if told is not None:
        return told
    if len(around.blocks[i].text) < SHORTEST_HEADLINE:
        return _is_short_headline(around, i, group, lead, dated)
    return _is_long_headline(around, i, group, lead, dated)


def told_by_place(around: Surroundings, i: int, group: Group, lead: Block) -> bool | None:
    """Whether the place of a line tells what it is: above a dateline, below a page's site line, in the midst of items; None where it does not."""
    block = around.blocks[i]
    if not group.has_text or lead.kind in ("mark", "dateline") or goes_back(lead):
        return True
    if block.text[0] in "【[" and fold(block.text[1:-1]) in COLUMNS:
        return lead.kind in BODY and (ends_sentence(group.last_text()) or leads_on(group.body[-1]))  # 【图片新闻】
    if block.below_frame or block.below_site or i in around.above_site:
        return True
    if block.below_end and around.heads[i + 1] and is_headline(around, i + 1, group):
        return True  # ←返回列表 / 青石县融媒体中心 / 何明川检查林区防火
    if block.text[-1] == "：" and WHOSE.search(block.text):
        alone = block.gap and not around.blocks[i + 1].gap and around.after_heads[i + 1] == i + 2
        return alone and lead.kind in BODY and "。" in lead.text and ends_sentence(around.blocks[i - 1].text)
    if STAGE.match(block.text) and group.heads:
        return False
    if SPOKEN.fullmatch(block.text) and not DASH.match(around.blocks[i + 1].text):
        return False  # what somebody says inside a feature
    if lead.below_site and lead.kind in BODY:
        return True
    if PLACE_HEAD.match(fold(block.text)) or DASH.match(around.blocks[i + 1].text):
        return lead.kind in BODY
    named = len(block.text) >= SHORTEST_DIGEST or block.text.replace(" ", "") in COLUMNS
    if lead.kind == "item" and named and not any(b.kind == "item" for b in group.body):
        return group.closed or group.ending or ends_sentence(group.body[-1].text)  # 一周要闻 / ●6月3日，…
    if DIGEST.search(block.text) and (group.closed or ends_sentence(group.last_text())) and around.rows_below(i):
        return True  # 县领导一周活动 / 6月3日（周一），…
    return None


def _told_by_lead(around: Surroundings, i: int, group: Group, lead: Block, dated: bool) -> bool | None:
    """Whether the text below a line, and how the report above it ended, tell what it is; `dated`: it begins with a day."""
    block, below = around.blocks[i], around.blocks[i + 1]
    if ends_sentence(group.last_text()) and _came_as_well(block.text, lead.text):
        return False
    if below.kind == "credit" and BULLETS.match(below.text) and lead.kind in BODY:
        return True
    if lead.kind not in BODY:
        return False
    if not (long_enough(lead.text) or (dated and len(lead.text) >= SHORTEST_DATED)):
        return False
    broke_off = leads_on(group.body[-1]) and not ends_sentence(group.last_text())
    if group.closed or group.sourced or broke_off or below.kind == "credit":
        return True
    if BEGUN.match(fold(lead.text[:BEGINNING])) and not dated:
        return False  # 会议听取了…, 会上，…: the report goes on
    if dated and group.body[-1].text[-1] in PICTURES and signs_pictures(group.body[-1].text):
        return True  # below a brief that its photographer signed: …理发45人。苏小雨 摄
    if around.apart and block.gap and group.heads and group.heads[0].gap and len(block.text) >= SHORTEST_HEADLINE:
        return True
    return None


def _is_short_headline(around: Surroundings, i: int, group: Group, lead: Block, dated: bool) -> bool:
    """The same of a line as short as subheads are."""
    block = around.blocks[i]
    if len(block.text) < SHORTEST:
        return False
    if not dated:
        at_top = block.below_rule or _is_alone_among_news(around, i, group)
        return at_top and _has_a_text_of_its_own(around, i, group)
    if block.below_end and ends_sentence(group.last_text()):
        return True
    if block.gap != around.blocks[i + 1].gap or NAMED_POST.search(beginning(lead.text)) is None:
        return False
    return heads_what_is_below(block.text, around.text_below(i), group.told())


def _is_long_headline(around: Surroundings, i: int, group: Group, lead: Block, dated: bool) -> bool:
    """The same of a line that is longer than most subheads."""
    block = around.blocks[i]
    if len(block.text) <= LONGEST_SUBHEAD and _is_a_feature(block, lead, group):
        return False
    apart = block.gap and group.heads and group.heads[0].gap and DATED_LEAD.match(fold(lead.text))
    if (apart or not _parallel(around, block)) and (dated or _tells_a_day(lead.text)):
        return True
    return ends_sentence(group.last_text()) and _has_a_text_of_its_own(around, i, group)


def with_its_scene(around: Surroundings, i: int, lead: Block) -> Block:
    """A lead together with the scene that stands above it in a paragraph of its own: 春光正好，花海如潮。 / 3月12日，…."""
    at = around.after_heads[i + 1] + 1
    if (
        lead.kind != "body"
        or len(lead.text) > LONGEST_SCENE
        or not ends_sentence(lead.text)
        or at >= len(around.blocks)
    ):
        return lead
    below = around.blocks[at]
    if below.kind not in BODY or not DATED_LEAD.match(beginning(below.text)):
        return lead
    return lead._replace(text=lead.text + below.text)


def _came_as_well(text: str, lead: str) -> bool:
    """Whether a line is the last sentence of a report that lost its full stop, of people of whom the text below does not tell: 县长高远等参加."""
    line = fold(mend(text))
    return " " not in line and CAME.search(line) is not None and not takes_up(fold(mend(lead)), line)


def _tells_a_day(text: str) -> bool:
    """Whether a text may begin a report by its day; that something was last year's, behind another clause, tells none."""
    if not leads(text):
        return False
    clauses = fold(text[:LEAD_REACH]).replace("。", "，").split("，")
    return not (len(clauses) > 1 and YEAR_FIRST.match(clauses[1]) and not leads("，".join([clauses[0], *clauses[2:]])))


def is_under_a_picture(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line that stands where a headline would tells of the report above it: the text below begins without it, or another line heads it."""
    block, lead = around.blocks[i], around.lead_below(i)
    if not group.has_text or lead is None or block.below_frame or not ends_sentence(group.last_text()):
        return False
    if KICKER_END.search(fold(block.text)):
        return False  # what somebody called for is quoted below it
    if _is_set_close(around, i, group):
        return True
    below = around.text_below(i)
    if not tells_of_what_is_above(block.text, below, group.told()):
        return False
    if around.heads[i + 1]:
        return is_under_a_picture(around, i + 1, group) or is_headline(around, i + 1, group)
    ending, group.ending = group.ending, True
    alone = begins(lead, group, around, around.after_heads[i + 1])
    group.ending = ending
    return alone


def _is_set_close(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line has a word of the text close above it, and a blank line parts it from a headline, as it does all of the file from the texts above."""
    blocks, heads = around.blocks, around.heads
    if blocks[i].gap or not heads[i + 1] or not blocks[i + 1].gap or len(around.sure_apart - {i}) < ENOUGH:
        return False
    alike = all(blocks[k].gap for k in around.sure if k != i and not heads[k - 1])
    return alike and in_common(fold(mend(blocks[i].text)), fold(mend(group.told()))) > 0


def _is_a_feature(block: Block, lead: Block, group: Group) -> bool:
    """Whether a short line is a subhead of a feature: the subtitle above says that it is one, the line tells no news and
    what stands below goes on, or the report is signed below its headline, begins with no day and somebody speaks below.
    """
    if any(FEATURE.search(fold(head.text)) for head in group.heads):
        return not NEWS.search(fold(block.text))
    if lead.text[0] != "“":
        return False
    first = group.first_block()
    return group.body[0].kind == "credit" and first is not None and first.kind != "dateline" and not leads(first.text)


def _has_a_text_of_its_own(around: Surroundings, i: int, group: Group) -> bool:
    """Whether the paragraphs below a line take up its words, or it is set as headlines of the file are and they tell of something else."""
    line, told = around.blocks[i].text, group.told()
    below = around.text_below(i)
    if goes_on(below, told):
        return False
    if heads_what_is_below(line, below, told):
        return True
    parted = (
        around.blocks[i].below_rule
        or group.body[-1].kind in ("caption", "photo")
        or _is_alone_among_news(around, i, group)
    )
    return (parted or around.is_set_as_headlines(i)) and not tells_of_the_same(line + below, told)


def _is_alone_among_news(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line stands in a file of news with headlines, below the news of a day, and no other line of its kind beside it.

    A feature without a day among a paper's reports is headed so; subheads come by twos and more.
    """
    first = group.first_block()
    if first is None or not group.heads or not ends_sentence(group.last_text()):
        return False
    if first.kind != "dateline" and not DATED_LEAD.match(beginning(first.text)):
        return False
    following = next((at for at in range(around.after_heads[i + 1], len(around.blocks)) if around.heads[at]), None)
    return len(around.sure) >= ENOUGH and (following is None or following in around.sure)


def _parallel(around: Surroundings, block: Block, alone: int = 0) -> bool:
    """Whether more than `alone` lines of the same length stand above paragraphs that open no report: subheads come in rows."""
    row = around.lengths[len(mend(block.text))] - (around.repeated[block.text] - 1)
    return len(mend(block.text)) <= LONGEST_SUBHEAD and row > alone


def is_marked_subhead(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a # line inside a report is only a subhead: short, deeper than the others, and no dateline under it."""
    block = around.blocks[i]
    below = around.next_text[i + 1]
    if below >= len(around.blocks) or block.level <= around.top_level or block.level < 3:
        return False
    text = around.blocks[below]
    deeper = bool(group.heads) and block.level > max(head.level for head in group.heads) > 0
    return len(block.text) <= LONGEST_SUBHEAD and text.kind != "dateline" and (deeper or not leads(text.text))
