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

LINK = pattern(r"""<(?:a|link|img|script|source|iframe|area|image)\b[^>]*?\s(?:href|src)=(?:"([^"]*)"|'([^']*)')""")
ID = pattern(r"""\sid=["']([^"']+)["']""")
OUTSIDE = pattern(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")


def dead_links(files: Mapping[str, bytes], base_path: str) -> list[Finding]:
    """One finding a dead target and page, in the order of pages."""
    ids: dict[str, frozenset[str]] = {}
    targets: dict[tuple[str, str], bool] = {}
    findings: list[Finding] = []
    for url, data in files.items():
        if not url.endswith(".html"):
            continue
        folder = posixpath.dirname(url)
        for link in dict.fromkeys(one or other for one, other in LINK.findall(data.decode("utf-8"))):
            if (folder, link) not in targets or link.startswith(("#", "?")) or not link:
                targets[folder, link] = _alive(unescape(link), url, files, ids, base_path)
            if not targets[folder, link]:
                findings.append(find("link-dead", Place(url), target=unescape(link), page=url))
    return findings


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
        for link in dict.fromkeys([one or other for one, other in LINK.findall(text)]):
            if link not in known:
                known[link] = _inside(link, folder, self.base_path)
            if inside := known[link]:
                found.append((url, *inside[1:]) if inside[0] == "" else inside)
        return found


def _inside(link: str, folder: str, base_path: str) -> Inside | None:
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


def _alive(link: str, url: str, files: Mapping[str, bytes], ids: dict[str, frozenset[str]], base_path: str) -> bool:
    if OUTSIDE.match(link):
        return True
    target, place = _target(link, posixpath.dirname(url), base_path)
    target = url if target == "" else target
    if target is None or target not in files:
        return False
    return not place or not target.endswith(".html") or place in _ids(target, files, ids)


def _ids(url: str, files: Mapping[str, bytes], ids: dict[str, frozenset[str]]) -> frozenset[str]:
    if url not in ids:
        ids[url] = ids_in(files[url].decode("utf-8"))
    return ids[url]


def ids_in(text: str) -> frozenset[str]:
    """The places of a page that a link may lead to."""
    return frozenset([unescape(i) if "&" in i else i for i in ID.findall(text)])
