"""`bulletin leaders`: what the whole site teaches about its leaders, as a register to correct; adds, never changes."""

import codecs
from dataclasses import field

from bulletin.build import read_site
from bulletin.config import Config
from bulletin.fields import end_of_list
from bulletin.findings import BulletinError, Finding, Place, fail, find
from bulletin.messages import speaks_chinese
from bulletin.people.propose import Proposal, propose
from bulletin.people.register import parse_register
from bulletin.people.register_text import added, as_yaml, keys_of, pinyin_ids
from bulletin.reports.decode import decode
from bulletin.storage.sources import REGISTER, read_bytes, write_bytes
from bulletin.values import dataclass


@dataclass
class Proposed:
    """What `bulletin leaders` found: new people, the YAML for them, doubtful cases and findings of reading."""

    people: tuple[Proposal, ...]
    text: str
    findings: list[Finding] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)


def propose_leaders(config: Config, write: bool = False) -> Proposed:
    """Propose people for the register of a site; with `write` add them to content/leaders.yaml.

    Raises BulletinError where the existing register cannot be read or added to; it is then left as it is.
    """
    site = read_site(config)
    path = config.content_folder / REGISTER
    data = b""
    if path.is_file():
        read = read_bytes(path)
        if isinstance(read, Finding):
            raise BulletinError(read)
        data = read
    broken = [f for f in site.findings if f.place.path.endswith(REGISTER) and f.severity == "severe"]
    if broken:
        raise BulletinError(broken[0])
    seen = [(article.issue, person) for article in site.articles for person in article.people]
    people, doubts = propose(seen, site.register)
    old = decode(data, REGISTER).text
    keys = keys_of(old, speaks_chinese())
    ids = pinyin_ids(people, site.register)
    items = as_yaml(people, ids, keys)
    place = Place(f"{config.content}/{REGISTER}")
    found = [find(doubt.id, place, **dict(doubt.values)) for doubt in doubts]
    if write and people:
        at, indent = end_of_list(old, REGISTER, ("leaders", "领导"))
        new = added(old, at, items, indent, keys["name"] != "name")
        register, _more = parse_register(new, REGISTER)
        if [p.name for p in register.leaders if p.name not in {q.name for q in people}] != [
            p.name for p in site.register.leaders
        ]:
            raise fail("register-form", place)
        write_bytes(path, _encoded(data, new))
    return Proposed(people, items, found, ids)


def _encoded(data: bytes, text: str) -> bytes:
    """`text` in the encoding of `data`, with its byte order mark."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return mark + text.encode(encoding)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode(decode(data, "").encoding or "utf-8")
