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
from bulletin.reports.caption_forms import (
    ATTENDED,
    BOTH_WORKS,
    BRACKET_SEEN,
    CAPTION,
    LONGEST_POSITION,
    MADE_BY,
    PHOTO_CREDIT_END,
    PHOTO_LINE,
    PHOTO_WORK,
    PHOTOS_BEGIN,
    PHOTOS_OF,
    POSITION,
    SHORTEST_VIEW,
    SHOWN_BY,
    TOLD,
    UNDER_PICTURE,
)
from bulletin.reports.cleanup import HAN
from bulletin.reports.dateline_forms import BRACKETED_DATELINE, DATELINE, DATELINE_SIGN, DAY
from bulletin.reports.makers import is_signed
from bulletin.reports.role_words import ROLE
from bulletin.reports.scenes import is_bracketed_scene, is_scene
from bulletin.reports.spaced_roles import close_roles

SURNAME = "".join(sorted(surnames().single))
LABELLED = f"(?:[（(【\\[〔□■◎◆◇○●▍▌▎▪•丨｜][ ]*)?(?:{ROLE})(?:[ \u3000]*[：:丨|｜/／]|[ \u3000]+)[^。！？]{{1,120}}$"
"""编辑：苏小雨, （通讯员 何野）."""
OF_THE_HOUSE = (
    f"[（(□■◎]?(?:本[报网台]|全媒体|融媒体?)(?:记者|通讯员)[{SURNAME}][{HAN}]{{1,2}}"
    f"(?:(?:[ \u3000、]+|通讯员)[{SURNAME}][{HAN} \u3000]{{1,3}}){{0,5}}[）)]?$|[□■◎][ ]*[{HAN}]{{2,16}}记者组$"
    f"|[{HAN}·]{{3,18}}[ ]?记者(?![{HAN}]{{0,3}}(?:会|班|团|节|站|证|[培座采研])[{HAN}]{{0,2}}$)[ \u3000]*[{HAN}]{{2,4}}"
    f"(?:[ \u3000]+(?:通讯员[ \u3000]*)?[{HAN}]{{2,4}}){{0,5}}$"
)
"""本报记者苏小雨 通讯员何野, □青石日报记者组, 青石融媒记者 苏小雨; but not 记者节."""
CREDIT = pattern(f"^(?:{LABELLED}|{OF_THE_HOUSE})")
OFFICE_CREDIT = pattern(
    f"^(?:(?![{HAN}]{{0,14}}[讯电])[{HAN}]{{2,14}}?)[ \u3000]*(?:{ROLE})[ \u3000]*[：:][^。！？]{{1,80}}$"
)
OFFICE_WORK = pattern(
    f"^[{HAN}]{{2,20}}(?:中心|委|部|局|办|站|台|社|报|融媒|新闻网|发布)(?:联合)?(?:出品|制作|编发|摄制|供图|供稿)$"
)
"""青石县融媒体中心出品."""
WORK_ENDS = frozenset("品作发制图稿")
BEHIND_STROKES = pattern(
    f"^(?:[{SURNAME}][{HAN}]{{1,2}}(?:[ \u3000、]+[{SURNAME}][{HAN}]{{1,2}}){{0,3}}[ \u3000]*[/／]"
    "(?:文|图|摄|摄影|图片|文图|视频)(?:[ \u3000，、；]+|$)){1,3}$"
)
"""Names before their roles, on a line of their own: 苏小雨/文 何野/图."""
LONGEST_SIGNED, WORDS_OF_WIRE = 60, pattern("[讯电](?:[ \u3000（(：:]|$)|消息|报道")
LONGEST_SOURCE = 160
SOURCE_LABEL = (
    "来[ \u3000]+源|(?:文章|稿件|信息|新闻|本文|内容|资料|素材|图文|消息|原文|文稿|发布|作者[/／])?来源于?|稿源"
    "|(?:文章|新闻)?出处"
)
FROM = (
    f"[（(【\\[▌▍▎▪■◆•·-]?[ ]*(?:{SOURCE_LABEL}|转载自|转自)[：: 丨｜|/／┃│︱]+(?P<source>[^）)】\\]。]{{2,30}}?)"
    "(?:[ \u3000]+(?:转载|转发|上传)[：:][^）)】。：]{2,12})?"
    f"(?:[ \u3000|｜丨（(]+(?P<credits>(?:{ROLE})[ ]*(?:[：:丨/|｜]|[ \u3000]+[{SURNAME}][{HAN}])[^）)】。]{{1,120}}))?[）)】\\]]?$"
)
"""来源：青石新闻网, 转自丨青石日报 编辑：苏小雨."""
FROM_IN_BRACKETS = "[（(【](?:转载自|转自|来源|据)[：: ]*(?P<named>[^）)】。，]{2,20})[）)】]$"
"""（据青石电视台）."""
REPRINTED = (
    "[（(【]?(?:以上|本文|内容|文章|稿件|消息)*(?:转载自|转自|来自|摘自|选自|原载于?)[：: ]*[《“]?"
    f"(?P<reprinted>[{HAN}·]{{1,14}}(?:网|报|台|社|发布|融媒|客户端|在线|公众号|杂志|新闻|中心))"
    "[》”]?(?:微信)?(?:公众号|客户端|APP)?[）)】]?$"
)
"""（本文转载自《青石日报》）."""
SOURCE = pattern(f"^(?:{FROM}|{FROM_IN_BRACKETS}|{REPRINTED})")
JUMP = pattern(
    "[（(【▶►➤→⇨☞◀◁←■□◆●]*[ ]*(?P<way>下转|上接|紧接|转|详见)[ ]*"
    "(?P<page>第?[A-Da-d]?[一二三四五六七八九十0-9]{1,3}版|[A-D][0-9]{1,2}(?![0-9A-Za-z]))"
    "(?P<more>(?:[·、，]?[^）)】。，]{0,16}(?=[）)】]))?)[）)】]?(?:[ ]*[▶►➤→⇨☞◀◁←]{1,3})?"
)
"""（下转第二版）, 下转第二版▶."""
JUMP_LINE = pattern(f"^{JUMP.pattern}$")
RULE = pattern(r"^[-=*_~—─━·.。•☆★◇◆■□●○#＊ \u3000]{3,}$")
MARK = pattern(r"^(#{1,6})[ \t\u3000]*(?=[^#\s])(?![A-Za-z0-9]{0,3}[)*&$^~%;@\\])")
TERMINAL = frozenset("。！？!?…；;：:”’》）)】」』~")
LIST_HEAD = pattern(
    "^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.、．](?![0-9])|[①-⑳]"
    "|第[一二三四五六七八九十][，、])"
)
SLOGAN = pattern(f"^([{HAN}“”]{{4,12}})[ \u3000]+([{HAN}“”]{{4,12}})(?:[ \u3000]+([{HAN}“”]{{4,12}}))?$")
CHEER = pattern("^(?:热烈(?:祝贺|庆祝|欢迎)|隆重庆祝|喜迎|欢度)[^。，]{4,40}(?:[！!]|(?:胜利|隆重)(?:召开|开幕|闭幕))$")
LONGEST_CHEER = 50
SLOGAN_WORDS = pattern(
    "[“”]?(?:全民|全县|全员|人人|共建|共创|共享|共筑|同创|争创|争当|携手|齐心|凝心|聚力"  # who, and all together
    "|创建|创造|推进|推动|建设|建好|打造|谱写|开启|实现|振兴|发展|加快|全面|奋进|奋力|决胜|迈向|追梦"  # going ahead
    "|守护|守住|保护|爱护|关爱|维护|预防|防范|传承|弘扬|践行|倡导|崇尚|厉行|树立|永葆|高举"  # keeping and honouring
    "|坚持|坚定|深入|扎实|学习|贯彻|落实|牢记|不忘|助力|促进|做好|抓好|走好|用好"  # doing one's work
    "|感恩|喜迎|庆祝|献礼)"  # celebrating
)
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
CANNOT_BEGIN = frozenset("，。、；：！？”’）》】」』,;:!?)]%…")


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
    if shown := SHOWN_BY.fullmatch(text):
        view = shown["view"]
        if UNDER_PICTURE.search(view) or (len(view) >= SHORTEST_VIEW and not MADE_BY.search(view)):
            return True
    if text[-3:] in SCENE_ENDS:
        return is_scene(text[:-1])
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
    text = fold(mend(text)).strip("【】")
    if len(text) > LONGEST_CHEER:
        return False
    if text.endswith(("！", "!", "召开", "开幕", "闭幕")) and CHEER.match(text):
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


def cheers(text: str) -> bool:
    """Whether a line congratulates, as a banner does: 热烈祝贺县“两会”胜利召开."""
    return CHEER.match(fold(mend(text)).strip("【】")) is not None


def _sentence(text: str) -> bool:
    return "。" in text or text.count("，") > 1
