"""Pictures in content/: where one that a text names lies, its address on the site, its size.

The address is made from the bytes (`pictures/<digest>.jpg`): ASCII whatever the file is called, and new only when the
picture is new. Sizes are read from the first bytes of PNG, GIF, JPEG and SVG; others are left open.
"""

import hashlib
import re
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from bulletin.model import PictureFile

SVG_SIZE = re.compile(rb"<svg\b[^>]*?\bviewBox=[\"'][-0-9.]+[ ,]+[-0-9.]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)")


@dataclass
class Pictures:
    """The pictures of a site; `used` collects those that pages show (path -> address)."""

    folder: Path
    names: frozenset[str]
    used: dict[str, PictureFile] = field(default_factory=dict)
    inside: dict[str, bytes] = field(default_factory=dict)
    """Pictures out of Word documents: path beside the document -> bytes."""

    def add(self, source: str, pictures: Iterable[tuple[str, bytes]]) -> None:
        """Add the pictures that the document `source` holds."""
        for name, data in pictures:
            self.inside[_normal(PurePosixPath(source).parent / name)] = data

    def find(self, source: str, name: str) -> PictureFile | None:
        """The picture `name` beside the text `source` or in a folder above it; None where there is none."""
        for folder in PurePosixPath(source).parents:
            path = _normal(folder / name.strip())
            if path in self.names or path in self.inside:
                return self._known(path)
        return None

    def beside(self, source: str) -> PictureFile | None:
        """The picture that bears the name of the text (qiaoliang.md, qiaoliang.jpg)."""
        stem = PurePosixPath(source).with_suffix("")
        for suffix in (".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif", ".avif"):
            if str(stem) + suffix in self.names:
                return self._known(str(stem) + suffix)
        return None

    def _known(self, path: str) -> PictureFile | None:
        if path not in self.used:
            try:
                data = self.inside[path] if path in self.inside else (self.folder / path).read_bytes()
            except OSError:
                return None
            width, height = size_of(data)
            name = hashlib.blake2b(data, digest_size=8).hexdigest() + PurePosixPath(path).suffix.lower()
            self.used[path] = PictureFile(path, f"pictures/{name}", width=width, height=height)
        return self.used[path]

    def files(self) -> dict[str, Callable[[], bytes]]:
        """Address -> reader of the bytes, of the pictures that are used."""
        return {p.url: partial(self._bytes, p.path) for p in self.used.values()}

    def _bytes(self, path: str) -> bytes:
        return self.inside[path] if path in self.inside else (self.folder / path).read_bytes()


def _normal(path: PurePosixPath) -> str:
    """A path without . and ..; one that leads above the top is nobody's."""
    parts: list[str] = []
    for part in path.as_posix().replace("\\", "/").split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts)


def size_of(data: bytes) -> tuple[int, int]:
    """(width, height) in pixels; (0, 0) where the first bytes do not tell."""
    try:
        if data.startswith(b"\x89PNG"):
            return struct.unpack(">II", data[16:24])
        if data.startswith(b"GIF8"):
            return struct.unpack("<HH", data[6:10])
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
    except (struct.error, IndexError):
        return 0, 0
    if match := SVG_SIZE.search(data[:2000]):
        return round(float(match[1])), round(float(match[2]))
    return 0, 0


def _jpeg(data: bytes) -> tuple[int, int]:
    """The size in the first start-of-frame segment (ITU T.81, B.2.2)."""
    at = 2
    while at < len(data):
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0
