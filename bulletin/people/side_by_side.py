"""Names side by side: those before a place of a text, those from a place on, those of a whole row.

In come a text with its places and where the names stand, out come (place, length) of each.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from bulletin.people.characters import HAN_RUN
from bulletin.people.clauses import clause_starts
from bulletin.people.endings import ending
from bulletin.people.forms import form, sounds_foreign
from bulletin.people.lists import cut_glued
from bulletin.people.places import Places
from bulletin.people.signs import LIST_ITEM, WITH_BODIES, not_a_name
from bulletin.people.titles import office_before
from bulletin.people.vocabulary import name_words

NO_NAME_ENDS = ("领导", "人员", "干部")


def names_before(places: Places, end: int) -> list[tuple[int, int]]:
    """The names of the list that ends before `end`; its first piece may begin with other words."""
    end -= 2 * places.text.endswith("同志", 0, end)
    start = max(places.text.rfind(mark, max(0, end - 200), end) for mark in "，。；：\n,;:”") + 1
    names: list[tuple[int, int]] = []
    at = end
    pieces = _pieces(places, max(start, end - 200), end)
    if (
        len(pieces) == 1
        and len(glued := cut_glued(pieces[0])) > 1
        and all(form(name) and not not_a_name(name) for name in glued)
    ):
        starts = accumulate(map(len, glued), initial=start)
        return [(begin, len(name)) for begin, name in zip(starts, glued, strict=False)]
    for piece in reversed(pieces):
        begin = at - len(piece)
        if not piece:
            break
        if _is_whole(places, begin, len(piece)) or ((names or len(pieces) > 2) and _plain_item(piece)):
            names.append((begin, len(piece)))
        else:
            ends = () if piece.endswith(NO_NAME_ENDS) else (3, 4, 2)  # 由县相|关领导
            tails = [n for n in ends if n < len(piece) and places.names.length_at(at - n) == n]
            tails = [n for n in tails if not office_before(places.text, at - n + 1)]  # 副主席|田野
            begun = [n for n in tails if _may_begin(places, at - n)]
            if length := next(iter(begun or [n for n in tails if n > 2]), 0):
                names.append((at - length, length))
            break
        at = begin - 1
    if names and names[-1][0] == start:
        names.extend(_before_comma(places, start - 1))
    return names[::-1]


def whole_row(places: Places, row: re.Match[str]) -> list[tuple[int, int]]:
    """(place, length) of the names of a sentence like 格桑多吉、苏青等参加; none where not every piece looks like one.

    Of a long row one piece in five may have the length of a name alone.
    """
    pieces = row["row"].split("、")
    starts = accumulate((len(piece) + 1 for piece in pieces), initial=row.start("row"))
    names = [(at, len(piece)) for at, piece in zip(starts, pieces, strict=False)]
    odd = [piece for (at, length), piece in zip(names, pieces, strict=True) if not _is_whole(places, at, length)]
    if 5 * len(odd) > len(pieces) or not all(map(_plain_item, odd)):
        return []
    with_bodies = WITH_BODIES.match(places.text, row.end()) is not None
    usual = sum(
        "·" in name or form(name) > with_bodies * len(name) or (len(name) > 3 and sounds_foreign(name))
        for name in pieces
    )
    return names if 2 * usual >= len(names) and any(length > 2 for _, length in names) else []


def names_from(places: Places, at: int, glued: bool) -> list[tuple[int, int]]:
    """(place, length) of the names that stand in a row at `at`."""
    names: list[tuple[int, int]] = []
    while length := places.names.length_at(at):
        names.append((at, length))
        at += length
        mark = places.text[at : at + 1]
        if mark == "、" or (glued and mark == " "):
            at += 1
        elif not glued or mark in "来赴于向和" or ending(places.text, at) != 0:
            break
    return names if not names or sum(names[-1]) == at else []


def _before_comma(places: Places, end: int) -> Iterator[tuple[int, int]]:
    """Names alone between commas before a list (高远，何野，苏青、江北|等领导), from right to left."""
    while end > 0 and places.text[end] == "，":
        start = max(places.text.rfind(mark, max(0, end - 5), end) for mark in "，。；：\n、") + 1
        if not 2 <= end - start <= 4 or not _is_whole(places, start, end - start):
            return
        yield start, end - start
        end = start - 1


def _pieces(places: Places, start: int, end: int) -> list[str]:
    """The pieces of a list between 、, in a headline also between spaces; the last joint may be 和 (张志伟和刘丹)."""
    row = places.text[start:end]
    pieces = (row.replace(" ", "、") if end <= places.headline_end else row).split("、")
    last = pieces[-1]
    begin = end - len(last)
    length = places.names.length_at(begin, must=True)
    if 1 < length < len(last) - 2 and last[length] in "和与及":
        rest = len(last) - length - 1
        if places.names.length_at(begin + length + 1, must=True) == rest:
            pieces[-1:] = [last[:length], last[length + 1 :]]
    return pieces


def _is_whole(places: Places, at: int, length: int) -> bool:
    """Whether a name of this length may stand at `at`, whatever the words behind it look like (郭薪|以190票当选)."""
    piece = places.text[at : at + length]
    if any(len(office_before(places.text, at + n)) >= n for n in range(2, min(length, 5))):
        return False  # 主任|白金东
    return places.names.length_at(at, must=True) == length or (
        bool(HAN_RUN.fullmatch(piece))
        and form(piece) > 2 - (length == 2)
        and (piece in name_words().also_names or not not_a_name(piece))
    )


def _may_begin(places: Places, at: int) -> bool:
    return clause_starts(places.text, at) or bool(office_before(places.text, at))


def _plain_item(piece: str) -> bool:
    match = LIST_ITEM.match(piece + "、")
    return bool(match) and match is not None and match[0] == piece and not not_a_name(piece)
