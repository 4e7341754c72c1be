"""Lines at the top of a page that are its headline with what the page adds to it: …召开推进会 - 要闻 - 青石网 石田 250264.

In come the lines of a file, out go the same without them; the headline itself stands alone a few lines below.
"""

from bulletin.patterns import pattern
from bulletin.reports.lines import Line

TOP, REACH, SHORTEST = 4, 10, 8
TAIL = pattern(
    "[ \u3000]*(?:[-_–—|｜·丨/>＞»（(\\[【]|[ \u3000](?=.*(?:[0-9]{3}|[网站报台]|新闻|要闻|首页|发布|客户端|频道|官网|专题)))"
)
"""What begins behind a headline in a page's title: a mark, or a space with a number or the name of a site or a column behind it."""
HOME = pattern("[0-9]{1,2}[./-][0-9]{1,2}[ \u3000]|[ \u3000•·>]*(?:网站)?(?:首页|主页|首頁|主頁)[ \u3000>＞»/|]")
"""How the way to a page begins, at the end of which its headline may stand: 首页 资讯 青石资讯 …召开推进会."""


def without_page_title(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """(lines, lines taken out)."""
    titles: set[int] = set()
    for i, line in enumerate(lines[:TOP]):
        if "。" in line.text:
            continue
        below = lines[i + 1 : i + REACH]
        heads = [b.text for b in below if SHORTEST <= len(b.text) < len(line.text) and line.text.startswith(b.text)]
        if any(TAIL.match(line.text, len(head)) and not _goes_on(line.text[len(head) :]) for head in heads):
            titles.add(i)
        if HOME.match(line.text) and any(len(b.text) >= SHORTEST and line.text.endswith(b.text) for b in below):
            titles.add(i)
    if not titles:
        return lines, []
    return [line for i, line in enumerate(lines) if i not in titles], [lines[i] for i in sorted(titles)]


def _goes_on(tail: str) -> bool:
    """Whether a tail is a sentence, or a subtitle of the report itself."""
    return "。" in tail or "，" in tail
