"""A word list as one regular expression that is shaped like a tree, so that a place of a text is looked at once.

In come words, out goes the source of a pattern that matches the longest of them at a place: words that begin alike share
that beginning, and of the characters that may follow only one fits.
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
