"""Articles and the ledger's entries to addresses; what is at addresses that have no article any more.

In: articles in any order, entries, the files that are held back. Out: for each article its address, and the entries as
they are afterwards. Nothing here touches the disk.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from bulletin.findings import Finding
from bulletin.identity.entries import Entry, Sighting
from bulletin.identity.settle import settle
from bulletin.model import Article, Former
from bulletin.patterns import pattern
from bulletin.values import dataclass

DIGITS = pattern("([0-9]+)")
RESERVED = "index"
Key = tuple[str, int]
"""An article in a build: its file and its place there."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where an article is; `published` is its first publication, empty before."""

    url: str
    published: str = ""


@dataclass(frozen=True)
class Addresses:
    """The addresses of a build."""

    of: Mapping[Key, Address]
    refused: Mapping[Key, str]
    """Articles whose slug belongs to another file, and to which."""
    former: tuple[Former, ...] = ()
    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()


Seen = tuple[int, str, int, int, int, int, str, str, str, str, tuple[str, ...]]
"""What an article shows of itself, as plain values: print page, path, place, line, weight, day of its issue, headline, digest
and mark of its text, slug, aliases."""


def seen(article: Article) -> Seen:
    """What an article shows of itself."""
    return (
        article.page, article.path, article.place, article.line, article.weight, article.issue.toordinal(), article.title,
        article.text_digest, article.text_mark, article.slug, article.aliases,
    )  # fmt: skip


def reading_order(article: Article) -> tuple[object, ...]:
    """The place of an article in its issue: print page, weight, file (numbers in names count as numbers), place in it."""
    return _order(article.page, article.path, article.place, article.line, article.weight)


def _order(page: int, path: str, place: int, line: int, weight: int) -> tuple[object, ...]:
    folder, slash, name = path.rpartition("/")
    keys, last = _folder_order(folder)
    natural = (*keys, *[(int(p), "") if p.isdecimal() else (0, p) for p in DIGITS.split(last + slash + name)])
    return (page or 1, weight, natural, place, line)


@lru_cache(maxsize=256)
def _folder_order(folder: str) -> tuple[tuple[tuple[int, str], ...], str]:
    """(order of the numbers and words in a folder's path, the last word): most files stand beside others."""
    *before, last = DIGITS.split(folder)
    return tuple([(int(p), "") if p.isdecimal() else (0, p) for p in before]), last


def sighting(article: Article) -> Sighting:
    """What an article shows of itself, as the ledger looks at it."""
    return _sighting(seen(article))


def _sighting(seen: Seen) -> Sighting:
    _page, path, place, _line, _weight, day, title, text, mark, slug, aliases = seen
    return Sighting(path, place, date.fromordinal(day), title, text, mark, slug, aliases)


def address_articles(
    articles: Iterable[Article],
    entries: Iterable[Entry] = (),
    held: Collection[str] = (),
    elsewhere: Mapping[str, str] = MappingProxyType({}),
) -> Addresses:
    """Give each article its address: the one it had, or the next free one of its issue.

    `elsewhere` tells where addresses of other years lead.
    """
    return address_all(map(seen, articles), entries, held, elsewhere)


def address_all(
    articles: Iterable[Seen],
    entries: Iterable[Entry] = (),
    held: Collection[str] = (),
    elsewhere: Mapping[str, str] = MappingProxyType({}),
) -> Addresses:
    """The same for what the articles show of themselves."""
    ordered = sorted(articles, key=lambda a: (a[5], *_order(*a[:5])))
    sightings = list(map(_sighting, ordered))
    reserved = {(s.path, s.place): "the issue itself" for s in sightings if s.slug == RESERVED}
    known = [s for s in sightings if s.slug != RESERVED]
    settled = settle(entries, known, frozenset(held).union(path for path, _ in reserved), elsewhere)
    keys = [(s.path, s.place) for s in known]
    found = zip(keys, settled.urls, settled.published, strict=True)
    return Addresses(
        {key: Address(url, published) for key, url, published in found if url},
        reserved | {keys[k]: other for k, other in settled.refused},
        tuple(former_pages(settled.entries, frozenset(settled.urls))),
        settled.entries,
        settled.findings,
    )


def former_pages(entries: Iterable[Entry], present: Collection[str]) -> Iterable[Former]:
    """Published addresses without an article, in the order of `entries`."""
    for entry in entries:
        if entry.published and entry.url not in present:
            day = date(*(int(part) for part in entry.url.split("/")[:3]))
            yield Former(entry.url, day, entry.to, entry.title if entry.to else "", not (entry.gone or entry.to))
