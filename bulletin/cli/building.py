"""The command `build`."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin.cli.options import DONE, HELD_BACK, common
from bulletin.cli.printing import Progress, print_json, print_line, report, say
from bulletin.messages import _

if TYPE_CHECKING:
    import click


def build_site(
    folder: Path, quiet: bool = False, as_json: bool = False, strict: bool = False, debug: bool = False,
    drafts: bool = False, clean: bool = False, explain: bool = False, jobs: int = 0, workers: str = "",
    profile: bool = False,
) -> int:  # fmt: skip
    """Build the site in `folder`; returns the exit code."""
    from bulletin.account_text import explanation, summary, time_table
    from bulletin.again import known_config, say_again

    started = time.perf_counter()
    outcome, inputs = (None, None) if clean else say_again(folder, drafts)
    if outcome is None:
        from bulletin.build import Options, build
        from bulletin.config import read_config

        config, findings = known_config(folder, inputs) or read_config(folder)
        progress = Progress(quiet or as_json)
        outcome = build(config, findings, Options(drafts, clean, jobs, workers=workers), progress, inputs)
        progress.end()
    seconds = time.perf_counter() - started
    if as_json:
        from bulletin.outcome_json import outcome_json

        print_json(outcome_json(outcome, seconds))
    else:
        report(outcome.findings, False, quiet)
        if explain:
            say("".join(f"{line}\n" for line in explanation(outcome)), end="")
        if profile:
            say(time_table(outcome, seconds), end="")
        if not quiet:
            print_line(summary(outcome, seconds))
    return HELD_BACK if outcome.severe or (strict and outcome.warned) else DONE


def make_build() -> "click.Command":
    import click  # late: an everyday build is done without it, see `plainly`

    @click.command(
        "build",
        help=_("Build the bulletin: content/ to output/."),
        epilog=_("Example: bulletin build --site my-county"),
    )
    @common()
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
        return build_site(folder, quiet, as_json, strict, debug, drafts, clean, explain, jobs, workers, profile)

    return build_command
