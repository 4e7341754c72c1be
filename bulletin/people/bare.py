"""Names without any sign but their place: at the head of a headline, in a row of people who attend, before 主持 or 作工作报告.

In come a text with its places and whom its other signs have shown, out come (place, length) of each further leader.
Everybody may stand in such a place once, so a name is taken where it stands for the first time, and where it is no
misspelling of one already met.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from bulletin.patterns import one_of, pattern
from bulletin.people import signs
from bulletin.people.characters import HAN, plain
from bulletin.people.clauses import chaired_in, clause_starts_in, rows_in
from bulletin.people.places import Places
from bulletin.people.side_by_side import names_from, whole_row

CREDITED = (
    "记者：", "通讯员：", "作者：", "供稿：", "摄影：", "编辑：", "责编：", "美编：", "校对：", "审核：", "终审：", "监制：", "制作：",
)  # fmt: skip
"""Labels in front of those who made a page."""
TAKES_PART = "出席|参加|陪同|列席|主持|会见|接访|约谈|看望|慰问"
GOES_AND_SEES = (
    "调研|考察|深入|走访|视察|查看|察看|检查|督查|督导|督办|督战|巡查|巡河|巡林|暗访|夜访|夜查|现场办公|指导|包联|开展"
    "|带队|率队|带领|率领|率[^，。]{1,12}(?:调研|考察|深入|督查|检查|赴|到)"
)
SPEAKS = "讲授|主讲|宣讲|为[^，。]{1,16}(?:讲党课|宣讲|授课)|作[^，。]{1,14}讲话|强调|指出|要求"
HEADLINE_VERB = pattern(
    "(?:等?(?:县领导|领导)?(?:一行)?)(?:冒雨|冒雪|带队|率队|到|赴|来到|前往|深入|先后|分别|专题|现场|实地|一同"
    "|集中|再次|会同|陪同|同|与|就|对|围绕|在|先后到)?"
    f"[^，。\n]{{0,24}}?(?:{one_of(TAKES_PART, GOES_AND_SEES, SPEAKS)})"
)
"""What leaders do in a headline, behind the last of their names: 高远、苏青等县领导|冒雨检查防汛工作."""
CHAIRS = pattern("(?:同志)?(?:主持|向大会作|(?:代表[^，。]{2,14})?作[^，。]{0,14}报告)")
"""会议由格桑多吉主持, 格桑多吉作工作报告: whoever stands there and has the form of a name."""
HEADLINE_HALF = pattern(
    "(?:分别|一同|共同|到会|应邀)?"
    "(?:出席|参加|陪同|列席|主持|带队|率队|会见|讲话|致[辞词]|宣布|强调|要求|点评|当选"
    "|作[^ ，。\n]{0,8}(?:报告|讲话|部署|发言))"
)
"""What stands behind the names of one half of a headline: 高远主持 何明川讲话 苏青江北出席."""
PLACE_BEHIND = pattern("[县市区旗州](?:[四五几]|县级|直|领导|委(?!书记|常委|副书记)|政|人大|党)")
"""Behind the name of a place at the head of a headline: 青石|市四大班子领导参加…."""
ON_BEHALF = pattern(f"(?<=[，。；：\n]受)(?P<name>[{HAN}·]{{2,8}}?)(?:同志)?(?:的)?委托(?=，)")
"""受高远委托，副县长何明川…: who sends a leader has an office."""
SPEAKS_FOR = pattern(
    f"(?<=[。”\n])(?P<name>[{HAN}]{{2,3}}?)(?:同志)?(?:在|首先|简要|介绍|随后|向|对)[^。；：\n]{{2,50}}，(?:并|还|同时)代表"
    "[县市区旗州省](?:委|政府|人民政府|四[大套个]?班子)"
)
"""何明川介绍了县情，并代表县委、县政府表示欢迎: who speaks for these bodies has an office in one of them."""
FOR_THEM = ("，并代表", "，还代表", "，同时代表")
LEADS_A_MEETING = (
    "主持(?:召开|会议|[，。])|出席(?:会议|并|仪式|活动|[，。])|参加(?:会议|座谈|调研|活动|[，。])|陪同(?:调研|检查|[，。])"
    "|为[^，。]{2,20}(?:颁奖|颁发|授牌|揭牌|授旗|剪彩)|受[^，。]{2,24}委托，"
    "|一行(?:先后|来到|深入|首先|还|到|实地|边)|边走边看"
)
"""主持会议, 陪同调研, 一行先后来到."""
SAYS = (
    "强调[，：:]|指出[，：:]|要求[，：:]|讲话[，。]|安排部署|在(?:批示|讲话|致辞|总结|点评)中(?:强调|指出|要求|表示)"
    "|作(?:了)?[^，。]{0,10}(?:讲话|发言|部署|点评)[，。]|宣读(?:了)?[^，。]{2,30}[，。]|通报(?:了)?[^，。]{0,20}[，。]"
    "|传达(?:了|学习)?[^，。]{2,30}[，。]"
)
"""强调，, 作总结讲话。, 宣读了表彰决定。"""
REPORTS = (
    "向大会(?:作|报告)|作(?:了)?(?:题为)?[^，。]{0,16}工作报告|作(?:了)?关于[^，。；\n]{2,50}?的(?:说明|报告)"
    "|代表(?:县|市|区|旗|州|镇|乡)[^，。]{0,14}(?:作|向|宣读|致)"
)
"""作政府工作报告, 代表县人民政府向大会."""
SOLE_VERB = pattern(f"(?:同志)?(?:{one_of(LEADS_A_MEETING, SAYS, REPORTS)})")
"""What one leader does behind the name alone, at the head of a clause."""
SPEAKER = f"[{HAN}]{{2,3}}"
SPOKE = pattern(f"(?<=[，。；：”\n]){SPEAKER}(?:说|表示|认为)[：，]")
DEMANDS = pattern(f"(?<=[。”\n]){SPEAKER}(?:强调|要求|指出)[：，]")
"""Somebody without a post who says something and later demands something: 高远说：…高远要求：…"""


class Met(NamedTuple):
    """Whom a text has shown so far; the collections grow while it is read."""

    found: Collection[str]
    """Leaders."""
    private: Collection[str]
    """People with a post that is no public one."""
    byline: Collection[str]


def find_bare(places: Places, met: Met) -> Iterator[tuple[int, int]]:
    """(place, length) of each bare name; who is yielded must be in `met.found` before the next one is asked for."""
    for row in _rows(places):
        names = [places.printed[at : at + length] for at, length in row]
        new = sum(name not in met.found for name in names)
        for (at, length), name in zip(row, names, strict=True):
            beside = names if len(names) > 1 and new > len(names) // 2 else ()
            if _may_be_bare(places, met, name, at, names) and not _is_misspelt(met, name, names, beside):
                yield at, length


def _rows(places: Places) -> Iterator[Sequence[tuple[int, int]]]:
    """The names that stand side by side where only leaders do: who chairs, rows of people, the heads of clauses."""
    text, headline_end = places.text, places.headline_end
    for at in chaired_in(text):
        length = places.names.length_at(at, must=True)
        if length and CHAIRS.match(text, at + length):
            yield [(at, length)]
    for match in ON_BEHALF.finditer(text) if "委托" in text else ():
        sends = places.names.length_at(match.start("name"), must=True) == len(match["name"])
        if sends and places.leads_to_name(match.end() + 1):
            yield [(match.start("name"), len(match["name"]))]
    for match in SPEAKS_FOR.finditer(text) if any(map(text.__contains__, FOR_THEM)) else ():
        if places.names.length_at(match.start("name"), must=True) == len(match["name"]):
            yield [(match.start("name"), len(match["name"]))]
    for row in rows_in(text, max(0, headline_end - 1)):
        yield whole_row(places, row)
    for at in clause_starts_in(text, headline_end):
        names = names_from(places, at, at < headline_end)
        if not names or text.endswith(CREDITED, 0, at):
            continue
        end = sum(names[-1])
        verbs = HEADLINE_VERB if at < headline_end else signs.LIST_VERB if len(names) > 1 else SOLE_VERB
        half = at < headline_end and text[at - 1 : at] == " "
        if not (HEADLINE_HALF if half else verbs).match(text, end):
            continue
        if at >= headline_end or not PLACE_BEHIND.match(text, end):
            yield names


def _may_be_bare(places: Places, met: Met, name: str, at: int, row: Sequence[str]) -> bool:
    """Whether a name without a post stands at `at` for the first time, beside the others of its `row`."""
    headline_end = places.headline_end
    first = places.printed.find(name, headline_end if at >= headline_end else 0)
    if plain(name) in met.private or name in met.byline:
        return False
    if first != at and not (
        first > headline_end and SPOKE.match(places.text, first) and DEMANDS.match(places.text, at)
    ):
        return False
    if signs.not_a_name(places.text[at : at + len(name)], listed=len(row) > 1) or _is_banner(places, name):
        return False
    if len(name) == 2 and at < headline_end and len(row) == 1 and not places.in_body(name):
        return False  # the short name of a place (兴山开展…)
    return not any(len(other) > len(name) and places.printed.startswith(other, at) for other in met.found)


def without_misspelt(
    places: Places, listed: Iterable[tuple[int, int]], met: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Names behind labels without a misspelling of somebody already met, beside whom all others of the list were met.

    区委常委梁立中…。 区领导梁立忠、何野参加: no second leader.
    """
    row: list[tuple[int, int]] = []
    for at, length in listed:
        if row and at != sum(row[-1]) + 1:
            yield from _spelt_right(places, row, met)
            row = []
        row.append((at, length))
    yield from _spelt_right(places, row, met)


def _spelt_right(places: Places, row: list[tuple[int, int]], met: Collection[str]) -> list[tuple[int, int]]:
    """The names of one list without the only one that is new, where it is a misspelling of one met above."""
    names = [plain(places.printed[at : at + length]) for at, length in row]
    new = [i for i, name in enumerate(names) if name not in met]
    if len(new) != 1 or len(row) < 2:
        return row
    above = [name for name in met if 0 <= places.printed.find(name) < row[0][0]]
    if places.printed.count(names[new[0]]) > 1 or not _is_misspelt(Met(above, (), ()), names[new[0]], names, ()):
        return row
    return row[: new[0]] + row[new[0] + 1 :]


def _is_misspelt(met: Met, name: str, row: Sequence[str], new: Sequence[str]) -> bool:
    """Whether a name is a misspelling of one already met: one character of three and more is another.

    Of a row that holds both, or whose names are mostly `new`, nobody is (沈建国、沈建军参加).
    """
    if len(name) < 3 or new:
        return False
    others = (o for o in met.found if len(o) == len(name) and o != name and o not in row)
    return any(sum(a != b for a, b in zip(o, name, strict=True)) == 1 for o in others)


def _is_banner(places: Places, name: str) -> bool:
    """Whether what looks like a name is one of a banner or a prefecture, whose bodies the text names."""
    bodies = f"{re.escape(name)}(?:委|政府|人大|政协|人民|融媒体|[^，。]{{1,4}}局)"
    return name[-1] in "旗州" and re.search(bodies, places.printed) is not None
