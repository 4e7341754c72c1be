"""Which stretch of the original each piece of a report came from, also where a whole dump stands in one line.

In: the text, and pieces with their lines. Out: a stretch (offsets) for each piece; together they hold every character of their
lines once, so that nothing is shown as taken out of one paragraph because it stands in another.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from bulletin.values import dataclass

END = 8
"""So many characters of either end of a piece are looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph (`p`) or `caption`, with the lines it came from; lines count from 1."""

    line: int
    last: int
    text: str
    kind: str


def stretches(text: str, pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Offsets of the stretch of each piece; a piece that is not found has its whole lines."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    crowded = _crowded(pieces)
    at = dict.fromkeys(crowded, 0)
    found: list[tuple[int, int] | None] = []
    for piece in pieces:
        begin, end = starts[piece.line - 1], min(starts[piece.last] - 1, len(text))
        if piece.line not in crowded and piece.last not in crowded:
            found.append((begin, end))
            continue
        here = _within(text, max(begin, at.get(piece.line, 0)), end, piece.text) or _within(
            text, begin, end, piece.text
        )
        found.append(here)
        if here:
            at[piece.last] = here[1]
    whole = [(starts[p.line - 1], min(starts[p.last] - 1, len(text))) for p in pieces]
    return _without_gaps(text, [a or b for a, b in zip(found, whole, strict=True)], crowded, pieces, starts)


def _crowded(pieces: Iterable[Piece]) -> frozenset[int]:
    """Lines of which more than one piece has something."""
    once: set[int] = set()
    more: set[int] = set()
    for piece in pieces:
        for line in {piece.line, piece.last}:
            (more if line in once else once).add(line)
    return frozenset(more)


def _without_gaps(
    text: str,
    found: list[tuple[int, int]],
    crowded: frozenset[int],
    pieces: Sequence[Piece],
    starts: Sequence[int],
) -> list[tuple[int, int]]:
    """What stands before a piece in its line goes to it, and what stands behind the last one to that."""
    order = sorted(range(len(pieces)), key=lambda i: found[i])
    made = list(found)
    for n, i in enumerate(order):
        piece, (begin, end) = pieces[i], found[i]
        before = found[order[n - 1]][1] if n else 0
        if piece.line in crowded and before <= begin:
            begin = max(before, starts[piece.line - 1])
        behind = found[order[n + 1]][0] if n + 1 < len(order) else len(text)
        if piece.last in crowded and behind >= starts[piece.last]:
            end = max(end, min(starts[piece.last] - 1, len(text)))
        made[i] = begin, end
    return made


def _within(text: str, begin: int, end: int, piece: str) -> tuple[int, int] | None:
    """Where a piece stands in a stretch, whatever was done to marks and spaces."""
    kept, places = folded(text[begin:end])
    wanted, _ = folded(piece)
    if not wanted:
        return None
    first = kept.find(wanted[:END])
    if first < 0:
        return None
    near = first + max(0, len(wanted) - END - len(wanted) // 5)
    last = kept.find(wanted[-END:], near)
    if last < 0:
        last = max(first, kept.rfind(wanted[-END:], first))
    stop = min(last + len(wanted[-END:]), len(places))
    return begin + places[first], begin + places[stop - 1] + 1


def folded(text: str) -> tuple[str, list[int]]:
    """A text without spaces, its marks in one width, and where each character stood."""
    kept: list[str] = []
    places: list[int] = []
    for i, character in enumerate(text):
        one = unicodedata.normalize("NFKC", character)
        if len(one) == 1 and not one.isspace() and unicodedata.category(one) != "Cf":
            kept.append('"' if one in "“”" else one)
            places.append(i)
    return "".join(kept), places
