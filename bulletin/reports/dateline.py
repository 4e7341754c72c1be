"""The beginning and the end of a report: dateline (本报讯) with its byline, and end byline.

Each function takes a text and gives what it found beside the text that is left.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.people.forms import form
from bulletin.people.lists import names_in_list
from bulletin.reports.broken import SPACE, is_broken, mended_with_places
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import NOBODY, ORGANISATION, Credits, is_name, join_credits
from bulletin.reports.credits import (
    AFTER_ROLE,
    MANGLED,
    ROLE_WORD,
    TAIL_ROLE,
    TRAINEE,
    parse_byline,
    roles_in,
    without_office,
)
from bulletin.reports.dateline_forms import BRACKET, BRACKETED_DATELINE, DATELINE, DATELINE_SIGN, OPEN_BYLINE
from bulletin.reports.kinds import SURNAME
from bulletin.reports.role_words import ROLE
from bulletin.reports.spaced_roles import close_roles
from bulletin.reports.usual_byline import usual_names

END_BRACKET = pattern("[ \u3000]*[（(【\\[〔［](?P<inside>[^（）()【】\\[\\]〔〕［］]{2,60})[）)】\\]〕］][。?？]?$")
ROLE_BEHIND = pattern("(?<=[。！？”）])[ \u3000]*(?P<role>(?:记者|通讯员|作者|编辑|责编|责任编辑|审核|供稿))$")
SQUARE = frozenset("]〕］")
LOST = frozenset("?？")
"""What a broken conversion leaves of a mark behind a byline: …自强。（苏青）?"""
SPACED_NAME = f"[{SURNAME}](?:[{HAN}]{{1,2}}|[ \u3000]{{1,2}}[{HAN}](?![{HAN}]))"
"""A name, of two characters with a space inside as well: 陈 垚."""
END_OPEN = pattern(
    "(?<=[。！？”）)】])[ \u3000]*(?P<inside>[□■◎▍]?[ ]*(?:(?:本[报网台]|全媒体|融媒体?)(?:记者|通讯员)"
    f"|(?:{ROLE})(?:[ \u3000]*[：:/／丨｜|][ \u3000]*|[ \u3000]+))"
    f"[{HAN}·][{HAN}· \u3000、，：:/／丨｜|▍]{{1,60}}(?:[（(][{HAN}]{{2,14}}[）)])?"
    f"|(?:记者|通讯员)[{SURNAME}][{HAN}]{{1,8}}(?:[ \u3000、]+[{SURNAME}][{HAN}]{{1,2}}){{0,3}}"
    f"|[{SURNAME}][{HAN}]{{1,2}}(?:[ \u3000、]+[{SURNAME}][{HAN}]{{1,2}}){{0,2}}[ \u3000]*报道"
    f"|(?<=[ \u3000]){SPACED_NAME}(?:[ \u3000、]+(?:{SPACED_NAME}|[{HAN}]{{2,3}})){{1,4}}|(?<=[ \u3000]{{2}}){SPACED_NAME}"
    f"|[{SURNAME}][{HAN}]{{1,2}}/文[ \u3000]+[{SURNAME}][{HAN}]{{1,2}}/(?:图|摄影?))$"
)
BARE = pattern(f"[{HAN}· \u3000、]+")
"""Names, and no word or mark that tells what they did."""
GLUED = pattern(f"(?:记者|通讯员)[{HAN}]+(?:[ \u3000、]+[{HAN}]{{2,3}}){{0,3}}$")
ROLE_FIRST = pattern(f"[□■◎▍ ]*(?:本[报网台]|全媒体|融媒体?)?(?:记者|通讯员|{ROLE})")
ROLE_COLON = pattern(f"[ ]*(?:{ROLE})[ ]*[：:]")
TRAILING = pattern("[ \u3000]*(?:报道|讯|消息|电)[：:，, ]?")
REPORTED = pattern(
    f"[ \u3000]*(?:本报)?(?P<inside>[{HAN}·][{HAN}· \u3000、]{{1,38}}?)[ \u3000]*(?=报道[：:，, \u3000])"
)
NAMES_BEFORE_DAY = pattern(
    "[ \u3000]+(?:(?:本报)?(?:记者"
    f"|通讯员)[ \u3000：:]*(?=[{SURNAME}][{HAN}]{{1,2}}(?:[ \u3000]"
    f"|[0-9近日今昨])))?(?P<inside>[{HAN}]{{2,3}}(?:[ \u3000、]+[{HAN}]{{2,3}}){{0,3}})"
    "(?:[ \u3000]+|(?<![讯电] ..)(?<![讯电] ...)(?<![讯电]\u3000..)(?<![讯电]\u3000...))(?=[0-9]|近日|日前|今[天日]|昨[天日])"
)
"""本报讯 苏小雨 6月3日，…; 本报讯 记者苏小雨6月3日，…."""
PLAIN_BYLINE = pattern(
    f"(?:[{HAN}]{{2,14}}[：/丨|])?(?:[{HAN}·A-Za-z \u3000、]{{2,30}}|[{HAN}]{{2,3}}(?:[，、][{HAN}]{{2,3}}){{1,5}})"
)
NO_BYLINE = pattern(
    "完$|综合$|待续|^略$|^图$|见图|下同|组图|资料|节选|摘要|全文|公开|掌声|笑声|鼓掌|^注|附后|名单|简称|以下|笔画"
    "|为序$|排列$|括号|如图|表$|见[上下左右]|[省市县]$|[^ \u3000、]{13}|^[上下左右][图转接]|图片"
    "|^在|^据|(?:致辞|讲话|看望|慰问|查看|察看|交流|发言|合影|揭牌|授牌|颁奖)(?![组室处科])"
)
FIGURE = pattern("[如见附上下左右组多配插]{1,2}图[0-9一二三四]?|图[0-9一二三四]")
"""（如图）: where the picture is, and nobody."""
NO_AUTHOR = pattern("^作者(?:单位|系|为)|^另?附(?:[文件图表全]|后)")
HALF_BRACKET = pattern(
    f"[（(](?P<inside>[{HAN}· \u3000、：:]{{2,40}})$|(?<=[。！？”])[ \u3000]*(?P<names>[{HAN}·、 \u3000]{{2,20}})[）)]$"
)
"""A byline at the end of a text, without its closing or its first bracket."""
NAMED = f"[{HAN}·]{{2,4}}(?:[ \u3000、]+(?:通讯员[ \u3000：:]*)?[{HAN}·]{{1,4}}){{0,5}}"
AUTHORS_FIRST = pattern(
    f"[□■◎●◆]?[ ]*(?:(?!据)[{HAN}]{{2,6}}[网报台社](?=[^。，]{{4,30}}报道[：:]))?(?P<inside>(?:本[报网台]|全媒体"
    f"|融媒体?|特派|特约|实习|见习|首席|驻站){{0,2}}(?:记者"
    f"|通讯员)[ \u3000：:]*{NAMED}?)(?:[ \u3000]+(?=[0-9近日今昨])|[ \u3000]*报道[：:])"
)
FRAMED = pattern("[【〖\\[（(](?P<words>[^【】〖〗\\[\\]（）()。，]{2,24}(?:讯|电|消息|融媒体中心))[】〗\\]）)]")
"""【本报讯】."""
ANOTHER_PAPER = pattern(
    f"[ \u3000]*[（(][{HAN}]{{2,8}}(?:[日晚晨周时]报|新闻网|电视台|融媒体?中心)[)）](?=[ \u3000]*(?:记者|通讯员|[0-9]))"
)
"""青石网讯（青石日报）记者…: whose report it was."""
ROLE_AND_BRACKET = pattern("(?:记者|通讯员)[ \u3000]*[（(]")
BEFORE_COLON = pattern(f"[ \u3000]*(?P<inside>(?:{ROLE})[ \u3000]*{NAMED})[：:]")
OFFICE_SIGNS = pattern(
    f"[{HAN}]{{2,16}}(?:办公室|委员会|人大办|政府办|县委办|宣传部|组织部|中心"
    f"|[局委办院社台站])(?:[ \u3000]*(?P<names>(?:[{SURNAME}][{HAN}]{{1,2}}[ \u3000、]*){{1,4}}))?"
)
"""（县人大办）, （县委宣传部苏小雨何野）."""
SUPPLIED = pattern(f"[{HAN}]{{2,12}}供稿[（(](?P<inside>[{HAN}· \u3000、]{{2,20}})[）)][ \u3000]*")
"""石桥镇供稿（苏小雨）…."""
WHEN_OR_WHERE = pattern("[从在近日]|于(?:$|[近日昨今此前上下本去年月是])")
"""What is no name behind 记者: 记者于近日获悉, while 记者于立新 is one."""
HEAD, TAIL = 120, 80
FRAMES = frozenset("【〖[（(")
STROKES = frozenset("/丨｜|")
OPENS_BYLINE = frozenset(" \u3000：:（(【")
DAY, LONGEST_NAMES = pattern("(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日|近日|日前"), 14
ENDS, BRACKETS = frozenset("。！？”…；："), frozenset("）)】]〕］")
"""Marks behind which no byline stands, unless a bracket stands before the full stop."""


def take_dateline(text: str) -> tuple[str, Credits, str]:
    """(dateline, credits, rest) of a report's first paragraph; an empty dateline where there is none."""
    if "习" in text[:TAIL] and TRAINEE.search(text[:TAIL]):
        words, credits, rest = take_dateline(TRAINEE.sub(" ", text[:TAIL]) + text[TAIL:])
        return (words, credits, rest) if credits else ("", NOBODY, text)
    if is_broken(text[:HEAD]):
        return _mended_dateline(text)
    folded = fold(text[:200])
    if folded[:1] in FRAMES and (whole := BRACKETED_DATELINE.match(folded)) and whole["inside"]:
        credits = parse_byline(text[whole.start("inside") : whole.end("inside")].strip())
        return text[whole.start("words") : whole.end("words")], credits, text[whole.end() :].lstrip(" \u3000：:—")
    if folded[:1] in FRAMES and (framed := FRAMED.match(folded)):
        words, credits, rest = take_dateline(
            text[framed.start("words") : framed.end("words")] + " " + text[framed.end() :]
        )
        return (words, credits, rest) if words else ("", NOBODY, text)
    match = DATELINE.match(folded) if DATELINE_SIGN.search(folded) else None
    if match is None and folded[:1] not in OPENS_BYLINE and not ROLE_AND_BRACKET.match(folded):
        return _reported_by(text, folded)
    at = match.end() if match else 0
    if match and (paper := ANOTHER_PAPER.match(folded, at)):
        at = paper.end()
    words = text[:at]
    if words and folded[at : at + 1] in STROKES:
        at += 1
    credits, at = _byline_at(text, folded, at, bool(words))
    if credits and (trailing := TRAILING.match(folded, at)):
        at = trailing.end()
    return words, credits, text[at:].lstrip(" \u3000：:—") if words or credits else text


def _byline_at(text: str, folded: str, at: int, words: bool) -> tuple[Credits, int]:
    """(credits, where they end) of the byline that stands at a place, behind a dateline (`words`) or without one."""
    bracket = BRACKET.match(folded, at)
    if bracket and (
        words or _names_authors(bracket[0]) or _signs_before_day(bracket["inside"], folded[bracket.end() :])
    ):
        office = None if words else OFFICE_SIGNS.fullmatch(bracket["inside"])
        if office or _is_byline(bracket["inside"], words):
            begin = bracket.start("inside") + (office.start("names") if office and office["names"] else 0)
            return parse_byline(text[begin : bracket.end("inside")]), bracket.end()
    for shape, are_names in WITHOUT_BRACKETS if words else ():
        if (found := shape.match(folded, at)) and are_names(found["inside"]):
            signed = text[found.start("inside") : found.end("inside")].strip()
            both = signed.endswith("摄影") and folded.startswith("报道", found.end())
            return parse_byline(f"{signed}报道" if both else signed), found.end()
    return NOBODY, at


def _mended_dateline(text: str) -> tuple[str, Credits, str]:
    """The same of a text whose first words a broken conversion has changed."""
    head, places = mended_with_places(text[:HEAD])
    words, credits, rest = take_dateline(head)
    if not (words or credits) or len(rest) >= len(head):
        return "", NOBODY, text
    begin = head.find(words)
    words = SPACE.sub("", text[places[begin] : places[begin + len(words)]])
    return words, credits, text[places[len(head) - len(rest)] :]


def _reported_by(text: str, folded: str) -> tuple[str, Credits, str]:
    """The same of a text without dateline that begins with its authors: 本报记者 苏小雨 6月3日,…; 苏小雨报道：…."""
    found = (SUPPLIED.match(folded) if "供稿" in folded[:16] else None) or AUTHORS_FIRST.match(folded)
    if found is None or not _all_names(found["inside"]):
        return "", NOBODY, text
    credits = parse_byline(text[found.start("inside") : found.end("inside")])
    return "", credits, text[found.end() :].lstrip(" \u3000：:")


def _signs_before_day(inside: str, behind: str) -> bool:
    """Whether a text begins with its authors or their office alone, and then with its day: （苏小雨 何野）3月4日，…."""
    if not DAY.match(behind):
        return False
    return (len(inside) <= LONGEST_NAMES and _all_names(inside)) or OFFICE_SIGNS.fullmatch(inside) is not None


def _names_authors(inside: str) -> bool:
    return bool(re.search("记者|通讯员|作者|供稿", inside))


def _only_names(inside: str) -> bool:
    """Whether behind the role words stand nothing but names (记者 从县农业局获悉 is no byline)."""
    credits = parse_byline(inside)
    names = [*credits.byline, *(n for _, more in credits.others for n in more)]
    return bool(names) and all(len(n) <= 4 and not WHEN_OR_WHERE.match(n) for n in names)


def take_end_byline(text: str) -> tuple[str, Credits]:
    """(text without its end byline, credits) of a report's last paragraph."""
    credits = NOBODY
    if "习" in text[-TAIL:] and TRAINEE.search(text[-TAIL:]):  # （记者 苏小雨（实习） 何野）
        rest, credits = take_end_byline(text[:-TAIL] + TRAINEE.sub(" ", text[-TAIL:]))
        return (text[: len(rest)], credits) if credits else (text, credits)
    if "浾" in text[-TAIL:] and (lost := MANGLED.search(text, max(0, len(text) - TAIL))):
        return text[: lost.start()].rstrip(" \u3000"), parse_byline(text[lost.start() :])
    if text[-1:] in BRACKETS and is_broken(text[-TAIL:]):
        tail, places = mended_with_places(text[-TAIL:])
        rest, credits = take_end_byline(tail)
        return (text[: max(0, len(text) - TAIL) + places[len(rest)]], credits) if credits else (text, credits)
    if text[-1:] in ENDS and not (text[-1:] in "。？" and text[-2:-1] in BRACKETS):
        return text, credits
    for _ in range(3):
        if text[-1:] in "）)】]〕］。?？" and (match := END_BRACKET.search(text[-80:])):
            before, inside = _bracketed(text, match)
            if not inside:
                break
        elif (match := HALF_BRACKET.search(text[-44:])) and _all_names(fold(match["inside"] or match["names"])):
            before, inside = text[: len(text) - len(match[0])].rstrip(" \u3000"), match["inside"] or match["names"]
        elif (match := END_OPEN.search(fold(text[-80:]))) and _is_open_byline(match["inside"]):
            before, inside = (
                text[: len(text) - len(match[0])].rstrip(" \u3000"),
                text[len(text) - len(match["inside"]) :],
            )
        else:
            break
        credits = join_credits(parse_byline(inside), credits)
        text = before
    return text, credits


def _bracketed(text: str, match: re.Match[str]) -> tuple[str, str]:
    """(text before, byline) of the bracket at the end of a text; no byline where it holds none."""
    before, inside = text[: len(text) - len(match[0])].rstrip(" \u3000"), match["inside"].lstrip("□■◎ \u3000")
    if not _is_byline(fold(inside), before[-1:] in "。！？”…；" or before[-1:] in "）)】"):
        return text, ""
    if text[-1:] in LOST and not (before[-1:] in "。！？…" and _all_names(fold(inside))):
        return text, ""
    if text[-1:] in SQUARE and not (_all_names(fold(inside)) or ROLE_COLON.match(fold(inside))):
        return text, ""  # [详细], [组图]
    if role := ROLE_BEHIND.search(fold(before[-10:])):  # …。记者（苏小雨）
        return before[: len(before) - len(role[0])], f"{role['role']}：{inside}"
    return before, inside


def _is_open_byline(inside: str) -> bool:
    """Whether the words behind a last sentence, without bracket, are a byline: names, where nothing but 记者 or 报道 says so."""
    if inside.endswith("报道") and ROLE_FIRST.match(inside) is None:
        return _all_names(inside)
    if "，" in inside:
        return _all_names(inside)
    if BARE.fullmatch(inside) and not any(True for _ in roles_in(inside)):
        forms = [form(name) > 2 for name in names_in_list(inside)]
        return all(forms) or (len(forms) > 2 and sum(forms) == len(forms) - 1)  # 马小赛 瑞峰 陈垚
    return GLUED.match(inside) is None or _only_names(inside)


def _all_names(inside: str) -> bool:
    credits = parse_byline(inside)
    return bool(credits) and all(is_name(n) for n in (*credits.byline, *(n for _, m in credits.others for n in m)))


@lru_cache(maxsize=1024)
def _is_byline(inside: str, behind_sentence: bool) -> bool:
    """Whether the words in a bracket are people (or a department) who made the report.

    Behind a full stop a pen name or a department counts as well; in a sentence only what looks like a name or a role.
    """
    if usual_names(inside):
        return True
    if FIGURE.fullmatch(inside):
        return False
    inside = AFTER_ROLE.sub(r"\g<role>：", close_roles(inside.strip(" \u3000")))
    if NO_AUTHOR.search(inside):
        return False
    if any(True for _ in roles_in(inside)) or (TAIL_ROLE.match(inside) and len(inside) <= 30):
        parts = inside.split("；")
        return not re.search("[。！？]", inside) and (len(parts) == 1 or all(map(ROLE_WORD.match, parts)))
    apart = without_office(inside)
    if not PLAIN_BYLINE.fullmatch(inside) or NO_BYLINE.search(apart):
        return False
    names = names_in_list(apart)
    if behind_sentence:
        return bool(names) and all(len(n) <= 4 or "·" in n or ORGANISATION.search(n) or len(n) <= 12 for n in names)
    return bool(names) and is_name(names[-1]) and all(is_name(n) or ORGANISATION.search(n) for n in names)


WITHOUT_BRACKETS: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (REPORTED, _only_names),
    (OPEN_BYLINE, _only_names),
    (BEFORE_COLON, _only_names),
    (NAMES_BEFORE_DAY, _all_names),
)
"""How a byline without brackets stands behind a dateline, and what its words must be."""
