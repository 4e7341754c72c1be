"""The search page and its texts: one classic script a year, so that it works from a disk as well.

Every word of every article is in it, names uncut: a search is an exact match, never a guess by dictionary.
"""

import json
from collections.abc import Iterator

from bulletin.model import Page
from bulletin.pages import contexts as c
from bulletin.pages.frame import Making


def search_pages(making: Making) -> Iterator[Page]:
    if not making.config.search or not making.bulletin.issues:
        return
    names = {topic.entry.id: topic.entry.name for topic in making.bulletin.topics}
    years: dict[int, list[list[str]]] = {}
    for issue in reversed(making.bulletin.issues):
        for placed in issue.articles:
            article = placed.article
            if article.withdrawn:
                continue
            people = " ".join(dict.fromkeys((*(p.name for p in article.people), *article.byline)))
            topics = " ".join(names[t] for t in article.topics if t in names)
            heads = " ".join(h for h in (article.kicker, article.title, article.subtitle) if h)
            years.setdefault(issue.date.year, []).append(
                [placed.url, issue.date.isoformat(), article.title, people, topics, f"{heads}\n{article.text}"]
            )
    shards = tuple(f"search/{year}.js" for year in years)
    count = sum(map(len, years.values()))
    yield making.page("search/index.html", "search.html", c.SearchPage(shards, "search/names.js", count))
    for url, rows in zip(shards, years.values(), strict=True):
        yield making.text(url, f"bulletinSearch.add({_script(rows)});\n")
    known = [
        [leader.name, making.leader_urls[leader.key], "leader", "、".join(leader.posts)]
        for leader in making.bulletin.leaders
    ]
    known += [
        [topic.entry.name, f"topics/{topic.entry.id}/index.html", "topic", ""] for topic in making.bulletin.topics
    ]
    yield making.text("search/names.js", f"bulletinSearch.names({_script(known)});\n")


def _script(value: object) -> str:
    """JSON that is also a script: the two line separators that old engines refuse are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
