"""What the README shows of the program's output is what the program prints."""

import re
from pathlib import Path

import pytest

from bulletin.cli import main

README = Path(__file__).parent.parent / "README.md"
SHOWN = re.compile(r"```\n\$ bulletin (read \S+)\n(.*?)```", re.S)


def test_the_reading_that_the_readme_shows_is_printed_line_by_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lines come in this order; `…` on a line of its own stands for what is left out."""
    found = SHOWN.search(README.read_text("utf-8"))
    assert found
    monkeypatch.chdir(README.parent)
    assert main([*found[1].split(), "--lang", "en"]) == 0
    printed = capsys.readouterr().out
    parts = found[2].split("…\n")
    assert len(parts) > 1
    at = 0
    for part in parts:
        at = printed.find(part, at)
        assert at >= 0, part
        at += len(part)
