"""Articles to the bulletin: issues by date, leader and topic lists. All sorting is here, and every order is total.

Articles of an issue stand in the order of print page, weight, path (numbers in names count as numbers) and place in
their file. Lists of leaders and topics are newest first.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bulletin.config import Config
from bulletin.findings import Finding, Place, find
from bulletin.model import (
    Appearance,
    Article,
    Bulletin,
    Issue,
    Leader,
    Masthead,
    Person,
    PlacedArticle,
    Post,
    RegisteredLeader,
    Said,
    StandingText,
    Topic,
)
from bulletin.people.protocol import body_name, body_of, body_place
from bulletin.people.register import Register, posts_on
from bulletin.topics import Lexicon

DIGITS = re.compile("([0-9]+)")
RESERVED = "index"


@dataclass(frozen=True)
class Material:
    """What a bulletin is composed of besides its articles."""

    register: Register
    lexicon: Lexicon
    mastheads: Mapping[date, Masthead]
    standing: tuple[StandingText, ...]
    config: Config


def compose(articles: Iterable[Article], material: Material) -> tuple[Bulletin, list[Finding]]:
    """Put the bulletin together; returns it with what was held back."""
    issues, findings = make_issues(articles, material.mastheads, material.config)
    placed = [a for issue in issues for a in issue.articles if not a.article.withdrawn]
    newest = issues[-1].date if issues else date.min
    leaders = make_leaders(placed, material, newest) if material.config.leaders else ()
    keys = {leader.key for leader in leaders}
    topics = make_topics(placed, material.lexicon, keys) if material.config.topics else ()
    urls = tuple((leader.key, f"leaders/{leader.id}/index.html") for leader in leaders)
    names = tuple((entry.id, entry.name) for entry in material.lexicon.entries)
    return Bulletin(issues, leaders, topics, material.standing, urls, names), findings


def reading_order(article: Article) -> tuple[object, ...]:
    """The place of an article in its issue."""
    natural = tuple((int(p), "") if p.isdecimal() else (0, p) for p in DIGITS.split(article.path))
    return (article.page or 1, article.weight, natural, article.place, article.line)


def make_issues(
    articles: Iterable[Article], mastheads: Mapping[date, Masthead], config: Config
) -> tuple[tuple[Issue, ...], list[Finding]]:
    """Issues, oldest first; a second article with a taken slug is held back."""
    by_day: dict[date, list[Article]] = {}
    for article in articles:
        by_day.setdefault(article.issue, []).append(article)
    issues: list[Issue] = []
    findings: list[Finding] = []
    year, number, total = 0, 0, config.numbering.first_total - 1
    for day in sorted(by_day):
        number = number + 1 if day.year == year else config.numbering.first
        year = day.year
        total = total + 1 if config.numbering.first_total else 0
        printed = mastheads.get(day, Masthead())
        number, total = printed.number or number, printed.total or total
        url = f"{day:%Y/%m/%d}/"
        placed = tuple(_place(sorted(by_day[day], key=reading_order), url, findings))
        if placed:
            issues.append(Issue(day, f"{url}index.html", number, total, placed, _page_names(placed)))
    return tuple(issues), findings


def _place(articles: list[Article], folder: str, findings: list[Finding]) -> Iterable[PlacedArticle]:
    """Give each article its number and address."""
    taken: dict[str, str] = {}
    divided = any(article.page for article in articles)
    number = 0
    for article in articles:
        if article.slug and (article.slug in taken or article.slug == RESERVED):
            other = taken.get(article.slug, "the issue itself")
            findings.append(
                find("slug-taken", Place(article.path, article.line), url=f"{folder}{article.slug}.html", other=other)
            )
            continue
        number += 1
        name = article.slug or str(number)
        if article.slug:
            taken[article.slug] = article.path
        if divided and not article.page:
            article = replace(article, page=1)
        yield PlacedArticle(article, f"{folder}{name}.html", number)


def _page_names(placed: tuple[PlacedArticle, ...]) -> tuple[tuple[int, str], ...]:
    names: dict[int, str] = {}
    for item in placed:
        if item.article.page:
            names[item.article.page] = names.get(item.article.page) or item.article.page_name
    return tuple(sorted(names.items()))


def make_leaders(placed: list[PlacedArticle], material: Material, newest: date) -> tuple[Leader, ...]:
    """Everyone with a page, in protocol order; `placed` is oldest first."""
    seen: dict[str, list[tuple[PlacedArticle, Person]]] = {}
    for item in placed:
        for person in item.article.people:
            seen.setdefault(person.id or person.name, []).append((item, person))
    said: dict[str, list[Said]] = {}
    for item in placed:
        keys = {person.name: person.id or person.name for person in item.article.people}
        for statement in item.article.statements:
            key = keys.get(statement.speaker, statement.speaker)
            said.setdefault(key, []).append(Said(statement, item, key))
    registered = {p.id or p.name: p for p in material.register.leaders}
    leaders: list[Leader] = []
    number = 0
    for key, found in seen.items():
        entry = registered.get(key)
        if entry is None:
            number += 1
        if (entry and not entry.visible) or (not entry and len(found) < material.config.fewest_reports):
            continue
        leaders.append(_leader(key, entry, found, said.get(key, []), newest, str(number)))
    return tuple(sorted(leaders, key=lambda leader: (leader.order, leader.name, leader.key)))


def newest_first(item: PlacedArticle) -> tuple[int, int, int]:
    """Issue, then day of the event, both newest first; then reading order."""
    day = item.article.event or item.article.issue
    return -item.article.issue.toordinal(), -day.toordinal(), item.number


def _leader(
    key: str,
    entry: RegisteredLeader | None,
    found: list[tuple[PlacedArticle, Person]],
    said: list[Said],
    newest: date,
    number: str,
) -> Leader:
    appearances = tuple(
        Appearance(item, person.roles or ("出席",), posts_of_the_day(person, entry, item.article.issue))
        for item, person in sorted(found, key=lambda pair: newest_first(pair[0]))
    )
    printed = next((a.posts for a in appearances if a.posts), ())
    current = tuple(post.text for post in posts_on(entry, newest)) if entry else printed
    ended = [post.end for post in entry.posts if post.end] if entry else []
    former = max(ended) if entry and not current and ended else None
    history = tuple(sorted(entry.posts, key=_post_order)) if entry else _seen_posts(found)
    last = current or ((history[0].text,) if history else printed)
    body, rank = _body(entry, newest, tuple(part for post in last for part in post.split("、")))
    own = min((p.rank for p in entry.posts if p.rank and p.held_on(newest)), default=0) if entry else 0
    order = (body_place(body), own or 1000 + rank, entry.place if entry else 10**6)
    return Leader(
        key, (entry.id if entry else "") or number, entry.name if entry else key, order, body, last, history, appearances,
        tuple(reversed(said)), former, entry is not None, entry.note if entry else "",
        entry.duties if entry else "", entry.biography if entry else "",
    )  # fmt: skip


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


def _seen_posts(found: list[tuple[PlacedArticle, Person]]) -> tuple[Post, ...]:
    """Posts as the archive saw them, with the first and last day they were printed; newest first."""
    days: dict[str, list[date]] = {}
    for item, person in found:
        if person.titles:
            days.setdefault("、".join(person.titles), []).append(item.article.issue)
    posts = [Post(text, start=min(d), end=max(d)) for text, d in days.items()]
    return tuple(sorted(posts, key=_post_order))


def make_topics(placed: list[PlacedArticle], lexicon: Lexicon, leaders: Iterable[str]) -> tuple[Topic, ...]:
    """Topics that have an article, in the lexicon's order; articles and statements newest first."""
    known = frozenset(leaders)
    articles: dict[str, list[PlacedArticle]] = {}
    said: dict[str, list[Said]] = {}
    for item in sorted(placed, key=newest_first):
        keys = {person.name: person.id or person.name for person in item.article.people}
        for id in item.article.topics:
            articles.setdefault(id, []).append(item)
        for statement in item.article.statements:
            key = keys.get(statement.speaker, statement.speaker)
            if statement.topic and key in known:
                said.setdefault(statement.topic, []).append(Said(statement, item, key))
    return tuple(
        Topic(entry, tuple(articles[entry.id]), tuple(said.get(entry.id, ())))
        for entry in lexicon.entries
        if entry.id in articles
    )
