"""Values of parts that the preview's pages are made from: read from the memo, and the small ones kept at hand.

A save makes again the pages of a few leaders and topics, from what every month holds of them; reading all of that anew would
take longer than the rest of the save. Kept is what the site as it is now is made of, and of that not more than so many
bytes: what a save has put another value in place of is let go at once, or a day of new and renamed files would fill the memory.
"""

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import Any

from bulletin.parts import Part
from bulletin.storage.packs import Packs

SMALL_BYTES = 65_536
"""A part that takes more in the memo is read whenever it is wanted."""
MOST_BYTES = 28_000_000
"""So much is kept, as the memo counts it; as values it is about eight times as much."""


class AtHand:
    """Loads parts from the memo in `notes`, for the thread that builds and for the one that answers."""

    def __init__(self, notes: Path, most: int = MOST_BYTES) -> None:
        self.most = most
        self._reader = Packs(notes)
        self._reading, self._keeping = Lock(), Lock()
        self._wanted: frozenset[str] = frozenset()
        self._values: dict[str, tuple[Any, int]] = {}
        """Digest of a part -> its value and its bytes, that which was wanted last at the end."""
        self.bytes = 0
        """What is kept takes so much in the memo."""

    @property
    def kept(self) -> frozenset[str]:
        """Digests of the parts whose values are kept."""
        return frozenset(self._values)

    def load(self, part: Part[Any]) -> Any:
        """The value of a part. Raises MemoError where it cannot be had."""
        value = part.held  # once: it may be put down meanwhile
        if value is not None:
            return value
        with self._keeping:
            if kept := self._values.pop(part.digest, None):
                self._values[part.digest] = kept
                return kept[0]
        with self._reading:
            value = self._reader.load(part)
        if part.place and part.place[2] <= SMALL_BYTES:
            self._keep(part.digest, value, part.place[2])
        return value

    def _keep(self, digest: str, value: Any, size: int) -> None:
        with self._keeping:
            if digest not in self._wanted or digest in self._values:
                return
            while self._values and self.bytes + size > self.most:
                self._drop(next(iter(self._values)))
            self._values[digest] = value, size
            self.bytes += size

    def _drop(self, digest: str) -> None:
        self.bytes -= self._values.pop(digest)[1]

    def want(self, parts: Iterable[Part[Any]]) -> None:
        """From now on keep values of these parts alone."""
        with self._keeping:
            self._wanted = frozenset(part.digest for part in parts)
            for digest in self._values.keys() - self._wanted:
                self._drop(digest)

    def forget(self) -> None:
        """The memo is begun anew."""
        with self._reading:
            notes = self._reader.folder.parent
            self._reader.close()
            self._reader = Packs(notes)
        self.want(())
