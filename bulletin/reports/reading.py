"""A file to its reports: the steps in order, and what came of them.

bytes → text → lines → clean lines → without the frame → blocks → joined → split → reports
"""

from dataclasses import replace
from datetime import date

from bulletin.findings import BulletinError, Finding, Place, find
from bulletin.model import Change, EventDate, FrontMatter, Masthead, Paragraph, Report
from bulletin.reports.dateline import take_dateline
from bulletin.reports.dates import find_event, guess_year
from bulletin.reports.decode import decode
from bulletin.reports.frontmatter import part
from bulletin.reports.place import FilePlace, place_of, windows_forbids
from bulletin.values import dataclass

HUGE = 5_000_000
WORD = ".docx"
Credited = tuple[tuple[str, tuple[str, ...]], ...]
"""(role, names)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one file. `issue_source` is path | masthead | front matter | guess, or empty."""

    path: str
    encoding: str
    issue: date | None = None
    issue_source: str = ""
    masthead: Masthead = Masthead()
    reports: tuple[Report, ...] = ()
    page_name: str = ""
    pictures: tuple[tuple[str, bytes], ...] = ()
    """(file name, bytes) of the pictures that a Word document holds; they stand beside it."""
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()


def is_word(data: bytes, path: str) -> bool:
    """Whether the file is a document of Word 2007 or later."""
    return data.startswith(b"PK\x03\x04") and path.lower().endswith(WORD)


def read_reports(data: bytes, path: str, accept_revisions: bool = False) -> Reading:
    """Read the bytes of a file. Never raises: what cannot be read is a finding."""
    if is_word(data, path):
        return _word(data, path, accept_revisions)
    decoded = decode(data, path)
    findings = _file_findings(data, path)
    if decoded.finding:
        return Reading(path, decoded.encoding, findings=(*findings, decoded.finding))
    if decoded.warning:
        findings.append(decoded.warning)
    try:
        parted = part(decoded.text, path)
    except BulletinError as error:
        return Reading(path, decoded.encoding, findings=(*findings, error.finding))
    findings = [*findings, *parted.findings]
    where = place_of(path)
    if parted.front_matter and path.lower().endswith((".md", ".markdown")):
        reading = _markdown(parted.body, parted.body_line, path, parted.front_matter, where)
    else:
        reading = _plain(parted.body, parted.body_line, path, parted.front_matter, where)
    if not reading.reports and not parted.front_matter and not findings:
        findings.append(find("file-empty", Place(path)))
    issue, source, odd = _dated(reading, where, decoded.text)
    return Reading(
        path, decoded.encoding, issue, source, reading.masthead, reading.reports, where.page_name, (), reading.changes,
        (*findings, *reading.findings, *odd),
    )  # fmt: skip


def _word(data: bytes, path: str, accept: bool) -> Reading:
    """Read a Word document by way of the text it holds."""
    from bulletin.reports.word import read_word  # late: it brings archives and a parser of HTML

    document = read_word(data, path, accept)
    if not document.text:
        return Reading(path, "docx", findings=document.findings)
    reading = read_reports(document.text.encode(), path[: -len(WORD)] + ".txt")
    findings = tuple(replace(f, place=replace(f.place, path=path)) for f in reading.findings)
    return replace(
        reading, path=path, encoding="docx", findings=(*document.findings, *findings), pictures=document.pictures,
        reports=tuple(replace(report, path=path) for report in reading.reports),
    )  # fmt: skip


def _file_findings(data: bytes, path: str) -> list[Finding]:
    findings = []
    if len(data) > HUGE:
        findings.append(find("file-huge", Place(path), size=len(data) // 1_000_000))
    if name := windows_forbids(path):
        findings.append(find("file-name-windows", Place(path), name=name))
    return findings


def _plain(body: str, first_line: int, path: str, front: FrontMatter | None, where: FilePlace) -> Reading:
    """Read plain text."""
    from bulletin.reports.plain import (
        read_plain,
    )  # late: all that takes a dump apart, which files of Markdown do not need

    return read_plain(body, first_line, path, front, where)


def _markdown(body: str, first_line: int, path: str, front: FrontMatter, where: FilePlace) -> Reading:
    """Read an article that an editor wrote: its body is Markdown and is not changed."""
    from bulletin.markup import plain_paragraphs

    texts = [Paragraph(t, first_line + line, first_line + last) for t, line, last in plain_paragraphs(body)]
    anchor = where.issue or front.issue
    first = texts[0].text if texts else ""
    dateline, credits, rest = take_dateline(first)
    if rest != first:
        texts[0] = Paragraph(rest, texts[0].line, texts[0].last)
    event, findings = find_event([first], anchor, Place(path, first_line))
    report = Report(
        path, 1, first_line + body.count("\n"), title=front.title, kicker=front.kicker, subtitle=front.subtitle,
        dateline=dateline, lead_in=first[: len(first) - len(rest)].rstrip(), byline=front.byline or credits.byline,
        credits=_credits(credits.others, front), source=front.source, event=_written_date(front) or event,
        column=front.column, page=front.page or where.page, paragraphs=tuple(texts), front_matter=front, markdown=body,
        markdown_line=first_line,
    )  # fmt: skip
    return Reading(path, "", reports=(report,), findings=tuple(findings))


def with_front_matter(report: Report, front: FrontMatter | None) -> Report:
    """What an editor wrote wins over what was read."""
    if front is None:
        return report
    return replace(
        report, title=front.title or report.title, kicker=front.kicker or report.kicker,
        subtitle=front.subtitle or report.subtitle, byline=front.byline or report.byline,
        credits=_credits(report.credits, front), source=front.source or report.source,
        event=_written_date(front) or report.event, column=front.column or report.column, page=front.page or report.page,
        front_matter=front,
    )  # fmt: skip


def _credits(read: Credited, front: FrontMatter) -> Credited:
    if not (front.editor or front.photographer):
        return read
    written = {"责编": front.editor, "摄影": front.photographer}
    return tuple({**dict(read), **{role: names for role, names in written.items() if names}}.items())


def _written_date(front: FrontMatter) -> EventDate | None:
    day = front.date
    return EventDate(day.isoformat(), day.year, day.month, day.day, "front matter") if day else None


Dated = tuple[date | None, str, tuple[Finding, ...]]
"""(date of the issue, where it was had from, what is to be told)."""


def _dated(reading: Reading, where: FilePlace, text: str) -> Dated:
    """Decide the issue's date: path, masthead, front matter, or a guess that is shown."""
    if where.issue:
        return where.issue, "path", ()
    if reading.masthead.date:
        return reading.masthead.date, "masthead", ()
    fronts = [r.front_matter.issue for r in reading.reports if r.front_matter and r.front_matter.issue]
    if fronts:
        return fronts[0], "front matter", ()
    return _guessed(reading, text) if reading.reports else (None, "", ())


def _guessed(reading: Reading, text: str) -> Dated:
    """The latest event date in the file; its year the one that the text itself gives."""
    place = Place(reading.path, reading.reports[0].line)
    events = [report.event for report in reading.reports if report.event.month]
    year = guess_year(text)
    days = [
        date(e.year or year, e.month, e.day)
        for e in events
        if (e.year or year) and _real(e.year or year, e.month, e.day)
    ]
    if not days:
        return None, "", (find("issue-date-missing", place),)
    day = max(days)
    latest = next(e for e in events if (e.month, e.day) == (day.month, day.day))
    why = latest.text if latest.year else f"{latest.text} + {year}年"
    name = f"{day.isoformat()}.txt"
    return day, "guess", (find("issue-date-guessed", place, date=day, why=why, name=name),)


def _real(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
