"""Sources to rows: each text read, its people linked, its articles made, and what a build must know of it in one row.

In: a path in content/, and what is the same for all of a site (`Given`). Out: a `Row`; the articles, their bodies and
what linking needs lie in packs. The people that the archive teaches are known only when all texts have given their
evidence, so a text is read with those known last time (at first: the register's), and `relink` takes up again the few
texts in which a name stands that makes a difference.
"""

import hashlib
from collections.abc import Iterable, Iterator

from bulletin.addresses import seen
from bulletin.articles import make_articles
from bulletin.body import Helpers
from bulletin.findings import Finding, Severity
from bulletin.packing import pack
from bulletin.parts import Part, Where
from bulletin.people.known import Known, make_known
from bulletin.people.link import Recognised, is_listed, mended, recognise, registered, taught
from bulletin.reports.reading import Reading, read_reports
from bulletin.rows import Given, Row, facts_of
from bulletin.storage.packs import Packs
from bulletin.storage.pictures import Pictures
from bulletin.storage.sources import read_source
from bulletin.values import dataclass


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
        if row.linking is None:
            return row
        linking: Linking = self.packs.value(Part("", None, row.linking))
        if tuple(_used(linking.texts, linking.first, self.known)) == linking.used:
            return row
        if row.reading is None:
            return self.read(row.path, row.stamp)
        reading: Reading = self.packs.value(Part("", None, row.reading))
        first = [recognise(report, self.registered) for report in reading.reports]
        return self._row(reading, first, row.stamp, row.digest, row.reading)

    def _row(self, reading: Reading, first: list[Recognised], stamp: int, digest: str, place: Where | None) -> Row:
        found, linking = self._linked(reading, first)
        pictures = Pictures(self.folder, self.given.pictures)
        pictures.add(reading.path, reading.pictures)
        helpers = Helpers(
            self.given.register, self.given.lexicon, pictures.find, pictures.beside, self.given.drafts, self.packs.keep
        )
        articles, more = make_articles(reading, found, helpers)
        findings = (*reading.findings, *more)
        facts = facts_of(tuple(articles))
        self.packs.shelve(facts)
        assert facts.place
        if place is None and reading.reports and not any(r.front_matter for r in reading.reports):
            place = self.packs.put(pack(reading))
        printed = reading.masthead if reading.issue and reading.masthead.number else None
        day = articles[0].issue if articles else reading.issue
        return Row(
            reading.path, stamp, digest, day.toordinal() if day else 0,
            (reading.issue.toordinal(), printed.number, printed.total) if reading.issue and printed else (0, 0, 0),
            tuple(dict.fromkeys(e.name for own in first for e in own.evidence if e.titled)),
            (facts.digest, facts.place), linking, place,
            tuple(dict.fromkeys(pictures.asked)), pack(tuple(pictures.used.values())) if pictures.used else b"",
            pack(findings) if findings else b"", _held_back(reading), len(articles),
            tuple(map(seen, articles)),
        )  # fmt: skip

    def _linked(self, reading: Reading, first: list[Recognised]) -> tuple[tuple[Recognised, ...], Where | None]:
        """Who is in the reports with the names known now, and the place of what tells whether others would change that.

        There is none where an editor listed the leaders of every report: no name of the archive makes a difference.
        """
        if all(map(is_listed, reading.reports)):
            return tuple(first), None
        texts = tuple("" if is_listed(report) else mended(report) for report in reading.reports)
        people = tuple(tuple(person.name for person in found.people) for found in first)
        used = tuple(_used(texts, people, self.known))
        found = tuple(
            recognise(report, self.known) if names else own
            for report, own, names in zip(reading.reports, first, used, strict=True)
        )
        return found, self.packs.put(pack(Linking(texts, people, used)))


def _used(texts: Iterable[str], first: Iterable[tuple[str, ...]], known: Known) -> Iterator[tuple[str, ...]]:
    for text, people in zip(texts, first, strict=True):
        yield tuple(sorted(taught(text, people, known)))


def _held_back(reading: Reading) -> int:
    """Reports of a file that do not appear: all of them where there is no date, the file itself where it was not read."""
    if any(f.severity is Severity.SEVERE for f in reading.findings):
        return max(1, len(reading.reports)) if reading.issue is None or not reading.reports else 0
    return 0
