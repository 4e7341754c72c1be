"""What search, standing pages, pages at old addresses, feeds and the site map are given."""

from datetime import date
from typing import Annotated as A

from bulletin.values import dataclass


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
