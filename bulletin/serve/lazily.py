"""The pages of a site, made group by group when one of them is wanted, so that the open page comes first.

In: all groups, and what was made of them last time. Out: a mapping of addresses to pages. A group whose inputs are as last
time gives the pages that it gave; which group an address belonged to is remembered, so one look-up makes one group. Of an
address that nobody knows groups are made, in their order, until it is found.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from threading import RLock
from typing import Any

from bulletin.findings import Finding, Place, find
from bulletin.outline import Page
from bulletin.pages.frame import Group
from bulletin.parts import Load, Part
from bulletin.values import dataclass

Listing = Callable[[tuple[Part[Any], ...]], Iterator[Page]]


@dataclass(slots=True)
class Made:
    """A group with its pages, and what the site map lists of them once somebody asked."""

    group: Group
    pages: tuple[Page, ...]
    listed: Part[Any] | None = field(default=None)

    def holds(self, group: Group) -> bool:
        """Whether this group gives the same pages: it is made in the same way of the same values."""
        mine = self.group
        return group is mine or (group.make is mine.make and group.inputs == mine.inputs)

    def listing(self) -> Part[Any]:
        if self.listed is None:
            self.listed = Part.of(tuple((page.url, page.modified) for page in self.pages if page.listed))
        return self.listed


NOTHING = Part.of(())
LATE = "search "
"""What the names of groups begin with that hold the index of the search."""


class LazyPages(Mapping[str, Page]):
    """The pages of one state of a site."""

    def __init__(
        self,
        groups: Iterable[Group],
        load: Load,
        listing: Listing | None = None,
        last: "LazyPages | None" = None,
        owner: Mapping[str, str] | None = None,
    ) -> None:
        """`listing` makes the pages that list what all others list; `owner` is what `owners` gave some time ago."""
        self.listing = listing
        self.groups = {group.name: group for group in groups}
        self.load = load
        self._before: dict[str, Made] = {**last._before, **last._made} if last else {}
        self._owner: Mapping[str, str] = last._owner if last else owner or {}
        """Address -> group, as it was last time."""
        self._made: dict[str, Made] = {}
        self._pages: dict[str, Page] = {}
        self._lock = RLock()
        self.finished = False
        self.clashes: tuple[Finding, ...] = ()

    @property
    def owners(self) -> Mapping[str, str]:
        """Address -> group, of all pages once these are finished."""
        return self._owner

    def make(self, name: str) -> tuple[Page, ...]:
        """The pages of a group."""
        with self._lock:
            if name not in self._made:
                group, old = self.groups[name], self._before.get(name)
                self._made[name] = old if old and old.holds(group) else Made(group, tuple(group.pages(self.load)))
            return self._made[name].pages

    def begin(self, enough: Callable[[], bool]) -> None:
        """Make all groups but those that take long and that nobody looks at while writing; ends early as `finish`."""
        for name in self.groups:
            if self.finished or enough():
                return
            if not name.startswith(LATE):
                self.make(name)

    def finish(self, enough: Callable[[], bool] = lambda: False) -> "LazyPages":
        """Make all groups; of two pages at one address the first stays, and the other is a finding.

        `enough` is asked after each group; once it says so the rest is left for whoever asks next.
        """
        for name in self.groups:
            if self.finished or enough():
                return self
            self.make(name)
        with self._lock:
            if not self.finished:
                self._finish()
        return self

    def _finish(self) -> None:
        pages: dict[str, Page] = {}
        owner: dict[str, str] = {}
        clashes: list[Finding] = []
        for name in self.groups:
            for page in self.make(name):
                first = pages.setdefault(page.url, page)
                owner.setdefault(page.url, name)
                if first is not page and not page.gives_way:
                    place = Place(page.origin)
                    clashes.append(find("page-taken", place, url=page.url, one=first.origin, other=page.origin))
        if self.listing:
            listings = (self._made[name].listing() for name in self.groups)
            pages |= {page.url: page for page in self.listing(tuple(own for own in listings if own != NOTHING))}
        self._pages, self._owner, self.clashes = pages, owner, tuple(clashes)
        self._before = {}
        self.finished = True

    def __getitem__(self, address: str) -> Page:
        if not self.finished:
            own = self._owner.get(address)
            for name in (own, *self.groups) if own in self.groups else self.groups:
                for page in self.make(str(name)):
                    if page.url == address:
                        return page
            self.finish()
        return self._pages[address]

    def __iter__(self) -> Iterator[str]:
        return iter(self.finish()._pages)

    def __len__(self) -> int:
        return len(self.finish()._pages)
