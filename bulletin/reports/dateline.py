"""The beginning and the end of a report: dateline (本报讯) with its byline, end byline, credit lines, jump marks.

Each function takes a text and gives what it found beside the text that is left. Names are separated by spaces or 、, padded
inside (何　野) or glued (苏小雨何野江北); a department or a pen name is kept as it is. Labels of credits are kept as printed;
only photographers all stand under 摄影, because 摄, 供图 and 文/图 name the same work.
"""

import re
from dataclasses import dataclass

from bulletin.model import Jump
from bulletin.people.fold import fold
from bulletin.people.lists import names_in_list
from bulletin.people.vocabulary import surnames
from bulletin.reports.cleanup import HAN
from bulletin.reports.dates import number
from bulletin.reports.kinds import BRACKET, DATELINE, DATELINE_WORD, JUMP, OPEN_BYLINE, ROLE, close_roles

AUTHORS = frozenset(
    [
        "记者",
        "本报记者",
        "本网记者",
        "本台记者",
        "全媒体记者",
        "融媒体记者",
        "融媒记者",
        "特约记者",
        "实习记者",
        "见习记者",
        "首席记者",
        "实习生",
        "通讯员",
        "特约通讯员",
        "本报通讯员",
        "作者",
        "撰稿",
        "撰稿人",
        "撰文",
        "供稿",
        "供稿人",
        "报送",
        "报送人",
        "整理",
        "文",
        "文图",
        "文/图",
        "图/文",
        "文/摄",
        "图文",
        "信息员",
        "文字",
        "文稿",
        "采写",
        "采编",
        "采访",
        "执笔",
        "投稿",
        "投稿人",
        "报道",
    ]
)
PHOTOGRAPHERS = frozenset(["摄", "摄影", "图", "图片", "照片", "供图", "配图", "航拍"])
BOTH = frozenset(["文/图", "图/文", "文图", "图文", "文/摄", "文摄"])
ROLE_WORD = re.compile(
    f"(?:^|(?<=[ \u3000、，,/；;（(|｜】丨])|(?<=[{HAN}]))(?P<role>{ROLE})(?=[ \u3000：:丨|｜]|[{HAN}])"
)
END_BRACKET = re.compile("[ \u3000]*[（(【](?P<inside>[^（）()【】]{2,60})[）)】][。]?$")
END_OPEN = re.compile(
    f"(?<=[。！？”])[ \u3000]*(?P<inside>(?:{ROLE})(?:[ \u3000]*[：:][ \u3000]*|[ \u3000]+)[{HAN}·][{HAN}· \u3000、：:/]{{1,40}})$"
)
ORGANISATION = re.compile(
    "(?:局|办|委|部|中心|政府|学校|医院|公司|支部|组|站|院|社|队|会|处|所|馆|园|镇|乡|街道|台|科|室|股|厅|校|区|小学|中学|幼儿园|党委|总支|办公室|集团|大厅|网|报)$"
)
TAIL_ROLE = re.compile(
    "^(?P<names>.+?)[ \u3000/]*(?P<role>文[/ ]?图|图[/ ]?文|文[/ ]?摄|摄影报道|摄影|拍摄|摄|整理|报道|供稿|供图|文|图|撰|撰写|撰稿)$"
)
TRAILING = re.compile("[ \u3000]*(?:报道|讯|消息|电)[：:，, ]?")
REPORTED = re.compile(
    f"[ \u3000]*(?:本报)?(?P<inside>[{HAN}·][{HAN}· \u3000、]{{1,38}}?)[ \u3000]*(?=报道[：:，, \u3000])"
)
PLAIN_BYLINE = re.compile(f"[{HAN}·A-Za-z \u3000、]{{2,30}}")
NO_BYLINE = re.compile(
    "完$|待续|^略$|^图$|见图|下同|组图|资料|节选|摘要|全文|公开|掌声|笑声|鼓掌|^注|附后|名单|简称|以下|括号|如图|表$|见[上下左右]|[省市县]$|[^ \u3000、]{13}|^[上下左右][图转接]|图片"
)
OUTLET = re.compile("[（(][^（）()]*[）)]?$")
OPEN_END = re.compile(f"[（(](?P<inside>[{HAN}· \u3000、：:]{{2,40}})$")
"""A byline at the cut end of a text, without its closing bracket."""
TEXT_AND_PICTURES = re.compile(
    f"^(?P<text>[{HAN}· \u3000、]{{2,20}}?)(?:[ \u3000]+文[ \u3000/／、]*|文[ \u3000]*[/／、])[ \u3000]*"
    f"(?P<pictures>[{HAN}· \u3000、]{{2,20}}?)[ \u3000]*(?:图|摄影|摄|图片)$"
)
"""苏小雨 文/何野 图."""
SIGNED_BOTH = re.compile("[ \u3000](?:文[/ ]?图|图[/ ]?文|文[/ ]?摄)$")
"""Behind all names: 记者 苏小雨 通讯员 何野 文/图."""
ENDS, BRACKETS = frozenset("。！？”…；："), frozenset("）)】")
"""Marks behind which no byline stands, unless a bracket stands before the full stop."""
PHOTO_ROLES = ("摄", "摄影", "拍摄", "图", "供图")


@dataclass(frozen=True, slots=True)
class Credits:
    """Authors, and the other roles with their names."""

    byline: tuple[str, ...] = ()
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.byline or self.others)


def join_credits(*parts: Credits) -> Credits:
    """All credits together, each name once a role."""
    byline: dict[str, None] = {}
    others: dict[str, dict[str, None]] = {}
    for part in parts:
        byline.update(dict.fromkeys(part.byline))
        for role, names in part.others:
            others.setdefault(role, {}).update(dict.fromkeys(names))
    return Credits(tuple(byline), tuple((role, tuple(names)) for role, names in others.items()))


def take_dateline(text: str) -> tuple[str, Credits, str]:
    """(dateline, credits, rest) of a report's first paragraph; an empty dateline where there is none."""
    folded = fold(text[:200])
    match = DATELINE.match(folded) if DATELINE_WORD.search(folded) else None
    at = match.end() if match else 0
    words, credits = text[:at], Credits()
    bracket, opened = BRACKET.match(folded, at), OPEN_BYLINE.match(folded, at)
    if bracket and (words or _names_authors(bracket["inside"])) and _is_byline(bracket["inside"], bool(words)):
        credits = parse_byline(text[bracket.start("inside") : bracket.end("inside")])
        at = bracket.end()
    elif words and opened and _only_names(opened["inside"]):
        credits = parse_byline(text[opened.start("inside") : opened.end("inside")].strip())
        at = opened.end()
    elif words and (short := REPORTED.match(folded, at)) and _only_names(short["inside"]):
        credits = parse_byline(text[short.start("inside") : short.end("inside")])
        at = short.end()
    if credits and (trailing := TRAILING.match(folded, at)):
        at = trailing.end()
    return words, credits, text[at:].lstrip(" \u3000：:") if words or credits else text


def _names_authors(inside: str) -> bool:
    return bool(re.search("记者|通讯员|作者|供稿", inside))


def _only_names(inside: str) -> bool:
    """Whether behind the role words stand nothing but names (记者 从县农业局获悉 is no byline)."""
    credits = parse_byline(inside)
    names = [*credits.byline, *(n for _, more in credits.others for n in more)]
    return bool(names) and all(len(n) <= 4 and n[0] not in "从在近日于" for n in names)


def take_end_byline(text: str) -> tuple[str, Credits]:
    """(text without its end byline, credits) of a report's last paragraph."""
    credits = Credits()
    if text[-1:] in ENDS and not (text[-1:] == "。" and text[-2:-1] in BRACKETS):
        return text, credits
    for _ in range(3):
        if text[-1:] in "）)】。" and (match := END_BRACKET.search(text[-80:])):
            before = text[: len(text) - len(match[0])].rstrip(" \u3000")
            inside = match["inside"]
            if not _is_byline(fold(inside), before[-1:] in "。！？”…；" or before[-1:] in "）)】"):
                break
        elif (match := OPEN_END.search(text[-44:])) and _all_names(fold(match["inside"])):
            before, inside = text[: len(text) - len(match[0])].rstrip(" \u3000"), match["inside"]
        elif match := END_OPEN.search(fold(text[-80:])):
            before, inside = (
                text[: len(text) - len(match[0])].rstrip(" \u3000"),
                text[len(text) - len(match["inside"]) :],
            )
        else:
            break
        credits = join_credits(parse_byline(inside), credits)
        text = before
    return text, credits


def _all_names(inside: str) -> bool:
    credits = parse_byline(inside)
    return bool(credits) and all(is_name(n) for n in (*credits.byline, *(n for _, m in credits.others for n in m)))


def _is_byline(inside: str, behind_sentence: bool) -> bool:
    """Whether the words in a bracket are people (or a department) who made the report.

    Behind a full stop a pen name or a department counts as well; in a sentence only what looks like a name or a role.
    """
    inside = close_roles(inside.strip(" \u3000"))
    if any(True for _ in _roles(inside)) or (TAIL_ROLE.match(inside) and len(inside) <= 30):
        return not re.search("[。；！？]", inside)
    if not PLAIN_BYLINE.fullmatch(inside) or NO_BYLINE.search(inside):
        return False
    names = names_in_list(inside)
    if behind_sentence:
        return bool(names) and all(len(n) <= 4 or "·" in n or ORGANISATION.search(n) or len(n) <= 12 for n in names)
    return bool(names) and is_name(names[-1]) and all(is_name(n) or ORGANISATION.search(n) for n in names)


def is_name(text: str) -> bool:
    known = surnames()
    if "·" in text:
        return True
    return (
        2 <= len(text) <= 4
        and (text[0] in known.single or text[:2] in known.compound)
        and not ORGANISATION.search(text)
    )


def parse_byline(text: str) -> Credits:
    """记者 苏小雨 何野 通讯员 江北 / 苏小雨 文/摄 / 责任编辑：苏小雨 / 县教育局办公室 何野."""
    text = close_roles(text.lstrip("□■◎◆◇○● "))
    if text.endswith("记者组"):
        return Credits((text,))
    folded = fold(text)
    credits = _parse(folded)
    if folded == text:
        return credits

    def printed(name: str) -> str:
        at = folded.find(name)
        return text[at : at + len(name)] if at >= 0 and name != "摄影" else name

    others = tuple((printed(role), tuple(printed(n) for n in names)) for role, names in credits.others)
    return Credits(tuple(printed(n) for n in credits.byline), others)


def _parse(text: str) -> Credits:
    text = text.strip("（）()【】[] \u3000")
    if text.endswith("摄影报道"):
        text = f"{text[:-4].rstrip()} 文/图"
    if len(text) > 4 and (all_of := SIGNED_BOTH.search(text)):
        signed = _parse(text[: all_of.start()])
        return join_credits(signed, Credits((), (("摄影", signed.byline),)))
    if both := TEXT_AND_PICTURES.match(text):
        return Credits(tuple(names_in_list(both["text"])), (("摄影", tuple(names_in_list(both["pictures"]))),))
    matches = _roles(text)
    parts: list[Credits] = []
    lead = (text[: matches[0].start()] if matches else text).strip(" \u3000、/：:，；")
    if lead:
        glued = bool(matches) and text[: matches[0].start()].endswith(lead)
        parts.append(_lead(lead, bool(matches), matches[0]["role"] if glued else ""))
    waiting: list[str] = []
    for match, following in zip(matches, [*matches, None][1:], strict=True):
        piece = text[match.end() : following.start() if following else len(text)].strip(" \u3000：:、，,/|｜；;。丨")
        if not piece:  # 文/图 记者 苏小雨: the next names have this role too
            waiting.append(match["role"])
            continue
        parts.extend(_one_role(role, piece) for role in [*waiting, match["role"]])
        waiting = []
    return _persons(join_credits(*parts))


def _lead(text: str, more: bool, glued: str = "") -> Credits:
    """What stands before the first role word: names, perhaps with a role behind them, or the paper's name.

    `glued`: the role word that follows without a space (平原融媒记者).
    """
    tail = TAIL_ROLE.match(text)
    if tail and not more:
        return _one_role(tail["role"] if tail["role"] in (*PHOTO_ROLES, *BOTH) else "文", tail["names"])
    if more and (
        glued.startswith("融媒")
        or ORGANISATION.search(text)
        or text.endswith(("客户端", "日报", "晚报", "报业", "新闻", "全媒体", "本报", "本网", "融媒", "分站", "特约"))
    ):
        return Credits()
    return Credits(tuple(names_in_list(text)))


def _one_role(role: str, piece: str) -> Credits:
    tail = TAIL_ROLE.match(piece)
    if tail and len(tail["role"]) + len(tail["names"]) > 3:
        piece = tail["names"].strip(" \u3000/")
        tail_role = tail["role"].replace(" ", "/")
        if role in AUTHORS and (tail_role in PHOTO_ROLES or tail_role in BOTH):
            role = tail_role
    names = tuple(names_in_list(OUTLET.sub("", piece)))
    if not names:
        return Credits()
    if role in BOTH:
        return Credits(names, (("摄影", names),))
    if role in AUTHORS or role == "撰":
        return Credits(names)
    return Credits((), (("摄影" if role in PHOTOGRAPHERS or role in PHOTO_ROLES else role, names),))


def _persons(credits: Credits) -> Credits:
    """An office in the byline only where it names no person."""
    others = tuple((role, _people(names)) for role, names in credits.others)
    return Credits(_people(credits.byline), others)


def _people(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(n for n in names if not (len(n) > 3 and ORGANISATION.search(n))) or names


def _roles(text: str) -> list[re.Match[str]]:
    """Role words that really are roles: one that is followed by names, not a syllable inside a name."""
    found: list[re.Match[str]] = []
    for match in ROLE_WORD.finditer(text):
        behind = text[match.end() : match.end() + 1]
        one = len(match["role"]) == 1
        alone = one and behind not in "：:/ \u3000丨|"
        glued = match.start() and text[match.start() - 1] not in " \u3000、，,/；;（(|｜】" and len(match["role"]) < 2
        if not alone and not glued and not (one and text[match.end() :].strip() == ""):
            found.append(match)
    return found


def take_jumps(text: str, line: int) -> tuple[str, tuple[Jump, ...]]:
    """(text without its jump marks, jumps). 转2版 in the middle of a sentence is taken out like one at the end."""
    if "版" not in text:
        return text, ()
    jumps: list[Jump] = []
    pieces: list[str] = []
    end = 0
    for match in JUMP.finditer(text):
        bracketed = match[0][0] in "（(【▶►➤"
        if not bracketed and match["way"] not in ("下转", "上接"):
            continue
        words = match["way"] + match["page"] + match["more"].rstrip(" ")
        jumps.append(Jump(words, match["way"] not in ("上接", "紧接"), page_number(match["page"]), line))
        pieces.append(text[end : match.start()])
        end = match.end()
    return ("".join((*pieces, text[end:])).strip(), tuple(jumps)) if jumps else (text, ())


def page_number(text: str) -> int:
    """第二版, 2版, 第03版 → its number; 0 where none is named."""
    digits = re.sub("[第版A-Da-d]", "", text)
    return number(digits) if digits else 0
