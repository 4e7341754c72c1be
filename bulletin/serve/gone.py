"""Addresses at which nothing stands any more: a leader's year, a topic, a feed, an issue whose last report was taken away.

In: the state of the site, and the list of what the last build wrote. Out: which addresses a reader may have kept that the next
build leaves empty; and what the preview says at one of them. A report's own address is the ledger's business: it leads on, or says
why it is empty, once it was published.
"""

from collections.abc import Container, Iterable

from bulletin.messages import _
from bulletin.serve.built import Built
from bulletin.serve.elements import element

PAGES = (".html", ".xml")
"""What readers keep addresses of. Style sheets, scripts and pictures are of no use without their page."""


def emptied(built: Built, written: Iterable[str], reports: Container[str]) -> list[str] | None:
    """Addresses that the last build wrote and the next one would not, but those of reports, which are told elsewhere.

    None while it is not yet known which pages there are.
    """
    if not built.pages.finished:
        return None
    there = (url for url in written if url.endswith(PAGES) and url not in reports)
    return sorted(url for url in there if url not in built.pages and url not in built.files)


def gone_aside(by_build: bool) -> str:
    """What the preview says at an address at which the last build, or else this preview, had a page."""
    when = (
        _("The last build made a page here. After the next one readers who kept the address find no page.")
        if by_build
        else _("There was a page here earlier in this preview.")
    )
    why = _("Nothing belongs on it now: what stood on it was taken out, moved, renamed, withdrawn, or is held back.")
    more = element("a", _("What has changed"), to="/_preview/#changes")
    head = element("h2", _("This page is gone (only the preview says so)"))
    return element("aside", made=head + element("p", f"{when} {why}") + element("p", made=more), kind="bulletin-note")
