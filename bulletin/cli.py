"""The command line: arguments, printing, exit codes. Nothing else in the program prints.

Exit codes: 0 done; 1 something was held back or is severe (with --strict also a warning); 2 a wrong command line or
config; 3 a fault of ours. Findings and progress go to stderr, results to stdout.
"""

import gc
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from bulletin import __version__
from bulletin.messages import _, language_of, use_language

DONE, HELD_BACK, WRONG_USE, OUR_FAULT = 0, 1, 2, 3
PLAIN_STEP_SECONDS = 5.0
ALIKE = 10
YOUNG, MIDDLE, OLD = 100_000, 20, 100
"""How seldom Python looks for garbage that refers to itself: a build hardly makes any, and looking often costs a sixth of its time."""
Command = TypeVar("Command", bound=Callable[..., Any])


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    arguments = list(sys.argv[1:] if argv is None else argv)
    use_language(language_of(os.environ, _wanted_language(arguments)))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console of another code page must not stop a message
            stream.reconfigure(errors="backslashreplace")
    from bulletin.findings import BulletinError

    debug = "--debug" in arguments
    try:
        code = make_cli().main(arguments, prog_name="bulletin", standalone_mode=False)
        return code if isinstance(code, int) else DONE
    except click.exceptions.Abort:
        return WRONG_USE
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    except BulletinError as error:
        if debug:
            raise
        _report([error.finding], "--json" in arguments)
        return HELD_BACK if error.finding.id.startswith(("template", "output-failed")) else WRONG_USE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if debug:
            raise
        click.echo(_("a fault of bulletin itself: {error}").format(error=f"{type(error).__name__}: {error}"), err=True)
        click.echo(_("Please report it with the output of the same command with --debug."), err=True)
        return OUR_FAULT


def _wanted_language(arguments: Sequence[str]) -> str | None:
    for i, argument in enumerate(arguments):
        if argument == "--lang" and i + 1 < len(arguments):
            return arguments[i + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def make_cli() -> click.Group:
    """The commands, with their help in the language of this run."""

    @click.group(
        help=_("A county newsroom's text reports in, a dated and archived bulletin out."),
        epilog=_("Begin with: bulletin init DIR"),
    )
    @click.version_option(
        __version__, prog_name="bulletin", message="%(prog)s %(version)s", help=_("Show the version.")
    )
    @click.option("--lang", metavar="zh|en", help=_("Language of the messages."), expose_value=False)
    def cli() -> None:
        pass

    for make in (_make_build, _make_serve, _make_read, _make_leaders, _make_init, _make_completion):
        cli.add_command(make())
    return cli


def _common(site: bool = True) -> Callable[[Command], Command]:
    """The options that every command has."""
    options = [
        click.option(
            "--site",
            "folder",
            type=click.Path(path_type=Path),
            default=Path(),
            metavar="DIR",
            help=_("Folder of the site (with config.yaml)."),
        )
        if site
        else None,
        click.option("--quiet", "-q", is_flag=True, help=_("Say only what is wrong.")),
        click.option("--json", "as_json", is_flag=True, help=_("Machine output on stdout.")),
        click.option("--strict", is_flag=True, help=_("Warnings fail as well.")),
        click.option("--debug", is_flag=True, help=_("Show the traceback of a fault.")),
        click.option("--lang", metavar="zh|en", help=_("Language of the messages."), expose_value=False),
    ]

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            if option is not None:
                command = option(command)
        return command

    return decorate


def _make_build() -> click.Command:
    @click.command(
        "build",
        help=_("Build the bulletin: content/ to output/."),
        epilog=_("Example: bulletin build --site my-county"),
    )
    @_common()
    @click.option("--drafts", is_flag=True, help=_("Include reports with the status draft."))
    @click.option("--clean", is_flag=True, help=_("Forget what earlier builds remembered; the result is the same."))
    @click.option("--explain", is_flag=True, help=_("Tell for each page that was made again what had changed."))
    @click.option(
        "--jobs", "-j", type=click.IntRange(0), default=0, metavar="N", help=_("Processes; 0: one a processor core.")
    )
    @click.option(
        "--workers", default="", metavar="tcp://HOST:PORT", help=_("Hand large work to the Dask cluster there.")
    )
    @click.option("--profile", is_flag=True, help=_("Print a table of where the time went, by stage and by template."))
    def build_command(
        folder: Path,
        quiet: bool,
        as_json: bool,
        strict: bool,
        debug: bool,
        drafts: bool,
        clean: bool,
        explain: bool,
        jobs: int,
        workers: str,
        profile: bool,
    ) -> int:
        from bulletin.account_text import explanation, summary, time_table
        from bulletin.again import say_again

        started = time.perf_counter()
        outcome, inputs = (None, None) if clean else say_again(folder, drafts)
        if outcome is None:
            from bulletin.build import Options, build
            from bulletin.config import read_config

            config, findings = read_config(folder)
            progress = _Progress(quiet or as_json)
            outcome = build(config, findings, Options(drafts, clean, jobs, workers=workers), progress, inputs)
            progress.end()
        seconds = time.perf_counter() - started
        if as_json:
            from bulletin.outcome_json import outcome_json

            _print_json(outcome_json(outcome, seconds))
        else:
            _report(outcome.findings, False, quiet)
            if explain:
                click.echo("".join(f"{line}\n" for line in explanation(outcome)), nl=False)
            if profile:
                click.echo(time_table(outcome, seconds), nl=False)
            if not quiet:
                click.echo(summary(outcome, seconds), err=True)
        return HELD_BACK if outcome.severe or (strict and outcome.warned) else DONE

    return build_command


def _make_serve() -> click.Command:
    @click.command(
        "serve",
        help=_("Preview in the browser: what you save is what you see. Nothing is written."),
        epilog=_("Example: bulletin serve --open"),
    )
    @_common()
    @click.option("--open", "-o", "open_browser", is_flag=True, help=_("Open the browser."))
    @click.option("--drafts", is_flag=True, help=_("Include reports with the status draft."))
    @click.option("--port", type=click.IntRange(0, 65535), default=5500, help=_("Port; the next free one is taken."))
    @click.option(
        "--host", default="127.0.0.1", metavar="ADDRESS", help=_("Let others in the network look: needs --share.")
    )
    @click.option("--share", is_flag=True, help=_("Yes, everybody in the network may read drafts and raw texts."))
    @click.option("--poll", is_flag=True, help=_("Look at the folders every second (network drives)."))
    def serve_command(
        folder: Path,
        quiet: bool,
        as_json: bool,
        strict: bool,
        debug: bool,
        open_browser: bool,
        drafts: bool,
        port: int,
        host: str,
        share: bool,
        poll: bool,
    ) -> int:
        from bulletin.config import read_config
        from bulletin.serve.run import Listening, serve

        read_config(folder)  # a folder that is no site is told before anything is started
        if host not in ("127.0.0.1", "localhost", "::1") and not _may_share(host, share):
            return WRONG_USE
        how = Listening(host, port, open_browser, poll)
        try:
            serve(folder, how, drafts, _line, lambda finding: _report([finding], as_json, quiet))
        except KeyboardInterrupt:
            click.echo("", err=True)
        except OSError as error:
            click.echo(_("{host} cannot be listened at: {why}").format(host=host, why=error), err=True)
            return WRONG_USE
        return DONE

    return serve_command


def _line(text: str) -> None:
    click.echo(text, err=True)


def _may_share(host: str, share: bool) -> bool:
    """Whether the person says so: with --share, or by typing the word."""
    click.echo(
        _("Everybody who can reach {host} in this network will read, without a password:").format(host=host), err=True
    )
    click.echo(_("  all pages, also of reports that are not published yet, with --drafts the drafts as well"), err=True)
    click.echo(_("  the raw texts, and every finding about them"), err=True)
    if share:
        return True
    if not sys.stdin.isatty():
        click.echo(_("Nothing was started: say so with --share."), err=True)
        return False
    word = _("share")
    return bool(
        click.prompt(_("Type “{word}” to go on").format(word=word), default="", show_default=False, err=True) == word
    )


def _make_read() -> click.Command:
    @click.command(
        "read",
        help=_("Show how files are read: reports, headlines, leaders, what was changed and guessed."),
        epilog=_("Example: bulletin read content/2020-10-15.txt"),
    )
    @click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
    @_common()
    @click.option("--why", is_flag=True, help=_("Tell which rule found each leader and which words made each topic."))
    @click.option(
        "--write", is_flag=True, help=_("Write files with front matter, one an article; the raw file is set aside.")
    )
    @click.option("--replace", is_flag=True, help=_("With --write: remove the raw file."))
    @click.option("--accept-revisions", is_flag=True, help=_("Take open changes in Word documents as accepted."))
    def read_command(
        files: tuple[Path, ...],
        folder: Path,
        quiet: bool,
        as_json: bool,
        strict: bool,
        debug: bool,
        why: bool,
        write: bool,
        replace: bool,
        accept_revisions: bool,
    ) -> int:
        from bulletin.account import account
        from bulletin.account_text import as_text
        from bulletin.build import read_lists
        from bulletin.findings import Finding, Severity

        sources, unread = _sources(files, folder)
        register, lexicon, findings = read_lists(folder)
        result = account(sources, register, lexicon, why, accept_revisions)
        wrong: list[Finding] = [*unread, *findings]
        severities = [f["severity"] for file in result["files"] for f in file["findings"]] + [
            str(f.severity) for f in wrong
        ]
        if as_json:
            _print_json(result)
            _report(wrong, False, quiet)
        else:
            click.echo("\n".join(as_text(file) for file in result["files"]))
            _report(wrong, False, quiet)
        if write:
            wrong = _take_over(files, register, lexicon, replace, accept_revisions, quiet)
            severities += [str(f.severity) for f in wrong]
        failing = {str(Severity.SEVERE), *([str(Severity.WARNING)] if strict else [])}
        return HELD_BACK if failing & set(severities) else DONE

    return read_command


def _take_over(
    files: Iterable[Path], register: Any, lexicon: Any, replace: bool, accept: bool, quiet: bool
) -> list[Any]:
    """Write what was read as files with front matter, and say what was done."""
    from bulletin.writing import take_over

    taken = take_over(_inside(files), register, lexicon, replace, accept)
    _report(taken.findings, False, quiet)
    if not quiet:
        for name in taken.files:
            click.echo(f"  {name}", err=True)
        for name in taken.aside:
            click.echo(_("  {name}: the raw text, set aside").format(name=name), err=True)
    return taken.findings


def _inside(files: Iterable[Path]) -> list[Path]:
    """The files themselves; a folder stands for the texts in it."""
    from bulletin.storage.sources import TEXTS

    found: list[Path] = []
    for path in files:
        texts = (p for p in path.rglob("*") if p.suffix.lower() in TEXTS and p.is_file())
        found.extend(sorted(texts) if path.is_dir() else [path])
    return found


def _sources(files: Iterable[Path], folder: Path) -> tuple[list[tuple[str, bytes]], list[Any]]:
    """(name, bytes) of the files to read; a folder stands for the texts in it. Names of a site's files begin in content/."""
    from bulletin.findings import Finding
    from bulletin.storage.sources import read_bytes

    sources: list[tuple[str, bytes]] = []
    unread: list[Finding] = []
    for path in _inside(files):
        data = read_bytes(path)
        if isinstance(data, Finding):
            unread.append(data)
        else:
            sources.append((path.as_posix(), data))
    return sources, unread


def _make_leaders() -> click.Command:
    @click.command(
        "leaders",
        help=_("Propose leaders.yaml from what was read; doubtful cases are explained."),
        epilog=_("Example: bulletin leaders > proposal.yaml, or: bulletin leaders --write"),
    )
    @_common()
    @click.option("--write", is_flag=True, help=_("Add the people to content/leaders.yaml; what stands there stays."))
    def leaders_command(folder: Path, quiet: bool, as_json: bool, strict: bool, debug: bool, write: bool) -> int:
        from bulletin.account import proposed_json
        from bulletin.config import read_config
        from bulletin.proposing import propose_leaders

        config, findings = read_config(folder)
        proposed = propose_leaders(config, write)
        if as_json:
            _print_json(proposed_json(proposed.people, proposed.ids, proposed.findings))
        else:
            if not write:
                click.echo(proposed.text, nl=False)
            _report([*findings, *proposed.findings], False, quiet)
            if not quiet:
                count = len(proposed.people)
                done = _("{count} people were added to leaders.yaml; correct them there.").format(count=count)
                told = _("{count} people are new; add them with: bulletin leaders --write").format(count=count)
                none = _("Everybody who was read stands in leaders.yaml.")
                click.echo((done if write else told) if count else none, err=True)
        return HELD_BACK if strict and proposed.findings else DONE

    return leaders_command


def _make_init() -> click.Command:
    @click.command(
        "init",
        help=_("Make a small working site in DIR."),
        epilog=_("Example: bulletin init my-county && bulletin build --site my-county"),
    )
    @click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
    @_common(site=False)
    def init_command(target: Path, quiet: bool, as_json: bool, strict: bool, debug: bool) -> int:
        from bulletin.storage.starter import make_starter

        names = make_starter(target)
        if as_json:
            _print_json({"folder": str(target), "files": names})
        elif not quiet:
            for name in names:
                click.echo(f"  {target / name}", err=True)
            click.echo(_("Now: bulletin build --site {folder}").format(folder=target), err=True)
        return DONE

    return init_command


def _make_completion() -> click.Command:
    @click.command(
        "completion",
        help=_("Print the completion script of a shell."),
        epilog=_('Example: eval "$(bulletin completion bash)"'),
    )
    @click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
    @click.option("--lang", metavar="zh|en", help=_("Language of the messages."), expose_value=False)
    def completion_command(shell: str) -> int:
        from click.shell_completion import get_completion_class

        kind = get_completion_class(shell)
        if kind is None:
            return WRONG_USE
        click.echo(kind(make_cli(), {}, "bulletin", "_BULLETIN_COMPLETE").source())
        return DONE

    return completion_command


def _print_json(value: object) -> None:
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def _report(findings: Iterable[Any], as_json: bool, quiet: bool = False) -> None:
    """Print findings, the worst in colour; hints only when there is time to read them.

    Of warnings and hints of one kind the first `ALIKE` are shown, the others counted: an archive of ten thousand reports
    without headlines must not bury the one report that is held back.
    """
    from bulletin.findings import Severity, show

    if as_json:
        from bulletin.outcome_json import placed_json

        _print_json({"findings": [placed_json(f) for f in findings]})
        return
    colours = {Severity.SEVERE: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
    seen: Counter[str] = Counter()
    for finding in findings:
        if quiet and finding.severity is Severity.HINT:
            continue
        seen[finding.id] += finding.severity is not Severity.SEVERE
        if seen[finding.id] > ALIKE:
            continue
        first, *rest = show(finding).split("\n")
        click.echo("\n".join([click.style(first, fg=colours[finding.severity]), *rest]), err=True)
    for id, count in seen.items():
        if count > ALIKE:
            click.echo(
                _("{id}: {count} more of this kind; --json lists all").format(id=id, count=count - ALIKE), err=True
            )


class _Progress:
    """A bar on a terminal, a plain line now and then elsewhere; nothing for short work."""

    def __init__(self, silent: bool) -> None:
        self.silent = silent
        self.bar = sys.stderr.isatty()
        self.last = time.monotonic()
        self.shown = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if stage == "wait":
            click.echo(_("another build of this site is running; waiting for it"), err=True)
            return
        if self.silent or now - self.last < (0.1 if self.bar else PLAIN_STEP_SECONDS):
            return
        self.last, self.shown = now, True
        words = {
            "read": _("reading"),
            "articles": _("making articles"),
            "compose": _("making issues"),
            "pages": _("making pages"),
        }[stage]
        if self.bar:
            filled = int(30 * done / max(1, total))
            click.echo(f"\r{words} [{'#' * filled}{'.' * (30 - filled)}] {done}/{total}\033[K", err=True, nl=False)
        else:
            click.echo(f"{words} {done}/{total}", err=True)

    def end(self) -> None:
        if self.shown and self.bar:
            click.echo("\r\033[K", err=True, nl=False)
