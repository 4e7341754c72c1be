"""The preview's page about everything, and what is said where a page is gone."""

import random
import re
import time

from bulletin.addresses import address_all
from bulletin.serve.answers import Preview
from bulletin.serve.live import Browsers
from bulletin.serve.overview import changes
from bulletin.serve.session import Session
from bulletin.serve.since import Lines, Since
from tests.conftest import REPORT, Project
from tests.test_serve import TEA, Live
from tests.test_shown import Window, shown


def test_what_changed_since_the_last_build_is_listed_by_report(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    project.write("2024-03-06.txt", TEA)
    project.build()
    project.write("2024-03-05.txt", REPORT.replace("检查", "调研"))
    (project.folder / "content" / "2024-03-06.txt").unlink()
    project.write("2024-03-07.txt", "新桥开工\n\n本报讯 3月7日,何明川出席开工仪式。\n")
    session = Session(project.folder)
    built = session.build()
    assert built
    assert [(kind, entry.title) for kind, entry in changes(built.since())] == [
        ("text", "石桥通车"), ("gone", "春茶开采"), ("new", "新桥开工"),
    ]  # fmt: skip


def test_the_years_that_nobody_touched_need_not_be_settled_to_know_what_changed(project: Project) -> None:
    chance = random.Random(11)
    files = [
        project.write(
            f"{year}-03-0{day}.txt", f"{year}年第{day}件事\n\n本报讯 3月{day}日,县长何明川到第{day}村调研。\n"
        )
        for year in (2022, 2023, 2024)
        for day in (4, 5)
    ]
    project.write("2023-03-06/own.md", "---\ntitle: 自己的地址\nslug: own\naliases: [old/1]\n---\n正文。\n")
    project.build()
    session, years = Session(project.folder), 0
    for i in range(12):
        path = chance.choice(files)
        if i % 4 == 3:
            files[files.index(path)] = path.rename(path.with_name(f"2023-04-{i + 10}.txt"))
        elif i % 4 == 2:
            files.remove(path)
            path.unlink()
        else:
            path.write_text(path.read_text("utf-8") + f"\n又说了第{i}句。\n", "utf-8")
        built = session.build()
        assert built
        assert session.bench.hand
        since = built.since()
        gathered, content = session.bench.hand.gathered, project.folder / "content"
        every = tuple(e for own in Lines().entries(content).values() for e in own)
        now = address_all((s for row in gathered.rows.values() for s in row.sightings), every).entries
        assert list(changes(since)) == list(changes(Since(every, now)))
        years += len({entry.url[:4] for entry in since.before})
    assert years < 3 * 12


def test_a_page_that_is_gone_says_so_and_is_listed(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    tea = project.write("2023-03-06.txt", TEA.replace("茶园", "学校"))
    project.build()
    pages = {url for url in project.files() if url.endswith((".html", ".xml"))}
    with Live(project.folder) as live:
        assert live.get("/2023/03/06/")[0] == 200
        later = project.write("2024-03-07.txt", TEA.replace("3月4日", "3月7日"))
        session = live.running.session
        tea.unlink()
        later.unlink()
        for _ in range(600):
            if session.built and session.built.pages.finished and live.get("/2023/03/06/")[0] == 404:
                break
            time.sleep(0.02)
        status, page = live.get("/2023/03/06/")
        assert status == 404
        assert "The last build made a page here" in page
        assert "bulletin-note" not in live.get("/2023/03/07/")[1]
        overview = live.get("/_preview/")[1]
    assert session.built
    lost = {url for url in pages if url not in session.built.pages}
    assert {"2023/03/06/index.html", "2023/03/06/1.html", "2023/index.html"} <= lost
    listed = set(
        re.findall(r'<li><a href="/([^"]+)">', overview.partition("Pages that the next build")[2].partition("</ul>")[0])
    )
    assert listed == lost - {"2023/03/06/1.html"}


def test_a_page_that_this_preview_had_says_so_and_comes_back(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    tea = project.write("2024-03-06.txt", TEA)
    session, page = Session(project.folder), "2024/03/06/index.html"
    preview, browsers, window = Preview(session), Browsers(), Window()
    session.build()
    browsers.add(window, page, shown(preview.answer(page)[2].decode()))
    tea.unlink()
    session.build()
    browsers.tell(preview.told(browsers.pages))
    status, _, data = preview.answer(page)
    assert status == 404
    assert "earlier in this preview" in data.decode()
    browsers.add(window, page, shown(data.decode()))
    tea.write_text(TEA, "utf-8")
    session.build()
    browsers.tell(preview.told(browsers.pages))
    assert [said["kind"] for said in window.told] == ["reload", "reload"]


def test_a_draft_is_marked_wherever_it_is_named(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    project.build()
    project.write("2024-03-06/a.md", "---\ntitle: 新桥\nstatus: draft\n---\n\n正文。\n")
    session = Session(project.folder, drafts=True)
    preview = Preview(session)
    session.build()
    assert "draft, not yet for readers" in preview.answer("2024/03/06/1.html")[2].decode()
    assert "draft, not yet for readers" not in preview.answer("2024/03/05/1.html")[2].decode()
    overview = preview.answer("_preview/")[2].decode()
    assert '新桥</a><span class="draft">draft</span>' in overview
    assert Preview(Session(project.folder)).answer("2024/03/06/1.html")[0] == 404


def test_many_findings_of_one_kind_fold_up_and_severe_ones_never_do(project: Project) -> None:
    for day in range(4, 10):
        project.write(f"2024-03-0{day}/a.md", f"---\ntitle: 第{day}篇\nkolumn: x\n---\n\n正文{day}。\n")
        project.write(f"2024-03-0{day}/b.md", f"---\ntitle: 第{day}篇\ndate: 2024-13-45\n---\n\n正文{day}。\n")
    session = Session(project.folder)
    session.build()
    preview = Preview(session)
    overview = preview.answer("_preview/")[2].decode()
    folded_up = "".join(
        re.findall(r"<details><summary>3 more of this kind</summary>.*?</details>", overview, re.DOTALL)
    )
    assert folded_up.count("key-unknown") == 3
    assert overview.count("key-unknown") == 6
    assert overview.count("date-impossible") == 6
    assert "date-impossible" not in folded_up
