"""Month calendars: a grid with links only on days that have an issue."""

import calendar
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bulletin.outline import IssueHead
from bulletin.pages import contexts as c
from bulletin.pages.frame import month_url

WEEKDAYS = "一二三四五六日"


def month_calendar(year: int, month: int, issues: Iterable[IssueHead], week_start: str) -> c.Month:
    """The calendar of one month; `issues` are that month's."""
    first = 6 if week_start == "sunday" else 0
    urls = {issue.date.day: issue.url for issue in issues}
    weeks = tuple(
        tuple(c.Day(day, urls.get(day, ""), False) for day in week)
        for week in calendar.Calendar(first).monthdayscalendar(year, month)
    )
    heads = tuple(WEEKDAYS[(first + i) % 7] for i in range(7))
    return c.Month(year, month, month_url(year, month), len(urls), heads, weeks)


def with_current(month: c.Month, current: date) -> c.Month:
    """The same calendar for the page of one of its days."""
    weeks = tuple(
        tuple([c.Day(day.number, day.url, True) if day.number == current.day else day for day in week])
        for week in month.weeks
    )
    return replace(month, weeks=weeks)
