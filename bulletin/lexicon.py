"""The lexicon of topics: which words tell a topic, and how strongly.

Built in are the topics of county news (`data/topics.yaml`, where the format is told). A site's `topics.yaml` adds to them,
renames them (the same id with another name), replaces their words (`replace: true`), merges several into one (`merge:
[ids]`) or does without the whole set (`replace: true` at the top).
"""

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, cached_property

from bulletin.fields import Field, as_flag, as_text, as_words, parse_yaml, unknown_key, wrong
from bulletin.findings import Finding, fail
from bulletin.identity.likeness import text_digest
from bulletin.identity.numbers import Numbered, number
from bulletin.model import TopicEntry
from bulletin.packing import pack, unpack
from bulletin.patterns import pattern
from bulletin.people.beginnings import Beginnings
from bulletin.storage.compiled import kept_code
from bulletin.storage.program import program_digest
from bulletin.storage.shipped import read_shipped
from bulletin.values import dataclass

KEYS = ("id", "name", "words", "exclude", "introduction", "from", "to", "picks", "replace", "merge")
SET_PHRASES = (
    "新时代中国特色社会主义思想",
    "高质量发展",
    "经济社会发展",
    "人民群众",
    "生态文明思想",
    "全面从严治党",
    "乡村振兴局",
    "应急管理局",
    "生态环境局",
    "农业农村局",
    "交通运输局",
    "教育体育局",
    "教育局",
    "卫生健康局",
    "市场监督管理局",
    "文化和旅游局",
    "退役军人事务局",
    "人力资源和社会保障局",
)
ID = pattern("[a-z0-9][a-z0-9-]{0,63}")


@dataclass(frozen=True)
class Lexicon:
    """Topics in order, special ones (the editors') first; where to look for their words is worked out when it is asked for."""

    entries: tuple[TopicEntry, ...]

    @cached_property
    def weights(self) -> dict[str, tuple[tuple[str, float], ...]]:
        """Word -> (topic id, weight); nothing for one that is passed over."""
        weights: dict[str, tuple[tuple[str, float], ...]] = {}
        for entry in self.entries:
            id = entry.id
            for word, weight in entry.words:
                weights[word] = (*weights.get(word, ()), (id, weight))
            for phrase in entry.exclude:
                weights.setdefault(phrase, ())
        for phrase in SET_PHRASES:
            weights.setdefault(phrase, ())
        return weights

    @cached_property
    def points(self) -> dict[str, tuple[tuple[str, float], ...]]:
        """Word -> (topic id, what it counts). Words that only support count less than their weights say: many of them beside
        one that names the topic are still about that; the editors' own words count as they are written."""
        return {
            word: tuple((id, weight if id in self.special else counted(weight)) for id, weight in topics)
            for word, topics in self.weights.items()
        }

    @cached_property
    def begins(self) -> frozenset[str]:
        """The first two characters of the words, and those that are words alone."""
        return frozenset([word[:2] for word in self.weights])

    @cached_property
    def longest(self) -> int:
        """Characters of the longest word."""
        return max(map(len, self.weights), default=0)

    @cached_property
    def beginnings(self) -> Beginnings:
        """What finds the words."""
        return Beginnings(filter(None, self.weights))

    @cached_property
    def subjects(self) -> dict[str, tuple[str, ...]]:
        """The topics of the printed subjects that were asked for."""
        return {}

    @cached_property
    def offices(self) -> dict[str, tuple[str, ...]]:
        """The words in the posts that were asked for."""
        return {}

    @cached_property
    def special(self) -> frozenset[str]:
        """The ids of the editors' topics."""
        return frozenset(entry.id for entry in self.entries if entry.special)

    @cached_property
    def _by_id(self) -> dict[str, TopicEntry]:
        return {entry.id: entry for entry in reversed(self.entries)}

    def entry(self, id: str) -> TopicEntry:
        """The topic of this id. Raises KeyError."""
        return self._by_id[id]

    def named(self, text: str) -> TopicEntry | None:
        """The topic of this id or name."""
        return self._by_text.get(text)

    @cached_property
    def _by_text(self) -> dict[str, TopicEntry]:
        """Id or name -> topic; of several the first one counts."""
        return {text: entry for entry in reversed(self.entries) for text in (entry.id, entry.name)}


def counted(weight: float) -> float:
    """What a built-in word of this weight counts: 3 for 3, 1.7 for 2, 0.64 for 1."""
    return float(NAMES_IT * (weight / NAMES_IT) ** STEEPNESS)


NAMES_IT, STEEPNESS = 3.0, 1.4


def make_lexicon(entries: Iterable[TopicEntry]) -> Lexicon:
    return Lexicon(tuple(entries))


@cache
def built_in() -> tuple[TopicEntry, ...]:
    """The topics of county news that come with the program: their file is read once for all sites of a user."""
    name = f"topics-{program_digest()}"
    if kept := kept_code().read(name):
        with contextlib.suppress(ValueError, EOFError, TypeError, AttributeError):
            known: tuple[TopicEntry, ...] = unpack(kept)
            return known
    entries = parse_topics(read_shipped("topics.yaml"), "topics.yaml", special=False)[0]
    kept_code().write(name, pack(entries))
    return entries


def parse_topics(text: str, path: str, special: bool = True) -> tuple[tuple[TopicEntry, ...], bool, list[Finding]]:
    """(topics, whether they replace the built-in set, findings) of a topics.yaml. Raises BulletinError."""
    root = parse_yaml(text, path)
    entries: list[TopicEntry] = []
    findings: list[Finding] = []
    instead = False
    seen: dict[str, int] = {}
    for name, (key, field) in root.pairs().items():
        if name == "replace":
            instead = as_flag(field, name)
        elif name in ("topics", "专题"):
            for item in field.items or ():
                entry = _topic(item, special, findings)
                known = entry.id or entry.name
                if known in seen:
                    raise fail("id-taken", item.place, text=known, first=seen[known])
                seen[known] = item.place.line
                entries.append(entry)
        else:
            findings.append(unknown_key(key, ("topics", "replace")))
    return tuple(entries), instead, findings


CHINESE = {
    "编号": "id",
    "名称": "name",
    "词": "words",
    "词语": "words",
    "排除": "exclude",
    "导语": "introduction",
    "起": "from",
    "止": "to",
    "精选": "picks",
    "替换": "replace",
    "合并": "merge",
}


def _topic(item: Field, special: bool, findings: list[Finding]) -> TopicEntry:
    values: dict[str, Field] = {}
    for name, (key, field) in item.pairs().items():
        known = CHINESE.get(name, name)
        if known not in KEYS:
            findings.append(unknown_key(key, [*KEYS, *CHINESE]))
        else:
            values[known] = field
    if "name" not in values or values["name"].empty:
        raise fail("key-missing", item.place, key="name")
    id = as_text(values["id"], "id") if "id" in values else ""
    if id and not ID.fullmatch(id):
        raise fail("id-form", values["id"].place, text=id)
    text = {k: as_text(values[k], k) if k in values else "" for k in ("name", "introduction", "from", "to")}
    words = _words(values["words"]) if "words" in values else ()
    exclude = as_words(values["exclude"], "exclude") if "exclude" in values else ()
    return TopicEntry(
        id, text["name"], words, exclude, text["introduction"], text["from"], text["to"], special,
        as_words(values["merge"], "merge") if "merge" in values else (),
        as_flag(values["replace"], "replace") if "replace" in values else False,
        as_words(values["picks"], "picks") if "picks" in values else (),
    )  # fmt: skip


def _words(field: Field) -> tuple[tuple[str, float], ...]:
    """A list of words (weight 3 each), or a mapping word: weight."""
    if field.entries is None:
        return tuple((word, 3.0) for word in as_words(field, "words"))
    pairs = []
    for key, value in field.entries:
        try:
            pairs.append((key.text or "", float(as_text(value, "words"))))
        except ValueError:
            raise wrong(value, "words", "1 … 3") from None
    return tuple(pairs)


def number_topics(
    own: Sequence[TopicEntry], before: Iterable[Numbered]
) -> tuple[tuple[TopicEntry, ...], tuple[Numbered, ...]]:
    """The site's topics, each with an id: its own, that of the built-in topic of its name, or a number that never moves.

    Returns them with the numbers as they are afterwards.
    """
    by_name = {entry.name: entry.id for entry in built_in()}
    named = [replace(entry, id=entry.id or by_name.get(entry.name, "")) for entry in own]
    taken = [int(entry.id) for entry in named if entry.id.isdecimal()]
    wanted = [(e.name, text_digest(" ".join(sorted(word for word, _ in e.words)))) for e in named if not e.id]
    numbers, after = number(before, wanted, taken)
    return tuple(replace(entry, id=entry.id or str(numbers[entry.name])) for entry in named), after


def merge_topics(own: Sequence[TopicEntry], instead: bool) -> Lexicon:
    """The site's topics before the built-in ones.

    One with a built-in id or name takes its place and keeps its words (without, where it says `replace`); those named in
    `merge` give their words and are gone. `instead`: no built-in ones at all.
    """
    base = () if instead else built_in()
    by_name = {entry.id: entry for entry in base} | {entry.name: entry for entry in base}
    merged: list[TopicEntry] = []
    gone: set[str] = set()
    for entry in own:
        same = by_name.get(entry.id) or by_name.get(entry.name)
        given = [by_name[name] for name in entry.merge if name in by_name]
        gone.update(old.id for old in (same, *given) if old)
        givers = [*([same] if same and not entry.instead else []), *given]
        words = dict(pair for old in givers for pair in old.words) | dict(entry.words)
        exclude = tuple(phrase for old in givers for phrase in old.exclude) + entry.exclude
        merged.append(replace(entry, words=tuple(words.items()), exclude=exclude))
    return make_lexicon([*merged, *(entry for entry in base if entry.id not in gone)])
