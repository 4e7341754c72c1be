"""The archive: all years, a page a year with its calendars, a page a month with its headlines."""

from collections.abc import Iterator

from bulletin.model import Issue, Page
from bulletin.pages import contexts as c
from bulletin.pages.calendar import by_month, month_calendar
from bulletin.pages.frame import Making, article_link, issue_head, month_url, year_url


def archive_pages(making: Making) -> Iterator[Page]:
    months = by_month(making.bulletin.issues)
    if not months:
        return
    years = sorted({year for year, _ in months}, reverse=True)
    links = tuple(c.Link(f"{year}年", year_url(year)) for year in years)
    yield making.page("archive/index.html", "archive.html", c.ArchivePage(tuple(_card(year, months) for year in years)))
    for year in years:
        calendars = tuple(_calendar(y, m, issues, making) for (y, m), issues in months.items() if y == year)
        issues = sum(calendar.issues for calendar in calendars)
        yield making.page(year_url(year), "year.html", c.YearPage(year, issues, calendars, links))
    keys = list(months)
    for i, (year, month) in enumerate(keys):
        before = _link(*keys[i - 1]) if i else None
        after = _link(*keys[i + 1]) if i + 1 < len(keys) else None
        contents = tuple(_contents(issue) for issue in reversed(months[year, month]))
        calendar = _calendar(year, month, months[year, month], making)
        yield making.page(calendar.url, "month.html", c.MonthPage(calendar, contents, before, after))


def _calendar(year: int, month: int, issues: list[Issue], making: Making) -> c.Month:
    return month_calendar(year, month, issues, making.config.week_start)


def _link(year: int, month: int) -> c.Link:
    return c.Link(f"{year}年{month}月", month_url(year, month))


def _card(year: int, months: dict[tuple[int, int], list[Issue]]) -> c.YearCard:
    own = {key: issues for key, issues in months.items() if key[0] == year}
    articles = sum(len(issue.articles) for issues in own.values() for issue in issues)
    links = tuple(c.Link(f"{month}月", month_url(year, month)) for _, month in own)
    return c.YearCard(year, year_url(year), sum(map(len, own.values())), articles, links)


def _contents(issue: Issue) -> c.IssueContents:
    return c.IssueContents(issue_head(issue), tuple(article_link(placed) for placed in issue.articles))
