"""The body or the place that a post begins with: 青石(县委书记), 石鼓镇(党委书记), 县自然资源和规划(局局长).

In comes the piece of text between a mark and what is known of a post, out goes how much of its end belongs to the post.
It begins at the mark or behind a word such as 陪同, 由, 上午; no list of places is asked.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bulletin.patterns import pattern
from bulletin.people.body_names import (
    ABOUT,
    AUTONOMOUS,
    COMMITTEE,
    COMPOUNDS,
    COUNTY_WITH_PROVINCE,
    FORMAL,
    IN_CHARGE,
    LABELLED,
    LIKE_UP,
    LIKE_WORDS,
    LONG_BODY,
    MAY_END_A_COUNTY,
    MONGOLIAN,
    NAMED,
    NEVER_A_TOWN,
    NUMBERED,
    OF_A_BODY,
    OF_A_CITY,
    OF_A_PLACE,
    OF_A_PROVINCE,
    OF_HARMONY,
    OF_PEOPLES,
    OF_THE_CENTRE,
    OURS,
    PARTIES,
    PLACE,
    SUBJECTS,
    SURE_NAME,
    TOWN_WITH_COUNTY,
    TOWNSHIP_OF,
)
from bulletin.people.forms import form
from bulletin.people.vocabulary import title_words

LONGEST_BODY, SHORT_BODY = 24, 6
LONGEST_BARE_PLACE = 4
LONGEST_PHRASE = 12
OWN = frozenset("县市区旗州")
BODY_INSIDE = pattern("^[县市区旗省州镇乡]|[县市区旗省州局厅委院办镇乡]")


class Before(NamedTuple):
    """A piece of text before what is known of a post, and what stands around it."""

    piece: str
    at_mark: bool
    """A mark stands before it."""
    township: bool
    """乡 or 镇 stands behind it, so that it ends with a name."""
    county: bool
    """县, 市, 区 or 旗 does."""
    of_a_body: bool = False
    """What follows is only the end of a body's name (服务中心主任)."""
    between: bool = False
    """Another post stands before the mark (区委书记、创建国家级景区|指挥部指挥长)."""


@lru_cache(maxsize=20_000)
def phrase_before(
    piece: str, at_mark: bool, township: bool, county: bool, of_a_body: bool = False, between: bool = False
) -> int:
    """How much of the end of `piece` belongs to a post; the arguments are those of `Before`."""
    before = Before(piece, at_mark, township, county, of_a_body, between)
    told = _told_by_its_form(before)
    if told is not None:
        return told
    cut, joined = _last_word(before)
    return _behind_a_word(before, cut, joined) if cut else _without_a_word(before, joined)


def _told_by_its_form(before: Before) -> int | None:
    """The length where the form of the whole piece tells it; None where the words in it must."""
    piece, at_mark = before.piece, before.at_mark
    if before.county and at_mark and len(piece) == 2 and _ends_like_a_word(piece):
        return 2  # 汶上(县委常委), whose second character is also a word behind which a post begins
    own = before.county or not OWN.isdisjoint(piece[1:])
    if (
        at_mark
        and own
        and ((piece[0] == "访" and piece[1:2] not in ("问", "谈")) or piece == "记" or piece[:2] in ABOUT)
    ):
        return len(piece) - 1  # ——访|县委书记, ——记|县水利局(局长)
    if at_mark and piece == "前":
        return 1  # 前(县长)
    if IN_CHARGE.search(piece):
        return 0  # 分管农业工作|副县长
    if (named := NAMED.search(piece)) and form(named["name"]) > 2:
        return 0  # 县委书记高远|县长何明川
    if "领导" in piece and (label := LABELLED.search(piece)):
        behind = piece[label.end() :]
        return phrase_before(behind, True, *before[2:]) if behind else 0
    if "自治" in piece and (peoples := OF_PEOPLES.search(piece)):
        place = piece[: peoples.start()]
        short = len(place) if at_mark and len(place) < 4 else 0
        return len(peoples[0]) + (phrase_before(place, at_mark, False, False) or short)
    if whole_name := FORMAL.search(piece):
        return len(whole_name[0])
    if committee := COMMITTEE.search(piece):
        place = piece[: committee.start()]
        return len(committee[0]) + (phrase_before(place, at_mark, False, False) if place else 0)
    if at_mark and len(piece) == 3 and piece[2] in OWN and _names_a_place(piece):
        return 3  # 成都市(副市长)
    party = max(piece.rfind("中共"), piece.rfind("共青团"))
    return len(piece) - party if party >= 0 and len(piece) - party <= LONGEST_PHRASE else None


def _last_word(before: Before) -> tuple[int, bool]:
    """(where the last word ends behind which a post begins, or 0; whether 和 joins what a department is for)."""
    piece, cut, joined = before.piece, 0, False
    for at, word in words_before(piece):
        after = at + len(word)
        if word in "和与及" and piece.endswith(SUBJECTS, 0, at):
            joined = True  # 自然资源和|规划局
            continue
        like = piece[at - 1 : at + 2] in LIKE_WORDS and not (word == "和" and _is_name_before(before, at))
        if piece.endswith(COMPOUNDS, 0, after) or like or piece.startswith(LIKE_UP, at):
            continue
        if word == "中" and piece.startswith(OF_THE_CENTRE, after):
            continue  # 中宣部…处(处长)
        if word == "时" and piece.startswith("任", after):
            continue  # 时任青石(县委书记)
        of_youth = before.county and piece.startswith("团", after) and after == len(piece) - 1  # 带领|团区委
        if len(word) == 2 and piece.startswith(PARTIES, after) and not of_youth:
            continue  # 慰问|团, 接待|中心
        if after > cut and not _inside_a_name(before, at, word):
            cut = after
    return cut, joined


def _is_name_before(before: Before, at: int) -> bool:
    """Whether what stands from a mark to 和 is surely a name, though the county behind might be called so: 何志平|和县法院院长."""
    piece = before.piece
    return before.at_mark and at == SURE_NAME and form(piece[:at]) > SURE_NAME and not OF_A_PROVINCE.match(piece)


def _inside_a_name(before: Before, at: int, word: str) -> bool:
    """Whether a word behind which a post begins belongs to the name of a body or a place."""
    piece, township = before.piece, before.township
    after = at + len(word)
    rest = len(piece) - after
    if len(word) == 1 and word != "的":
        if rest == 1 and piece[-1] not in "县市区省旗州镇乡" and word not in NEVER_A_TOWN:
            return True
        alone = not _joins(piece, at, word)
        if piece[at : after + 1] in title_words().inside and alone:
            return True
        if township and at and not rest and alone and word not in NEVER_A_TOWN:
            return True  # 石上|镇: no township's name is a single character
    if word == "日" and at and piece[at - 1] in MONGOLIAN:
        return True
    if word == "和" and before.county and not rest and OF_HARMONY.search(piece[:at]):
        return True
    if before.county and not rest and word in MAY_END_A_COUNTY and OF_A_CITY.search(piece[:at]) is not None:
        return True
    return word in "和与及" and before.at_mark and bool(OF_A_BODY.match(piece[:at]))


def _without_a_word(before: Before, joined: bool) -> int:
    """The length where no word tells the beginning: the whole piece or nothing."""
    piece, of_a_body = before.piece, before.of_a_body
    length = len(piece)
    if not before.at_mark:
        return 0
    whole = (
        before.between
        or OF_A_PROVINCE.match(piece) is not None
        or length <= SHORT_BODY
        or (length <= LONGEST_PHRASE and (joined or of_a_body or _is_place(piece) or BODY_INSIDE.search(piece)))
        or (of_a_body and length <= LONGEST_BODY and (piece[0] in OWN or OF_A_PLACE.match(piece)))
        or AUTONOMOUS.match(piece) is not None
        or LONG_BODY.match(piece) is not None
    )
    return length if whole else 0


def _behind_a_word(before: Before, cut: int, joined: bool) -> int:
    """The length of what stands behind the word that ends at `cut`, or nothing where it is no body and no place."""
    piece, township = before.piece, before.township
    rest = piece[cut:]
    if before.at_mark and piece.endswith("现任", 0, cut) and PLACE.match(piece[: cut - 2]):
        return len(piece)
    if piece[:cut].endswith(OURS) and TOWNSHIP_OF.match(rest + "乡" * township):
        rest = rest[1:]  # 该区|石桥镇(党委书记)
    own = len(rest) <= LONGEST_PHRASE and rest[:1] in OWN  # 给|县城市管理(综合执法局局长)
    town = township and TOWN_WITH_COUNTY.match(rest) is not None
    town = town or (before.county and COUNTY_WITH_PROVINCE.fullmatch(rest) is not None)
    town = town or NUMBERED.fullmatch(rest) is not None or LONG_BODY.match(rest) is not None
    own = own or (joined and OF_A_PLACE.match(rest) is not None)
    return len(rest) if own or town or _is_place(rest) else 0


def _ends_like_a_word(piece: str) -> bool:
    """Whether two characters are the name of a county whose second one is also a word behind which a post begins."""
    begins = next(words_before(piece), (1, ""))[0]
    return (
        bool(begins) and piece[0] not in "会日晚早一二三四五六七八九十" and piece[1] not in "是由受被将让请给到对跟在"
    )


def _names_a_place(piece: str) -> bool:
    """Whether the second of three characters, a word behind which a post begins, belongs to the name of a county."""
    at, word = next(words_before(piece), (0, ""))
    return at == 1 and len(word) == 1 and piece[0] not in "会日晚早今昨近随现当然"


def words_before(piece: str) -> Iterator[tuple[int, str]]:
    """(place, word) of the words of `piece` behind which a post begins: at each place the longest, also inside others."""
    before = title_words().before
    for at, character in enumerate(piece):
        for word in before.get(character, ()):
            if piece.startswith(word, at):
                yield at, word
                break


def _joins(piece: str, at: int, word: str) -> bool:
    """Whether 和 stands between a name and the post of the next one (吴中和镇长…, 高远和县水利局局长…), not in 太和镇, 和县."""
    return word in "和与及" and at > 1 and piece[at - 1] not in "县市区旗州省乡镇"


def _is_place(piece: str) -> bool:
    return bool(piece) and (
        len(piece) <= LONGEST_BARE_PLACE or (len(piece) <= LONGEST_PHRASE and bool(PLACE.match(piece)))
    )
