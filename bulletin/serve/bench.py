"""Builds a site in memory again and again; what is the same as last time is not done again.

`Workbench.build` is the one place where the preview meets the engine. A save of texts that are known goes the short way
(`again`), a save of the theme leaves all that was gathered as it is; for everything else the engine looks at the whole site.
Neither output/ nor the ledger is written; the preview has a memo of its own, which begins as a copy of the build's.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from bulletin.build import pool_of
from bulletin.config import Config, read_config
from bulletin.engine import NOTES, Engine, located
from bulletin.findings import Finding, Place, fail, in_order
from bulletin.model import Article
from bulletin.pages.feeds import sitemap_pages
from bulletin.pages.making import make_groups
from bulletin.pages.standing import base_path
from bulletin.picture_files import picture_files
from bulletin.rows import Row, articles_of
from bulletin.serve.again import Hand, again
from bulletin.serve.athand import AtHand
from bulletin.serve.built import Built, held_back
from bulletin.serve.entries import Ledger
from bulletin.serve.keeping import OWNERS, grown, open_memo, own_notes
from bulletin.serve.lazily import LazyPages
from bulletin.serve.since import Lines, Since, since_the_build
from bulletin.storage.memo import Memo
from bulletin.storage.packs import MemoError
from bulletin.storage.sources import Found, find_sources, source_digest
from bulletin.storage.stamps import UNKNOWN
from bulletin.theme.render import Renderer
from bulletin.theme.theme import Theme, load_theme, shipped_themes
from bulletin.yearly import Settling

ALL = Path("*")
"""Stands for a look at everything."""
KEPT_TEXTS = 5000
WORTH_KEEPING = 100
"""So many texts that were read are written to the memo at once."""
KEPT_MONTHS = 6
"""So many months that were saved in are held as values; of more, the others are put down."""


class Workbench:
    """Builds the site in `root`."""

    def __init__(self, root: Path, drafts: bool) -> None:
        self.root, self.drafts = root, drafts
        self.notes, self._held = own_notes(root / NOTES)
        self._memo: Memo | None = None
        self.at_hand = AtHand(self.notes)
        self.articles: dict[str, tuple[str, tuple[Article, ...]]] = {}
        """Path of a text -> digest of its articles and these, of the days that were edited."""
        self._lines = Lines()
        self.hand: Hand | None = None
        """What each step gave for the last state."""
        self._last: Built | None = None
        self._told: tuple[Finding, ...] = ()
        """What config.yaml had to say."""
        self.doubtful = False
        """Whether to begin anew: the memo does not hold what it should, or much that nobody needs."""
        self.sure = False
        """Whether nothing else can have changed than what the last build was told of."""

    def build(self, changed: frozenset[Path] | None = None) -> Built:
        """The site as it is now; nothing but `changed` is looked at on disk, everything where that is None.

        Raises BulletinError where there can be no site.
        """
        if self.doubtful:
            self._forget()
        try:
            built: Built | None = None
            if changed is not None:
                built = self._same() if ALL in changed and len(changed) == 1 else self._quick(changed)
            self.sure = built is not None
            self._last = built or self._whole(changed)
        except MemoError:
            self._forget()
            try:
                self._last = self._whole(None)
            except MemoError:  # the build's own is no better
                self._forget(copy=False)
                self._last = self._whole(None)
        self.doubtful = False
        return self._last

    def close(self) -> None:
        """Give the memo's folder back."""
        self._held.release()

    def remember(self) -> None:
        """What can wait until the browsers were told: the memo is written."""
        if self._memo is None or self.hand is None:
            return
        held = [composed for composed in self.hand.months if composed.month.issues.place is None]
        self._memo.packs.shelve_all(part for composed in held[:-KEPT_MONTHS] for part in composed.parts)
        if self._last and self._last.pages.finished:
            self._memo.note(OWNERS, dict(self._last.pages.owners))
        self.doubtful = self.doubtful or grown(self._memo)
        self._memo.save()

    def _same(self) -> Built | None:
        """The last state, where a look at everything shows nothing new."""
        if self._last is None or self.hand is None:
            return None
        config, found, rows = self._last.config, self.hand.gathered.found, self.hand.gathered.rows
        now_found = find_sources(config.content_folder)
        if replace(now_found, stamps={}) != replace(found, stamps={}):
            return None
        for name, stamp in now_found.stamps.items():
            if stamp == found.stamps[name] != UNKNOWN:
                continue
            if name not in rows or source_digest(config.content_folder, name) != rows[name].digest:
                return None
        if read_config(self.root)[0] != config or load_theme(config.theme, self.root) != self._last.theme:
            return None
        gathered = replace(self.hand.gathered, found=now_found)
        self.hand = replace(self.hand, gathered=gathered)
        return self._last

    def _quick(self, changed: frozenset[Path]) -> Built | None:
        """The site after a save of known texts, of the theme or of both; None where one has to look at everything."""
        last, hand = self._last, self.hand
        if last is None or hand is None:
            return None
        folder, themes = last.config.content_folder.resolve(), (self.root.resolve() / "themes", shipped_themes())
        texts = {path for path in changed if not any(theme in path.parents for theme in themes)}
        names = {path.relative_to(folder).as_posix() for path in texts if folder in path.parents}
        if len(names) < len(texts) or not names <= hand.gathered.rows.keys():
            return None
        if any(not path.is_file() or path.is_symlink() for path in texts):
            return None
        theme = last.theme if len(texts) == len(changed) else load_theme(last.config.theme, self.root)
        after = again(hand, names, self.at_hand.load, self._articles_of) if names else hand
        if after is None:
            return None
        if after is hand and (theme.stylesheets, theme.scripts) == (last.theme.stylesheets, last.theme.scripts):
            return self._state(hand, last.config, theme, last.pages)
        return self._state(after, last.config, theme, None)

    def _whole(self, changed: frozenset[Path] | None) -> Built:
        """The site, with all that the engine does for a build; what its memo has is not done again."""
        config, told = read_config(self.root)
        theme = load_theme(config.theme, self.root)
        if self._memo is None:
            self._memo = open_memo(self.root / NOTES, self.notes)
        self._told = tuple(told)
        built = self._state(
            self._gathered(config, theme, self._memo, self._known(config, changed)), config, theme, None
        )
        rows = self.hand.gathered.rows if self.hand else {}
        self.articles = {path: kept for path, kept in self.articles.items() if path in rows}
        if self.hand and self.hand.gathered.read >= WORTH_KEEPING:
            self._memo.save()  # whoever stops the preview now keeps what took long
        return built

    def _gathered(self, config: Config, theme: Theme, memo: Memo, found: Found | None) -> Hand:
        with pool_of() as pool:
            engine = Engine(config, memo, self.drafts, pool=pool)
            gathered = engine.survey(found=found)
            engine.begin(gathered.found, gathered.register, gathered.lexicon, theme, "")
            engine.gather(gathered)
            if not any(gathered.rows.months):
                raise fail("content-empty", Place(config.content), name=config.content)
            held = engine.held(gathered)
            settled = Settling(gathered.rows, held, config.content_folder, memo, promise=False).settle()
            months, left_out = engine.compose(gathered, settled)
            bulletin = engine.bulletin(months, gathered, settled)
        memo.packs.end()
        ledger = Ledger(config.content_folder, settled)
        return Hand(engine, gathered, settled, tuple(months), tuple(left_out), bulletin, ledger, held)

    def _state(self, hand: Hand, config: Config, theme: Theme, pages: LazyPages | None) -> Built:
        """The site out of what was gathered; its pages are `pages` where these are still right."""
        last, gathered = self._last, hand.gathered
        if pages is None:
            site, groups = make_groups(hand.bulletin, config, theme.stylesheets, theme.scripts)
            listing = partial(sitemap_pages, self.at_hand.load, site) if config.base_url else None
            owner = self._memo.read(OWNERS) if self._memo and last is None else None
            pages = LazyPages(groups, self.at_hand.load, listing, last.pages if last else None, owner)
        files: dict[str, Callable[[], bytes]] = {url: _always(data) for url, data in theme.assets.items()}
        files |= {url: make for url, (_, make) in picture_files(config, hand.engine.pictures(gathered)).items()}
        content = located((*gathered.findings, *hand.left_out, *hand.settled.findings), config)
        shown = tuple(in_order([*self._told, *theme.findings, *content]))
        if hand is not self.hand:
            self.at_hand.want(part for composed in hand.months for part in composed.parts)
        self.hand = hand
        return Built(
            config, theme, self._renderer(theme, config), pages, files, shown, gathered.found.texts,
            tuple(held_back(config, shown)), lambda: self._since(config, hand),
        )  # fmt: skip

    def _since(self, config: Config, hand: Hand) -> Since:
        return since_the_build(self._lines.entries(config.content_folder), hand.gathered.rows.values(), hand.held)

    def _forget(self, copy: bool = True) -> None:
        if self._memo:
            self._memo.forget()
        self._memo = open_memo(self.root / NOTES, self.notes, copy)
        self.at_hand.forget()
        self.articles.clear()
        self.hand = None
        self._last = None

    def _articles_of(self, row: Row) -> Sequence[Article]:
        assert self._memo
        kept = self.articles.get(row.path)
        if kept is None or kept[0] != row.facts[0]:
            if len(self.articles) >= KEPT_TEXTS:
                self.articles.clear()
            kept = self.articles[row.path] = row.facts[0], self._memo.packs.value(articles_of(row))
        return kept[1]

    def _known(self, config: Config, changed: frozenset[Path] | None) -> Found | None:
        """What lies in content/ where only texts changed that were there before; None where one has to look."""
        if changed is None or self.hand is None:
            return None
        known = self.hand.gathered.found
        folder, texts = config.content_folder.resolve(), frozenset(known.texts)
        stamps = dict(known.stamps)
        for path in changed:
            name = path.relative_to(folder).as_posix() if folder in path.parents else ""
            if name not in texts or not path.is_file() or path.is_symlink():
                return None
            stamps[name] = UNKNOWN
        return replace(known, stamps=stamps)

    def _renderer(self, theme: Theme, config: Config) -> Renderer:
        """Templates are compiled once as long as the theme is the same."""
        last, path = self._last, base_path(config.base_url)
        if last and last.theme == theme and last.base_path == path:
            return last.renderer
        return Renderer(theme, path, self.at_hand.load)


def _always(data: bytes) -> Callable[[], bytes]:
    return lambda: data
