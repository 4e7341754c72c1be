"""The command `serve`, and what it asks before others may look."""

import sys
from pathlib import Path

import click

from bulletin.cli.options import DONE, WRONG_USE, common
from bulletin.cli.printing import print_line, report
from bulletin.messages import _


def make_serve() -> click.Command:
    @click.command(
        "serve",
        help=_("Preview in the browser: what you save is what you see. Nothing is written."),
        epilog=_("Example: bulletin serve --open"),
    )
    @common()
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
            serve(folder, how, drafts, print_line, lambda findings: report(findings, as_json, quiet))
        except KeyboardInterrupt:
            click.echo("", err=True)
        except OSError as error:
            click.echo(_("{host} cannot be listened at: {why}").format(host=host, why=error), err=True)
            return WRONG_USE
        return DONE

    return serve_command


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
