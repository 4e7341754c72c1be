"""A register proposed from what was read: who, which posts, from the first to the last day they were printed.

In come (day, person) for every leader of every report, out come proposals in protocol order and the cases that a person
has to decide: names one character apart, one name with posts that two people must hold. People whom the register knows
are not proposed again. A period is proposed only where one post follows another; else the days are told as a comment.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bulletin.model import Person
from bulletin.people.fold import mend
from bulletin.people.posts import FUNCTIONAL, same_post
from bulletin.people.protocol import body_of, body_place, rank_of
from bulletin.people.register import Register
from bulletin.values import dataclass

SUPERIORS = 100
"""People from above the county come last in a county's register."""
FEW, MANY = 2, 3
"""A name printed at most FEW times beside one printed MANY times may be a misspelling of it."""


@dataclass(frozen=True, slots=True)
class SeenPost:
    """Posts that one person was printed with together (县委副书记、县长), with the first and the last day."""

    text: str
    first: date
    last: date
    reports: int
    start: date | None = None
    """The first day of the period, where another post ended before it."""
    end: date | None = None
    """The last day of the period, where another post began after it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A person for the register."""

    name: str
    posts: tuple[SeenPost, ...]
    first: date
    last: date
    reports: int
    body: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that only a person can decide: `id` is the finding's, `values` fill its sentence."""

    id: str
    values: tuple[tuple[str, object], ...]


def propose(seen: Iterable[tuple[date, Person]], register: Register) -> tuple[tuple[Proposal, ...], tuple[Doubt, ...]]:
    """Proposals in protocol order, and what is doubtful. The order of `seen` makes no difference."""
    people: dict[str, list[tuple[date, tuple[str, ...]]]] = {}
    for day, person in seen:
        people.setdefault(person.name, []).append((day, _offices(person.titles)))
    proposals = {name: _proposal(name, sorted(days)) for name, days in people.items()}
    doubts = (*_one_apart(proposals, register), *_two_at_once(proposals.values(), people))
    new = [p for p in proposals.values() if not register.named(p.name)]
    return tuple(sorted(new, key=_protocol)), doubts


def _offices(titles: Sequence[str]) -> tuple[str, ...]:
    """The posts among printed titles, each in its fullest wording and without what a broken conversion left in it."""
    posts = [t for title in titles if not FUNCTIONAL.search(t := mend(title))]
    longer = {t for t in posts for other in posts if len(other) > len(t) and same_post(t, other)}
    return tuple(t for t in posts if t not in longer)


def _protocol(proposal: Proposal) -> tuple[int, int, str]:
    texts = tuple(post for seen in proposal.posts for post in seen.text.split("、"))
    body, rank = body_of(texts)
    return rank or SUPERIORS, body_place(body), proposal.name


def _proposal(name: str, days: Sequence[tuple[date, tuple[str, ...]]]) -> Proposal:
    """One person's posts: what is printed as a part of a longer form belongs to it."""
    printed = Counter(posts for _, posts in days if posts)
    forms: list[tuple[str, ...]] = []
    for posts in sorted(printed, key=lambda p: (-len(p), -printed[p], p)):
        if not any(_part_of(posts, form) for form in forms):
            forms.append(posts)
    groups: dict[tuple[str, ...], list[date]] = {form: [] for form in forms}
    for day, posts in days:
        home = [form for form in forms if posts and _part_of(posts, form)]
        if home:
            near = min(home, key=lambda f: _distance(day, groups[f]))
            groups[near].append(day)
    found = [SeenPost("、".join(form), min(d), max(d), len(d)) for form, d in groups.items() if d]
    body, _ = body_of(tuple(p for form in forms for p in form))
    return Proposal(name, _in_periods(found), days[0][0], days[-1][0], len(days), body)


def _part_of(posts: Sequence[str], form: Sequence[str]) -> bool:
    """Whether every post is, in this or a like wording, one of `form`."""
    return all(any(same_post(post, other) for other in form) for post in posts)


def _distance(day: date, days: Sequence[date]) -> int:
    return min((abs((day - other).days) for other in days), default=0)


def _in_periods(posts: Sequence[SeenPost]) -> tuple[SeenPost, ...]:
    """Posts by first day; where one ends before the next begins, both get the border between them."""
    ordered = sorted(posts, key=lambda p: (p.first, p.last, p.text))
    made: list[SeenPost] = []
    for i, post in enumerate(ordered):
        following = [p for p in ordered[i + 1 :] if p.first > post.last]
        before = [p for p in ordered[:i] if p.last < post.first]
        start = post.first if before and len(before) == i else None
        end = following[0].first - timedelta(days=1) if following and len(following) == len(ordered) - i - 1 else None
        made.append(SeenPost(post.text, post.first, post.last, post.reports, start, end))
    return tuple(made)


def _one_apart(proposals: dict[str, Proposal], register: Register) -> Iterable[Doubt]:
    """Names of one length that differ in one character, where one is rare and a post is the same."""
    holes: dict[tuple[int, str, str], list[str]] = {}
    for name in sorted({*proposals, *register.names}):
        for i in range(len(name)):
            if len(name) > 2:
                holes.setdefault((i, name[:i], name[i + 1 :]), []).append(name)
    for names in holes.values():
        for i, one in enumerate(names):
            for other in names[i + 1 :]:
                if pair := _rare_and_usual(one, other, proposals, register):
                    rare, usual = pair
                    values = (("name", rare.name), ("reports", rare.reports), ("day", rare.first), ("other", usual))
                    yield Doubt("leader-one-apart", values)


def _rare_and_usual(
    one: str, other: str, proposals: dict[str, Proposal], register: Register
) -> tuple[Proposal, str] | None:
    """(the rare one, the usual name) of two names that are likely one person's."""
    for rare, usual in ((one, other), (other, one)):
        seen, more = proposals.get(rare), proposals.get(usual)
        if seen is None or register.named(rare) or seen.reports > FEW:
            continue
        registered = register.named(usual)
        if not registered and (more is None or more.reports < MANY):
            continue
        posts = [p.text for p in more.posts] if more else []
        posts += [post.text for person in registered for post in person.posts]
        if not seen.posts or any(_part_of(s.text.split("、"), p.split("、")) for s in seen.posts for p in posts):
            return seen, usual
    return None


def _two_at_once(
    proposals: Iterable[Proposal], people: dict[str, list[tuple[date, tuple[str, ...]]]]
) -> Iterable[Doubt]:
    """One name with posts of two bodies that stand in turn over the same days and never together: two people?"""
    for proposal in sorted(proposals, key=lambda p: p.name):
        posts = proposal.posts
        for i, one in enumerate(posts):
            for other in posts[i + 1 :]:
                overlap = one.first <= other.last and other.first <= one.last
                together = any(
                    _holds(titles, one.text) and _holds(titles, other.text) for _, titles in people[proposal.name]
                )
                if overlap and not together and _bodies(one.text).isdisjoint(_bodies(other.text)):
                    values = (("name", proposal.name), ("one", one.text), ("other", other.text))
                    yield Doubt("leader-two-posts", values)


def _holds(titles: Sequence[str], text: str) -> bool:
    return any(same_post(title, part) for title in titles for part in text.split("、"))


def _bodies(text: str) -> set[str]:
    return {rank_of(part)[0] for part in text.split("、")}
