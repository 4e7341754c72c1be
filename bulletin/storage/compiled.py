"""What the program has compiled once, for all sites of a user: templates, patterns, functions, the built-in topics, as Python keeps modules.

In: a name and bytes. Out: these bytes, for another process of the same user. They lie in the folder that the system has for such
things, which nobody but the user can write: a site's own notes hold no code, so that a site can be handed on. Nothing there is
ever the truth: where the folder cannot be had, or a file is not as it was written, all is compiled once more.
"""

import contextlib
import hashlib
import marshal
import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from zlib import crc32

from bulletin.patterns import CODES

FOLDER, FORM = "bulletin", 3
MOST = 400
"""So many files are kept; of more, the half that was written last."""
SUM_BYTES = 4


def user_cache(environment: Mapping[str, str], platform: str) -> Path | None:
    """The folder of the user's cache as the system names it; None where it names none."""
    if platform == "win32":
        base = environment.get("LOCALAPPDATA", "")
    else:
        base = environment.get("XDG_CACHE_HOME", "")
        home = environment.get("HOME", "")
        if not base and home:
            base = f"{home}/Library/Caches" if platform == "darwin" else f"{home}/.cache"
    return Path(base) / FOLDER if base and Path(base).is_absolute() else None


class Compiled:
    """The kept code of one user."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def read(self, name: str) -> bytes | None:
        """What was written under this name; None where there is none, or somebody else could have written it."""
        if self.folder is None:
            return None
        try:
            if not _private(os.stat(self.folder)):
                return None
            data = (self.folder / name).read_bytes()
        except OSError:
            return None
        return data[SUM_BYTES:] if _sum(data[SUM_BYTES:]) == data[:SUM_BYTES] else None

    def write(self, name: str, data: bytes) -> None:
        """Keep bytes under a name, whole or not at all; where that cannot be done, nothing is kept."""
        if self.folder is None:
            return
        partial = self.folder / f"{name}.{os.getpid()}"
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _private(os.stat(self.folder)):
                try:
                    partial.write_bytes(_sum(data) + data)
                    partial.replace(self.folder / name)
                finally:
                    partial.unlink(missing_ok=True)
                self._prune()

    def _prune(self) -> None:
        """Remove the older half where there are too many."""
        assert self.folder
        found = list(os.scandir(self.folder))
        if len(found) > MOST:
            for entry in sorted(found, key=lambda entry: entry.stat().st_mtime_ns)[: -MOST // 2]:
                os.unlink(entry.path)


@cache
def kept_code() -> Compiled:
    """That of this user."""
    return Compiled(user_cache(os.environ, sys.platform))


def recall_patterns() -> None:
    """Take up what patterns and functions were compiled to in another process, unless this one has."""
    if CODES.before:
        return
    data = kept_code().read(_patterns())
    with contextlib.suppress(ValueError, EOFError, TypeError):
        CODES.recall(marshal.loads(data) if data else ())


def keep_patterns() -> None:
    """Keep what patterns and functions were compiled to, where there are new ones."""
    if codes := CODES.worth_keeping():
        kept_code().write(_patterns(), marshal.dumps(codes))


def _patterns() -> str:
    """Their name tells for which Python they are, and in which order it keeps the bytes of a number."""
    told = f"{sys.version} {sys.byteorder} {FORM}".encode()
    return f"patterns-{hashlib.blake2b(told, digest_size=16).hexdigest()}"


def _private(stat: os.stat_result) -> bool:
    """Whether nobody else can write there, as far as the system tells."""
    return not hasattr(os, "getuid") or (stat.st_uid == os.getuid() and not stat.st_mode & 0o022)


def _sum(data: bytes) -> bytes:
    """Tells a file that is not as it was written; whoever could write another one has the sum as well."""
    return crc32(data).to_bytes(SUM_BYTES, "big")
