"""What commands print: findings, results as JSON, progress."""

import sys
import time
from collections import Counter
from collections.abc import Iterable
from typing import Any

from bulletin.messages import _

PLAIN_STEP_SECONDS = 5.0
ALIKE = 10
"""So many warnings or hints of one kind are shown."""


def print_json(value: object) -> None:
    import json

    say(json.dumps(value, ensure_ascii=False, indent=1))


def print_line(text: str) -> None:
    """On stderr."""
    say(text, err=True)


def say(text: str, err: bool = False, end: str = "\n") -> None:
    """Print text without colours. On Windows the library for command lines knows the consoles; elsewhere it is not loaded for it."""
    if sys.platform == "win32":
        import click

        click.echo(text, err=err, nl=bool(end))
        return
    stream = sys.stderr if err else sys.stdout
    if stream is not None:
        stream.write(text + end)
        stream.flush()


def report(findings: Iterable[Any], as_json: bool, quiet: bool = False) -> None:
    """Print findings, the worst in colour; hints only when there is time to read them.

    Of warnings and hints of one kind the first `ALIKE` are shown, the others counted: an archive of ten thousand reports
    without headlines must not bury the one report that is held back.
    """
    from bulletin.findings import Severity, show

    if as_json:
        from bulletin.outcome_json import placed_json

        print_json({"findings": [placed_json(f) for f in findings]})
        return
    colours = {Severity.SEVERE: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
    seen: Counter[str] = Counter()
    for finding in findings:
        if quiet and finding.severity is Severity.HINT:
            continue
        seen[finding.id] += finding.severity is not Severity.SEVERE
        if seen[finding.id] > ALIKE:
            continue
        first, *rest = show(finding).split("\n")
        import click

        click.echo("\n".join([click.style(first, fg=colours[finding.severity]), *rest]), err=True)
    for id, count in seen.items():
        if count > ALIKE:
            print_line(_("{id}: {count} more of this kind; --json lists all").format(id=id, count=count - ALIKE))


class Progress:
    """A bar on a terminal, a plain line now and then elsewhere; nothing for short work."""

    def __init__(self, silent: bool) -> None:
        self.silent = silent
        self.bar = sys.stderr.isatty()
        self.last = time.monotonic()
        self.shown = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if stage == "wait":
            print_line(_("another build of this site is running; waiting for it"))
            return
        if self.silent or now - self.last < (0.1 if self.bar else PLAIN_STEP_SECONDS):
            return
        self.last, self.shown = now, True
        words = {
            "read": _("reading"),
            "articles": _("making articles"),
            "compose": _("making issues"),
            "pages": _("making pages"),
        }[stage]
        if self.bar:
            filled = int(30 * done / max(1, total))
            say(f"\r{words} [{'#' * filled}{'.' * (30 - filled)}] {done}/{total}\033[K", err=True, end="")
        else:
            print_line(f"{words} {done}/{total}")

    def end(self) -> None:
        if self.shown and self.bar:
            say("\r\033[K", err=True, end="")
