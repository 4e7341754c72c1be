"""What the preview answers: pages of the site with the preview's own parts, and the pages under /_preview/."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import unquote

from bulletin.findings import Finding
from bulletin.messages import _
from bulletin.people.link import recognise
from bulletin.reports.decode import decode
from bulletin.reports.reading import is_word, read_reports
from bulletin.reports.word import read_word
from bulletin.serve.built import is_draft
from bulletin.serve.gone import gone_aside
from bulletin.serve.live import Telling
from bulletin.serve.notes import ASSETS, Origin, asset, bar_and_overlay, document, held_aside, with_notes
from bulletin.serve.original import text_page
from bulletin.serve.overview import overview
from bulletin.serve.session import Session
from bulletin.serve.shown import Notes, Shown, lacking, shown_of
from bulletin.storage.sources import read_source
from bulletin.theme.theme import FINGERPRINTED

OWN = "_preview/"
OVERVIEW = ("_preview/index.html", "_preview/")
RAW = "raw/"


class Preview:
    """Answers out of a session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        session.own_page = self._own

    @property
    def base_path(self) -> str:
        return self.session.built.base_path if self.session.built else "/"

    def __contains__(self, address: object) -> bool:
        built = self.session.built
        return built is not None and (address in built.files or self.session.find(str(address)) is not None)

    def lasts(self, address: str) -> bool:
        """Style sheets and scripts have their digest in their address."""
        if address.startswith(OWN):
            return address.removeprefix(OWN) in ASSETS
        built = self.session.built
        return built is not None and address in built.theme.assets and address.endswith(FINGERPRINTED)

    def answer(self, address: str) -> tuple[int, str, bytes]:
        """Status, kind (html, css …) and bytes; a page gets its bar and, where something is wrong, its overlay."""
        own = address.removeprefix(OWN) if address.startswith(OWN) else ""
        if own in ASSETS:
            return 200, own.rpartition(".")[2], asset(own)
        if own.startswith(RAW):  # as a build writes it
            name = own.removeprefix(RAW)
            raw = None if name.startswith(OWN) else self.session.page(name)
            return (404, "txt", b"not found\n") if raw is None else (200, name.rpartition(".")[2].lower(), raw)
        data = self.session.page(address)
        kind = "html" if own or address == OWN else address.rpartition(".")[2].lower()
        if kind != "html":
            return (404, "txt", b"not found\n") if data is None else (200, kind, data)
        notes = self.notes(address)
        shown = self._shown(data or None, notes)
        status = 404 if data is None else 200 if data else 500
        if data is None and self.session.built:
            data = self.session.page("404.html")
        return status, "html", with_notes(data or _nothing_yet(), notes, shown)

    def _shown(self, data: bytes | None, notes: Notes) -> Shown:
        return shown_of(data, self.session.built.theme.addresses if self.session.built else {}, notes)

    def notes(self, address: str) -> Notes:
        """What the preview adds to a page."""
        built = self.session.built
        page = None if address.startswith(OWN) else self.session.find(address)
        source = page.origin if built and page and page.origin in built.texts else ""
        draft = bool(built and source and self.session.drafts and is_draft(built.config, source))
        bar = bar_and_overlay(self.session.findings, Origin(source, address, self.session.drafts, draft))
        return Notes(bar, self._held(address) or ("" if page else self._gone(address)))

    def told(self, pages: Iterable[str]) -> Telling:
        """What each browser lacks that shows one of these pages. A page with a faulty template stays as it is.

        One that does not say what it shows is taken to show what is right now; those that show other pages are left alone.
        """
        found = {page: self.session.page(page) for page in pages}  # all before any notes: each may find a fault
        notes = {page: self.notes(page) for page in found}
        states = {page: self._shown(data or None, notes[page]) for page, data in found.items()}

        def telling(page: str, was: Shown | None) -> tuple[dict[str, Any] | None, Shown | None]:
            now = states.get(page)
            if now is None or was is None:
                return None, now or was
            if page in self.session.faults:
                now = replace(was, notes=now.notes)
            return lacking(was, now, notes[page]), now

        return telling

    def _held(self, address: str) -> str:
        """What is held back from the issue at this address; on the front page, what has no day."""
        if not self.session.built:
            return ""
        day = _day_of(address)
        wanted = [h for h in self.session.built.held if (h.issue == day if day else h.issue is None)]
        return held_aside(wanted) if day or address == "index.html" else ""

    def _gone(self, address: str) -> str:
        """What to say at an address at which nothing stands; empty where there never was anything."""
        if address.startswith(OWN) or self.session.built is None:
            return ""
        by_build = address in self.session.written
        return gone_aside(by_build) if by_build or self.session.had(address) else ""

    def _own(self, address: str) -> bytes | None:
        """A page under /_preview/."""
        name = unquote(address.removeprefix(OWN))
        if name in ("", "index.html"):
            session = self.session
            return overview(session.built, session.findings, session.written, session.drafts)
        if name.startswith("text/") and self.session.built:
            return self._text(name.removeprefix("text/"))
        return None

    def _text(self, path: str) -> bytes | None:
        """How a text was read; None for one that is not among the site's texts."""
        built = self.session.built
        if built is None or path not in built.texts:
            return None
        data = read_source(built.config.content_folder, path)
        if isinstance(data, Finding):
            return None
        accept = built.config.word_revisions == "accept"
        text = read_word(data, path, accept).text if is_word(data, path) else decode(data, path).text
        reading = read_reports(data, path, accept)
        people = [recognise(report) for report in reading.reports]
        own = [f for f in built.findings if f.place.path == f"{built.config.content}/{path}"]
        return text_page(path, text, reading, people, own)


def _day_of(address: str) -> date | None:
    """The day of an issue's own page, or None."""
    parts = address.split("/")
    if len(parts) != 4 or parts[3] != "index.html" or not all(p.isdecimal() for p in parts[:3]):
        return None
    try:
        return date(*(int(p) for p in parts[:3]))
    except ValueError:
        return None


def _nothing_yet() -> bytes:
    return document(_("There is nothing to show yet"), "")
