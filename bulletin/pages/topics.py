"""Topic pages: the index, a page a topic, a page a topic and year."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bulletin.markup import render
from bulletin.model import Leader, Page, PlacedArticle, Topic
from bulletin.pages import contexts as c
from bulletin.pages.frame import Making, article_link, in_months, period, statement_view, story

FRONT_TOPICS = 6
FIRST_SENTENCE = re.compile("^[^。！？]*[。！？]?")
MONTH_START = re.compile("^([0-9]{4})[-/.年]([0-9]{1,2})")
LEADERS, STATEMENTS = 24, 40


def topic_url(id: str) -> str:
    return f"topics/{id}/index.html"


def topic_pages(making: Making) -> Iterator[Page]:
    topics = making.bulletin.topics
    if not topics:
        return
    special = sorted((t for t in topics if t.entry.special), key=_closed)
    general = [t for t in topics if not t.entry.special]
    cards = c.TopicsPage(tuple(topic_card(t, making) for t in special), tuple(topic_card(t, making) for t in general))
    yield making.page("topics/index.html", "topics.html", cards)
    leaders = {leader.key: leader for leader in making.bulletin.leaders}
    for topic in topics:
        years = sorted({a.article.issue.year for a in topic.articles}, reverse=True)
        people = _leaders(topic, leaders, making)
        for year in (None, *years):
            url = topic_url(topic.entry.id) if year is None else _year_url(topic.entry.id, year)
            yield making.page(
                url, "topic.html", _context(topic, making, year, years, leaders, people), topic.entry.name
            )


def open_topic_cards(making: Making) -> tuple[c.TopicCard, ...]:
    """Open topics for the front page: the editors' own first, then those with the newest reports; at most six."""
    topics = [topic for topic in making.bulletin.topics if not _closed(topic)]
    order = {topic.entry.id: i for i, topic in enumerate(topics)}
    topics.sort(
        key=lambda t: (
            not t.entry.special,
            -t.articles[0].article.issue.toordinal(),
            -len(t.articles),
            order[t.entry.id],
        )
    )
    return tuple(topic_card(topic, making) for topic in topics[:FRONT_TOPICS])


def topic_card(topic: Topic, making: Making) -> c.TopicCard:
    sentence = FIRST_SENTENCE.match(topic.entry.introduction)
    return c.TopicCard(
        topic.entry.name, topic_url(topic.entry.id), sentence[0] if sentence else "", len(topic.articles), _period(topic),
        _closed(topic), article_link(topic.articles[0]), topic.entry.special,
    )  # fmt: skip


def _closed(topic: Topic) -> bool:
    return bool(topic.entry.end)


def _year_url(id: str, year: int) -> str:
    return f"topics/{id}/{year}/index.html"


def _period(topic: Topic) -> str:
    """As topics.yaml writes it, else from the first report on."""
    first = topic.articles[-1].article.issue
    if start := MONTH_START.match(topic.entry.start):
        first = first.replace(year=int(start[1]), month=max(1, min(12, int(start[2]))), day=1)
    last = topic.articles[0].article.issue
    if end := MONTH_START.match(topic.entry.end):
        last = last.replace(year=int(end[1]), month=max(1, min(12, int(end[2]))), day=1)
    return period(first, last if topic.entry.end else None)


def _context(
    topic: Topic, making: Making, year: int | None, years: Sequence[int], leaders: Mapping[str, Leader],
    people: tuple[c.LeaderInArticle, ...],
) -> c.TopicPage:  # fmt: skip
    shown = year or years[0]
    own = [a for a in topic.articles if a.article.issue.year == shown]
    pictured = next((a for a in topic.articles if a.article.pictures), topic.articles[0])
    introduction = (
        render(topic.entry.introduction, str, lambda source, alt, alone: "") if topic.entry.introduction else ""
    )
    return c.TopicPage(
        name=topic.entry.name,
        url=topic_url(topic.entry.id) if year is None else _year_url(topic.entry.id, year),
        introduction=introduction if year is None else "",
        count=len(topic.articles),
        period=_period(topic),
        closed=_closed(topic),
        updated=topic.articles[0].article.issue,
        lead=story(pictured, 2) if year is None else None,
        year=shown,
        months=in_months(c.Activity(article_link(a), _day(a), (), ()) for a in own),
        years=tuple(c.Link(f"{y}年", _year_url(topic.entry.id, y)) for y in years),
        statements=_statements(topic, making, year, leaders),
        leaders=people,
        feed=f"topics/{topic.entry.id}/feed.xml",
    )


def _day(placed: PlacedArticle) -> date:
    return placed.article.event or placed.article.issue


def _statements(
    topic: Topic, making: Making, year: int | None, leaders: Mapping[str, Leader]
) -> tuple[c.StatementGroup, ...]:
    """By speaker in protocol order, newest first; on the topic's own page the newest of them."""
    groups: dict[str, list[c.StatementView]] = {}
    chosen = [s for s in topic.statements if year is None or s.article.article.issue.year == year]
    for said in chosen[:STATEMENTS] if year is None else chosen:
        url = making.leader_urls[said.leader]
        groups.setdefault(said.leader, []).append(
            statement_view(said, leaders[said.leader].name, url, topic.entry.name)
        )
    order = sorted(groups, key=lambda key: (leaders[key].order, leaders[key].name, key))
    return tuple(c.StatementGroup(leaders[key].name, making.leader_urls[key], tuple(groups[key])) for key in order)


def _leaders(topic: Topic, leaders: Mapping[str, Leader], making: Making) -> tuple[c.LeaderInArticle, ...]:
    """Leaders in the topic's reports, in protocol order; of many those in most of them."""
    counts: dict[str, int] = {}
    for placed in topic.articles:
        for person in placed.article.people:
            key = person.id or person.name
            if key in leaders:
                counts[key] = counts.get(key, 0) + 1
    chosen = sorted(counts, key=lambda k: (-counts[k], leaders[k].order, k))[:LEADERS]
    chosen.sort(key=lambda k: (leaders[k].order, leaders[k].name, k))
    return tuple(c.LeaderInArticle(leaders[k].name, making.leader_urls[k], leaders[k].posts, ()) for k in chosen)
