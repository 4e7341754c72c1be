"""Tables of what a page says: each example in a part's docstring is found by that part."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from bulletin.people import labels, private_bodies
from bulletin.reports import caption_forms, chrome_words, control_words, dateline_forms, fields, mirrors, related

TABLES = (
    chrome_words,
    control_words,
    mirrors,
    related,
    fields,
    dateline_forms,
    caption_forms,
    labels,
    private_bodies,
)


def examples(table: ModuleType) -> Iterator[tuple[str, str]]:
    """(part, example) of each part whose docstring gives some: What it says: 例一, 例二; but not 例三."""
    body = ast.parse(Path(str(table.__file__)).read_text("utf-8")).body
    for part, told in pairwise(body):
        match part, told:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(text))):
                if isinstance(getattr(table, name), str) and "but" not in (shown := re.split("[:;] (?=but)", text)[0]):
                    yield from ((name, one) for one in re.split(", |: ", shown.rstrip(".")) if not one[0].isascii())


CASES = [(table, *case) for table in TABLES for case in examples(table)]


@pytest.mark.parametrize(("table", "part", "example"), CASES)
def test_an_example_is_one(table: ModuleType, part: str, example: str) -> None:
    sought = re.compile(getattr(table, part))
    if table is control_words:
        assert all(map(sought.fullmatch, example.split()))
    elif table is chrome_words:
        assert sought.match(example)
    else:
        assert sought.search(example)
