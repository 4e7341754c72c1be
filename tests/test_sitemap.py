"""Site maps: one of all pages, or an index of several where there are more addresses than one may have."""

from xml.etree import ElementTree as ET

import pytest

from bulletin.pages.feeds import MOST_ADDRESSES, SITEMAP_INDEX, SPACE, Listing, sitemap_pages
from bulletin.parts import Part, held
from tests.conftest import REPORT, Project


def addresses(project: Project, url: str) -> list[str]:
    return [str(place.text) for place in ET.fromstring(project.read(url)).iter(f"{{{SPACE}}}loc")]


def test_more_addresses_than_one_map_may_have_are_in_several(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.config("title: 青石新闻\ncounty: 青石县\nbase_url: https://a.example/x/\n")
    for day in range(1, 6):
        project.write(f"2024-03-0{day}.txt", REPORT)
    project.build()
    every = addresses(project, "sitemap.xml")
    monkeypatch.setattr("bulletin.pages.feeds.MOST_ADDRESSES", 7)
    project.run("build", "--clean")
    maps = addresses(project, "sitemap.xml")
    assert maps == [f"https://a.example/x/sitemap-{n}.xml" for n in range(1, len(maps) + 1)]
    found = [addresses(project, url.removeprefix("https://a.example/x/")) for url in maps]
    assert all(len(one) <= 7 for one in found)
    assert [url for one in found for url in one] == every
    assert ET.fromstring(project.read("sitemap.xml")).tag == f"{{{SPACE}}}sitemapindex"
    assert "<lastmod>2024-03-05</lastmod>" in project.read("sitemap.xml")
    project.write("2024-03-05.txt", REPORT.replace("石桥", "木桥"))
    assert not [url for url in project.build()["rendered"] if url.startswith("sitemap")]
    (project.folder / "content" / "2024-03-05.txt").unlink()
    (project.folder / "content" / "2024-03-04.txt").unlink()
    monkeypatch.setattr("bulletin.pages.feeds.MOST_ADDRESSES", MOST_ADDRESSES)
    project.build()
    assert not [url for url in project.files() if url.startswith("sitemap-")]


def test_a_map_has_at_most_fifty_thousand_addresses() -> None:
    def listing(name: str, count: int) -> Part[Listing]:
        return Part.of(tuple((f"{name}/{n}.html", "2024-03-05") for n in range(count)))

    sizes = {"a": 49_999, "b": 2, "c": 120_000, "d": 1}
    pages = list(sitemap_pages(held, Part.of(None), tuple(listing(*size) for size in sizes.items())))  # type: ignore[arg-type]
    *maps, index = pages
    assert [sum(len(held(part)) for part in page.data[1]) for page in maps] == [49_999, 2, 50_000, 50_000, 20_001]  # type: ignore[attr-defined]
    assert (index.url, index.template) == ("sitemap.xml", SITEMAP_INDEX)
    assert [name for name, _ in index.data[1]] == [page.url for page in maps]  # type: ignore[attr-defined]
    assert [page.url for page in sitemap_pages(held, Part.of(None), (listing("a", 50_000),))] == ["sitemap.xml"]  # type: ignore[arg-type]
