"""Related reports: what came before, on the same topics and with the same people."""

from datetime import date

from bulletin.compose import article_link
from bulletin.model import Article, Person, PlacedArticle
from bulletin.outline import Issue, Month
from bulletin.pages.related import MONTHS_BACK, MOST, REPORTS_BACK, months_back, related_reports
from bulletin.parts import Part
from tests.conftest import REPORT, Project


def issue(day: date, *articles: tuple[str, str]) -> Issue:
    """An issue; an article is its topics and its people, a character each."""
    placed = []
    for i, (topics, people) in enumerate(articles, 1):
        persons = tuple(Person(name, (), ()) for name in people)
        article = Article("a.txt", i, 0, day, f"{topics}{people}", topics=tuple(topics), people=persons)
        url = f"{day:%Y/%m/%d}/{i}.html"
        placed.append(PlacedArticle(article, url, i, "", "", article_link(article, url)))
    return Issue(day, f"{day:%Y/%m/%d}/index.html", 1, 0, tuple(placed))


def related(*issues: Issue) -> dict[str, list[str]]:
    """Address of a report -> addresses of its related reports."""
    found = related_reports(issues)
    return {url: [link.url for link in links] for url, links in found.items()}


FIRST, NEXT, LAST = date(2024, 3, 5), date(2024, 3, 12), date(2024, 3, 19)


def test_the_most_that_is_shared_comes_first_then_the_newest() -> None:
    found = related(
        issue(FIRST, ("ab", "甲"), ("a", "甲")), issue(NEXT, ("a", "甲"), ("c", "乙")), issue(LAST, ("ab", "甲"))
    )
    assert found["2024/03/19/1.html"] == ["2024/03/05/1.html", "2024/03/12/1.html", "2024/03/05/2.html"]


def test_one_topic_alone_or_two_people_alone_relate_nothing() -> None:
    assert related(issue(FIRST, ("a", "甲乙")), issue(NEXT, ("a", "丙"), ("b", "甲乙"))) == {}
    assert related(issue(FIRST, ("a", "甲乙丙")), issue(NEXT, ("b", "甲乙丙"))) != {}


def test_reports_of_the_same_issue_and_later_ones_are_not_related() -> None:
    found = related(issue(FIRST, ("ab", "甲"), ("ab", "甲")), issue(NEXT, ("ab", "甲")))
    assert list(found) == ["2024/03/12/1.html"]


def test_there_are_at_most_four_and_always_the_same() -> None:
    issues = (issue(FIRST, *[("ab", "甲乙")] * 9), issue(NEXT, ("ab", "乙甲")))
    once = related(*issues)
    assert len(once["2024/03/12/1.html"]) == MOST
    assert once == related(*issues)


def test_a_report_looks_back_over_the_months_before(project: Project) -> None:
    for day in ("2024-01-30", "2024-02-06"):
        project.write(f"{day}.md", f"---\ntitle: {day}检查\ntopics: [安全生产]\nleaders: [何明川]\n---\n{REPORT}")
    assert project.run("build") == 0
    page = "2024/02/06/1.html"
    assert "../../../2024/01/30/1.html" in project.read(page)
    assert "2024/02/06" not in project.read("2024/01/30/1.html").split("<main")[1].split("</main")[0]
    first, second = (project.folder / "output" / name for name in ("2024/01/30/1.html", page))
    stamps = [path.stat().st_mtime_ns for path in (first, second)]
    body = project.folder / "content/2024-01-30.md"
    body.write_text(body.read_text("utf-8") + "\n又讯。\n", "utf-8")
    assert project.run("build") == 0
    assert [path.stat().st_mtime_ns != stamp for path, stamp in zip((first, second), stamps, strict=True)] == [
        True,
        False,
    ]
    body.write_text(body.read_text("utf-8").replace("01-30检查", "01-30督查"), "utf-8")
    assert project.run("build") == 0
    assert "督查" in project.read(page)


def test_a_month_looks_back_as_far_as_it_needs() -> None:
    def month(number: int, shown: int) -> Month:
        return Month(2024, number, (), Part(f"{number}"), (), shown, Part(f"{number}"))

    months = [month(number, shown) for number, shown in enumerate((9, REPORTS_BACK, 50, 9, 1), 1)]
    assert [[part.digest for part in months_back(months, i)] for i in range(5)] == [
        [], ["1"], ["2"], ["2", "3"], ["2", "3", "4"],
    ]  # fmt: skip
    assert len(months_back([month(1, 1)] * 40, 39)) == MONTHS_BACK
