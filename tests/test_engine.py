"""The engine: what a build does again, and what it does not."""

import json
import marshal
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.build import Options, build
from bulletin.config import read_config
from bulletin.findings import Severity
from bulletin.model import Person, Post
from bulletin.outcome import Outcome
from bulletin.packing import PackingError, pack, unpack
from bulletin.pages.frame import weight_of_list
from bulletin.parts import Part
from bulletin.publishing import PAGES_A_TASK
from bulletin.storage.memo import FILE, Memo
from bulletin.storage.packs import Packs
from tests.conftest import REPORT, ROOT, Project
from tests.test_build import contents, copy_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = copy_site(tmp_path / "site")
    run(folder)
    return folder


def run(site: Path, **options: Any) -> Outcome:
    config, findings = read_config(site)
    return build(config, findings, Options(**options))


def clean(site: Path, tmp_path: Path) -> dict[str, bytes]:
    """What a clean build elsewhere gives."""
    other = tmp_path / "clean"
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(site, other, ignore=shutil.ignore_patterns("output", ".bulletin"))
    run(other)
    return contents(other / "output")


def edit(site: Path, name: str, old: str, new: str) -> None:
    path = site / name
    data = path.read_bytes()
    encoding = "gb18030" if data[:1] > b"\x7f" and name.endswith("29.txt") else "utf-8"
    path.write_bytes(data.decode(encoding).replace(old, new).encode(encoding))


def test_nothing_is_read_or_rendered_twice(site: Path) -> None:
    again = run(site)
    assert (again.read, again.changes) == (0, {})
    assert again.written.written == 0


def test_a_body_is_rendered_again_where_its_words_stand(site: Path, tmp_path: Path) -> None:
    edit(site, "content/2023-12-29.txt", "。", "。好。")
    outcome = run(site)
    assert outcome.read == 1
    assert not {u for u in outcome.changes if u.startswith(("2024/", "archive"))}
    assert "2023/12/29/1.html" in outcome.changes
    assert contents(site / "output") == clean(site, tmp_path)


def test_what_changed_is_told(site: Path) -> None:
    template = next((site / "themes").rglob("404.html"))
    template.write_text(template.read_text("utf-8") + "<!-- -->", "utf-8")
    assert run(site).changes == {"404.html": ("template",)}
    edit(site, "config.yaml", "title: ", "title: 新")
    changes = run(site).changes
    assert changes["404.html"] == ("site",)
    assert "title" in changes["feed.xml"] or "head" in changes["feed.xml"]


def test_a_page_that_was_tampered_with_or_lost_is_made_again(site: Path, tmp_path: Path) -> None:
    expected = contents(site / "output")
    (site / "output/index.html").write_text("x")
    (site / "output/2024/03/05/1.html").unlink()
    outcome = run(site)
    assert outcome.written.written == 2
    assert set(outcome.changes) == {"index.html", "2024/03/05/1.html"}
    assert contents(site / "output") == expected


def test_an_edit_of_the_same_size_and_time_is_seen(site: Path, tmp_path: Path) -> None:
    path = site / "content/2023-12-29.txt"
    stat = path.stat()
    data = path.read_bytes()
    path.write_bytes(data[:-3] + data[-3:-1].swapcase() + b"\n" if data[-1:] != b"\n" else data.replace(b"1", b"2", 1))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    run(site)
    assert contents(site / "output") == clean(site, tmp_path)


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0 but not really", os.urandom(5000)])
def test_a_broken_memo_is_made_anew_with_one_line(site: Path, damage: bytes) -> None:
    before = contents(site / "output")
    (site / ".bulletin" / FILE).write_bytes(damage)
    outcome = run(site)
    assert [f.id for f in outcome.findings if f.id == "memo-broken"] == ["memo-broken"]
    assert outcome.written.written == 0
    assert contents(site / "output") == before
    assert not [f for f in run(site).findings if f.id == "memo-broken"]


def test_a_damaged_pack_is_made_anew(site: Path, tmp_path: Path) -> None:
    for path in (site / ".bulletin/packs").iterdir():
        path.write_bytes(bytes(len(path.read_bytes())))
    edit(site, "content/2023-12-29.txt", "。", "。好。")
    run(site)
    assert contents(site / "output") == clean(site, tmp_path)


def test_packs_are_begun_anew_once_half_of_them_is_waste_and_never_before(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin.storage.memo.WASTE_BYTES", 0)
    edit(site, "content/2023-12-29.txt", "。", "。好。")
    assert run(site).read == 1  # however much was put down when all was made by one process
    packs = Packs(site / ".bulletin")
    needed = packs.bytes
    with open(packs.folder / "0", "ab") as file:
        file.write(bytes(needed))
    edit(site, "content/2023-12-29.txt", "。好。", "。")
    assert run(site).read > 1
    assert packs.bytes <= needed
    assert contents(site / "output") == clean(site, tmp_path)


def test_the_packs_of_another_program_are_not_kept(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packs = Packs(site / ".bulletin")
    before = packs.bytes
    monkeypatch.setattr("bulletin.build.program_digest", lambda: "another")
    run(site)
    assert packs.bytes <= before


def test_the_memo_runs_nothing_and_holds_only_values() -> None:
    code = compile("print(1)", "x", "eval")
    for held in (
        code,
        ["os:system"],
        ["bulletin.build:run"],
        ["bulletin.findings:Severity"],
        [2, "bulletin.model:Post", 1],
        ["x"],
    ):
        with pytest.raises((PackingError, ImportError)):
            unpack(marshal.dumps(held))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.dates() | st.sampled_from(Severity),
    lambda inner: (
        st.lists(inner).map(tuple)
        | st.lists(inner)
        | st.dictionaries(st.text(), inner)
        | st.builds(Part, st.text(), inner.filter(bool))
        | st.builds(Person, st.text(), st.lists(st.text()).map(tuple))
        | st.builds(Post, st.text(), st.text(), st.none() | st.dates())
    ),
)


@given(VALUES)
def test_values_come_back_from_their_bytes(value: object) -> None:
    assert unpack(pack(value)) == value
    assert type(unpack(pack(value))) is type(value)


def test_what_is_no_value_of_ours_is_not_put_down() -> None:
    for value in (os.system, Path("x"), {1, 2}, run):
        with pytest.raises(TypeError):
            pack(value)


def test_a_memo_of_another_program_is_not_used(site: Path) -> None:
    assert not Memo(site / ".bulletin", "").broken
    assert Memo(site / ".bulletin", "another").fresh


def test_the_names_of_a_memo_are_those_that_it_will_have_once_it_is_saved(tmp_path: Path) -> None:
    memo = Memo(tmp_path, "", keep=True)
    for name in ("a 1", "a 2", "b 1"):
        memo.note(name, (1,))
    memo.save()
    memo.note("a 1", None)
    memo.note("a 3", (3,))
    assert memo.names("a ") == ["a 2", "a 3"]
    assert [memo.read(name) for name in memo.names("a ")] == [(1,), (3,)]
    memo.save()
    assert memo.names("a ") == Memo(tmp_path, "").names("a ") == ["a 2", "a 3"]


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_processes_give_the_same_bytes(site: Path, start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WORTH_READING", "WORTH_COMPOSING", "CHUNK_READ", "CHUNK_MONTHS"):
        monkeypatch.setattr(f"bulletin.engine.{name}", 1)
    monkeypatch.setattr("bulletin.publishing.WORTH_RENDERING", 1)
    before = contents(site / "output")
    shutil.rmtree(site / "output")
    outcome = run(site, clean=True, jobs=2, start=start)
    assert contents(site / "output") == before
    assert outcome.written.written == len(before)
    assert run(site).changes == {}


def test_once_other_processes_are_there_they_are_given_all_that_is_to_be_done(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    class Noting(ThreadPoolExecutor):
        def submit(self, what: Any, *given: Any, **named: Any) -> Any:
            done.append(type(given[-1]).__name__)
            return super().submit(what, *given, **named)

    monkeypatch.setattr("bulletin.engine.WORTH_READING", 1)
    with Noting(1) as executor:
        run(site, clean=True, executor=executor)
    assert set(done) == {"ReadTask", "LinkTask", "PrepareTask", "ComposeTask", "RenderTask"}
    done.clear()
    with Noting(1) as executor:
        (site / "content" / "2024-03-06.txt").write_text(REPORT, "utf-8")
        run(site, executor=executor)
    assert done == [], "a small build hands nothing over"


def test_pages_of_long_lists_are_handed_over_by_what_they_weigh() -> None:
    assert weight_of_list(3) == 1
    assert weight_of_list(700) > PAGES_A_TASK, "a task of its own"


def test_an_executor_that_breaks_costs_time_only(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from concurrent.futures import BrokenExecutor, Future

    class Broken(ThreadPoolExecutor):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(BrokenExecutor())
            return future

    monkeypatch.setattr("bulletin.engine.WORTH_READING", 1)
    monkeypatch.setattr("bulletin.engine.CHUNK_READ", 1)
    before = contents(site / "output")
    run(site, clean=True, executor=Broken())
    assert contents(site / "output") == before


def test_the_command_line_explains(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    project.run("build")
    project.write("2024-03-05.txt", REPORT.replace("石桥通车", "石桥昨日通车"))
    assert project.run("build", "--explain") == 0
    assert "2024/03/05/1.html: issue, placed\n" in project.out
    assert "404.html" not in project.out
    project.run("build", "--json", "--clean", "--jobs", "1")
    assert json.loads(project.out)["read"] == 1


def test_a_second_build_waits_for_the_first(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from bulletin.storage import lock

    project.write("2024-03-05.txt", REPORT)
    answers = iter([False, False, True])
    monkeypatch.setattr(lock, "_try_lock", lambda _: next(answers))
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0)
    assert project.run("build") == 0
    assert project.err.count("another build of this site is running") == 1


def test_the_profile_counts_what_was_done(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    assert project.run("build", "--profile", "--clean") == 0
    rows = dict(re.findall(r"^(\S.*?) {2,}(\d*) *[0-9.]+ s +\d+%$", project.out, re.MULTILINE))
    assert rows["texts read and linked"] == "1"
    assert rows["article.html"] == "1"
    assert int(rows["pages rendered and put in place"]) > 10
    assert "start and all the rest" in rows


def test_a_build_with_nothing_to_do_knows_nothing_of_reading_and_of_templates(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin.storage.stamps.RECENT_NS", 0)  # files of just now have stamps as well
    run(site)
    ask = (
        "import sys; from bulletin.storage import stamps; stamps.RECENT_NS = 0;"
        "from bulletin.cli import main; main(['build', '--quiet', '--site', sys.argv[1]]);"
        "print(*(m for m in sys.modules if m.startswith(('bulletin.reports', 'bulletin.people.find', 'jinja2', 'markdown_it'))))"
    )
    done = subprocess.run([sys.executable, "-c", ask, str(site)], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []


@pytest.mark.parametrize("month", ["03", "04"])
def test_of_two_pages_at_one_address_the_first_stays_and_is_written_once(project: Project, month: str) -> None:
    for name in ("2024-03-05/a.md", f"2024-{month}-06/b.md"):
        project.write(name, f"---\ntitle: {name}\naliases: [old/a.html]\n---\n石桥通车。\n")
    assert "page-taken" in [finding["id"] for finding in project.build()["findings"]]
    kept = project.read("old/a.html")
    assert "2024/03/05/1.html" in kept
    assert project.build()["written"] == 0
    assert project.read("old/a.html") == kept
