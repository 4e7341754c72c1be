"""Parts and digests, and groups of pages: what depends on what."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bulletin.briefs import NO_BRIEFS, Briefs
from bulletin.compose import Material, compose, compose_month, first_count, make_bulletin
from bulletin.config import Config
from bulletin.model import Article, Body, Person, PictureFile
from bulletin.pages.making import make_groups
from bulletin.parts import Part, digest, held
from bulletin.people.register import Register
from bulletin.topics import merge_topics


def test_equal_values_have_equal_digests_however_they_came_about() -> None:
    text = "石桥通车"
    assert digest(text, text) == digest("石桥" + "通车", "".join("石桥通车"))
    assert digest(("a", "b")) != digest(("ab",))
    assert digest(1) != digest("1") != digest(date(2024, 3, 5))
    assert Part.of((text,)) == Part.of((str(text),))


def test_a_part_counts_by_its_digest_and_not_by_where_it_lies() -> None:
    one, other = Part.of("abc"), Part("x", None, (1, 2, 3))
    assert digest(one) == digest(Part(one.digest, None, (7, 8, 9)))
    assert digest(one) != digest(other)
    with pytest.raises(LookupError):
        held(other)


def articles() -> list[Article]:
    people = (Person("高远", ("县委书记",)),)
    return [
        Article(f"{month}-{day}.txt", 1, 0, date(2024, month, day), f"第{day}篇", people=people, topics=("safety",), body=Part.of(Body("<p>a</p>", b"a")))
        for month in (3, 4, 5) for day in (5, 6)
    ]  # fmt: skip


def test_leaders_and_topics_are_the_same_out_of_briefs_and_out_of_months() -> None:
    made = articles()
    made[1] = replace(
        made[1], pictures=(PictureFile("桥.jpg", "a.jpg"),), people=(Person("高远"), Person("苏青", ("县长",)))
    )
    made[3] = replace(made[3], people=(Person("高远", ("县委书记", "县长")),), topics=())
    material = Material(Register(), merge_topics((), False), {}, (), Config(fewest_reports=1))
    months = [compose_month(made[i : i + 2], material, first_count(material.config)) for i in (0, 2, 4)]
    briefs = Briefs()
    for month in months:
        briefs.add(month.briefs)
    loaded: list[str] = []

    def load(part: Part[Any]) -> Any:
        loaded.append(part.digest)
        return held(part)

    out_of_briefs = make_bulletin(months, material, load, None, briefs)
    assert len(loaded) == len(out_of_briefs.topics) == 1  # the report on top of the page
    assert out_of_briefs == make_bulletin(months, material, held, None, NO_BRIEFS)
    assert [(leader.name, leader.count, leader.posts) for leader in out_of_briefs.leaders] == [
        ("高远", 6, ("县委书记",)), ("苏青", 1, ("县长",)),
    ]  # fmt: skip
    assert [topic.pictured.article.title for topic in out_of_briefs.topics] == ["第6篇"]


def recipes(made: list[Article]) -> tuple[dict[str, str], dict[str, str]]:
    """Group -> digest of its inputs, page -> digest of its data."""
    config = Config(feed_items=2)
    material = Material(Register(), merge_topics((), False), {}, (), config)
    bulletin, _ = compose(made, material)
    _, groups = make_groups(bulletin, config, (), ())
    digests, pages = {}, {}
    for group in groups:
        digests[group.name] = digest(*group.inputs)
        pages.update({page.url: digest(page.template, *page.data) for page in group.pages(held)})
    return digests, pages


def changed(made: list[Article]) -> tuple[set[str], set[str]]:
    """Groups and pages that differ from those of `articles()`."""
    before, after = recipes(articles()), recipes(made)
    return tuple({n for n in {*b, *a} if b.get(n) != a.get(n)} for b, a in zip(before, after, strict=True))  # type: ignore[return-value]


def test_a_body_changes_its_article_and_what_holds_its_words() -> None:
    made = articles()
    made[0] = replace(made[0], body=Part.of(Body("<p>b</p>", b"b")))
    groups, pages = changed(made)
    assert pages == {"2024/03/05/1.html", "search/2024/i0.js", "search/2024/rows.js", "search/2024/t0305-0.js"}
    assert "leader 高远" not in groups
    assert "month 2024-04" not in groups


def test_a_headline_changes_lists_and_neighbours() -> None:
    made = articles()
    made[0] = replace(made[0], title="新标题")
    groups, pages = changed(made)
    assert {"2024/03/05/1.html", "2024/03/05/index.html", "2024/03/index.html", "leaders/1/index.html"} <= pages
    assert "2024/03/06/1.html" in pages  # it names the earlier report on the same topic
    assert not pages & {"2024/03/06/index.html", "index.html", "archive/index.html", "feed.xml", "leaders/index.html"}
    assert {page for page in pages if page.startswith("2024/04")} == {
        "2024/04/05/1.html",
        "2024/04/06/1.html",
    }  # so do these
    assert not [group for group in groups if group.startswith(("feed", "year"))]
