"""Rows of people: lines that are no sentences and tell who holds a post or who attended.

In comes a text with its places, out come (place, length, posts) of each name. A row is a name and its posts side by side
(高远　县委书记, 1.高远（县委书记）, 组长：高远　县委书记), a post and those who hold it (副县长：苏琦　沈霞), those who attended
(出席：苏琦　沈霞; 县政府：苏琦、沈霞), who left a post (苏琦的副县长职务；), or a list of names below its heading (主席团名单).
All of a row must be what it seems to be, so no word of a sentence is asked.
"""

import re
from collections.abc import Iterator

from bulletin.patterns import pattern
from bulletin.people import signs
from bulletin.people.characters import HAN, HAN_RUN
from bulletin.people.chosen import Chosen
from bulletin.people.dotted import DOTTED
from bulletin.people.forms import form, sounds_foreign
from bulletin.people.places import Places
from bulletin.people.post_words import words_of
from bulletin.people.titles import Titles, office_before, titles_before
from bulletin.people.vocabulary import surnames, title_words

SURNAME = "".join(sorted(surnames().single))
LONGEST, LONGEST_LIST, LONGEST_LABEL, FEWEST = 90, 1200, 16, 4
"""Characters of a row, of a list of names, of a label; names of a list that nothing but its heading tells of."""
NUMBER = (
    "(?:[0-9]{1,2}月[0-9]{1,2}日(?:（[^（）]{1,8}）)?[ \u3000\t]+|[（(]?[0-9]{1,2}[）)]?[.、．\u3000 ]?"
    "|[①-⑳])?[ \u3000]*"
)
NUMBERED = pattern(NUMBER)
NAME = f"(?:[{HAN}]{{2,7}}?|[{HAN}][ \u3000]{{1,2}}[{HAN}]|{DOTTED.pattern})"
LABEL = f"(?:[{HAN}][{HAN} \u3000]{{0,4}}[{HAN}]|[{HAN}]{{2,14}})[：:][ \u3000]*"
COLUMNS = pattern(
    f"{NUMBER}(?:{LABEL})?(?P<name>{NAME})(?:[ \u3000\t]+|[，,]"
    f"|（)(?P<posts>[{HAN}][{HAN}、]{{1,40}})(?:（[{HAN}]{{2,4}}）)?[）；。;，]{{0,2}}$"
)
"""A name and its posts, and nothing else on the line."""
ATTENDING = "(?:出[ \u3000]*席|参[ \u3000]*加|列[ \u3000]*席|陪[ \u3000]*同|参会|与会)"
WHO = "(?:[县市区旗州]?领导(?:同志|干部)?|人[ \u3000]*员|同志)?"
ATTENDED = pattern(
    f"{ATTENDING}(?:会议|大会|活动|调研|检查)?(?:的)?{WHO}(?:还?有)?[：:]"
    "|(?:参加|出席)(?:会议|大会|活动)?的?(?:还?有|人员还?有|领导还有)[：:]"
)
CHAIRING = pattern(
    f"主[ \u3000]*持(?:[ \u3000]*人)?[：:][^。]*?(?:书记|主任|主席|常委|委员|政委|专员|长)[ \u3000]*[{HAN}]{{2}}"
)
OF_BODIES = pattern(
    "[县市区旗州](?:委(?!员|常)|人大(?:常委会)?|(?:人民)?政府|政协|纪委|法院|检察院|人武部|级老?领导)[：:]"
)
PUBLIC = pattern(
    "[县市区旗州镇乡](?:委|人大|政府|政协|人民|纪委|监委|监察|长$|总工会|妇联)|法院|检察院|人大常委会|党工委|管委会"
)
"""What the label of a row holds that no newsroom has (but 主任：, 中心主任：)."""
BARE = pattern("(?:常务)?副?(?:书记|主任|主席)|秘书长|常委|委员|审判委员会委员|检察委员会委员")
"""Posts without a body: below a row with a public post they are of the same body."""
BARE_ROW = pattern(f"(?:{BARE.pattern})[：:]")
LEFT = pattern(
    f"{NUMBER}(?:(?:决定)?(?:免去|任命))?(?P<name>{NAME})(?:同志)?(?:(?:全票"
    f"|高票)?当选(?=为))?(?:的(?P<left>[{HAN}、]{{2,40}})职务"
    f"|(?:为|任|担任)(?P<post>[{HAN}、]{{2,40}}))(?:（[^（）]{{2,10}}）|[，,]试用期[{HAN}]{{2,4}})?[；。;，]?$"
)
BORN = pattern(f"{NUMBER}(?P<name>{NAME})(?:同志)?[，, \u3000](?:[男女])[，, \u3000]")
HOLDS = pattern("(?:现任|现为|拟(?:提名|任命|提拔|推荐|交流|转任)?(?:为|任|担任))(?=[\u4e00-\u9fff])")
"""What a notice on somebody tells of posts: 高远，男，汉族，…现任县水利局副局长，拟任县民政局局长."""
LONGEST_NOTE = 14
"""Characters behind the last word of a row: a note in brackets and a mark."""
LISTS = ("名单", "名单：", "名单:")
"""How each `HEADING` ends."""
HEADING = pattern(
    "(?:主席团(?:常务主席)?(?:成员)?|(?<!政协)(?<!政治协商会议)[^政，。]{0,24}委员会(?:常务)?(?:委员|书记)|常委"
    "|领导班子成员)(?:候选人)?名单[：:]?$"
)
HAN_RUN_OF_NAMES = pattern(f"[{HAN}]{{4,}}?(?=等?。?$|等?。?\n)")
MANY_NAMES = pattern(f"(?:[{HAN}]{{2,4}}[、 \u3000]+){{7,}}[{HAN}]{{2,4}}[。、]?$")
IN_ORDER = pattern("[（(][^（）()]{0,14}(?:为序|排列|排序|排名)[^（）()]{0,8}[）)]$")
"""（按姓氏笔画为序）, above a list of names."""
ANNOUNCED = pattern("(?:出席|参加|列席|陪同|就[座坐]|参会|与会|名单|如下|领导|人员)[^。]{0,12}[：:]$")
"""What stands above the first row: 出席会议的领导有：."""
SEPARATORS = "、，, \u3000\t"


def is_row(line: str) -> bool:
    """Whether a line (folded) is a row of people in office, and so no credit, headline or part of a sentence."""
    if len(line) > LONGEST:
        return len(line) < LONGEST_LIST and _is_list(line)
    if "。" in line[:-1]:
        return False
    if line[-1] in "）)" and IN_ORDER.match(line):
        return True
    if "：" in line or ":" in line:
        if ATTENDED.match(line) or CHAIRING.match(line):
            return True
        label = line.replace(":", "：").partition("：")[0]
        if len(label) > LONGEST_LABEL:
            return False
        if office_before(label, len(label)) and PUBLIC.search(label):
            return _is_post(titles_before(label, len(label)), 0)
    columns = COLUMNS.match(line)
    if columns is None:
        return _is_list(line)
    return _is_post(titles_before(line, columns.end("posts")), columns.start("posts"))


def _is_list(line: str) -> bool:
    """Whether a line is nothing but many names."""
    if not MANY_NAMES.match(line):
        return False
    names = re.split("[、 \u3000]+", line.strip("。、"))
    return sum(form(name) > 0 for name in names) * 5 >= len(names) * 4


def continues(line: str, above: str) -> bool:
    """Whether a line (folded) goes on with the row above it, or begins the first one below its heading.

    副主任：江北　何野 below 县人大常委会主任：苏琦; 县委书记高远 below 出席会议的有：, which alone might be a caption.
    """
    if "。" in line[:-1] or len(line) > LONGEST:
        return False
    if BARE_ROW.match(line):
        return BARE_ROW.match(above) is not None or is_row(above)
    if OF_BODIES.match(line):
        return OF_BODIES.match(above) is not None or ANNOUNCED.search(above) is not None
    return _names_one(line) and (ANNOUNCED.search(above) is not None or is_row(above) or _names_one(above))


def heads_rows(line: str, below: str) -> bool:
    """Whether a line (folded) is the heading of the list of names below it: 主席团名单."""
    return HEADING.search(line) is not None and (IN_ORDER.match(below) is not None or _is_list(below))


def _names_one(line: str) -> bool:
    """Whether a line is nothing but posts and one name: 县委副书记、县长高远, 3月2日　副县长　格桑多吉."""
    begin = number.end() if (number := NUMBERED.match(line)) else 0
    for n in (3, 2, 4, 5):
        end = len(line[:-n].rstrip(" \u3000\t"))
        if end > begin and office_before(line, end) and (form(line[-n:]) > 0 or sounds_foreign(line[-n:])):
            return _is_post(titles_before(line, end), begin)
    return False


def find_rows(places: Places) -> Iterator[Chosen]:
    """Everybody in the rows of a text, in order."""
    text, begin, above, beside, headed = places.text, 0, "", False, False
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        found, kind = _row(places, begin, end, above) if end - begin < LONGEST_LIST else ([], "")
        if headed and not kind and text[begin : begin + 1] not in "（(":
            names = _names(places, begin, end)
            headed = len(names) >= (1 if above == "list" else FEWEST)
            found, kind = ([(at, length, ()) for at, length in names], "list") if headed else ([], "")
        if text.endswith(LISTS, begin, end) and HEADING.search(text, max(begin, end - LONGEST), end):
            headed = True
        if kind == "bodies" and not (beside or OF_BODIES.match(text, end + 1) or text[begin - 2 : begin - 1] in "：:"):
            found = []
        yield from found
        above, beside, begin = kind, kind == "bodies", end + 1


def _row(places: Places, begin: int, end: int, above: str) -> tuple[list[Chosen], str]:
    """(people, kind) of one line; `above` is the kind of the line before. The kind is empty where it is no row."""
    text = places.text
    of_a_notice = text.find("男", begin, end) >= 0 or text.find("女", begin, end) >= 0
    if of_a_notice and (born := BORN.match(text, begin, end)) is not None:
        return _of_notice(places, born, end), ""
    bare = end - begin <= LONGEST and text.find("。", begin, max(begin, end - LONGEST_NOTE)) < 0
    bare = bare and _ends_like_a_row(text, end)
    if bare and (columns := COLUMNS.match(text, begin, end)):
        start, stop = columns.span("posts")
        at, length = columns.start("name"), len(columns["name"])
        if _is_post(places.titles_at(stop), start) and _may_be_name(places, at, length, above == "columns"):
            return [(at, length, tuple(places.printed[start:stop].split("、")))], "columns"
    if bare and (left := LEFT.match(text, begin, end)):
        at, length = left.start("name"), len(left["name"].removesuffix("同志"))
        posts = places.posts_between(*left.span("post" if left["post"] else "left"))
        if posts and _may_be_name(places, at, length, True):
            return [(at, length, posts)], "left"
    colon = max(text.find("：", begin, begin + LONGEST_LABEL + 1), text.find(":", begin, begin + LONGEST_LABEL + 1))
    return _labelled(places, begin, colon, end, above) if 0 < colon < end - 1 else ([], "")


def _ends_like_a_row(text: str, end: int) -> bool:
    """Whether a line ends as a row does: with an office, 职务, or a note on it. Hardly any other line does."""
    end -= text[end - 1] in "；。;，"
    return text[end - 1] in "）务年月" or text[end - 1] in title_words().last_characters


def _labelled(places: Places, begin: int, colon: int, end: int, above: str) -> tuple[list[Chosen], str]:
    """(people, kind) of a line with a label: 副县长：苏琦　沈霞, 出席：苏琦　沈霞, 县政府：苏琦、沈霞."""
    text = places.text
    if ATTENDED.match(text, begin, end):
        return [(at, length, ()) for at, length in _names(places, colon + 1, end)], "attended"
    if OF_BODIES.match(text, begin, end):
        return [(at, length, ()) for at, length in _names(places, colon + 1, end)], "bodies"
    label = text[begin:colon]
    if BARE.fullmatch(label):
        kind = "posts" if above == "posts" else ""
    else:
        kind = "posts" if office_before(text, colon) and _is_post(places.titles_at(colon), begin) else ""
    if not kind:
        return [], ""
    posts = tuple(places.printed[begin:colon].split("、"))
    found: list[Chosen] = [(at, length, posts) for at, length in _names(places, colon + 1, end)]
    return found, "posts" if PUBLIC.search(label) or BARE.fullmatch(label) or found else ""


def _of_notice(places: Places, born: re.Match[str], end: int) -> list[Chosen]:
    """Who is told of in a notice with the posts held and to be held."""
    at, length = born.start("name"), len(born["name"])
    if not _may_be_name(places, at, length, True):
        return []
    posts = [post for match in HOLDS.finditer(places.text, born.end(), end) for post in places.posts_ahead(match.end())]
    return [(at, length, tuple(dict.fromkeys(posts)))] if posts else []


def _names(places: Places, at: int, end: int) -> list[tuple[int, int]]:
    """(place, length) of the names that are all that stands between `at` and `end`; none where something else does."""
    text, names = places.text, list[tuple[int, int]]()
    while at < end and text[at] in " \u3000\t":
        at += 1
    run = HAN_RUN_OF_NAMES.match(text, at, end)
    whole = run is not None and text[run.end() : end] in ("", "。", "等", "等。")
    if run and whole and (glued := signs.cut_joined(run[0])):
        return [(at + place, len(name)) for place, name in glued]
    while at < end:
        length = places.names.length_at(at, must=True)
        stop = places.behind_note(at + length)
        if not length or (stop < end and text[stop] not in SEPARATORS and text[stop] not in "。等；"):
            run = HAN_RUN.match(text, at, end)
            likely = run and (len(names) > 1 or form(run[0]) or (len(run[0]) < 4 and run[0][0] in surnames().single))
            length = len(run[0]) if run and likely else 0
            stop = at + length
            if not 2 <= length <= 5 or signs.not_a_name(text[at:stop]) or office_before(text, stop):
                return []
        names.append((at, length))
        at = stop
        if text.startswith(("等", "。", "；"), at):
            break
        while at < end and text[at] in SEPARATORS:
            at += 1
    return names


def _may_be_name(places: Places, at: int, length: int, beside: bool) -> bool:
    """Whether all of a cell is a name; `beside`: another row of the same kind stands above, or the words tell it."""
    if places.names.length_at(at, must=True) == length:
        return True
    piece = places.text[at : at + length].replace(" ", "").replace("\u3000", "")
    if signs.not_a_name(piece) or office_before(piece, len(piece)):
        return False
    return form(piece) > 0 or (beside and len(piece) < 6) or sounds_foreign(piece)


def _is_post(titles: Titles | None, begin: int) -> bool:
    """Whether public posts stand from `begin` on."""
    if titles is None or titles.private or titles.start > begin:
        return False
    words = words_of(titles.last)
    return not (words.nobody or words.of_a_surname)
