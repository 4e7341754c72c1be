"""Names that are known before a text is read: the register's, and those that other reports of the archive taught.

In come the names, out comes an index that gives, for one text, only the names that can occur in it.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field

from bulletin.people.tree import begin_of_any
from bulletin.values import dataclass

FEW = 32
"""So many names are looked for one by one; only for more a pattern pays, which takes longer to make than a text to read."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names that may be taken as they are: `register` wherever they stand, `archive` only where a leader may stand."""

    register: frozenset[str] = frozenset()
    archive: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        return self.register | self.archive


def make_known(
    register: Iterable[str], archive: Iterable[str], people: Mapping[str, tuple[str, ...]] | None = None
) -> "Known":
    """Index the names by their first two characters, so that a text asks only for those that can occur in it.

    `people` has the names of each person of the register, by id and by name.
    """
    index: dict[str, list[str]] = {}
    registered = frozenset(register)
    names = frozenset([name for name in registered.union(archive) if len(name) > 1])
    for name in sorted(names):
        index.setdefault(name[:2], []).append(name)
    return Known(registered, index, begin_of_any(index) if len(names) > FEW else None, people or {}, names)


@dataclass(frozen=True, slots=True)
class Known:
    """All known names of a site; `within` picks those that occur in a text."""

    register: frozenset[str] = frozenset()
    index: dict[str, list[str]] = field(default_factory=dict)
    begin: re.Pattern[str] | None = None
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Id or name -> the names of that person of the register."""
    names: frozenset[str] = frozenset()
    """All of them."""

    def names_of(self, text: str) -> tuple[str, ...]:
        """The names of somebody whom an editor wrote down by id or name."""
        return self.people.get(text, (text,))

    def within(self, text: str) -> KnownNames:
        if not self.index:
            return KnownNames()
        starts: Collection[str] = self.index
        if self.begin:
            starts = self.index.keys() & {text[m.start() : m.start() + 2] for m in self.begin.finditer(text)}
        names = {name for pair in starts for name in self.index[pair] if name in text}
        return KnownNames(frozenset(names & self.register), frozenset(names - self.register))


def inside_longer(text: str, name: str, known: frozenset[str]) -> bool:
    """Whether `name` stands in `text` only inside longer known names."""
    longer = [other for other in known if len(other) > len(name) and name in other]
    if not longer:
        return False
    return text.count(name) <= sum(text.count(other) * other.count(name) for other in longer)
