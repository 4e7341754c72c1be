"""What a block of text is, by its own look: heading, dateline start, caption, byline, credit, jump mark, rule, or body.

In comes a line, out goes the name of its kind. Nothing here looks at neighbours; the steps that join and split do.
Traditional characters are read as simplified ones.
"""

from functools import lru_cache

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.people.rosters import is_row
from bulletin.people.vocabulary import surnames
from bulletin.reports.broken import is_broken, mended_with_places
from bulletin.reports.cleanup import HAN
from bulletin.reports.makers import is_signed
from bulletin.reports.role_words import ROLE
from bulletin.reports.scenes import is_bracketed_scene, is_scene
from bulletin.reports.spaced_roles import close_roles

DAY = "(?:[0-9一二三四五六七八九十]{1,3}月)?[0-9一二三四五六七八九十]{1,3}日"
MEDIA = (
    "新闻网|在线|发布|新闻|客户端|日报|晚报|时报|周报|早报|商报|电视台|广播电台|广播电视台|电台|融媒体中心|融媒体"
    "|融媒|传媒|手机报|官网|官微|网|报|社|台"
)
WIRE = "(?<![供发送输配用停])电"
"""新华社…电, but not 国网青石县供电公司."""
DATELINE = pattern(
    "(?P<words>(?!另据|又据|据"
    f"|综合)(?:(?:[{HAN}]{{2,12}}(?:在线|网"
    f"|客户端)[ \u3000]+)?本[报网台刊站](?:[{HAN}]{{0,8}}?{DAY})?(?:[{HAN}]{{0,6}}?)(?:讯|{WIRE}|消息)"
    f"|(?:[{HAN}]{{2,10}}[报网台端云线][/、·—-]{{1,2}})?[{HAN}]{{1,12}}?(?:{MEDIA})(?:[{HAN}]{{0,6}}?{DAY})?(?:[{HAN}]{{0,6}}?)(?:讯"
    f"|{WIRE}|消息"
    f"|专稿)(?![{HAN}]{{0,2}}(?:报道|员|息|费|话|网))(?:[ ]*据[{HAN}]{{2,14}}(?:报|台|网|社)(?:消息"
    "|报道)(?=[ \u3000]*[【（(]))?"
    f"|[{HAN}]{{2,12}}?融媒体?(?:中心)?(?=[ \u3000]*[（(](?:{ROLE})"
    f"|[ \u3000]*(?:本报|全媒体|融媒体?|见习|实习|特约)*(?:记者|通讯员|讯)|[ \u3000]+(?:{ROLE})"
    f"|[ \u3000]*[（(][{HAN} \u3000、]{{2,20}}[）)])"
    f"|(?:云上|今日|最|爱|看|红网时刻|掌上)[{HAN}]{{2,8}}?(?:报道|讯|消息)(?=[ \u3000（(0-9：:])"
    f"|[{HAN}]{{2,12}}(?:部|院|局|委|办|会|中心|政府|镇|乡|街道|公司|学校|[中小]学)讯(?=[ \u3000（(0-9：:])"
    f"|[{HAN}]{{2,14}}(?:记者站|通讯站|站|镇|乡|街道|局|[县市区]委|中心"
    f"|社区)(?=[ \u3000]*[（(](?:{ROLE})[ \u3000：:]*[{HAN}]{{2,4}}(?:[ \u3000、][{HAN} \u3000、]{{0,12}})?[）)])"
    f"|{DAY}(?:讯|电)(?=[ \u3000（(：:])"
    f"|[{HAN}]{{2,8}}(?:在线|网|报)据[{HAN}]{{2,16}}(?:网站?|报|局|台)报道(?=[ \u3000（(：:0-9]|当前|近日|日前)"
    f"|新华社[{HAN}]{{1,8}}{DAY}电"
    f"|[{HAN}]{{2,8}}{DAY}(?:讯|电|消息)(?=[ \u3000（(：:])"
    f"|[{HAN}]{{2,5}}(?<![通资喜短快闻音简传])讯(?=[ \u3000（(0-9：:]|【(?:记者|通讯员)|(?:特约|本报)?(?:记者|通讯员))"
    f"|讯(?=[ \u3000（(])))"
)
BRACKETED_DATELINE = pattern(
    f"[（(【〖\\[](?P<words>(?!另据|又据|据|综合|转自)[{HAN}0-9·/]{{1,20}}?(?:讯|电"
    "|消息))(?:[ \u3000：:]*(?P<inside>(?:本报|本网|本台|全媒体|融媒体?|见习|实习|特约)*(?:记者"
    f"|通讯员)[ \u3000：:]*[{HAN}· \u3000、]{{2,40}}))?[）)】〗\\]][ \u3000]*(?=[^（(]{{12}})"
)
"""（本网讯 记者苏小雨）6月3日，…: the dateline with its authors in one bracket."""
DATELINE_SIGN = pattern(
    "[讯电息稿道媒訊電（(](?:(?<=[讯电訊電])|(?<=消息)|(?<=[专專]稿)|(?<=[报報]道)|(?<=融媒)"
    "|(?<=[站镇乡局委心区道鎮鄉區 \u3000][（(]))"
)
"""One of these stands in every dateline; or a station before a bracket."""
BRACKET = pattern(
    "[ \u3000]*[：:]?[ \u3000]*(?:(?:特约|实习|见习)?(?:记者"
    "|通讯员)[ \u3000：:]*)?[（(【\\[](?P<inside>[^（）()【】\\[\\]]{2,60})[）)】\\]][ \u3000]*"
)
OPEN_BYLINE = pattern(
    f"[ \u3000]*(?P<inside>(?:(?:新华社|[{HAN}]{{2,6}}[网报])?(?:{ROLE})[ \u3000：:]*[{HAN}·]{{1,20}}"
    f"(?:[ \u3000、]+[{HAN}·]{{1,4}}(?![{HAN}·])){{0,6}}[ \u3000]+)+)"
)
CAPTION = pattern(
    "^(?:[▲△▼▽◆◀◁▶►↑↓←→][ \u3000]*(?!.{0,12}版[）)]?$)"
    "|图[①-⑳一二三四五六七八九十0-9]{0,2}(?:[：:]|为(?!了|此|民|什么))|图[①-⑳]"
    "|图[0-9一二三四五六七八九]{1,2}[ \u3000]|[①-⑳]图"
    "|[（(【\\[]图(?:为(?!了|此)|[①-⑳：:]|[一二三四五六七八九十0-9]{1,2}[）)】\\]：:])|[●■◆★]?图为(?!了|此|民)"
    "|【图片?】"
    "|[（(][上下左右中][一二三]?图[）)：:为]?|[上下左右]图(?:[：:为]|[一二三])|[（(][左右][一二三四五]?[）)]"
    "|图片说明|图说[：:]|题图[：:]?|资料图|效果图[：:]"
    "|(?:[\u4e00-\u9fff]{0,4}[会论议])?(?:会议|座谈会?|讨论会?|活动|仪式|签约|培训|比赛|演出|调研|检查|慰问|工作"
    "|执法|施工|演练|宣誓|义诊|会)现场(?:[（(]?[一二三四五六七八九0-9]{1,2}[）)]?)?[。]?$"
    "|(?!.{0,12}(?:[来走赶进到在赴]|直击|深入|前往|这|是))[^，。；：！？]{2,24}(?:大会|会议|[谈进动布表讨]会"
    "|[开闭]幕式|仪式|发布会|晚会|运动会|签约|活动)现场。$"
    "|图片[①-⑳0-9一二三四五六七八九十]{0,2}[：:]|照片为|[\\w（）()-]+\\.(?:jpe?g|JPE?G|png|PNG|gif|bmp|webp)$"
    "|[（(](?:资料图|效果图)[^）)]{0,6}[）)])"
)
PHOTOGRAPHER = "(?:本报|本网|全媒体|融媒体|特约|实习|见习)*(?:记者|通讯员)?[ \u3000：:]*"
PHOTO_CREDIT_END = pattern(
    f"(?:[（(]图片来源：[^（）()]{{2,20}}[）)]"
    "|[（(](?![^（）()]*(?:文|摄影报道|撰|供稿|作者|采写"
    f"|(?:记者|通讯员)[^（）()]{{2,14}}摄影?[ ：:]*[{HAN}]{{2}}))[^（）()]{{0,20}}(?<!如)(?:摄|摄影|供图"
    f"|资料图)[^（）()]{{0,4}}[）)]"
    f"|(?:本报记者|记者|通讯员)[ \u3000]*[{HAN} \u3000、]{{2,14}}(?:摄|摄影|摄影报道)"
    f"|(?:[ \u3000]|(?<=[。！”])|(?<=，)(?=[{HAN}]{{2,4}}[ \u3000]))[{HAN}]{{2,4}}[ \u3000/]*(?:摄|摄影)"
    f"|[ \u3000][{HAN}]{{2,10}}供图)[。]?$"
)
PHOTO_LINE = pattern(
    "^[（(]?(?:本[报版文]|以上|文中|文内|题)?(?:图片|照片|图)?(?:除署名外)?(?:均|都)?(?:由"
    f"|为)?[ \u3000]*(?:[{HAN}]{{1,6}}[报网台社])?{PHOTOGRAPHER}"
    f"(?P<names>(?![{HAN}]{{0,4}}现场[ ])(?:[{HAN}][ \u3000]+[{HAN}]"
    f"|[{HAN}·]{{2,4}}?(?:(?:[ \u3000、]+"
    f"|[ \u3000]*(?:记者|通讯员)[ \u3000：:]*)[{HAN}·]{{1,4}}){{0,4}}?))[ \u3000/]*(?:摄影报道|摄影|拍摄|摄|供图"
    "|提供)[）)]?[。]?$"
)
PHOTOS_OF = pattern(
    f"^[（(]?(?:本[文报版]|以上|文中)?(?:图片|照片|图文|配图)(?:均|都)?由[{HAN}]{{2,16}}(?:提供|供图)[）)]?。?$"
)
"""图片由县融媒体中心提供."""
TOLD = pattern(
    f"[{HAN}·]{{2,8}}?(?:表示|说|指出|强调|要求|希望|介绍)[，：]"
    f"|(?:会议|大会|会上|座谈会上|随后|据了解|据悉|近年来|今年以来|目前)(?!现场)[，{HAN}]"
)
"""How a paragraph of the text begins: a photographer behind it makes it no caption."""
ATTENDED = pattern(f"(?:参加|陪同|出席)[{HAN}]{{0,4}}。[ \u3000]*[{HAN} \u3000]{{2,6}}/?摄(?:影)?$")
PHOTO_WORK, PHOTOS_BEGIN = "摄图提攝圖", frozenset("（(本以文图照配")
"""One of these stands in every credit of a photographer."""
UNDER_PICTURE = pattern("(?:现场|一角|剪影|合影|全景|瞬间|掠影|留影|外景|夜景|新貌|会场|讲话|致辞|授牌|资料图片?)$")
SURNAME = "".join(sorted(surnames().single))
CREDIT = pattern(
    f"^(?:[（(【\\[〔□■◎◆◇○●▍▌▎▪•丨｜][ ]*)?(?:{ROLE})(?:[ \u3000]*[：:丨|｜/／]|[ \u3000]+)[^。！？]{{1,120}}$"
    "|^[（(□■◎]?(?:本[报网台]|全媒体|融媒体?)(?:记者"
    f"|通讯员)[{SURNAME}][{HAN}]{{1,2}}(?:(?:[ \u3000、]+|通讯员)[{SURNAME}][{HAN} \u3000]{{1,3}}){{0,5}}[）)]?$"
    f"|^[□■◎][ ]*[{HAN}]{{2,16}}记者组$"
    f"|^[{HAN}·]{{3,18}}[ ]?记者(?![{HAN}]{{0,3}}(?:会|班|团|节|站|证"
    f"|[培座采研])[{HAN}]{{0,2}}$)[ \u3000]*[{HAN}]{{2,4}}(?:[ \u3000]+(?:通讯员[ \u3000]*)?[{HAN}]{{2,4}}){{0,5}}$"
)
OFFICE_CREDIT = pattern(
    f"^(?:(?![{HAN}]{{0,14}}[讯电])[{HAN}]{{2,14}}?)[ \u3000]*(?:{ROLE})[ \u3000]*[：:][^。！？]{{1,80}}$"
)
OFFICE_WORK = pattern(
    f"^[{HAN}]{{2,20}}(?:中心|委|部|局|办|站|台|社|报|融媒|新闻网|发布)(?:联合)?(?:出品|制作|编发|摄制|供图|供稿)$"
)
"""青石县融媒体中心出品."""
WORK_ENDS = frozenset("品作发制图稿")
BEHIND_STROKES = pattern(
    f"^(?:[{SURNAME}][{HAN}]{{1,2}}(?:[ \u3000、]+[{SURNAME}][{HAN}]{{1,2}}){{0,3}}[ \u3000]*[/／](?:文|图|摄"
    f"|摄影|图片|文图|视频)(?:[ \u3000，、；]+|$)){{1,3}}$"
)
"""Names before their roles, on a line of their own: 苏小雨/文 何野/图."""
LONGEST_SIGNED, WORDS_OF_WIRE = 60, pattern("[讯电](?:[ \u3000（(：:]|$)|消息|报道")
LONGEST_SOURCE = 160
SOURCE_LABEL = (
    "来[ \u3000]+源|(?:文章|稿件|信息|新闻|本文|内容|资料|素材|图文|消息|原文|文稿|作者[/／])?来源于?|稿源"
    "|(?:文章|新闻)?出处"
)
SOURCE = pattern(
    f"^[（(【\\[▌▍▎▪■◆•·-]?[ ]*(?:{SOURCE_LABEL}|转载自"
    f"|转自)[：: 丨｜|/／┃│︱]+(?P<source>[^）)】\\]。]{{2,30}}?)(?:[ \u3000]+(?:转载|转发"
    f"|上传)[：:][^）)】。：]{{2,12}})?(?:[ \u3000|｜丨（(]+(?P<credits>(?:{ROLE})[ ]*(?:[：:丨/|｜]"
    f"|[ \u3000]+[{SURNAME}][{HAN}])[^）)】。]{{1,120}}))?[）)】\\]]?$"
    "|^[（(【](?:转载自|转自|来源|据)[：: ]*(?P<named>[^）)】。，]{2,20})[）)】]$"
    "|^[（(【]?(?:以上|本文|内容|文章|稿件|消息)*(?:转载自|转自|来自|摘自|选自"
    f"|原载于?)[：: ]*[《“]?(?P<reprinted>[{HAN}·]{{1,14}}(?:网|报|台|社|发布|融媒|客户端|在线|公众号|杂志|新闻"
    "|中心))[》”]?(?:微信)?(?:公众号|客户端|APP)?[）)】]?$"
)
JUMP = pattern(
    "[（(【▶►➤→⇨☞■□◆●]*[ ]*(?P<way>下转|上接|紧接|转"
    "|详见)[ ]*(?P<page>第?[A-Da-d]?[一二三四五六七八九十0-9]{1,3}版"
    "|[A-D][0-9]{1,2}(?![0-9A-Za-z]))(?P<more>(?:[·、，]?[^）)】。，]{0,16}(?=[）)】]))?)[）)】]?"
)
JUMP_LINE = pattern(f"^{JUMP.pattern}$")
RULE = pattern(r"^[-=*_~—─━·.。•☆★◇◆■□●○#＊ \u3000]{3,}$")
MARK = pattern(r"^(#{1,6})[ \t\u3000]*(?=[^#\s])(?![A-Za-z0-9]{0,3}[)*&$^~%;@\\])")
TERMINAL = frozenset("。！？!?…；;：:”’》）)】」』~")
LIST_HEAD = pattern(
    "^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.、．](?![0-9])|[①-⑳]"
    "|第[一二三四五六七八九十][，、])"
)
SLOGAN = pattern(f"^([{HAN}“”]{{4,12}})[ \u3000]+([{HAN}“”]{{4,12}})(?:[ \u3000]+([{HAN}“”]{{4,12}}))?$")
CHEER = pattern("^(?:热烈(?:祝贺|庆祝|欢迎)|隆重庆祝|喜迎|欢度)[^。，]{4,40}[！!]$")
LONGEST_CHEER = 50
SLOGAN_WORDS = pattern(
    "[“”]?(?:全民|全县|全员|人人|共建|共创|共享|共筑|同创|争创|争当|创建|创造|推进|推动|建设|建好|践行|弘扬|决胜"
    "|打造|谱写|奋进|奋力|守护|守住|助力|坚持|坚定|深入|学习|贯彻|落实|凝心|聚力|齐心|携手|牢记|不忘|感恩|喜迎"
    "|庆祝|献礼|振兴|发展|保护|爱护|关爱|传承|追梦|加快|全面|扎实|开启|实现|倡导|崇尚|厉行|防范|预防|维护|促进"
    "|做好|抓好|树立|永葆|高举|迈向|走好|用好)"
)
POSITION = pattern(r"[（(\[](?:[左右][一二三四五六七八九]|[前后]排|[左右中前后](?=[）)\]]))[^（）()\]]{0,6}[）)\]]")
LONGEST_POSITION = 80
"""Under a picture: 高远（左二）查看….."""
ITEM = pattern("^[●★◆■▲△☆○◇※]")
DATED_ITEM = pattern(f"^.[ \u3000]*{DAY}")
LONGEST_MARKED = 70
"""A line behind a mark that is longer, or begins with a date, is an item of a bulletin and no caption."""
OPENERS = frozenset(
    "〖#-=*_~—─━·.。•☆★◇◆■□●○※◎＊ \u3000（(【[▶►➤▲△▼▽◀◁↑↓←→图圖轉緊詳資照上下左右中紧转详题资效照第一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
)
"""What a rule, a jump mark, a caption, an item or a numbered head may begin with; sentences begin so as well."""
SCENE_MARKS = frozenset("堂室场場角台臺景隅影念）)")
"""How a scene that nothing else marks may end."""
SCENE_ENDS = ("现场。", "現場。")
BRACKET_SEEN = pattern("[（(]")
CANNOT_BEGIN = frozenset("，。、；：！？”’）》】」』,;:!?)]%…")


BOTH_WORKS = pattern("[ \u3000]文[/／ ]?摄影?[）)。]*$")


def kind_of(text: str) -> str:
    """mark | rule | dateline | caption | photo | credit | source | jump | list | item | body."""
    short = len(text) <= 160
    if text[0] not in OPENERS and "。" in text[:-1] and text[-3:] not in SCENE_ENDS:
        return _kind_of_sentence(text, short)
    if text[0] in "?？" and "浾" in text[:6] and short:
        return "credit"  # （记者, as a broken conversion leaves it
    text = close_roles(fold(text)) if short else fold(text[:60])
    if is_broken(text[:80]):
        text = mended_with_places(text)[0] or text
    if text[0] == "#" and MARK.match(text):
        return "mark"
    if short and not text[0].isalnum() and RULE.match(text):
        return "rule"
    if short and "版" in text and JUMP_LINE.match(text):
        return "jump"
    if _is_position(text):
        return "caption"
    if short and is_row(text):
        return "list"
    if signs_itself(text):
        return "credit"
    if _is_caption(text, short):
        return "caption"
    if short and _is_of_an_office(text):
        return "credit"
    signed = len(text) <= LONGEST_SIGNED and "。" not in text and "，" not in text and not WORDS_OF_WIRE.search(text)
    if signed and (kind := _small(text)):
        return kind  # 来源丨青石融媒 编辑丨苏小雨: no dateline of 青石融媒
    if is_dateline(text):
        return "dateline"
    if short and (kind := _small(text)):
        return kind
    if ITEM.match(text):
        return "item"
    return "list" if LIST_HEAD.match(text) else "body"


def _is_position(text: str) -> bool:
    """Whether a line tells who stands where in a picture: 县委书记苏小雨（左二）."""
    if len(text) > LONGEST_POSITION or "。" in text.rstrip("。）)"):
        return False
    return BRACKET_SEEN.search(text) is not None and POSITION.search(text) is not None


def _is_caption(text: str, short: bool) -> bool:
    """Whether a line says of itself that it stands at a picture (图为…, △…, …现场); a long one behind a mark is an item."""
    item = ITEM.match(text) and (len(text) > LONGEST_MARKED or DATED_ITEM.match(text))
    if short and not item and CAPTION.match(text):
        return True
    return text[-1] in SCENE_MARKS and (is_scene(text) or is_bracketed_scene(text))


def _is_of_an_office(text: str) -> bool:
    """Whether a line is an office with what it did: 县委宣传部 供稿."""
    if len(text) <= 100 and ("：" in text or ":" in text) and OFFICE_CREDIT.match(text) and not _sentence(text):
        return True
    return text[-1] in WORK_ENDS and OFFICE_WORK.match(text) is not None


def signs_itself(text: str) -> bool:
    """Whether a line (folded) is nothing but who made the report."""
    return text[-1] != "摄" and is_signed(text)


def _kind_of_sentence(text: str, short: bool) -> str:
    """The kind of a text with a full stop in it that begins as any sentence does: most lines are of this kind."""
    if DATELINE_SIGN.search(text, 0, 60) and is_dateline(fold(text[:60])):
        return "dateline"
    if text[0] in "?？\ufffd" and is_broken(text[:60]) and is_dateline(mended_with_places(fold(text[:80]))[0]):
        return "dateline"
    if short and any(map(text.__contains__, PHOTO_WORK)):
        return _small(close_roles(fold(text))) or "body"
    return "body"


def _small(text: str) -> str:
    """The kind of a short line, or nothing."""
    if len(text) <= LONGEST_SIGNED and ("/" in text or "／" in text) and BEHIND_STROKES.match(text):
        return "credit"
    if (
        len(text) <= 40
        and any(map(text.__contains__, PHOTO_WORK))
        and PHOTO_LINE.match(text)
        and not BOTH_WORKS.search(text)
    ):
        return "photo"
    if text.startswith("作者/来源") and SOURCE.match(text):
        return "source"
    if len(text) <= 120 and CREDIT.match(text) and not _sentence(text):
        return "credit"
    if len(text) <= 40 and text[0] in PHOTOS_BEGIN and PHOTOS_OF.match(text):
        return "credit"
    if len(text) <= LONGEST_SOURCE and SOURCE.match(text):
        return "source"
    end = text[-20:]
    if len(text) <= 120 and ("摄" in end or "图" in end) and PHOTO_CREDIT_END.search(text):
        return "" if TOLD.match(text) or ATTENDED.search(text) else "caption"
    return ""


def is_dateline(text: str) -> bool:
    """Whether a report's first paragraph begins here (本报讯 …)."""
    head = text[:60]
    if is_broken(head):
        head = mended_with_places(head)[0]
    if not DATELINE_SIGN.search(head):
        return False
    if head[0] in "【〖[":
        head = head[1:].replace("】", " ", 1).replace("〗", " ", 1).replace("]", " ", 1)
    elif head[0] in "（(":
        return BRACKETED_DATELINE.match(fold(text[:120])) is not None
    match = DATELINE.match(fold(head))
    return match is not None and len(text) > len(match[0]) + 1


def ends_sentence(text: str) -> bool:
    """Whether the last character can end a paragraph."""
    return text[-1:] in TERMINAL


@lru_cache(maxsize=1024)
def is_slogan(text: str) -> bool:
    """A column's slogan: two or three halves of the same length, nothing else; or a banner (热烈祝贺…！)."""
    if "。" in text or len(text) > 2 * LONGEST_CHEER:
        return False
    text = fold(mend(text))
    if len(text) > LONGEST_CHEER:
        return False
    if text.endswith(("！", "!")) and CHEER.match(text):
        return True
    match = SLOGAN.match(text) if len(text) <= 40 else None
    if match is None:
        return False
    halves = [half for half in match.groups() if half]
    return len({len(half) for half in halves}) == 1 or (
        SLOGAN_WORDS.match(halves[0]) is not None and SLOGAN_WORDS.match(halves[-1]) is not None
    )


def calls(text: str) -> bool:
    """Whether each half of a slogan calls for something: 推进乡村振兴 建设美丽家园."""
    return all(map(SLOGAN_WORDS.match, fold(mend(text)).split()))


def _sentence(text: str) -> bool:
    return "。" in text or text.count("，") > 1
