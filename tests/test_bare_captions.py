"""Signs together: whether a bare line between paragraphs stood under a picture."""

import pytest

from bulletin.reports import split
from bulletin.reports.bare_caption_points import POINTS
from bulletin.reports.bare_captions import is_bare_caption, signs_of_bare_line
from bulletin.reports.reading import read_reports

HEAD = "石桥镇掀起春耕热潮"
LEAD = "6月3日，石桥镇党委书记高远到田间检查春耕生产，随后看望了种粮大户。"
MORE = "高远要求，各村要抢抓农时，组织好农机和技术人员，确保种足种好。"
LAST = "目前全镇已翻耕土地1.2万亩，育秧大棚里秧苗长势良好。"


def read(*lines: str, blank: str = "\n\n") -> tuple[list[str], list[str]]:
    """(paragraphs, captions) of the one report of the lines."""
    (report,) = read_reports(blank.join(lines).encode(), "x.txt").reports
    return [p.text for p in report.paragraphs], [c.text for c in report.captions]


@pytest.mark.parametrize("blank", ["\n", "\n\n", "\n　　"])
@pytest.mark.parametrize(
    "line", ["农机手在田间作业", "村民在大棚里移栽秧苗", "志愿者为农户送农资", "技术员讲解育秧要点"]
)
def test_a_line_that_tells_what_people_do_stood_under_a_picture(line: str, blank: str) -> None:
    assert read(HEAD, LEAD, line, MORE, LAST, blank=blank) == ([LEAD, MORE, LAST], [line])


@pytest.mark.parametrize("line", ["抢字当头不误农时", "小秧苗里有大文章", "“绿海”织出新画卷", "高远要求"])
def test_a_subhead_and_a_piece_of_a_sentence_stay(line: str) -> None:
    assert read(HEAD, LEAD, line, MORE, LAST) == ([LEAD, line, MORE, LAST], [])


def test_subheads_in_a_row_stay_though_one_alone_might_have_stood_under_a_picture() -> None:
    lines = (LEAD, "农机手忙碌起来", MORE, "种粮户笑了起来", LAST)
    assert read(HEAD, *lines) == (list(lines), [])


def test_rows_of_a_programme_stay() -> None:
    rows = ("8:30 代表报到", "9:30 举行开幕式", "10:30 参观现场")
    assert read(HEAD, LEAD, MORE, *rows, LAST) == ([LEAD, MORE, *rows, LAST], [])


def test_every_sign_has_its_points() -> None:
    """What is noted is counted: a sign that was renamed in one place alone would silently be worth nothing."""
    noted: set[str] = set()

    def note(around, i, group, *sure):  # type: ignore[no-untyped-def]
        noted.update(signs_of_bare_line(around, i, group))
        return is_bare_caption(around, i, group, *sure)

    kept, split.is_bare_caption = split.is_bare_caption, note
    try:
        read(HEAD, LEAD, "村民在田间作业", MORE, "抢字当头", LAST)
    finally:
        split.is_bare_caption = kept
    assert {"folk", "action", "told", "told below", "in headline"} <= noted
    assert noted <= POINTS.keys()
