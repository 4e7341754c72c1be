"""Values to plain ones and back: each kind of field, and every value of a build."""

from dataclasses import fields
from datetime import date

import pytest

from bulletin.findings import Place, Severity, find
from bulletin.model import (
    Article,
    Body,
    Change,
    Person,
    Photo,
    PictureFile,
    Post,
    RegisteredLeader,
    Report,
    Statement,
)
from bulletin.outline import Issue, IssueHead, Page
from bulletin.packing import pack, unpack
from bulletin.parts import Part, digest
from bulletin.reports.reading import Reading
from bulletin.turning import Turner, is_plain

PICTURE = PictureFile("a.jpg", "2024/a.jpg", smaller=(("2024/a-640.jpg", 640),))
ARTICLE = Article(
    "2024/0305.txt", 3, 0, date(2024, 3, 5), "石桥通车", event=date(2024, 3, 4), body=Part.of(Body("<p>甲</p>", "甲".encode())),
    people=(Person("高远", ("县委书记",), ("出席",), "gy"),), statements=(Statement("高远", "强调", "要快", 1),),
    pictures=(PICTURE,), credits=(("摄影", ("苏青",)),),
)  # fmt: skip
LEADER = RegisteredLeader(
    "gy",
    "高远",
    posts=(Post("县长", start=date(2020, 1, 1)), Post("书记", end=None)),
    photo=Photo("gy.jpg", 3, 1, PICTURE),
)
VALUES = (
    ARTICLE,
    LEADER,
    Page("a.html", "article.html", (Part.of((1, 2)), ARTICLE, (LEADER, None, date(2024, 3, 5)), "文")),
    Issue(date(2024, 3, 5), "2024/03/05/", 1, 0, (), ((1, "要闻"),)),
    (IssueHead(date(2024, 3, 5), "a", 1, 2, 3, 4), {"a": (LEADER,)}, [ARTICLE], Severity.SEVERE, True, 2.5, b"x"),
    Reading("a.txt", "utf-8", reports=(Report("a.txt", 1, 2),), changes=(Change(1, "chrome", "分享", ""),)),
    find("content-empty", Place("content", 1, 2, "words"), name="content"),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_what_is_packed_comes_back(value: object) -> None:
    again = unpack(pack(value))
    assert again == value
    assert type(again) is type(value)
    if isinstance(value, Article):
        assert isinstance(again, Article)
        assert again.body.held == value.body.held
        assert [type(getattr(again, f.name)) for f in fields(again)] == [
            type(getattr(value, f.name)) for f in fields(value)
        ]


def test_each_field_makes_another_digest() -> None:
    others = {
        "line": 4, "issue": date(2024, 3, 6), "event": None, "body": Part.of(Body("", b"")), "people": (),
        "statements": (Statement("高远", "强调", "要快", 2),), "credits": (("摄影", ("苏青", "江北")),),
        "pictures": (PICTURE, PICTURE), "withdrawn": True,
    }  # fmt: skip
    every = {f.name: getattr(ARTICLE, f.name) for f in fields(ARTICLE)}
    made = [digest(ARTICLE), *(digest(Article(**{**every, name: other})) for name, other in others.items())]
    assert len(set(made)) == len(made)
    assert digest(Article(**every)) == digest(ARTICLE)
    assert digest(IssueHead(date(2024, 3, 5), "a", 1, 2, 3, 4)) != digest(("a", 1, 2, 3, 4))


def test_only_what_holds_plain_values_is_taken_as_it_is() -> None:
    assert is_plain(tuple[tuple[str, int], ...])
    assert is_plain(str | None)
    assert not is_plain(date)
    assert not is_plain(tuple[Person, ...])
    assert not is_plain(object)


def test_the_fields_stand_in_order_with_their_own_turned() -> None:
    there = Turner(str, {date: date.toordinal})
    assert there.fields(Post)(Post("县长", "政府", date(1, 1, 2))) == ("县长", "政府", 2, None, "", "", 0, "", ())
