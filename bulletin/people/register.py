"""The register (leaders.yaml): who held which post, when, in which order. It is the authority over every guess."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from bulletin.fields import Field, as_flag, as_number, as_text, as_words, parse_day, parse_yaml, unknown_key
from bulletin.findings import Finding, fail
from bulletin.model import Photo, Post, RegisteredLeader
from bulletin.patterns import pattern
from bulletin.values import dataclass

LEADER_KEYS = {
    "编号": "id", "姓名": "name", "别名": "aliases", "职务": "posts", "说明": "note", "分工": "duties", "简历": "bio", "公开": "visible",
    "性别": "gender", "民族": "ethnic", "照片": "photo", "电话": "phone", "邮箱": "email", "排序": "rank",
}  # fmt: skip
POST_KEYS = {
    "机构": "body",
    "职务": "text",
    "起": "from",
    "止": "to",
    "排序": "rank",
    "代": "acting",
    "别名": "aliases",
    "依据": "source",
}
LEADERS = (*dict.fromkeys(LEADER_KEYS.values()), "disambiguation")
POSTS = (*POST_KEYS.values(), "party_post", "office_post")
ID = pattern("[a-z0-9][a-z0-9-]{0,63}")
MONTH = pattern("^(?P<year>[0-9]{4})(?:[-/.年](?P<month>[0-9]{1,2})月?)?年?$")


@dataclass(frozen=True)
class Register:
    """The people of the register, in its order; empty where a site has none."""

    leaders: tuple[RegisteredLeader, ...] = ()

    def named(self, name: str) -> tuple[RegisteredLeader, ...]:
        """All people of this name or alias."""
        return self._named.get(name, ())

    def by_id(self, id: str) -> RegisteredLeader | None:
        return self._by_id.get(id)

    @cached_property
    def _named(self) -> dict[str, tuple[RegisteredLeader, ...]]:
        named: dict[str, tuple[RegisteredLeader, ...]] = {}
        for person in self.leaders:
            for name in dict.fromkeys((person.name, *person.aliases)):
                named[name] = (*named.get(name, ()), person)
        return named

    @cached_property
    def _by_id(self) -> dict[str, RegisteredLeader]:
        return {person.id: person for person in reversed(self.leaders)}

    @cached_property
    def names(self) -> frozenset[str]:
        """All names and aliases."""
        return frozenset(n for p in self.leaders for n in (p.name, *p.aliases))

    @cached_property
    def people(self) -> dict[str, tuple[str, ...]]:
        """Id or name -> the names of that person; an id comes before a name, of equal names the first one counts."""
        by_name = {n: (p.name, *p.aliases) for p in reversed(self.leaders) for n in (*p.aliases, p.name)}
        return by_name | {p.id: (p.name, *p.aliases) for p in self.leaders if p.id}


def posts_on(leader: RegisteredLeader, day: date) -> tuple[Post, ...]:
    """The posts held on `day`, in the register's order."""
    return tuple(post for post in leader.posts if post.held_on(day))


def parse_register(text: str, path: str) -> tuple[Register, list[Finding]]:
    """Parse a leaders.yaml; raises BulletinError with the place of what is wrong."""
    root = parse_yaml(text, path)
    findings: list[Finding] = []
    people: list[RegisteredLeader] = []
    seen: dict[str, int] = {}
    items: Iterable[Field] = root.items or ()
    if root.entries is not None:
        items = ()
        for name, (key, field) in root.pairs().items():
            if name in ("leaders", "领导"):
                items = field.items or ()
            else:
                findings.append(unknown_key(key, ("leaders",)))
    for place, item in enumerate(items):
        person = _person(item, place, findings)
        if person.id and person.id in seen:
            raise fail("id-taken", item.place, text=person.id, first=seen[person.id])
        seen[person.id] = item.place.line
        people.append(person)
    return Register(tuple(people)), findings


def _values(item: Field, names: dict[str, str], known: Iterable[str], findings: list[Finding]) -> dict[str, Field]:
    values: dict[str, Field] = {}
    known = tuple(known)
    for name, (key, field) in item.pairs().items():
        if names.get(name, name) in known:
            values[names.get(name, name)] = field
        else:
            findings.append(unknown_key(key, [*known, *names]))
    return values


def _person(item: Field, place: int, findings: list[Finding]) -> RegisteredLeader:
    values = _values(item, LEADER_KEYS, LEADERS, findings)
    if "name" not in values or values["name"].empty:
        raise fail("key-missing", item.place, key="name")
    id = as_text(values["id"], "id") if "id" in values else ""
    if id and not ID.fullmatch(id):
        raise fail("id-form", values["id"].place, text=id)
    posts = tuple(_post(post, findings) for post in (values["posts"].items or ())) if "posts" in values else ()
    note = values.get("note") or values.get("disambiguation")
    return RegisteredLeader(
        id=id,
        name=as_text(values["name"], "name"),
        aliases=as_words(values["aliases"], "aliases") if "aliases" in values else (),
        posts=posts,
        note=as_text(note, "note") if note else "",
        duties=as_text(values["duties"], "duties") if "duties" in values else "",
        biography=as_text(values["bio"], "bio") if "bio" in values else "",
        visible=as_flag(values["visible"], "visible") if "visible" in values else True,
        place=place,
        photo=_photo(values["photo"]) if "photo" in values else None,
    )


def _photo(field: Field) -> Photo | None:
    name = as_text(field, "photo")
    return Photo(name, field.place.line, field.place.column) if name else None


def _post(item: Field, findings: list[Finding]) -> Post:
    if item.text is not None:
        return Post(item.text.strip())
    values = _values(item, POST_KEYS, POSTS, findings)
    text = as_text(values["text"], "text") if "text" in values else ""
    if not text:
        text = "、".join(as_text(values[k], k) for k in ("party_post", "office_post") if k in values)
    if not text:
        raise fail("key-missing", item.place, key="text")
    start = _period(values["from"], "from", False) if "from" in values else None
    end = _period(values["to"], "to", True) if "to" in values else None
    return Post(
        text,
        as_text(values["body"], "body") if "body" in values else "",
        start,
        end,
        as_text(values["from"], "from") if "from" in values else "",
        as_text(values["to"], "to") if "to" in values else "",
        as_number(values["rank"], "rank", 0, 9999) if "rank" in values else 0,
        as_text(values["acting"], "acting") if "acting" in values else "",
        as_words(values["aliases"], "aliases") if "aliases" in values else (),
    )


def _period(field: Field, key: str, last: bool) -> date | None:
    """A day, a month (2020-10) or a year; of the latter two the first or the last day. None for 今 or nothing."""
    text = as_text(field, key)
    if text in ("", "今", "至今"):
        return None
    if day := parse_day(text):
        return day
    match = MONTH.match(text)
    if not match or not 1 <= int(match["month"] or 1) <= 12:
        raise fail("date-impossible", field.place, text=text)
    year, month = int(match["year"]), int(match["month"] or (12 if last else 1))
    return date(year, month, monthrange(year, month)[1] if last else 1)
