"""What the page modules share: addresses, and the small values of the contract made from the model."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bulletin.config import Config
from bulletin.model import Bulletin, Issue, Page, PictureFile, PlacedArticle, Said
from bulletin.pages import contexts as c

LEAD_OPENING, STORY_OPENING = 3, 1


def article_link(placed: PlacedArticle) -> c.ArticleLink:
    """A row in a list."""
    article = placed.article
    return c.ArticleLink(
        article.title, placed.url, article.issue, article.kicker, article.subtitle, place_words(placed)
    )


def place_words(placed: PlacedArticle) -> str:
    """第01版 要闻: print page and column or page name."""
    article = placed.article
    page = f"第{article.page:02}版" if article.page else ""
    return " ".join(word for word in (page, article.column or article.page_name) if word)


def picture(file: PictureFile) -> c.Picture:
    return c.Picture(file.url, file.alt or file.caption, file.caption, file.credit, file.width, file.height)


def story(placed: PlacedArticle, paragraphs: int = STORY_OPENING) -> c.Story:
    """An article as the front page and the issue pages show it."""
    article = placed.article
    if article.withdrawn:
        return c.Story(article_link(placed), placed.number, article.column, (), None)
    shown = picture(article.pictures[0]) if article.pictures else None
    return c.Story(article_link(placed), placed.number, article.column, article.opening[:paragraphs], shown)


def issue_head(issue: Issue) -> c.IssueHead:
    return c.IssueHead(
        issue.date, issue.url, issue.number, issue.total, max(1, len(issue.page_names)), len(issue.articles)
    )


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


def period(start: date, end: date | None) -> str:
    """2020年10月起; 2019年11月至2020年10月."""
    first = f"{start.year}年{start.month}月"
    return f"{first}起" if end is None else f"{first}至{end.year}年{end.month}月"


@dataclass(frozen=True)
class Making:
    """What every page is made from."""

    bulletin: Bulletin
    config: Config
    site: c.Site

    def page(self, url: str, template: str, context: object, origin: str = "") -> Page:
        return Page(url, template, (self.site, context), origin or url)

    def text(self, url: str, text: str) -> Page:
        """A file that no template makes."""
        return Page(url, "", (text,), url)

    @property
    def leader_urls(self) -> dict[str, str]:
        return dict(self.bulletin.leader_urls)


def statement_view(said: Said, speaker: str, speaker_url: str, subject: str) -> c.StatementView:
    statement, placed = said.statement, said.article
    return c.StatementView(
        speaker, speaker_url, subject, statement.text, statement.points,
        f"{placed.url}#p{statement.paragraph + 1}", article_link(placed),
    )  # fmt: skip


def leaders_in(
    placed: PlacedArticle, urls: dict[str, str], posts: dict[str, tuple[str, ...]]
) -> tuple[c.LeaderInArticle, ...]:
    """The leaders whom an article names; `posts` gives those of the day where the report prints none."""
    return tuple(
        c.LeaderInArticle(p.name, urls.get(p.id or p.name, ""), p.titles or posts.get(p.id or p.name, ()), p.roles)
        for p in placed.article.people
    )


def in_months(rows: Iterable[c.Activity]) -> tuple[c.ActivityMonth, ...]:
    """Rows, newest first, by the month of their issue."""
    months: dict[tuple[int, int], list[c.Activity]] = {}
    for row in rows:
        months.setdefault((row.link.date.year, row.link.date.month), []).append(row)
    return tuple(c.ActivityMonth(year, month, tuple(found)) for (year, month), found in months.items())
