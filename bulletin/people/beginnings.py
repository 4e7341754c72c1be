"""The places of a text where one of many words may begin, told by its first two characters.

In come words, out comes what finds the places. Two characters that stand together are looked up as one number: of thousands
of words this takes half the time of a regular expression, tells fewer places in vain, and is made at once.
"""

from array import array
from collections.abc import Iterable
from itertools import compress

NUMBERS, WIDTH = "Q", 4
"""Of an array: numbers of eight bytes, two characters of `WIDTH` bytes each."""


class Beginnings:
    """Where words begin; `words` are none of them empty."""

    def __init__(self, words: Iterable[str]) -> None:
        words = frozenset(words)
        pairs = {word[:2] for word in words if len(word) > 1}
        self._is_known = frozenset(array(NUMBERS, _encoded("".join(pairs)))).__contains__
        self._alone = sorted(word for word in words if len(word) == 1)

    def places(self, text: str) -> list[int]:
        """In order; a place may stand twice."""
        data, length = _encoded(text), len(text)
        odd = WIDTH * (length % 2)
        even_pairs, odd_pairs = (
            array(NUMBERS, data[: len(data) - odd]),
            array(NUMBERS, data[WIDTH : len(data) - WIDTH + odd]),
        )
        found = [*compress(range(0, length, 2), map(self._is_known, even_pairs))]
        found += compress(range(1, length, 2), map(self._is_known, odd_pairs))
        for word in self._alone:
            if word in text:
                found += [at for at, character in enumerate(text) if character == word]
        return sorted(found)


def _encoded(text: str) -> bytes:
    return text.encode("utf-32-le", "surrogatepass")
