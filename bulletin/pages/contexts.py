"""What a template may see: one value for each template, and the contract with theme authors.

In: nothing but the frozen values made by the page modules. Out: the names that `themes/README.md` lists; that page is
made from this module (`python -m bulletin.pages.contract`) and a test holds the two equal.

A template is given three names: `site` (a `Site`, the same on every page), `page` (the value named for its template in
`TEMPLATES`) and `root` (the way from the page back to the top of the site, such as `../../../`). A link is written
`{{ root }}{{ story.url }}`. Every `url` is relative to the top of the site and names its `index.html`, so the output
opens by double-click.

Listing pages get links and cards, never whole articles: a new paragraph in a body leaves the archive as it was.
"""

from datetime import date
from typing import Annotated as A

from bulletin.model import ArticleLink as ArticleLink
from bulletin.outline import Activity as Activity
from bulletin.outline import IssueHead as IssueHead
from bulletin.values import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A place on the site, with its name."""

    text: A[str, "the words of the link"]
    url: A[str, "address from the top of the site; an outside address begins with https://"]


@dataclass(frozen=True, slots=True)
class NavLink:
    """An entry of the main navigation."""

    key: A[str, "section it opens: home, leaders, topics, archive, search or about"]
    text: A[str, "the words of the link"]
    url: A[str, "address from the top of the site"]


@dataclass(frozen=True, slots=True)
class FooterItem:
    """A line of the footer; only configured ones are there, in the order of domain practice."""

    label: A[str, "what it is, such as 主办单位; empty where the text says it all"]
    text: A[str, "the value"]
    url: A[str, "an outside address, or empty"]
    mark: A[str, "police for the public-security record (to be shown with its badge), else empty"]


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same on every page."""

    title: A[str, "name of the bulletin, as in the masthead"]
    county: A[str, "name of the county; may be empty"]
    description: A[str, "one sentence about the bulletin"]
    base_url: A[str, "https://… with a final slash, or empty where none is configured"]
    domain: A[str, "host name out of base_url, or empty"]
    site_code: A[str, "SiteIDCode, or empty"]
    profile: A[str, "government, media or plain: which page tags and footer lines are wanted"]
    sponsor: A[str, "主办, or empty"]
    supervisor: A[str, "主管, or empty"]
    permit: A[str, "准印证 or 刊号, or empty"]
    organisation: A[str, "source named for the site's own reports"]
    navigation: A[tuple[NavLink, ...], "main navigation; sections with no page are left out"]
    footer: A[tuple[FooterItem, ...], "footer lines"]
    feed: A[str, "address of the site's Atom feed; empty where there is nothing to read"]
    stylesheets: A[tuple[str, ...], "addresses of the theme's style sheets, a parent theme's first"]
    scripts: A[tuple[str, ...], "addresses of the theme's scripts, a parent theme's first"]


@dataclass(frozen=True, slots=True)
class PictureSize:
    """A picture in a smaller size."""

    url: A[str, "address of the file"]
    width: A[int, "pixels"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that belongs to an article."""

    url: A[str, "address of the file"]
    alt: A[str, "what it shows, for those who cannot see it"]
    caption: A[str, "its caption, or empty"]
    credit: A[str, "who took it, or empty"]
    width: A[int, "pixels; 0 where not known"]
    height: A[int, "pixels; 0 where not known"]
    smaller: A[tuple[PictureSize, ...], "the same for smaller screens, smallest first; empty where there is one size"]


@dataclass(frozen=True, slots=True)
class Story:
    """An article as the front page and the issue pages show it."""

    link: A[ArticleLink, "where it leads"]
    number: A[int, "its number in the issue, from 1"]
    column: A[str, "standing heading (栏目), or empty"]
    opening: A[tuple[str, ...], "first paragraphs, plain text: up to three for the lead, one for the others"]
    picture: A[Picture | None, "its first picture"]


@dataclass(frozen=True, slots=True)
class PrintPageStories:
    """A print page (版) of an issue, with its stories in the editors' order."""

    number: A[int, "number of the print page, from 1; 0 where the issue is not divided into pages"]
    name: A[str, "its name, such as 要闻; or empty"]
    label: A[str, "第01版：要闻, or empty where the issue is not divided"]
    url: A[str, "its own address; the issue's where it is not divided"]
    stories: A[tuple[Story, ...], "in reading order"]


@dataclass(frozen=True, slots=True)
class Day:
    """A cell of a month's calendar."""

    number: A[int, "day of the month; 0 for an empty cell"]
    url: A[str, "the issue of that day, or empty"]
    current: A[bool, "whether it is the day of the page shown"]


@dataclass(frozen=True, slots=True)
class Month:
    """A month's calendar."""

    year: A[int, "year"]
    month: A[int, "1 to 12"]
    url: A[str, "address of the month's page"]
    issues: A[int, "number of issues"]
    weekdays: A[tuple[str, ...], "seven heads, in the configured order"]
    weeks: A[tuple[tuple[Day, ...], ...], "rows of seven cells"]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The front page: the newest issue."""

    issue: A[IssueHead, "the newest issue"]
    lead: A[Story, "the first story"]
    sections: A[tuple[PrintPageStories, ...], "the other stories by print page; the lead is left out"]
    guide: A[tuple[PrintPageStories, ...], "all stories by print page, for 本期导读"]
    topics: A[tuple["TopicCard", ...], "open topics with the newest reports, at most six"]
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
class LeaderInArticle:
    """A leader whom the article names."""

    name: A[str, "name"]
    url: A[str, "the leader's page, or empty where there is none"]
    posts: A[tuple[str, ...], "posts of that day: as printed in the report, else as registered"]
    roles: A[tuple[str, ...], "what the leader did: 主持 强调 调研 …"]


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
class TopicCard:
    """A topic in a list."""

    name: A[str, "name"]
    url: A[str, "address"]
    introduction: A[str, "first sentence of its introduction, or empty"]
    count: A[int, "number of reports"]
    period: A[str, "2020年10月起, or 2019年11月至2020年10月"]
    closed: A[bool, "已结束"]
    latest: A[ArticleLink, "newest report"]
    special: A[bool, "whether the editors made it, in topics.yaml"]


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


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search page; it needs JavaScript and says so where there is none."""

    engine: A[str, "address of the script that finds (`bulletinSearch`); a theme's own script shows what it found"]
    head: A[str, "address that `bulletinSearch.open` is given: leaders, topics and where the index lies"]
    count: A[int, "number of articles"]


@dataclass(frozen=True, slots=True)
class StandingPage:
    """A standing page out of content/pages."""

    title: A[str, "headline"]
    url: A[str, "address"]
    body: A[str, "safe HTML"]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """404.html; its `root` is the absolute path of the site."""

    home: A[str, "address of the front page"]


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """A page at an old address that leads to the present one."""

    title: A[str, "headline of the page it leads to"]
    url: A[str, "address of the page it leads to"]


@dataclass(frozen=True, slots=True)
class GonePage:
    """A page at a published address that is empty now; never meant to be found by search engines."""

    reason: A[
        str, "withdrawn: the report is gone; held: it is held back for now; list: a leader or topic without a report"
    ]
    date: A[date | None, "date of the report's issue, where it was a report"]


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of a feed."""

    id: A[str, "a URI that never changes"]
    title: A[str, "headline"]
    url: A[str, "absolute where base_url is configured, else relative to the feed"]
    published: A[str, "RFC 3339"]
    updated: A[str, "RFC 3339"]
    authors: A[tuple[str, ...], "names; the organisation where no byline is printed"]
    topics: A[tuple[str, ...], "names of topics"]
    summary: A[str, "plain text"]
    content: A[str, "the text as HTML, without pictures"]


@dataclass(frozen=True, slots=True)
class Feed:
    """An Atom feed (RFC 4287)."""

    id: A[str, "a URI that never changes"]
    title: A[str, "title of the feed"]
    url: A[str, "address of the feed itself; absolute where base_url is configured"]
    home: A[str, "address of the page it belongs to"]
    updated: A[str, "RFC 3339, of the newest entry"]
    entries: A[tuple[FeedEntry, ...], "newest first"]


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """An address in the site map."""

    url: A[str, "absolute address"]
    modified: A[str, "YYYY-MM-DD, or empty"]


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The site map (sitemaps.org, protocol 0.9)."""

    entries: A[tuple[SitemapEntry, ...], "all pages that are meant to be found"]


TEMPLATES: dict[str, type] = {
    "front.html": FrontPage,
    "issue.html": IssuePage,
    "print_page.html": PrintPage,
    "article.html": ArticlePage,
    "archive.html": ArchivePage,
    "year.html": YearPage,
    "month.html": MonthPage,
    "leaders.html": LeadersPage,
    "leader.html": LeaderPage,
    "topics.html": TopicsPage,
    "topic.html": TopicPage,
    "search.html": SearchPage,
    "standing.html": StandingPage,
    "404.html": NotFoundPage,
    "redirect.html": RedirectPage,
    "gone.html": GonePage,
    "feed.xml": Feed,
    "sitemap.xml": Sitemap,
}
"""Every template a theme must have (or inherit), and the class of the `page` it is given."""
