"""Articles to the bulletin: issues by date, leader and topic lists. All sorting is here, and every order is total.

Articles of an issue stand in the order of print page, weight, path (numbers in names count as numbers) and place in
their file. Lists of leaders and topics are newest first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from bulletin.addresses import Addresses, Key, address_articles, reading_order
from bulletin.briefs import NO_BRIEFS, Briefs
from bulletin.config import Config
from bulletin.findings import Finding, Place, find
from bulletin.identity.numbers import Numbered
from bulletin.lexicon import Lexicon
from bulletin.model import Article, ArticleLink, Masthead, PlacedArticle, StandingText
from bulletin.outline import Bulletin, Issue, Leader, LeaderShare, Month, Topic, TopicShare, issue_head
from bulletin.pages.articles import lone_jumps
from bulletin.pages.related import subjects_of
from bulletin.parts import Load, Part, digest, held
from bulletin.people.register import Register
from bulletin.shares import (
    Keeper,
    key_of,
    leader_months,
    make_leaders,
    make_topics,
    number_leaders,
    topic_months,
    with_a_page,
)
from bulletin.values import dataclass

MOST_PAGES = 8
"""Print pages of one report each, above which the numbers are likelier those of a list."""


@dataclass(frozen=True)
class Material:
    """What a bulletin is composed of besides its articles."""

    register: Register
    lexicon: Lexicon
    mastheads: Mapping[date, Masthead]
    standing: tuple[StandingText, ...]
    config: Config
    addresses: Addresses | None = None
    """Those of the articles; as in a first build where there is no ledger."""
    numbers: tuple[Numbered, ...] = ()
    """Numbers of leaders that the ledger has."""


@dataclass(frozen=True)
class Count:
    """Numbers of the last issue before a month: its year, its number in it, its running number."""

    year: int = 0
    number: int = 0
    total: int = 0


@dataclass(frozen=True)
class Composed:
    """A month composed: itself, and what it holds of leaders (by key) and topics (by id)."""

    month: Month
    leaders: Mapping[str, LeaderShare]
    topics: Mapping[str, TopicShare]
    after: Count
    findings: tuple[Finding, ...]

    @property
    def briefs(self) -> Briefs:
        """What leaders and topics are made from of it, as long as its parts are at hand."""
        return Briefs.of(self.leaders.values(), self.topics.values())

    @property
    def parts(self) -> Iterator[Part[Any]]:
        """All of it that may lie in the memo."""
        yield self.month.issues
        yield self.month.subjects
        yield from (share.part for share in self.leaders.values())
        yield from (share.part for share in self.topics.values())


def compose(articles: Iterable[Article], material: Material) -> tuple[Bulletin, list[Finding]]:
    """Put the bulletin together; returns it with what was held back."""
    articles = list(articles)
    material = replace(material, addresses=material.addresses or address_articles(articles))
    by_month: dict[tuple[int, int], list[Article]] = {}
    for article in articles:
        by_month.setdefault((article.issue.year, article.issue.month), []).append(article)
    months: list[Composed] = []
    count = first_count(material.config)
    for key in sorted(by_month):
        months.append(compose_month(by_month[key], material, count))
        count = months[-1].after
    findings = [finding for composed in months for finding in composed.findings]
    return make_bulletin([c for c in months if c.month.heads], material, held), findings


def make_bulletin(
    months: Sequence[Composed], material: Material, load: Load, kept: dict[str, Leader | Topic] | None = None,
    briefs: Briefs = NO_BRIEFS,
) -> Bulletin:  # fmt: skip
    """The bulletin out of its months, oldest first. `kept` is what was made last time, and holds what was made now."""
    keeper = Keeper(kept)
    newest = months[-1].month.heads[-1].date if months else date.min
    leaders: tuple[Leader, ...] = ()
    numbers = material.numbers
    if material.config.leaders:
        people = (key for composed in months for key in composed.month.people)
        shares = [composed.leaders for composed in months]
        chosen = with_a_page(people, shares, material.register, material.config.fewest_reports)
        ids, numbers = number_leaders(chosen, material.register, numbers)
        leaders = make_leaders(chosen, shares, material.register, ids, newest, load, keeper, briefs)
    topics: tuple[Topic, ...] = ()
    if material.config.topics:
        topics = make_topics([c.topics for c in months], material.lexicon, load, keeper, briefs)
    keeper.done()
    former = material.addresses.former if material.addresses else ()
    return Bulletin(tuple(c.month for c in months), leaders, topics, material.standing, former, numbers)


def compose_month(
    articles: Iterable[Article], material: Material, before: Count, digests: Mapping[Key, str] = MappingProxyType({})
) -> Composed:
    """The issues of one month and what they hold of leaders and topics. `digests` are those that are known of the articles."""
    articles = list(articles)
    addresses = material.addresses or address_articles(articles)
    issues, findings, after = make_issues(articles, addresses, material.mastheads, material.config, before, digests)
    shown = [placed for issue in issues for placed in issue.articles if not placed.article.withdrawn]
    year, month = (issues[0].date.year, issues[0].date.month) if issues else (0, 0)
    people = tuple(dict.fromkeys(key_of(p) for placed in shown for p in placed.article.people))
    heads = tuple(issue_head(issue) for issue in issues)
    held_month = Month(year, month, heads, Part.of(issues), people, len(shown), Part.of(subjects_of(shown)))
    leaders = {
        key: LeaderShare(year, month, len(value.activities), Part.of(value))
        for key, value in leader_months(shown, material.register).items()
    }
    topics = {
        id: TopicShare(year, month, len(value.activities), Part.of(value)) for id, value in topic_months(shown).items()
    }
    findings.extend(lone_jumps(issues))
    findings.extend(numbered_files(issues))
    return Composed(held_month, leaders, topics, after, tuple(findings))


def first_count(config: Config) -> Count:
    """What the numbers of the oldest issue go on from."""
    return Count(0, 0, config.numbering.first_total - 1)


def next_count(day: date, before: Count, mastheads: Mapping[date, Masthead], config: Config) -> Count:
    """The numbers of the issue of `day`: as its masthead prints them, else one more than those before."""
    printed = mastheads.get(day, Masthead())
    number = before.number + 1 if day.year == before.year else config.numbering.first
    total = before.total + 1 if config.numbering.first_total else 0
    return Count(day.year, printed.number or number, printed.total or total)


def make_issues(
    articles: Iterable[Article], addresses: Addresses, mastheads: Mapping[date, Masthead], config: Config,
    before: Count | None = None, digests: Mapping[Key, str] = MappingProxyType({}),
) -> tuple[tuple[Issue, ...], list[Finding], Count]:  # fmt: skip
    """Issues, oldest first; a second article with a taken slug is held back. `before` has the numbers to go on from."""
    by_day: dict[date, list[Article]] = {}
    for article in articles:
        by_day.setdefault(article.issue, []).append(article)
    issues: list[Issue] = []
    findings: list[Finding] = []
    count = before or first_count(config)
    for day in sorted(by_day):
        count = next_count(day, count, mastheads, config)
        url = f"{day:%Y/%m/%d}/"
        placed = tuple(_place(sorted(by_day[day], key=reading_order), addresses, url, findings, digests))
        if placed:
            issues.append(Issue(day, f"{url}index.html", count.number, count.total, placed, _page_names(placed)))
    return tuple(issues), findings, count


def _place(
    articles: Iterable[Article], addresses: Addresses, folder: str, findings: list[Finding], digests: Mapping[Key, str]
) -> Iterable[PlacedArticle]:
    """Put each article at its address; one whose slug belongs to another is held back."""
    articles = list(articles)
    divided = any(article.page for article in articles)
    number = 0
    for article in articles:
        key = article.path, article.place
        if key in addresses.refused:
            place, url = Place(article.path, article.line), f"{folder}{article.slug}.html"
            findings.append(find("slug-taken", place, url=url, other=addresses.refused[key]))
            continue
        number += 1
        own = digests.get(key)
        if divided and not article.page:
            article, own = replace(article, page=1), None
        at = addresses.of[key]
        sum = digest(own or digest(article), at.url, number, at.published)
        yield PlacedArticle(article, at.url, number, sum, at.published, article_link(article, at.url))


def article_link(article: Article, url: str) -> ArticleLink:
    """A row in a list; the place is print page and column or page name: 第01版 要闻."""
    page = f"第{article.page:02}版" if article.page else ""
    place = " ".join(word for word in (page, article.column or article.page_name) if word)
    return ArticleLink(article.title, url, article.issue, article.kicker, article.subtitle, place)


def numbered_files(issues: Iterable[Issue]) -> Iterator[Finding]:
    """A hint for each issue that has more print pages than a county's paper, and one report on each."""
    for issue in issues:
        path, pages = issue.articles[0].article.path, len(issue.page_names)
        name = path.rsplit("/", 1)[-1]
        if len(issue.articles) == pages > MOST_PAGES and name[0].isdecimal():
            yield find("pages-many", Place(path), count=str(pages), name=f"n{name}")


def _page_names(placed: tuple[PlacedArticle, ...]) -> tuple[tuple[int, str], ...]:
    names: dict[int, str] = {}
    for item in placed:
        if item.article.page:
            names[item.article.page] = names.get(item.article.page) or item.article.page_name
    return tuple(sorted(names.items()))
