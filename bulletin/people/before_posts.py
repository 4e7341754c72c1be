"""Full names before a post: 高远书记强调, 苏琦、何野副县长. A surname alone (高书记) is somebody already met.

In come a text with its places and whom its other signs have shown, out come (place, length, posts) of each leader named so.
What stands before a post is as often the end of a place or of another word, so a name must have more than its form.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from bulletin.patterns import pattern
from bulletin.people import signs
from bulletin.people.characters import HAN, HAN_RUN, plain
from bulletin.people.chosen import Chosen
from bulletin.people.endings import LIKELY, PERHAPS, ending
from bulletin.people.forms import ALSO_WORDS, form
from bulletin.people.places import BODIES, Places
from bulletin.people.titles import office_before
from bulletin.people.vocabulary import surnames

NAME_FIRST = pattern(
    "[书县市区旗州盟省专主局厅部镇乡院检常政秘组指场关理](?:记(?<=书记)"
    "|长(?<=[县市区旗州盟省局厅部镇乡院组场关]长)|[任席](?<=主[任席])|委(?<=[常政]委)|员(?<=专员)"
    "|书长(?<=秘书长)|察长(?<=检察长)|挥长(?<=指挥长)|事长(?<=理事长))(?![：会])"
)
PARTY_BODIES = ("省委", "市委", "州委", "县委", "区委", "旗委", "盟委", "地委", "党委")
"""Behind one of them a name with its post may stand in a list as well: 省委高远书记、县委何明川书记."""
PRIVATE_HOUSES = (
    "医院", "卫生院", "学院", "中学", "小学", "学校", "一中", "二中", "三中", "职中", "公司",
    "集团", "银行", "支行", "协会", "商会", "合作社", "社区", "村委会", "幼儿园",
)  # fmt: skip
"""Whose heads are no leaders."""
BODY_AHEAD = pattern(
    f"[{HAN}]{{2,8}}?(?:[镇乡局办部]|街道|[县市区旗州]委|政府)(?=[{HAN}]{{2,3}}副?(?:书记|主任|[镇乡局部]长))"
)
"""A body whose head's name stands behind it: 柳林镇|梁玉琴副镇长."""
BEFORE_REN = ("时", "曾", "现", "担", "兼", "原", "新", "历", "调", "升")
"""Characters with which 任 is a word and no surname."""
LED_BY = ("会由", "动由", "式由")
"""大会由|高远|镇长主持."""
OPENS = frozenset("，。；\n”")
MARKS, OF_PLACES = frozenset("，：；（）！？"), frozenset("县市区旗镇乡街")


class Titled(Protocol):
    """Somebody met, with the posts so far and the place where the first sign of them stands."""

    titles: list[str]
    at: int


def find_before_posts(places: Places, found: Mapping[str, Titled], private: Collection[str]) -> Iterator[Chosen]:
    """Each full name before a post; who is yielded must be in `found` before the next one is asked for."""
    text, printed = places.text, places.printed
    for match in NAME_FIRST.finditer(text):
        at, end = places.office_begin(match.start()), match.end()
        if at < 2 or text[at - 1] < "\u3400" or text[at - 1] in MARKS or ending(text, end) < PERHAPS:
            continue
        if text[at] in OF_PLACES and places.names.length_at(end, must=True):
            continue  # 张家川|县委书记高远, 黄土岭|乡党委书记高远
        if (length := places.foreign_before(at)) and not _is_met(plain(printed[at - length : at]), found):
            yield at - length, length, (printed[at:end],)
            continue
        for length in (3, 2, 4):
            name = text[at - length : at] if at >= length else ""
            if name in private or (text[at - length - 1] == "（" and text.startswith("）", end)):
                break  # 何野（石鼓岭|乡党委书记）
            if not _may_be_named(places, name, at, length, match.start(), match[0]):
                continue
            if text.endswith(PRIVATE_HOUSES, 0, at - length):
                break  # 县医院|石小满|院长
            whole = plain(printed[at - length : at])
            if whole in surnames().compound or any(
                len(o) > length and (o.endswith(whole) or o.startswith(whole + "·")) for o in found
            ):
                break  # 明川书记, 艾力主任: a part of the name of somebody met
            if met := found.get(whole):
                if not met.titles or at - length < met.at:  # the headline's form; a later one adds nothing
                    yield at - length, length, (printed[at:end],)
                break
            if name[-1] in "为任" and any(o.endswith(printed[at - length : at - 1]) for o in found):
                break  # 任命苏琦为副县长
            if _has_more_than_its_form(places, name, at, match.start(), match[0]):
                yield at - length, length, (printed[at:end],)
                break


def _is_met(name: str, found: Collection[str]) -> bool:
    """Whether somebody of this name was found, or of a longer one whose first part it is (艾力主任 of 艾力·肉孜)."""
    return name in found or ("·" not in name and any(o.startswith(name + "·") for o in found))


def _may_be_named(places: Places, name: str, at: int, length: int, office: int, word: str) -> bool:
    """Whether what stands before the post at `at` has a name's form and begins where one may; the office `word` begins at `office`."""
    text, begin = places.text, at - length
    if name[:1] == "任" and text.endswith(BEFORE_REN, 0, begin):
        return False  # 时任青石|县委副书记
    if len(name) != length or not HAN_RUN.fullmatch(name) or not form(name) or signs.not_a_name(name):
        return False
    if not places.begins(begin, name, office):
        return False
    end = office + len(word)
    listed = text.startswith("、", end) and not signs.own_office(text, begin, office, word)
    listed = listed and not _another_follows(text, end + 1)
    return not listed or text.endswith((*PARTY_BODIES, *BODIES, "局"), 0, begin)


def _another_follows(text: str, at: int) -> bool:
    """Whether another name stands at `at` with its office right behind it: 高远书记、|苏青县长、柳林镇何野副镇长."""
    at = body.end() if (body := BODY_AHEAD.match(text, at)) else at
    behind = [at + n for n in (2, 3) if form(text[at : at + n]) > 2]
    return any(NAME_FIRST.match(text, end + text.startswith("副", end)) for end in behind)


def _is_no_place(text: str, name: str, at: int) -> bool:
    """Whether a text has `name` with 县 behind it, as at `at`, only where 县长 follows, so that it is no county's."""
    return text.count(name + text[at]) == text.count(name + text[at] + "长")


def _has_more_than_its_form(places: Places, name: str, at: int, office: int, word: str) -> bool:
    """Whether anything besides its form tells that a name stands before the post at `at`."""
    text, length, known = places.text, len(name), surnames()
    begin, end = at - length, office + len(word)
    usual = length == 3 and name[0] in known.common
    if length == 2 and name[0] in known.frequent and text.startswith("、", end) and _another_follows(text, end + 1):
        return True  # 何野局长、|石小满副局长
    place_like = text[at] in "县市区旗镇乡" and form(name) < 4 and not usual
    known_form = ending(text, end) >= LIKELY or name[0] in known.frequent
    deputy = text[at] == "副" and PERHAPS <= ending(text, end) <= LIKELY and name[0] not in ALSO_WORDS
    own = length == 2 and text[at] == text[at - 3] and name[0] in known.frequent  # 工信局|梁正|局长
    sure = (
        ((deputy or own or (word in ("书记", "检察长") and known_form)) and not place_like)
        or signs.own_office(text, begin, office, word)
        or text.endswith(LED_BY, 0, begin)
        or (known_form and text.endswith(BODIES, 0, begin))
    )
    if length == 2 and text[at] in "县市区" and text[begin - 1] in OPENS and name[0] in known.frequent:
        return name[1] != "代" and _is_no_place(text, name, at)
    of_a_township = text.startswith(("乡党委", "镇党委"), at)  # 黄土岭|乡党委书记
    if text.startswith("、", begin - 1) and name[0] in known.frequent and office_before(text, begin - 1):
        return True  # 高远书记、|江北|镇长
    if of_a_township or ((length == 2 or place_like) and not sure):
        return bool(places.names.elsewhere(name, begin))
    return True
