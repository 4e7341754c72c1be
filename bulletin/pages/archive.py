"""The archive: all years, a page a year with its calendars. The page of a month is in `months`."""

from collections.abc import Iterator
from datetime import date

from bulletin.outline import IssueHead, Page
from bulletin.pages import contexts as c
from bulletin.pages.calendar import month_calendar
from bulletin.pages.frame import Group, Making, month_url, year_url
from bulletin.parts import Load, Part

YearHeads = tuple[tuple[int, tuple[IssueHead, ...]], ...]
"""(month, its issues) of a year, oldest first."""


def archive_groups(making: Making) -> Iterator[Group]:
    months = making.bulletin.months
    if not months:
        return
    years = sorted({month.year for month in months}, reverse=True)
    cards = tuple(
        (year, tuple((m.month, len(m.heads), m.articles) for m in months if m.year == year)) for year in years
    )
    newest = months[-1].heads[-1].date
    yield Group("archive", _archive, (making.site, cards, newest))
    for year in years:
        heads = tuple((month.month, month.heads) for month in months if month.year == year)
        yield Group(f"year {year}", _year, (making.site, year, heads, tuple(years), making.config.week_start))


def _archive(
    load: Load, site: Part[c.Site], years: tuple[tuple[int, tuple[tuple[int, int, int], ...]], ...], newest: date
) -> Iterator[Page]:
    cards = tuple(_card(year, months) for year, months in years)
    yield Page(
        "archive/index.html", "archive.html", (site, c.ArchivePage(cards)), "archive", modified=newest.isoformat()
    )


def _card(year: int, months: tuple[tuple[int, int, int], ...]) -> c.YearCard:
    links = tuple(c.Link(f"{month}月", month_url(year, month)) for month, _, _ in months)
    issues, articles = (sum(row[i] for row in months) for i in (1, 2))
    return c.YearCard(year, year_url(year), issues, articles, links)


def _year(
    load: Load, site: Part[c.Site], year: int, months: YearHeads, years: tuple[int, ...], week_start: str
) -> Iterator[Page]:
    links = tuple(c.Link(f"{y}年", year_url(y)) for y in years)
    calendars = tuple(month_calendar(year, month, heads, week_start) for month, heads in months)
    issues = sum(calendar.issues for calendar in calendars)
    context, newest = c.YearPage(year, issues, calendars, links), months[-1][1][-1].date
    yield Page(year_url(year), "year.html", (site, context), year_url(year), modified=newest.isoformat())
