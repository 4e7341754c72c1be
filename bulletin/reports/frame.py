"""What the lines around a report tell: the masthead's date and numbers, print pages, and site lines (发布时间 … 来源 …).

The lines are read one by one and collected in a `Frame`, which tells afterwards what belongs to the lines of one report.
"""

import re
from bisect import bisect_left, bisect_right
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from bulletin.findings import Finding, Place, find
from bulletin.model import Masthead
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.people.names import form
from bulletin.people.vocabulary import surnames
from bulletin.reports.cleanup import HAN
from bulletin.reports.dates import number as digits
from bulletin.reports.fields import FIELD, is_site_line, read_fields
from bulletin.reports.lines import Line
from bulletin.reports.role_words import is_role
from bulletin.reports.webpage import is_controls

DATE = "(?P<year>(?:19|20)[0-9]{2})[年/.-](?P<month>[0-9]{1,2})[月/.-](?P<day>[0-9]{1,2})日?"
FULL_DATE = pattern(DATE)
WEEKDAY = pattern("(?:星期|周|礼拜)(?P<day>[一二三四五六日天])")
NUMBER = pattern("(?<!总)第[ ]*(?P<number>[0-9]{1,5})[ ]*期")
TOTAL = pattern("总第?[ ]*(?P<total>[0-9]{1,6})[ ]*期")
MASTHEAD = pattern(
    f"^(?:[{HAN}《》“”A-Za-z0-9·|丨*＊：: >＞（()）/\\[【©-]{{0,60}}?)[ ]*(?<![0-9]){DATE}(?P<rest>.{{0,70}})$"
)
HAN_DATE = pattern(
    "([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
YEAR = pattern("[12一二][0-9〇○零一二三四五六七八九]{3}[年/.-]")
"""The year of any date of a masthead: without one, and without 期, a line is none."""
TODAY = pattern("今天是|^今日是|现在是")
PUBLISHED = pattern("(?:发布|发表|更新|来源|稿源|时间|日期|浏览|点击|阅读|访问|字[号体])[^：: ]{0,3}[：:]")
"""What only a web page's site line has: a masthead may name editors as well."""
CLOCK = pattern("[0-9]{1,2}[:：][0-9]{2}")
SITE_LINE = pattern(
    "(?:发布时间|发布日期|发表时间|更新时间|时间|日期|来源|稿源|作者|编辑|发布者|发布人|发布单位|信息来源|文章来源|阅读|点击|浏览|访问|字号|字体|责任编辑|审核|审核人)人?[次数量]{0,2}[：:]"
)
MADE_BY = pattern("(?:记者|通讯员|供稿|撰稿|审稿|责编|校对)人?[：:]")
OUTLET = pattern(f"[{HAN}]{{2,14}}(?:网|报|台|社|客户端|中心|发布|在线)")
ACCOUNT = pattern(
    f"(?:云上|掌上|今日|微观?|魅力|美丽|幸福|生态|最)[{HAN}]{{2,5}}|[{HAN}]{{2,12}}(?:政府|政协|人大|宣传|融媒|党建|组工|先锋|普法|检察院?|法院|公安局?|纪委|监委|[县市区旗州委局办镇乡])"
)
"""Who published a page, behind its clock, where the name is no outlet's: 2025-03-04 10:20 云上青石."""
FACT = pattern(
    "(?P<key>来源|稿源|信息来源|文章来源|稿件来源|作者|记者|通讯员|供稿人?|撰稿人?|责任编辑|编辑|责编|审核人?|审稿|校对|编审|终审|初审|复审|签发|监制|摄影|发布[人者])[：:][ ]*(?:(?:记者|通讯员)[ \u3000]+)?(?![0-9]{2,4}[年/.-]|[0-9]{1,2}:|(?:发布|发表|更新)(?:时间|日期)|加入收藏|收藏|打印|关闭|字[号体]|时间|日期|作者|编辑|浏览|阅读|点击|访问|语音|播放|分享|(?:文章|信息|稿件)?来源|记者|审核|责任|栏目|分类|版次)"
    f"(?P<value>[{HAN}][ \u3000]{{1,2}}[{HAN}](?![{HAN}])|[^ 　：:|｜【】\\[\\]（()）]{{2,30}}?)"
    f"(?=[ 　：:|｜【】\\[\\]（()）]|$|(?<=[{HAN}] [{HAN}])、|(?:19|20)[0-9]{{2}}[年/.-]|(?:发布时间|发布日期|发表时间|更新时间|时间|日期|作者|编辑|责任编辑|审核|浏览|阅读|点击)[：:次])"
)
DAY_FIRST = pattern(
    r"^(?P<day>[0-9]{1,2})[./](?P<month>[0-9]{1,2})[./](?P<year>(?:19|20)[0-9]{2})[ \u3000]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$"
)
"""A clock that tells the day first: 13.02.2025 11:12."""
SLASHED = pattern(
    f"^(?:[{HAN}]{{2,12}}/)?(?P<year>(?:19|20)[0-9]{{2}})年/(?P<month>[0-9]{{1,2}})月/(?P<day>[0-9]{{1,2}})日(?:/.{{0,12}})?$"
)
"""The day of a paper in pieces: 青石日报/2021年/3月/5日/第001版."""
MONTH_FIRST = pattern(
    r"^(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>(?:19|20)[0-9]{2})[ \u3000]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[ ]?[AP]M$"
)
"""A clock of an American server: 3/7/2013 11:54:41 AM."""
NEIGHBOUR_DAY = pattern(f"^[上下]一[版篇期条][ \u3000]+{DATE}$")
"""Behind the way to the next page, the day of this one: 下一篇 2021-03-13."""
ADDRESS = pattern(r"http|(?:^|[ \u3000：:])(?://|www\.)[a-z0-9]")
PEOPLE_KEYS = (
    "作者", "记者", "通讯员", "供稿", "供稿人", "撰稿", "撰稿人", "编辑", "责任编辑", "责编", "审核", "审核人", "审稿", "校对", "编审", "终审", "初审",
    "复审", "签发", "监制", "摄影",
)  # fmt: skip
MORE_NAMES = pattern(
    f"(?:[ \u3000、]+[{''.join(sorted(surnames().single))}][{HAN}]{{1,2}}(?=[ \u3000]|$)|[ \u3000]+[{HAN}]{{2}}(?=[ \u3000]+(?:责任编辑|编辑|责编|审核|点击|时间)[数]?[：:]))+"
)
"""Further names behind the first one: 作者：苏小雨 何野."""
OFFICE_NAMES = pattern(
    f"(?<=[局委办部院所镇乡心府道校])[ \u3000]+(?P<names>[{''.join(sorted(surnames().single))}][{HAN}]{{1,2}}(?:[ \u3000、]+[{''.join(sorted(surnames().single))}][{HAN}]{{1,2}}){{0,3}})(?=[ \u3000]+[{HAN}]{{2,5}}[：:]|$)"
)
"""Names behind an office that sent the report: 来源：县林业局 苏小雨 何野 发布时间：…."""
OFFICE_END = pattern("[局委办部院所镇乡心府道校]$")
LONGEST_PREFIX = 2
"""文章作者, 稿件编辑: what stands before a role."""
PAGE = pattern(
    f"^第?[ ]*(?P<page>[0-9]{{1,2}}|(?<=第)[一二三四五六七八九十]{{1,2}})[ ]*版[：: \u3000·（(]*(?P<name>[{HAN}]{{2,8}})?[）)]?$"
)
LONGEST_FIELDS = 200
MAY_BE_FIELDS = pattern(r"[0-9：:]|http|www\.")
SENDERS = pattern("供稿|来稿|投稿|撰稿|报送|提供")
"""Offices that sent a text, rather than put it on the page."""
ORIGINAL = pattern("^[（(【]?(?:原标题|网站标题|文章标题|标题)[：:][ ]*(?P<title>.+?)[）)】]?$")


@dataclass(slots=True)
class Frame:
    """What the lines that were taken out tell. `facts` are (line, key, value) of site lines."""

    masthead: Masthead = Masthead()
    facts: list[tuple[int, str, str]] = field(default_factory=list)
    pages: list[tuple[int, int, str]] = field(default_factory=list)
    """(line, number, name) of print-page lines."""
    site_dates: list[tuple[int, date]] = field(default_factory=list)

    def note_day(self, line: int, found: re.Match[str]) -> None:
        """Keep the day that a site line names; an impossible one is none."""
        with suppress(ValueError):
            self.site_dates.append((line, date(int(found["year"]), int(found["month"]), int(found["day"]))))

    def date_near(self, first: int, last: int) -> date | None:
        """The first date of a site line from line `first` to `last`."""
        at = bisect_left(self.site_dates, first, key=lambda pair: pair[0])
        return self.site_dates[at][1] if at < len(self.site_dates) and self.site_dates[at][0] <= last else None

    def date_above(self, line: int) -> date | None:
        """The last date of a site line above `line`."""
        at = bisect_left(self.site_dates, line, key=lambda pair: pair[0])
        return self.site_dates[at - 1][1] if at else None

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
        return next((line for line, key, _ in self.facts[begin : begin + 4] if "来源" in key and line <= last), 0)

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
    text = fold(printed)
    match = MASTHEAD.match(text)
    number, total = NUMBER.search(text), TOTAL.search(text)
    weekday = WEEKDAY.search(text)
    if (SITE_LINE.search(text) or MADE_BY.search(text) or FIELD.search(text)) and not (
        number or total or (weekday and not PUBLISHED.search(text))
    ):
        return False
    if not match:
        bare = number and len(text) <= 30 and not re.search("[，。]", text) and frame.masthead.line
        if bare and number:
            frame.masthead = replace(
                frame.masthead, number=int(number["number"]), total=int(total["total"]) if total else 0
            )
        return bool(bare)
    rest = re.sub(
        f"发表于[{HAN}]{{2,4}}|[0-9:： ]+|星期.|周.|农历.{{2,10}}|第|总|期|版|今日|[A-Z]|出版|编印|[/\\]】）)-]",
        "",
        match["rest"],
    )
    clock = CLOCK.search(match["rest"])
    outlet = (clock or match.start("year") == 0) and OUTLET.fullmatch(rest)
    account = clock and ACCOUNT.fullmatch(rest)
    if re.search("[，。；]", text) or not (weekday or number or total or outlet or account or len(rest) <= 2):
        return False
    if outlet:
        at = text.rfind(rest)
        frame.facts.append((line.number, "来源", printed[at : at + len(rest)] if at >= 0 else rest))
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        at = match.start("year")
        findings.append(
            find("date-odd", Place(path, line.number, at + 1, line.text, 10), text=match[0][at : match.end("day")])
        )
        return False
    if weekday and "一二三四五六日".find(weekday["day"].replace("天", "日")) != day.weekday():
        right, printed = "星期" + "一二三四五六日"[day.weekday()], weekday[0]
        findings.append(
            find(
                "weekday-wrong",
                Place(path, line.number, line.text.find(printed) + 1, line.text, 3),
                date=day,
                right=right,
                printed=printed,
            )
        )
    if not (number or total) and (TODAY.search(text) or (weekday and CLOCK.search(match["rest"]))):
        return True  # the hour at which somebody looked at a web page
    is_masthead = bool(weekday or number or total)
    if is_masthead and not frame.masthead.date:
        frame.masthead = Masthead(
            day, int(number["number"]) if number else 0, int(total["total"]) if total else 0, line.number
        )
    elif not is_masthead:
        frame.site_dates.append((line.number, day))
    return True


def _in_figures(match: re.Match[str]) -> str:
    return f"{digits(match[1])}年{digits(match[2])}月{digits(match[3])}日"


def read_site_line(line: Line, frame: Frame) -> bool:
    """发布时间：… 来源：… 浏览次数：…: at least two such words, or one with a date and nothing else."""
    if "年/" in line.text and (slashed := SLASHED.match(line.text)):
        frame.note_day(line.number, slashed)
        return True
    if not MAY_BE_FIELDS.search(line.text):
        return False
    if clock := DAY_FIRST.match(line.text) or (line.text[-1] == "M" and MONTH_FIRST.match(line.text)):
        frame.note_day(line.number, clock)
        return True
    text = fold(line.text)
    if len(text) <= LONGEST_FIELDS and "。" not in text and _read_fields(line, text, frame):
        return True
    found = FULL_DATE.search(text)
    words = SITE_LINE.findall(text) + (MADE_BY.findall(text) if found else [])
    address = bool(found) and ADDRESS.search(text) is not None
    if not (words or address) or len(text) > 160 or "。" in text:
        return False
    if len(words) < 2 and not (found and (len(text) <= 40 or address)):
        return False
    if not found and not re.search("时间|日期|阅读|点击|浏览|访问|字[体号]|来源|发布", text):
        return False
    if found:
        frame.note_day(line.number, found)
    for fact in FACT.finditer(text):
        signed = fact["key"] == "来源" and form(fact["value"]) > 2
        names = MORE_NAMES.match(text, fact.end("value")) if signed or fact["key"] in PEOPLE_KEYS else None
        end = names.end() if names and not is_controls(names[0]) else fact.end("value")
        frame.facts.append(
            (
                line.number,
                "作者" if signed and names else line.text[fact.start("key") : fact.end("key")],
                line.text[fact.start("value") : end],
            )
        )
        if "来源" in fact["key"] and (names := OFFICE_NAMES.match(text, fact.end("value"))):
            frame.facts.append((line.number, "作者", line.text[names.start("names") : names.end("names")]))
    return True


def _read_fields(line: Line, text: str, frame: Frame) -> bool:
    """Keep what the fields of a line tell that is nothing but fields of a page."""
    fields, end = read_fields(text)
    if end < len(text) or not is_site_line(fields):
        return False
    for one in fields:
        value, label = line.text[slice(*one.value)].strip(), line.text[slice(*one.label)].replace(" ", "")
        if found := FULL_DATE.search(value):
            frame.note_day(line.number, found)
        elif value := _without_controls(value):
            frame.facts.extend((line.number, key, told) for key, told in _told_by(one.kind, label, value))
    return True


def _told_by(kind: str, label: str, value: str) -> list[tuple[str, str]]:
    """(key, value) of what a field tells: a source, who made the text, the office that sent it."""
    if kind == "source":
        return _senders(value)
    if kind == "who":
        return [(label if is_role(fold(label)) else label[LONGEST_PREFIX:], value)]
    return [("供稿单位", value)] if kind == "office" and SENDERS.match(fold(label)) else []


def _without_controls(value: str) -> str:
    """A value without the page's controls behind it: 苏小雨 我来说两句."""
    words = value.split()
    while len(words) > 1 and is_controls(fold(words[-1])):
        words.pop()
    return " ".join(words)


def _senders(value: str) -> list[tuple[str, str]]:
    """What the value of 来源 tells: an outlet; an office, and who wrote for it; names alone."""
    words = value.split()
    people = [word for word in words if form(fold(word)) > 2]
    if len(words) > 1 and len(people) == len(words):
        return [("作者", value)]
    if len(words) > 1 and len(people) == len(words) - 1 and OFFICE_END.search(fold(words[0])):
        return [("来源", words[0]), ("作者", " ".join(words[1:]))]
    return [("来源", value)]
