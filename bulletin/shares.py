"""What months hold of leaders and topics, and the leaders and topics that these make together.

In: the articles of a month in reading order, then the shares of all months. Out: everyone with a page in protocol order,
topics in the lexicon's order; lists are newest first. A share is made from its month alone, so a month in which nothing
changed is not looked at again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bulletin.briefs import NO_BRIEFS, Briefs, LeaderBrief, leader_brief, topic_brief
from bulletin.identity.numbers import Numbered, number
from bulletin.lexicon import Lexicon
from bulletin.model import Person, PlacedArticle, Post, RegisteredLeader, TopicEntry
from bulletin.outline import (
    Activity,
    Leader,
    LeaderMonth,
    LeaderShare,
    Said,
    Topic,
    TopicMonth,
    TopicShare,
)
from bulletin.parts import Load, digest
from bulletin.people.protocol import body_name, body_of, body_place
from bulletin.people.register import Register, posts_on


class Keeper:
    """Leaders and topics as they were made last time, by the digest of what they were made from."""

    def __init__(self, kept: "dict[str, Leader | Topic] | None") -> None:
        self.kept = {} if kept is None else kept
        self.used: dict[str, Leader | Topic] = {}

    def leader(self, recipe: str) -> Leader | None:
        found = self.kept.get(recipe)
        return found if isinstance(found, Leader) else None

    def topic(self, recipe: str) -> Topic | None:
        found = self.kept.get(recipe)
        return found if isinstance(found, Topic) else None

    def keep(self, recipe: str, made: Leader | Topic) -> None:
        """Keep what was made, without its months, which are at hand next time."""
        self.used[recipe] = replace(made, months=())  # type: ignore[arg-type]

    def done(self) -> None:
        """Forget what was not used."""
        self.kept.clear()
        self.kept.update(self.used)


def key_of(person: Person) -> str:
    """What a person is known by in the whole bulletin: the register's id, else the name."""
    return person.id or person.name


def newest_first(item: PlacedArticle) -> tuple[int, int, int]:
    """Issue, then day of the event, both newest first; then reading order."""
    day = item.article.event or item.article.issue
    return -item.article.issue.toordinal(), -day.toordinal(), item.number


def _day(placed: PlacedArticle) -> date:
    return placed.article.event or placed.article.issue


def _said(placed: PlacedArticle) -> Iterator[Said]:
    """The statements of an article, in its order."""
    if not placed.article.statements:
        return
    keys = {person.name: key_of(person) for person in placed.article.people}
    link = placed.link
    for statement in placed.article.statements:
        yield Said(statement, link, keys.get(statement.speaker, statement.speaker))


def leader_months(shown: Sequence[PlacedArticle], register: Register) -> dict[str, LeaderMonth]:
    """Key -> what one month holds of that person; `shown` is in reading order."""
    found: dict[str, list[tuple[PlacedArticle, Person]]] = {}
    said: dict[str, list[Said]] = {}
    for placed in shown:
        for person in placed.article.people:
            found.setdefault(key_of(person), []).append((placed, person))
        for item in _said(placed):
            said.setdefault(item.leader, []).append(item)
    entries = {entry.id or entry.name: entry for entry in register.leaders}
    months: dict[str, LeaderMonth] = {}
    for key in dict.fromkeys((*found, *said)):
        seen = sorted(found.get(key, ()), key=lambda pair: newest_first(pair[0]))
        activities = tuple(
            Activity(
                placed.link, _day(placed), person.roles or ("出席",),
                posts_of_the_day(person, entries.get(key), placed.article.issue),
            )
            for placed, person in seen
        )  # fmt: skip
        companions = _counted(placed for placed, _ in seen)
        companions.pop(key, None)
        months[key] = LeaderMonth(activities, tuple(reversed(said.get(key, ()))), tuple(sorted(companions.items())))
    return months


def topic_months(shown: Sequence[PlacedArticle]) -> dict[str, TopicMonth]:
    """Id -> what one month holds of that topic."""
    articles: dict[str, list[PlacedArticle]] = {}
    said: dict[str, list[Said]] = {}
    for placed in sorted(shown, key=newest_first):
        for id in placed.article.topics:
            articles.setdefault(id, []).append(placed)
        for item in _said(placed):
            if item.statement.topic:
                said.setdefault(item.statement.topic, []).append(item)
    months: dict[str, TopicMonth] = {}
    for id in dict.fromkeys((*articles, *said)):
        own = articles.get(id, [])
        pictured = next((placed for placed in own if placed.article.pictures), None)
        activities = tuple(Activity(placed.link, _day(placed), (), ()) for placed in own)
        people = tuple(sorted(_counted(own).items()))
        together = Counter(other for placed in own for other in placed.article.topics if other != id)
        months[id] = TopicMonth(
            activities,
            tuple(said.get(id, ())),
            people,
            tuple(sorted(together.items())),
            own[0] if own else None,
            pictured,
        )
    return months


def _counted(articles: Iterable[PlacedArticle]) -> dict[str, int]:
    """Key of a person -> number of the articles that name that person."""
    counts: dict[str, int] = {}
    for placed in articles:
        for person in placed.article.people:
            key = key_of(person)
            counts[key] = counts.get(key, 0) + 1
    return counts


def with_a_page(
    people: Iterable[str], months: Sequence[Mapping[str, LeaderShare]], register: Register, fewest: int
) -> tuple[str, ...]:
    """Keys of those who have a page, in the order of `people`: somebody outside the register needs `fewest` reports."""
    registered = {p.id or p.name: p for p in register.leaders}
    chosen = []
    for key in dict.fromkeys(people):
        entry = registered.get(key)
        if entry.visible if entry else sum(month[key].count for month in months if key in month) >= fewest:
            chosen.append(key)
    return tuple(chosen)


def number_leaders(
    keys: Iterable[str], register: Register, before: tuple[Numbered, ...]
) -> tuple[dict[str, str], tuple[Numbered, ...]]:
    """Key -> id: the register's, else a number that never moves; and the numbers as they are afterwards."""
    ids = {p.id for p in register.leaders if p.id}
    taken = [int(id) for id in ids if id.isdecimal()]
    numbers, after = number(before, ((key, "") for key in keys if key not in ids), taken)
    return {key: str(numbers.get(key, key)) for key in keys}, after


def make_leaders(
    keys: Sequence[str], months: Sequence[Mapping[str, LeaderShare]], register: Register, ids: Mapping[str, str],
    newest: date, load: Load, keeper: Keeper, briefs: Briefs = NO_BRIEFS,
) -> tuple[Leader, ...]:  # fmt: skip
    """The leaders of `keys`, in protocol order; `months` is oldest first."""
    registered = {p.id or p.name: p for p in register.leaders}
    leaders: list[Leader] = []
    for key in keys:
        shares = tuple(month[key] for month in reversed(months) if key in month)
        entry = registered.get(key)
        recipe = digest("leader", key, entry, shares, newest, ids[key])
        leader = keeper.leader(recipe)
        if leader is None:
            leader = make_leader(key, entry, shares, newest, ids[key], load, briefs)
        keeper.keep(recipe, leader)
        leaders.append(replace(leader, months=shares))
    return tuple(sorted(leaders, key=lambda leader: (leader.order, leader.name, leader.key)))


def make_leader(
    key: str, entry: RegisteredLeader | None, shares: tuple[LeaderShare, ...], newest: date, id: str, load: Load,
    briefs: Briefs = NO_BRIEFS,
) -> Leader:  # fmt: skip
    """A leader out of the shares of months, newest first."""
    months = [briefs.leaders.get(share.part.digest) or leader_brief(load(share.part)) for share in shares]
    printed = next((month.posts for month in months if month.posts), ())
    current = tuple(post.text for post in posts_on(entry, newest)) if entry else printed
    ended = [post.end for post in entry.posts if post.end] if entry else []
    former = max(ended) if entry and not current and ended else None
    history = tuple(sorted(entry.posts, key=_post_order)) if entry else _seen_posts(months)
    last = current or ((history[0].text,) if history else printed)
    body, rank = _body(entry, newest, tuple(part for post in last for part in post.split("、")))
    own = min((p.rank for p in entry.posts if p.rank and p.held_on(newest)), default=0) if entry else 0
    order = (body_place(body), own or 1000 + rank, entry.place if entry else 10**6)
    return Leader(
        key, id, entry.name if entry else key, f"leaders/{id}/index.html", order, body, last, history,
        sum(share.count for share in shares), next(month.latest for month in months if month.latest),
        _summed(month.companions for month in months), shares, former, entry,
    )  # fmt: skip


def _summed(counts: Iterable[tuple[tuple[str, int], ...]]) -> tuple[tuple[str, int], ...]:
    total: dict[str, int] = {}
    for month in counts:
        for key, count in month:
            total[key] = total.get(key, 0) + count
    return tuple(sorted(total.items()))


def posts_of_the_day(person: Person, entry: RegisteredLeader | None, day: date) -> tuple[str, ...]:
    """As printed in the report; where the report prints none, as the register has it for that day."""
    if person.titles:
        return person.titles
    return tuple(post.text for post in posts_on(entry, day)) if entry else ()


def _body(entry: RegisteredLeader | None, newest: date, posts: tuple[str, ...]) -> tuple[str, int]:
    body, rank = body_of(posts)
    if entry:
        held = [p.body for p in entry.posts if p.body and p.held_on(newest)] or [p.body for p in entry.posts if p.body]
        body = body_name(held[0]) if held else body
    return body, rank


def _post_order(post: Post) -> tuple[int, int, str]:
    return (-(post.start or date.min).toordinal(), -(post.end or date.max).toordinal(), post.text)


def _seen_posts(months: Iterable[LeaderBrief]) -> tuple[Post, ...]:
    """Posts as the archive saw them, with the first and last day they were printed; newest first."""
    days: dict[str, list[date]] = {}
    for month in months:
        for text, first, last in month.seen:
            days.setdefault(text, []).extend((first, last))
    posts = [Post(text, start=min(d), end=max(d)) for text, d in days.items()]
    return tuple(sorted(posts, key=_post_order))


def make_topics(
    months: Sequence[Mapping[str, TopicShare]], lexicon: Lexicon, load: Load, keeper: Keeper, briefs: Briefs = NO_BRIEFS
) -> tuple[Topic, ...]:
    """Topics that have an article, in the lexicon's order; `months` is oldest first."""
    topics: list[Topic] = []
    for entry in lexicon.entries:
        shares = tuple(month[entry.id] for month in reversed(months) if entry.id in month)
        if any(share.count for share in shares):
            recipe = digest("topic", entry, shares)
            topic = keeper.topic(recipe) or make_topic(entry, shares, load, briefs)
            keeper.keep(recipe, topic)
            topics.append(replace(topic, months=shares))
    return tuple(topics)


def make_topic(entry: TopicEntry, shares: tuple[TopicShare, ...], load: Load, briefs: Briefs = NO_BRIEFS) -> Topic:
    """A topic out of the shares of months, newest first."""
    months = [briefs.topics.get(share.part.digest) or topic_brief(load(share.part)) for share in shares]
    at = next(i for i, month in enumerate(months) if month.latest)
    pictured = next((i for i, month in enumerate(months) if month.pictured), at)
    shown = load(shares[pictured].part)
    top = shown.pictured or shown.newest
    latest = months[at].latest
    assert latest
    assert top
    return Topic(
        entry, f"topics/{entry.id}/index.html", sum(share.count for share in shares),
        next(month.first for month in reversed(months) if month.first), latest, top,
        _summed(month.people for month in months), _summed(month.together for month in months), shares,
    )  # fmt: skip
