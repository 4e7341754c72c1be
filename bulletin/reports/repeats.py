"""Lines above a report that stand there twice, as below the picture or the site line of a web page.

In come the lines above a report, out go those that are left and those that are the headline once more.
"""

from bulletin.people.fold import fold
from bulletin.reports.blocks import Block
from bulletin.reports.kinds import is_slogan


def without_repeats(lines: list[str], blocks: list[Block]) -> tuple[list[str], list[Block], tuple[str, ...]]:
    """(lines, blocks, taken out): the headline stands once more below it; a slogan between them is its kicker
    where it has a word of the headline (植树正当时), and else the site's.
    """
    first = _close(lines[0]) if lines else ""
    halves = next((i for i in range(1, len(lines) - 1) if _close(lines[i] + lines[i + 1]) == first), 0)
    if halves:  # once more, on two lines
        twice = tuple(lines[halves : halves + 2])
        return lines[:halves] + lines[halves + 2 :], blocks[:halves] + blocks[halves + 2 :], twice
    at = next((i for i in range(len(lines) - 1, 0, -1) if _close(lines[i]) == first), 0)
    if not at:
        return lines, blocks, ()
    repeats = {i for i in range(1, at + 1) if _close(lines[i]) == first or is_slogan(lines[i])}
    kept = [i for i in range(len(lines)) if i not in repeats]
    if at - 1 in repeats and any(fold(lines[at - 1])[i : i + 2] in first for i in range(len(lines[at - 1]) - 1)):
        repeats.discard(at - 1)
        kept.insert(0, at - 1)
    twice = tuple(lines[i] for i in sorted(repeats))
    return [lines[i] for i in kept], [blocks[i] for i in kept], twice


def _close(text: str) -> str:
    return fold(text).replace(" ", "")
