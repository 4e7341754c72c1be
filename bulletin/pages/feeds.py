"""Atom feeds of the site, of leaders and of topics (RFC 4287), and the site map (sitemaps.org, protocol 0.9)."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TypeVar

from bulletin.model import ROOT, PlacedArticle
from bulletin.outline import Issue, Leader, LeaderMonth, LeaderShare, Month, Page, Topic, TopicMonth, TopicShare
from bulletin.pages import contexts as c
from bulletin.pages.frame import Group, Making, feed_url
from bulletin.parts import Load, Part
from bulletin.values import dataclass

T = TypeVar("T")
Names = tuple[tuple[str, str], ...]
"""(id, name) of the topics with a page."""
WEIGHT = 8
"""A feed with its texts takes as long as so many pages of articles."""
Shown = tuple[tuple[Part[tuple[Issue, ...]], Part[LeaderMonth | TopicMonth]], ...]
"""The months that a list's feed shows, newest first: their issues, and what they hold of the list."""


@dataclass(frozen=True, slots=True)
class FeedHead:
    """A feed without its entries."""

    url: str
    title: str
    home: str
    publish_time: str
    most: int
    """How many entries it has at most."""


def feed_groups(making: Making) -> Iterator[Group]:
    """One group a feed; it depends on no more months than it shows."""
    bulletin, config, names = making.bulletin, making.config, making.topic_names

    def head(url: str, title: str, home: str) -> FeedHead:
        return FeedHead(url, title, home, config.publish_time, config.feed_items)

    newest = _newest([(month, month.shown) for month in reversed(bulletin.months)], config.feed_items)
    if newest:
        inputs = (making.site, head("feed.xml", config.title, "index.html"), newest, names)
        yield Group("feed", _site_feed, inputs, WEIGHT)
    issues = {(month.year, month.month): month.issues for month in bulletin.months}
    items: list[Leader | Topic] = [*bulletin.leaders, *bulletin.topics]
    items.sort(key=lambda item: item.latest.date, reverse=True)  # those that show the same months, which are kept
    for item in items:
        name = item.name if isinstance(item, Leader) else item.entry.name
        shares: list[tuple[LeaderShare | TopicShare, int]] = [(share, share.count) for share in item.months]
        shown = tuple((issues[s.year, s.month], s.part) for s in _newest(shares, config.feed_items))
        own = head(feed_url(item.url), f"{name} - {config.title}", item.url)
        yield Group(f"feed {item.url}", _list_feed, (making.site, own, shown, names), WEIGHT)


def _newest(counted: Sequence[tuple[T, int]], most: int) -> tuple[T, ...]:
    """The first of the items, which have so many entries each, that have `most` entries together; empty ones are left out."""
    found: list[T] = []
    entries = 0
    for item, count in counted:
        if entries >= most:
            break
        if count:
            found.append(item)
            entries += count
    return tuple(found)


def _site_feed(
    load: Load, site: Part[c.Site], head: FeedHead, months: tuple[Month, ...], names: Names
) -> Iterator[Page]:
    articles = [
        placed
        for month in months
        for issue in reversed(load(month.issues))
        for placed in issue.articles
        if not placed.article.withdrawn
    ]
    yield _page(site, head, articles, names)


def _list_feed(load: Load, site: Part[c.Site], head: FeedHead, months: Shown, names: Names) -> Iterator[Page]:
    articles: list[PlacedArticle] = []
    for issues, part in months:
        placed = {placed.url: placed for issue in load(issues) for placed in issue.articles}
        own: LeaderMonth | TopicMonth = load(part)
        articles.extend(placed[activity.link.url] for activity in own.activities)
    yield _page(site, head, articles, names)


def _page(site: Part[c.Site], head: FeedHead, articles: Sequence[PlacedArticle], names: Names) -> Page:
    shown = tuple(articles[: head.most])
    used = {topic for placed in shown for topic in placed.article.topics}
    data = (site, head, shown, tuple((id, name) for id, name in names if id in used))
    return Page(head.url, "feed.xml", data, head.url, listed=False)


def feed_page(load: Load, site: c.Site, head: FeedHead, articles: tuple[PlacedArticle, ...], names: Names) -> c.Feed:
    """The context of feed.xml."""
    url, base, up = head.url, site.base_url, "../" * head.url.count("/")
    entries = tuple(_entry(load, site, head, placed, base or up, dict(names)) for placed in articles)
    return c.Feed(
        f"tag:{_authority(site)},2000-01-01:/{url}",
        head.title,
        base + url if base else url.rsplit("/", 1)[-1],
        (base or up) + head.home,
        max(entry.updated for entry in entries),
        entries,
    )


def _authority(site: c.Site) -> str:
    """Whose URIs they are that never change (RFC 4151)."""
    return site.domain or "bulletin.invalid"


def _entry(
    load: Load, site: c.Site, head: FeedHead, placed: PlacedArticle, root: str, names: dict[str, str]
) -> c.FeedEntry:
    article, hour = placed.article, head.publish_time
    published = placed.published or f"{article.issue.isoformat()}T{hour}:00+08:00"
    updated = f"{article.updated.isoformat()}T{hour}:00+08:00" if article.updated else published
    return c.FeedEntry(
        f"tag:{_authority(site)},{article.issue}:/{placed.url}", article.title, root + placed.url, published, updated,
        article.byline or (site.organisation,), tuple(names[t] for t in article.topics if t in names),
        article.summary, load(article.body).html.replace(ROOT, root),
    )  # fmt: skip


SITEMAP, SITEMAP_INDEX = "sitemap", "sitemap-index"
MOST_ADDRESSES = 50_000
"""So many addresses a site map may have (sitemaps.org, protocol 0.9)."""
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
Listing = tuple[tuple[str, str], ...]
"""(address, YYYY-MM-DD or empty) of pages that are meant to be found."""


def sitemap_pages(load: Load, site: Part[c.Site], listings: tuple[Part[Listing], ...]) -> Iterator[Page]:
    """The site map out of what each group lists; of more addresses than one may have, an index of several."""
    maps = list(_maps(load, listings))
    if len(maps) < 2:
        yield Page(f"{SITEMAP}.xml", "sitemap.xml", (site, listings), f"{SITEMAP}.xml", listed=False)
        return
    names = []
    for number, own in enumerate(maps, 1):
        url = f"{SITEMAP}-{number}.xml"
        names.append((url, max(modified for listing in own for _, modified in load(listing))))
        yield Page(url, "sitemap.xml", (site, own), url, listed=False)
    yield Page(f"{SITEMAP}.xml", SITEMAP_INDEX, (site, tuple(names)), f"{SITEMAP}.xml", listed=False)


def _maps(load: Load, listings: Iterable[Part[Listing]]) -> Iterator[tuple[Part[Listing], ...]]:
    """Listings, as whole as can be, for site maps of at most `MOST_ADDRESSES`."""
    found: list[Part[Listing]] = []
    count = 0
    for listing in listings:
        addresses = load(listing)
        pieces = [addresses[i : i + MOST_ADDRESSES] for i in range(0, len(addresses), MOST_ADDRESSES)]
        for piece in pieces:
            if count + len(piece) > MOST_ADDRESSES:
                yield tuple(found)
                found, count = [], 0
            found.append(listing if len(pieces) == 1 else Part.of(piece))
            count += len(piece)
    if found:
        yield tuple(found)


def sitemap_index(load: Load, site: Part[c.Site], maps: Listing) -> str:
    """The text of the index of site maps: (address, day of its newest page or empty) of each."""
    base = load(site).base_url
    rows = [
        f"<sitemap><loc>{escape(base + url)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>\n"
        for url, day in maps
    ]
    return f'<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="{SPACE}">\n{"".join(rows)}</sitemapindex>\n'


def sitemap_page(load: Load, site: c.Site, listings: tuple[Part[Listing], ...]) -> c.Sitemap:
    """The context of sitemap.xml: addresses must be absolute, a folder's page is named by its folder."""
    base = site.base_url
    return c.Sitemap(
        tuple(
            c.SitemapEntry(base + (url[: -len("index.html")] if url.endswith("index.html") else url), modified)
            for listing in listings
            for url, modified in load(listing)
        )
    )
