"""A plain text to its reports: the steps that take a dump apart, in order, and what came of them.

lines → clean lines → without the frame → blocks → joined → split → reports

An article that an editor wrote in Markdown needs none of these, so `reading` takes this module up when a plain text is read.
"""

from dataclasses import replace

from bulletin.model import Change, FrontMatter, Report
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.assemble import SOURCE_FACTS, make_report
from bulletin.reports.blocks import TEXT
from bulletin.reports.chrome import take_chrome
from bulletin.reports.cleanup import HAN, clean_lines
from bulletin.reports.extras import COLUMNS
from bulletin.reports.frame import Frame
from bulletin.reports.group import Group
from bulletin.reports.lines import split_lines
from bulletin.reports.paragraphs import make_blocks
from bulletin.reports.place import FilePlace
from bulletin.reports.reading import Reading, with_front_matter
from bulletin.reports.rejoin import rejoin
from bulletin.reports.split import split
from bulletin.reports.taken_up import heads_what_is_below

FAR_LINE, FEW, NEAR_TOP = 1_000_000_000, 3, 4

EDITORS = pattern(
    f"(?:(?:本版)?(?:(?:责任|执行|值班)?(?:编辑|校对)|责编|版式(?:设计)?|美术?编辑?|组版|排版|值班(?:编委|主任|总编))[：: \u3000]+"
    f"[{HAN}]{{2,4}}(?:[ \u3000、]+(?!责|版|美|组|排|值|本|编|校)[{HAN}]{{2,4}}){{0,3}}[ \u3000;；|｜]*)+(?:电话[：:][0-9-]+)?"
)
"""Who made a page, and no report: 责任编辑：苏小雨 版式：何野."""


def read_plain(body: str, first_line: int, path: str, front: FrontMatter | None, where: FilePlace) -> Reading:
    """Read plain text; with front matter it is one report, whatever marks stand in it."""
    lines, changes, findings = clean_lines(split_lines(body, first_line), path)
    lines, frame, taken, odd = take_chrome(lines, path)
    blocks, joins = rejoin(make_blocks(lines))
    groups, left_out = split(blocks)
    left_out = [*left_out, *_of_the_page(groups, frame), *_at_the_foot(groups, frame)]
    if front and groups:
        groups = [_as_one(groups, front)]
    changes = [*changes, *taken, *joins, *left_out]
    findings = [*findings, *odd]
    anchor = where.issue or frame.masthead.date or (front.issue if front else None)
    reports = []
    for group, span in zip(groups, _spans(groups, frame), strict=True):
        report, more_changes, more_findings = make_report(group, path, frame, anchor, span)
        page = frame.page_above(report.line) or where.page
        reports.append(with_front_matter(replace(report, page=page) if page else report, front))
        changes.extend(more_changes)
        findings.extend(more_findings)
    if front and not reports:
        reports.append(with_front_matter(Report(path, 1, first_line), front))
    reports = _with_their_sources([r for r in reports if r.paragraphs or r.title or r.captions], frame)
    masthead = replace(frame.masthead, year=frame.site_dates[0][1].year) if frame.site_dates else frame.masthead
    if not masthead.date and frame.site_dates:
        masthead = replace(masthead, date=frame.last_date(), line=frame.site_dates[0][0])
    return Reading(
        path, "", masthead=masthead, reports=tuple(reports),
        changes=tuple(sorted(changes, key=lambda c: c.line)), findings=tuple(findings),
    )  # fmt: skip


def _of_the_page(groups: list[Group], frame: Frame) -> list[Change]:
    """Who made a paper's page (责任编辑：苏小雨), below its masthead or number and above its reports: taken out of the first one."""
    group = groups[0] if groups else Group()
    first = group.body[0] if len(groups) > 1 and group.body else None
    if first is None or first.kind != "credit":
        return []
    heads = [head for head in group.heads if head.text not in COLUMNS]
    if (heads[0].line < first.line) if heads else not EDITORS.fullmatch(fold(first.text)):
        return []
    tops = [line for line in (frame.masthead.line, *(line for line, _, _ in frame.pages[:1])) if line]
    if not any(0 < first.line - line <= NEAR_TOP for line in tops):
        return []
    del groups[0].body[0]
    return [Change(first.line, "chrome", first.text, "")]


def _at_the_foot(groups: list[Group], frame: Frame) -> list[Change]:
    """Who made a paper's page (责任编辑：苏小雨 版式：何野), apart from the last of its reports, where none of the others is signed so."""
    last = groups[-1].body[-1] if len(groups) > 1 and groups[-1].body else None
    if (
        last is None
        or not last.gap
        or not (frame.pages or frame.masthead.line)
        or not EDITORS.fullmatch(fold(last.text))
    ):
        return []
    if any(
        EDITORS.fullmatch(fold(b.text)) for group in groups for b in group.body if b.kind == "credit" and b is not last
    ):
        return []
    del groups[-1].body[-1]
    return [Change(last.line, "chrome", last.text, "")]


def _with_their_sources(reports: list[Report], frame: Frame) -> list[Report]:
    """The reports, each with the source and author of its own site line where all stand in one line of the file, which no place tells apart."""
    line = reports[0].line if reports else 0
    if len(reports) < 2 or any(report.last != line for report in reports):
        return reports
    sources = [value for key, value in frame.facts_between(line, line) if fold(key) in SOURCE_FACTS]
    if len(sources) != len(reports):
        return reports
    reports = [replace(report, source=source) for report, source in zip(reports, sources, strict=True)]
    authors = [value for key, value in frame.facts_between(line, line) if fold(key) == "作者"]
    if len(authors) != len(reports) or not set(authors) <= set(reports[0].byline):
        return reports
    own = tuple(name for name in reports[0].byline if name not in authors[1:] or name == authors[0])
    return [
        replace(report, byline=own if not i else tuple(dict.fromkeys((author, *report.byline))))
        for i, (report, author) in enumerate(zip(reports, authors, strict=True))
    ]


def _as_one(groups: list[Group], front: FrontMatter) -> Group:
    """All groups as one report; lines that look like headlines belong to the text where the headline is written above."""
    first, *others = groups
    blocks = list(first.body)
    for group in others:
        blocks.extend(group.heads + group.body)
    if front.title:
        heads = [
            b._replace(kind="body") for b in first.heads if b.text not in (front.title, front.kicker, front.subtitle)
        ]
        return Group([], heads + blocks)
    return Group(first.heads, blocks)


def _spans(groups: list[Group], frame: Frame) -> list[tuple[int, int]]:
    """The lines whose site lines belong to each report: its own, and those around it that are no nearer to another.

    Between two reports, lines down to the first date (发布时间 …) or source end the upper one, the others open the lower.
    """
    firsts = [min(b.line for b in group.heads + group.body) for group in groups]
    lasts = [max(b.last for b in group.heads + group.body) for group in groups]
    spans: list[tuple[int, int]] = []
    begin = 0
    for i, last in enumerate(lasts):
        end = last + FAR_LINE
        if i + 1 < len(groups):
            opening = frame.first_opening(last + 1, firsts[i + 1] - 1)
            if opening and not frame.date_near(opening, opening) and _has_lines_of_its_own(frame, groups[i + 1]):
                opening = 0  # 信息来源：… below the upper one's last sentence
            elif opening and not frame.date_near(opening, opening) and opening - last < firsts[i + 1] - opening:
                opening = 0  # nearer to the upper one
            if not opening and _names_the_next(frame, groups[i], groups[i + 1]):
                opening = last + 1
            end = opening - 1 if opening else max(last, firsts[i + 1] - 1)
        spans.append((begin, end))
        begin = end + 1
    return spans


def _has_lines_of_its_own(frame: Frame, group: Group) -> bool:
    """Whether a site line tells a report's day or source between its headline and its text."""
    if not group.heads or not group.body:
        return False
    return frame.first_opening(group.heads[0].line, min(b.line for b in group.body)) > 0


def _names_the_next(frame: Frame, group: Group, following: Group) -> bool:
    """Whether a line between two reports (原标题：…) names the lower one, which has no headline of its own."""
    last, first = max(b.last for b in group.heads + group.body), min(b.line for b in following.heads + following.body)
    title = "" if following.heads else frame.title_above(last + 1, first - 1)
    below = "".join([b.text for b in following.body[:FEW] if b.kind in TEXT])
    return bool(title) and heads_what_is_below(title, below, group.told())
