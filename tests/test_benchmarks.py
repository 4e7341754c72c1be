"""The benchmark's sites: the same county for the same seed, the same articles in every form, and a comparison that sees."""

import json
from dataclasses import astuple
from importlib import import_module
from pathlib import Path

import pytest

from benchmarks import beginnings, captions, fitting, growing, growth, scale, subheads, topics
from benchmarks.bare import make
from benchmarks.compare import differences, essence, paths
from benchmarks.county import FIRST_DAY, make_county
from benchmarks.sites import FORMS
from benchmarks.speed import dumps, measure, table
from bulletin.build import build
from bulletin.config import read_config
from bulletin.lexicon import built_in, make_lexicon
from bulletin.model import Paragraph, Report, TopicEntry
from bulletin.reports.weighing import weighed_by_trees
from bulletin.storage.shipped import read_shipped
from bulletin.topics import merge_topics

COUNT = 40


@pytest.mark.parametrize(
    "name",
    ["beginnings", "captions", "headlines", "subheads", "topics", "growth", "reading", "engine", "search", "preview"],
)
def test_what_is_run_by_hand_can_be_loaded(name: str) -> None:
    """A name that moved in another module is found here, not on the day when somebody measures."""
    assert callable(import_module(f"benchmarks.{name}").main)


def test_points_are_fitted_to_what_signs_tell() -> None:
    """One sign that goes with beginnings, one that goes with the others, one that goes with both alike."""
    found = [
        fitting.Case(f"{n}", {sign: 1.0, "both": 1.0}, sign == "for", 1.0)
        for n in range(20)
        for sign in ("for", "against")
    ]
    worth = fitting.fit(found, ("against", "both", "for"))
    assert worth["for"] > 1 > -1 > worth["against"]
    assert abs(worth["both"]) < 0.1


def test_what_is_held_back_is_told_by_what_was_learnt_from_the_others() -> None:
    """A learner that says yes to everything misses nothing and takes every question that holds not."""
    found = [fitting.Case(f"{n}", {"for": 1.0}, n % 4 == 0, 1.0) for n in range(COUNT)]
    told = fitting.held_back(
        found, ("for",), "yes", learn=lambda cases, names: len(cases), weigh=lambda signs, most: 1.0
    )
    assert told == f"held back: 0 of {COUNT // 4} yes missed, {COUNT * 3 // 4} of {COUNT * 3 // 4} others taken"


def test_trees_are_planted_as_they_grew() -> None:
    node = {
        "split_feature": 1, "threshold": 1e-35,
        "left_child": {"leaf_value": -0.25},
        "right_child": {"split_feature": 0, "threshold": 0.5, "left_child": {"leaf_value": 1.0}, "right_child": {"leaf_value": 2.0004}},
    }  # fmt: skip
    tree = growing._tree(node, ("length", "gap"))
    assert tree == ("gap", 0.0, -0.25, ("length", 0.5, 1.0, 2.0))
    module: dict[str, object] = {}
    exec(growing.head("tell.", "benchmarks.x") + growing.planted("TREES", [tree, 0.5]), module)
    assert module["TREES"] == (tree, 0.5)
    assert weighed_by_trees({"gap": 1.0, "length": 0.7}, (tree, 0.5)) == 2.5


def test_headlines_and_subheads_are_asked_of_texts_and_of_dumps_made_of_them(tmp_path: Path) -> None:
    told = [f"6月{day}日，县委书记高远到石桥镇检查防汛工作，察看了河堤，看望了值守的干部群众。" for day in (3, 4, 5)]
    for name in "abcd":
        article = {
            "title": f"{name}县检查防汛工作",
            "kicker": "",
            "subtitle": "",
            "paragraphs": told,
            "captions": [],
            "byline": [],
        }
        (tmp_path / f"{name}.txt").write_text("\n".join((article["title"], *told)), encoding="utf-8")
        (tmp_path / f"{name}.json").write_text(json.dumps({"articles": [article]}), encoding="utf-8")
    found = subheads.cases([tmp_path])
    assert {case.weight for case in found} == {subheads.MADE}
    assert {case.holds for case in found} == {True, False}


def test_beginnings_are_asked_of_dumps_as_they_are_and_without_headlines(tmp_path: Path) -> None:
    one, other = (
        "6月3日，县委书记高远到石桥镇检查防汛工作，察看了河堤和水库的情况。",
        "7月10日，县委常委、宣传部部长苏青到县图书馆为读书志愿者授旗，勉励大家。",
    )
    more = "他要求，各村要备足沙袋，夜里有人值守，发现险情马上报告，确保群众安全。"
    articles = [{"paragraphs": [one, more]}, {"paragraphs": [other, more]}]
    (tmp_path / "a.txt").write_text("\n".join((one, more, other, more)), encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps({"articles": articles}), encoding="utf-8")
    found = beginnings.cases([tmp_path])
    assert [case.weight for case in found if case.holds] == [1.0, beginnings.MADE, beginnings.MADE]


def test_lines_under_pictures_are_asked_of_texts_and_put_into_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [f"6月{day}日，县委书记高远到石桥镇检查防汛工作，察看了河堤。" for day in (3, 4, 5)]
    line = "村民在河堤上装沙袋"
    (tmp_path / "a.txt").write_text("\n\n".join(("高远检查防汛工作", told[0], line, *told[1:])), encoding="utf-8")
    article = {"title": "高远检查防汛工作", "paragraphs": told, "captions": [line]}
    (tmp_path / "a.json").write_text(json.dumps({"articles": [article]}), encoding="utf-8")
    monkeypatch.setattr(captions, "TIMES", 8)
    found = captions.cases([tmp_path])
    assert [case.holds for case in found if case.weight == 1.0] == [True]
    assert {case.holds for case in found if case.weight == captions.MADE} == {True, False}


def test_weights_of_words_are_fitted_to_the_topics_of_reports() -> None:
    """A word that stands in reports of another topic counts less, the one that tells them more; others stay as they are."""
    words = {"bridge": (("石桥", 2.0), ("小桥", 2.0)), "pond": (("荷塘", 2.0),)}
    lexicon = make_lexicon(TopicEntry(id, id, told, special=False) for id, told in words.items())
    report = Report("a.txt", 1, 1, paragraphs=(Paragraph("石桥边的荷塘开花了。", 1, 1),))
    rows = topics.told([("new", report, (), (), ["pond"])] * 4, lexicon)
    assert rows[0].different == {"bridge": 1, "pond": 1}
    after = topics.with_points(topics.fitted(rows, lexicon, frozenset()), lexicon)
    weights = {word: weight for entry in after.entries for word, weight in entry.words}
    assert weights["石桥"] < 2 < weights["荷塘"]
    assert weights["小桥"] == 2
    assert topics.figures(rows, after) == "right 1.000 wrong 0.000"


def test_the_file_of_topics_is_as_it_is_written_with_fitted_weights() -> None:
    text = read_shipped("topics.yaml")
    assert topics.file_of(make_lexicon(built_in()), text) == text


def test_growth_is_measured_on_texts_that_are_what_their_names_say() -> None:
    assert (growth.reports(3).count("本报讯"), growth.one_line(3).count("\n")) == (3, 0)


def content(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in sorted(paths(folder))}


def test_a_county_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    first, again, other = (make_county(COUNT, seed) for seed in (7, 7, 8))
    reports = list(first[1])
    assert (first[0], reports) == (again[0], list(again[1]))
    assert reports != list(other[1])
    assert len(reports) == COUNT
    assert reports[0].day == FIRST_DAY
    assert 500 < sum(len("".join(report.paragraphs)) for report in reports) / COUNT < 900


def test_every_leader_of_a_report_holds_the_post_on_that_day() -> None:
    leaders, reports = make_county(2000)
    by_id = {leader.id: leader for leader in leaders}
    for report in reports:
        for id in report.leaders:
            assert by_id[id].start <= report.event
            assert (by_id[id].end or report.day) >= report.day


@pytest.mark.parametrize("form", ["front-matter", "awkward", "raw"])
def test_every_form_makes_the_same_pages_without_a_finding(form: str, tmp_path: Path) -> None:
    FORMS["front-matter"](tmp_path / "one", COUNT, 7)
    FORMS[form](tmp_path / "two", COUNT, 7)
    outcomes = [build(read_config(tmp_path / name)[0]) for name in ("one", "two")]
    assert [(outcome.articles, outcome.held_back) for outcome in outcomes] == [(COUNT, 0)] * 2
    assert not [finding for outcome in outcomes for finding in outcome.findings if finding.severity.value != "hint"]
    pages = [{path for path in paths(tmp_path / name / "output") if path[:4].isdigit()} for name in ("one", "two")]
    assert pages[0] == pages[1]


def test_the_twin_has_a_file_for_every_article(tmp_path: Path) -> None:
    FORMS["hugo"](tmp_path / "hugo", COUNT, 7)
    FORMS["front-matter"](tmp_path / "ours", COUNT, 7)
    build(read_config(tmp_path / "ours")[0])
    wanted = {path.removesuffix("html") for path in paths(tmp_path / "ours/output") if path[:4].isdigit()}
    given = {path.removesuffix("md") for path in paths(tmp_path / "hugo/content") if path[:4].isdigit()}
    assert {path.replace("_index.", "index.") for path in given} == wanted


def test_the_plain_script_makes_the_same_site(tmp_path: Path) -> None:
    FORMS["front-matter"](tmp_path / "site", 4 * COUNT, 7)
    build(read_config(tmp_path / "site")[0])
    make(tmp_path / "site", str(tmp_path / "bare"))
    assert not differences(tmp_path / "site/output", tmp_path / "bare")


def test_a_comparison_sees_a_page_a_word_a_link_and_an_order(tmp_path: Path) -> None:
    page = '<title>t</title><main><h1>石桥</h1><ul><li><a href="../a.html">甲</a></li><li><a href="/b.html">乙</a></li></ul></main>'
    changed = {
        "word": page.replace("乙", "丙"),
        "link": page.replace("b.html", "c.html"),
        "title": page.replace(">t<", ">u<"),
        "order": page.replace("../a.html", "#").replace("/b.html", "../a.html").replace("#", "/b.html"),
    }
    assert essence("x/i.html", page) == essence(
        "x/i.html", page.replace("../a.html", "/a.html").replace("<li>", "\n<li>")
    )
    for name, text in changed.items():
        assert essence("x/i.html", page) != essence("x/i.html", text), name
    for folder, text in (("one", page), ("two", changed["word"])):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "i.html").write_text(text, "utf-8")
    (tmp_path / "two" / "more.html").write_text(page, "utf-8")
    found = differences(tmp_path / "one", tmp_path / "two")
    assert [line.rsplit("/", 1)[-1] for line in found[:1]] == ["two: more.html"]
    assert "乙" in found[1]
    assert "丙" in found[1]


def test_the_sizing_table_measures_every_build_of_an_archive(tmp_path: Path) -> None:
    size = scale.measure(tmp_path / "site", COUNT, "raw", 1)
    assert all(figure > 0 for figure in astuple(size))
    head, _, row, growth = scale.table([size, size])[:3] + scale.table([size, size])[-1:]
    assert row.startswith(f"| {COUNT} | {size.anew:.2f} s | {size.anew_peak:.0f} MiB |")
    assert growth == "| growth: 1.0 × |" + " 1.0 × |" * (head.count("|") - 2)


def test_speed_counts_the_characters_of_texts_in_which_no_names_come_again() -> None:
    one, other = (data.decode() for _, data in dumps(2))
    assert [one.count(word) + other.count(word) for word in ("石桥镇", "石洼村")] == [0, 0]
    bylines = [
        {line[line.index("记者") : line.index("）")] for line in text.split("\n") if "（记者" in line}
        for text in (one, other)
    ]
    assert bylines[0]
    assert not bylines[0] & bylines[1]
    speed = measure("two", [("a.txt", "甲 乙\n".encode()), ("b.txt", one.encode())], merge_topics((), False), 1)
    assert (speed.files, speed.reports, speed.characters) == (2, 6, 2 + len("".join(one.split())))
    assert speed.alone > 0
    assert speed.together > 0
    assert table([speed])[1].split()[:4] == ["two", "2", "6", f"{speed.characters / 6:.0f}"]
