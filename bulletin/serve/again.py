"""A save of known texts: what it changes is made anew, and all else is what it was, object by object.

In: what the last build has at hand (`Hand`), and the texts that were saved. Out: the same after the save; or None where more
than these texts and their months can have changed, and the engine has to look at everything: another day, a name that
nobody knew, a number on a masthead, an address that is not surely the one it was, somebody who has a page now.
What comes out is what the engine would give; it is the engine's own steps, for the few things that were touched.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from bulletin.addresses import reading_order, sighting
from bulletin.compose import Composed, first_count, make_issues
from bulletin.engine import Engine, Gathered
from bulletin.findings import Finding
from bulletin.identity.entries import Sighting
from bulletin.identity.matching import match
from bulletin.model import Article, Masthead, PlacedArticle
from bulletin.outline import Bulletin, Issue, LeaderShare, TopicShare, issue_head
from bulletin.pages.articles import lone_jumps
from bulletin.pages.related import subjects_of
from bulletin.parts import Load, Part
from bulletin.people.register import Register
from bulletin.rows import PackedRow, Row, unpacked
from bulletin.serve.entries import Ledger
from bulletin.settled import Settled
from bulletin.shares import key_of, leader_months, make_leader, make_topic, topic_months, with_a_page
from bulletin.storage.stamps import UNKNOWN
from bulletin.values import dataclass
from bulletin.work import ReadTask

Share = TypeVar("Share", LeaderShare, TopicShare)


@dataclass(frozen=True)
class Hand:
    """What each step of the engine gave."""

    engine: Engine
    gathered: Gathered
    settled: Settled
    months: tuple[Composed, ...]
    left_out: tuple[Finding, ...]
    """What composing had to say."""
    bulletin: Bulletin
    ledger: Ledger
    held: frozenset[str]
    """The texts of which something cannot be seen."""


class _MoreError(Exception):
    """More has to be looked at than what was saved."""


def again(hand: Hand, paths: Iterable[str], load: Load, articles: Callable[[Row], Sequence[Article]]) -> Hand | None:
    """The state after the texts `paths`, from content/, were saved. `articles` gives those of a row, in order."""
    try:
        gathered = _gathered(hand, sorted(paths))
        days = _days(hand, gathered, articles)
        months = tuple(_month(hand, composed, days, load) for composed in hand.months)
        bulletin = _bulletin(hand, months, load)
    except _MoreError:
        return None
    left_out = list(hand.left_out)
    for before, after in zip(hand.months, months, strict=True):
        if after is not before:
            left_out = _exchanged(left_out, before.findings, after.findings)
    return replace(hand, gathered=gathered, months=months, left_out=tuple(left_out), bulletin=bulletin)


def _gathered(hand: Hand, paths: Sequence[str]) -> Gathered:
    """What was gathered, with these texts read again."""
    before = hand.gathered
    read: list[Row] = []
    stamps, findings = dict(before.found.stamps), before.findings
    others = False
    task = ReadTask(before.names, tuple((path, UNKNOWN) for path in paths))
    for path, made in zip(paths, next(iter(hand.engine.do("read", [task], False))), strict=True):
        was = before.rows.get(path)
        row = unpacked(made.data) if isinstance(made, PackedRow) else None
        if row is None or was is None or _frame(row) != _frame(was):
            raise _MoreError
        read.append(row)
        stamps[path] = UNKNOWN
        findings = _exchanged(findings, was.found, row.found)
        others = others or row.taught != was.taught
    rows = before.rows.exchanged(read)
    if others and rows.taught != set(before.names):
        raise _MoreError
    return replace(before, rows=rows, findings=findings, found=replace(before.found, stamps=stamps))


def _frame(row: Row) -> tuple[object, ...]:
    """What of a row reaches beyond its own issue."""
    return row.day, row.masthead, row.held, bool(row.articles)


def _exchanged(findings: Iterable[Finding], old: Sequence[Finding], new: Sequence[Finding]) -> list[Finding]:
    found = list(findings)
    for finding in old:
        found.remove(finding)
    return [*found, *new]


def _days(hand: Hand, gathered: Gathered, articles: Callable[[Row], Sequence[Article]]) -> dict[date, list[Article]]:
    """Day of each issue in which a text was saved -> its articles in reading order, whose addresses are what they were."""
    before = hand.gathered.rows.by_name
    pairs = [
        (before[name].rows[path], row)
        for name, shelf in gathered.rows.by_name.items()
        if shelf is not before[name]
        for path, row in shelf.rows.items()
    ]
    touched = {row.day for was, row in pairs if row is not was and row.articles}
    old: dict[int, list[Article]] = {day: [] for day in touched}
    new: dict[int, list[Article]] = {day: [] for day in touched}
    for was, row in pairs:
        if row.day in touched:
            new[row.day].extend(articles(row))
            old[row.day].extend(articles(was))
    found: dict[date, list[Article]] = {}
    for ordinal in sorted(touched):
        day = date.fromordinal(ordinal)
        found[day] = sorted(new[ordinal], key=reading_order)
        seen = [sighting(article) for article in sorted(old[ordinal], key=reading_order)]
        if not _stay(hand, day, seen, [sighting(article) for article in found[day]]):
            raise _MoreError
    return found


def _stay(hand: Hand, day: date, before: Sequence[Sighting], after: Sequence[Sighting]) -> bool:
    """Whether all reports of an issue keep their addresses for sure, and nothing else is said of them.

    The ledger knows the same ones again, as themselves; those that are new stand in the same order. No entry has lost its
    report, so that none can be told to be the one of a new report, or of a copy.
    """
    if [_way(s) for s in before] != [_way(s) for s in after] or any(a.issue != day for a in after):
        return False
    entries, lost = hand.ledger.issue(day)
    unseen = hand.held.difference(s.path for s in after)
    here = [entry for entry in entries if not entry.to and entry.path not in unseen]
    was, now = match(here, before), match(here, after)
    if (was.sure, was.may) != (now.sure, now.may):
        return False
    own = set(now.sure.values())
    missed = any(i not in own and not entry.gone for i, entry in enumerate(here))
    return not missed and (len(own) == len(after) or not lost)


def _way(seen: Sighting) -> tuple[object, ...]:
    """What else decides about an address, besides likeness."""
    return seen.path, seen.place, seen.slug, seen.aliases


def _month(hand: Hand, before: Composed, days: Mapping[date, list[Article]], load: Load) -> Composed:
    """A month with the issues of these days composed anew."""
    if not any((day.year, day.month) == (before.month.year, before.month.month) for day in days):
        return before
    issues, changed = _issues(hand, before, days, load)
    shown = [placed for issue in issues for placed in issue.articles if not placed.article.withdrawn]
    whole = replace(
        before.month,
        heads=tuple(issue_head(issue) for issue in issues),
        issues=Part.of(tuple(issues)),
        people=tuple(dict.fromkeys(key_of(person) for placed in shown for person in placed.article.people)),
        shown=len(shown),
        subjects=Part.of(subjects_of(shown)),
    )
    leaders, topics = _shares_of(shown, changed, before, hand.gathered.register)
    return Composed(whole, leaders, topics, before.after, tuple(lone_jumps(issues)))


def _issues(
    hand: Hand, before: Composed, days: Mapping[date, list[Article]], load: Load
) -> tuple[list[Issue], list[PlacedArticle]]:
    """The issues of a month, those of these days made anew, and the articles that are other ones, as they were and are."""
    config, addresses = hand.engine.config, hand.settled.addresses((before.month.year, before.month.month))
    issues: list[Issue] = []
    changed: list[PlacedArticle] = []
    for issue in load(before.month.issues):
        if issue.date not in days:
            issues.append(issue)
            continue
        masthead = {issue.date: Masthead(None, issue.number, issue.total)}
        made, findings, _ = make_issues(days[issue.date], addresses, masthead, config, first_count(config))
        if findings or len(made) != 1 or len(made[0].articles) != len(issue.articles):
            raise _MoreError
        issues.extend(made)
        pairs = zip(issue.articles, made[0].articles, strict=True)
        changed.extend(placed for one, other in pairs if one.digest != other.digest for placed in (one, other))
    return issues, changed


def _shares_of(
    shown: Sequence[PlacedArticle], changed: Sequence[PlacedArticle], before: Composed, register: Register
) -> tuple[dict[str, LeaderShare], dict[str, TopicShare]]:
    """What a month holds of leaders and topics; only those that the changed articles name are looked at."""
    people, topics = _named(changed)
    year, month = before.month.year, before.month.month
    by_leader = leader_months([p for p in shown if people & _named([p])[0]], register)
    by_topic = topic_months([p for p in shown if topics & _named([p])[1]])
    leaders = {k: LeaderShare(year, month, len(m.activities), Part.of(m)) for k, m in by_leader.items() if k in people}
    subjects = {k: TopicShare(year, month, len(m.activities), Part.of(m)) for k, m in by_topic.items() if k in topics}
    return _with(before.leaders, people, leaders), _with(before.topics, topics, subjects)


def _named(placed: Iterable[PlacedArticle]) -> tuple[set[str], set[str]]:
    """Keys of the people and ids of the topics in whose lists these articles, or what is said in them, stand."""
    people: set[str] = set()
    topics: set[str] = set()
    for article in (item.article for item in placed):
        keys = {person.name: key_of(person) for person in article.people}
        people.update(keys.values(), (keys.get(s.speaker, s.speaker) for s in article.statements))
        topics.update(article.topics, (s.topic for s in article.statements if s.topic))
    return people, topics


def _with(before: Mapping[str, Share], touched: Iterable[str], made: Mapping[str, Share]) -> dict[str, Share]:
    """Shares of a month, the touched ones exchanged; one that is equal stays the same object."""
    after = dict(before)
    for key in touched:
        if key not in made:
            after.pop(key, None)
        elif after.get(key) != made[key]:
            after[key] = made[key]
    return after


def _bulletin(hand: Hand, months: tuple[Composed, ...], load: Load) -> Bulletin:
    """The bulletin, with the leaders and topics made anew of which a month holds something else."""
    before, config, register = hand.bulletin, hand.engine.config, hand.gathered.register
    leaders, topics = before.leaders, before.topics
    if config.leaders:
        people = (key for composed in months for key in composed.month.people)
        chosen = with_a_page(people, [composed.leaders for composed in months], register, config.fewest_reports)
        if set(chosen) != {leader.key for leader in leaders}:
            raise _MoreError
        touched = set(_touched((one.leaders, other.leaders) for one, other in zip(hand.months, months, strict=True)))
        newest = months[-1].month.heads[-1].date
        leaders = tuple(
            make_leader(one.key, one.entry, own, newest, one.id, load)
            if one.key in touched and (own := _shares((c.leaders for c in months), one.key))
            else one
            for one in leaders
        )
        leaders = tuple(sorted(leaders, key=lambda leader: (leader.order, leader.name, leader.key)))
    if config.topics:
        touched = set(_touched((one.topics, other.topics) for one, other in zip(hand.months, months, strict=True)))
        there = {topic.entry.id for topic in topics}
        for id in touched:
            if any(share.count for share in _shares((c.topics for c in months), id)) != (id in there):
                raise _MoreError
        topics = tuple(
            make_topic(one.entry, _shares((c.topics for c in months), one.entry.id), load)
            if one.entry.id in touched
            else one
            for one in topics
        )
    return replace(before, months=tuple(c.month for c in months), leaders=leaders, topics=topics)


def _touched(months: Iterable[tuple[Mapping[str, Share], Mapping[str, Share]]]) -> Iterator[str]:
    """Keys whose share of a month is another one."""
    for before, after in months:
        if before is not after:
            yield from (key for key in {**before, **after} if before.get(key) is not after.get(key))


def _shares(months: Iterable[Mapping[str, Share]], key: str) -> tuple[Share, ...]:
    """What the months hold of a leader or topic, newest first."""
    return tuple(month[key] for month in reversed(list(months)) if key in month)
