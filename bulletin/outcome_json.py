"""What a build did and found, as the JSON of `bulletin build --json`. Apart from `account`, which knows how texts are read."""

from typing import Any

from bulletin.findings import Finding
from bulletin.outcome import Outcome


def outcome_json(outcome: Outcome, seconds: float) -> dict[str, Any]:
    """What `bulletin build --json` prints."""
    return {
        "files": outcome.files,
        "articles": outcome.articles,
        "issues": outcome.issues,
        "held_back": outcome.held_back,
        "pages": outcome.pages,
        "written": outcome.written.written,
        "unchanged": outcome.written.unchanged,
        "removed": outcome.written.removed,
        "read": outcome.read,
        "rendered": {url: list(names) for url, names in outcome.changes.items()},
        "seconds": round(seconds, 3),
        "findings": [placed_json(f) for f in outcome.findings],
    }


def placed_json(finding: Finding) -> dict[str, Any]:
    """A finding of a build: as the contract writes it, and the path of its file."""
    return {"path": finding.place.path, **finding_json(finding)}


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as the contract writes it; its file is known."""
    return {
        "id": finding.id,
        "severity": str(finding.severity),
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "message": finding.message,
        "hint": finding.hint,
    }
