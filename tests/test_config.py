"""config.yaml: every key is documented, every mistake has its place."""

import pytest

from bulletin.config import describe
from tests.conftest import REPORT, ROOT, Project
from tests.tools.documents import DOCUMENTS


@pytest.fixture
def site(project: Project) -> Project:
    project.write("2024-03-05.txt", REPORT)
    return project


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_a_document_made_from_the_code_is_up_to_date(name: str) -> None:
    """`make docs` makes them; this holds them equal, both ways."""
    assert (ROOT / name).read_text("utf-8") == DOCUMENTS[name]()


def test_every_key_is_documented() -> None:
    text = (ROOT / "docs" / "config.md").read_text("utf-8")
    for key, *_ in describe():
        assert f"`{key}`" in text


def test_an_unknown_key_names_the_nearest(site: Project) -> None:
    site.config("title: 青石新闻\nprofle: media\n")
    assert site.run("build") == 0
    assert "config.yaml:2:1: warning key-unknown" in site.err
    assert "did you mean “profile”?" in site.err


def test_an_unknown_key_inside_a_section(site: Project) -> None:
    site.config("footer:\n  fone: 1\n")
    assert site.run("build") == 0
    assert "config.yaml:2:3" in site.err
    assert "“phone”" in site.err


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("profile: state\n", "config.yaml:1:10", "government | media | plain"),
        ("title: x\nfeed_items: many\n", "config.yaml:2:13", "1 … 200"),
        ("feed_items: 0\n", "config.yaml:1:13", "1 … 200"),
        ("search: maybe\n", "config.yaml:1:9", "true / false"),
        ("base_url: www.example.cn\n", "config.yaml:1:11", "https://"),
        ("publish_time: 25:00\n", "config.yaml:1:15", "07:30"),
        ("footer: all\n", "config.yaml:1:9", "keys and values"),
        ("title: [a, b]\n", "config.yaml:1:8", "one line of text"),
        ("title: x\ntitle: y\n", "config.yaml:2:1", "twice"),
        ("title: 'x\n", "config.yaml:", "not valid YAML"),
        ("theme: nothing\n", "config.yaml", "choose one of: default"),
        ("theme: ../content\n", "config.yaml", "no theme"),
        ("output: .\n", "config.yaml", "output folder"),
        ("output: content/out\n", "config.yaml", "output folder"),
        ("content: nowhere\n", "config.yaml", "nowhere"),
    ],
)
def test_a_wrong_value_is_2_with_its_place(site: Project, text: str, place: str, words: str) -> None:
    site.config(text)
    assert site.run("build") == 2
    assert place in site.err
    assert words in site.err
    assert not (site.folder / "output").exists()


def test_a_config_in_gbk(site: Project) -> None:
    (site.folder / "config.yaml").write_bytes("title: 青石报\n".encode("gb18030"))
    assert site.run("build") == 0
    assert "青石报" in site.read("index.html")


def test_an_empty_config_is_a_site(site: Project) -> None:
    site.config("")
    assert site.run("build") == 0
    assert "新闻简报" in site.read("index.html")


def test_settings_reach_the_pages(site: Project) -> None:
    site.config(
        "title: 青石报\nbase_url: https://a.example/b\nprofile: government\npublish_time: '06:15'\nsearch: false\n"
        "masthead: {sponsor: 青石县融媒体中心}\nfooter: {icp: 某ICP备1号, police: 某公网安备 12345678901234号, site_code: '1234567890'}\n"
    )
    assert site.run("build") == 0
    text = site.read("2024/03/05/1.html")
    assert "2024-03-05 06:15" in text
    assert "https://beian.mps.gov.cn/#/query/webSearch?code=12345678901234" in text
    assert 'content="1234567890"' in text
    assert not [name for name in site.files() if name.startswith("search/")]
    assert "https://a.example/b/2024/03/05/1.html" in site.read("sitemap.xml")


def test_without_an_address_there_is_no_site_map(site: Project) -> None:
    site.run("build")
    assert "sitemap.xml" not in site.files()
