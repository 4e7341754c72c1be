"""A report as a text with front matter that reads back as the same report: what `bulletin read --write` puts down."""

from collections.abc import Iterable
from datetime import date

from bulletin.model import Caption, Report
from bulletin.reports.blocks import LONGEST_HEAD
from bulletin.reports.kinds import ends_sentence, kind_of

INDENT = "\u3000\u3000"
"""What tells a subhead with a comma from the first half of a broken sentence: the paragraphs around it have it, and it has none."""
PLAIN_FORBIDDEN = frozenset("#:,[]{}&*!|>'\"%@`-?")


def as_text(
    report: Report, issue: date | None, leaders: Iterable[str], topics: Iterable[str], masthead: str = ""
) -> str:
    """The report with what was read about it as front matter, and its paragraphs one a line.

    `masthead` is the issue's masthead line, which is kept above the text: it gives the issue its numbers.
    """
    rows: list[tuple[str, object]] = [
        ("title", report.title),
        ("kicker", report.kicker),
        ("subtitle", report.subtitle),
        ("issue", issue.isoformat() if issue else ""),
        ("date", report.event.iso if report.event.full else ""),
        ("page", report.page or ""),
        ("column", report.column),
        ("byline", report.byline),
        ("source", report.source),
        ("leaders", tuple(leaders)),
        ("topics", tuple(topics)),
    ]
    lines = ["---", *(f"{key}: {_yaml(value)}" for key, value in rows if value), "---", ""]
    return "\n".join([*lines, *([masthead, ""] if masthead else []), *_body(report)]) + "\n"


def _yaml(value: object) -> str:
    """A value as YAML in one line; quoted where it must be."""
    if isinstance(value, tuple):
        return f"[{', '.join(_quoted(str(v), ',[]{}') for v in value)}]"
    return _quoted(str(value), "")


def _quoted(text: str, also: str) -> str:
    plain = text[0] not in PLAIN_FORBIDDEN and not any(mark in text for mark in (": ", " #", *also))
    plain = plain and text == text.strip() and not text.endswith(":") and not _other_type(text)
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _other_type(text: str) -> bool:
    """Whether YAML would read a word as something else than text (only dates are meant to be)."""
    return (
        text.lower() in ("yes", "no", "true", "false", "null", "on", "off", "~") or text.replace(".", "", 1).isdigit()
    )


def _body(report: Report) -> list[str]:
    lines: list[str] = []
    subheads = [p.text for p in report.paragraphs if len(p.text) <= LONGEST_HEAD and not ends_sentence(p.text)]
    indent = INDENT if any("，" in text for text in subheads) else ""

    def add(text: str) -> None:
        lines.extend((text, ""))

    for number, paragraph in enumerate(report.paragraphs):
        for caption in (c for c in report.captions if c.after == number):
            add(_caption(caption))
        text = paragraph.text
        if not number and report.lead_in:
            text = report.lead_in + ("" if report.lead_in.endswith(("）", ")")) else " ") + text
        add(indent + text if ends_sentence(text) else text)
    for caption in (c for c in report.captions if c.after >= len(report.paragraphs)):
        add(_caption(caption))
    for jump in report.jumps:
        add(f"（{jump.text}）")
    shown = {name for c in report.captions for name in c.credit.split()}
    for role, names in report.credits:
        if left := [name for name in names if role != "摄影" or name not in shown]:
            add(f"{role}：{' '.join(left)}")
    return lines[:-1] if lines else lines


def _caption(caption: Caption) -> str:
    """A caption as a line that is read as one."""
    text = caption.text
    if kind_of(text or "▲") != "caption":  # a day behind ▲ makes an item of a bulletin
        text = next((mark + text for mark in ("▲", "图：") if kind_of(mark + text) == "caption"), "▲" + text)
    if caption.credit:
        text += f"（{caption.credit} 摄）"
    return f"{text} {caption.picture}" if caption.picture else text
