"""Lines under pictures that nothing marks as captions, and what ends one report and begins the next where no headline does."""

import pytest

from bulletin.model import Report
from bulletin.reports.reading import read_reports

HEAD = "何明川调研春耕生产"
LEAD = "6月9日，副县长何明川到柳坪镇调研春耕生产工作，实地察看育秧大棚和农资储备情况。"
LAST = "何明川要求，各乡镇要抢抓农时，强化技术指导，确保春播任务按期完成。"
NEXT = "6月10日，县政协主席苏青率队到县一中视察学校食堂，听取校方关于食品安全工作的汇报。"
NEXT_LAST = "苏青强调，学校要把食品安全放在首位，严格落实校领导陪餐制度。"


def read(*lines: str) -> tuple[Report, ...]:
    return read_reports("\n".join(lines).encode(), "x.txt").reports


CAPTIONS = (
    "何明川一行查看苗圃",
    "副县长何明川与农户交流",
    "何明川到田间查看",
    "何明川讲话",
    "副县长何明川一行察看育秧大棚",
    "座谈会现场",
    "推进会现场",
    "签约仪式现场",
    "技能培训班现场",
    "大会主席台",
    "大会会场一角",
    "调研组在田间实地察看苗情",
    "与会人员观看展板",
    "（在柳坪中学看望师生）",
    "（副县长何明川致辞）",
    "(何明川查看苗情)",
    "（检查组现场查看）",
    "（会场一角）",
)


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_line_that_shows_a_scene_or_somebody_of_the_report_is_a_caption(line: str) -> None:
    for lines in ((HEAD, LEAD, line, LAST), (HEAD, LEAD, LAST, line), (HEAD, LEAD, LAST, "(关小禾)", line)):
        (report,) = read(*lines)
        assert [c.text for c in report.captions] == [line.replace("(", "（").replace(")", "）")]
        assert [p.text for p in report.paragraphs] == [LEAD, LAST]


SUBHEADS = (
    "抢农时",
    "强化技术指导",
    "突出一个“早”字",
    "高位推动抓落实",
    "何明川的春耕账",
    "走进春耕现场",
    "党员干部走访解民忧",
    "会议强调抓落实",
    "（一）抓早动快",
)


@pytest.mark.parametrize("line", SUBHEADS)
def test_a_subhead_is_no_caption(line: str) -> None:
    (report,) = read(HEAD, LEAD, line, LAST)
    assert [p.text for p in report.paragraphs] == [LEAD, line, LAST]
    assert not report.captions


def test_an_office_in_brackets_is_who_wrote_and_no_caption() -> None:
    for office in ("县委调研组", "县纪委检查室", "柳坪镇党政办", "县委宣传部 苏青"):
        (report,) = read(HEAD, LEAD, LAST, f"（{office}）")
        assert (bool(report.byline), report.captions) == (True, ())


def test_a_headline_that_names_somebody_of_the_report_above_is_one() -> None:
    reports = read(
        HEAD,
        LEAD,
        LAST,
        "何明川到石桥镇慰问老党员",
        "6月10日，副县长何明川到石桥镇慰问老党员，送去慰问金和节日祝福。",
        NEXT_LAST,
    )
    assert [r.title for r in reports] == [HEAD, "何明川到石桥镇慰问老党员"]


ENDS = (
    "（通讯员 关小禾）",
    "来源：青石县融媒体中心",
    "（来源：青石发布）",
    "上一篇：石桥镇召开会议",
    "下一篇：没有了",
    "关键词：春耕",
    "责任编辑：",
    "【打印】【关闭】",
    "相关新闻",
    "图为何明川查看育秧大棚",
    "育秧大棚 关小禾 摄",
    "会议还研究了其他事项。",
    "会上，还听取了其他有关事宜。",
)


@pytest.mark.parametrize("line", ENDS)
def test_what_ends_a_report_and_a_dated_lead_with_somebody_new_part_two(line: str) -> None:
    for lines in ((LEAD, LAST, line, NEXT, NEXT_LAST), (HEAD, LEAD, LAST, line, NEXT, NEXT_LAST)):
        assert [r.paragraphs[0].text for r in read(*lines)] == [LEAD, NEXT]


GOING_ON = (
    "6月10日，何明川又来到石桥镇，察看渠道清淤情况，看望一线施工人员，详细了解工程进度和质量。",
    "1958年9月，水库动工，全县三万民工上坝，历时三年建成，灌溉农田十二万亩，造福一方百姓。",
    "截至6月10日，全县已完成春播面积十二万亩，占计划的八成以上，进度快于常年同期三个百分点。",
    "据了解，6月10日，县政协主席苏青也将率队视察学校食堂，听取校方关于食品安全工作的汇报。",
)


@pytest.mark.parametrize("text", GOING_ON)
def test_a_later_day_of_the_same_matter_begins_no_report(text: str) -> None:
    (report,) = read(HEAD, LEAD, "图为何明川查看育秧大棚", text, LAST)
    assert [p.text for p in report.paragraphs] == [LEAD, text, LAST]


def test_days_that_a_round_of_visits_tells_one_by_one_stay_together() -> None:
    opening = "连日来，县领导分别深入一线调研春耕生产，现场解决问题。"
    (report,) = read("县领导调研春耕生产", opening, LEAD, NEXT)
    assert [p.text for p in report.paragraphs] == [opening, LEAD, NEXT]


def test_a_sentence_between_the_headline_and_the_authors_of_a_lead_stood_under_the_first_picture() -> None:
    shown = "何明川察看育秧大棚，农户拉着他的手算收成。"
    (report,) = read(HEAD, shown, f"（记者 关小禾/文 程雨/图）{LEAD}", LAST)
    assert [c.text for c in report.captions] == [shown]
    assert [p.text for p in report.paragraphs] == [LEAD, LAST]


def test_a_line_that_names_a_stage_of_the_report_is_no_headline() -> None:
    later = "培训会议由副县长何明川主持，县委组织部负责人作辅导报告。"
    (report,) = read(HEAD, LEAD, "第一阶段 动员部署", LAST, "第二阶段 业务培训", later)
    assert len(report.paragraphs) == 5


def test_a_lead_whose_day_stands_behind_what_somebody_asks_begins_a_report() -> None:
    asks = "“您家的补贴到账没有？村里公示栏上的数字对得上不？”昨日上午，县纪委督查组在柳坪镇清水村逐户核对惠农资金。"
    more = "“惠农资金一分也动不得。”县委常委、县纪委书记程雨说，对虚报冒领的要一查到底。"
    texts = [r.paragraphs[0].text for r in read(LEAD, LAST, "（通讯员 关小禾）", asks, more)]
    assert texts == [LEAD, asks]


@pytest.mark.parametrize(
    "line",
    [
        "【版权声明】凡注明“青石融媒网”来源之作品，未经青石融媒网授权，任何媒体和个人不得转载、链接、转贴。违者将追究法律责任。",
        "版权作品，未经授权严禁转载。经授权后，转载须注明来源、原标题、著作者名。",
    ],
)
def test_what_a_page_says_of_its_rights_is_no_paragraph(line: str) -> None:
    (report,) = read(HEAD, LEAD, LAST, "", line)
    assert [p.text for p in report.paragraphs] == [LEAD, LAST]


def test_news_of_one_day_is_told_apart_though_one_begins_with_what_for() -> None:
    news = (
        "6月18日，县委党校副校长何明川一行到柳坪镇草畜示范园区开展调研，详细了解园区的经营情况。",
        "6月18日，青石县召开庆祝建党活动安排会，柳坪镇设分会场组织全镇党员收听收看了会议，并作了安排。",
        "为做好防止返贫动态监测工作，6月18日，柳坪镇组织驻村工作队入户排查，登记了二十三户的情况。",
        "6月18日，县农牧局局长程雨到柳坪镇检查春羔接种，看望了值班的兽医，并与牧户算了一年的收成。",
    )
    assert [r.paragraphs[0].text for r in read(*news)] == list(news)


def test_a_long_list_of_headlines_below_a_text_belongs_to_others_though_one_looks_like_a_caption() -> None:
    others = (
        "青石石桥：“敬老饭桌”暖人心",
        "岚溪万亩油菜花海美如画",
        "云河县加油站缺斤短两被查",
        "最美乡村教师晒出“家底”（组图）",
        "清水湖观鸟正当时",
        "省城到海州首航",
        "我省今年新增高速公路260公里",
        "全省小麦条锈病防治工作启动",
    )
    (report,) = read(HEAD, LEAD, LAST, "", *others)
    assert [p.text for p in report.paragraphs] == [LEAD, LAST]
    assert not report.captions


def test_a_button_of_a_news_application_is_no_line_of_a_report() -> None:
    (report,) = read(HEAD, "打开青石新闻 查看更多视频", LEAD, "打开青石新闻 查看更多图片", LAST)
    assert (report.title, report.subtitle) == (HEAD, "")
    assert [p.text for p in report.paragraphs] == [LEAD, LAST]
