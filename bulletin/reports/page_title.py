"""Lines above a text that its page has made from it: its headline with the site's name (…召开推进会 - 要闻 - 青石网 石田 250264),
and its first words as a summary (摘要：…).

In come the lines of a file, out go the same without them; the headline itself stands alone a few lines below, and so does
the text that a summary begins like.
"""

from bulletin.model import Change
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.lines import Line

TOP, REACH, SHORTEST, LONGEST = 4, 10, 8, 120
TAIL = pattern(
    "[ \u3000]*(?:[-_–—|｜·丨/>＞»（(\\[【]"
    "|[ \u3000](?=.*(?:[0-9]{3}|[网站报台]|新闻|要闻|首页|发布|客户端|频道|官网|专题)))"
)
"""What begins behind a headline in a page's title: a mark, or a space with a number or the name of a site or a column behind it."""
ORIGINAL = pattern("^[（(]?原[标標][题題][：:][ \u3000]*")
HOME = pattern("[0-9]{1,2}[./-][0-9]{1,2}[ \u3000]|[ \u3000•·>]*(?:网站)?(?:首页|主页|首頁|主頁)[ \u3000>＞»/|]")
"""How the way to a page begins, at the end of which its headline may stand: 首页 资讯 青石资讯 …召开推进会."""

SUMMARY = pattern(
    "[【\\[]?(?:文章|内容|新闻|本文|信息)?(?:摘要|简介|概要|描述|提要|导读)[】\\]]?[：:][ \u3000]*(?=[^ \u3000]{12})"
)
SUMMARY_SIGN = frozenset("摘简簡概描提导導")
"""A quick look: one of these stands near the beginning of a summary's label."""
ALIKE, FAR = 12, 12
"""How many characters of a summary stand again at the beginning of a line, and how many lines below it at most."""


def without_summaries(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """(lines, lines taken out): a summary above the text that begins like it, or above the headline that does."""
    taken: set[int] = set()
    for i, line in enumerate(lines):
        if SUMMARY_SIGN.isdisjoint(line.text[:8]):
            continue
        if label := SUMMARY.match(fold(line.text)):
            begin = fold(line.text[label.end() :][:ALIKE])
            if any(begin in fold(b.text[: 8 * ALIKE]) for b in lines[i + 1 : i + FAR]):
                taken.add(i)
    if not taken:
        return lines, []
    kept = [line._replace(gap=True) if i - 1 in taken else line for i, line in enumerate(lines) if i not in taken]
    return kept, [lines[i] for i in sorted(taken)]


AGAIN = pattern("(?P<dateline>.{2,30}[电電讯訊])[ \u3000]*[题題][：:](?P<head>[^。]{4,60})$")
"""新华社石城5月12日电 题：…: the headline once more, behind the dateline of a feature."""


def without_headline_behind_dateline(lines: list[Line]) -> tuple[list[Line], list[Change]]:
    """(lines, changes): the headline once more behind the dateline of a feature (…电 题：…), where it stands above as well."""
    changes: list[Change] = []
    for i, line in enumerate(lines):
        if "题：" not in line.text and "题:" not in line.text and "題" not in line.text:
            continue
        found = AGAIN.match(line.text)
        if found and any(found["head"] in above.text for above in lines[max(0, i - FAR) : i]):
            changes.append(Change(line.number, "repeated-title", line.text, found["dateline"]))
            lines = [*lines[:i], line._replace(text=found["dateline"]), *lines[i + 1 :]]
    return lines, changes


def without_page_title(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """(lines, lines taken out). Where only 原标题：… names the headline below, it stays without what was added to it."""
    titles: set[int] = set()
    kept: dict[int, str] = {}
    for i, line in enumerate(lines):
        if len(line.text) > LONGEST or "。" in line.text:
            continue
        below = lines[i + 1 : i + REACH]
        heads = {
            text: text == b.text
            for b in reversed(below)
            if SHORTEST <= len(text := ORIGINAL.sub("", b.text)) < len(line.text) and line.text.startswith(text)
        }
        for head, alone in heads.items():
            if TAIL.match(line.text, len(head)) and not _goes_on(line.text[len(head) :]):
                titles.add(i)
                if not alone:
                    kept[i] = head
        if (
            i < TOP
            and HOME.match(line.text)
            and any(len(b.text) >= SHORTEST and line.text.endswith(b.text) for b in below)
        ):
            titles.add(i)
    if not titles:
        return lines, []
    whole = [line._replace(text=kept.get(i, line.text)) for i, line in enumerate(lines) if i not in titles or i in kept]
    return whole, [lines[i] for i in sorted(titles)]


def _goes_on(tail: str) -> bool:
    """Whether a tail is a sentence, or a subtitle of the report itself."""
    return "。" in tail or "，" in tail
