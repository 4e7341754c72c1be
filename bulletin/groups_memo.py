"""What is remembered of the groups of pages: a record a file, and of each group what tells that nothing of it changed.

In: the memo. Out: `Groups`, by name. The head of a group is read in every build, its records when somebody looks at one of
its pages: in a build after an edit these are the pages of one month and of a few lists.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from bulletin.pages.feeds import Listing
from bulletin.parts import Part, Where
from bulletin.rendering import LEFT_OUT, Record
from bulletin.storage.memo import Memo
from bulletin.storage.packs import Packs

HEADS, RECORDS = "group ", "pages "
"""What the names of the notes of a group begin with."""


class Head(NamedTuple):
    """What is at hand of a group."""

    inputs: str
    """Digest of what it was made from."""
    stamps: dict[str, int]
    """Address -> stamp of each file."""
    listing: tuple[str, Where] | None
    """Digest and place of what it lists in the site map; None where that is nothing."""
    places: tuple[str, ...]
    """Links from its pages to places on others: address#place."""
    pages: int
    """Number of files that a template made."""
    whole: bool
    """Whether none of its pages was left out."""


NOTHING = Head("", {}, None, (), 0, True)


def make_head(inputs: str, records: Iterable[Record], packs: Packs) -> Head:
    """The head of a group with these records."""
    records = list(records)
    kept = [record for record in records if record.stamp != LEFT_OUT]
    listed: Part[Listing] = Part.of(tuple((record.url, record.modified) for record in kept if record.listed))
    if listed.held:
        packs.shelve(listed)
    return Head(
        inputs,
        {record.url: record.stamp for record in kept},
        (listed.digest, listed.place) if listed.place else None,
        tuple(dict.fromkeys(place for record in kept for place in record.places)),
        sum(1 for record in kept if record.template),
        len(kept) == len(records),
    )


class Doubts:
    """What of the links to places on pages is to be proved, because a page was made anew."""

    def __init__(self) -> None:
        self.places: set[str] = set()
        """Places that a page leads to for the first time: address#place."""
        self.lost: set[str] = set()
        """Places that are no longer on their page."""
        self.new: set[str] = set()
        """Addresses of pages that were not there."""

    def add(self, before: Iterable[Record], after: Iterable[Record]) -> None:
        """Look at a group that was made anew."""
        known = {record.url: record for record in before}
        for record in after:
            old = known.get(record.url)
            if old is None:
                self.new.add(record.url)
                self.places.update(record.places)
                continue
            if old.places != record.places:
                self.places.update(set(record.places).difference(old.places))
            if old.ids != record.ids:
                lost = set(old.ids.split(" ")).difference(record.ids.split(" "))
                self.lost.update(f"{record.url}#{id}" for id in lost)


class Groups:
    """The groups as they were remembered, and in their place those that were made anew."""

    def __init__(self, memo: Memo) -> None:
        self.memo = memo
        self.before = {name: Head(*head) for name, head in memo.read_all(HEADS).items()}
        self.heads: dict[str, Head] = {}
        """Those of this build, in order."""
        self.made: set[str] = set()
        """Names of those that were made anew."""
        self.doubts = Doubts()
        self._records: dict[str, Sequence[Record]] = {}
        self._ids: dict[str, dict[str, str]] = {}

    def records_before(self, name: str) -> Sequence[Record]:
        """The records of a group as they were remembered."""
        if name not in self._records:
            self._records[name] = [Record(*record) for record in self.memo.read(RECORDS + name) or ()]
        return self._records[name]

    def records(self, name: str) -> Sequence[Record]:
        """The records of a group in this build."""
        if name not in self.made:
            return self.records_before(name)
        return [Record(*record) for record in self.memo.read(RECORDS + name)]

    def make(self, name: str, inputs: str, records: list[Record]) -> None:
        """Put a group that was made anew in the place of what was remembered."""
        self.doubts.add(self.records_before(name), records)
        self.made.add(name)
        self.heads[name] = make_head(inputs, records, self.memo.packs)
        self.memo.note(RECORDS + name, [tuple(record) for record in records])

    @property
    def listings(self) -> tuple[Part[Listing], ...]:
        """What the groups list in the site map."""
        return tuple(Part(head.listing[0], None, head.listing[1]) for head in self.heads.values() if head.listing)

    def files(self) -> dict[str, int]:
        """Address -> stamp of every file."""
        files: dict[str, int] = {}
        for head in self.heads.values():
            files |= head.stamps
        return files

    def gone(self, files: Mapping[str, object]) -> set[str]:
        """Addresses that were there before and are not in `files`."""
        changed = (head for name, head in self.before.items() if head is not self.heads.get(name))
        return {url for head in changed for url in head.stamps if url not in files}

    def has_place(self, url: str, place: str) -> bool:
        """Whether a link may lead to a place on the page at an address. To be asked once all groups are there."""
        name = self._owners[url]
        if name not in self._ids:
            self._ids[name] = {r.url: f" {r.ids} " for r in self.records(name) if r.stamp != LEFT_OUT}
        return f" {place} " in self._ids[name][url]

    def places(self, url: str) -> tuple[str, ...]:
        """Links of a page to places on others. To be asked once all groups are there."""
        records = self.records(self._owners[url]) if url in self._owners else ()
        return next((r.places for r in records if r.url == url and r.stamp != LEFT_OUT), ())

    @cached_property
    def _owners(self) -> Mapping[str, str]:
        return {url: name for name, head in self.heads.items() for url in head.stamps}

    def note(self) -> None:
        """Remember what is not as it was."""
        for name in self.before.keys() - self.heads.keys():
            self.memo.note(HEADS + name, None)
            self.memo.note(RECORDS + name, None)
        for name, head in self.heads.items():
            if head is not self.before.get(name):
                self.memo.note(HEADS + name, tuple(head))
