"""What is proved of every finished site before it is put in place: one page at an address, and every link leads somewhere.

In: the groups of a build, and the links of the pages that were rendered. Out: findings. Records of groups in which nothing
changed are looked at only where one of their pages is concerned.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field

from bulletin.checks.links import Links
from bulletin.findings import Finding, Place, find
from bulletin.groups_memo import Groups
from bulletin.rendering import LEFT_OUT, Record
from bulletin.values import dataclass


@dataclass(frozen=True)
class Clashes:
    """Pages at one address."""

    files: dict[str, int]
    """Address -> stamp of every file that stays."""
    findings: list[Finding] = field(default_factory=list)
    again: dict[str, set[str]] = field(default_factory=dict)
    """Group -> its addresses at which another group may have staged its own page."""


def find_clashes(groups: Groups) -> Clashes:
    """Of two pages at one address the first stays, and the other is a finding."""
    files = groups.files()
    heads = groups.heads.values()
    if len(files) == sum(len(head.stamps) for head in heads) and all(head.whole for head in heads):
        return Clashes(files)
    found = Clashes({})
    owner: dict[str, Record] = {}
    names: dict[str, str] = {}
    for name in list(groups.heads):
        records = list(groups.records(name))
        for i, record in enumerate(records):
            url = record.url
            if url not in owner:
                owner[url], names[url] = record, name
                found.files[url] = record.stamp
                continue
            if not record.gives_way:
                one, other = owner[url].origin, record.origin
                found.findings.append(find("page-taken", Place(other), url=url, one=one, other=other))
            records[i] = record._replace(stamp=LEFT_OUT)
            found.again.setdefault(names[url], set()).add(url)
        if records != groups.records(name):
            groups.make(name, groups.heads[name].inputs, records)
    return found


@dataclass(frozen=True)
class Drawn:
    """What is known of the pages that were rendered in this build."""

    urls: Collection[str]
    links: Collection[str]
    """Addresses inside the site that they lead to."""


def dead_links(
    groups: Groups, files: Mapping[str, int], drawn: Drawn, known: Mapping[str, object], read: Callable[[str], bytes],
    links: Links,
) -> dict[str, list[str]]:  # fmt: skip
    """Address of a page -> its links, as written, that lead nowhere; `known` are those of the last build.

    Pages that were rendered gave their links. Another page can only have lost what it leads to: that is looked up where an
    address is gone, or a place on a page. `read` gives the bytes of a file.
    """
    dead = any(url not in files for url in drawn.links)
    dead = dead or any(_is_lost(groups, files, place) for place in _doubtful(groups, drawn, known))
    if dead or groups.gone(files):
        suspects: Iterable[str] = files
    else:
        suspects = [url for url in known if url in files and url not in drawn.urls]
    return {url: targets for url in suspects if (targets := _dead_in(url, groups, files, read, links))}


def _doubtful(groups: Groups, drawn: Drawn, known: Mapping[str, object]) -> set[str]:
    """Places on pages that are led to for the first time, or that may not be on their page any more."""
    doubts = groups.doubts
    places = set(doubts.places)
    if doubts.lost or doubts.new:
        every = (place for head in groups.heads.values() for place in head.places)
        places.update(place for place in every if place in doubts.lost or place.partition("#")[0] in doubts.new)
    for url in known:
        if url in drawn.urls:  # what it leads to is not proved by its having led there
            places.update(groups.places(url))
    return places


def _is_lost(groups: Groups, files: Mapping[str, int], target: str) -> bool:
    url, _, place = target.partition("#")
    return url in files and not groups.has_place(url, place)


def _dead_in(
    url: str, groups: Groups, files: Mapping[str, int], read: Callable[[str], bytes], links: Links
) -> list[str]:
    """Links of a page, as written, that lead nowhere."""
    if not url.endswith(".html"):
        return []
    text = read(url).decode("utf-8", "replace")
    return [
        link
        for target, place, link in links.inside(text, url)
        if target is None
        or target not in files
        or (place and target.endswith(".html") and not groups.has_place(target, place))
    ]
