"""From the bulletin to output/: groups that changed are rendered, files put in place, and what was done is remembered.

In: the bulletin, the theme, the pictures. Out: an `Outcome` with findings. What is remembered of each group is the digest
of its inputs and a record a page. A group whose digest is as last time, and all of whose files stand in output/ as they
were written, is not looked at. Of two pages at one address the first stays.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bulletin.checks.links import Links
from bulletin.config import Config
from bulletin.findings import Finding, Place, find
from bulletin.model import PictureFile
from bulletin.outline import Bulletin
from bulletin.pages.contexts import TEMPLATES
from bulletin.pages.feeds import sitemap_pages
from bulletin.pages.frame import Group
from bulletin.pages.making import make_groups
from bulletin.pages.standing import base_path
from bulletin.parts import Part, digest
from bulletin.rendering import LEFT_OUT, SHORT, Record, Rendered, closures, value_names
from bulletin.storage.memo import Memo
from bulletin.storage.output import Stage, Standing, Written, place_staged, read_list, write_list
from bulletin.storage.pictures import Pictures
from bulletin.storage.sources import read_source
from bulletin.theme.theme import Theme
from bulletin.work import RenderTask

PAGES_A_TASK = 60
WORTH_RENDERING = 600
"""So many pages are worth handing to other processes."""
ASSETS, PICTURES, SITEMAP = "assets", "pictures", "sitemap"
Do = Callable[[str, Sequence[RenderTask], bool], Iterator[Rendered]]


@dataclass
class Published:
    """What was done: records of all files by group, in order; which pages were rendered, and why."""

    written: Written = field(default_factory=lambda: Written(0, 0, 0))
    pages: int = 0
    findings: list[Finding] = field(default_factory=list)
    changes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Rendered page -> names of the values that changed; empty for a page that is new or was not as it was written."""
    seconds: dict[str, tuple[int, float]] = field(default_factory=dict)
    stands: Standing = field(default_factory=Standing)
    """What is in output/ now."""


class Publisher:
    """Publishes one build of one site."""

    def __init__(self, config: Config, memo: Memo, theme: Theme, stage: Stage, standing: Standing, do: Do) -> None:
        self.config, self.memo, self.theme, self.stage, self.standing, self.do = (
            config,
            memo,
            theme,
            stage,
            standing,
            do,
        )
        self.base_path = base_path(config.base_url)
        self.before: dict[str, list[Record]] = {
            name.removeprefix("pages "): [Record(*record) for record in memo.read(name)]
            for name in memo.names("pages ")
        }
        self.recipes: dict[str, str] = dict(memo.read("groups") or {})
        self.records: dict[str, list[Record]] = {}
        self.made: dict[str, str] = {}
        self.staged: list[str] = []
        self.links: set[str] = set()
        self.groups: dict[str, Group] = {}
        self.out = Published()

    def publish(self, bulletin: Bulletin, pictures: Sequence[tuple[PictureFile, str]]) -> Published:
        """Render what changed and put it in place. Raises OSError where the disk does not take it."""
        site, groups = make_groups(bulletin, self.config, self.theme.stylesheets, self.theme.scripts)
        self._render(list(groups))
        if self.config.base_url:
            self._sitemap(lambda listings: Group(SITEMAP, sitemap_pages, (site, listings)))
        self._files(ASSETS, {url: (digest(data), partial(bytes, data)) for url, data in self.theme.assets.items()})
        self._files(PICTURES, picture_files(self.config, pictures))
        files = self._clashes()
        self._check_links(files)
        self._put_in_place(files)
        self._remember()
        return self.out

    # render

    def _intact(self, name: str) -> tuple[dict[str, Record], bool]:
        """Records of the group's files that stand as they were written, and whether all do."""
        records = self.before.get(name, [])
        intact = {r.url: r for r in records if self.standing.stamps.get(r.url) == r.stamp}
        return intact, len(intact) == len(records)

    def _render(self, groups: Sequence[Group]) -> None:
        theme = digest(tuple(sorted(closures(self.theme).items())), self.base_path)
        tasks: list[RenderTask] = []
        chunk: list[Group] = []
        before: dict[str, Mapping[str, Record]] = {}
        pages = weight = 0
        compare = bool(self.standing.stamps)

        def close() -> None:
            nonlocal weight
            if chunk:
                tasks.append(RenderTask(tuple(chunk), dict(before), compare))
                chunk.clear()
                before.clear()
                weight = 0

        for group in groups:
            self.records[group.name] = []
            self.groups[group.name] = group
            self.made[group.name] = digest(group.name, theme, *group.inputs)
            intact, all_intact = self._intact(group.name)
            if all_intact and self.recipes.get(group.name) == self.made[group.name]:
                self.records[group.name] = self.before[group.name]
                continue
            chunk.append(group)
            before[group.name] = intact
            weight += group.weight
            pages += group.weight
            if weight >= PAGES_A_TASK:
                close()
        close()
        for rendered in self.do("pages", tasks, pages >= WORTH_RENDERING):
            self._take(rendered)

    def _take(self, rendered: Rendered) -> None:
        self.staged.extend(rendered.staged)
        self.links |= rendered.links
        for url, target in rendered.lone:
            self.out.findings.append(find("link-dead", Place(url), target=target, page=url))
        for template, (count, seconds) in rendered.seconds.items():
            old = self.out.seconds.get(template, (0, 0.0))
            self.out.seconds[template] = old[0] + count, old[1] + seconds
        for name, records in rendered.records.items():
            self.records[name] = records
            before = {record.url: record for record in self.before.get(name, ())}
            for record in records:
                if record.url in rendered.drawn:
                    self.out.changes[record.url] = _changed(before.get(record.url), record)

    def _sitemap(self, group: Callable[[tuple[Part[Any], ...]], Group]) -> None:
        """The site map out of what all groups list."""
        listings = (tuple((r.url, r.modified) for r in records if r.listed) for records in self.records.values())
        self._render([group(tuple(Part.of(listing) for listing in listings if listing))])

    # files that no template makes

    def _files(self, name: str, files: Mapping[str, tuple[str, Callable[[], bytes]]]) -> None:
        """Files by address: (recipe, maker of the bytes)."""
        intact, _ = self._intact(name)
        self.records[name] = []
        self.made[name] = ""
        for url, (recipe, make) in files.items():
            old = intact.get(url)
            wanted = recipe.encode()
            if old and old.recipe == wanted:
                self.records[name].append(old)
                continue
            data = make()
            stamp = self.stage.same(url, data)
            if not stamp:
                stamp = self.stage.write(url, data)
                self.staged.append(url)
            sum = hashlib.blake2b(data, digest_size=8).digest()
            self.records[name].append(Record(url, wanted, b"", sum, stamp, url, False, "", "", (), "", False))

    # proofs

    def _clashes(self) -> dict[str, Record]:
        """Address -> record of every file; of two at one address the first stays, and the other is a finding."""
        owner: dict[str, tuple[str, int]] = {}
        again: dict[str, set[str]] = {}
        for name, records in self.records.items():
            for i, record in enumerate(records):
                url = record.url
                if url not in owner:
                    owner[url] = name, i
                    continue
                first, place = owner[url]
                if not record.gives_way:
                    one = self.records[first][place].origin
                    found = find("page-taken", Place(record.origin), url=url, one=one, other=record.origin)
                    self.out.findings.append(found)
                records[i] = record._replace(stamp=LEFT_OUT)
                again.setdefault(first, set()).add(url)
        for name, urls in again.items():
            self._stage_again(name, urls)
        return {url: self.records[name][i] for url, (name, i) in owner.items()}

    def _stage_again(self, name: str, urls: set[str]) -> None:
        """Stage pages that stay, because another one may have been staged in their place; not one that stands there."""
        if name not in self.groups:
            return
        self.staged = [url for url in self.staged if url not in urls]
        others = {r.url: r for r in self.records[name] if r.url not in urls}
        for rendered in self.do("pages", [RenderTask((self.groups[name],), {name: others}, True)], False):
            self.records[name] = rendered.records[name]
            self.staged.extend(rendered.staged)

    def _check_links(self, files: Mapping[str, Record]) -> None:
        """A finding for each link that leads nowhere.

        Pages that were rendered gave their links. Another page can only have lost what it leads to: that is looked up where
        an address is gone, or a place on a page.
        """
        dead = {url for url in self.links if url not in files}
        ids: dict[str, frozenset[str]] = {}
        for record in files.values():
            for target in record.places:
                url, _, place = target.partition("#")
                if url in files:
                    if url not in ids:
                        ids[url] = frozenset(files[url].ids.split(" "))
                    if place not in ids[url]:
                        dead.add(target)
        drawn = self.out.changes.keys()
        gone = {r.url for records in self.before.values() for r in records if r.url not in files}
        known = dict(self.memo.read("dead") or ())
        found = {url: targets for url, targets in known.items() if url in files and url not in drawn}
        if dead or gone or found:
            suspects = files.keys() if dead or gone else found.keys()
            found = {url: targets for url in suspects if (targets := self._dead_in(url, files))}
        self.memo.note("dead", sorted(found.items()))
        own = {(f.place.path, dict(f.values)["target"]) for f in self.out.findings if f.id == "link-dead"}
        for url, targets in found.items():
            self.out.findings.extend(
                find("link-dead", Place(url), target=target, page=url) for target in targets if (url, target) not in own
            )

    def _dead_in(self, url: str, files: Mapping[str, Record]) -> list[str]:
        """Links of a page, as written, that lead nowhere."""
        if not url.endswith(".html"):
            return []
        text = self.stage.read(url).decode("utf-8", "replace")
        dead = []
        for target, place, link in Links(self.base_path).inside(text, url):
            if (
                target is None
                or target not in files
                or (place and target.endswith(".html") and place not in files[target].ids.split(" "))
            ):
                dead.append(link)
        return dead

    # put in place

    def _put_in_place(self, files: dict[str, Record]) -> None:
        notes, standing = self.memo.notes, self.standing
        listed = read_list(notes)
        blocked = {url for url in files if standing.blocks(url)}
        staged = [url for url in dict.fromkeys(self.staged) if url in files and url not in blocked]
        gone = [url for url in listed if url not in files and url in standing.stamps]
        if staged or gone:
            write_list(notes, listed | files.keys())
            place_staged(self.stage, notes, staged, gone, standing.empty)
        if listed != files.keys():
            write_list(notes, files)
        self.out.findings.extend(standing.foreign((*files, *gone)))
        ours = {url: record.stamp for url, record in files.items() if url not in blocked}
        others = {url: stamp for url, stamp in standing.stamps.items() if url not in ours}
        for url in gone:
            del others[url]
        self.out.stands = Standing(others | ours, standing.folders, standing.links)
        self.out.written = Written(len(staged), len(files) - len(staged) - len(blocked), len(gone))
        self.out.pages = sum(1 for record in files.values() if record.template)

    def _remember(self) -> None:
        self.memo.note("groups", self.made)
        for name in self.memo.names("pages "):
            if name.removeprefix("pages ") not in self.records:
                self.memo.note(name, None)
        for name, records in self.records.items():
            if records is not self.before.get(name):
                self.memo.note(f"pages {name}", [tuple(record) for record in records])


def picture_files(
    config: Config, pictures: Iterable[tuple[PictureFile, str]]
) -> dict[str, tuple[str, Callable[[], bytes]]]:
    """Address -> (recipe, maker of the bytes) of each picture in all its sizes."""
    made: dict[str, tuple[str, Callable[[], bytes]]] = {}
    for picture, source in pictures:
        if picture.refused:
            continue
        for url, width in ((picture.url, 0), *picture.smaller):
            made[url] = url, partial(_picture, config, picture, source, width)
    return made


def _picture(config: Config, picture: PictureFile, source: str, width: int) -> bytes:
    from bulletin.reports.reading import read_reports  # late: few builds must look into a document again

    pictures = Pictures(config.content_folder, frozenset())
    if source:
        data = read_source(config.content_folder, source)
        accept = config.word_revisions == "accept"
        pictures.add(source, () if isinstance(data, Finding) else read_reports(data, source, accept).pictures)
    return pictures.bytes_of(picture, width)


def _changed(before: Record | None, record: Record) -> tuple[str, ...]:
    """Names of the values of a page that are not as last time."""
    if before is None or before.template != record.template or len(before.values) != len(record.values):
        return ()
    names = value_names(record.template, TEMPLATES)
    return tuple(
        name
        for i, name in enumerate(names)
        if before.values[i * SHORT : i * SHORT + SHORT] != record.values[i * SHORT : i * SHORT + SHORT]
    )
