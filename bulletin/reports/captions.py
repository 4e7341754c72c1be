"""Lines under pictures that only their place among other lines tells: rows of them, names of speakers, scenes.

In come what surrounds a block and the report that it may belong to, out goes whether the block is a caption.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.bare_captions import is_surely_text
from bulletin.reports.blocks import Block, leads
from bulletin.reports.extras import OUTLET
from bulletin.reports.group import BODY, Group
from bulletin.reports.kinds import UNDER_PICTURE, ends_sentence, is_slogan
from bulletin.reports.portraits import is_portrait
from bulletin.reports.scenes import is_of_a_meeting, is_scene, looks, looks_at, may_show, sees, shows, shows_something
from bulletin.reports.signatures import names_first
from bulletin.reports.subtitles import KICKER_END, is_subtitle, tells_of_the_meeting
from bulletin.reports.surroundings import LONGEST_SUBTITLE, Surroundings
from bulletin.reports.taken_up import in_common, takes_up

SPEAKER = pattern(
    "(?:书记|长|主任|主席|常委|委员)[\u4e00-\u9fff]{2,4}(?:在会上|向大会|在大会上)?(?:主持|介绍|讲话|致辞|发言|答记者问|宣读|汇报|通报|传达|部署|表态|点评|授牌|颁奖|宣布|作(?=[^，。；：]{0,20}(?:报告|讲话|发言|部署|点评|说明|辅导)$))[^，。；：]{0,24}$"
)
"""A caption that names who speaks: 县文化局局长某某答记者问."""
SCENE = pattern(
    "[\u4e00-\u9fff]{2,4}(?:讲话|致辞|发言|作报告|主持会议)|[与同][\u4e00-\u9fff]{2,10}座谈|主席台|会场(?:一角|全景)?|[会活]议?动?现场(?:一角)?"
)
"""What a picture shows, between two paragraphs: 高远讲话, 主席台, 会场一角."""
PICTURE_FILE = pattern("[^。，]{1,40}[.](?:jpe?g|JPE?G|png|PNG|gif|bmp)")
PLACE_SHOWN = pattern("[\u4e00-\u9fff]{2,12}（[\u4e00-\u9fff、]{2,14}）")
DASH = pattern("——|--")
"""How a subtitle begins."""
TELLS_NEWS = pattern("(?:召开|举行)(?!.*(?:强调|指出|要求)$)")
PICTURE_OF = pattern(
    "[（(]?(?:图片?|照片|配图|供图|摄影)(?:来源|提供|供稿)?[ ]*[：:/丨|｜]|[（(]?图源[：:]|[（(]?(?:图片?|照片)均?由"
)
LONGEST_RUN, LONGEST_SHOWN, MOST_PICTURES, SHORTEST_SHOWN, SHORTEST_HEAD, FEWEST_IN_COMMON = 12, 34, 4, 8, 9, 2
LONGEST_SENTENCE = 40
EDITORS = pattern("我[省市县区州]|本[报网台期栏]|按照|根据|为了|栏目|编者")
"""What stands in an editor's note, and under no picture."""
SPEAKS = pattern("[\u4e00-\u9fff]{2,8}(?:讲话|致辞|发言|主持会议|作报告)")
SHORTEST_CAPTION, LONGEST_THING, LONGEST_SUBHEAD = 4, 12, 16
LONGEST_VIEW = 20
LEADS_ON = frozenset("—：:")
"""How a line ends behind which somebody is quoted: 高远在调研时强调——."""


def is_caption_line(around: Surroundings, i: int, group: Group) -> bool:
    """A line under a picture (会议现场, 高远讲话) between a headline and its text, or between two paragraphs."""
    block = around.blocks[i]
    if block.kind == "body" and not group.has_text and len(names_first(block.text)) > 1:
        return False  # who wrote
    first = block.kind == "body" and "。" not in block.text[:-1] and not (group.heads and is_subtitle(block.text))
    if first and _under_first_picture(around, i, group):
        return True
    if around.heads[i] and group.has_text and _is_credited(around, i):
        return True
    if group.has_text and PICTURE_FILE.fullmatch(block.text):
        return True
    if is_portrait(around, i, group) or i in around.visits or _place_above_text(around, i, group):
        return True
    if not around.heads[i] or block.text[-1] in LEADS_ON:
        return False
    return _inside_the_text(around, i, group) if group.has_text else _above_the_text(around, i, group)


def _inside_the_text(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line that is no sentence stood under a picture, with text of its report above it."""
    if _in_a_run(around, i, group) and not is_surely_text(around, i, group):
        return True
    if _below_all(around, i, group) or _shows_a_person(around, i, group):
        return True
    if _in_a_row(around, i, group) or _of_a_meeting(around, i, group):
        return True
    text = fold(mend(around.blocks[i].text))
    if not (SPEAKER.search(text) or SCENE.fullmatch(text)):
        return False
    lead = around.lead_below(i)
    return lead is None or (lead.kind in BODY and not leads(lead.text))


def _above_the_text(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line that is no sentence stood under a picture, with nothing but headlines of its report above it."""
    block = around.blocks[i]
    text = fold(mend(block.text))
    above = around.blocks[i - 1] if i else block
    under = above.kind == "caption" or (group.body and group.body[-1].kind == "caption")
    if not group.heads:
        return bool(under and (SPEAKER.search(text) or is_scene(text)))
    if under and not _may_head(block, group):
        return True
    if _row_above_text(around, i) or _speakers_above_text(around, i) or _under_its_head(around, i, group):
        return True
    if is_subtitle(block.text) or len(block.text) > LONGEST_VIEW or not UNDER_PICTURE.search(text):
        return False
    head = group.heads[-1].text
    if "强调" in block.text or len(block.text) > len(head) or head.endswith(("强调", "指出", "要求")):
        return False
    following = around.blocks[i + 1] if i + 1 < len(around.blocks) else None
    return following is not None and following.kind in BODY and not around.heads[i + 1]


def _may_head(block: Block, group: Group) -> bool:
    """Whether a line below a caption, with a headline above both, may be of the headline set all the same."""
    told = any(head.text == block.text or KICKER_END.search(fold(head.text)) for head in group.heads)
    return told or is_subtitle(block.text) or len(block.text) > LONGEST_SHOWN


def scenes_above(block: Block, group: Group) -> bool:
    """Whether nothing but sentences without a day stand above a dateline, each of a picture: 大会在国歌声中开幕。"""
    if block.kind != "dateline" or group.closed or len(group.body) > MOST_PICTURES:
        return False
    return all(
        b.kind in ("body", "caption")
        and len(b.text) <= LONGEST_SENTENCE
        and "。" not in b.text[:-1]
        and not leads(b.text)
        and EDITORS.search(fold(b.text)) is None
        for b in group.body
    )


def _is_credited(around: Surroundings, i: int) -> bool:
    """Whether the line right below tells whose picture it is: 图源：青石县林业局, 苏小雨 摄."""
    below = around.blocks[i + 1] if i + 1 < len(around.blocks) else None
    if below is None or below.below_site or below.gap or is_subtitle(around.blocks[i].text):
        return False
    return below.kind == "photo" or (
        below.kind in ("credit", "source") and PICTURE_OF.match(fold(below.text)) is not None
    )


def _shows_a_person(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line tells what somebody whom the report names does in a picture, inside the report or below it."""
    block, lead = around.blocks[i], around.lead_below(i)
    if (
        block.below_frame
        or not may_show(block.text)
        or (is_subtitle(block.text) and not looks_at(block.text) and (lead or DASH.match(block.text)))
    ):
        return False
    row = lead is None or not around.heads[i + 1] or may_show(around.blocks[i + 1].text)
    if not row or (lead is not None and not _goes_on(lead, group) and not _looked_before(block, lead)):
        return False
    return shows(block.text, "".join([b.text for b in (*group.heads, *group.body)]))


def _looked_before(block: Block, lead: Block) -> bool:
    """Whether a line tells what somebody looks at of whom the report below does not tell: it belongs to the one above."""
    return looks_at(block.text) and not shows(block.text, lead.text)


def _below_all(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line below the last sentence of a file tells what is done in a picture: 考察团一行参观古寺."""
    block = around.blocks[i]
    if around.lead_below(i) is not None or block.below_frame or not group.body or is_slogan(block.text):
        return False
    above = group.body[-1]
    under = above.kind in ("caption", "credit") or (above.kind in BODY and (ends_sentence(above.text) or group.closed))
    if group.closed and not takes_up(fold(mend(group.told())), fold(mend(block.text))):
        return False  # below a byline, the headline of another report
    return bool(under and (shows_something(block.text) or sees(block.text)))


def _goes_on(lead: Block, group: Group) -> bool:
    """Whether the text below lines that may be captions goes on with the report above them."""
    if group.closed or lead.kind not in BODY or lead.kind == "dateline":
        return False
    return not (lead.below_site or leads(lead.text))


def _in_a_row(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line stands among lines under pictures: each begins with what is done (察看青石水厂), or at the end of
    the report names a thing that it told of. Subheads look alike, but never stand directly below each other.
    """
    block, lead = around.blocks[i], around.lead_below(i)
    if block.below_frame or is_slogan(block.text):
        return False
    above, below = around.blocks[i - 1], around.blocks[i + 1] if i + 1 < len(around.blocks) else None
    beside = [b for b in (above, below) if b is not None]
    if lead is not None:
        if not _goes_on(lead, group):
            return any(_seen_in(b, block, group, lead) or _told_of(b, block, group, lead) for b in beside)
        return sees(block.text) and any(b.kind == "caption" or sees(b.text) or may_show(b.text) for b in beside)
    if group.closed or not LONGEST_THING >= len(block.text) >= SHORTEST_CAPTION - 1:
        return False
    told = "".join([b.text for b in group.body if b.kind in BODY])
    if block.text not in told or not (group.body[-1].kind == "caption" or ends_sentence(group.body[-1].text)):
        return False
    return any(b.kind == "caption" or (len(b.text) <= LONGEST_THING and b.text in told) for b in beside)


def _of_a_meeting(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line stands in a row of those that tell what is done at the meeting of which the report tells."""
    lead = around.lead_below(i)
    if not is_of_a_meeting(around.blocks[i].text) or (lead is not None and not _goes_on(lead, group)):
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


def _in_a_run(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line stands directly below or above others inside a report, and some of them tell what is done in pictures.

    Subheads never stand so, and lines of a list are no scenes.
    """
    lead = around.lead_below(i)
    if lead is None or not _goes_on(lead, group) or not ends_sentence(_last_text(group)):
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


def _row_above_text(around: Surroundings, i: int) -> bool:
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


def _place_above_text(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line between a page's site line and the text names what is seen and where: 石桥河（石桥镇河口村）."""
    if not group.heads or group.has_text or not PLACE_SHOWN.fullmatch(around.blocks[i].text):
        return False
    near = around.blocks[i : i + LONGEST_RUN]
    below = next((b for b in near if not PLACE_SHOWN.fullmatch(b.text)), None)
    shown = around.blocks[i].below_site or bool(group.body and group.body[-1].kind == "caption")
    return shown and below is not None and below.kind in BODY and "。" in below.text


def _speakers_above_text(around: Surroundings, i: int) -> bool:
    """Whether lines between a headline and its text tell of several people that they speak: 高远部长讲话, 来正法师发言."""
    beside = [around.blocks[j].text for j in (i - 1, i + 1) if 0 <= j < len(around.blocks)]
    lead = around.lead_below(i)
    if lead is None or lead.kind not in BODY or not SPEAKS.fullmatch(fold(around.blocks[i].text)):
        return False
    return any(SPEAKS.fullmatch(fold(text)) or SCENE.fullmatch(fold(text)) for text in beside)


def _under_its_head(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line tells what the person whom the headline above it begins with looks at: 高远查看播种情况."""
    head, text = group.heads[-1].text, around.blocks[i].text
    lead = around.lead_below(i)
    if lead is None or lead.kind not in BODY or around.heads[i + 1] or len(text) >= len(head):
        return False
    seen = looks(text)
    return bool(seen) and seen in lead.text and (head.startswith(seen) or TELLS_NEWS.search(fold(head)) is not None)


def _under_first_picture(around: Surroundings, i: int, group: Group) -> bool:
    """A line without a full stop between a web page's site line and the text, where the headline stands above."""
    block = around.blocks[i]
    below = around.blocks[i + 1] if i + 1 < len(around.blocks) else None
    below_site = block.below_site or (i > 0 and around.blocks[i - 1].kind == "source")
    if not (below_site and group.heads and not group.has_text and below and below.kind in BODY):
        return False
    if around.heads[i + 1]:
        return _row_below_site(around, i, group)
    if (
        len(block.text) < SHORTEST_CAPTION
        or OUTLET.fullmatch(fold(block.text))
        or any(head.text.replace(" ", "") == block.text.replace(" ", "") for head in group.heads)
        or (leads(block.text) and not leads(below.text))
    ):
        return False
    named = " " in block.text and is_subtitle(block.text)  # 高远宣布开幕 何明川 苏青等出席
    is_head = block.text.startswith(("——", "--")) or named or len(block.text) > LONGEST_SUBTITLE
    is_head = is_head or tells_of_the_meeting(block.text, group.heads[-1].text)
    ends = ends_sentence(block.text) and not (below.kind == "dateline" and len(block.text) <= LONGEST_SUBHEAD)
    return not is_head and not ends


def _row_below_site(around: Surroundings, i: int, group: Group) -> bool:
    """Whether several lines stand between a site line and the text that has words of the headline above it: what pictures show."""
    end = around.after_heads[i]
    row, head = [b.text for b in around.blocks[i:end]], group.heads[-1].text
    if not 0 < len(row) <= MOST_PICTURES or min(map(len, row)) < SHORTEST_SHOWN:
        return False  # words of the page
    if any(is_subtitle(text) or KICKER_END.search(fold(text)) or OUTLET.fullmatch(fold(text)) for text in row):
        return False
    told = fold(mend(around.text_below(end - 1)))
    return len(head) > max(SHORTEST_HEAD, *map(len, row)) and in_common(fold(mend(head)), told) >= FEWEST_IN_COMMON
