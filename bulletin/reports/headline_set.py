"""What tells that a line belongs to the set of lines above a report: its own look, or that of the lines beside it.

In come the lines above a report and the place of one, out goes whether it is of the headline set.
"""

from collections.abc import Sequence

from bulletin.patterns import pattern
from bulletin.reports.blocks import Block
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import is_name
from bulletin.reports.credits import BULLETS
from bulletin.reports.dateline import take_dateline
from bulletin.reports.kinds import calls
from bulletin.reports.subtitles import (
    BRACKETED,
    KICKER_END,
    are_halves,
    is_deck,
    is_subtitle,
    plain,
    tells_of_the_meeting,
)

HALF = pattern(f"(?!据)[{HAN}“”《》]{{4,20}}")
"""What may be the second half of a headline and nothing of a page."""
OPENING_LINE, SHORTEST_BELOW = pattern(f"[{HAN}“”]{{6,12}}|(?!(.).. \\1)[{HAN}]{{3}}(?: [{HAN}]{{3}}){{2,3}}"), 8
"""What a paper prints above a headline: a scene, or a call in three or four parts; and the characters of a headline below it."""
TWICE = 40
"""So near a headline comes again; in a file of nothing but headlines not all of them are asked."""


def is_told(lines: list[str], i: int) -> bool:
    """Whether a line is of the headline set by its own look or its neighbours': the text need not take up a word of it.

    Kickers, what stands below them, subtitles, what stands above them, rows of names, and what stands there twice.
    """
    line, words = lines[i], plain(lines[i]).split()
    above, below = plain(lines[i - 1]) if i else "", lines[i + 1] if i + 1 < len(lines) else ""
    if KICKER_END.search(plain(line)) or BRACKETED.fullmatch(line) or is_subtitle(line):
        return True
    if (
        KICKER_END.search(above)
        or tells_of_the_meeting(line, above)
        or above.endswith(("：", ":"))
        or is_deck(plain(line), above)
        or (below and is_subtitle(below))
    ):
        return True
    if any(is_pair(lines, at) for at in (i - 1, i)):
        return True
    return all(map(is_name, words)) or (
        line in (*lines[max(0, i - TWICE) : i], *lines[i + 1 : i + TWICE]) and BULLETS.match(line) is None
    )


def is_pair(lines: list[str], i: int) -> bool:
    """Whether line `i` and the one below it, and no third one, are the halves of one headline, and no two calls of a column."""
    if i < 0 or i + 1 >= len(lines) or not are_halves(lines[i], lines[i + 1]):
        return False
    size = len(lines[i])
    row = [line for line in lines[max(0, i - 1) : i + 3] if len(line) == size and not is_subtitle(line)]
    said = i > 0 and KICKER_END.search(plain(lines[i - 1])) is not None
    return len(row) == 2 and (said or len(lines) == 2 or not calls(f"{lines[i]} {lines[i + 1]}"))


def leads_to_the_next(blocks: Sequence[Block], i: int, lead: str = "") -> bool:
    """Whether a line stands below a blank line, or what ends a report, and directly above another one: what a paper prints above
    its headline, whether or not the text takes up a word of it (龙腾盛世迎新春 / “村晚”唱响石桥镇).

    With the `lead` of a report inside a file, so does the first of two lines above a dateline, also where no blank line parts reports.
    """
    if i + 1 >= len(blocks) or blocks[i + 1].gap or blocks[i + 1].below_site:
        return False
    close = not i and len(blocks) == 2 and lead != "" and not (blocks[0].below_end or blocks[0].below_frame)
    if not blocks[i].gap and not (close and take_dateline(lead)[0]):
        return False
    return OPENING_LINE.fullmatch(blocks[i].text) is not None and len(blocks[i + 1].text) >= SHORTEST_BELOW


def stands_close(block: Block, lead: str) -> bool:
    """Whether a line stands directly between a headline and a text that opens with a dateline or with what somebody says, where
    no page puts words of its own: the second half of the headline.
    """
    if block.gap or HALF.fullmatch(block.text) is None:
        return False
    return lead[0] == "“" or bool(take_dateline(lead)[0])
