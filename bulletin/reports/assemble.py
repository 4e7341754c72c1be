"""The blocks of one report to a `Report`: headline set, dateline, byline, captions, jumps, paragraphs, event date.

In comes a group of blocks with the frame's facts, out goes the report with what was changed and what an editor should
look at. Captions keep their lead mark (▲, 图①：); photographers named in them stand under 摄影 as well.
"""

import re
from dataclasses import field, replace
from datetime import date
from itertools import pairwise

from bulletin.findings import Finding, Place, find
from bulletin.model import Caption, Change, EventDate, Jump, Paragraph, Report
from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.people.lists import names_in_list
from bulletin.people.names import form
from bulletin.people.rosters import is_row
from bulletin.reports.blocks import TEXT, Block
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import NOBODY, Credits, is_name, join_credits, persons
from bulletin.reports.credits import parse_byline
from bulletin.reports.dateline import take_dateline, take_jumps
from bulletin.reports.dates import find_event, find_full, find_vague
from bulletin.reports.frame import Frame
from bulletin.reports.group import Group
from bulletin.reports.heads import Heads, make_heads
from bulletin.reports.kinds import PHOTO_LINE, SOURCE, TERMINAL
from bulletin.reports.page_lines import FEW
from bulletin.reports.pictures import dated_caption, make_caption
from bulletin.reports.role_words import is_role
from bulletin.reports.signatures import (
    authors_of_line,
    byline_alone,
    end_signature,
    end_source,
    inside_signatures,
    signed_source,
)
from bulletin.reports.site_lines import without_controls
from bulletin.values import dataclass

STRAY = pattern(f"(?<=[{HAN}])[ \xa0]{{1,2}}(?=[{HAN}])")
BEFORE_MARK = pattern(f"(?<=[{HAN}”）》])[ \xa0]+(?=[，。、；：！？”）》])|(?<=[“（《])[ \xa0]+")
NAME_LIST = pattern(f"[{HAN}·]{{2,4}}(?:[ \u3000][{HAN}·]{{2,4}}){{2,}}")
LONGEST_SUBHEAD, LONGEST_SAYING, NEAR, LONG_ENOUGH_TO_REPEAT = 12, 24, 45, 24
DAYS = pattern(
    r"[（(](?P<days>(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日[ ]?[至到—~～-]{1,2}[ ]?[0-9年月]{0,8}[0-9]{1,2}日)[）)]$",
    re.MULTILINE,
)
"""The days that a digest tells of, behind or below its headline: 一周要闻（3月5日至9日）."""
MOST_KEYWORDS, LONGEST_SALUTATION, LONGEST_SCENE = 6, 24, 60
"""尊敬的广大用水户：: what a notice tells begins below it."""
MAKER = pattern("记者|通讯员")
CREDIT_FACTS = frozenset(
    [
        "作者",
        "编辑",
        "责任编辑",
        "责编",
        "审核",
        "审核人",
        "记者",
        "通讯员",
        "供稿",
        "供稿人",
        "撰稿",
        "校对",
        "终审",
        "初审",
        "复审",
        "编审",
        "签发",
        "撰稿人",
        "审稿",
        "监制",
        "摄影",
        "发布人",
        "发布者",
    ]
)
SOURCE_FACTS = ("来源", "稿源", "信息来源", "文章来源", "稿件来源")


TEXT_OR_MARK = (*TEXT, "mark")


@dataclass(slots=True)
class Parts:
    """A report while it is put together."""

    heads: frozenset[str] = frozenset()
    """The lines above the report as printed."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    jumps: list[Jump] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)
    """The paragraphs so far."""
    repeats: bool = False
    """Whether the last one stood above already, as a page prints it once more under a picture."""
    credits: Credits = NOBODY
    dateline: str = ""
    lead_in: str = ""
    source: str = ""
    changes: list[Change] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def make_report(
    group: Group, path: str, frame: Frame, anchor: date | None, span: tuple[int, int] | None = None
) -> tuple[Report, list[Change], list[Finding]]:
    """Put one report together.

    `anchor` is the issue's date where it is known, `span` the lines (first, last) whose site lines are the report's.
    """
    blocks = group.heads + group.body
    first, last = min([b.line for b in blocks]), max([b.last for b in blocks])
    parts = Parts(heads=frozenset(block.text for block in group.heads))
    texts = [b.text for b in group.body if b.kind in TEXT][:FEW]
    heads = make_heads(group.heads, texts, span is not None and not span[0])
    parts.changes.extend(Change(group.heads[-1].line, "chrome", text, "") for text in heads.outlet)
    if heads.signed:
        parts.credits = Credits(heads.signed)
        parts.changes.append(Change(group.heads[-1].line, "credit", " ".join(heads.signed), ""))
    end = next((i for i in range(len(group.body) - 1, -1, -1) if group.body[i].kind in TEXT_OR_MARK), 0)
    signed = _ends_of_items(group.body)
    for i, block in enumerate(group.body):
        if i < end and block.kind in TEXT:
            _take_paragraph(block, parts, i in signed, heads)
        else:
            _take_block(block, parts, i >= end, heads)
    if not parts.paragraphs and (told := dated_caption(parts.captions)):
        parts.captions.remove(told)
        parts.paragraphs.append(Paragraph(told.text, told.line, told.line))
    _take_facts(parts, frame, span or (first, last))
    if heads.posted:
        parts.changes.append(Change(group.heads[-1].line, "credit", " ".join(heads.posted), ""))
        parts.credits = parts.credits if parts.credits.byline else join_credits(parts.credits, Credits(heads.posted))
    if not heads.title and parts.paragraphs:
        heads = replace(heads, title=frame.title_above(span[0] if span else 1, parts.paragraphs[0].line))
    parts.credits = persons(parts.credits)
    if parts.source in parts.credits.byline[1:] + parts.credits.byline[:-1]:  # the page names its source as author too
        authors = tuple([name for name in parts.credits.byline if name != parts.source])
        parts.credits = Credits(authors, parts.credits.others)
    if heads.column:  # 编辑：直通青石: the column's name is no editor
        others = parts.credits.others
        parts.credits = Credits(parts.credits.byline, tuple([o for o in others if o[1] != (heads.column,)]))
    anchor = anchor or frame.date_near(span[0] if span else first - 6, last)
    if anchor is None and span:
        anchor = frame.date_near(last, span[1])  # at the foot of the page
    event, findings = _event(parts, path, anchor)
    if not event.text and (days := DAYS.search(f"{heads.title}\n{heads.subtitle}")):
        event, findings = find_event([days["days"]], anchor, Place(path, first))
    if anchor is None and event.month and not event.year and (day := frame.date_above(first)):
        near, _ = _event(parts, path, day)
        if near.year and 0 <= (day - date(near.year, near.month, near.day)).days <= NEAR:
            event = near  # a later report of a page that tells one day for all
    if not parts.paragraphs and heads.title:
        findings.append(find("report-empty", Place(path, first), title=heads.title))
    findings.extend(_doubtful_subhead(parts.paragraphs, path))
    report = Report(
        path, first, last, heads.title, heads.kicker, heads.subtitle, parts.dateline, parts.lead_in,
        parts.credits.byline, parts.credits.others, parts.source, event, heads.column, 0,
        tuple(parts.paragraphs), tuple(parts.captions), tuple(parts.jumps),
    )  # fmt: skip
    return report, parts.changes, parts.findings + findings


def _ends_of_items(body: list[Block]) -> frozenset[int]:
    """Where the items of a bulletin end, each of which may be signed."""
    texts = [i for i, block in enumerate(body) if block.kind in TEXT]
    if not texts or body[texts[0]].kind != "item":
        return frozenset()
    return frozenset(i for i, below in pairwise(texts) if body[below].kind == "item")


def _doubtful_subhead(paragraphs: list[Paragraph], path: str) -> list[Finding]:
    """A single short paragraph without a mark among full ones: a subhead, or a piece of a sentence. Several are subheads."""
    short = [
        p for p in paragraphs if len(p.text) <= LONGEST_SUBHEAD and "，" not in p.text and p.text[-1] not in TERMINAL
    ]
    if len(short) != 1 or len(paragraphs) < 3:
        return []
    text = short[0].text
    return [find("subhead-doubtful", Place(path, short[0].line, 1, text, len(text)), text=text)]


def _take_block(block: Block, parts: Parts, ends: bool, heads: Heads) -> None:
    if block.kind == "caption" and parts.paragraphs and block.text in parts.heads:
        parts.changes.append(Change(block.line, "repeated-title", block.text, ""))
    elif block.kind == "caption":
        caption = make_caption(block, len(parts.paragraphs))
        if (
            parts.paragraphs and caption.text and caption.text == heads.title and not caption.credit
        ):  # once more, under a picture
            parts.changes.append(Change(block.line, "repeated-title", block.text, ""))
            return
        if caption.text or caption.picture:
            parts.captions.append(caption)
        if not caption.text:
            parts.changes.append(Change(block.line, "chrome", block.text, ""))
        if caption.credit:
            parts.changes.append(Change(block.line, "credit", block.text, caption.text))
        parts.credits = join_credits(parts.credits, _photographers(caption.credit))
    elif block.kind == "photo" and (photo := PHOTO_LINE.match(fold(block.text))):
        names = block.text[photo.start("names") : photo.end("names")]
        for maker in reversed([*MAKER.finditer(fold(names))]):
            names = f"{names[: maker.start()]} {names[maker.end() :]}"
        authors = Credits(tuple(names_in_list(names))) if "摄影报道" in fold(block.text) else NOBODY
        parts.credits = join_credits(parts.credits, authors, _photographers(names))
        parts.changes.append(Change(block.line, "credit", block.text, ""))
    elif block.kind == "credit":
        authors = Credits() if "摄影报道" in fold(block.text) else authors_of_line(block.text)
        parts.credits = join_credits(parts.credits, authors or parse_byline(block.text))
        parts.changes.append(Change(block.line, "credit", block.text, ""))
    elif block.kind == "source" and (match := SOURCE.match(fold(printed := mend(block.text)))):
        group = next(group for group in ("source", "named", "reprinted") if match[group])
        source, signed = signed_source(without_controls(printed[match.start(group) : match.end(group)]))
        parts.source = parts.source or source
        parts.credits = join_credits(parts.credits, signed, parse_byline(printed[slice(*match.span("credits"))]))
        parts.changes.append(Change(block.line, "credit", block.text, ""))
    elif block.kind == "jump":
        parts.jumps.extend(jumps := take_jumps(block.text, block.line)[1])
        if not jumps:
            parts.changes.append(Change(block.line, "jump", block.text, ""))
    elif ends and " " in block.text and _of_the_title(block.text, heads.title, parts):
        parts.changes.append(Change(block.line, "chrome", block.text, ""))
    elif ends and (credits := byline_alone(block.text, parts.paragraphs[-1].text if parts.paragraphs else "")):
        parts.credits = join_credits(parts.credits, credits)
        parts.changes.append(Change(block.line, "credit", block.text, ""))
    else:
        _take_paragraph(block, parts, ends, heads)


def _of_the_title(text: str, title: str, parts: Parts) -> bool:
    """Whether a last line is the keywords that a page puts below its text: a few words of the headline and the lead."""
    words = text.split()
    if not 1 < len(words) <= MOST_KEYWORDS or not parts.paragraphs or not title:
        return False
    told = title + parts.paragraphs[0].text
    return all(1 < len(word) <= 4 and word in told for word in words) and not all(is_name(fold(w)) for w in words)


def _take_paragraph(block: Block, parts: Parts, ends: bool, heads: Heads) -> None:
    text, jumps = take_jumps(block.text, block.line)
    parts.jumps.extend(jumps)
    if jumps:
        parts.changes.append(Change(block.line, "jump", jumps[0].text, ""))
    if text == heads.title or text in parts.heads:  # the headline once more, as under each picture of a web page
        parts.changes.append(Change(block.line, "repeated-title", text, ""))
        return
    parts.repeats = text in parts.printed and (parts.repeats or len(text) >= LONG_ENOUGH_TO_REPEAT)
    if parts.repeats:
        parts.changes.append(Change(block.line, "chrome", text, ""))
        return
    parts.printed.add(text)
    if not parts.paragraphs or (block.kind == "dateline" and not parts.dateline and _summed_up(parts)):
        words, credits, rest = take_dateline(text)
        if words or not parts.dateline:  # 青石讯 通讯员苏小雨 报道 may stand on a line of its own
            parts.dateline = words
            parts.lead_in = text[: len(text) - len(rest)].rstrip(" \u3000") if rest != text else ""
        parts.credits = join_credits(parts.credits, credits)
        if credits:
            bracket = text[len(words) : len(text) - len(rest)].strip(" \u3000")
            parts.changes.append(Change(block.line, "credit", bracket, ""))
        text = rest
    if ends:
        rest, source, credits = end_source(text)
        parts.source = parts.source or source
        signed = "".join([p.text for p in parts.paragraphs])
        rest, more = end_signature(rest, signed)
        if rest != text:
            parts.changes.append(Change(block.last, "credit", text[len(rest) :].strip(), ""))
        parts.credits = join_credits(parts.credits, credits, more)
        text = rest
    pieces = [text]
    if "）" in text:
        pieces, inside = inside_signatures(text)
        if inside:
            parts.changes.append(Change(block.line, "credit", text, "".join(pieces)))
            parts.credits = join_credits(inside, parts.credits)
    in_columns = block.kind == "list" and is_row(fold(text))
    for piece in pieces:
        spaced = piece if in_columns else _stray_spaces(piece)
        if spaced != piece:
            parts.changes.append(Change(block.line, "space", piece, spaced))
        if spaced:
            parts.paragraphs.append(Paragraph(spaced, block.line, block.last))


def _summed_up(parts: Parts) -> bool:
    """Whether all that stands above a dateline is what is new in the report, and short lines."""
    return all(len(p.text) <= LONGEST_SAYING for p in parts.paragraphs[1:])


def _stray_spaces(text: str) -> str:
    """Spaces inside words that a web page left (工 作); a list of names with spaces between stays."""
    if " " not in text and "\xa0" not in text:
        return text
    text = BEFORE_MARK.sub("", text)
    lists = [(m.start(), m.end()) for m in NAME_LIST.finditer(text)]
    if "。" not in text and "，" not in text:
        return text
    return STRAY.sub(lambda m: m[0] if any(a <= m.start() < b for a, b in lists) else "", text)


def _photographers(names: str) -> Credits:
    found = tuple(names_in_list(names))
    return Credits((), (("摄影", found),)) if found else NOBODY


def _take_facts(parts: Parts, frame: Frame, span: tuple[int, int]) -> None:
    """Source, author and editors out of the report's site lines."""
    for key, value in frame.facts_between(*span) if frame.facts else ():
        if fold(key) in SOURCE_FACTS:
            signed = form(value) > 2 and value in parts.credits.byline  # 来源：苏小雨
            parts.source = parts.source or ("" if signed else value)
        elif fold(key) in CREDIT_FACTS or is_role(fold(key)):
            parts.credits = join_credits(parts.credits, parse_byline(f"{key}：{value}"))


def _event(parts: Parts, path: str, anchor: date | None) -> tuple[EventDate, list[Finding]]:
    dateline = parts.dateline.replace("今日", "")
    if not parts.paragraphs:
        return find_event([dateline], anchor, Place(path))
    opening = parts.paragraphs[0].text
    salutation = opening[-1] == "：" and len(opening) <= LONGEST_SALUTATION
    scene = len(opening) <= LONGEST_SCENE  # 春光无限，游人如织。: the date stands in the next paragraph
    purpose = opening[0] in "为為" and not (find_full(opening) or find_vague(opening))
    asked = 2 if salutation or scene or purpose else 1
    if asked == 2 and len(parts.paragraphs) > 2 and parts.paragraphs[1].text[-1] in "！!":
        asked = 3  # …热血依旧滚烫！ …一起重温那段岁月吧！
    texts = [dateline, *(p.text for p in parts.paragraphs[:asked])]
    return find_event(texts, anchor, Place(path, parts.paragraphs[0].line))
