"""Texts to reports: gold cases, bad files with their exact findings, and what must hold for any text."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.reading import Score, added, compare, lost, pairs, plain
from bulletin.account import account
from bulletin.findings import show
from bulletin.people.link import recognise
from bulletin.people.register import Register
from bulletin.reports.dateline import take_dateline
from bulletin.reports.decode import decode
from bulletin.reports.place import windows_forbids
from bulletin.reports.reading import read_reports
from bulletin.topics import merge_topics

CASES = Path(__file__).parent / "reports"
LEXICON = merge_topics((), False)
KNOWN = (CASES / "known.txt").read_text("utf-8").splitlines()
GOOD = sorted(p.stem for p in (CASES / "good").glob("*.json"))
BAD = sorted(p for p in (CASES / "bad").iterdir() if p.suffix in (".txt", ".md"))


def read(path: Path) -> dict[str, Any]:
    result: dict[str, Any] = account([(path.name, path.read_bytes())], Register(), LEXICON)["files"][0]
    return result


def wrong_measures(name: str) -> list[str]:
    """`case: measure` for all that a case gets wrong."""
    given = read(CASES / "good" / f"{name}.txt")
    wanted = json.loads((CASES / "good" / f"{name}.json").read_text("utf-8"))
    if len(given["articles"]) != len(wanted["articles"]):
        return [f"{name}: splitting"]
    score = Score()
    score.exact(
        "issue date", name, given["issue_date"] if given["issue_date_source"] != "guess" else None, wanted["issue_date"]
    )
    for i, (one, other) in enumerate(zip(given["articles"], wanted["articles"], strict=True)):
        compare(score, f"{name}[{i}]", one, other)
    return sorted({line.split("\n")[0] for line in score.wrong})


@pytest.mark.parametrize("name", GOOD)
def test_a_case_is_read_as_its_gold_says(name: str) -> None:
    """What is not right yet is listed in known.txt, so that a loss and a gain both show."""
    known = [line for line in KNOWN if line.split("[")[0].split(":")[0] == name]
    assert wrong_measures(name) == known


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.name)
def test_a_bad_file_gives_its_exact_findings(path: Path, golden: Callable[[Path, bytes], None]) -> None:
    reading = read_reports(path.read_bytes(), path.name)
    text = "".join(show(finding) + "\n" for finding in reading.findings)
    golden(path.with_suffix(path.suffix + ".findings"), text.encode())
    assert text


@pytest.mark.parametrize("name", GOOD)
def test_no_character_of_a_case_is_lost(name: str) -> None:
    """Every Han character stands in an article or in a recorded change."""
    data = (CASES / "good" / f"{name}.txt").read_bytes()
    assert lost(read(CASES / "good" / f"{name}.txt"), decode(data, name).text) == ""


def test_every_paragraph_of_gold_is_in_the_text() -> None:
    """The cases themselves are sound: nothing in gold that the raw text does not have."""
    for name in GOOD:
        raw = plain(decode((CASES / "good" / f"{name}.txt").read_bytes(), name).text)
        for article in json.loads((CASES / "good" / f"{name}.json").read_text("utf-8"))["articles"]:
            for leader in article["leaders"]:
                assert plain(leader["name"]) in raw, name


TEXT = st.text(
    alphabet="县委书记高远王砚青主持召开，。、：,.:;()（）“”\"'# \n\t\u30001234567890月日年本报讯记者—-*<>&{}%\ufeff\u200b\x07\ufffd\ue000的",
    max_size=400,
)


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_no_text_gives_a_traceback_and_no_word_is_lost(text: str) -> None:
    reading = read_reports(text.encode(), "2024-03-05.txt")
    for report in reading.reports:
        recognise(report)
    assert reading.encoding in ("utf-8", "")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_give_a_traceback(data: bytes) -> None:
    for report in read_reports(data, "2024-03-05.txt").reports:
        recognise(report)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(GOOD),
    st.integers(0, 400),
    st.integers(0, 60),
    st.sampled_from(["", "\n\n", "。", "# ", "（", "\u3000\u3000"]),
)
def test_a_damaged_case_gives_no_traceback(name: str, at: int, length: int, instead: str) -> None:
    data = (CASES / "good" / f"{name}.txt").read_bytes()
    text = data.decode("utf-8", "replace")
    for report in read_reports((text[:at] + instead + text[at + length :]).encode(), "x.txt").reports:
        recognise(report)


def first(text: str) -> dict[str, Any]:
    result: dict[str, Any] = account([("x.txt", text.encode())], Register(), LEXICON)["files"][0]
    return result


def test_names_and_a_verb_below_a_headline_are_its_subtitle() -> None:
    (article,) = first("县安委会召开全体会议\n高远 何明川出席\n\n本报讯 3月4日,县安委会召开全体会议。\n")["articles"]
    assert (article["title"], article["subtitle"]) == ("县安委会召开全体会议", "高远 何明川出席")


def test_the_hour_of_a_page_view_is_no_masthead_and_traditional_frames_are_frames() -> None:
    file = first(
        "2019/1/2 上午9:27:28 星期三\n當前位置:首頁>>今日青石\n\n縣裡召開會議\n\n"
        "來源:青石發佈發佈時間:2018-10-14 16:50\n\n10月13日,縣裡召開會議。\n\n关于我们 | 联系我们\n• 相关链接\n"
    )
    (article,) = file["articles"]
    assert (file["issue_date"], article["date"], article["source"]) == ("2018-10-14", "2018-10-13", "青石發佈")
    assert article["paragraphs"] == ["10月13日，縣裡召開會議。"]


def test_a_masthead_may_begin_with_its_page() -> None:
    file = first("A1:青石*要闻总第3311期 >2018-09-26编印\n\n检查组来我县检查\n\n本报讯9月21日上午,检查组到我县检查。\n")
    assert (file["issue_date"], file["issue_date_source"]) == ("2018-09-26", "masthead")


def test_a_line_that_names_a_scene_is_a_caption() -> None:
    (article,) = first("本报讯 3月4日,会议召开。\n\n讨论会现场\n\n会议听取了汇报。\n")["articles"]
    assert article["captions"] == ["讨论会现场"]
    assert len(article["paragraphs"]) == 2


def test_the_way_to_a_file_elsewhere_is_no_odd_name() -> None:
    assert windows_forbids("../elsewhere/./2024-03-05.txt") == ""
    assert windows_forbids("../con.txt") == "con.txt"


def test_a_text_in_utf_16_that_breaks_off_in_a_character_is_read_without_it() -> None:
    decoded = decode(b"\xff\xfe" + "县委书记高远".encode("utf-16-le")[:-1], "x.txt")
    assert (decoded.text, decoded.encoding) == ("县委书记高", "utf-16")
    assert decoded.warning
    assert decoded.warning.id == "text-cut"


def test_bytes_that_no_encoding_fits_are_told_with_their_offset() -> None:
    decoded = decode(b"\xff\xfe" + b"\x00\xd8\x00\x00" * 3, "x.txt")
    assert decoded.finding
    assert dict(decoded.finding.values)["offset"] == "2"


def test_reports_are_scored_by_how_their_texts_begin_where_their_number_is_wrong() -> None:
    """A report that was not found counts as wrong; the others are not shifted."""
    wanted = [{"title": t, "paragraphs": [f"{t}的正文从这里开始。"]} for t in ("甲", "乙", "丙")]
    assert [g["title"] for g, _ in pairs([wanted[0], wanted[2]], wanted)] == ["甲", None, "丙"]
    assert [g["title"] for g, _ in pairs(wanted, wanted)] == ["甲", "乙", "丙"]


def test_characters_that_the_text_does_not_have_are_counted() -> None:
    article = {"title": "高远调研", "kicker": None, "subtitle": None, "paragraphs": ["调研调研"], "captions": []}
    assert added({"articles": [article]}, "高远调研调研") == "研调"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("【本報訊】3月4日，縣委書記高遠到石橋鎮。", "本報訊"),
        ("本網(wǎng)訊 3月4日，縣委書記高遠到石橋鎮。", "本網(wǎng)訊"),
    ],
)
def test_a_dateline_stays_in_its_own_characters(text: str, words: str) -> None:
    assert take_dateline(text)[0] == words


def test_a_column_stays_in_its_own_characters() -> None:
    report = read_reports("《直通縣市》李闊檢查防汛工作\n\n3月4日，縣委書記高遠到石橋鎮。\n".encode(), "a.txt").reports[
        0
    ]
    assert (report.column, report.title) == ("直通縣市", "李闊檢查防汛工作")


@pytest.mark.parametrize(
    "text", ["---\ntitle: 甲\n---\n![](a.jpg)\n", "（zhǎng）\n", "【图】\n\n（xiàn）\n3月4日，县委书记高远到石桥镇。\n"]
)
def test_a_text_of_which_nothing_is_left_stops_nobody(text: str) -> None:
    read_reports(text.encode(), "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "|\t|\n6月3日，县委书记高远到石鼓镇调研。",
        "« 上一篇 \n6月3日，县委书记高远到石鼓镇调研。",
    ],
)
def test_a_pages_lines_with_nothing_behind_their_marks_are_read(text: str) -> None:
    (report,) = read_reports(text.encode(), "a.txt").reports
    assert report.paragraphs[-1].text == "6月3日，县委书记高远到石鼓镇调研。"


def test_a_headline_below_an_empty_row_of_a_table_is_read() -> None:
    (report,) = read_reports("|\t|\n转".encode(), "a.txt").reports
    assert report.title == "转"


@pytest.mark.parametrize("folder", ["good", "held"])
def test_golds_name_topics_of_the_lexicon_only(folder: str) -> None:
    """A label that no topic has could never be right, and would go unnoticed beside others that are."""
    known = {entry.name for entry in LEXICON.entries}
    named = {
        label
        for path in (CASES / folder).glob("*.json")
        for article in json.loads(path.read_text("utf-8"))["articles"]
        for label in article["topics"]
    }
    assert named <= known
