"""Pages out of small bulletins: numbers, calendars, jumps, order, addresses that clash."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.addresses import address_articles, reading_order
from bulletin.compose import make_issues
from bulletin.config import Config, NumberingConfig
from bulletin.model import Article, ArticleLink, Masthead
from bulletin.outline import Activity
from bulletin.pages.calendar import month_calendar, with_current
from bulletin.pages.frame import newest_rows
from tests.conftest import REPORT, Project


def article(path: str, day: date, place: int = 0, **more: object) -> Article:
    return Article(path, 1, place, day, f"{path} {place}", **more)  # type: ignore[arg-type]


def test_reading_order_is_page_weight_number_in_the_name_place() -> None:
    day = date(2024, 3, 5)
    articles = [
        article("10.txt", day), article("2.txt", day, 1), article("2.txt", day, 0), article("z.md", day, weight=-1),
        article("a.md", day, page=2),
    ]  # fmt: skip
    (issue,), *_ = make_issues(articles, address_articles(articles), {}, Config())
    assert [a.article.title for a in issue.articles] == ["z.md 0", "2.txt 0", "2.txt 1", "10.txt 0", "a.md 0"]
    assert [a.number for a in issue.articles] == [1, 2, 3, 4, 5]


@given(st.text("01２a/-月.", max_size=12))
def test_numbers_in_folders_and_names_count_as_numbers(path: str) -> None:
    pieces = tuple((int(p), "") if p.isdecimal() else (0, p) for p in re.split("([0-9]+)", path))
    assert reading_order(article(path, date(2024, 3, 5)))[2] == pieces


def test_numbers_count_by_year_and_a_masthead_sets_them() -> None:
    days = [date(2023, 12, 29), date(2024, 1, 2), date(2024, 1, 5), date(2024, 1, 9)]
    config = Config(numbering=NumberingConfig(first=1, first_total=100))
    made = [article("a", d) for d in days]
    issues, *_ = make_issues(made, address_articles(made), {days[2]: Masthead(days[2], 7, 300)}, config)
    assert [(i.number, i.total) for i in issues] == [(1, 100), (1, 101), (7, 300), (8, 301)]


def test_a_calendar_links_only_days_with_an_issue() -> None:
    made = [article("a", date(2024, 2, 29))]
    issues, *_ = make_issues(made, address_articles(made), {}, Config())
    month = with_current(month_calendar(2024, 2, issues, "monday"), date(2024, 2, 29))
    days = [day for week in month.weeks for day in week]
    assert len(days) % 7 == 0
    assert [(d.number, d.url, d.current) for d in days if d.url] == [(29, "2024/02/29/index.html", True)]
    assert month.weekdays[0] == "一"
    assert month_calendar(2024, 2, issues, "sunday").weekdays[0] == "日"


def test_two_pages_at_one_address_are_found_before_anything_is_written(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    project.write("2024-03-05/a.md", "---\ntitle: 甲\naliases: [archive/index.html]\n---\n正文。\n")
    result = project.build()
    assert [f["id"] for f in result["findings"]] == ["page-taken"]
    assert project.code == 1
    assert "1期" in project.read("archive/index.html") or "2024" in project.read("archive/index.html")


def test_an_old_address_leads_to_the_present_one(project: Project) -> None:
    project.write("2024-03-05/a.md", "---\ntitle: 甲\nslug: jia\naliases: [news/12.html, old]\n---\n正文。\n")
    assert project.run("build") == 0
    assert "url=../2024/03/05/jia.html" in project.read("news/12.html")
    assert "../2024/03/05/jia.html" in project.read("old/index.html")


def test_both_halves_of_a_jump_are_linked_and_a_lone_one_is_said(project: Project) -> None:
    project.write("2024-03-05/01 要闻.txt", "石桥通车以后\n\n本报讯 3月4日,石桥通车。(下转第二版)\n")
    project.write(
        "2024-03-05/02 综合.txt",
        "石桥通车以后的路\n\n(上接第一版)路好走了。\n\n另一篇报道在这里\n\n本报讯 3月4日,雨停了。(下转第四版)\n",
    )
    assert project.ids() == ["jump-alone"]
    assert 'href="../../../2024/03/05/2.html"' in project.read("2024/03/05/1.html")
    assert "下转第二版" not in project.read("2024/03/05/1.html").split('id="p1"')[1].split("</p>")[0]


def test_drafts_are_left_out_unless_wanted(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    project.write("2024-03-05/a.md", "---\ntitle: 草稿一篇\nstatus: draft\n---\n正文。\n")
    project.run("build")
    assert "草稿一篇" not in project.read("index.html")
    project.run("build", "--drafts")
    assert "草稿一篇" in project.read("index.html")


def test_what_an_editor_wrote_wins(project: Project) -> None:
    project.write("leaders.yaml", "leaders:\n- {id: gao-yuan, name: 高远}\n- {id: he, name: 何明川}\n")
    project.write(
        "2024-03-05/a.md",
        "---\n标题: 甲\n领导: [he]\n专题: [教育]\n作者: 苏小雨、何野\n日期: 2024-03-01\n摘要: 短短一句\n---\n县委书记高远到学校检查安全生产。\n",
    )
    assert project.run("build") == 0
    text = project.read("2024/03/05/1.html")
    assert "leaders/he/index.html" in text
    assert "leaders/gao-yuan" not in "".join(project.files())
    assert "topics/education/index.html" in text
    assert "短短一句" in text


def test_names_under_leaders_and_topics_that_nobody_knows_are_said(project: Project) -> None:
    project.write("leaders.yaml", "leaders:\n- {id: he, name: 何明川}\n")
    project.write("2024-03-05/a.md", "---\n标题: 甲\n领导: [hx]\n专题: [教肓]\n---\n正文。\n")
    assert project.ids() == ["leader-unknown", "topic-unknown"]


def test_a_post_that_the_register_contradicts_is_said_and_not_changed(project: Project) -> None:
    project.write("leaders.yaml", "leaders:\n- {id: gao-yuan, name: 高远, posts: [{text: 县长, from: 2020}]}\n")
    project.write("2024-03-05.txt", REPORT)
    assert project.ids() == ["post-differs"]
    assert "县委书记" in project.read("2024/03/05/1.html")


def test_a_reprint_names_its_four_facts(project: Project) -> None:
    project.write("2024-03-05/a.md", "---\n标题: 甲\nreprint: true\nsource: 某报\n---\n正文。\n")
    result = project.build()
    assert result["findings"][0]["id"] == "reprint-incomplete"
    assert "byline、original_title、editor" in result["findings"][0]["message"]


def test_the_search_has_every_word_and_cannot_break_out_of_its_script(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT.replace("安全生产", "</script>安全\u2028生产"))
    assert project.run("build") == 0
    assert "石桥通车" in project.read("search/2024/t0305-0.js")
    assert "高远" in project.read("search/head.js")


def test_subheads_of_a_plain_text_are_headings(project: Project) -> None:
    project.write(
        "2024-03-05.txt",
        "石桥通车以后的日子\n\n本报讯 3月4日,石桥通车。\n\n路短了情长了\n\n老人说,好走了。\n\n人多了店开了\n\n街上热闹了。\n",
    )
    assert project.run("build") == 0
    text = project.read("2024/03/05/1.html")
    assert '<h2 id="p2">路短了情长了</h2>' in text
    assert '<p id="p3">老人说，好走了。</p>' in text


def test_a_leaders_activities_are_newest_first_by_day_of_the_event(project: Project) -> None:
    project.write(
        "2024-03-05.txt",
        "# 高远检查石桥工地\n\n本报讯 3月2日,县委书记高远检查工地。\n\n# 高远看望护林员\n\n本报讯 3月4日,县委书记高远看望护林员。\n",
    )
    project.run("build")
    text = project.read("leaders/1/index.html")
    assert text.index("高远看望护林员") < text.index("高远检查石桥工地")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "某报", 'https://a.example/"onclick="x']
)
def test_a_source_that_is_no_address_on_the_web_holds_its_report_back(project: Project, address: str) -> None:
    project.write("2024-03-05/a.md", f"---\ntitle: 甲\nsource_url: {address}\n---\n正文。\n")
    result = project.build()
    assert ("value-wrong", 3, 13) in [(f["id"], f["line"], f["column"]) for f in result["findings"]]
    assert not [name for name in project.files() if name.startswith("2024/")]


def rows(*months: tuple[int, int, int]) -> list[Activity]:
    """(year, month, rows) newest first."""
    days = [date(year, month, 1) for year, month, count in months for _ in range(count)]
    return [Activity(ArticleLink("题", f"{i}.html", day, "", "", ""), day, (), ()) for i, day in enumerate(days)]


@pytest.mark.parametrize(
    ("months", "shown"),
    [
        ([(2024, 3, 5), (2024, 1, 20), (2023, 12, 30)], 25),
        ([(2024, 3, 5), (2023, 12, 3), (2023, 11, 9)], 17),
        ([(2024, 3, 20), (2024, 2, 15), (2024, 1, 30)], 35),
        ([(2024, 3, 62), (2024, 2, 54)], 62),
        ([(2024, 3, 6), (2024, 2, 54), (2024, 1, 9)], 60),
        ([(2024, 3, 2)], 2),
    ],
    ids=["the newest year", "more of a short one", "less of a full one", "never half a month", "enough", "all"],
)
def test_a_leaders_own_page_shows_the_newest_months(months: list[tuple[int, int, int]], shown: int) -> None:
    assert len(newest_rows(rows(*months))) == shown


def test_numbers_of_a_list_that_would_be_print_pages_are_said(project: Project) -> None:
    for number in range(1, 10):
        project.write(f"2024-03-05/{number:02}.md", f"---\ntitle: 第{number}件事\n---\n正文{number}。\n")
        project.write(f"2024-03-06/n{number:02}.md", f"---\ntitle: 又一件{number}\n---\n正文{number}。\n")
        if number < 9:
            project.write(f"2024-03-07/{number:02}.md", f"---\ntitle: 再一件{number}\n---\n正文{number}。\n")
    assert project.ids() == ["pages-many"]
    assert "p09/index.html" in project.read("2024/03/05/index.html")
    assert "第01版" not in project.read("2024/03/06/1.html")
