"""The preview's state: the site as it is now, the last one that was good, and what is wrong."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bulletin.checks.links import ID, Links
from bulletin.engine import NOTES
from bulletin.findings import BulletinError, Finding, Place, find, in_order
from bulletin.outline import Page
from bulletin.serve.bench import Workbench
from bulletin.serve.built import Built
from bulletin.storage.output import read_list
from bulletin.storage.packs import MemoError
from bulletin.theme.theme import Theme

KEPT_PAGES = 500


class Session:
    """One run of the preview of the site in `root`."""

    def __init__(self, root: Path, drafts: bool = False) -> None:
        self.root, self.drafts = root, drafts
        self.bench = Workbench(root, drafts)
        self.built: Built | None = None
        """The newest state in which the site could be built."""
        self.stopped: Finding | None = None
        """Why it cannot be built just now."""
        self.faults: dict[str, Finding] = {}
        """Page -> what is wrong with its template."""
        self.dead: tuple[Finding, ...] = ()
        """Links of the open pages that lead nowhere."""
        self.own_page: Callable[[str], bytes | None] = lambda address: None
        """Makes the pages under /_preview/."""
        self.doubted: Callable[[], None] = lambda: None
        """Called when the site has to be built anew."""
        self._good: dict[str, bytes] = {}
        self._checked: Theme | None = None

    def content_folder(self) -> Path:
        """The folder of the reports, also while config.yaml cannot be read."""
        return (self.root / (self.built.config.content if self.built else "content")).resolve()

    def build(self, changed: frozenset[Path] | None = None) -> Built | None:
        """Build anew (see `Workbench.build`); keeps the last state, with the reason, where that cannot be.

        Whatever goes wrong in the first build but a `BulletinError` is raised.
        """
        try:
            built = self.bench.build(None if self.stopped else changed)
        except BulletinError as error:
            self.stopped = error.finding
            return None
        except Exception as error:  # a fault of ours must not end the preview: the next save begins anew
            if self.built is None:
                raise
            self.bench.doubtful = True
            self.stopped = find("own-fault", Place("bulletin"), error=f"{type(error).__name__}: {error}")
            return None
        self.built, self.stopped = built, None
        if self.faults:
            self.faults.clear()
            self._checked = None
        return built

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that an editor should see now: what stops the build, faults of templates, findings of the site."""
        found = (*self.built.findings, *self.built.pages.clashes) if self.built else ()
        stopped = (self.stopped,) if self.stopped else ()
        return (*stopped, *dict.fromkeys(tuple(self.faults.values())), *in_order(found), *self.dead)

    def page(self, address: str) -> bytes | None:
        """The bytes at an address: as they are now, else as they were last right, else None where there is no such page."""
        try:
            return self._page(address)
        except MemoError:
            self.distrust()
            return self._good.get(address, b"")

    def _page(self, address: str) -> bytes | None:
        if address.startswith("_preview/"):
            return self.own_page(address)
        if self.built is None:
            return None
        try:
            data = self.built.bytes_of(address)
        except BulletinError as error:
            self.faults[address] = error.finding
            return self._good.get(address, b"")
        self.faults.pop(address, None)
        if data is not None and address in self.built.pages:
            self._keep(address, data)
        return data

    def find(self, address: str) -> Page | None:
        """The page of the site at an address."""
        try:
            return self.built.pages.get(address) if self.built else None
        except MemoError:
            self.distrust()
            return None

    @property
    def written(self) -> frozenset[str]:
        """Addresses that the last build wrote."""
        return read_list(self.root / NOTES)

    def had(self, address: str) -> bool:
        """Whether there was a page at this address earlier in this preview."""
        return address in self._good

    def distrust(self) -> None:
        """The memo does not hold what it should: somebody removed or damaged it. The next build begins anew."""
        self.bench.doubtful = True
        self.doubted()

    def _keep(self, address: str, data: bytes) -> None:
        self._good.pop(address, None)
        self._good[address] = data
        if len(self._good) > KEPT_PAGES:
            del self._good[next(iter(self._good))]

    def begin(self, enough: Callable[[], bool] = lambda: False) -> None:
        """The pages that an editor may look at next."""
        if self.built:
            try:
                self.built.pages.begin(enough)
            except MemoError:
                self.distrust()

    def finish(self, enough: Callable[[], bool] = lambda: False, pages: Iterable[str] = ()) -> None:
        """What can wait until the open pages were told: the memo, the other pages, the templates of a new theme.

        Of `pages`, the open ones, dead links are looked for. It ends early where `enough` says that something else waits.
        """
        if self.built is None:
            return
        try:
            if self.built.pages.finish(enough).finished:
                self._check_templates(self.built)
                self.dead = tuple(self._dead_links(self.built, dict.fromkeys(pages)))
            if not enough():
                self.bench.remember()
        except MemoError:
            self.distrust()

    def _dead_links(self, built: Built, pages: Iterable[str]) -> Iterator[Finding]:
        """Links of these pages that lead to no address, or to a place that the page itself does not have."""
        links = Links(built.base_path)
        for url in pages:
            data = None if url.startswith("_preview/") else self.page(url)
            if not data or not url.endswith(".html"):
                continue
            text = data.decode("utf-8", "replace")
            ids = set(ID.findall(text))
            for target, place, link in links.inside(text, url):
                if (
                    target is None
                    or not (target in built.files or target in built.pages)
                    or (target == url and place and place not in ids)
                ):
                    yield find("link-dead", Place(url), target=link, page=url)

    def _check_templates(self, built: Built) -> None:
        """Render one page of every template, where the theme changed, so that a fault shows wherever one is looking."""
        if built.theme == self._checked:
            return
        seen: set[str] = set()
        for address, page in built.pages.items():
            if page.template not in seen:
                seen.add(page.template)
                self.page(address)
        self._checked = built.theme
