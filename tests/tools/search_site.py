"""The search of a bulletin, and nothing else of it, written into a folder: what tests and benchmarks search in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bulletin.compose import Material, compose
from bulletin.config import Config
from bulletin.model import Article, Body, Person
from bulletin.pages.frame import Making
from bulletin.pages.making import make_site
from bulletin.pages.search import search_groups
from bulletin.parts import Part, held
from bulletin.people.register import Register
from bulletin.search.letters import fold
from bulletin.theme.render import Renderer
from bulletin.theme.theme import load_theme
from bulletin.topics import merge_topics
from tests.tools.corpus import Piece

LEADERS = 60
"""So many of the people of a corpus hold an office."""


@dataclass(frozen=True)
class Searched:
    """What was written: address -> the whole text of a report, as printed; (file, bytes) of what the search loads."""

    texts: dict[str, str]
    files: dict[str, int]


def as_articles(pieces: Sequence[Piece], leaders: frozenset[str]) -> list[Article]:
    return [
        Article(
            f"{p.day}/{p.number:02}.md", 1, 0, p.day, p.title, column=p.column,
            people=tuple(Person(name, ("副县长",)) for name in p.people if name in leaders),
            topics=("city",) if p.number % 2 else ("tea", "safety"), body=Part.of(Body("", p.text.encode())),
        )
        for p in pieces
    ]  # fmt: skip


def write_search(folder: Path, articles: Iterable[Article]) -> Searched:
    """Write search page, index, texts and the theme's files below `folder`."""
    config, theme = Config(title="青石新闻", theme="default"), load_theme("default", folder)
    bulletin, _ = compose(articles, Material(Register(), merge_topics((), False), {}, (), config))
    site = Part.of(make_site(bulletin, config, theme.stylesheets, theme.scripts))
    renderer = Renderer(theme)
    files = {}
    for group in search_groups(Making(bulletin, config, site)):
        for page in group.pages(held):
            files[page.url] = renderer.render(page)
    for url, data in (files | theme.assets).items():
        path = folder / url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    texts = {
        placed.url: "\n".join((placed.article.title, held(placed.article.body).text, *_names(placed.article)))
        for month in bulletin.months
        for issue in held(month.issues)
        for placed in issue.articles
    }
    return Searched(texts, {url: len(data) for url, data in files.items()})


def _names(article: Article) -> list[str]:
    return [person.name for person in article.people]


def holders(texts: dict[str, str], words: Sequence[str]) -> set[str]:
    """Addresses of the reports that hold all words, by looking at every text: what a search must find."""
    wanted = [fold(word) for word in words]
    return {url for url, text in texts.items() if all(word in _folded(text) for word in wanted)}


@cache
def _folded(text: str) -> str:
    return fold(text)
