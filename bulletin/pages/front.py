"""The front page: the newest issue."""

from collections.abc import Iterator

from bulletin.outline import IssueHead, Month, Page, issue_head
from bulletin.pages import contexts as c
from bulletin.pages.calendar import month_calendar, with_current
from bulletin.pages.frame import LEAD_OPENING, Group, Making, print_pages, story
from bulletin.pages.topics import open_topic_cards
from bulletin.parts import Load, Part

RECENT = 6


def front_groups(making: Making) -> Iterator[Group]:
    months = making.bulletin.months
    if not months:
        return
    recent: list[IssueHead] = []
    for month in reversed(months):
        recent.extend(reversed(month.heads))
        if len(recent) > RECENT:
            break
    cards = open_topic_cards(making)
    inputs = (making.site, months[-1], tuple(recent[1 : RECENT + 1]), cards, making.config.week_start)
    yield Group("front", _front, inputs)


def _front(
    load: Load, site: Part[c.Site], month: Month, recent: tuple[IssueHead, ...], topics: tuple[c.TopicCard, ...],
    week_start: str,
) -> Iterator[Page]:  # fmt: skip
    newest = load(month.issues)[-1]
    lead = next((a for a in newest.articles if not a.article.withdrawn), newest.articles[0])
    context = c.FrontPage(
        issue=issue_head(newest),
        lead=story(lead, LEAD_OPENING),
        sections=tuple(section for section in print_pages(newest, leave_out=lead) if section.stories),
        guide=print_pages(newest),
        topics=topics,
        month=with_current(month_calendar(month.year, month.month, month.heads, week_start), newest.date),
        recent=recent,
    )
    yield Page("index.html", "front.html", (site, context), "index.html", modified=newest.date.isoformat())
