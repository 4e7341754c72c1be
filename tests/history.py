"""A small site and everything that can happen to it, as a Hypothesis state machine that holds the law of the engine.

The law (design, section 8): after any history the incremental output is that of a clean build of the same content in
another folder, byte for byte, with the same findings; and building once more writes nothing. Each rule is one thing an
editor, a theme author, a computer or an accident does between two builds.
"""

import io
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, ClassVar

import jinja2
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bulletin.cli import main
from tests.tools.deaths import Deaths

WIRE = Path(__file__).parent / "site" / "themes" / "wire"
RAW = ("2024-03-05.txt", "2024-03-06.txt", "2024/03/2024-03-07.txt", "2023-12-29.txt", "2024-03-06/01 要闻.txt",
       "2024-03-06/02 综合.txt", "undated.txt")  # fmt: skip
ARTICLES = ("2024-03-05/tea.md", "2024-03-06/road.md", "2023-12-29/road.md", "2024/03/2024-03-07/b.md", "free.md")
PICTURES = ("2024-03-05/tea.svg", "bridge.svg")
PEOPLE = ("县委书记高远", "县长何明川", "副县长苏青", "高远", "苏青", "县领导苏青、江北", "村民石大力")
SUBJECTS = ("安全生产", "春耕备耕", "森林防火", "招商引资", "教育教学")
TITLES = ("石桥通车", "春茶开采", "全县安全生产会议召开", "河湾镇修路")
REGISTERS = (
    "leaders:\n- {id: gao-yuan, name: 高远, posts: [{body: 县委, text: 县委书记, from: 2021-08}]}\n",
    "leaders:\n"
    "- {id: gao, name: 高远, posts: [{text: 县长, from: 2021, to: 2023-12-31}, {text: 县委书记, from: 2024}]}\n"
    "- {id: su, name: 苏青, visible: false}\n",
    "leaders:\n- {name: 何明川, aliases: [何县长], posts: [{body: 县政府, text: 县长, rank: 1}]}\n- {name: 江北}\n",
    "leaders: [\n",
)
TOPICS = (
    "topics:\n- {id: bridge, name: 大桥, words: [石桥], introduction: 一座桥。, from: 2024-01}\n",
    "topics:\n- {id: safety, name: 平安, words: [安全, 防火]}\n",
    "topics:\n- {id: own, name: 自选, words: [春耕, 通车], to: 2024-12}\nreplace: true\n",
    "topics: {\n",
)
CONFIG = {
    "title": ("青石新闻", "青石简报"),
    "theme": ("wire", "mine"),
    "base_url": ("https://a.example/", "https://b.example/news/"),
    "feed_items": ("1", "20"),
    "search": ("true", "false"),
    "leaders": ("true", "false"),
    "topics": ("true", "false"),
    "fewest_reports": ("1", "2"),
    "week_start": ("monday", "sunday"),
    "publish_time": ('"07:30"', '"25:00"'),
    "profile": ("plain", "government"),
    "footer": ("{organizer: 县委宣传部}", "{support: 县融媒体中心}"),
    "numbering": ("{first: 5}", "{first_total: 100}"),
}
TEMPLATES = ("base.html", "article.html", "month.html", "leader.html", "_parts.html", "feed.xml", "404.html")
ABOUT_THE_WAY = frozenset(("output-foreign", "memo-broken"))
"""Findings that tell how a build went and not what the content is; they may differ from those of a clean build."""


class History(RuleBasedStateMachine):
    """The site lies in `site`; `clean` is where the same content is built anew."""

    steps: ClassVar[int] = 0
    deaths: ClassVar[Deaths | None] = None
    extra: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        base = Path("/dev/shm")
        self.folder = Path(tempfile.mkdtemp(prefix="history-", dir=base if base.is_dir() else None))
        self.site, self.clean = self.folder / "site", self.folder / "clean"
        self.config: dict[str, str] = {"title": "青石新闻", "theme": "wire"}
        self.kept: dict[str, Path] = {}
        self.foreign: dict[str, bytes] = {}
        self.orphans: set[str] = set()
        self.drafts = False
        self.zone = os.environ.get("TZ")

    def teardown(self) -> None:
        self._set_zone(self.zone)
        shutil.rmtree(self.folder)

    # what an editor writes

    def write(self, name: str, text: str | bytes) -> None:
        path = self.site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    def sources(self) -> list[str]:
        """Everything in content/ that an editor wrote, in order."""
        content = self.site / "content"
        found = (path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file())
        return sorted(name for name in found if not name.startswith("_"))

    @initialize()
    def begin(self) -> None:
        shutil.copytree(WIRE, self.site / "themes" / "wire")
        self.write("themes/mine/theme.yaml", "name: mine\nextends: wire\n")
        self.write("content/2024-03-05.txt", raw((0, 0, 0, 1)))
        self.write("content/2024-03-06/road.md", article(3, 2, 1, 2, "ready"))
        self._write_config()

    @rule(name=st.sampled_from(RAW), reports=st.lists(st.tuples(*[st.integers(0, 6)] * 4), min_size=0, max_size=3))
    def put_raw(self, name: str, reports: list[tuple[int, int, int, int]]) -> None:
        self.write(f"content/{name}", "\n\n".join(raw(report) for report in reports))

    @rule(
        name=st.sampled_from(ARTICLES), title=st.integers(0, 3), person=st.integers(-1, 6), subject=st.integers(-1, 4),
        tail=st.integers(0, 9), kind=st.sampled_from(("ready", "draft", "withdrawn", "slug", "alias", "weight", "bare", "wrong")),
    )  # fmt: skip
    def put_article(self, name: str, title: int, person: int, subject: int, tail: int, kind: str) -> None:
        self.write(f"content/{name}", article(title, person, subject, tail, kind))

    @rule(name=st.sampled_from(PICTURES), size=st.integers(1, 3))
    def put_picture(self, name: str, size: int) -> None:
        self.write(f"content/{name}", f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"/>\n')

    @rule(title=st.integers(0, 3), name=st.sampled_from(("about", "contact")))
    def put_standing(self, title: int, name: str) -> None:
        self.write(f"content/pages/{name}.md", f"---\ntitle: {TITLES[title]}\n---\n县融媒体中心。\n")

    @rule(data=st.data())
    def change_a_character(self, data: st.DataObject) -> None:
        """One digit of a text becomes another: the size stays, and so does the file's time."""
        name = data.draw(st.sampled_from(self.sources() or [""]))
        path = self.site / "content" / name
        if not path.is_file() or not (places := [i for i, b in enumerate(path.read_bytes()) if 0x31 <= b <= 0x39]):
            return
        place, before, text = data.draw(st.sampled_from(places)), path.stat(), bytearray(path.read_bytes())
        text[place] = 0x31 + (text[place] - 0x30) % 9
        path.write_bytes(text)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    @rule(data=st.data(), goal=st.sampled_from((*RAW, *ARTICLES)))
    def move(self, data: st.DataObject, goal: str) -> None:
        name = data.draw(st.sampled_from(self.sources() or [""]))
        source, path = self.site / "content" / name, self.site / "content" / goal
        if source.is_file() and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            source.rename(path)

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.sources() or [""]))
        if name:
            (self.site / "content" / name).unlink()

    @rule(text=st.sampled_from((None, *REGISTERS)))
    def change_register(self, text: str | None) -> None:
        self._own_file("leaders.yaml", text)

    @rule(text=st.sampled_from((None, *TOPICS)))
    def change_topics(self, text: str | None) -> None:
        self._own_file("topics.yaml", text)

    def _own_file(self, name: str, text: str | None) -> None:
        if text is None:
            (self.site / "content" / name).unlink(missing_ok=True)
        else:
            self.write(f"content/{name}", text)

    @rule(key=st.sampled_from(sorted(CONFIG)), value=st.sampled_from((None, 0, 1)))
    def change_config(self, key: str, value: int | None) -> None:
        self.config.pop(key, None)
        if value is not None:
            self.config[key] = CONFIG[key][value]
        self._write_config()

    def _write_config(self) -> None:
        self.write(
            "config.yaml", "".join(f"{key}: {value}\n" for key, value in {"theme": "wire", **self.config}.items())
        )

    @rule(name=st.sampled_from(TEMPLATES), place=st.sampled_from(("wire", "mine")), number=st.integers(0, 3))
    def change_template(self, name: str, place: str, number: int) -> None:
        """Another line at the end of a template, or at its place in a theme that extends it; 3 is a fault."""
        end = "{{ page.nothing }}" if number == 3 and name != "_parts.html" else f"<!-- {number} -->"
        text = (WIRE / "templates" / name).read_text("utf-8")
        if "{% endblock %}" in text:
            head, _, rest = text.rpartition("{% endblock %}")
            text = f"{head}{end}{{% endblock %}}{rest}"
        else:
            text = text.replace("{% endmacro %}", f"{end}{{% endmacro %}}", 1) if "endmacro" in text else text + end
        self.write(f"themes/{place}/templates/{name}", text)

    @rule(name=st.sampled_from(TEMPLATES))
    def mend_template(self, name: str) -> None:
        (self.site / "themes" / "mine" / "templates" / name).unlink(missing_ok=True)
        shutil.copyfile(WIRE / "templates" / name, self.site / "themes" / "wire" / "templates" / name)

    @rule(number=st.sampled_from((None, 1, 2)), name=st.sampled_from(("own.css", "own.js", "own.txt")))
    def change_asset(self, number: int | None, name: str) -> None:
        path = self.site / "themes" / "wire" / "assets" / name
        if number is None:
            path.unlink(missing_ok=True)
        else:
            self.write(f"themes/wire/assets/{name}", f"/* {number} */\n")

    @rule()
    def turn_drafts(self) -> None:
        self.drafts = not self.drafts

    # what a computer does

    @rule(seconds=st.sampled_from((0, 10**9, 2 * 10**9)))
    def set_file_times(self, seconds: int) -> None:
        for path in self.site.rglob("*"):
            if path.is_file() and ".bulletin" not in path.parts:
                os.utime(path, (seconds, seconds))

    @rule(zone=st.sampled_from(("UTC", "America/Lima", "Pacific/Kiritimati")))
    def travel(self, zone: str) -> None:
        self._set_zone(zone)

    @staticmethod
    def _set_zone(zone: str | None) -> None:
        os.environ.pop("TZ", None)
        if zone is not None:
            os.environ["TZ"] = zone
        time.tzset()

    @rule()
    def move_the_site(self) -> None:
        elsewhere = self.folder / ("elsewhere" if self.site.name == "site" else "site")
        self.site.rename(elsewhere)
        self.site = elsewhere

    # what happens to the output and the memo

    @rule(data=st.data(), how=st.sampled_from(("remove", "overwrite", "append", "all")))
    def damage_output(self, data: st.DataObject, how: str) -> None:
        files = self._written()
        if not files:
            return
        path = self.site / "output" / data.draw(st.sampled_from(files))
        if how == "all":
            shutil.rmtree(self.site / "output")
            self.foreign.clear()
        elif how == "remove":
            path.unlink()
        else:
            text = path.read_bytes()
            path.write_bytes(bytes(len(text)) if how == "overwrite" else text + b" ")

    def _forgotten(self) -> None:
        """What lies in output/ now may not be known as the tool's own any more: it may stay there, but must be named."""
        self.orphans |= contents(self.site / "output").keys()

    def _written(self) -> list[str]:
        return sorted(name for name in contents(self.site / "output") if name not in self.foreign)

    @rule(name=st.sampled_from(("mine.txt", "2024/notes.txt", "2024/03/05/own.html")))
    def leave_a_foreign_file(self, name: str) -> None:
        path = self.site / "output" / name
        if (self.site / "output").is_dir() and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("not ours", "utf-8")
            self.foreign[name] = b"not ours"

    @rule(how=st.sampled_from(("forget", "truncate", "garbage", "empty")))
    def damage_memo(self, how: str) -> None:
        notes = self.site / ".bulletin"
        self._forgotten()
        if how == "forget":
            shutil.rmtree(notes, ignore_errors=True)
            return
        for path in sorted(notes.rglob("*")) if notes.is_dir() else ():
            if path.is_file() and path.name != "written.txt":
                text = path.read_bytes()
                path.write_bytes(
                    {"truncate": text[: len(text) // 2], "garbage": b"\x00garbage" * 40, "empty": b""}[how]
                )

    @rule(name=st.sampled_from((".bulletin", "output")))
    def keep_a_copy(self, name: str) -> None:
        if (self.site / name).is_dir():
            copy = self.folder / f"kept{name}"
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(self.site / name, copy)
            self.kept[name] = copy

    @rule(name=st.sampled_from((".bulletin", "output")))
    def put_the_copy_back(self, name: str) -> None:
        """A memo or an output of some while ago, with its files' times, as from a backup."""
        if name in self.kept:
            shutil.rmtree(self.site / name, ignore_errors=True)
            shutil.copytree(self.kept[name], self.site / name)
            self._forgotten()
            if name == "output":
                self.foreign = {k: v for k, v in self.foreign.items() if (self.site / name / k).is_file()}

    @precondition(lambda self: self.deaths)
    @rule(at=st.integers(1, 400))
    def killed(self, at: int) -> None:
        """kill -9 in the middle of a build."""
        assert self.deaths
        self.deaths.build(self.site, *self._options(), at=at)

    # the law

    def _options(self) -> list[str]:
        return [*(["--drafts"] if self.drafts else []), *self.extra]

    @invariant()
    def incremental_is_clean(self) -> None:
        History.steps += 1
        if not (self.site / "config.yaml").is_file():
            return
        shutil.rmtree(self.clean, ignore_errors=True)
        shutil.copytree(self.site, self.clean, ignore=shutil.ignore_patterns("output", ".bulletin"))
        before = contents(self.site / "output")
        clean, other = run(self.clean, self._options()), run(self.site, self._options())
        assert other.code == clean.code, (clean, other)
        if not (self.clean / "output").is_dir():
            assert contents(self.site / "output") == before, "there is no new bulletin, so the old one stays"
            return
        assert other.told == clean.told
        wanted, found = contents(self.clean / "output"), contents(self.site / "output")
        apart = {k: v for k, v in self.foreign.items() if k not in wanted}
        self.orphans &= found.keys() - wanted.keys()
        apart |= {k: found[k] for k in self.orphans}
        assert_same(found, wanted | apart)
        assert set(apart) <= {finding["path"] for finding in other.foreign}
        assert_same(ledger(self.site), ledger(self.clean))
        again = run(self.site, self._options())
        assert (again.code, again.told) == (clean.code, clean.told)
        assert (again.result["written"], again.result["removed"]) == (0, 0), "a build with nothing to do wrote"


class Result:
    """A build: its exit code, what it says in JSON, and the part of it that tells of the content."""

    def __init__(self, code: int, text: str, errors: str) -> None:
        self.code, self.errors = code, errors
        self.result: dict[str, Any] = json.loads(text) if text.strip() else {}
        findings = [f for f in self.result.get("findings", ()) if f["id"] not in ABOUT_THE_WAY]
        self.foreign = [f for f in self.result.get("findings", ()) if f["id"] == "output-foreign"]
        self.told = [{k: self.result.get(k) for k in ("files", "articles", "issues", "held_back", "pages")}, findings]

    def __repr__(self) -> str:
        return f"Result({self.code}, {self.told}, {self.errors})"


def run(site: Path, options: list[str]) -> Result:
    """Build a site in this process; the compiling of templates is remembered, because it takes most of the time."""
    out, errors, compile = io.StringIO(), io.StringIO(), jinja2.Environment.compile
    remembered: Callable[..., Any] = lambda self, *arguments: _remember(compile, self, *arguments)  # noqa: E731
    jinja2.Environment.compile = remembered  # type: ignore[method-assign]
    try:
        with redirect_stdout(out), redirect_stderr(errors):
            code = main(["build", "--json", "--site", str(site), *options])
    finally:
        jinja2.Environment.compile = compile  # type: ignore[method-assign]
    return Result(code, out.getvalue(), errors.getvalue())


_codes: dict[tuple[Any, ...], Any] = {}


def _remember(compile: Any, environment: Any, *arguments: Any) -> Any:
    if arguments not in _codes:
        _codes[arguments] = compile(environment, *arguments)
    return _codes[arguments]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones left out."""
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith(".")}


def ledger(site: Path) -> dict[str, bytes]:
    return contents(site / "content" / "_ledger")


def assert_same(found: dict[str, bytes], wanted: dict[str, bytes]) -> None:
    """Two outputs are equal; what differs is named by its address, and the first difference shown."""
    assert sorted(found) == sorted(wanted)
    for name, data in wanted.items():
        assert found[name].decode("utf-8", "replace") == data.decode("utf-8", "replace"), name
        assert found[name] == data, name


def raw(report: tuple[int, int, int, int]) -> str:
    """A report as it comes: headline, dateline, who, what."""
    title, person, subject, day = report
    who, what = PEOPLE[person % len(PEOPLE)], SUBJECTS[subject % len(SUBJECTS)]
    return (
        f"{TITLES[title % len(TITLES)]}\n\n本报讯 3月{day + 1}日,{who}到石桥检查{what}工作。\n\n"
        f"就做好{what}工作,高远强调,要落实{day}项责任。\n\n{who}走访了{day + 2}户群众。图为现场。 江南 摄 bridge.svg\n"
    )


def article(title: int, person: int, subject: int, tail: int, kind: str) -> str:
    """A file with front matter; `person` and `subject` of -1 leave the key out, to be read from the text."""
    lines = [f"title: {TITLES[title]}"]
    if kind in ("draft", "withdrawn", "ready"):
        lines.append(f"status: {kind}")
    lines += {
        "slug": ["slug: own"], "alias": ["aliases: [old/a.html]"], "weight": ["weight: -1"], "wrong": ["date: 2024-13-45"],
        "bare": ["issue: 2024-03-08"],
    }.get(kind, [])  # fmt: skip
    if person >= 0:
        lines.append(f"leaders: [{PEOPLE[person].removeprefix('县委书记').removeprefix('副县长')}]")
    if subject >= 0:
        lines.append(f"topics: [{SUBJECTS[subject]}]")
    body = f"3月{tail + 1}日，{PEOPLE[person]}在石桥。\n\n共**{tail}**件，见[第{tail}期](/archive/index.html)。\n\n![图](tea.svg)\n"
    return "\n".join(("---", *lines, "---", body))
