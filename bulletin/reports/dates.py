"""Dates in texts: the event's date of a report, as printed and as far as the text gives it.

The first date in the lead is the event; later ones are deadlines and history. A first date that only tells of a festival,
of a paper or of what was before (`earlier`) gives way to the one that a later clause begins with. 近日 and its like tell no date. A date
without a year is completed only when the issue's date is known: the latest such day that is not later than the day
after the issue. Impossible dates (67日, 2月30日) are shown and left, never shifted. Source: domain.md, section 3.
"""

import re
from datetime import date, timedelta

from bulletin.findings import Finding, Place, find
from bulletin.model import EventDate
from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend

DIGITS = "一二三四五六七八九十〇○零元"
"""A pattern that may begin with something optional asks first whether it can begin here at all: that is fast."""
NUMERAL = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
FULL = pattern(
    f"(?=[0-9{DIGITS}])(?:(?P<year>[0-9]{{4}}|[一二三四五六七八九〇○零OＯ0]{{4}})[ ]?年[ ]?)?(?P<month>{NUMERAL}"
    f"|元)[ ]?月(?:份)?[ ]?(?P<day>[0-9]+|[一二三四五六七八九十]{{1,3}})(?:[ ]?日|号|(?=[ ]?[上下]午)"
    f"|(?=[ ]?[至到和—－~～、-]+[ ]?[0-9]{{1,2}}[ ]?日))"
)
FIGURES = pattern("(?P<year>(?:19|20)[0-9]{2})([./-])(?P<month>[0-9]{1,2})\\2(?P<day>[0-9]{1,2})(?![0-9./])")
"""2019.3.2 at the beginning of a text."""
DAY_ONLY = pattern(
    "(?=[0-9])(?:(?<=[本上]月)"
    "|(?<![0-9月][ ])(?<![0-9月第期时每至到—~～.:：、-]))(?P<day>[0-9]{1,2})(?:(?:日"
    "|号(?![文楼线院门馆厅令台路机井桥店码]))(?=[，,]|(?![前内后])[一-鿿])"
    "|日?[至到和、—－~～-]{1,2}[0-9]{1,2}日(?!内))"
)
GLOSS = pattern("[昨今](?:[天日](?:[上下]午|[早晚])?)?[（(](?P<day>[0-9]{1,2})(?:日[）)]|[）)]日)")
"""昨（7日）上午, 今天(7日)."""
VAGUE = pattern(
    "(?=[近日前最连不上本月年新节今入昨明当春去*＊Xx×0-9一二三四五六七八九十])(?:近日|日前|近期|连日来|连日|最近"
    "|前不久|不久前|上周|本周|月底|年底|新年前夕|节前|今年以来|入[春夏秋冬汛]以来|昨日|昨天|今天|今日|明天|当日"
    "|[0-9一二三四五六七八九十]{1,2}月[上中下]旬|春节前夕|[*＊Xx×]月[*＊Xx×]日|上半年|去年)"
)
MONTH_ALONE, LONGEST_MONTH = pattern(f"(?:今年|去年|[12][0-9]{{3}}年)?(?:{NUMERAL})月(?=，)"), 10
VAGUE_SIGN = pattern("[近日久周底来节今昨明旬半去夕]")
"""One of these stands in each of them, as 月 in a full date and 日 in a day alone: one quick look before the slow ones."""
BACKGROUND = frozenset(("连日来", "近期", "连日", "今年以来", "最近", "去年", "上半年"))
OF_A_NOUN, CLAUSE_BEGINS = frozenset(("节前", "年底", "月底", "上半年", "去年", "春节前夕")), "，。！？；：（ \u3000"
"""What tells no time of an event inside a clause: 了解节前市场供给情况，1月22日，…."""
YEAR = pattern("年(?<=(?:19|20)[0-9]{2}年)(?<![0-9].{5})")
"""Behind the figures of a year: the character is looked for first, that is fast."""
HAN_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}
LEAD_LENGTH, PURPOSE_LENGTH, WHY = 160, 300, frozenset("为為")
FAR, SOON = timedelta(days=330), timedelta(days=31)


def number(text: str) -> int:
    """A small number in ASCII digits or Chinese numerals (二十一 → 21)."""
    if text.isdecimal():
        return int(text)
    if text == "元":
        return 1
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (int(HAN_DIGITS.get(tens, "1")) if tens else 1) * 10 + (
            int(HAN_DIGITS[ones]) if ones in HAN_DIGITS else 0
        )
    return int("".join(HAN_DIGITS.get(c, "0") for c in text) or "0")


def find_full(text: str) -> re.Match[str] | None:
    """The first date with a month."""
    return FULL.search(text) if "月" in text else None


def find_day(text: str) -> re.Match[str] | None:
    """The first day without a month."""
    return DAY_ONLY.search(text) if "日" in text or "号" in text else None


def find_gloss(text: str) -> re.Match[str] | None:
    """The first day that a word such as 昨 stands beside."""
    return GLOSS.search(text) if "（" in text or "(" in text else None


def find_vague(text: str) -> re.Match[str] | None:
    """The first word that tells a time without a date."""
    return VAGUE.search(text) if VAGUE_SIGN.search(text) else None


HEARD = pattern("，[^，。]{0,6}从[^，。]{2,24}(?:获悉|了解到|得知)，(?=[^，。]{4,14}，)")
"""Between the day on which a reporter heard of something and the day of it: 昨日，记者从县教育局了解到，9月15日，…."""
TO_COME = pattern("(?:将于|拟于|定于|计划于|预计)[^，。]{0,4}$")
"""Before a vague time: what is told is still to come, and the date behind it is the event's."""
PAPER = pattern(
    "(?:^|[，。])(?:[^，。]{0,6}(?:将于|拟于|定于)|(?:为|按照|根据|继|自|从|由于|受|围绕|针对)[^，。]{0,30})$"
    "|(?:^|。)据[^，。]{0,20}(?:预报|预测|预警)，[^。]{0,24}$"
)
"""Before a date that is not the event's, where another one follows: 为贯彻3月2日全市会议精神，, 继3月2日首场活动之后，, 据预报，3月2日有雨。."""
FESTIVAL = pattern(
    "[^，。]{0,4}(?:(?:是|为|系|正值|适逢|迎来)[^，。]{2,24}[节日年]”?"
    "|[^，。]{0,14}(?:来临|到来|将至|临近|前夕)[^，。]{0,2}|[^，。]{0,3}以来)[，。]"
)
"""Behind such a date: 6月1日是国际儿童节。, 3月8日妇女节来临之际，."""
WEATHER = pattern(
    "[^。]{0,40}(?:普降|突降|连降|遭遇|遭受|迎来|出现)[^。]{0,24}[雨雪雹洪灾][^。]{0,60}。"
    "(?=[^，。]{2,8}，?[^，。]{0,6}(?:[县市区州旗]委|领导|书记|[县市区州旗镇乡]长))"
)
"""Behind such a date, with what somebody in office did on a later day: 8月28日夜间，我县普降暴雨。29日一早，县委书记高远…."""
THAT_DAY = pattern("当[天日]|[上下]午|这一?天")
HOUR = pattern("[^，。]{0,12}，")
NEXT_CLAUSES = 80
"""How far behind a date of this kind the event's is looked for."""


def find_event(texts: list[str], anchor: date | None, place: Place) -> tuple[EventDate, list[Finding]]:
    """The event's date out of the dateline and the first paragraph (`texts`); `anchor` is the issue's date if known."""
    for text in filter(None, texts):
        reach = PURPOSE_LENGTH if text[0] in WHY else LEAD_LENGTH
        lead = fold(mend(text[: 2 * reach])[:reach])
        full = find_full(lead)
        if full and (later := _later(lead, full) or _after_weather(lead, full, anchor)):
            return _told(later, anchor, place)
        full = FIGURES.match(lead) or full
        if full and not full.start():
            return _full(full, anchor, place)
        vague = MONTH_ALONE.match(lead) if "月，" in lead[:LONGEST_MONTH] else None
        vague, day = vague or find_vague(lead), find_gloss(lead) or find_day(lead)
        firsts = [m for m in (full, day, vague) if m]
        if not firsts:
            continue
        first = min(firsts, key=lambda m: m.start())
        if vague and first is vague and TO_COME.search(lead, 0, vague.start()) and (full or day):
            first = min((m for m in (full, day) if m), key=lambda m: m.start())
        if vague and first is vague:
            heard = HEARD.match(lead, vague.end())
            told = full and (full.start() - vague.end() <= 3 or (heard and full.start() == heard.end()))
            later = full if told else _after_background(lead, vague)
            if not later and text is not texts[-1] and _inside_a_noun(lead, vague):
                continue  # …开展节前慰问活动。 / 7月23日，…
            if not later:
                relative = vague[0] in ("昨日", "昨天", "今天", "今日", "明天", "当日")
                return EventDate(vague[0]), [find("date-relative", place, text=vague[0])] if relative else []
            first = later
        return _told(first, anchor, place)
    return EventDate(), []


def _inside_a_noun(lead: str, vague: re.Match[str]) -> bool:
    """Whether a vague word tells no time where it stands: 开展节前慰问活动."""
    return vague[0] in OF_A_NOUN and lead[vague.start() - 1] not in CLAUSE_BEGINS


def _after_background(lead: str, vague: re.Match[str]) -> re.Match[str] | None:
    """The date that opens a later sentence, where the vague word only tells the background (连日来…。7月20日晚,…)."""
    since = "以来" in lead[vague.end() - 2 : vague.end() + 2]
    inside = _inside_a_noun(lead, vague)
    if vague[0] not in BACKGROUND and not since and not inside and vague[0][-1] != "月":
        return None
    scene = vague[0] in BACKGROUND and lead[vague.end() : vague.end() + 1] != "，"
    marks = "。！？；，于" if since or inside or scene else "。！？"
    return next((m for m in FULL.finditer(lead, vague.end()) if lead[m.start() - 1] in marks), None)


def _later(lead: str, first: re.Match[str]) -> re.Match[str] | None:
    """The date that a later clause begins with, where the first one only tells of a festival, a paper or what was before."""
    behind = FESTIVAL.match(lead, first.end())
    if not behind and not (first.start() and PAPER.search(lead, 0, first.start())):
        return None
    at = behind.end() if behind else first.end()
    if behind and (day := GLOSS.match(lead, at) or DAY_ONLY.match(lead, at)):
        return day
    for found in FULL.finditer(lead, at - 1, at + NEXT_CLAUSES):
        if lead[found.start() - 1] in "，。！？；" and HOUR.match(lead, found.end()):
            return None if THAT_DAY.search(lead, first.end(), found.start()) else found
    return None


def _after_weather(lead: str, first: re.Match[str], anchor: date | None) -> re.Match[str] | None:
    """The day of the sentence behind one that tells of rain or snow alone; one without a month only where the issue's day gives it."""
    told = WEATHER.match(lead, first.end()) if not first.start() else None
    if told is None:
        return None
    return FULL.match(lead, told.end()) or (DAY_ONLY.match(lead, told.end()) if anchor else None)


def _told(match: re.Match[str], anchor: date | None, place: Place) -> tuple[EventDate, list[Finding]]:
    return (_full if "month" in match.re.groupindex else _day_only)(match, anchor, place)


def _full(match: re.Match[str], anchor: date | None, place: Place) -> tuple[EventDate, list[Finding]]:
    month, day = number(match["month"]), number(match["day"])
    year = number(match["year"]) if match["year"] else 0
    text = match[0]
    if not _possible(year or 2020, month, day):
        return EventDate(text), [find("date-odd", place, text=text)]
    if year:
        return EventDate(text, year, month, day, "text"), []
    return complete(EventDate(text, 0, month, day, "text"), anchor, place)


def _day_only(match: re.Match[str], anchor: date | None, place: Place) -> tuple[EventDate, list[Finding]]:
    text, day = match[0], int(match["day"])
    if not 1 <= day <= 31:
        return EventDate(text), [find("date-odd", place, text=text)]
    if anchor is None:
        return EventDate(text), []
    month_start = anchor.replace(day=1)
    if day > anchor.day + 1 or match.string[max(0, match.start() - 2) : match.start()] == "上月":
        month_start = (month_start - timedelta(days=1)).replace(day=1)
    if not _possible(month_start.year, month_start.month, day):
        return EventDate(text), [find("date-odd", place, text=text)]
    return EventDate(text, month_start.year, month_start.month, day, "text"), []


def complete(event: EventDate, anchor: date | None, place: Place) -> tuple[EventDate, list[Finding]]:
    """Give a month and day its year: the latest such day not later than the day after `anchor`.

    Where that day lies far back the text means one to come (定于1月16日): it is taken where it is near, else no date is
    taken, and it is said.
    """
    if anchor is None or event.year or not event.month:
        return event, []
    for year in range(anchor.year + 1, anchor.year - 9, -1):
        if _possible(year, event.month, event.day):
            day = date(year, event.month, event.day)
            if day <= anchor + timedelta(days=1):
                break
    else:
        return event, []
    if anchor - day > FAR:
        ahead = _next_year(day)
        if ahead and ahead - anchor <= SOON:
            return EventDate(event.text, ahead.year, ahead.month, ahead.day, event.source), []
        return EventDate(event.text), [find("date-far", place, text=event.text, date=day)]
    return EventDate(event.text, day.year, day.month, day.day, event.source), []


def _next_year(day: date) -> date | None:
    return day.replace(year=day.year + 1) if _possible(day.year + 1, day.month, day.day) else None


def _possible(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def guess_year(text: str) -> int:
    """The year that a text itself gives: the one printed most often, of equals the earliest printed; 0 for none."""
    counts: dict[int, int] = {}
    for match in YEAR.finditer(text):
        year = int(text[match.start() - 4 : match.start()])
        counts[year] = counts.get(year, 0) + 1
    return max(counts, key=lambda y: counts[y]) if counts else 0
