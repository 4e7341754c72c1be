"""Which characters a text is written in, traditional or simplified ones: a report is written in one of them, a dump mixes reports.

In comes a text, out goes `traditional`, `simplified`, or nothing where too few characters tell.
"""

from functools import cache

from bulletin.people.fold import fold, mend, simplified

ENOUGH, FEWEST, TIMES = 150, 6, 3


@cache
def _simple() -> frozenset[str]:
    return frozenset(simplified().values())


def script(text: str) -> str:
    """The script of the beginning of a text."""
    text = mend(text[:ENOUGH])
    folded = fold(text)
    traditional = sum(a != b for a, b in zip(text, folded, strict=True)) if folded != text else 0
    simple = sum(map(_simple().__contains__, text))
    if traditional >= FEWEST and traditional >= simple:
        return "traditional"
    return "simplified" if simple >= max(FEWEST, TIMES * traditional) else ""
