"""Whether every version of Python on this computer makes the same bytes; part of `make soak`.

Each one (python3.11, python3.12 …, found on PATH or named as arguments) gets an environment of its own in build/, with this checkout
installed, and builds the small site and an archive of raw dumps. Prints a line a version; exit code 1 where one differs.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.sites import FORMS
from tests.conftest import ROOT

NAMES = tuple(f"python3.{minor}" for minor in range(11, 20))
ARTICLES = 400


def interpreter(python: str) -> Path:
    """The interpreter of an environment for this version, made where there is none."""
    version = subprocess.run(
        [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], check=True, capture_output=True, text=True
    ).stdout.strip()
    folder = ROOT / "build" / f"python{version}"
    found = folder / "bin" / "python"
    if not found.exists():
        subprocess.run([python, "-m", "venv", str(folder)], check=True)
    subprocess.run([str(found), "-m", "pip", "install", "--quiet", "--editable", str(ROOT)], check=True)
    return found


def sites(folder: Path) -> list[Path]:
    """The sites that are built: the default theme over what is hard to read, and all of the golden site."""
    shutil.copytree(ROOT / "tests" / "site", folder / "small", ignore=shutil.ignore_patterns("output", ".bulletin"))
    FORMS["raw"](folder / "raw", ARTICLES, 7)
    config = folder / "raw" / "config.yaml"
    text = (
        config.read_text("utf-8").replace("theme: minimal", "theme: default").replace("search: false", "search: true")
    )
    config.write_text(text, "utf-8")
    return [folder / "small", folder / "raw"]


def fingerprint(python: Path, site: Path) -> str:
    """One digest of all that a version makes of a site."""
    for name in ("output", ".bulletin"):
        shutil.rmtree(site / name, ignore_errors=True)
    subprocess.run([str(python), "-m", "bulletin", "build", "--quiet", "--site", str(site)], check=True)
    sum = hashlib.sha256()
    for path in sorted((site / "output").rglob("*")):
        if path.is_file():
            sum.update(path.relative_to(site).as_posix().encode() + b"\0" + path.read_bytes())
    return sum.hexdigest()[:16]


def main(arguments: list[str]) -> int:
    found: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as name:
        made = sites(Path(name))
        for python in arguments or [sys.executable, *filter(shutil.which, NAMES)]:
            found[python] = [fingerprint(interpreter(python), site) for site in made]
            print(python, *found[python], flush=True)
    return 0 if len(set(map(tuple, found.values()))) == 1 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
