"""Lines above a report that stand there twice, as below the picture or the site line of a web page.

In come the lines above a report, out go those that are left and those that are the headline once more.
"""

from bulletin.people.fold import fold
from bulletin.reports.blocks import Block
from bulletin.reports.kinds import is_slogan
from bulletin.reports.subtitles import KICKER_END, is_subtitle, plain

SHORTEST_HEAD, OTHERS = 10, 30


def without_repeats(lines: list[str], blocks: list[Block]) -> tuple[list[str], list[Block], tuple[str, ...]]:
    """(lines, blocks, taken out): the headline stands once more below it, with what the page has printed between; a line right
    above it there is its kicker where it has a word of the headline (植树正当时).
    """
    if len(lines) < 2:
        return lines, blocks, ()
    shown = [close(line) for line in lines]
    first = shown[0]
    halves = next((i for i in range(1, len(lines) - 1) if shown[i] + shown[i + 1] == first), 0)
    if halves:  # once more, on two lines
        twice = tuple(lines[halves : halves + 2])
        return lines[:halves] + lines[halves + 2 :], blocks[:halves] + blocks[halves + 2 :], twice
    stands: dict[str, int] = {}
    repeats = {i for i, line in enumerate(shown) if stands.setdefault(line, i) < i}
    if _is_row_of(first, shown[1:]):  # the headlines of a page, all on one line
        repeats.add(0)
    if not repeats:
        return lines, blocks, ()
    at = max((i for i in repeats if shown[i] == first), default=0)
    repeats |= {i for i in range(1, at) if is_slogan(lines[i]) or lines[i].endswith(("！", "!"))}
    kept = [i for i in range(len(lines)) if i not in repeats]
    above = at - 1
    if above > 0 and shown[above] != first and _is_kicker(lines[above], first):
        repeats.discard(above)
        kept = [above, *(i for i in kept if i != above)]
    twice = tuple(lines[i] for i in sorted(repeats))
    return [lines[i] for i in kept], [blocks[i] for i in kept], twice


def _is_row_of(line: str, below: list[str]) -> bool:
    """Whether a line holds one of those below it, and others: what a page has printed of all its reports."""
    return any(len(other) >= SHORTEST_HEAD and len(line) > len(other) + OTHERS and other in line for other in below)


def _is_kicker(line: str, head: str) -> bool:
    """Whether a line right above the headline's repeat ends as kickers do, or has a word of it and is no subtitle."""
    if KICKER_END.search(plain(line)):
        return True
    shown = close(line)
    return not is_subtitle(line) and any(shown[i : i + 2] in head for i in range(len(shown) - 1))


def close(text: str) -> str:
    """A line as it is compared: in simplified characters, without spaces."""
    return fold(text).replace(" ", "")
