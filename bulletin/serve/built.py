"""A site built in memory: its pages, not yet rendered, and what an editor should know of it.

A page is rendered when a browser asks for it, so a save costs what it takes to read the file again and to know the pages,
however many there are.
"""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from bulletin.config import Config
from bulletin.findings import Finding, Severity
from bulletin.pages.standing import base_path
from bulletin.reports.place import place_of
from bulletin.reports.reading import read_reports
from bulletin.serve.lazily import LazyPages
from bulletin.serve.since import Since
from bulletin.storage.sources import read_source
from bulletin.theme.render import Renderer
from bulletin.theme.theme import Theme
from bulletin.values import dataclass

FRONT = b"---"
"""What a text with front matter begins with; a raw one has no status."""


@dataclass(frozen=True)
class HeldBack:
    """A file of which something does not appear on the site; `issue` is its day, None where that cannot be told."""

    path: str
    issue: date | None
    titles: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Built:
    """One state of the site."""

    config: Config
    theme: Theme
    renderer: Renderer
    pages: LazyPages
    files: Mapping[str, Callable[[], bytes]]
    """Address -> maker of the bytes, of what no template makes: assets and pictures."""
    findings: tuple[Finding, ...]
    texts: tuple[str, ...]
    """Paths of all texts, from content/."""
    held: tuple[HeldBack, ...]
    since: Callable[[], Since]
    """Tells what changed since the last build."""

    def bytes_of(self, address: str) -> bytes | None:
        """What a build would write at this address; None where it writes nothing. Raises BulletinError for a template."""
        if read := self.files.get(address):
            return read()
        page = self.pages.get(address)
        return self.renderer.render(page) if page else None

    @property
    def base_path(self) -> str:
        return base_path(self.config.base_url)


def held_back(config: Config, findings: Iterable[Finding]) -> Iterator[HeldBack]:
    """The files of content/ that have something severe, in order, with what could be read of them."""
    prefix = config.content + "/"
    severe: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity is Severity.SEVERE and finding.place.path.startswith(prefix):
            severe.setdefault(finding.place.path.removeprefix(prefix), []).append(finding)
    for path, found in severe.items():
        data = read_source(config.content_folder, path)
        reading = None if isinstance(data, Finding) else read_reports(data, path)
        issue = reading.issue if reading and reading.issue else place_of(path).issue
        titles = tuple(report.title for report in reading.reports if report.title) if reading else ()
        yield HeldBack(path, issue, titles, tuple(found))


def is_draft(config: Config, path: str) -> bool:
    """Whether a text, by its path from content/, says of itself that it is a draft."""
    data = read_source(config.content_folder, path)
    if isinstance(data, Finding) or not data.removeprefix(BOM_UTF8).startswith(FRONT):
        return False
    reports = read_reports(data, path).reports
    return any(report.front_matter and report.front_matter.status == "draft" for report in reports)
