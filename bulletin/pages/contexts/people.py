"""What the pages of leaders and topics are given: posts, activities by month, charts, statements."""

from datetime import date
from typing import Annotated as A

from bulletin.model import ArticleLink
from bulletin.outline import Activity
from bulletin.pages.contexts.shared import LeaderInArticle, Link, Picture, Story, TopicCard
from bulletin.values import dataclass


@dataclass(frozen=True, slots=True)
class LeaderCard:
    """A leader in the index."""

    name: A[str, "name"]
    url: A[str, "address"]
    posts: A[tuple[str, ...], "current posts; the last printed ones where there is no register; may be empty"]
    latest: A[ArticleLink, "newest report"]
    count: A[int, "number of reports"]
    photo: A[Picture | None, "the picture that the register names"]


@dataclass(frozen=True, slots=True)
class LeaderGroup:
    """Leaders of one body."""

    name: A[str, "县委, 县人大常委会 …"]
    leaders: A[tuple[LeaderCard, ...], "in protocol order"]


@dataclass(frozen=True, slots=True)
class LeadersPage:
    """The leader index."""

    as_of: A[date, "date of the newest issue: posts are those of that day"]
    groups: A[tuple[LeaderGroup, ...], "in protocol order; an empty body is left out"]
    former: A[tuple[LeaderCard, ...], "people who left office, by leaving date, newest first"]


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post that a leader held."""

    text: A[str, "as printed"]
    period: A[str, "2020年1月至今, 2018年11月—2020年1月; what the archive saw where there is no register"]
    current: A[bool, "whether held on the day of the newest issue"]


@dataclass(frozen=True, slots=True)
class ActivityMonth:
    """Activities of one month."""

    year: A[int, "year"]
    month: A[int, "1 to 12"]
    activities: A[tuple[Activity, ...], "newest first"]


@dataclass(frozen=True, slots=True)
class MonthCount:
    """A bar of a chart."""

    year: A[int, "year"]
    month: A[int, "1 to 12"]
    count: A[int, "number of reports"]


@dataclass(frozen=True, slots=True)
class DayCount:
    """A day that has a report."""

    date: A[date, "the day"]
    count: A[int, "number of reports"]
    week: A[int, "its column in the grid, from 0"]
    weekday: A[int, "its row: 0 is Monday"]


@dataclass(frozen=True, slots=True)
class GridMonth:
    """Where a month begins in a grid of days."""

    month: A[int, "1 to 12"]
    week: A[int, "the column in which it begins"]


@dataclass(frozen=True, slots=True)
class DayGrid:
    """A year's days in weeks, for a drawing."""

    weeks: A[int, "number of columns"]
    months: A[tuple[GridMonth, ...], "in order; one that has hardly begun or ended is left out"]
    days: A[tuple[DayCount, ...], "days with a report, oldest first"]


@dataclass(frozen=True, slots=True)
class StatementView:
    """What a leader said on a topic."""

    speaker: A[str, "name"]
    speaker_url: A[str, "the leader's page, or empty"]
    subject: A[str, "the topic's name, or the words of the report, or empty"]
    text: A[str, "the words, plain text"]
    points: A[tuple[str, ...], "numbered points (一是 …) where the statement has them"]
    url: A[str, "the paragraph in the report, with #p…"]
    link: A[ArticleLink, "the report"]


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """Statements on one subject, or of one speaker."""

    name: A[str, "the subject or the speaker"]
    url: A[str, "its page, or empty"]
    statements: A[tuple[StatementView, ...], "newest first"]


@dataclass(frozen=True, slots=True)
class LeaderPage:
    """A leader: posts, activities, statements."""

    name: A[str, "name"]
    url: A[str, "address"]
    note: A[str, "words that tell people of the same name apart, or empty"]
    posts: A[tuple[str, ...], "current posts, or the last ones printed; may be empty"]
    as_of: A[date, "date of the newest issue"]
    registered: A[bool, "whether the posts come from the register"]
    duties: A[str, "分工, or empty"]
    biography: A[str, "or empty"]
    photo: A[Picture | None, "the picture that the register names"]
    history: A[tuple[PostRow, ...], "posts by period, newest first"]
    count: A[int, "number of reports in all"]
    home: A[str, "address of the leader's own page; the same as url there, another on the page of a year"]
    year: A[int, "year of this page; 0 on the leader's own page, which shows the newest activities"]
    months: A[tuple[ActivityMonth, ...], "activities, newest month first"]
    chart: A[tuple[MonthCount, ...], "the year's twelve months; on the leader's own page the last twelve, oldest first"]
    days: A[DayGrid, "days with a report in the same time"]
    years: A[tuple[Link, ...], "pages of all years, newest first"]
    statements: A[tuple[StatementGroup, ...], "by topic: that year's, or the newest forty"]
    companions: A[tuple[LeaderInArticle, ...], "people in the same reports, in protocol order; roles are empty"]
    feed: A[str, "address of the leader's feed"]


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """The topic index."""

    special: A[tuple[TopicCard, ...], "topics from topics.yaml, open ones first"]
    general: A[tuple[TopicCard, ...], "topics of the built-in set, in its order"]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A topic: reports newest first, statements by speaker."""

    name: A[str, "name"]
    url: A[str, "address"]
    introduction: A[str, "safe HTML, or empty"]
    count: A[int, "number of reports in all"]
    period: A[str, "2020年10月起, or 2019年11月至2020年10月"]
    closed: A[bool, "已结束"]
    updated: A[date, "date of the newest report"]
    lead: A[Story | None, "the newest report that has a picture, else the newest; none on the page of a year"]
    picks: A[tuple[ArticleLink, ...], "reports that the editors put on top, in their order; none on the page of a year"]
    home: A[str, "address of the topic's own page; the same as url there, another on the page of a year"]
    year: A[int, "year of this page; 0 on the topic's own page, which shows the newest reports"]
    months: A[tuple[ActivityMonth, ...], "reports by month, newest first; roles and posts are empty"]
    chart: A[
        tuple[MonthCount, ...], "from the first report on, at most the last two years; on the page of a year its months"
    ]
    years: A[tuple[Link, ...], "pages of all years, newest first"]
    statements: A[tuple[StatementGroup, ...], "by speaker, in protocol order: that year's, or the newest forty"]
    related: A[tuple[Link, ...], "topics that share most reports with it, at most six"]
    leaders: A[tuple[LeaderInArticle, ...], "leaders in its reports, in protocol order"]
    feed: A[str, "address of the topic's feed"]
