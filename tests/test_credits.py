"""Bylines and credits in their many forms, behind the last sentence and on a line of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.model import Report
from bulletin.reports.credited import Credits
from bulletin.reports.credits import parse_byline
from bulletin.reports.reading import read_reports
from bulletin.reports.usual_byline import usual_names

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
    "(何野 摄 苏小雨 文)": BOTH,
    "(实习编辑 江北)": ((), (("实习编辑", ("江北",)),)),
    "文丨记者 苏小雨 图丨通讯员 何野": BOTH,
    "撰文/苏小雨 摄影/何野": BOTH,
    "▍文字 苏小雨  ▍图片 何野": BOTH,
    "（记者苏小雨/文 何野/图）": BOTH,
    "(苏小雨 文/何野 图)": BOTH,
    "文、图/苏小雨": ALSO_PICTURES,
    "图文/苏小雨": ALSO_PICTURES,
    "（记者 苏小雨 文/图）": ALSO_PICTURES,
    "（苏小雨图/文）": ALSO_PICTURES,
    "（苏小雨图文）": ALSO_PICTURES,
    "（通讯员 苏小雨 江北/文 何野/摄）": (("苏小雨", "江北"), (("摄影", ("何野",)),)),
    "本报记者苏小雨": (("苏小雨",), ()),
    "■ 本报记者 苏小雨 通讯员 何野": (("苏小雨", "何野"), ()),
    "(县公安局:苏小雨)": (("苏小雨",), ()),
    "(记者:苏小雨;通讯员:何野)": (("苏小雨", "何野"), ()),
    "记者/苏小雨 编辑/何野": (("苏小雨",), (("编辑", ("何野",)),)),
    "记者|苏小雨 编辑|何野 审核|江北": (("苏小雨",), (("编辑", ("何野",)), ("审核", ("江北",)))),
    "(记者 苏小雨)编辑:何野": (("苏小雨",), (("编辑", ("何野",)),)),
    "(文/图 苏小雨) 责任编辑:何野": (("苏小雨",), (("摄影", ("苏小雨",)), ("责任编辑", ("何野",)))),
    "文并图:苏小雨": ALSO_PICTURES,
    "供稿:县林业局苏小雨": (("苏小雨",), ()),
    "(苏小雨,何野)": (("苏小雨", "何野"), ()),
    "编辑:苏小雨,何野": ((), (("编辑", ("苏小雨", "何野")),)),
    "(记者 苏小雨 综合报道)": (("苏小雨",), ()),
    "(县妇联:苏小雨供稿)": (("苏小雨",), ()),
    "(责任编辑:何野)": ((), (("责任编辑", ("何野",)),)),
    "【责编:admin】": ((), ()),
    "[编辑:]": ((), ()),
    "编辑：汪 洋洲 审核：何 野": ((), (("编辑", ("汪洋洲",)), ("审核", ("何野",)))),
}


OWN_LINES = {
    "供稿：县林业局（苏小雨）": (("苏小雨",), ()),
    "供稿：苏小雨（县林业局）": (("苏小雨",), ()),
    "供稿：县林业局（信息科）": (("县林业局",), ()),
    "青石县融媒体中心出品 记者：苏小雨": (("苏小雨",), ()),
    "编辑(一审):苏小雨 审核（三审）:何野": ((), (("编辑（一审）", ("苏小雨",)), ("审核（三审）", ("何野",)))),
    "一审（编辑）：苏小雨  二审（责编）：何野": ((), (("一审（编辑）", ("苏小雨",)), ("二审（责编）", ("何野",)))),
    "青石日报记者苏小雨、何野": (("苏小雨", "何野"), ()),
    "青石日报记者/苏小雨": (("苏小雨",), ()),
    "县融媒体中心全媒体记者:苏小雨": (("苏小雨",), ()),
    "青石新闻网记者 苏小雨报道": (("苏小雨",), ()),
    "苏小雨、何野 青石县融媒体中心记者": (("苏小雨", "何野"), ()),
    "青石县融媒体中心丨苏小雨": (("苏小雨",), ()),
    "县委办 本报记者 苏小雨": (("苏小雨",), ()),
    "柳坪镇党政办:苏小雨 何野": (("苏小雨", "何野"), ()),
    "拟稿:苏小雨。": (("苏小雨",), ()),
    "稿件:县委办": (("县委办",), ()),
    "稿件：县委办\n图片：县林业局": (("县委办",), (("摄影", ("县林业局",)),)),
    "图片提供:何野": ((), (("摄影", ("何野",)),)),
    "短视频编辑:何野": ((), (("短视频编辑", ("何野",)),)),
    "新媒体值班主任丨何野": ((), (("新媒体值班主任", ("何野",)),)),
    "版 面 设 计/何野": ((), (("版面设计", ("何野",)),)),
    "初审┃苏小雨 终审┃何野": ((), (("初审", ("苏小雨",)), ("终审", ("何野",)))),
    "文编:苏小雨\n责编:何野": ((), (("文编", ("苏小雨",)), ("责编", ("何野",)))),
    "(责编:何野 投稿邮箱:qs@example.com)": ((), (("责编", ("何野",)),)),
    "◆苏小雨": (("苏小雨",), ()),
    "终审:平台超管": ((), (("终审", ("平台超管",)),)),
    "撰写/苏小雨、何野": (("苏小雨", "何野"), ()),
    "夜班编辑丨何野": ((), (("夜班编辑", ("何野",)),)),
    "來源/青石日報  記者/蘇小雨  編輯/何野": (("蘇小雨",), (("編輯", ("何野",)),)),
}


@pytest.mark.parametrize("line", OWN_LINES)
def test_a_line_of_its_own_names_who_made_the_report(line: str) -> None:
    report = read("\n" + line)
    assert (report.byline, report.credits) == OWN_LINES[line]


@pytest.mark.parametrize(
    "line", ["青石日报记者苏小雨", "苏小雨 文/图", "◆苏小雨", "□ 本报首席记者 苏小雨", "县融媒体中心记者 苏小雨报道"]
)
def test_an_author_may_stand_between_headline_and_text(line: str) -> None:
    title, text = ABOVE.split("\n", 1)
    (report,) = read_reports(f"{title}\n{line}\n{text}".encode(), "2023-06-05.txt").reports
    assert (report.title, report.kicker, report.subtitle, report.byline) == (title, "", "", ("苏小雨",))


def test_marked_names_below_each_other_are_a_list() -> None:
    (report,) = read_reports(f"{ABOVE}\n获奖名单如下：\n◆苏小雨\n◆何野\n◆江北".encode(), "2023-06-05.txt").reports
    assert report.byline == ()


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


ONE, TWO, THREE = ("关小禾",), ("关小禾", "苗青"), ("石田",)
BARE = {
    "关小禾苗青": (TWO, ()),
    "\u3000\u3000关小禾 苗青": (TWO, ()),
    "  □关小禾": (ONE, ()),
    "□ 关小禾 苗青": (TWO, ()),
    "记者关小禾": (ONE, ()),
    "通讯员关小禾": (ONE, ()),
    "关小禾摄影报道": (ONE, (("摄影", ONE),)),
    "\u3000关小禾 文/图": (ONE, (("摄影", ONE),)),
    " 石田 摄": ((), (("摄影", THREE),)),
    "（全媒记者 关小禾）": (ONE, ()),
    "（融媒体中心记者 关小禾 实习生 苗青）": (TWO, ()),
    "（关跃文）": (("关跃文",), ()),
    "（石文 关跃文）": (("石文", "关跃文"), ()),
    "（柳坪镇 关小禾）": (ONE, ()),
    "（柳坪镇政府 关小禾 苗青）": (TWO, ()),
    "（青石融媒 关小禾）": (ONE, ()),
    "（关 小 禾）": (ONE, ()),
    "（小记者 关小禾 指导老师 苗青）": (ONE, (("指导老师", ("苗青",)),)),
    "（青石在线编辑：石田）": ((), (("编辑", THREE),)),
    "(关小禾) |": (ONE, ()),
}


@pytest.mark.parametrize("end", BARE)
def test_names_stand_behind_the_last_sentence_with_few_marks(end: str) -> None:
    report = read(end)
    assert (report.byline, report.credits) == BARE[end]


LINES = {
    "□关小禾": (ONE, {}),
    "关小禾 文/图": (ONE, {"摄影": ONE}),
    "关小禾 摄影报道": (ONE, {"摄影": ONE}),
    "全媒记者 关小禾": (ONE, {}),
    "本文作者：关小禾": (ONE, {}),
    "作者：  编辑：石田": ((), {"编辑": THREE}),
    "监 制：苗青 关禾": ((), {"监制": ("苗青", "关禾")}),
    "总 监：石田": ((), {"总监": THREE}),
    "一 审：石田": ((), {"一审": THREE}),
    "值 班 编 辑：石田": ((), {"值班编辑": THREE}),
    "记 者 | 关小禾 苗青": (TWO, {}),
    "视 觉 | 石田": ((), {"视觉": THREE}),
    "文稿编辑：石田": ((), {"文稿编辑": THREE}),
    "责任编辑：石田 爆料电话：0000-000000": ((), {"责任编辑": THREE}),
    "責任編輯：石田 審核：苗青": ((), {"責任編輯": THREE, "審核": ("苗青",)}),
    "编辑：直播青石": ((), {}),
    "主编：石田  副主编：苗青": ((), {"主编": THREE, "副主编": ("苗青",)}),
    "报道：关小禾   监制：石田": (ONE, {"监制": THREE}),
    "三审三校：石田": ((), {"三审三校": THREE}),
    "初审初校：石田 终审终校：苗青": ((), {"初审初校": THREE, "终审终校": ("苗青",)}),
    "来源 | 青石融媒 记者 | 关小禾 编辑 | 石田": (ONE, {"编辑": THREE}),
    "审核人：石田   发布人：苗青": ((), {"审核人": THREE, "发布人": ("苗青",)}),
    "拍摄：石田": ((), {"摄影": THREE}),
    "供稿单位：柳坪镇": (("柳坪镇",), {}),
    "指导老师 苗青": ((), {"指导老师": ("苗青",)}),
}


@pytest.mark.parametrize("line", LINES)
def test_labels_of_credits_are_known_spaced_out_and_seldom_ones_too(line: str) -> None:
    report = read("\n" + line)
    assert (report.byline, dict(report.credits)) == LINES[line]


@pytest.mark.parametrize("line", ["关小禾", "关小禾 苗青", "□关小禾", "记者 关小禾"])
def test_names_above_the_headline_are_authors(line: str) -> None:
    (report,) = read_reports((line + "\n" + ABOVE).encode(), "2023-06-05.txt").reports
    assert (report.kicker, report.title, report.byline[0], report.column) == ("", "高远检查防汛工作", "关小禾", "")


@pytest.mark.parametrize(
    ("end", "source"),
    [
        ("（据青石日报）", "青石日报"),
        ("（转自青石网）", "青石网"),
        ("来源：青石融媒", "青石融媒"),
        ("\n稿源：青石融媒", "青石融媒"),
    ],
)
def test_a_source_stands_behind_the_last_sentence(end: str, source: str) -> None:
    assert read(end).source == source


@pytest.mark.parametrize(
    "end",
    [
        "高远点赞",
        "何明川参加活动",
        "防汛责任重大",
        "记者了解到",
        "（据了解）",
        "（作者单位：县委党校）",
        "（综合）",
    ],
)
def test_what_only_looks_like_names_stays(end: str) -> None:
    text = (ABOVE + end).encode()
    (report,) = read_reports(text, "2023-06-05.txt").reports
    assert report.paragraphs[-1].text.endswith(end)
    assert not report.byline


@pytest.mark.parametrize("title", ["高远讲党课", "关爱", "石田变良田", "高产田 示范田", "文明花开"])
def test_a_short_headline_is_no_author(title: str) -> None:
    (report,) = read_reports((title + "\n" + ABOVE.split("\n", 1)[1]).encode(), "2023-06-05.txt").reports
    assert (report.title, report.byline) == (title, ())


def test_bylines_between_sentences_are_authors_and_part_reports_where_a_dated_lead_follows() -> None:
    first, rest = ABOVE.rsplit("\n", 1)[0], "高远提了要求。（关小禾）在石桥镇，何明川看望了老人。（苗青青）"
    (report,) = read_reports(f"{first}\n{rest}".encode(), "2023-06-05.txt").reports
    assert report.byline == ("关小禾", "苗青青")
    assert [p.text for p in report.paragraphs[-2:]] == ["高远提了要求。", "在石桥镇，何明川看望了老人。"]
    rest = "高远提了要求。（关小禾）6月4日，县政协主席苏青到县一中视察学校食堂，听取汇报。（苗青青）"
    reports = read_reports(f"{first}\n{rest}".encode(), "2023-06-05.txt").reports
    assert [r.byline for r in reports] == [("关小禾",), ("苗青青",)]


@pytest.mark.parametrize("bracket", ["（热烈掌声）", "（见图）", "（下同）", "（以下简称“方案”）", "（第一季度）"])
def test_a_bracket_between_sentences_that_names_nobody_stays(bracket: str) -> None:
    text = f"{ABOVE}{bracket}6月4日，大会继续进行。"
    (report,) = read_reports(text.encode(), "2023-06-05.txt").reports
    assert report.paragraphs[-1].text.endswith(f"落实到人。{bracket}6月4日，大会继续进行。")


PART = st.text("苏小雨何野江北文图主编任一审高明川报县委乡李𠮷·摄青石", min_size=2, max_size=4)


@given(st.lists(st.tuples(st.sampled_from(["记者", "通讯员", "本报记者", "全媒体记者"]), st.lists(PART, min_size=1, max_size=4)),
                min_size=1, max_size=3), st.sampled_from(" 、"))  # fmt: skip
def test_a_byline_in_its_usual_form_is_read_as_any_other(kinds: list[tuple[str, list[str]]], mark: str) -> None:
    text = " ".join(f"{kind} {mark.join(names)}" for kind, names in kinds)
    names = usual_names(text)
    if names:
        padded = text.replace(" ", "\u3000")  # read the long way, with the same meaning
        assert not usual_names(padded)
        assert parse_byline(padded) == parse_byline(text) == Credits(names)


def test_most_bylines_have_the_usual_form() -> None:
    assert usual_names("记者 苏小雨 何野 通讯员 江北") == ("苏小雨", "何野", "江北")
    for other in (
        "记者 苏文 何野",
        "记者：苏小雨",
        "苏小雨 何野",
        "记者 苏小雨 摄",
        "编辑 苏小雨",
        "记者 石桥镇 何野",
        "记者 何野 何野",
    ):
        assert usual_names(other) == ()


def test_a_line_of_thousands_of_bylines_is_read_as_one_of_a_few() -> None:
    """What looks for roles behind names looks at no line without a stroke: such a line took time by its square."""
    (report,) = read_reports(("县委书记高远检查工作。\n" + "（记者 苏小雨）" * 4000).encode(), "x.txt").reports
    assert "苏小雨" in report.byline
