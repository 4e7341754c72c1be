"""Whether anything at all changed since the last build, told in one pass over the file system, without the engine.

After a build, the stamps of all that went in and came out are noted beside what was said of it. Where every stamp is as it
was, the same would be said again, and nothing is read, imported or written. A file that had changed just before it was
noted has no stamp: its digest stands for it.
"""

import hashlib
import marshal
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any
from zlib import crc32

from bulletin.storage.meanwhile import Meanwhile
from bulletin.storage.output import JOURNAL, Standing, survey
from bulletin.storage.sources import LEDGER
from bulletin.storage.stamps import UNKNOWN, Look, look, now, stamp_of
from bulletin.values import dataclass

FILE = "quick"
WORTH_A_PROCESS = 4000
"""So many files in output/ are worth looking at in a process of their own."""
THEMES, CONFIG = "themes", "config.yaml"


@dataclass(frozen=True)
class Inputs:
    """The files that a build may read, as they stood before it read any."""

    name: str
    """Of the folder of the content."""
    content: Look
    themes: Look
    config: int
    """Stamp of config.yaml."""
    digests: Mapping[str, str]
    """Path from the site's folder -> digest, of those without a stamp."""
    output: str = ""
    settings: bytes | None = None
    """What `note` was given of config.yaml, where that stands as it did then."""
    outputs: Meanwhile | None = None
    """How what stands in the folder `output` differs from `written`, where that is being looked at."""
    written: Mapping[str, int] = field(default_factory=dict)
    """What stood there after the last build."""

    @property
    def stamps(self) -> tuple[Mapping[str, int], Mapping[str, int], int]:
        return self.content.stamps, self.themes.stamps, self.config

    def standing(self, root: Path, output: str) -> Standing:
        """What stands in the output folder of this name."""
        if self.outputs and output == self.output:
            changed, gone, folders, links = self.outputs.result()
            stamps = {**self.written, **changed} if changed or gone else dict(self.written)
            for url in gone:
                del stamps[url]
            return Standing(stamps, frozenset(folders), frozenset(links))
        return survey(root / output)


def look_at(root: Path, content: str) -> Inputs:
    """How the inputs of a site stand now."""
    before = now()
    looks = look(str(root / content), before), look(str(root / THEMES), before)
    config = stamp_of(root / CONFIG, before)
    paths = [f"{name}/{path}" for name, path in _without_stamp(content, looks[0], looks[1])]
    if config == UNKNOWN:
        paths.append(CONFIG)
    return Inputs(content, *looks, config, {path: _digest(root / path) for path in paths})


def _without_stamp(content: str, texts: Look, themes: Look) -> Iterator[tuple[str, str]]:
    for name, found in ((content, texts), (THEMES, themes)):
        if UNKNOWN in found.stamps.values():
            yield from ((name, path) for path, stamp in found.stamps.items() if stamp == UNKNOWN)


def note(
    root: Path, output: str, key: str, inputs: Inputs, stands: Standing, settings: bytes, said: bytes
) -> None:  # fmt: skip
    """Note the state of a site after a build; `said` is what to say of it next time, `settings` what config.yaml says.

    Raises OSError.

    `inputs` is how they stood before it; the ledger, which the build may have written, is looked at once more. `stands` is
    what is in output/ after it.
    """
    content, themes, config = inputs.stamps
    now_there = {
        f"{LEDGER}/{p}": s for p, s in look(str(root / inputs.name / LEDGER), inputs.content.before).stamps.items()
    }
    then = [path for path in content if path.startswith(LEDGER + "/")]
    texts, digests = dict(content), dict(inputs.digests)
    for path in {*then, *now_there}:
        if now_there.get(path, UNKNOWN) == UNKNOWN or now_there[path] != content.get(path):
            texts.pop(path, None)
            digests.pop(f"{inputs.name}/{path}", None)
            if path in now_there:
                texts[path] = UNKNOWN
                digests[f"{inputs.name}/{path}"] = _digest(root / inputs.name / path)
    state = (
        key,
        inputs.name,
        output,
        (texts, dict(themes), config),
        digests,
        dict(stands.stamps),
        sorted(stands.links),
        settings,
        said,
    )
    data = marshal.dumps(state)
    partial = root / ".bulletin" / (FILE + ".new")
    partial.write_bytes(crc32(data).to_bytes(4, "big") + data)
    partial.replace(root / ".bulletin" / FILE)


def forget(root: Path) -> None:
    """Something is about to change. Raises OSError."""
    (root / ".bulletin" / FILE).unlink(missing_ok=True)


def recall(root: Path, key: str) -> tuple[bytes | None, Inputs | None]:
    """What was said after the last build, where everything stands as it did then, else None; and how the inputs stand now.

    The inputs are None where they were not looked at.
    """
    try:
        data = (root / ".bulletin" / FILE).read_bytes()
        if (root / ".bulletin" / JOURNAL).exists() or crc32(data[4:]) != int.from_bytes(data[:4], "big"):
            return None, None
        state: Any = marshal.loads(data[4:])
        known, content, output, stamps, digests, written, links, settings, said = state
    except (OSError, ValueError, EOFError, TypeError):
        return None, None
    if known != key:
        return None, None
    outputs = Meanwhile(lambda: _seen(root / output, written)) if len(written) >= WORTH_A_PROCESS else None
    inputs = replace(look_at(root, content), output=output, outputs=outputs, written=written)
    if _same_files("", {CONFIG: inputs.config}, {CONFIG: stamps[2]}, inputs, digests, root):
        inputs = replace(inputs, settings=bytes(settings))
    if not _same(inputs, stamps, digests, root):
        return None, inputs
    stands = inputs.standing(root, output)
    return (bytes(said) if stands.stamps == written and sorted(stands.links) == links else None), inputs


def _seen(output: Path, written: Mapping[str, int]) -> tuple[dict[str, int], list[str], list[str], list[str]]:
    """What stands there in another way than it was written, or is new; what is gone; folders; links."""
    stands = survey(output)
    changed = {url: stamp for url, stamp in stands.stamps.items() if written.get(url) != stamp}
    gone = [url for url in written if url not in stands.stamps]
    return changed, gone, list(stands.folders), list(stands.links)


def _same(inputs: Inputs, stamps: Any, digests: Mapping[str, str], root: Path) -> bool:
    """Whether all inputs are as they were: each by its stamp, those that had none by their digest."""
    texts, themes, config = stamps
    folders = (("", {CONFIG: inputs.config}, {CONFIG: config}), (inputs.name + "/", inputs.content.stamps, texts))
    every = (*folders, (THEMES + "/", inputs.themes.stamps, themes))
    return all(_same_files(prefix, now_there, then, inputs, digests, root) for prefix, now_there, then in every)


def _same_files(
    prefix: str, now_there: Mapping[str, int], then: Mapping[str, int],
    inputs: Inputs, digests: Mapping[str, str], root: Path,
) -> bool:  # fmt: skip
    """Whether the files of one folder are as they were."""
    if now_there.keys() != then.keys():
        return False
    for path, stamp in now_there.items():
        if stamp == UNKNOWN or stamp != then[path]:
            digest = digests.get(prefix + path)
            if not digest or digest != (inputs.digests.get(prefix + path) or _digest(root / (prefix + path))):
                return False
    return True


def _digest(path: Path) -> str:
    """Of a file's bytes; empty where there are none, so that it is never taken as the same."""
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""
