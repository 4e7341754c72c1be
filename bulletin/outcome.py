"""What a build did, for the summary and for `--json`."""

from dataclasses import field

from bulletin.findings import Finding, Severity
from bulletin.storage.output import Standing, Written
from bulletin.values import dataclass


@dataclass
class Outcome:
    """What a build did, for the summary."""

    files: int = 0
    articles: int = 0
    issues: int = 0
    held_back: int = 0
    pages: int = 0
    read: int = 0
    """Texts that were read in this build."""
    changes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Rendered page -> names of the values that changed; empty for a new page or one that was not as it was written."""
    seconds: dict[str, tuple[int, float]] = field(default_factory=dict)
    """Template -> (pages rendered, seconds)."""
    stages: list[tuple[str, int, float]] = field(default_factory=list)
    """(stage, how many were done, seconds) in order."""
    stands: Standing | None = None
    """What is in output/ after the build."""
    written: Written = field(default_factory=lambda: Written(0, 0, 0))
    findings: list[Finding] = field(default_factory=list)

    @property
    def severe(self) -> bool:
        return any(f.severity is Severity.SEVERE for f in self.findings)

    @property
    def warned(self) -> bool:
        return any(f.severity is Severity.WARNING for f in self.findings)
