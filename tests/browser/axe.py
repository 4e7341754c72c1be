"""axe-core on an open page. It is evaluated and not loaded by a script tag, so the page's policy stays as strict as it is."""

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "async only => (await axe.run(document, {runOnly: only, resultTypes: ['violations']})).violations"


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def violations(page: Page, *rules: str) -> list[str]:
    """What axe-core finds, a line a rule with the first elements; all rules of WCAG 2.2 AA, or only the given ones."""
    only: dict[str, Any] = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"() => {{ {_axe()} }}")
    found = page.evaluate(RUN, only)
    return [f"{v['id']}: {'; '.join(n['html'] for n in v['nodes'][:3])}" for v in found]
