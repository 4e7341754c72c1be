"""The word lists and scripts that come with the program, as text."""

from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


def read_shipped(name: str) -> str:
    """The text of a file in bulletin/data/; `importlib.resources` would bring archives and temporary files for it."""
    return (DATA / name).read_text("utf-8")
