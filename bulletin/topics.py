"""Which topics a report belongs to: a lexicon with weights, more for the headline, then the lead, then the body.

Built in: the topics of county news (`data/topics.yaml`); a site's `topics.yaml` adds, replaces and renames. Set phrases
(in `exclude`) count for nothing. At most four topics a report.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import accumulate
from operator import add

from bulletin.fields import Field, as_flag, as_text, as_words, parse_yaml, unknown_key, wrong
from bulletin.findings import Finding, fail
from bulletin.model import TopicEntry

TITLE, LEAD, BODY = 4.0, 2.0, 1.0
MOST_A_WORD = 3
FIRST, THRESHOLD = 3.0, 6.0
SHARE = 0.45
SPECIAL = 5.0
MOST = 4
SUBJECT = 6.0
"""What a printed subject (就做好…工作) adds to its topic."""
KEYS = ("id", "name", "words", "exclude", "introduction", "from", "to", "replace")
SET_PHRASES = (
    "习近平新时代中国特色社会主义思想",
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
    "县总工会",
    "县妇联",
    "县残联",
)
ID = re.compile("[a-z0-9][a-z0-9-]{0,63}")


@dataclass(frozen=True)
class Lexicon:
    """Topics in order, special ones (the editors') first, and an index of all their words."""

    entries: tuple[TopicEntry, ...]
    weights: dict[str, tuple[tuple[str, float], ...]]
    """Word -> (topic id, weight)."""
    index: dict[str, tuple[str, ...]]
    """First two characters (one, for a word of one) -> words."""

    def entry(self, id: str) -> TopicEntry:
        return next(e for e in self.entries if e.id == id)

    def named(self, text: str) -> TopicEntry | None:
        """The topic of this id or name."""
        return next((e for e in self.entries if text in (e.id, e.name)), None)


def make_lexicon(entries: Iterable[TopicEntry]) -> Lexicon:
    entries = tuple(entries)
    weights: dict[str, list[tuple[str, float]]] = {}
    for entry in entries:
        for word, weight in entry.words:
            weights.setdefault(word, []).append((entry.id, weight))
        for phrase in entry.exclude:
            weights.setdefault(phrase, [])
    for phrase in SET_PHRASES:
        weights.setdefault(phrase, [])
    index: dict[str, list[str]] = {}
    for word in sorted(weights):
        if word:
            index.setdefault(word[:2], []).append(word)
    return Lexicon(entries, {w: tuple(t) for w, t in weights.items()}, {k: tuple(w) for k, w in index.items()})


@cache
def built_in() -> tuple[TopicEntry, ...]:
    """The topics of county news that come with the program."""
    text = (resources.files("bulletin") / "data" / "topics.yaml").read_text("utf-8")
    return parse_topics(text, "topics.yaml", special=False)[0]


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
                if entry.id in seen:
                    raise fail("id-taken", item.place, text=entry.id, first=seen[entry.id])
                seen[entry.id] = item.place.line
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
}


def _topic(item: Field, special: bool, findings: list[Finding]) -> TopicEntry:
    values: dict[str, Field] = {}
    for name, (key, field) in item.pairs().items():
        known = CHINESE.get(name, name)
        if known not in KEYS:
            findings.append(unknown_key(key, [*KEYS, *CHINESE]))
        else:
            values[known] = field
    for needed in ("id", "name"):
        if needed not in values or values[needed].empty:
            raise fail("key-missing", item.place, key=needed)
    id = as_text(values["id"], "id")
    if not ID.fullmatch(id):
        raise fail("id-form", values["id"].place, text=id)
    text = {k: as_text(values[k], k) if k in values else "" for k in ("name", "introduction", "from", "to")}
    words = _words(values["words"]) if "words" in values else ()
    exclude = as_words(values["exclude"], "exclude") if "exclude" in values else ()
    return TopicEntry(id, text["name"], words, exclude, text["introduction"], text["from"], text["to"], special)


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


def merge_topics(own: Sequence[TopicEntry], instead: bool) -> Lexicon:
    """The site's topics before the built-in ones; one with a built-in id or name takes its place, keeping its words."""
    base = () if instead else built_in()
    by_id = {entry.id: entry for entry in base} | {entry.name: entry for entry in base}
    merged = []
    replaced: set[str] = set()
    for entry in own:
        if old := by_id.get(entry.id) or by_id.get(entry.name):
            replaced.add(old.id)
            entry = replace(
                entry, words=tuple(dict(old.words + entry.words).items()), exclude=old.exclude + entry.exclude
            )
        merged.append(entry)
    return make_lexicon([*merged, *(entry for entry in base if entry.id not in replaced)])


def words_in(text: str, lexicon: Lexicon) -> list[tuple[int, str]]:
    """(place, word) of the lexicon's words in `text`, in order; of words that overlap the first and longest counts.

    Only words whose first two characters stand in the text are looked for, so that a long lexicon costs little.
    """
    pairs = set(map(add, text, text[1:])) | set(text)
    found: list[tuple[int, int, str]] = []
    for pair in pairs & lexicon.index.keys():
        for word in lexicon.index[pair]:
            at = text.find(word)
            while at >= 0:
                found.append((at, -len(word), word))
                at = text.find(word, at + len(word))
    found.sort()
    kept: list[tuple[int, str]] = []
    end = 0
    for at, length, word in found:
        if at >= end:
            kept.append((at, word))
            end = at - length
    return kept


def score_topics(title: str, paragraphs: Sequence[str], lexicon: Lexicon) -> dict[str, float]:
    """Topic id -> score; a word counts once a paragraph and at most three times in a report."""
    scores: dict[str, float] = {}
    seen: dict[str, int] = {}
    parts = [title, *paragraphs]
    starts = list(accumulate((len(part) + 1 for part in parts), initial=0))
    last: dict[str, int] = {}
    for at, word in words_in("\n".join(parts), lexicon):
        part = bisect_right(starts, at) - 1
        if last.get(word) == part or seen.get(word, 0) >= MOST_A_WORD:
            continue
        last[word] = part
        seen[word] = seen.get(word, 0) + 1
        factor = TITLE if part == 0 else LEAD if part == 1 else BODY
        for id, weight in lexicon.weights[word]:
            scores[id] = scores.get(id, 0.0) + weight * factor
    return scores


def find_topics(
    title: str, paragraphs: Sequence[str], lexicon: Lexicon, subjects: Iterable[str] = ()
) -> tuple[str, ...]:
    """At most four topic ids, the strongest first. `subjects` are the printed subjects of statements, strong signs."""
    scores = score_topics(title, paragraphs, lexicon)
    printed = {id for subject in subjects for id in subject_topics(subject, lexicon)}
    for id in printed:
        scores[id] = scores.get(id, 0.0) + SUBJECT
    if not scores:
        return ()
    best = max(scores.values())
    order = {entry.id: i for i, entry in enumerate(lexicon.entries)}
    special = {entry.id for entry in lexicon.entries if entry.special}

    def counts(id: str, score: float) -> bool:
        if id in special:
            return score >= SPECIAL
        if id in printed:
            return score >= THRESHOLD
        return score >= FIRST if score == best else score >= max(THRESHOLD, best * SHARE)

    chosen = [id for id, score in scores.items() if counts(id, score)]
    chosen.sort(key=lambda id: (-scores[id], order[id]))
    return tuple(chosen[:MOST])


def subject_topics(subject: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The topics that a printed subject (安全生产, 秋冬季疫情防控) names."""
    scores: dict[str, float] = {}
    for _, word in words_in(subject, lexicon):
        for id, weight in lexicon.weights[word]:
            scores[id] = scores.get(id, 0.0) + weight
    best = max(scores.values(), default=0)
    return tuple(id for id, score in scores.items() if score == best and score >= 2)[:1]
