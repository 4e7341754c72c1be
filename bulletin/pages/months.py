"""A month: its issues with their print pages and articles, and its own page with calendar and headlines.

All of these are one group, because they are made from the same articles: whatever changes in a month is looked at here.
"""

from collections.abc import Iterator

from bulletin.model import RegisteredLeader
from bulletin.outline import Issue, IssueHead, Month, Page, issue_head
from bulletin.pages import contexts as c
from bulletin.pages.articles import article_pages
from bulletin.pages.calendar import month_calendar, with_current
from bulletin.pages.frame import Group, Making, month_url, print_pages
from bulletin.pages.related import Subjects, months_back, related_reports
from bulletin.parts import Load, Part
from bulletin.values import dataclass


@dataclass(frozen=True, slots=True)
class Around:
    """What the pages of a month show besides its own articles."""

    before: IssueHead | None
    after: IssueHead | None
    month_before: tuple[int, int] | None
    month_after: tuple[int, int] | None
    leaders: tuple[Part[tuple[str, str, RegisteredLeader | None]], ...]
    """(key, address, entry in the register) of the leaders with a page whom its articles name."""
    topics: Part[tuple[tuple[str, c.Link, bool], ...]]
    """(id, link, special) of all topics with a page."""
    earlier: tuple[Part[Subjects], ...]
    """What reports of the months before were about, oldest first."""
    week_start: str
    publish_time: str


def month_groups(making: Making) -> Iterator[Group]:
    """One group a month, oldest first."""
    months = making.bulletin.months
    topics = Part.of(tuple((t.entry.id, c.Link(t.entry.name, t.url), t.entry.special) for t in making.bulletin.topics))
    people = {key: Part.of((key, leader.url, leader.entry)) for key, leader in making.leaders.items()}
    for i, month in enumerate(months):
        before = months[i - 1] if i else None
        after = months[i + 1] if i + 1 < len(months) else None
        around = Around(
            before.heads[-1] if before else None,
            after.heads[0] if after else None,
            (before.year, before.month) if before else None,
            (after.year, after.month) if after else None,
            tuple(people[key] for key in month.people if key in people),
            topics,
            months_back(months, i),
            making.config.week_start,
            making.config.publish_time,
        )
        yield Group(f"month {month.year:04}-{month.month:02}", _month, (making.site, month, around), month.articles)


def _month(load: Load, site: Part[c.Site], month: Month, around: Around) -> Iterator[Page]:
    issues = load(month.issues)
    related = related_reports(issues, [subject for part in around.earlier for subject in load(part)])
    leaders = {key: (url, entry) for key, url, entry in map(load, around.leaders)}
    topics = {id: (link, special) for id, link, special in load(around.topics)}
    heads = (around.before, *month.heads, around.after)
    calendar = month_calendar(month.year, month.month, month.heads, around.week_start)
    for i, issue in enumerate(issues):
        yield from _issue_pages(issue, site, heads[i], heads[i + 2], calendar)
        yield from article_pages(issue, site, leaders, topics, related, around.publish_time)
    before = _link(*around.month_before) if around.month_before else None
    after = _link(*around.month_after) if around.month_after else None
    contents = tuple(_contents(issue) for issue in reversed(issues))
    context, newest = c.MonthPage(calendar, contents, before, after), month.heads[-1].date
    yield Page(calendar.url, "month.html", (site, context), calendar.url, modified=newest.isoformat())


def _issue_pages(
    issue: Issue, site: Part[c.Site], before: IssueHead | None, after: IssueHead | None, calendar: c.Month
) -> Iterator[Page]:
    """The issue's own page, and one a print page where it is divided."""
    pages = print_pages(issue, lead=issue.articles[0])
    head, day = issue_head(issue), issue.date.isoformat()
    context = c.IssuePage(head, pages, before, after, with_current(calendar, issue.date))
    yield Page(issue.url, "issue.html", (site, context), day, modified=day)
    if not issue.page_names:
        return
    links = [c.Link(page.label, page.url) for page in pages]
    for i, page in enumerate(pages):
        previous = links[i - 1] if i else None
        next = links[i + 1] if i + 1 < len(links) else None
        yield Page(page.url, "print_page.html", (site, c.PrintPage(head, page, previous, next)), day, modified=day)


def _link(year: int, month: int) -> c.Link:
    return c.Link(f"{year}年{month}月", month_url(year, month))


def _contents(issue: Issue) -> c.IssueContents:
    return c.IssueContents(issue_head(issue), tuple(placed.link for placed in issue.articles))
