"""What machines read of an article: a schema.org NewsArticle as JSON-LD, for a data block in the page's head.

Source: schema.org/NewsArticle. Addresses are absolute, so they are there only where the site has an address.
"""

import json
from typing import Any

from markupsafe import Markup

from bulletin.pages.contexts import ArticlePage, Site

HEADLINE = 110
"""Characters that readers of such data show of a headline."""


def news_article(page: ArticlePage, site: Site) -> Markup:
    """The article as JSON-LD for machines, for `<script type="application/ld+json">`."""
    publisher = {"@type": "NewsMediaOrganization", "name": site.organisation}
    authors: list[dict[str, str]] = [{"@type": "Person", "name": name} for name in page.byline] or [publisher]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page.title[:HEADLINE],
        "inLanguage": "zh-CN",
        "datePublished": page.published_iso,
        "dateModified": _modified(page),
        "author": authors,
        "publisher": publisher,
        "description": page.summary,
        "articleSection": page.column or (page.print_page.text if page.print_page else site.title),
        "keywords": [topic.text for topic in page.topics] + [leader.name for leader in page.leaders],
    }
    if site.base_url:
        data["url"] = data["mainEntityOfPage"] = site.base_url + page.url
        if page.picture:
            data["image"] = [site.base_url + page.picture.url]
    return _block({key: value for key, value in data.items() if value})


def _modified(page: ArticlePage) -> str:
    """The day of the last change, at the hour at which issues come out; the publication where nothing was changed."""
    return page.updated + page.published_iso[len("2024-03-05") :] if page.updated else page.published_iso


def _block(value: object) -> Markup:
    """JSON in which no character can end the block or begin another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)
