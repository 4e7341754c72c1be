"""Topic pages: the index, a page a topic, a page a topic and year."""

from collections.abc import Iterator, Mapping, Sequence

from bulletin.findings import Finding, Place, find
from bulletin.markup import render
from bulletin.outline import Leader, Page, Said, Topic, TopicMonth
from bulletin.pages import contexts as c
from bulletin.pages.charts import timeline, year_counts
from bulletin.pages.frame import (
    Group,
    Making,
    feed_url,
    in_months,
    inner_url,
    newest_rows,
    period,
    statement_view,
    story,
    weight_of_list,
)
from bulletin.parts import Load, Part
from bulletin.patterns import pattern

FRONT_TOPICS, RELATED = 6, 6
FIRST_SENTENCE = pattern("^[^。！？]*[。！？]?")
MONTH_START = pattern("^([0-9]{4})[-/.年]([0-9]{1,2})")
LEADERS, STATEMENTS = 24, 40
People = tuple[tuple[str, c.Link], ...]
"""(key, link) of leaders with a page, in protocol order."""


def topic_groups(making: Making) -> Iterator[Group]:
    """The index, then one group a topic."""
    topics = making.bulletin.topics
    if not topics:
        return
    special = sorted((t for t in topics if t.entry.special), key=_closed)
    general = [t for t in topics if not t.entry.special]
    cards = c.TopicsPage(tuple(topic_card(t) for t in special), tuple(topic_card(t) for t in general))
    yield Group("topics", _index, (making.site, cards))
    people = tuple((leader.key, c.Link(leader.name, leader.url)) for leader in making.bulletin.leaders)
    for topic in topics:
        leaders, related = _leaders(topic, making.leaders), _related(topic, making.topics)
        inputs = (making.site, topic, leaders, related, people)
        yield Group(f"topic {topic.entry.id}", _topic, inputs, weight_of_list(topic.count))


def _index(load: Load, site: Part[c.Site], cards: c.TopicsPage) -> Iterator[Page]:
    newest = max(card.latest.date for card in (*cards.special, *cards.general))
    yield Page("topics/index.html", "topics.html", (site, cards), "topics/index.html", modified=newest.isoformat())


def _topic(
    load: Load, site: Part[c.Site], topic: Topic, leaders: tuple[c.LeaderInArticle, ...], related: tuple[c.Link, ...],
    people: People,
) -> Iterator[Page]:  # fmt: skip
    """The page of a topic shows the newest reports and statements; each year has a page of its own."""
    months = [(share.year, load(share.part)) for share in topic.months]
    for year in (None, *topic.years):
        context = _context(topic, year, months, leaders, related, people)
        modified = context.months[0].activities[0].link.date.isoformat()
        yield Page(inner_url(topic.url, year), "topic.html", (site, context), topic.entry.name, modified=modified)


def open_topic_cards(making: Making) -> tuple[c.TopicCard, ...]:
    """Open topics for the front page: the editors' own first, then those with the newest reports; at most six."""
    topics = [topic for topic in making.bulletin.topics if not _closed(topic)]
    order = {topic.entry.id: i for i, topic in enumerate(topics)}
    topics.sort(
        key=lambda t: (
            not t.entry.special,
            -t.latest.date.toordinal(),
            -t.count,
            order[t.entry.id],
        )
    )
    return tuple(topic_card(topic) for topic in topics[:FRONT_TOPICS])


def topic_card(topic: Topic) -> c.TopicCard:
    sentence = FIRST_SENTENCE.match(topic.entry.introduction)
    return c.TopicCard(
        topic.entry.name, topic.url, sentence[0] if sentence else "", topic.count, _period(topic), _closed(topic),
        topic.latest, topic.entry.special,
    )  # fmt: skip


def _closed(topic: Topic) -> bool:
    return bool(topic.entry.end)


def _period(topic: Topic) -> str:
    """As topics.yaml writes it, else from the first report on."""
    first, last = topic.first, topic.latest.date
    if start := MONTH_START.match(topic.entry.start):
        first = first.replace(year=int(start[1]), month=max(1, min(12, int(start[2]))), day=1)
    if end := MONTH_START.match(topic.entry.end):
        last = last.replace(year=int(end[1]), month=max(1, min(12, int(end[2]))), day=1)
    return period(first, last if topic.entry.end else None)


def _context(
    topic: Topic, year: int | None, months: Sequence[tuple[int, TopicMonth]], leaders: tuple[c.LeaderInArticle, ...],
    related: tuple[c.Link, ...], people: People,
) -> c.TopicPage:  # fmt: skip
    rows = [activity for y, month in months if year in (None, y) for activity in month.activities]
    said = [said for y, month in months if year in (None, y) for said in month.statements]
    counts = [(share.year, share.month, share.count) for share in topic.months]
    introduction = (
        render(topic.entry.introduction, str, lambda source, alt, alone: "") if topic.entry.introduction else ""
    )
    return c.TopicPage(
        name=topic.entry.name,
        url=inner_url(topic.url, year),
        introduction=introduction if year is None else "",
        count=topic.count,
        period=_period(topic),
        closed=_closed(topic),
        updated=topic.latest.date,
        lead=story(topic.pictured, 2) if year is None else None,
        picks=tuple(_picked(topic, [row.link for row in rows]).values()) if year is None else (),
        home=topic.url,
        year=year or 0,
        months=in_months(rows if year else newest_rows(rows)),
        chart=year_counts(counts, year) if year else timeline(counts, topic.latest.date),
        years=tuple(c.Link(f"{y}年", inner_url(topic.url, y)) for y in topic.years),
        statements=_statements(topic, said, STATEMENTS if year is None else None, people),
        leaders=leaders,
        related=related,
        feed=feed_url(topic.url),
    )


def _picked(topic: Topic, links: Sequence[c.ArticleLink]) -> dict[str, c.ArticleLink]:
    """What the editors wrote -> the newest of the topic's reports with that headline or address."""
    known = {name: link for link in reversed(links) for name in (link.title, link.url)}
    return {text: known[text] for text in topic.entry.picks if text in known}


def lost_picks(topics: Sequence[Topic], load: Load) -> Iterator[Finding]:
    """A finding for each pick that is no report of its topic."""
    for topic in topics:
        if topic.entry.picks:
            links = [row.link for share in topic.months for row in load(share.part).activities]
            found = _picked(topic, links)
            for text in topic.entry.picks:
                if text not in found:
                    yield find("pick-unknown", Place("topics.yaml"), text=text, topic=topic.entry.name)


def _related(topic: Topic, topics: Mapping[str, Topic]) -> tuple[c.Link, ...]:
    """Topics that share most reports with this one; equal ones in their own order."""
    counts = {id: count for id, count in topic.together if id in topics}
    order = {id: i for i, id in enumerate(topics)}
    chosen = sorted(counts, key=lambda id: (-counts[id], order[id]))[:RELATED]
    return tuple(c.Link(topics[id].entry.name, topics[id].url) for id in chosen)


def _statements(topic: Topic, said: Sequence[Said], most: int | None, people: People) -> tuple[c.StatementGroup, ...]:
    """By speaker in protocol order, newest first; of speakers with a page, the newest `most` of them."""
    links = dict(people)
    groups: dict[str, list[c.StatementView]] = {}
    for item in [s for s in said if s.leader in links][:most]:
        link = links[item.leader]
        groups.setdefault(item.leader, []).append(statement_view(item, link.text, link.url, topic.entry.name))
    return tuple(c.StatementGroup(link.text, link.url, tuple(groups[key])) for key, link in people if key in groups)


def _leaders(topic: Topic, leaders: Mapping[str, Leader]) -> tuple[c.LeaderInArticle, ...]:
    """Leaders in the topic's reports, in protocol order; of many those in most of them."""
    counts = {key: count for key, count in topic.people if key in leaders}
    chosen = sorted(counts, key=lambda k: (-counts[k], leaders[k].order, k))[:LEADERS]
    chosen.sort(key=lambda k: (leaders[k].order, leaders[k].name, k))
    return tuple(c.LeaderInArticle(leaders[k].name, leaders[k].url, leaders[k].posts, ()) for k in chosen)
