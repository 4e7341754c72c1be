"""A small site in a temporary folder, and golden files."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bulletin.cli import main
from bulletin.messages import use_language
from tests.tools.chromium import MISSING, find_chromium

pytest.register_assert_rewrite("tests.history")
ROOT = Path(__file__).parent.parent
os.environ["XDG_CACHE_HOME"] = str(ROOT / "build" / "cache")  # nothing of the user's own is read or written
SEED = ROOT.parent / "shared" / "seed"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew, to be read in the diff")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if find_chromium() is None:
        terminalreporter.write_line(f"WARNING: {MISSING}", red=True, bold=True)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    use_language("en")


class Project:
    """A site in a folder: `write` a file of content, `run` a command, `read` a page."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.out = self.err = ""
        self.config("title: 青石新闻\ncounty: 青石县\n")

    def config(self, text: str) -> None:
        (self.folder / "config.yaml").write_text(text, "utf-8")

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def run(self, *arguments: str) -> int:
        code = main(
            [
                *arguments,
                *(["--site", str(self.folder)] if arguments[0] in ("build", "serve", "read", "leaders") else []),
            ]
        )
        self.out, self.err = self.capsys.readouterr()
        return code

    def build(self) -> dict[str, Any]:
        self.code = self.run("build", "--json")
        result: dict[str, Any] = json.loads(self.out)
        return result

    def ids(self) -> list[str]:
        """Ids of the findings of a build."""
        return [finding["id"] for finding in self.build()["findings"]]

    def read(self, url: str) -> str:
        return (self.folder / "output" / url).read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        output = self.folder / "output"
        return {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Project:
    folder = tmp_path / "site"
    (folder / "content").mkdir(parents=True)
    return Project(folder, capsys)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, bytes], None]:
    """Compare bytes with a golden file; `pytest --update-golden` writes it anew."""

    def compare(path: Path, data: bytes) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        assert path.read_bytes().decode() == data.decode()

    return compare


REPORT = "石桥通车\n\n本报讯 3月4日,县委书记高远到石桥检查。\n\n高远强调,安全生产不能放松。\n"
