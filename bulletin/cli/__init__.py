"""The command line: arguments, printing, exit codes. Nothing else in the program prints.

Exit codes: 0 done; 1 something was held back or is severe (with --strict also a warning); 2 a wrong command line or
config; 3 a fault of ours. Findings and progress go to stderr, results to stdout. Each module makes some of the commands;
`printing` prints for all of them.
"""

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bulletin import __version__
from bulletin.cli.options import DONE, HELD_BACK, OUR_FAULT, WRONG_USE
from bulletin.cli.plainly import plain_build
from bulletin.cli.printing import print_line, report
from bulletin.messages import _, language_of, use_language

if TYPE_CHECKING:
    import click

YOUNG, MIDDLE, OLD = 1_000_000, 20, 100
"""How seldom Python looks for garbage that refers to itself: a build hardly makes any, and looking often costs a sixth of its time."""


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
        if (given := plain_build(arguments)) is not None:
            from bulletin.cli.building import build_site

            return build_site(**given)
        return _read_by_click(arguments)
    except (KeyboardInterrupt, EOFError):
        print_line("")
        return WRONG_USE
    except BulletinError as error:
        if debug:
            raise
        report([error.finding], "--json" in arguments)
        return HELD_BACK if error.finding.id.startswith(("template", "output-failed")) else WRONG_USE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if debug:
            raise
        print_line(_("a fault of bulletin itself: {error}").format(error=f"{type(error).__name__}: {error}"))
        print_line(_("Please report it with the output of the same command with --debug."))
        return OUR_FAULT


def _read_by_click(arguments: Sequence[str]) -> int:
    import click

    try:
        code = make_cli().main(list(arguments), prog_name="bulletin", standalone_mode=False)
    except click.exceptions.Abort:
        return WRONG_USE
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    return code if isinstance(code, int) else DONE


def _wanted_language(arguments: Sequence[str]) -> str | None:
    for i, argument in enumerate(arguments):
        if argument == "--lang" and i + 1 < len(arguments):
            return arguments[i + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def make_cli() -> "click.Group":
    """The commands, with their help in the language of this run."""
    import click

    from bulletin.cli.building import make_build
    from bulletin.cli.previewing import make_serve
    from bulletin.cli.reading import make_leaders, make_read
    from bulletin.cli.starting import make_init

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

    for make in (make_build, make_serve, make_read, make_leaders, make_init, make_completion):
        cli.add_command(make())
    return cli


def make_completion() -> "click.Command":
    import click

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
