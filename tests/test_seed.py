"""The first input that must work: a newspaper's page dump of four reports, with sentences broken by column ends.

Where the real dump is at hand it is read; everywhere its twin is, a dump of the same shape from an invented county.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from bulletin.cli import main
from tests.conftest import SEED

TWIN = Path(__file__).parent / "seed-twin.txt"
REAL = sorted(SEED.glob("*.txt"))


def read(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["read", "--json", str(path)]) == 0
    result: dict[str, Any] = json.loads(capsys.readouterr().out)["files"][0]
    return result


@pytest.mark.parametrize("path", [TWIN, *REAL], ids=lambda p: "twin" if p == TWIN else "real")
def test_a_page_dump_becomes_four_articles(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = read(path, capsys)
    articles = file["articles"]
    assert [a["date"] for a in articles] == ["--10-11", "--10-13", "--10-13", "--10-12"]
    assert [len(a["paragraphs"]) for a in articles] == [9, 5, 7, 2]
    assert [len(a["leaders"]) for a in articles] == [7, 3, 3, 2]
    assert (file["issue_date"], file["issue_date_source"]) == ("2020-10-13", "guess")
    assert [f["id"] for f in file["findings"]] == ["issue-date-guessed"]
    assert sum(c["kind"] == "rejoin" for c in file["changes"]) == 6
    assert all(a["dateline"] == "本报讯" and not a["byline"] and a["topics"] for a in articles)
    assert "参加" in articles[0]["subtitle"]
    assert not any(a["subtitle"] for a in articles[1:])
    assert all(p[-1] in "。！？”" for a in articles for p in a["paragraphs"])


def test_the_twin_names_its_leaders_with_posts_as_printed(capsys: pytest.CaptureFixture[str]) -> None:
    articles = read(TWIN, capsys)["articles"]
    assert [{p["name"]: p["titles"] for p in a["leaders"]} for a in articles] == [
        {
            "高砚秋": ["县委书记"],
            "荣亦": [],
            "董怀远": ["县委常委", "政府副县长"],
            "王澍": ["政府副县长"],
            "巩建川": [],
            "马晖": [],
            "王学林": [],
        },
        {"高砚秋": ["县委书记"], "李棠溪": ["开发区党工委书记", "管委会主任"], "毕冠英": ["政府副县长"]},
        {"高砚秋": ["县委书记"], "李棠溪": ["党工委书记", "管委会主任"], "毕冠英": ["政府副县长"]},
        {"薛若川": ["县委副书记", "县长"], "董怀远": ["县委常委", "政府副县长"]},
    ]
    assert articles[0]["topics"][0] == "安全生产"


def test_the_twin_keeps_what_each_leader_did(capsys: pytest.CaptureFixture[str]) -> None:
    roles = {p["name"]: p["roles"] for p in read(TWIN, capsys)["articles"][0]["leaders"]}
    assert roles["高砚秋"][0] == "主持"
    assert "强调" in roles["高砚秋"]
    assert roles["马晖"] == ["参加"]
    assert "传达" in roles["王澍"]
