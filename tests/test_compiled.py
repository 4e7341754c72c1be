"""What was compiled once and is kept for other processes of the same user."""

import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin import lexicon
from bulletin.patterns import CODES
from bulletin.storage import compiled, program
from bulletin.storage.compiled import Compiled, user_cache
from bulletin.theme.compiling import KeptTemplates
from bulletin.theme.render import make_environment
from bulletin.theme.theme import Theme, load_theme
from tests.conftest import ROOT, Project


@pytest.mark.parametrize(
    ("environment", "platform", "wanted"),
    [
        ({"HOME": "/home/su"}, "linux", "/home/su/.cache/bulletin"),
        ({"HOME": "/home/su", "XDG_CACHE_HOME": "/var/tmp/su"}, "linux", "/var/tmp/su/bulletin"),
        ({"HOME": "/Users/su"}, "darwin", "/Users/su/Library/Caches/bulletin"),
        ({"XDG_CACHE_HOME": "here"}, "linux", None),
        ({}, "linux", None),
        ({"HOME": "/home/su"}, "win32", None),
    ],
)
def test_the_folder_is_the_one_that_the_system_names(
    environment: dict[str, str], platform: str, wanted: str | None
) -> None:
    folder = user_cache(environment, platform)
    assert (folder.as_posix() if folder else None) == wanted


def test_what_was_kept_is_had_again_and_a_broken_file_is_nothing(tmp_path: Path) -> None:
    kept = Compiled(tmp_path / "a" / "cache")
    assert kept.read("x") is None
    kept.write("x", b"code")
    assert Compiled(tmp_path / "a" / "cache").read("x") == b"code"
    assert os.listdir(tmp_path / "a" / "cache") == ["x"]
    file = tmp_path / "a" / "cache" / "x"
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    assert kept.read("x") is None


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for kept in (Compiled(None), Compiled(tmp_path / "file"), Compiled(tmp_path / "file" / "below")):
        kept.write("x", b"code")
        assert kept.read("x") is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="the system has no owners of files")
def test_a_folder_that_others_can_write_is_not_used(tmp_path: Path) -> None:
    kept = Compiled(tmp_path / "cache")
    kept.write("x", b"code")
    (tmp_path / "cache").chmod(0o777)
    assert kept.read("x") is None
    kept.write("y", b"code")
    assert not (tmp_path / "cache" / "y").exists()


def test_of_too_many_the_newer_half_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "MOST", 4)
    kept = Compiled(tmp_path)
    tmp_path.chmod(0o700)
    for number in range(5):
        kept.write(str(number), b"code")
        os.utime(tmp_path / str(number), (number, number))
    assert sorted(os.listdir(tmp_path)) == ["3", "4"]


def test_a_template_is_compiled_once_until_its_text_changes(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    theme = load_theme("default", ROOT)

    def compiled_in(theme: Theme, program: str) -> list[str]:
        """Names of the templates that had to be compiled."""
        environment = make_environment(theme)
        environment.bytecode_cache = KeptTemplates(Compiled(tmp_path), program)
        made: list[str] = []
        compile_source = environment.compile
        environment.compile = lambda text, name, *rest: made.append(name) or compile_source(text, name, *rest)  # type: ignore[method-assign, assignment, func-returns-value]
        for name in ("article.html", "base.html"):
            environment.get_template(name)
        return made

    assert compiled_in(theme, "one") == ["article.html", "base.html"]
    assert compiled_in(theme, "one") == []
    text, path = theme.templates["base.html"]
    changed = Theme(
        theme.name, {**theme.templates, "base.html": (text + "<!-- -->", path)}, theme.assets, theme.addresses, (), ()
    )
    assert compiled_in(changed, "one") == ["base.html"]
    assert compiled_in(theme, "another") == ["article.html", "base.html"]


def test_patterns_are_taken_up_by_the_next_process(tmp_path: Path) -> None:
    code = (
        "import sys; from bulletin.patterns import CODES, compiled; from bulletin.storage import compiled as kept;"
        "kept.recall_patterns(); print(len(CODES.before)); compiled('石桥'); kept.keep_patterns()"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    said = [
        subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert said == ["0\n", "1\n"]


def test_kept_patterns_that_are_none_are_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Compiled(tmp_path)
    tmp_path.chmod(0o700)
    monkeypatch.setattr(compiled, "kept_code", lambda: kept)
    monkeypatch.setattr(CODES, "before", set())
    for data in (b"", b"x", marshal.dumps(7), marshal.dumps([7])):
        kept.write(compiled._patterns(), data)
        compiled.recall_patterns()
    assert CODES.before == set()


def test_the_site_is_the_same_without_a_folder_for_it(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write("2024-03-05.txt", "石桥通车\n\n本报讯 3月4日,县委书记高远到石桥检查。\n")
    assert project.run("build") == 0
    pages = {p.name: p.read_bytes() for p in (project.folder / "output").rglob("*.html")}
    monkeypatch.setattr(compiled, "kept_code", lambda: Compiled(None))
    assert project.run("build", "--clean") == 0
    assert {p.name: p.read_bytes() for p in (project.folder / "output").rglob("*.html")} == pages


def test_the_built_in_topics_are_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o700)
    kept = Compiled(tmp_path)
    monkeypatch.setattr(lexicon, "kept_code", lambda: kept)
    built_in = lexicon.built_in.__wrapped__
    first = built_in()
    with monkeypatch.context() as patch:
        patch.setattr(lexicon, "parse_topics", None)
        assert built_in() == first
    (only,) = tmp_path.iterdir()
    kept.write(only.name, b"x")
    assert built_in() == first


def test_what_python_compiles_as_it_goes_along_is_not_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or all would be built anew after the first preview, which loads modules that a build does not."""
    package = tmp_path / "bulletin"
    (package / "serve").mkdir(parents=True)
    (package / "serve" / "a.py").write_text("x = 1")
    monkeypatch.setattr(program, "PACKAGE", package)
    told = program.program_digest.__wrapped__
    before = told()
    (package / "serve" / "__pycache__").mkdir()
    (package / "serve" / "__pycache__" / "a.pyc").write_bytes(b"x")
    assert told() == before
    (package / "serve" / "a.py").write_text("x = 22")
    assert told() != before
