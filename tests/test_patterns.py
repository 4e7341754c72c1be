"""Patterns that are compiled when they are first used."""

import importlib
import marshal
import pkgutil
import re
import sys
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import bulletin
from bulletin.patterns import FUNCTION, METHODS, TEXT, Codes, _code_of, _Compiled, _packed, _unpacked, key_of, pattern
from bulletin.reports.cleanup import HAN


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


SOURCES = (
    ("(石)?桥", re.MULTILINE),
    (f"(?P<place>[{HAN}]{{2,8}}?)(?:县|市)(?P<post>书记|县长)?", 0),
    ("^(?P<a>[a-z]+)(?P=a)?$", re.IGNORECASE | re.VERBOSE),
    ("(?<![0-9])[1-9]*+(?=日|号)", re.ASCII),
)


@pytest.mark.parametrize(("text", "flags"), SOURCES)
def test_a_pattern_of_another_process_is_the_same_pattern(text: str, flags: int) -> None:
    first, second, wanted = Codes(), Codes(), re.compile(text, flags)
    first.compiled(text, flags)
    second.recall(marshal.loads(marshal.dumps(first.worth_keeping())))
    assert second.worth_keeping() is None
    again = second.compiled(text, flags)
    assert (again.pattern, again.flags, again.groups) == (wanted.pattern, wanted.flags, wanted.groups)
    assert dict(again.groupindex) == dict(wanted.groupindex)
    for words in ("石桥通车", "永安县县长高远", "abAB", "5日12号"):
        assert [m.groups() for m in again.finditer(words)] == [m.groups() for m in wanted.finditer(words)]
        assert again.sub("·", words) == wanted.sub("·", words)


def test_every_pattern_of_the_program_is_compiled_to_what_python_makes_of_it() -> None:
    for module in pkgutil.walk_packages(bulletin.__path__, "bulletin."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found = [value for name, m in sys.modules.items() if name.startswith("bulletin.") for value in vars(m).values()]
    patterns = [value for value in found if isinstance(value, _Compiled) and isinstance(value.pattern, str)]
    made = {(value.pattern, int(value.flags)) for value in patterns}
    assert len(made) > 250
    for text, flags in made:
        code = list(map(int, _compiler._code(_parser.parse(text, flags), flags)))
        made_of = _code_of(text, flags)
        assert made_of[1] == code, text
        assert _unpacked(_packed(made_of)) == made_of


def test_what_cannot_be_used_is_compiled_anew() -> None:
    codes = Codes()
    wrong = _packed((32, [9, 9, 9], 0, {}, (None,)))
    kept = {"桥": wrong, "石": marshal.dumps(("x",)), "通": b"", "车": wrong[:-9]}
    codes.recall([(key_of(text, 0), code) for text, code in kept.items()])
    for text in "桥石通车":
        assert codes.compiled(text, 0).search("石桥通车")
    with pytest.raises(re.error):
        codes.compiled("(", 0)


def test_what_a_worker_compiled_is_learnt_once_and_only_from_the_same_python() -> None:
    worker, here, other = Codes(), Codes(), Codes()
    worker.compiled("石桥", 0)
    version, codes = news = worker.news() or ("", [])
    assert worker.news() is None
    here.learn(news)
    assert here.worth_keeping() == codes
    other.learn(("another " + version, codes))
    other.learn(None)
    assert other.worth_keeping() is None


def test_a_function_of_another_process_is_the_same_function() -> None:
    first, second, source = Codes(), Codes(), "def double(x):\n return 2 * x"
    made = first.function(source)
    second.recall(first.worth_keeping() or ())
    assert second.function(source) == made
    assert second.worth_keeping() is None
    told: dict[str, Any] = {}
    exec(second.function(source), told)
    assert told["double"](21) == 42


@pytest.mark.parametrize("kept", [b"", b"x", marshal.dumps(7)])
def test_a_function_that_is_none_is_compiled_anew(kept: bytes) -> None:
    codes = Codes()
    codes.recall([(key_of("def f(): pass", FUNCTION), kept)])
    assert codes.function("def f(): pass").co_names == ("f",)


def test_of_very_many_only_those_that_were_used_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bulletin.patterns.MOST_KEPT", 2)
    codes, before = Codes(), Codes()
    for text in "甲乙":
        before.compiled(text, 0)
    codes.recall(before.worth_keeping() or ())
    codes.compiled("丙", 0)
    assert [key for key, _ in codes.worth_keeping() or ()] == [key_of("丙", 0)]


def test_a_text_is_worked_out_once_for_all_processes() -> None:
    first, second = Codes(), Codes()
    assert first.text("石 桥", lambda: "石桥") == "石桥"
    second.recall(first.worth_keeping() or ())
    assert second.text("石 桥", lambda: "another") == "石桥"
    second.recall([(key_of("桥", TEXT), b"\xff")])
    assert second.text("桥", lambda: "桥") == "桥"


def _plain(result: object) -> object:
    if isinstance(result, re.Match):
        return result.span(), result.groups()
    return [match.span() for match in result] if hasattr(result, "__next__") else result
