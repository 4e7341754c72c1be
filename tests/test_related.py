"""Related reports: what came before, on the same topics and with the same people."""

from datetime import date

from bulletin.compose import article_link
from bulletin.model import Article, Person, PlacedArticle
from bulletin.outline import Issue
from bulletin.pages.related import MOST, related_reports


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
