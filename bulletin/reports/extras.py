"""Lines around a headline that are no part of it: columns, media, accounts, authors, offices that sign, the headline once more.

In come the lines above a report, out go those of its headline set and what the others tell.
"""

from collections.abc import Sequence

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.blocks import Block
from bulletin.reports.cleanup import HAN
from bulletin.reports.credits import BULLETS
from bulletin.reports.headline_set import is_told, leads_to_the_next, stands_close
from bulletin.reports.kinds import is_slogan
from bulletin.reports.others import headlines_above
from bulletin.reports.page_lines import is_of_the_page
from bulletin.reports.repeats import without_repeats
from bulletin.reports.rows import is_a_row
from bulletin.reports.signatures import names_first
from bulletin.reports.subtitles import (
    KICKER_END,
    OWN_SUBJECT,
    PLACE_ALONE,
    SAID,
    SUBTITLE,
    plain,
    tidy,
)
from bulletin.reports.taken_up import in_common
from bulletin.values import dataclass

TAG = pattern(
    "^(?:【(?P<tag>[^】]{2,10})】$|《(?P<column>[^》]{2,8})》(?=[^，。]))[ ]*"
    "|[ ]*\\[(?P<photo>图|图片|附图|组图|视频|附视频|附图片?[0-9一二三四五六七八九十]*张?|摄影报道)\\]$"
    "|^\\[(?P<forum>[\u4e00-\u9fff]{1,6})\\][ ]*(?=[^ ]{6})"
)
BAR_TAG = pattern(
    f"^(?P<tag>[{HAN}]{{0,4}}(?:要闻|时政|头条|关注|快讯|聚焦|动态|资讯|播报|速递|简讯|新闻|图文|视频|发布|观察"
    "|热点|重磅|专题|专栏|视点|一线|在线|融媒)|乡村振兴|民生|党建|基层党建|文旅|教育|健康|法治|平安|文化|创城"
    f"|基层|营商环境|主题教育)[ ]*[丨｜|│][ ]*(?=.{{6}})"
)
"""A column before a bar: 要闻丨青石县召开防汛会议."""
DASHED_TAG = pattern(f"^(?P<tag>[{HAN}]{{0,4}}(?:动态|要闻|简讯|快讯|速递|资讯))[ ]*——[ ]*(?=.{{8}})")
"""A column before a dash: 工作动态——县长高远到石桥镇调研."""
BARS, BAR_REACH = frozenset("丨｜|│"), 12
SUBJECT = pattern("[县市区旗镇乡局委办院村]$|街道$|社区$|人大$|政协$")
"""A tag that is the headline's subject: 【石鼓镇】召开…."""
SHORTEST_KICKER, SHORTEST_SUBTITLE, SHORTEST_ALONE, SHORTEST_TITLE = 6, 5, 10, 8
LONGEST_ACCOUNT, LONGEST_OFFICE, LONGEST_WORD = 8, 12, 2
ACCOUNT_BEGINS = frozenset("看爱微新最")
ACCOUNT = pattern(
    "(?![^ ]{0,4}(?:走进|来到|聚焦|情系|服务|[赴到进在访爱为让与和把]))[\u4e00-\u9fff0-9]{2,9}(?:社区|街道|林场"
    "|农场|中学|小学|幼儿园|支部|党委|苏木|嘎查|融媒|党建)"
)
MEDIUM = pattern(
    f"[{HAN}]{{2,10}}(?:融媒体?中心|新闻网|日报|晚报|周报|时报|电视台|客户端)"
    f"|(?!海报|板报)[{HAN}]{{1,5}}[^简快汇年警捷喜通海板预情举申填上回日晚周时]报"
)
SITE = pattern(f"[{HAN}]{{2,8}}[省市县区旗州](?:人民政府|政府网|政务网|信息网)(?:门户)?(?:网站?)?")
COLUMN = pattern(
    f"(?:[{HAN}]{{0,4}}(?:工作|政务|时政|县区|乡镇|部门|基层|党建|综合))?(?:动态|要闻|新闻|快讯|简讯|资讯)"
    f"|[{HAN}]{{2,4}}新闻(?:时政|综合|图片|社会|本地)?(?:要闻|新闻|动态|资讯)|领导活动集?锦?"
    "|(?:政务|政府|信息)+公开"
)
LEAST_SHARED = 4
"""How much a page's own title has of the headline set below its site line."""
OFFICE_END = pattern("(?:社区|街道|[镇乡村局委办院校]|林场|中心|小学|中学|幼儿园|支队|大队|公司)$")
OUTLET = pattern(
    f"(?:云上|掌上|今日|微|清廉|最|爱)[{HAN}]{{2,4}}"
    f"|(?:原创[ ]*(?:[{HAN}]{{2,8}}[ ]+)?)?(?![织筑打搭架建铺守护抓推促聚助让把为以用共齐听][{HAN}]{{3}})[{HAN}]{{1,10}}(?:网"
    "|(?<![汇通申举预情回])报|(?<![平舞])台|(?<!合作)社|站|客户端|融媒体?(?:中心)?|发布)"
)
"""A line below the headline that names who published it; no second half of it (织密民生保障网, 听取工作汇报)."""
COLUMNS = frozenset(
    [
        "图片新闻",
        "图片报道",
        "要闻",
        "时政要闻",
        "简讯",
        "短讯",
        "快讯",
        "一句话新闻",
        "综合新闻",
        "社会新闻",
        "本地新闻",
        "新闻简讯",
        "短新闻",
        "导读",
        "编者按",
    ]
)
OFFICE = pattern(
    f"[{HAN}]{{1,6}}?[县市区旗州镇乡](?![{HAN}]{{0,20}}(?:建成|成立|走进|举行|召开|启用|揭牌|赴|到|入驻|获|开展"
    f"|调研|慰问))[{HAN}]{{0,20}}(?:办公室|委员会|[局院]|支队|大队|人民政府|宣传部|组织部|融媒体中心)"
)
"""A line below the headline that names the office that signs."""

DIGEST = pattern("一周|每周|简[讯报]|大事记|日志")
"""The headline of a digest: 要闻简报, 9月大事记."""


@dataclass(slots=True)
class Above:
    """What is left of the lines above a report, and what was taken out of them."""

    lines: list[str]
    blocks: list[Block]
    column: str = ""
    outlet: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    posted: tuple[str, ...] = ()

    def drop_first(self, count: int = 1) -> None:
        """Without the first lines."""
        self.lines, self.blocks = self.lines[count:], self.blocks[count:]

    def drop_last(self) -> str:
        """Without the last line, which is given back."""
        last = self.lines[-1]
        self.lines, self.blocks = self.lines[:-1], self.blocks[:-1]
        return last


def without_extras(blocks: list[Block], below: Sequence[str], first: bool = False, site: bool = False) -> Above:
    """The lines above a report whose first paragraphs are `below`, without those that are no headline.

    `first` tells that the report is the first of its file, `site` that a page's site line stands right above its text.
    """
    opening = below[0] if below else ""
    lines, column, outlet = _take_tags([tidy(block.text) for block in blocks], below)
    above = Above(lines, blocks, column, outlet)
    _take_authors(above)
    _take_columns(above)
    if above.lines and above.blocks[0].kind != "mark" and (others := headlines_above(above.lines, opening)):
        above.outlet = (*above.outlet, *above.lines[:others])
        above.drop_first(others)
    _take_words_around_site(above)
    _take_title_of_page(above)
    _take_lines_of_pages(above, below, first, site)
    _take_columns(above)  # what stood below a line of the page
    _take_accounts(above, opening)
    above.lines, above.blocks, twice = without_repeats(above.lines, above.blocks)
    above.outlet = (*above.outlet, *twice)
    lines = above.lines
    if len(lines) > 1 and OFFICE.fullmatch(plain(lines[-1])) and not KICKER_END.search(plain(lines[-2])):
        above.signed = (*above.signed, above.drop_last())
    return above


def _take_authors(above: Above) -> None:
    """Names alone above the headline, or below it."""
    lines, blocks = above.lines, above.blocks
    if lines and blocks[0].kind != "mark" and (first := names_first(lines[0])):
        above.signed = first
        above.drop_first()
    elif len(lines) > 1 and (names := names_first(lines[-1], below=True)):
        if BULLETS.match(lines[-1]):
            above.signed = names
            above.drop_last()
        elif len(names) > 1 or (not any(block.below_site for block in blocks[1:]) and len(names[0]) > LONGEST_WORD):
            above.posted = names
            above.drop_last()


def _take_columns(above: Above) -> None:
    """Names of columns above the headline."""
    at = _below_columns(above.lines) if above.blocks and above.blocks[0].kind != "mark" else 0
    if at:
        first = 0 if above.column else 1
        above.outlet = (*above.outlet, *above.lines[first:at])
        above.column = above.column or above.lines[0]
        above.drop_first(at)


def _take_lines_of_pages(above: Above, below: Sequence[str], first: bool, site: bool) -> None:
    """What the page printed there: buttons, columns, advertisements; above a site line the last one is the headline if the text has a word of it."""
    lines, blocks = above.lines, above.blocks
    if not below or len(lines) != len(blocks) or (first and len(lines) == 1):
        return
    items, digests = BULLETS.match(below[0]) is not None, [i for i, line in enumerate(lines) if DIGEST.search(line)]
    if digests and not items and sum(map(is_a_row, below)) < 2:
        digests = []
    if items and not digests:
        return  # a list of items need not have a word of its headline
    asked = [i for i, block in enumerate(blocks) if block.kind != "mark" and i not in digests[-1:]]
    taken = {
        i for i in asked if is_of_the_page(lines[i], below, first and not i, len(lines) > 1) and not is_told(lines, i)
    }
    last = len(lines) - 1
    if last in taken and (
        (site and len(taken) == len(lines) and _has_a_word_in(lines[last], below))
        or (last and last - 1 not in taken and stands_close(blocks[last], below[0]))
    ):
        taken.discard(last)
    taken -= {i for i in taken if i + 1 not in taken and leads_to_the_next(blocks, i, "" if first else below[0])}
    if taken:
        above.outlet = (*above.outlet, *(lines[i] for i in sorted(taken)))
        above.lines = [line for i, line in enumerate(lines) if i not in taken]
        above.blocks = [block for i, block in enumerate(blocks) if i not in taken]


def _has_a_word_in(line: str, below: Sequence[str]) -> bool:
    """Whether the text has any two characters together of a line that no bullet marks as one of a menu."""
    return not BULLETS.match(line) and in_common(fold(line), fold("".join(below))) > 0


def _take_accounts(above: Above, opening: str) -> None:
    """Who published the report, above its headline or below it."""
    first = fold(above.lines[0]) if len(above.lines) > 1 and len(above.lines[1]) >= SHORTEST_TITLE else ""
    site = len(above.blocks) > 1 and len(above.blocks) == len(above.lines) and above.blocks[1].below_site
    if first and (MEDIUM.fullmatch(first) or SITE.fullmatch(first) or (site and OUTLET.fullmatch(first))):
        above.outlet = (*above.outlet, above.lines[0])
        above.drop_first()
    while len(above.lines) > 1:
        last, head = above.lines[-1], above.lines[0]
        if not (OUTLET.fullmatch(plain(last)) or _is_named_in(last, head, opening)):
            break
        above.outlet = (*above.outlet, above.drop_last())


def _take_words_around_site(above: Above) -> None:
    """文摘, 青石: words of the page beside its site line."""
    lines, blocks = above.lines, above.blocks
    told = bool(lines) and len(lines[0]) > SHORTEST_KICKER and not KICKER_END.search(plain(lines[0]))
    if told and len(lines) == len(blocks) and any(block.below_site for block in blocks[1:]):
        kept = [i for i, line in enumerate(lines) if not i or len(line) >= SHORTEST_SUBTITLE]
        above.outlet = (*above.outlet, *(line for line in lines[1:] if len(line) < SHORTEST_SUBTITLE))
        above.lines, above.blocks = [lines[i] for i in kept], [blocks[i] for i in kept]


def _take_title_of_page(above: Above) -> None:
    """The page's own words for the headline that it prints whole below its site line: kicker (…时强调) and what was demanded."""
    lines, blocks = above.lines, above.blocks
    if not 2 < len(lines) == len(blocks) or not blocks[1].below_site or blocks[0].kind == "mark":
        return
    if SAID.search(plain(lines[1])) and in_common(fold(lines[0]), fold("".join(lines[1:]))) >= LEAST_SHARED:
        above.outlet = (*above.outlet, lines[0])
        above.drop_first()


def _below_columns(lines: list[str]) -> int:
    """Where the headline begins below names of columns (要闻 / 代表工作): short lines that a longer one follows."""
    at = next(
        (i for i, line in enumerate(lines) if len(line) >= SHORTEST_KICKER and not COLUMN.fullmatch(fold(line))), 0
    )
    if not at or len(lines[at]) < SHORTEST_TITLE or SUBTITLE.match(lines[at]) or lines[at - 1][-1] in "：:":
        return 0
    return 0 if PLACE_ALONE.fullmatch(fold(lines[at - 1])) and not OWN_SUBJECT.match(fold(lines[at])) else at


def _is_named_in(line: str, head: str, told: str) -> bool:
    """Whether a last line is the school or office that headline or text names, whose account published it."""
    if len(head) >= SHORTEST_ALONE and ACCOUNT.fullmatch(fold(line)):
        return not KICKER_END.search(plain(head))
    if len(line) <= LONGEST_OFFICE and line in told and OFFICE_END.search(fold(line)):
        return len(line) < len(head) and not KICKER_END.search(plain(head))
    if line[:1] in ACCOUNT_BEGINS and len(line) in (3, 4) and line[1:] in head + told:
        return not KICKER_END.search(plain(head))  # 看青石
    return len(line) <= LONGEST_ACCOUNT and line in head and line != head and not KICKER_END.search(plain(head))


def _take_tags(lines: list[str], below: Sequence[str] = ()) -> tuple[list[str], str, tuple[str, ...]]:
    """Columns (要闻丨, 【图片新闻】 on a line of its own) away from the headline; [图] tells nothing and stays out of it too.

    What is printed in brackets on the headline's own line (【快讯】…, …（图）) is part of it; so is a work that the text itself names
    (《早安青石》走进石桥村).
    """
    column, kept, dropped = "", list[str](), list[str]()
    for line in lines:
        if line.replace(" ", "") in COLUMNS:
            column = line.replace(" ", "")
            continue
        if len(lines) > 1 and line[:1] == "【" and line[-1] == "】" and is_slogan(line[1:-1]):
            dropped.append(line)
            continue
        if not BARS.isdisjoint(line[:BAR_REACH]) and (bar := BAR_TAG.match(fold(line))):
            dropped.append(line[: bar.end()].strip())
            column, line = line[bar.start("tag") : bar.end("tag")], line[bar.end() :]
        elif "——" in line[:BAR_REACH] and (dash := DASHED_TAG.match(fold(line))):
            dropped.append(line[: dash.end()].strip())
            column, line = line[dash.start("tag") : dash.end("tag")], line[dash.end() :]
        for _ in range(2 if line and (line[0] in "【《[" or line[-1] in "）)]") else 0):
            if (match := TAG.search(fold(line))) and not SUBJECT.search(match["tag"] or match["forum"] or ""):
                if match["column"] and any(f"《{match['column']}》" in fold(text) for text in below):
                    break
                group = "tag" if match["tag"] else "column" if match["column"] else ""
                if group:
                    dropped.extend([column] if column else [])
                    column = line[match.start(group) : match.end(group)]
                else:
                    dropped.append(line[match.start() : match.end()].strip())
                line = (line[: match.start()] + line[match.end() :]).strip()
        if line:
            kept.append(line)
    return kept, column, tuple(dropped)
