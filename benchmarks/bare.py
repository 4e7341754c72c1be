"""The least that a generator in Python can do: a plain script that makes the same minimal pages and knows nothing else.

    python -m benchmarks.bare SITE OUTPUT

Takes for granted that content/ is as `benchmarks.sites --form front-matter` writes it: no raw text, no mistake, front matter
of five regular lines, paragraphs without Markdown, nothing of it told twice. No posts of the day, no statements, no memo, no
ledger, no check, no second build. Pages are made with jinja2 and the benchmark's own templates, files are opened and written
directly, one process does it all. What a program in Python takes beyond this it takes for what it does beyond this.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

import jinja2
import yaml

ROOT = Path(__file__).resolve().parent.parent
FRONT_MATTER = re.compile(
    r"---\ntitle: (.*)\ndate: (.*)\nleaders: \[(.*)\]\ntopics: \[(.*)\]\nbyline: \[(.*)\]\n---\n(.*)", re.S
)
FILE = re.compile(r"(\d{4})-(\d\d)-(\d\d)/report-\d+\.md$")
NEWEST = 20
FEWEST, MOST = 12, 40
Context = dict[str, Any]
Page = tuple[str, str, Context]
"""(address, template, page of the context)."""


def items(text: str) -> list[str]:
    return text.split(", ") if text else []


def read(path: str, day: tuple[str, str, str], number: int) -> Context:
    """An article."""
    with open(path, encoding="utf-8") as file:
        match = FRONT_MATTER.match(file.read())
    assert match, path
    title, event, leaders, topics, byline, text = match.groups()
    paragraphs = enumerate(text.strip("\n").split("\n\n"), 1)
    date = "-".join(day)
    return {
        "title": title.strip("'\""),
        "url": f"{'/'.join(day)}/{number}.html",
        "day": day,
        "date": event,
        "issue": {"date": date, "url": f"{'/'.join(day)}/index.html"},
        "byline": items(byline),
        "named": items(leaders),
        "about": items(topics),
        "body": "\n".join(f'<p id="p{n}">{escape(paragraph, quote=False)}</p>' for n, paragraph in paragraphs) + "\n",
    }


def read_all(content: Path) -> list[Context]:
    """Articles, oldest first."""
    found = []
    for folder, folders, names in os.walk(content):
        folders.sort()
        number = 0
        for name in sorted(names):
            if match := FILE.search(f"{folder}/{name}"):
                number += 1
                found.append(read(f"{folder}/{name}", (match[1], match[2], match[3]), number))
    return sorted(found, key=lambda article: (article["day"], article["url"]))


def grouped(articles: Iterable[Context], count: int) -> dict[tuple[str, ...], list[Context]]:
    """By the year, month or day."""
    groups: dict[tuple[str, ...], list[Context]] = {}
    for article in articles:
        groups.setdefault(article["day"][:count], []).append(article)
    return groups


def article_pages(articles: list[Context], leaders: dict[str, Context], topics: dict[str, Context]) -> Iterator[Page]:
    days = grouped(articles, 3)
    for article in articles:
        article["leaders"] = [leaders[name] for name in article["named"]]
        article["topics"] = [topics[word] for word in article["about"]]
        day = article["neighbours"] = days[article["day"]]
        place = day.index(article)
        article["previous"] = day[place - 1] if place else None
        article["next"] = day[place + 1] if place + 1 < len(day) else None
        yield article["url"], "article.html", article


def calendar_pages(articles: list[Context]) -> Iterator[Page]:
    days = grouped(articles, 3)
    contents = {day: {"issue": found[0]["issue"], "articles": found} for day, found in days.items()}
    for day, found in days.items():
        section = {"stories": [{"link": article} for article in found]}
        page = {"issue": found[0]["issue"], "pages": [section], "guide": [section]}
        yield f"{'/'.join(day)}/index.html", "issue.html", page
    yield "index.html", "front.html", page
    months = grouped(articles, 2)
    for (year, month), found in months.items():
        inside = [contents[day] for day in reversed(grouped(found, 3))]
        page = {"month": {"year": int(year), "month": int(month)}, "issues": inside}
        yield f"{year}/{month}/index.html", "month.html", page
    years = sorted({year for year, _ in months})
    for year in years:
        inside = [{"month": int(month), "url": f"{y}/{month}/index.html"} for y, month in months if y == year]
        yield f"{year}/index.html", "year.html", {"year": int(year), "months": inside}
    newest_first = [{"year": int(year), "url": f"{year}/index.html"} for year in reversed(years)]
    yield "archive/index.html", "archive.html", {"years": newest_first}


def list_pages(kind: str, entries: Iterable[Context], base: str, site: str) -> Iterator[Page]:
    """Of a leader or a topic: its page, a page a year, its feed."""
    for entry in entries:
        mine, top = newest(entry["articles"]), f"{kind}s/{entry['id']}"
        years = grouped(mine, 1)
        links = [{"text": f"{year}年", "url": f"{top}/{year}/index.html"} for (year,) in years]
        for (year,), found in years.items():
            yield f"{top}/{year}/index.html", f"{kind}.html", {**entry, "years": links, "months": months_of(found)}
        yield (
            f"{top}/index.html",
            f"{kind}.html",
            {**entry, "years": links, "months": months_of(first_rows(years, grouped(mine, 2)))},
        )
        yield f"{top}/feed.xml", "feed.xml", feed(f"{entry['name']} - {site}", f"{base}{top}/feed.xml", mine, base)


def newest(articles: list[Context]) -> list[Context]:
    """The newest issue first, each in reading order."""
    return sorted(articles, key=lambda article: article["day"], reverse=True)


def first_rows(
    years: dict[tuple[str, ...], list[Context]], months: dict[tuple[str, ...], list[Context]]
) -> list[Context]:
    """What an own page shows: the newest year, or whole months of 12 to 40 rows."""
    rows = next(iter(years.values()))
    if FEWEST <= len(rows) <= MOST:
        return rows
    most, rows = (MOST if len(rows) > MOST else 0), []
    for found in months.values():
        if len(rows) >= FEWEST and len(rows) + len(found) > most:
            break
        rows = [*rows, *found]
    return rows


def months_of(articles: list[Context]) -> list[Context]:
    rows = [{"date": article["date"], "link": article} for article in articles]
    return [{"activities": rows}]


def feed(title: str, url: str, newest: list[Context], base: str) -> Context:
    entries = [
        {
            "url": base + article["url"],
            "title": article["title"],
            "updated": article["date"],
            "content": article["body"],
        }
        for article in newest[:NEWEST]
    ]
    return {"title": title, "url": url, "updated": newest[0]["date"], "entries": entries}


def write_all(pages: Iterable[Page], output: str, environment: jinja2.Environment, site: Context) -> list[str]:
    """Their addresses."""
    templates: dict[str, jinja2.Template] = {}
    folders: set[str] = set()
    written = []
    for address, name, page in pages:
        template = templates.get(name) or templates.setdefault(name, environment.get_template(name))
        data = template.render(page=page, site=site, root="../" * address.count("/")).encode()
        path = f"{output}/{address}"
        folder = path.rpartition("/")[0]
        if folder not in folders:
            os.makedirs(folder, exist_ok=True)
            folders.add(folder)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.write(handle, data)
        os.close(handle)
        written.append(address)
    return written


def entry_of(kind: str, entry: Context) -> Context:
    """A leader of the register or a topic of the built-in set."""
    posts = entry.get("posts", [])
    in_office = [post["text"] for post in posts if "to" not in post] or [post["text"] for post in posts[-1:]]
    url = f"{kind}s/{entry['id']}/index.html"
    known = {"id": entry["id"], "name": entry["name"], "text": entry["name"]}
    return {**known, "url": url, "posts": in_office, "articles": [], "count": 0}


def link(articles: Iterable[Context], leaders: dict[str, Context], topics: dict[str, Context]) -> None:
    """Tell each leader and topic of the articles that name it."""
    for article in articles:
        for entry in (*(leaders[id] for id in article["named"]), *(topics[id] for id in article["about"])):
            entry["articles"].append(article)
            entry["count"] += 1


def make(site: Path, output: str) -> None:
    """Read everything, make every page."""
    config, register, words = (
        yaml.load(path.read_bytes(), yaml.CSafeLoader)
        for path in (
            site / "config.yaml",
            site / "content" / "leaders.yaml",
            ROOT / "bulletin" / "data" / "topics.yaml",
        )
    )
    loader = jinja2.FileSystemLoader(ROOT / "benchmarks" / "theme" / "templates")
    environment = jinja2.Environment(loader=loader, autoescape=True)
    environment.filters["isodate"] = str
    base, title = config["base_url"], config["title"]
    articles = read_all(site / "content")
    leaders = {entry["id"]: entry_of("leader", entry) for entry in register["leaders"]}
    topics = {entry["id"]: entry_of("topic", entry) for entry in words["topics"]}
    link(articles, leaders, topics)
    people, subjects = ([entry for entry in of.values() if entry["count"]] for of in (leaders, topics))
    pages = (
        *article_pages(articles, leaders, topics),
        *calendar_pages(articles),
        *list_pages("leader", people, base, title),
        *list_pages("topic", subjects, base, title),
        ("leaders/index.html", "leaders.html", {"groups": [{"leaders": people}], "former": []}),
        ("topics/index.html", "topics.html", {"general": subjects}),
        ("feed.xml", "feed.xml", feed(title, f"{base}feed.xml", newest(articles), base)),
        ("404.html", "404.html", {}),
    )
    written = write_all(pages, output, environment, {"title": title})
    listed = (address for address in written if address.endswith(".html") and address != "404.html")
    entries = [{"url": base + address.removesuffix("index.html")} for address in listed]
    write_all([("sitemap.xml", "sitemap.xml", {"entries": entries})], output, environment, {"title": title})


if __name__ == "__main__":
    make(Path(sys.argv[1]), sys.argv[2])
