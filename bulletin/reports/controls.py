"""Lines of a page's controls (打印 关闭 分享到) and of its menus: short words in a row.

In comes a folded line, out goes whether nothing else stands in it.
"""

import re

from bulletin.patterns import pattern
from bulletin.reports.cleanup import HAN
from bulletin.reports.control_words import CONTROLS

PARTS = pattern("[■▍▌ \u3000←→↑↓⇧⇩↵『』|｜·•丨/\\[\\]【】〖〗<>«»《》()（）、，,。：:？?—×*]+")
MENU_WORD = pattern(f"[{HAN}A-Za-z]{{2,8}}")
FEWEST_MENU_WORDS, FEWEST_COLUMNS = 3, 4
LONGEST_CONTROLS = 60
HOME = pattern("(?:网站|返回)?首页|加入收藏|设为首页|English|网站地图|联系我们")
COLUMN = pattern(
    "[县市区旗]情(?:概况)?|乡镇|部门|招商(?:引资)?|民生|旅游|教育|健康|文化|党建|专题|视频|图片|直播|广播|要闻"
    "|时政|公告|电子报|数字报|投稿|评论|专栏|新闻(?:中心)?|政务|体育|财经|法治|社会|生活|图库|走[进近].{2,4}"
    "|[\u4e00-\u9fff]{2}(?:新闻|要闻|动态|公开|服务|互动|专题)"
)
"""Columns of a site, in a row with its first page."""
ROW = pattern("[ \u3000|｜]+")
SPACED_HOME = pattern("首[ \u3000]+页")


def is_controls(text: str) -> bool:
    """Whether a line holds nothing but controls of a page (打印 关闭 分享到)."""
    if len(text) > LONGEST_CONTROLS or text.isdigit():
        return False
    words = list(filter(None, PARTS.split(text)))
    if len(words) == 2 and all(len(word) == 1 for word in words):
        words = ["".join(words)]  # 打 印
    return bool(words) and all(map(CONTROLS.fullmatch, words))


def is_row_of_columns(text: str) -> bool:
    """Whether a line is a row of short words, half of them surely a page's: 首 页 走进青石 新闻中心 政务服务."""
    words = [word for word in ROW.split(SPACED_HOME.sub("首页", text)) if word]
    if len(words) < FEWEST_MENU_WORDS or not all(MENU_WORD.fullmatch(word) for word in words):
        return False
    controls = [word for word in words if CONTROLS.fullmatch(word)]
    if len(controls) * 2 >= len(words) >= FEWEST_COLUMNS:
        return True
    return any(map(HOME.fullmatch, words)) and all(word in controls or COLUMN.fullmatch(word) for word in words)


def is_menu(text: str) -> bool:
    """Whether a line may be a menu: many short words and no mark of a sentence. True of a list of names as well."""
    words = [word for word in re.split("[ \u3000|｜]+", text) if word]
    return len(words) >= FEWEST_MENU_WORDS and sum(bool(MENU_WORD.fullmatch(w)) for w in words) >= 0.7 * len(words)
