"""The memo: what a build remembers for the next one. Never the truth: without it, the same bytes are made anew.

One SQLite file in `.bulletin/` holds named notes; long values lie in packs beside it (see `packs`). Notes are plain
values of marshal; each is read when somebody asks for it. A memo of another version, a broken or a foreign one is put aside without a word lost:
whoever opens it is told by `fresh`.
"""

import contextlib
import marshal
import shutil
import sqlite3
from pathlib import Path
from typing import Any
from zlib import crc32

from bulletin.storage.lock import locked
from bulletin.storage.packs import FOLDER, SUM_BYTES, MemoError, Packs

FILE = "memo.sqlite"
FORM = 3
WASTE_BYTES = 256_000_000
LAST = "\U0010ffff"
"""Stands behind every other character."""
PACKED = "packs"
"""The note of how many bytes the packs had when all was made anew."""


class Memo:
    """The memo of one site, open for one build."""

    def __init__(self, notes: Path, program: str, keep: bool = False) -> None:
        """`program` says what else the memo holds for: version, Python, libraries; of another one nothing is used.

        With `keep` values stay at hand once they were read or saved, for a process that builds again and again.
        """
        self.kept: dict[str, Any] | None = {} if keep else None
        self.notes = notes
        self.key = f"{FORM} {program}"
        self.packs = Packs(notes)
        self.broken = False
        """Whether there was a memo that could not be read."""
        self._noted: dict[str, bytes | None] = {}
        """What is to be saved; None for what is to be forgotten."""
        self._names: set[str] = set()
        self._base: sqlite3.Connection | None = None
        self._begin()

    def _begin(self) -> None:
        """Learn the names of the notes, where they are ours."""
        if not (self.notes / FILE).is_file():
            return
        try:
            names = {name for (name,) in self._read("SELECT name FROM notes")}
            if _opened(self._bytes("key")) == self.key:
                self._names = names - {"key"}
        except MemoError:
            self.broken = True

    def _read(self, query: str, *values: str) -> list[Any]:
        """The rows that a query gives. Raises MemoError where the file cannot be read."""
        try:
            if self._base is None:
                file = f"file:{(self.notes / FILE).as_posix()}?mode=ro"
                self._base = sqlite3.connect(file, uri=True, check_same_thread=False)
            return self._base.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise MemoError(str(error)) from error

    def _bytes(self, name: str) -> object:
        """What is stored under a name."""
        return next((value for (value,) in self._read("SELECT value FROM notes WHERE name = ?", name)), None)

    def _close(self) -> None:
        if self._base:
            self._base.close()
        self._base = None

    def tidy(self) -> None:
        """Begin anew where nothing is remembered, or where the packs have become twice what they were and much."""
        broken, anew = self.broken, self.read(PACKED) or 0
        if self.fresh or self.packs.bytes - anew > max(WASTE_BYTES, anew):
            self.forget()
        self.broken = broken

    def names(self, prefix: str) -> list[str]:
        """The names of all notes that begin so, in order: as they are to be saved."""
        gone = {name for name, data in self._noted.items() if data is None}
        return sorted(name for name in {*self._names, *self._noted} - gone if name.startswith(prefix))

    @property
    def fresh(self) -> bool:
        """Whether nothing is remembered."""
        return not self._names

    def read(self, name: str) -> Any:
        """The note of this name, as it is to be saved or as it was, or None. Raises MemoError for one that is none."""
        if self.kept is not None and name in self.kept:
            return self.kept[name]
        if name in self._noted:
            data = self._noted[name]
            return None if data is None else _opened(data)
        if name not in self._names:
            return None
        value = _opened(self._bytes(name))
        if self.kept is not None:
            self.kept[name] = value
        return value

    def read_all(self, prefix: str) -> dict[str, Any]:
        """The notes whose names begin so, by the rest of the name, in its order: asked for together. Raises MemoError."""
        names = self.names(prefix)
        if self.kept is not None or not names or not self._noted.keys().isdisjoint(names):
            return {name.removeprefix(prefix): self.read(name) for name in names}
        found = dict(self._read("SELECT name, value FROM notes WHERE name BETWEEN ? AND ?", prefix, prefix + LAST))
        return {name.removeprefix(prefix): _opened(found.get(name)) for name in names}

    def note(self, name: str, value: object) -> None:
        """Remember a plain value (texts, numbers, bytes, tuples, lists, dicts) once `save` is called; None forgets it."""
        self._noted[name] = None if value is None else _closed(value)
        if self.kept is not None:
            self.kept[name] = value

    def save(self) -> None:
        """Write what was noted, all or nothing. Raises OSError where it cannot be written."""
        self.packs.end()
        if self.fresh:
            self.note(PACKED, self.packs.bytes)
        gone = [name for name, data in self._noted.items() if data is None and name in self._names]
        closed = {name: data for name, data in self._noted.items() if data is not None}
        changed = {name: data for name, data in closed.items() if name not in self._names or self._bytes(name) != data}
        self._noted.clear()
        self._close()
        self.notes.mkdir(parents=True, exist_ok=True)
        if self.broken:
            self._unlink()
        try:
            with contextlib.closing(sqlite3.connect(self.notes / FILE)) as base, base:
                base.execute("PRAGMA synchronous = OFF")
                base.execute("CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value BLOB)")
                if not self._names:
                    base.execute("DELETE FROM notes")
                    base.execute("INSERT OR REPLACE INTO notes VALUES ('key', ?)", (_closed(self.key),))
                base.executemany("DELETE FROM notes WHERE name = ?", [(name,) for name in gone])
                base.executemany("INSERT OR REPLACE INTO notes VALUES (?, ?)", changed.items())
        except sqlite3.Error as error:
            raise OSError(0, str(error), str(self.notes / FILE)) from error
        self._names = self._names.difference(gone).union(changed)

    def forget(self) -> None:
        """Begin anew: no note, no pack."""
        self.packs.close()
        self._close()
        self._names, self._noted = set(), {}
        self.kept = None if self.kept is None else {}
        self._unlink()
        shutil.rmtree(self.notes / FOLDER, ignore_errors=True)
        self.packs = Packs(self.notes)

    def _unlink(self) -> None:
        for name in (FILE, FILE + "-journal"):
            (self.notes / name).unlink(missing_ok=True)
        self.broken = False


def copy_memo(notes: Path, to: Path) -> bool:
    """Begin a second memo as a copy of the first, where there is one; returns whether. Where that fails it begins empty."""
    if not (notes / FILE).is_file():
        return False
    try:
        with locked(notes):
            shutil.copytree(notes / FOLDER, to / FOLDER, dirs_exist_ok=True)
            shutil.copyfile(notes / FILE, to / FILE)
    except OSError:
        (to / FILE).unlink(missing_ok=True)
        return False
    return True


def _closed(value: Any) -> bytes:
    data = marshal.dumps(value)
    return crc32(data).to_bytes(SUM_BYTES, "big") + data


def _opened(data: object) -> Any:
    """The value of a note. Raises MemoError for what is none."""
    if not isinstance(data, bytes) or crc32(data[SUM_BYTES:]) != int.from_bytes(data[:SUM_BYTES], "big"):
        raise MemoError("note")
    try:
        return marshal.loads(data[SUM_BYTES:])
    except (ValueError, EOFError, TypeError) as error:
        raise MemoError("note") from error
