"""What lies in content/: texts, pictures, standing pages, the register, the topics.

Files are found in an order that is the same on every machine. A link that leads out of content/ is not followed.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bulletin.findings import Finding, Place, fail, find

TEXTS = frozenset((".txt", ".md", ".markdown", ".docx"))
PICTURES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"))
STANDING = "pages"
REGISTER = "leaders.yaml"
TOPICS = "topics.yaml"
LEFT_OUT = frozenset(("thumbs.db", "desktop.ini"))


@dataclass(frozen=True, slots=True)
class Found:
    """The files of a site: paths relative to content/, with /, sorted."""

    texts: tuple[str, ...]
    standing: tuple[str, ...]
    pictures: frozenset[str]
    findings: tuple[Finding, ...]


def find_sources(folder: Path) -> Found:
    """Find everything in content/."""
    texts: list[str] = []
    standing: list[str] = []
    pictures: list[str] = []
    findings: list[Finding] = []
    inside = folder.resolve()
    for name in _walk(folder, inside, findings):
        suffix = PurePosixPath(name).suffix.lower()
        if suffix in TEXTS:
            (standing if name.startswith(STANDING + "/") else texts).append(name)
        elif suffix in PICTURES:
            pictures.append(name)
    return Found(tuple(sorted(texts)), tuple(sorted(standing)), frozenset(pictures), tuple(findings))


def _walk(folder: Path, inside: Path, findings: list[Finding]) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        for name in list(folders):
            if name.startswith((".", "_")):
                folders.remove(name)
            elif (Path(here) / name).is_symlink():  # never walked: it could lead out, or round in a circle
                findings.append(find("file-outside", Place(_name(Path(here) / name, folder))))
        folders.sort()
        for name in sorted(files):
            path = Path(here) / name
            if name.startswith((".", "_", "~$")) or name.lower() in LEFT_OUT:
                continue
            if path.is_symlink() and inside not in path.resolve().parents:
                findings.append(find("file-outside", Place(_name(path, folder))))
                continue
            yield _name(path, folder)


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def read_bytes(path: Path) -> bytes | Finding:
    """The bytes of a file, or the finding that says why there are none."""
    try:
        return path.read_bytes()
    except OSError as error:
        return find("file-unreadable", Place(path.name), why=error.strerror or "?")


def write_bytes(path: Path, data: bytes) -> None:
    """Write a source whole or not at all: beside its place first. Raises BulletinError where it cannot be written."""
    partial = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise fail("output-failed", Place(path.name), name=path.name, why=error.strerror or "?") from None


def set_aside(path: Path, ending: str) -> Path:
    """Give a source a name that is not read any more; returns it. Never over another file."""
    for number in range(1, 1000):
        target = path.with_name(path.name + ending + (str(number) if number > 1 else ""))
        if not target.exists():
            break
    try:
        return path.rename(target)
    except OSError as error:
        raise fail("output-failed", Place(path.name), name=path.name, why=error.strerror or "?") from None


def remove(path: Path) -> None:
    """Remove a source that an editor asked to have replaced."""
    try:
        path.unlink()
    except OSError as error:
        raise fail("output-failed", Place(path.name), name=path.name, why=error.strerror or "?") from None


def read_source(folder: Path, name: str) -> bytes | Finding:
    """The bytes of a source in content/."""
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        return find("file-unreadable", Place(name), why=error.strerror or "?")
