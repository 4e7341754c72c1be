"""A text's beginning or end as it was before a broken conversion, with the way back to the places as printed.

In comes a short piece, out go its characters without the pinyin behind some of them (實習(xí)記者), without the ? that
is left of an indent and without the spaces of a spaced-out word (大 西 北 網 訊), and the place that each had. Only signs are
looked for in it; what is kept is cut out of the printed text.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import PINYIN
from bulletin.reports.cleanup import HAN

LOST = pattern(f"[?？\ufffd]{{1,4}}[ \u3000]*(?=[{HAN}【])")
SPACED_OUT = pattern(f"(?:[{HAN}][ \u3000]){{3,}}[{HAN}](?![{HAN}])")
MAY_BEGIN, MAY_SPACE = frozenset("?？\ufffd"), frozenset(" \u3000")
SPACE = pattern("[ \u3000]")


def is_broken(piece: str) -> bool:
    """Whether anything in a piece is to be left out."""
    if "(" not in piece and "（" not in piece and piece[:1] not in MAY_BEGIN and piece[1:2] not in MAY_SPACE:
        return False
    return bool(
        (piece[:1] in "?？\ufffd" and LOST.match(piece))
        or (("(" in piece or "（" in piece) and PINYIN.search(piece))
        or (piece[1:2] in (" ", "\u3000") and SPACED_OUT.match(piece))
    )


def mended_with_places(piece: str) -> tuple[str, list[int]]:
    """(characters, the place of each in `piece`); the list has one place more, that of the end."""
    left_out: set[int] = set()
    if lost := LOST.match(piece):
        left_out.update(range(*lost.span()))
    for match in PINYIN.finditer(piece):
        left_out.update(range(*match.span()))
    places = [i for i in range(len(piece)) if i not in left_out]
    whole = "".join(piece[i] for i in places)
    if spaced := SPACED_OUT.match(whole):
        gaps = {m.start() for m in SPACE.finditer(whole, 0, spaced.end())}
        places = [place for i, place in enumerate(places) if i not in gaps]
        whole = "".join(piece[i] for i in places)
    return whole, [*places, len(piece)]
