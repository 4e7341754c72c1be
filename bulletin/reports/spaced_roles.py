"""Role words as layouts print them, made as all others are: 记 者： → 记者：; 记者（苏小雨） → 记者：苏小雨; 编辑┃ → 编辑丨.

In comes a line, out goes the line as the rules of credits expect it; nothing but role words, brackets and bars is changed.
"""

import re

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.cleanup import HAN
from bulletin.reports.role_words import ROLE, is_role

SOURCE_WORDS = ("来源", "稿源")
"""What stands before a source is spaced out as well: 来 源：."""
BRACKETED_CREDIT = pattern(
    f"(?P<role>{ROLE})[ \u3000]*[（(](?P<names>[{HAN}·]{{2,4}}(?:[ \u3000、]+[{HAN}·]{{1,4}}){{0,4}})[）)]"
)
"""记者（苏小雨） 编辑（何野）: roles with their names in brackets."""
TRAINEE_FIRST = pattern("[（(](实习|见习)[）)][ \u3000]*(?=记者|编辑|通讯员)")
"""（实习）记者."""
WITH_ACCOUNT = pattern(
    f"^[（(]?(?!图)[{HAN}]{{2,16}}(?:中心|[报网台社]|融媒|传媒)[ \u3000]*[“《](?:[{HAN}A-Za-z]{{2,10}}[”》]"
    f"(?:新闻|手机)?(?:客户端|公众号|视频号|出品|推出)+|(?:掌上|今日|云上|爱上)[{HAN}]{{2,4}}[”》])[ \u3000]+(?=[{HAN}])"
)
"""青石县融媒体中心“掌上青石”出品 苏小雨 何野: an outlet with its account, before who wrote for it."""
BEHIND_ROLE = frozenset("：:丨|｜/／")
SPACED_ROLE = pattern(
    "责任[ \u3000]+(?:编辑|校对|编审)(?=[ \u3000]*[：:丨|｜/／])"
    f"|(?<![{HAN}])[{HAN}](?:[ \u3000]+[{HAN}]{{1,2}}){{1,3}}(?=[ \u3000]*[：:丨|｜/／])"
)
BAR_SIGNS = "┃│︱\t"
BARS = str.maketrans(BAR_SIGNS, "丨丨丨 ")
AUTHOR_REACH = 4
SPACED_AUTHOR = pattern(f"(?<![{HAN}])(?:记[ \u3000]+者|通[ \u3000]+讯[ \u3000]+员|作[ \u3000]+者)(?=[ \u3000])")


def close_roles(text: str) -> str:
    """A role word that a layout has spaced out made one word again: 记 者： → 记者：; and 记者（苏小雨） as 记者：苏小雨."""
    if any(map(text.__contains__, BAR_SIGNS)):
        text = text.translate(BARS)
    if "”" in text or "》" in text:
        text = WITH_ACCOUNT.sub("", text)
    if "习" in text and (text[:1] in "（(" or "习）" in text or "习)" in text):
        text = TRAINEE_FIRST.sub(r"\1", text)
    if "（" in text or "(" in text:
        text = _without_brackets(text)
    spaced = (" " in text or "\u3000" in text) and not BEHIND_ROLE.isdisjoint(text)
    if spaced:
        return close_spaced(text)
    return (
        SPACED_AUTHOR.sub(_close_role, text)
        if " " in text[1:AUTHOR_REACH] or "\u3000" in text[1:AUTHOR_REACH]
        else text
    )


def close_spaced(text: str) -> str:
    """A text with its role words before a colon or a bar made one word again, and nothing else changed."""
    return SPACED_ROLE.sub(_close_role, text)


def _without_brackets(text: str) -> str:
    """A text of nothing but roles with their names in brackets, with colons instead; any other as it is."""
    folded = fold(text)
    if BRACKETED_CREDIT.match(folded) is None or BRACKETED_CREDIT.sub("", folded).strip(" \u3000、"):
        return text
    spans = [(m.span("role"), m.span("names")) for m in BRACKETED_CREDIT.finditer(folded)]
    return "\u3000".join(f"{text[slice(*role)]}：{text[slice(*names)]}" for role, names in spans)


def _close_role(match: re.Match[str]) -> str:
    closed = match[0].replace(" ", "").replace("\u3000", "")
    return closed if is_role(fold(closed)) or fold(closed) in SOURCE_WORDS else match[0]
