"""A small working site for `bulletin init`: a config, one issue, a standing page, a register and topics to fill in."""

from importlib import resources
from pathlib import Path

from bulletin.findings import Place, fail

FOLDER = "starter"
PROGRAMS = (".command",)
"""Files that are started by a double-click."""


def make_starter(target: Path) -> list[str]:
    """Write the site into `target`, which must be new or empty; returns the names of its files."""
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise fail("init-not-empty", Place(str(target)), name=target.name or str(target))
    names: list[str] = []
    root = resources.files("bulletin") / "data" / FOLDER
    pending = [(root, "")]
    try:
        while pending:
            here, prefix = pending.pop()
            for entry in sorted(here.iterdir(), key=lambda e: e.name):
                name = prefix + ("." + entry.name.removeprefix("dot-") if entry.name.startswith("dot-") else entry.name)
                if entry.is_dir():
                    pending.append((entry, name + "/"))
                    continue
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                (target / name).write_bytes(entry.read_bytes())
                if name.endswith(PROGRAMS):
                    (target / name).chmod(0o755)
                names.append(name)
    except OSError as error:
        raise fail("output-failed", Place(str(target)), name=target.name, why=error.strerror or "?") from None
    return sorted(names)
