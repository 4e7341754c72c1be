"""The preview in a real browser: a save shows, a style sheet is swapped, a mistake lies over the page until it is right."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import Tab
from tests.conftest import ROOT
from tests.test_serve import Live

ARTICLE = "2024/01/23/6.html"
MARK = "window.marked = true"


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    """The sample site in a folder of its own, previewed."""
    shutil.copy(ROOT / "config.yaml", tmp_path / "config.yaml")
    shutil.copytree(ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("_ledger"))
    shutil.copytree(ROOT / "themes" / "default", tmp_path / "themes" / "default")
    with Live(tmp_path) as running:
        yield running


def open_page(live: Live, open_tab: Callable[..., Tab], page: str) -> Tab:
    """A tab that shows a page and is connected."""
    tab = open_tab()
    tab.page.set_default_timeout(60_000)
    with tab.page.expect_websocket():
        tab.page.goto(f"http://127.0.0.1:{live.port}/{page}")
    tab.page.wait_for_function("() => window.LiveReload && window.LiveReload.connector.protocol === 7")
    while page not in live.running.browsers.pages:
        tab.page.wait_for_timeout(10)
    tab.page.evaluate(MARK)
    return tab


def add(folder: Path, name: str, text: str) -> Path:
    path = folder / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


STORY = "---\ntitle: 石桥{}\n---\n\n本报讯 1月30日，石桥通车。\n\n{}\n"


def test_a_save_shows_and_other_pages_are_left_alone(live: Live, open_tab: Callable[..., Tab]) -> None:
    add(live.folder, "2024-01-30/bridge.md", STORY.format("通车", "第一稿。"))
    add(live.folder, "2024-01-31/other.md", STORY.format("以外", "别的。"))
    while live.get("/2024/01/31/1.html")[0] != 200:
        pass
    tab = open_page(live, open_tab, "2024/01/30/1.html")
    other = open_page(live, open_tab, "2023/12/15/1.html")
    add(live.folder, "2024-01-30/bridge.md", STORY.format("通车", "第二稿，改得更好。"))
    tab.page.wait_for_function("() => document.body.textContent.includes('第二稿')")
    assert tab.page.evaluate("window.marked === undefined")
    assert other.page.evaluate("window.marked === true")


def test_a_style_sheet_is_swapped_and_the_page_stays(live: Live, open_tab: Callable[..., Tab]) -> None:
    tab = open_page(live, open_tab, ARTICLE)
    sheet = live.folder / "themes" / "default" / "assets" / "style.css"
    sheet.write_text(sheet.read_text("utf-8") + "\nbody { outline: 7px solid rgb(1, 2, 3) }\n", "utf-8")
    tab.page.wait_for_function("() => getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'")
    assert tab.page.evaluate("window.marked === true")
    links = "document.querySelectorAll('link[rel=stylesheet][href*=\"style.\"]').length"
    tab.page.wait_for_function(f"() => {links} === 1")


def test_a_mistake_lies_over_the_page_until_it_is_right(live: Live, open_tab: Callable[..., Tab]) -> None:
    tab, other = open_page(live, open_tab, ARTICLE), open_page(live, open_tab, ARTICLE)
    add(live.folder, "2024-01-30/bad.md", "---\ntitle: 新桥\ndate: 2024-13-45\n---\n\n正文。\n")
    overlay = tab.page.locator("#bulletin-preview .overlay")
    overlay.wait_for(state="visible")
    other.page.locator("#bulletin-preview .overlay").wait_for(state="visible")
    words = overlay.inner_text()
    for told in ("content/2024-01-30/bad.md:3:7", "date: 2024-13-45", "      ^^^^^^^^^^", "2024-03-05"):
        assert told in words
    assert tab.page.locator("#text").count() == 1
    tab.page.keyboard.press("Escape")
    overlay.wait_for(state="hidden")
    tab.page.locator("#bulletin-preview .bar button.severe").click()
    overlay.wait_for(state="visible")
    add(live.folder, "2024-01-30/bad.md", "---\ntitle: 新桥\ndate: 2024-01-29\n---\n\n正文。\n")
    overlay.wait_for(state="detached")
    assert tab.page.evaluate("window.marked === true")


def test_how_a_text_was_read_and_what_there_is_to_look_at(live: Live, open_tab: Callable[..., Tab]) -> None:
    tab = open_page(live, open_tab, ARTICLE)
    tab.page.locator("#bulletin-preview .bar .source").click()
    assert tab.page.locator("table.sides tr").count() > 2
    assert violations(tab.page) == []
    tab.page.locator("#bulletin-preview .bar .name").click()
    assert tab.page.locator(".texts a").count() > 5
    assert tab.page.locator("#changes").count() == 1
    assert violations(tab.page) == []
