"""The package: what travels inside the wheel, and that an installed one finds its themes."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(target.glob("*.whl"))


def test_themes_data_and_catalogues_travel_inside_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "bulletin/themes/default/theme.yaml",
        "bulletin/themes/default/templates/base.html",
        "bulletin/themes/default/assets/style.css",
        "bulletin/data/topics.yaml",
        "bulletin/data/surnames.txt",
        "bulletin/data/starter/dot-gitattributes",
        "bulletin/data/starter/dot-gitignore",
        "bulletin/data/starter/serve.bat",
        "bulletin/serve/preview/preview.js",
        "bulletin/locales/zh/LC_MESSAGES/bulletin.mo",
        "bulletin/py.typed",
    ):
        assert name in names, name
    assert not [n for n in names if n.startswith(("content/", "tests/", "output/"))]


def test_an_installed_wheel_makes_and_builds_a_site(wheel: Path, tmp_path: Path) -> None:
    inside = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(inside)
    code = (
        f"import sys; sys.path.insert(0, {str(inside)!r}); import bulletin; assert bulletin.__file__.startswith({str(inside)!r}); "
        "from bulletin.cli import main; sys.exit(main(['init', 'site']) or main(['build', '--site', 'site']))"
    )
    run = subprocess.run([sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "site" / "output" / "index.html").is_file()
