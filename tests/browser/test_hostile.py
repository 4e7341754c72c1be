"""Hostile content: scripts in every field that an editor or a stranger's text can fill, in both themes, with no policy to help.

Every page that a build makes is opened in the real browser, from the disk, where no server's policy applies; the search is
asked for the payloads; what feeds carry as HTML is shown as a reader's feed program would. Nothing may run.
"""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin.cli import main
from tests.browser.conftest import Site, Tab

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "</title></style></textarea><script>alert(1)</script>",
    "<!--<script>alert(1)//--></script><script>alert(1)</script>",
    '" onmouseover="alert(1)" onfocus="alert(1)" autofocus tabindex="1',
    "javascript:alert(1)",
    "]]><script>alert(1)</script>",
    '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    "&lt;img src=x onerror=alert(1)&gt;<img src=x onerror=alert(1)>",
    '[点这里](javascript:alert(1)) ![图](x" onerror="alert(1)) <javascript:alert(1)>',
    "\\u003cimg src=x onerror=alert(1)\\u003e ${alert(1)} `+alert(1)+`",
    "{{ cycler.__init__ }}{% include 'x' %}<math><mi xlink:href='javascript:alert(1)'>",
)
FIELDS = (
    "title", "kicker", "subtitle", "column", "byline", "source", "photographer", "editor", "summary", "original_title",
    "correction",
)  # fmt: skip
ATOM = "{http://www.w3.org/2005/Atom}"
CATCH = """
window.hits = 0;
window.alert = window.confirm = window.prompt = () => { window.hits += 1 };
"""
POKE = """
document.querySelectorAll('*').forEach(part => ['mouseover', 'focus', 'pointerenter', 'animationstart', 'toggle']
  .forEach(name => part.dispatchEvent(new Event(name))))
"""


def hostile(folder: Path, theme: str) -> Path:
    """A site with the payloads in every field of its config, register, topics, articles, standing pages and raw text."""
    content = folder / "content"
    (content / "pages").mkdir(parents=True)
    config = {
        "title": "岚川" + PAYLOADS[4], "county": "岚川县", "description": PAYLOADS[1], "theme": theme,
        "base_url": "https://bulletin.example/", "profile": "government", "fewest_reports": 1,
        "masthead": {"sponsor": PAYLOADS[2], "supervisor": PAYLOADS[6], "permit": PAYLOADS[0]},
        "footer": dict.fromkeys(("organizer", "phone", "address", "icp", "police", "support"), PAYLOADS[1]),
    }  # fmt: skip
    dump(folder / "config.yaml", config)
    leader = {
        "id": "gao-yuan", "name": "高远", "note": PAYLOADS[3], "duties": PAYLOADS[1], "bio": PAYLOADS[9],
        "posts": [{"text": "县委书记" + PAYLOADS[6], "from": "2020"}],
    }  # fmt: skip
    dump(content / "leaders.yaml", {"leaders": [leader]})
    topic = {"id": "bridge", "name": "石桥" + PAYLOADS[0], "words": ["石桥"], "introduction": "。".join(PAYLOADS)}
    dump(content / "topics.yaml", {"topics": [topic]})
    for i, payload in enumerate(PAYLOADS):
        front = dict.fromkeys(FIELDS, payload) | {
            "reprint": True,
            "source_url": "https://a.example/?'onfocus='alert(1)",
            "leaders": ["gao-yuan"],
            "topics": ["bridge"],
        }
        body = f"县委书记高远就石桥强调：{payload}\n\n{payload}\n\n## {payload}\n\n- {payload}\n\n`{payload}`\n\n    {payload}\n"
        (content / "2024-03-05").mkdir(exist_ok=True)
        (content / "2024-03-05" / f"{i:02}.md").write_text(f"---\n{json.dumps(front)}\n---\n{body}", "utf-8")
        raw = f"# 石桥{payload}\n\n{payload}\n\n本报讯 3月4日,县委书记高远在石桥说:“{payload}”\n\n图为{payload}\n\n(记者 {payload})\n"
        (content / "2024-03-05" / f"raw-{i:02}.txt").write_text(raw, "utf-8")
        page = f"---\n{json.dumps({'title': payload})}\n---\n{payload}\n\n{body}"
        (content / "pages" / f"page-{i}.md").write_text(page, "utf-8")
    main(["build", "--quiet", "--site", str(folder)])
    return folder / "output"


def dump(path: Path, value: object) -> None:
    """JSON is YAML too."""
    path.write_text(json.dumps(value), "utf-8")


@pytest.mark.parametrize("theme", ["default", "plain"])
def test_nothing_hostile_runs_on_any_page(theme: str, tmp_path: Path, open_tab: Callable[..., Tab]) -> None:
    output = hostile(tmp_path / "site", theme)
    tab = open_tab()
    page = tab.page
    page.add_init_script(CATCH)
    pages = sorted(output.rglob("*.html"))
    assert len(pages) > 40, "the hostile articles were held back"
    for path in pages:
        page.goto(path.as_uri())
        page.evaluate(POKE)
        assert page.evaluate("window.hits") == 0, path
        assert page.evaluate(
            "[...document.querySelectorAll('a, area, form, iframe, base, object, embed')].filter(part =>"
            " /^\\s*(javascript|data|vbscript):/i.test(part.getAttribute('href') || part.getAttribute('action') || '')"
            " || ['IFRAME', 'BASE', 'OBJECT', 'EMBED'].includes(part.tagName)).length"
        ) == 0, path  # fmt: skip
        for data in page.locator('script[type="application/ld+json"]').all_text_contents():
            json.loads(data)
    tab.errors.clear()  # pictures that are not there


def test_the_search_shows_payloads_as_words(
    tmp_path: Path, serve: Callable[[Path], Site], open_tab: Callable[..., Tab]
) -> None:
    site = serve(hostile(tmp_path / "site", "default"))
    page = open_tab().page
    page.add_init_script(CATCH)
    page.goto(site.file("search/index.html"))
    for query in ("石桥", "alert", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</script>"):
        page.fill("#q", query)
        page.keyboard.press("Enter")
        page.wait_for_selector('[data-part="results"] li')
        page.evaluate(POKE)
        assert page.evaluate("window.hits") == 0, query


def test_what_feeds_carry_runs_nothing(tmp_path: Path, open_tab: Callable[..., Tab]) -> None:
    output = hostile(tmp_path / "site", "default")
    tab = open_tab()
    tab.page.evaluate(f"() => {{ {CATCH} }}")
    feeds = sorted(output.rglob("feed.xml"))
    assert len(feeds) >= 3
    for path in feeds:
        for entry in ET.parse(path).getroot().iter(f"{ATOM}entry"):
            assert all(entry.find(f"{ATOM}{name}").get("type", "text") == "text" for name in ("title", "summary"))
            html = entry.find(f"{ATOM}content").text
            assert html
            tab.page.evaluate("html => { document.body.innerHTML = html }", html)
            tab.page.evaluate(POKE)
            assert tab.page.evaluate("window.hits") == 0, path
    tab.errors.clear()


def test_the_payloads_do_run_where_nothing_is_escaped(tmp_path: Path, open_tab: Callable[..., Tab]) -> None:
    """So that silence on the pages means something."""
    tab = open_tab()
    tab.page.add_init_script(CATCH)
    hits = []
    for i, payload in enumerate(PAYLOADS):
        path = tmp_path / f"{i}.html"
        path.write_text(
            f'<!doctype html><meta charset="utf-8"><title>{payload}</title><p title="{payload}">{payload}', "utf-8"
        )
        tab.page.goto(path.as_uri())
        tab.page.evaluate(POKE)
        hits.append(tab.page.evaluate("window.hits"))
    assert sum(1 for count in hits if count) >= 9
    tab.errors.clear()
