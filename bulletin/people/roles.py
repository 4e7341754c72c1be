"""What each leader did (主持 强调 调研 出席 …): the verbs that follow a name.

In come the text and the plain names, out come the roles of each in order of appearance. A list shares the verb behind
it, also over words for people without names (…毕冠英,相关部门负责人陪同). Behind a verb of meeting (主持召开…会议) stands
the meeting's name, whose words are no deeds; only what 并 adds counts again.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from bulletin.patterns import compiled, pattern
from bulletin.people.characters import HAN
from bulletin.people.tree import tree
from bulletin.people.vocabulary import name_words

CLAUSE_END = pattern("[，。；：！？\n,;:!?]")
SENTENCE_END = pattern("[。；;\n]")
LIST_GAP = pattern(
    f"(?:(?:[、，, \u3000和及与]|等)[{HAN}、（）]{{0,40}}?)?(?:书记|主任|长|主席|常委|委员|成员|政委|员|助理"
    "|总指挥|干部|领导|同志|达|[、，, \u3000和及与])"
)
PEOPLE_GAP = pattern(
    f"(?:等|等人|等同志)?(?:[、，,和及与以]|，?以及)?[{HAN}、（）]{{0,40}}?(?:负责人|负责同志|领导|干部|代表|成员"
    f"|单位|部门|同志|人员|专家|乡镇|乡\\(镇\\)|企业家)[，,]?(?:等)?(?=[{HAN}])"
)
MEETING = frozenset(("主持", "出席", "参加", "列席", "传达", "宣读", "通报", "汇报"))
MAY_BE_NOUN = frozenset(
    [
        "调研",
        "检查",
        "督查",
        "督导",
        "考察",
        "巡查",
        "巡视",
        "指导",
        "慰问",
        "部署",
        "视察",
        "签订",
        "发言",
        "要求",
        "宣讲",
        "接访",
        "介绍",
        "汇报",
        "表态",
        "走访",
        "暗访",
        "座谈",
    ]
)
AGAIN = pattern("[并和、]")
LATER = pattern(
    "[，,](?:并|还|又|随后|同时|现场|就[^，。；：]{1,24}|对[^，。；：]{1,24}|向[^，。；：]{1,16}"
    "|为[^，。；：]{1,16})?(?:进行(?:了)?|作(?:了)?|提出)?"
)
NOUN = pattern(
    "组|站|队|员|意见|精神|报告会|会议?|现场会|中心|点|对象|力度|工作法|机制|制度|责任|名单|活动日|仪式上|方案|标准|之"
)
REACH, REACH_OF_A_NAME = 60, 90


@cache
def _verbs() -> re.Pattern[str]:
    return compiled(tree(name_words().roles))


def find_roles(text: str, places: Sequence[tuple[int, str]]) -> dict[str, tuple[str, ...]]:
    """Name -> roles in order of appearance; of the names that stand at `places` of a folded text, as `mentions` gives them."""
    roles: dict[str, dict[str, None]] = {}
    group: list[str] = []
    for (at, name), (following, _) in pairwise([*places, (len(text), "")]):
        group.append(name)
        end = at + len(name)
        near = following - end < REACH_OF_A_NAME
        between = text[end : following if near else end + REACH_OF_A_NAME]
        if near and following < len(text) and _in_list(between):
            continue
        for role in _deeds(between):
            for one in group:
                roles.setdefault(one, {}).setdefault(role)
        group = []
    return {name: tuple(found) for name, found in roles.items()}


def mentions(text: str, names: Iterable[str]) -> list[tuple[int, str]]:
    """(place, name) of every mention in order; a name inside a longer one does not count."""
    found: list[tuple[int, int, str]] = []
    for name in filter(None, names):
        at = text.find(name)
        while at >= 0:
            found.append((at, -len(name), name))
            at = text.find(name, at + len(name))
    found.sort()
    kept: list[tuple[int, str]] = []
    end = 0
    for at, length, name in found:
        if at >= end:
            kept.append((at, name))
            end = at - length
    return kept


def _in_list(between: str) -> bool:
    """Whether what stands between two names only joins them (marks and the second one's posts)."""
    if not between or between in ("、", "，", ",", " ", "和", "及", "与"):
        return True
    return bool(LIST_GAP.fullmatch(between)) and between[0] in "、，,和及与 " and not _verbs().search(between)


def _deeds(behind: str) -> list[str]:
    """The roles that the words behind a name (or a list of names) tell."""
    people = PEOPLE_GAP.match(behind)
    if people and not _verbs().search(people[0]):
        behind = behind[people.end() :]
    stop = SENTENCE_END.search(behind)
    sentence = behind[: min(stop.start() if stop else len(behind), REACH)]
    first = CLAUSE_END.search(sentence)
    clause = sentence[: first.start()] if first else sentence
    found = _verbs_in(clause)
    for later in LATER.finditer(sentence, len(clause)) if first else ():
        verb = _verbs().match(sentence, later.end())
        if verb and not NOUN.match(sentence, verb.end()):
            found.append(name_words().roles[verb[0]])
    return found


def _verbs_in(clause: str) -> list[str]:
    found: list[str] = []
    at = 0
    while verb := _verbs().search(clause, at):
        at = verb.end()
        role = name_words().roles[verb[0]]
        if role in MAY_BE_NOUN and NOUN.match(clause, at):
            continue
        found.append(role)
        if role in MEETING:
            again = AGAIN.search(clause, at)
            if not again:
                break
            at = again.end()
            if not _verbs().match(clause, at):
                break
    return found
