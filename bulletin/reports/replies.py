"""What readers wrote below a text in a forum: 石桥人 发表于 2020-4-21 09:50:43, and the short lines below.

In come the lines of a file, out go the same without them; who posted the text itself stays for the steps that read site lines.
"""

from bulletin.patterns import pattern
from bulletin.reports.credited import LONGEST_NAME, ORGANISATION
from bulletin.reports.lines import Line

POSTED = pattern(
    "[^，。：]{2,24}[ \u3000]+发[表布]于[ \u3000]*(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}[ \u3000]+[0-9]{1,2}:[0-9]{2}"
)
THREAD_ENDS = pattern("页[：:][ \u3000]*(?:\\[|$)|查看完整版本")
NEWS = pattern("(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日|近日|日前|本[报网台]")
LONGEST = 60
GLUED = pattern(
    "(?<=[。！？”])(?:[ \u3000]*[（(][^（）()。]{2,20}[）)])?[ \u3000]+(?P<replies>[^ \u3000。；]{1,24}(?:[ \u3000]+[^ \u3000。；]{1,24}){1,12})$"
)
"""Behind the last sentence, short words of readers with a space between each: …回复结果。（县政府督查室） 顶一个 说得好."""


def without_replies(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """(lines, lines taken out): the second line of a thread that names who posted, and what stands below such lines.

    Where a thread has lost who posted, what readers wrote stands in one line with the end of the text.
    """
    lines, taken = _without_glued(lines)
    if sum([1 for line in lines if "布于" in line.text or "表于" in line.text]) < 2:
        return lines, taken
    kept: list[Line] = []
    posts, reply = 0, False
    for line in lines:
        if POSTED.match(line.text):
            posts, reply = posts + 1, posts > 0
        elif THREAD_ENDS.match(line.text):
            posts, reply = 0, False
        elif len(line.text) > LONGEST or NEWS.match(line.text):
            reply = False
        (taken if reply else kept).append(line)
    return kept, taken


def _without_glued(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """(lines, what is taken out of them): what readers wrote in the line right above the pages of a thread (页: [1])."""
    kept, taken = list(lines), list[Line]()
    for i, line in enumerate(lines[1:]):
        if line.text[0] != "页" or not THREAD_ENDS.match(line.text):
            continue
        above = lines[i]
        found = GLUED.search(above.text)
        words = found["replies"].split() if found else []
        if found and max(map(len, words)) > LONGEST_NAME and not any(map(ORGANISATION.search, words)):
            kept[i] = above._replace(text=above.text[: found.start("replies")].rstrip(" \u3000"))
            taken.append(above._replace(text=found["replies"]))
    return kept, taken
