"""The fields of a page around a text (来源, 作者, 发布时间 …) in their many forms, and sentences that only look like them."""

import pytest

from bulletin.model import Report
from bulletin.reports.reading import read_reports

TITLE, LEAD, END = "高远检查防汛工作", "6月3日,县委书记高远到石桥镇检查防汛工作。", "高远强调,要把责任落实到人。"


def read(text: str) -> Report:
    (report,) = read_reports(text.encode(), "report.txt").reports
    return report


def told(report: Report) -> tuple[str, tuple[str, ...], str, tuple[str, ...]]:
    return report.source, report.byline, report.title, tuple(p.text for p in report.paragraphs)


WHOLE = ("青石新闻网", ("苏小雨",), TITLE, (LEAD.replace(",", "，"), END.replace(",", "，")))
LINES = [
    "来源:青石新闻网 作者:苏小雨 发布时间:2023-06-05 10:22 浏览次数:123次 【字体:大 中 小】",
    "来源:青石新闻网作者:苏小雨发布时间:2023-06-05",
    "作者:苏小雨来源:青石新闻网日期:2023-06-05点击数:[ 12 ]",
    "文章作者：苏小雨 | 稿源：青石新闻网 | 更新日期：2023年6月5日 | 字号：T|T",
    "(录入时间:2023/6/5 8:30 新闻来源:青石新闻网 撰稿:苏小雨 阅读(45) 分享到:)",
    "【出处:青石新闻网 通讯员:苏小雨 2023.06.05 已有123人阅读】",
    "2023-06-05 09:05:33 信息来源:青石新闻网 供稿:苏小雨 打印 关闭",
    "发布时间：2023-06-05 10:22来源：青石新闻网作者：苏小雨45次阅读【大】【中】【小】",
    "发布于 2023-06-05 首发媒体:青石新闻网 文章作者:苏小雨 点赞数:12 双击滚屏",
    "2023-06-05 来源:青石新闻网 青石新闻网 作者:苏小雨",
    "发布:2023-06-05 17:25:31  来源:青石新闻网  浏览次  作者:苏小雨",
    "2023-06-05 来源:青石新闻网收集编辑:佚名 作者:苏小雨 转贴自:县区新闻",
    "2023-06-05 来源:青石新闻网 作者:苏小雨 编辑:SystemMaster",
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("between", ["{0}\n{1}\n{2}\n{3}", "{0} {1}\n{2}\n{3}", "{0}\n{1} {2}\n{3}"])
def test_fields_are_read_whatever_stands_between_them(line: str, between: str) -> None:
    report = read(between.format(TITLE, line, LEAD, END))
    assert told(report) == WHOLE
    assert (report.event.year, report.event.month, report.event.day) == (2023, 6, 3)


@pytest.mark.parametrize(
    "line", ["作者:    转贴自:县区新闻    点击数:1127", "作者:SystemMaster 点击数:27", "作者:webmaster2 2023-06-05"]
)
def test_another_label_and_an_account_are_no_author(line: str) -> None:
    assert told(read(f"{TITLE}\n{line}\n{LEAD}\n{END}")) == ("", (), *WHOLE[2:])


@pytest.mark.parametrize(
    "line",
    [
        "本文点击:[ 356 ]",
        "45次阅读",
        "字号大小:大中小",
        "分享本页 打印本页 关闭窗口",
        "打 印",
        "语音播报 分享给朋友:",
        "默认 放大 缩小",
    ],
)
def test_counters_and_controls_alone_belong_to_no_report(line: str) -> None:
    assert told(read(f"{TITLE}\n{line}\n{LEAD}\n{END}"))[2:] == WHOLE[2:]
    assert told(read(f"{TITLE}\n{LEAD}\n{END}\n{line}"))[2:] == WHOLE[2:]


@pytest.mark.parametrize(
    "line",
    [
        "来源:|青石新闻网|作者:|苏小雨|发布时间:|2023-06-05 10:22|浏览次数:|1.2万|字号大小:|大中小",
        "文章来源:||青石新闻网||撰稿:||苏小雨||日期:||2023-06-05",
    ],
)
def test_a_label_and_its_value_may_stand_on_lines_of_their_own(line: str) -> None:
    lines = line.replace("|", "\n")
    report = read(f"{TITLE}\n\n{lines}\n\n{LEAD}\n\n{END}" if "||" in line else f"{TITLE}\n{lines}\n{LEAD}\n{END}")
    assert told(report) == WHOLE


@pytest.mark.parametrize(
    ("line", "source", "byline"),
    [
        ("发布时间:2023-05-06 信息来源:县水利局办公室(苏小雨 何野)", "县水利局办公室", ("苏小雨", "何野")),
        ("来源:青石日报(记者 苏小雨)  发布日期:2023-05-06", "青石日报", ("苏小雨",)),
        ("来源:青石县政府网(信息科)  发布日期:2023-05-06", "青石县政府网(信息科)", ()),
    ],
)
def test_who_wrote_may_stand_in_brackets_behind_the_source(line: str, source: str, byline: tuple[str, ...]) -> None:
    report = read(f"{TITLE}\n{line}\n{LEAD}\n{END}")
    assert (report.source.replace("（", "(").replace("）", ")"), report.byline) == (source, byline)


def test_labels_of_a_pages_line_may_be_spaced_out() -> None:
    for line in ("2023-06-05 来 源:青石新闻网 记 者:苏小雨", "来源:青石新闻网 通 讯 员:苏小雨"):
        assert told(read(f"{TITLE}\n{line}\n{LEAD}\n{END}")) == WHOLE


ACCOUNTS = {
    "2023-06-05 | 县委办": ((), ""),
    "[2023/06/05 18:22:01] 微青石 〖大 中 小〗": ((), ""),
    "2023.06.05 10:22  青石日报  阅读 321": ((), "青石日报"),
    "青石政府网  苏小雨  2023-06-05": (("苏小雨",), "青石政府网"),
    "原创 苏小雨 青石发布 2023-06-05 18:22": (("苏小雨",), "青石发布"),
    "原创 苏小雨 青石发布": (("苏小雨",), ""),
    "原创 青石融媒 青石融媒": ((), ""),
    "以下文章来源于青石融媒 ,作者苏小雨": (("苏小雨",), "青石融媒"),
    "青石发布 昨天": ((), ""),
    "青石融媒 + 关注": ((), ""),
    "微信号 qsrm": ((), ""),
}


@pytest.mark.parametrize("line", ACCOUNTS)
def test_an_account_or_outlet_with_its_day_is_no_headline(line: str) -> None:
    report = read(f"{TITLE}\n{line}\n{LEAD}\n{END}")
    assert told(report)[2:] == WHOLE[2:]
    assert (report.byline, report.source) == ACCOUNTS[line]
    assert (report.kicker, report.subtitle) == ("", "")


@pytest.mark.parametrize(
    "tool",
    ["【字体:大 中 小】 ", "展开 ", "正文: ", "[正文]", "阅读 1.2万 ", "语音播报  ", "分享到: 微信 微博 QQ空间  "],
)
def test_controls_before_the_lead_are_parted_from_it(tool: str) -> None:
    assert told(read(f"{TITLE}\n{tool}{LEAD}\n{END}"))[2:] == WHOLE[2:]


@pytest.mark.parametrize(
    "menu",
    [
        "视频|互动交流|部门|首页",
        "县情 投稿 网站首页",
        "青石县人民政府网 ﹥ 时政要闻 ﹥ 阅读",
        "青石日报\n2023年06月05日",
        "主页 -> 新闻 -> 正文",
    ],
)
def test_menus_above_a_headline_name_nobody(menu: str) -> None:
    report = read(f"{menu}\n{TITLE}\n{LEAD}\n{END}")
    assert (report.kicker, report.byline, report.credits, *told(report)[2:]) == ("", (), (), *WHOLE[2:])


def test_an_editor_glued_before_the_lead_is_parted_from_it() -> None:
    report = read(f"{TITLE}\n发布时间:2023-06-05 14:27:11 | 来源:青石新闻网 | 责任编辑:苏小雨{LEAD}\n{END}")
    assert told(report) == ("青石新闻网", (), *WHOLE[2:])
    assert report.credits == (("责任编辑", ("苏小雨",)),)


@pytest.mark.parametrize(
    "sentence",
    [
        "资金来源：中央资金300万元，县里配套120万元。",
        "时间：5月8日上午9点，地点：县委三楼会议室。",
        "审核：各乡镇对材料逐户审核，并将结果公示。",
        "来源可查、去向可追的体系基本建成。",
        "发布时间和发布渠道由指挥部统一确定。",
        "编辑：要把好文字关；审核：要把好内容关。",
        "点击进入小程序，即可查看办理进度。",
    ],
)
def test_a_sentence_that_only_looks_like_fields_stays(sentence: str) -> None:
    report = read(f"{TITLE}\n{LEAD}\n{sentence}\n{END}")
    assert [p.text for p in report.paragraphs] == [WHOLE[3][0], sentence, WHOLE[3][1]]
    assert (report.source, report.byline, report.credits) == ("", (), ())


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("转载自青石发布", "青石发布"),
        ("(原载《青石日报》)", "青石日报"),
        ("本文转自青石新闻网", "青石新闻网"),
        ("内容来源｜青石融媒", "青石融媒"),
        ("[稿件来源:青石发布]", "青石发布"),
    ],
)
def test_a_source_may_stand_below_the_text(line: str, source: str) -> None:
    assert told(read(f"{TITLE}\n{LEAD}\n{END}\n{line}"))[::3] == (source, WHOLE[3])
