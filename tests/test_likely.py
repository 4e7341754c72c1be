"""Signs together: whether a text without a headline begins another report."""

import pytest

from bulletin.reports.beginning_trees import DATED, UNDATED
from bulletin.reports.likely import signs_of
from bulletin.reports.reading import read_reports
from bulletin.reports.weighing import Tree, signs_asked, weighed_by_trees

ONE = "6月3日，县委书记高远到石桥镇检查防汛工作，察看了河堤。"
MORE = "高远要求，各村要备足沙袋，夜里有人值守。"
OTHER = "7月10日，县委常委、宣传部部长苏青到县图书馆为读书志愿者授旗。"
FESTIVAL = "新春佳节来临之际，2月3日上午，县委副书记、县长何明川带着米面油走访慰问环卫工人。"
LATER = "6月3日下午，高远一行到柳湾水库，听取了工程进展情况汇报。"
THEN = "每到一处，大家都详细了解他们的工作和生活情况，感谢他们一年来的辛勤付出。"
GUESTS = "副县长江北、县水利局局长程雨参加检查。"


def firsts(*lines: str, blank: str = "\n") -> list[str]:
    """How each report of the lines begins."""
    reports = read_reports(blank.join(lines).encode(), "x.txt").reports
    return [report.paragraphs[0].text for report in reports]


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
@pytest.mark.parametrize("second", [OTHER, FESTIVAL])
def test_a_lead_of_other_people_begins_a_report(second: str, blank: str) -> None:
    assert firsts(ONE, MORE, GUESTS, second, THEN, blank=blank) == [ONE, second]


@pytest.mark.parametrize("more", [LATER, GUESTS, "会上，县委副书记何明川通报了汛情。"])
def test_what_goes_on_with_the_people_of_a_report_stays_in_it(more: str) -> None:
    assert firsts(ONE, MORE, more) == [ONE]


def test_the_trees_ask_for_signs_that_are_noted() -> None:
    """What is noted is counted: a sign that was renamed in one place alone would silently be worth nothing."""
    asked: list[dict[str, float]] = []

    def note(block, group, around, i):  # type: ignore[no-untyped-def]
        asked.append(signs_of(block, group, around, i))
        return

    from bulletin.reports import openings

    kept, openings.decided = openings.decided, note
    try:
        read_reports("\n".join((ONE, MORE, GUESTS, OTHER, FESTIVAL, LATER)).encode(), "x.txt")
    finally:
        openings.decided = kept
    noted = {name for signs in asked for name in signs}
    known = set().union(*map(signs_asked, (*DATED, *UNDATED)))
    assert {"other day", "came as well", "words above", "somebody new", "gaps", "above"} <= noted & known
    assert noted <= known | {"dated"}


def test_trees_add_up_and_a_sign_that_is_missing_does_not_hold() -> None:
    trees: tuple[Tree, ...] = (("gap", 0.0, ("length", 0.5, -1.0, 2.0), 4.0), 0.25)
    assert weighed_by_trees({}, trees) == -0.75
    assert weighed_by_trees({"length": 0.75}, trees) == 2.25
    assert weighed_by_trees({"gap": 1.0, "length": 0.75}, trees) == 4.25


WITHOUT_DAY = "县政协主席管立春率部分委员视察农村饮水工程，实地察看水厂运行和管网改造的情况。"
VAGUE = "日前，全县护林防火现场会在青溪镇召开，各镇分管负责人参加会议并观摩了演练。"
SOON = "管立春说，饮水工程连着千家万户，要盯住水质不放松，让群众喝上放心水。"


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
@pytest.mark.parametrize("lead", [WITHOUT_DAY, VAGUE])
def test_a_lead_that_prints_no_day_begins_a_report(lead: str, blank: str) -> None:
    below = SOON if lead is WITHOUT_DAY else THEN
    assert firsts(ONE, MORE, GUESTS, lead, below, blank=blank) == [ONE, lead]


@pytest.mark.parametrize(
    "more",
    [
        "县长何明川指出，防汛责任重于泰山，各级各部门要把各项措施落实到位，确保安全度汛。",
        "副县长江北参加检查，并就柳湾水库除险加固工程的进度提出了要求。",
        "6月3日21时许，抢险队伍赶到柳湾村，连夜转移群众60人。",
        "6月15日前，各村要完成自查自纠，县防指将适时开展督查，发现问题限期整改。",
    ],
)
def test_later_paragraphs_with_a_post_or_a_day_stay_in_the_report(more: str) -> None:
    assert firsts(ONE, MORE, more) == [ONE]
