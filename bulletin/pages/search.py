"""The search: its page, its head, and the scripts that hold index and texts (`bulletin.search`).

The head (leaders, topics, blocks) knows no bodies; a block of pairs and the texts of a month are groups of their own, so an
edited body makes its block and its day anew.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache

from bulletin.model import PlacedArticle
from bulletin.outline import Issue, Month, Page
from bulletin.pages import contexts as c
from bulletin.pages.frame import Group, Making
from bulletin.parts import Load, Part
from bulletin.people.fold import simplified
from bulletin.search.blocks import Block, Entry, block_scripts, make_blocks, script_value, text_scripts
from bulletin.search.pairs import rules
from bulletin.storage.shipped import read_shipped

FOLDER = "search"
ENGINE, HEAD, TRADITIONAL = f"{FOLDER}/search.js", f"{FOLDER}/head.js", f"{FOLDER}/traditional.js"
ENGINE_PARTS = ("letters.js", "pairs.js", "search.js")
SCRIPT = "search.js"
"""The kind of the pages that are scripts."""
Months = tuple[Part[tuple[Issue, ...]], ...]
"""Issues of months, newest month first."""


def search_groups(making: Making) -> Iterator[Group]:
    """The search page with its head, then one group a block and one a month of texts, newest first."""
    months = [month for month in reversed(making.bulletin.months) if month.shown]
    if not making.config.search or not months:
        return
    blocks = tuple(make_blocks((month.year, month.month, month.shown) for month in months))
    yield Group("search", _search, (making.site, _head(making, blocks, months), sum(month.shown for month in months)))
    for block in blocks:
        own = tuple(m.issues for m in months if m.year == block.year and block.first <= m.month <= block.last)
        yield Group(f"search {block.name}", _pairs, (block, own))
        for month in months:
            if month.year == block.year and block.first <= month.month <= block.last:
                yield Group(f"search texts {month.year}-{month.month:02}", _texts, (block.name, (month.issues,)))


def _head(making: Making, blocks: tuple[Block, ...], months: list[Month]) -> str:
    """What a search needs to know before it begins."""
    leaders = [
        [one.name, one.url, "、".join(one.posts), one.key, list(one.entry.aliases) if one.entry else []]
        for one in making.bulletin.leaders
    ]
    topics = [[one.entry.name, one.url, one.entry.id] for one in making.bulletin.topics]
    rows = []
    for block in blocks:
        own = [m for m in months if m.year == block.year and block.first <= m.month <= block.last]
        newest, oldest = own[0].heads[-1].date.isoformat(), own[-1].heads[0].date.isoformat()
        rows.append([block.name, block.reports, block.files, newest, oldest])
    head = {"leaders": leaders, "topics": topics, "blocks": rows, "traditional": TRADITIONAL}
    return f"bulletinSearch.tellHead({script_value(head)});\n"


def _search(load: Load, site: Part[c.Site], head: str, count: int) -> Iterator[Page]:
    context = c.SearchPage(_versioned(ENGINE, _engine()), _versioned(HEAD, head), count)
    yield Page(f"{FOLDER}/index.html", "search.html", (site, context), f"{FOLDER}/index.html")
    yield _script(HEAD, head)
    yield _script(ENGINE, _engine())
    pairs = simplified()
    script = f'bulletinSearch.tellTraditional("{"".join(map(chr, pairs))}","{"".join(pairs.values())}");\n'
    yield _script(TRADITIONAL, script)


@cache
def _engine() -> str:
    """The browser's half as one script, without its comments and indents."""
    letters, pairs, search = (read_shipped(f"{FOLDER}/{name}") for name in ENGINE_PARTS)
    begin, rest = search.split("'use strict';", 1)
    code = f"{begin}'use strict';\n{letters}{pairs}{rest}"
    code = re.sub(r"^\s+", "", re.sub(r"^ */\*.*?\*/\n", "", code, flags=re.DOTALL | re.MULTILINE), flags=re.MULTILINE)
    return code.replace("RULES = {}", f"RULES = {json.dumps(rules(), separators=(',', ':'))}", 1)


def _versioned(url: str, text: str) -> str:
    """The address with a digest, so that no browser takes an old one out of its cache."""
    return f"{url}?v={hashlib.sha256(text.encode('utf-8')).hexdigest()[:8]}"


def _script(url: str, text: str) -> Page:
    return Page(url, SCRIPT, (text,), url, listed=False)


def script_text(load: Load, text: str) -> str:
    """A script is made with its group, since all of a block are made at once."""
    return text


def _pairs(load: Load, block: Block, months: Months) -> Iterator[Page]:
    for name, script in block_scripts(block, _entries(load, months)):
        yield _script(f"{FOLDER}/{block.name}/{name}", script)


def _texts(load: Load, block: str, months: Months) -> Iterator[Page]:
    for name, script in text_scripts(_entries(load, months)):
        yield _script(f"{FOLDER}/{block}/{name}", script)


def _entries(load: Load, months: Months) -> list[Entry]:
    """The reports of the months that are not withdrawn, newest issue first, each issue in reading order."""
    return [
        _entry(load, placed)
        for issues in months
        for issue in reversed(load(issues))
        for placed in issue.articles
        if not placed.article.withdrawn
    ]


def _entry(load: Load, placed: PlacedArticle) -> Entry:
    article = placed.article
    body = load(article.body).text
    heads = "\n".join(line for line in (article.kicker, article.subtitle) if line)
    shown = f"{article.title}\n{heads}\n{body}"
    others = dict.fromkeys((*article.byline, article.source, *(person.name for person in article.people)))
    return Entry(
        placed.url, article.issue, article.title, heads, body,
        "\n".join(other for other in others if other and other not in shown),
        tuple(dict.fromkeys(person.id or person.name for person in article.people)),
        article.topics, article.column or article.page_name, placed.link.place,
    )  # fmt: skip
