"""The same bytes whatever the computer is like: order of files, time zone, locale, hash seed, processes, place.

`make soak` adds the other versions of Python that are on the computer (tests/tools/versions.py).
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.sites import FORMS
from bulletin.build import Options, build
from bulletin.config import read_config
from tests.conftest import ROOT
from tests.history import contents

SITE = Path(__file__).parent / "site"
PLACES = (
    {"PYTHONHASHSEED": "1", "TZ": "America/Lima", "LC_ALL": "C", "LANG": ""},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.UTF-8"},
    {"PYTHONHASHSEED": "3", "TZ": "Asia/Shanghai", "LC_ALL": "tr_TR.UTF-8"},
    {"PYTHONHASHSEED": "4", "LC_ALL": "zh_CN.GB18030", "PYTHONOPTIMIZE": "1"},
)


def copy(target: Path, backwards: bool = False) -> Path:
    """The small site with the theme that comes with the program; `backwards`: its files are made in the other order."""
    for path in sorted((p for p in SITE.rglob("*") if p.is_file()), reverse=backwards):
        name = path.relative_to(SITE)
        if name.parts[0] not in ("output", "themes", ".bulletin"):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / name)
    config = (SITE / "config.yaml").read_text("utf-8").replace("theme: wire", "theme: default")
    (target / "config.yaml").write_text(config, "utf-8")
    return target


def build_elsewhere(site: Path, environment: dict[str, str], checkout: Path = ROOT) -> dict[str, bytes]:
    """Build in a process of its own, out of a checkout anywhere."""
    command = [sys.executable, "-m", "bulletin", "build", "--quiet", "--site", str(site)]
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_", "LANG", "TZ"))}
    run = subprocess.run(
        command, cwd=checkout, env={**inherited, "PYTHONPATH": str(checkout), **environment}, check=False
    )
    assert run.returncode == 0
    return contents(site / "output")


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_elsewhere(
        copy(tmp_path_factory.mktemp("wanted") / "site"), {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
    )


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place["PYTHONHASHSEED"])
def test_neither_hash_seed_nor_time_zone_nor_locale_shows(
    place: dict[str, str], wanted: dict[str, bytes], tmp_path: Path
) -> None:
    assert build_elsewhere(copy(tmp_path / "site"), place) == wanted


def test_neither_the_order_of_files_nor_the_place_of_the_program_shows(
    wanted: dict[str, bytes], tmp_path: Path
) -> None:
    checkout = tmp_path / "另一处 place"
    for name in ("bulletin", "themes"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    assert build_elsewhere(copy(tmp_path / "deep" / "青石 site", backwards=True), {}, checkout) == wanted


def fingerprint(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in contents(folder / "output").items()}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """An archive large enough for processes, built by one alone."""
    folder = tmp_path_factory.mktemp("archive") / "site"
    FORMS["front-matter"](folder, 420, 7)
    for path in sorted((folder / "content").rglob("report-01.md"))[::2]:
        path.write_text(path.read_text("utf-8").partition("\n---\n")[2], "utf-8")  # to be read: who, what, which day
    build(read_config(folder)[0], options=Options(jobs=1))
    return folder, fingerprint(folder)


@pytest.mark.parametrize(("jobs", "start"), [(2, "fork"), (3, "spawn"), (2, "forkserver")])
def test_neither_the_number_of_processes_nor_their_start_shows(
    jobs: int, start: str, archive: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(archive[0], site, ignore=shutil.ignore_patterns("output", ".bulletin"))
    build(read_config(site)[0], options=Options(jobs=jobs, start=start))
    assert fingerprint(site) == archive[1]
