"""The lines above a report: kicker (引题), title (主题), subtitle (副题), column tag.

The first line with # is the title; without one, a kicker is known by its ending (…时强调), a subtitle by its dash or by
telling who chaired and who came. Kicker and subtitle are kept as printed.
"""

from collections.abc import Sequence
from dataclasses import replace

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.blocks import Block
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import is_name
from bulletin.reports.extras import SHORTEST_ALONE, without_extras
from bulletin.reports.head_looks import OPEN_PLACE
from bulletin.reports.headline_set import is_pair
from bulletin.reports.repeats import close
from bulletin.reports.subtitles import (
    AGENDA,
    ALL_ATTEND,
    ATTENDED,
    BRACKETED,
    CHAIRED,
    KICKER_END,
    OWN_SUBJECT,
    PEOPLE,
    PLACE_ALONE,
    SAID,
    SUBTITLE,
    are_halves,
    is_deck,
    is_kicker_above,
    is_one_headline,
    is_subtitle,
    plain,
    tells_of_the_meeting,
)
from bulletin.values import dataclass

DASH_INSIDE = pattern(
    "[ \u3000]+(——.{4,40})$"
    "|(——(?:来自|记)?.{4,40}(?:纪实|[侧小]记|见闻|报告|巡礼|综述|启示|扫描|观察|剪影|写真|印象|故事|实录))$"
)
"""With a space before it, or as the subtitle of a feature; else it stands inside the headline (保护水源——某某一行实地调研)."""
GLUED_KICKER = pattern("(?:强调|指出|要求|提出|寄语|勉励|叮嘱|嘱托)[：:]?$")
UNFINISHED = pattern("暨(?:[“《][^“”《》]{1,10}[”》])?$|[全我][省市县区国州旗]$|[、和与及暨]$|关于$")
"""How no headline ends: 青石县举行庆祝建站暨“柳坪杯”."""
BODY_ALONE = pattern(
    f"[{HAN}]{{2,16}}(?:常委会|人大|政协|[县市区旗州省镇乡]委|政府|[县市区旗州镇乡局办]|街道|[团组队]|领导|一行)$"
)
DOES = pattern(
    "[到赴来莅]|深入|走进|召开|举行|举办|开展|组织|调研|检查|视察|督[查导促]|考察|传达|学习|研究|部署|审议|走访"
    "|慰问|看望"
)
"""Who does something, and what: 青石县人大常委会 | 到石桥镇调研."""
NEEDS = pattern(
    f"^[{HAN}、，“”]{{2,24}}?(?:(?<!会)(?<!会议)(?<!大会)(?:召开|举行|举办|开展|部署|审议|传达学习|学习|研究|启动"
    "|推进)|(?:督导|检查|督查|调研|视察|考察|慰问|走访|看望))$"
)
TELLS = pattern("强调|召开|举行|举办|开展|调研|主持|出席|[到赴]|督导|督查|慰问")
WHERE = pattern("[到赴来莅在]|深入|前往|走进")
OBJECT = pattern(
    "(?:工作|会议?|活动|情况|建设|生产|检查|项目|行动|培训|仪式|进展|防控|整治|企业|群众|干部|职工|部队|学校|安全)$"
)
"""A verb that needs what it is done to, which the second line is: 县人大常委会调研 | 基层医疗服务能力建设."""
CUT_WORDS = frozenset(["会议", "工作", "建设", "发展", "项目", "活动", "生产", "安全", "管理", "保障"])
"""Words that a line's end cuts in two: …调研医疗卫生工 | 作."""
SEAM, REACH = 2, 400
"""Characters at the end of a line and at the beginning of the next, and of each paragraph that is asked for them."""
HAN_ALONE = pattern(f"[{HAN}]+")
ABOUT, NOTICE_END = pattern("关于[^，。]{4,40}$"), pattern("的?(?:通知|通告|公告|意见|决定|报告|方案|函|批复)$")


@dataclass(frozen=True, slots=True)
class Heads:
    """The headline set of a report."""

    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    column: str = ""
    outlet: tuple[str, ...] = ()
    """Lines that only name who published the report, or are the headline once more."""
    signed: tuple[str, ...] = ()
    """The office that signs below the headline (县秸秆禁烧工作领导小组办公室), or names on a line of their own."""
    posted: tuple[str, ...] = ()
    """Names alone below the headline: the authors, where the report names no other; else who put it on the page."""


def make_heads(blocks: list[Block], below: Sequence[str] = (), first: bool = False, site: bool = False) -> Heads:
    """Tell kicker, title and subtitle among the lines above a report whose first paragraphs are `below`.

    `first` tells that the report is the first of its file, `site` that a page's site line stands right above its text.
    """
    above = without_extras(blocks, below, first, site)
    rest = Heads(column=above.column, outlet=above.outlet, signed=above.signed, posted=above.posted)
    if not above.lines:
        return rest
    lines, blocks = _whole_title(above.lines, above.blocks, below)
    at = _title_place(blocks, lines)
    kicker, title = " ".join(lines[:at]), lines[at]
    if not kicker:
        kicker, title = _glued_kicker(title)
    below = lines[at + 1 :]
    subtitle = " ".join(below)
    if not subtitle and "——" in title and (dash := DASH_INSIDE.search(title)) and dash.start() >= 4:
        title, subtitle = title[: dash.start()], dash[1] or dash[2]
    if not subtitle:
        title, subtitle = _glued_subtitle(title)
    if kicker and (
        close(kicker).endswith(close(title).strip("【】")) or close(title).startswith(f"【{close(kicker)}】")
    ):
        rest, kicker = replace(rest, outlet=(*rest.outlet, kicker)), ""  # the headline once more, or its column
    return replace(rest, title=title, kicker=kicker, subtitle=subtitle)


def _whole_title(lines: list[str], blocks: list[Block], below: Sequence[str]) -> tuple[list[str], list[Block]]:
    """The same with a headline of two lines as one, where the first cannot end there."""
    if len(lines) != len(blocks):
        return lines, blocks
    for i in range(len(lines) - 1):
        if blocks[i + 1].kind == "mark" or is_subtitle(lines[i + 1]) or KICKER_END.search(plain(lines[i])):
            continue
        if are_halves(lines[i], lines[i + 1]) and is_pair(lines, i):
            return [*lines[:i], f"{lines[i]} {lines[i + 1]}", *lines[i + 2 :]], [*blocks[:i], *blocks[i + 1 :]]
        if not i and CHAIRED.search(fold(lines[0])) and AGENDA.match(fold(lines[1])):
            return [f"{lines[0]} {lines[1]}", *lines[2:]], blocks[1:]
        if not tells_of_the_meeting(lines[i + 1], lines[i]) and _goes_on(lines[i], lines[i + 1], below):
            return [*lines[:i], lines[i] + lines[i + 1], *lines[i + 2 :]], [*blocks[:i], *blocks[i + 1 :]]
    i = len(lines) - 2
    last_two = blocks[max(i, 0) :]
    if i < 0 or last_two[1].below_site or any(block.kind == "mark" for block in last_two) or not _are_one(lines, i):
        return lines, blocks
    return [*lines[:i], f"{lines[i]} {lines[i + 1]}"], [*blocks[:i], blocks[i + 1]]


def _are_one(lines: list[str], i: int) -> bool:
    """Whether the last two of the lines above a report are one headline: nothing or a kicker stands above them, the lower is
    no subtitle, and the upper no kicker by what both tell.
    """
    upper, lower = plain(lines[i]), plain(lines[i + 1])
    if not is_one_headline(upper, lower):
        return False
    if i and SAID.search(plain(lines[i - 1])):
        return True
    return (not i or (i == 1 and len(lower) <= len(upper))) and not is_kicker_above(upper, lower)


def _goes_on(upper: str, lower: str, below: Sequence[str]) -> bool:
    """Whether the first of two lines cannot end there: a mark is open, what it names does nothing yet, or the text has what
    its end and the beginning of the other make together (检查 | 三秋).
    """
    first, second = fold(upper), fold(lower)
    if any(first.count(a) > first.count(b) and second.count(b) > second.count(a) for a, b in ("“”", "《》", "（）")):
        return True
    if OPEN_PLACE.fullmatch(first) or (PLACE_ALONE.fullmatch(first) and not OWN_SUBJECT.match(second)):
        return True
    if UNFINISHED.search(first) or (ABOUT.match(first) and NOTICE_END.search(second)):
        return True
    if BODY_ALONE.match(first) and DOES.match(second):
        return True
    if NEEDS.match(first) and not WHERE.search(first) and OBJECT.search(second) and not TELLS.search(second):
        return True
    if first[-1:] + second[:1] in CUT_WORDS and any(first[-SEAM:] + second[:1] in fold(text[:REACH]) for text in below):
        return True
    seam = first[-SEAM:] + second[:SEAM]
    return HAN_ALONE.fullmatch(seam) is not None and any(seam in fold(text[:REACH]) for text in below)


def _glued_kicker(title: str) -> tuple[str, str]:
    """(kicker, title) of a line that holds both: 高远在现场会上强调 以“铁脚板”跑出“加速度”."""
    first, _, rest = title.partition(" ")
    return (first, rest) if rest and GLUED_KICKER.search(plain(first)) else ("", title)


def _glued_subtitle(title: str) -> tuple[str, str]:
    """(title, subtitle) of a line whose last parts tell who took part."""
    if " " not in title:
        return title, ""
    parts = title.split(" ")
    rows = (i for i in range(1, len(parts) - 1) if ALL_ATTEND.match(plain(" ".join(parts[i:]))))
    at = next(rows, len(parts))  # …节开幕 高远宣布开幕 何明川讲话
    while at > 1 and _tells_who_came(plain(parts[at - 1])):
        at -= 1
    first = " ".join(parts[:at])
    return (first, " ".join(parts[at:])) if at < len(parts) and len(first) >= 4 else (title, "")


def _tells_who_came(part: str) -> bool:
    """县领导何明川、苏青参加; 何明川陪同."""
    attended = ATTENDED.search(part)
    return attended is not None and (PEOPLE.search(part) is not None or is_name(part[: attended.start()]))


def _title_place(blocks: list[Block], lines: list[str]) -> int:
    """Which of the lines is the title."""
    marked = [i for i, block in enumerate(blocks) if block.kind == "mark"]
    if len(lines) != len(blocks):
        marked = []
    if len(lines) == 1:
        return 0
    if not marked and len(lines) == len(blocks) and blocks[1].below_site and len(lines[0]) >= SHORTEST_ALONE:
        return int(KICKER_END.search(plain(lines[0])) is not None)  # what stands below the site line is no headline
    if marked:
        first = marked[0]
        if KICKER_END.search(plain(lines[first])) and first + 1 < len(lines) and first + 1 in marked:
            return first + 1
        return first
    subtitles = [
        i
        for i, line in enumerate(lines)
        if i
        and (
            is_subtitle(line)
            or BRACKETED.fullmatch(line)
            or tells_of_the_meeting(line, lines[i - 1])
            or is_deck(fold(line), fold(lines[i - 1]))
        )
        and not (i == 1 and SAID.search(plain(lines[0])) and not SUBTITLE.match(line))
    ]
    first_subtitle = subtitles[0] if subtitles else len(lines)
    if first_subtitle == 1:
        return 0
    return min(1, first_subtitle - 1) if len(lines) <= 3 else _by_kicker(lines, first_subtitle)


def _by_kicker(lines: list[str], before: int) -> int:
    kickers = [i for i, line in enumerate(lines[:before]) if KICKER_END.search(plain(line))]
    return min(kickers[-1] + 1, before - 1) if kickers else 0
