"""Lines above a report: what the page printed there, and what is a headline."""

import pytest

from bulletin.reports.page_line_points import POINTS
from bulletin.reports.page_lines import is_of_the_page, is_surely_a_headline, signs_of
from bulletin.reports.reading import read_reports

BELOW = (
    "6月3日，县委书记高远到石桥镇检查防汛工作，察看了河堤和水库。",
    "高远要求，各村要备足沙袋，夜里有人值守，险情早报告、早处置。",
)


@pytest.mark.parametrize(
    "line",
    [
        "点赞和在看都给你留好了",
        "暑期工招聘短租",
        "今日推荐阅读更多",
        "首页>图片>视界",
        "3 条回复",
        "var page=1;",
        "楼主| 只看该作者",
    ],
)
def test_what_a_page_prints_is_told_beside_a_headline(line: str) -> None:
    assert is_of_the_page(line, BELOW, first=False, company=True)


@pytest.mark.parametrize(
    "line",
    [
        "高远检查防汛工作",
        "严防死守保安澜 众志成城护家园",
        "把风险想在前 把堤坝守得牢",
        "石桥镇：汛期里的守夜人",
    ],
)
def test_a_headline_is_none_of_the_page(line: str) -> None:
    assert not is_of_the_page(line, BELOW, first=True, company=False)


def test_a_line_whose_words_the_text_has_is_not_weighed() -> None:
    assert is_surely_a_headline("全县防汛工作再部署：石桥镇一线见闻", BELOW)
    assert not is_surely_a_headline("全县教育工作再部署", BELOW)


def test_lines_of_a_page_leave_a_headline_beside_them_and_are_told() -> None:
    text = ("暑期工招聘短租", "高远检查防汛工作", *BELOW)
    reading = read_reports("\n".join(text).encode(), "x.txt")
    (report,) = reading.reports
    assert (report.kicker, report.title) == ("", "高远检查防汛工作")
    assert "暑期工招聘短租" in [change.before for change in reading.changes]


def test_the_only_line_at_the_top_of_a_file_is_its_headline() -> None:
    (report,) = read_reports("\n".join(("夜巡人", *BELOW)).encode(), "x.txt").reports
    assert report.title == "夜巡人"


def test_what_stands_below_a_kicker_or_above_a_subtitle_is_no_line_of_the_page() -> None:
    for lines in (("高远在大会上强调", "实干争先", ""), ("", "百舸争流", "——石桥镇见闻")):
        (report,) = read_reports("\n".join((*filter(None, lines), *BELOW)).encode(), "x.txt").reports
        assert (report.kicker, report.title, report.subtitle) == lines


def test_every_sign_has_its_points() -> None:
    """What is noted is counted: a sign that was renamed in one place alone would silently be worth nothing."""
    lines = (
        "首页>要闻",
        "3 条回复",
        "• app",
        "楼主：",
        "“雨”来了，高远强调",
        "a b c d",
        "短",
        "一行字",
        "三十字" * 11,
        "四十字" * 16,
    )
    noted = {name for line in lines for name in signs_of(line, BELOW)}
    assert {"bars", "colon", "nothing below", "of the page", "up to 4", "longer", "mark first"} <= noted
    assert noted <= POINTS.keys()
    assert {"bias", "first", "company"} <= POINTS.keys()
