"""Pictures in content/: where one that a text names lies, its addresses on the site, its sizes.

The address is made from the bytes (`pictures/<digest>.jpg`, `pictures/<digest>-480.jpg`): ASCII whatever the file is
called, and new only when the picture is new. What is published has been cleaned and made smaller by `images`.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path, PurePosixPath

from bulletin.images import is_active, plan, resized, without_metadata
from bulletin.model import PictureFile
from bulletin.values import dataclass

OWN = (".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif", ".avif")


@dataclass
class Pictures:
    """The pictures of a site; `used` collects those that pages show (path -> address)."""

    folder: Path
    names: frozenset[str]
    used: dict[str, PictureFile] = field(default_factory=dict)
    inside: dict[str, bytes] = field(default_factory=dict)
    """Pictures out of Word documents: path beside the document -> bytes."""
    asked: list[str] = field(default_factory=list)
    """Names that texts asked for; an empty one is a text's own name."""

    def add(self, source: str, pictures: Iterable[tuple[str, bytes]]) -> None:
        """Add the pictures that the document `source` holds."""
        for name, data in pictures:
            self.inside[_normal(PurePosixPath(source).parent / name)] = data

    def find(self, source: str, name: str) -> PictureFile | None:
        """The picture `name` beside the text `source` or in a folder above it; None where there is none."""
        self.asked.append(name)
        for path in places(source, name):
            if path in self.names or path in self.inside:
                return self._known(path)
        return None

    def beside(self, source: str) -> PictureFile | None:
        """The picture that bears the name of the text (qiaoliang.md, qiaoliang.jpg)."""
        self.asked.append("")
        return next((self._known(path) for path in places(source, "") if path in self.names), None)

    def _known(self, path: str) -> PictureFile | None:
        if path not in self.used:
            try:
                data = self.inside[path] if path in self.inside else (self.folder / path).read_bytes()
            except OSError:
                return None
            self.used[path] = _published(path, data)
        return self.used[path]

    def bytes_of(self, picture: PictureFile, width: int = 0) -> bytes:
        """What is published of a picture: the largest, or for a `width` in pixels the one that is so wide."""
        data = self._bytes(picture.path)
        if not width:
            width = picture.width if plan(data).shrunk else 0
        return (resized(data, width) if width else None) or without_metadata(data)

    def _bytes(self, path: str) -> bytes:
        return self.inside[path] if path in self.inside else (self.folder / path).read_bytes()


def places(source: str, name: str) -> Iterator[str]:
    """Where the picture `name` of a text may lie, nearest first; for an empty name, the one that bears the text's name."""
    if name:
        for folder in PurePosixPath(source).parents:
            yield _normal(folder / name.strip())
    else:
        stem = source[: source.rindex(".")] if "." in source.rpartition("/")[2].lstrip(".") else source
        yield from [stem + suffix for suffix in OWN]


def _published(path: str, data: bytes) -> PictureFile:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix == ".svg" and is_active(data):
        return PictureFile(path, refused="picture-active")
    planned = plan(data)
    if not planned.width and suffix != ".svg":
        return PictureFile(path, refused="picture-unreadable")
    stem = f"pictures/{hashlib.blake2b(data, digest_size=8).hexdigest()}"
    smaller = tuple((f"{stem}-{width}{suffix}", width) for width in planned.smaller)
    return PictureFile(path, stem + suffix, width=planned.width, height=planned.height, smaller=smaller)


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
