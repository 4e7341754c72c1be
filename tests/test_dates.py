"""The event's date of a report: every form that newsrooms print, and dates that are not the event's."""

from datetime import date

import pytest

from bulletin.findings import Place
from bulletin.reports.dates import find_event

PRINTED = {
    "3月2日上午，县长到柳坪镇调研。": "--03-02",
    "元月5日，县委召开常委会会议。": "--01-05",
    "6月20－21日，全县干部培训班开班。": "--06-20",
    "2019 年 3 月 2 日，县委召开常委会会议。": "2019-03-02",
    "二0一九年三月二日，县委召开常委会会议。": "2019-03-02",
    "二Ｏ一九年三月二日上午，县委召开常委会会议。": "2019-03-02",
    "2019.3.2，县委召开常委会会议。": "2019-03-02",
    "2019-03-02上午，县委召开常委会会议。": "2019-03-02",
    "昨天（5月30日），县长到柳坪镇调研。": "--05-30",
    # what a first date tells of is no event where a later clause begins with another
    "为贯彻落实3月1日全市会议精神，3月2日下午，县政府召开常务会议。": "--03-02",
    "继2月20日首场活动之后，3月2日，县妇联再次举办招聘会。": "--03-02",
    "6月1日是国际儿童节。5月31日，县长看望小朋友。": "--05-31",
    "9月10日教师节来临之际，9月8日上午，县长走访学校。": "--09-08",
    "7月7日以来，我县多次降雨。7月15日至16日，县长察看灾情。": "--07-15",
    "政协会议将于12月4日召开。12月3日，县政协举行培训会。": "--12-03",
    "去年，全县造林三万亩。2月24日，县长到林场调研。": "--02-24",
    "入冬以来，气温骤降，11月15日，县长检查供暖。": "--11-15",
    "3月，草长莺飞。3月12日，县领导参加义务植树。": "--03-12",
    # and stays the event where none does, or where the report goes on with that day
    "3月12日是植树节，当天上午，县领导来到柳坪镇植树，3月15日，活动结束。": "--03-12",
    "6月1日是国际儿童节，县长看望小朋友。": "--06-01",
    "在3月2日召开的大会上，县长要求抓好春耕。3月3日，各镇作了安排。": "--03-02",
    # vague
    "近日，县长说，3月2日起施行的办法已在我县落地。": None,
    "10月，县长两次到柳坪镇调研。9月的会议作了安排。": None,
    "2月30日，县长到柳坪镇调研。": None,
    "5日内，各镇要报送方案。": None,
}
WITH_ISSUE = {
    "本月5日，县长到柳坪镇调研。": "2019-03-05",
    "上月8日，县长到柳坪镇调研。": "2019-02-08",
    "昨（7日）上午，县长到柳坪镇调研。": "2019-03-07",
    "昨（7）日，县长到柳坪镇调研。": "2019-03-07",
    "今天(8日)上午，县长到柳坪镇调研。": "2019-03-08",
    "3月8日是妇女节。昨（7）日，县长看望女职工。": "2019-03-07",
    "4日、5日，县长到柳坪镇调研。": "2019-03-04",
    "5至6日，县长到柳坪镇调研。": "2019-03-05",
    "30日，县长到柳坪镇调研。": None,
    "工期20至30日内，各镇要报送方案。": None,
    "昨日，县长到柳坪镇调研。": None,
    "去年12月29日，县长到柳坪镇调研。": "2018-12-29",
}


def event(text: str, anchor: date | None = None) -> str | None:
    found, _ = find_event([text], anchor, Place("x.txt"))
    if not found.month:
        return None
    return f"{found.year or '-'}-{found.month:02}-{found.day:02}"


@pytest.mark.parametrize("text", PRINTED)
def test_the_event_is_the_date_that_the_lead_tells_of(text: str) -> None:
    assert event(text) == PRINTED[text]


@pytest.mark.parametrize("text", WITH_ISSUE)
def test_a_day_without_a_month_is_told_by_the_issue(text: str) -> None:
    assert event(text, date(2019, 3, 8)) == WITH_ISSUE[text]


def test_a_day_alone_is_none_without_an_issue() -> None:
    assert event("本月5日，县长到柳坪镇调研。") is None
