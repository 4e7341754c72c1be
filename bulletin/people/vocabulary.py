"""The word lists, read once: surnames, what posts are made of, and the words that stand around names.

The lists are data (`bulletin/data/*.txt`), not code: `[section]`, words separated by spaces, `#` begins a comment.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources


def read_sections(name: str) -> dict[str, list[list[str]]]:
    """Section -> its lines, each a list of words. Lines before the first section belong to the section ""."""
    sections: dict[str, list[list[str]]] = {"": []}
    current = sections[""]
    text = (resources.files("bulletin") / "data" / name).read_text("utf-8")
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


@dataclass(frozen=True)
class TitleWords:
    """What posts are made of, indexed by the last two characters: text is read backwards from a name.

    Longer words come first; `inner_ones` are those of one character.
    """

    office: dict[str, tuple[str, ...]]
    office_pairs: frozenset[str]
    """Office words of two characters."""
    inner: dict[str, tuple[str, ...]]
    inner_ones: frozenset[str]
    private: tuple[str, ...]
    before: re.Pattern[str]
    """Words after which a post begins; matches to the last of them."""
    last_characters: str


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
    words = [word for line in read_sections("surnames.txt")[""] for word in line]
    compound = {word for word in words if len(word) == 2}
    single = {character for word in words if len(word) != 2 for character in word}
    return Surnames(frozenset(single), frozenset(compound), frozenset(words[0]))


def _by_end(words: Iterable[str], length: int) -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        index.setdefault(word[-length:], []).append(word)
    return {end: tuple(found) for end, found in index.items()}


@cache
def title_words() -> TitleWords:
    sections = {name: [w for line in lines for w in line] for name, lines in read_sections("titles.txt").items()}
    before = sorted(sections["before"], key=lambda w: (-len(w), w))
    inner = sections["body"] + sections["modifier"]
    return TitleWords(
        _by_end(sections["office"], 2),
        frozenset(word for word in sections["office"] if len(word) == 2),
        _by_end([word for word in inner if len(word) > 1], 2),
        frozenset(word for word in inner if len(word) == 1),
        tuple(sorted(sections["private"], key=len, reverse=True)),
        re.compile(f"(?=({'|'.join(map(re.escape, before))}))"),
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
