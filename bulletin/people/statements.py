"""Who said what on which subject: 就做好安全生产工作,王某强调:一是…二是….

A statement begins where a leader's name stands before a verb of speech and reaches to the next one or to the end of the
paragraph. Numbered points are kept as a list.
"""

import re
from collections.abc import Iterable, Mapping

from bulletin.model import Statement
from bulletin.patterns import pattern
from bulletin.people.titles import office_before, titles_before

VERBS = "强调|指出|要求|表示|提出|希望|说|认为"
ADVERBS = "最后|还|又|同时|进一步|再次|特别|着重|分别|在讲话中|在会上|一行"
BEFORE = frozenset("。；！？，”、：\n")
SPEAKS = pattern(f"(?:{ADVERBS})*(?:在[^，。；：、\n]{{1,14}}?)?(?:{ADVERBS})*({VERBS})[，：:,]")
SUBJECT = pattern(
    "(?:就|关于|对于|对|围绕|针对)(?:进一步)?(?:做好|抓好|切实做好|扎实做好|推进"
    "|加强)?([^，。；：,;:\n]{2,24}?)(?:等)?(?:工作|问题|情况"
    "|方面)?[，,](?P<posts>[\u4e00-\u9fff、]{0,30}(?:书记|长|主任|主席|常委|政委))?$"
)
POINT = pattern(
    "[一二三四五六七八九十第（①-⑳首其](?:(?<=[①-⑳])|[是要](?<=[一二三四五六七八九十].)|先[，,](?<=首先.)"
    "|次[，,](?<=其次.)"
    "|[一二三四五六七八九十](?:[是要](?<=[一二三四五六七八九十]..)|[，、](?<=第..)|）(?<=（..)))"
)
BEFORE_POINT = frozenset("：；。，！？、")


def find_statements(
    text: str, folded: str, places: Iterable[tuple[int, str]], printed: Mapping[str, str]
) -> tuple[Statement, ...]:
    """Statements in reading order; `text` has a line for each paragraph, `folded` is the same folded.

    `places` are those of the leaders' names, as `mentions` gives them; `printed` has each name as printed by the folded one.
    """
    begun: list[tuple[int, str, re.Match[str]]] = []
    for at, name in places:
        verb = SPEAKS.match(folded, at + len(name))
        if verb and (at == 0 or folded[at - 1] in BEFORE or office_before(folded, at)):
            begun.append((at, printed[name], verb))
    return tuple(_statements(text, folded, begun)) if begun else ()


def _statements(text: str, folded: str, begun: list[tuple[int, str, re.Match[str]]]) -> Iterable[Statement]:
    """A statement for each (place of the name, name, verb); `text` has a line for each paragraph."""
    line, next_line = 0, text.find("\n")
    for i, (at, name, verb) in enumerate(begun):
        while 0 <= next_line < at:
            line, next_line = line + 1, text.find("\n", next_line + 1)
        subject = SUBJECT.search(folded[max(0, at - 60, folded.rfind("\n", 0, at) + 1) : at])
        end = next_line if next_line >= 0 else len(text)
        if i + 1 < len(begun) and begun[i + 1][0] < end:
            end = _begin_of(folded, begun[i + 1][0])
        words = text[verb.end() : end].strip()
        if words:
            yield Statement(name, verb[1], words, line, subject[1] if subject else "", points=points(words))


def _begin_of(text: str, at: int) -> int:
    """Where the words that lead a speaker in begin: before the subject and the posts of the one named at `at`."""
    if subject := SUBJECT.search(text[max(0, at - 60) : at]):
        return at - len(subject[0])
    titles = titles_before(text, at) if office_before(text, at) else None
    return titles.start if titles else at


def points(text: str) -> tuple[str, ...]:
    """Numbered points (一是…二是…) as a list, with what stands before the first; empty where there are fewer than two."""
    starts = [m.start() for m in POINT.finditer(text) if not m.start() or text[m.start() - 1] in BEFORE_POINT]
    if len(starts) < 2:
        return ()
    ends = [*starts[1:], len(text)]
    parts = [text[: starts[0]].strip(), *(text[a:b].strip() for a, b in zip(starts, ends, strict=True))]
    return tuple(part for part in parts if part)
