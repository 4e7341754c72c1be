"""Every kind of page, as a reader's browser shows it: 390, 768 and 1280 pixels, on paper, without scripts, from a disk."""

import gzip
import re
from collections.abc import Callable

import html5lib
import pytest
from playwright.sync_api import Page, Route

from tests.browser.axe import violations
from tests.browser.conftest import Site, Tab

KINDS = {
    "front": "index.html",
    "issue": "2023/12/15/index.html",
    "print-page": "2023/12/15/p01/index.html",
    "article": "2023/12/15/1.html",
    "corrected": "2024/01/23/6.html",
    "reprint": "2024/01/23/8.html",
    "leaders": "leaders/index.html",
    "leader": "leaders/gu-changting/index.html",
    "topics": "topics/index.html",
    "topic": "topics/safety/index.html",
    "archive": "archive/index.html",
    "year": "2023/index.html",
    "month": "2023/12/index.html",
    "search": "search/index.html",
    "standing": "about/index.html",
    "lost": "404.html",
}
kinds = pytest.mark.parametrize("kind", KINDS)
themed = pytest.mark.parametrize(
    ("theme", "kind"), [*(("default", kind) for kind in KINDS), *(("plain", kind) for kind in KINDS)]
)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SQUEEZED = """() => Array.from(document.querySelectorAll('main a, main p, main li, main td, main span')).filter(one => {
  const style = getComputedStyle(one), box = one.getBoundingClientRect(), size = parseFloat(style.fontSize);
  const words = Array.from(one.childNodes).filter(node => node.nodeType === 3).map(node => node.data.trim()).join('');
  return words.length > 5 && style.writingMode === 'horizontal-tb' && style.position !== 'absolute' && box.height > 0
    && (box.width < 4 * size && box.height > 3 * size || one.matches('nav a') && box.height > 8 * size);
}).map(one => one.textContent.trim())"""
PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
MOVED = """
window.moved = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.moved += entry.value }))
  .observe({type: 'layout-shift', buffered: true});
"""


def show(page: Page, width: int, mode: str = "", scheme: str = "") -> None:
    """Set the width of the window and the attributes that a reader's choices set."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(
        "([mode, scheme]) => Object.assign(document.documentElement.dataset, {mode, scheme})",
        [mode, scheme],
    )


def moved_while_loading(page: Page, url: str) -> float:
    """How much the page moves under a reader whose pictures come only after the words are painted."""
    held: list[Route] = []
    holding = True

    def hold(route: Route) -> None:
        if holding:
            held.append(route)
        else:
            route.continue_()

    page.add_init_script(MOVED)
    page.route("**/pictures/*", hold)
    page.goto(url, wait_until="domcontentloaded")
    page.evaluate(PAINTED)
    holding = False
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.evaluate(PAINTED)
    moved: float = page.evaluate("window.moved")
    return moved


@themed
def test_a_page_fits_does_not_move_and_is_accessible(
    theme: str, kind: str, samples: Callable[[str], Site], open_tab: Callable[..., Tab]
) -> None:
    """At each width in the usual and in the large-print mode, with no words in a column of two or three; axe-core too, and for contrast in the dark."""
    page = open_tab(390).page
    assert moved_while_loading(page, samples(theme).url(KINDS[kind])) == 0
    for mode in ("", "elder"):
        for width in (390, 768, 1280):
            show(page, width, mode)
            assert page.evaluate(OVERFLOW) <= 0, (mode, width)
            assert page.evaluate(SQUEEZED) == [], (mode, width)
            # large print is one column at every width: between the two ends there is nothing else
            assert (mode, width) == ("elder", 768) or violations(page) == [], (mode, width)
    show(page, 1280, scheme="dark")
    assert violations(page, "color-contrast") == [], "dark"


def test_a_calendar_is_walked_with_the_keyboard(sample: Site, open_tab: Callable[..., Tab]) -> None:
    """Every day with an issue is a stop, in its order and to be seen; Enter opens the issue, which marks its own day."""
    page = open_tab().page
    page.goto(sample.url("2023/index.html"))
    days = page.eval_on_selector_all(".month td a", "links => links.map(link => link.href)")
    assert len(days) == len({*days}) > 5
    page.focus(".month a")
    stops = []
    for _ in range(len(days) + len(page.query_selector_all(".month caption a"))):
        stop = page.evaluate("[document.activeElement.href, document.activeElement.closest('td') !== null]")
        stops.append(stop[0] if stop[1] else "")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Tab")
    assert [stop for stop in stops if stop] == days
    page.eval_on_selector_all(".month td a", "links => links[2].focus()")
    page.keyboard.press("Enter")
    page.wait_for_url(days[2])
    assert page.eval_on_selector(".month a[aria-current]", "link => link.href") == days[2]


@kinds
def test_a_page_prints_without_controls_or_overflow(kind: str, sample: Site, open_tab: Callable[..., Tab]) -> None:
    page = open_tab(719).page
    page.emulate_media(media="print")
    page.goto(sample.url(KINDS[kind]))
    assert page.evaluate(OVERFLOW) <= 0
    assert not [b for b in page.locator("button, form, nav.navigation, .crumb, .skip").all() if b.is_visible()]


@kinds
def test_a_page_from_a_disk_and_without_scripts_has_the_same_words(
    kind: str, sample: Site, open_tab: Callable[..., Tab]
) -> None:
    plain = open_tab(java_script_enabled=False).page
    plain.goto(sample.url(KINDS[kind]))
    assert not [b for b in plain.locator("button, form").all() if b.is_visible()], "a control that does nothing"
    if kind == "lost":
        return  # shown by a server at any address, so its links begin at the top of the host
    page = open_tab().page
    page.goto(sample.file(KINDS[kind]))
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    words = re.sub(r"\s+", "", page.locator("main").inner_text())
    assert len(re.sub(r"\s+", "", plain.locator("main").inner_text())) >= 0.8 * len(words)


@kinds
def test_a_page_is_light(kind: str, sample: Site) -> None:
    """Without pictures, compressed as a server sends it: at most 60 kB; one style sheet, one small script."""
    text = (sample.folder / KINDS[kind]).read_text("utf-8")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)
    scripts = re.findall(r'<script src="([^"]+)"', text)
    assert len(sheets) == 1
    assert kind == "search" or len(scripts) == 1
    files = re.findall(r"(?:assets|search)/[^?\n]+", "\n".join(sheets + scripts))
    assert len(files) == len(sheets + scripts)
    parts = [text.encode(), *((sample.folder / name).read_bytes() for name in files)]
    assert sum(len(gzip.compress(part)) for part in parts) <= 60_000


@pytest.mark.parametrize("theme", ["default", "plain"])
def test_every_page_is_valid_html_and_free_of_inline_code(theme: str, samples: Callable[[str], Site]) -> None:
    for path in sorted(samples(theme).folder.rglob("*.html")):
        text = path.read_text("utf-8")
        html5lib.HTMLParser(strict=True).parse(text)
        bare = re.sub(r'<script type="application/ld\+json">.*?</script>', "", text, flags=re.DOTALL)
        assert not re.search(r"<style|<script(?! src=)|\s(?:style|on[a-z]+)=|javascript:", bare), path
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), path


@pytest.mark.parametrize("kind", ["front", "article"])
def test_a_page_gives_a_paper(kind: str, sample: Site, open_tab: Callable[..., Tab]) -> None:
    page = open_tab().page
    page.goto(sample.url(KINDS[kind]))
    assert page.pdf(format="A4", prefer_css_page_size=True)[:5] == b"%PDF-"
