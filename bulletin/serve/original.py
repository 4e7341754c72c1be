"""How a text was read, as a page: the original on one side, what became of it on the other, every difference marked.

In: the text, its `Reading`. Out: HTML. What stands on the right is compared with the lines it came from, character by
character, so that no change can go unmarked, whichever rule made it: taken out on the left, put in on the right, and ⏎
where two broken paragraphs were joined.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html import escape

from bulletin.findings import Finding
from bulletin.messages import _
from bulletin.model import Report
from bulletin.people.link import Recognised
from bulletin.reports.reading import Reading
from bulletin.serve.elements import element
from bulletin.serve.notes import document, show

LONGEST = 4000
"""Characters of a paragraph that are compared one by one; a longer one is shown as it is."""


def text_page(
    path: str, text: str, reading: Reading, people: Sequence[Recognised], findings: Sequence[Finding]
) -> bytes:
    """The page for one text; `people` has one item a report, `findings` are those of this text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows: list[str] = []
    at = 1
    for report, found in zip(reading.reports, people, strict=True):
        if at < report.line:
            rows.append(_left_alone(lines, at, report.line - 1))
        rows.extend(_report(report, found, lines))
        at = max(at, report.last + 1)
    if at <= len(lines):
        rows.append(_left_alone(lines, at, len(lines)))
    day = reading.issue.isoformat() if reading.issue else "—"
    source = {
        "path": _("from the path"), "masthead": _("from the masthead"), "front matter": _("from the front matter"),
        "guess": _("guessed"),
    }.get(reading.issue_source, "")  # fmt: skip
    facts = element("p", "  ".join((reading.encoding or "?", _("issue"), day, f"({source})" if source else "")))
    told = "".join(show(f) for f in findings)
    head = element("tr", made=element("th", _("as it came")) + element("th", _("as it was read")))
    legend = element(
        "p",
        made=element("del", _("taken out")) + element("ins", _("put in"))
        + element("mark", "⏎") + element("span", _("joined here")) + element("span", _("in no report"), kind="out"),
        kind="legend",
    )  # fmt: skip
    return document(path, f'{facts}{told}{legend}<table class="sides">{head}{"".join(rows)}</table>')


def _report(report: Report, found: Recognised, lines: Sequence[str]) -> Iterator[str]:
    """A row for the head of the report, one for each paragraph and caption, and one for the lines between them."""
    pieces = [(p.line, p.last, p.text, "p") for p in report.paragraphs] + [
        (c.line, c.line, c.text, "caption") for c in report.captions
    ]
    pieces.sort()
    first = pieces[0][0] if pieces else report.last + 1
    head = [
        f'<span class="{name}">{escape(text)}</span>'
        for name, text in (("kicker", report.kicker), ("title", report.title), ("subtitle", report.subtitle))
        if text
    ]
    facts = [report.dateline, report.event.text, " ".join(report.byline), report.source]
    facts += [f"{role} {' '.join(names)}" for role, names in report.credits]
    facts += [f"{p.name} {'、'.join(p.titles)} {' '.join(p.roles)}" for p in found.people]
    small = "".join(f"<li>{escape(fact.strip())}</li>" for fact in facts if fact)
    yield f'<tr class="head"><td>{_numbered(lines, report.line, first - 1)}</td><td>{"".join(head)}<ul>{small}</ul></td></tr>'
    at = first
    for line, last, text, kind in pieces:
        if at < line:
            yield _left_alone(lines, at, line - 1)
        left, right = marked("\n".join(lines[line - 1 : last]), text)
        yield f'<tr><td><b>{line}</b> {left}</td><td class="{kind}">{right}</td></tr>'
        at = max(at, last + 1)
    if at <= report.last:
        yield _left_alone(lines, at, report.last)


def _left_alone(lines: Sequence[str], first: int, last: int) -> str:
    """Lines that are in no paragraph: menus, mastheads, bylines that were taken as such, and empty ones."""
    if not any(line.strip() for line in lines[first - 1 : last]):
        return ""
    return f'<tr class="out"><td>{_numbered(lines, first, last)}</td><td></td></tr>'


def _numbered(lines: Sequence[str], first: int, last: int) -> str:
    shown = ((n, lines[n - 1]) for n in range(first, min(last, len(lines)) + 1))
    return "<br>".join(f"<b>{n}</b> {escape(line)}" for n, line in shown if line.strip())


def marked(before: str, after: str) -> tuple[str, str]:
    """Two texts as HTML with their differences marked: what was taken out, what was put in, ⏎ for a join."""
    if len(before) > LONGEST or len(after) > LONGEST:
        return escape(before), escape(after)
    left: list[str] = []
    right: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = before[a:b], after[c:d]
        if kind == "equal":
            left.append(escape(old))
            right.append(escape(new))
            continue
        if old:
            left.append(f"<del>{escape(old).replace(chr(10), '⏎')}</del>")
        if new:
            right.append(f"<ins>{escape(new)}</ins>")
        if "\n" in old and c and d < len(after):
            right.append(element("mark", "⏎", kind="join", title=_("joined here")))
    return "".join(left), "".join(right)
