"""Where clauses begin in which a leader may stand with no other sign: behind 由, at the head of a row before a verb of attending.

In comes a folded text, out go places in order. Such places are rare, so each is looked for by a word that it cannot do without.
"""

import re
from collections.abc import Iterator
from functools import cache

from bulletin.patterns import compiled, pattern, places_of
from bulletin.people.bodies import words_before
from bulletin.people.characters import HAN
from bulletin.people.signs import AND_BODIES, LIST_VERB, WITH_BODIES, first_characters

LONGEST_NAME, LONGEST_ITEM = 24, 12
CHAIRING = ("主持", "向大会", "代表", "作政府", "作县政府", "作工作")
WHO_CHAIRS = "(?=[^，。；：、\n]{2,9}(?:同志)?(?:主持|向大会|代表[^，。]{2,14}作|作(?:政府|县政府|工作)))"
NEAREST, FARTHEST = 3, 12
"""How many characters before one of `CHAIRING` a clause may begin that tells who does it."""
CHAIRED = pattern(
    "[由。，\n](?:(?<=(?:会议|大会|仪式|活动)由)|(?<=(?:座谈会|推进会|动员会|现场会)由)"
    f"|(?<=[。，\n])(?!(?:会议|大会|座谈会|推进会|动员会|现场会|仪式|活动)由{WHO_CHAIRS})){WHO_CHAIRS}"
)
OF_A_ROW = f"(?:(?!{AND_BODIES})[{HAN}·])"
ROW = pattern(
    f"[。”\n](?P<row>(?:{OF_A_ROW}{{2,12}}、){{1,20}}{OF_A_ROW}{{2,12}}?)(?={LIST_VERB.pattern}|{WITH_BODIES.pattern})"
)
"""A sentence that begins with pieces between 、 before a verb of attending."""
TOLD_BY_MARK = ("议", "动", "式", "会")
"""What stands before 由 where it tells who chairs: 会议由."""


def chaired_in(text: str) -> list[int]:
    """Where somebody may stand who chairs a meeting or reports to it."""
    marks = {
        mark
        for at in places_of(CHAIRING, text)
        for mark in range(max(0, at - FARTHEST), at - NEAREST + 1)
        if text[mark] in "由。，\n" and CHAIRED.match(text, mark)
    }
    return [mark + 1 for mark in sorted(marks)]


def rows_in(text: str, begin: int) -> Iterator[re.Match[str]]:
    """The sentences from `begin` on that open with a row of people who attend; the row is its group `row`."""
    end = begin
    for at in places_of("、", text):
        first = max(text.rfind(mark, max(end, at - LONGEST_ITEM - 1), at) for mark in "。”\n")
        if first >= 0 and (row := ROW.match(text, first)):
            yield row
            end = row.end()


@cache
def _clause_start() -> re.Pattern[str]:
    return compiled(f"[，。；：\n,;:”由 ](?=[{first_characters()}])")


@cache
def _bare_start() -> re.Pattern[str]:
    """A clause that begins like a name and soon has 、 or a verb of `bare.SOLE_VERB`, which is told by its first character."""
    verbs = (
        "[、主代作宣通传安讲出一边强指要参陪颁授揭委](?:(?<=[、作])|持(?<=主持)|表(?<=代表)|读(?<=宣读)"
        "|报(?<=通报)|达(?<=传达)|排部署(?<=安排部署)"
        "|话(?<=讲话)|席(?<=出席)|行(?<=一行)|走边看(?<=边走边看)|调(?<=强调)|出(?<=指出)|求(?<=要求)|加(?<=参加)"
        "|同(?<=陪同)|[奖发](?<=颁[奖发])|牌(?<=[授揭]牌)|托(?<=委托))"
    )
    return compiled(f"[，。；：\n,;:”由](?=[{first_characters()}][^，。；：\n,;:]{{1,{LONGEST_NAME}}}?{verbs})")


def clause_starts_in(text: str, headline_end: int) -> list[int]:
    """The places where a clause begins with a character that a name can begin with: in the headlines every one, below
    them those that a verb or another name may follow.
    """
    starts = [0] if text and text[0] in _first_set() else []
    headlines = _clause_start().finditer(text, 0, headline_end)
    for match in (*headlines, *_bare_start().finditer(text, max(0, headline_end - 1))):
        if match[0] != "由" or text[match.start() - 1 : match.start()] in TOLD_BY_MARK:
            starts.append(match.end())
    return starts


@cache
def _first_set() -> frozenset[str]:
    return frozenset(first_characters())


def clause_starts(text: str, at: int) -> bool:
    """Whether a clause begins at `at`: behind a mark, or behind a word such as 由, 陪同, 下午."""
    if at == 0 or not "\u3400" <= text[at - 1] <= "\u9fff":
        return True
    begin = max(0, at - 5)
    piece = text[begin:at]
    if piece.endswith(("县委", "市委", "省委", "区委", "党委")):
        return True
    return any(place + len(word) == len(piece) for place, word in words_before(piece))
