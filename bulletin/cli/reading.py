"""The commands that show what was read: `read` and `leaders`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from bulletin.cli.options import DONE, HELD_BACK, common
from bulletin.cli.printing import print_json, report
from bulletin.messages import _


def make_read() -> click.Command:
    @click.command(
        "read",
        help=_("Show how files are read: reports, headlines, leaders, what was changed and guessed."),
        epilog=_("Example: bulletin read content/2020-10-15.txt"),
    )
    @click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
    @common()
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
            print_json(result)
            report(wrong, False, quiet)
        else:
            click.echo("\n".join(as_text(file) for file in result["files"]))
            report(wrong, False, quiet)
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
    report(taken.findings, False, quiet)
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


def make_leaders() -> click.Command:
    @click.command(
        "leaders",
        help=_("Propose leaders.yaml from what was read; doubtful cases are explained."),
        epilog=_("Example: bulletin leaders > proposal.yaml, or: bulletin leaders --write"),
    )
    @common()
    @click.option("--write", is_flag=True, help=_("Add the people to content/leaders.yaml; what stands there stays."))
    def leaders_command(folder: Path, quiet: bool, as_json: bool, strict: bool, debug: bool, write: bool) -> int:
        from bulletin.account import proposed_json
        from bulletin.config import read_config
        from bulletin.proposing import propose_leaders

        config, findings = read_config(folder)
        proposed = propose_leaders(config, write)
        if as_json:
            print_json(proposed_json(proposed.people, proposed.ids, proposed.findings))
        else:
            if not write:
                click.echo(proposed.text, nl=False)
            report([*findings, *proposed.findings], False, quiet)
            if not quiet:
                count = len(proposed.people)
                done = _("{count} people were added to leaders.yaml; correct them there.").format(count=count)
                told = _("{count} people are new; add them with: bulletin leaders --write").format(count=count)
                none = _("Everybody who was read stands in leaders.yaml.")
                click.echo((done if write else told) if count else none, err=True)
        return HELD_BACK if strict and proposed.findings else DONE

    return leaders_command
