"""How a text was read, as a page: every character of the original once, beside what became of it."""

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from bulletin.people.link import recognise
from bulletin.reports.decode import decode
from bulletin.reports.reading import read_reports
from bulletin.serve.original import marked, text_page
from bulletin.serve.stretches import Piece, folded, stretches
from tests.conftest import ROOT

JUMPS = ("weekly-jump-to-third-page", "epaper-jump-in-mid-sentence")
TEXTS = [
    *sorted((ROOT / "content").rglob("*.txt")),
    *sorted((ROOT / "tests" / "reports" / "good").glob("*.txt"))[::12],
    *(ROOT / "tests" / "reports" / "good" / f"{name}.txt" for name in JUMPS),
]
LEFT = re.compile(r"<td>((?:(?!</td>).)*)</td><td", re.DOTALL)
TAG = re.compile(r"<b>\d+</b>|<[^>]+>")


def left_side(path: Path) -> tuple[str, str]:
    """(the original, the left column of its page), both without spaces and joins, marks in one width."""
    data = path.read_bytes()
    reading = read_reports(data, path.name)
    text = decode(data, path.name).text
    page = text_page(path.name, text, reading, [recognise(r) for r in reading.reports], ()).decode()
    left = "".join(LEFT.findall(page.partition("<table")[2]))
    return folded(text)[0], folded(unescape(TAG.sub("", left)).replace("⏎", ""))[0]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_character_of_the_original_stands_on_the_left_once(path: Path) -> None:
    text, left = left_side(path)
    assert Counter(left) == Counter(text)  # a report that goes on behind another stands together


ONE_LINE = "石桥通车 本报讯(记者 苏小雨)3月4日,石桥通车。 村民说,方便了。 ▲石桥。 春茶开采 本报讯 3月5日,茶园开采。"


def test_pieces_of_one_line_have_a_stretch_each() -> None:
    text = f"前言\n{ONE_LINE}\n\n另一段。"
    pieces = [
        Piece(2, 2, "3月4日，石桥通车。", "p"), Piece(2, 2, "▲石桥。", "caption"), Piece(2, 2, "村民说，方便了。", "p"),
        Piece(2, 2, "3月5日，茶园开采。", "p"), Piece(4, 4, "另一段。", "p"),
    ]  # fmt: skip
    found = [text[begin:end] for begin, end in stretches(text, pieces)]
    assert found == [
        "石桥通车 本报讯(记者 苏小雨)3月4日,石桥通车。", " ▲石桥。", " 村民说,方便了。", " 春茶开采 本报讯 3月5日,茶园开采。",
        "另一段。",
    ]  # fmt: skip


def test_what_stands_above_and_mere_space_are_told_from_what_is_gone() -> None:
    left, right = marked(
        "　　本报讯(记者 苏小雨)3月4日,石桥通车。 摄影报道", "3月4日，石桥通车。", ("本报讯(记者苏小雨)",)
    )
    assert left.startswith('<del class="moved">　　本报讯(记者 苏小雨)</del>3月4日<del>,</del>石桥')
    assert marked("　　石桥通车。", "石桥通车。")[0] == '<del class="space">　　</del>石桥通车。'
    assert left.endswith("<del> 摄影报道</del>")
    assert right == "3月4日<ins>，</ins>石桥通车。"
