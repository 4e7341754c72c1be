"""What was said of a site after its last build, to be said again where nothing changed. Imports as little as can be."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bulletin.config import Config
from bulletin.findings import Finding
from bulletin.outcome import Outcome
from bulletin.packing import pack, unpack
from bulletin.storage import quick
from bulletin.storage.output import Standing, Written
from bulletin.storage.program import program_digest
from bulletin.storage.quick import Inputs
from bulletin.values import names_of


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


def known_config(root: Path, inputs: Inputs | None) -> tuple[Config, list[Finding]] | None:
    """The config of a site, and what is to be told of it, where config.yaml stands as it did at the last build."""
    try:
        values, findings = unpack(inputs.settings) if inputs and inputs.settings else (None, ())
        return (Config(**values, root=root), list(findings)) if values else None
    except (ValueError, EOFError, TypeError, AttributeError):
        return None


def remember(
    config: Config, told: Sequence[Finding], drafts: bool, inputs: Inputs, stands: Standing, outcome: Outcome
) -> None:
    """Remember what was said, and what there was `told` of the config alone; `stands` is what is in output/ now."""
    done = outcome.written
    count = Written(0, done.unchanged + done.written, 0)
    said = pack(replace(outcome, read=0, changes={}, seconds={}, stages=[], stands=None, written=count))
    with contextlib.suppress(OSError):  # then the next build looks more closely
        values = {name: getattr(config, name) for name in names_of(Config) if name != "root"}
        settings = pack((values, tuple(told)))
        quick.note(config.root, config.output, _key(drafts), inputs, stands, settings, said)


def _key(drafts: bool) -> str:
    return f"{program_digest()} {drafts}"
