"""The preview as it runs: built in memory, served on loopback, told of changes."""

import asyncio
import contextlib
import http.client
import io
import json
import random
import re
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from tornado.websocket import websocket_connect

from bulletin.findings import Finding
from bulletin.serve.answers import Preview
from bulletin.serve.built import Built
from bulletin.serve.notes import Origin, bar_and_overlay
from bulletin.serve.run import Listening, Running
from bulletin.serve.session import Session
from tests.conftest import REPORT, Project
from tests.test_shown import shown

TEA = "春茶开采\n\n本报讯 3月4日,县长何明川到茶园调研。\n\n何明川说,今年的茶叶长势很好。\n"


async def _closed(link: Any, by_us: bool = True) -> None:
    """Wait until a connection is closed, by us or by the other side."""
    if by_us:
        link.close()
    while await asyncio.wait_for(link.read_message(), 60) is not None:
        pass
    link.close()


class Live:
    """A preview in a thread of its own, and what it said."""

    def __init__(self, folder: Path, **how: Any) -> None:
        self.said: list[str] = []
        self.told: list[Finding] = []
        self.folder, self.how = folder, how
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        async def main() -> None:
            self.loop = asyncio.get_running_loop()
            how = Listening(**{"port": 0, **self.how})
            self.running = Running(Session(self.folder, False), how, self.said.append, self.told.extend)
            task = asyncio.ensure_future(self.running.run())
            await asyncio.wait(
                {asyncio.ensure_future(self.running.started.wait()), task}, return_when="FIRST_COMPLETED"
            )
            self._ready.set()
            await task

        asyncio.run(main())

    def __enter__(self) -> "Live":
        self._thread.start()
        assert self._ready.wait(60)
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.call_soon_threadsafe(self.running.ended.set)
        self._thread.join(30)
        assert not self._thread.is_alive()

    @property
    def port(self) -> int:
        assert self.running.server
        return self.running.server.port

    def get(self, target: str, method: str = "GET", **headers: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, target, headers=headers)
        answer = connection.getresponse()
        found = answer.status, answer.read().decode("utf-8", "replace")
        connection.close()
        return found

    def raw(self, data: bytes) -> bytes:
        """What comes back for any bytes; empty where the connection is only closed."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as link:
            link.sendall(data)
            link.shutdown(socket.SHUT_WR)
            got = b""
            with contextlib.suppress(OSError):
                while more := link.recv(65536):
                    got += more
            return got

    def talk(
        self, page: str, then: Callable[[], object], until: Callable[[dict[str, Any]], bool]
    ) -> list[dict[str, Any]]:
        """Connect as a browser that shows `page`, do something, and gather messages until one is the wanted one."""

        async def talk() -> list[dict[str, Any]]:
            link = await websocket_connect(self._request("/livereload", f"http://127.0.0.1:{self.port}"))
            await link.write_message('{"command":"hello","protocols":["http://livereload.com/protocols/official-7"]}')
            assert json.loads(str(await link.read_message()))["command"] == "hello"
            url = f"http://127.0.0.1:{self.port}/{page}"
            await link.write_message(json.dumps({"command": "info", "url": url, "plugins": {}}))
            for _ in range(2000):
                if (page or "index.html") in self.running.browsers.pages:
                    break
                await asyncio.sleep(0.01)
            await asyncio.to_thread(then)
            found: list[dict[str, Any]] = []
            while not found or not until(found[-1]):
                message = json.loads(str(await asyncio.wait_for(link.read_message(), 60)))
                found.append(json.loads(message["originalPath"]))
            await _closed(link)
            return found

        return asyncio.run(talk())

    def _request(self, target: str, origin: str) -> Any:
        from tornado.httpclient import HTTPRequest

        return HTTPRequest(f"ws://127.0.0.1:{self.port}{target}", headers={"Origin": origin})


@pytest.fixture
def live(project: Project) -> Iterator[Live]:
    project.write("2024-03-05.txt", REPORT)
    project.write("2024-03-06.txt", TEA)
    with Live(project.folder) as running:
        yield running


def test_pages_come_out_of_memory_with_the_bar_and_nothing_is_written(live: Live, project: Project) -> None:
    status, page = live.get("/2024/03/05/1.html")
    assert status == 200
    assert "石桥通车" in page
    assert 'class="bar"' in page
    assert "2024-03-05.txt" in page
    assert live.get("/")[0] == live.get("/leaders/")[0] == 200
    assert live.get("/feed.xml")[1].startswith("<?xml")
    assert "_preview" not in live.get("/feed.xml")[1]
    assert not (project.folder / "output").exists()
    assert not (project.folder / "content" / "_ledger").exists()
    assert live.said[-1].startswith(f"Preview: http://127.0.0.1:{live.port}/")


def test_what_is_served_is_what_a_build_writes(live: Live, project: Project) -> None:
    project.build()
    built = live.running.session.built
    assert built
    assert {url: built.bytes_of(url) for url in (*built.pages, *built.files)} == project.files()


def test_there_is_no_listing_and_a_folder_gets_its_slash(live: Live) -> None:
    assert live.get("/assets/")[0] == 404
    assert live.get("/pictures/")[0] == 404
    assert live.get("/2024")[0] == 302
    status, page = live.get("/nothing/here.html")
    assert status == 404
    assert 'class="bar"' in page
    assert live.get("/2024/03/05/1.html", "HEAD") == (200, "")


BAD = (
    b"", b"\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"GET / HTTP/1.1\r\nHost: {host}\r\nHost: evil\r\n\r\n",
    b"GET /../config.yaml HTTP/1.1\r\nHost: {host}\r\n\r\n", b"GET /%2e%2e/config.yaml HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET http://evil.example/ HTTP/1.1\r\nHost: {host}\r\n\r\n", b"GET /\xff\xfe HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n\r\nhello", b"PUT /index.html HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1\r\n\r\nx",
    b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 99999999999\r\n\r\n", b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: -1\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nzz\r\n",
    b"GET / HTTP/1.1\r\nHost: {host}\r\nX: " + b"a" * 40_000 + b"\r\n\r\n", b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: {host}\r\nOrigin: http://evil.example\r\n\r\n", b"GET / HTTP/1.1\r\nHost : {host}\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: {host}\r\n folded\r\n\r\n", b"OPTIONS * HTTP/1.1\r\nHost: {host}\r\n\r\n", b"CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET /livereload HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET /livereload HTTP/1.1\r\nHost: {host}\r\nOrigin: http://evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    b"GET /livereload HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
)  # fmt: skip


def test_bad_requests_get_nothing_and_never_stop_it(live: Live) -> None:
    host = f"127.0.0.1:{live.port}".encode()
    for data in BAD:
        got = live.raw(data.replace(b"{host}", host))
        assert b" 200 " not in got.split(b"\r\n")[0], data
        assert b" 101 " not in got.split(b"\r\n")[0], data
        assert b"Traceback" not in got
        assert "石桥".encode() not in got
    assert live.get("/")[0] == 200


def test_half_open_and_slow_clients_do_not_keep_others_waiting(live: Live) -> None:
    links = [socket.create_connection(("127.0.0.1", live.port)) for _ in range(100)]
    for i, link in enumerate(links):
        link.sendall(b"GET / HTTP/1.1\r\nHost: " if i % 2 else b"")
    assert live.get("/")[0] == 200
    for link in links:
        link.close()
    assert live.get("/")[0] == 200


def test_a_socket_that_talks_nonsense_is_closed(live: Live) -> None:
    async def nonsense(words: str | bytes) -> None:
        link = await websocket_connect(live._request("/livereload", f"http://127.0.0.1:{live.port}"))
        await link.write_message(words, binary=isinstance(words, bytes))
        await _closed(link, False)

    for words in ("{", "[]", "1", '"x"', "[" * 5000, b"\xff\xfe", "a" * 30_000):
        asyncio.run(nonsense(words))
    assert live.get("/")[0] == 200


def test_a_saved_body_reloads_exactly_the_pages_that_changed(live: Live, project: Project) -> None:
    live.get("/2024/03/05/1.html")
    other = shown(live.get("/2024/03/06/1.html")[1])
    text = REPORT.replace("不能放松", "一刻也不能放松")
    found = live.talk(
        "2024/03/05/1.html", lambda: project.write("2024-03-05.txt", text), lambda m: m["kind"] == "reload"
    )
    assert found[-1]["kind"] == "reload"
    assert "一刻也不能放松" in live.get("/2024/03/05/1.html")[1]
    assert live.running.preview.told(["2024/03/06/1.html"])("2024/03/06/1.html", other) == (None, other)


def test_a_style_sheet_is_swapped_without_a_reload(live: Live, project: Project) -> None:
    theme = project.folder / "themes" / "own"
    live.get("/")

    def own_theme() -> None:
        (theme / "assets").mkdir(parents=True)
        (theme / "assets" / "style.css").write_text("body { color: red }", "utf-8")
        (theme / "theme.yaml").write_text("extends: default\n", "utf-8")
        project.config("title: 青石新闻\ncounty: 青石县\ntheme: own\n")

    (message,) = live.talk("", own_theme, lambda m: m["kind"] in ("swap", "reload"))[-1:]
    assert message["kind"] == "swap"
    ((old, new),) = message["names"].items()
    assert live.get("/" + new) == (200, "body { color: red }")
    assert live.get("/" + old)[0] == 404


def test_a_held_back_report_shows_over_the_page_and_goes_when_it_is_right(live: Live, project: Project) -> None:
    live.get("/2024/03/05/1.html")
    bad = "---\ntitle: 新桥\ndate: 2024-13-45\n---\n正文。\n"
    wrong = live.talk(
        "2024/03/05/1.html",
        lambda: project.write("2024-03-05/a.md", bad),
        lambda m: "date-impossible" in m.get("notes", ""),
    )
    assert wrong[-1]["kind"] == "notes"
    assert "2024-03-05/a.md:3:7" in wrong[-1]["notes"]
    assert "date: 2024-13-45\n      ^" in wrong[-1]["notes"]
    assert "to do: " in wrong[-1]["notes"]
    assert "date-impossible" in live.get("/2024/03/06/1.html")[1]
    issue = live.get("/2024/03/05/")[1]
    assert 'id="bulletin-held"' in issue
    assert "a.md" in issue.split("bulletin-held")[1]
    assert 'id="bulletin-held"' not in live.get("/2024/03/06/")[1]
    right = live.talk(
        "2024/03/06/1.html",
        lambda: project.write("2024-03-05/a.md", bad.replace("13-45", "03-05")),
        lambda m: "overlay" not in m.get("notes", "overlay"),
    )
    assert "date-impossible" not in right[-1]["notes"]
    assert [f.id for f in live.told].count("date-impossible") == 1


def test_a_wrong_template_names_its_line_and_the_last_good_page_stays(live: Live, project: Project) -> None:
    good = live.get("/2024/03/05/1.html")[1]
    theme = project.folder / "themes" / "own"

    def break_it() -> None:
        (theme / "templates").mkdir(parents=True)
        (theme / "theme.yaml").write_text("extends: default\n", "utf-8")
        (theme / "templates" / "article.html").write_text(
            "{% extends 'default/article.html' %}\n{% block main %}\n{{ page.nothing }}{% endblock %}", "utf-8"
        )
        project.config("title: 青石新闻\ncounty: 青石县\ntheme: own\n")

    found = live.talk("2024/03/05/1.html", break_it, lambda m: "template-wrong" in m.get("notes", ""))
    assert "themes/own/templates/article.html:3" in found[-1]["notes"]
    status, page = live.get("/2024/03/05/1.html")
    assert status == 200
    assert "不能放松" in page
    assert "overlay" in page
    assert "overlay" not in good
    assert live.get("/2024/03/06/1.html")[0] == 500
    live.talk(
        "2024/03/05/1.html",
        lambda: (theme / "templates" / "article.html").unlink(),
        lambda m: "overlay" not in m.get("notes", "overlay") or m["kind"] == "reload",
    )
    assert live.get("/2024/03/06/1.html")[0] == 200


def test_a_site_that_cannot_be_built_keeps_what_it_had(live: Live, project: Project) -> None:
    live.get("/")
    found = live.talk("", lambda: project.config("title: [\n"), lambda m: "yaml-syntax" in m.get("notes", ""))
    assert "config.yaml:" in found[-1]["notes"]
    assert live.get("/2024/03/05/1.html")[0] == 200


def test_how_a_text_was_read_is_a_page_with_every_difference_marked(live: Live) -> None:
    status, page = live.get("/_preview/text/2024-03-05.txt")
    assert status == 200
    assert "3月4日<del>,</del>县委书记高远" in page
    assert "<ins>，</ins>" in page
    overview = live.get("/_preview/")[1]
    assert "/_preview/text/2024-03-05.txt" in overview
    assert "new: 2 reports" in overview
    assert live.get("/_preview/text/../../config.yaml")[0] == 404
    assert live.get("/_preview/text/config.yaml")[0] == 404


def test_words_of_a_text_cannot_become_markup(project: Project) -> None:
    project.write(
        "2024-03-05.txt", "# <script>alert(1)</script>\n\n本报讯 3月4日,<img src=x onerror=alert(1)>高远到石桥检查。\n"
    )
    session = Session(project.folder)
    preview = Preview(session)
    session.build()
    for address in (
        "_preview/index.html",
        "_preview/text/2024-03-05.txt",
        "2024/03/05/1.html",
        "2024/03/05/index.html",
    ):
        page = preview.answer(address)[2].decode()
        assert "<script>alert" not in page, address
        assert "<img src=x" not in page, address


def test_a_site_without_a_report_says_so_and_the_first_one_appears(project: Project) -> None:
    with Live(project.folder) as live:
        status, page = live.get("/")
        assert status == 404
        assert "content-empty" in page
        live.talk("", lambda: project.write("2024-03-05.txt", REPORT), lambda m: m["kind"] == "reload")
        assert live.get("/2024/03/05/1.html")[0] == 200


def test_a_taken_port_is_told_and_the_next_one_used(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with Live(project.folder, port=port) as live:
            assert live.port != port
            assert live.said[0] == f"Port {port} is taken."
            assert live.get("/")[0] == 200


def test_months_that_vanish_one_after_the_other_before_the_memo_is_written(project: Project) -> None:
    texts = [project.write(f"2024-0{month}-05.txt", REPORT.replace("3月4日", f"{month}月4日")) for month in range(3, 7)]
    session = Session(project.folder)
    session.build()
    session.finish()
    for text in texts[1:]:
        text.unlink()
        built = session.build(frozenset({text.resolve()}))
        assert built
        assert session.findings == ()
    project.write("2024-07-05.txt", REPORT)
    built = session.build()
    assert built
    assert contents(built) == contents(Session(project.folder).build())


def contents(built: Built | None) -> dict[str, bytes | None]:
    assert built
    return {url: built.bytes_of(url) for url in (*built.pages, *built.files)}


def test_a_fault_of_ours_is_told_and_the_next_save_begins_anew(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("2024-03-05.txt", REPORT)
    session = Session(project.folder)
    session.build()
    text = project.write("2024-03-06.txt", TEA)
    with monkeypatch.context() as patch:
        patch.setattr(session.bench, "_gathered", lambda *_: {}["nothing"])
        assert session.build(frozenset({text.resolve()})) is None
    assert [finding.id for finding in session.findings] == ["own-fault"]
    assert session.page("2024/03/05/1.html")
    text.write_text(TEA + "\n又一段。\n", "utf-8")
    session.build(frozenset({text.resolve()}))
    assert session.findings == ()
    assert "又一段" in (session.page("2024/03/06/1.html") or b"").decode()
    first = Session(project.folder)
    monkeypatch.setattr(first.bench, "_gathered", lambda *_: {}["nothing"])
    with pytest.raises(KeyError):
        first.build()


def test_others_in_the_network_need_the_word(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    assert project.run("serve", "--host", "0.0.0.0") == 2
    assert "--share" in project.err
    assert "raw texts" in project.err


def test_where_others_find_the_preview_is_said_and_answers(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write("2024-03-05.txt", REPORT)
    monkeypatch.setattr("bulletin.serve.run.number_in_network", lambda: "192.168.7.7")
    with Live(project.folder, host="0.0.0.0") as live:
        said = f"http://192.168.7.7:{live.port}/"
        assert live.said[-1] == f"For others in the network: {said}"
        assert live.get("/", Host=said.split("/")[2])[0] == 200
    with Live(project.folder) as live:
        assert "network" not in "".join(live.said)


def test_a_host_that_is_not_ours_is_told_with_the_reason(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    assert project.run("serve", "--host", "192.0.2.1", "--share") == 2
    assert "192.0.2.1 cannot be listened at: [" in project.err


@pytest.mark.parametrize(("typed", "code", "served"), [("share\n", 0, ["0.0.0.0"]), ("yes\n", 2, []), ("\n", 2, [])])
def test_the_word_can_be_typed(
    project: Project, monkeypatch: pytest.MonkeyPatch, typed: str, code: int, served: list[str]
) -> None:
    project.write("2024-03-05.txt", REPORT)
    asked: list[str] = []
    terminal = io.StringIO(typed)
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    monkeypatch.setattr("bulletin.serve.run.serve", lambda folder, how, *rest: asked.append(how.host))
    assert project.run("serve", "--host", "0.0.0.0") == code
    assert asked == served
    assert "without a password" in project.err


def test_after_any_edits_what_is_served_is_a_clean_build(project: Project) -> None:
    chance = random.Random(7)
    project.config("title: 青石新闻\ncounty: 青石县\nbase_url: https://bulletin.example/county/\n")
    folder = project.folder / "content"
    session = Session(project.folder)
    for i in range(30):
        texts = sorted(p for p in folder.rglob("*") if p.suffix in (".txt", ".md"))
        kind = chance.randrange(8) if texts else 0
        path = chance.choice(texts) if texts else folder
        if kind < 3:
            words = "".join(chance.choices("石桥茶园学校水渠", k=9))
            who = chance.choice(("县委书记高远", "县长何明川", "副县长苏青"))
            project.write(
                f"2024-03-{chance.randrange(1, 9):02}/{i}.txt", f"{words}\n\n本报讯 3月4日,{who}到{words}检查。\n"
            )
        elif kind == 3:
            path.unlink()
        elif kind == 4:
            path.rename(path.with_name(f"renamed-{i}.txt"))
        elif kind == 5:
            path.write_bytes(chance.choice((b"", b"\x89PNG", "只有一行。".encode("gb18030"))))
        elif kind == 6:
            project.write("leaders.yaml", f"- {{name: 高远, posts: [县委书记], note: '{i}'}}\n")
        else:
            path.write_text(path.read_text("utf-8", "replace") + "\n又一段。\n", "utf-8")
        if session.build(frozenset({path.resolve()}) if kind in (5, 7) else None):
            session.page("index.html")
            session.finish()
    built = session.built
    assert built
    assert session.stopped is None
    shutil.rmtree(project.folder / ".bulletin" / "packs", ignore_errors=True)
    (project.folder / ".bulletin" / "memo.sqlite").unlink(missing_ok=True)
    project.build()
    assert {url: built.bytes_of(url) for url in (*built.pages, *built.files)} == project.files()


def test_the_folder_that_the_config_names_is_watched_also_when_that_changes(project: Project) -> None:
    project.config("title: 青石新闻\ncontent: texts\n")
    texts, later = project.folder / "texts", project.folder / "later"
    for folder in (texts, later):
        folder.mkdir()
        (folder / "2024-03-05.txt").write_text(REPORT, "utf-8")
    with Live(project.folder) as live:
        page = "2024/03/05/1.html"
        for folder in (texts, later):
            if folder is later:
                new = "title: 青石新闻报\ncontent: later\n"
                live.get("/" + page)
                live.talk(page, lambda new=new: project.config(new), lambda m: m["kind"] == "reload")  # type: ignore[misc]
            live.get("/" + page)
            text = REPORT.replace("检查", "调研")
            live.talk(
                page,
                lambda f=folder, t=text: (f / "2024-03-05.txt").write_text(t, "utf-8"),
                lambda m: m["kind"] == "reload",
            )  # type: ignore[misc]
            assert "调研" in live.get("/" + page)[1]


def test_style_sheets_and_scripts_are_asked_for_once_and_pages_every_time(live: Live) -> None:
    page = live.get("/2024/03/05/1.html")[1]
    lasting = re.findall(r'(?:href|src)="([^"]+[.](?:css|js)[^"]*)"', page)
    assert len(lasting) >= 5
    for link in lasting:
        connection = http.client.HTTPConnection("127.0.0.1", live.port, timeout=10)
        connection.request("GET", urljoin("/2024/03/05/1.html", link))
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200
        assert "immutable" in (answer.getheader("Cache-Control") or ""), link
        connection.close()
    connection = http.client.HTTPConnection("127.0.0.1", live.port, timeout=10)
    connection.request("GET", "/2024/03/05/1.html")
    assert connection.getresponse().getheader("Cache-Control") == "no-store"
    connection.close()


def test_links_of_open_pages_that_lead_nowhere_are_told(live: Live, project: Project) -> None:
    live.get("/2024/03/06/1.html")
    text = "---\ntitle: 春茶开采\n---\n\n3月4日，茶园开采。见[去年的](../../../2019/01/01/1.html)和[上一期](../05/1.html)。\n"
    (project.folder / "content" / "2024-03-06.txt").unlink()
    told = live.talk(
        "2024/03/06/1.html",
        lambda: project.write("2024-03-06/a.md", text),
        lambda m: "link-dead" in m.get("notes", ""),
    )
    assert "2019/01/01/1.html" in told[-1]["notes"]
    assert told[-1]["notes"].count("link-dead") == 1
    assert "link-dead" not in live.get("/2024/03/05/1.html")[1]
    assert "link-dead" in live.get("/_preview/")[1]


def test_a_name_that_a_template_misspells_is_named_with_the_one_near_it(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    project.config("title: 青石新闻\ntheme: own\n")
    templates = project.folder / "themes" / "own" / "templates"
    templates.mkdir(parents=True)
    (templates.parent / "theme.yaml").write_text("name: own\nextends: default\n", "utf-8")
    (templates / "article.html").write_text("<p>\n{{ page.tittle }}", "utf-8")
    session = Session(project.folder)
    session.build()
    session.page("2024/03/05/1.html")
    (found,) = session.faults.values()
    assert (found.place.line, found.place.column, found.place.width) == (2, 9, len("tittle"))
    assert found.message.endswith("ArticlePage has no “tittle”; near it: title")
    assert "\n        ^^^^^^</pre>" in bar_and_overlay([found], Origin())


@pytest.mark.parametrize(
    ("template", "place", "width"),
    [
        ("<p>\n{{ nobody.title }}", "2:4", 6),
        ("{{ page.title | shout }}", "1:17", 5),
        ("{% blok main %}", "1:4", 4),
        ("{{ page.title | first(1, 2, 3) }}", "1", 1),
    ],
)
def test_a_caret_stands_under_what_a_template_has_wrong(
    project: Project, template: str, place: str, width: int
) -> None:
    project.write("2024-03-05.txt", REPORT)
    project.config("title: 青石新闻\ntheme: own\n")
    templates = project.folder / "themes" / "own" / "templates"
    templates.mkdir(parents=True)
    (templates.parent / "theme.yaml").write_text("name: own\nextends: default\n", "utf-8")
    (templates / "article.html").write_text(template, "utf-8")
    session = Session(project.folder)
    session.build()
    session.page("2024/03/05/1.html")
    (found,) = session.faults.values()
    assert str(found.place) == f"themes/own/templates/article.html:{place}"
    assert found.place.width == width
