"""Standing pages (about …) and 404.html."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from bulletin.model import ROOT, Page
from bulletin.pages import contexts as c
from bulletin.pages.frame import Making


def standing_pages(making: Making) -> Iterator[Page]:
    for text in making.bulletin.standing:
        url = f"{text.id}/index.html"
        body = text.body.replace(ROOT, "../")
        yield making.page(url, "standing.html", c.StandingPage(text.title, url, body), text.path)


def not_found(making: Making) -> Iterator[Page]:
    """404.html is shown at any depth, so its links begin at the top of the host."""
    yield making.page("404.html", "404.html", c.NotFoundPage("index.html"))


def base_path(base_url: str) -> str:
    """The path part of base_url, with a slash at both ends."""
    return urlsplit(base_url).path or "/"
