"""Keywords that a page leaves below its text, one a line: 防火 / 林场 / 森林草原.

In come the lines of a file, out go the same without them. Captions and names stand below each other as well: only short words
that the text above tells are taken, three and more in a row, and never nothing but names.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import is_name
from bulletin.reports.lines import Line

WORD, FEWEST, LONGEST, REACH = pattern(f"[{HAN}]{{2,5}}"), 3, 5, 20
ENDS = frozenset("。！？”）")


def without_keywords(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """(lines, lines taken out)."""
    taken: set[int] = set()
    begin = 0
    for i in range(len(lines) + 1):
        if i < len(lines) and len(lines[i].text) <= LONGEST and WORD.fullmatch(lines[i].text):
            continue
        if i - begin >= FEWEST and begin and _are_told(lines, begin, i):
            taken.update(range(begin, i))
        begin = i + 1
    if not taken:
        return lines, []
    kept = [line._replace(below_end=True) if i - 1 in taken else line for i, line in enumerate(lines) if i not in taken]
    return kept, [lines[i] for i in sorted(taken)]


def _are_told(lines: list[Line], begin: int, end: int) -> bool:
    """Whether the lines from `begin` to `end` are words of the text that ends right above them."""
    if lines[begin - 1].text[-1] not in ENDS:
        return False
    told = "".join([line.text for line in lines[max(0, begin - REACH) : begin]])
    words = [line.text for line in lines[begin:end]]
    return all(word in told for word in words) and not all(is_name(fold(word)) for word in words)
