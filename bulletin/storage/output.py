"""The finished site on disk. New files are staged beside it, then put in place with a journal.

Killed at any moment, output/ is the old bulletin; or, once the journal stands, the next command completes the new one
(`finish`). Where nothing was there before, the staged folder becomes the output as a whole. What the tool wrote is listed
in `.bulletin/written.txt`; only files of that list are ever removed. A file in output/ that is not of it is left alone and
named. Unchanged files are not touched.
"""

import contextlib
import os
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field
from pathlib import Path

from bulletin.findings import BulletinError, Finding, Place, fail, find
from bulletin.storage.stamps import walk, written_stamp
from bulletin.storage.whole import READ, WRITE, write_whole
from bulletin.values import dataclass

LIST, JOURNAL, STAGE = "written.txt", "journal", "stage"
INSIDE = ".bulletin-stage"
PARTIAL = ".bulletin-new"


@dataclass(frozen=True, slots=True)
class Written:
    """What putting a site in place did, as counts of files."""

    written: int
    unchanged: int
    removed: int
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Standing:
    """What stands in output/ before a build: address -> stamp of files; folders; links."""

    stamps: Mapping[str, int] = field(default_factory=dict)
    folders: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()

    @property
    def empty(self) -> bool:
        return not (self.stamps or self.folders or self.links)

    def blocks(self, url: str) -> bool:
        """Whether something stands there that is no file, which is left alone."""
        return url in self.folders or url in self.links

    def blocked(self, urls: Mapping[str, object]) -> set[str]:
        """Those of these addresses at which something stands that is no file."""
        return {url for url in (*self.folders, *self.links) if url in urls}

    def foreign(self, ours: AbstractSet[str]) -> list[Finding]:
        """A finding for each file or link that is not of `ours`, and for what blocks a file of them."""
        names = [*(self.stamps.keys() - ours), *(self.links - ours)]
        names += [url for url in (*self.folders, *self.links) if url in ours]
        return [find("output-foreign", Place(name), name=name) for name in sorted(names)]


def check_folder(output: Path, root: Path, content: Path) -> None:
    """Refuse an output folder that is the site's own folder or holds it or the content."""
    place, site = output.resolve(), root.resolve()
    if place == site or place in site.parents or place == content.resolve() or place in content.resolve().parents:
        raise fail("output-unsafe", Place("config.yaml"), name=output.name or str(output))
    if content.resolve() in place.parents:
        raise fail("output-unsafe", Place("config.yaml"), name=output.name)


def failed(error: OSError, output: Path) -> BulletinError:
    """The one message for a disk that is full, read-only or gone; what was there before stays."""
    name = Path(str(error.filename or output)).name
    return fail("output-failed", Place(output.name), name=name, why=error.strerror or str(error) or "?")


def survey(output: Path) -> Standing:
    """What stands in output/. Hidden files and folders (.gitignore, .git) are nobody's business."""
    stamps: dict[str, int] = {}
    folders: set[str] = set()
    links: set[str] = set()
    for prefix, files, inner, linked in walk(str(output)):
        links.update(prefix + entry.name for entry in linked)
        folders.update(prefix + entry.name for entry in inner)
        for entry in files:
            path = prefix + entry.name
            try:
                if path.endswith(PARTIAL):  # left by an older version that was stopped
                    os.unlink(entry.path)
                else:
                    stamps[path] = written_stamp(entry.stat())
            except OSError:
                continue
    return Standing(stamps, frozenset(folders), frozenset(links))


class Stage:
    """Where new files of a build are written before they are put in place. Several processes may write at once."""

    def __init__(self, output: str, folder: str) -> None:
        self.output, self.folder = output, folder
        self._made: set[str] = set()

    def write(self, url: str, data: bytes) -> int:
        """Stage a file; returns its stamp. Raises OSError."""
        path = f"{self.folder}/{url}"
        folder = path.rpartition("/")[0]
        if folder not in self._made:
            os.makedirs(folder, exist_ok=True)
            self._made.add(folder)
        file = os.open(path, WRITE | os.O_TRUNC, 0o666)
        try:
            write_whole(file, data)
            return written_stamp(os.fstat(file))
        finally:
            os.close(file)

    def same(self, url: str, data: bytes) -> int:
        """The stamp of the file that stands in output/ already with these bytes; 0 where there is none."""
        try:
            file = os.open(f"{self.output}/{url}", READ | getattr(os, "O_NOFOLLOW", 0))
        except OSError:
            return 0
        try:
            stat = os.fstat(file)
            if stat.st_size != len(data) or os.read(file, len(data) + 1) != data:
                return 0
            return written_stamp(stat)
        except OSError:
            return 0
        finally:
            os.close(file)

    def read(self, url: str) -> bytes:
        """The bytes of a file as it is staged, else as it stands; empty where there is none."""
        for folder in (self.folder, self.output):
            with contextlib.suppress(OSError):
                return Path(f"{folder}/{url}").read_bytes()
        return b""


def make_stage(output: Path, notes: Path) -> Stage:
    """An empty stage for `output`: in the site's notes, or in output/ itself where that lies on another disk."""
    notes.mkdir(parents=True, exist_ok=True)
    folder = notes / STAGE
    if output.is_dir() and output.stat().st_dev != notes.stat().st_dev:
        folder = output / INSIDE
    _clear(folder)
    folder.mkdir(parents=True)
    return Stage(str(output), str(folder))


def place_staged(stage: Stage, notes: Path, staged: Iterable[str], removed: Iterable[str], empty: bool) -> None:
    """Put staged files in place and remove stale ones, all or, after an interruption, by `finish`. Raises OSError.

    `empty` says that nothing stands in output/.
    """
    output, folder = Path(stage.output), Path(stage.folder)
    moves, stale = sorted(staged), sorted(removed)
    if empty and moves and folder.name == STAGE and not output.is_symlink():
        with contextlib.suppress(OSError):  # where it cannot be moved as a whole, the files are moved one by one
            os.replace(folder, output)
            return
    if moves or stale:
        for name in sorted({f"{stage.output}/{url}".rpartition("/")[0] for url in moves}):
            os.makedirs(name, exist_ok=True)
        lines = [folder.name, *(f"+{url}" for url in moves), *(f"-{url}" for url in stale)]
        journal, partial = notes / JOURNAL, notes / (JOURNAL + ".new")
        partial.write_text("\n".join([*lines, "end"]), "utf-8", "surrogateescape")
        partial.replace(journal)
        _play(lines, output, folder)
        journal.unlink()
    _clear(folder)


def _clear(folder: Path) -> None:
    from shutil import rmtree  # late: a build that finds nothing changed needs none of it

    rmtree(folder, ignore_errors=True)


def finish(output: Path, notes: Path) -> bool:
    """Complete what an interrupted build had begun to put in place; returns whether there was anything to do."""
    journal = notes / JOURNAL
    try:
        lines = journal.read_text("utf-8", "surrogateescape").split("\n")
    except OSError:
        return False
    if lines[-1] == "end":
        _play(lines[:-1], output, output / INSIDE if lines[0] == INSIDE else notes / STAGE)
    journal.unlink()
    return True


def _play(lines: list[str], output: Path, folder: Path) -> None:
    """Do what a journal says; what is done already is passed over."""
    for step in lines[1:]:
        url = step[1:]
        if not safe(url):
            continue
        if step[0] == "+":
            with contextlib.suppress(FileNotFoundError):
                os.replace(f"{folder}/{url}", output / url)
        else:
            _remove(output, url)


def _remove(output: Path, url: str) -> None:
    path = output / url
    if path.is_symlink() or not path.is_file():
        return
    path.unlink()
    for folder in path.parents:
        if folder == output or any(folder.iterdir()):
            break
        folder.rmdir()


def safe(url: str) -> bool:
    """Whether an address stays within output/."""
    return bool(url) and not url.startswith("/") and "/../" not in f"/{url}/"


def read_list(notes: Path) -> frozenset[str]:
    """Addresses that the tool wrote; whoever removes one asks first whether it is `safe`."""
    try:
        return frozenset((notes / LIST).read_text("utf-8").split("\n"))
    except (OSError, UnicodeDecodeError):
        return frozenset()


def write_list(notes: Path, urls: Iterable[str]) -> None:
    """Remember which addresses the tool wrote."""
    notes.mkdir(parents=True, exist_ok=True)
    partial = notes / (LIST + ".new")
    partial.write_text("\n".join(sorted(urls)), "utf-8")
    partial.replace(notes / LIST)


def put_in_place(files: Mapping[str, bytes], output: Path, notes: Path) -> Written:
    """Write `files` (address -> bytes) into `output`; `notes` is the folder of the list of what was written."""
    try:
        finish(output, notes)
        before, standing = read_list(notes), survey(output)
        stage = make_stage(output, notes)
        changed = [u for u, data in files.items() if not standing.blocks(u) and not stage.same(u, data)]
        for url in changed:
            stage.write(url, files[url])
        gone = [url for url in before - files.keys() if url in standing.stamps and safe(url)]
        write_list(notes, before | files.keys())
        place_staged(stage, notes, changed, gone, standing.empty)
        write_list(notes, files)
    except OSError as error:
        raise failed(error, output) from None
    findings = standing.foreign(files.keys() | set(gone))
    return Written(len(changed), len(files) - len(changed), len(gone), tuple(findings))
