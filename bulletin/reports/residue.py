"""What a web page or a mirror site leaves glued to a line of text: rims of a table, a notice in brackets, one lone bullet.

In come clean lines, out go the same without it, each with its change (kind `chrome`): the words are kept there. A line of
several columns, a list with bullets and a bracket that the report itself wrote stay as they are.
"""

from bulletin.model import Change
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.cleanup import HAN
from bulletin.reports.lines import Line

RIM = "|｜ \u3000"
BULLET = pattern(f"^[•▪][ \u3000]*(?=[{HAN}0-9“《])")
BRACKETED = "[【〖\\[（(](?P<inside>[^【】〖〗\\[\\]（）()]{6,60})[】〗\\]）)]"
NOTICE_FIRST = pattern(f"^{BRACKETED}[ \u3000]*")
NOTICE_LAST = pattern(f"[ \u3000]*{BRACKETED}$")
NOTICE = pattern(
    "^(?:本文|文章|内容|图文|稿件|以上)[^。]{0,14}(?:转载|转自|摘自|搜集|收集|采集|整理|来自|来源于)[^。]{0,8}(?:网络|互联网|网站?)"
    "|侵权[^。]{0,8}(?:告知|删除|联系|必究)|(?:未经|不得)[^。]{0,8}转载|转载[^。]{0,4}(?:请|须|需)[^。]{0,6}(?:注明|标明|联系)|版权[^。]{0,6}所有"
)
"""What a mirror site says of a text that it took over."""
SITE_BEHIND = pattern(
    f"(?<=[{HAN}”）！？])(?:[ ]*[-_–|｜][ ]*[{HAN}]{{2,8}}){{0,2}}[ ]*(?<![-—])[-_–|｜](?![-—])[ ]*[{HAN}]{{2,20}}(?:网|网站|政府|在线|门户|之窗|数字报|日报|客户端|信息港|热线)$"
)
"""The name of a site that a page puts behind its headline: … - 青石新闻网."""
SHORTEST_HEAD, SITE_ENDS, LONGEST_HEAD = 7, frozenset("网站府线户窗报端港網線戶報"), 70
OPENS = frozenset("•▪【〖[（(")
CLOSES = SITE_ENDS | frozenset("】〗]）)")
NOTICE_SIGNS = ("侵权", "转载", "版权", "网络", "互联网", "搜集", "采集")


def trim(lines: list[Line]) -> tuple[list[Line], list[Change]]:
    """(lines without what was glued to them, changes)."""
    bullets = sum([line.text[0] in "•▪" for line in lines])
    trimmed = lines
    changes: list[Change] = []
    for i, line in enumerate(lines):
        text = line.text
        if text[-1] in CLOSES or text[0] in OPENS or "|" in text or "｜" in text:
            text = _trimmed(text, bullets)
        if text is not line.text and text != line.text:
            changes.append(Change(line.number, "chrome", line.text, text))
            trimmed = trimmed if changes[1:] else list(lines)
            trimmed[i] = line._replace(text=text)
    return trimmed, changes


def _trimmed(text: str, bullets: int) -> str:
    if "|" in text or "｜" in text:
        text = _without_rims(text)
    if bullets == 1 and text[0] in "•▪":
        text = BULLET.sub("", text)
    if text[-1] in SITE_ENDS and len(text) <= LONGEST_HEAD:
        text = _without_site(text)
    if text[0] in "【〖[（(" or text[-1] in "】〗]）)":
        text = _without_notice(text)
    return text


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
