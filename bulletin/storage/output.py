"""The finished site on disk: each file written beside its place and moved there, stale ones of ours removed.

What the tool wrote is listed in `.bulletin/written.txt` in the site's folder; only files of that list are ever removed. A
file in output/ that is not of it is left alone and named. Unchanged files are not touched.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bulletin.findings import Finding, Place, fail, find

LIST = "written.txt"
PARTIAL = ".bulletin-new"


@dataclass(frozen=True, slots=True)
class Written:
    """What putting a site in place did, as counts of files."""

    written: int
    unchanged: int
    removed: int
    findings: tuple[Finding, ...] = ()


def check_folder(output: Path, root: Path, content: Path) -> None:
    """Refuse an output folder that is the site's own folder or holds it or the content."""
    place, site = output.resolve(), root.resolve()
    if place == site or place in site.parents or place == content.resolve() or place in content.resolve().parents:
        raise fail("output-unsafe", Place("config.yaml"), name=output.name or str(output))
    if content.resolve() in place.parents:
        raise fail("output-unsafe", Place("config.yaml"), name=output.name)


def put_in_place(files: Mapping[str, bytes], output: Path, notes: Path) -> Written:
    """Write `files` (address -> bytes) into `output`; `notes` is the folder of the list of what was written."""
    before = _read_list(notes)
    written = unchanged = 0
    foreign: list[Finding] = []
    try:
        _write_list(notes, before | files.keys())
        for name, data in files.items():
            path = output / name
            if path.is_symlink() or path.is_dir():
                foreign.append(find("output-foreign", Place(name), name=name))
                continue
            if _same(path, data):
                unchanged += 1
                continue
            _write(path, data)
            written += 1
        removed = _remove(output, before - files.keys())
        _write_list(notes, files.keys())
    except OSError as error:
        name = str(error.filename or output)
        raise fail("output-failed", Place(output.name), name=Path(name).name, why=error.strerror or "?") from None
    foreign.extend(_foreign(output, files))
    return Written(written, unchanged, removed, tuple(foreign))


def _same(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _write(path: Path, data: bytes) -> None:
    """Write beside the place and move there, so that a reader never sees half a file."""
    partial = path.with_name(path.name + PARTIAL)
    try:
        try:
            partial.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(data)
        os.replace(partial, path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def _remove(output: Path, names: Iterable[str]) -> int:
    removed = 0
    for name in sorted(names):
        path = output / name
        if path.is_symlink() or not path.is_file():
            continue
        path.unlink()
        removed += 1
        for folder in path.parents:
            if folder == output or any(folder.iterdir()):
                break
            folder.rmdir()
    return removed


def _foreign(output: Path, files: Mapping[str, bytes]) -> list[Finding]:
    """Files in output/ that are not ours; hidden ones (.gitignore, .git) are nobody's business."""
    found: list[Finding] = []
    for here, folders, names in os.walk(output):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            address = (Path(here) / name).relative_to(output).as_posix()
            if name.endswith(PARTIAL):  # left by a build that was stopped
                (Path(here) / name).unlink()
            elif address not in files and not name.startswith("."):
                found.append(find("output-foreign", Place(address), name=address))
    return found


def _read_list(notes: Path) -> set[str]:
    try:
        lines = (notes / LIST).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    return {line for line in lines if line and not line.startswith(("/", "..")) and "/../" not in f"/{line}/"}


def _write_list(notes: Path, names: Iterable[str]) -> None:
    notes.mkdir(parents=True, exist_ok=True)
    _write(notes / LIST, ("\n".join(sorted(names)) + "\n").encode())
