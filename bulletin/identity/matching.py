"""Entries of the ledger and the reports of one issue, matched one to one.

In: the entries of an issue and what its reports show of themselves, in reading order. Out: for each report the entry that
is surely its own, and for some of the others the entry that may be. Three steps, each for what the one before left over:
same file, place and text; same text; likeness, helped by the place between neighbours that are known. Only the last one
costs time, and it compares only those that share a clause, a pair of characters of the headline, or a place.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from bulletin.identity.entries import Entry, Sighting
from bulletin.identity.likeness import alike, digests_in, pairs_of, shared
from bulletin.values import dataclass

MARGIN = 0.1
"""By how much the best must be better than the next to be sure."""
TELLING = 6
"""Characters of a headline that is not shared by chance (简讯, 今日天气 are)."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Index of a report -> index of its entry: `sure` ones, one to one, and those that `may` be."""

    sure: dict[int, int]
    may: dict[int, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike an entry and a report are; `score` orders pairs."""

    entry: int
    sighting: int
    text: float
    title: float
    same_file: bool
    aligned: bool
    live: bool
    long_title: bool

    @property
    def score(self) -> float:
        place = 0.15 * self.same_file + 0.15 * self.aligned
        return self.text + 0.5 * self.title + place + 0.05 * self.live

    @property
    def sure(self) -> bool:
        """Enough of the text; less with the headline or the place; a long headline in the same file."""
        return (
            self.text >= 0.4
            or (self.text >= 0.2 and self.title >= 0.4)
            or (self.aligned and (self.text >= 0.12 or self.title >= 0.5))
            or (self.same_file and self.title >= 0.8 and self.long_title)
        )

    @property
    def possible(self) -> bool:
        """Something speaks for it, not enough to act on."""
        return self.aligned or self.text >= 0.12 or (self.title >= 0.6 and self.long_title)


def match(entries: Sequence[Entry], seen: Sequence[Sighting]) -> Matched:
    """Match the entries and the reports of one issue."""
    sure = same_place(entries, seen)
    if len(sure) == len(seen):
        return Matched(sure, {})
    sure |= _same_text(entries, seen, sure)
    sure |= _same_slug(entries, seen, sure)
    if len(sure) == len(seen) or len(sure) == len(entries):
        return Matched(sure, {})
    return _alike(entries, seen, sure)


def same_place(entries: Sequence[Entry], seen: Sequence[Sighting]) -> dict[int, int]:
    """Those whose file, place and text are what they were; without a text the headline must be, too."""
    places = {(e.path, e.place, e.text or e.title): i for i, e in reversed(list(enumerate(entries))) if not e.gone}
    pairs = ((k, places.get((s.path, s.place, s.text or s.title))) for k, s in enumerate(seen))
    return {k: i for k, i in pairs if i is not None}


def _same_text(entries: Sequence[Entry], seen: Sequence[Sighting], sure: Mapping[int, int]) -> dict[int, int]:
    """Those whose text is what it was, wherever they stand; of several copies the likest in headline and place."""
    taken = set(sure.values())
    texts: dict[str, list[int]] = {}
    for i, entry in enumerate(entries):
        if i not in taken and entry.text:
            texts.setdefault(entry.text, []).append(i)
    ranked = []
    for k, sighting in enumerate(seen):
        if k not in sure:
            for i in texts.get(sighting.text, ()):
                entry = entries[i]
                other = (entry.gone, entry.title != sighting.title, entry.path != sighting.path)
                ranked.append((other, abs(entry.place - sighting.place), k, i))
    return _one_to_one((k, i) for *_, k, i in sorted(ranked))


def _one_to_one(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Pairs in order, each side once."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for k, i in pairs:
        if k not in found and i not in taken:
            found[k] = i
            taken.add(i)
    return found


def _same_slug(entries: Sequence[Entry], seen: Sequence[Sighting], sure: Mapping[int, int]) -> dict[int, int]:
    """Those for which an editor writes the address itself (slug)."""
    urls = {entry.url: i for i, entry in enumerate(entries)}
    taken = set(sure.values())
    wanted = ((k, urls.get(f"{s.folder}{s.slug}.html")) for k, s in enumerate(seen) if s.slug and k not in sure)
    return _one_to_one((k, i) for k, i in wanted if i is not None and i not in taken)


def _alike(entries: Sequence[Entry], seen: Sequence[Sighting], sure: dict[int, int]) -> Matched:
    """The rest, the likest first; two that are about as like as each other are not sure."""
    ranked = sorted(_likenesses(entries, seen, sure), key=lambda p: (-p.score, p.sighting, p.entry))
    found, taken = dict(sure), set(sure.values())
    doubtful: set[int] = set()
    may: dict[int, int] = {}
    for at, pair in enumerate(ranked):
        if pair.sighting in found or pair.entry in taken or pair.entry in doubtful:
            if pair.possible and pair.entry in doubtful:
                may.setdefault(pair.sighting, pair.entry)
            continue
        if pair.sure and not _rivalled(pair, ranked[at + 1 :], found, taken):
            found[pair.sighting] = pair.entry
            taken.add(pair.entry)
        elif pair.sure or pair.possible:
            if pair.sure:
                doubtful.add(pair.entry)
            may.setdefault(pair.sighting, pair.entry)
    return Matched(found, {k: i for k, i in may.items() if k not in found and i not in taken})


def _rivalled(pair: Likeness, others: Iterable[Likeness], found: Mapping[int, int], taken: set[int]) -> bool:
    """Whether another pair that shares one side is sure, too, and nearly as like."""
    for other in others:
        if other.score < pair.score - MARGIN:
            return False
        shares = (other.entry == pair.entry) != (other.sighting == pair.sighting)
        if shares and other.sure and other.sighting not in found and other.entry not in taken:
            return True
    return False


def _likenesses(entries: Sequence[Entry], seen: Sequence[Sighting], sure: Mapping[int, int]) -> Iterator[Likeness]:
    """Every pair of those left over that has something in common."""
    taken = set(sure.values())
    left = [i for i in range(len(entries)) if i not in taken]
    names = {i: k for k, i in sure.items()}
    there = _gaps({i: (e.path, e.place) for i, e in enumerate(entries) if i in taken or not e.gone}, names)
    here = _gaps({k: (s.path, s.place) for k, s in enumerate(seen)}, {k: k for k in sure})
    marks = {i: digests_in(entries[i].mark) for i in left}
    signs: dict[Hashable, list[int]] = {}
    for i in left:
        for sign in (*marks[i], *pairs_of(entries[i].title), *([there[i]] if i in there else [])):
            signs.setdefault(sign, []).append(i)
    for k, sighting in enumerate(seen):
        if k in sure:
            continue
        mark = digests_in(sighting.mark)
        common = {i for sign in (*mark, *pairs_of(sighting.title), here[k]) for i in signs.get(sign, ())}
        for i in sorted(common):
            entry = entries[i]
            yield Likeness(
                i, k, shared(marks[i], mark), alike(entry.title, sighting.title), entry.path == sighting.path,
                there.get(i) == here[k], not entry.gone, min(len(entry.title), len(sighting.title)) >= TELLING,
            )  # fmt: skip


def _gaps(items: Mapping[int, tuple[str, int]], known: Mapping[int, int]) -> dict[int, Hashable]:
    """For each item that is not known: between which known neighbours in its file it stands, and as which of how many.

    `items` are (path, place); `known` gives the known ones a name that both sides share. The path counts only where there
    is no known neighbour, because a file may have been renamed.
    """
    found: dict[int, Hashable] = {}
    order = sorted(items, key=lambda n: (*items[n], n))
    for path, group in groupby(order, key=lambda n: items[n][0]):
        runs: list[tuple[int | None, list[int]]] = [(None, [])]
        for n in group:
            if n in known:
                runs.append((known[n], []))
            else:
                runs[-1][1].append(n)
        for at, (before, members) in enumerate(runs):
            after = runs[at + 1][0] if at + 1 < len(runs) else None
            where = path if before is None and after is None else ""
            found |= {n: (where, before, after, len(members), m) for m, n in enumerate(members)}
    return found
