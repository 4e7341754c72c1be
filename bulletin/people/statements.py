"""Who said what on which subject: 就做好安全生产工作,王某强调:一是…二是….

A statement begins where a leader's name stands before a verb of speech and reaches to the next one or to the end of the
paragraph. Numbered points are kept as a list.
"""

import re
from collections.abc import Iterable, Sequence

from bulletin.model import Statement

VERBS = "强调|指出|要求|表示|提出|希望|说|认为"
ADVERBS = "最后|还|又|同时|进一步|再次|特别|着重|分别|在讲话中|在会上|一行"
SUBJECT = re.compile(
    "(?:就|关于|对于|对|围绕|针对)(?:进一步)?(?:做好|抓好|切实做好|扎实做好|推进|加强)?([^，。；：,;:]{2,24}?)(?:等)?(?:工作|问题|情况|方面)?[，,]$"
)
POINT = re.compile(
    "(?:(?<=[：；。，！？、])|^)(?=(?:[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十][，、]|（[一二三四五六七八九十]）|[①-⑳]|首先[，,]|其次[，,]))"
)


def find_statements(paragraphs: Sequence[str], names: Iterable[str]) -> tuple[Statement, ...]:
    """Statements in reading order; `names` are the report's leaders."""
    names = sorted(names, key=len, reverse=True)
    if not names:
        return ()
    pattern = re.compile(
        f"(?:^|(?<=[。；！？，”、]))({'|'.join(map(re.escape, names))})(?:{ADVERBS})*({VERBS})[，：,:]"
    )
    return tuple(s for i, text in enumerate(paragraphs) for s in _in_paragraph(text, i, pattern))


def _in_paragraph(text: str, index: int, pattern: re.Pattern[str]) -> Iterable[Statement]:
    matches = list(pattern.finditer(text))
    for match, following in zip(matches, [*matches, None][1:], strict=True):
        subject = SUBJECT.search(text[: match.start()][-40:])
        end = following.start() if following else len(text)
        if following and (next_subject := SUBJECT.search(text[: following.start()][-40:])):
            end = following.start() - len(next_subject[0])
        words = text[match.end() : end].strip()
        if words:
            yield Statement(match[1], match[2], words, index, subject[1] if subject else "", points=points(words))


def points(text: str) -> tuple[str, ...]:
    """Numbered points (一是…二是…) as a list; empty where there are fewer than two."""
    parts = [part.strip() for part in POINT.split(text) if part and part.strip()]
    numbered = [part for part in parts if POINT.match(part)]
    return tuple(parts) if len(numbered) >= 2 else ()
