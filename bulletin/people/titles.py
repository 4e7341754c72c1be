"""Posts in front of a name: 县委常委、县政府党组副书记、常务副县长江北 → three posts, as places in the text.

In comes a folded text and the place of a name, out go the posts before it. A post is read from its end: an office word,
then what may stand inside a post (bodies, departments, 副 常务 代 …), then a place or a body's own name back to a mark or
to a word behind which a post begins (陪同, 由, 上午). It is cut at 、 at a comma, at 兼 and where two posts touch.
Nothing is completed or corrected.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from bulletin.patterns import compiled, pattern
from bulletin.people.bodies import OWN, SHORT_BODY, phrase_before
from bulletin.people.body_names import OF_WORK, OF_WORK_FIRST
from bulletin.people.characters import HAN
from bulletin.people.private_bodies import is_private
from bulletin.people.tree import tree
from bulletin.people.vocabulary import title_words

LONGEST_RUN = 24
LONGEST_POST = 64
LONGEST_OFFICE = 10
MOST_POSTS = 8
RUN = pattern(f"[{HAN}·]*")


class Titles(NamedTuple):
    """Posts that stand directly before a name: (start, end) of each, from left to right; where the first begins."""

    items: tuple[tuple[int, int], ...]
    start: int
    last: str
    private: bool
    """Whether the last post is not a public one (董事长, 村支书 …)."""


@cache
def _offices() -> str:
    """An office word, in a text that is read from its end."""
    return tree(word[::-1] for word in title_words().office)


@cache
def _office_backward() -> re.Pattern[str]:
    return compiled(_offices())


@cache
def _post_backward() -> re.Pattern[str]:
    """An office word and all that may stand inside a post, read from the end; group 1 where another office touches it."""
    words = title_words()
    office, inner = _offices(), tree(word[::-1] for word in words.inner)
    return compiled(f"{office}(?:(?!{office}){inner})*+(?=({office})?)")


def office_before(text: str, at: int) -> str:
    """The longest office word that ends before `text[at]`, or an empty string."""
    return _office(text[max(0, at - LONGEST_OFFICE) : at])


@lru_cache(maxsize=50_000)
def _office(piece: str) -> str:
    match = _office_backward().match(piece[::-1])
    return match[0][::-1] if match else ""


GIVEN_TO, HELD = ("为", "任", "当选"), ("现任", "时任", "历任", "原任", "曾任", "新任")
"""Behind one of the first stands a post of somebody named before."""
OF_A_TEAM = frozenset((
    "组长", "副组长", "指挥长", "副指挥长", "总指挥", "副总指挥", "队长", "总队长", "政委", "双组长", "召集人", "第一组长",
))  # fmt: skip


def _next_end(text: str, start: int) -> int:
    """Where another post of the same person would end: before a mark, 兼 or 现任, or where the one from `start` begins."""
    before = text[start - 1 : start]
    if before == "任" and text.endswith(BESIDES, 0, start):
        start -= 2
        before = text[start - 1 : start]
    elif before and before in MARKS_BETWEEN and text.endswith(DOUBLED, 0, start):
        return start - 2
    return start - (before != "" and before in MARKS_BETWEEN)


STANDS_IN = ("负责人", "负责同志")
"""Who heads a body without an office of it: no post beside others, but that of a name right behind it."""


def _touched(text: str, start: int, inner: int) -> int:
    """Where a post begins whose place has another post in it, for want of a 、: 州委常委|州政法委书记, 县财政局党组成员|农开办主任."""
    for at in range(inner, start, -1):
        own = text[at] in OWN and at > start + 1
        if (own and len(office_before(text, at)) > 1) or text.endswith(OF_A_COMMITTEE, 0, at):
            return at
    return start


OF_A_COMMITTEE = ("党组成员", "党委委员", "党工委委员", "党委副书记", "党组副书记", "党组书记")
"""Posts that no body is named after."""
SERVED = ("接待", "接访", "采访", "宣讲", "汇报", "联系", "迎接", "走访", "访问")
BESIDES = ("兼任", "现任")
MARKS_BETWEEN = "、，,兼"
DIGITS = pattern("[0-9]{1,3}\\Z")
DOUBLED = ("，、", "，，", "、、", "、，")
"""Marks that mirror sites print twice between two posts of one person."""
CANDIDATE = ("提名人选", "候选人", "人选", "候选人提名人选", "人选提名", "提名候选人")


def titles_before(text: str, at: int) -> Titles | None:
    """The posts that end before `text[at]`; None where no office word stands there."""
    items: list[tuple[int, int]] = []
    post, end = _post_backward(), at
    while len(items) < MOST_POSTS:
        whole = end
        if items and text[end - 1 : end] == "）" and (note := NOTE.search(text, max(0, end - LONGEST_NOTE), end)):
            end = note.start()
        backward = text[max(0, end - LONGEST_POST) : end][::-1]
        match = post.match(backward)
        if not match or (items and text.endswith(STANDS_IN, 0, end)):
            break  # 各部门负责人，|副县长高远
        start = end - match.end()
        if match[1] is None and backward[match.end() : match.end() + 1] >= "·":
            start -= _place_before(backward, match.end(), end)
            start = _touched(text, start, end - match.end())
        start += _of_this_township(text, start)
        start -= _quoted_before(text, start, end) or _bracket_before(text, start, end)
        if text[start] in "团师" and (digits := DIGITS.search(text, max(0, start - 3), start)):
            start = digits.start()  # 143|团党委书记
        items.append((start, whole))
        end = _next_end(text, start)
    if not items:
        return None
    items.reverse()
    of_a_team = text[slice(*items[0])] in OF_A_TEAM and text[items[0][1] : items[0][1] + 1] in MARKS_BETWEEN
    if text.endswith(GIVEN_TO, 0, items[0][0]) and (of_a_team or not text.endswith(HELD, 0, items[0][0])):
        behind = [i for i in range(1, len(items)) if text[items[i - 1][1]] in "，,"]
        items = items[behind[-1] :] if behind else items  # 高远任组长，|县长何明川任副组长
        if len(items) > 1 and text[slice(*items[0])] in OF_A_TEAM:
            items = items[1:]  # 高远任组长、|县长何明川任副组长
    for i in range(len(items) - 1, 0, -1):
        if text[items[i][0] : items[i][1]] in CANDIDATE and items[i - 1][1] == items[i][0]:
            items[i - 1 : i + 1] = [(items[i - 1][0], items[i][1])]  # 镇长提名人选 is one post
    start, end = items[-1]
    last = text[start:end]
    private = last.startswith("名誉") or (
        is_private(last) and not any(_is_public(text[slice(*item)], last) for item in items[:-1])
    )
    if len(items) > 1:
        first = text[slice(*items[0])]
        private = private or (_of_a_house(first) and last[0] not in OWN) or (_of_a_village(first, last))
    return Titles(tuple(items), items[0][0], last, private)


PUBLIC_TOO = pattern(
    "[省市县区旗州](?:委(?!员)|(?:人民)?政府)|关工委"
    "|(?<![一二三四五六七八九十某])局(?:党组|党委)?副?(?:书记|局?长)$"
    "|(?:残联|贸促会|科协|侨联|红十字会|文联|社科联|工商联|计生协|供销社|供销联社"
    "|供销合作社(?:联合社)?)党组(?:副?书记|成员)$|(?:^|[^部院])副?[县市区旗州省]长$|(?:自治区|政协)原?副?主席$"
    "|人大(?:常委会)?原?副?主任$"
)
"""A post of party or government before a private one: 省委宣传部副部长、报业集团社长. One of honour (名誉副县长) is none."""


def _is_public(title: str, last: str) -> bool:
    if PUBLIC_TOO.search(title):
        return "名誉" not in title
    return OF_A_STAFF.search(last) is not None and title.endswith(("党委委员", "党组成员")) and not is_private(title)


OF_A_STAFF = pattern("(?<![医护务教后勤])(?:科科|股股|庭庭|支队队|大队队|分局局|所所|站站)长$")
"""A post of a part of a bureau, which is public where its holder sits in the bureau's committee: 党委委员、组织科科长."""


HOUSE = pattern(
    "(?<!党)校(?:党委|纪委)"
    "|(?:大学|学院|公司|集团|银行|医院|[商协学]会|联盟)(?:党委|党组|纪委|常务|第一)?副?(?:书记|常委|主席|会长"
    "|理事长|董事长|总?经理|行长|总裁)"
)


@lru_cache(maxsize=20_000)
def _of_a_house(title: str) -> bool:
    """Whether a post is one of a school, a firm or a society: the ones behind it, without a body of their own, are so too."""
    return bool(HOUSE.search(title)) and is_private(title)


VILLAGE_HEAD = pattern("(?:社区|(?<!农)村)(?:党总支|党支部|总支|支部|党委|两委)?副?书记$")
VILLAGE_POST = pattern("(?:[村居]委会)?副?主任|副?书记")


def _of_a_village(first: str, last: str) -> bool:
    """Whether a bare post belongs to one of a village or a quarter: 社区书记、主任."""
    return VILLAGE_POST.fullmatch(last) is not None and VILLAGE_HEAD.search(first) is not None


def _quoted_before(text: str, start: int, end: int) -> int:
    """The length of words in quotes that a body's name begins with, and of the place before them: 县“三创”指挥部(指挥长)."""
    if start < 3 or "”" not in text[max(0, start - LONGEST_LINK) : start]:
        return 0
    whole, start = start, text.rfind("”", 0, start) + 1
    if not (QUOTED_BODY.match(text, start, end) and QUOTED_BODY.sub("", text[start:whole]) == ""):
        return 0
    if whole > start and text[whole] in OWN:
        return 0  # 围绕“三创”工作|县委书记
    quote = text.rfind("“", max(0, start - LONGEST_QUOTE), start)
    if quote < 0 or MARK_INSIDE.search(text, quote, start):
        return 0
    run = RUN.match(text[max(0, quote - LONGEST_RUN) : quote][::-1])
    piece = run[0][::-1] if run else ""
    return whole - quote + (phrase_before(piece, len(piece) < LONGEST_RUN, False, False) if piece else 0)


def _bracket_before(text: str, start: int, end: int) -> int:
    """The length of a body with another name in brackets before a post: 市工商联（总商会）(党委书记)."""
    if text[start - 1 : start] != "）":
        return 0
    opens = text.rfind("（", max(0, start - LONGEST_BRACKET), start - 1)
    if opens < 2 or not ANOTHER_NAME.fullmatch(text, opens + 1, start - 1):
        return 0
    whole = (text[max(0, opens - LONGEST_POST) : opens] + text[start:end])[::-1]
    match = _post_backward().match(whole)
    if match is None:
        return 0
    length = match.end()
    if match[1] is None and whole[length : length + 1] >= "·":
        length += _place_before(whole, length, len(whole))
    return start - opens + length - (end - start) if length > end - start else 0


BEGINS_A_CLAUSE = ("", "\n", "，", "。", "；", "、", "：")
LONGEST_BRACKET, LONGEST_NOTE = 14, 6
ANOTHER_NAME = pattern(f"[{HAN}]{{1,10}}(?:[会局办委社院校站所部室组队馆处厅区园联]|中心|公司|基地)|公司")
NOTE = pattern("（(?:兼职?|挂职|代|主持工作|[正副]?[县处科厅]级|援[藏疆青])）\\Z")
"""What may stand behind an office between two posts of one person: 副主委（兼）、县政协副主席."""
QUOTED_BODY = pattern(
    "工?[委办]|办公室|指挥部|领导小组|工作|专班|联席|联系|建设|活动|行动|工程|项目|攻坚|整治|创建|改革|服务|志愿"
    "|产业|示范|志"
)
MARK_INSIDE = pattern("[，。；：\n]")
LONGEST_QUOTE, LONGEST_LINK = 16, 8


def _place_before(backward: str, at: int, end: int) -> int:
    """The length of a place or a body's own name before a post: 青石(县委书记), 石鼓镇(党委书记).

    `backward` is the text before `end`, read from there; the post takes `at` characters of it.
    """
    run = RUN.match(backward, at, at + LONGEST_RUN)
    if not run or run.end() == at:
        return 0
    piece, first = run[0][::-1], backward[at - 1]
    of_a_body = len(piece) > SHORT_BODY and (piece[-1] in "局厅" or (first in OF_WORK_FIRST and _of_work(backward, at)))
    at_mark = len(piece) < LONGEST_RUN or end - at == LONGEST_RUN
    of_a_banner = first == "旗" and piece[-1] in "前后中"  # 察右前旗
    before = backward[run.end() : run.end() + 1 + LONGEST_OFFICE][::-1]
    between = at_mark and 4 < len(piece) < LONGEST_RUN and before.endswith("、") and bool(_office(before[:-1]))
    if first == "中" and piece.endswith(SERVED) and backward.startswith("心", at - 2):
        return max(0, phrase_before(piece + "中心", at_mark, False, False) - len("中心"))  # 信访接待|中心主任
    length = phrase_before(
        piece, at_mark, first in "乡镇苏街" or of_a_banner, first in "县市区旗地", of_a_body, between
    )
    if length == 0 and first == "乡" and backward[at - 2] in "县市" and piece[-1] not in OWN:
        return 1  # 和金|乡县委常委: the county is called so
    if length == len(piece) - 1 > 1 and piece[0] in "上中下" and before[-1:] in BEGINS_A_CLAUSE:
        return length + 1  # ，上河市人才(服务中心主任): behind a mark 上 is no word
    if length == 1 and piece[-1] == first:
        return int(piece == "市" and backward.startswith("场", at - 2))  # 我县|县委书记, but 市|市场监管局局长
    return length


def _of_this_township(text: str, start: int) -> int:
    """How many characters before a post only tell of which township it is: 该乡|乡长, 本镇|镇长."""
    this = start + (text[start] == "本")
    own = text[this] in "乡镇" and text[this + 1] == text[this] and text[this - 1] in "该我本"
    return this + 1 - start if own else 0


def _of_work(backward: str, at: int) -> bool:
    """Whether the post of `at` characters begins with the end of a body's name."""
    return OF_WORK.match(backward[max(0, at - 4) : at][::-1]) is not None
