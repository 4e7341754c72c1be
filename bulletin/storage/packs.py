"""Where parts lie: packs, files that are only ever added to, in `.bulletin/packs/`.

A value is put down once and read by offset; a body is read for the pages that show it and for no other. Every task of a
build writes a pack of its own, so several processes write at once and a task done twice gives the same file. What is
read back is checked against its digest of bytes: a damaged pack is an error (`MemoError`), and the build begins anew.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zlib import crc32

from bulletin.packing import pack, unpack
from bulletin.parts import PLAIN_MARSHAL, Part, Where, bytes_digest
from bulletin.storage.whole import READ, WRITE, write_whole

FOLDER = "packs"
KEPT_BYTES, SMALL_BYTES = 2_000_000, 16_384
"""Parts that were loaded last are kept for the next page that shows them: so many bytes, as values some eight times as much.
A small one, such as a body, is shown by few pages and read in no time, and would only take the place of a month."""
SUM_BYTES = 4
MOST_OPEN = 200
"""So many packs are open at once: a large archive has more of them than a process may have files."""
FLUSH_BYTES = 1 << 20
"""So much waits in memory before it is written."""


class MemoError(Exception):
    """The memo does not hold what it should; everything has to be read anew."""


class Packs:
    """The packs of one site, for one process: `load` gives the values of parts, `shelve` puts values down."""

    def __init__(self, notes: Path) -> None:
        self.folder = notes / FOLDER
        self._open: dict[int, int] = {}
        self._kept: dict[str, tuple[Any, int]] = {}
        """Digest of a part -> its value and its bytes, that which was wanted last at the end."""
        self._kept_bytes = 0
        self._number = -1
        self._waiting: list[bytes] = []
        self._size = 0
        self._at = 0

    def begin(self, number: int, add: bool = False) -> None:
        """Write what is shelved from now on into pack `number`: a new one, or behind what stands in it."""
        self.end()
        self._number = number
        path = self.folder / str(number)
        self._at = path.stat().st_size if add and path.exists() else 0
        if not self._at:
            self._close(number)
            path.unlink(missing_ok=True)

    def shelve(self, part: "Part[Any]") -> None:
        """Put down the value of a part, which keeps its place and lets go of the value."""
        if part.place is None:
            part.place = self.put(pack(part.held))
            part.held = None

    def shelve_all(self, parts: Iterable["Part[Any]"]) -> None:
        """Put down the values of parts while another thread loads them: each is on disk before it is let go."""
        placed = [(part, self.put(pack(part.held))) for part in parts if part.place is None]
        self.end()
        for part, place in placed:
            part.place = place
            part.held = None

    def keep(self, value: Any) -> "Part[Any]":
        """Put down a value without parts in it. It is turned into bytes once: they are its digest as well."""
        data = pack(value, PLAIN_MARSHAL)
        return Part(bytes_digest(data), None, self.put(data))

    def put(self, data: bytes) -> Where:
        data = crc32(data).to_bytes(SUM_BYTES, "big") + data
        place = (self._number, self._at, len(data))
        self._waiting.append(data)
        self._at += len(data)
        self._size += len(data)
        if self._size >= FLUSH_BYTES:
            self.end()
        return place

    def end(self) -> None:
        """Write what waits to disk. Raises OSError where that cannot be."""
        if not self._waiting:
            return
        data, self._waiting, self._size = b"".join(self._waiting), [], 0
        self.folder.mkdir(parents=True, exist_ok=True)
        file = os.open(self.folder / str(self._number), WRITE, 0o644)
        try:
            os.lseek(file, self._at - len(data), os.SEEK_SET)
            write_whole(file, data)
        finally:
            os.close(file)

    def load(self, part: "Part[Any]") -> Any:
        """The value of a part. Raises MemoError where it cannot be had."""
        if part.held is not None:
            return part.held
        if part.place is None or part.place[2] < SMALL_BYTES:
            return self.value(part)
        kept = self._kept.pop(part.digest, None)
        if kept is None:
            kept = self.value(part), part.place[2]
            self._kept_bytes += part.place[2]
        self._kept[part.digest] = kept
        while self._kept_bytes > KEPT_BYTES and len(self._kept) > 1:
            self._kept_bytes -= self._kept.pop(next(iter(self._kept)))[1]
        return kept[0]

    def value(self, part: "Part[Any]") -> Any:
        """The value of a part, not kept."""
        if part.held is not None:
            return part.held
        if part.place is None:
            raise MemoError(part.digest)
        try:
            return unpack(self.get(part.place))
        except MemoError:
            raise
        except Exception as error:  # what damaged bytes raise is not to be foreseen
            raise MemoError(str(error)) from error

    def get(self, place: Where) -> bytes:
        number, at, size = place
        if number == self._number and self._waiting:
            self.end()
        try:
            if number not in self._open:
                while len(self._open) >= MOST_OPEN:
                    self._close(next(iter(self._open)))
                self._open[number] = os.open(self.folder / str(number), READ)
            data = os.pread(self._open[number], size, at)
        except OSError as error:
            raise MemoError(str(error)) from error
        if len(data) != size or crc32(data[SUM_BYTES:]) != int.from_bytes(data[:SUM_BYTES], "big"):
            raise MemoError(f"pack {number}")
        return data[SUM_BYTES:]

    def sizes(self) -> dict[int, int]:
        """Number -> bytes, of every pack on disk."""
        try:
            return {int(e.name): e.stat().st_size for e in os.scandir(self.folder) if e.name.isdecimal()}
        except OSError:
            return {}

    @property
    def bytes(self) -> int:
        """What they take on disk together."""
        return sum(self.sizes().values())

    def close(self) -> None:
        self.end()
        for number in list(self._open):
            self._close(number)

    def _close(self, number: int) -> None:
        if number in self._open:
            os.close(self._open.pop(number))
