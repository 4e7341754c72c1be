"""/_preview/: what is held back, what changed since the last build, every finding, and every text with a link to how it was read."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from bulletin.findings import Finding, Severity
from bulletin.identity.entries import Entry, entry_order
from bulletin.messages import N_, _
from bulletin.serve.built import Built, is_draft
from bulletin.serve.elements import element
from bulletin.serve.gone import emptied
from bulletin.serve.notes import account_url, document, held_aside, show
from bulletin.serve.since import Since

KINDS = {
    "new": N_("new"),
    "text": N_("text changed"),
    "title": N_("headline changed"),
    "moved": N_("address changed"),
    "gone": N_("gone"),
    "back": N_("there again"),
}
MOST_TEXTS = 2000
ALIKE = 3
"""So many findings of one kind are shown at once; a click shows the others."""
YEAR = 4


def changes(since: Since) -> Iterator[tuple[str, Entry]]:
    """(kind, entry) for each report that differs from the last build, in the order of addresses."""
    before = {entry.url: entry for entry in since.before}
    for entry in sorted(since.now, key=entry_order):
        was = before.get(entry.url)
        if was == entry:
            continue
        if was is None:
            yield "new", entry
        elif entry.gone != was.gone or entry.to != was.to:
            yield ("gone" if entry.gone else "moved" if entry.to else "back"), entry
        elif entry.text != was.text:
            yield "text", entry
        elif entry.title != was.title:
            yield "title", entry


def overview(built: Built | None, findings: tuple[Finding, ...], written: frozenset[str], drafts: bool) -> bytes:
    """The page; `written` are the addresses of the last build."""
    parts: list[str] = []
    if built:
        told = {id(finding) for one in built.held for finding in one.findings}
        others = tuple(finding for finding in findings if id(finding) not in told)
        parts.append(held_aside(built.held, _("Held back")))
        parts.append(_changes(built, written, drafts))
        parts.extend(_findings(others, built))
        parts.append(_texts(built, findings))
    else:
        parts.extend(_findings(findings, None))
    return document(_("Preview"), "".join(parts))


def _changes(built: Built, written: frozenset[str], drafts: bool) -> str:
    since = built.since()
    head = element("h2", _("Changed since the last build"), id="changes")
    if since.first:
        count = _("{count} reports").format(count=len(since.now))
        return head + element("p", f"{_(KINDS['new'])}: {count}")
    rows = [_change(built, kind, entry, drafts) for kind, entry in changes(since)]
    table = element("table", made="".join(rows), kind="changes") if rows else element("p", _("Nothing."))
    return head + table + _emptied(emptied(built, written, frozenset(e.url for e in (*since.before, *since.now))))


def _change(built: Built, kind: str, entry: Entry, drafts: bool) -> str:
    draft = drafts and kind != "gone" and is_draft(built.config, entry.path)
    title = element("a", entry.title, to=f"/{entry.url}")
    title += element("span", _("draft"), kind="draft") if draft else ""
    text = element("a", entry.path, to=account_url(entry.path)) if entry.path in built.texts else escape(entry.path)
    cells = element("span", _(KINDS[kind]), kind=f"kind {kind}"), title, text
    return element("tr", made="".join(element("td", made=cell) for cell in cells))


def _emptied(urls: list[str] | None) -> str:
    """Pages of lists that are empty now."""
    if urls is None:
        return element("p", _("Pages are still being made; which of them are gone is told in a moment."), kind="faint")
    if not urls:
        return ""
    rows = "".join(element("li", made=element("a", url, to=f"/{url}")) for url in urls)
    return element("h3", _("Pages that the next build leaves out")) + element("ul", made=rows, kind="columns")


def _findings(findings: Sequence[Finding], built: Built | None) -> Iterator[str]:
    prefix = f"{built.config.content}/" if built else ""
    texts = frozenset(built.texts) if built else frozenset()

    def shown(finding: Finding) -> str:
        path = finding.place.path.removeprefix(prefix)
        return show(finding, account_url(path) if path in texts else "")

    yield element("h2", _("To look at"), id="findings")
    if not findings:
        yield element("p", _("Nothing."))
    order = (Severity.SEVERE, Severity.WARNING, Severity.HINT)
    by_kind = sorted(findings, key=lambda f: (order.index(f.severity), f.id))  # stable: places stay in order
    for (severity, _id), alike in groupby(by_kind, key=lambda f: (f.severity, f.id)):
        rows = [shown(finding) for finding in alike]
        most = len(rows) if severity is Severity.SEVERE else ALIKE
        yield "".join(rows[:most])
        if rows[most:]:
            more = element("summary", _("{n} more of this kind").format(n=len(rows) - most))
            yield element("details", made=more + "".join(rows[most:]))


def _texts(built: Built, findings: Iterable[Finding]) -> str:
    """All texts, the newest first, year by year; the newest year is open."""
    prefix = f"{built.config.content}/"
    counts: dict[str, int] = {}
    for finding in findings:
        path = finding.place.path.removeprefix(prefix)
        counts[path] = counts.get(path, 0) + 1
    parts = [element("h2", _("How each text was read"), id="texts")]
    newest = sorted(built.texts, reverse=True)[:MOST_TEXTS]
    years = [(year, list(paths)) for year, paths in groupby(newest, key=_year)]
    shown = next((year for year, _paths in years if year), "")
    for year, paths in years:
        rows = (
            element("li", made=element("a", path, to=account_url(path)) + _count(counts.get(path, 0))) for path in paths
        )
        name = year or _("without a year in their path")
        head = element("summary", f"{name} ({len(paths)})")
        listed = element("ul", made="".join(rows), kind="columns texts")
        parts.append(element("details", made=head + listed, open="open" if year == shown else ""))
    return "".join(parts)


def _count(findings: int) -> str:
    return element("span", _("{n} to look at").format(n=findings), kind="count") if findings else ""


def _year(path: str) -> str:
    """The year that a path begins with, or nothing."""
    return path[:YEAR] if path[:YEAR].isdecimal() else ""
