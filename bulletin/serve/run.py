"""The preview, running: build, watch, build again, tell the browsers. The whole loop, top to bottom.

In: a site's folder and how to listen. It returns when it is stopped (Ctrl+C). What there is to say goes to `say`.
"""

import asyncio
import sys
import webbrowser
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread

from bulletin.config import FILE
from bulletin.findings import Finding, Severity
from bulletin.messages import _
from bulletin.serve.answers import OVERVIEW, Preview
from bulletin.serve.bench import ALL
from bulletin.serve.live import PORT, Browsers, Server, number_in_network
from bulletin.serve.session import Session
from bulletin.serve.tidying import Tidying
from bulletin.serve.waiting import Waiting
from bulletin.serve.watching import Watch
from bulletin.theme.theme import shipped_themes
from bulletin.values import dataclass

CALM_SECONDS, LATE_SECONDS, AGAIN_SECONDS = 0.3, 1.5, 2.0
"""So long after a build the open pages have what they want, and the rest is made; what takes long; a look at everything."""
SWITCH_SECONDS = 0.001
"""A page is asked for while others are made: the thread that answers waits no longer than this for its turn."""


@dataclass(frozen=True)
class Listening:
    """How to listen: `host` and `port` (the next free one is taken), whether to open a browser, whether to poll."""

    host: str = "127.0.0.1"
    port: int = PORT
    open: bool = False
    poll: bool = False


def serve(
    root: Path, how: Listening, drafts: bool, say: Callable[[str], None], tell: Callable[[Sequence[Finding]], None]
) -> None:
    """Run the preview of the site in `root` until it is stopped. Raises BulletinError where `root` is no site."""
    sys.setswitchinterval(SWITCH_SECONDS)
    running = Running(Session(root, drafts), how, say, tell)
    running.tidying.start()
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop if sys.platform == "win32" else None) as runner:
        runner.run(running.run())


class Running:
    """The preview while it runs; `started` is set once it answers, `server` is there from then on."""

    def __init__(
        self, session: Session, how: Listening, say: Callable[[str], None], tell: Callable[[Sequence[Finding]], None]
    ) -> None:
        self.session, self.how, self.say, self.tell = session, how, say, tell
        self.browsers = Browsers()
        self.preview = Preview(session)
        self.waiting = Waiting(self._rebuild, _unsure)
        self.tidying = Tidying()
        self.started = asyncio.Event()
        self.ended = asyncio.Event()
        self.server: Server | None = None
        self.watch: Watch | None = None
        self._worker = ThreadPoolExecutor(1, "build")
        self._told: tuple[Finding, ...] = ()
        self._rest: asyncio.Task[None] | None = None
        self._look = True
        """Whether to look at everything when it is quiet: a file put into a new folder before that was watched is told by nobody."""
        self._loop: asyncio.AbstractEventLoop | None = None

    async def run(self) -> None:
        """Build, listen, watch; until `ended` is set or the task is cancelled."""
        self._loop = asyncio.get_running_loop()
        self.session.doubted = lambda: self._changed(ALL, True)
        try:
            await self._loop.run_in_executor(self._worker, self.session.build)
            self._watch()
            self.server = Server(self.preview, self.browsers, self.how.host, self.how.port)
            self._print_findings()
            self._greet()
            self.started.set()
            self._rest = self._loop.create_task(self._finish())
            await self.ended.wait()
        finally:
            if self._rest:
                self._rest.cancel()
            if self.watch:
                self.watch.stop()
            self._worker.shutdown(wait=False, cancel_futures=True)
            if self.server:
                await self.server.stop()
            self.session.bench.close()
            self.tidying.end()

    def _watch(self) -> None:
        """Watch the site, with the folder of reports that config.yaml names now."""
        root, content = self.session.root.resolve(), self.session.content_folder()
        if self.watch and content in self.watch.deep:
            return
        if self.watch:
            self.watch.stop()
        deep = (content, root / "themes", shipped_themes())
        self.watch = Watch(deep, (root, content.parent), self._changed, self.how.poll)
        self.watch.start()

    def _changed(self, path: Path, whole: bool) -> None:
        """From any thread."""
        root = self.session.root.resolve()
        if (
            path != ALL
            and path.parent == root
            and path.name not in (FILE, "themes", self.session.content_folder().name)
        ):
            return
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.waiting.touch, path, whole)

    def _greet(self) -> None:
        assert self.server
        assert self.watch
        host = "127.0.0.1" if self.how.host in ("0.0.0.0", "::", "localhost") else self.how.host
        address = f"http://{host}:{self.server.port}/"
        if self.server.port != self.how.port and self.how.port:
            self.say(_("Port {port} is taken.").format(port=self.how.port))
        if self.watch.polls and not self.how.poll:
            self.say(_("The system cannot watch these folders; they are looked at every second."))
        self.say(_("Preview: {address}  (stop with Ctrl+C)").format(address=address))
        if self.how.host == "0.0.0.0" and (number := number_in_network()):
            self.say(_("For others in the network: {address}").format(address=f"http://{number}:{self.server.port}/"))
        if self.how.open:
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()  # some do not come back for long

    async def _rebuild(self, paths: frozenset[Path]) -> None:
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._worker, self._build, paths)
        self._tell(at_once=True)
        self._watch()
        self._print_findings()
        if self._rest:
            self._rest.cancel()
        self._look = ALL not in paths and (self._look or not self.session.bench.sure)
        self._rest = loop.create_task(self._finish())

    def _build(self, paths: frozenset[Path]) -> None:
        self.tidying.work()
        self.session.build(paths)

    def _tell(self, at_once: bool = False) -> None:
        """Tell each browser what it lacks; `at_once`, but the one page that looks at everything, which can wait."""
        pages = self.browsers.pages
        self.browsers.tell(self.preview.told(page for page in pages if not (at_once and page in OVERVIEW)))

    async def _finish(self) -> None:
        """What comes behind the open pages: the others, the memo, a look at everything. The next save ends it early."""
        loop = asyncio.get_running_loop()

        def enough() -> bool:
            return not self.waiting.quiet

        await asyncio.sleep(CALM_SECONDS)
        await loop.run_in_executor(self._worker, self.session.begin, enough)
        self._tell()
        await asyncio.sleep(LATE_SECONDS)
        await loop.run_in_executor(self._worker, self.session.finish, enough, self.browsers.pages)
        self._tell()
        self._print_findings()
        if self.waiting.quiet:
            await loop.run_in_executor(self._worker, self.tidying.rest)
        if self._look or self.session.bench.doubtful:
            await asyncio.sleep(AGAIN_SECONDS)
            if self.waiting.quiet:
                self.waiting.touch(ALL)

    def _print_findings(self) -> None:
        """On the terminal, what is new since the last build."""
        now, before = self.session.findings, self._told
        if new := [finding for finding in now if finding not in before]:
            self.tell(new)
        if before and not now:
            self.say(_("Everything is right."))
        elif any(map(_severe, before)) and not any(map(_severe, now)):
            self.say(_("Nothing is severe any more."))
        self._told = now


def _severe(finding: Finding) -> bool:
    return finding.severity is Severity.SEVERE


def _unsure(path: Path) -> bool:
    """Whether a file looks as if it were just being written: empty, or not there."""
    if path == ALL:
        return False
    try:
        return path.stat().st_size == 0
    except OSError:
        return True
