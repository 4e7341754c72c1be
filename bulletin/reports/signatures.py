"""What stands behind a report's last sentence without a role word: names, a source, who took the picture.

In come the text of a block and what the report has told so far, out go the text that is left and what was found. A name
without any mark counts only where it is surely one and the report has not told of that person.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.people.forms import form
from bulletin.people.lists import names_in_list
from bulletin.people.signs import not_a_name
from bulletin.people.vocabulary import name_words, surnames
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import NOBODY, ORGANISATION, Credits, is_name, join_credits
from bulletin.reports.credits import BULLETS, PHOTO_ROLES, TRAINEE, parse_byline
from bulletin.reports.dateline import take_end_byline
from bulletin.reports.makers import OFFICES, OUTLETS, REPORTERS_OF
from bulletin.reports.role_words import BOTH, ROLE, ROLE_WORDS

ONE = f"(?:[{HAN}][ \u3000]+[{HAN}]|[{HAN}]{{2,3}})"
APART = f"(?:[{HAN}][ \u3000]{{1,2}}[{HAN}](?![{HAN}]))"
"""A name of two characters with a space inside: 苏 青."""
END_NAMES = pattern(
    f"(?<=[。！？”])[ \u3000]*(?P<bullet>[□■◎▍●]?)[ \u3000]*(?P<names>(?:[{HAN}]{{2,9}}|{APART})(?:[ \u3000、]+(?:[{HAN}]{{2,3}}|{APART})){{0,3}})$"
)
END_PICTURE = pattern(
    f"(?<=[。！？”])[ \u3000]*(?P<names>{ONE}(?:[ \u3000、]+{ONE}){{0,2}}?)[ \u3000/]*(?P<role>摄影报道|文[/ ]?图"
    "|图[/ ]?文|文[/ ]?摄|摄影|摄|报道|供稿)$"
)
"""…多走动。 苏小雨 摄: behind a paragraph of the text."""
SIGNED_INSIDE = pattern(
    f"（(?<=[。！？” \u3000]（)(?:记者|通讯员)?[ \u3000]*(?P<names>{ONE}(?:[ \u3000、]+{ONE}){{0,2}})）[ \u3000]*(?=[{HAN}0-9“]|$)"
)
OFFICE = f"[{HAN}]{{2,14}}?(?:全媒体|融媒体?|实习|见习|特约)?(?:记者|通讯员|供稿)"
GLUED, SUREST = range(5, 10), 4
"""How long names are that stand glued on a line of their own below a headline, and the form that one of them has."""
LONGEST_END, LONGEST_SIGNED, ENDING = 16, 30, frozenset("。！？”；，：）)…")
END_SOURCE = pattern(
    "[ \u3000]*[（(【\\[](?:(?:(?:稿件|文章|信息|新闻|内容|消息|本文)?来源|稿源)：|(?:本文)?(?:转自|转载自|摘自)[：“]?"
    "|据(?=[^（）()，。]{2,12}(?:报|网|台|社|发布|客户端|融媒)[）)]))(?P<source>[^（）()【】\\[\\]，。]{2,40})[）)】\\]]$"
    f"|(?<=[。！？”）)])[ \u3000]*(?:(?:稿件|文章|信息|本文)?来源：(?P<open>[{HAN}]{{2,20}})"
    "(?P<more>[ \u3000]+(?:作者|记者|通讯员|编辑|责任编辑|责编|供稿|撰稿)[：:][^。]{2,40})?"
    f"|来源(?P<glued>[{HAN}]{{4,10}}))$"
)
"""（来源：青石新闻网）, 。来源：青石融媒 作者：苏小雨."""
SOURCE_CREDITS = pattern(f"[ \u3000]+(?=(?:{ROLE})[：:丨/ ])")
"""Between a source and the credits in the same bracket."""
NAMES_ALONE = pattern(
    f"[□■◎▍★☆◆◇●○▪]?[ \u3000]*(?P<names>{ONE}(?:[ \u3000、]+(?!报道|供稿|摄影|图文|文图|文摄){ONE}){{0,3}}"
    f"|[{HAN}]{{4}}(?:[ \u3000、]+[{HAN}]{{2,4}}){{0,3}})(?P<role>[ \u3000]*(?:摄影报道|文[/ ]?图|图[/ ]?文"
    "|文[/ ]?摄|报道|供稿))?"
)


NAMES_AND_OFFICE = pattern(
    f"(?P<names>{ONE}(?:[ \u3000、]+{ONE}){{0,3}})(?:[ \u3000]*（[ \u3000]*(?:{OFFICE}"
    f"|[{HAN}]{{0,12}}(?:{OFFICES}|{OUTLETS}))[ \u3000]*）|[ \u3000]+(?:{OFFICE}))"
)
"""Authors before whom they write for, on a line of their own: 苏小雨（青石县融媒体中心记者）."""
OFFICE_REPORTS = pattern(
    f"[{HAN}]{{2,12}}[ \u3000]+(?P<names>{ONE}(?:[ \u3000、]+{ONE}){{0,3}})[ \u3000]+(?:摄影报道|报道|供稿)"
)
MAKER = pattern("(?:本[报网台]|全媒体|融媒体?|见习|实习|特约)*(?:记者|通讯员)[ \u3000：:]*|[ \u3000]*报道$")
OUTLET = pattern(f"(?:[{HAN}]{{2,12}}?(?=(?:全媒体|融媒体?|见习|实习|特约)*记者)[ \u3000]*)?")
LINE_OF_AUTHORS = pattern(
    f"{OUTLET.pattern}{MAKER.pattern.partition('|[')[0]}{ONE}(?:(?:[ \u3000、]+"
    f"|[ \u3000]*(?:通讯员|记者)[ \u3000：:]*){ONE}){{0,5}}(?:[ \u3000]*报道)?"
)
"""记者苏小雨 何野 通讯员江北: roles with nothing behind them but names."""
STROKES = frozenset("丨|｜/／")
"""Between roles and names they make a line of several works (文丨记者 苏小雨 图丨何野), which `credits` reads."""
AUTHOR_SIGNS = ("记者", "通讯员", "供稿", "报道")


OFFICE_FIRST = pattern(
    f"[（(【]?[{HAN}]{{2,14}}?(?:{OUTLETS}|{OFFICES}"
    f"|[{HAN}](?:组|站|队|科|室|园|厂|村|社区|党委|支部"
    f"|医院))[ \u3000]*[：:/／丨|｜ \u3000][ \u3000]*(?P<names>{ONE}(?:[ \u3000、，]+{ONE}){{0,3}})[）)】]?"
)
END_OFFICE = pattern(f"(?<=[。！？”])[ \u3000]*(?P<inside>[{HAN}]{{2,20}}(?:[ \u3000、]+[{HAN}]{{2,3}}){{0,3}})$")
OFFICE_END = pattern(f"(?<=[{HAN}])(?:{OUTLETS}|{OFFICES})(?=[ \u3000]*[{HAN}]{{2}})")
PICTURES = frozenset("摄攝影图圖")
WROTE = pattern("[ ]*[/／](?:文图?|图文|撰文)$")


def signs_pictures(text: str) -> bool:
    """Whether a text ends with who took the pictures: …多走动。 苏小雨 摄."""
    found = END_PICTURE.search(fold(text[-LONGEST_SIGNED:]))
    return found is not None and all(is_name(name) for name in names_in_list(found["names"]))


def signed_source(text: str) -> tuple[str, Credits]:
    """(source, byline) of a site line that names an office and who wrote for it: 来源：县委宣传部 高远、何明川."""
    office, _, rest = text.partition(" ")
    names = names_in_list(WROTE.sub("", rest))
    if names and (outlet := REPORTERS_OF.fullmatch(fold(office))) and all(is_name(fold(name)) for name in names):
        return office[: outlet.end("outlet")], Credits(tuple(names))
    if names and office in ROLE_WORDS and all(is_name(fold(name)) for name in names):
        return "", Credits(tuple(names))
    if names and ORGANISATION.search(fold(office)) and all(is_name(fold(name)) for name in names):
        return office, Credits(tuple(names))
    return text, NOBODY


def byline_alone(text: str, above: str) -> Credits:
    """The credits of a line that is a byline in brackets, or nothing but names, below the paragraph `above`."""
    if credits := office_first(text, above):
        return credits
    if "习" in text and len(text) <= LONGEST_SIGNED:
        text = TRAINEE.sub("", text) or text  # 苏小雨 何野（实习）
    alone = None if "。" in text else NAMES_ALONE.fullmatch(fold(text))
    if alone and above[-1:] and above[-1] in "。！？”":
        names = names_in_list(text[alone.start("names") : alone.end("names")])
        if all(is_name(fold(name)) for name in names):
            return _with_role(tuple(names), (alone["role"] or "").strip(" \u3000"))
        return NOBODY
    rest, credits = take_end_byline(text)
    return authors_of_line(text) or office_first(text, above) if rest else credits


def office_first(text: str, above: str) -> Credits:
    """The byline of a line that is an office or an outlet and names below the last sentence: 青石县融媒体中心 苏小雨, 青石新闻网/何野."""
    if len(text) > LONGEST_SIGNED or above[-1:] not in ("。", "！", "”"):
        return NOBODY
    found = OFFICE_FIRST.fullmatch(fold(text))
    if found is None:
        return NOBODY
    names = names_in_list(text[found.start("names") : found.end("names")])
    return Credits(tuple(names)) if 0 < len(names) < 5 and all(is_name(fold(name)) for name in names) else NOBODY


def line_signs(text: str, above: str) -> bool:
    """Whether a line below the last sentence of a report is nothing but its authors, in brackets, behind or before their office."""
    if len(text) > LONGEST_SIGNED or "。" in text or above[-1:] not in ("。", "！", "？", "”"):
        return False
    if text[0] in "（(" and text[-1] in "）)":
        rest, credits = take_end_byline(text)
        return bool(credits) and not rest
    return bool(office_first(text, above) or authors_of_line(text))


def authors_of_line(text: str) -> Credits:
    """The byline of a line that is names with whom they write for, or with what they are: 苏小雨 青石融媒记者, 记者苏小雨 通讯员何野."""
    signed = text[-1] in "）)" or any(map(text.__contains__, AUTHOR_SIGNS))
    if not signed or len(text) > LONGEST_SIGNED or not STROKES.isdisjoint(text):
        return NOBODY
    folded = fold(text)
    if found := NAMES_AND_OFFICE.fullmatch(folded) or OFFICE_REPORTS.fullmatch(folded):
        names = names_in_list(text[found.start("names") : found.end("names")])
    elif LINE_OF_AUTHORS.fullmatch(folded):
        names = names_in_list(MAKER.sub(" ", text[OUTLET.match(folded).end() :]))  # type: ignore[union-attr]
    else:
        return NOBODY
    return Credits(tuple(names)) if names and all(is_name(fold(name)) for name in names) else NOBODY


def inside_signatures(text: str) -> tuple[list[str], Credits]:
    """(paragraphs, credits) of a text that bylines in brackets between its sentences cut: …提了要求。（苏小雨）在石桥镇，…."""
    found = NOBODY
    pieces: list[str] = []
    end = 0
    for match in SIGNED_INSIDE.finditer(text):
        names = names_in_list(match["names"])
        folded = [fold(name) for name in names]
        if all(form(name) >= 2 + _said(name) and not not_a_name(name) for name in folded):
            before = text[end : match.start()].rstrip(" \u3000")
            if before[-1:] not in "。！？”":
                continue
            found = join_credits(found, Credits(tuple(names)))
            pieces.append(before)
            end = match.end()
    return ([*pieces, text[end:]], found) if found else ([text], NOBODY)


def _said(name: str) -> bool:
    """Whether a name begins with a surname that seldom is one, so that its form has to be a better one."""
    return name[0] not in surnames().frequent


def _with_role(names: tuple[str, ...], role: str) -> Credits:
    if role in PHOTO_ROLES:
        return Credits((), (("摄影", names),))
    pictures = role == "摄影报道" or role.replace(" ", "/") in BOTH
    return Credits(names, (("摄影", names),) if pictures else ())


def end_source(text: str) -> tuple[str, str, Credits]:
    """(text, source, credits): （来源：青石发布） behind the last sentence."""
    tail = fold(text[-60:])
    if text[-1:] not in ("）", ")", "】", "]") and "来源" not in tail:
        return text, "", NOBODY
    found = END_SOURCE.search(tail)
    if found is None:
        return text, "", NOBODY
    begin = len(text) - len(found[0])
    group = "source" if found["source"] else "open" if found["open"] else "glued"
    inside = text[begin + found.start(group) - found.start() : begin + found.end(group) - found.start()]
    source, *signed = SOURCE_CREDITS.split(inside.strip(" \u3000“”"), maxsplit=1)
    if found["more"]:
        signed.append(text[len(text) - len(found["more"]) :].strip(" \u3000"))
    source, names = signed_source(source)
    return text[:begin], source, join_credits(names, *map(parse_byline, signed))


def end_signature(text: str, told: str) -> tuple[str, Credits]:
    """(text, credits) of the last paragraph: a byline, or names or a photographer without any mark: …新台阶。何野."""
    rest, credits = take_end_byline(text)
    if credits or rest != text or text[-1:] in ENDING:
        return rest, credits
    if picture := END_PICTURE.search(fold(text)):
        begin, end = picture.span("names")
        names = names_in_list(text[begin:end])
        if all(is_name(fold(name)) for name in names):
            return text[: picture.start()], _with_role(tuple(names), picture["role"])
    rest, credits = _bare_byline(text, told)
    if credits:
        return rest, credits
    tail = text.rpartition("。")[2]
    if tail != text and (credits := authors_of_line(tail.strip(" \u3000"))):  # …到现场。记者苏小雨 通讯员何野
        return text[: len(text) - len(tail)], credits
    return _office_and_names(text)


def _office_and_names(text: str) -> tuple[str, Credits]:
    """(text, credits) of a paragraph that ends with an office and who writes for it: …保平安。柳河乡 苏小雨."""
    folded = fold(text[-LONGEST_SIGNED:])
    found = END_OFFICE.search(folded)
    if found is None or found["inside"][0] in PICTURES:
        return text, NOBODY
    inside = found["inside"]
    for office in reversed([*OFFICE_END.finditer(inside)]):
        names = names_in_list(inside[office.end() :])
        if names and all(is_name(name) and form(name) > 2 and not not_a_name(name) for name in names):
            begin = len(text) - len(inside) + office.end()
            return text[: len(text) - len(found[0])], Credits(tuple(names_in_list(text[begin:])))
    return text, NOBODY


def ends_in_a_name(text: str) -> bool:
    """Whether a name that is surely one, and stands nowhere before, follows the last sentence of a text: …新台阶。何野."""
    return bool(_bare_byline(text, "")[1])


def _bare_byline(text: str, told: str) -> tuple[str, Credits]:
    match = END_NAMES.search(text)
    if match is None or len(match[0].strip(" \u3000")) > LONGEST_END:
        return text, NOBODY
    names = names_in_list(match["names"])
    folded = [fold(name) for name in names]
    if match["bullet"]:
        sure = all(is_name(name) or name[0] in surnames().rare for name in folded)
    else:
        before = told + text[: match.start()]
        sure = all(form(name) > 2 and not not_a_name(name) for name in folded) or _have_given_names(folded)
        sure = sure and not any(name in before for name in names)
    return (text[: match.start()], Credits(tuple(names))) if sure else (text, NOBODY)


def _have_given_names(names: list[str]) -> bool:
    """Whether several names are persons' of whom some print the given name alone: 瑞芳 苏小雨."""
    given = name_words().given
    bare = [name for name in names if form(name) < 3]
    if len(bare) == len(names) or any(map(not_a_name, names)):
        return False
    return all(len(name) == 2 and all(c in given for c in name) for name in bare)


def names_first(text: str, below: bool = False) -> tuple[str, ...]:
    """The authors of a line of nothing but names above a headline or a text; none where it may be anything else."""
    alone = NAMES_ALONE.fullmatch(fold(text))
    if below and alone is None and len(text) in GLUED:  # 苏小雨何野
        names = names_in_list(text)
        whole = 2 <= len(names) <= 3 and "".join(names) == text
        forms = [0 if not_a_name(name) else form(name) for name in map(fold, names)]
        return tuple(names) if whole and min(forms) > 2 and max(forms) >= SUREST else ()
    if alone is None or alone["role"] or len(text) > LONGEST_END:
        return ()
    names = names_in_list(text[alone.start("names") : alone.end("names")])
    folded = [fold(name) for name in names]
    sure = all(is_name(name) and not not_a_name(name) and (BULLETS.match(text) or form(name) > 2) for name in folded)
    return tuple(names) if sure else ()
