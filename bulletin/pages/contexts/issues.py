"""What the pages of issues and articles are given, and the archive's."""

from datetime import date
from typing import Annotated as A

from bulletin.model import ArticleLink
from bulletin.outline import IssueHead
from bulletin.pages.contexts.shared import LeaderInArticle, Link, Month, Picture, PrintPageStories, Story, TopicCard
from bulletin.values import dataclass


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The front page: the newest issue."""

    issue: A[IssueHead, "the newest issue"]
    lead: A[Story, "the first story"]
    sections: A[tuple[PrintPageStories, ...], "the other stories by print page; the lead is left out"]
    guide: A[tuple[PrintPageStories, ...], "all stories by print page, for 本期导读"]
    topics: A[tuple[TopicCard, ...], "open topics with the newest reports, at most six"]
    month: A[Month, "calendar of the newest issue's month"]
    recent: A[tuple[IssueHead, ...], "the issues before this one, newest first, at most six"]


@dataclass(frozen=True, slots=True)
class IssuePage:
    """An issue, by date."""

    issue: A[IssueHead, "this issue"]
    pages: A[tuple[PrintPageStories, ...], "its print pages"]
    previous: A[IssueHead | None, "the issue before"]
    next: A[IssueHead | None, "the issue after"]
    month: A[Month, "calendar of its month"]


@dataclass(frozen=True, slots=True)
class PrintPage:
    """A print page (版) of an issue, at its own address."""

    issue: A[IssueHead, "the issue"]
    page: A[PrintPageStories, "this print page"]
    previous: A[Link | None, "上一版"]
    next: A[Link | None, "下一版"]


@dataclass(frozen=True, slots=True)
class Credit:
    """A line of credits."""

    role: A[str, "责编, 审核, 摄影 …"]
    names: A[tuple[str, ...], "names"]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article."""

    title: A[str, "headline"]
    kicker: A[str, "line above the headline, or empty"]
    subtitle: A[str, "line below the headline, or empty"]
    url: A[str, "address"]
    issue: A[IssueHead, "the issue it stands in"]
    print_page: A[Link | None, "its print page, or none where the issue is not divided"]
    column: A[str, "standing heading (栏目), or empty"]
    published: A[str, "发布时间 as YYYY-MM-DD HH:MM, Beijing time"]
    published_iso: A[str, "the same for machines, with +08:00"]
    updated: A[str, "date of the last change as YYYY-MM-DD, or empty"]
    event_date: A[date | None, "when it happened, where the text says"]
    source: A[str, "来源"]
    byline: A[tuple[str, ...], "authors"]
    credits: A[tuple[Credit, ...], "editors, reviewers, photographers"]
    reprint: A[bool, "whether it is reprinted from elsewhere"]
    original_title: A[str, "the original's headline, for a reprint; or empty"]
    source_url: A[str, "the original's address, for a reprint; or empty"]
    body: A[str, "the text as safe HTML; each paragraph has an id such as p3"]
    summary: A[str, "plain text of at most 120 characters"]
    picture: A[Picture | None, "its first picture"]
    jumps: A[tuple[Link, ...], "continued on, continued from; url is empty where the other half was not found"]
    correction: A[str, "更正 note, or empty"]
    withdrawn: A[bool, "撤稿: the text is not shown"]
    leaders: A[tuple[LeaderInArticle, ...], "leaders whom it names, in order of appearance"]
    topics: A[tuple[Link, ...], "topics it belongs to"]
    related: A[
        tuple[ArticleLink, ...],
        "earlier reports, of at most a year before, on the same topics and people; at most four",
    ]
    neighbours: A[tuple[ArticleLink, ...], "headlines of the same print page, itself among them"]
    previous: A[ArticleLink | None, "上一篇"]
    next: A[ArticleLink | None, "下一篇"]


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """All issues, by year."""

    years: A[tuple["YearCard", ...], "newest first"]


@dataclass(frozen=True, slots=True)
class YearCard:
    """A year in the archive."""

    year: A[int, "year"]
    url: A[str, "address of its page"]
    issues: A[int, "number of issues"]
    articles: A[int, "number of articles"]
    months: A[tuple[Link, ...], "months with an issue, oldest first"]


@dataclass(frozen=True, slots=True)
class YearPage:
    """A year's calendars."""

    year: A[int, "year"]
    issues: A[int, "number of issues"]
    months: A[tuple[Month, ...], "months with an issue, oldest first"]
    years: A[tuple[Link, ...], "all years, newest first"]


@dataclass(frozen=True, slots=True)
class IssueContents:
    """An issue with its headlines."""

    issue: A[IssueHead, "the issue"]
    articles: A[tuple[ArticleLink, ...], "in reading order"]


@dataclass(frozen=True, slots=True)
class MonthPage:
    """A month: its calendar and all headlines."""

    month: A[Month, "calendar"]
    issues: A[tuple[IssueContents, ...], "newest first"]
    previous: A[Link | None, "the month before that has an issue"]
    next: A[Link | None, "the month after that has an issue"]
