"""Front page, issues, print pages."""

from collections.abc import Iterator

from bulletin.model import Issue, Page
from bulletin.pages import contexts as c
from bulletin.pages.calendar import by_month, month_calendar
from bulletin.pages.frame import LEAD_OPENING, Making, issue_head, print_pages, story
from bulletin.pages.topics import open_topic_cards

RECENT = 6


def front_page(making: Making) -> Iterator[Page]:
    """The newest issue as a front page."""
    issues = making.bulletin.issues
    if not issues:
        return
    newest = issues[-1]
    months = by_month(issues)
    lead = next((a for a in newest.articles if not a.article.withdrawn), newest.articles[0])
    sections = tuple(section for section in print_pages(newest, leave_out=lead) if section.stories)
    context = c.FrontPage(
        issue=issue_head(newest),
        lead=story(lead, LEAD_OPENING),
        sections=sections,
        guide=print_pages(newest),
        topics=open_topic_cards(making),
        month=_month(newest, months, making),
        recent=tuple(issue_head(issue) for issue in issues[-2 : -2 - RECENT : -1]),
    )
    yield making.page("index.html", "front.html", context)


def issue_pages(making: Making) -> Iterator[Page]:
    """One page an issue, and one a print page where it is divided."""
    issues = making.bulletin.issues
    months = by_month(issues)
    for i, issue in enumerate(issues):
        before = issue_head(issues[i - 1]) if i else None
        after = issue_head(issues[i + 1]) if i + 1 < len(issues) else None
        pages = print_pages(issue, lead=issue.articles[0])
        context = c.IssuePage(issue_head(issue), pages, before, after, _month(issue, months, making))
        yield making.page(issue.url, "issue.html", context, issue.date.isoformat())
        yield from _print_pages(issue, pages, making)


def _print_pages(issue: Issue, pages: tuple[c.PrintPageStories, ...], making: Making) -> Iterator[Page]:
    if not issue.page_names:
        return
    links = [c.Link(page.label, page.url) for page in pages]
    for i, page in enumerate(pages):
        before = links[i - 1] if i else None
        after = links[i + 1] if i + 1 < len(links) else None
        context = c.PrintPage(issue_head(issue), page, before, after)
        yield making.page(page.url, "print_page.html", context, issue.date.isoformat())


def _month(issue: Issue, months: dict[tuple[int, int], list[Issue]], making: Making) -> c.Month:
    day = issue.date
    return month_calendar(day.year, day.month, months[day.year, day.month], making.config.week_start, day)
