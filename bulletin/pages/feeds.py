"""Atom feeds of the site, of leaders and of topics (RFC 4287), and the site map (sitemaps.org, protocol 0.9)."""

from collections.abc import Iterator, Sequence

from bulletin.model import ROOT, Page, PlacedArticle
from bulletin.pages import contexts as c
from bulletin.pages.frame import Making


def feed_pages(making: Making) -> Iterator[Page]:
    bulletin, title = making.bulletin, making.config.title
    newest = [
        placed for issue in reversed(bulletin.issues) for placed in issue.articles if not placed.article.withdrawn
    ]
    if newest:
        yield _feed(making, "feed.xml", title, "index.html", newest)
    for leader in bulletin.leaders:
        home = making.leader_urls[leader.key]
        articles = [a.article for a in leader.appearances]
        yield _feed(making, home.replace("index.html", "feed.xml"), f"{leader.name} - {title}", home, articles)
    for topic in bulletin.topics:
        home = f"topics/{topic.entry.id}/index.html"
        yield _feed(
            making, home.replace("index.html", "feed.xml"), f"{topic.entry.name} - {title}", home, topic.articles
        )


def _feed(making: Making, url: str, title: str, home: str, articles: Sequence[PlacedArticle]) -> Page:
    shown = articles[: making.config.feed_items]
    up = "../" * url.count("/")
    names = {topic.entry.id: topic.entry.name for topic in making.bulletin.topics}
    entries = tuple(_entry(making, placed, up, names) for placed in shown)
    updated = max(entry.updated for entry in entries)
    base = making.config.base_url
    context = c.Feed(
        _tag(making, articles[-1], url),
        title,
        base + url if base else url.rsplit("/", 1)[-1],
        (base or up) + home,
        updated,
        entries,
    )
    return making.page(url, "feed.xml", context)


def _tag(making: Making, placed: PlacedArticle, url: str) -> str:
    """A URI that never changes (RFC 4151): the site's name, a day, the address."""
    authority = making.site.domain or "bulletin.invalid"
    return (
        f"tag:{authority},2000-01-01:/{url}"
        if url.endswith(".xml")
        else f"tag:{authority},{placed.article.issue}:/{url}"
    )


def _entry(making: Making, placed: PlacedArticle, up: str, names: dict[str, str]) -> c.FeedEntry:
    article = placed.article
    hour = making.config.publish_time
    published = f"{article.issue.isoformat()}T{hour}:00+08:00"
    updated = f"{article.updated.isoformat()}T{hour}:00+08:00" if article.updated else published
    base = making.config.base_url
    return c.FeedEntry(
        _tag(making, placed, placed.url), article.title, (base or up) + placed.url, published, updated,
        article.byline or (making.site.organisation,), tuple(names[t] for t in article.topics if t in names),
        article.summary, article.body.replace(ROOT, base or up),
    )  # fmt: skip


def sitemap(making: Making, pages: Sequence[Page]) -> Iterator[Page]:
    """All pages that are meant to be found; only where base_url is configured, because addresses must be absolute."""
    base = making.config.base_url
    if not base:
        return
    days = {i.url: i.date.isoformat() for i in making.bulletin.issues}
    gone = set()
    for issue in making.bulletin.issues:
        for placed in issue.articles:
            days[placed.url] = (placed.article.updated or placed.article.issue).isoformat()
            if placed.article.withdrawn:
                gone.add(placed.url)
    left_out = ("404.html", "redirect.html", "feed.xml", "sitemap.xml", "")
    entries = tuple(
        c.SitemapEntry(
            base + (page.url[: -len("index.html")] if page.url.endswith("index.html") else page.url),
            days.get(page.url, ""),
        )
        for page in pages
        if page.template not in left_out and page.url not in gone
    )
    yield making.page("sitemap.xml", "sitemap.xml", c.Sitemap(entries))
