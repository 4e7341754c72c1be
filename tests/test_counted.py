"""Figures alone on their lines count the parts of one report, or the reports of a digest."""

import pytest

from bulletin.reports.counted import counted_parts, is_counted
from bulletin.reports.reading import read_reports

FEATURE = [
    "近年来，榛子坪镇变了模样。",
    "01",
    "产业兴旺",
    "大棚里的番茄红了。",
    "02",
    "村容整洁",
    "5月12日，县长牟远志到镇上检查。",
]
DIGEST = [
    "樊景行调研番茄产业",
    "5月9日，县委书记樊景行到榛子坪镇调研。",
    "牟远志检查污水管网",
    "5月12日，县长牟远志到榛子坪镇检查。",
]


@pytest.mark.parametrize(
    "form", ["{}", "0{}", "0 {}", "PART 0{}", "NO.{}", "Part.{}", "— 0{} —", "/ 0{} /", "【0{}】", "0{}."]
)
def test_figures_are_printed_in_many_ways(form: str) -> None:
    texts = [form.format(int(text)) if text.isdecimal() else text for text in FEATURE]
    assert counted_parts(texts) == range(1, len(texts))
    assert [text for i, text in enumerate(texts) if is_counted(texts, i)] == [
        texts[1],
        "产业兴旺",
        texts[4],
        "村容整洁",
    ]
    assert len(read_reports("\n".join(texts).encode(), "a.txt").reports) == 1


def test_figures_that_skip_one_count_nothing() -> None:
    assert not counted_parts(["03" if text == "02" else text for text in FEATURE])


def test_figures_above_headlines_count_reports() -> None:
    counted = ["01", *DIGEST[:2], "02", *DIGEST[2:]]
    for texts in (counted, ["县委召开会议。", *counted]):
        assert not counted_parts(texts)
    assert len(read_reports("\n".join(counted).encode(), "a.txt").reports) == 2
