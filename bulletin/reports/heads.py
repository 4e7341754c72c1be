"""The lines above a report: kicker (引题), title (主题), subtitle (副题), column tag.

The first line with # is the title; without one, a kicker is known by its ending (…时强调), a subtitle by its dash or by
telling who chaired and who came. Kicker and subtitle are kept as printed.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.blocks import Block
from bulletin.reports.cleanup import HAN
from bulletin.reports.credits import BULLETS
from bulletin.reports.kinds import SURNAME
from bulletin.reports.others import headlines_above
from bulletin.reports.repeats import without_repeats
from bulletin.reports.signatures import names_first
from bulletin.values import dataclass

KICKER_END = pattern("(?:强调|指出|要求|提出|表示|时|寄语|勉励)[：:]?$")
SUBTITLE = pattern(
    "^(?:——|--|—)|^[（(](?:[12][0-9]{3}年)?[ ]?[0-9]{1,2}[ ]?月(?:[ ]?[0-9]{1,2}[ ]?日)?(?:[ ]?[至到—~～-]{1,2}[ ]?(?:[12][0-9]{3}年)?(?:[0-9]{1,2}[ ]?月)?(?:[ ]?[0-9]{1,2}[ ]?日)?)?[）)]$"
)
"""A dash, or nothing but the days that are told of: （3月5日至9日）."""
ATTENDANCE = pattern(
    f"(?:主持|参加|出席|陪同|讲话|致辞|宣布|作报告|列席|调研|督查|检查|一同|介绍|汇报|通报|传达|点评|带队|率队|授课|宣读|见证|揭牌)(?:[会活]?[议动])?(?:并讲话|仪式|开幕|活动|会议|情况|精神|致辞|相关工作|[{HAN}]{{0,4}})?$"
)
PEOPLE = pattern("书记|县长|市长|区长|旗长|州长|主任|主席|常委|局长|部长|领导|、")
DASH_INSIDE = pattern("[ \u3000]*(——.{4,40})$")
GLUED_KICKER = pattern("(?:强调|指出|要求|提出|寄语|勉励|叮嘱|嘱托)[：:]?$")
ATTENDED = pattern(
    "(?:参加|出席|主持|陪同|讲话|致辞|列席|主持会议|参加活动|参加会议|出席会议|陪同调研|陪同检查|出席活动|出席仪式)$"
)
TAG = pattern(
    "^(?:【(?P<tag>[^】]{2,10})】|《(?P<column>[^》]{2,8})》(?=[^，。]))[ ]*|[ ]*[（(\\[](?P<photo>图|图片|附图|组图|视频|附视频|附图片?[0-9一二三四五六七八九十]*张?|摄影报道)[）)\\]]$|^\\[(?P<forum>[\u4e00-\u9fff]{1,6})\\][ ]*(?=[^ ]{6})"
)
BAR_TAG = pattern(
    f"^(?P<tag>[{HAN}]{{0,4}}(?:要闻|时政|头条|关注|快讯|聚焦|动态|资讯|播报|速递|简讯|新闻|图文|视频|发布|观察|热点|重磅|专题|专栏))[ ]*[丨｜|│][ ]*(?=.{{6}})"
)
"""A column before a bar: 要闻丨青石县召开防汛会议."""
DASHED_TAG = pattern(f"^(?P<tag>[{HAN}]{{0,4}}(?:动态|要闻|简讯|快讯|速递|资讯))[ ]*——[ ]*(?=.{{8}})")
"""A column before a dash: 工作动态——县长高远到石桥镇调研."""
BARS, BAR_REACH = frozenset("丨｜|│"), 12
SUBJECT = pattern("[县市区旗镇乡局委办院村]$|街道$|社区$|人大$|政协$")
"""A tag that is the headline's subject: 【石鼓镇】召开…."""
SHORTEST_KICKER, SHORTEST_SUBTITLE, SHORTEST_ALONE, SHORTEST_TITLE = 6, 5, 10, 8
LONGEST_ACCOUNT, LONGEST_OFFICE, LONGEST_WORD = 8, 12, 2
ACCOUNT = pattern(
    "(?![^ ]{0,4}(?:走进|来到|聚焦|情系|服务|[赴到进在访爱为让与和把]))[\u4e00-\u9fff0-9]{2,9}(?:社区|街道|林场|农场|中学|小学|幼儿园|支部|党委|苏木|嘎查|融媒|党建)"
)
MEDIUM = pattern(f"[{HAN}]{{2,10}}(?:融媒体?中心|新闻网|日报|晚报|电视台|客户端)")
COLUMN = pattern(
    f"(?:[{HAN}]{{0,4}}(?:工作|政务|时政|县区|乡镇|部门|基层|党建|综合))?(?:动态|要闻|新闻|快讯|简讯|资讯)|领导活动集?锦?|(?:政务|政府|信息)+公开"
)
OFFICE_END = pattern("(?:社区|街道|[镇乡村局委办院校]|林场|中心|小学|中学|幼儿园|支队|大队|公司)$")
OUTLET = pattern(f"(?:原创[ ]*(?:[{HAN}]{{2,8}}[ ]+)?)?[{HAN}]{{1,10}}(?:网|报|台|社|站|客户端|融媒体?(?:中心)?|发布)")
"""A line below the headline that names who published it."""
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
GLUED = f"(?:[{SURNAME}](?:(?![在会上向到与和对给把被为的了全县市区])[{HAN}]){{1,2}}){{2,10}}"
ROW = f"(?:[{HAN}]{{2,4}}(?:[ 、][{HAN}]{{2,4}}){{0,9}}|{GLUED})"
"""Names with marks between them, or with none: 高远何明川苏青."""
NAMES_ATTEND = pattern(
    f"^{ROW}(?:等)?(?:分别|一同|应邀)?(?:主持|出席|参加|讲话|致辞|陪同|列席|宣布[开闭]幕|主持会议|出席会议|参加会议|带队|率队|授课|到会(?:祝贺|指导|讲话)|作[{HAN}]{{0,6}}(?:报告|发言|部署|点评|讲话|辅导))(?:会议|活动|大会|仪式)?(?:并(?:讲话|致辞|发言|授牌|揭牌|宣布开[幕工]|作[{HAN}]{{2,8}}))?$"
)
OFFICE = pattern(
    f"[{HAN}]{{1,6}}?[县市区旗州镇乡](?![{HAN}]{{0,20}}(?:建成|成立|走进|举行|召开|启用|揭牌|赴|到|入驻|获|开展|调研|慰问))[{HAN}]{{0,20}}(?:办公室|委员会|[局院]|支队|大队|人民政府|宣传部|组织部|融媒体中心)"
)
"""A line below the headline that names the office that signs."""
ALL_ATTEND = pattern(
    f"^(?:(?:[{HAN}]{{2,4}}?(?:[ 、][{HAN}]{{2,4}}){{0,8}}?|{GLUED})等?(?:分别|一同|应邀)?(?:主持|出席|参加|讲话|致辞|陪同|列席|宣布[开闭]幕|宣布开工|宣读|点评|到会(?:祝贺|指导|讲话)|作[{HAN}]{{0,6}}报告)(?:会议|活动|大会|仪式)?(?:并讲话)?(?:[ ]|$)){{2,4}}$"
)
ELECTED = pattern(
    f"^[{HAN}、 ]{{2,30}}?(?:当选|(?:补|被)?选(?:举)?为|被?任命为|任)[^，。：]{{0,16}}(?:主任|主席|[县市区州旗院]长|检察长|专员|秘书长|委员)$"
)
"""Who was elected at the meeting, told below the headline that it was held."""
BRACKETED = pattern("[（(][^（）()]{2,30}[）)]")
"""A line all in brackets tells of the headline above it: （3月5日至9日）, （讨论稿）."""
HELD = pattern("(?:召开|举行|闭幕|开幕)$|(?:召开|举行|举办)[^，。]{0,16}(?:会议?|全会)$")
AGENDA = pattern(
    "(?:会议)?(?:审议|表决|听取|传达|学习|研究|讨论|选举|安排|部署|总结|通报)(?:[^，。]{0,2}(?:通过|学习|部署|了))?"
)
"""What a meeting did, told below the headline that it was held."""
CHAIRED = pattern(f"^[{HAN}·]{{2,8}}主持召开[^，。]{{2,20}}$")
"""高远主持召开县长办公会: what stands below (安排部署重点工作) has the same subject and is the headline's second half."""
UNFINISHED = pattern("暨(?:[“《][^“”《》]{1,10}[”》])?$|[全我][省市县区国州旗]$|[、和与及暨]$|关于$")
"""How no headline ends: 青石县举行庆祝建站暨“柳坪杯”."""
ABOUT, NOTICE_END = pattern("关于[^，。]{4,40}$"), pattern("的?(?:通知|通告|公告|意见|决定|报告|方案|函|批复)$")
LONGEST_SPACED, SPACED_OUT = 4, pattern(f"[{HAN}](?:[ \u3000]+[{HAN}]){{2,}}")
INNER_SPACE = pattern("[ \u3000]+")


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


def make_heads(blocks: list[Block], opening: str = "") -> Heads:
    """Tell kicker, title and subtitle among the lines above a report that begins with the paragraph `opening`."""
    lines = [_tidy(block.text) for block in blocks]
    lines, column, outlet = _take_tags(lines)
    signed, posted = tuple[str, ...](), tuple[str, ...]()
    if lines and blocks[0].kind != "mark" and (signed := names_first(lines[0])):
        lines, blocks = lines[1:], blocks[1:]
    elif len(lines) > 1 and (names := names_first(lines[-1], below=True)):
        if BULLETS.match(lines[-1]):
            signed, lines, blocks = names, lines[:-1], blocks[:-1]
        elif len(names) > 1 or (not any(block.below_site for block in blocks[1:]) and len(names[0]) > LONGEST_WORD):
            posted, lines, blocks = names, lines[:-1], blocks[:-1]
    at = _below_columns(lines) if blocks and blocks[0].kind != "mark" else 0
    outlet = (*outlet, *lines[1:at])
    column, lines, blocks = column or "".join(lines[: min(at, 1)]), lines[at:], blocks[at:]
    if len(lines) > 1 and len(lines[1]) >= SHORTEST_TITLE and MEDIUM.fullmatch(fold(lines[0])):
        outlet, lines, blocks = (*outlet, lines[0]), lines[1:], blocks[1:]
    while len(lines) > 1 and (OUTLET.fullmatch(plain(lines[-1])) or _is_named_in(lines[-1], lines[0], opening)):
        outlet, lines, blocks = (*outlet, lines[-1]), lines[:-1], blocks[:-1]
    lines, blocks, twice = without_repeats(lines, blocks)
    outlet = (*outlet, *twice)
    told = bool(lines) and len(lines[0]) > SHORTEST_KICKER and not KICKER_END.search(plain(lines[0]))
    around_site = any(block.below_site for block in blocks[1:])  # 文摘, 青石: words of the page beside its site line
    if told and around_site and len(lines) == len(blocks):
        kept = [i for i, line in enumerate(lines) if not i or len(line) >= SHORTEST_SUBTITLE]
        outlet = (*outlet, *(line for line in lines[1:] if len(line) < SHORTEST_SUBTITLE))
        lines, blocks = [lines[i] for i in kept], [blocks[i] for i in kept]
    if len(lines) > 1 and OFFICE.fullmatch(plain(lines[-1])) and not KICKER_END.search(plain(lines[-2])):
        signed, lines, blocks = (*signed, lines[-1]), lines[:-1], blocks[:-1]
    if not lines:
        return Heads(column=column, outlet=outlet, signed=signed, posted=posted)
    others = headlines_above(lines, opening) if blocks[0].kind != "mark" else 0
    outlet, lines, blocks = (*outlet, *lines[:others]), lines[others:], blocks[others:]
    lines, blocks = _whole_title(lines, blocks)
    at = _title_place(blocks, lines)
    kicker, title = " ".join(lines[:at]), lines[at]
    if not kicker:
        kicker, title = _glued_kicker(title)
    below = lines[at + 1 :]
    subtitle = " ".join(below)
    if not subtitle and "——" in title and (dash := DASH_INSIDE.search(title)) and dash.start() >= 4:
        title, subtitle = title[: dash.start()], dash[1]
    if not subtitle:
        title, subtitle = _glued_subtitle(title)
    return Heads(title, kicker, subtitle, column, outlet, signed, posted)


def _below_columns(lines: list[str]) -> int:
    """Where the headline begins below names of columns (要闻 / 代表工作): short lines that a longer one follows."""
    at = next(
        (i for i, line in enumerate(lines) if len(line) >= SHORTEST_KICKER and not COLUMN.fullmatch(fold(line))), 0
    )
    return 0 if not at or len(lines[at]) < SHORTEST_TITLE or SUBTITLE.match(lines[at]) else at


def _is_named_in(line: str, head: str, told: str) -> bool:
    """Whether a last line is the school or office that headline or text names, whose account published it."""
    if len(head) >= SHORTEST_ALONE and ACCOUNT.fullmatch(fold(line)):
        return not KICKER_END.search(plain(head))
    if len(line) <= LONGEST_OFFICE and line in told and OFFICE_END.search(fold(line)):
        return len(line) < len(head) and not KICKER_END.search(plain(head))
    return len(line) <= LONGEST_ACCOUNT and line in head and line != head and not KICKER_END.search(plain(head))


def _whole_title(lines: list[str], blocks: list[Block]) -> tuple[list[str], list[Block]]:
    """The same with a headline of two lines as one, where the first cannot end there."""
    if len(lines) < 2 or len(lines) != len(blocks) or blocks[1].kind == "mark" or is_subtitle(lines[1]):
        return lines, blocks
    first, second = fold(lines[0]), fold(lines[1])
    open_mark = any(
        first.count(a) > first.count(b) and second.count(b) > second.count(a) for a, b in ("“”", "《》", "（）")
    )
    if CHAIRED.search(first) and AGENDA.match(second):
        return [f"{lines[0]} {lines[1]}", *lines[2:]], blocks[1:]
    if open_mark or UNFINISHED.search(first) or (ABOUT.match(first) and NOTICE_END.search(second)):
        return [lines[0] + lines[1], *lines[2:]], blocks[1:]
    return lines, blocks


def _glued_kicker(title: str) -> tuple[str, str]:
    """(kicker, title) of a line that holds both: 高远在现场会上强调 以“铁脚板”跑出“加速度”."""
    first, _, rest = title.partition(" ")
    return (first, rest) if rest and GLUED_KICKER.search(plain(first)) else ("", title)


def _glued_subtitle(title: str) -> tuple[str, str]:
    """(title, subtitle) of a line whose last parts tell who took part."""
    if " " not in title:
        return title, ""
    parts = title.split(" ")
    at = len(parts)
    while at > 1 and PEOPLE.search(plain(parts[at - 1])) and ATTENDED.search(plain(parts[at - 1])):
        at -= 1
    first = " ".join(parts[:at])
    return (first, " ".join(parts[at:])) if at < len(parts) and len(first) >= 4 else (title, "")


def plain(text: str) -> str:
    """`text` as it is asked about: in simplified characters, without the pinyin of a broken conversion."""
    return fold(mend(text))


def _tidy(text: str) -> str:
    if len(text) > LONGEST_SPACED and SPACED_OUT.fullmatch(text):
        return text.replace(" ", "").replace("\u3000", "")  # 要 闻 周 报
    return INNER_SPACE.sub(" ", text).strip() if "  " in text or "\u3000" in text else text.strip()


def _take_tags(lines: list[str]) -> tuple[list[str], str, tuple[str, ...]]:
    """Column tags (【图片新闻】) away from the headline; (图) tells nothing and stays out of the title too."""
    column, kept, dropped = "", list[str](), list[str]()
    for line in lines:
        if line.replace(" ", "") in COLUMNS:
            column = line.replace(" ", "")
            continue
        if not BARS.isdisjoint(line[:BAR_REACH]) and (bar := BAR_TAG.match(fold(line))):
            dropped.append(line[: bar.end()].strip())
            column, line = line[bar.start("tag") : bar.end("tag")], line[bar.end() :]
        elif "——" in line[:BAR_REACH] and (dash := DASHED_TAG.match(fold(line))):
            dropped.append(line[: dash.end()].strip())
            column, line = line[dash.start("tag") : dash.end("tag")], line[dash.end() :]
        for _ in range(2 if line[0] in "【《[" or line[-1] in "）)]" else 0):
            if (match := TAG.search(fold(line))) and not SUBJECT.search(match["tag"] or match["forum"] or ""):
                column = match["tag"] or match["column"] or column
                if not (match["tag"] or match["column"]):
                    dropped.append(match[0].strip())
                line = (line[: match.start()] + line[match.end() :]).strip()
        if line:
            kept.append(line)
    return kept, column, tuple(dropped)


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
            or ((AGENDA.match(plain(line)) or ELECTED.match(plain(line))) and HELD.search(plain(lines[i - 1])))
        )
    ]
    first_subtitle = subtitles[0] if subtitles else len(lines)
    if first_subtitle == 1:
        return 0
    return min(1, first_subtitle - 1) if len(lines) <= 3 else _by_kicker(lines, first_subtitle)


def _by_kicker(lines: list[str], before: int) -> int:
    kickers = [i for i, line in enumerate(lines[:before]) if KICKER_END.search(plain(line))]
    return min(kickers[-1] + 1, before - 1) if kickers else 0


def is_subtitle(line: str) -> bool:
    """A line below a headline: begins with a dash, or tells who chaired and who came."""
    line = plain(_tidy(line))
    if SUBTITLE.match(line) or NAMES_ATTEND.match(line):
        return True
    if " " in line and ALL_ATTEND.match(line):
        return True  # 高远宣布开幕 何明川 苏青等出席
    return bool(PEOPLE.search(line) and ATTENDANCE.search(line.rstrip("。"))) and (
        "，" in line or "、" in line or "主持" in line or " " in line
    )
