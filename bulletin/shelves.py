"""The rows of all texts, month by month: a month's rows are read from the memo when somebody looks at one of them.

In: the memo, and the texts that were read. Out: `Shelves`, a mapping from path to row in the order of paths, which knows of
each month what a build must know without its rows (`Head`). A text that is edited touches the shelf of its month alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from bulletin.findings import Finding
from bulletin.model import PictureFile
from bulletin.packing import unpack
from bulletin.parts import digest
from bulletin.rows import PackedRow, Row, packed, unpacked
from bulletin.storage.memo import Memo

HEADS, ROWS = "texts ", "rows "
"""What the names of the notes of a shelf begin with."""


class Head(NamedTuple):
    """What is at hand of a month's texts; lists are in the order of paths."""

    digest: str
    """Of the paths and articles of those that have some."""
    stamps: dict[str, int]
    """Path -> stamp, of all of them."""
    days: tuple[int, ...]
    """Days that have an article, in order."""
    mastheads: tuple[tuple[str, int, int, int], ...]
    """(path, day, number, running number) of those that print one."""
    taught: tuple[str, ...]
    asks: bool
    """Whether one of them asks for a picture."""
    linked: bool
    """Whether a name of the archive can make a difference to one of them."""
    pictures: tuple[tuple[str, bytes], ...]
    """(path, what `Row.pictures` holds) of those that show one."""
    findings: tuple[bytes, ...]
    held: tuple[tuple[str, int], ...]
    """(path, number of reports that do not appear) of those that hold one back."""
    articles: int


def make_head(rows: Mapping[str, Row]) -> Head:
    """The head of a shelf; `rows` are in the order of paths."""
    every = list(rows.values())
    return Head(
        digest(tuple((row.path, row.facts[0]) for row in every if row.articles)),
        {row.path: row.stamp for row in every},
        tuple(sorted({row.day for row in every if row.articles})),
        tuple((row.path, *row.masthead) for row in every if row.masthead[1]),
        tuple(sorted({name for row in every for name in row.taught})),
        any(row.asked for row in every),
        any(row.linking for row in every),
        tuple((row.path, row.pictures) for row in every if row.pictures),
        tuple(row.findings for row in every if row.findings),
        tuple((row.path, row.held) for row in every if row.held),
        sum(row.articles for row in every),
    )


class Shelf:
    """The texts of one month; its rows are at hand, or are read whenever somebody looks at them."""

    def __init__(
        self, name: str, head: Head, packed: Sequence[bytes] = (), memo: Memo | None = None, keep: bool = False
    ) -> None:
        """`packed` are its rows as bytes, in the order of paths, unless they lie in the memo; `keep` them once looked at."""
        self.name, self.head, self._packed, self._memo, self.keep = name, head, packed, memo, keep
        self._rows: Mapping[str, Row] | None = None

    @property
    def rows(self) -> Mapping[str, Row]:
        """Path -> row, in the order of paths."""
        if self._rows is not None:
            return self._rows
        every = map(unpacked, self._memo.read(ROWS + self.name) if self._memo else self._packed)
        rows = {row.path: row for row in every}
        if self.keep:
            self._rows = rows
        return rows

    def hold(self, rows: Mapping[str, Row]) -> None:
        """Have its rows at hand, in the order of paths."""
        self._rows = rows

    def note(self, memo: Memo) -> None:
        """Note the shelf; its rows need not be at hand any more."""
        memo.note(HEADS + self.name, tuple(self.head))
        memo.note(ROWS + self.name, list(self._packed))
        self._memo, self._packed, self.keep = memo, (), memo.kept is not None

    @property
    def month(self) -> tuple[int, int]:
        return int(self.name[:4]), int(self.name[5:])


class Shelves(Mapping[str, Row]):
    """All texts of a site."""

    def __init__(self, shelves: Mapping[str, Shelf]) -> None:
        """`shelves` has those of months, and under an empty name that of texts without a day."""
        self.by_name = dict(sorted(shelves.items()))

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Shelves":
        """Rows put on shelves."""
        return cls({}).exchanged(rows)

    @cached_property
    def _where(self) -> Mapping[str, Shelf]:
        return {path: shelf for shelf in self.by_name.values() for path in shelf.head.stamps}

    @cached_property
    def _paths(self) -> list[str]:
        return sorted(self._where)

    def __getitem__(self, path: str) -> Row:
        return self._where[path].rows[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._where)

    def __contains__(self, path: object) -> bool:
        return path in self._where

    @property
    def every(self) -> list[Row]:
        """All rows, in the order of paths."""
        return sorted((row for shelf in self.by_name.values() for row in shelf.rows.values()), key=_path)

    def missing(self, paths: Iterable[str]) -> list[str]:
        """Those of these paths that have no row."""
        where = self._where
        return [path for path in paths if path not in where]

    @property
    def months(self) -> Iterator[Shelf]:
        """Shelves that have an article, the oldest month first."""
        return (shelf for shelf in self.by_name.values() if shelf.head.articles)

    @property
    def held_back(self) -> int:
        """Number of reports that do not appear."""
        return sum(count for shelf in self.by_name.values() for _, count in shelf.head.held)

    @property
    def held(self) -> Iterator[str]:
        """Paths of the texts of which a report does not appear."""
        return (path for shelf in self.by_name.values() for path, _ in shelf.head.held)

    @property
    def taught(self) -> set[str]:
        """Names that they show to be leaders'."""
        return {name for shelf in self.by_name.values() for name in shelf.head.taught}

    @property
    def findings(self) -> Iterator[Finding]:
        """What an editor should see of them."""
        for shelf in self.by_name.values():
            for found in shelf.head.findings:
                yield from unpack(found)

    @property
    def pictures(self) -> list[tuple[PictureFile, str]]:
        """Pictures that they show, with the path of the text, in the order of paths."""
        shown = sorted(pair for shelf in self.by_name.values() for pair in shelf.head.pictures)
        return [(picture, path) for path, pictures in shown for picture in unpack(pictures)]

    def exchanged(self, rows: Iterable[Row | PackedRow], gone: Iterable[str] = ()) -> "Shelves":
        """The shelves with these rows in place of those of the same paths, and without the paths that are `gone`."""
        added: dict[str, dict[str, bytes]] = {}
        for row in rows:
            path, shelf, data = row if isinstance(row, PackedRow) else packed(row)
            added.setdefault(shelf, {})[path] = data
        lost = {*gone, *(path for own in added.values() for path in own)}
        touched = {*added, *(self._where[path].name for path in lost if path in self._where)}
        after = {name: shelf for name, shelf in self.by_name.items() if name not in touched}
        for name in touched:
            before = self.by_name.get(name)
            rows_before = dict(before.rows) if before else {}
            stay = {path: packed(row).data for path, row in rows_before.items() if path not in lost}
            if every := dict(sorted((stay | added.pop(name, {})).items())):
                own = {path: unpacked(data) for path, data in every.items()}
                keep = before is not None and before.keep
                after[name] = Shelf(name, make_head(own), tuple(every.values()), keep=keep)
                if keep:  # rows that stay are the same ones
                    after[name].hold(own | {path: row for path, row in rows_before.items() if path not in lost})
        return Shelves(after)


def _path(row: Row) -> str:
    return row.path


def read_shelves(memo: Memo) -> Shelves:
    """The shelves as they were noted. Raises MemoError."""
    keep = memo.kept is not None
    return Shelves({name: Shelf(name, Head(*head), (), memo, keep) for name, head in memo.read_all(HEADS).items()})


def note_shelves(memo: Memo, before: Shelves, after: Shelves) -> None:
    """Note the shelves that are not as they were."""
    for name in {**before.by_name, **after.by_name}:
        shelf = after.by_name.get(name)
        if shelf is None:
            memo.note(HEADS + name, None)
            memo.note(ROWS + name, None)
        elif shelf is not before.by_name.get(name):
            shelf.note(memo)
