"""The places of a text where one of many words may begin, told by its first two characters.

In come words, out comes what finds the places. Two characters that stand together are looked up as one number: of thousands
of words this takes half the time of a regular expression, tells fewer places in vain, and is made at once. Characters of
two bytes make numbers of four, which are made and looked up faster than those of eight, and nearly all texts hold no others.
"""

from array import array
from collections.abc import Iterable
from itertools import compress

NARROW, WIDE = ("I", 2, "utf-16-le"), ("Q", 4, "utf-32-le")
"""Kind of number in an array, bytes of a character, encoding: of texts in two bytes a character, and of any others."""
LAST_NARROW = "\uffff"


class Beginnings:
    """Where words begin; `words` are none of them empty."""

    def __init__(self, words: Iterable[str]) -> None:
        words = frozenset(words)
        self._pairs = frozenset([word[:2] for word in words if len(word) > 1])
        self._known: dict[str, dict[int, None]] = {}
        """Kind of number -> the pairs; made when a text asks for it."""
        self._alone = sorted(word for word in words if len(word) == 1)

    def places(self, text: str) -> list[int]:
        """In order; a place may stand twice."""
        length = len(text)
        kind, width, encoding = NARROW
        data = text.encode(encoding, "surrogatepass")
        if len(data) != width * length:
            kind, width, encoding = WIDE
            data = text.encode(encoding, "surrogatepass")
        is_known = (self._known.get(kind) or self._numbers(kind, encoding)).__contains__
        odd = width * (length % 2)
        even_pairs, odd_pairs = array(kind, data[: len(data) - odd]), array(kind, data[width : len(data) - width + odd])
        found = [*compress(range(0, length, 2), map(is_known, even_pairs))]
        found += compress(range(1, length, 2), map(is_known, odd_pairs))
        for word in self._alone:
            if word in text:
                found += [at for at, character in enumerate(text) if character == word]
        found.sort()
        return found

    def _numbers(self, kind: str, encoding: str) -> dict[int, None]:
        """The pairs as numbers of a kind; one that has a character too wide for it is in no text of that kind."""
        pairs = self._pairs if kind == WIDE[0] else [pair for pair in self._pairs if max(pair) <= LAST_NARROW]
        known = self._known[kind] = dict.fromkeys(array(kind, "".join(pairs).encode(encoding, "surrogatepass")))
        return known
