"""`bulletin leaders`: what it proposes, what it finds doubtful, and that an existing register is only added to."""

import json
from datetime import date

import pytest
import yaml

from bulletin.fields import end_of_list
from bulletin.findings import BulletinError
from bulletin.model import Person
from bulletin.people.posts import same_post
from bulletin.people.propose import propose
from bulletin.people.register import Register, parse_register
from bulletin.people.register_text import added, as_yaml, keys_of
from tests.conftest import Project

DAY = date(2024, 3, 5)


def seen(*rows: tuple[str, str, str]) -> list[tuple[date, Person]]:
    """(day, name, posts separated by 、) of each report."""
    return [
        (date.fromisoformat(day), Person(name, tuple(t for t in posts.split("、") if t))) for day, name, posts in rows
    ]


def test_posts_that_are_parts_of_a_longer_form_belong_to_it() -> None:
    rows = seen(
        ("2024-01-03", "何明川", "县委副书记、县长"), ("2024-02-01", "何明川", "县长"), ("2024-03-05", "何明川", "青石县县长"),
        ("2024-03-06", "何明川", ""),
    )  # fmt: skip
    ((person,), doubts) = propose(rows, Register())
    assert [(p.text, p.first.isoformat(), p.last.isoformat(), p.reports) for p in person.posts] == [
        ("县委副书记、县长", "2024-01-03", "2024-03-05", 3)
    ]
    assert (person.reports, doubts) == (4, ())
    assert (person.posts[0].start, person.posts[0].end) == (None, None)


def test_a_period_is_proposed_only_where_one_post_follows_another() -> None:
    rows = seen(
        ("2024-01-03", "江北", "副县长"), ("2024-02-01", "江北", "副县长"), ("2024-04-01", "江北", "县政协副主席")
    )
    ((person,), _) = propose(rows, Register())
    first, second = person.posts
    assert (first.text, first.start, first.end) == ("副县长", None, date(2024, 3, 31))
    assert (second.text, second.start, second.end) == ("县政协副主席", date(2024, 4, 1), None)


def test_the_order_of_the_reports_makes_no_difference() -> None:
    rows = seen(
        ("2024-01-03", "江北", "副县长"), ("2024-02-01", "高远", "县委书记"), ("2024-04-01", "江北", "县委常委、副县长"),
        ("2024-04-01", "苏青", "镇长"),
    )  # fmt: skip
    proposals, doubts = propose(rows, Register())
    assert (proposals, doubts) == propose(rows[::-1], Register())
    assert [p.name for p in proposals] == ["高远", "江北", "苏青"]


@pytest.mark.parametrize(
    ("rows", "ids"),
    [
        ([("2024-01-03", "高运来", "县委书记"), *[("2024-01-04", "高远来", "县委书记")] * 4], ["leader-one-apart"]),
        ([("2024-01-03", "高运来", "村支书"), *[("2024-01-04", "高远来", "县委书记")] * 4], []),
        ([("2024-01-03", "张伟", "副县长"), ("2024-01-05", "张伟", "县教育局局长"), ("2024-01-09", "张伟", "副县长")], ["leader-two-posts"]),
        ([("2024-01-03", "张伟", "副县长"), ("2024-01-05", "张伟", "副县长、公安局局长"), ("2024-01-09", "张伟", "公安局局长")], []),
    ],
)  # fmt: skip
def test_what_only_a_person_can_decide_is_told(rows: list[tuple[str, str, str]], ids: list[str]) -> None:
    assert [doubt.id for doubt in propose(seen(*rows), Register())[1]] == ids


def test_a_misspelling_of_a_registered_name_is_told() -> None:
    register, _ = parse_register("- name: 高远来\n  posts:\n  - text: 县委书记\n", "leaders.yaml")
    proposals, doubts = propose(seen(("2024-01-03", "高运来", "县委书记")), register)
    assert [d.id for d in doubts] == ["leader-one-apart"]
    assert [p.name for p in proposals] == ["高运来"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("县委书记", "青石县委书记", True), ("县长", "副县长", False), ("县长", "代县长", False), ("县组织部部长", "组织部长", True),
        ("县委书记", "原县委书记", False), ("主任", "副主任", False),
    ],
)  # fmt: skip
def test_same_post(one: str, other: str, same: bool) -> None:
    assert same_post(one, other) is same is same_post(other, one)


ITEMS = "- name: 苏青\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "- name: 苏青\n"),
        ("- name: 高远\n", "- name: 高远\n- name: 苏青\n"),
        ("- name: 高远", "- name: 高远\n- name: 苏青\n"),
        ("leaders:\n  - name: 高远\n    posts: [{text: 县长}]\n# end\n", "leaders:\n  - name: 高远\n    posts: [{text: 县长}]\n  - name: 苏青\n# end\n"),
        ("leaders:\n- name: 高远\n  note: |\n    a\n    b\n", "leaders:\n- name: 高远\n  note: |\n    a\n    b\n- name: 苏青\n"),
        ("领导:\n- 姓名: 高远\r\n", "领导:\n- 姓名: 高远\r\n- name: 苏青\r\n"),
        ("# only a comment\n", "# only a comment\n- name: 苏青\n"),
        ("leaders:\n", "leaders:\n- name: 苏青\n"),
    ],
)  # fmt: skip
def test_people_are_added_and_nothing_else_is_touched(text: str, wanted: str) -> None:
    at, indent = end_of_list(text, "leaders.yaml", ("leaders", "领导"))
    new = added(text, at, ITEMS, indent, False)
    assert new == wanted
    names = [p.name for p in parse_register(new, "leaders.yaml")[0].leaders]
    assert names[-1] == "苏青"


def test_a_list_in_one_line_is_not_added_to() -> None:
    with pytest.raises(BulletinError) as raised:
        end_of_list("leaders: [{name: 高远}]\n", "leaders.yaml", ("leaders",))
    assert raised.value.finding.id == "register-form"


def test_the_proposal_is_a_register() -> None:
    proposals, _ = propose(seen(("2024-01-03", "江北", "副县长"), ("2024-04-01", "江北", "县政协副主席")), Register())
    text = as_yaml(proposals, {"江北": "jiang-bei"}, keys_of("", True))
    register, findings = parse_register(text, "leaders.yaml")
    assert not findings
    (person,) = register.leaders
    assert (person.id, [(p.text, p.start, p.end) for p in person.posts]) == (
        "jiang-bei",
        [("副县长", None, date(2024, 3, 31)), ("县政协副主席", date(2024, 4, 1), None)],
    )
    assert yaml.safe_load(text)[0]["姓名"] == "江北"


def test_a_proposed_post_names_its_own_body() -> None:
    proposals, _ = propose(seen(("2024-01-03", "江北", "副县长"), ("2024-04-01", "江北", "县政协副主席")), Register())
    (person,) = parse_register(as_yaml(proposals, {}, keys_of("", False)), "leaders.yaml")[0].leaders
    assert [(p.text, p.body) for p in person.posts] == [("副县长", "县政府"), ("县政协副主席", "县政协")]


REPORT = "石桥通车\n\n本报讯 3月4日，县委书记高远到石桥检查，副县长江北、苏青参加。\n"


def test_the_command_proposes_adds_and_then_has_nothing_to_add(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    register = project.write("leaders.yaml", "# 名录\n- {name: 高远, posts: [县委书记]}   # 手写\n")
    assert project.run("leaders") == 0
    assert [p["name"] for p in yaml.safe_load(project.out)] == ["江北", "苏青"]
    assert register.read_text("utf-8") == "# 名录\n- {name: 高远, posts: [县委书记]}   # 手写\n"
    assert project.run("leaders", "--json") == 0
    value = json.loads(project.out)
    assert [p["name"] for p in value["leaders"]] == ["江北", "苏青"]
    assert value["leaders"][0]["posts"] == [
        {"text": "副县长", "first": "2024-03-05", "last": "2024-03-05", "reports": 1}
    ]
    assert project.run("leaders", "--write") == 0
    text = register.read_text("utf-8")
    assert text.startswith("# 名录\n- {name: 高远, posts: [县委书记]}   # 手写\n")
    assert project.run("leaders") == 0
    assert project.out == ""
    assert project.build()["findings"] == []


def test_people_of_one_name_are_told_apart_by_their_posts(project: Project) -> None:
    project.write("2024-03-05.txt", "会议\n\n3月4日，县教育局局长张伟、青坪镇副镇长张伟参加会议。\n")
    project.write("2024-03-06.txt", "检查\n\n3月5日，县教育局局长张伟检查学校。\n")
    project.write(
        "leaders.yaml",
        "- {id: one, name: 张伟, posts: [县教育局局长]}\n- {id: two, name: 张伟, posts: [青坪镇副镇长]}\n",
    )
    findings = project.build()["findings"]
    assert [f["path"] for f in findings if f["id"] == "leader-same-name"] == ["content/2024-03-05.txt"]
    assert "检查" in project.read("leaders/one/index.html")


def test_a_register_in_gb18030_stays_so(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    register = project.write("leaders.yaml", "- 姓名: 高远\n".encode("gb18030"))
    assert project.run("leaders", "--write") == 0
    assert register.read_bytes().decode("gb18030").startswith("- 姓名: 高远\n# 2024-03-05")


def test_a_broken_register_is_left_alone(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    register = project.write("leaders.yaml", "- name: [高远\n")
    assert project.run("leaders", "--write") == 2
    assert register.read_text("utf-8") == "- name: [高远\n"
    assert "yaml-syntax" in project.err
