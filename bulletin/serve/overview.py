"""/_preview/: what changed since the last build, every finding, and every text with a link to how it was read."""

from collections.abc import Iterable, Iterator
from html import escape

from bulletin.findings import Finding, Severity
from bulletin.identity.entries import Entry, entry_order
from bulletin.messages import N_, _
from bulletin.serve.built import Built
from bulletin.serve.elements import element
from bulletin.serve.notes import account_url, document, held_aside, show

KINDS = {
    "new": N_("new"),
    "text": N_("text changed"),
    "title": N_("headline changed"),
    "moved": N_("address changed"),
    "gone": N_("gone"),
    "back": N_("there again"),
}
MOST_TEXTS = 2000


def changes(known: Iterable[Entry], entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """(kind, entry) for each report that differs from the last build, in the order of addresses."""
    before = {entry.url: entry for entry in known}
    for entry in sorted(entries, key=entry_order):
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


def overview(built: Built | None, findings: tuple[Finding, ...]) -> bytes:
    """The page."""
    parts: list[str] = []
    if built:
        parts.extend(_changes(built))
        parts.append(held_aside(built.held, _("Held back")))
        told = {id(finding) for one in built.held for finding in one.findings}
        findings = tuple(finding for finding in findings if id(finding) not in told)
    parts.extend(_findings(findings, built))
    if built:
        parts.extend(_texts(built))
    return document(_("Preview"), "".join(parts))


def _changes(built: Built) -> Iterator[str]:
    known, now = built.ledgers()
    yield element("h2", _("Changed since the last build"), id="changes")
    if not known:
        yield element("p", f"{_(KINDS['new'])}: {_('{count} reports').format(count=len(now))}")
        return
    rows = []
    for kind, entry in changes(known, now):
        cells = (
            escape(_(KINDS[kind])), element("a", entry.title, to=f"/{entry.url}"),
            element("a", entry.path, to=account_url(entry.path)),
        )  # fmt: skip
        rows.append(element("tr", made="".join(element("td", made=cell) for cell in cells)))
    yield element("table", made="".join(rows)) if rows else element("p", _("Nothing."))


def _findings(findings: tuple[Finding, ...], built: Built | None) -> Iterator[str]:
    prefix = f"{built.config.content}/" if built else ""
    texts = frozenset(built.texts) if built else frozenset()

    def account(finding: Finding) -> str:
        path = finding.place.path.removeprefix(prefix)
        return account_url(path) if path in texts else ""

    yield element("h2", _("To look at"), id="findings")
    order = (Severity.SEVERE, Severity.WARNING, Severity.HINT)
    rows = [show(f, account(f)) for severity in order for f in findings if f.severity is severity]
    yield "".join(rows) if rows else element("p", _("Nothing."))


def _texts(built: Built) -> Iterator[str]:
    yield element("h2", _("How each text was read"), id="texts")
    newest = sorted(built.texts, reverse=True)[:MOST_TEXTS]
    rows = (element("li", made=element("a", path, to=account_url(path))) for path in newest)
    yield element("ul", made="".join(rows), kind="texts")
