"""Lines in which a headline stands before a page's fields, or a text behind them, are cut there.

In come the lines of a file, out go the same with two or three in the place of such a one. Each piece keeps its line's number.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.cleanup import HAN
from bulletin.reports.fields import (
    DATED_DAY,
    FIELD,
    LEAD,
    LONGEST_DAY,
    NEXT_DAY,
    OUTLET,
    RIM,
    SPACE,
    Field,
    is_site_line,
    read_fields,
)
from bulletin.reports.lines import Line

TEXT = pattern(f"[●◆★]?[ ]*(?:{LEAD}|“[^“”。]{{4,60}}[。！？]”|[{HAN}]{{2,14}}(?:讯|消息|电)[ \u3000（(0-9：:])")
MADE = pattern("(?:编辑|责编|编审|审核|审|校对|校|监制|签发|发布|录入|上传)")
"""Who may stand before a text without being read as its authors are."""
HEAD = pattern(f"[“《【（(]?[{HAN}0-9]{{2}}")
LONE_FIGURE = pattern(f"^[0-9]{{1,6}}[{SPACE}|｜]+")
"""A figure that a page prints without its label: how many have commented."""
HEAD_AND_DAY = pattern(
    f"(?P<head>[“《【]?[{HAN}][{HAN}0-9“”《》、，！ \u3000·—]{{7,59}}?)[ \u3000]*"
    f"(?P<day>[（(\\[]?(?:19|20)[0-9]{{2}}[年/.-][0-9]{{1,2}}[月/.-][0-9]{{1,2}}日?[）)\\]]?)"
)
"""A headline and no more of a page than its day: 高远调研防汛工作 2031-03-04."""
TELLS = pattern(
    "[^，]{2}(?:[到赴]|深入|走进|召开|举行|举办|开展|组织|调研|检查|视察|督[查导促]|考察|传达|研究|部署|审议|走访"
    "|慰问|看望|推进|强调|主持)"
)
OFFICE_ENDS = "局|办|委|部|科|股|室|组|处|队|站|院|委员会|协会|学会|联合会|政府|中心|报|网|台|社"
NO_HEAD = pattern(
    f"主[办管]|机关报|[日晚早]报|刊|第.{{1,5}}[期号]|出版|星期|发表于|[于在至从自]$|公告|通知|(?:{OFFICE_ENDS})$"
)
"""What stands in a paper's name, or at the end of an office, above a day."""
WHOLE_DAY = pattern("(?:19|20)[0-9]{2}[年/.-][0-9]{1,2}[月/.-][0-9]{1,2}")
DAY_AND_CLOCK = pattern(f"{WHOLE_DAY.pattern}日?[{SPACE}]*[0-9]{{1,2}}[:：][0-9]{{2}}(?:[:：][0-9]{{2}})?")
BEFORE_STROKE = pattern(f"[ \u3000]+[{HAN}]{{2,12}}(?:{OFFICE_ENDS})[ \u3000]*[|｜丨][ \u3000]*$")
"""An office or a site between a headline and the clock: 高远检查供水 青石县中医院 | 2031-03-05 09:26."""
DAY_ENDS = frozenset("0123456789日]）)】")
DAY_BEHIND = pattern(
    "(?:[ \u3000]+|(?=[\\[（(【]))[\\[（(【]?(?P<day>(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2})[\\]）)】]?$"
)
"""The day of publication behind a headline that a text follows: 青石县召开推进会 [2021-02-24]."""
SHORTEST_HEAD, LONGEST_HEAD, LABELS, LONGEST, SHORTEST_TEXT, REACH, NEAR = 7, 60, 8, 200, 12, 200, 5
BUTTON = pattern(
    f"[\\[【（(]?(?:点击(?:播放|收听)|[0-9]{{2}}:[0-9]{{2}}|展开|收起|分享|收藏|打印|播放|播报|朗读|收听|听新闻"
    f"|语音(?:播报|朗读|阅读)|手机版|大字版|正文|内容|新闻内容|正文内容)[\\]】）)]?(?:[：:][{SPACE}]*|[{SPACE}]+"
    f"|(?<=[\\]】）)]))(?={TEXT.pattern})"
)
TOOLS_BEGIN = frozenset("人查次文手【〖[（(字大小默放缩分收打听语智播朗展正内新阅浏点访已共本累被热扫A+T|｜•")
LEAD_FIRST = pattern("[0-9]{1,2}月|本[报网台]讯")
"""No control of a page begins so."""
BEGUN = pattern("[：:]|[12][0-9]{3}[年/.-]")
BEGINS = pattern(f"[{RIM}]*(?:[12][0-9]{{3}}[年/.-]|[^：:，。]{{1,9}}(?:[：:]|[12][0-9]{{3}}[年/.-]))")
"""Quick looks, of a text that is not folded, whether fields may stand in a line, or before a text."""


def cut_fields(lines: list[Line]) -> list[Line]:
    """Lines with a headline before their fields, or a text behind them, as two or three lines."""
    cut: list[Line] = []
    told = False
    for i, line in enumerate(lines):
        pieces = _pieces(line.text)
        if len(pieces) == 1 and line.text[-1] in DAY_ENDS:
            pieces = _head_and_day(lines, i, told)
        told = told or "。" in line.text
        cut.extend(
            line if not i else line._replace(text=piece, indented=True, gap=True) for i, piece in enumerate(pieces)
        )
        if len(pieces) > 1:
            cut[-len(pieces)] = line._replace(text=pieces[0])
    return cut


def _head_and_day(lines: list[Line], at: int, told: bool) -> list[str]:
    """A headline and the day of its publication, where a text follows; the whole line where it may be anything else."""
    text = lines[at].text
    if read_fields(fold(text))[1] == len(text):
        return [text]
    next_one = lines[at + 1].text if at + 1 < len(lines) else ""
    wrapped = len(next_one) > LONGEST_DAY and "，" in next_one
    follows = "。" in next_one or wrapped or is_site_line(read_fields(fold(next_one))[0])
    day = DAY_BEHIND.search(text) if follows else None
    if day and day.start() >= SHORTEST_HEAD and not OUTLET.match(fold(text)):
        return [text[: day.start()].rstrip(), day["day"]]
    below = next((one.text for one in lines[at + 1 : at + NEAR] if "。" in one.text), "")
    dated = HEAD_AND_DAY.fullmatch(text) if below else None
    if (
        dated
        and not _is_row(lines, at)
        and (not told or TEXT.match(fold(below[:REACH])))
        and _tells(fold(dated["head"]))
    ):
        return [dated["head"].rstrip(), dated["day"]]
    return [text]


def _is_row(lines: list[Line], at: int) -> bool:
    """Whether the line above or below is a headline with its day as well: a list of what else a page has."""
    around = [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]
    return any(HEAD_AND_DAY.fullmatch(line.text) for line in around)


def _tells(head: str) -> bool:
    """Whether what stands before a day tells something, as no paper's name and no office does."""
    clauses = head.split()
    many = len(clauses) > 2 and min(map(len, clauses)) > 2
    return NO_HEAD.search(head) is None and (many or TELLS.search(head) is not None)


def _pieces(text: str) -> list[str]:
    if "。" not in text:
        return _behind_head(text) if len(text) <= LONGEST and BEGUN.search(text) else [text]
    if not BEGINS.match(text):
        return _head_and_text(text) if WHOLE_DAY.search(text, 0, REACH) else _behind_tools(text)
    folded = fold(text[:REACH])
    fields, end = read_fields(folded)
    rest = text[end:].lstrip(f"{SPACE}|｜丨/·•,，;；、>)）】]〗-")
    if "。" not in rest or len(rest) < SHORTEST_TEXT or not _before_text(fields, folded, rest):
        return _head_and_text(text) if not fields and WHOLE_DAY.search(text, 0, REACH) else _behind_tools(text)
    return [text[: len(text) - len(rest)].strip(), rest]


def _behind_tools(text: str) -> list[str]:
    """A page's controls and the text behind them: 【字体：大 中 小】 6月3日，…, 展开 6月3日，…."""
    if (text[0] not in TOOLS_BEGIN and not text[0].isdecimal()) or LEAD_FIRST.match(text):
        return [text]
    folded = fold(text[:REACH])
    button = BUTTON.match(folded)
    fields, end = ([], button.end()) if button else read_fields(folded)
    rest = text[end:].lstrip(f"{SPACE}|｜·•】)）-")
    if not (button or fields) or not TEXT.match(fold(rest[:REACH])):
        return [text]
    return [text[: len(text) - len(rest)].strip(), rest]


def _head_and_text(text: str) -> list[str]:
    """A headline, a page's fields and the text in one line: 高远检查防汛工作 2014-06-03 17:10 来源：青石网 6月3日，…."""
    folded = fold(text[:REACH])
    at = min([m.start() for begin in (FIELD, DATED_DAY, NEXT_DAY) if (m := begin.search(folded))], default=0)
    head = text[:at].rstrip(f"{SPACE}|｜丨【[（(")
    if not SHORTEST_HEAD <= len(head) <= LONGEST_HEAD or "。" in head or head[-1] in "，、：；":
        return _behind_tools(text)
    fields, end = read_fields(folded, at)
    rest = LONE_FIGURE.sub("", text[end:].lstrip(f"{SPACE}|｜"))
    told = len(fields) > 1 and any(field.label[0] < field.label[1] for field in fields)
    clock = DAY_AND_CLOCK.fullmatch(text[at : len(text) - len(rest)].strip(f"{SPACE}|｜"))
    if not clock and not (told and is_site_line(fields)):
        return _behind_tools(text)
    if not TEXT.match(fold(rest[:REACH]).lstrip("?？ ")):
        return _behind_tools(text)
    if clock and (outlet := BEFORE_STROKE.search(text[:at])):
        head = text[: outlet.start()]
    return [head, text[len(head) : len(text) - len(rest)].strip(), rest]


def _before_text(fields: list[Field], text: str, rest: str) -> bool:
    """Whether fields that a text follows are surely a page's: two, or one that the text's own beginning parts from it."""
    told = [
        f
        for f in fields
        if f.label[0] < f.label[1] and (f.value[0] < f.value[1] or f.kind in ("source", "who", "count"))
    ]
    if not told:
        return False
    if len(told) > 1 or len(fields) > 1:
        return any(f.kind != "who" for f in told) or TEXT.match(fold(rest[:REACH])) is not None
    only = told[0]
    made = only.kind != "who" or MADE.search(text, *only.label) is not None
    return made and only.kind != "count" and (only.kind == "when" or TEXT.match(fold(rest[:REACH])) is not None)


def _behind_head(text: str) -> list[str]:
    """A headline and the fields behind it; the whole line where there are none."""
    folded = fold(text)
    starts = sorted({m.start() for begin in (FIELD, DATED_DAY, NEXT_DAY) for m in begin.finditer(folded)})
    for at in starts:
        head = text[:at].rstrip(f"{SPACE}|｜丨/·-（([【〖")
        if len(head) < SHORTEST_HEAD or not HEAD.match(folded):
            return [text]
        if "：" in head[-LABELS:]:
            continue
        fields, end = read_fields(folded, at)
        if end < len(text) or not is_site_line(fields):
            continue
        alone = len(fields) == 1 and text[at - 1] not in SPACE
        if not alone and any(field.kind != "day" for field in fields):
            return [head, text[at:]]
    return [text]
