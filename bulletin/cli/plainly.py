"""The command line of an everyday build, read without the library for command lines: loading that takes longer than looking at all files.

In: the arguments. Out: what `build` is to be done with, where they are nothing but options that are written out here; None for
everything else: other commands, help, whatever is wrong. That is the library's, so both read a command line alike.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

FLAGS = {
    "--quiet": "quiet", "-q": "quiet", "--strict": "strict", "--debug": "debug", "--drafts": "drafts", "--clean": "clean",
}  # fmt: skip
VALUES = {"--site": "folder", "--jobs": "jobs", "-j": "jobs", "--lang": "language"}
COMPLETION = "_BULLETIN_COMPLETE"
"""Set by a shell that asks how a line may go on."""


def plain_build(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> dict[str, Any] | None:
    """What `build_site` is given for these arguments, or None."""
    if not arguments or arguments[0] != "build" or COMPLETION in environment:
        return None
    given: dict[str, Any] = {"folder": Path(), "jobs": 0}
    rest = iter(arguments[1:])
    for argument in rest:
        name, equals, value = argument.partition("=")
        if argument in FLAGS:
            given[FLAGS[argument]] = True
            continue
        if name not in VALUES or (equals and not name.startswith("--")):
            return None
        value = value if equals else next(rest, "")
        if not value or value.startswith("-"):
            return None
        given[VALUES[name]] = value
    jobs = str(given["jobs"])
    if not (jobs.isascii() and jobs.isdecimal()):
        return None
    given.pop("language", None)  # is spoken already
    return given | {"folder": Path(given["folder"]), "jobs": int(jobs)}
