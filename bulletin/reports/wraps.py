"""How the lines of a text are wrapped: at a width that most of them have, as columns of a paper and pasted pages are.

In come the lines of a file, out goes the width of a full line, and what else tells where a paragraph goes on.
"""

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from bulletin.patterns import pattern
from bulletin.reports.kinds import TERMINAL
from bulletin.reports.lines import MARKS_IN_A_DUMP, SPACED_END, Line

MARKS = frozenset("，。、；：")
NARROW = pattern("[0-9A-Za-z.%]")
WIDEST, FEWEST_WRAPPED = 60, 4
"""Characters of the longest line of a wrapped text, and the least number of its lines that are full."""


class Wrap(NamedTuple):
    """How a text is wrapped: the characters of a full line (0: not at all), whether blank lines stand between all lines, or no indents."""

    width: int = 0
    gapped: bool = False
    bare: bool = False
    first: int = 0


def find_wrap(lines: list[Line], cut: bool = False) -> Wrap:
    """How a text is wrapped: at a width where indents mark its paragraphs, or where most lines break off at one width.

    `cut`: pieces of lines that were cut stand for indented lines.
    """
    lengths = [columns(line.text) for line in lines]
    if len(lines) < FEWEST_WRAPPED:
        return Wrap()
    gapped = (
        len(lines) > 2 * FEWEST_WRAPPED
        and all(line.gap for line in lines[1:])
        and sum(line.text[-1] not in TERMINAL for line in lines) > FEWEST_WRAPPED
    )
    if not cut and not any(b.indented and a.number < b.number for a, b in pairwise((Line(0, ""), *lines))):
        return _bare_wrap(lines, lengths, gapped)  # no indents but of the pieces of a line that was cut
    longest = max(lengths)
    full = sum(1 for line in lines if len(line.text) >= longest - 3)
    if longest <= WIDEST and full * 3 >= len(lines):
        ends = sum(1 for line in lines if len(line.text) >= longest - 3 and line.text[-1] in TERMINAL)
        return Wrap(longest, gapped) if ends < full else Wrap()  # else paragraphs of one length
    longer = [line for line in lines if columns(line.text) > (width := max(_usual_widths(lengths)))]
    full = sum(1 for n in lengths if width >= n >= width - 3)
    heads = all("。" not in line.text and not line.indented for line in longer)
    wrapped = heads and len(longer) * 8 <= len(lines) and width <= WIDEST and full * 3 >= len(lines)
    return Wrap(width, gapped) if wrapped else Wrap()


def with_lost_indents(lines: list[Line]) -> tuple[list[Line], Wrap]:
    """The lines of a text and how it is wrapped; where a space is all that is left of its paragraphs' line ends, it is cut there.

    …参观考察。 青石县委书记高远，…: such lines are longer than full ones, and none of the text is indented.
    """
    marks = {i: found for i, line in enumerate(lines) if (found := _spaced_ends(line))}
    if len(marks) >= MARKS_IN_A_DUMP and not any(line.indented for line in lines):
        cut: list[Line] = []
        for i, line in enumerate(lines):
            edges = [0, *marks.get(i, ()), len(line.text)]
            pieces = [line.text[begin:end].rstrip() for begin, end in pairwise(edges)]
            cut.append(line._replace(text=pieces[0]))
            cut.extend(Line(line.number, piece, True) for piece in pieces[1:])
        wrap = find_wrap(cut, True)
        if wrap.width and 3 * sum(columns(lines[i].text) > wrap.width + 1 for i in marks) >= 2 * len(marks):
            return cut, wrap
    return lines, find_wrap(lines)


def _spaced_ends(line: Line) -> list[int]:
    """Behind each full stop that a space follows in a line, which is as long as two of a wrapped text at most."""
    if " " not in line.text or len(line.text) > 2 * WIDEST:
        return []
    return [mark.end() for mark in SPACED_END.finditer(line.text)]


def _bare_wrap(lines: list[Line], lengths: list[int], gapped: bool) -> Wrap:
    """How a text without indents is wrapped: its longest lines are many, of one width, and few of them end a sentence."""
    longest = max(lengths[1:])
    if longest > WIDEST:
        return Wrap()
    full = [line for line in lines if longest >= columns(line.text) >= longest - 2]
    broken = sum(line.text[-1] not in TERMINAL for line in full)
    many = len(full) * 5 >= len(lines) * 2 and len(full) >= FEWEST_WRAPPED
    if not many or sum(not MARKS.isdisjoint(line.text[:-1]) for line in full) * 2 < len(full):
        return Wrap()  # rows of a table, headlines, verses
    return Wrap(longest, gapped, bare=True, first=lines[0].number) if broken * 3 >= len(full) * 2 else Wrap()


def _usual_widths(lengths: list[int]) -> list[int]:
    """The lengths that most lines have: headlines above wrapped columns may be longer."""
    counted = Counter(lengths)
    most = max(counted.values())
    return [length for length, lines in counted.items() if lines == most]


def columns(text: str) -> int:
    """How wide a line is printed, in Han characters: letters and figures are half as wide (2000万元 is four wide)."""
    return len(text) - len(NARROW.findall(text)) // 2


def ends_paragraph(text: str, width: int) -> bool:
    """Whether a wrapped line is the last of its paragraph: shorter than the others, and a sentence ends with it."""
    return columns(text) < width - 3 and text[-1] in TERMINAL
