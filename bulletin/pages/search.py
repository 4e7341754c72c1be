"""The search page and its texts: one classic script a year, so that it works from a disk as well.

Every word of every article is in it, names uncut: a search is an exact match, never a guess by dictionary.
"""

import json
from collections.abc import Iterator

from bulletin.model import PlacedArticle
from bulletin.outline import Month, Page
from bulletin.pages import contexts as c
from bulletin.pages.frame import Group, Making
from bulletin.parts import Load, Part

SearchNames = tuple[tuple[str, str, str, str], ...]
"""(name, address, leader or topic, posts)."""


def search_groups(making: Making) -> Iterator[Group]:
    """The search page, one group a year, the names."""
    months = [month for month in reversed(making.bulletin.months) if month.shown]
    if not making.config.search or not making.bulletin.months:
        return
    years = tuple(dict.fromkeys(month.year for month in months))
    count = sum(month.shown for month in months)
    yield Group("search", _search, (making.site, years, count))
    for year in years:
        own = tuple(month for month in months if month.year == year)
        yield Group(f"search {year}", _year, (making.site, year, own, making.topic_names))
    known = tuple((leader.name, leader.url, "leader", "、".join(leader.posts)) for leader in making.bulletin.leaders)
    topics = tuple((topic.entry.name, topic.url, "topic", "") for topic in making.bulletin.topics)
    yield Group("search names", _names, (making.site, (*known, *topics)))


def _search(load: Load, site: Part[c.Site], years: tuple[int, ...], count: int) -> Iterator[Page]:
    context = c.SearchPage(tuple(_url(year) for year in years), "search/names.js", count)
    yield Page("search/index.html", "search.html", (site, context), "search/index.html")


def _url(year: int) -> str:
    return f"search/{year}.js"


def _year(
    load: Load, site: Part[c.Site], year: int, months: tuple[Month, ...], names: tuple[tuple[str, str], ...]
) -> Iterator[Page]:
    articles = tuple(
        placed
        for month in months
        for issue in reversed(load(month.issues))
        for placed in issue.articles
        if not placed.article.withdrawn
    )
    yield Page(_url(year), "search-year.js", (site, articles, names), _url(year), listed=False)


def search_year(
    load: Load, site: c.Site, articles: tuple[PlacedArticle, ...], names: tuple[tuple[str, str], ...]
) -> str:
    """The text of a year's script."""
    topics = dict(names)
    return f"bulletinSearch.add({_script([_row(load, placed, topics) for placed in articles])});\n"


def _row(load: Load, placed: PlacedArticle, names: dict[str, str]) -> list[str]:
    article = placed.article
    people = " ".join(dict.fromkeys((*(p.name for p in article.people), *article.byline)))
    topics = " ".join(names[t] for t in article.topics if t in names)
    heads = " ".join(h for h in (article.kicker, article.title, article.subtitle) if h)
    text = f"{heads}\n{load(article.body).text}"
    return [placed.url, article.issue.isoformat(), article.title, people, topics, text]


def _names(load: Load, site: Part[c.Site], known: SearchNames) -> Iterator[Page]:
    yield Page("search/names.js", "search-names.js", (site, known), "search/names.js", listed=False)


def search_names(load: Load, site: c.Site, known: SearchNames) -> str:
    """The text of the script that names leaders and topics."""
    return f"bulletinSearch.names({_script(known)});\n"


def _script(value: object) -> str:
    """JSON that is also a script: the two line separators that old engines refuse are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
