"""Signs together: whether a line inside a file is the headline of a further report, or a subhead."""

import pytest

from bulletin.reports import headlines
from bulletin.reports.headline_trees import HEADS
from bulletin.reports.likely_heads import signs_of_head
from bulletin.reports.reading import read_reports
from bulletin.reports.weighing import signs_asked

FIRST = (
    "石桥镇防汛工作扎实有序",
    "6月3日，县委书记高远到石桥镇检查防汛工作，察看了河堤和物资储备情况。",
    "高远要求，各村要备足沙袋，夜里有人值守。",
    "石桥镇党委书记何野参加检查。",
)
SECOND = (
    "杨梅红透山坡",
    "眼下正是杨梅成熟的时候。走进白泉镇山坡村，满山的杨梅压弯了枝头，游客们边摘边尝。",
    "“今年的杨梅又大又甜。”种植户田有福笑着说。",
)


def titles(*lines: str, blank: str) -> list[str]:
    return [report.title for report in read_reports(blank.join(lines).encode(), "x.txt").reports]


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_a_feature_without_a_day_below_another_report_has_its_headline(blank: str) -> None:
    assert titles(*FIRST, *SECOND, blank=blank) == [FIRST[0], SECOND[0]]


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
@pytest.mark.parametrize("subhead", ["备足物资心不慌", "“铁脚板”巡出安全堤"])
def test_a_subhead_begins_no_report(subhead: str, blank: str) -> None:
    lines = (*FIRST[:2], subhead, "在石桥村，沙袋码得整整齐齐，巡堤的党员两小时换一班。", *FIRST[2:])
    assert titles(*lines, blank=blank) == [FIRST[0]]


def test_the_trees_ask_for_signs_that_are_noted() -> None:
    """What is noted is counted: a sign that was renamed in one place alone would silently be worth nothing."""
    noted: set[str] = set()

    def note(around, i, group, lead):  # type: ignore[no-untyped-def]
        noted.update(signs_of_head(around, i, group, lead))
        return

    kept, headlines.is_likely_headline = headlines.is_likely_headline, note
    try:
        titles(*FIRST, *SECOND, blank="\n")
    finally:
        headlines.is_likely_headline = kept
    known = set().union(*map(signs_asked, HEADS))
    assert {"size", "in lead", "in rest", "same length", "words above", "length"} <= noted & known
