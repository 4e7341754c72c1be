"""Menus of a page that stand a word a line, a row of words a line, or as a list, above its first report or below its last one.

In come the lines of a file, out go the lines of reports and those of menus. A headline that stands last among such lines stays.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, without_pinyin
from bulletin.reports.cleanup import HAN
from bulletin.reports.controls import FEWEST_MENU_WORDS
from bulletin.reports.counted import counted_parts, is_counted
from bulletin.reports.credited import is_name
from bulletin.reports.lines import Line
from bulletin.reports.webpage import FOOT, is_frame

Parted = tuple[list[Line], list[Line]]
"""(lines of reports, lines of menus)."""
HAN_ONLY, MENU_WORDS, FEWEST_ROWS, REACH = pattern(f"[{HAN}]+"), range(2, 7), 2, 12
LONGEST_WORD, FEWEST_WORDS = 4, 5
"""A menu that stands a word a line: how long its words are, and how many make one."""
ITEM = pattern(f"^[-*+•·▪◦●○][ \u3000]*[{HAN}]{{2,8}}$")
FEWEST_ITEMS = 3
"""A menu that stands as a list: - 企业 / - 供应 / - 资讯."""
FIRST_CRUMB, NEXT_CRUMB = (
    pattern("^1[.、][ ]*(?:网站)?(?:首页|首頁|主页|主頁)$"),
    pattern(f"^[2-9][.、][ ]*[{HAN}]{{2,8}}$"),
)
"""A page's place on its site, a step a line: 1. 首页 / 2. 要闻 / 3. 正文."""
MENU_LINE = pattern(f"^(?:[-*+•·▪◦●○][ \u3000]*)?[{HAN}]{{2,4}}$")
MENU_FIRST = pattern("^(?:[-*+•·▪◦●○][ \u3000]*)?(?:网站)?首页$")
"""A menu that stands a word a line below another page: 本站 / 首页 / 时政 / 要闻 / 概况."""
SHORT = pattern(f"^[{HAN}A-Z0-9]{{1,8}}[：:]?$")
FEWEST_SHORT, FEWEST_FRAMES, LONGEST_MENU = 8, 2, 60
"""Short lines one below the other, some of them surely a menu's, so that all are."""
SHORTEST_HEAD = 7
COLUMN_NAME = pattern("(?:新闻|要闻|动态|公开|专题|专栏|频道|信息|公告|正文|内容|详情|文章|列表)$")


def without_menu_words(lines: list[Line]) -> Parted:
    """Without the menus at the top and at the foot of a file, and a page's place as a numbered list wherever it stands."""
    crumbs = list[Line]()
    if any(line.text[0] == "1" and FIRST_CRUMB.match(line.text) for line in lines):
        lines, crumbs = _without_crumbs(lines)
    if any(line.text[-1] == "页" and MENU_FIRST.match(line.text) for line in lines):
        lines, words = _without_runs(lines)
        crumbs = crumbs + words
    top = _top(lines)
    below = _below_frames(lines, top)
    if below and (parts := counted_parts(texts := [line.text for line in lines])):
        below = [i for i in below if i not in parts or not is_counted(texts, i)]
    if not below:
        return lines[top:], lines[:top] + crumbs
    kept = [line for i, line in enumerate(lines[top:], top) if i not in below]
    return kept, lines[:top] + [lines[i] for i in below] + crumbs


def _top(lines: list[Line]) -> int:
    """How many lines at the top are a menu's."""
    words = next((i for i, line in enumerate(lines) if len(line.text) > LONGEST_WORD or line.text[0] == "#"), 0)
    rows = next((i for i, line in enumerate(lines[:REACH]) if not _is_row(line.text)), 0)
    top = words if words >= FEWEST_WORDS else rows if rows >= FEWEST_ROWS else _items(lines)
    return max(top, _short_lines(lines))


def _without_crumbs(lines: list[Line]) -> Parted:
    """Without a page's place that stands as a numbered list; the line below it stands below a frame."""
    kept, crumbs = list[Line](), list[Line]()
    for line in lines:
        inside = bool(crumbs) and crumbs[-1].number >= (kept[-1].number if kept else 0)
        if FIRST_CRUMB.match(line.text) or (inside and NEXT_CRUMB.match(line.text)):
            crumbs.append(line)
        else:
            kept.append(line._replace(below_frame=True) if inside else line)
    return kept, crumbs


def _without_runs(lines: list[Line]) -> Parted:
    """Without the menus of further pages, a word a line; the line below one stands below a frame."""
    kept, words = list[Line](), list[Line]()
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and MENU_LINE.match(lines[end].text):
            end += 1
        run = lines[at:end]
        if at and len(run) >= FEWEST_WORDS and any(MENU_FIRST.match(line.text) for line in run):
            words.extend(run)
            if end < len(lines):
                kept.append(lines[end]._replace(below_frame=True))
            at = end + 1
        else:
            kept.extend(lines[at : end + 1])
            at = end + 1
    return kept, words


def _is_row(text: str) -> bool:
    """Whether a line is a row of columns' names (机关党建 机关群团 书香政协), none of a person."""
    words = fold(text).split()
    return len(words) >= FEWEST_MENU_WORDS and all(
        len(w) in MENU_WORDS and HAN_ONLY.fullmatch(w) and (len(w) > 3 or not is_name(w)) for w in words
    )


def _items(lines: list[Line]) -> int:
    top = next((i for i, line in enumerate(lines[:LONGEST_MENU]) if not ITEM.match(without_pinyin(line.text))), 0)
    return top if top >= FEWEST_ITEMS else 0


def _short_lines(lines: list[Line]) -> int:
    top = next((i for i, line in enumerate(lines[:LONGEST_MENU]) if not SHORT.match(_close(line.text))), 0)
    if top < FEWEST_SHORT or sum(is_frame(fold(line.text)) for line in lines[:top]) < FEWEST_FRAMES:
        return 0
    last = fold(lines[top - 1].text)
    is_head = len(last) >= SHORTEST_HEAD and not (is_frame(last) or COLUMN_NAME.search(last))
    return top - 1 if is_head and "。" in lines[top].text else top


def _close(text: str) -> str:
    """Without the pinyin of a broken conversion, and without space between single characters (首 页)."""
    text = without_pinyin(text)
    return text.replace(" ", "") if all(len(word) == 1 for word in text.split(" ")) else text


def _below_frames(lines: list[Line], top: int) -> list[int]:
    """The short lines at the foot of a file that stand among lines of a frame; no names, and none above them all."""
    last = len(lines)
    while last > top and len(lines) - last < LONGEST_MENU and _is_foot(lines[last - 1].text):
        last -= 1
    texts = {i: fold(without_pinyin(lines[i].text)) for i in range(last, len(lines))}
    frames = [i for i, text in texts.items() if is_frame(text or lines[i].text)]
    surely = any(FOOT.search(texts[i]) for i in frames)  # 版权所有, 主办单位 …
    if len(frames) < (1 if surely else FEWEST_FRAMES) or last == top:
        return []
    return [i for i in range(frames[0], len(lines)) if i not in frames]


def _is_foot(text: str) -> bool:
    text = without_pinyin(text) or text
    return "。" not in text and (is_frame(fold(text)) or (SHORT.match(text) is not None and not is_name(fold(text))))
