"""Leader pages: the index by body in protocol order, a page a leader, a page a leader and year."""

from collections.abc import Iterator, Sequence
from datetime import date

from bulletin.model import Post
from bulletin.outline import Leader, LeaderMonth, Page, Said
from bulletin.pages import contexts as c
from bulletin.pages.charts import recent_counts, recent_grid, year_counts, year_grid
from bulletin.pages.frame import (
    Group,
    Making,
    feed_url,
    in_months,
    inner_url,
    newest_rows,
    picture,
    statement_view,
    weight_of_list,
)
from bulletin.parts import Load, Part
from bulletin.people.protocol import BODIES

COMPANIONS, STATEMENTS = 24, 40
OTHER_SUBJECTS = "其他"
Topics = tuple[tuple[str, c.Link], ...]
"""(id, link) of the topics with a page, in their order."""


def leader_groups(making: Making) -> Iterator[Group]:
    """The index, then one group a leader."""
    leaders = making.bulletin.leaders
    if not leaders:
        return
    newest = making.bulletin.months[-1].heads[-1].date
    cards = tuple((_card(leader), leader.body, leader.order, leader.former) for leader in leaders)
    yield Group("leaders", _index, (making.site, newest, cards))
    topics = tuple((topic.entry.id, c.Link(topic.entry.name, topic.url)) for topic in making.bulletin.topics)
    for leader in leaders:
        inputs = (making.site, newest, leader, _companions(leader, making), topics)
        yield Group(f"leader {leader.key}", _leader, inputs, weight_of_list(leader.count))


def _card(leader: Leader) -> c.LeaderCard:
    return c.LeaderCard(leader.name, leader.url, leader.posts, leader.latest, leader.count, _photo(leader))


def _photo(leader: Leader) -> c.Picture | None:
    photo = leader.entry.photo if leader.entry else None
    return picture(photo.picture) if photo and photo.picture else None


def _index(
    load: Load, site: Part[c.Site], newest: date,
    cards: tuple[tuple[c.LeaderCard, str, tuple[int, ...], date | None], ...],
) -> Iterator[Page]:  # fmt: skip
    groups: dict[str, list[c.LeaderCard]] = {}
    for card, body, _, left in cards:
        if not left:
            groups.setdefault(body, []).append(card)
    ordered = sorted(groups, key=lambda body: (BODIES.index(body) if body in BODIES else len(BODIES) - 2, body))
    former = sorted((-left.toordinal(), order, card.name, i) for i, (card, _, order, left) in enumerate(cards) if left)
    context = c.LeadersPage(
        newest,
        tuple(c.LeaderGroup(body, tuple(groups[body])) for body in ordered),
        tuple(cards[i][0] for *_, i in former),
    )
    yield Page("leaders/index.html", "leaders.html", (site, context), "leaders/index.html", modified=newest.isoformat())


def _leader(
    load: Load,
    site: Part[c.Site],
    newest: date,
    leader: Leader,
    companions: tuple[c.LeaderInArticle, ...],
    topics: Topics,
) -> Iterator[Page]:
    """The page of a leader shows the newest activities and statements; each year has a page of its own."""
    months = [(share.year, load(share.part)) for share in leader.months]
    for year in (None, *leader.years):
        context = _context(leader, newest, year, months, topics, companions)
        modified = context.months[0].activities[0].link.date.isoformat()
        yield Page(inner_url(leader.url, year), "leader.html", (site, context), leader.name, modified=modified)


def _context(
    leader: Leader, newest: date, year: int | None, months: Sequence[tuple[int, LeaderMonth]], topics: Topics,
    companions: tuple[c.LeaderInArticle, ...],
) -> c.LeaderPage:  # fmt: skip
    rows = [activity for y, month in months if year in (None, y) for activity in month.activities]
    said = [said for y, month in months if year in (None, y) for said in month.statements]
    counts = [(share.year, share.month, share.count) for share in leader.months]
    days = [activity.link.date for activity in rows]
    entry = leader.entry
    return c.LeaderPage(
        name=leader.name,
        url=inner_url(leader.url, year),
        note=entry.note if entry else "",
        posts=leader.posts,
        as_of=newest,
        registered=entry is not None,
        duties=entry.duties if entry else "",
        biography=entry.biography if entry else "",
        photo=_photo(leader),
        history=tuple(_post_row(post, newest, entry is not None) for post in leader.history),
        count=leader.count,
        home=leader.url,
        year=year or 0,
        months=in_months(rows if year else newest_rows(rows)),
        chart=year_counts(counts, year) if year else recent_counts(counts, newest),
        days=year_grid(days, year) if year else recent_grid(days, newest),
        years=tuple(c.Link(f"{y}年", inner_url(leader.url, y)) for y in leader.years),
        statements=_statements(leader, said if year else said[:STATEMENTS], topics),
        companions=companions,
        feed=feed_url(leader.url),
    )


def _post_row(post: Post, newest: date, registered: bool) -> c.PostRow:
    if not registered:
        first, last = post.start or newest, post.end or newest
        seen = _day(first) if first == last else f"{_day(first)}—{_day(last)}"
        return c.PostRow(post.text, f"{seen}见报", False)
    start = _written(post.start_text, post.start)
    end = _written(post.end_text, post.end)
    period = f"{start}—{end}" if start and end else f"{start}至今" if start else f"至{end}" if end else "—"
    return c.PostRow(post.text, period, post.held_on(newest))


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _written(text: str, day: date | None) -> str:
    """A date as exact as the register writes it: 2020年1月 for 2020-01."""
    if day is None:
        return ""
    parts = [p for p in text.replace("/", "-").replace(".", "-").split("-") if p]
    return f"{day.year}年" if len(parts) == 1 else f"{day.year}年{day.month}月" if len(parts) == 2 else _day(day)


def _statements(leader: Leader, said: Sequence[Said], topics: Topics) -> tuple[c.StatementGroup, ...]:
    """By topic in the order of the topics; statements on no known topic come last, under the words of the report."""
    links = dict(topics)
    groups: dict[str, list[c.StatementView]] = {}
    for item in said:
        link = links.get(item.statement.topic)
        name = link.text if link else ""
        view = statement_view(item, leader.name, leader.url, name or item.statement.subject)
        groups.setdefault(name or OTHER_SUBJECTS, []).append(view)
    names = [link.text for _, link in topics if link.text in groups] + [OTHER_SUBJECTS] * (OTHER_SUBJECTS in groups)
    urls = {link.text: link.url for _, link in topics}
    return tuple(c.StatementGroup(name, urls.get(name, ""), tuple(groups[name])) for name in names)


def _companions(leader: Leader, making: Making) -> tuple[c.LeaderInArticle, ...]:
    """People in the same reports, in protocol order; of many those met most often, never shown as a rank."""
    people = making.leaders
    counts = {key: count for key, count in leader.companions if key in people}
    chosen = sorted(counts, key=lambda k: (-counts[k], people[k].order, k))[:COMPANIONS]
    chosen.sort(key=lambda k: (people[k].order, people[k].name, k))
    return tuple(c.LeaderInArticle(people[k].name, people[k].url, people[k].posts, ()) for k in chosen)
