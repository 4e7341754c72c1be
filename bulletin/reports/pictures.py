"""A caption with what it tells of its picture: the photographer and the file.

In comes the block of a caption, out goes the caption without them.
"""

import re

from bulletin.model import Caption
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.people.forms import form
from bulletin.people.lists import names_in_list
from bulletin.people.vocabulary import surnames
from bulletin.reports.blocks import Block
from bulletin.reports.broken import is_broken, mended_with_places
from bulletin.reports.caption_forms import PHOTOGRAPHER, SHOWN
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import is_name
from bulletin.reports.kinds import SURNAME
from bulletin.reports.lead_forms import DATED_LEAD, beginning

DOTTED = f"[{HAN}]{{1,7}}(?:·[{HAN}]{{1,7}})+"
NAMES = f"(?:[{HAN}][ \u3000]+[{HAN}]|{DOTTED}|[{HAN}·]{{2,6}}?)(?:[ \u3000、]+[{HAN}·]{{2,4}}?){{0,4}}?"
SHOT = "[ \u3000]*/?[ \u3000]*(?:摄影报道|摄影|拍摄|摄|供图)"
OUTLET = (
    "(?<=[。！？”）) \u3000])(?:新华社|中新社"
    f"|[{HAN}/／·]{{2,14}}?(?:报|网|台|社|融媒体?(?:中心)?|客户端|新闻中心|传媒))"
)
"""Whom the photographer works for, behind the last sentence: …在凿冰取水。青石日报记者 苏小雨 摄."""
CAPTION_CREDIT = pattern(
    f"[ \u3000]*(?:[（(][ ]*(?:图片)?(?:均)?(?:由)?{PHOTOGRAPHER}(?P<inside>{NAMES}){SHOT}[ ]*[）)]"
    f"|(?:{OUTLET}[ \u3000]?|[□■◎▍][{HAN}/／·]{{2,20}}?)?(?:本报|本网|全媒体|融媒体|特约)*(?:记者"
    f"|通讯员)[ \u3000：:]*(?P<named>{NAMES}(?:[ \u3000、]*(?:记者|通讯员)[ \u3000：:]*{NAMES})?){SHOT}"
    f"|(?:[（(]?(?:摄影|摄|供图)[：:/丨｜|]|[（(](?:摄影|供图)[ \u3000])[ ]*(?:记者)?[ ]*(?P<label>{NAMES})[）)]?"
    f"|(?:[（(](?:图|图片|照片|图源)[：:/丨｜][ ]*(?:记者)?[ ]*(?P<shown>{NAMES})|[（(](?P<by>{NAMES})[ ]*/[ ]*图片?)[）)]"
    f"|[ \u3000]+{SHOWN}[ ]*[：:丨|｜/][ ]*(?P<from>[^。：:）)]{{2,20}})"
    f"|(?:(?<=[。！”， \u3000])|(?<=[{HAN}][.]))(?P<plain>[{HAN}][ \u3000]+[{HAN}]|{DOTTED}|[{HAN}·]{{2,4}}){SHOT})[。]?$"
)
GLUED_CREDIT = pattern(f"(?<=[{HAN}])(?P<name>[{SURNAME}][{HAN}]{{2}})[ ]?(?:摄影|(?<!拍)摄)$")
"""A photographer with nothing before the name: …查看苗圃苏小雨摄."""
MAY_BE_OFFICES = ("shown", "by", "from")
"""Groups of `CAPTION_CREDIT` behind or before 图, where an office may stand as well: 会议现场 图片来源：县融媒体中心."""
MAKER = pattern("记者|通讯员")
SURE_FORM, CREDIT_REACH = 4, 40
TOLD_BY_NAME = pattern(
    f"(?P<text>(?!微信|图片|截图|屏幕|未命名|未标题|照片|新建|副本|下载)[{HAN}“”·、，（）()]{{10,}})[.]"
)
EMPTY_BRACKETS = pattern("[（(][ ]*[）)]")
PICTURE_NAME = pattern(
    r"(?:[\w-]{1,20} (?=拷贝|副本))?[\w\-（）()]+(?:\.[0-9]{1,4})?\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)",
    re.IGNORECASE,
)


def make_caption(block: Block, after: int) -> Caption:
    """A caption with its photographer and the file it names."""
    text = block.text
    picture = ""
    if named := PICTURE_NAME.search(text):
        picture = named[0]
        told = TOLD_BY_NAME.match(picture)  # 高远检查水库.jpg: the file is named by what it shows
        text = text[: named.start()] + (told["text"] if told else "") + text[named.end() :]
        text = EMPTY_BRACKETS.sub("", text).strip(" ：:，=")
    credit = ""
    whole, places = mended_with_places(text) if is_broken(text[-CREDIT_REACH:]) else (text, None)
    if match := CAPTION_CREDIT.search(fold(whole)):
        group = next(name for name, inside in match.groupdict().items() if inside)
        names = whole[match.start(group) : match.end(group)]
        for maker in reversed([*MAKER.finditer(fold(names))]):  # 苏小雨 通讯员 何野
            names = f"{names[: maker.start()]} {names[maker.end() :]}"
        found = names_in_list(names)
        people = group not in MAY_BE_OFFICES or all(is_name(fold(name)) for name in found)
        credit = " ".join(found) if people else ""
        if people or group == "from":
            text = text[: places[match.start()] if places else match.start()].rstrip(" \u3000，")
    elif (glued := GLUED_CREDIT.search(fold(text))) and _is_sure(glued["name"]):
        credit, text = text[glued.start("name") : glued.end("name")], text[: glued.start()]
    return Caption(text, block.line, credit, picture, after)


def dated_caption(captions: list[Caption]) -> Caption | None:
    """The first caption that tells its day, which is the text of a report that has no other: 3月12日，…种下树苗。苏小雨 摄."""
    return next((caption for caption in captions if DATED_LEAD.match(beginning(caption.text))), None)


def _is_sure(name: str) -> bool:
    return form(name) >= (SURE_FORM - 1 if name[0] in surnames().frequent else SURE_FORM)
