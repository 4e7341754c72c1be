"""Month calendars: a grid with links only on days that have an issue."""

import calendar
from collections.abc import Iterable
from datetime import date

from bulletin.outline import IssueHead
from bulletin.pages import contexts as c
from bulletin.pages.frame import month_url

WEEKDAYS = "一二三四五六日"


def month_calendar(
    year: int, month: int, issues: Iterable[IssueHead], week_start: str, current: date | None = None
) -> c.Month:
    """The calendar of one month; `issues` are that month's."""
    first = 6 if week_start == "sunday" else 0
    urls = {issue.date.day: issue.url for issue in issues}
    weeks = tuple(
        tuple(
            c.Day(day, urls.get(day, ""), bool(current and day and date(year, month, day) == current)) for day in week
        )
        for week in calendar.Calendar(first).monthdayscalendar(year, month)
    )
    heads = tuple(WEEKDAYS[(first + i) % 7] for i in range(7))
    return c.Month(year, month, month_url(year, month), len(urls), heads, weeks)
