"""A word list as one regular expression: shaped like a tree, or only the beginnings, for long lists.

In come words, out goes a pattern. A tree matches the longest word at a place: words that begin alike share that beginning,
and of the characters that may follow only one fits. Of thousands of words even the branches at its root take long; then
the places where a word may begin are found by two characters, and a table tells the words.
"""

import re
from collections.abc import Iterable
from typing import Any


def tree(words: Iterable[str]) -> str:
    """The source of a group that matches the longest of `words` (none of them empty) at a place."""
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


def begin_of_any(words: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for the places where one of `words` may begin, by its first two characters; None where there are no words."""
    words = frozenset(words)
    first, second, alone = (_set(found) for found in (
        {word[0] for word in words if len(word) > 1}, {word[1] for word in words if len(word) > 1}, {word for word in words if len(word) == 1},
    ))  # fmt: skip
    parts = [f"{first}(?={second})"] if first else []
    return re.compile("|".join([*parts, *([alone] if alone else [])])) if words else None


def _set(characters: set[str]) -> str:
    return f"[{re.escape(''.join(sorted(characters)))}]" if characters else ""
