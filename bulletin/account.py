"""The account of how files were read, as values and as the JSON of the contract (design: `bulletin read --json`)."""

from collections.abc import Sequence
from typing import Any

from bulletin.findings import Finding
from bulletin.model import Report
from bulletin.outcome_json import finding_json, placed_json
from bulletin.people.known import Known
from bulletin.people.link import Recognised, explain, identify, learn, link, recognise, registered
from bulletin.people.propose import Proposal
from bulletin.people.register import Register
from bulletin.reports.reading import Reading, read_reports
from bulletin.topics import Lexicon, explain_topics, topics_of


def read_together(
    files: Sequence[tuple[str, bytes]], register: Register, accept_revisions: bool = False
) -> list[tuple[Reading, list[Recognised]]]:
    """Read files that belong together: what one teaches about names helps the others, in any order."""
    readings = [read_reports(data, path, accept_revisions) for path, data in files]
    names = registered(register)
    first = [recognise(report, names) for reading in readings for report in reading.reports]
    known = learn((e for r in first for e in r.evidence), register)
    found = iter(first)
    return [(reading, [link(report, next(found), known) for report in reading.reports]) for reading in readings]


def account(
    files: Sequence[tuple[str, bytes]],
    register: Register,
    lexicon: Lexicon,
    why: bool = False,
    accept_revisions: bool = False,
) -> dict[str, Any]:
    """The contract's JSON value for (path, bytes) of any files, also outside a site.

    With `why` each article has one key more: the rules that found its leaders and the words that made its topics.
    """
    read = read_together(files, register, accept_revisions)
    value = {"files": [_file(reading, found, register, lexicon) for reading, found in read]}
    if why:
        known = learn((e for _, found in read for r in found for e in r.evidence), register)
        for file, (reading, _) in zip(value["files"], read, strict=True):
            for article, report in zip(file["articles"], reading.reports, strict=True):
                article["why"] = _why(report, known, lexicon)
    return value


def _why(report: Report, known: Known, lexicon: Lexicon) -> dict[str, Any]:
    """The reasons, in the order of the text for leaders, the strongest word first for topics."""
    words: dict[str, list[dict[str, Any]]] = {}
    found = recognise(report, known)
    for counted in explain_topics(report, found.statements, lexicon, found.people):
        row = {k: getattr(counted, k) for k in ("word", "place", "times", "weight", "points")}
        words.setdefault(lexicon.entry(counted.topic).name, []).append(row)
    scores = {name: round(sum(row["points"] for row in rows), 1) for name, rows in words.items()}
    return {
        "leaders": [
            {"name": s.name, "rule": s.rule, "posts": list(s.posts), "words": s.words} for s in explain(report, known)
        ],
        "topics": [
            {"topic": name, "score": scores[name], "words": words[name]}
            for name in sorted(words, key=lambda n: (-scores[n], n))
        ],
    }


def _file(reading: Reading, found: list[Recognised], register: Register, lexicon: Lexicon) -> dict[str, Any]:
    pairs = zip(reading.reports, found, strict=True)
    return {
        "path": reading.path,
        "encoding": reading.encoding or None,
        "issue_date": reading.issue.isoformat() if reading.issue else None,
        "issue_date_source": reading.issue_source or None,
        "articles": [_article(report, r, reading, register, lexicon) for report, r in pairs],
        "changes": [{"line": c.line, "kind": c.kind, "before": c.before, "after": c.after} for c in reading.changes],
        "findings": [finding_json(f) for f in reading.findings],
    }


def _article(
    report: Report, found: Recognised, reading: Reading, register: Register, lexicon: Lexicon
) -> dict[str, Any]:
    paragraphs = [p.text for p in report.paragraphs]
    topics = topics_of(report, found.statements, lexicon, found.people)
    people = [identify(person, register, reading.issue)[0] for person in found.people]
    event = report.event
    return {
        "title": report.title or None,
        "kicker": report.kicker or None,
        "subtitle": report.subtitle or None,
        "date": event.iso,
        "date_text": event.text or None,
        "date_source": event.source
        if event.month
        else ("issue" if reading.issue_source in ("path", "masthead") else "none"),
        "dateline": report.dateline or None,
        "byline": list(report.byline),
        "credits": {role: list(names) for role, names in report.credits},
        "source": report.source or None,
        "leaders": [
            {"name": p.name, "titles": list(p.titles), "id": p.id or None, "roles": list(p.roles)} for p in people
        ],
        "topics": [lexicon.entry(id).name for id in topics],
        "column": report.column or None,
        "page": report.page or 1,
        "paragraphs": paragraphs,
        "captions": [c.text for c in report.captions if c.text],
        "lines": [report.line, report.last],
        "jumps": [j.text for j in report.jumps],
    }


def proposed_json(people: Sequence[Proposal], ids: dict[str, str], findings: Sequence[Finding]) -> dict[str, Any]:
    """What `bulletin leaders --json` prints."""
    return {
        "leaders": [
            {
                "name": p.name,
                "id": ids.get(p.name),
                "reports": p.reports,
                "first": p.first.isoformat(),
                "last": p.last.isoformat(),
                "posts": [
                    {"text": s.text, "first": s.first.isoformat(), "last": s.last.isoformat(), "reports": s.reports}
                    for s in p.posts
                ],
            }
            for p in people
        ],
        "doubtful": [placed_json(f) for f in findings],
    }
