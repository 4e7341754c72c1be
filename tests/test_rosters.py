"""Rows of people: lines that are no sentences and tell who holds a post or who attended."""

import pytest

from bulletin.people.find import find_people
from bulletin.people.known import KnownNames
from bulletin.people.rosters import continues, heads_rows, is_row


def found(text: str) -> dict[str, list[str]]:
    return {person.name: person.titles for person in find_people(text, KnownNames())}


@pytest.mark.parametrize(
    "line",
    [
        "沈予安　　县委副书记、县长",
        "3.祁　岚，县委常委、宣传部部长",
        "樊知行（县人大常委会副主任）",
        "组　长：沈予安　县长",
        "县人大常委会主任：葛临川",
        "出　席：苗春来　阎北辰",
        "主持人：县委副书记、县长沈予安",
        "（按姓氏笔画为序）",
        "于景行 卫秋实 马驰原 尹书田 冯一诺 祁岚 沈予安 苗春来",
    ],
)
def test_a_row_is_known_by_its_form(line: str) -> None:
    assert is_row(line)


@pytest.mark.parametrize(
    "line",
    [
        "主任：苏小雨　何野",  # a newsroom's
        "县融媒体中心主任：苏小雨",
        "主持：苏小雨",
        "记者　苏小雨　通讯员　何野",
        "苏小雨　何野　江北",
        "管子墨　2000元",
        "孔令辰　县第一中学校长",
        "沈予安走访慰问老局长",
        "县长沈予安主持会议。会议要求",
    ],
)
def test_credits_and_sentences_are_no_rows(line: str) -> None:
    assert not is_row(line)


def test_a_bare_post_goes_on_with_the_row_above() -> None:
    assert continues("副主任：樊知行　尹书田", "县人大常委会主任：葛临川")
    assert not continues("副主任：苏小雨", "责任编辑：何野")


def test_names_and_posts_are_read_from_rows() -> None:
    assert found("名单如下：\n县人大常委会主任：葛临川\n副主任：樊知行　莫　桐\n") == {
        "葛临川": ["县人大常委会主任"],
        "樊知行": ["副主任"],
        "莫桐": ["副主任"],
    }
    attended = found("出席会议的有：\n县委：沈予安　祁岚\n县政协：桑从简、甘棠生\n")
    assert attended == {"沈予安": [], "祁岚": [], "桑从简": [], "甘棠生": []}
    assert found("免去：\n郝在山的县水利局局长职务。\n冉东篱的县农牧局局长职务。\n") == {
        "郝在山": ["县水利局局长"],
        "冉东篱": ["县农牧局局长"],
    }


def test_a_notice_tells_the_posts_held_and_to_be_held() -> None:
    told = "1.戚远帆，男，汉族，1979年4月出生，中共党员，现任县财政局副局长，拟任县审计局局长。"
    assert found(told) == {"戚远帆": ["县财政局副局长", "县审计局局长"]}
    assert not found("1.戚远帆，男，汉族，1979年4月出生，现任县第一中学校长。")


def test_whose_post_is_private_is_in_no_row() -> None:
    assert not found("表彰名单\n孔令辰　县第一中学校长\n乔麦生　柳沟村党支部书记\n管子墨　石门公司董事长\n")


def test_an_own_post_is_left_by_who_was_appointed() -> None:
    assert found("会议决定：葛临川任县财政局局长，免去其县审计局副局长职务。") == {
        "葛临川": ["县财政局局长", "县审计局副局长"]
    }


def test_a_post_and_a_name_are_a_row_only_among_others() -> None:
    assert not is_row("县法院院长葛临川")  # it may be a caption
    assert continues("县法院院长葛临川", "出席会议的领导有：")
    assert continues("副县长滕向晚", "县人大常委会副主任　樊知行")
    assert not continues("县法院院长葛临川", "昨日，会议在县城召开：")


def test_a_heading_is_one_above_its_names() -> None:
    assert heads_rows("大会主席团名单", "（按姓氏笔画为序）")
    assert not heads_rows("大会主席团名单", "会议通过了大会主席团名单。")
