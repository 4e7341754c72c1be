"""Quick looks before slow patterns: each sign really stands in everything that its pattern finds."""

import re
from importlib import import_module
from typing import Any

import pytest

from bulletin.reports import breadcrumbs, frame_signs, mirrors
from bulletin.reports.caption_forms import PHOTO_LINE, PHOTO_WORK
from bulletin.reports.dateline_forms import DATELINE, DATELINE_SIGN
from bulletin.reports.dates import DAY_ONLY, FULL, VAGUE, VAGUE_SIGN
from bulletin.reports.kinds import kind_of

PARSER, OPERATIONS = import_module("re._parser"), import_module("re._constants")


def always_holds(parsed: Any, signs: frozenset[str]) -> bool:
    """Whether a character of `signs` stands in each text that a parsed pattern matches."""
    return any(_holds(operation, argument, signs) for operation, argument in parsed)


def _holds(operation: Any, argument: Any, signs: frozenset[str]) -> bool:
    if operation is OPERATIONS.LITERAL:
        return chr(argument) in signs
    if operation is OPERATIONS.BRANCH:
        return all(always_holds(branch, signs) for branch in argument[1])
    if operation is OPERATIONS.SUBPATTERN:
        return always_holds(argument[-1], signs)
    if operation in (OPERATIONS.MAX_REPEAT, OPERATIONS.MIN_REPEAT):
        return argument[0] > 0 and always_holds(argument[2], signs)
    if operation is OPERATIONS.IN:
        return all(kind is OPERATIONS.LITERAL and chr(value) in signs for kind, value in argument)
    return False


def signs_of(pattern: str) -> frozenset[str]:
    return frozenset(pattern) - frozenset("[]")


def rows_of(table: dict[str, re.Pattern[str]]) -> list[tuple[re.Pattern[str], str]]:
    """(pattern, its signs) of each row of a table."""
    rows = {row.pattern: row for row in table.values()}
    return [(row, "".join(sign for sign in table if table[sign].pattern == text)) for text, row in rows.items()]


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        (VAGUE, VAGUE_SIGN.pattern),
        (FULL, "月"),
        (DAY_ONLY, "日号"),
        (DATELINE, "讯电息稿道媒站镇乡局委心区"),
        (PHOTO_LINE, PHOTO_WORK),
        (mirrors.MIRROR_SLOGAN, mirrors.MIRROR_SIGN.pattern + "权可点"),
        (breadcrumbs.PLACE_LINE, "位首导主"),
        *rows_of(frame_signs.ANYWHERE),
        *rows_of(frame_signs.PAPER_LINE),
        *rows_of(frame_signs.WEAK_AD),
    ],
)
def test_no_text_that_a_pattern_finds_is_without_its_sign(pattern: re.Pattern[str], signs: str) -> None:
    assert always_holds(PARSER.parse(pattern.pattern, pattern.flags), signs_of(signs))


@pytest.mark.parametrize(
    "sign",
    [
        "本报讯",
        "青石县电视台消息 ",
        "云上青石报道 ",
        "青石县融媒体中心（记者 苏小雨）",
        "新华社北京6月4日电",
    ],
)
def test_a_dateline_has_a_sign(sign: str) -> None:
    assert DATELINE_SIGN.search(sign)
    assert kind_of(sign + "6月3日，县委书记高远检查工作。他要求抓紧。") == "dateline"


def test_a_pattern_without_the_sign_is_known() -> None:
    assert not always_holds(PARSER.parse("近日|新年前夕"), frozenset("日"))
    assert not always_holds(PARSER.parse("(?:近日)?来"), frozenset("日"))
