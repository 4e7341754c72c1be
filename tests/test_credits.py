"""Bylines and credits in their many forms, behind the last sentence and on a line of their own."""

import pytest

from bulletin.model import Report
from bulletin.reports.reading import read_reports

ABOVE = "高远检查防汛工作\n6月3日,县委书记高远到石桥镇检查防汛工作。\n\n高远强调,要把责任落实到人。"


def read(end: str) -> Report:
    (report,) = read_reports((ABOVE + end).encode(), "2023-06-05.txt").reports
    assert [p.text[-6:] for p in report.paragraphs] == ["检查防汛工作。"[-6:], "责任落实到人。"[-6:]]
    return report


BOTH = (("苏小雨",), (("摄影", ("何野",)),))
ALSO_PICTURES = (("苏小雨",), (("摄影", ("苏小雨",)),))
FORMS = {
    "(文/苏小雨 图/何野)": BOTH,
    "(文：苏小雨 图：何野)": BOTH,
    "文｜苏小雨 图｜何野": BOTH,
    "文丨记者 苏小雨 图丨通讯员 何野": BOTH,
    "撰文/苏小雨 摄影/何野": BOTH,
    "▍文字 苏小雨  ▍图片 何野": BOTH,
    "（记者苏小雨/文 何野/图）": BOTH,
    "(苏小雨 文/何野 图)": BOTH,
    "文、图/苏小雨": ALSO_PICTURES,
    "图文/苏小雨": ALSO_PICTURES,
    "（记者 苏小雨 文/图）": ALSO_PICTURES,
    "（通讯员 苏小雨 江北/文 何野/摄）": (("苏小雨", "江北"), (("摄影", ("何野",)),)),
    "本报记者苏小雨": (("苏小雨",), ()),
    "■ 本报记者 苏小雨 通讯员 何野": (("苏小雨", "何野"), ()),
    "(县公安局:苏小雨)": (("苏小雨",), ()),
    "(记者:苏小雨;通讯员:何野)": (("苏小雨", "何野"), ()),
    "记者/苏小雨 编辑/何野": (("苏小雨",), (("编辑", ("何野",)),)),
    "记者|苏小雨 编辑|何野 审核|江北": (("苏小雨",), (("编辑", ("何野",)), ("审核", ("江北",)))),
    "编辑：汪 洋洲 审核：何 野": ((), (("编辑", ("汪洋洲",)), ("审核", ("何野",)))),
}


@pytest.mark.parametrize("between", ["", "\n"])
@pytest.mark.parametrize("form", FORMS)
def test_a_byline_is_read_in_each_of_its_forms(form: str, between: str) -> None:
    report = read(between + form)
    assert (report.byline, report.credits) == FORMS[form]


@pytest.mark.parametrize("between", ["", "\n"])
def test_a_source_and_its_credits_may_share_a_bracket(between: str) -> None:
    report = read(between + "（来源：青石县融媒体中心 记者：苏小雨）")
    assert (report.source, report.byline) == ("青石县融媒体中心", ("苏小雨",))


@pytest.mark.parametrize("words", ["（作者单位：县委党校）", "（本报综合）"])
def test_words_that_name_nobody_are_no_byline(words: str) -> None:
    (report,) = read_reports((ABOVE + words).encode(), "2023-06-05.txt").reports
    assert report.byline == ()
    assert report.paragraphs[-1].text.endswith(words)
