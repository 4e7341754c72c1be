"""The word lists, read once: surnames, what posts are made of, and the words that stand around names.

The lists are data (`bulletin/data/*.txt`), not code: `[section]`, words separated by spaces, `#` begins a comment.
"""

from collections.abc import Iterable
from functools import cache

from bulletin.storage.shipped import read_shipped
from bulletin.values import dataclass


def read_sections(name: str) -> dict[str, list[list[str]]]:
    """Section -> its lines, each a list of words. Lines before the first section belong to the section ""."""
    sections: dict[str, list[list[str]]] = {"": []}
    current = sections[""]
    text = read_shipped(name)
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("["):
            current = sections.setdefault(line.strip("[] \n"), [])
        else:
            current.append(line.split())
    return sections


@dataclass(frozen=True)
class Surnames:
    """Surnames of one character and of two."""

    single: frozenset[str]
    compound: frozenset[str]
    frequent: frozenset[str]
    """The commonest of the single ones."""
    common: frozenset[str]
    """The next common ones, and the commonest."""
    rare: frozenset[str]
    """Characters that seldom are a surname and mostly a word; taken for one only where everything else speaks for it."""


@dataclass(frozen=True)
class TitleWords:
    """What posts are made of."""

    office: frozenset[str]
    office_pairs: frozenset[str]
    """Office words of two characters."""
    inner: frozenset[str]
    """Bodies, departments and modifiers (副 常务 代 …)."""
    private: tuple[str, ...]
    before: dict[str, tuple[str, ...]]
    """Words behind which a post begins, by their first character, longer ones first."""
    inside: frozenset[str]
    """Words that only look as if they held one of `before`."""
    last_characters: str
    """The characters that office words end with."""


@dataclass(frozen=True)
class NameWords:
    """What stands around names. `roles` maps each wording to the word that is kept.

    `after` are words of two and more characters by their first two, `after_one` those of one character.
    """

    roles: dict[str, str]
    after: dict[str, tuple[str, ...]]
    after_one: frozenset[str]
    not_names: frozenset[str]
    also_names: frozenset[str]
    """Words of `not_names` and others that people are called as well."""
    given: frozenset[str]
    """Characters that are common in given names."""


@cache
def surnames() -> Surnames:
    sections = read_sections("surnames.txt")
    words = [word for line in sections[""] for word in line]
    compound = {word for word in words if len(word) == 2}
    single = {character for word in words if len(word) != 2 for character in word}
    rare = {character for line in sections["rare"] for word in line for character in word}
    return Surnames(
        frozenset(single),
        frozenset(compound),
        frozenset(words[0]),
        frozenset(words[0] + words[1]),
        frozenset(rare - single),
    )


def _by_begin(words: Iterable[str], length: int) -> dict[str, tuple[str, ...]]:
    """The words by their first characters, longer ones first."""
    index: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        index.setdefault(word[:length], []).append(word)
    return {begin: tuple(found) for begin, found in index.items()}


@cache
def title_words() -> TitleWords:
    sections = {name: [w for line in lines for w in line] for name, lines in read_sections("titles.txt").items()}
    return TitleWords(
        frozenset(sections["office"]).union(word + "长" for word in sections["body"] if word[-1] == "局"),
        frozenset(word for word in sections["office"] if len(word) == 2),
        frozenset(sections["body"] + sections["modifier"]),
        tuple(sorted(sections["private"], key=len, reverse=True)),
        _by_begin(sections["before"], 1),
        frozenset(sections["inside"]),
        "".join(sorted({word[-1] for word in sections["office"]})),
    )


@cache
def name_words() -> NameWords:
    sections = {name: [w for line in lines for w in line] for name, lines in read_sections("words.txt").items()}
    roles = {word: line[0] for line in read_sections("words.txt")["roles"] for word in line}
    after = {*sections["after"], *roles}
    starts: dict[str, list[str]] = {}
    for word in sorted(w for w in after if len(w) > 1):
        starts.setdefault(word[:2], []).append(word)
    return NameWords(
        roles,
        {start: tuple(words) for start, words in starts.items()},
        frozenset(w for w in after if len(w) == 1),
        frozenset(w for w in sections["not_names"] if len(w) > 1),
        frozenset(sections["also_names"]),
        frozenset("".join(sections["given"])),
    )
