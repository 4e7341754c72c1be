"""The pages of a site, made group by group when one of them is wanted, so that the open page comes first.

In: all groups, and what was made of them last time. Out: a mapping of addresses to pages. A group whose inputs are as last
time gives the pages that it gave; which group an address belonged to is remembered, so one look-up makes one group.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from threading import RLock
from typing import Any

from bulletin.findings import Finding, Place, find
from bulletin.outline import Page
from bulletin.pages.frame import Group
from bulletin.parts import Load, Part, digest

Made = dict[str, tuple[str, tuple[Page, ...]]]
"""Group -> digest of its inputs, and its pages."""
Listing = Callable[[tuple[Part[Any], ...]], Iterator[Page]]


class LazyPages(Mapping[str, Page]):
    """The pages of one state of a site."""

    def __init__(
        self, groups: Iterable[Group], load: Load, listing: Listing | None = None, last: "LazyPages | None" = None
    ) -> None:
        """`listing` makes the pages that list what all others list."""
        self.listing = listing
        self.groups = {group.name: group for group in groups}
        self.load = load
        self._before: Made = {**last._before, **last._made} if last else {}
        self._owner: dict[str, str] = dict(last._owner) if last else {}
        """Address -> group, as it was last time."""
        self._made: Made = {}
        self._pages: dict[str, Page] = {}
        self._lock = RLock()
        self.finished = False
        self.clashes: tuple[Finding, ...] = ()

    def make(self, name: str) -> tuple[Page, ...]:
        """The pages of a group."""
        with self._lock:
            if name not in self._made:
                group = self.groups[name]
                key = digest(group.name, *group.inputs)
                old = self._before.get(name)
                self._made[name] = old if old and old[0] == key else (key, tuple(group.pages(self.load)))
            return self._made[name][1]

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
            listed = (tuple((p.url, p.modified) for p in self.make(name) if p.listed) for name in self.groups)
            pages |= {page.url: page for page in self.listing(tuple(Part.of(own) for own in listed if own))}
        self._pages, self._owner, self.clashes = pages, owner, tuple(clashes)
        self._before = {}
        self.finished = True

    def __getitem__(self, address: str) -> Page:
        if not self.finished:
            name = self._owner.get(address)
            if name in self.groups:
                for page in self.make(str(name)):
                    if page.url == address:
                        return page
            self.finish()
        return self._pages[address]

    def __iter__(self) -> Iterator[str]:
        return iter(self.finish()._pages)

    def __len__(self) -> int:
        return len(self.finish()._pages)
