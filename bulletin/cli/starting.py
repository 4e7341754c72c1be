"""The command `init`."""

from pathlib import Path

import click

from bulletin.cli.options import DONE, common
from bulletin.cli.printing import print_json
from bulletin.messages import _


def make_init() -> click.Command:
    @click.command(
        "init",
        help=_("Make a small working site in DIR."),
        epilog=_("Example: bulletin init my-county && bulletin build --site my-county"),
    )
    @click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
    @common(site=False)
    def init_command(target: Path, quiet: bool, as_json: bool, strict: bool, debug: bool) -> int:
        from bulletin.storage.starter import make_starter

        names = make_starter(target)
        if as_json:
            print_json({"folder": str(target), "files": names})
        elif not quiet:
            for name in names:
                click.echo(f"  {target / name}", err=True)
            click.echo(_("Now: bulletin build --site {folder}").format(folder=target), err=True)
            click.echo(_("To see it: bulletin serve --open --site {folder}").format(folder=target), err=True)
            click.echo(_("  or a double-click on serve.bat (Windows) or serve.command (macOS) there"), err=True)
        return DONE

    return init_command
