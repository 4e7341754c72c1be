"""What the lines around a report tell: the masthead's date and numbers, print pages, and what `site_lines` reads.

The lines are read one by one and collected in a `Frame`, which tells afterwards what belongs to the lines of one report.
"""

import re
from bisect import bisect_left, bisect_right
from contextlib import suppress
from dataclasses import field, replace
from datetime import date

from bulletin.findings import Finding, Place, find
from bulletin.model import Masthead
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.cleanup import HAN
from bulletin.reports.dates import number as digits
from bulletin.reports.fields import ENDS, FIELD, SURNAMES
from bulletin.reports.lines import Line
from bulletin.values import dataclass

DATE = "(?P<year>(?:19|20)[0-9]{2})[年/.-][ ]?(?P<month>[0-9]{1,2})[月/.-][ ]?(?P<day>[0-9]{1,2})日?"
FULL_DATE = pattern(DATE)
WEEKDAY = pattern("(?:星期|周|礼拜)(?P<day>[一二三四五六日天])")
NUMBER = pattern("(?<!总)第[ ]*(?P<number>[0-9]{1,5})[ ]*期")
TOTAL = pattern("总第?[ ]*(?P<total>[0-9]{1,6})[ ]*期")
MASTHEAD = pattern(
    f"^(?:[{HAN}《》“”A-Za-z0-9·|丨*＊：: >＞（()）/\\[【©—-]{{0,60}}?)[ ]*(?<![0-9]){DATE}(?P<rest>.{{0,70}})$"
)
OF_THE_ISSUE = pattern("^(?:本期|报纸|当期)(?:发布|出版|刊发)?(?:日期|时间)?[：:][ ]*(?=[12][0-9]{3})")
"""How an e-paper labels the day of its issue."""
RANGE = pattern("日?[ ]?[至—～~-]{1,2}[ ]?(?:(?:[12][0-9]{3}[年.])?[0-9]{1,2}[月.])?[0-9]{1,2}日?[）)]")
"""What follows the first of the days that a digest tells of."""
BETWEEN_DAYS = pattern("(?<=[0-9]日)，(?=星期|周[一-日]|农历)|(?<=(?:星期|礼拜)[一二三四五六日天])，(?=农历)")
"""What a morning digest prints between a day, its weekday and its day by the moon."""
HAN_DATE = pattern(
    "([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
YEAR = pattern("[12一二][0-9〇○零一二三四五六七八九]{3}[年/.-]")
"""The year of any date of a masthead: without one, and without 期, a line is none."""
TODAY = pattern("今天是|^今日是|现在是")
PUBLISHED = pattern("(?:发布|发表|更新|来源|稿源|时间|日期|浏览|点击|阅读|访问|字[号体])[^：: ]{0,3}[：:]")
"""What only a web page's site line has: a masthead may name editors as well."""
SENTENCE, DAYS = pattern("[，。；]"), "一二三四五六日"
BESIDE_A_DAY = pattern(
    f"第[ ]?[0-9一二三四]{{1,2}}[ ]?版[ ：:·|｜]*[{HAN}]{{2,6}}$"
    f"|(?:发[表布]于|来自)[：: ]*[{HAN}]{{2,4}}|[·]?官方账号|[0-9:： ]+|星期.|周.|农历.{{2,10}}|第|总|期|版|今日"
    "|[A-Z]|出版|编印|[·/\\]】）)-]"
)
"""What a masthead prints behind its day."""
CLOCK = pattern("[0-9]{1,2}[:：][0-9]{2}")
SITE_LINE = pattern(
    "(?:发布时间|发布日期|发表时间|更新时间|时间|日期|来源|稿源|作者|编辑|发布者|发布人|发布单位|信息来源"
    "|文章来源|阅读|点击|浏览|访问|字号|字体|责任编辑|审核|审核人)人?[次数量]{0,2}[：:]"
)
MADE_BY = pattern("(?:记者|通讯员|供稿|撰稿|审稿|责编|校对)人?[：:]")
OUTLET = pattern(f"[{HAN}]{{2,14}}(?:网|报|台|社|客户端|中心|发布|在线)")
PAPER = pattern(f"[{HAN}]{{2,6}}[日晚早时商都]报")
ACCOUNT = pattern(
    f"(?:云上|掌上|今日|微观?|魅力|美丽|幸福|生态|最)[{HAN}]{{2,5}}"
    f"|[{HAN}]{{2,12}}(?:政府|政协|人大|宣传|融媒|党建|组工|先锋|普法|检察院?|法院|公安局?|纪委|监委"
    "|[县市区旗州委局办镇乡])"
)
"""Who published a page, behind its clock, where the name is no outlet's: 2025-03-04 10:20 云上青石."""
NEAR_FACTS, REVIEWED = 4, pattern("责编|审[核签]|[一二三初复终]审|校对")
STORED = pattern("归档|入库|采集|抓取|打印|下载|导出|访问")
NEIGHBOUR_DAY = pattern(f"^[上下]一[版篇期条][ \u3000]+{DATE}$")
"""Behind the way to the next page, the day of this one: 下一篇 2021-03-13."""
PAGE = pattern(
    f"^第?[ ]*(?P<page>[0-9]{{1,2}}|(?<=第)[一二三四五六七八九十]{{1,2}})[ ]*版[：: \u3000·（(]*(?P<name>[{HAN}]{{2,8}})?[）)]?$"
)
OF_A_PAGE = pattern(f"[ ]*(?:第?[0-9A-Z]{{1,3}}版|[A-Z][ ]?[0-9]{{1,2}}(?![0-9]))[：: ]*[{HAN} ·]{{0,20}}")
"""Behind a paper's day, its page: 2024年6月5日 第07版：乡镇新闻 石桥镇专版, A3 社会综合."""
CONTROLS_BEHIND = pattern("(?:[ \u3000]+(?:上一[版期]|下一[版期]|(?:标题|版面)导航|放大|缩小|默认))+$")
"""Buttons of an e-paper behind the name of its page."""
ORIGINAL_FIRST = pattern(f"©?原创[ \u3000]+[{HAN}]{{2,12}}[ \u3000]+[{HAN}]")
SIGNED_PREFIX = pattern(f"(?:{ENDS})[ \u3000]+[{SURNAMES}][{HAN}]{{1,2}}[ \u3000\\[|｜]*$")
"""青石政府网 苏小雨 before a day."""
ORIGINAL = pattern("^[（(【]?(?:原标题|网站标题|文章标题|标题)[：:][ ]*(?P<title>.+?)[）)】]?$")


@dataclass(slots=True)
class Frame:
    """What the lines that were taken out tell. `facts` are (line, key, value) of site lines."""

    masthead: Masthead = Masthead()
    facts: list[tuple[int, str, str]] = field(default_factory=list)
    pages: list[tuple[int, int, str]] = field(default_factory=list)
    """(line, number, name) of print-page lines."""
    site_dates: list[tuple[int, date]] = field(default_factory=list)
    stored: list[tuple[int, date]] = field(default_factory=list)
    """Days on which a page was put away or taken (归档时间): they count only where no site line tells another."""

    def note_day(self, line: int, found: re.Match[str], label: str = "") -> None:
        """Keep the day that a site line names, behind its label if it has one; an impossible one is none."""
        with suppress(ValueError):
            day = date(int(found["year"]), int(found["month"]), int(found["day"]))
            (self.stored if STORED.search(label) else self.site_dates).append((line, day))

    def date_near(self, first: int, last: int) -> date | None:
        """The first date of a site line from line `first` to `last`."""
        at = bisect_left(self.site_dates, first, key=lambda pair: pair[0])
        return self.site_dates[at][1] if at < len(self.site_dates) and self.site_dates[at][0] <= last else None

    def date_above(self, line: int) -> date | None:
        """The last date of a site line above `line`."""
        at = bisect_left(self.site_dates, line, key=lambda pair: pair[0])
        return self.site_dates[at - 1][1] if at else None

    def last_date(self) -> date | None:
        """The latest date of a site line: the issue's, where no masthead tells it."""
        return max((day for _, day in self.site_dates), default=None)

    def facts_between(self, first: int, last: int) -> list[tuple[str, str]]:
        """(key, value) of the site lines from line `first` to `last`."""
        begin = bisect_left(self.facts, first, key=lambda fact: fact[0])
        end = bisect_right(self.facts, last, key=lambda fact: fact[0])
        return [(key, value) for _, key, value in self.facts[begin:end]]

    def title_above(self, first: int, last: int) -> str:
        """The headline that a line (原标题：…) from line `first` to `last` names; empty where there is none."""
        return next((value for key, value in self.facts_between(first, last) if key == "原标题"), "")

    def first_opening(self, first: int, last: int) -> int:
        """The line from `first` to `last` where the site lines of the next report begin; 0 where there is none."""
        at = bisect_left(self.site_dates, first, key=lambda pair: pair[0])
        if at < len(self.site_dates) and self.site_dates[at][0] <= last:
            return self.site_dates[at][0]
        begin = bisect_left(self.facts, first, key=lambda fact: fact[0])
        near = self.facts[begin : begin + NEAR_FACTS]
        ending = {line for line, key, _ in near if REVIEWED.search(fold(key))}  # 来源：… 责编：… 审核：… below a text
        return next((line for line, key, _ in near if "来源" in key and line <= last and line not in ending), 0)

    def page_above(self, line: int) -> int:
        """The print page that the last page line above `line` names; 0 for none."""
        at = bisect_right(self.pages, line, key=lambda page: page[0])
        return self.pages[at - 1][1] if at else 0


def read_day_of_page(line: Line, frame: Frame) -> bool:
    """The day of an e-paper's page behind the way to the next one; kept as that of a site line."""
    found = NEIGHBOUR_DAY.match(line.text)
    if found:
        frame.note_day(line.number, found)
    return found is not None


def read_masthead(line: Line, frame: Frame, path: str, findings: list[Finding]) -> bool:
    """A masthead or date line: a full date with a weekday or issue numbers, and no sentence."""
    if "期" not in line.text and not YEAR.search(line.text):
        return False
    printed = HAN_DATE.sub(_in_figures, line.text.lstrip("# ").replace("\u3000", " "))
    printed = OF_THE_ISSUE.sub("", BETWEEN_DAYS.sub(" ", printed))
    text = fold(printed)
    match = MASTHEAD.match(text)
    if ORIGINAL_FIRST.match(text) or (match and SIGNED_PREFIX.search(text[: match.start("year")])):
        return False
    number, total, weekday = NUMBER.search(text), TOTAL.search(text), WEEKDAY.search(text)
    numbers = int(number["number"]) if number else 0, int(total["total"]) if total else 0
    if (SITE_LINE.search(text) or MADE_BY.search(text) or FIELD.search(text)) and not (
        number or total or (weekday and not PUBLISHED.search(text))
    ):
        return False
    if not match:
        bare = number is not None and len(text) <= 30 and not SENTENCE.search(text) and bool(frame.masthead.line)
        if bare:
            frame.masthead = replace(frame.masthead, number=numbers[0], total=numbers[1])
        return bare
    rest = BESIDE_A_DAY.sub("", match["rest"]).strip(" |｜")
    clock = CLOCK.search(match["rest"])
    outlet = (clock or match.start("year") == 0) and OUTLET.fullmatch(rest)
    account = clock and ACCOUNT.fullmatch(rest)
    page = OF_A_PAGE.fullmatch(CONTROLS_BEHIND.sub("", match["rest"]))
    if not (weekday or number or total) and RANGE.match(match["rest"]):
        return False  # 青石一周（2031.3.10-3.16）
    if SENTENCE.search(text) or not (weekday or number or total or outlet or account or page or len(rest) <= 2):
        return False
    if outlet:
        at = text.rfind(rest)
        frame.facts.append((line.number, "来源", printed[at : at + len(rest)] if at >= 0 else rest))
    elif clock and PAPER.fullmatch(first := text[: match.start("year")].strip()) and not (weekday or number or total):
        frame.facts.append((line.number, "来源", printed[: match.start("year")].strip() or first))
    day = _day_of(match, line, path, findings)
    if day is None:
        return False
    if weekday:
        _check_weekday(weekday, day, line, path, findings)
    if not (number or total) and (TODAY.search(text) or (weekday and clock)):
        return True  # the hour at which somebody looked at a web page
    is_masthead = bool(weekday or number or total)
    if is_masthead and not frame.masthead.date:
        frame.masthead = Masthead(day, *numbers, line.number)
    elif not is_masthead:
        frame.site_dates.append((line.number, day))
    return True


def _day_of(match: re.Match[str], line: Line, path: str, findings: list[Finding]) -> date | None:
    """The day of a masthead; None, and a finding, where there is no such day."""
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        at = match.start("year")
        place = Place(path, line.number, at + 1, line.text, 10)
        findings.append(find("date-odd", place, text=match[0][at : match.end("day")]))
        return None


def _check_weekday(match: re.Match[str], day: date, line: Line, path: str, findings: list[Finding]) -> None:
    """A finding where the weekday that a masthead prints is not its day's."""
    if DAYS.find(match["day"].replace("天", "日")) != day.weekday():
        place = Place(path, line.number, line.text.find(match[0]) + 1, line.text, 3)
        right = "星期" + DAYS[day.weekday()]
        findings.append(find("weekday-wrong", place, date=day, right=right, printed=match[0]))


def _in_figures(match: re.Match[str]) -> str:
    return f"{digits(match[1])}年{digits(match[2])}月{digits(match[3])}日"
