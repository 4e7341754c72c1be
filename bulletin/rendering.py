"""Groups of pages to files: a group is made, those of its pages whose recipe changed are rendered and staged.

In: a group, and what is remembered of its pages. Out: a record a page. The recipe of a page is the digest of the
templates that it is made with and of all values in its data; a sum of each of them tells an editor
what changed (`--explain`). A page whose recipe is as last time and whose file stands in output/ is not rendered.
"""

import hashlib
from collections.abc import Iterable, Mapping
from inspect import signature
from typing import Any, NamedTuple
from zlib import crc32

from bulletin.checks.links import Links, ids_in
from bulletin.outline import Page
from bulletin.pages.frame import Group
from bulletin.pages.making import MAKERS, TEXTS
from bulletin.parts import Part, plain_bytes
from bulletin.storage.output import Stage
from bulletin.storage.packs import Packs
from bulletin.theme.render import Renderer
from bulletin.values import dataclass, names_of

SHORT = 4
"""Bytes of the sum that is kept of each value, to tell which one changed."""
LEFT_OUT = -1
"""Stands for the stamp of a page that is not put in place."""


class Record(NamedTuple):
    """What is remembered of one file of the site."""

    url: str
    recipe: bytes
    values: bytes
    """A sum of each value in its data, in order."""
    bytes_digest: bytes
    stamp: int
    """Of the file as it was written, see `storage.stamps`."""
    origin: str
    listed: bool
    modified: str
    ids: str
    """Places on the page that a link may lead to, separated by spaces."""
    places: tuple[str, ...]
    """Links from this page to a place on another: address#place."""
    template: str
    gives_way: bool


@dataclass
class Rendered:
    """What came of some groups: records of each group, and the links that were found."""

    records: dict[str, list[Record]]
    staged: list[str]
    drawn: set[str]
    """Pages that were rendered."""
    links: set[str]
    """Addresses inside the site that rendered pages lead to."""
    lone: list[tuple[str, str]]
    """(page, target) of links that lead to no place on their own page, or out of the site."""
    seconds: dict[str, tuple[int, float]]
    """Template -> (pages, seconds)."""


class Worker:
    """Renders groups in one process."""

    def __init__(self, renderer: Renderer, packs: Packs, stage: Stage, base_path: str) -> None:
        self.renderer, self.packs, self.stage, self.base_path = renderer, packs, stage, base_path
        self.links = Links(base_path)
        self.templates = {name: bytes.fromhex(sum) for name, sum in renderer.theme.closures.items()}

    def render(self, group: Group, before: Mapping[str, Record], compare: bool, out: Rendered) -> None:
        """Add a group to `out`. `before` has the records of pages that stand in output/ as they were written.

        With `compare` a file that stands there without a record is compared, so that an equal one is not touched.
        """
        records = out.records.setdefault(group.name, [])
        made: set[str] = set()
        for page in group.pages(self.packs.load):
            if page.url in made:  # the first page at an address stays
                records.append(_left_out(page))
                continue
            made.add(page.url)
            values = values_of(page)
            template = self.templates.get(page.template, b"")
            recipe = hashlib.blake2b(b"".join((template, *values, page.template.encode())), digest_size=16).digest()
            old = before.get(page.url)
            if old and old.recipe == recipe:
                records.append(
                    old._replace(
                        origin=page.origin, listed=page.listed, modified=page.modified, gives_way=page.gives_way
                    )
                )
                continue
            records.append(self._page(page, recipe, values, old, compare, out))

    def _page(
        self, page: Page, recipe: bytes, values: tuple[bytes, ...], old: Record | None, compare: bool, out: Rendered
    ) -> Record:
        from time import perf_counter

        begin = perf_counter()
        text, data = self.renderer.draw(page)
        out.drawn.add(page.url)
        count, seconds = out.seconds.get(page.template, (0, 0.0))
        out.seconds[page.template] = count + 1, seconds + perf_counter() - begin
        sum = hashlib.blake2b(data, digest_size=8).digest()
        stamp = old.stamp if old and old.bytes_digest == sum else 0
        if not stamp and (old or compare):
            stamp = self.stage.same(page.url, data)
        if not stamp:
            stamp = self.stage.write(page.url, data)
            out.staged.append(page.url)
        ids = ""
        places: tuple[str, ...] = ()
        if page.url.endswith(".html"):
            ids, places = self._links(page.url, text, out)
        template = self.templates.get(page.template, bytes(SHORT))[:SHORT]
        short = b"".join((template, *[crc32(value).to_bytes(SHORT, "big") for value in values]))
        return Record(
            page.url,
            recipe,
            short,
            sum,
            stamp,
            page.origin,
            page.listed,
            page.modified,
            ids,
            places,
            page.template,
            page.gives_way,
        )

    def _links(self, url: str, text: str, out: Rendered) -> tuple[str, tuple[str, ...]]:
        """The places of a page, and its links to places on others; addresses go to `out`."""
        ids = ids_in(text)
        places = []
        for target, place, link in self.links.inside(text, url):
            if target is None or (target == url and place and place not in ids):
                out.lone.append((url, link))
            elif target != url:
                out.links.add(target)
                if place and target.endswith(".html"):
                    places.append(f"{target}#{place}")
        return " ".join(sorted(ids)), tuple(dict.fromkeys(places))


def _left_out(page: Page) -> Record:
    """The record of a page that is not made, because another has its address."""
    none = (b"", b"", b"", LEFT_OUT)
    return Record(page.url, *none, page.origin, False, "", "", (), page.template, page.gives_way)


def values_of(page: Page) -> tuple[bytes, ...]:
    """Each value that a page is made from as bytes, in the order of `value_names`."""
    if page.template in MAKERS or page.template in TEXTS:
        return tuple([plain_bytes(value) for value in page.data])
    site, context = page.data
    assert isinstance(site, Part)
    kind: Any = type(context)
    return (plain_bytes(site), *[plain_bytes(getattr(context, field)) for field in names_of(kind)])


def value_names(template: str, contexts: Mapping[str, type]) -> tuple[str, ...]:
    """What the values of a page of this template are called: its template, the site, then each of its own."""
    if template in TEXTS:
        return ("template", *list(signature(TEXTS[template]).parameters)[1:])
    maker = MAKERS.get(template)
    if maker:
        names: Iterable[str] = list(signature(maker).parameters)[2:]
    else:
        names = names_of(contexts[template]) if template in contexts else ()
    return ("template", "site", *names)
