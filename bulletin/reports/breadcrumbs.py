"""Breadcrumbs: a page's place on its site (您的位置：首页 > 新闻 > 要闻), whole or the rest of a broken line."""

from bulletin.patterns import pattern
from bulletin.reports.cleanup import HAN

PLACE_LINE = pattern(
    "^(?:[\u4e00-\u9fff]{2,8}[ \u3000]+"
    "|[0-9]{1,2}[.、][ ]*)?(?:(?:网站|栏目)导航[：:][ ]*(?=[^，。]{2,12}[>＞»›·/\\\\→-])"
    "|(?:您|你|您的|我的?|本页|本文|现在|当前|目前|所在|的|在){0,4}位置(?:是)?[ ]*[：:>＞»])"
    "|^(?:[\u4e00-\u9fff]{2,12}网?[ ]*)?(?:首页|主页)(?:[ ]*[>＞»›|丨·→＼﹥》\\\\-]|[ ]+/[ ])"
)
PLACE_WORD = pattern("位置|首页|导航|主页")
ROW_OF_CRUMBS, CRUMB = (
    pattern(f"(?:[>＞»›]{{1,2}}[ ]*[{HAN}（）、·“”]{{2,16}}[ ]*){{2,9}}[>＞»›]{{0,2}}$"),
    frozenset(">＞»›"),
)
"""The rest of such a line that a page has broken: > 政务公开 > 政务动态 > 部门工作."""
ENDS = ("正文", "内容")
TO_A_TEXT = pattern(
    f"[{HAN}]{{2,12}}(?:[ ]*[>＞»›]{{1,2}}[ ]*[{HAN}]{{2,12}}){{0,4}}[ ]*[>＞»›]{{1,2}}[ ]*(?:文章|详细"
    "|新闻)?(?:正文|内容)"
)
"""A way that ends at a text: 石江网 > 县区 > 正文."""


def is_place(text: str) -> bool:
    """Whether a line tells a page's place on its site (首页>新闻>要闻)."""
    if text[0] in CRUMB and ROW_OF_CRUMBS.match(text):
        return True
    if text.endswith(ENDS) and TO_A_TEXT.fullmatch(text):
        return True
    return PLACE_WORD.search(text) is not None and bool(PLACE_LINE.match(text))
