"""A save of a known text takes the short way, and gives what a look at everything gives."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin.parts import Part, Where
from bulletin.serve.athand import AtHand
from bulletin.serve.bench import ALL
from bulletin.serve.built import Built
from bulletin.serve.session import Session
from bulletin.storage.packs import Packs
from tests.conftest import Project

ISSUES, REPORTS = 4, 4
STORY = """---
title: {title}
leaders: [高远]
---

本报讯 3月{day}日，县委书记高远到{place}检查安全生产工作。

高远强调，要抓好{place}的安全生产工作，确保{place}安全。

县长何明川说，{place}的春耕生产要早准备。
"""
PLACES = ("石桥", "茶园", "学校", "水渠", "粮站", "医院")


def site(project: Project, built: bool) -> list[Path]:
    """A site of some issues, a part of which the ledger knows."""
    project.config("title: 青石新闻\ncounty: 青石县\nbase_url: https://bulletin.example/\n")
    project.write("leaders.yaml", "- {name: 高远, id: gao-yuan, posts: [县委书记]}\n")
    paths = []
    for n in range(ISSUES * REPORTS):
        day, place = 1 + n // REPORTS * 9, PLACES[n % len(PLACES)]
        name = f"2024-{3 + n // (REPORTS * 3):02}-{day % 28 + 1:02}/{n % REPORTS}.md"
        paths.append(project.write(name, STORY.format(title=f"{place}春来早之{n}", day=day % 28 + 1, place=place)))
    if built:
        project.build()
        day = paths[0].parent
        paths.append(project.write(f"{day.name}/9.md", STORY.format(title="新桥开工", day=4, place="新桥")))
    return paths


Edit = Callable[[str, int], str]
EDITS: dict[str, Edit] = {
    "body": lambda text, i: text + f"\n又一段，第{i}次。\n",
    "headline": lambda text, i: re.sub("title: .*", f"title: 改过的题目{i}", text, count=1),
    "leader": lambda text, i: text.replace("县长何明川", "县委书记高远", 1),
    "statement": lambda text, i: text + f"\n高远强调，要抓好第{i}所学校的招生工作。\n",
    "kicker": lambda text, i: text.replace("title:", f"kicker: 引题{i}\ntitle:", 1) if "kicker" not in text else text,
    "page": lambda text, i: text.replace("title:", "page: 2\ntitle:", 1) if "page:" not in text else text,
    "weight": lambda text, i: text.replace("title:", f"weight: {i % 3}\ntitle:", 1) if "weight" not in text else text,
    "withdrawn": lambda text, i: text.replace("title:", "status: withdrawn\ntitle:", 1) if "status" not in text else text,
    "slug": lambda text, i: text.replace("title:", f"slug: own-{i}\ntitle:", 1) if "slug" not in text else text,
    "alias": lambda text, i: text.replace("title:", f"aliases: [old/{i}]\ntitle:", 1) if "aliases" not in text else text,
    "topics": lambda text, i: text.replace("title:", "topics: [教育]\ntitle:", 1) if "topics:" not in text else text,
    "all of it": lambda text, i: STORY.format(title=f"全新的报道{i}", day=5, place=PLACES[i % 6]) + f"\n完全不同的正文{i}。\n",
    "severe": lambda text, i: text.replace("title:", "date: 2024-13-45\ntitle:", 1),
    "right again": lambda text, i: text.replace("date: 2024-13-45\n", ""),
    "new name": lambda text, i: text + f"\n副县长苏青到第{i}村调研。\n",
}  # fmt: skip


def contents(built: Built) -> dict[str, bytes | None]:
    return {url: built.bytes_of(url) for url in (*built.pages, *built.files)}


@pytest.mark.parametrize("built", [False, True], ids=["never built", "built"])
def test_the_short_way_gives_what_a_look_at_everything_gives(project: Project, built: bool) -> None:
    paths = site(project, built)
    session, chance = Session(project.folder), random.Random(11)
    assert session.build()
    short, usual = 0, ["body", "headline", "statement", "leader"]
    for i in range(36):
        chosen = {chance.choice(paths) for _ in range(chance.choice((1, 1, 1, 2, 5)))}
        names = [chance.choice(usual if chance.random() < 0.7 else list(EDITS)) for _ in chosen]
        for path, name in zip(chosen, names, strict=True):
            path.write_text(EDITS[name](path.read_text("utf-8"), i), "utf-8")
        quick = session.build(frozenset(path.resolve() for path in chosen))
        assert quick
        short += session.bench.sure
        if i % 12 == 11:
            now, found = contents(quick), quick.findings
            whole = Session(project.folder).build()
            assert whole
            assert contents(whole) == now, names
            assert sorted(map(str, whole.findings)) == sorted(map(str, found))
    assert 12 < short < 36


@pytest.mark.parametrize("name", ["body", "headline", "statement", "kicker", "leader"])
def test_what_an_editor_does_all_day_goes_the_short_way(project: Project, name: str) -> None:
    path = site(project, True)[7]
    session = Session(project.folder)
    session.build()
    for i in range(3):
        path.write_text(EDITS[name](path.read_text("utf-8"), i), "utf-8")
        session.build(frozenset({path.resolve()}))
        assert session.bench.sure, i


def test_a_look_at_everything_in_which_nothing_is_new_builds_nothing(project: Project) -> None:
    paths = site(project, False)
    session = Session(project.folder)
    before = session.build()
    assert session.build(frozenset({ALL})) is before
    paths[3].write_text(paths[3].read_text("utf-8") + "\n又一段。\n", "utf-8")
    after = session.build(frozenset({ALL}))
    assert after
    assert after is not before
    project.write("2024-03-20/new.md", STORY.format(title="新的", day=20, place="石桥"))
    newer = session.build(frozenset({ALL}))
    assert newer
    assert newer is not after
    assert "2024/03/20/1.html" in newer.pages


def test_a_new_template_leaves_what_was_gathered_as_it_is(project: Project) -> None:
    site(project, False)
    theme = project.folder / "themes" / "own"
    (theme / "templates").mkdir(parents=True)
    (theme / "theme.yaml").write_text("name: own\nextends: default\n", "utf-8")
    project.config("title: 青石新闻\ntheme: own\n")
    session = Session(project.folder)
    before = session.build()
    page = theme / "templates" / "article.html"
    page.write_text("{{ page.title }}甲\n", "utf-8")
    after = session.build(frozenset({page.resolve()}))
    assert before
    assert after
    assert after.pages is before.pages
    assert (session.page("2024/03/02/1.html") or b"").decode().endswith("甲\n")
    page.unlink()
    session.build(frozenset({page.resolve()}))
    assert b"</html>" in (session.page("2024/03/02/1.html") or b"")


def test_two_previews_of_a_site_have_a_memo_each(project: Project) -> None:
    paths = site(project, True)
    one, other = Session(project.folder), Session(project.folder)
    assert one.bench.notes != other.bench.notes
    for session in (one, other, one):
        paths[0].write_text(paths[0].read_text("utf-8") + "\n又一段。\n", "utf-8")
        session.build(frozenset({paths[0].resolve()}))
        session.finish()
    page = one.page("2024/03/02/1.html")
    assert page
    assert page.count("又一段".encode()) == 3


def test_new_and_renamed_texts_leave_nothing_behind_in_memory(project: Project) -> None:
    paths = site(project, True)
    session = Session(project.folder)
    session.build()
    session.finish()
    hand = session.bench.at_hand

    def made_of() -> set[str]:
        assert session.bench.hand
        return {part.digest for composed in session.bench.hand.months for part in composed.parts}

    first = hand.bytes
    assert hand.kept
    for i in range(24):
        old = paths[i % len(paths)]
        old.write_text(EDITS["body"](old.read_text("utf-8"), i), "utf-8")
        session.build(frozenset({old.resolve()}))
        new = paths[i % len(paths)] = old.rename(old.with_name(f"renamed-{i}.md"))
        session.build(frozenset({old.resolve(), new.resolve()}))
        session.finish()
        page = session.page("2024/03/02/1.html")
    assert page
    assert hand.kept <= made_of()
    assert hand.bytes < 2 * first
    assert len(session.bench.articles) <= len(paths)


def test_what_is_at_hand_has_a_limit_and_what_was_wanted_last_stays(tmp_path: Path) -> None:
    packs = Packs(tmp_path)
    packs.begin(0)
    parts = [Part.of(("甲" * 3000, number)) for number in range(9)]
    values = {part.digest: part.held for part in parts}
    large = Part.of("乙" * 40_000)
    for part in (*parts, large):
        packs.shelve(part)
    packs.end()
    size = max(part.place[2] for part in parts if part.place)
    hand = AtHand(tmp_path, most=4 * size)
    hand.load(parts[0])
    assert not hand.kept
    hand.want([*parts[:8], large])
    for part in (*parts[:4], parts[0], parts[4], parts[8], large):
        assert hand.load(part) == values.get(part.digest, "乙" * 40_000)
    assert hand.kept == {parts[i].digest for i in (2, 3, 0, 4)}
    assert hand.bytes == sum(part.place[2] for part in parts if part.place and part.digest in hand.kept)
    hand.want([parts[0]])
    assert hand.kept == {parts[0].digest}
    hand.forget()
    assert (hand.kept, hand.bytes) == (frozenset(), 0)


def test_who_loads_a_part_while_it_is_put_down_gets_it(tmp_path: Path) -> None:
    parts = [Part.of("甲" * (1 << 18)), Part.of("乙" * (1 << 18)), Part.of("丙")]
    reader, loaded = AtHand(tmp_path), []

    class Watched(Packs):
        def put(self, data: bytes) -> Where:
            place = super().put(data)
            loaded.append("".join(reader.load(part)[0] for part in parts))
            return place

        def end(self) -> None:
            loaded.append("".join(reader.load(part)[0] for part in parts))
            super().end()

    packs = Watched(tmp_path)
    packs.begin(0)
    packs.shelve_all(iter(parts))
    assert all(part.held is None for part in parts)
    assert "".join(reader.load(part)[0] for part in parts) == "甲乙丙"
    assert len(loaded) > len(parts)
    assert set(loaded) == {"甲乙丙"}


@pytest.mark.parametrize("harm", ["removed", "damaged"])
def test_a_memo_that_somebody_harms_is_made_anew(project: Project, harm: str) -> None:
    site(project, True)
    session = Session(project.folder)
    session.build()
    told: list[bool] = []
    session.doubted = lambda: told.append(session.bench.doubtful)
    packs = session.bench.notes / "packs"
    for pack in packs.iterdir():
        if harm == "removed":
            pack.unlink()
        else:
            pack.write_bytes(b"\0" * pack.stat().st_size)
    assert session.page("2024/03/02/1.html") == b""
    assert told == [True]
    assert session.build(frozenset({ALL}))
    assert "石桥" in (session.page("2024/03/02/1.html") or b"").decode()


@pytest.mark.parametrize("built", [False, True], ids=["never built", "built"])
def test_a_memo_full_of_waste_is_begun_anew_at_the_next_start(
    project: Project, built: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    site(project, built)
    monkeypatch.setattr("bulletin.serve.keeping.MOST_WASTE", 0)
    session = Session(project.folder)
    session.build()
    session.finish()
    packs = session.bench.notes / "packs"
    first = packs_bytes(packs)
    with open(packs / "0", "ab") as file:
        file.write(b"waste" * first)
    session.bench.close()
    again = Session(project.folder)
    assert again.bench.notes == session.bench.notes
    assert again.build()
    assert packs_bytes(packs) < 2 * first
    assert "石桥" in (again.page("2024/03/02/1.html") or b"").decode()


def packs_bytes(packs: Path) -> int:
    return sum(path.stat().st_size for path in packs.iterdir())


def test_the_index_of_the_search_waits_until_it_is_quiet_or_asked_for(project: Project) -> None:
    site(project, False)
    session = Session(project.folder)
    built = session.build()
    assert built
    session.begin()
    assert not built.pages.finished
    assert session.page("leaders/gao-yuan/index.html")
    assert not built.pages.finished
    session.finish()
    assert built.pages.finished
    scripts = [url for url in built.pages if url.startswith("search/2024")]
    assert scripts
    other = Session(project.folder)
    other.build()
    other.begin()
    assert other.page(scripts[0]) == session.page(scripts[0])
