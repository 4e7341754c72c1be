"""What a browser shows, and what each window is told that shows something else."""

import json
import re
from typing import Any

from bulletin.serve.answers import Preview
from bulletin.serve.live import Browsers, word_of
from bulletin.serve.session import Session
from bulletin.serve.shown import Shown, read_word
from tests.conftest import REPORT, Project


class Window:
    """A browser's window that shows a page, and what it was told."""

    def __init__(self) -> None:
        self.told: list[dict[str, Any]] = []

    def tell(self, message: dict[str, Any]) -> None:
        self.told.append(json.loads(message["originalPath"]))


def shown(page: str) -> Shown | None:
    """What the preview's script says of a page when it connects."""
    (word,) = re.findall(r'<div id="bulletin-preview" data-shown="([^"]+)">', page)
    return read_word(word)


def test_each_window_is_told_what_it_lacks_also_where_two_show_one_page(project: Project) -> None:
    text = project.write("2024-03-05.txt", REPORT)
    session, page = Session(project.folder), "2024/03/05/index.html"
    preview, browsers = Preview(session), Browsers()
    session.build()
    first = shown(preview.answer(page)[2].decode())
    one, other, late, mute = Window(), Window(), Window(), Window()
    for window in (one, other):
        browsers.add(window, page, first)
    browsers.tell(preview.told(browsers.pages))
    assert (one.told, other.told) == ([], [])

    bad = project.write("2024-03-05/a.md", "---\ntitle: 新桥\ndate: 2024-13-45\n---\n正文。\n")
    session.build()
    browsers.tell(preview.told(browsers.pages))
    browsers.tell(preview.told(browsers.pages))
    for window in (one, other):
        (said,) = window.told
        assert said["kind"] == "notes"
        assert "date-impossible" in said["notes"]
        assert "a.md" in said["aside"]

    bad.unlink()
    text.write_text(REPORT.replace("石桥通车", "石桥今日通车"), "utf-8")
    session.build()
    newest = shown(preview.answer(page)[2].decode())  # somebody has loaded it meanwhile
    browsers.add(late, page, first)
    browsers.tell(preview.told([page]), only=late)
    browsers.add(mute, page, None)
    browsers.tell(preview.told(browsers.pages))
    assert [said["kind"] for said in late.told] == ["reload"]
    assert [said["kind"] for said in one.told] == ["notes", "reload"]
    assert mute.told == []
    assert newest is not None
    assert preview.told([page])(page, newest)[0] is None


def test_a_word_that_no_page_of_ours_says_is_none() -> None:
    for word in (None, 7, "", "x", [], {}):
        assert read_word(word) is None
    for plugins in ("x", [1], {"bulletin": 1}, {"bulletin": {"shown": 7}}, None):
        assert read_word(word_of({"plugins": plugins})) is None
