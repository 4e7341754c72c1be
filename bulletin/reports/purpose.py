"""A report that begins with why something was done: 为做好防汛工作，落实各项责任。6月3日，….

In comes a paragraph, out goes whether it is one sentence that tells a purpose and nothing that was done.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend

PURPOSE = pattern("(?:为|按照|根据|围绕)(?!此|期|人民?|民|了解)[^。！？]{12,}。$")
DONE = pattern("会议|大会|强调|要求|指出|表示|召开|举行|举办|组织|将|已|正|日|近|目前|[^认]为[^了]|是|由")
"""What makes a sentence that begins with a purpose a whole one."""
LONGEST = 120


def is_purpose(text: str) -> bool:
    """Whether a paragraph is one sentence without a subject that tells nothing but why (为做好…，实现…目标。)."""
    if text[0] not in "为為爲按根围圍" or len(text) > 2 * LONGEST:
        return False
    text = fold(mend(text))
    return len(text) <= LONGEST and PURPOSE.match(text) is not None and DONE.search(text) is None
