"""The ledger's files."""

from pathlib import Path

import pytest

from bulletin.findings import BulletinError
from bulletin.storage.ledger import find_years, read_lines_of, write_lines_of, year_file

LINE = '{"url":"2020/10/15/1.html"}\n'


def test_a_file_is_written_only_when_its_lines_change(tmp_path: Path) -> None:
    assert read_lines_of(tmp_path, "2020.jsonl") == ""
    assert write_lines_of(tmp_path, year_file(2020), LINE)
    path = tmp_path / "_ledger" / "2020.jsonl"
    assert not write_lines_of(tmp_path, "2020.jsonl", LINE)
    path.write_bytes(b"\xef\xbb\xbf" + LINE.replace("\n", "\r\n").encode())
    assert not write_lines_of(tmp_path, "2020.jsonl", LINE)
    assert path.read_bytes().endswith(b"\r\n")
    assert [p.name for p in path.parent.iterdir()] == ["2020.jsonl"]


def test_years_are_found_in_order_and_other_files_are_nobodys(tmp_path: Path) -> None:
    assert find_years(tmp_path) == ()
    for name in ("2021.jsonl", "2019.jsonl", "leaders.jsonl", "2019.jsonl.new"):
        write_lines_of(tmp_path, name, LINE)
    assert find_years(tmp_path) == (2019, 2021)


def test_a_file_that_is_no_text_is_named_with_its_line(tmp_path: Path) -> None:
    write_lines_of(tmp_path, "2020.jsonl", LINE)
    with (tmp_path / "_ledger" / "2020.jsonl").open("ab") as file:
        file.write(b"\xff\xfe")
    with pytest.raises(BulletinError) as caught:
        read_lines_of(tmp_path, "2020.jsonl")
    assert (caught.value.finding.id, caught.value.finding.place.line) == ("ledger-line", 2)
