"""Sources to rows: each text read, its people linked, its articles made, and what a build must know of it in one row.

In: a path in content/, and what is the same for all of a site (`Given`). Out: a `Row`, short enough that those of a whole
archive are at hand; the articles, their bodies and what linking needs lie in packs. The people that the archive teaches
are known only when all texts have given their evidence, so a text is read with those known last time (at first: the
register's), and `relink` takes up again the few texts in which a name stands that makes a difference.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bulletin.articles import make_articles
from bulletin.body import Helpers
from bulletin.findings import Finding, Severity
from bulletin.model import Article, PictureFile
from bulletin.parts import Part, Where, pack, unpack
from bulletin.people.known import Known, make_known
from bulletin.people.link import Recognised, mended, recognise, registered, taught
from bulletin.people.register import Register
from bulletin.reports.reading import Reading, read_reports
from bulletin.storage.packs import Packs
from bulletin.storage.pictures import Pictures, places
from bulletin.storage.sources import read_source
from bulletin.topics import Lexicon


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
    linking: tuple[str, Where]
    """Digest and place of its `Linking`."""
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

    @property
    def shown(self) -> tuple[PictureFile, ...]:
        return unpack(self.pictures) if self.pictures else ()

    @property
    def found(self) -> tuple[Finding, ...]:
        return unpack(self.findings) if self.findings else ()


@dataclass(frozen=True, slots=True)
class Linking:
    """What tells whether a name makes a difference to a text, one item a report."""

    texts: tuple[str, ...]
    first: tuple[tuple[str, ...], ...]
    """Whom its own words show."""
    used: tuple[tuple[str, ...], ...]
    """Names of the archive that it was read with; none where its own words show them all."""


class Gatherer:
    """Reads the sources of one site, in one process."""

    def __init__(self, given: Given, packs: Packs, names: Iterable[str]) -> None:
        """`names` are those that the archive teaches, as far as known."""
        from pathlib import Path

        self.given, self.packs = given, packs
        self.folder = Path(given.folder)
        self.registered = registered(given.register)
        self.known = make_known(given.register.names, names)

    def read(self, path: str, stamp: int) -> "Row | Finding":
        """Read a source; a finding where it cannot be read at all."""
        data = read_source(self.folder, path)
        if isinstance(data, Finding):
            return data
        reading = read_reports(data, path, self.given.accept_revisions)
        first = [recognise(report, self.registered) for report in reading.reports]
        digest = hashlib.blake2b(data, digest_size=16).hexdigest()
        return self._row(reading, first, stamp, digest, None)

    def relink(self, row: Row) -> "Row | Finding":
        """The row of a source with the people known now; the same where they make no difference."""
        linking: Linking = self.packs.value(Part(row.linking[0], None, row.linking[1]))
        if tuple(_used(linking.texts, linking.first, self.known)) == linking.used:
            return row
        if row.reading is None:
            return self.read(row.path, row.stamp)
        reading: Reading = self.packs.value(Part("", None, row.reading))
        first = [recognise(report, self.registered) for report in reading.reports]
        return self._row(reading, first, row.stamp, row.digest, row.reading)

    def _row(self, reading: Reading, first: list[Recognised], stamp: int, digest: str, place: Where | None) -> Row:
        texts = tuple(mended(report) for report in reading.reports)
        people = tuple(tuple(person.name for person in found.people) for found in first)
        used = tuple(_used(texts, people, self.known))
        found = tuple(
            recognise(report, self.known) if names else own
            for report, own, names in zip(reading.reports, first, used, strict=True)
        )
        pictures = Pictures(self.folder, self.given.pictures)
        pictures.add(reading.path, reading.pictures)
        helpers = Helpers(self.given.register, self.given.lexicon, pictures.find, pictures.beside, self.given.drafts)
        articles, more = make_articles(reading, found, helpers)
        findings = (*reading.findings, *more)
        for article in articles:
            self.packs.shelve(article.body)
        facts = Part.of(tuple(articles))
        self.packs.shelve(facts)
        linking = Part("", Linking(texts, people, used))
        self.packs.shelve(linking)
        assert facts.place
        assert linking.place
        if place is None and reading.reports and not any(r.front_matter for r in reading.reports):
            place = self.packs.put(pack(reading))
        printed = reading.masthead if reading.issue and reading.masthead.number else None
        day = articles[0].issue if articles else reading.issue
        return Row(
            reading.path, stamp, digest, day.toordinal() if day else 0,
            (reading.issue.toordinal(), printed.number, printed.total) if reading.issue and printed else (0, 0, 0),
            tuple(dict.fromkeys(e.name for own in first for e in own.evidence if e.titled)),
            (facts.digest, facts.place), (linking.digest, linking.place), place,
            tuple(dict.fromkeys(pictures.asked)), pack(tuple(pictures.used.values())) if pictures.used else b"",
            pack(findings) if findings else b"", _held_back(reading), len(articles),
        )  # fmt: skip


def _used(texts: Iterable[str], first: Iterable[tuple[str, ...]], known: Known) -> Iterator[tuple[str, ...]]:
    for text, people in zip(texts, first, strict=True):
        yield tuple(sorted(taught(text, people, known)))


def articles_of(row: Row) -> Part[tuple[Article, ...]]:
    return Part(row.facts[0], None, row.facts[1])


def asks_for(row: Row, pictures: frozenset[str]) -> bool:
    """Whether a source asks for one of these pictures (paths), or would if it were there."""
    return any(path in pictures for name in row.asked for path in places(row.path, name))


def _held_back(reading: Reading) -> int:
    """Reports of a file that do not appear: all of them where there is no date, the file itself where it was not read."""
    if any(f.severity is Severity.SEVERE for f in reading.findings):
        return max(1, len(reading.reports)) if reading.issue is None or not reading.reports else 0
    return 0
