"""The search beside Pagefind over the same invented reports, in a real browser over loopback.

    python benchmarks/search.py [--reports 2000] [--pagefind "python -m pagefind"] [--each 40]

Prints, for queries of each kind (names, posts, places, phrases, two characters): recall and precision of everything found,
median bytes loaded for a first screen of ten by a browser that has only the page, median milliseconds from asking to the first
result; then sizes and the time of making the index, and how busy the machine was. Both are served from memory by a process of its
own. What is right is told by looking at every text. Pagefind (PyPI:
pagefind[extended]) is asked as typed and in quotation marks; without it its rows are left out. Needs Chromium and the extra `test`.
"""

import argparse
import contextlib
import gzip
import html
import os
import random
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.serving import Counter, served  # noqa: E402
from tests.tools.chromium import FLAGS, find_chromium  # noqa: E402
from tests.tools.corpus import POSTS, Piece, Writer  # noqa: E402
from tests.tools.search_site import as_articles, holders, write_search  # noqa: E402

SCREEN = 10
OURS = """async query => {
  const search = window.bulletinSearch, head = await search.open('../', document.querySelector('.box').dataset.head);
  const words = await search.words(query), urls = [];
  for (const block of head.blocks) {
    const { reports, sure } = await search.find(block, words);
    if (!reports.length) continue;
    const rows = await search.rows(block), texts = sure ? [] : await search.texts(block, reports);
    reports.forEach((report, i) => { if (sure || search.holds(texts[i], words)) urls.push(rows[report].url); });
  }
  return urls;
}"""
OURS_FIRST = """query => new Promise(done => {
  const list = document.querySelector('.results'), box = document.querySelector('#q');
  const start = performance.now();
  new MutationObserver((_, seen) => { if (list.firstChild) { seen.disconnect(); done(performance.now() - start); } })
    .observe(list, { childList: true });
  box.value = query;
  document.querySelector('.box button').click();
})"""
THEIRS = """async query => {
  const found = await window.pagefind.search(query);
  window.addresses = window.addresses || new Map();
  for (const result of found.results) {
    if (!window.addresses.has(result.id)) window.addresses.set(result.id, (await result.data()).url);
  }
  return found.results.map(result => window.addresses.get(result.id).replace(/^\\//, ''));
}"""
THEIRS_FIRST = """async query => {
  const start = performance.now(), found = await window.pagefind.search(query);
  if (!found.results.length) return -1;
  await found.results[0].data();
  const first = performance.now() - start;
  await Promise.all(found.results.slice(1, 10).map(result => result.data()));
  return first;
}"""
PAGE = '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'
LOADER = '<script type="module">window.pagefind = await import("/pagefind/pagefind.js"); await window.pagefind.init(); document.title = "ready";</script>'


def make_queries(writer: Writer, pieces: list[Piece], each: int) -> dict[str, list[str]]:
    """Queries of each kind; all but the posts are drawn by chance."""
    chance = random.Random(8)
    texts = [p.text.replace("\n", "") for p in pieces]

    def phrase(shortest: int, longest: int) -> str:
        while True:
            text = chance.choice(texts)
            start = chance.randrange(len(text) - longest)
            found = text[start : start + chance.randint(shortest, longest)]
            if all("\u4e00" <= character <= "\u9fff" for character in found):
                return found

    people = [name for name in writer.people if any(name in text for text in texts)]
    return {
        "names": chance.sample(people, min(each, len(people))),
        "posts": sorted({part for post in POSTS for part in post.split("、")}),
        "places": chance.sample([p for p in writer.places if any(p in t for t in texts)], each),
        "phrases": [phrase(4, 8) for _ in range(each)],
        "two characters": [phrase(2, 2) for _ in range(each)],
    }


def write_pages(folder: Path, pieces: list[Piece], urls: dict[tuple[Any, int], str]) -> None:
    """The reports as plain pages, for Pagefind to index."""
    for piece in pieces:
        path = folder / urls[piece.day, piece.number]
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in (*piece.paragraphs, "\u3000".join(piece.people)))
        body = f"<main data-pagefind-body><h1>{html.escape(piece.title)}</h1>{lines}</main>"
        path.write_text(PAGE.format(title=html.escape(piece.title), body=body), "utf-8")
    (folder / "search.html").write_text(PAGE.format(title="search", body=LOADER), "utf-8")


class Engine:
    """One of the searches, in a browser: everything it finds, and what a first screen costs."""

    def __init__(self, browser: Browser, base: str, counted: Counter, ours: bool, quoted: bool = False) -> None:
        self.browser, self.base, self.counted, self.ours, self.quoted = browser, base, counted, ours, quoted
        self.page = self.open()

    def open(self) -> Page:
        page = self.browser.new_context().new_page()
        if self.ours:
            page.goto(self.base + "search/index.html", wait_until="networkidle")
        else:
            page.goto(self.base + "search.html")
            page.wait_for_function("document.title === 'ready'")
        return page

    def all(self, query: str) -> set[str]:
        found: list[str] = self.page.evaluate(OURS if self.ours else THEIRS, self.words(query))
        return set(found)

    def words(self, query: str) -> str:
        return f'"{query}"' if self.quoted else query

    def first_screen(self, query: str) -> tuple[float, int]:
        """(milliseconds to the first result or -1, bytes) in a browser that has only the page."""
        self.counted.value = 0
        page = self.open()
        took: float = page.evaluate(OURS_FIRST if self.ours else THEIRS_FIRST, self.words(query))
        page.wait_for_load_state("networkidle")
        page.context.close()
        return took, self.counted.value


def measure(engine: Engine, queries: dict[str, list[str]], texts: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for kind, words in queries.items():
        right = wanted = found = 0
        for word in words:
            truth, got = holders(texts, [word]), engine.all(word)
            right, wanted, found = right + len(truth & got), wanted + len(truth), found + len(got)
        screens = [engine.first_screen(word) for word in words[:8]]
        times = [took for took, _ in screens if took >= 0]
        yield (
            kind,
            f"{right / wanted:.3f}",
            f"{right / found:.3f}" if found else "–",
            f"{statistics.median(size for _, size in screens) / 1000:.0f} kB",
            f"{statistics.median(times):.0f} ms" if times else "–",
        )


def sizes(folder: Path, *patterns: str) -> str:
    files = [path for pattern in patterns for path in folder.glob(pattern)]
    plain = sum(path.stat().st_size for path in files)
    packed = sum(len(gzip.compress(path.read_bytes(), 6)) for path in files)
    return f"{plain / 1000:.0f} kB in {len(files)} files, {packed / 1000:.0f} kB with gzip"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=2_000)
    parser.add_argument("--pagefind", default=f"{sys.executable} -m pagefind")
    parser.add_argument("--each", type=int, default=40)
    arguments = parser.parse_args()
    writer = Writer()
    pieces = writer.pieces(arguments.reports)
    queries = make_queries(writer, pieces, arguments.each)
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        ours, theirs = Path(name) / "ours", Path(name) / "theirs"
        ours.mkdir()
        start = time.perf_counter()
        searched = write_search(ours, as_articles(pieces, frozenset(writer.people[:60])))
        made = time.perf_counter() - start
        text = sum(len(text.encode()) for text in searched.texts.values())
        print(f"{arguments.reports} reports, {text / 1000:.0f} kB of text")
        print(f"ours: made in {made:.1f} s; index {sizes(ours / 'search', '*/i*.js')}; rows {sizes(ours / 'search', '*/rows.js')};",
              f"texts {sizes(ours / 'search', '*/t*.js')}")  # fmt: skip
        write_pages(theirs, pieces, {(p.day, p.number): url for p, url in zip(pieces, searched.texts, strict=True)})
        start = time.perf_counter()
        command = [*shlex.split(arguments.pagefind), "--site", str(theirs)]
        there = subprocess.run(command, capture_output=True, check=False).returncode == 0
        if there:
            print(f"Pagefind: made in {time.perf_counter() - start:.1f} s;",
                  f"index {sizes(theirs / 'pagefind', 'index/*', '*.pf_meta')}; texts {sizes(theirs / 'pagefind', 'fragment/*')}")  # fmt: skip
        browser = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=find_chromium(), args=list(FLAGS)
        )
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        rows: dict[str, list[tuple[str, ...]]] = {}
        rows["ours"] = list(measure(Engine(browser, *stack.enter_context(served(ours)), True), queries, searched.texts))
        if there:
            at = stack.enter_context(served(theirs))
            rows["Pagefind"] = list(measure(Engine(browser, *at, False), queries, searched.texts))
            rows["Pagefind, quoted"] = list(measure(Engine(browser, *at, False, True), queries, searched.texts))
        browser.close()
    print("\n| search | queries | recall | precision | first screen | first result |\n|---|---|---|---|---|---|")
    for engine, some in rows.items():
        for row in some:
            print(f"| {engine} | {' | '.join(row)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
