"""A word list as one regular expression: shaped like a tree, or only the beginnings, for long lists.

In come words, out goes a pattern. A tree matches the longest word at a place: words that begin alike share that beginning,
and of the characters that may follow only one fits. Of thousands of words even the branches at its root take long; then
the places where a word may begin are found by two characters, and a table tells the words.
"""

import re
from collections.abc import Iterable
from typing import Any

from bulletin.patterns import CODES, compiled


def tree(words: Iterable[str]) -> str:
    """The source of a group that matches the longest of `words` (none of them empty) at a place."""
    told = sorted(words)
    return CODES.text("\n".join(told), lambda: _tree(told))


def _tree(words: Iterable[str]) -> str:
    root: dict[str, Any] = {}
    for word in words:
        branch = root
        for character in word:
            branch = branch.setdefault(character, {})
        branch[""] = {}
    return _source(root)


def _source(branch: dict[str, Any]) -> str:
    ends = "".join(sorted(c for c, rest in branch.items() if c and not any(rest)))
    parts = [re.escape(c) + _source(rest) for c, rest in sorted(branch.items()) if c and any(rest)]
    if ends:
        parts.append(re.escape(ends) if len(ends) == 1 else f"[{re.escape(ends)}]")
    if not parts:
        return ""
    joined = "|".join(parts)
    return f"(?:{joined})?" if "" in branch else f"(?:{joined})"


GROUPS = 6
"""How many groups of first characters a pattern of beginnings has: more tell better, and take longer to ask."""


def begin_of_any(words: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for the places where one of `words` may begin, by its first two characters; None where there are no words.

    First characters that are followed by much the same ones stand in a group, so that few places are found in vain.
    """
    words = frozenset(words)
    seconds: dict[str, set[str]] = {}
    for word in words:
        if len(word) > 1:
            seconds.setdefault(word[0], set()).add(word[1])
    parts = [f"{_set(firsts)}(?={_set(behind)})" for firsts, behind in _groups(seconds)]
    if len(parts) > 1:
        parts = [f"(?={_set(set(seconds))})(?:{'|'.join(parts)})"]
    if alone := {word for word in words if len(word) == 1}:
        parts.append(_set(alone))
    return compiled("|".join(parts)) if parts else None


def _groups(seconds: dict[str, set[str]]) -> list[tuple[set[str], set[str]]]:
    """(first characters, what may stand behind them): each first character goes where it adds least."""
    groups: list[tuple[set[str], set[str]]] = []
    for first in sorted(seconds, key=lambda first: (-len(seconds[first]), first)):
        behind = seconds[first]
        if len(groups) < GROUPS:
            groups.append(({first}, set(behind)))
            continue
        firsts, seen = min(groups, key=lambda g: len(g[1] | behind) * (len(g[0]) + 1) - len(g[1]) * len(g[0]))
        firsts.add(first)
        seen.update(behind)
    return groups


def _set(characters: set[str]) -> str:
    return f"[{re.escape(''.join(sorted(characters)))}]" if characters else ""
