"""How much of a line the texts below and above it take up: the text of a headline repeats its words, the one below a subhead tells
something new of what the report told of before.

In come a line and two texts, out go shares of the pairs of characters of the line.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.cleanup import HAN

RUN = pattern(f"[{HAN}]{{2,}}")
OF_ANY_NEWS = frozenset("书记长主任席常委员局县市区旗政府人大协副会议领导的了在一进")
"""No word with one of these tells that two texts have a matter in common."""
OF_A_PLACE = frozenset("县市区旗州")
"""The name of the county stands everywhere."""
ENOUGH, BY_CHANCE, IN_A_ROW = 2, 0.13, 4
LEAST_BELOW, MOST_ABOVE, LEAST_ABOVE = 0.45, 0.25, 0.3


def takes_up(text: str, line: str) -> bool:
    """Whether a text has four characters in a row of a line; the name of its county is no longer than three."""
    return any(line[i : i + IN_A_ROW] in text for i in range(len(line) - IN_A_ROW + 1))


def in_common(line: str, text: str) -> int:
    """How many pairs of Han characters of a line stand in a text as well."""
    return sum(pair in text for pair in _pieces(line, 2))


def heads_what_is_below(line: str, below: str, above: str) -> bool:
    """Whether the text below a line takes up nearly half of it, and the report above it next to nothing."""
    pairs = _pieces(fold(mend(line)), 2)
    if not pairs:
        return False
    share = _share(pairs, fold(mend(below)))
    return share >= LEAST_BELOW and _share(pairs, fold(mend(above))) <= min(MOST_ABOVE, share / 2)


def is_half_told(line: str, below: str) -> bool:
    """Whether the text below a line takes up nearly half of it, as that of a headline does."""
    pairs = _pieces(fold(mend(line)), 2)
    return bool(pairs) and _share(pairs, fold(mend(below))) >= LEAST_BELOW


def is_taken_up(line: str, below: str) -> bool:
    """Whether the text below a line takes up any more of it than a pair of characters in ten, as chance does."""
    pairs = _pieces(fold(mend(line)), 2)
    return bool(pairs) and _share(pairs, fold(mend(below))) > BY_CHANCE


def tells_of_what_is_above(line: str, below: str, above: str) -> bool:
    """Whether the words of a line stand in the text above it and not in the one below: it stood under a picture, and is no headline."""
    pairs = {pair for pair in _pieces(fold(mend(line)), 2) if OF_A_PLACE.isdisjoint(pair)}
    if not pairs:
        return False
    again = _share(pairs, fold(mend(below)))
    if again > 1 / 3:
        return False  # as much as the text above cannot hold three times
    share = _share(pairs, fold(mend(above)))
    if not again:
        return share * len(pairs) > 1
    return share >= LEAST_ABOVE and again <= share / 3


def tells_of_the_same(text: str, told: str) -> bool:
    """Whether a text has words of three characters in common with what a report told: names, places, things."""
    told = fold(mend(told))
    words = _pieces(fold(mend(text)), 3)
    return sum(word in told and OF_ANY_NEWS.isdisjoint(word) for word in words) >= ENOUGH


def shares_a_word(line: str, text: str) -> bool:
    """Whether a text has any two characters of a line that tell what was done or where, rather than who did it."""
    told = fold(mend(text))
    return any(pair in told and OF_ANY_NEWS.isdisjoint(pair) for pair in _pieces(fold(mend(line)), 2))


def _pieces(text: str, length: int) -> set[str]:
    """All that stands together in a text, so many Han characters each."""
    return {run[i : i + length] for run in RUN.findall(text) for i in range(len(run) - length + 1)}


def _share(pairs: set[str], text: str) -> float:
    return sum(pair in text for pair in pairs) / len(pairs)
