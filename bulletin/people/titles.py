"""Posts in front of a name: 县委常委、县政府党组副书记、常务副县长江北 → three posts, as places in the text.

In comes a folded text and the place of a name, out go the posts before it. A post is read from its end: an office word,
then what may stand inside a post (bodies, departments, 副 常务 代 …), then a place or a body's own name back to a mark or
to a word behind which a post begins (陪同, 由, 上午). It is cut at 、 at a comma, at 兼 and where two posts touch.
Nothing is completed or corrected.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from bulletin.people.names import HAN
from bulletin.people.vocabulary import title_words

LONGEST_RUN = 16
RUN = re.compile(f"[{HAN}·]*\\Z")
PLACE = re.compile(
    f"[{HAN}·]{{1,11}}(?:自治区|自治州|自治县|自治旗|地区|省|市|县|区|旗|州|盟|镇|乡|街道|苏木|开发区|园区|林场|农场|新区|兵团|团场|国|厅|局|办|部|委|院|会|室|站|所|队|处|社|库|中心|馆|校|产业|工程|项目|工作|建设|行业|系统|集团|公司|村|小学|中学|大学|医院|厂|矿)$"
)
LONGEST_BARE_PLACE = 4
LONGEST_PHRASE = 12
BODY_INSIDE = re.compile("^[县市区旗省州镇乡]|[县市区旗省州局厅委院办镇乡]")
PRIVATE_BODIES = re.compile(
    "公司|集团|企业|(?<!供销)合作社|协会|商会|学会|医院|卫生院|卫生室|学校|中学|小学|大学|学院|幼儿园|(?:银行|农商行)|支行|(?<![农乡新])村(?!镇|振兴|委)|(?<!农)村委|社区|居委会|车间|酒店|超市|基金会|俱乐部|工厂|厂(?=[党支副书厂主])|门诊|研究院|科室|教研|项目部|(?<!供销合作社)联合社|分行|信用社|联社(?<!供销联社)|茶社|剧团|派出所|卫生服务|嘎查|支部|楼栋|网格|小组长|艺术团|合唱团|剧团|歌舞团|旅行团|[内外儿妇]科|(?:养老|护养|敬老|福利|疗养|托养)院"
)
PUBLIC_BODIES = re.compile(
    "人武部|交警|大队|支队|总队|公安|消防|兵团|党校|残联|供销|红十字|工商联|县委|市委|区委|旗委|省委|人大|政协|政府|法院|检察院|指挥部|领导小组|街道(?!.*社区)|(?<!村民)委员会|管委会|总工会|妇联|科协|文联|[局厅](?=[党副局长])"
)


@dataclass(frozen=True, slots=True)
class Titles:
    """Posts that stand directly before a name: (start, end) of each, from left to right; where the first begins."""

    items: tuple[tuple[int, int], ...]
    start: int
    last: str
    private: bool
    """Whether the last post is not a public one (董事长, 村支书 …)."""


def office_before(text: str, at: int) -> str:
    """The longest office word that ends before `text[at]`, or an empty string."""
    if at > 1 and (words := title_words().office.get(text[at - 2 : at])):
        for word in words:
            if text.endswith(word, 0, at):
                return word
    return ""


CANDIDATE = ("提名人选", "候选人", "人选")


def titles_before(text: str, at: int) -> Titles | None:
    """The posts that end before `text[at]`; None where no office word stands there."""
    items: list[tuple[int, int]] = []
    end = start = at
    while len(items) < 8 and (office := office_before(text, end)):
        start = _post_start(text, end, office)
        items.insert(0, (start, end))
        joint = "兼" if text.endswith("兼", 0, start) else "兼任" if text.endswith("兼任", 0, start) else ""
        if start and text[start - 1] in "、，," and office_before(text, start - 1):
            end = start - 1
        elif joint and office_before(text, start - len(joint)):
            end = start - len(joint)
        elif office_before(text, start):
            end = start
        else:
            break
    if not items:
        return None
    for i in range(len(items) - 1, 0, -1):
        if text[items[i][0] : items[i][1]] in CANDIDATE and items[i - 1][1] == items[i][0]:
            items[i - 1 : i + 1] = [(items[i - 1][0], items[i][1])]  # 镇长提名人选 is one post
    last = text[items[-1][0] : items[-1][1]]
    return Titles(tuple(items), start, last, is_private(last))


@lru_cache(maxsize=20_000)
def is_private(title: str) -> bool:
    """Whether a post is not a public office: company heads, village secretaries, heads of schools and hospitals."""
    private = [m.end() for m in PRIVATE_BODIES.finditer(title)]
    public = [m.end() for m in PUBLIC_BODIES.finditer(title)]
    if private and (not public or private[-1] > public[-1]):
        return True
    if public:
        return False
    return any(title.endswith(word) for word in title_words().private)


def _post_start(text: str, end: int, office: str) -> int:
    """Where the post that ends before `text[end]` begins."""
    floor = max(0, end - 40)
    start = end - len(office)
    while start > floor:
        word = _word_before(text, start)
        if not word or (office_before(text, start) and text[start - 2 : start] not in ("党组", "党委")):
            break
        start -= len(word)
    if office_before(text, start):
        return start
    return start - _place_before(text, start)


def _word_before(text: str, at: int) -> str:
    """The longest word that may stand inside a post and ends before `text[at]`."""
    words = title_words()
    for word in words.inner.get(text[at - 2 : at], ()) if at > 1 else ():
        if text.endswith(word, 0, at):
            return word
    return text[at - 1] if text[at - 1] in words.inner_ones else ""


def _place_before(text: str, at: int) -> int:
    """The length of a place or a body's own name that ends before `text[at]`: 青石(县委书记), 石鼓镇(党委书记)."""
    begin = max(0, at - LONGEST_RUN)
    run = RUN.search(text[begin:at])
    piece = run[0] if run else ""
    if not piece:
        return 0
    at_mark = len(piece) < at - begin or (begin == 0 and len(piece) == at)
    length = _phrase(piece, at_mark, text[at] in "乡镇苏", text[at] in "县市区旗")
    return 0 if length == 1 and piece[-1] == text[at] else length  # 我县|县委书记


@lru_cache(maxsize=20_000)
def _phrase(piece: str, at_mark: bool, township: bool, county: bool) -> int:
    """How much of the end of `piece` belongs to a post.

    `at_mark`: a mark stands before it; `township`: 乡 or 镇 stands behind it, so that it ends with a name; `county`: 县,
    市, 区 or 旗 does.
    """
    if county and at_mark and len(piece) == 2 and not title_words().before.match(piece) and piece[0] not in "会日晚早":
        return 2  # 汶上(县委常委), whose second character is also a word behind which a post begins
    party = piece.rfind("中共")
    if party >= 0 and len(piece) - party <= LONGEST_PHRASE:
        return len(piece) - party
    cut = 0
    for match in title_words().before.finditer(piece):
        after = match.start() + len(match[1])
        rest = len(piece) - after
        inside = len(match[1]) == 1 and (
            (rest == 1 and piece[-1] not in "县市区省旗州镇乡")
            or (piece[match.start() : after + 1] in INSIDE and not _joins(piece, match))
            or (
                township
                and not rest
                and not _joins(piece, match)
                and (match.start() or match[1] not in "由在受被到和与向对")
            )
        )
        inside = inside or (match[1] in "和与及" and at_mark and bool(OF_A_BODY.match(piece[: match.start()])))
        if after > cut and not inside:
            cut = after
    if not cut:
        if at_mark and (len(piece) <= LONGEST_BARE_PLACE or (len(piece) <= LONGEST_PHRASE and _is_place(piece))):
            return len(piece)
        whole = at_mark and (
            len(piece) <= 6 or (len(piece) <= LONGEST_PHRASE and BODY_INSIDE.search(piece) is not None)
        )
        return len(piece) if whole else 0
    rest_text = piece[cut:]
    return len(rest_text) if _is_place(rest_text) else 0


def _joins(piece: str, match: re.Match[str]) -> bool:
    """Whether 和 stands between a name and the post of the next one (吴中和镇长…, 高远和县水利局局长…), not in 太和镇, 和县."""
    return match[1] in "和与及" and match.start() > 1 and piece[match.start() - 1] not in "县市区旗州省乡镇"


OF_A_BODY = re.compile("(?:县|市|区|旗|省|州|自治区)(?!.*[长委府协])[^的]{2,8}\\Z")
INSIDE = frozenset(
    [
        "自治",
        "中心",
        "中医",
        "中小",
        "中国",
        "中共",
        "中原",
        "上海",
        "上级",
        "日照",
        "日喀",
        "后勤",
        "里程",
        "里塘",
        "里耶",
        "前郭",
        "前进",
        "时代",
        "上犹",
        "上饶",
        "上高",
        "下关",
        "下陆",
        "任丘",
        "任县",
        "任城",
        "和县",
        "和田",
        "和平",
        "和顺",
        "和静",
        "对外",
        "对口",
        "对台",
        "向阳",
        "由义",
        "中山",
        "中卫",
        "中牟",
        "中阳",
        "中宁",
        "上林",
        "上思",
        "上杭",
        "上栗",
        "上蔡",
        "有关",
        "来安",
        "来宾",
        "来凤",
        "自贡",
        "自然",
        "让胡",
        "为民",
        "的卢",
        "后旗",
        "前旗",
        "中旗",
        "中方",
        "中江",
    ]
)
"""Words that only look as if a post began behind their first character."""


def _is_place(piece: str) -> bool:
    return bool(piece) and (
        len(piece) <= LONGEST_BARE_PLACE or (len(piece) <= LONGEST_PHRASE and bool(PLACE.match(piece)))
    )
