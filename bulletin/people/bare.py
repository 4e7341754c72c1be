"""Names without any sign but their place: at the head of a headline, in a row of people who attend, before 主持 or 作工作报告.

In come a text with its places and whom its other signs have shown, out come (place, length) of each further leader.
Everybody may stand in such a place once, so a name is taken where it stands for the first time, and where it is no
misspelling of one already met.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from bulletin.patterns import pattern
from bulletin.people import signs
from bulletin.people.characters import HAN, plain
from bulletin.people.clauses import chaired_in, clause_starts_in, rows_in
from bulletin.people.places import Places
from bulletin.people.side_by_side import names_from, whole_row

SPEAKER = f"[{HAN}]{{2,3}}"
SPOKE = pattern(f"(?<=[，。；：”\n]){SPEAKER}(?:说|表示|认为)[：，]")
DEMANDS = pattern(f"(?<=[。”\n]){SPEAKER}(?:强调|要求|指出)[：，]")
"""Somebody without a post who says something and later demands something: 高远说：…高远要求：…"""


class Met(NamedTuple):
    """Whom a text has shown so far; the collections grow while it is read."""

    found: Collection[str]
    """Leaders."""
    private: Collection[str]
    """People with a post that is no public one."""
    byline: Collection[str]


def find_bare(places: Places, met: Met) -> Iterator[tuple[int, int]]:
    """(place, length) of each bare name; who is yielded must be in `met.found` before the next one is asked for."""
    for row in _rows(places):
        names = [places.printed[at : at + length] for at, length in row]
        new = sum(name not in met.found for name in names)
        for (at, length), name in zip(row, names, strict=True):
            beside = names if len(names) > 1 and new > len(names) // 2 else ()
            if _may_be_bare(places, met, name, at, names) and not _is_misspelt(met, name, names, beside):
                yield at, length


def _rows(places: Places) -> Iterator[Sequence[tuple[int, int]]]:
    """The names that stand side by side where only leaders do: who chairs, rows of people, the heads of clauses."""
    text, headline_end = places.text, places.headline_end
    for at in chaired_in(text):
        length = places.names.length_at(at, must=True)
        if length and signs.CHAIRS.match(text, at + length):
            yield [(at, length)]
    for match in signs.ON_BEHALF.finditer(text) if "委托" in text else ():
        sends = places.names.length_at(match.start("name"), must=True) == len(match["name"])
        if sends and places.leads_to_name(match.end() + 1):
            yield [(match.start("name"), len(match["name"]))]
    for row in rows_in(text, max(0, headline_end - 1)):
        yield whole_row(places, row)
    for at in clause_starts_in(text, headline_end):
        names = names_from(places, at, at < headline_end)
        if not names or text.endswith(signs.CREDITED, 0, at):
            continue
        end = sum(names[-1])
        verbs = signs.HEADLINE_VERB if at < headline_end else signs.LIST_VERB if len(names) > 1 else signs.SOLE_VERB
        half = at < headline_end and text[at - 1 : at] == " "
        if not (signs.HEADLINE_HALF if half else verbs).match(text, end):
            continue
        if at >= headline_end or not signs.PLACE_BEHIND.match(text, end):
            yield names


def _may_be_bare(places: Places, met: Met, name: str, at: int, row: Sequence[str]) -> bool:
    """Whether a name without a post stands at `at` for the first time, beside the others of its `row`."""
    headline_end = places.headline_end
    first = places.printed.find(name, headline_end if at >= headline_end else 0)
    if plain(name) in met.private or name in met.byline:
        return False
    if first != at and not (
        first > headline_end and SPOKE.match(places.text, first) and DEMANDS.match(places.text, at)
    ):
        return False
    if signs.not_a_name(places.text[at : at + len(name)], listed=len(row) > 1) or _is_banner(places, name):
        return False
    if len(name) == 2 and at < headline_end and len(row) == 1 and not places.in_body(name):
        return False  # the short name of a place (兴山开展…)
    return not any(len(other) > len(name) and places.printed.startswith(other, at) for other in met.found)


def _is_misspelt(met: Met, name: str, row: Sequence[str], new: Sequence[str]) -> bool:
    """Whether a name is a misspelling of one already met: one character of three and more is another.

    Of a row that holds both, or whose names are mostly `new`, nobody is (沈建国、沈建军参加).
    """
    if len(name) < 3 or new:
        return False
    others = (o for o in met.found if len(o) == len(name) and o != name and o not in row)
    return any(sum(a != b for a, b in zip(o, name, strict=True)) == 1 for o in others)


def _is_banner(places: Places, name: str) -> bool:
    """Whether what looks like a name is one of a banner or a prefecture, whose bodies the text names."""
    bodies = f"{re.escape(name)}(?:委|政府|人大|政协|人民|融媒体|[^，。]{{1,4}}局)"
    return name[-1] in "旗州" and re.search(bodies, places.printed) is not None
