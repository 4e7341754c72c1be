"""What was said of a site after its last build, to be said again where nothing changed. Imports as little as can be."""

import contextlib
from dataclasses import replace
from pathlib import Path

from bulletin.outcome import Outcome
from bulletin.packing import pack, unpack
from bulletin.storage import quick
from bulletin.storage.output import Standing, Written
from bulletin.storage.program import program_digest
from bulletin.storage.quick import Inputs


def say_again(root: Path, drafts: bool) -> tuple[Outcome | None, Inputs | None]:
    """The outcome of a build of a site in which nothing changed since the last one, else None; how its inputs stand.

    The inputs are None where they were not looked at.
    """
    said, inputs = quick.recall(root, _key(drafts))
    try:
        found = unpack(said) if said else None
    except (ValueError, EOFError, TypeError, AttributeError):
        found = None
    return (found if isinstance(found, Outcome) else None), inputs


def remember(root: Path, output: str, drafts: bool, inputs: Inputs, stands: Standing, outcome: Outcome) -> None:
    """Remember what was said; `stands` is what is in output/ now."""
    done = outcome.written
    count = Written(0, done.unchanged + done.written, 0)
    said = pack(replace(outcome, read=0, changes={}, seconds={}, stages=[], stands=None, written=count))
    with contextlib.suppress(OSError):  # then the next build looks more closely
        quick.note(root, output, _key(drafts), inputs, stands, said)


def _key(drafts: bool) -> str:
    return f"{program_digest()} {drafts}"
