"""Addresses for the reports of a build, out of the ledger, and the ledger as it is afterwards.

In: the entries of some years, what the reports of those years show of themselves (in reading order), and the files that
are held back. Out: an address for each report, the entries after, findings. A year in which neither the entries nor the
reports nor the files held back have changed need not be given: nothing in it is new or lost. Only where its addresses lead
to (`elsewhere`) must be known.

An address is never given twice. A report keeps its own as long as it is of the same day and the editor writes no other
(slug); else the old one leads to the new one. New reports are numbered after all that the issue ever had.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from bulletin.findings import Finding, Place, find
from bulletin.identity.entries import Entry, Sighting, entry_order
from bulletin.identity.likeness import alike, digests_in, shared
from bulletin.identity.matching import match
from bulletin.values import dataclass


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of it; `urls` has one item a report, empty where its slug belongs to another one (`refused`)."""

    urls: tuple[str, ...]
    published: tuple[str, ...]
    """First publication of each report, empty where it has none."""
    refused: tuple[tuple[int, str], ...]
    """(index of a report, what its address belongs to)."""
    entries: tuple[Entry, ...]
    """In the order of lines."""
    findings: tuple[Finding, ...]


def settle(
    entries: Iterable[Entry],
    seen: Sequence[Sighting],
    held: frozenset[str] = frozenset(),
    elsewhere: Mapping[str, str] = MappingProxyType({}),
) -> Settled:
    """Give every report its address; `held` are the files whose reports cannot be seen in this build."""
    findings: list[Finding] = []
    work = _Work(_each_address_once(entries, findings), seen, held, elsewhere)
    work.match_issues()
    work.match_returned()
    work.match_days()
    work.give_addresses()
    work.leave()
    findings.extend(work.findings)
    published = tuple(work.entries[url].published if url else "" for url in work.urls)
    ordered = tuple(sorted(work.entries.values(), key=entry_order))
    return Settled(tuple(work.urls), published, tuple(work.refused), ordered, tuple(findings))


def _each_address_once(entries: Iterable[Entry], findings: list[Finding]) -> dict[str, Entry]:
    """Two lines of one address (two branches that were merged): one report's become one, of two reports the first keeps it."""
    kept: dict[str, Entry] = {}
    for entry in sorted(entries, key=entry_order):
        first = kept.setdefault(entry.url, entry)
        if first is entry or first == entry:
            continue
        if not same_report(first, entry):
            one, other = f"{first.path} “{first.title}”", f"{entry.path} “{entry.title}”"
            findings.append(find("address-twice", Place(entry.path), url=entry.url, one=one, other=other))
        elif first.gone and not entry.gone:
            kept[entry.url] = replace(entry, published=first.published or entry.published, sha=first.sha or entry.sha)
    return kept


def same_report(one: Entry, other: Entry) -> bool:
    """Whether two lines tell of one report."""
    same_place = (one.path, one.place) == (other.path, other.place)
    near = shared(digests_in(one.mark), digests_in(other.mark)) if one.text != other.text else 1.0
    return near >= 0.4 or (same_place and (near >= 0.12 or alike(one.title, other.title) >= 0.5))


class _Work:
    """The matter of one `settle`: what is matched so far."""

    def __init__(
        self, entries: dict[str, Entry], seen: Sequence[Sighting], held: frozenset[str], elsewhere: Mapping[str, str]
    ) -> None:
        self.before, self.entries, self.seen = dict(entries), entries, seen
        self.leads = {**elsewhere, **{url: entry.to for url, entry in entries.items() if entry.to}}
        paths = {sighting.path for sighting in seen}
        self.unseen = {url for url, entry in entries.items() if entry.path in held and entry.path not in paths}
        self.held = held
        self.own: dict[int, str] = {}
        """Index of a report -> the address it had."""
        self.may: dict[int, str] = {}
        self.successor: dict[str, int] = {}
        """Address -> the report of another day that was there."""
        self.urls: list[str] = [""] * len(seen)
        self.refused: list[tuple[int, str]] = []
        self.findings: list[Finding] = []
        self.issues: dict[str, list[str]] = {}
        for url, entry in entries.items():
            self.issues.setdefault(entry.issue, []).append(url)
        self.days: dict[str, list[int]] = {}
        folders: dict[date, str] = {}
        for k, sighting in enumerate(seen):
            folder = folders.get(sighting.issue)
            if folder is None:
                folder = folders[sighting.issue] = sighting.folder
            self.days.setdefault(folder, []).append(k)

    def _match(self, urls: list[str], reports: list[int]) -> None:
        if not urls or not reports:
            return
        found = match([self.entries[url] for url in urls], [self.seen[k] for k in reports])
        self.own |= {reports[k]: urls[i] for k, i in found.sure.items()}
        self.may |= {reports[k]: urls[i] for k, i in found.may.items()}

    def match_issues(self) -> None:
        """Within each issue; addresses that lead elsewhere are left for `match_returned`."""
        for folder, reports in self.days.items():
            here = [u for u in self.issues.get(folder, ()) if not self.entries[u].to and u not in self.unseen]
            self._match(here, reports)

    def match_returned(self) -> None:
        """Reports that are back at an address which they had left, where that leads to one that has just lost its report."""
        lost = set(self._lost())
        for folder, reports in self.days.items():
            rest = [k for k in reports if k not in self.own]
            left = [u for u in self.issues.get(folder, ()) if self.entries[u].to and self._end(u) in lost]
            self._match(left, rest)

    def _lost(self) -> list[str]:
        """Addresses that had a report until now."""
        taken = self.unseen.union(self.own.values())
        return [u for u, e in self.entries.items() if u not in taken and not e.gone and not e.to]

    def match_days(self) -> None:
        """Reports that were filed under another day: the same text, or most of it and a headline that is like it."""
        new = [k for k in range(len(self.seen)) if k not in self.own]
        if new and (lost := self._lost()):
            self._succeed((1.0, k, url) for k, url in self._same_texts(new, lost))
            led = frozenset(self.successor.values())
            rest = [url for url in lost if url not in self.successor]
            self._succeed(self._like_texts([k for k in new if k not in led], rest))

    def _succeed(self, found: Iterable[tuple[float, int, str]]) -> None:
        """Note which report each address was left for, of (how near, report, address): the nearest ones, one to one."""
        ranked = []
        for near, k, url in found:
            entry = self.entries[url]
            ranked.append((-near, entry.path != self.seen[k].path, entry_order(entry), k, url))
        reports: set[int] = set()
        for *_, k, url in sorted(ranked):
            if k not in reports and url not in self.successor:
                self.successor[url] = k
                reports.add(k)

    def _same_texts(self, new: list[int], lost: list[str]) -> Iterator[tuple[int, str]]:
        by_text: dict[str, list[str]] = {}
        for url in lost:
            by_text.setdefault(self.entries[url].text, []).append(url)
        for k in new:
            if text := self.seen[k].text:
                yield from ((k, url) for url in by_text.get(text, ()))

    def _like_texts(self, new: list[int], lost: list[str]) -> Iterator[tuple[float, int, str]]:
        marks = {url: digests_in(self.entries[url].mark) for url in lost} if new else {}
        signs: dict[int, list[str]] = {}
        for url, mark in marks.items():
            for sign in mark:
                signs.setdefault(sign, []).append(url)
        for k in new:
            mark, title = digests_in(self.seen[k].mark), self.seen[k].title
            for url in sorted({u for sign in mark for u in signs.get(sign, ())}):
                near = shared(marks[url], mark)
                if near == 1.0 or (near >= 0.5 and alike(self.entries[url].title, title) >= 0.4):
                    yield near, k, url

    def give_addresses(self) -> None:
        """The address each report had; a slug where one is written; numbers for the others, after all there ever were."""
        owners = {url: k for k, url in self.own.items()}
        heirs = {k: url for url, k in self.successor.items()}
        for folder, reports in self.days.items():
            here = self.issues.get(folder, [])
            last = max((self.entries[url].number for url in here), default=0)
            count = len(here)
            for k in reports:
                sighting = self.seen[k]
                before = self.own.get(k) or heirs.get(k, "")
                url = f"{folder}{sighting.slug}.html" if sighting.slug else self.own.get(k, "")
                if owners.get(url, k) != k:
                    self.refused.append((k, self.seen[owners[url]].path))
                    continue
                if url not in self.entries:
                    count += 1
                    last = last if url else max(last + 1, count)
                    url = url or f"{folder}{last}.html"
                owners[url] = k
                self._take(k, url, before)

    def _take(self, k: int, url: str, before: str) -> None:
        """Write down that report `k` is at `url` now and was at `before`."""
        sighting = self.seen[k]
        old = self.before.get(before) or self.before.get(url)
        unsure = published = sha = ""
        if old:
            unsure, published, sha = old.unsure, old.published, old.sha
        elif k in self.may and self.before[self.may[k]].published:
            unsure = self.may[k]
        self.urls[k] = url
        self.entries[url] = Entry(
            url, sighting.path, sighting.place, sighting.title, sighting.text, sighting.mark,
            unsure=unsure, published=published, sha=sha,
        )  # fmt: skip
        if before and before != url:
            self.entries[before] = replace(self.before[before], to=url, gone=False)

    def leave(self) -> None:
        """Addresses without a report: held back, leading elsewhere, or gone; and what an editor should know of it."""
        present = frozenset(self.urls)
        kept = self.unseen.union(self.own[k] for k, _ in self.refused if k in self.own)
        returned = {old.to: url for url, old in self.before.items() if url in present and old.to}
        for url, entry in list(self.entries.items()):
            if url in present or url in kept or entry.gone or entry.to:
                continue
            to = returned.get(url) or self._twin(entry)
            if to or entry.path not in self.held:
                self.entries[url] = replace(entry, to=to, gone=not to)
        for k, url in enumerate(self.urls):
            if url and (doubt := self.entries[url].unsure):
                old = self.entries.get(doubt)
                if old is None or not old.gone or doubt in (a.strip("/ ") for a in self.seen[k].aliases):
                    self.entries[url] = replace(self.entries[url], unsure="")
        self._tell()

    def _twin(self, entry: Entry) -> str:
        """The address of a report of the same issue that has the same text: one of two copies was deleted."""
        same = [k for k in self.days.get(entry.issue, ()) if entry.text and self.seen[k].text == entry.text]
        return next((self.urls[k] for k in same if self.urls[k]), "")

    def _end(self, url: str) -> str:
        """Where an address leads to in the end."""
        passed: set[str] = set()
        while url in self.leads and url not in passed:
            passed.add(url)
            url = self.leads[url]
        return url

    def _tell(self) -> None:
        before = self.before
        told = [e for url, e in self.entries.items() if e.unsure or (url in before and before[url].published)]
        for entry in sorted(told, key=entry_order):
            url, was = entry.url, before.get(entry.url)
            if entry.unsure and (old := self.entries.get(entry.unsure)):
                place = Place(entry.path)
                self.findings.append(find("address-unsure", place, url=url, old=old.url, title=old.title))
            if not was or not was.published:
                continue
            if entry.gone and not was.gone:
                self.findings.append(find("address-gone", Place(entry.path), url=url, title=entry.title))
            elif entry.to and entry.to != was.to:
                self.findings.append(find("address-moved", Place(entry.path), url=url, to=entry.to, title=entry.title))
