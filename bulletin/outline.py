"""The bulletin as the pages are made from it: its months, its leaders, its topics.

What every list needs is at hand; articles of a month, activities and statements are parts (see `parts`), so that a
bulletin of a hundred thousand articles is held in small values and a page loads what it shows. `IssueHead` and `Activity`
are shown by templates as they are.
"""

from collections.abc import Iterator
from datetime import date as Date
from functools import cached_property
from typing import Annotated as A

from bulletin.identity.numbers import Numbered
from bulletin.model import (
    ArticleLink,
    Former,
    PlacedArticle,
    Post,
    RegisteredLeader,
    StandingText,
    Statement,
    TopicEntry,
)
from bulletin.parts import Part, knows_its_digest
from bulletin.values import dataclass


@dataclass(frozen=True, slots=True)
class IssueHead:
    """The masthead's words for one issue."""

    date: A[Date, "date of the issue"]
    url: A[str, "address"]
    number: A[int, "第N期 of its year"]
    total: A[int, "总第N期; 0 where not known"]
    pages: A[int, "number of print pages, at least 1"]
    articles: A[int, "number of articles"]


@dataclass(frozen=True, slots=True)
class Activity:
    """A report in which a leader appears."""

    link: A[ArticleLink, "the report"]
    date: A[Date, "when it happened where the text says, else date of the issue"]
    roles: A[tuple[str, ...], "what the leader did"]
    posts: A[tuple[str, ...], "posts of that day"]


@dataclass(frozen=True)
class Issue:
    """The articles of one date, in reading order."""

    date: Date
    url: str
    number: int
    total: int
    articles: tuple[PlacedArticle, ...]
    page_names: tuple[tuple[int, str], ...] = ()
    """Print pages and their names; empty where the issue is not divided."""

    @cached_property
    def print_pages(self) -> tuple[tuple[int, str, tuple[PlacedArticle, ...]], ...]:
        """(number, name, articles) of each print page; one page 0 where the issue is not divided."""
        if not self.page_names:
            return ((0, "", self.articles),)
        return tuple(
            (number, name, tuple(a for a in self.articles if a.article.page == number))
            for number, name in self.page_names
        )


def issue_head(issue: Issue) -> IssueHead:
    """The head of an issue; one that is not divided counts as one print page."""
    return IssueHead(
        issue.date, issue.url, issue.number, issue.total, max(1, len(issue.page_names)), len(issue.articles)
    )


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about: later reports with the same topics and people name it as related."""

    link: ArticleLink
    number: int
    """Its number in the issue."""
    topics: tuple[str, ...]
    people: tuple[str, ...]
    """Keys of the people whom it names."""


@knows_its_digest
@dataclass(frozen=True, slots=True)
class Month:
    """A month with its issues, oldest first: their heads at hand, their articles as a part."""

    year: int
    month: int
    heads: tuple[IssueHead, ...]
    issues: Part[tuple[Issue, ...]]
    people: tuple[str, ...]
    """Keys of the leaders named in it, in order of first appearance."""
    shown: int
    """Number of articles that are not withdrawn."""
    subjects: Part[tuple[Subject, ...]]
    """Those of the articles shown, oldest first: bodies leave them as they are."""

    @property
    def digest(self) -> str:
        return self.issues.digest

    @property
    def articles(self) -> int:
        return sum(head.articles for head in self.heads)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and the report it stands in; `leader` is the key of the speaker."""

    statement: Statement
    link: ArticleLink
    leader: str


@dataclass(frozen=True, slots=True)
class LeaderMonth:
    """A leader in one month: activities and statements, newest first."""

    activities: tuple[Activity, ...]
    statements: tuple[Said, ...]
    companions: tuple[tuple[str, int], ...]
    """Keys of other people in the same reports, with the number of those."""


@dataclass(frozen=True, slots=True)
class TopicMonth:
    """A topic in one month, newest first. Activities have no roles and posts."""

    activities: tuple[Activity, ...]
    statements: tuple[Said, ...]
    people: tuple[tuple[str, int], ...]
    """Keys of the people in its reports, with the number of those."""
    together: tuple[tuple[str, int], ...]
    """Ids of other topics of its reports, with the number of those."""
    newest: PlacedArticle | None
    pictured: PlacedArticle | None
    """The newest report that has a picture."""


@dataclass(frozen=True, slots=True)
class LeaderShare:
    """What a month holds of a leader: `count` activities, and the rest as a part."""

    year: int
    month: int
    count: int
    part: Part[LeaderMonth]


@dataclass(frozen=True, slots=True)
class TopicShare:
    """What a month holds of a topic: `count` reports, and the rest as a part."""

    year: int
    month: int
    count: int
    part: Part[TopicMonth]


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader with a page: everything the archive knows. `key` is the register's id, else the name."""

    key: str
    id: str
    name: str
    url: str
    order: tuple[int, ...]
    """Protocol order: body, rank, place; smaller comes first."""
    body: str
    posts: tuple[str, ...]
    """Current posts, or the last ones printed."""
    history: tuple[Post, ...]
    count: int
    """Number of reports."""
    latest: ArticleLink
    companions: tuple[tuple[str, int], ...]
    """Keys of other people in the same reports, with the number of those."""
    months: tuple[LeaderShare, ...]
    """Newest first."""
    former: Date | None = None
    """The day the last post ended, for somebody who holds none now."""
    entry: RegisteredLeader | None = None
    """The person in the register."""

    @property
    def years(self) -> tuple[int, ...]:
        """Years with a report, newest first."""
        return tuple(dict.fromkeys(share.year for share in self.months if share.count))


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with a page."""

    entry: TopicEntry
    url: str
    count: int
    first: Date
    """Issue of the oldest report."""
    latest: ArticleLink
    pictured: PlacedArticle
    """The newest report that has a picture, else the newest."""
    people: tuple[tuple[str, int], ...]
    """Keys of the people in its reports, with the number of those."""
    together: tuple[tuple[str, int], ...]
    """Ids of other topics of its reports, with the number of those."""
    months: tuple[TopicShare, ...]
    """Newest first."""

    @property
    def years(self) -> tuple[int, ...]:
        """Years with a report, newest first."""
        return tuple(dict.fromkeys(share.year for share in self.months if share.count))


@dataclass(frozen=True, slots=True)
class Bulletin:
    """Everything that the pages are made from."""

    months: tuple[Month, ...]
    """Oldest first."""
    leaders: tuple[Leader, ...]
    """In protocol order; those with a page."""
    topics: tuple[Topic, ...]
    """In the order of the lexicon, special ones first; those with an article."""
    standing: tuple[StandingText, ...]
    former: tuple[Former, ...] = ()
    """Published addresses that have no article any more."""
    numbers: tuple[Numbered, ...] = ()
    """Numbers of leaders, for the ledger."""

    @property
    def heads(self) -> Iterator[IssueHead]:
        """All issues, oldest first."""
        return (head for month in self.months for head in month.heads)


@dataclass(frozen=True, slots=True)
class Page:
    """An address on the site, with its template and the values it is rendered from; not yet bytes.

    `data` is the site and the arguments of the template's maker (pages/making.py): all that a template can see, so that
    the digest of template and data is the recipe of the bytes. A page with no template is a text of its own.
    """

    url: str
    template: str
    data: tuple[object, ...]
    origin: str = ""
    """What it was made from, for messages."""
    listed: bool = True
    """Whether it is meant to be found: its place in the site map."""
    modified: str = ""
    """YYYY-MM-DD for the site map, or empty."""
    gives_way: bool = False
    """Whether it is left out, without a word, where another page has its address."""
