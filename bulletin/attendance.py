"""What of a report tells no topic: who came, in which post, with whom, and what every speech asks for.

In come the headline set and the paragraphs, out they come again with those words blanked out, and without what a broken
conversion has put in.
"""

import re
from collections.abc import Container, Sequence

from bulletin.model import Person
from bulletin.patterns import found_at, pattern
from bulletin.people.fold import fold, without_pinyin

LONGEST_BUREAU = 6
OFFICE = "(?:党组|党委|分党组)?(?:常务|专职)?副?(?:主任|主席|书记|部长|局长|院长|检察长|秘书长|政委)"
POST = pattern(
    "(?:人大(?:常委会)?|政协|纪委监委|纪委|监委|政法委|组织部|宣传部|统战部|人武部|人民法院|法院|人民检察院|检察院)"
    + OFFICE
)
POST_SIGN = (
    "人大",
    "政协",
    "纪委",
    "监委",
    "政法委",
    "组织部",
    "宣传部",
    "统战部",
    "人武部",
    "人民法院",
    "法院",
    "人民检察院",
    "检察院",
)
BUREAU = pattern("局" + OFFICE)
"""Posts tell who came, not what a report is about; the name of a bureau is up to six characters long."""


ATTENDED = pattern("(?:参加|出席|列席|陪同)(?:了|上述|有关|相关|此次|本次|以上)*(?:[^，。、\n]{0,6})?。")
TOGETHER = pattern("[与同和][^，。；\n]{4,80}?(?:一起|一道|一同|共同)(?=参加|开展|来到|植树|走进|前往)")
"""With whom something was done: 与干部职工、幼儿园师生等500多人一起."""
BODIES = pattern(
    "(?:(?<=[及和与、，])|(?<=陪同))[\u4e00-\u9fff]{2,10}(?:、[\u4e00-\u9fff]{2,10}){1,20}等?(?:[0-9]{1,3}个"
    "|[县市区]直|有关|相关|职能|主管|各)*"
    "(?:部门|单位|[局办委部镇乡])(?:和单位|单位)?(?:主要|相关|有关|分管)*(?:负责人|负责同志|领导|同志|参加|陪同)"
)
"""The departments whose heads came: 及县民政、林业、环保等部门负责人."""
WHO_CAME = pattern("负责[人同]|部门(?!负责)|单位(?!负责)")
"""What ends such a list."""
WHO_CAME_SIGN = ("负责", "部门", "单位")
LONGEST_LIST, LIST_BEGINS = 150, "。；：\n"
TOGETHER_SIGN = ("一起", "一道", "一同", "共同")
ATTENDED_SIGN = ("参加", "出席", "列席", "陪同")
TELLS_MORE = pattern("主持|召开|举行|开展|深入|来到|前往|听取|审议|强调|指出|要求|调研了|考察了|围绕|[0-9]日")
DEMANDED = pattern(
    "(?:学习|贯彻|落实|践行|领会|按照|根据|对照)[^，。；！？、\n]{0,48}(?:、[^，。；！？、\n]{0,36}){0,6}?(?:精神"
    "|思想|论述|部署要求|决策部署|指示批示)"
)
"""What every speech asks for (深入贯彻落实…精神): below the first paragraph it tells nothing."""


def plain_words(
    title: str, paragraphs: Sequence[str], people: Sequence[Person] = (), words: Container[str] = ()
) -> list[str]:
    """The headline and the paragraphs without what tells no topic: who came, in which post, and what every speech asks.

    A name that is itself one of the `words` of a topic is left.
    """
    printed = "\n".join((title, *paragraphs))
    text = without_pinyin(_without_printed(printed, people, words))  # 縣長（zhǎng）
    if fold(printed) != printed:  # asked before, when its people were looked for
        text = fold(text)
    if any(map(text.__contains__, ATTENDED_SIGN)):
        text = _without_attendance(text)
    if any(map(text.__contains__, TOGETHER_SIGN)):
        text = TOGETHER.sub(_blank, text)
    text = _without_bodies(text)
    below = text.find("\n", text.find("\n") + 1)
    if below > 0 and ("精神" in text or "思想" in text or "部署" in text):
        text = text[:below] + DEMANDED.sub(_blank, text[below:])
    return text.split("\n")


LONGEST_BARE_OFFICE = 3
"""Posts as short tell no topic."""


def _without_printed(text: str, people: Sequence[Person], words: Container[str]) -> str:
    """`text` with the posts of its leaders blanked out where they stand before a name or another post."""
    names = tuple(person.name for person in people)
    posts = {title for person in people for title in person.titles if len(title) > LONGEST_BARE_OFFICE}
    for post in sorted(posts, key=lambda post: (-len(post), post)):
        first, *parts = text.split(post)
        pieces = [first]
        for part in parts:
            before_name = part[:1] in "、，," or part.startswith(names)
            pieces += ("\u3000" * len(post) if before_name else post, part)
        text = "".join(pieces)
    for name in names:  # a name holds words as well: 方志|勇, 柴|立功
        if name not in words:
            text = text.replace(name, "\u3000" * len(name))
    return text


def _without_bodies(text: str) -> str:
    """`text` with the departments blanked out whose heads came."""
    end = 0
    for sign in found_at(WHO_CAME, text, WHO_CAME_SIGN):
        begin, stop = max(end, sign.start() - LONGEST_LIST), sign.start()
        listed = text.rfind("、", begin, stop)
        if listed < 0:
            continue
        begin = max(begin, *[text.rfind(mark, begin, stop) for mark in LIST_BEGINS])
        if listed < begin:
            continue
        found = BODIES.search(text, begin, sign.end() + 8)
        if found:
            text = text[: found.start()] + _blank(found) + text[found.end() :]
            end = found.end()
    return text


def _without_attendance(text: str) -> str:
    """`text` with the sentences blanked out that only tell who came (副县长高远、县林业局局长苏青参加会议。)."""
    pieces: list[str] = []
    end = 0
    for match in found_at(ATTENDED, text, ATTENDED_SIGN):
        begin = max(text.rfind("。", end, match.start()), text.rfind("\n", end, match.start())) + 1
        begin = max(begin, end)
        if begin > end and not TELLS_MORE.search(text, begin, match.end()):
            pieces += (text[end:begin], "\u3000" * (match.end() - begin))
            end = match.end()
    return "".join((*pieces, text[end:])) if pieces else text


def without_posts(text: str) -> str:
    """`text` with posts blanked out, of the same length."""
    pieces: list[str] = []
    end = 0
    for match in found_at(POST, text, POST_SIGN):
        pieces += (text[end : match.start()], _blank(match))
        end = match.end()
    text = "".join((*pieces, text[end:]))
    pieces, end = [], 0
    for match in found_at(BUREAU, text, "局"):
        begin, first = match.start(), max(end, match.start() - LONGEST_BUREAU)
        while begin > first and "\u4e00" <= text[begin - 1] <= "\u9fff":
            begin -= 1
        pieces += (text[end:begin], "\u3000" * (match.end() - begin))
        end = match.end()
    return "".join((*pieces, text[end:])) if pieces else text


def _blank(match: re.Match[str]) -> str:
    return "\u3000" * len(match[0])
