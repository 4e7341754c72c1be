"""The account of how a file was read, for a person: what was found, changed, guessed and left open, in ten seconds.

In: one file of the contract's JSON (`account`). Out: text with terminal colours, which the command line strips where
there is no terminal.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from bulletin.findings import screen_width
from bulletin.messages import N_, _
from bulletin.outcome import Outcome

KINDS = {
    "rejoin": N_("broken paragraphs joined"),
    "mark": N_("half-width marks made full-width"),
    "digit": N_("full-width figures made half-width"),
    "html": N_("tags of a web page taken out"),
    "invisible": N_("invisible characters taken out"),
    "space": N_("stray spaces taken out"),
    "quote": N_("straight quotes paired"),
    "name-dot": N_("dots in names made ·"),
    "chrome": N_("lines that are no report"),
    "slogan": N_("column slogans"),
    "jump": N_("jump marks taken out of the text"),
    "credit": N_("lines and brackets that name who made the report"),
    "repeated-title": N_("headlines printed twice"),
}
RULES = {
    "post": N_("a post stands before the name"),
    "shared post": N_("shares the post before the list"),
    "label": N_("a label stands before the list"),
    "label behind": N_("a label stands behind the list"),
    "chosen": N_("elected or appointed"),
    "row": N_("stands in a row of names and posts"),
    "name before post": N_("the post stands behind the name"),
    "bare": N_("stands where a leader's name stands"),
    "register": N_("known from leaders.yaml"),
    "archive": N_("known from other reports"),
}
PLACES = {
    "headline": N_("in the headline"),
    "lead": N_("in the lead"),
    "body": N_("in the text"),
    "office": N_("in the office of who is named first"),
    "subject": N_("as a speaker's subject"),
}
SHOWN_ONE_BY_ONE = ("rejoin", "chrome", "slogan", "jump", "repeated-title", "name-dot")
BEGINNING, END = 18, 10
"""How many characters of a text are shown of its beginning and its end."""
COLOURS = {"severe": "red", "warning": "yellow", "hint": "cyan"}


def style(text: str, fg: str | None = None, bold: bool | None = None, dim: bool | None = None) -> str:
    """Text in a colour of the terminal."""
    import click  # late: the account of a build has no colours

    return click.style(text, fg=fg, bold=bold, dim=dim)


def as_text(file: dict[str, Any]) -> str:
    """The account of one file: how it went in one line, what to look at, the reports, and what was changed."""
    date = file["issue_date"] or _("no issue date")
    source = {
        "path": _("from the path"),
        "masthead": _("from the masthead"),
        "front matter": _("from the front matter"),
        "guess": _("guessed"),
    }.get(file["issue_date_source"] or "", "")
    head = f"{file['path']}  {file['encoding'] or '?'}  {date}{f' ({source})' if source else ''}"
    lines = [style(head, bold=True), _verdict(file)]
    lines.extend(_findings(file["findings"]))
    for number, article in enumerate(file["articles"], 1):
        lines.extend(["", *_article(number, article)])
    lines.extend(_changes(file["changes"]))
    return "\n".join(lines) + "\n"


def _verdict(file: dict[str, Any]) -> str:
    """How many reports, changes, and things to look at: the line that an editor reads first."""
    look = _("To look at") + f": {len(file['findings'])}"
    parts = [
        _("{count} reports").format(count=len(file["articles"])),
        _("Changed") + f": {len(file['changes'])}",
        style(look, fg="yellow" if file["findings"] else "green"),
    ]
    return "   " + " · ".join(parts)


def _article(number: int, article: dict[str, Any]) -> list[str]:
    """A report in a few rows: its heads, when and by whom, who is in it, what it is about, how its text begins and ends."""
    title = article["title"] or _("(no headline)")
    first, last = article["lines"]
    lines = [style(f"{number}  {title}", bold=True) + style(f"   {first}–{last}", dim=True)]

    def row(*facts: tuple[str, object]) -> None:
        shown = [f"{style(label, fg='blue')}  {text}" for label, text in facts if text]
        if shown:
            lines.append("   " + "   ".join(shown))

    row((_("kicker"), article["kicker"]))
    row((_("subtitle"), article["subtitle"]))
    guess = "" if article["date_source"] in ("text", "front matter") else _(" (the issue's date counts)")
    when = f"{article['date'] or '—'}  {article['date_text'] or ''}{guess}".rstrip()
    row(
        (_("date"), when),
        (_("dateline"), article["dateline"]),
        (_("byline"), " ".join(article["byline"])),
        (_("source"), article["source"]),
    )
    row((_("credits"), "  ".join(f"{role} {' '.join(names)}" for role, names in article["credits"].items())))
    for person in (p for p in article["leaders"] if p["titles"]):
        posts, roles = "、".join(person["titles"]), " ".join(person["roles"])
        row(
            (
                _("leader"),
                f"{style(person['name'], fg='green')}  {posts}{style('  ' + roles, dim=True) if roles else ''}",
            )
        )
    if bare := " ".join(style(p["name"], fg="green") for p in article["leaders"] if not p["titles"]):
        row((_("leader"), bare + "  " + _("(no post printed)")))
    row((_("topics"), " ".join(article["topics"])))
    row((_("text"), _text(article["paragraphs"])))
    for caption in article["captions"]:
        row((_("caption"), caption))
    row((_("jump"), " ".join(article["jumps"])))
    if "why" in article:
        lines.extend(_why(article["why"]))
    return lines


def _text(paragraphs: list[str]) -> str:
    """How many paragraphs, and how the first begins and the last ends: enough to see whether all of it is there."""
    count = _("{count} paragraphs").format(count=len(paragraphs))
    if not paragraphs:
        return count
    first, last = paragraphs[0], paragraphs[-1]
    short = len(paragraphs) == 1 and len(first) <= BEGINNING + END
    shown = first if short else f"{first[:BEGINNING]}……{last[-END:]}"
    return f"{count}  {style(shown, dim=True)}"


def _why(why: dict[str, Any]) -> list[str]:
    """The reasons under a report: a line a sign, a line a topic."""
    lines = [style("   " + _("why"), fg="magenta")]
    for sign in why["leaders"]:
        posts = f" → {'、'.join(sign['posts'])}" if sign["posts"] else ""
        rule = _(RULES.get(sign["rule"], sign["rule"]))
        lines.append(f"     {style(sign['name'], fg='green')}{posts}  {rule}: …{sign['words']}…")
    for topic in why["topics"]:
        words = "  ".join(
            f"{row['word']} {row['weight']:g}×{row['times']} {_(PLACES[row['place']])}" for row in topic["words"][:6]
        )
        lines.append(f"     {topic['topic']} {topic['score']:g}  {style(words, dim=True)}")
    return lines


def _changes(changes: list[dict[str, Any]]) -> list[str]:
    if not changes:
        return []
    counts = Counter(change["kind"] for change in changes)
    lines = ["", style(_("Changed"), bold=True)]
    for kind, count in counts.items():
        lines.append(f"   {_(KINDS.get(kind, kind))}: {count}")
        if kind in SHOWN_ONE_BY_ONE:
            lines.extend(_one_change(change) for change in changes if change["kind"] == kind)
    return lines


def _one_change(change: dict[str, Any]) -> str:
    number = style(f"{change['line']:>6}", dim=True)
    if change["kind"] == "rejoin":
        return f"{number}  …{change['before']}{style('|', fg='magenta')}{change['after']}…"
    return f"{number}  {change['before'][:60]}"


def _findings(findings: list[dict[str, Any]]) -> list[str]:
    if not findings:
        return []
    lines = ["", style(_("To look at"), bold=True)]
    for finding in sorted(findings, key=lambda f: list(COLOURS).index(f["severity"])):
        number = style(f"{finding['line'] or '':>6}", dim=True)
        message = f"{_(finding['severity'])}: {finding['message']}"
        lines.append(f"{number}  {style(message, fg=COLOURS[finding['severity']])}")
        if finding["hint"]:
            lines.append(f"        {finding['hint']}")
    return lines


def summary(outcome: Outcome, seconds: float) -> str:
    """The closing lines of a build."""
    done = outcome.written
    return _(
        "{files} files read: {articles} articles in {issues} issues, {held_back} held back.\n"
        "{pages} pages: {written} files written, {unchanged} unchanged, {removed} removed, {seconds} s."
    ).format(
        files=outcome.files,
        articles=outcome.articles,
        issues=outcome.issues,
        held_back=outcome.held_back,
        pages=outcome.pages,
        written=done.written,
        unchanged=done.unchanged,
        removed=done.removed,
        seconds=f"{seconds:.2f}",
    )


def explanation(outcome: Outcome) -> Iterator[str]:
    """A line for each page that was rendered: what had changed, in the words of themes/README.md."""
    for url, names in sorted(outcome.changes.items()):
        why = ", ".join(names) or _("new, or not as it was written")
        yield f"{url}: {why}"


def time_table(outcome: Outcome, seconds: float) -> str:
    """Where the time of a build went: by stage on the clock, by template added up over all processes."""
    words = {
        "find": _("files found, small files read"),
        "read": _("texts read and linked"),
        "settle": _("addresses settled"),
        "compose": _("months composed"),
        "make": _("leaders and topics made"),
        "render": _("pages rendered and put in place"),
        "remember": _("memo saved"),
    }
    rows = [(words[stage], count, spent) for stage, count, spent in outcome.stages]
    rows.append((_("start and all the rest"), 0, max(0.0, seconds - sum(row[2] for row in rows))))
    lines = [_line(name, count, spent, seconds) for name, count, spent in rows]
    templates = sorted(outcome.seconds.items(), key=lambda item: (-item[1][1], item[0]))
    all_pages = sum(spent for _name, (_count, spent) in templates)
    lines.append("")
    lines.extend(_line(name, count, spent, all_pages) for name, (count, spent) in templates)
    return "".join(f"{line}\n" for line in lines)


def _line(name: str, count: int, seconds: float, whole: float) -> str:
    share = seconds / whole if whole else 0.0
    shown = str(count) if count else ""
    return f"{name}{' ' * max(1, 36 - screen_width(name))}{shown:>8} {seconds:8.3f} s {share:4.0%}"
