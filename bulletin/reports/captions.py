"""Lines under pictures that only their place among other lines tells: rows of them, names of speakers, scenes.

In come what surrounds a block and the report that it may belong to, out goes whether the block is a caption.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.bare_captions import is_surely_text
from bulletin.reports.blocks import Block, leads
from bulletin.reports.caption_forms import UNDER_PICTURE
from bulletin.reports.caption_rows import (
    LONGEST_RUN,
    LONGEST_SHOWN,
    SCENE,
    SPEAKER,
    goes_on,
    in_a_row,
    in_a_run,
    of_a_meeting,
    row_above_text,
    speakers_above_text,
)
from bulletin.reports.first_pictures import under_first_picture
from bulletin.reports.group import BODY, Group
from bulletin.reports.kinds import ends_sentence, is_slogan
from bulletin.reports.portraits import is_portrait
from bulletin.reports.scenes import is_at_it, is_scene, looks, looks_at, may_show, sees, shows, shows_something
from bulletin.reports.signatures import names_first
from bulletin.reports.subtitles import KICKER_END, is_subtitle
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.taken_up import in_common, takes_up

PICTURE_FILE = pattern("[^。，]{1,40}[.](?:jpe?g|JPE?G|png|PNG|gif|bmp)")
PLACE_SHOWN = pattern("[\u4e00-\u9fff]{2,12}（[\u4e00-\u9fff、]{2,14}）")
DASH = pattern("——|--")
"""How a subtitle begins."""
TELLS_NEWS = pattern("(?:召开|举行)(?!.*(?:强调|指出|要求)$)")
PICTURE_OF = pattern(
    "[（(]?(?:图片?|照片|配图|供图|摄影)(?:来源|提供|供稿)?[ ]*[：:/丨|｜]|[（(]?图源[：:]|[（(]?(?:图片?|照片)均?由"
)
LONGEST_VIEW = 20
SPEAKS_LAST = pattern("(?:书记|长|主任|主席|常委|委员)[\u4e00-\u9fff]{2,4}(?:讲话|致辞|发言|主持会议|作报告)$")
LEADS_ON = frozenset("—：:")
"""How a line ends behind which somebody is quoted: 高远在调研时强调——."""


def is_caption_line(around: Surroundings, i: int, group: Group) -> bool:
    """A line under a picture (会议现场, 高远讲话) between a headline and its text, or between two paragraphs."""
    block = around.blocks[i]
    if block.kind == "body" and not group.has_text and len(names_first(block.text)) > 1:
        return False  # who wrote
    first = block.kind == "body" and "。" not in block.text[:-1] and not (group.heads and is_subtitle(block.text))
    if first and under_first_picture(around, i, group):
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
    if in_a_run(around, i, group) and not is_surely_text(around, i, group):
        return True
    if _is_at_it(around, i):
        return True
    if _below_all(around, i, group) or _shows_a_person(around, i, group):
        return True
    if in_a_row(around, i, group) or of_a_meeting(around, i, group) or _set_close_to_the_text(around, i, group):
        return True
    text = fold(mend(around.blocks[i].text))
    if not (SPEAKER.search(text) or SCENE.fullmatch(text)):
        return False
    if around.blocks[i - 1].kind == "caption" and not around.blocks[i].gap and SPEAKS_LAST.search(text):
        return True  # 会议现场 / 副县长高远讲话
    lead = around.lead_below(i)
    return lead is None or (lead.kind in BODY and not leads(lead.text))


def _above_the_text(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line that is no sentence stood under a picture, with nothing but headlines of its report above it."""
    block = around.blocks[i]
    text = fold(mend(block.text))
    above = around.blocks[i - 1] if i else block
    under = above.kind == "caption" or (group.body and group.body[-1].kind == "caption")
    if _is_at_it(around, i):
        return True
    if not group.heads:
        return bool(under and (SPEAKER.search(text) or is_scene(text)))
    if under and not _may_head(block, group):
        return True
    if row_above_text(around, i) or speakers_above_text(around, i) or _under_its_head(around, i, group):
        return True
    if is_subtitle(block.text) or len(block.text) > LONGEST_VIEW or not UNDER_PICTURE.search(text):
        return False
    head = group.heads[-1].text
    if "强调" in block.text or len(block.text) > len(head) or head.endswith(("强调", "指出", "要求")):
        return False
    following = around.blocks[i + 1] if i + 1 < len(around.blocks) else None
    return following is not None and following.kind in BODY and not around.heads[i + 1]


def _is_at_it(around: Surroundings, i: int) -> bool:
    """Whether a line tells what somebody of the text below it is doing."""
    text = around.blocks[i].text
    return "正在" in text and is_at_it(text, around.text_below(i))


def _may_head(block: Block, group: Group) -> bool:
    """Whether a line below a caption, with a headline above both, may be of the headline set all the same."""
    told = any(head.text == block.text or KICKER_END.search(fold(head.text)) for head in group.heads)
    return told or is_subtitle(block.text) or len(block.text) > LONGEST_SHOWN


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
    if not row or (lead is not None and not goes_on(lead, group) and not _looked_before(block, lead)):
        return False
    return shows(block.text, "".join([b.text for b in (*group.heads, *group.body)]))


def _set_close_to_the_text(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line that tells what is done stands close below the last sentence, with a blank line and a text of other words below it."""
    block, below = around.blocks[i], around.blocks[i + 1] if i + 1 < len(around.blocks) else None
    if block.gap or below is None or not below.gap or not ends_sentence(group.body[-1].text):
        return False
    if not (shows_something(block.text) or sees(block.text)):
        return False
    return not in_common(fold(mend(block.text)), fold(mend(around.text_below(i))))


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


def _place_above_text(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line between a page's site line and the text names what is seen and where: 石桥河（石桥镇河口村）."""
    if not group.heads or group.has_text or not PLACE_SHOWN.fullmatch(around.blocks[i].text):
        return False
    near = around.blocks[i : i + LONGEST_RUN]
    below = next((b for b in near if not PLACE_SHOWN.fullmatch(b.text)), None)
    shown = around.blocks[i].below_site or bool(group.body and group.body[-1].kind == "caption")
    return shown and below is not None and below.kind in BODY and "。" in below.text


def _under_its_head(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a line tells what the person whom the headline above it begins with looks at: 高远查看播种情况."""
    head, text = group.heads[-1].text, around.blocks[i].text
    lead = around.lead_below(i)
    if lead is None or lead.kind not in BODY or around.heads[i + 1] or len(text) >= len(head):
        return False
    seen = looks(text)
    return bool(seen) and seen in lead.text and (head.startswith(seen) or TELLS_NEWS.search(fold(head)) is not None)
