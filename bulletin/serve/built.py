"""A site built in memory: its pages, not yet rendered, and what an editor should know of it.

`Workbench.build` is the one place where the preview meets the engine. A page is rendered when a browser asks for it, so a
save costs what it takes to read the file again and to know the pages, however many there are. Neither output/ nor the
ledger is written; the preview has a memo of its own, which begins as a copy of the build's.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from bulletin.addresses import address_articles
from bulletin.build import pool_of
from bulletin.config import Config, read_config
from bulletin.engine import NOTES, Engine, Gathered, located
from bulletin.findings import Finding, Place, Severity, fail, in_order
from bulletin.identity.entries import Entry
from bulletin.model import Article
from bulletin.pages.feeds import sitemap_pages
from bulletin.pages.making import make_groups
from bulletin.pages.standing import base_path
from bulletin.parts import Part
from bulletin.publishing import picture_files
from bulletin.reports.place import place_of
from bulletin.reports.reading import read_reports
from bulletin.rows import Row, articles_of
from bulletin.serve.lazily import LazyPages
from bulletin.storage.ledger import entries_of, find_years, read_lines_of, year_file
from bulletin.storage.memo import Memo, copy_memo
from bulletin.storage.packs import MemoError, Packs
from bulletin.storage.program import program_digest
from bulletin.storage.sources import Found, read_source
from bulletin.storage.stamps import UNKNOWN
from bulletin.theme.render import Renderer
from bulletin.theme.theme import Theme, load_theme
from bulletin.values import dataclass
from bulletin.yearly import Settling

OWN_NOTES = "preview"
KEPT_TEXTS = 5000


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
    ledgers: Callable[[], tuple[list[Entry], tuple[Entry, ...]]]
    """Gives the ledger as the last build wrote it, and as it would be now."""

    def __contains__(self, address: object) -> bool:
        return address in self.files or address in self.pages

    def bytes_of(self, address: str) -> bytes | None:
        """What a build would write at this address; None where it writes nothing. Raises BulletinError for a template."""
        if read := self.files.get(address):
            return read()
        page = self.pages.get(address)
        return self.renderer.render(page) if page else None

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
        self._lock = Lock()
        self._articles: dict[str, tuple[Article, ...]] = {}
        """Digest of a text's articles -> these, of the years that were edited."""
        self._found: Found | None = None
        self._last: Built | None = None

    def build(self, changed: frozenset[Path] | None = None) -> Built:
        """The site as it is now; nothing but `changed` is looked for on disk, everything where that is None.

        Raises BulletinError where there can be no site.
        """
        config, findings = read_config(self.root)
        theme = load_theme(config.theme, self.root)
        if self._memo is None:
            copy_memo(self.root / NOTES, self.notes)
            self._memo = Memo(self.notes, program_digest(), keep=True)
            if self._memo.wasteful:
                self._memo.forget()
        gc.disable()  # a collection in the middle looks at the whole archive for nothing
        try:
            self._last = self._build(config, theme, findings, self._memo, changed)
        except MemoError:
            self._forget()
            self._last = self._build(config, theme, findings, self._memo, None)
        finally:
            gc.enable()
        return self._last

    def remember(self) -> None:
        """What can wait until the browsers were told: the memo is written."""
        if self._memo:
            self._memo.save()
        if not gc.get_freeze_count():  # what the first build gathered stays, so nobody has to look at it again
            gc.collect()
            gc.freeze()

    def _forget(self) -> None:
        assert self._memo
        self._memo.forget()
        self._reader.close()
        self._reader = Packs(self.notes)
        self._articles.clear()
        self._found = None
        self._last = None

    def _build(
        self, config: Config, theme: Theme, findings: list[Finding], memo: Memo, changed: frozenset[Path] | None
    ) -> Built:
        with pool_of() as pool:
            engine = Engine(config, memo, self.drafts, pool=pool)
            gathered = engine.survey(self._known(config, changed))
            self._found = gathered.found
            engine.begin(gathered.found, gathered.register, gathered.lexicon, theme, "")
            engine.gather(gathered)
            if not any(row.articles for row in gathered.rows.values()):
                raise fail("content-empty", Place(config.content), name=config.content)
            held = engine.held(gathered)
            settling = Settling(gathered.rows.values(), held, config.content_folder, memo, promise=False)
            settled = settling.settle(partial(self._articles_of, memo))
            months, left_out = engine.compose(gathered, settled)
            bulletin = engine.bulletin(months, gathered, settled)
        site, groups = make_groups(bulletin, config, theme.stylesheets, theme.scripts)
        listing = partial(sitemap_pages, self._load, site) if config.base_url else None
        pages = LazyPages(groups, self._load, listing, self._last.pages if self._last else None)
        files: dict[str, Callable[[], bytes]] = {url: _always(data) for url, data in theme.assets.items()}
        files |= {url: make for url, (_, make) in picture_files(config, engine.pictures(gathered)).items()}
        memo.packs.end()
        content = located((*gathered.findings, *left_out, *settled.findings), config)
        shown = tuple(in_order([*findings, *theme.findings, *content]))
        return Built(
            config, theme, self._renderer(theme, config), pages, files, shown, gathered.found.texts,
            tuple(held_back(config, shown)), lambda: self._ledgers(config, gathered, held),
        )  # fmt: skip

    def _load(self, part: Part[Any]) -> Any:
        """For pages, which are made and rendered in whichever thread wants them."""
        with self._lock:
            return self._reader.load(part)

    def _articles_of(self, memo: Memo, row: Row) -> tuple[Article, ...]:
        key = row.facts[0]
        if key not in self._articles:
            if len(self._articles) >= KEPT_TEXTS:
                self._articles.clear()
            self._articles[key] = memo.packs.value(articles_of(row))
        return self._articles[key]

    def _known(self, config: Config, changed: frozenset[Path] | None) -> Found | None:
        """What lies in content/ where only texts changed that were there before; None where one has to look."""
        if changed is None or self._found is None:
            return None
        folder, texts = config.content_folder.resolve(), frozenset(self._found.texts)
        stamps = dict(self._found.stamps)
        for path in changed:
            name = path.relative_to(folder).as_posix() if folder in path.parents else ""
            if name not in texts or not path.is_file() or path.is_symlink():
                return None
            stamps[name] = UNKNOWN
        return replace(self._found, stamps=stamps)

    def _renderer(self, theme: Theme, config: Config) -> Renderer:
        """Templates are compiled once as long as the theme is the same."""
        last, path = self._last, base_path(config.base_url)
        if last and last.theme == theme and last.base_path == path:
            return last.renderer
        return Renderer(theme, path, self._load)

    def _ledgers(
        self, config: Config, gathered: Gathered, held: frozenset[str]
    ) -> tuple[list[Entry], tuple[Entry, ...]]:
        folder = config.content_folder
        known = [
            e for year in find_years(folder) for e in entries_of(folder, year, read_lines_of(folder, year_file(year)))
        ]
        articles = [a for row in gathered.rows.values() if row.articles for a in self._load(articles_of(row))]
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
