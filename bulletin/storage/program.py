"""What the memo holds for besides a site: this program, this Python, the libraries that make bytes."""

import hashlib
import os
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from bulletin import __version__

LIBRARIES = ("jinja2", "markupsafe", "markdown_it", "yaml", "mammoth", "PIL", "pypinyin")
LEFT_OUT = ("__pycache__", "locales")
"""Folders whose files change no page: what Python compiles as it goes along, and the words of messages."""
PACKAGE = Path(__file__).resolve().parent.parent


@cache
def program_digest() -> str:
    """Another one means that everything is made anew. Files are told by size and time, so it is made in a millisecond."""
    told = [__version__, sys.version]
    for library in LIBRARIES:
        spec = find_spec(library)
        told.append(f"{library} {_told(spec.origin) if spec and spec.origin else ''}")
    pending = [PACKAGE, PACKAGE.parent / "themes"]
    while pending:
        folder = pending.pop()
        for entry in sorted(os.scandir(folder) if folder.is_dir() else (), key=lambda e: e.name):
            if entry.is_dir():
                if entry.name not in LEFT_OUT:
                    pending.append(Path(entry.path))
            elif not entry.name.endswith(".pyc"):
                told.append(_told(entry.path))
    return hashlib.blake2b("\n".join(told).encode(), digest_size=16).hexdigest()


def _told(path: str) -> str:
    try:
        stat = os.stat(path)
    except OSError:
        return path
    return f"{path} {stat.st_size} {stat.st_mtime_ns}"
