"""Exit codes, and the options that every command has."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from bulletin.messages import _

DONE, HELD_BACK, WRONG_USE, OUR_FAULT = 0, 1, 2, 3
Command = TypeVar("Command", bound=Callable[..., Any])


def common(site: bool = True) -> Callable[[Command], Command]:
    """The options that every command has."""
    import click  # late: an everyday build is done without it, see `plainly`

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
