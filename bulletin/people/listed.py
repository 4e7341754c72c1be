"""The leaders that an editor listed above a text (`leaders:`): what the text tells of them, and nobody else.

In: the report's text, the names of those listed. Out: the sentences that name them, in which posts, roles and statements
are looked for as in any report. What an editor wrote is not guessed again, so the rest of the text is not read.
"""

from collections.abc import Iterable

from bulletin.people.fold import fold
from bulletin.people.roles import mentions

ENDS = "。！？\n"


def sentences_naming(text: str, names: Iterable[str], headlines: int) -> str:
    """The headline set (the first `headlines` characters of `text`) and the sentences that name one of `names`."""
    folded = fold(text)
    pieces, end = [text[:headlines]], headlines
    for at, _ in mentions(folded, map(fold, names)):
        if at < end:
            continue
        begin = max(end, *(folded.rfind(mark, end, at) + 1 for mark in ENDS))
        end = min((place for mark in ENDS if (place := folded.find(mark, at)) >= 0), default=len(text) - 1) + 1
        pieces.append(text[begin:end])
    return "".join(pieces)
