"""Credits: who wrote, took the pictures, edited and reviewed; from 记者 苏小雨 何野 通讯员 江北, 文/图 苏小雨, 责编：苏小雨.

Names are separated by spaces or 、, padded inside (何　野) or glued (苏小雨何野江北); a department or a pen name is kept as it
is. Labels of credits are kept as printed; only photographers all stand under 摄影, because 摄, 供图 and 文/图 name the same work.
"""

import re
from functools import lru_cache

from bulletin.patterns import pattern
from bulletin.people.fold import fold, without_pinyin
from bulletin.people.lists import names_in_list
from bulletin.people.vocabulary import surnames
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import ORGANISATION, PRODUCED, Credits, is_name, join_credits, persons, sender_and_names
from bulletin.reports.role_words import BOTH, PHOTOGRAPHERS, ROLE, is_author, is_role
from bulletin.reports.spaced_roles import close_roles
from bulletin.reports.usual_byline import usual_names

ROLE_WORD = pattern(
    f"(?:^|(?<=[ \u3000、，,/；;（(|｜】丨])|(?<=[{HAN}]))(?P<role>{ROLE})(?=[ \u3000：:丨|｜]|[{HAN}]"
    f"|[/／](?:{ROLE})[：:])"
)
TAIL_ROLE = pattern(
    "^(?P<names>.+?)[ \u3000/]*(?P<role>文[/ ]?图|图[/ ]?文|(?<!^.)文[/ ]?摄|摄影报道|摄影|拍摄|摄|整理|报道|供稿"
    "|供图|文|图|撰|撰写|撰稿)$"
)
OUTLET = pattern("[（(][^（）()]*[）)]?$")
TEXT_AND_PICTURES = pattern(
    f"^(?P<text>[{HAN}· \u3000、]{{2,20}}?)(?:[ \u3000]+文[ \u3000/／、]*|文[ \u3000]*[/／、])[ \u3000]*"
    f"(?P<pictures>[{HAN}· \u3000、]{{2,20}}?)[ \u3000]*(?:图|摄影|摄|图片)$"
)
"""苏小雨 文/何野 图."""
PICTURES_AND_TEXT = pattern(
    f"^(?:(?:{ROLE})[ \u3000：:]+)?(?P<pictures>[{HAN}· \u3000、]{{2,20}}?)[ \u3000]+(?:图|摄影|摄)[ \u3000/／、]+"
    f"(?P<text>[{HAN}· \u3000、]{{2,20}}?)[ \u3000]*文$"
)
"""何野 摄 苏小雨 文."""
SIGNED_BOTH = pattern("[ \u3000](?:文[/ ]?图|图[/ ]?文|文[/ ]?摄)$")
"""Behind all names: 记者 苏小雨 通讯员 何野 文/图."""
AFTER_ROLE = pattern(
    "(?:^"
    f"|(?<=[ \u3000（(，、；;|｜丨]))(?P<role>{ROLE})[ \u3000]*[/／丨｜|][ \u3000]*(?!(?:文|图|摄|摄影"
    f"|图片)(?:[ \u3000：:/]|$))(?=[{HAN}])"
)
"""文/苏小雨 图/何野, 编辑丨江北: what stands between a role and its names."""
BEHIND_NAMES = pattern(
    "(?P<names>[^/／]*[^/／文图摄 \u3000])[ \u3000]*[/／](?P<role>文|图片|图|摄影|摄|整理)(?:[ \u3000，、；]+|$)"
)
"""苏小雨 何野/文 江北/图: roles behind their names."""
OFFICE_COLON = pattern(
    f"^(?P<office>(?:今日|云上|掌上)[{HAN}]{{2}}(?=[：:/／丨|｜])"
    f"|[{HAN}]{{1,14}}(?:局|办|委|部|中心|政府|院|校|社|镇|乡|街道|台|队|网|报|融媒|发布|新闻|客户端|在线|办公室"
    f"|妇联|工会|工商联|残联|文联|纪委|监委|人大|政协))[：:/／丨|｜](?=[{HAN}])"
)
TRAINEE = pattern("[（(〔〈](?:实习|见习|实习生|实习记者|见习记者)[）)〕〉]")
"""Behind a name or before 记者, in brackets of its own inside others: （记者 苏小雨（实习） 何野）."""
LEADING_ROLE = pattern("^(?:本报|全媒体|融媒体?)?(?:记者|通讯员)[ \u3000：:]+")
NAME_ENDS = pattern("[ \u3000、，,]+")
BULLETS = pattern("[▲□■◎◆◇○●★☆▍▌▎▪•]+[ ]*")
OF_A_MEDIUM = ("融媒", "全媒", "新闻")
PHOTO_ROLES = ("摄", "摄影", "拍摄", "图", "供图")


REACHED = pattern("[ \u3000]*(?:新闻|爆料|报料|联系|投稿)*(?:电话|热线|手机|邮箱|QQ|微信)[：:][ ]*[0-9A-Za-z@._、 -]*")
"""How an editor may be reached, behind the name."""
MEDIUM = pattern(
    "^(?:今日|云上|掌上)..$"
    "|(?:报(?:农村|海外|地方|周末|城市|县域)版|周刊|客户端|日报|晚报|报业|新闻|全媒体?|本报|本网|融媒|分站|特约"
    "|在线|发布|资讯)$"
)
OUTLET_FIRST = pattern(
    f"^(?:[{HAN}]{{2,8}}(?:融媒|发布|新闻|日报|晚报|在线|客户端|传媒|全媒体)|(?:今日|云上|掌上)[{HAN}]{{2,3}})"
    f"[ \u3000]+(?=[{HAN}]{{2}})(?!记者|通讯员)"
)
"""The medium before who wrote for it: 青石融媒 苏小雨."""
BRACKET_AND_ROLE = pattern(f"[）)】\\]][ \u3000]*[（(【\\[]?(?=(?:{ROLE})[ ]*[：:/／丨|｜])")
"""（记者 苏小雨）编辑：何野."""
GLUED_OUTLET = pattern(
    f"^[{HAN}·]{{2,16}}?(?:网|报|台|社|站|客户端|中心|发布|在线|融媒体?|新闻"
    "|传媒)[ ]*(?=(?:全媒体?|融媒体?|首席|特约|见习|实习)*(?:记者|通讯员)[ ]*[/／丨|｜：:])"
)
"""The paper before its reporter, with a mark behind: 青石日报记者/苏小雨."""
MEDIUM_ALONE = pattern(f"[{HAN}]{{2,8}}融媒体?")
"""（青石融媒）: nobody but the medium is named, whose last word is a role elsewhere (融媒记者)."""
BEFORE_OUTLET = pattern(
    f"(?P<names>[{HAN}· \u3000、，]{{2,30}}?)[ \u3000]+[{HAN}]{{2,14}}(?:网|报|台|社|站|客户端|中心|发布|在线"
    "|融媒|新闻)(?:全媒体?|融媒体?)?记者"
)
"""何野 青石电视台记者."""
LONGEST_KIND, LONGEST_NAME = 6, 4
"""小记者, 乡镇通讯员: what stands glued before a role and is no name."""


PADDING = pattern("[ \u3000]")
MANGLED = pattern("[?？]。[（(]?ㄓ[?？]?浾[?？]")
"""What a broken conversion leaves of （记者."""
FOR_THE_TEXT = pattern("^文[/|丨｜][ \u3000]*(?=[^ \u3000]{0,10}记者)")
"""文/榕浦全媒体记者 …: what follows names the role."""


STATION = pattern(f"(?<=[{HAN}])[-－—][{HAN}]{{2,6}}站(?=[ \u3000、]|$)")
"""Where somebody works for an outlet: 苏小雨-青石站."""


@lru_cache(maxsize=1024)
def parse_byline(text: str) -> Credits:
    """记者 苏小雨 何野 通讯员 江北 / 苏小雨 文/摄 / 责任编辑：苏小雨 / 县教育局办公室 何野."""
    if names := usual_names(text):
        return Credits(names)
    text = TRAINEE.sub(" ", MANGLED.sub("记者 ", text)).strip()
    text = close_roles(BULLETS.sub(" ", without_pinyin(text)).strip())
    if text.endswith("记者组"):
        return Credits((text,))
    folded = fold(text)
    credits = _parse(folded)
    if folded == text:
        return credits

    close, close_folded = PADDING.sub("", text), PADDING.sub("", folded)

    def printed(name: str) -> str:
        at = close_folded.find(name.replace(" ", ""))
        return close[at : at + len(name)] if at >= 0 and name != "摄影" else name

    others = tuple((printed(role), tuple(printed(n) for n in names)) for role, names in credits.others)
    return Credits(tuple(printed(n) for n in credits.byline), others)


def _parse(text: str) -> Credits:
    text = FOR_THE_TEXT.sub("", REACHED.sub("", text).strip("（）()【】[]〔〕丨｜ \u3000"))
    text = OUTLET_FIRST.sub("", BRACKET_AND_ROLE.sub("\u3000", text))
    text = STATION.sub("", GLUED_OUTLET.sub("", text))
    if MEDIUM_ALONE.fullmatch(text):
        return Credits((text,))
    if text.endswith("记者") and (first := BEFORE_OUTLET.fullmatch(text)):
        return Credits(tuple(_names(first["names"])))
    if text.endswith("摄影报道"):
        text = f"{text[:-4].rstrip()} 文/图"
    if len(text) > 4 and (all_of := SIGNED_BOTH.search(text)):
        signed = _parse(text[: all_of.start()])
        return join_credits(signed, Credits((), (("摄影", signed.byline),)))
    if both := TEXT_AND_PICTURES.match(text) or PICTURES_AND_TEXT.match(text):
        return Credits(tuple(_names(both["text"])), (("摄影", tuple(_names(both["pictures"]))),))
    text = without_office(AFTER_ROLE.sub(r"\g<role>：", text))
    if ("/" in text or "／" in text) and (behind := _behind_names(text)):
        return behind
    matches = roles_in(text)
    parts: list[Credits] = []
    lead = (text[: matches[0].start()] if matches else text).strip(" \u3000、/：:，；")
    if lead:
        glued = bool(matches) and text[: matches[0].start()].endswith(lead)
        parts.append(_lead(lead, bool(matches), matches[0]["role"] if glued else ""))
    waiting: list[str] = []
    for match, following in zip(matches, [*matches, None][1:], strict=True):
        piece = text[match.end() : following.start() if following else len(text)].strip(" \u3000：:、，,/|｜；;。丨")
        if (
            following
            and text[following.start() - 1] not in " \u3000、，：:"
            and following["role"].startswith(OF_A_MEDIUM)
        ):
            piece = (
                " ".join(piece.split()[:-1]) if len(piece.split()) > 1 else piece
            )  # …苏小雨 青石县融媒体中心记者 何野
        if not piece:  # 文/图 记者 苏小雨: the next names have this role too
            produced = match["role"] in PRODUCED and match.start() > 0  # 青石县融媒体中心出品 记者：…
            if not produced and not (
                following and _has_colon(text, match) and _has_colon(text, following)
            ):  # 作者： 编辑：苏小雨
                waiting.append(match["role"])
            continue
        roles = [*waiting, match["role"]]
        if any(role in PHOTOGRAPHERS for role in waiting):  # 图：通讯员 何野
            roles = [role for role in roles if not is_author(role) or role in BOTH]
        parts.extend(_one_role(role, piece) for role in roles)
        waiting = []
    return persons(join_credits(*parts))


def without_office(text: str) -> str:
    """A byline without the office or outlet before its names: 青石报：苏小雨; where anything else follows, a space parts them."""
    office = OFFICE_COLON.match(text)
    if office is None or is_role(office["office"]):  # 初校：苏小雨
        return text
    names = names_in_list(text[office.end() :])
    alone = bool(names) and all(map(is_name, names))
    return text[office.end() :] if alone else f"{office['office']} {text[office.end() :]}"


def _behind_names(text: str) -> Credits | None:
    """The credits of a text that is all names with their role behind them; None of any other."""
    found = list(BEHIND_NAMES.finditer(text))
    if len(found) < 2 or sum(len(match[0]) for match in found) != len(text):
        return None
    parts = []
    for match in found:
        credits = _parse(match["names"])
        names = (*credits.byline, *(name for _, more in credits.others for name in more))
        parts.append(Credits((), (("摄影", names),)) if match["role"] in (*PHOTO_ROLES, "图片") else Credits(names))
    return join_credits(*parts)


def _lead(text: str, more: bool, glued: str = "") -> Credits:
    """What stands before the first role word: names, perhaps with a role behind them, or the paper's name.

    `glued`: the role word that follows without a space (平原融媒记者).
    """
    tail = None if _ends_in_a_name(text) else TAIL_ROLE.match(text)
    if tail and not more:
        return _one_role(tail["role"] if tail["role"] in (*PHOTO_ROLES, *BOTH) else "文", tail["names"])
    if is_author(text):
        return Credits()  # （本报记者）
    if more and (
        glued.startswith(("融媒", "全媒体"))
        or (glued in ("记者", "通讯员") and not is_name(text) and len(text) <= LONGEST_KIND)
        or ORGANISATION.search(text)
        or MEDIUM.search(text)
    ):
        return Credits()
    return Credits(tuple(_names(text)))


def _names(text: str) -> list[str]:
    """The names of a list; a surname that stands apart from a given name of two characters (汪 洋洲) belongs to it."""
    parts = text.split()
    if len(parts) == 3 and all(len(part) == 1 for part in parts):  # 苏 小 雨
        return names_in_list("".join(parts))
    for i in range(len(parts) - 1, 0, -1):
        alone = len(parts[i - 1]) == 1 and parts[i - 1] in surnames().single and (i < 2 or len(parts[i - 2]) > 1)
        if alone and len(parts[i]) == 2:
            parts[i - 1 : i + 1] = [parts[i - 1] + parts[i]]
    return names_in_list(" ".join(parts))


def _one_role(role: str, piece: str) -> Credits:
    if sent := sender_and_names(piece):
        piece = sent[1]
    tail = None if _ends_in_a_name(piece) else TAIL_ROLE.match(piece)
    if tail and len(tail["role"]) + len(tail["names"]) > 3:
        piece = tail["names"].strip(" \u3000/")
        tail_role = tail["role"].replace(" ", "/")
        if is_author(role) and (tail_role in PHOTO_ROLES or tail_role in BOTH):
            role = tail_role
    names = tuple([name for name in _names(OUTLET.sub("", LEADING_ROLE.sub("", piece))) if not is_author(name)])
    if not names:
        return Credits()
    if role in BOTH:
        return Credits(names, (("摄影", names),))
    if is_author(role) or role == "撰":
        return Credits(names)
    return Credits((), (("摄影" if role in PHOTOGRAPHERS or role in PHOTO_ROLES else role, names),))


def _has_colon(text: str, role: re.Match[str]) -> bool:
    return text[role.end() :].lstrip(" \u3000")[:1] == "："


def _ends_in_a_name(text: str) -> bool:
    """Whether the 文 behind a list is the end of a name (关跃文) and no role."""
    last = NAME_ENDS.split(text)[-1]
    if last[-1:] != "文" or last[-3:-1] == "图/" or last[-2:] == "图文":
        return False
    if len(last) > LONGEST_NAME:  # 苏小雨何跃文
        return is_name(last[-3:]) and is_name(last[:-3])
    if not is_name(last):
        return False
    return len(last) < 4


def roles_in(text: str) -> list[re.Match[str]]:
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
