"""What a browser may ask of the preview: decided from the request alone, with no disk and no server.

In: method, target and headers as they came. Out: a refusal, or the address of a page. An address is only ever looked up among
those of the site in memory, so no path can lead out of it; these rules keep other people's pages and machines out.
"""

import re
import socket
from collections.abc import Container, Sequence
from ipaddress import ip_address
from urllib.parse import unquote_to_bytes, urlsplit

from bulletin.values import dataclass

LOOPBACK = ("127.0.0.1", "localhost", "::1")
HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_.-]+)(?::(?P<port>[0-9]{1,5}))?")
LONGEST_TARGET = 4096
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\<>"|*:]')


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came: `hosts` and `origins` are all headers of that name."""

    method: str
    target: str
    hosts: tuple[str, ...]
    origins: tuple[str, ...] = ()
    site: str = ""
    """Sec-Fetch-Site: where the request comes from, in browsers since 2020."""
    mode: str = ""
    """Sec-Fetch-Mode."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a request is not answered."""

    status: int
    reason: str


@dataclass(frozen=True, slots=True)
class Door:
    """Where the preview listens: its port, and the names it may be called by. `open_to_all`: any number is right, too."""

    port: int
    names: tuple[str, ...] = LOOPBACK
    open_to_all: bool = False

    def admits(self, host: str) -> bool:
        """Whether a Host header names this server. A name that somebody else chose (DNS rebinding) never does."""
        match = HOST.fullmatch(host)
        if not match or int(match["port"] or 80) != self.port:
            return False
        name = match["name"].strip("[]").lower()
        return name in self.names or (self.open_to_all and _is_number(name))


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def door(host: str, port: int) -> Door:
    """The door of a server that listens at `host`."""
    if host in LOOPBACK:
        return Door(port)
    return Door(port, (*LOOPBACK, host.lower(), socket.gethostname().lower()), open_to_all=True)


def refusal(asked: Asked, at: Door) -> Refused | None:
    """Why the request is refused, or None. The body of a request is never read."""
    if asked.method not in ("GET", "HEAD"):
        return Refused(405, "only GET and HEAD")
    if len(asked.hosts) != 1 or not at.admits(asked.hosts[0]):
        return Refused(403, "unknown host")
    if not all(from_here(origin, asked.hosts[0]) for origin in asked.origins):
        return Refused(403, "another site asks")
    if asked.site in ("cross-site", "same-site") and asked.mode != "navigate":
        return Refused(403, "another site asks")
    if len(asked.target) > LONGEST_TARGET:
        return Refused(414, "the address is too long")
    return None


def from_here(origin: str, host: str) -> bool:
    """Whether an Origin header is that of the server which `host` names."""
    return origin.lower() == f"http://{host.lower()}"


def address_of(target: str, base_path: str = "/") -> str | None:
    """The address that a request's target names, such as 2024/03/05/index.html; None for one that names none.

    `base_path` is where the site lies on its own server; links that begin at the top of that server name it.
    """
    try:
        path = unquote_to_bytes(target.partition("?")[0]).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not path.startswith("/") or FORBIDDEN.search(path) or "%" in path or "#" in path:
        return None
    if base_path != "/" and path.startswith(base_path):
        path = path[len(base_path) - 1 :]
    name = path[1:]
    if (
        any(part in ("", ".", "..") or part.startswith(".") for part in name.rstrip("/").split("/") if name)
        or "//" in path
    ):
        return None
    return name + "index.html" if not name or name.endswith("/") else name


def page_of(url: str, base_path: str = "/") -> str | None:
    """The address of the page that a browser says it shows (a whole URL)."""
    try:
        return address_of(urlsplit(url).path or "/", base_path)
    except ValueError:
        return None


def folder_of(address: str, known: Container[str]) -> str | None:
    """The address with a slash, for one that names a folder without it."""
    return f"/{address}/" if f"{address}/index.html" in known else None


def single(values: Sequence[str]) -> str:
    """A header that may stand there once."""
    return values[0] if len(values) == 1 else ""
