"""Markdown to HTML: the one module that imports markdown-it-py.

Raw HTML is shown as typed. Two rules of our own for Chinese: a soft break between Han characters adds no space, and
`**` beside full-width marks works. A text without any mark-up is only paragraphs; these are joined here, because the
library costs ten times as much and gives the same.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bulletin.patterns import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

HAN = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff—…“”‘’·"
HAN_START, HAN_END = pattern(f"[{HAN}]"), pattern(f"[{HAN}]$")

MARKED = pattern("[\x00-\x09\x0b-\x1f\x7f-\xa0\\\\`*_\\[\\]<>&~|\u2028\u2029\ufeff\ud800-\udfff]")
MARKED_LINE = pattern("[0-9]{1,9}[.)]|[^A-Za-z0-9\u3001-\u303f\u3400-\u9fff\uff01-\uff5e“”‘’…—·]")
"""What may be mark-up, anywhere or at the beginning of a line, or is not sure to be none: then the library reads the text."""


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable(["table", "strikethrough"])
    parser.core.ruler.after("inline", "han_breaks", _join_han_lines)
    _full_width_emphasis(parser)
    return parser


def _join_han_lines(state: Any) -> None:
    """A line break between Han characters is none: Chinese has no spaces between words."""
    for token in state.tokens:
        children = token.children or []
        for i, child in enumerate(children):
            if child.type == "softbreak" and _han_around(children, i):
                child.type, child.content = "text", ""


def _han_around(children: list[Any], i: int) -> bool:
    """Whether the texts nearest to a break end and begin with Han characters, whatever marks stand between."""
    before = next((c.content for c in reversed(children[:i]) if c.content), "")
    after = next((c.content for c in children[i + 1 :] if c.content), "")
    return bool(HAN_END.search(before) and HAN_START.match(after))


def _full_width_emphasis(parser: "MarkdownIt") -> None:
    """Let `**` open and close beside full-width marks, as CommonMark's flanking rule forbids: **“好”**的.

    A run of marks between Han text is taken as opening or closing by the spaces around it alone.
    """
    from markdown_it.rules_inline import StateInline

    class ChineseInline(StateInline):
        def scanDelims(self, start: int, canSplitWord: bool) -> Any:
            scanned = super().scanDelims(start, canSplitWord)
            end = start + scanned.length
            before = self.src[start - 1] if start else " "
            after = self.src[end] if end < len(self.src) else " "
            if HAN_START.match(before) or HAN_START.match(after):
                return scanned._replace(can_open=not after.isspace(), can_close=not before.isspace())
            return scanned

    def parse(src: str, md: Any, env: Any, tokens: Any) -> Any:
        state = ChineseInline(src, md, env, tokens)
        parser.inline.tokenize(state)
        for rule in parser.inline.ruler2.getRules(""):
            rule(state)
        return state.tokens

    parser.inline.parse = parse  # type: ignore[method-assign]


@lru_cache(maxsize=1)
def _bare(markdown: str) -> list[tuple[list[str], int]] | None:
    """(lines, first line) of each paragraph of a text without mark-up; None where there may be some.

    The last answer is kept: paragraphs and HTML are made of the same text, one soon after the other.
    """
    if MARKED.search(markdown):
        return None
    found: list[tuple[list[str], int]] = []
    inside = False
    for number, line in enumerate(markdown.split("\n")):
        if not line:
            inside = False
            continue
        if line[-1].isspace() or MARKED_LINE.match(line):
            return None
        if inside:
            found[-1][0].append(line)
        else:
            found.append(([line], number))
            inside = True
    return found


def _joined(lines: list[str], space: str) -> str:
    """The lines of a paragraph as one; `space` where one of two lines does not end or begin with a Han character."""
    text = lines[0]
    if len(lines) == 1:
        return text
    for before, line in pairwise(lines):
        text += ("" if HAN_END.search(before) and HAN_START.match(line) else space) + line
    return text


_last: dict[str, list[Any]] = {}
"""The text that was read last and what the library read in it: its HTML is made soon after, of the same."""


def plain_paragraphs(markdown: str) -> list[tuple[str, int, int]]:
    """(text, first line, last line) of each block of text, without marks; lines count from 0."""
    bare = _bare(markdown)
    if bare is not None:
        return [(_joined(lines, " "), first, first + len(lines) - 1) for lines, first in bare]
    found = []
    tokens = _parser().parse(markdown)
    for token in tokens:
        if token.type == "inline" and token.map:
            text = _plain(token.children or [])
            if text.strip():
                found.append((text.strip(), token.map[0], token.map[1] - 1))
    _last.clear()
    _last[markdown] = tokens
    return found


def _plain(tokens: list[Any]) -> str:
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)


def render(markdown: str, address: Callable[[str], str], picture: Callable[[str, str, bool], str]) -> str:
    """Markdown as safe HTML, its blocks of text numbered p1, p2 … as ids.

    `address` turns the target of a link into the one to print; `picture` gives the HTML for (source,
    description, whether the picture is a paragraph of its own).
    """
    bare = _bare(markdown)
    if bare is not None:
        texts = (_joined(lines, "\n").replace('"', "&quot;") for lines, _ in bare)
        return "".join(f'<p id="p{number}">{text}</p>\n' for number, text in enumerate(texts, 1))
    parser = _parser()
    tokens = _last.pop(markdown, None) or parser.parse(markdown)  # they are changed here, so nobody else has them
    number = 0
    for i, token in enumerate(tokens):
        if token.type == "inline" and token.map and _plain(token.children or []).strip():
            number += 1
            if tokens[i - 1].type in ("paragraph_open", "heading_open"):
                tokens[i - 1].attrSet("id", f"p{number}")
        if token.type in ("heading_open", "heading_close") and token.tag == "h1":
            token.tag = "h2"
        for child in token.children or []:
            if child.type == "link_open":
                child.attrSet("href", address(str(child.attrGet("href") or "")))
            elif child.type == "image":
                child.type = "html_inline"
                alone = tokens[i - 1].type == "paragraph_open" and len(token.children or []) == 1
                child.content = picture(str(child.attrGet("src") or ""), child.content, alone)
                child.children = None
    return _unwrap_figures(parser.renderer.render(tokens, parser.options, {}))


def _unwrap_figures(html: str) -> str:
    """A picture that stands alone in its paragraph is a figure of its own."""
    return re.sub(r"<p(?: id=\"p\d+\")?>(<figure>.*?</figure>)</p>", r"\1", html, flags=re.DOTALL)


def paragraph_html(text: str, number: int, subhead: bool = False) -> str:
    """A plain paragraph (or a subhead) as HTML with its id; every character is escaped."""
    tag = "h2" if subhead else "p"
    return f'<{tag} id="p{number}">{escape(text, quote=False)}</{tag}>\n'
