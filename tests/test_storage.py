"""The disk: what is found, what is written, what is never touched."""

import os
import struct
import sys
from pathlib import Path

import pytest

from bulletin.findings import BulletinError
from bulletin.model import Body
from bulletin.parts import Part
from bulletin.storage.output import check_folder, finish, put_in_place
from bulletin.storage.packs import KEPT_BYTES, SMALL_BYTES, Packs
from bulletin.storage.pictures import Pictures
from bulletin.storage.sources import find_sources
from bulletin.storage.whole import WRITE, read_whole, write_whole


def test_sources_are_found_in_one_order_and_hidden_ones_left_out(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "x.jpg",
        ".hidden.txt",
        "_ledger/2024.txt",
        "~$a.txt",
        "pages/about.md",
        "c/d.TXT",
        "leaders.yaml",
        "Thumbs.db",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = find_sources(tmp_path)
    assert found.texts == ("a.md", "b.txt", "c/d.TXT")
    assert found.standing == ("pages/about.md",)
    assert found.pictures == frozenset(["x.jpg"])


def test_only_our_own_stale_files_are_removed(tmp_path: Path) -> None:
    output, notes = tmp_path / "output", tmp_path / "notes"
    put_in_place({"a/b/1.html": b"1", "a/2.html": b"2"}, output, notes)
    (output / "a" / "mine.html").write_text("mine")
    (output / ".git").mkdir()
    (output / ".git" / "x").write_text("x")
    done = put_in_place({"a/2.html": b"2"}, output, notes)
    assert (done.written, done.unchanged, done.removed) == (0, 1, 1)
    assert not (output / "a" / "b").exists()
    assert (output / "a" / "mine.html").read_text() == "mine"
    assert [dict(f.values)["name"] for f in done.findings] == ["a/mine.html"]
    assert (output / ".git" / "x").is_file()


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put_in_place({"1.html": b"1"}, output, tmp_path / "notes")
    os.utime(output / "1.html", (1, 1))
    put_in_place({"1.html": b"1"}, output, tmp_path / "notes")
    assert (output / "1.html").stat().st_mtime == 1


def test_a_list_of_written_files_cannot_lead_out(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x")
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "written.txt").write_text("../secret.txt\n/etc/passwd\na/../../secret.txt\n")
    put_in_place({"1.html": b"1"}, tmp_path / "output", notes)
    assert secret.is_file()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="rights do not hold this user back")
def test_a_folder_that_cannot_be_written_is_one_message(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir(mode=0o500)
    with pytest.raises(BulletinError):
        put_in_place({"1.html": b"1"}, output, tmp_path / "notes")


def test_a_file_where_a_folder_must_be_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file")
    with pytest.raises(BulletinError) as caught:
        put_in_place({"1.html": b"1"}, tmp_path / "output", tmp_path / "notes")
    assert caught.value.finding.id == "output-failed"


@pytest.mark.parametrize("name", [".", "content", "content/out", ".."])
def test_output_is_never_the_site_or_its_content(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    (site / "content").mkdir(parents=True)
    with pytest.raises(BulletinError):
        check_folder(site / name, site, site / "content")
    check_folder(site / "output", site, site / "content")


def test_a_picture_is_found_beside_its_text_and_never_outside(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 30, 20))
    pictures = Pictures(tmp_path, frozenset(["2024/a.png"]))
    picture = pictures.find("2024/x.md", "./a.png")
    assert picture
    assert (picture.width, picture.height) == (30, 20)
    assert picture.url.startswith("pictures/")
    assert pictures.find("2024/x.md", "../../etc/passwd") is None
    assert pictures.find("2024/x.md", "b.png") is None


def test_half_a_file_of_a_stopped_build_is_cleared_away(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put_in_place({"1.html": b"1"}, output, tmp_path / "notes")
    (output / "2.html.bulletin-new").write_text("half")
    done = put_in_place({"1.html": b"1"}, output, tmp_path / "notes")
    assert done.findings == ()
    assert [p.name for p in output.iterdir()] == ["1.html"]


def test_a_disk_that_fills_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    put_in_place({"1.html": b"old"}, output, tmp_path / "notes")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(output / "1.html"))

    monkeypatch.setattr(
        os, "replace", lambda one, other: full() if str(other).endswith(".html") else Path(one).rename(other)
    )
    with pytest.raises(BulletinError) as caught:
        put_in_place({"1.html": b"new"}, output, tmp_path / "notes")
    assert caught.value.finding.id == "output-failed"
    assert [(p.name, p.read_bytes()) for p in output.iterdir()] == [("1.html", b"old")]


def test_what_was_begun_to_be_put_in_place_is_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output, notes = tmp_path / "output", tmp_path / "notes"
    old = {f"{i}.html": b"old" for i in range(5)}
    new = {f"{i}.html": b"new" for i in range(1, 7)}
    put_in_place(old, output, notes)
    real, moves = os.replace, []

    def killed(one: str, other: str) -> None:
        if str(other).endswith(".html"):
            moves.append(other)
            if len(moves) > 3:
                raise KeyboardInterrupt
        real(one, other)

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        put_in_place(new, output, notes)
    monkeypatch.setattr(os, "replace", real)
    assert {p.read_bytes() for p in output.iterdir()} == {b"old", b"new"}
    assert finish(output, notes)
    assert {p.name: p.read_bytes() for p in output.iterdir()} == new
    assert not finish(output, notes)


def test_a_journal_that_was_not_finished_changes_nothing(tmp_path: Path) -> None:
    output, notes = tmp_path / "output", tmp_path / "notes"
    put_in_place({"1.html": b"old"}, output, notes)
    (notes / "journal").write_text("stage\n-1.html\n+2.html")
    assert finish(output, notes)
    assert [p.name for p in output.iterdir()] == ["1.html"]


def test_a_journal_cannot_lead_out(tmp_path: Path) -> None:
    output, notes = tmp_path / "output", tmp_path / "notes"
    put_in_place({"1.html": b"1"}, output, notes)
    (tmp_path / "secret").write_text("x")
    (notes / "journal").write_text("stage\n-../secret\n-/etc/passwd\nend")
    finish(output, notes)
    assert (tmp_path / "secret").is_file()


def test_large_parts_are_kept_for_the_next_page_and_small_ones_read_again(tmp_path: Path) -> None:
    packs = Packs(tmp_path)
    packs.begin(0)
    parts = [Part.of(str(i) * size) for i in (1, 2, 3) for size in (SMALL_BYTES, KEPT_BYTES // 2, 10)]
    packs.shelve_all(parts)
    month, larger, body = parts[:3]
    assert packs.load(month) is packs.load(month)
    assert packs.load(body) == "1" * 10
    first = packs.load(larger)
    assert packs.load(larger) is first
    packs.load(parts[4])
    packs.load(parts[7])
    assert packs.load(larger) is not first, "others were wanted later"


def test_a_value_that_is_kept_is_known_by_its_bytes(tmp_path: Path) -> None:
    packs = Packs(tmp_path)
    packs.begin(0)
    one, other, third = (packs.keep(Body(html, "石桥".encode())) for html in ("<p>石桥</p>", "<p>石" + "桥</p>", ""))
    assert one == other != third
    assert packs.load(other) == Body("<p>石桥</p>", "石桥".encode())
    assert packs.load(one).text == "石桥"


def test_an_archive_may_have_more_packs_than_a_process_may_open_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin.storage.packs.MOST_OPEN", 3)
    packs, parts = Packs(tmp_path), []
    for number in range(7):
        packs.begin(number)
        parts.append(packs.keep(Body(str(number), b"")))
    packs.end()
    assert [packs.load(part).html for part in (*parts, *reversed(parts))] == [*"0123456", *"6543210"]
    assert len(packs._open) == 3


def test_a_file_is_read_and_written_whole_however_little_the_system_takes_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, path, write, read = bytes(range(256)) * 9, tmp_path / "1", os.write, os.read
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:100]))
    monkeypatch.setattr(os, "read", lambda file, size: read(file, min(size, 70)))
    file = os.open(path, WRITE)
    write_whole(file, data)
    os.close(file)
    assert path.read_bytes() == data == read_whole(str(path))
    path.write_bytes(b"")
    assert read_whole(str(path)) == b""
    for missing in (tmp_path, tmp_path / "2"):
        with pytest.raises((IsADirectoryError, FileNotFoundError)):
            read_whole(str(missing))
