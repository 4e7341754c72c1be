"""Patterns that are compiled when they are first used."""

import re

import pytest

from bulletin.patterns import METHODS, pattern


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    wrong = pattern("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search("a")


@pytest.mark.parametrize("first", METHODS)
def test_whatever_method_is_used_first_all_are_those_of_the_compiled_pattern(first: str) -> None:
    text, flags = "(石)?桥", re.MULTILINE
    waiting, compiled = pattern(text, flags), re.compile(text, flags)
    assert (waiting.pattern, waiting.flags) == (text, flags)
    for method in (first, *METHODS):
        given = ("桥", "石桥通车") if method in ("sub", "subn") else ("石桥通车",)
        result, wanted = getattr(waiting, method)(*given), getattr(compiled, method)(*given)
        assert _plain(result) == _plain(wanted)


def test_what_no_pattern_has_is_an_error() -> None:
    with pytest.raises(AttributeError):
        pattern("a").look  # type: ignore[attr-defined]  # noqa: B018


def _plain(result: object) -> object:
    if isinstance(result, re.Match):
        return result.span(), result.groups()
    return [match.span() for match in result] if hasattr(result, "__next__") else result
