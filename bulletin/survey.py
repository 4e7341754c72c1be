"""The beginning of a build: what lies in content/, and the small files that all texts are read with.

In: what was seen of content/, and the memo. Out: `Gathered`, whose rows are still to come. Register, lexicon and standing pages
are read again only where their files changed.
"""

from dataclasses import field

from bulletin.config import Config
from bulletin.findings import Finding, Place, Severity, fail
from bulletin.identity.numbers import Numbered
from bulletin.lexicon import Lexicon, make_lexicon
from bulletin.model import PictureFile
from bulletin.packing import pack, unpack
from bulletin.parts import digest
from bulletin.people.register import Register
from bulletin.shelves import Shelves
from bulletin.sitefiles import StandingTexts, read_lexicon, read_register, read_standing, with_photos
from bulletin.storage.ledger import Numbers, read_numbers
from bulletin.storage.memo import Memo
from bulletin.storage.pictures import places
from bulletin.storage.sources import REGISTER, TOPICS, Found, find_sources, source_digest
from bulletin.storage.stamps import Look
from bulletin.values import dataclass


@dataclass
class Gathered:
    """What reading gave: rows in the order of paths, lists, and what an editor should see (paths from content/)."""

    found: Found
    register: Register
    lexicon: Lexicon
    standing: StandingTexts
    numbers: Numbers
    """Of the ledger; those of topics as they are afterwards."""
    rows: Shelves = field(default_factory=lambda: Shelves({}))
    findings: list[Finding] = field(default_factory=list)
    read: int = 0
    """Number of texts that were read in this build."""
    names: tuple[str, ...] = ()
    """What all texts together teach: names of leaders that their rows are linked with."""

    @property
    def held_back(self) -> int:
        return self.rows.held_back + self.unread

    unread: int = 0
    photos: tuple[PictureFile, ...] = ()
    """Pictures that the register names."""


def survey(config: Config, memo: Memo, looked: Look | None, found: Found | None) -> Gathered:
    """Find the sources, in what was seen of content/ or where they are known already, and read the small files."""
    folder = config.content_folder
    if not folder.is_dir():
        raise fail("content-missing", Place("config.yaml"), name=config.content)
    found = found or find_sources(folder, looked)
    numbers = read_numbers(folder)
    register, lexicon, topics, findings = _lists(config, memo, numbers.topics)
    register, photos, more = _photos(config, memo, found, register)
    findings = [*findings, *more]
    standing = _standing(config, memo, found)
    gathered = Gathered(found, register, lexicon, standing, Numbers(numbers.leaders, topics), photos=photos)
    gathered.findings = [*found.findings, *findings]
    gathered.unread = len([f for f in gathered.findings if f.severity is Severity.SEVERE])
    gathered.findings.extend(standing.findings)
    return gathered


def _lists(
    config: Config, memo: Memo, numbers: tuple[Numbered, ...]
) -> tuple[Register, Lexicon, tuple[Numbered, ...], list[Finding]]:
    """Register and lexicon, parsed again only where their files changed."""
    key = digest(numbers, *(source_digest(config.content_folder, name) for name in (REGISTER, TOPICS)))
    note = memo.read("lists")
    if note and note[0] == key:
        leaders, entries, topics, findings = unpack(note[1])
        return Register(leaders), make_lexicon(entries), topics, list(findings)
    findings = []
    register = read_register(config, findings)
    lexicon, topics = read_lexicon(config, findings, numbers)
    memo.note("lists", (key, pack((register.leaders, lexicon.entries, topics, tuple(findings)))))
    return register, lexicon, topics, findings


def _photos(
    config: Config, memo: Memo, found: Found, register: Register
) -> tuple[Register, tuple[PictureFile, ...], tuple[Finding, ...]]:
    """The register with its pictures, which are looked at again only where one of them or the register changed."""
    named = {path for person in register.leaders if person.photo for path in places(REGISTER, person.photo.name)}
    if not named:
        return register, (), ()
    stamps = [found.stamps[name] for name in sorted(named & found.pictures)]
    key = digest(register.leaders, tuple(sorted(named)), tuple(map(str, stamps)))
    note = memo.read("photos")
    if note and note[0] == key and all(stamps):
        leaders, pictures, findings = unpack(note[1])
        return Register(leaders), pictures, findings
    made, pictures, found_wrong = with_photos(register, config.content_folder, found.pictures)
    memo.note("photos", (key, pack((made.leaders, pictures, tuple(found_wrong)))))
    return made, pictures, tuple(found_wrong)


def _standing(config: Config, memo: Memo, found: Found) -> StandingTexts:
    """Standing pages, made again only where one of them or any picture changed."""
    names = [*found.standing, *sorted(found.pictures)] if found.standing else []
    key = [(name, found.stamps[name]) for name in names]
    note = memo.read("standing")
    if note and note[0] == key and all(stamp for _, stamp in key):
        texts, pictures, findings = unpack(note[1])
        return StandingTexts(texts, pictures, findings)
    made = read_standing(config.content_folder, found.standing, found.pictures)
    memo.note("standing", (key, pack((made.texts, made.pictures, made.findings))))
    return made
