"""Text to lines: every kind of line end, and the one-line dump in which only a double full-width space marks a paragraph.

A `Line` keeps its number in the file; a long line that is cut into several keeps the same number for all of them.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from bulletin.patterns import pattern
from bulletin.people.forms import form
from bulletin.people.signs import not_a_name
from bulletin.reports.role_words import ROLE

LINE_ENDS = pattern("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
RARE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
INDENTS, WIDE_INDENTS, SPACES = frozenset("\u3000 \xa0\t"), frozenset("\u3000\t"), frozenset(" \xa0")
"""A paragraph is indented by one of the wide ones, or by two spaces."""
INNER_MARK = pattern("[ \xa0]*\u3000{2,}[ \u3000]*(?=\\S)")
SENTENCE_END = pattern("[。！？!?”](?:[ \u3000]*[（(][^（）()]{2,40}[）)])?$")
SPACED_END = pattern("(?:[。！？!?][”’]?|[。！？!?][”’]?[ \u3000]*[（(][^（）()]{2,40}[）)])[ \xa0]+(?=[^ \xa0（(])")
LOST_MARK = pattern("(?<=[。！？”）)0-9])[ ]?(?=[?？]{3}(?:[ \u3000]*[\u4e00-\u9fff]|[ \u3000]+[0-9]{1,2}月))")
"""What a broken conversion leaves of the paragraphs of a page in one line: …。??? 高远指出，…."""
SPACED_COMMA = pattern("[，、；,;][ \xa0]")
WIDE_SPACE = pattern("(?<=[^ \xa0])[ \xa0]{2,}(?=[^ \xa0（(])")
DATED = "(?:(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日[^。，,]{0,8}[，,]|(?:近日|日前)[，,])"
HEAD_BETWEEN = "(?:[^，。！？；：、,;:()（）\\s…]{5,40}[ ]+){0,2}"
SIGNED_LEAD = pattern(
    f"(?:{ROLE}[ ]*[：:]?|[\u4e00-\u9fff]{{2,10}}(?:记者|通讯员)[：:])[ ]*"
    f"[\u4e00-\u9fff]{{2,4}}(?:[ 、]+(?:{ROLE}[ ]*[：: ]?[ ]*)?[\u4e00-\u9fff]{{1,4}}){{0,6}}[ ]+(?={HEAD_BETWEEN}{DATED})"
)
"""Who wrote the report above, between its last sentence and the next one's headline or first one: 记者：苏小雨 6月3日，…."""
NAMES_LEAD = pattern(
    f"(?P<names>[\u4e00-\u9fff]{{2,3}}(?:[ 、]+[\u4e00-\u9fff]{{2,3}}){{0,3}})[ ]+(?={HEAD_BETWEEN}{DATED})"
)
"""The same without a label."""
PAGE_BETWEEN = pattern(
    "(?<=[。！？”）)])[ ]+(?P<page>第[ ]?[0-9A-D一二三四五六七八]{1,3}[ ]?版"
    "(?:[：: ]{1,2}(?:头版|要闻|综合|时政|民生|社会|经济|基层|本地|乡镇|文化|教育|副刊|专题|专版)(?:新闻|要闻)?)?)[ ]+"
)
"""The next page of a paper between two of its reports: …。 第2版：综合 …."""
NAME_MARKS = pattern("[ 、]+")
GOES_ON, SHORTEST_PIECE = frozenset("：:，,、讯訊"), 4
"""What a wide space behind is none between two paragraphs; how short a name is that spaces pad."""
BLOCK_TAG = pattern(
    "</?(?:p|div|br|h[1-6]|tr|table|section|li|ul|ol)(?: [^<>]{0,200})?/?>|!\\[\\]\\(\\)", re.IGNORECASE
)
NO_PICTURE = "![]()"
"""What is left of a picture where a page was copied as Markdown."""
TAG = pattern(
    "</?(?:p|div|br|h[1-6]|tr|td|th|table|tbody|section|li|ul|ol|span|font|strong|b|em|i|u|a|img"
    "|o:p)(?: [^<>]{0,300})?/?>",
    re.IGNORECASE,
)
"""Tags that a text copied out of a web page keeps."""
LEAD = pattern("本[报网台刊][^，。]{0,20}[讯电]|[^，。]{0,30}?(?:[0-9０-９]{1,2}月[0-9０-９]{1,2}日|近日|日前)")
HEAD_AND_LEAD = pattern(
    "(?:^|(?<=[。！？”）!?)]))[ \u3000\xa0]*"
    "(?:(?P<kicker>[^，。！？；：、,;:()（）\\s…]{6,24}(?:强调|強調|要求|指出))[ \u3000]+)?"
    "(?P<head>(?:[\u4e00-\u9fff]{2,10}[：:])?[^，。！？；：、,;:()（）\\s…]{4,40}"
    "(?:[ \u3000][^，。！？；,;()（）\\s…]{4,24})?)[ \u3000\xa0]+"
    "(?=(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日(?:[上下]午|晚[上间]?)?[，,]|(?:近日|日前)[，,]"
    "|本[报報网網台臺][讯訊]|[\u4e00-\u9fff]{2,10}[讯訊][ \u3000]*(?:[（(]|记者|記者|通讯员|通訊員)"
    "|“[^“”。]{4,60}[。！？!?]”[^。“”]{0,16}?(?:[0-9]{1,2}月[0-9]{1,2}日|近日|日前)"
    "|[\u4e00-\u9fff]{4}[，,][\u4e00-\u9fff]{4}[。，,][^ \u3000]{12})"
)
"""A headline and a lead: its day, a dateline, a scene in two phrases of four characters (春风拂面，新绿初绽。), or what somebody says."""
HEAD_AND_PURPOSE = pattern(
    "^(?P<head>(?=[^，。]*(?:召开|举行|举办|开展|组织|启动|部署|召開|舉行|舉辦|開展|組織"
    "|啟動))[^，。！？；,;!?]{8,75}?)[ \u3000\xa0]+"
    "(?=[为為](?:了|[进進]一步|深入|全面|切[实實]|[认認]真|扎[实實]|做好|[贯貫][彻徹]|落[实實]|加[强強]"
    "|推[动動进進])[^。 ]{10,}[，,])"
)
"""A headline and a lead that tells first what for, at the beginning of a line: 青石县召开推进会 为进一步…，6月3日，…."""
BEFORE_LEAD = pattern(
    "[ \u3000\xa0](?:“|(?:[12][0-9]{3}年)?[0-9]{1,2}月|近日|日前|本[报报网網台臺]"
    "|[\u4e00-\u9fff]{2,10}[讯訊][ \u3000]*(?:[（(]|[记記]者|通)|[\u4e00-\u9fff]{4}[，,][\u4e00-\u9fff]{4}[。，,]"
    "|[为為](?=[了进進深全切認认扎做贯貫落加推]))"
)
"""A quick look for what `HEAD_AND_LEAD` ends in."""
END_HEAD = pattern(
    "(?<=[。！？”）!?)])[ \u3000\xa0]+(?P<head>(?=[^，。]{4})[^。；;（(\\s][^。；;]{6,43}[^。，；：、,;:\\s）)])$"
)
HEAD_AND_FIELDS = pattern(
    "(?<=[。！？”）!?)])[ \u3000\xa0]+(?=[^。；;]{8,60}?[ \u3000]+(?:(?:发布|发表|更新)?(?:时间|日期)|(?:信息|文章)?来源|作者"
    ")[：:][^。]{2,120}$)"
)
"""Before the headline of the next report that has a page's fields behind it: …。 高远检查供水 发布时间：2031-03-05 来源：青石网."""
SIGNED = pattern(
    "[讯訊电電]$|[0-9]月[0-9]{1,2}日|记者(?!节)|記者|通讯员|通訊員|报道|報道|(?<!工)作者|编辑|編輯|来源|來源"
    "|^[^ \u3000]{2,4}(?:[ \u3000][^ \u3000]{2,4})*$"
)
"""What stands before a dated lead and is no headline: a dateline, authors."""
PAPER_AND_PAGE = pattern(
    "(?![据见载])《?[\u4e00-\u9fff]{2,10}》?[ \u3000]+(?:数字报[ \u3000]+)?(?:19|20)[0-9]{2}[年/.-][0-9]{1,2}[月/.-][0-9]{1,2}日?"
    "(?:[ \u3000]*(?:星期|周)[一二三四五六日天])?(?:[ \u3000]+第[ ]?[0-9]{1,5}[ ]?期)?[ \u3000]+"
    "第[ ]?[0-9一二三四]{1,2}[ ]?版(?:[ \u3000：:]{1,2}(?:头版|要闻|综合|时政|民生|社会|经济|基层|本地|新闻)(?:新闻|要闻)?)?"
    "(?:[ \u3000]+(?:上一[版期]|下一[版期]|(?:标题|版面)导航|放大|缩小|默认))*[ \u3000]+(?=[^ \u3000].*。)"
)
"""A paper's name, its day and its page before the first headline of a page in one line: 青石报 2031年6月3日 第2版 要闻 …."""
FRAMED_HEAD = pattern(
    "【(?![^】]*(?:[讯訊電电]|记者|記者|中心】|侵[权權]|[转轉][载載]|网络|網絡|[来來]源|出[处處]|本文|[声聲]明"
    "|版[权權]|标题"
    "|標題))(?P<head>[^】。]{8,40})】[ \u3000]*(?=(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日[^。]{12}"
    "|(?:近日|日前)[，,]|本[报報网網台臺][讯訊])"
)
"""A headline in brackets before its dated lead: 【高远检查防汛工作】6月3日，…."""
SHORTEST_HEAD, LONG_LINE, LONGEST_HEAD, LONGEST_LINE = 8, 200, 45, 100
MARKS_IN_A_DUMP, NEAR_PAGE = 3, 60


class Line(NamedTuple):
    """A line without its outer space; `gap` tells whether a blank line stands above it."""

    number: int
    text: str
    indented: bool = False
    gap: bool = False
    below_site: bool = False
    """Whether a site line (发布时间 …) was taken out directly above it."""
    below_frame: bool = False
    """Whether a line that begins a web page (首页>新闻) was taken out directly above it."""
    below_end: bool = False
    """Whether any line of a frame (上一篇：…) was taken out directly above it."""
    below_page: bool = False
    """Whether the number of a print page (第02版：综合) was taken out directly above it."""


def with_line_ends(text: str) -> str:
    """`text` with a line feed in place of every kind of line end."""
    return LINE_ENDS.sub("\n", text) if any(map(text.__contains__, RARE_ENDS)) else text


def split_lines(text: str, first: int = 1) -> list[Line]:
    """The lines of `text` that are not blank, numbered from `first` as an editor's screen numbers them."""
    lines: list[Line] = []
    gap = False
    for number, raw in enumerate(with_line_ends(text).split("\n"), first):
        stripped = raw.strip(" \t\u3000\xa0\ufeff\u200b")
        if not stripped:
            gap = True
            continue
        if ("<" in stripped or NO_PICTURE in stripped) and BLOCK_TAG.search(stripped):
            pieces = [piece.strip() for piece in BLOCK_TAG.split(stripped) if TAG.sub("", piece).strip()]
            lines.extend(Line(number, piece, True, gap or i > 0) for i, piece in enumerate(pieces))
            gap = False
            continue
        indented = raw[0] in INDENTS and (raw[0] in WIDE_INDENTS or raw[1] in SPACES)
        line = Line(number, stripped, indented, gap)
        if lines and not gap and lines[-1].text[-1] in "（(":
            lines[-1] = lines[-1]._replace(text=lines[-1].text + stripped)  # …出席会议。（|记者 苏小雨）
        elif "???" in stripped or "？？？" in stripped:
            pieces = _cut_at_lost_marks(stripped)
            lines.extend(
                line._replace(text=piece, indented=indented or i > 0, gap=gap or i > 0)
                for i, piece in enumerate(pieces)
            )
        elif stripped[0] == "【" and (framed := FRAMED_HEAD.match(stripped)):
            lines.append(line._replace(text=framed["head"]))
            lines.append(Line(number, stripped[framed.end() :], True, True))
        elif not any(map(stripped.__contains__, " \u3000\t")):
            lines.append(line)
        else:
            if "版" in stripped[:NEAR_PAGE] and (paper := PAPER_AND_PAGE.match(stripped)):
                lines.append(line._replace(text=paper[0].rstrip()))
                line = Line(number, stripped[paper.end() :], True, True)
            for part in _cut_long_line(line) if "\u3000\u3000" in stripped else _cut_at_spaces(line):
                lines.extend(_cut_headlines(part) if BEFORE_LEAD.search(part.text) else (part,))
        gap = False
    return lines


def _parts_head(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark in a line stands between a headline and its text."""
    above, below = text[: mark.start()], text[mark.end() :]
    return len(above) <= LONGEST_HEAD and "。" not in above and "。" in below and LEAD.match(below) is not None


def _cut_headlines(line: Line) -> list[Line]:
    """Cut before and behind each headline that a space alone parts from its dated lead: 高远检查防汛工作 6月3日，…."""
    pieces: list[str] = []
    start = 0
    if len(line.text) > LONGEST_LINE and (purpose := HEAD_AND_PURPOSE.match(line.text)):
        pieces.append(purpose["head"])
        start = purpose.end()
    for match in HEAD_AND_LEAD.finditer(line.text):
        first = match.start("kicker" if match["kicker"] else "head")
        if (
            first < start
            or SIGNED.search(match["head"])
            or not (SHORTEST_HEAD <= len(match["head"]) + 2 * (line.text[match.end()] == "本") <= LONGEST_HEAD)
        ):
            continue
        pieces.extend((line.text[start:first], match["kicker"] or "", match["head"]))
        start = match.end("head")
    pieces.append(line.text[start:])
    whole = [text for piece in pieces if (text := piece.strip(" \u3000\xa0"))]
    return [
        line._replace(text=piece, indented=line.indented or i > 0, gap=line.gap or i > 0)
        for i, piece in enumerate(whole)
    ]


def _cut_long_line(line: Line) -> list[Line]:
    """Cut at inner paragraph marks: everywhere in a one-line dump, else only behind the end of a sentence."""
    marks = list(INNER_MARK.finditer(line.text))
    dump = len(line.text) > LONG_LINE and len(marks) >= MARKS_IN_A_DUMP
    cuts = [
        m
        for m in marks
        if dump or _parts_head(line.text, m) or SENTENCE_END.search(line.text[max(0, m.start() - 50) : m.start()])
    ]
    pieces, start = [], 0
    for mark in cuts:
        pieces.append(line.text[start : mark.start()])
        start = mark.end()
    last = line.text[start:]
    pieces = [part for piece in pieces for part in _cut_end_head(piece)] if dump else pieces
    return [
        line._replace(text=piece.strip(), indented=line.indented or i > 0, gap=line.gap or i > 0)
        for i, piece in enumerate([*pieces, last])
        if piece.strip()
    ]


def _cut_at_spaces(line: Line) -> list[Line]:
    """Cut a long line in which a space behind a sentence is the only sign of a paragraph; behind commas as well it is a habit."""
    if len(line.text) < LONG_LINE:
        return [line]
    text = line.text.replace("\u3000", " ").replace("\t", "  ")
    ends = [*SPACED_END.finditer(text)]
    widths = [width for mark in ends if (width := len(mark[0]) - len(mark[0].rstrip())) > 1]
    wide = _wide_spaces(text, min(widths)) if len(widths) >= MARKS_IN_A_DUMP else []
    narrow = [] if SPACED_COMMA.search(text) else [mark.end() for mark in ends]
    marks = sorted({*wide, *narrow})
    if len(marks) < MARKS_IN_A_DUMP:
        return [line]
    marks.extend([end for start in marks if (end := _signed_end(text, start))])
    for page in PAGE_BETWEEN.finditer(text):
        marks.extend((page.start("page"), page.end()))
    marks.sort()
    pieces = [text[start:end].strip() for start, end in pairwise((0, *marks, len(text)))]
    return [
        line._replace(text=piece, indented=line.indented or i > 0, gap=line.gap or i > 0)
        for i, piece in enumerate(pieces)
        if piece
    ]


def _signed_end(text: str, start: int) -> int:
    """Where who wrote the report above ends, if the next one begins behind it; 0 where nothing of the kind stands at `start`."""
    if signed := SIGNED_LEAD.match(text, start):
        return signed.end()
    bare = NAMES_LEAD.match(text, start)
    sure = bare and all(form(name) > 2 and not not_a_name(name) for name in NAME_MARKS.split(bare["names"]))
    return bare.end() if bare and sure else 0


def _wide_spaces(text: str, width: int) -> list[int]:
    """Where pieces begin behind spaces as wide as those behind sentences; none behind a label, in a padded name or a list."""
    marks = [mark for mark in WIDE_SPACE.finditer(text) if len(mark[0]) >= width]
    edges = [0, *(mark.end() for mark in marks), len(text)]
    return [
        mark.end()
        for before, mark, after in zip(edges, marks, edges[2:], strict=False)
        if text[mark.start() - 1] not in GOES_ON
        and (
            SENTENCE_END.search(text, max(0, mark.start() - 50), mark.start())
            or min(mark.start() - before, len(text[mark.end() : after].rstrip())) >= SHORTEST_PIECE
        )
    ]


def _at_spaced_ends(text: str) -> list[str]:
    """`text` cut behind each sentence that a space follows."""
    marks = [mark.end() for mark in SPACED_END.finditer(text)]
    return [text[start:end].strip() for start, end in pairwise((0, *marks, len(text)))]


def _cut_at_lost_marks(text: str) -> list[str]:
    """Cut before what a broken conversion left of indents; in a page that stands in one line, behind its reports' ends as well."""
    pieces = LOST_MARK.split(text)
    if len(pieces) <= MARKS_IN_A_DUMP:
        return pieces
    parts: list[str] = []
    for piece in pieces:
        bare = piece.lstrip("?？ \u3000")
        first, *others = _at_spaced_ends(bare)
        parts.extend((piece[: len(piece) - len(bare)] + first, *others))
    return [part for part in parts if part]


def _cut_end_head(piece: str) -> list[str]:
    """Cut a paragraph of a one-line dump before the headline of the next report, which a space parts from its last sentence."""
    if framed := HEAD_AND_FIELDS.search(piece.rstrip(" \u3000\xa0")):
        return [piece[: framed.start()], piece[framed.end() :]]
    head = END_HEAD.search(piece.rstrip(" \u3000\xa0"))
    if head is None or SIGNED.search(head["head"]):
        return [piece]
    return [piece[: head.start()], head["head"]]
