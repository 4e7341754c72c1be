"""From the bulletin to output/: groups that changed are rendered, files put in place, and what was done is remembered.

In: the bulletin, the theme, the pictures. Out: an `Outcome` with findings. What is remembered of each group is the digest
of its inputs and a record a page. A group whose digest is as last time, and all of whose files stand in output/ as they
were written, is not looked at. Of two pages at one address the first stays.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial

from bulletin.checks.links import Links
from bulletin.config import Config
from bulletin.findings import Finding, Place, find
from bulletin.groups_memo import NOTHING, Groups, Head
from bulletin.model import PictureFile
from bulletin.outline import Bulletin
from bulletin.pages.contexts import TEMPLATES
from bulletin.pages.feeds import sitemap_pages
from bulletin.pages.frame import Group
from bulletin.pages.making import make_groups
from bulletin.pages.standing import base_path
from bulletin.parts import digest
from bulletin.picture_files import picture_files
from bulletin.proofs import Drawn, dead_links, find_clashes
from bulletin.rendering import SHORT, Record, Rendered, value_names
from bulletin.storage.memo import Memo
from bulletin.storage.output import Stage, Standing, Written, place_staged, read_list, safe, write_list
from bulletin.theme.theme import Theme
from bulletin.values import dataclass
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
        self.groups = Groups(memo)
        self.staged: list[str] = []
        self.links: set[str] = set()
        self.known: dict[str, Group] = {}
        self.out = Published()

    def publish(self, bulletin: Bulletin, pictures: Sequence[tuple[PictureFile, str]]) -> Published:
        """Render what changed and put it in place. Raises OSError where the disk does not take it."""
        site, groups = make_groups(bulletin, self.config, self.theme.stylesheets, self.theme.scripts)
        self._render(list(groups))
        if self.config.base_url:
            self._render([Group(SITEMAP, sitemap_pages, (site, self.groups.listings))])
        self._files(ASSETS, {url: (digest(data), partial(bytes, data)) for url, data in self.theme.assets.items()})
        self._files(PICTURES, picture_files(self.config, pictures))
        files = self._each_address_once()
        self._check_links(files)
        self._put_in_place(files)
        self.groups.note()
        return self.out

    # render

    def _stands(self, head: Head) -> bool:
        """Whether all files of a group stand as they were written."""
        return head.stamps.items() <= self.standing.stamps.items()

    def _intact(self, name: str) -> dict[str, Record]:
        """Records of the group's files that stand as they were written."""
        stamps = self.standing.stamps
        return {r.url: r for r in self.groups.records_before(name) if stamps.get(r.url) == r.stamp}

    def _render(self, groups: Sequence[Group]) -> None:
        theme = digest(tuple(sorted(self.theme.closures.items())), self.base_path)
        tasks: list[RenderTask] = []
        chunk: list[Group] = []
        inputs: dict[str, str] = {}
        pages = weight = 0
        compare = bool(self.standing.stamps)

        def close() -> None:
            nonlocal weight
            if chunk:
                tasks.append(
                    RenderTask(tuple(chunk), {group.name: self._intact(group.name) for group in chunk}, compare)
                )
                chunk.clear()
                weight = 0

        for group in groups:
            self.known[group.name] = group
            made, head = digest(group.name, theme, *group.inputs), self.groups.before.get(group.name)
            if head and head.whole and head.inputs == made and self._stands(head):
                self.groups.heads[group.name] = head
                continue
            self.groups.heads[group.name] = NOTHING  # its place in the order
            inputs[group.name] = made
            chunk.append(group)
            weight += group.weight
            pages += group.weight
            if weight >= PAGES_A_TASK:
                close()
        close()
        for rendered in self.do("pages", tasks, pages >= WORTH_RENDERING):
            self._take(rendered, inputs)

    def _take(self, rendered: Rendered, inputs: Mapping[str, str]) -> None:
        self.staged.extend(rendered.staged)
        self.links |= rendered.links
        for url, target in rendered.lone:
            self.out.findings.append(find("link-dead", Place(url), target=target, page=url))
        for template, (count, seconds) in rendered.seconds.items():
            old = self.out.seconds.get(template, (0, 0.0))
            self.out.seconds[template] = old[0] + count, old[1] + seconds
        for name, records in rendered.records.items():
            self.groups.make(name, inputs[name], records)
            if rendered.drawn.isdisjoint(record.url for record in records):
                continue
            before = {record.url: record for record in self.groups.records_before(name)}
            for record in records:
                if record.url in rendered.drawn:
                    self.out.changes[record.url] = _changed(before.get(record.url), record)

    # files that no template makes

    def _files(self, name: str, files: Mapping[str, tuple[str, Callable[[], bytes]]]) -> None:
        """Files by address: (recipe, maker of the bytes)."""
        intact = self._intact(name)
        records: list[Record] = []
        for url, (recipe, make) in files.items():
            old = intact.get(url)
            wanted = recipe.encode()
            if old and old.recipe == wanted:
                records.append(old)
                continue
            data = make()
            stamp = self.stage.same(url, data)
            if not stamp:
                stamp = self.stage.write(url, data)
                self.staged.append(url)
            sum = hashlib.blake2b(data, digest_size=8).digest()
            records.append(Record(url, wanted, b"", sum, stamp, url, False, "", "", (), "", False))
        head = self.groups.before.get(name)
        if head and records == self.groups.records_before(name):
            self.groups.heads[name] = head
        else:
            self.groups.make(name, "", records)

    # proofs

    def _each_address_once(self) -> dict[str, int]:
        """Address -> stamp of every file."""
        clashes = find_clashes(self.groups)
        self.out.findings.extend(clashes.findings)
        for name, urls in clashes.again.items():
            self._stage_again(name, urls)
        return clashes.files if not clashes.again else self.groups.files()

    def _stage_again(self, name: str, urls: set[str]) -> None:
        """Stage pages that stay, because another one may have been staged in their place; not one that stands there."""
        if name not in self.known:
            return
        self.staged = [url for url in self.staged if url not in urls]
        others = {r.url: r for r in self.groups.records(name) if r.url not in urls}
        for rendered in self.do("pages", [RenderTask((self.known[name],), {name: others}, True)], False):
            self.groups.make(name, self.groups.heads[name].inputs, rendered.records[name])
            self.staged.extend(rendered.staged)

    def _check_links(self, files: Mapping[str, int]) -> None:
        """A finding for each link that leads nowhere."""
        drawn = Drawn(self.out.changes.keys(), self.links)
        known = dict(self.memo.read("dead") or ())
        found = dead_links(self.groups, files, drawn, known, self.stage.read, Links(self.base_path))
        self.memo.note("dead", sorted(found.items()))
        own = {(f.place.path, dict(f.values)["target"]) for f in self.out.findings if f.id == "link-dead"}
        for url, targets in found.items():
            self.out.findings.extend(
                find("link-dead", Place(url), target=target, page=url) for target in targets if (url, target) not in own
            )

    # put in place

    def _put_in_place(self, files: dict[str, int]) -> None:
        notes, standing = self.memo.notes, self.standing
        listed = read_list(notes)
        blocked = standing.blocked(files)
        staged = [url for url in dict.fromkeys(self.staged) if url in files and url not in blocked]
        gone = [url for url in listed - files.keys() if url in standing.stamps and safe(url)]
        new = not files.keys() <= listed
        if (staged or gone) and new:
            write_list(notes, listed | files.keys())
        if staged or gone:
            place_staged(self.stage, notes, staged, gone, standing.empty)
        if new or len(files) < len(listed):
            write_list(notes, files)
        self.out.findings.extend(standing.foreign(files.keys() | gone))
        stamps = {**standing.stamps, **files}
        for url in (*gone, *blocked):
            stamps.pop(url, None)
        self.out.stands = Standing(stamps, standing.folders, standing.links)
        self.out.written = Written(len(staged), len(files) - len(staged) - len(blocked), len(gone))
        self.out.pages = sum(head.pages for head in self.groups.heads.values())


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
