"""Article pages, and pages at old addresses that lead to them."""

from collections.abc import Iterable, Iterator, Mapping

from bulletin.findings import Finding, Place, find
from bulletin.model import ROOT, Jump, PlacedArticle, RegisteredLeader
from bulletin.outline import Issue, Page, issue_head
from bulletin.pages import contexts as c
from bulletin.pages.frame import picture, print_page_label, print_page_url
from bulletin.parts import Load, Part
from bulletin.shares import key_of, posts_of_the_day
from bulletin.values import dataclass

NEIGHBOURS = 20
LeaderPages = Mapping[str, tuple[str, RegisteredLeader | None]]
"""Key -> (address, entry in the register), of leaders with a page."""


@dataclass(frozen=True, slots=True)
class IssueAround:
    """What every article page of an issue shows of it."""

    head: c.IssueHead
    links: tuple[c.ArticleLink, ...]
    pages: tuple[int, ...]
    """Print page of each article."""
    print_pages: tuple[tuple[int, c.Link], ...]
    """Number -> link; empty where the issue is not divided."""
    publish_time: str


def article_pages(
    issue: Issue, site: Part[c.Site], leaders: LeaderPages, topics: Mapping[str, tuple[c.Link, bool]],
    related: Mapping[str, tuple[c.ArticleLink, ...]], publish_time: str,
) -> Iterator[Page]:  # fmt: skip
    """One page an article of the issue, each followed by the pages at its old addresses."""
    names = tuple((n, c.Link(print_page_label(n, name), print_page_url(issue, n))) for n, name in issue.page_names)
    links = tuple(placed.link for placed in issue.articles)
    pages = tuple(placed.article.page for placed in issue.articles)
    around = Part.of(IssueAround(issue_head(issue), links, pages, names, publish_time))
    jumps = _jump_links(issue)
    for i, placed in enumerate(issue.articles):
        article = placed.article
        people = leaders_in(placed, leaders)
        subjects = tuple(link for _, link in sorted(
            ((not topics[t][1], n), topics[t][0]) for n, t in enumerate(article.topics) if t in topics
        ))  # fmt: skip
        rest = (jumps.get(placed.number, ()), people, subjects, related.get(placed.url, ()))
        yield Page(
            placed.url, "article.html", (site, around, i, placed, *rest), article.path, not article.withdrawn, (article.updated or article.issue).isoformat(),
        )  # fmt: skip
        yield from _redirects(placed, site)


def article_page(
    load: Load, site: c.Site, issue: Part[IssueAround], i: int, placed: PlacedArticle, jumps: tuple[c.Link, ...],
    leaders: tuple[c.LeaderInArticle, ...], topics: tuple[c.Link, ...], related: tuple[c.ArticleLink, ...],
) -> c.ArticlePage:  # fmt: skip
    """The context of article.html."""
    article, around = placed.article, load(issue)
    published = placed.published or f"{article.issue.isoformat()}T{around.publish_time}:00+08:00"
    gone = article.withdrawn
    return c.ArticlePage(
        title=article.title,
        kicker=article.kicker,
        subtitle=article.subtitle,
        url=placed.url,
        issue=around.head,
        print_page=dict(around.print_pages).get(article.page),
        column=article.column,
        published=published[:16].replace("T", " "),
        published_iso=published,
        updated=article.updated.isoformat() if article.updated else "",
        event_date=article.event,
        source=article.source or site.organisation,
        byline=article.byline,
        credits=tuple(c.Credit(role, names) for role, names in article.credits),
        reprint=article.reprint,
        original_title=article.original_title,
        source_url=article.source_url,
        body="" if gone else load(article.body).html.replace(ROOT, "../" * placed.url.count("/")),
        summary="" if gone else article.summary,
        picture=picture(article.pictures[0]) if article.pictures and not gone else None,
        jumps=jumps,
        correction=article.correction,
        withdrawn=gone,
        leaders=() if gone else leaders,
        topics=() if gone else topics,
        related=related,
        neighbours=_neighbours(around, i),
        previous=around.links[i - 1] if i else None,
        next=around.links[i + 1] if i + 1 < len(around.links) else None,
    )


def leaders_in(placed: PlacedArticle, leaders: LeaderPages) -> tuple[c.LeaderInArticle, ...]:
    """The leaders whom an article names; the posts are those of the day where the report prints none."""
    found = []
    for person in placed.article.people:
        url, entry = leaders.get(key_of(person), ("", None))
        posts = posts_of_the_day(person, entry, placed.article.issue)
        found.append(c.LeaderInArticle(person.name, url, posts, person.roles))
    return tuple(found)


def _neighbours(around: IssueAround, i: int) -> tuple[c.ArticleLink, ...]:
    """Headlines of the same print page; of a very long one those near by."""
    near = range(max(0, i - NEIGHBOURS), min(len(around.links), i + NEIGHBOURS + 1))
    return tuple(around.links[k] for k in near if around.pages[k] == around.pages[i])


def _jump_links(issue: Issue) -> dict[int, tuple[c.Link, ...]]:
    """Article number -> its jump links; a jump whose other half is not sure keeps its words and has no address."""
    found: dict[int, tuple[c.Link, ...]] = {}
    ways = [(placed, jump) for placed in issue.articles for jump in placed.article.jumps]
    for placed, jump in ways:
        others = [other for other, back in ways if other is not placed and _fits(placed, jump, other, back)]
        url = others[0].url if len(others) == 1 else ""
        found[placed.number] = (*found.get(placed.number, ()), c.Link(jump.text, url))
    return found


def lone_jumps(issues: Iterable[Issue]) -> Iterator[Finding]:
    """A finding for each jump mark whose other half is not sure."""
    for issue in issues:
        if not any(placed.article.jumps for placed in issue.articles):
            continue
        links = _jump_links(issue)
        for placed in issue.articles:
            for jump, link in zip(placed.article.jumps, links.get(placed.number, ()), strict=True):
                if not link.url:
                    yield find("jump-alone", Place(placed.article.path, jump.line), text=jump.text)


def _fits(placed: PlacedArticle, jump: Jump, other: PlacedArticle, back: Jump) -> bool:
    """Whether two jump marks are the two halves of one: each names the other's print page."""
    return jump.onward != back.onward and jump.page == other.article.page and back.page == placed.article.page


def _redirects(placed: PlacedArticle, site: Part[c.Site]) -> Iterator[Page]:
    for alias in placed.article.aliases:
        url = alias.strip("/ ")
        if url and not url.endswith(".html"):
            url += "/index.html"
        if url and ".." not in url:
            data = (site, c.RedirectPage(placed.article.title, placed.url))
            yield Page(url, "redirect.html", data, placed.article.path, listed=False)
