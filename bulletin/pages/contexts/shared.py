"""What pages of several kinds show: links, the site, pictures, stories, calendars, people and topics by name."""

from typing import Annotated as A

from bulletin.model import ArticleLink
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
class LeaderInArticle:
    """A leader whom the article names."""

    name: A[str, "name"]
    url: A[str, "the leader's page, or empty where there is none"]
    posts: A[tuple[str, ...], "posts of that day: as printed in the report, else as registered"]
    roles: A[tuple[str, ...], "what the leader did: 主持 强调 调研 …"]


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
