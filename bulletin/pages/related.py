"""Related reports: earlier ones on the same topics and with the same people.

In: the issues of a month. Out: for each article the links of at most four reports of earlier issues of that month. Only
what came before is looked at, so a report printed today changes no page of the past; and no further back than the month,
so a month's pages need nothing of other months and an article costs the same in an archive of any size.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from bulletin.model import Article, ArticleLink, PlacedArticle
from bulletin.outline import Issue
from bulletin.shares import key_of

MOST, ENOUGH = 4, 3
TOPIC, PERSON = 2, 1
NEAREST = 12
"""Reports with one topic or person that are looked at, counted backwards."""


def related_reports(issues: Iterable[Issue]) -> Mapping[str, tuple[ArticleLink, ...]]:
    """Address of an article -> links, the best first, then the newest; `issues` are oldest first.

    A shared topic counts two, a shared person one; three are needed, so that one person alone or one broad topic alone
    relates nothing. Reports of the same issue are not related: they stand beside each other already.
    """
    seen: dict[str, list[PlacedArticle]] = {}
    found: dict[str, tuple[ArticleLink, ...]] = {}
    for issue in issues:
        for placed in issue.articles:
            if links := _best(placed, seen):
                found[placed.url] = links
        _remember(issue, seen)
    return found


def _keys(article: Article) -> dict[str, int]:
    """What a report is about -> how much it counts; topics and people cannot be mistaken for each other."""
    if article.withdrawn:
        return {}
    return {f"#{id}": TOPIC for id in article.topics} | {f"@{key_of(person)}": PERSON for person in article.people}


def _remember(issue: Issue, seen: dict[str, list[PlacedArticle]]) -> None:
    for placed in issue.articles:
        for key in _keys(placed.article):
            seen.setdefault(key, []).append(placed)


def _best(placed: PlacedArticle, seen: Mapping[str, list[PlacedArticle]]) -> tuple[ArticleLink, ...]:
    scores: Counter[str] = Counter()
    near: dict[str, PlacedArticle] = {}
    for key, worth in _keys(placed.article).items():
        for other in seen.get(key, ())[-NEAREST:]:
            scores[other.url] += worth
            near[other.url] = other
    chosen = sorted(
        (url for url, score in scores.items() if score >= ENOUGH),
        key=lambda url: (-scores[url], -near[url].article.issue.toordinal(), near[url].number),
    )
    return tuple(near[url].link for url in chosen[:MOST])
