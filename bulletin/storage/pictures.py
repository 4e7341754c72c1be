"""Pictures in content/: where one that a text names lies, its addresses on the site, its sizes.

The address is made from the bytes (`pictures/<digest>.jpg`, `pictures/<digest>-480.jpg`): ASCII whatever the file is
called, and new only when the picture is new. What is published has been cleaned and made smaller by `images`.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from bulletin.images import is_active, plan, resized, without_metadata
from bulletin.model import PictureFile


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
            self.used[path] = _published(path, data)
        return self.used[path]

    def files(self) -> dict[str, Callable[[], bytes]]:
        """Address -> maker of the bytes, of the pictures that are used."""
        made: dict[str, Callable[[], bytes]] = {}
        for picture in self.used.values():
            if picture.refused:
                continue
            made[picture.url] = partial(self._largest, picture)
            for url, width in picture.smaller:
                made[url] = partial(self._smaller, picture.path, width)
        return made

    def _largest(self, picture: PictureFile) -> bytes:
        data = self._bytes(picture.path)
        shrunk = resized(data, picture.width) if plan(data).shrunk else None
        return shrunk or without_metadata(data)

    def _smaller(self, path: str, width: int) -> bytes:
        data = self._bytes(path)
        return resized(data, width) or without_metadata(data)

    def _bytes(self, path: str) -> bytes:
        return self.inside[path] if path in self.inside else (self.folder / path).read_bytes()


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
