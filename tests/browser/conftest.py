"""A real browser on a site that is served on loopback, or opened from the disk.

One Chromium for all tests of this folder, a fresh context for each. A tab that logged an error, broke the content
security policy or asked another host for anything fails its test.
"""

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bulletin.cli import main
from tests.conftest import ROOT
from tests.tools.chromium import FLAGS, MISSING, NEVER_SKIP, find_chromium

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"


@dataclass(frozen=True)
class Site:
    """A finished output folder and the address at which it is served, under a sub-path as on a county's server."""

    folder: Path
    base: str

    def url(self, page: str) -> str:
        return self.base + page

    def file(self, page: str) -> str:
        return (self.folder / page).as_uri()


@dataclass
class Tab:
    """A page and what went wrong on it."""

    page: Page
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda asked: self._asked(asked.url))

    def _asked(self, url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "file://", "data:", "about:", "blob:")):
            self.foreign.append(url)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder under /county/paper/, quietly, with the strictest policy that a site could set."""

    prefix = "/county/paper/"

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.prefix.rstrip("/")))

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """The folder, served on a free port of loopback."""
    handler = functools.partial(Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield Site(folder, f"http://127.0.0.1:{server.server_port}{Handler.prefix}")
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        assert not NEVER_SKIP, MISSING
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def serve() -> Iterator[Callable[[Path], Site]]:
    """Serve any output folder until the last test of this folder is done: `serve(site / "output")`."""
    import contextlib

    with contextlib.ExitStack() as stack:
        yield lambda folder: stack.enter_context(served(folder))


@pytest.fixture(scope="package")
def samples(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], Site]) -> Callable[[str], Site]:
    """The sample site in a theme, built once and served."""
    return functools.cache(lambda theme: serve(build_copy(ROOT, tmp_path_factory.mktemp(theme), theme)))


@pytest.fixture(scope="package")
def sample(samples: Callable[[str], Site]) -> Site:
    """The sample site in the default theme."""
    return samples("default")


def build_copy(source: Path, target: Path, theme: str) -> Path:
    """Build the site of another folder in `target`, in any theme; gives its output folder."""
    config = (source / "config.yaml").read_text("utf-8")
    config = re.sub(r"(?m)^base_url: .*", f"base_url: https://bulletin.example{Handler.prefix}", config)
    (target / "config.yaml").write_text(re.sub(r"(?m)^theme: .*", f"theme: {theme}", config), "utf-8")
    shutil.copytree(source / "content", target / "content", ignore=shutil.ignore_patterns("_ledger"))
    assert main(["build", "--quiet", "--site", str(target)]) == 0
    return target / "output"


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[Callable[..., Tab]]:
    """A tab in a context of its own: `open_tab(width=390, **context)`; what went wrong in it fails the test."""
    tabs: list[Tab] = []

    def make(width: int = 1280, height: int = 900, **context: Any) -> Tab:
        page = browser.new_context(viewport={"width": width, "height": height}, **context).new_page()
        page.set_default_timeout(10_000)
        tab = Tab(page)
        tab.watch()
        tabs.append(tab)
        return tab

    yield make
    for tab in tabs:
        tab.page.context.close()
    assert not [error for tab in tabs for error in tab.errors]
    assert not [url for tab in tabs for url in tab.foreign]
