"""Paragraphs that columns broke: joined where the sentence goes on, left alone where a headline may stand."""

import pytest

from bulletin.model import Report
from bulletin.reports.reading import read_reports

HEAD = "# 高远检查道路施工\n\n\n本报讯 6月1日,县委书记高远检查道路施工。县长何明川参加调研。\n\n"


def read(text: str) -> tuple[Report, ...]:
    return read_reports(text.encode(), "2023-06-05.txt").reports


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("高远强调,要突出重点路段,对临水临崖路段增设", "防护设施,6月底前完成31处路段整改;要查酒驾。"),
        ("会议听取了关于乡镇污水管", "网建设情况的报告。会议要求,8月底前完成。"),
        ("视察组先后来到红星里小区和夕阳红护养", "院。大溪街道党工委书记向荣作了汇报。"),
        ("灾情发生后,县委、县政府高度重视,连夜调拨棉", "被120床。专家组21日上午抵达现场。"),
        ("窦玉林反映路面破损,现场请县交通局局", "长韩玉兰逐条回应。交通局局长当场表态,8月底前完工。"),
    ],
)
def test_a_sentence_that_has_begun_is_no_headline(first: str, rest: str) -> None:
    (report,) = read(HEAD + first + "\n\n" + rest + "\n")
    assert report.paragraphs[-1].text == (first + rest).replace(",", "，").replace(";", "；")


def test_what_follows_a_cut_dateline_goes_on_with_it() -> None:
    (report,) = read("# 高远检查道路施工\n\n\n本报讯(记者 苏小雨)2月21日\n\n下午,全县推进会召开。高远讲话。\n")
    assert [p.text for p in report.paragraphs] == ["2月21日下午，全县推进会召开。高远讲话。"]


def test_a_headline_between_two_reports_stays_one() -> None:
    reports = read(
        "石桥镇抢抓农时\n3月11日,石桥镇召开春灌会。会议要求节水。\n县领导调研林果业提质\n3月12日,县长何明川到北山林场调研林果业提质增效工作。他要求延长产业链。\n"
    )
    assert [r.title for r in reports] == ["石桥镇抢抓农时", "县领导调研林果业提质"]
    assert [len(r.paragraphs) for r in reports] == [1, 1]


def test_a_list_of_neighbours_announces_no_headlines_and_a_site_line_opens_a_report() -> None:
    page = (
        "县城修路\n发布时间:2021-06-05 来源:青石县融媒体中心\n　　6月3日,县城修路。\n上一篇:县领导调研\n下一篇:没有了\n"
    )
    next_page = "石桥镇春灌\n时间:2021-06-05 来源:青石新闻网\n　　6月4日,石桥镇春灌。\n"
    assert [r.title for r in read(page + next_page)] == ["县城修路", "石桥镇春灌"]


def test_a_day_to_come_is_taken_where_it_is_near() -> None:
    (near,) = read_reports("停水通知\n定于1月16日8时至22时停水检修。".encode(), "2025-01-14.txt").reports
    (far,) = read_reports("停水通知\n定于5月16日8时至22时停水检修。".encode(), "2025-06-14.txt").reports
    assert (near.event.iso, far.event.iso) == ("2025-01-16", "2025-05-16")


def test_the_date_of_a_table_above_the_headline_is_the_anchor() -> None:
    text = (
        "索引号：0001/2021-00127\n\n生成日期：2021-11-09\n\n文号：无\n\n名称：常务会议\n\n【字体：大 中 小】\n\n"
        "区政府召开会议\n\n　　8日上午，区长戚永涛主持召开会议。\n\n附件：无\n\n"
        "publishdate:2021/11/09 主办：区政府办\n"
    )
    (report,) = read_reports(text.encode(), "x.txt").reports
    assert report.event.iso == "2021-11-08"
    assert len(report.paragraphs) == 1


A_REPORT = (
    "高远检查防汛工作 6月3日,县委书记高远到石桥镇检查防汛工作,实地察看河道堤防和物资储备情况。高远强调,要落实责任。"
)
ANOTHER = "县政协视察学校食堂　6月4日上午,县政协主席苏青率队到县一中视察学校食堂,听取校方关于食品安全工作的汇报。"
A_THIRD = "石桥镇:百亩大棚草莓红 本报讯 6月5日,走进石桥镇新河村,一座座大棚里草莓飘香,村民正忙着采摘、分拣、装车。"


@pytest.mark.parametrize("gap", ["\n", " ", "(关小禾) "])
def test_a_headline_before_its_lead_on_one_line_begins_a_report(gap: str) -> None:
    reports = read(gap.join((A_REPORT, ANOTHER, A_THIRD)))
    assert [r.title for r in reports] == ["高远检查防汛工作", "县政协视察学校食堂", "石桥镇：百亩大棚草莓红"]
    assert [len(r.paragraphs) for r in reports] == [1, 1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 记者 苏小雨 6月3日,县委书记高远到石桥镇检查防汛工作。",
        "苏小雨 何野 6月3日,县委书记高远到石桥镇检查防汛工作。",
        "活动从6月1日开始 6月3日,进入第二阶段。",
        "会上 6月3日,县委书记高远到石桥镇检查防汛工作。",
        "县委书记高远到石桥镇检查,强调落实责任 6月3日,全县防汛工作会召开。",
    ],
)
def test_what_stands_before_a_date_and_is_no_headline_is_no_title(text: str) -> None:
    (report,) = read(text)
    assert report.title == ""


def test_rows_of_one_length_are_no_wrapped_text() -> None:
    rows = [
        f"{town} 播种{n}00亩 完成九成"
        for town, n in (("石桥镇", 3), ("柳湾镇", 4), ("青河乡", 5), ("东山乡", 6), ("北岭乡", 7))
    ]
    (report,) = read(
        "各镇播种进度\n6月3日，县农业农村局通报了各镇的播种进度。\n"
        + "\n".join(rows)
        + "\n以上数据由县农业农村局提供。\n"
    )
    assert [p.text for p in report.paragraphs][1:-1] == rows


@pytest.mark.parametrize("between", ["图为高远查看路面。", "（下转第3版）", "第 1 页 共 2 页", "▲施工现场"])
def test_a_sentence_goes_on_below_what_interrupts_it(between: str) -> None:
    first, rest = "高远强调,要突出重点路段,对临水临崖路段增设", "防护设施,6月底前完成31处路段整改;要查酒驾。"
    (report,) = read(HEAD + first + "\n\n" + between + "\n\n" + rest + "\n")
    assert report.paragraphs[-1].text == (first + rest).replace(",", "，").replace(";", "；")


def test_a_paragraph_that_lost_its_full_stop_does_not_take_up_the_next() -> None:
    last, more = (
        "县住建局、县交通运输局、县公安局主要负责人参加会议",
        "随后，高远一行来到石桥镇，察看了农村公路养护情况。",
    )
    (report,) = read(HEAD + last + "\n\n" + more + "\n")
    assert [p.text for p in report.paragraphs][1:] == [last, more]
