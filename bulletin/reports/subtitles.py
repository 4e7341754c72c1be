"""Whether a line is a subtitle (副题) by its own look: a dash, days in brackets, or who chaired and who came.

In comes a line as printed, out goes yes or no. Nothing here looks at neighbours.
"""

from functools import lru_cache

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.cleanup import HAN
from bulletin.reports.kinds import SURNAME

KICKER_END = pattern("(?:强调|指出|要求|提出|表示|时|寄语|勉励)(?:[：:]|——)?$")
SAID = pattern("(?:强调|指出|要求|寄语|勉励)(?:[：:]|——)?$")
"""What stands below such a line is the headline, also where it reads as who came (县长何明川带队巡河).

Shorter words that end kickers (时, 提出, 表示) end headlines as well.
"""
ATTENDANCE = pattern(
    "(?:主持|参加|出席|陪同|讲话|致辞|宣布|作报告|列席|调研|督查|检查|一同|介绍|汇报|通报|传达|点评|带队|率队"
    "|授课|宣读|见证|揭牌)(?:[会活]?[议动])?(?:并讲话|仪式|开幕|活动|会议|情况|精神|致辞|相关工作"
    f"|[{HAN}]{{0,4}})?$"
)
PEOPLE = pattern("书记|县长|市长|区长|旗长|州长|主任|主席|常委|局长|部长|领导|、")
GLUED = f"(?:[{SURNAME}](?:(?![在会上向到与和对给把被为的了全县市区])[{HAN}]){{1,2}}){{2,10}}"
ROW = f"(?:[{HAN}]{{2,4}}(?:[ 、][{HAN}]{{2,4}}){{0,9}}|{GLUED})"
"""Names with marks between them, or with none: 高远何明川苏青."""
ATTENDED = pattern(
    "(?:参加|出席|主持|陪同|讲话|致辞|列席|主持会议|参加活动|参加会议|出席会议|陪同调研|陪同检查|出席活动|出席仪式)$"
)
NAMES_ATTEND = pattern(
    f"^{ROW}(?:等)?(?:分别|一同|应邀)?(?:(?<=一同)(?:调研|检查|督[导查]|视察|考察|走访|慰问)|主持|出席|参加|讲话|致辞|陪同|接待|会见|列席|宣布[开闭]幕|主持会议"
    "|出席会议|参加会议|带队|率队|授课|到会(?:祝贺|指导|讲话)"
    f"|作[{HAN}]{{0,6}}(?:报告|发言|部署|点评|讲话|辅导|动员))(?:会议|活动|大会"
    f"|仪式)?(?:并(?:讲话|陪同|致辞|发言|授牌|揭牌|宣布开[幕工]|作[{HAN}]{{2,8}}))?$"
)
ALL_ATTEND = pattern(
    f"^(?:(?:[{HAN}]{{2,4}}?(?:[ 、][{HAN}]{{2,4}}){{0,8}}?|[{HAN}]{{1,6}}·[{HAN}]{{1,6}}?|{GLUED})等?(?:分别"
    "|一同|应邀)?(?:主持|出席|参加|讲话|致辞|陪同|列席|宣布[开闭]幕|宣布开工|宣读|点评|带队|率队|汇报"
    f"|到会(?:祝贺|指导|讲话)|作[{HAN}]{{0,6}}报告)(?:会议|活动|大会|仪式)?(?:并(?:讲话|致辞))?(?:[ ]|$)){{2,4}}$"
)
ELECTED = pattern(
    f"^[{HAN}、 ]{{2,30}}?(?:当选|(?:补|被)?选(?:举)?为|被?任命为|任)[^，。：]{{0,16}}(?:主任|主席"
    "|[县市区州旗院]长|检察长|专员|秘书长|委员)$"
)
"""Who was elected at the meeting, told below the headline that it was held."""
HELD = pattern("(?:召开|举行|闭幕|开幕)$|(?:召开|举行|举办)[^，。]{0,16}(?:会议?|全会)$")
AGENDA = pattern(
    f"(?:[{HAN}]{{2,16}}主持会议[ ，])?(?:会议)?(?:投票(?:确定|选举|表决|通过)|推选|审议|表决|听取|传达|学习|研究"
    f"|讨论|选举|安排|部署|总结|通报)(?:[^，。]{{0,2}}(?:通过|学习|部署|了))?"
)
"""What a meeting did, told below the headline that it was held."""
TO_BE_HELD = pattern(f"[{HAN}0-9]{{4,30}}将[于在][^，。]{{2,16}}(?:召开|举行|开幕)$")
"""What a meeting has decided to convene: 县十八届人大常委会第四次会议将于7月23日召开."""
BRACKETED = pattern("[（(][^（）()]{2,30}[）)]")
"""A line all in brackets tells of the headline above it: （3月5日至9日）, （讨论稿）."""
SUBTITLE = pattern(
    "^(?:——|--|—)"
    "|^[（(](?:[12][0-9]{3}年)?[ ]?[0-9]{1,2}[ ]?月(?:[ ]?[0-9]{1,2}[ ]?日)?(?:[ ]?[至到—~～-]{1,2}[ ]?"
    "(?:[12][0-9]{3}年)?(?:[0-9]{1,2}[ ]?月)?(?:[ ]?[0-9]{1,2}[ ]?日)?)?[）)]$"
)
"""A dash, or nothing but the days that are told of: （3月5日至9日）."""
WHO_SAID = pattern(f"[{HAN}·]{{2,8}}?(?:强调|要求|指出|提出)[，：:][^。]{{6,40}}$")
HALF = pattern(f"[{HAN}“”]{{5,14}}")
COLUMN_END = (
    "(?:要闻|时政|[手移][机動动]版|[网报]|资讯|快讯|动态|公开|服务|专题|专栏|平台|大厅|信箱|公告|之窗|概况|中心|频道|导航"
    "|信息|声明|投稿|文章|内容|回顾|推荐)$"
)
TELLS = pattern(f"县|[全我][市区旗州]|[市区旗州局]委|镇|领导|召开|举行|开展|会议|调研|工作|强调|新闻|{COLUMN_END}")
"""What stands in headlines of news, and how columns of a page end; neither is one half of a headline of two."""
OF_A_PAGE = pattern(f"[>＞»|｜_，。；]|[：:].*[：:]|^您|{COLUMN_END}")
"""What no first line of a headline of two has."""
OCCASION = pattern("(?:活动|工作|项目|工程|培训班|大赛|比赛|会|节|周|月|日)$")
"""What something is, of which the line below tells what happens: 送戏下乡活动 | 在石桥村启动."""
FEATURE = pattern("(?:纪实|侧记|纪事|综述|见闻|掠影|回眸|札记|速写|随笔)$")
"""What a feature calls itself, above a headline that does not: 柳河治理三年纪实 / 一条河的重生."""
CHAIRED = pattern(f"^[{HAN}·]{{2,8}}主持召开[^，。]{{2,20}}$")
"""高远主持召开县长办公会: what stands below (安排部署重点工作) has the same subject and is the headline's second half."""
OURS = pattern("[我全][省市县区州旗镇乡]")
PLACE_ALONE = pattern(f"[{HAN}]{{1,5}}[县市区旗州镇乡]")
"""The first line of a headline that begins with whose news it is: 石桥镇 / 获评全国文明镇."""
OWN_SUBJECT = pattern(
    "(?!要求|部署|安排|明确|研究|推[动进]|加[快强]|全[力面]|[在为向与将把从]|助力|共[同建谋]|确保|切实|扎实|严[格防守]|[做抓]好"
    "|打造|建设|提升|促进)(?:[^，。]{2,14}?[县市区州旗镇乡村局委](?=[^，。])|[一二三四五六七八九十百0-9]{1,4}[团师连](?=[^，。])|[^，。]{0,14}?(?:领导|工程|项目|园区|企业|公司|学校|群众|干部|民工|党员"
    "|委员|代表|会议|大会|活动)(?![和与及、]))"
)
"""How a line begins that says itself who does something, or what happens."""
LONGER, SAME, SHORT_HALF, SHORTEST_DECK, LONGEST_DECK = 1.3, 8, 5, 15, 50
LONGEST_SPACED, SPACED_OUT = 4, pattern(f"[{HAN}](?:[ \u3000]+[{HAN}]){{2,}}")
INNER_SPACE = pattern("[ \u3000]+")


@lru_cache(maxsize=1024)
def is_subtitle(line: str) -> bool:
    """A line below a headline: begins with a dash, or tells who chaired and who came."""
    line = plain(tidy(line))
    if SUBTITLE.match(line) or NAMES_ATTEND.match(line):
        return True
    if " " in line and ALL_ATTEND.match(line):
        return True  # 高远宣布开幕 何明川 苏青等出席
    return bool(PEOPLE.search(line) and ATTENDANCE.search(line.rstrip("。"))) and (
        "，" in line or "、" in line or "主持" in line or " " in line
    )


def tells_of_the_meeting(line: str, above: str) -> bool:
    """Whether a line tells what a meeting did, or whom it elected, of which the line above it tells that it was held."""
    text = plain(line)
    return (AGENDA.match(text) or ELECTED.match(text) or TO_BE_HELD.match(text)) is not None and HELD.search(
        plain(above)
    ) is not None


def are_halves(upper: str, lower: str) -> bool:
    """Whether two lines are the halves of one headline: of one length, with no news in them: 春雨润民心 / 实干开新局."""
    upper, lower = plain(upper), plain(lower)
    return (
        len(upper) == len(lower)
        and upper != lower
        and all(HALF.fullmatch(half) and not TELLS.search(half) for half in (upper, lower))
    )


def is_one_headline(upper: str, lower: str) -> bool:
    """Whether two lines, above which stands nothing but a kicker, are one headline: the lower is no subtitle, the upper no line
    of the page.
    """
    if is_subtitle(upper) or is_subtitle(lower) or BRACKETED.fullmatch(lower) or ATTENDED.search(lower):
        return False
    if is_deck(lower, upper):
        return False
    if lower.strip("【】")[:SAME] in upper or OF_A_PAGE.search(upper) or tells_of_the_meeting(lower, upper):
        return False
    return not KICKER_END.search(upper)


def is_deck(lower: str, upper: str) -> bool:
    """Whether a line with a comma tells more of the headline above it: longer than that, or what somebody said (高远强调，…)."""
    if WHO_SAID.match(lower) and HELD.search(upper) and lower[-1] not in "，、；：":
        return True
    if "，" not in lower or "，" in upper or not len(upper) < len(lower) <= LONGEST_DECK:
        return False
    return len(lower) >= SHORTEST_DECK and lower[-1] not in "”！？。：" and "：“" not in lower


def is_kicker_above(upper: str, lower: str) -> bool:
    """Whether the upper of two lines only leads to the headline below it, which has a subject of its own or is a call in two
    halves: 冬日送温暖 真情暖人心 / 县领导走访慰问困难群众; 县领导慰问一线职工 / 战高温保安全 抢进度提质量.
    """
    if FEATURE.search(upper):
        return True
    if _has_halves(lower) != _has_halves(upper):
        return not (CHAIRED.match(upper) and _has_halves(lower))
    if HELD.search(upper) and OURS.match(lower):
        return False
    if OWN_SUBJECT.match(lower):
        return True
    return not (TELLS.search(upper) or OCCASION.search(upper)) and len(lower) >= LONGER * len(upper)


def _has_halves(line: str) -> bool:
    """Whether a line has two or three parts of one length."""
    lengths = [len(part) for part in line.split(" ")]
    return 1 < len(lengths) < 4 and max(lengths) - min(lengths) <= (min(lengths) > SHORT_HALF)


def plain(text: str) -> str:
    """`text` as it is asked about: in simplified characters, without the pinyin of a broken conversion."""
    return fold(mend(text))


def tidy(text: str) -> str:
    if len(text) > LONGEST_SPACED and SPACED_OUT.fullmatch(text):
        return text.replace(" ", "").replace("\u3000", "")  # 要 闻 周 报
    return INNER_SPACE.sub(" ", text).strip() if "  " in text or "\u3000" in text else text.strip()
