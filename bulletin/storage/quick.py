"""Whether anything at all changed since the last build, told in one pass over the file system, without the engine.

After a build, the stamps of all that went in and came out are noted beside what was said of it. Where every stamp is as it
was, the same would be said again, and nothing is read, imported or written. A file that had changed just before it was
noted has no stamp: its digest stands for it.
"""

import hashlib
import marshal
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

from bulletin.storage.output import JOURNAL, survey
from bulletin.storage.stamps import UNKNOWN, now, stamp, walk
from bulletin.values import dataclass

FILE = "quick"
THEMES, CONFIG, LEDGER = "themes", "config.yaml", "_ledger"


@dataclass(frozen=True)
class Inputs:
    """The files that a build may read, as they stood before it read any: path -> stamp, and digests where that is unknown."""

    stamps: Mapping[str, int]
    digests: Mapping[str, str]


def look(root: Path, content: str) -> Inputs:
    """How the inputs of a site stand now."""
    stamps = dict(_inputs(root, content, now()))
    return Inputs(stamps, {path: _digest(root / path) for path, known in stamps.items() if known == UNKNOWN})


def note(
    root: Path, content: str, output: str, key: str, inputs: Inputs, written: Mapping[str, int], said: bytes
) -> None:
    """Note the state of a site after a build; `said` is what to say of it next time. Raises OSError.

    `inputs` is how they stood before it; the ledger, which the build may have written, is looked at once more.
    """
    stamps, digests = dict(inputs.stamps), dict(inputs.digests)
    ledger = f"{content}/{LEDGER}"
    for name in [name for name in stamps if name.startswith(ledger)]:
        del stamps[name]
    for path, entry, is_folder in walk(str(root / ledger), _hidden):
        if not is_folder and entry.is_file():
            stamps[f"{ledger}/{path}"] = UNKNOWN
            digests[f"{ledger}/{path}"] = _digest(root / ledger / path)
    stands = survey(root / output)
    if any(stands.stamps.get(url) != known for url, known in written.items()):
        return
    state = (key, content, output, stamps, digests, dict(stands.stamps), sorted(stands.links), said)
    data = marshal.dumps(state)
    partial = root / ".bulletin" / (FILE + ".new")
    partial.write_bytes(crc32(data).to_bytes(4, "big") + data)
    partial.replace(root / ".bulletin" / FILE)


def forget(root: Path) -> None:
    """Something is about to change. Raises OSError."""
    (root / ".bulletin" / FILE).unlink(missing_ok=True)


def recall(root: Path, key: str) -> bytes | None:
    """What was said after the last build, where everything stands as it did then; else None."""
    try:
        data = (root / ".bulletin" / FILE).read_bytes()
        if (root / ".bulletin" / JOURNAL).exists() or crc32(data[4:]) != int.from_bytes(data[:4], "big"):
            return None
        state: Any = marshal.loads(data[4:])
        known, content, output, stamps, digests, written, links, said = state
    except (OSError, ValueError, EOFError, TypeError):
        return None
    if known != key or not _same_inputs(root, content, stamps, digests):
        return None
    stands = survey(root / output)
    return bytes(said) if stands.stamps == written and sorted(stands.links) == links else None


def _same_inputs(root: Path, content: str, stamps: Mapping[str, int], digests: Mapping[str, str]) -> bool:
    count = 0
    for path, found in _inputs(root, content, now()):
        count += 1
        if path not in stamps:
            return False
        if found == UNKNOWN or stamps[path] != found:
            digest = digests.get(path)
            if not digest or digest != _digest(root / path):
                return False
    return count == len(stamps)


def _hidden(name: str, is_folder: bool) -> bool:
    return name.startswith(".")


def _inputs(root: Path, content: str, before: int) -> Iterator[tuple[str, int]]:
    """(path, stamp) of each file that a build may read; a link has none."""
    yield CONFIG, _stamp(root / CONFIG, before)
    for folder in (content, THEMES):
        for path, entry, is_folder in walk(str(root / folder), _hidden):
            name = f"{folder}/{path}"
            if entry.is_symlink():
                yield name, UNKNOWN
            elif not is_folder:
                try:
                    yield name, stamp(entry.stat(), before)
                except OSError:
                    yield name, UNKNOWN


def _stamp(path: Path, before: int) -> int:
    try:
        return stamp(path.stat(), before)
    except OSError:
        return UNKNOWN


def _digest(path: Path) -> str:
    """Of a file's bytes; empty where there are none, so that it is never taken as the same."""
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""
