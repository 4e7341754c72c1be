"""What the page modules share: groups of pages, addresses, and the small values of the contract made from the outline.

A page module gives groups. A group is a function and its inputs: the function makes the group's pages from these values
and from nothing else, so the digest of the inputs tells whether anything about any of the pages can have changed. Only
then is the group made; and only those of its pages whose own data changed are rendered. So: hand a group all that its
pages show, and as little more as can be.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from bulletin.config import Config
from bulletin.model import PictureFile, PlacedArticle
from bulletin.outline import Activity, Bulletin, Issue, Leader, Page, Said, Topic
from bulletin.pages import contexts as c
from bulletin.parts import Load, Part
from bulletin.values import dataclass

LEAD_OPENING, STORY_OPENING = 3, 1
FEWEST_ROWS, MOST_ROWS = 12, 40
ROWS_A_PAGE = 10
"""So many rows of a list take about as long as the page of an article."""


@dataclass(frozen=True)
class Group:
    """Pages made from the same values: `make(load, *inputs)` gives them, in order."""

    name: str
    make: Callable[..., Iterator[Page]]
    inputs: tuple[object, ...]
    weight: int = 1
    """About how many articles' pages could be made in the time that it takes: what is handed over at once is measured by it."""

    def pages(self, load: Load) -> Iterator[Page]:
        return self.make(load, *self.inputs)


@dataclass(frozen=True)
class Making:
    """What all groups are made from."""

    bulletin: Bulletin
    config: Config
    site: Part[c.Site]

    @cached_property
    def leaders(self) -> Mapping[str, Leader]:
        """Key -> leader, of those with a page."""
        return {leader.key: leader for leader in self.bulletin.leaders}

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Id -> topic, of those with a page."""
        return {topic.entry.id: topic for topic in self.bulletin.topics}

    @property
    def topic_names(self) -> tuple[tuple[str, str], ...]:
        """(id, name) of the topics with a page, in their order."""
        return tuple((topic.entry.id, topic.entry.name) for topic in self.bulletin.topics)


def weight_of_list(reports: int) -> int:
    """The weight of what is made of all reports of a leader or topic: pages of rows, which are looked through for each year."""
    return 1 + reports // ROWS_A_PAGE


def picture(file: PictureFile) -> c.Picture:
    smaller = tuple(c.PictureSize(url, width) for url, width in file.smaller)
    return c.Picture(file.url, file.alt or file.caption, file.caption, file.credit, file.width, file.height, smaller)


def story(placed: PlacedArticle, paragraphs: int = STORY_OPENING) -> c.Story:
    """An article as the front page and the issue pages show it."""
    article = placed.article
    if article.withdrawn:
        return c.Story(placed.link, placed.number, article.column, (), None)
    shown = picture(article.pictures[0]) if article.pictures else None
    return c.Story(placed.link, placed.number, article.column, article.opening[:paragraphs], shown)


def print_page_url(issue: Issue, number: int) -> str:
    """Address of a print page; the issue's own where it is not divided."""
    return issue.url.replace("index.html", f"p{number:02}/index.html") if number else issue.url


def print_page_label(number: int, name: str) -> str:
    """第01版：要闻, or empty where the issue is not divided."""
    return f"第{number:02}版" + (f"：{name}" if name else "") if number else ""


def print_pages(
    issue: Issue, leave_out: PlacedArticle | None = None, lead: PlacedArticle | None = None
) -> tuple[c.PrintPageStories, ...]:
    """The stories of an issue by print page; `leave_out` is not among them, `lead` shows more of its text."""
    found = []
    for number, name, articles in issue.print_pages:
        stories = tuple(story(a, LEAD_OPENING if a is lead else STORY_OPENING) for a in articles if a is not leave_out)
        found.append(
            c.PrintPageStories(number, name, print_page_label(number, name), print_page_url(issue, number), stories)
        )
    return tuple(found)


def month_url(year: int, month: int) -> str:
    return f"{year:04}/{month:02}/index.html"


def year_url(year: int) -> str:
    return f"{year:04}/index.html"


def inner_url(home: str, year: int | None) -> str:
    """Address of the page of a year below the page of a leader or topic; that page's own for None."""
    return home if year is None else home.replace("index.html", f"{year}/index.html")


def feed_url(home: str) -> str:
    return home.replace("index.html", "feed.xml")


def period(start: date, end: date | None) -> str:
    """2020年10月起; 2019年11月至2020年10月."""
    first = f"{start.year}年{start.month}月"
    return f"{first}起" if end is None else f"{first}至{end.year}年{end.month}月"


def statement_view(said: Said, speaker: str, speaker_url: str, subject: str) -> c.StatementView:
    statement = said.statement
    return c.StatementView(
        speaker, speaker_url, subject, statement.text, statement.points,
        f"{said.link.url}#p{statement.paragraph + 1}", said.link,
    )  # fmt: skip


def in_months(rows: Iterable[Activity]) -> tuple[c.ActivityMonth, ...]:
    """Rows, newest first, by the month of their issue."""
    months: dict[tuple[int, int], list[Activity]] = {}
    for row in rows:
        months.setdefault((row.link.date.year, row.link.date.month), []).append(row)
    return tuple(c.ActivityMonth(year, month, tuple(found)) for (year, month), found in months.items())


def newest_rows(rows: Sequence[Activity]) -> tuple[Activity, ...]:
    """What a leader's or topic's own page shows of `rows`, newest first: the newest year, and more where that is short.

    Of a full year the newest months, at most `MOST_ROWS` where one month has not more. A month is never cut: the rest is on
    the pages of the years.
    """
    whole = sum(row.link.date.year == rows[0].link.date.year for row in rows)
    end = min(len(rows), MOST_ROWS, max(whole, FEWEST_ROWS))
    last = _month_of(rows[end - 1])
    if end < len(rows) and _month_of(rows[end]) == last:
        begin = next(i for i, row in enumerate(rows) if _month_of(row) == last)
        end = begin if begin >= FEWEST_ROWS else sum(_month_of(row) >= last for row in rows)
    return tuple(rows[:end])


def _month_of(row: Activity) -> tuple[int, int]:
    return row.link.date.year, row.link.date.month
