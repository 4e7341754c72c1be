"""The search in a real browser: that it finds everything and nothing else, and what a reader sees of it."""

import json
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bulletin.search.letters import BREAK, fold
from tests.browser.axe import violations
from tests.browser.conftest import Site, Tab
from tests.tools.corpus import Writer
from tests.tools.search_site import Searched, as_articles, holders, write_search

REPORTS = 2_000
READY = "[data-part=results][aria-busy=false]"
EVERYTHING = """async given => {
  const search = window.bulletinSearch, { urls, truth } = JSON.parse(given);
  const head = await search.open('../', document.querySelector('.box').getAttribute('data-head'));
  const number = new Map(urls.map((url, i) => [url, i])), wrong = [];
  for (const block of head.blocks) {
    block.numbers = (await search.rows(block)).map(row => number.get(row.url));
    block.texts = await search.texts(block, block.numbers.map((_, i) => i));
    for (let code = 0x4e00; code < 0x4e00 + block.files; code++) await search.find(block, [String.fromCharCode(code)]);
  }
  for (const [query, wanted] of truth) {
    const words = search.fold(query).split(/\\s+/).filter(Boolean), found = new Set();
    for (const block of head.blocks) {
      const { reports, sure } = query.length > 2 ? await search.find(block, words) : search.match(block, words);
      for (const report of reports) {
        if (sure || search.holds(block.texts[report], words)) found.add(block.numbers[report]);
      }
    }
    if (found.size !== wanted.length || wanted.some(report => !found.has(report))) wrong.push([query, wanted.length, found.size]);
  }
  return wrong;
}"""


@dataclass(frozen=True)
class Archive:
    """A search over invented reports, served, and what is in it."""

    site: Site
    searched: Searched
    writer: Writer


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], Site]) -> Archive:
    folder, writer = tmp_path_factory.mktemp("archive"), Writer()
    articles = as_articles(writer.pieces(REPORTS), frozenset(writer.people[:60]))
    return Archive(serve(folder), write_search(folder, articles), writer)


@pytest.fixture
def tab(open_tab: Callable[..., Tab], archive: Archive) -> Page:
    page: Page = open_tab().page
    page.goto(archive.site.url("search/index.html"))
    return page


def ask(page: Page, query: str) -> str:
    """Type a query; gives the line with the count once all is found."""
    page.fill("#q", query)
    page.press("#q", "Enter")
    return settled(page)


def settled(page: Page) -> str:
    """The line with the count, once all is found."""
    expect(page.locator(READY)).to_have_count(1)
    return page.inner_text("[data-part=count]")


def shown(page: Page) -> list[str]:
    return page.eval_on_selector_all(".result", "items => items.map(item => item.getAttribute('data-url'))")


def pairs_of(texts: dict[str, str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, text in enumerate(texts.values()):
        folded = fold(text)
        for pair in {folded[i : i + 2] for i in range(len(folded) - 1)}:
            found.setdefault(pair, []).append(number)
    return found


def test_every_two_letters_of_every_report_find_exactly_the_reports_that_hold_them(tab: Page, archive: Archive) -> None:
    texts = archive.searched.texts
    truth = [(pair, reports) for pair, reports in pairs_of(texts).items() if not BREAK.search(pair)]
    assert len(truth) > 100_000
    assert tab.evaluate(EVERYTHING, json.dumps({"urls": list(texts), "truth": truth})) == []


def test_so_do_pairs_with_marks_names_phrases_and_several_words(tab: Page, archive: Archive) -> None:
    texts, chance = archive.searched.texts, random.Random(5)
    marked = [(pair, found) for pair, found in pairs_of(texts).items() if BREAK.search(pair) and not pair.isspace()]
    marked = [(pair, found) for pair, found in chance.sample(marked, 400) if not {*pair} & {*" \n"}]
    numbers = {url: number for number, url in enumerate(texts)}
    queries = [
        *archive.writer.people[:120],
        *archive.writer.places[:60],
        "县委常委、组织部部长",
        "工作 的",
        "12.6亿元",
        "没有这样的话",
    ]
    for text in chance.sample(list(texts.values()), 200):
        start = chance.randrange(len(text) - 12)
        queries.append(text[start : start + chance.randint(3, 12)].replace("\n", " ").strip() or "的")
    wanted = [(query, sorted(numbers[url] for url in holders(texts, query.split()))) for query in queries]
    assert tab.evaluate(EVERYTHING, json.dumps({"urls": list(texts), "truth": [*marked, *wanted]})) == []


def test_the_browser_folds_as_the_build_does(tab: Page) -> None:
    chance = random.Random(3)
    planes = [chr(code) for code in range(1, 0x10000) if not 0xD800 <= code < 0xE000]
    texts = ["".join(planes), *("".join(chance.choices(planes, k=300)) for _ in range(50)), "𠮷𬱖縣委Ａ", "後徵"]
    tab.evaluate("texts => Promise.all(texts.map(bulletinSearch.words))", texts)
    assert tab.evaluate("texts => texts.map(bulletinSearch.fold)", texts) == [fold(text) for text in texts]


def test_index_and_loads_stay_small(open_tab: Callable[..., Tab], archive: Archive) -> None:
    files, texts = archive.searched.files, archive.searched.texts
    index = sum(size for url, size in files.items() if url.split("/")[-1][0] in "ir" and url.count("/") == 2)
    assert index <= 0.40 * sum(len(text.encode()) for text in texts.values())
    common = ["工作", "的", "县委书记", archive.writer.people[0], archive.writer.people[59], archive.writer.places[5]]
    for query in common:
        page = open_tab().page
        loaded: list[str] = []
        page.on("request", lambda request, loaded=loaded: loaded.append(request.url.removeprefix(archive.site.base)))
        page.goto(archive.site.url("search/index.html"))
        ask(page, query)
        assert page.locator(".result").count() > 0
        size = sum(files.get(url.split("?")[0], 0) for url in loaded)
        assert size <= 200_000, query


def test_a_long_query_takes_two_rare_pairs_of_every_block_and_then_texts(
    open_tab: Callable[..., Tab], archive: Archive
) -> None:
    texts = archive.searched.texts
    url = min(texts)
    line = next(line for line in texts[url].split("\n") if len(line) > 40)
    query = max((line[i : i + 8] for i in range(12, 32) if not BREAK.search(line[i : i + 8])), key=len)
    page = open_tab().page
    page.goto(archive.site.url("search/index.html"), wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(archive.site.url("search/"))))
    assert ask(page, query) == f"找到{len(holders(texts, [query]))}篇，新的在前"
    blocks = [name for name in archive.searched.files if name.endswith("/rows.js")]
    pairs = [i for i, name in enumerate(asked) if "/i" in name]
    others = [i for i, name in enumerate(asked) if "/t" in name]
    assert len(pairs) <= 2 * len(blocks)
    assert max(pairs) < min(others)
    assert not [name for name in asked if "/rows" in name]


def test_results_are_newest_first_and_more_come_on_asking(tab: Page, archive: Archive) -> None:
    name = archive.writer.people[25]
    wanted = holders(archive.searched.texts, [name])
    count = ask(tab, name)
    assert shown(tab)[0].startswith(max(wanted)[:10])
    assert len(shown(tab)) == 10
    assert "新的在前" in count
    while tab.is_visible("[data-part=more]"):
        before = len(shown(tab))
        tab.click("[data-part=more]")
        expect(tab.locator(".result").nth(before)).to_be_visible()
        settled(tab)
        assert tab.evaluate("document.activeElement.closest('.result') !== null")
    assert {*shown(tab)} == wanted
    days = [url[:10] for url in shown(tab)]
    assert days == sorted(days, reverse=True)
    assert tab.inner_text("[data-part=count]").startswith(f"找到{len(wanted)}篇")
    assert tab.eval_on_selector_all(".result p:not(.meta), .result h2", "all => all.map(one => one.textContent)")
    assert {*tab.locator("mark").all_inner_texts()} == {name}


def test_what_is_being_typed_is_looked_up_ahead_and_shown_on_asking(tab: Page, archive: Archive) -> None:
    tab.evaluate("bulletinSearch.open('../', document.querySelector('.box').dataset.head)")
    with tab.expect_request("**/search/*/i*.js"):
        tab.locator("#q").press_sequentially(archive.writer.people[25])
    assert shown(tab) == []
    tab.press("#q", "Enter")
    settled(tab)
    assert len(shown(tab)) == 10


def test_facets_count_narrow_and_stand_in_the_address(tab: Page, archive: Archive) -> None:
    ask(tab, "工作")
    odd = sum(int(url[11]) % 2 for url in holders(archive.searched.texts, ["工作"]))
    assert tab.locator("[data-facet=topic] label", has_text="城市建设").inner_text().endswith(str(odd))
    tab.check("[data-facet=column] input[value=要闻]")
    count = settled(tab)
    address = tab.url
    assert "q=" in address
    assert "column=" in address
    tab.goto("about:blank")
    tab.goto(address)
    assert settled(tab) == count
    assert tab.is_checked("[data-facet=column] input[value=要闻]")
    tab.uncheck("[data-facet=column] input[value=要闻]")
    assert settled(tab) != count
    tab.go_back()
    assert settled(tab) == count


def test_a_leader_is_offered_first_and_arrows_walk_from_the_box(tab: Page, archive: Archive) -> None:
    name = next(name for name in archive.writer.people[:20] if len(name) == 3)
    ask(tab, name)
    offer = tab.locator(".offer-name").first
    assert offer.inner_text() == name
    assert "leaders/" in (offer.get_attribute("href") or "")
    tab.focus("#q")
    for _ in range(1 + tab.locator(".offer-name").count()):
        tab.keyboard.press("ArrowDown")
    assert tab.evaluate("document.activeElement === document.querySelector('.result h2 a')")
    tab.keyboard.press("ArrowUp")
    assert tab.evaluate("document.activeElement.className") == "offer-name"
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.id") == "q"
    assert tab.get_attribute("[data-part=count]", "role") == "status"
    assert violations(tab) == []


def test_traditional_wide_and_capital_queries_find_the_same(tab: Page, archive: Archive) -> None:
    plain = ask(tab, "县委书记")
    assert ask(tab, "縣委書記") == plain
    first = shown(tab)
    assert ask(tab, "　縣委书記　") == plain
    assert shown(tab) == first


def test_what_is_not_there_is_said_to_be_not_there(tab: Page) -> None:
    assert ask(tab, "没有这样的话").startswith("没有找到")
    assert tab.locator(".result").count() == 0
    assert tab.is_hidden(".facets")
    assert ask(tab, "   ") == ""
    assert tab.is_visible("[data-part=hint]")


def test_a_search_works_from_a_disk(open_tab: Callable[..., Tab], archive: Archive) -> None:
    page = open_tab().page
    page.goto(archive.site.file("search/index.html") + "?q=" + "工作")
    assert settled(page) == f"找到{len(holders(archive.searched.texts, ['工作']))}篇，新的在前"
    assert len(shown(page)) == 10


def test_without_scripts_a_sentence_leads_to_the_archive(browser: Browser, archive: Archive) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(archive.site.url("search/index.html"))
    assert page.locator("noscript a, .note a").first.get_attribute("href") == "../archive/index.html"
    assert not page.is_visible("#q")
    context.close()


@pytest.fixture
def small(tmp_path: Path, serve: Callable[[Path], Site]) -> Callable[..., tuple[Site, Searched]]:
    """A search over twelve reports, the first with other words."""

    def make(folder: str = "small", **other: Any) -> tuple[Site, Searched]:
        pieces = Writer().pieces(12)
        pieces[0] = replace(pieces[0], **other)
        searched = write_search(tmp_path / folder, as_articles(pieces, frozenset(pieces[0].people)))
        return serve(tmp_path / folder), searched

    return make


def test_hostile_words_are_shown_and_never_run(
    open_tab: Callable[..., Tab], small: Callable[..., tuple[Site, Searched]]
) -> None:
    nasty = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    site, _ = small(title=nasty + "检查", paragraphs=(nasty + "高远到石桥" + nasty, nasty), column=nasty)
    page = open_tab().page
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    page.goto(site.url("search/index.html"))
    ask(page, "onerror=alert(1)")
    assert page.locator(".result").count() == 1
    assert page.locator(".result img, .result script").count() == 0
    assert nasty in page.inner_text(".result")
    ask(page, "<script>alert(2)")
    assert page.locator("mark").first.inner_text() == "<script>alert(2)"


def test_rare_characters_are_found(open_tab: Callable[..., Tab], small: Callable[..., tuple[Site, Searched]]) -> None:
    site, _ = small(paragraphs=("副镇长𠮷𬱖野、李喆堃到會，買買提•艾山出席，編號ＡＢ－12é。",))
    page = open_tab().page
    page.goto(site.url("search/index.html"))
    for query in ("𠮷", "𬱖野", "𠮷𬱖野", "李喆堃", "喆", "买买提·艾山", "到会", "AB-12", "ab－12É"):
        assert ask(page, query).startswith("找到1篇"), query
        assert page.locator("mark").count() >= 1


def test_old_scripts_in_the_cache_are_not_mixed_with_new_ones(
    open_tab: Callable[..., Tab], small: Callable[..., tuple[Site, Searched]]
) -> None:
    old, _ = small("old")
    new, _ = small("new", paragraphs=("龙门阵摆起来了。",))
    shutil.copytree(new.folder / "search", old.folder / "mixed")
    page = open_tab().page
    kept = {path.name: path.read_bytes() for path in (old.folder / "search" / "2023").glob("i*.js")}

    def answer(route: Any) -> None:
        name = route.request.url.split("/")[-1]
        route.fulfill(body=kept[name], content_type="text/javascript") if name in kept else route.continue_()

    page.route("**/search/2023/*", answer)
    page.goto(new.url("search/index.html"))
    assert ask(page, "龙门阵").startswith("找到1篇")
