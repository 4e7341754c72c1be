"""Rows: what a build must know of each source, short enough that those of a whole archive are at hand.

A `Row` is made by `gathering`, which knows how texts are read; a build with nothing to read knows only rows.
"""

import marshal
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from bulletin.addresses import Key, Seen
from bulletin.findings import Finding
from bulletin.lexicon import Lexicon
from bulletin.model import Article, PictureFile
from bulletin.packing import unpack
from bulletin.parts import Part, Where, digest
from bulletin.people.register import Register
from bulletin.storage.pictures import places
from bulletin.values import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """What all texts of a site are read with."""

    folder: str
    """Of the content."""
    register: Register
    lexicon: Lexicon
    pictures: frozenset[str]
    drafts: bool
    accept_revisions: bool


class Row(NamedTuple):
    """What is at hand of one source. Days are ordinals, 0 for none."""

    path: str
    stamp: int
    """Of the file on disk, see `storage.stamps`."""
    digest: str
    """Of its bytes."""
    day: int
    """Of the issue that its articles stand in."""
    masthead: tuple[int, int, int]
    """(day of the issue, number, running number) as printed; number 0 where none is."""
    taught: tuple[str, ...]
    """Names that it shows to be leaders'."""
    facts: tuple[str, Where]
    """Digest and place of its articles."""
    linking: Where | None
    """Place of its `Linking`; None where no name of the archive can make a difference."""
    reading: Where | None
    """Place of its `Reading`, for a text whose reading takes long."""
    asked: tuple[str, ...]
    """Names of pictures that it asks for; an empty one is its own name."""
    pictures: bytes
    """The pictures that it shows, packed."""
    findings: bytes
    """What an editor should see, packed."""
    held: int
    """Number of reports that do not appear."""
    articles: int
    sightings: tuple[Seen, ...]
    """What each article shows of itself."""

    @property
    def shown(self) -> tuple[PictureFile, ...]:
        return unpack(self.pictures) if self.pictures else ()

    @property
    def found(self) -> tuple[Finding, ...]:
        return unpack(self.findings) if self.findings else ()


class PackedRow(NamedTuple):
    """A row as bytes, which take a third of its memory; processes hand over rows so."""

    path: str
    shelf: str
    """Where it stands."""
    data: bytes


def packed(row: Row) -> PackedRow:
    return PackedRow(row.path, shelf_of(row), marshal.dumps(tuple(row)))


def unpacked(data: bytes) -> Row:
    return Row(*marshal.loads(data))


def shelf_of(row: Row) -> str:
    """The name of the shelf that a row stands on: its month, such as 2020-10; empty for a text without a day."""
    return date.fromordinal(row.day).isoformat()[:7] if row.day else ""


def facts_of(articles: tuple[Article, ...]) -> Part[tuple[Article, ...]]:
    """The articles of a source; the digest of a lone one is its own, which need not be made again (`digests_in`)."""
    sums = [digest(article) for article in articles]
    return Part(sums[0] if len(sums) == 1 else digest(*sums), articles)


def articles_of(row: Row) -> Part[tuple[Article, ...]]:
    return Part(row.facts[0], None, row.facts[1])


def digests_in(sources: Iterable[tuple[Part[tuple[Article, ...]], tuple[Article, ...]]]) -> dict[Key, str]:
    """The digests that are known of the articles of these sources: (facts, the articles themselves)."""
    lone = ((part.digest, articles[0]) for part, articles in sources if len(articles) == 1)
    return {(article.path, article.place): sum for sum, article in lone}


def asks_for(row: Row, pictures: frozenset[str]) -> bool:
    """Whether a source asks for one of these pictures (paths), or would if it were there."""
    return any(path in pictures for name in row.asked for path in places(row.path, name))
