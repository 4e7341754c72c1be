"""Marks that a mirror site glues to the ends of many lines, so that who copies the text copies its name: a few random letters and the
site's name (…参加。A2w8Yx青石信息港), its address, or a notice.

In come clean lines, out go the same without the marks, each with its change (kind `chrome`). A mark is known by coming back:
what stands in one line only is left, and so is what stands before a full stop and may be a word of the sentence. A plea to follow
the site's account, which a page in one line prints between its reports, goes from before the headline below it.
"""

import re
from collections import Counter
from itertools import takewhile

from bulletin.model import Change
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.cleanup import HAN
from bulletin.reports.lines import Line
from bulletin.reports.role_words import is_role

FEWEST, LONGEST, MOST = 2, 50, 40
"""Lines that end with one mark, characters of a mark, and marks of a file."""
LETTER = pattern("[A-Za-z]")
CODE = "(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{3,12}(?![A-Za-z0-9])"
OPEN, CLOSE = "[ \u3000]*[【（(\\[]?[ ]*", "[ ]*[】）)\\]]?"
BESIDE = "[】）)\\]]?[ \u3000]*[-_@|·/：:]?[ \u3000]*[【（(\\[]?"
"""Between the code and the name."""
AT_END = pattern(
    f"(?<=[。！？”…]){OPEN}(?:{CODE}{BESIDE}(?P<behind>[{HAN}]{{2,12}})|(?P<before>[{HAN}]{{2,12}}){BESIDE}{CODE}){CLOSE}$"
)
"""A code and a name, in any order, behind the last sentence of a line."""
SITES = "信息港|新闻网|资讯网|资讯|论坛|社区|在线|门户|热线|之窗|网站|网"
RANDOM = "(?=[A-Za-z0-9]*(?:[0-9][a-zA-Z]|[a-zA-Z][0-9]|[a-z][A-Z]|[A-Z]{2}[a-z]))[A-Za-z0-9]{4,12}(?![A-Za-z0-9])"
INSIDE = pattern(f"(?<=[。！？”…]){OPEN}{RANDOM}{CLOSE}[ ]*(?P<name>[{HAN}]{{1,8}}?(?:{SITES}))")
"""The same between two sentences, where only what sites are called tells where the name ends."""
ADDRESS = pattern(r"(?<=[。！？”…])[ \u3000]*(?P<mark>(?:https?://)?(?:[A-Za-z0-9-]{1,30}\.){1,3}[A-Za-z]{2,6}/?)$")
BETWEEN = pattern(
    rf"(?:(?<=[。！？”…])[ \u3000]+|^)(?:https?://)?(?:[A-Za-z0-9-]{{1,30}}\.){{1,3}}[A-Za-z]{{2,6}}/?[ \u3000]+(?=[{HAN}“][^，,。]{{1,80}}[，,])"
)
"""An address between two sentences, of which it is no part; one is enough."""
NOTICE = pattern(
    f"(?<=[。！？”…])[ \u3000]*(?P<mark>(?:本文|文章|内容|版权|更多|转载|以上)[{HAN}]{{1,14}}(?:{SITES}))$"
)
GLUED, FEWEST_GLUED = (
    pattern(
        f"(?<![A-Za-z])[A-Za-z0-9]{{2,5}}[{HAN}]{{2,20}}?(?:(?:[网網]站?|[门門][户戶])$|(?:{SITES})(?:[ ]*[|｜_-][ ]*[{HAN}]{{2,20}}){{1,3}}$)"
    ),
    3,
)
"""The same, letter for letter, behind any words: …办事NSt青石县人民政府门户网站; with what the site says of itself behind its
name as well: …增收。iBb青石新闻网|看青石|青石消息权威发布."""
SURE = pattern(
    "(?<=[。！？”…])[ \u3000【（(\\[]*(?=[A-Za-z0-9]*[0-9])(?=[A-Za-z0-9]*[a-z])(?=[A-Za-z0-9]*[A-Z])[A-Za-z0-9]{5,12}(?![A-Za-z0-9])"
)
"""Letters of both sizes with figures among them: no word, so that one mark is enough."""
PLEA = pattern(
    "(?:欢迎|敬请|请)?(?:您|大家)?(?:扫码|长按)?关注[^。，：: \u3000]{2,24}(?:公众号|视频号|抖音号|微信号|订阅号|微博|客户端)"
    "(?:[ ]*[：:][ ]*[A-Za-z0-9_-]{3,24})?[ \u3000]+(?=[^ \u3000])"
)
PLEA_REACH = 12
"""关注青石发布公众号 : qsfabu 家乡事早知道 高远检查防汛工作."""
BARS = frozenset("|｜")
SITE_ENDS = frozenset(site[-1] for site in SITES.split("|"))


def without_watermarks(lines: list[Line]) -> tuple[list[Line], list[Change]]:
    """(lines, changes)."""
    lines, pleas = _without_pleas(lines)
    names, ends = _marks(lines)
    between = any("." in line.text and BETWEEN.search(line.text) for line in lines)
    if not names and not ends and not between:
        return lines, pleas
    one = "|".join(sorted(names, key=len, reverse=True)[:MOST])
    mark = f"{OPEN}(?:{CODE}{BESIDE}(?:{one})|(?:{one}){BESIDE}{CODE}){CLOSE}"
    known = re.compile(f"(?<=[。！？”…]){mark}|{mark}$") if names else None
    cleared: list[Line] = []
    changes = pleas
    for line in lines:
        text = line.text
        if known is not None and LETTER.search(text):
            text = known.sub("", text)
        for end in ends:
            if text[-len(end) :].lower() == end:
                text = text[: -len(end)]
        if between and "." in text:
            text = BETWEEN.sub("", text)
        if text == line.text:
            cleared.append(line)
            continue
        text = text.rstrip(" \u3000")
        changes.append(Change(line.number, "chrome", line.text, text))
        if text:
            cleared.append(line._replace(text=text))
    return cleared, changes


def _without_pleas(lines: list[Line]) -> tuple[list[Line], list[Change]]:
    """The same without a plea before a headline, and without what stands behind it before each of them."""
    found = {
        i: plea.end()
        for i, line in enumerate(lines)
        if "关注" in line.text[:PLEA_REACH] and (plea := PLEA.match(line.text))
    }
    if not found:
        return lines, []
    columns = zip(*(lines[i].text for i in found), strict=False)
    again = "".join([column[0] for column in takewhile(lambda c: len(set(c)) == 1, columns)]) if len(found) > 1 else ""
    cleared, changes = list(lines), list[Change]()
    for i, end in found.items():
        text = lines[i].text
        rest = text[max(end, again.rfind(" ") + 1) :]
        changes.append(Change(lines[i].number, "chrome", text, rest))
        cleared[i] = lines[i]._replace(text=rest, gap=True, below_end=True)
    return cleared, changes


def _marks(lines: list[Line]) -> tuple[list[str], list[str]]:
    """(names of sites that stand beside codes, whole marks in small letters): those that more than one line has."""
    names, ends, glued = Counter[str](), Counter[str](), Counter[str]()
    for line in lines:
        lettered = LETTER.search(line.text) is not None
        if not lettered and line.text[-1] not in SITE_ENDS:
            continue
        end = line.text[-LONGEST:]
        if whole := ADDRESS.search(end) or NOTICE.search(end):
            ends[whole["mark"].lower()] += 1
            continue
        if mark := GLUED.search(end):
            glued[mark[0].lower()] += 1
        if lettered:
            inside = list(INSIDE.finditer(line.text))
            found = {match["name"] for match in inside}
            names.update({match["name"] for match in inside if SURE.match(line.text, match.start())})
            if last := AT_END.search(end):
                found = {name for name in found if not last[0].endswith(name)} | {last["behind"] or last["before"]}
            names.update(found)
    return (
        [name for name, count in names.items() if count >= FEWEST and not is_role(fold(name))],
        [end for end, count in ends.items() if count >= FEWEST]
        + [end for end, count in glued.items() if count >= (FEWEST_GLUED if BARS.isdisjoint(end) else FEWEST)],
    )
