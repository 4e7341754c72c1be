"""Standing pages (about …) and 404.html."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from bulletin.model import ROOT, StandingText
from bulletin.outline import Page
from bulletin.pages import contexts as c
from bulletin.pages.frame import Group, Making
from bulletin.parts import Load, Part


def standing_groups(making: Making) -> Iterator[Group]:
    for text in making.bulletin.standing:
        yield Group(f"standing {text.path}", _standing, (making.site, text))
    yield Group("404", _not_found, (making.site,))


def _standing(load: Load, site: Part[c.Site], text: StandingText) -> Iterator[Page]:
    url = f"{text.id}/index.html"
    context = c.StandingPage(text.title, url, text.body.replace(ROOT, "../"))
    yield Page(url, "standing.html", (site, context), text.path)


def _not_found(load: Load, site: Part[c.Site]) -> Iterator[Page]:
    """404.html is shown at any depth, so its links begin at the top of the host."""
    yield Page("404.html", "404.html", (site, c.NotFoundPage("index.html")), "404.html", listed=False)


def base_path(base_url: str) -> str:
    """The path part of base_url, with a slash at both ends."""
    return urlsplit(base_url).path or "/"
