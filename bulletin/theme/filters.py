"""Filters for templates: small pure functions, no clock and no locale.

In: the values of the contract. Out: words as a Chinese newspaper prints them. All but `clauses` give plain text, which
the template escapes like any other.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from bulletin.patterns import pattern
from bulletin.theme.linked import news_article

WEEKDAYS = "一二三四五六日"
DIGITS = "〇一二三四五六七八九"
PRINT_PAGE = pattern(r"^第0*(\d+)版[：:]?\s*")
SENTENCE_END = pattern("[。！？!?][”’」』）)]*")
PAUSE_END = pattern("[，、；：,;:—…]+$")
COMPOUND_SURNAME = pattern(
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔"
    "|申屠|公孙|"
    "慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|令狐|百里|呼延|东郭|南门|西门|轩辕|拓跋|第五|梁丘|左丘|纳兰|耶律|完颜"
)


def clauses(text: str) -> Markup:
    """Each half of a headline in a span of its own, so that a line breaks between halves and not inside one."""
    parts = text.split()
    if len(parts) < 2:
        return escape(text.strip())
    return Markup(" ").join(Markup('<span class="clause">{}</span>').format(part) for part in parts)


def longdate(day: date) -> str:
    """2020年10月15日."""
    return f"{day.year}年{day.month}月{day.day}日"


def shortdate(day: date) -> str:
    """10月15日."""
    return f"{day.month}月{day.day}日"


def weekday(day: date) -> str:
    """星期四."""
    return "星期" + WEEKDAYS[day.weekday()]


def isodate(day: date) -> str:
    """2020-10-15, for machines."""
    return day.isoformat()


def page_number(number: int) -> str:
    """1 as 第01版; nothing for 0."""
    return f"第{number:02}版" if number else ""


def rail(label: str) -> str:
    """A print page's label for the upright rail, where digits would lie on their side: 第01版：要闻 as 第一版 要闻."""
    found = PRINT_PAGE.match(label)
    return f"第{_han(int(found[1]))}版 {label[found.end() :]}".strip() if found else label


def sentences(text: str, limit: int) -> str:
    """The first whole sentences of a text, at most `limit` characters; one that is longer ends in ……."""
    text = text.strip()
    if len(text) <= limit:
        return text
    ends = [m.end() for m in SENTENCE_END.finditer(text) if m.end() <= limit]
    if ends and ends[-1] * 3 >= limit:
        return text[: ends[-1]]
    return PAUSE_END.sub("", text[: limit - 2]) + "……"


def surname(name: str) -> str:
    """The surname, for a portrait without a picture."""
    return name[:2] if COMPOUND_SURNAME.match(name) and len(name) > 2 else name[:1]


def _han(number: int) -> str:
    """12 as 十二; from a hundred on digit by digit."""
    if number >= 100:
        return "".join(DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    before = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return before + (DIGITS[ones] if ones or not tens else "")


FILTERS: dict[str, Callable[..., Any]] = {
    "clauses": clauses,
    "longdate": longdate,
    "shortdate": shortdate,
    "weekday": weekday,
    "isodate": isodate,
    "page_number": page_number,
    "rail": rail,
    "sentences": sentences,
    "surname": surname,
    "news_article": news_article,
}
"""Name in a template -> function."""
