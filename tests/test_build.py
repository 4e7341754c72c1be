"""The whole flow: content in, a finished site out."""

import json
import os
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin.checks.links import Links, dead_links
from bulletin.cli import main
from tests.conftest import REPORT, ROOT, SEED, Project

SITE = Path(__file__).parent / "site"


def copy_site(target: Path) -> Path:
    shutil.copytree(SITE, target, ignore=shutil.ignore_patterns("output", ".bulletin"))
    return target


ON_EVERY_SITE = ("search/search.js", "search/traditional.js")
"""Files that say nothing of the site; tests of the search read them."""


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_small_site_gives_exactly_the_golden_output(
    tmp_path: Path, golden: Callable[[Path, bytes], None], request: pytest.FixtureRequest
) -> None:
    site = copy_site(tmp_path / "site")
    assert main(["build", "--quiet", "--site", str(site)]) == 0
    made = contents(site / "output")
    if request.config.getoption("--update-golden"):
        shutil.rmtree(SITE / "output", ignore_errors=True)
    for name in ON_EVERY_SITE:
        del made[name]
    for name, data in made.items():
        golden(SITE / "output" / name, data)
    assert set(made) == set(contents(SITE / "output"))


def test_building_twice_writes_nothing_the_second_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = copy_site(tmp_path / "site")
    main(["build", "--site", str(site), "--json"])
    first, before = json.loads(capsys.readouterr().out), contents(site / "output")
    main(["build", "--site", str(site), "--json"])
    second = json.loads(capsys.readouterr().out)
    assert first["written"] > 50
    assert (second["written"], second["removed"]) == (0, 0)
    assert second["unchanged"] == first["written"]
    assert contents(site / "output") == before


def test_the_same_bytes_in_any_place_time_zone_and_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = copy_site(tmp_path / "one"), copy_site(tmp_path / "other place" / "青石")
    main(["build", "--quiet", "--site", str(one)])
    monkeypatch.setenv("TZ", "America/Lima")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    for path in other.rglob("*.txt"):
        os.utime(path, (0, 0))
    main(["build", "--quiet", "--site", str(other)])
    assert contents(one / "output") == contents(other / "output")


NAMES = [
    "2024-03-05.txt",
    "2024-03-06.txt",
    "2023/12/2023-12-29.txt",
    "2024-03-07/01 要闻.txt",
    "2024-03-07/02 综合.txt",
]
PEOPLE = ["县委书记高远", "县长何明川", "副县长苏青", "高远", "何明川", "县领导苏青、江北"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)), min_size=1, max_size=8
    ),
    st.randoms(),
)
def test_the_order_of_files_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, reports: list[tuple[str, str, str]], random: object
) -> None:
    texts: dict[str, str] = {}
    for i, (name, one, other) in enumerate(reports):
        texts[name] = (
            texts.get(name, "")
            + f"# 第{i + 1}篇报道的标题\n\n本报讯 3月{i + 1}日,{one}出席会议,{other}参加。\n\n{one[-2:]}强调,要抓好项目建设。\n\n"
        )
    outputs = []
    orders = [sorted(texts), sorted(texts, reverse=True)]
    random.shuffle(orders[1])  # type: ignore[attr-defined]
    for order in orders:
        site = tmp_path_factory.mktemp("site")
        (site / "config.yaml").write_text("title: 青石新闻\ntheme: wire\n", "utf-8")
        shutil.copytree(SITE / "themes", site / "themes")
        for name in order:
            path = site / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(texts[name], "utf-8")
        assert main(["build", "--quiet", "--site", str(site)]) == 0
        outputs.append(contents(site / "output"))
    assert outputs[0] == outputs[1]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site of the repository, built with the default theme."""
    site = tmp_path_factory.mktemp("sample")
    shutil.copy(ROOT / "config.yaml", site / "config.yaml")
    shutil.copytree(ROOT / "content", site / "content")
    assert main(["build", "--quiet", "--site", str(site)]) == 0
    return site / "output"


def test_dead_links_are_told() -> None:
    page = b'<a href="b.html">1</a><a href="b.html#x">2</a><a href="#here">3</a><p id="here"><a href="https://a.example/c.html">4</a>'
    dead = b'<a href="c.html">1</a><a href="b.html#y">2</a><a href="#there">3</a><a href="/out.html">4</a><a href="../../z.html">5</a>'
    files = {"d/a.html": page + dead, "d/b.html": b'<p id="x">', "d/out.html": b""}
    targets = [dict(finding.values)["target"] for finding in dead_links(files, "/base/")]
    assert targets == ["c.html", "b.html#y", "#there", "/out.html", "../../z.html"]


def test_a_link_to_a_file_from_the_top_leads_where_it_is_worked_out_to_lead() -> None:
    links = (
        "../../a.html",
        "../../b/c-1.html",
        "../a.html",
        "a.html",
        "../../../a.html",
        "../../b/../a.html",
        "../../b//a.html",
    )
    for folder in ("", "2024", "2024/03"):
        pages = [f"{folder}/{name}".strip("/") for name in ("x.html", "y.html")]
        text = "".join(f'<a href="{link}">' for link in links)
        plain = Links("/").inside(text, pages[0])
        marked = Links("/").inside(text.replace('html"', 'html?"'), pages[1])  # no usual form: each is worked out
        assert [target for target, *_ in plain] == [target for target, *_ in marked]


def test_every_link_of_the_sample_has_a_file(sample: Path) -> None:
    files = contents(sample)
    assert dead_links(files, "/") == []
    links = sum(data.count(b"href=") for name, data in files.items() if name.endswith(".html"))
    assert links > 5000, "the check had something to check"


def test_every_link_of_the_sample_is_relative_or_outside(sample: Path) -> None:
    import re

    for name, data in contents(sample).items():
        if name.endswith(".html") and name != "404.html":
            for link in re.findall(r'(?:href|src)="([^"]*)"', data.decode()):
                assert not link.startswith("/"), (name, link)


def test_addresses_are_ascii_and_lower_case(sample: Path) -> None:
    for name in contents(sample):
        assert name.isascii(), name
        assert name == name.lower(), name


def test_no_page_of_the_sample_is_empty_and_all_are_utf8(sample: Path) -> None:
    for name, data in contents(sample).items():
        if name.endswith(".html"):
            text = data.decode("utf-8")
            assert "</html>" in text
            assert "\r" not in text
            assert "None" not in text
            assert "\x00" not in text


def test_all_kinds_of_pages_are_there(sample: Path) -> None:
    for name in (
        "index.html",
        "archive/index.html",
        "leaders/index.html",
        "topics/index.html",
        "search/index.html",
        "feed.xml",
        "sitemap.xml",
        "404.html",
        "about/index.html",
    ):
        assert (sample / name).is_file(), name
    assert list(sample.glob("leaders/*/feed.xml"))
    assert list(sample.glob("leaders/*/20*/index.html"))
    assert list(sample.glob("topics/*/feed.xml"))
    assert list(sample.glob("20*/*/*/p01/index.html"))
    assert (sample / "2024/01/index.html").is_file()
    assert (sample / "2023/index.html").is_file()


def test_feeds_can_be_read_and_ids_are_their_own(sample: Path) -> None:
    for path in sample.rglob("feed.xml"):
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        assert feed.feed.id
        assert feed.feed.title
        assert feed.feed.updated
        assert feed.entries
        assert len({e.id for e in feed.entries}) == len(feed.entries)
        for entry in feed.entries:
            assert entry.title
            assert entry.link.startswith("https://bulletin.example/")
            assert entry.updated
            assert entry.author


def test_the_site_map_names_pages_that_are_there(sample: Path) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ET.parse(sample / "sitemap.xml").getroot()
    urls = [loc.text or "" for loc in root.iter(f"{space}loc")]
    assert len(urls) == len(set(urls)) > 200
    for url in urls:
        path = url.removeprefix("https://bulletin.example/")
        assert (sample / (path + "index.html" if path.endswith("/") or not path else path)).is_file(), url


def test_a_leader_page_keeps_the_post_of_the_day(tmp_path: Path) -> None:
    site = copy_site(tmp_path / "site")
    main(["build", "--quiet", "--site", str(site)])
    old = (site / "output/leaders/he-mingchuan/2023/index.html").read_text("utf-8")
    new = (site / "output/leaders/he-mingchuan/index.html").read_text("utf-8")
    assert "陪同 县委副书记、代县长" in old
    assert "县委副书记、县长 2024-03-06" in new


def test_somebody_who_is_not_visible_has_no_page_but_stays_in_the_report(tmp_path: Path) -> None:
    site = copy_site(tmp_path / "site")
    main(["build", "--quiet", "--site", str(site)])
    assert not (site / "output/leaders/jiang-bei").exists()
    assert "江北" not in (site / "output/leaders/index.html").read_text("utf-8")
    assert "江北" in (site / "output/2024/03/05/1.html").read_text("utf-8")


def test_a_withdrawn_report_keeps_its_address_and_shows_no_word(tmp_path: Path) -> None:
    site = copy_site(tmp_path / "site")
    main(["build", "--quiet", "--site", str(site)])
    files = contents(site / "output")
    assert b"withdrawn" in files["2024/03/06/3.html"]
    assert not any("不应出现".encode() in data for data in files.values())


@pytest.mark.skipif(not SEED.is_dir(), reason="the real page dump is not at hand; its twin is built below")
def test_the_real_page_dump_as_the_only_content(project: Project) -> None:
    project.write("dump.txt", next(SEED.glob("*.txt")).read_bytes())
    check_page_dump(project)


def test_the_twin_of_the_page_dump_as_the_only_content(project: Project) -> None:
    project.write("dump.txt", (Path(__file__).parent / "seed-twin.txt").read_bytes())
    check_page_dump(project)


def check_page_dump(project: Project) -> None:
    result = project.build()
    assert (result["articles"], result["issues"], project.code) == (4, 1, 0)
    files = project.files()
    assert [n for n in files if n.startswith("2020/10/13/")] == [
        f"2020/10/13/{n}" for n in ("1.html", "2.html", "3.html", "4.html", "index.html")
    ]
    assert sum(n.startswith("leaders/") and n.endswith("/index.html") and n.count("/") == 2 for n in files) == 10
    assert sum(n.startswith("topics/") and n.endswith("/index.html") and n.count("/") == 2 for n in files) >= 4
    assert {"archive/index.html", "2020/index.html", "2020/10/index.html", "index.html"} <= set(files)


def test_a_site_of_one_report_builds(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    assert project.build()["findings"] == []
    assert "石桥通车" in project.read("index.html")
