"""What an editor should see: where it is, what is wrong, what to do.

A `Finding` keeps its id and the values that its sentence needs; the sentence itself is made when it is shown, in the
language of the reader. Every id is listed once, in `finding_kinds`.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum

from bulletin.finding_kinds import KINDS
from bulletin.messages import N_, _
from bulletin.values import dataclass


class Severity(StrEnum):
    """Whether a finding stops a report (severe), may be wrong (warning), or is only worth a look (hint)."""

    SEVERE = "severe"
    WARNING = "warning"
    HINT = "hint"


SEVERITY_WORDS = {Severity.SEVERE: N_("severe"), Severity.WARNING: N_("warning"), Severity.HINT: N_("hint")}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file. `line` and `column` count from 1, in characters; 0 where the whole file is meant."""

    path: str
    line: int = 0
    column: int = 0
    text: str = field(default="", compare=False)
    """The line itself, where it helps to show it."""
    width: int = field(default=1, compare=False)
    """How many characters the caret underlines."""

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an editor should see."""

    id: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        return Severity(KINDS[self.id].severity)

    @property
    def message(self) -> str:
        """What is wrong, in the language of this run."""
        return self._said(KINDS[self.id].message)

    @property
    def hint(self) -> str:
        """What to do about it, in the language of this run."""
        return self._said(KINDS[self.id].hint)

    def _said(self, text: str) -> str:
        """A sentence of `KINDS`; what is wanted, and where, may be words of ours as well ("one line of text")."""
        values = {name: _(value) if value and name in ("key", "wanted") else value for name, value in self.values}
        return _(text).format(**values)


class BulletinError(Exception):
    """A user's mistake, never a fault of ours: it carries the finding that explains it."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.id)
        self.finding = finding

    def __reduce__(self) -> tuple[type["BulletinError"], tuple[Finding]]:
        return BulletinError, (self.finding,)


def find(id: str, place: Place, **values: object) -> Finding:
    """Make a finding; raises KeyError for an id that `finding_kinds` does not list."""
    KINDS[id]
    return Finding(id, place, tuple((name, str(value)) for name, value in sorted(values.items())))


def fail(id: str, place: Place, **values: object) -> BulletinError:
    """Make the error that carries such a finding."""
    return BulletinError(find(id, place, **values))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file and place, each once."""
    return sorted(dict.fromkeys(findings), key=lambda f: (f.place, f.id, f.values))


def screen_width(text: str) -> int:
    """Cells that `text` takes on a screen: two for a Han character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def show(finding: Finding) -> str:
    """A finding as an editor reads it: place, severity, id, sentence; the line with a caret; what to do.

    >>> print(show(find("file-empty", Place("a.txt"))))
    a.txt: warning file-empty: the file is empty
        to do: put a report into it, or delete it
    """
    severity = _(SEVERITY_WORDS[finding.severity])
    lines = [f"{finding.place}: {severity} {finding.id}: {finding.message}"]
    place = finding.place
    if place.text:
        start = max(0, place.column - 31)
        shown = place.text[start : start + 70].rstrip("\n")
        lines.append("    " + shown)
        if place.column:
            before = screen_width(shown[: place.column - 1 - start])
            marked = shown[place.column - 1 - start : place.column - 1 - start + place.width]
            lines.append("    " + " " * before + "^" * max(1, screen_width(marked)))
    if finding.hint:
        lines.append("    " + _("to do: ") + finding.hint)
    return "\n".join(lines)
