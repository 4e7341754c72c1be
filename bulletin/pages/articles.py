"""Article pages, and pages at old addresses that lead to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bulletin.findings import Finding, Place, find
from bulletin.model import ROOT, Bulletin, Issue, Jump, Page, PlacedArticle
from bulletin.pages import contexts as c
from bulletin.pages.frame import (
    Making,
    article_link,
    issue_head,
    leaders_in,
    picture,
    print_page_label,
    print_page_url,
)

NEIGHBOURS = 20


def article_pages(making: Making) -> Iterator[Page]:
    """One page an article, in the order of issues."""
    posts = {leader.key: {a.article.url: a.posts for a in leader.appearances} for leader in making.bulletin.leaders}
    urls = making.leader_urls
    topics = {
        topic.entry.id: c.Link(topic.entry.name, f"topics/{topic.entry.id}/index.html")
        for topic in making.bulletin.topics
    }
    special = {topic.entry.id for topic in making.bulletin.topics if topic.entry.special}
    for issue in making.bulletin.issues:
        links = [article_link(placed) for placed in issue.articles]
        jumps = _jump_links(issue)
        for i, placed in enumerate(issue.articles):
            that_day = {
                p.id or p.name: posts.get(p.id or p.name, {}).get(placed.url, ()) for p in placed.article.people
            }
            around = Around(
                issue, links, i, jumps.get(placed.number, ()), leaders_in(placed, urls, that_day),
                tuple(topics[t] for t in sorted(placed.article.topics, key=lambda t: t not in special) if t in topics),
            )  # fmt: skip
            yield making.page(placed.url, "article.html", _context(placed, around, making), placed.article.path)
            yield from _redirects(placed, making)


@dataclass(frozen=True)
class Around:
    """What an article's page shows besides the article: its issue, its neighbours, who and what it belongs to."""

    issue: Issue
    links: Sequence[c.ArticleLink]
    i: int
    jumps: tuple[c.Link, ...]
    leaders: tuple[c.LeaderInArticle, ...]
    topics: tuple[c.Link, ...]


def _context(placed: PlacedArticle, around: Around, making: Making) -> c.ArticlePage:
    article, issue, links, i = placed.article, around.issue, around.links, around.i
    root = "../" * placed.url.count("/")
    day, hour = article.issue.isoformat(), making.config.publish_time
    gone = article.withdrawn
    return c.ArticlePage(
        title=article.title,
        kicker=article.kicker,
        subtitle=article.subtitle,
        url=placed.url,
        issue=issue_head(issue),
        print_page=_print_page(placed, issue),
        column=article.column,
        published=f"{day} {hour}",
        published_iso=f"{day}T{hour}:00+08:00",
        updated=article.updated.isoformat() if article.updated else "",
        event_date=article.event,
        source=article.source or making.site.organisation,
        byline=article.byline,
        credits=tuple(c.Credit(role, names) for role, names in article.credits),
        reprint=article.reprint,
        original_title=article.original_title,
        source_url=article.source_url,
        body="" if gone else article.body.replace(ROOT, root),
        summary="" if gone else article.summary,
        picture=picture(article.pictures[0]) if article.pictures and not gone else None,
        jumps=around.jumps,
        correction=article.correction,
        withdrawn=gone,
        leaders=() if gone else around.leaders,
        topics=() if gone else around.topics,
        neighbours=_neighbours(placed, issue, links, i),
        previous=links[i - 1] if i else None,
        next=links[i + 1] if i + 1 < len(links) else None,
    )


def _print_page(placed: PlacedArticle, issue: Issue) -> c.Link | None:
    number = placed.article.page
    if not number or not issue.page_names:
        return None
    return c.Link(print_page_label(number, dict(issue.page_names)[number]), print_page_url(issue, number))


def _neighbours(
    placed: PlacedArticle, issue: Issue, links: Sequence[c.ArticleLink], i: int
) -> tuple[c.ArticleLink, ...]:
    """Headlines of the same print page; of a very long one those near by."""
    near = range(max(0, i - NEIGHBOURS), min(len(links), i + NEIGHBOURS + 1))
    return tuple(links[k] for k in near if issue.articles[k].article.page == placed.article.page)


def _jump_links(issue: Issue) -> dict[int, tuple[c.Link, ...]]:
    """Article number -> its jump links; a jump whose other half is not sure keeps its words and has no address."""
    found: dict[int, tuple[c.Link, ...]] = {}
    ways = [(placed, jump) for placed in issue.articles for jump in placed.article.jumps]
    for placed, jump in ways:
        others = [other for other, back in ways if other is not placed and _fits(placed, jump, other, back)]
        url = others[0].url if len(others) == 1 else ""
        found[placed.number] = (*found.get(placed.number, ()), c.Link(jump.text, url))
    return found


def lone_jumps(bulletin: Bulletin) -> Iterator[Finding]:
    """A finding for each jump mark whose other half is not sure."""
    for issue in bulletin.issues:
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


def _redirects(placed: PlacedArticle, making: Making) -> Iterator[Page]:
    for alias in placed.article.aliases:
        url = alias.strip("/ ")
        if url and not url.endswith(".html"):
            url += "/index.html"
        if url and ".." not in url:
            yield making.page(
                url, "redirect.html", c.RedirectPage(placed.article.title, placed.url), placed.article.path
            )
