"""The blocks of one report to a `Report`: headline set, dateline, byline, captions, jumps, paragraphs, event date.

In comes a group of blocks with the frame's facts, out goes the report with what was changed and what an editor should
look at. Captions keep their lead mark (▲, 图①：); photographers named in them stand under 摄影 as well.
"""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from bulletin.findings import Finding, Place, find
from bulletin.model import Change, Paragraph, Report
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.people.forms import form
from bulletin.reports.blocks import TEXT, Block
from bulletin.reports.credited import Credits, join_credits, persons
from bulletin.reports.credits import parse_byline
from bulletin.reports.event_day import day_of_event
from bulletin.reports.frame import Frame
from bulletin.reports.group import Group
from bulletin.reports.heads import Heads, make_heads
from bulletin.reports.kinds import TERMINAL
from bulletin.reports.page_lines import FEW
from bulletin.reports.pictures import dated_caption
from bulletin.reports.report_parts import Parts, take_block, take_paragraph
from bulletin.reports.role_words import is_role

SIGNED_PART = pattern(
    "[。！？”][ \u3000]*[（(](?:本[报网台]|全媒体|融媒体?)*(?:记者|通讯员|作者|供稿)[：: \u3000][^（）()。，]{2,30}[）)]$"
)
LONGEST_SUBHEAD = 12
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
SOURCE_FACTS = ("来源", "稿源", "信息来源", "文章来源", "稿件来源", "新闻来源", "消息来源", "内容来源", "发布来源")
TEXT_OR_MARK = (*TEXT, "mark")


def make_report(
    group: Group, path: str, frame: Frame, anchor: date | None, span: tuple[int, int] | None = None
) -> tuple[Report, list[Change], list[Finding]]:
    """Put one report together.

    `anchor` is the issue's date where it is known, `span` the lines (first, last) whose site lines are the report's.
    """
    blocks = group.heads + group.body
    first, last = min([b.line for b in blocks]), max([b.last for b in blocks])
    parts = Parts(heads=frozenset(block.text for block in group.heads))
    heads = _take_heads(group, parts, span is not None and not span[0])
    _take_body(group.body, parts, heads)
    _take_facts(parts, frame, span or (first, last))
    if heads.posted:
        parts.changes.append(Change(group.heads[-1].line, "credit", " ".join(heads.posted), ""))
        parts.credits = parts.credits if parts.credits.byline else join_credits(parts.credits, Credits(heads.posted))
    if not heads.title and parts.paragraphs:
        heads = replace(heads, title=frame.title_above(span[0] if span else 1, parts.paragraphs[0].line))
    parts.credits = _who_made_it(parts, heads.column)
    anchor = anchor or frame.date_near(span[0] if span else first - 6, last)
    if anchor is None and span:
        anchor = frame.date_near(last, span[1])  # at the foot of the page
    event, findings = day_of_event(parts, f"{heads.title}\n{heads.subtitle}", frame, Place(path, first), anchor)
    if not parts.paragraphs and heads.title:
        findings.append(find("report-empty", Place(path, first), title=heads.title))
    findings.extend(_doubtful_subhead(parts.paragraphs, path))
    report = Report(
        path, first, last, heads.title, heads.kicker, heads.subtitle, parts.dateline, parts.lead_in,
        parts.credits.byline, parts.credits.others, parts.source, event, heads.column, 0,
        tuple(parts.paragraphs), tuple(parts.captions), tuple(parts.jumps),
    )  # fmt: skip
    return report, parts.changes, parts.findings + findings


def _take_heads(group: Group, parts: Parts, first: bool) -> Heads:
    """The headline set, without the outlets and authors that stand above or in it; `first`: the report is the first of its file."""
    texts = [b.text for b in group.body if b.kind in TEXT][:FEW]
    opening = group.first_block()
    heads = make_heads(group.heads, texts, first, opening is not None and opening.below_site)
    if heads.column and not heads.title and opening is not None and opening.kind == "item":
        heads = replace(heads, title=heads.column, column="")  # 简讯, above items, is what they are called
    parts.changes.extend(Change(group.heads[-1].line, "chrome", text, "") for text in heads.outlet)
    if heads.signed:
        parts.credits = Credits(heads.signed)
        parts.changes.append(Change(group.heads[-1].line, "credit", " ".join(heads.signed), ""))
    return heads


def _take_body(body: list[Block], parts: Parts, heads: Heads) -> None:
    """What stands below the headlines; a caption that tells the news is the text where there is no other."""
    end = next((i for i in range(len(body) - 1, -1, -1) if body[i].kind in TEXT_OR_MARK), 0)
    signed = _ends_of_items(body)
    for i, block in enumerate(body):
        if i < end and block.kind in TEXT:
            take_paragraph(block, parts, i in signed, heads)
        else:
            take_block(block, parts, i >= end, heads)
    if not parts.paragraphs and (told := dated_caption(parts.captions)):
        parts.captions.remove(told)
        parts.paragraphs.append(Paragraph(told.text, told.line, told.line))


def _who_made_it(parts: Parts, column: str) -> Credits:
    """The credits, without the page's source as one more author and without a column's name as an editor's."""
    credits = persons(parts.credits)
    if parts.source in credits.byline[1:] + credits.byline[:-1]:  # the page names its source as author too
        credits = Credits(tuple([name for name in credits.byline if name != parts.source]), credits.others)
    if column:  # 编辑：直通青石: the column's name is no editor
        credits = Credits(credits.byline, tuple([o for o in credits.others if o[1] != (column,)]))
    return credits


def _ends_of_items(body: list[Block]) -> frozenset[int]:
    """Where the items of a bulletin end, each of which may be signed, and paragraphs that say who wrote them: …。（通讯员：苏小雨）."""
    texts = [i for i, block in enumerate(body) if block.kind in TEXT]
    signed = {i for i in texts if body[i].text[-1] in "）)" and SIGNED_PART.search(body[i].text)}
    if texts and body[texts[0]].kind == "item":
        signed.update(i for i, below in pairwise(texts) if body[below].kind == "item")
    return frozenset(signed)


def _doubtful_subhead(paragraphs: list[Paragraph], path: str) -> list[Finding]:
    """A single short paragraph without a mark among full ones: a subhead, or a piece of a sentence. Several are subheads."""
    short = [
        p for p in paragraphs if len(p.text) <= LONGEST_SUBHEAD and "，" not in p.text and p.text[-1] not in TERMINAL
    ]
    if len(short) != 1 or len(paragraphs) < 3:
        return []
    text = short[0].text
    return [find("subhead-doubtful", Place(path, short[0].line, 1, text, len(text)), text=text)]


def _take_facts(parts: Parts, frame: Frame, span: tuple[int, int]) -> None:
    """Source, author and editors out of the report's site lines."""
    for key, value in frame.facts_between(*span) if frame.facts else ():
        if fold(key) in SOURCE_FACTS:
            signed = form(value) > 2 and value in parts.credits.byline  # 来源：苏小雨
            parts.source = parts.source or ("" if signed else value)
        elif fold(key) in CREDIT_FACTS or is_role(fold(key)):
            parts.credits = join_credits(parts.credits, parse_byline(f"{key}：{value}"))
