"""What the preview adds to a page: a bar that says that it is one, and findings over the page until they are put right.

In: the state of the preview. Out: HTML. Every word out of a text is escaped; nothing here is part of the site.
"""

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib import resources
from importlib.metadata import version
from urllib.parse import quote

from bulletin.findings import Finding, Severity, screen_width
from bulletin.messages import N_, _
from bulletin.serve.built import HeldBack
from bulletin.serve.elements import element
from bulletin.serve.shown import Notes, Shown
from bulletin.values import dataclass

ROOT_ID, ASIDE_ID = "bulletin-preview", "bulletin-aside"
HOME = "/_preview/"
SEVERITIES = {Severity.SEVERE: N_("severe"), Severity.WARNING: N_("warning"), Severity.HINT: N_("hint")}
MOST_SHOWN = 20
ASSETS = ("preview.css", "preview.js")


def with_notes(page: bytes, notes: Notes, shown: Shown) -> bytes:
    """A page of the site with the preview's own parts; `shown` is what the browser that gets it shows from then on."""
    page = _before(b"</head>", _head(), page)
    page = _before(b"</main>", f'<div id="{ASIDE_ID}">{notes.aside}</div>'.encode(), page)
    root = f'<div id="{ROOT_ID}" data-shown="{escape(shown.word)}">{notes.bar}</div>'
    return _before(b"</body>", root.encode(), page)


@cache
def _head() -> bytes:
    """Style sheet and scripts, which are asked for once as long as they are the same."""
    style, script = (hashlib.blake2b(asset(name), digest_size=5).hexdigest() for name in ASSETS)
    return (
        f'<link rel="stylesheet" href="{HOME}{ASSETS[0]}?v={style}">'
        f'<script src="{HOME}{ASSETS[1]}?v={script}" defer></script>'
        f'<script src="/livereload.js?v={version("livereload")}" defer></script>'
    ).encode()


def asset(name: str) -> bytes:
    """The preview's own style sheet or script."""
    return (resources.files("bulletin") / "serve" / "preview" / name).read_text("utf-8").encode()


def _before(end: bytes, added: bytes, page: bytes) -> bytes:
    """The page with something before the last `end`; at its own end where it has none."""
    before, found, after = page.rpartition(end)
    return before + added + found + after if found else page + added


@dataclass(frozen=True, slots=True)
class Origin:
    """What a page is made from: `source` is the text with its path from content/, if it is one; `page` its address."""

    source: str = ""
    page: str = ""
    drafts: bool = False
    """Whether the preview shows drafts."""
    draft: bool = False
    """Whether the text is one."""

    @property
    def own(self) -> bool:
        """Whether it is a page of the preview itself, which tells of everything."""
        return self.page.startswith(HOME[1:])


def bar_and_overlay(findings: Sequence[Finding], origin: Origin) -> str:
    """Bar and overlay of a page."""
    severe = [f for f in findings if f.severity is Severity.SEVERE]
    others = [f for f in findings if f.severity is not Severity.SEVERE]
    return ("" if origin.own else overlay(severe)) + bar(len(severe), others, origin)


def bar(severe: int, others: Sequence[Finding], origin: Origin) -> str:
    """The bar at the foot of the window."""
    source = origin.source
    words = [element("a", _("preview"), kind="name", to=HOME)]
    if origin.draft:
        words.append(element("span", _("draft, not yet for readers"), kind="draft"))
    elif origin.drafts:
        words.append(element("span", _("with drafts")))
    if severe:
        count = _("{n} severe").format(n=severe)
        to_them = element("a", count, to=f"{HOME}#top", kind="severe")
        words.append(to_them if origin.own else element("button", count, type="button", kind="severe"))
    if others:
        words.append(element("a", _("{n} to look at").format(n=len(others)), to=f"{HOME}#findings"))
    if source:
        words.append(element("a", source, kind="source", to=account_url(source), title=_("how this text was read")))
    own = [f for f in others if (source and f.place.path.endswith("/" + source)) or f.place.path == origin.page]
    if own:
        rows = "".join(show(f) for f in own[:MOST_SHOWN])
        words.append(element("details", made=element("summary", _("{n} on this page").format(n=len(own))) + rows))
    return element("div", made="".join(words), kind="bar", role="status")


def overlay(severe: Sequence[Finding]) -> str:
    """Findings that keep something from appearing; empty where there are none."""
    if not severe:
        return ""
    rows = "".join(show(f) for f in severe[:MOST_SHOWN])
    more = len(severe) - MOST_SHOWN
    if more > 0:
        rows += element("p", made=element("a", _("{n} more").format(n=more), to=f"{HOME}#findings"))
    head = _("This has to be put right; the page below is as it was last right.")
    close = element("button", _("close (Esc)"), type="button", kind="close")
    attributes = {"kind": "overlay", "role": "alertdialog", "aria-label": head}
    return element("div", made=element("p", head, close, kind="head") + rows, **attributes)


def show(finding: Finding, to: str = "") -> str:
    """A finding: where, what, the line with a caret, what to do. `to` is where more can be seen of the place."""
    place, severity = finding.place, finding.severity
    where = element("code", str(place))
    where = element("a", made=where, to=to) if to else where
    parts = [
        element(
            "p",
            made=element("span", _(SEVERITIES[severity]), kind=str(severity)) + escape(f" {finding.message}"),
            kind="what",
        ),
        element("p", made=where + " " + element("small", finding.id), kind="where"),
    ]
    if place.text:
        parts.append(element("pre", _with_caret(finding)))
    if finding.hint:
        parts.append(element("p", _("to do: ") + finding.hint, kind="todo"))
    return element("div", made="".join(parts), kind=f"finding {severity}")


def _with_caret(finding: Finding) -> str:
    place = finding.place
    start = max(0, place.column - 31)
    shown = place.text[start : start + 70].rstrip("\n")
    if not place.column:
        return shown
    before = screen_width(shown[: place.column - 1 - start])
    marked = shown[place.column - 1 - start : place.column - 1 - start + place.width]
    return f"{shown}\n{' ' * before}{'^' * max(1, screen_width(marked))}"


def held_aside(held: Iterable[HeldBack], head: str = "") -> str:
    """What is held back, in preview only; empty where nothing is. Below an issue, where no other `head` is given."""
    rows = []
    for one in held:
        titles = f"<b>{escape('、'.join(one.titles[:3]))}</b> " if one.titles else ""
        link = f'<a href="{account_url(one.path)}">{escape(one.path)}</a>'
        rows.append(f"<li>{titles}{link}{''.join(show(f) for f in one.findings)}</li>")
    if not rows:
        return ""
    head = escape(head or _("Held back from this issue (only the preview says so)"))
    return f'<aside id="bulletin-held" class="bulletin-note"><h2>{head}</h2><ul>{"".join(rows)}</ul></aside>'


def account_url(path: str) -> str:
    """Address of the page that tells how a text was read."""
    return f"{HOME}text/{quote(path)}"


def document(title: str, body: str) -> bytes:
    """A page of the preview's own."""
    words = escape(title)
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{words}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,">'
        f'</head><body class="bulletin-own" id="top"><main><h1>{words}</h1>{body}</main></body></html>'
    ).encode()
