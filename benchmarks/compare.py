"""Whether two outputs are the same site: the same set of paths, and on each page the same links and words.

Of a page what counts is what a reader sees in <main>: headline, neighbours, rows of lists, text of the article, and where
each link leads. White space and mark-up may differ; the two indexes whose order is the program's own are compared as sets.
"""

import html
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

MAIN = re.compile("<main>(.*)</main>", re.S)
TITLE = re.compile("<title>(.*?)</title>", re.S)
LINK = re.compile('<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', re.S)
ENTRY = re.compile("<entry>(.*?)</entry>", re.S)
CONTENT = re.compile("<content[^>]*>(.*?)</content>", re.S)
UPDATED = re.compile("<updated>.*?</updated>")
LOCATION = re.compile("<loc>(.*?)</loc>")
TAG = re.compile("<[^>]*>")
HOST = re.compile("^https?://[^/]*/")
SPACE = re.compile(r"\s+")
UNORDERED = ("leaders/index.html", "topics/index.html")
SHOWN = 20


def paths(folder: Path) -> set[str]:
    """Every file below `folder`, with /."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def differences(one: Path, other: Path) -> list[str]:
    """What differs between two outputs, a line each; none where they are the same site."""
    first, second = paths(one), paths(other)
    found = [f"only in {one}: {path}" for path in sorted(first - second)]
    found += [f"only in {other}: {path}" for path in sorted(second - first)]
    for path in sorted(first & second):
        here, there = (essence(path, (folder / path).read_text("utf-8")) for folder in (one, other))
        if here != there:
            found.append(f"{path}: {_apart(chr(10).join(here), chr(10).join(there))}")
    return found


def _apart(here: str, there: str) -> str:
    """Two texts from shortly before the place where they part."""
    place = next((i for i, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    start = max(0, place - SHOWN)
    return f"{here[start : place + SHOWN]!r} and {there[start : place + SHOWN]!r}"


def essence(path: str, text: str) -> list[str]:
    """What a reader gets from a page or a feed, in order."""
    if path.endswith("sitemap.xml"):
        return sorted(LOCATION.findall(text))
    if path.endswith(".xml"):
        return list(_entries(text))
    main = MAIN.search(text)
    if not main:
        return [text]
    title = TITLE.search(text)
    links = [f"{_resolved(path, target)} {_words(words)}" for target, words in LINK.findall(main[1])]
    if path in UNORDERED:
        return sorted((*links, *map(_words, main[1].split("<li>"))))
    return [_words(title[1]) if title else "", _words(main[1]), *links]


def _entries(text: str) -> Iterator[str]:
    yield _words(UPDATED.sub("", text.partition("<entry>")[0]))
    for entry in ENTRY.findall(text):
        content = CONTENT.search(entry)
        yield _words(UPDATED.sub("", CONTENT.sub("", entry)))
        yield _words(html.unescape(content[1])) if content else ""
        links = LINK.findall(html.unescape(content[1])) if content else []
        yield " ".join(_resolved("", target) for target, _ in links)


def _words(text: str) -> str:
    return SPACE.sub("", html.unescape(TAG.sub("", text)))


def _resolved(path: str, target: str) -> str:
    """A link's address from the top of the site, whether it is relative, absolute or with the host."""
    target = HOST.sub("/", target)
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(path), html.unescape(target)))
