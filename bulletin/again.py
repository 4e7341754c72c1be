"""What was said of a site after its last build, to be said again where nothing changed. Imports as little as can be."""

import contextlib
import pickle
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bulletin.outcome import Outcome
from bulletin.parts import pack, unpack
from bulletin.storage import quick
from bulletin.storage.output import Written
from bulletin.storage.program import program_digest
from bulletin.storage.quick import Inputs


def say_again(root: Path, drafts: bool) -> Outcome | None:
    """The outcome of a build of a site in which nothing changed since the last one; None where something may have."""
    said = quick.recall(root, _key(drafts))
    try:
        found = unpack(said) if said else None
    except (pickle.UnpicklingError, ValueError, EOFError, TypeError, AttributeError):
        return None
    return found if isinstance(found, Outcome) else None


def remember(
    root: Path, content: str, output: str, drafts: bool, inputs: Inputs, written: Mapping[str, int], outcome: Outcome
) -> None:
    """Remember what was said; `written` has the stamps of our files in output/."""
    done = outcome.written
    count = Written(0, done.unchanged + done.written, 0)
    said = pack(replace(outcome, read=0, changes={}, seconds={}, stages=[], stamps={}, written=count))
    with contextlib.suppress(OSError):  # then the next build looks more closely
        quick.note(root, content, output, _key(drafts), inputs, written, said)


def _key(drafts: bool) -> str:
    return f"{program_digest()} {drafts}"
