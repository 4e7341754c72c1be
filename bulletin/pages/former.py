"""Pages at addresses that were published and are empty now: they lead on, or say why. Never listed, never found."""

from collections.abc import Iterator

from bulletin.model import Former
from bulletin.outline import Page
from bulletin.pages import contexts as c
from bulletin.pages.frame import Group, Making
from bulletin.parts import Load, Part


def former_groups(making: Making) -> Iterator[Group]:
    """One group a year of articles, one of leaders."""
    years: dict[int, list[Former]] = {}
    for former in making.bulletin.former:
        years.setdefault(former.date.year, []).append(former)
    for year, found in years.items():
        yield Group(f"former {year}", _articles, (making.site, tuple(found)))
    lost = tuple(_leaders(making))
    if lost:
        yield Group("former leaders", _lists, (making.site, lost))


def _articles(load: Load, site: Part[c.Site], found: tuple[Former, ...]) -> Iterator[Page]:
    for former in found:
        if former.to:
            context: object = c.RedirectPage(former.title, former.to)
            yield Page(former.url, "redirect.html", (site, context), "_ledger", listed=False, gives_way=True)
        else:
            context = c.GonePage("held" if former.held else "withdrawn", former.date)
            yield Page(former.url, "gone.html", (site, context), "_ledger", listed=False, gives_way=True)


def _leaders(making: Making) -> Iterator[tuple[str, str, str]]:
    """(address, where to, name) of published pages of people who have another address now, or none."""
    present = {leader.url for leader in making.bulletin.leaders}
    for one in making.bulletin.numbers:
        url = f"leaders/{one.id}/index.html"
        if one.published and url not in present:
            same = [leader.url for leader in making.bulletin.leaders if leader.name == one.name]
            yield url, same[0] if len(same) == 1 else "", one.name


def _lists(load: Load, site: Part[c.Site], found: tuple[tuple[str, str, str], ...]) -> Iterator[Page]:
    for url, to, name in found:
        context = c.RedirectPage(name, to) if to else c.GonePage("list", None)
        template = "redirect.html" if to else "gone.html"
        yield Page(url, template, (site, context), "_ledger", listed=False, gives_way=True)
