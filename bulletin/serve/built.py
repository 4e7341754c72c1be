"""A site built in memory: its pages, not yet rendered, and what an editor should know of it.

`Workbench.build` is the one place where the preview meets the engine. A page is rendered when a browser asks for it, so a
save costs what it takes to read the file again and to know the pages, however many there are. Neither output/ nor the
ledger is written; the preview has a memo of its own, which begins as a copy of the build's.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bulletin.addresses import address_articles
from bulletin.build import pool_of
from bulletin.config import Config, read_config
from bulletin.engine import NOTES, Engine, Gathered, located
from bulletin.findings import Finding, Place, Severity, fail, find, in_order
from bulletin.identity.entries import Entry
from bulletin.outline import Page
from bulletin.pages.feeds import sitemap_pages
from bulletin.pages.making import make_groups
from bulletin.pages.standing import base_path
from bulletin.parts import Part, digest
from bulletin.publishing import picture_files
from bulletin.reports.place import place_of
from bulletin.reports.reading import read_reports
from bulletin.rows import articles_of
from bulletin.storage.ledger import entries_of, find_years, read_lines_of, year_file
from bulletin.storage.memo import Memo, copy_memo
from bulletin.storage.packs import MemoError, Packs
from bulletin.storage.program import program_digest
from bulletin.storage.sources import read_source
from bulletin.theme.render import Renderer
from bulletin.theme.theme import Theme, load_theme
from bulletin.yearly import Settling

OWN_NOTES = "preview"


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
    pages: Mapping[str, Page]
    files: Mapping[str, Callable[[], bytes]]
    """Address -> maker of the bytes, of what no template makes: assets and pictures."""
    findings: tuple[Finding, ...]
    texts: tuple[str, ...]
    """Paths of all texts, from content/."""
    held: tuple[HeldBack, ...]
    ledgers: Callable[[], tuple[list[Entry], tuple[Entry, ...]]]
    """Gives the ledger as the last build wrote it, and as it would be now."""

    def __contains__(self, address: object) -> bool:
        return address in self.pages or address in self.files

    def bytes_of(self, address: str) -> bytes | None:
        """What a build would write at this address; None where it writes nothing. Raises BulletinError for a template."""
        if page := self.pages.get(address):
            return self.renderer.render(page)
        read = self.files.get(address)
        return read() if read else None

    @property
    def base_path(self) -> str:
        return base_path(self.config.base_url)


class Workbench:
    """Builds the site in `root` again and again; what is the same as last time is not done again."""

    def __init__(self, root: Path, drafts: bool) -> None:
        self.root, self.drafts = root, drafts
        self.notes = root / NOTES / OWN_NOTES
        self._memo: Memo | None = None
        self._reader = Packs(self.notes)
        self._pages: dict[str, tuple[str, tuple[Page, ...]]] = {}
        """Group -> digest of its inputs, and its pages."""
        self._last: Built | None = None

    def build(self) -> Built:
        """The site as it is now. Raises BulletinError where there can be none."""
        config, findings = read_config(self.root)
        theme = load_theme(config.theme, self.root)
        if self._memo is None:
            copy_memo(self.root / NOTES, self.notes)
            self._memo = Memo(self.notes, program_digest())
            if self._memo.wasteful:
                self._memo.forget()
        try:
            self._last = self._build(config, theme, findings, self._memo)
        except MemoError:
            self._forget()
            self._last = self._build(config, theme, findings, self._memo)
        return self._last

    def remember(self) -> None:
        """Write the memo, once there is time for it."""
        if self._memo:
            self._memo.save()

    def _forget(self) -> None:
        assert self._memo
        self._memo.forget()
        self._reader.close()
        self._reader = Packs(self.notes)
        self._pages.clear()
        self._last = None

    def _build(self, config: Config, theme: Theme, findings: list[Finding], memo: Memo) -> Built:
        with pool_of() as pool:
            engine = Engine(config, memo, self.drafts, pool=pool)
            gathered = engine.survey()
            engine.begin(gathered.found, gathered.register, gathered.lexicon, theme, "")
            engine.gather(gathered)
            if not any(row.articles for row in gathered.rows.values()):
                raise fail("content-empty", Place(config.content), name=config.content)
            held = engine.held(gathered)
            settling = Settling(gathered.rows.values(), held, config.content_folder, memo, promise=False)
            settled = settling.settle(lambda row: memo.packs.value(articles_of(row)))
            months, left_out = engine.compose(gathered, settled)
            bulletin = engine.bulletin(months, gathered, settled)
        site, groups = make_groups(bulletin, config, theme.stylesheets, theme.scripts)
        pages, clashes = self._all_pages(groups, site, config, memo)
        files: dict[str, Callable[[], bytes]] = {url: _always(data) for url, data in theme.assets.items()}
        files |= {url: make for url, (_, make) in picture_files(config, engine.pictures(gathered)).items()}
        memo.packs.end()
        content = located((*gathered.findings, *left_out, *settled.findings), config)
        shown = tuple(in_order([*findings, *theme.findings, *content, *clashes]))
        return Built(
            config, theme, self._renderer(theme, config), pages, files, shown, gathered.found.texts,
            tuple(held_back(config, shown)), lambda: self._ledgers(config, gathered, held),
        )  # fmt: skip

    def _renderer(self, theme: Theme, config: Config) -> Renderer:
        """Templates are compiled once as long as the theme is the same."""
        last, path = self._last, base_path(config.base_url)
        if last and last.theme == theme and last.base_path == path:
            return last.renderer
        return Renderer(theme, path, self._reader.load)

    def _all_pages(
        self, groups: Iterable[Any], site: Part[Any], config: Config, memo: Memo
    ) -> tuple[dict[str, Page], list[Finding]]:
        """Every page by address; of two at one address the first stays, and the other is a finding."""
        made: dict[str, tuple[str, tuple[Page, ...]]] = {}
        for group in groups:
            key = digest(group.name, *group.inputs)
            old = self._pages.get(group.name)
            made[group.name] = old if old and old[0] == key else (key, tuple(group.pages(memo.packs.load)))
        self._pages = made
        pages: dict[str, Page] = {}
        clashes: list[Finding] = []
        listings = []
        for _, own in made.values():
            for page in own:
                first = pages.setdefault(page.url, page)
                if first is not page and not page.gives_way:
                    place = Place(page.origin)
                    clashes.append(find("page-taken", place, url=page.url, one=first.origin, other=page.origin))
            listings.append(tuple((page.url, page.modified) for page in own if page.listed))
        if config.base_url:
            parts = tuple(Part.of(listing) for listing in listings if listing)
            pages |= {page.url: page for page in sitemap_pages(memo.packs.load, site, parts)}
        return pages, clashes

    def _ledgers(
        self, config: Config, gathered: Gathered, held: frozenset[str]
    ) -> tuple[list[Entry], tuple[Entry, ...]]:
        folder = config.content_folder
        known = [
            e for year in find_years(folder) for e in entries_of(folder, year, read_lines_of(folder, year_file(year)))
        ]
        articles = [a for row in gathered.rows.values() if row.articles for a in self._reader.value(articles_of(row))]
        return known, address_articles(articles, known, held).entries


def _always(data: bytes) -> Callable[[], bytes]:
    return lambda: data


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
