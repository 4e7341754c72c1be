"""How a text was read, as a page: the original on one side, what became of it on the other, every difference marked.

In: the text, its `Reading`. Out: HTML. What stands on the right is compared with the lines it came from, character by
character, so that no change can go unmarked, whichever rule made it: taken out on the left, put in on the right, and ⏎
where two broken paragraphs were joined.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from html import escape

from bulletin.findings import Finding
from bulletin.messages import _
from bulletin.model import Report
from bulletin.people.link import Recognised
from bulletin.reports.reading import Reading
from bulletin.serve.elements import element
from bulletin.serve.notes import document, show
from bulletin.serve.stretches import Piece, folded, stretches

LONGEST = 4000
"""Characters of a paragraph that are compared one by one; a longer one is shown as it is."""


def text_page(
    path: str, text: str, reading: Reading, people: Sequence[Recognised], findings: Sequence[Finding]
) -> bytes:
    """The page for one text; `people` has one item a report, `findings` are those of this text."""
    day = reading.issue.isoformat() if reading.issue else "—"
    source = {
        "path": _("from the path"), "masthead": _("from the masthead"), "front matter": _("from the front matter"),
        "guess": _("guessed"),
    }.get(reading.issue_source, "")  # fmt: skip
    issue = element("a", day, to=f"/{reading.issue:%Y/%m/%d}/") if reading.issue else escape(day)
    words = escape(reading.encoding or "?"), escape(_("issue")), issue, escape(f"({source})" if source else "")
    facts = element("p", made="  ".join(words))
    told = "".join(show(f) for f in findings)
    head = element("tr", made=element("th", _("as it came")) + element("th", _("as it was read")))
    legend = element(
        "p",
        made=element("del", _("taken out")) + element("ins", _("put in")) + element("del", _("stands above"), kind="moved")
        + element("mark", "⏎") + element("span", _("joined here")) + element("span", _("in no report"), kind="out"),
        kind="legend",
    )  # fmt: skip
    return document(
        path, f'{facts}{told}{legend}<table class="sides">{head}{"".join(_rows(text, reading.reports, people))}</table>'
    )


def _rows(text: str, reports: Sequence[Report], people: Sequence[Recognised]) -> Iterator[str]:
    """The rows of all reports, and of the lines that are in none."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pieces = [_pieces(report) for report in reports]
    places = iter(stretches(text, [piece for own in pieces for piece in own]))
    lines = _Lines(
        text,
        {n for own in pieces for piece in own for n in range(piece.line, piece.last + 1)},
        {n for report, own in zip(reports, pieces, strict=True) for n in range(report.line, _first(report, own))},
    )
    at = 1
    for report, found, own in zip(reports, people, pieces, strict=True):
        yield lines.row(at, report.line - 1)
        placed = sorted(((next(places), piece) for piece in own), key=lambda pair: pair[0])
        yield from _report(report, found, lines, [(text[begin:end], piece) for (begin, end), piece in placed])
        at = max(at, report.last + 1)
    yield lines.row(at, len(lines.of))


class _Lines:
    """The lines that are in no paragraph: headlines, menus, mastheads, bylines; each is shown once.

    `taken` are those of paragraphs, `heads` those above a report's text, also of reports on whose page another one goes on.
    """

    def __init__(self, text: str, taken: set[int], heads: set[int]) -> None:
        self.of, self.gone, self.kept = text.split("\n"), taken, heads - taken

    def head(self, first: int, last: int) -> str:
        """The lines above a report's text."""
        self.kept.difference_update(range(first, last + 1))
        return self._numbered(first, last)

    def row(self, first: int, last: int) -> str:
        """Lines that are in no report; nothing where all of them are empty."""
        left = self._numbered(first, last)
        return element("tr", made=element("td", made=left) + element("td"), kind="out") if left else ""

    def _numbered(self, first: int, last: int) -> str:
        """Lines with their numbers, but empty ones, as HTML."""
        inside = range(first, min(last, len(self.of)) + 1)
        numbers = [n for n in inside if n not in self.gone and n not in self.kept]
        self.gone.update(numbers)
        shown = ((n, self.of[n - 1]) for n in numbers)
        return "<br>".join(element("b", str(n)) + " " + escape(line) for n, line in shown if line.strip())


def _first(report: Report, pieces: Iterable[Piece]) -> int:
    """The line at which the text of a report begins."""
    return min((piece.line for piece in pieces), default=report.last + 1)


def _pieces(report: Report) -> list[Piece]:
    """Paragraphs and captions of a report, by their lines."""
    paragraphs = [Piece(p.line, p.last, p.text, "p") for p in report.paragraphs]
    captions = [Piece(c.line, c.line, c.text, "caption") for c in report.captions]
    return sorted((*paragraphs, *captions), key=lambda piece: (piece.line, piece.last))


def _report(report: Report, found: Recognised, lines: _Lines, pieces: Sequence[tuple[str, Piece]]) -> Iterator[str]:
    """A row for the head of the report, one for each paragraph and caption, and one for the lines between them.

    `pieces` has the stretch of the original before each of them.
    """
    first = _first(report, (piece for _, piece in pieces))
    heads = (("kicker", report.kicker), ("title", report.title), ("subtitle", report.subtitle))
    head = "".join(element("span", text, kind=name) for name, text in heads if text)
    numbered = element("td", made=lines.head(report.line, first - 1))
    yield element("tr", made=numbered + element("td", made=head + _facts(report, found)), kind="head")
    credits = (f"{role}{''.join(names)}" for role, names in report.credits)
    above = tuple(folded(text)[0] for text in (report.lead_in, *(text for _, text in heads), report.source, *credits))
    at = first
    for original, piece in pieces:
        yield lines.row(at, piece.line - 1)
        left, right = marked(original, piece.text, above)
        number = element("b", str(piece.line)) + " "
        yield element("tr", made=element("td", made=number + left) + element("td", made=right, kind=piece.kind))
        at = max(at, piece.last + 1)
    yield lines.row(at, report.last)


def _facts(report: Report, found: Recognised) -> str:
    """What was understood of a report besides its text, a row each."""
    rows = [
        (_("date"), report.event.text), (_("dateline"), report.dateline), (_("byline"), " ".join(report.byline)),
        (_("source"), report.source), *((role, " ".join(names)) for role, names in report.credits),
        *((_("leader"), f"{p.name} {'、'.join(p.titles)} {' '.join(p.roles)}") for p in found.people),
    ]  # fmt: skip
    made = "".join(element("dt", name) + element("dd", text.strip()) for name, text in rows if text.strip())
    return element("dl", made=made, kind="facts") if made else ""


def marked(before: str, after: str, above: Sequence[str] = ()) -> tuple[str, str]:
    """Two texts as HTML with their differences marked: what was taken out, what was put in, ⏎ for a join.

    What stands `above` the text (headline, dateline, byline; folded) is not lost; mere space is marked as such.
    """
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
            left.append(_taken_out(old, above))
        if new:
            right.append(f"<ins>{escape(new)}</ins>")
        if "\n" in old and c and d < len(after):
            right.append(element("mark", "⏎", kind="join", title=_("joined here")))
    return "".join(left), "".join(right)


def _taken_out(text: str, above: Sequence[str]) -> str:
    """What the text lacks; what of it stands above is told from what is gone."""
    if not text:
        return ""
    kept, places = folded(text)
    shown = text.replace("\n", "⏎")
    if not kept:
        return element("del", shown, kind="space")
    for item in above:
        if kept in item:
            return element("del", shown, kind="moved")
        at = kept.find(item) if len(item) > 1 else -1
        if at >= 0:
            begin, end = places[at], places[at + len(item) - 1] + 1
            return _taken_out(text[:begin], above) + _taken_out(text[begin:end], above) + _taken_out(text[end:], above)
    return element("del", shown)
