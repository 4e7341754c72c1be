"""The command line: exit codes, messages in two languages, machine output, no traceback for a user's mistake."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bulletin import __version__
from bulletin.cli import building, main, make_cli
from bulletin.cli.plainly import plain_build
from tests.conftest import REPORT, ROOT, Project


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"bulletin {__version__}\n"
    for command in ("build", "read", "init", "completion"):
        assert main([command, "--help"]) == 0
        assert "Example: " in capsys.readouterr().out


def test_help_in_chinese(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert main(["build", "--help"]) == 0
    out = capsys.readouterr().out
    assert "生成简报" in out
    assert "用法：" in out
    assert "示例：" in out


def test_lang_overrides_the_locale(project: Project) -> None:
    assert project.run("build", "--lang", "zh") == 1
    assert "没有可以发布的报道" in project.err
    assert project.run("build", "--lang=en") == 1
    assert "no report was found" in project.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["biuld"], "No such command"),
        (["build", "--nope"], "No such option"),
        (["read"], "Missing argument"),
        (["build", "--site", "/no/such/folder"], "no config.yaml"),
        (["completion", "tcsh"], "tcsh"),
    ],
)
def test_a_wrong_command_line_is_2_and_says_why(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert words in err
    assert "Traceback" not in err


def test_a_build_that_holds_nothing_back_is_0(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    assert project.run("build") == 0
    assert "1 articles in 1 issues, 0 held back" in project.err
    assert project.out == ""


def test_quiet_says_only_what_is_wrong(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    assert project.run("build", "--quiet") == 0
    assert project.err == ""


def test_strict_makes_a_warning_fail(project: Project) -> None:
    project.write("x.txt", "石桥通车\n\n本报讯 2024年3月4日,石桥通车。\n")
    assert project.run("build") == 0
    assert "issue-date-guessed" in project.err
    assert project.run("build", "--strict") == 1


def test_json_of_a_build(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    result = project.build()
    assert set(result) == {
        "read",
        "rendered",
        "files",
        "articles",
        "issues",
        "held_back",
        "pages",
        "written",
        "unchanged",
        "removed",
        "seconds",
        "findings",
    }
    assert result["articles"] == 1


def test_json_of_an_error_is_json_too(project: Project) -> None:
    project.config("theme: none\n")
    project.write("2024-03-05.txt", REPORT)
    assert project.run("build", "--json") == 2
    assert json.loads(project.out)["findings"][0]["id"] == "theme-missing"


def test_a_fault_of_ours_is_3_with_a_traceback_only_under_debug(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("2024-03-05.txt", REPORT)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("wheel off")

    monkeypatch.setattr("bulletin.engine.make_bulletin", broken)
    assert project.run("build") == 3
    assert "wheel off" in project.err
    assert "Traceback" not in project.err
    with pytest.raises(RuntimeError):
        project.run("build", "--debug")


def test_read_prints_the_contract(project: Project) -> None:
    path = project.write("2024-03-05.txt", REPORT)
    assert project.run("read", "--json", str(path)) == 0
    file = json.loads(project.out)["files"][0]
    assert set(file) == {"path", "encoding", "issue_date", "issue_date_source", "articles", "changes", "findings"}
    assert set(file["articles"][0]) == {
        "title", "kicker", "subtitle", "date", "date_text", "date_source", "dateline", "byline", "credits", "source", "leaders",
        "topics", "column", "page", "paragraphs", "captions", "lines", "jumps",
    }  # fmt: skip
    assert all(set(c) == {"line", "kind", "before", "after"} for c in file["changes"])
    article = file["articles"][0]
    assert (file["issue_date"], file["issue_date_source"], article["date"], article["date_source"]) == (
        "2024-03-05",
        "path",
        "2024-03-04",
        "text",
    )
    assert article["leaders"] == [{"name": "高远", "titles": ["县委书记"], "id": None, "roles": ["检查", "强调"]}]


def test_findings_of_read_are_those_of_the_contract(project: Project) -> None:
    path = project.write("x.txt", "石桥通车\n\n本报讯 2024年3月4日,石桥通车。\n")
    project.run("read", "--json", str(path))
    (finding,) = json.loads(project.out)["files"][0]["findings"]
    assert set(finding) == {"id", "severity", "line", "column", "message", "hint"}


def test_read_uses_the_register_of_the_site(project: Project) -> None:
    project.write("leaders.yaml", "leaders:\n- {id: gao-yuan, name: 高远}\n")
    path = project.write("2024-03-05.txt", REPORT)
    project.run("read", "--json", str(path))
    assert json.loads(project.out)["files"][0]["articles"][0]["leaders"][0]["id"] == "gao-yuan"


def test_read_for_a_person(project: Project) -> None:
    path = project.write("dump.txt", (Path(__file__).parent / "seed-twin.txt").read_bytes())
    assert project.run("read", str(path)) == 0
    assert "高砚秋" in project.out
    assert "broken paragraphs joined: 6" in project.out
    assert "督查工" in project.out or "点名通" in project.out
    assert "2020-10-13 (guessed)" in project.out


def test_read_of_a_file_that_is_not_there(project: Project) -> None:
    assert project.run("read", "no.txt") == 1
    assert "file-unreadable" in project.err


def test_init_makes_a_site_that_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "my county"
    assert main(["init", str(site)]) == 0
    capsys.readouterr()
    assert main(["build", "--json", "--strict", "--site", str(site)]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["articles"], result["findings"]) == (2, [])
    assert (site / ".gitignore").read_text().startswith("/output/")
    assert (site / "serve.command").stat().st_mode & 0o111
    assert b"bulletin serve --open\r\n" in (site / "serve.bat").read_bytes().replace(b")", b"")
    assert "merge=union" in (site / ".gitattributes").read_text()
    assert main(["init", str(site)]) == 2
    assert "not empty" in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    if shell == "bash" and os.name == "nt":
        pytest.skip("no bash")
    assert main(["completion", shell]) == 0
    assert "_BULLETIN_COMPLETE" in capsys.readouterr().out


def test_python_m_bulletin_and_a_pipe_that_closes() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "bulletin", "--version"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert run.stdout.startswith("bulletin ")


def test_a_command_that_leaves_at_once_has_said_all_and_gives_its_code(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "bulletin", "--lang", "en", "build", "--site", str(tmp_path)],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert run.returncode == 2
    assert "config.yaml" in run.stderr
    assert run.stderr.endswith("\n")


def test_help_imports_nothing_heavy() -> None:
    """What makes `--help` slow is importing; a timed test would depend on the machine."""
    code = (
        "import sys, bulletin.cli; bulletin.cli.main(['--help']); "
        "print(sorted(set(sys.modules) & {'jinja2', 'yaml', 'markdown_it', 'watchdog', 'livereload', 'multiprocessing'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_output_survives_a_console_that_knows_no_chinese(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT.replace("3月4日", "2月30日"))
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LANG": "zh_CN.UTF-8"}
    run = subprocess.run(
        [sys.executable, "-m", "bulletin", "build", "--site", str(project.folder)],
        capture_output=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )
    assert run.returncode == 0
    assert b"Traceback" not in run.stderr


def test_progress_is_plain_lines_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from bulletin.cli.printing import Progress

    clock = iter(range(0, 1000, 6))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(clock)))
    progress = Progress(silent=False)
    progress("read", 5, 10)
    progress.end()
    assert capsys.readouterr().err == "reading 5/10\n"


@pytest.mark.parametrize(
    ("words", "index", "wanted"), [("bulletin bu", "1", "plain,build"), ("bulletin build --st", "2", "plain,--strict")]
)
def test_a_shell_completes_commands_and_options(words: str, index: str, wanted: str) -> None:
    environment = {**os.environ, "COMP_WORDS": words, "COMP_CWORD": index, "_BULLETIN_COMPLETE": "bash_complete"}
    run = subprocess.run(
        [sys.executable, "-m", "bulletin"], capture_output=True, text=True, cwd=ROOT, env=environment, check=True
    )
    assert wanted in run.stdout.split()


def test_of_many_findings_of_one_kind_the_first_are_shown_and_the_others_counted(project: Project) -> None:
    for day in range(1, 16):
        project.write(f"2024-03-{day:02}.txt", "本报讯 3月1日,县委书记高远到石桥检查。\n")
    assert project.run("build") == 0
    assert project.err.count("hint title-missing") == 10
    assert "title-missing: 5 more of this kind" in project.err
    assert len([f for f in project.build()["findings"] if f["id"] == "title-missing"]) == 15


PLAIN = (
    ("build", "--quiet"), ("build", "-q", "--site", "a b", "--jobs=2", "--strict"), ("build", "--site=x", "-j", "3", "--lang", "zh"),
    ("build", "--drafts", "--clean", "--debug"), ("build",), ("build", "--site", "x", "--site", "y"),
)  # fmt: skip
NOT_PLAIN = (
    (), ("--lang", "zh", "build"), ("build", "--nope"), ("build", "--site"), ("build", "--site="), ("build", "-j=2"), ("build", "--jobs", "x"),
    ("build", "--jobs", "-1"), ("build", "--help"), ("build", "x"), ("build", "--json"), ("build", "-qj2"), ("build", "--quiet=1"), ("read", "-q"),
)  # fmt: skip


@pytest.mark.parametrize("arguments", PLAIN)
def test_a_plain_command_line_is_read_as_the_library_reads_it(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    ways = ("folder", "quiet", "as_json", "strict", "debug", "drafts", "clean", "explain", "jobs", "workers", "profile")
    monkeypatch.setattr(building, "build_site", lambda *given: asked.append(given) or 0)
    assert make_cli().main(list(arguments), standalone_mode=False) == 0
    given = plain_build(arguments, {})
    assert given is not None
    others: dict[str, object] = dict.fromkeys(ways, False) | {"workers": ""}
    assert asked == [tuple((others | given)[name] for name in ways)]


@pytest.mark.parametrize("arguments", NOT_PLAIN)
def test_any_other_command_line_is_left_to_the_library(arguments: tuple[str, ...]) -> None:
    assert plain_build(arguments, {}) is None


def test_a_shell_that_completes_a_line_gets_no_build() -> None:
    assert plain_build(("build",), {"_BULLETIN_COMPLETE": "bash_complete"}) is None


def test_an_everyday_build_loads_no_library_for_command_lines(project: Project) -> None:
    project.write("2024-03-05/01.txt", REPORT)
    program = (
        "import sys; from bulletin.cli import main; code = main(sys.argv[1:]); print('click' in sys.modules, code)"
    )
    command = [sys.executable, "-c", program, "build", "--site", str(project.folder)]
    for _ in range(2):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        assert done.stdout == "False 0\n", done.stderr
        assert "1 " in done.stderr
