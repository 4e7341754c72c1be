"""Every link in the finished site has a file, and every #place an id: a check of all pages, in every build.

In: address -> bytes of everything that will be in output/. Out: a finding for each dead link. A link is dead when it
leads to no file, leaves the site, or names a place that its page does not have.
"""

import posixpath
import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote

from bulletin.findings import Finding, Place, find

LINK = re.compile(r"""<(?:a|link|img|script|source|iframe|area|image)\b[^>]*?\s(?:href|src)=(?:"([^"]*)"|'([^']*)')""")
ID = re.compile(r"""\sid=["']([^"']+)["']""")
OUTSIDE = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")


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


def _alive(link: str, url: str, files: Mapping[str, bytes], ids: dict[str, frozenset[str]], base_path: str) -> bool:
    if OUTSIDE.match(link):
        return True
    address, _, place = link.partition("#")
    address = unquote(address.partition("?")[0])
    if address.startswith("/"):
        if not address.startswith(base_path):
            return False
        target = address[len(base_path) :]
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(url), address)) if address else url
    if target in ("", "."):
        target = "index.html"
    elif address.endswith("/"):
        target += "/index.html"
    if target not in files:
        return False
    return not place or not target.endswith(".html") or unquote(place) in _ids(target, files, ids)


def _ids(url: str, files: Mapping[str, bytes], ids: dict[str, frozenset[str]]) -> frozenset[str]:
    if url not in ids:
        ids[url] = frozenset(unescape(i) for i in ID.findall(files[url].decode("utf-8")))
    return ids[url]
