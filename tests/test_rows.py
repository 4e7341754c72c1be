"""Rows of one text: numbered items, items behind a mark, the days of a chronicle."""

import pytest

from bulletin.reports import rows
from bulletin.reports.blocks import Block
from bulletin.reports.reading import read_reports

ITEMS = (
    "3月5日，县委书记邬远舟到柳坪镇调研春耕生产，察看农资供应。",
    "3月8日，县长卓清扬主持召开县政府常务会议，研究项目建设。",
    "3月9日，县人大常委会主任管立春视察饮水工程。",
    "3月12日，副县长闵一川检查学校食堂，要求把好原料关。",
    "3月15日，县市场监管局开展消费者权益日宣传活动。",
)
MARKS = {
    "1. 2. 3.": [f"{n}." for n in range(1, 6)],
    "1、2、3、": [f"{n}、" for n in range(1, 6)],
    "（一）": [f"（{n}）" for n in "一二三四五"],
    "一、": [f"{n}、" for n in "一二三四五"],
    "①": list("①②③④⑤"),
    "01": [f"0{n} " for n in range(1, 6)],
    "◎": ["◎"] * 5,
    "·": ["·"] * 5,
}


def count(text: str) -> int:
    return len(read_reports(text.encode(), "x.txt").reports)


@pytest.mark.parametrize("marks", MARKS)
def test_the_items_of_a_row_are_one_report(marks: str) -> None:
    assert count("\n\n".join(m + item for m, item in zip(MARKS[marks], ITEMS, strict=True)) + "\n") == 1


def test_items_without_a_mark_are_reports() -> None:
    assert count("\n\n".join(ITEMS) + "\n") == len(ITEMS)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_days_below_the_headline_of_a_chronicle_are_one_report(between: str) -> None:
    assert count(between.join(("桐岭县大事记（2021年3月）", *ITEMS)) + "\n") == 1


def test_rows_set_close_whose_days_rise_are_a_chronicle() -> None:
    assert count("\n".join(ITEMS) + "\n") == 1


def test_rows_set_close_whose_days_do_not_rise_are_reports() -> None:
    assert count("\n".join(reversed(ITEMS)) + "\n") == len(ITEMS)


def test_a_number_without_the_one_before_it_goes_on_with_no_row() -> None:
    assert count(f"{ITEMS[0]}\n\n{ITEMS[3]}\n\n{ITEMS[4]}\n") == 3


def test_a_spaced_day_is_no_number() -> None:
    spaced = [item.replace("3月", "3 月 ").replace("日，", " 日，", 1) for item in (ITEMS[0], ITEMS[1])]
    assert count("\n\n".join(spaced) + "\n") == 2


def test_the_rows_of_a_file_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    day = rows._day

    def counted(block: Block) -> tuple[int, int] | None:
        nonlocal looked
        looked += 1
        return day(block)

    monkeypatch.setattr(rows, "_day", counted)
    number = 300
    count("\n".join(f"6月3日，县长何明川到第{i}号项目检查，要求加快进度。" for i in range(number)) + "\n")
    assert 0 < looked <= 4 * number
