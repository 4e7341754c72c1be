"""The leaders that an editor listed above a text (`leaders:`): what the text tells of them, and nobody else.

In: the report's text, the names of those listed. Out: the sentences that name them, in which posts, roles and statements
are looked for as in any report. What an editor wrote is not guessed again, so the rest of the text is not read.
"""

from collections.abc import Collection, Iterable, Sequence

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.people.roles import mentions
from bulletin.values import dataclass

MARKS = "。！？\n"
END = pattern(f"[{MARKS}]")
Mentions = Sequence[tuple[int, str]]
"""(place, folded name) of each mention, in order."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A text that tells of people; `words` are those of its sentences that are looked at, `text` is all of it."""

    words: str
    text: str
    listed: tuple[Mentions, Mentions] = ((), ())
    """Where `words` and `text` name those whom an editor listed."""

    def mentions(self, names: Collection[str]) -> tuple[Mentions, Mentions]:
        """Where `words` and `text` name those who have these folded names."""
        here, everywhere = self.listed
        if here and all(name in names for _, name in here):
            return here, everywhere
        here = mentions(fold(self.words), names)
        return here, here if self.words is self.text else mentions(fold(self.text), names)


def sentences_naming(text: str, names: Iterable[str], headlines: int) -> Heard:
    """The headline set (the first `headlines` characters of `text`) and the sentences that name one of `names`."""
    folded = fold(text)
    everywhere = mentions(folded, map(fold, names))
    here: list[tuple[int, str]] = []
    pieces, end, left_out = [text[:headlines]], headlines, 0
    for at, name in everywhere:
        if at >= end:
            begin = max(end, *(folded.rfind(mark, end, at) + 1 for mark in MARKS))
            left_out += begin - end
            behind = END.search(folded, at)
            end = behind.end() if behind else len(text)
            pieces.append(text[begin:end])
        here.append((at - left_out, name))
    return Heard("".join(pieces), text, (here, everywhere))
