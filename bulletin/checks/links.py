"""Every link in the finished site has a file, and every #place an id: a check of all pages, in every build.

In: address -> bytes of everything that will be in output/. Out: a finding for each dead link. A link is dead when it
leads to no file, leaves the site, or names a place that its page does not have.
"""

import posixpath
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote

from bulletin.findings import Finding, Place, find
from bulletin.patterns import pattern

LINK = pattern(
    r"""<(?:a|link|img|script|source|iframe|area|image)\b[^>]*?\s(?:href|src)=["']((?<=")[^"]*(?=")|(?<=')[^']*(?='))"""
)
ID = pattern(r"""id=(?<=\sid=)["']([^"']+)["']""")
"""It begins with plain letters, for which a text is searched seven times as fast as for white space."""
FILE = pattern(r"(?:[0-9A-Za-z_-]+/)*[0-9A-Za-z_-]+\.[0-9A-Za-z]+")
"""The address of a file: behind the way to the top of the site it needs no working out."""
OUTSIDE = pattern(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")


def dead_links(files: Mapping[str, bytes], base_path: str) -> list[Finding]:
    """One finding a dead target and page, in the order of pages."""
    links = Links(base_path)
    ids: dict[str, frozenset[str]] = {}
    findings: list[Finding] = []
    for url, data in files.items():
        if not url.endswith(".html"):
            continue
        for target, place, link in links.inside(data.decode("utf-8"), url):
            alive = target is not None and target in files
            if alive and target and place and target.endswith(".html"):
                if target not in ids:
                    ids[target] = ids_in(files[target].decode("utf-8"))
                alive = place in ids[target]
            if not alive:
                findings.append(find("link-dead", Place(url), target=link, page=url))
    return findings


UP = "../"
FOLDERS = 32
"""So many folders' links are kept: pages come folder by folder."""
Inside = tuple[str | None, str, str]
"""(address it leads to, place on that page, link as written) of a link that stays in the site; None where it leaves it by ..."""


class Links:
    """Reads the links of a site's pages. What a link leads to is worked out once for all pages of a folder."""

    def __init__(self, base_path: str) -> None:
        self.base_path = base_path
        self._folders: dict[str, dict[str, Inside | None]] = {}

    def inside(self, text: str, url: str) -> list[Inside]:
        """The links of a page that stay in the site, each once; links to other sites are passed over."""
        folder = url.rpartition("/")[0]
        if folder not in self._folders:
            while len(self._folders) >= FOLDERS:
                del self._folders[next(iter(self._folders))]
            self._folders[folder] = {}
        known = self._folders[folder]
        found: list[Inside] = []
        for link in dict.fromkeys(LINK.findall(text)):
            if link not in known:
                known[link] = _inside(link, folder, self.base_path)
            if inside := known[link]:
                found.append((url, *inside[1:]) if inside[0] == "" else inside)
        return found


def _inside(link: str, folder: str, base_path: str) -> Inside | None:
    top = UP * (folder.count("/") + 1) if folder else ""
    if link.startswith(top) and FILE.fullmatch(link, len(top)):
        return link[len(top) :], "", link
    link = unescape(link)
    return None if OUTSIDE.match(link) else (*_target(link, folder, base_path), link)


def _target(link: str, folder: str, base_path: str) -> tuple[str | None, str]:
    """(address, place) that a link of a page in `folder` leads to; an empty address for the page itself."""
    address, _, place = link.partition("#")
    address = address.partition("?")[0]
    if "%" in address:
        address = unquote(address)
    if address.startswith("/"):
        if not address.startswith(base_path):
            return None, place
        target = address[len(base_path) :]
    else:
        target = posixpath.normpath(posixpath.join(folder, address)) if address else ""
    if not address:
        return "", unquote(place)
    if target in ("", "."):
        target = "index.html"
    elif address.endswith("/"):
        target += "/index.html"
    return target, unquote(place)


def ids_in(text: str) -> frozenset[str]:
    """The places of a page that a link may lead to."""
    return frozenset([unescape(i) if "&" in i else i for i in ID.findall(text)])
