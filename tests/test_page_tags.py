"""What machines read in a page's head: the page tags of each profile, Open Graph, JSON-LD, the canonical address, lastmod."""

import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest

from tests.conftest import Project

SITE = {"SiteName", "SiteDomain", "SiteIDCode"}
COLUMN = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
ARTICLE = {"ArticleTitle", "PubDate", "ContentSource"}
CONFIG = (
    "title: 青石新闻\ncounty: 青石县\nbase_url: https://a.example/\nfooter: {{site_code: '1234567890'}}\nprofile: {}\n"
)
TEXT = (
    '---\n标题: 石桥<通车> & "开放"\n作者: [苏小雨, 何野]\n来源: 青石县融媒体中心\n专题: [城市建设]\n更新: 2024-03-07\n摘要: </script><b>\n---\n'
    "3月4日，县委书记高远到石桥检查。\n"
)


class Head(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.blocks: list[str] = []
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and (name := values.get("name") or values.get("property")):
            self.meta[name] = values["content"]
        if tag == "link":
            self.links.setdefault(values["rel"], values["href"])
        self._inside = tag == "script" and values.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


@pytest.fixture
def made(project: Project) -> Project:
    project.config(CONFIG.format("government"))
    project.write("2024-03-05/a.md", TEXT)
    project.write("2024-04-02/b.md", TEXT.replace("更新: 2024-03-07\n", ""))
    assert project.run("build") == 0
    return project


def test_the_front_page_has_three_tags_a_list_seven_an_article_ten(made: Project) -> None:
    def tags(url: str) -> set[str]:
        return {name for name in Head(made.read(url)).meta if name in SITE | COLUMN | ARTICLE}

    assert tags("index.html") == SITE
    for url in ("2024/03/05/index.html", "leaders/index.html", "topics/index.html", "archive/index.html"):
        assert tags(url) == SITE | COLUMN, url
    assert tags("2024/03/05/1.html") == SITE | COLUMN | ARTICLE


def test_an_article_tells_what_the_tags_ask_for(made: Project) -> None:
    meta = Head(made.read("2024/03/05/1.html")).meta
    assert meta["ArticleTitle"] == '石桥<通车> & "开放"'
    assert re.fullmatch(r"2024-03-05 \d\d:\d\d", meta["PubDate"])
    assert meta["ContentSource"] == "青石县融媒体中心"
    assert meta["Author"] == "苏小雨 何野"
    assert meta["Url"] == "https://a.example/2024/03/05/1.html"
    assert all(value.strip() for value in meta.values())


@pytest.mark.parametrize(("profile", "wanted"), [("media", SITE | COLUMN | ARTICLE), ("plain", set())])
def test_profiles(made: Project, profile: str, wanted: set[str]) -> None:
    made.config(CONFIG.format(profile))
    assert made.run("build") == 0
    assert {n for n in Head(made.read("2024/03/05/1.html")).meta if n in SITE | COLUMN | ARTICLE} == wanted


def test_without_a_code_the_tag_is_left_out(made: Project) -> None:
    made.config(CONFIG.format("government").replace("site_code", "phone"))
    assert made.run("build") == 0
    assert "SiteIDCode" not in Head(made.read("index.html")).meta


def test_linked_data_is_the_article_and_cannot_end_its_block(made: Project) -> None:
    (block,) = Head(made.read("2024/03/05/1.html")).blocks
    data = json.loads(block)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == '石桥<通车> & "开放"'
    assert data["description"] == "</script><b>"
    assert data["datePublished"].startswith("2024-03-05T")
    assert data["dateModified"] == data["datePublished"].replace("03-05", "03-07")
    assert [a["name"] for a in data["author"]] == ["苏小雨", "何野"]
    assert data["url"] == data["mainEntityOfPage"] == "https://a.example/2024/03/05/1.html"
    assert data["keywords"] == ["城市建设", "高远"]
    later = json.loads(Head(made.read("2024/04/02/1.html")).blocks[0])
    assert later["dateModified"] == later["datePublished"]


def test_without_an_address_no_address_is_told(project: Project) -> None:
    project.write("2024-03-05/a.md", TEXT)
    assert project.run("build") == 0
    head = Head(project.read("2024/03/05/1.html"))
    assert "url" not in json.loads(head.blocks[0])
    assert "canonical" not in head.links
    assert "og:url" not in head.meta


def test_every_page_names_its_own_address_and_itself(made: Project) -> None:
    for url, data in made.files().items():
        if not url.endswith(".html") or url == "404.html":
            continue
        head = Head(data.decode())
        assert head.links["canonical"] == "https://a.example/" + url.removesuffix("index.html"), url
        assert head.meta["og:url"] == head.links["canonical"], url
        assert head.meta["og:title"], url
        assert head.meta["description"], url


def test_every_list_in_the_site_map_tells_the_day_of_its_newest_report(made: Project) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    days = {
        (entry.findtext(f"{space}loc") or "").removeprefix("https://a.example/"): entry.findtext(f"{space}lastmod")
        for entry in ET.fromstring(made.read("sitemap.xml"))
    }
    assert days.pop("search/") is None
    assert days["2024/03/05/1.html"] == "2024-03-07"
    assert days["2024/03/"] == days["2024/03/05/"] == "2024-03-05"
    for url in ("", "archive/", "2024/", "2024/04/", "leaders/", "leaders/1/", "topics/", "topics/city/"):
        assert days[url] == "2024-04-02", url
    assert all(days.values())
