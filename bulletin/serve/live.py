"""The server: answers browsers out of memory and tells them what changed. The seam to `livereload` and its Tornado.

In: an `Answers` (what stands at an address) and a `Door`. Out: a server on sockets of ours. Requests are judged by `asking`
before anything is looked up. A browser that connects says which page it shows; `Browsers` sends each only what concerns it.
"""

import contextlib
import json
import logging
import socket
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bulletin.serve.asking import Asked, Door, Refused, address_of, door, folder_of, page_of, refusal, single
from bulletin.serve.shown import Shown, read_word

PORT, PORTS_TRIED = 5500, 20
IDLE_SECONDS, BODY_SECONDS = 20, 5
LARGEST_HEAD, LARGEST_BODY, LARGEST_MESSAGE = 16_384, 1024, 16_384
NOBODY = ("192.0.2.1", 9)
"""An address that belongs to nobody. Source: RFC 5737, 3."""
KINDS = {
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "xml": "application/xml; charset=utf-8", "json": "application/json; charset=utf-8", "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "woff2": "font/woff2",
}  # fmt: skip
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "bulletin",
}
LASTING = "private, max-age=31536000, immutable"
"""For what has its digest in its address: a page that is loaded again need not ask for it."""


PLUGIN = "bulletin"
"""The name of our plug-in of livereload.js."""
Telling = Callable[[str, Shown | None], tuple[dict[str, Any] | None, Shown | None]]
"""Given a page and what a browser shows of it: what that must be told, or None, and what it shows from then on."""


class Answers(Protocol):
    """What the server answers with."""

    def answer(self, address: str) -> tuple[int, str, bytes]:
        """Status, kind (html, css …) and bytes for an address."""

    def __contains__(self, address: object) -> bool: ...

    def lasts(self, address: str) -> bool:
        """Whether what stands at an address never changes, because its name would."""

    def told(self, pages: Iterable[str]) -> Telling:
        """What the browsers that show these pages must be told, see `Telling`."""

    @property
    def base_path(self) -> str: ...


class Browsers:
    """The browsers that are connected, and what each shows."""

    def __init__(self) -> None:
        self._open: dict[Any, tuple[str, Shown | None]] = {}

    @property
    def pages(self) -> tuple[str, ...]:
        """Addresses that are shown somewhere."""
        return tuple(dict.fromkeys(page for page, _ in self._open.values()))

    def add(self, browser: Any, page: str, shown: Shown | None) -> None:
        """A browser shows `page`, and says what of it."""
        self._open[browser] = page, shown

    def remove(self, browser: Any) -> None:
        self._open.pop(browser, None)

    def tell(self, telling: Telling, only: Any = None) -> None:
        """Tell each browser, or `only` one, what it lacks."""
        for browser, (page, shown) in list(self._open.items()) if only is None else [(only, self._open[only])]:
            said, now = telling(page, shown)
            self._open[browser] = page, now
            if said is not None:
                browser.tell(reload_message(said))


def reload_message(said: dict[str, Any]) -> dict[str, Any]:
    """A message in livereload's protocol (official-7); what is ours travels in `originalPath`, for our plug-in."""
    return {"command": "reload", "path": "/", "liveCSS": True, "originalPath": json.dumps(said)}


def word_of(said: dict[str, Any]) -> object:
    """What our plug-in says that its page shows."""
    plugins = said.get("plugins")
    own = plugins.get(PLUGIN) if isinstance(plugins, dict) else None
    return own.get("shown") if isinstance(own, dict) else None


def asked_of(handler: RequestHandler) -> Asked:
    request = handler.request
    headers = request.headers
    return Asked(
        request.method or "", request.uri or "", tuple(headers.get_list("Host")), tuple(headers.get_list("Origin")),
        single(headers.get_list("Sec-Fetch-Site")), single(headers.get_list("Sec-Fetch-Mode")),
    )  # fmt: skip


class _Judged(RequestHandler):
    """A handler that answers only what `asking` lets through."""

    def set_default_headers(self) -> None:
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        refused = refusal(asked_of(self), self.application.settings["door"])
        if refused:
            self.refuse(refused)

    def refuse(self, refused: Refused) -> None:
        self.set_status(refused.status)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(refused.reason + "\n")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")

    def compute_etag(self) -> str | None:
        return None


class _PageHandler(_Judged):
    def get(self) -> None:
        answers: Answers = self.application.settings["answers"]
        address = address_of(self.request.uri or "", answers.base_path)
        if address is None:
            self.refuse(Refused(404, "not found"))
            return
        if address not in answers and (folder := folder_of(address, answers)):
            self.redirect(folder, status=302)
            return
        status, kind, data = answers.answer(address)
        self.set_status(status)
        self.set_header("Content-Type", KINDS.get(kind, "application/octet-stream"))
        if answers.lasts(address):
            self.set_header("Cache-Control", LASTING)
        self.finish(data)

    head = get


class _ScriptHandler(_Judged, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload.js as it comes with the library."""

    def set_default_headers(self) -> None:
        super().set_default_headers()
        if self.get_query_argument("v", ""):
            self.set_header("Cache-Control", LASTING)

    head = LiveReloadJSHandler.get


class _LiveHandler(LiveReloadHandler):  # type: ignore[misc]
    """A browser's connection; the base class speaks the protocol and keeps it among its waiters."""

    def prepare(self) -> None:
        refused = refusal(asked_of(self), self.application.settings["door"])
        if refused is None and not asked_of(self).origins:
            refused = Refused(403, "no page asks")  # browsers always say which page it is
        if refused:
            self.set_status(refused.status)
            self.finish(refused.reason + "\n")

    def check_origin(self, origin: str) -> bool:
        """A page of our own only; `prepare` has looked."""
        return refusal(asked_of(self), self.application.settings["door"]) is None

    def on_message(self, message: Any) -> None:
        try:
            said = json.loads(message)
            super().on_message(message)
        except (ValueError, TypeError, AttributeError, RecursionError):
            self.close()
            return
        if isinstance(said, dict) and said.get("command") == "info":
            self._show(str(said.get("url", "")), read_word(word_of(said)))

    def _show(self, url: str, shown: Shown | None) -> None:
        answers: Answers = self.application.settings["answers"]
        browsers: Browsers = self.application.settings["browsers"]
        page = page_of(url, answers.base_path)
        if page is not None:
            browsers.add(self, page, shown)
            browsers.tell(answers.told([page]), only=self)

    def tell(self, message: dict[str, Any]) -> None:
        self.send_message(message)

    def on_close(self) -> None:
        super().on_close()
        self.application.settings["browsers"].remove(self)


class Server:
    """The server, listening. Must be made inside a running event loop."""

    def __init__(self, answers: Answers, browsers: Browsers, host: str, port: int) -> None:
        for name in ("tornado", "livereload"):  # what goes wrong is told by us, or is a bad request
            logging.getLogger(name).addHandler(logging.NullHandler())
            logging.getLogger(name).propagate = False
        own, self.port = listen(host, port)
        self.door: Door = door(host, self.port)
        application = Application(
            [(r"/livereload", _LiveHandler), (r"/livereload\.js", _ScriptHandler), (r".*", _PageHandler)],
            answers=answers, browsers=browsers, door=self.door, compress_response=False, log_function=lambda _: None,
            websocket_ping_interval=30, websocket_max_message_size=LARGEST_MESSAGE,
        )  # fmt: skip
        self._server = HTTPServer(
            application, max_header_size=LARGEST_HEAD, max_body_size=LARGEST_BODY, body_timeout=BODY_SECONDS,
            idle_connection_timeout=IDLE_SECONDS,
        )  # fmt: skip
        self._server.add_socket(own)

    async def stop(self) -> None:
        self._server.stop()
        await self._server.close_all_connections()


def listen(host: str, port: int) -> tuple[socket.socket, int]:
    """A socket at `port`, or at the next that is free; at any free one where many are taken. Raises OSError for a bad host."""
    family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    why = OSError(f"{host}:{port}")
    for wanted in (*range(port, min(port + PORTS_TRIED, 65535)), 0):
        try:
            found = socket.create_server((str(address[0]), wanted), family=family, backlog=128)
        except OSError as error:
            why = error
            continue
        found.setblocking(False)
        return found, int(found.getsockname()[1])
    raise why


def number_in_network() -> str:
    """The number by which others in the network reach this computer, or nothing. Asked of the system; nothing is sent."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        asked.connect(NOBODY)
        return str(asked.getsockname()[0])
    return ""
