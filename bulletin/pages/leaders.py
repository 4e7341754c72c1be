"""Leader pages: the index by body in protocol order, a page a leader, a page a leader and year."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bulletin.model import Appearance, Leader, Page, Post, Said
from bulletin.pages import contexts as c
from bulletin.pages.frame import Making, article_link, in_months, statement_view
from bulletin.people.protocol import BODIES

COMPANIONS = 24
OTHER_SUBJECTS = "其他"


def leader_pages(making: Making) -> Iterator[Page]:
    leaders = making.bulletin.leaders
    if not leaders:
        return
    newest = making.bulletin.issues[-1].date
    yield making.page("leaders/index.html", "leaders.html", _index(leaders, making, newest))
    names = {
        topic.entry.id: (topic.entry.name, f"topics/{topic.entry.id}/index.html") for topic in making.bulletin.topics
    }
    by_key = {leader.key: leader for leader in leaders}
    for leader in leaders:
        years = sorted({a.article.article.issue.year for a in leader.appearances}, reverse=True)
        url = making.leader_urls[leader.key]
        companions = _companions(leader, by_key, making)
        for year in (None, *years):
            context = _context(leader, making, newest, year, years, names, companions)
            at = url if year is None else _year_url(url, year)
            yield making.page(at, "leader.html", context, leader.name)


def _index(leaders: Sequence[Leader], making: Making, newest: date) -> c.LeadersPage:
    groups: dict[str, list[c.LeaderCard]] = {}
    former = [leader for leader in leaders if leader.former]
    for leader in leaders:
        if not leader.former:
            groups.setdefault(leader.body, []).append(_card(leader, making))
    ordered = sorted(groups, key=lambda body: (BODIES.index(body) if body in BODIES else len(BODIES) - 2, body))
    former.sort(key=lambda leader: (-(leader.former or date.min).toordinal(), leader.order, leader.name))
    return c.LeadersPage(
        newest,
        tuple(c.LeaderGroup(body, tuple(groups[body])) for body in ordered),
        tuple(_card(leader, making) for leader in former),
    )


def _card(leader: Leader, making: Making) -> c.LeaderCard:
    latest = article_link(leader.appearances[0].article)
    return c.LeaderCard(leader.name, making.leader_urls[leader.key], leader.posts, latest, len(leader.appearances))


def _year_url(url: str, year: int) -> str:
    return url.replace("index.html", f"{year}/index.html")


def _context(
    leader: Leader, making: Making, newest: date, year: int | None, years: Sequence[int],
    topics: Mapping[str, tuple[str, str]], companions: tuple[c.Link, ...],
) -> c.LeaderPage:  # fmt: skip
    url = making.leader_urls[leader.key]
    shown = year or years[0]
    own = [a for a in leader.appearances if a.article.article.issue.year == shown]
    said = [s for s in leader.statements if year is None or s.article.article.issue.year == year]
    per_month = [0] * 12
    for appearance in own:
        per_month[appearance.article.article.issue.month - 1] += 1
    return c.LeaderPage(
        name=leader.name,
        url=url if year is None else _year_url(url, year),
        note=leader.note,
        posts=leader.posts,
        as_of=newest,
        registered=leader.registered,
        duties=leader.duties,
        biography=leader.biography,
        history=tuple(_post_row(post, newest, leader.registered) for post in leader.history),
        count=len(leader.appearances),
        year=shown,
        months=in_months(_activity(a) for a in own),
        per_month=tuple(per_month),
        years=tuple(c.Link(f"{y}年", _year_url(url, y)) for y in years),
        statements=_statements(leader, said, topics, url),
        companions=companions,
        feed=url.replace("index.html", "feed.xml"),
    )


def _activity(appearance: Appearance) -> c.Activity:
    article = appearance.article.article
    return c.Activity(
        article_link(appearance.article), article.event or article.issue, appearance.roles, appearance.posts
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


def _statements(
    leader: Leader, said: Sequence[Said], topics: Mapping[str, tuple[str, str]], url: str
) -> tuple[c.StatementGroup, ...]:
    """By topic in the order of the topics; statements on no known topic come last, under the words of the report."""
    groups: dict[str, list[c.StatementView]] = {}
    for item in said:
        name, _ = topics.get(item.statement.topic, ("", ""))
        subject = name or item.statement.subject
        groups.setdefault(name or OTHER_SUBJECTS, []).append(statement_view(item, leader.name, url, subject))
    order = [name for name, _ in topics.values() if name in groups] + [OTHER_SUBJECTS] * (OTHER_SUBJECTS in groups)
    urls = dict(topics.values())
    return tuple(c.StatementGroup(name, urls.get(name, ""), tuple(groups[name])) for name in order)


def _companions(leader: Leader, by_key: Mapping[str, Leader], making: Making) -> tuple[c.Link, ...]:
    """People in the same reports, in protocol order; of many those met most often, never shown as a rank."""
    counts: dict[str, int] = {}
    for appearance in leader.appearances:
        for person in appearance.article.article.people:
            key = person.id or person.name
            if key != leader.key and key in by_key:
                counts[key] = counts.get(key, 0) + 1
    chosen = sorted(counts, key=lambda k: (-counts[k], by_key[k].order, k))[:COMPANIONS]
    chosen.sort(key=lambda k: (by_key[k].order, by_key[k].name, k))
    return tuple(c.Link(by_key[k].name, making.leader_urls[k]) for k in chosen)
