"""What lies in content/: texts, pictures, standing pages, the register, the topics.

Files are found in an order that is the same on every machine. A link that leads out of content/ is not followed.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from bulletin.findings import Finding, Place, fail, find
from bulletin.storage.stamps import Look, look, now, stamp_of
from bulletin.storage.whole import read_whole
from bulletin.values import dataclass

TEXTS = frozenset((".txt", ".md", ".markdown", ".docx"))
PICTURES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"))
STANDING = "pages"
REGISTER = "leaders.yaml"
TOPICS = "topics.yaml"
LEDGER = "_ledger"


@dataclass(frozen=True, slots=True)
class Found:
    """The files of a site: paths relative to content/, with /, sorted."""

    texts: tuple[str, ...]
    standing: tuple[str, ...]
    pictures: frozenset[str]
    findings: tuple[Finding, ...]
    stamps: Mapping[str, int] = field(default_factory=dict)
    """Path -> stamp, of all of them."""
    ledger: Mapping[str, int] = field(default_factory=dict)
    """Name -> stamp of the ledger's files."""


def find_sources(folder: Path, looked: Look | None = None) -> Found:
    """Find everything in content/, in what was seen of it (`stamps.look`), or by looking."""
    looked = looked or look(str(folder), now())
    texts: list[str] = []
    standing: list[str] = []
    stamps: dict[str, int] = {}
    pictures: list[str] = []
    ledger: dict[str, int] = {}
    findings: list[Finding] = []
    inside = folder.resolve()
    links = looked.links
    for path, seen in looked.stamps.items():
        left_out = ("_" in path or "~" in path) and _left_out(path)
        if path in links and not left_out:
            if (folder / path).is_dir() or inside not in (folder / path).resolve().parents:
                # a folder is never entered by a link: it could lead out, or round in a circle
                findings.append(find("file-outside", Place(_name(path))))
                continue
            seen = stamp_of(folder / path, looked.before)
        suffix = path[path.rfind(".") :].lower()
        if left_out or (suffix not in TEXTS and suffix not in PICTURES):
            if path.startswith(f"{LEDGER}/"):
                ledger[path.removeprefix(f"{LEDGER}/")] = seen
            continue
        name = path if path.isascii() else _name(path)
        stamps[name] = seen
        if suffix in PICTURES:
            pictures.append(name)
        else:
            (standing if name.startswith(STANDING + "/") else texts).append(name)
    findings.sort(key=lambda finding: finding.place)
    return Found(tuple(sorted(texts)), tuple(sorted(standing)), frozenset(pictures), tuple(findings), stamps, ledger)


def _left_out(path: str) -> bool:
    """Files of the tool and of editors' programs: what begins with _, or lies in a folder that does; what begins with ~$."""
    return path.startswith("_") or "/_" in path or path.startswith("~$", path.rfind("/") + 1)


def _name(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


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


def source_digest(folder: Path, name: str) -> str:
    """The digest of the bytes of a source; empty where there are none."""
    data = read_source(folder, name)
    return "" if isinstance(data, Finding) else hashlib.blake2b(data, digest_size=16).hexdigest()


def read_source(folder: Path, name: str) -> bytes | Finding:
    """The bytes of a source in content/."""
    try:
        return read_whole(f"{folder}/{name}")
    except OSError as error:
        return find("file-unreadable", Place(name), why=error.strerror or "?")
