"""People whom the register or the archive knows, where a text names them without any other sign.

In come a text with its places, the known names and whom its signs have shown, out come (place, length, rule) of each: a name
of the register anywhere, one of the archive where a leader may stand.
"""

from collections.abc import Collection, Iterator

from bulletin.people.bare import Met
from bulletin.people.clauses import clause_starts
from bulletin.people.endings import LIKELY, PERHAPS, SURE, ending
from bulletin.people.known import KnownNames, inside_longer
from bulletin.people.places import Places
from bulletin.people.titles import office_before

BESIDE, ROUNDS = 12, 3
"""So many characters around a name in a list are looked at for somebody already found; how often the archive's names are asked."""


def find_known(places: Places, known: KnownNames, met: Met) -> Iterator[tuple[int, int, str]]:
    """Each known person; who is yielded must be in `met.found` before the next one is asked for.

    Longer names come first, then as the text has them; whoever stands beside somebody found later is asked for again.
    """
    left = sorted(known.all, key=lambda name: (-len(name), places.printed.find(name), name))
    for name in left:
        at = places.printed.find(name)
        if name not in known.register or at < 0 or name in met.found or name in met.private or name in met.byline:
            continue
        if not inside_longer(places.printed, name, known.all) and _is_no_word(places, name):
            yield at, len(name), "register"
    for _ in range(ROUNDS):
        before = len(met.found)
        for name in left:
            if name in known.register or name in met.found or name in met.private or name in met.byline:
                continue
            if (place := _stands_as_leader(places, name, met.found)) >= 0:
                yield place, len(name), "archive"
        if len(met.found) == before:
            return


def _is_no_word(places: Places, name: str) -> bool:
    """Whether a registered name stands somewhere as a name: two characters may be a part of words (质量和安全)."""
    if len(name) > 2:
        return True
    text, at = places.text, places.printed.find(name)
    while at >= 0:
        before = clause_starts(text, at) or text[at - 1] == "、" or bool(office_before(text, at))
        if before or LIKELY <= ending(text, at + 2) < SURE:
            return True
        at = places.printed.find(name, at + 2)
    return False


def _stands_as_leader(places: Places, name: str, found: Collection[str]) -> int:
    """Where a known name stands as a leader's does (at the head of a clause, in a list with leaders), or -1."""
    text, at = places.printed, places.printed.find(name)
    while at >= 0:
        end = at + len(name)
        begins = clause_starts(places.text, at)
        if begins and (LIKELY if len(name) < 3 else PERHAPS) <= ending(places.text, end) < SURE:
            return at
        listed = text[end : end + 1] == "、" or text[at - 1 : at] == "、"
        if listed and ending(places.text, end) >= LIKELY:
            around = text[max(0, at - BESIDE) : end + BESIDE]
            if any(other in around for other in found if other != name):
                return at
        at = text.find(name, end)
    return -1
