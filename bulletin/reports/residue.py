"""What a web page or a mirror site leaves glued to a line of text: rims of a table, a notice in brackets, bullets, signs.

In come clean lines, out go the same without it, each with its change (kind `chrome`): the words are kept there. A line of
several columns, a list with bullets and a bracket that the report itself wrote stay as they are. Where a placeholder of
a picture stands behind a full stop in a line, or a caption (图为…) at its end, the line is cut.
"""

import re

from bulletin.model import Change
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.cleanup import HAN
from bulletin.reports.controls import is_controls
from bulletin.reports.kinds import kind_of
from bulletin.reports.lines import Line
from bulletin.reports.parted import whole_lines
from bulletin.reports.role_words import ROLE

RIM = "|｜ \u3000"
BULLET = pattern(f"^(?:[•▪][ \u3000]*|·[ \u3000]+)(?=[{HAN}0-9“《])")
BRACKETED = "[【〖\\[（(](?P<inside>[^【】〖〗\\[\\]（）()]{6,60})[】〗\\]）)]"
NOTICE_FIRST = pattern(f"^{BRACKETED}[ \u3000]*")
NOTICE_LAST = pattern(f"[ \u3000]*{BRACKETED}$")
NOTICE = pattern(
    "^(?:本文|文章|内容|图文|稿件|以上)[^。]{0,14}(?:转载|转自|摘自|搜集|收集|采集|整理|来自"
    "|来源于)[^。]{0,8}(?:网络|互联网|网站?)"
    "|侵权[^。]{0,8}(?:告知|删除|联系|必究)|(?:未经|不得)[^。]{0,8}转载"
    "|转载[^。]{0,4}(?:请|须|需)[^。]{0,6}(?:注明|标明|联系)|版权[^。]{0,6}所有"
)
"""What a mirror site says of a text that it took over."""
SITE_BEHIND = pattern(
    f"(?<=[{HAN}”）！？])(?:[ ]*[-_–|｜][ ]*[{HAN}]{{2,8}}){{0,2}}[ ]*(?<![-—])[-_–|｜](?![-—])[ ]*(?:[{HAN}]{{2,20}}(?:网"
    "|网站|政府|在线|门户|之窗|数字报|日报|客户端|信息港|热线)"
    f"|(?:[{HAN}]{{2,6}}|[云掌]上[{HAN}]{{2,4}}?)(?:融媒体?(?:中心)?|发布|电视台|手机版)|中国[{HAN}]{{2,3}})$"
)
"""The name of a site that a page puts behind its headline: … - 青石新闻网."""
PHOTO_KINDS = ("photo", "credit", "caption")
TAIL, ACCOUNT_TAIL = 20, 50
SHORTEST_HEAD, SITE_ENDS, LONGEST_HEAD = 7, frozenset("网站府线户窗报端港網線戶報"), 70
COLUMN_MARKS = "▌▍▎"
"""What an account sets before its headlines and columns."""
OPENS = frozenset("•▪·▌▍▎【〖[（(首导導核内內新提摘概关關")
LABEL_BEGINS = frozenset("导導核内內新提摘概（(【〖[")
AD_ENDS = frozenset("录陆育口乐台页网")
OUTLET_ENDS = frozenset("媒心布台版")
CLOSES = SITE_ENDS | AD_ENDS | OUTLET_ENDS | frozenset("】〗]）)〕：:下转轉第篇个個号號点點")
BULLETED_SITE = pattern(
    "[•▪][ \u3000]*(?:(?:发布|发表|更新|编辑)?(?:时间|日期)|(?:信息|文章|稿件)?来源|作者|字[体号]|浏览|点击|阅读"
    "|相关|[上下]一[篇条]|分享|打印|关闭)"
)
"""A line of the page behind a bullet: the bullets are the page's, and no list's."""
SPACED_SIGNS = pattern(f"(?:[!-~]{{1,3}} ){{4,}}[!-~]{{0,3}}(?=[{HAN}“])")
SIGN, FEWEST_SIGNS = pattern("[^A-Za-z0-9 ]"), 2
"""Single letters and signs that a mirror site puts before a sentence: # E) R2 P* c9."""
PLACEHOLDER = pattern("(?:(?<=[。！？”])|^)[ \u3000]*(?:图片附件|附件图片)[：: \u3000]*(?=[^：:])")
"""What a forum leaves of a picture."""
LAST_CAPTION = pattern(
    "(?<=[。！？”])[ \u3000]*(?P<caption>[图圖][为為爲](?![了此])[^。！？]{4,50}。|[（(][图圖][为為爲](?![了此])[^。！？（）()]{4,50}[。]?[）)])$"
)
"""图为… behind the last sentence of a paragraph, or in brackets: a caption."""
STOOD_IN = pattern("[图圖](?:(?<=[。！？” \u3000（(].)[为為爲]|[：:])")
"""A quick look for a caption in a line."""
PLACED_CAPTION = pattern("(?<=[。！？”）])[ \u3000]*(?=[上下左右][图圖][：:])")
"""Before 上图：…, 下图：… behind the last sentence."""
UNFOLD, LONGEST_UNFOLD = pattern("(?<=[。！？”])[ \u3000]*(?:点击)?展开(?:详细|详情|阅读)?(?:全文)?$"), 10
"""A button of a page behind its text."""
ANNOUNCED = pattern(
    "(?<=[。！？”）])[ \u3000]*(?:相关(?:阅读|新闻|链接|文章|报道)|延伸阅读|友情链接|附件|标签|关键词)[：:]$"
)
"""What announces other reports, with nothing behind it."""
LABEL = "(?:[导導](?:[（(]dǎo[）)])?[读讀语語]|核心提示|(?:[内內]容|新[闻聞])?(?:提要|摘要|概要)|概要)"
LEAD_LABEL = pattern(f"(?:{LABEL}[：:]|[（(【〖\\[]{LABEL}[）)】〗\\]][：:]?)[ \u3000]*(?=[^ \u3000]{{12}})")
"""What a page calls its first paragraph."""
LONGEST_END, FINISHED = 5, pattern("(?<=[。！？”])[ \u3000]*[（(](?:全文)?完[）)]$")
"""（完） behind the last sentence."""
CUT_JUMP = pattern("(?<=[。！？”])[ \u3000]*(?:[（(][ ]*下(?:转第?)?|下转第?)$")
"""The beginning of a jump mark whose page is lost."""
ACCOUNT_END = pattern(
    "[ \u3000]*(?:预览时标签不可点|收录于(?:话题|合集|专辑)|微信扫一扫(?:关注该公众号)?"
    "|(?:继续|向上)滑动看下一个)[^。，]{0,40}$"
)
"""What a WeChat page leaves behind the last line of its text."""
FOOT = pattern(
    "(?<=[。！？”）)])[ \u3000]+(?:版权所有|主办单位[：:](?=[^。]*(?:版权|备案|ICP|网站标识))|Copyright|(?P<buttons>[^。！？”）)]{2,40}$))[^。]{0,80}$"
)
"""What a page has below its text, behind the last sentence of a line: …。（苏小雨） 版权所有 青石报社, …。 关闭窗口 打印本页."""
FOOT_ENDS = frozenset("号社部心府局页口闭印藏享顶有")
PLACE_AND_HEAD = pattern(f"首页[ \u3000]+(?:[{HAN}]{{2,4}}[ \u3000]+){{1,6}}(?=[^ \u3000]{{8,40}}$)")
"""A page's place with nothing but spaces between its words, and the headline."""
BOLD = pattern("[*]{2,3}[ ]*(?P<inside>[^*]{2,80}?)[ ]*[*]{2,3}")
"""A line in bold type: **高远检查防汛工作**."""
BARS = frozenset("|｜")
LAST_SIGNS = pattern(f"(?<=[{HAN}。！？”）])[ ]?(?:[!-~]{{1,3}} ){{4,}}[!-~]{{1,3}}$")
"""Single letters and signs that a forum puts behind a line: …闭幕* r4 L9 O: p8 Y."""
OPENING, LAST_CONTROL = (
    pattern("[\\[【（(〔]"),
    pattern(
        f"[\\[【（(〔][ ]*(?:复制链接|打印|关闭|分享|收藏|举报|回复|推荐|纠错|评论|(?:{ROLE}|来源|稿源)[ ]*[：:]"
        "|编辑|责编|责任编辑|审核|校对)[ ]*[\\]】）)〕]"
    ),
)
"""A button in brackets, or a label with nothing behind it (【责编：】), at the end of a line."""
STRAY_LETTER = pattern(f"[A-Za-z][ \u3000]+(?=(?:{ROLE})[：:])")
NO_KEYWORD = pattern(f"关键[词字][：:][ ]*(?=(?:{ROLE})[：:])")
"""An empty label before a credit: 关键词：责任编辑：苏小雨."""
BARRED = pattern("[-_–|｜]")
AD_BEHIND = pattern(
    f"(?<=[{HAN}”）！？])(?:[ ]*[-_–|｜][ ]*[{HAN}]{{2,8}}){{0,2}}[ ]*[-_–|｜][ ]*(?:凯发|必威|亚博|万博|易博"
    f"|博狗|狗万|betway|bet365|[{HAN}A-Za-z0-9]{{2,8}}官网)[^，。]{{0,20}}$"
)
"""The name of a gambling site behind a headline: …推进会-凯发k8官网首页登录."""
NOTICE_SIGNS = ("侵权", "转载", "版权", "网络", "互联网", "搜集", "采集")


def trim(lines: list[Line]) -> tuple[list[Line], list[Change]]:
    """(lines without what was glued to them, changes)."""
    lines, joins = whole_lines(lines)
    bulleted = [line.text for line in lines if line.text[0] in "•▪·"]
    lone = len(bulleted) == 1 or any(BULLETED_SITE.match(fold(text)) for text in bulleted)
    trimmed, cut = lines, False
    changes: list[Change] = []
    for i, line in enumerate(lines):
        text = line.text
        if i and lines[i - 1].text[-1] in BARS and lines[i - 1].text[0] not in BARS:
            trimmed = trimmed if trimmed is not lines else list(lines)
            trimmed[i] = line._replace(below_end=True)  # a table's cell ended above it
        if (
            text[-1] in CLOSES
            or text[-1] in FOOT_ENDS
            or text[0] in OPENS
            or text[0] < "\x7f"
            or text[-1] < "\x7f"
            or "|" in text
            or "｜" in text
            or "中国" in text[-5:]
        ):
            text = _trimmed(text, lone)
        cut = cut or "附件" in text or (("图" in text or "圖" in text) and STOOD_IN.search(text) is not None)
        if text is not line.text and text != line.text:
            changes.append(Change(line.number, "chrome", line.text, text))
            trimmed = trimmed if trimmed is not lines else list(lines)
            trimmed[i] = trimmed[i]._replace(text=text)
    return (_cut(trimmed, changes) if cut else trimmed), joins + changes


def _cut(lines: list[Line], changes: list[Change]) -> list[Line]:
    """The same with lines cut where a picture stood in them; a caption follows the line that it stood in."""
    whole: list[Line] = []
    for line in lines:
        if (pieces := _pieces(line.text)) != [line.text]:
            if "附件" in line.text:
                changes.append(Change(line.number, "chrome", line.text, "".join(pieces)))
            first, *others = pieces
            whole.append(line._replace(text=first))
            whole.extend(Line(line.number, piece, line.indented, False) for piece in others)
        else:
            whole.append(line)
    return whole


def _pieces(text: str) -> list[str]:
    pieces = [piece for piece in _between_pictures(text) if piece] if "附件" in text else [text]
    if (caption := LAST_CAPTION.search(text)) and kind_of(text) not in PHOTO_KINDS:
        pieces[-1] = pieces[-1][: -len(caption[0])]
        pieces.append(caption["caption"])
    if "图：" in text or "圖：" in text:
        pieces = [part.strip() for piece in pieces for part in PLACED_CAPTION.split(piece)]
    return pieces or [text]


def _between_pictures(text: str) -> list[str]:
    """A text in pieces, without the placeholders of pictures between them."""
    ends = [0, *(at for match in PLACEHOLDER.finditer(fold(text)) for at in match.span()), len(text)]
    return [text[begin:end] for begin, end in zip(ends[::2], ends[1::2], strict=True)]


def _trimmed(text: str, lone: bool) -> str:
    """`lone`: a bullet is no list's."""
    if text[0] == "*" and (bold := BOLD.fullmatch(text)):
        text = bold["inside"]
    if "|" in text or "｜" in text:
        text = _without_rims(text)
    if text[0] in COLUMN_MARKS and len(text) > SHORTEST_HEAD:
        text = text.lstrip(f"{COLUMN_MARKS} \u3000") or text
    elif text[0] in "•▪·" and lone:
        text = BULLET.sub("", text)
    elif text[0] < "\x7f" and (signs := SPACED_SIGNS.match(text)) and len(SIGN.findall(signs[0])) >= FEWEST_SIGNS:
        text = text[signs.end() :]
    elif text[0] < "\x7f" and (letter := STRAY_LETTER.match(text)):
        text = text[letter.end() :]
    elif text[0] in LABEL_BEGINS and (label := LEAD_LABEL.match(text)):
        text = text[label.end() :]
    elif text[0] == "首" and (place := PLACE_AND_HEAD.match(fold(text))):
        text = text[place.end() :]
    elif text.startswith(("关键", "關鍵")) and (label := NO_KEYWORD.match(fold(text))):
        text = text[label.end() :]
    end = fold(text[-ACCOUNT_TAIL:])
    if ("标签不可点" in end or "扫一扫" in end or "看下一个" in end) and (account := ACCOUNT_END.search(fold(text))):
        text = text[: account.start()] or text
    if text[-1] < "\x7f" and (signs := LAST_SIGNS.search(end := text[-ACCOUNT_TAIL:])):
        if len(SIGN.findall(signs[0])) >= FEWEST_SIGNS:
            text = text[: len(text) - len(end) + signs.start()]
    elif text[-1] in "]】）)〕":
        text = _without_control(text)
    if text[-1] in "）)" and "完" in text[-LONGEST_END:]:
        text = _without_last(text, FINISHED)
    elif text[-1] in "：:":
        text = _without_last(text, ANNOUNCED)
    elif text[-1] in "细全文" and "展开" in text[-LONGEST_UNFOLD:]:
        text = UNFOLD.sub("", text) or text
    elif text[-1] in "下转轉第":
        text = _without_last(text, CUT_JUMP)
    elif text[-1] in FOOT_ENDS and (foot := FOOT.search(fold(text))):
        text = text if foot["buttons"] and not is_controls(foot["buttons"]) else text[: foot.start()]
    if len(text) <= LONGEST_HEAD and text[-1] in AD_ENDS and BARRED.search(text):
        text = AD_BEHIND.sub("", text) or text
    if len(text) <= LONGEST_HEAD and (text[-1] in SITE_ENDS or text[-1] in OUTLET_ENDS or "中国" in text[-5:]):
        text = _without_site(text)
    if text[0] in "【〖[（(" or text[-1] in "】〗]）)":
        text = _without_notice(text)
    return text


def _without_control(text: str) -> str:
    """Without a button, or an empty label, in brackets behind a text."""
    end = text[-TAIL:]
    begin = max((match.start() for match in OPENING.finditer(end)), default=-1)
    if begin < 0 or not LAST_CONTROL.fullmatch(fold(end[begin:])):
        return text
    return text[: len(text) - len(end) + begin].rstrip(" \u3000") or text


def _without_last(text: str, last: re.Pattern[str]) -> str:
    """Without what stands behind the last sentence."""
    end = text[-TAIL:]
    found = last.search(fold(end))
    return text[: len(text) - len(end) + found.start()] if found else text


def _without_site(text: str) -> str:
    """Without a site's name behind a headline; a row of links to sites stays, as it is a line of the page."""
    bare = SITE_BEHIND.sub("", text)
    return bare if len(bare) >= SHORTEST_HEAD and bare[-1] not in SITE_ENDS else text


def _without_rims(text: str) -> str:
    """Without the rims of a table's one column; a line of rims alone stays, as it is a line of the page."""
    inside = text.strip(RIM)
    return inside if inside and not ("|" in inside or "｜" in inside) else text


def _without_notice(text: str) -> str:
    """Without a mirror site's notice in brackets at the beginning or the end of a line that has a text besides."""
    for glued in (NOTICE_FIRST, NOTICE_LAST):
        match = glued.search(fold(text) if len(text) <= 200 else text)
        if match is None or len(match[0]) == len(text):
            continue
        inside = match["inside"]
        if any(sign in inside for sign in NOTICE_SIGNS) and NOTICE.search(inside):
            text = text[match.end() :] if match.start() == 0 else text[: match.start()]
    return text
