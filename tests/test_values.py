"""Frozen dataclasses whose methods are made late are what the standard library's are."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from bulletin import values
from bulletin.findings import Place, find


def classes(dataclass: Callable[..., Any]) -> tuple[Any, ...]:
    """A class without fields, with one, with defaults and without slots, and one that extends another."""

    @dataclass(frozen=True, slots=True)
    class Empty:
        """Nothing."""

    @dataclass(frozen=True, slots=True)
    class One:
        """One field."""

        a: int

    @dataclass(frozen=True, slots=True)
    class Many:
        """Defaults and a factory."""

        a: int
        b: str = "石"
        c: list[int] = dataclasses.field(default_factory=list)

        @property
        def twice(self) -> int:
            return self.a * 2

    @dataclass(frozen=True)
    class Open:
        """Without slots."""

        a: int
        b: tuple[int, ...] = ()

    @dataclass(frozen=True)
    class Longer(Open):
        """With one field more."""

        c: str = ""

        def __repr__(self) -> str:
            return "longer"

    return Empty, One, Many, Open, Longer


OURS, THEIRS = classes(values.dataclass), classes(dataclasses.dataclass)
GIVEN: tuple[tuple[int, tuple[Any, ...], dict[str, Any]], ...] = (
    (0, (), {}), (1, (1,), {}), (1, (), {"a": 2}), (2, (1,), {}), (2, (1, "桥", [2]), {}), (2, (1,), {"c": [3]}),
    (3, (1, (2,)), {}), (4, (1,), {"c": "x"}), (1, (), {}), (1, (1, 2), {}), (2, (1,), {"d": 1}), (0, (1,), {}),
)  # fmt: skip


def outcome(make: Callable[[], Any]) -> Any:
    try:
        return make()
    except TypeError as error:
        return str(error).replace("classes.<locals>.", "")


@pytest.mark.parametrize("given", GIVEN)
def test_values_are_made_shown_and_taken_apart_alike(given: tuple[int, tuple[Any, ...], dict[str, Any]]) -> None:
    which, values, named = given
    ours, theirs = (outcome(lambda kind=kind: kind(*values, **named)) for kind in (OURS[which], THEIRS[which]))
    if isinstance(theirs, str):
        assert ours == theirs
        return
    assert repr(ours) == repr(theirs)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert hasattr(ours, "__dict__") == hasattr(theirs, "__dict__")
    assert OURS[which].__match_args__ == THEIRS[which].__match_args__


def test_equal_values_are_equal_and_have_one_hash() -> None:
    one, many = OURS[1], OURS[2]
    assert one(1) == one(1) != one(2)
    assert hash(one(1)) == hash(one(1))
    assert many(1) != one(1)
    assert OURS[3](1) != OURS[4](1)
    with pytest.raises(TypeError):
        hash(many(1))


@pytest.mark.parametrize("which", range(1, 5))
def test_nothing_of_a_value_can_be_changed(which: int) -> None:
    value = OURS[which](1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.a = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.a
    assert dataclasses.replace(value, a=2) == OURS[which](2)


def test_values_of_the_house_go_to_another_process_and_back() -> None:
    finding = find("file-empty", Place("a.txt"))
    assert pickle.loads(pickle.dumps(finding)) == finding
    assert copy.deepcopy(finding) == finding


def test_a_value_of_a_class_whose_fields_have_any_name_is_made() -> None:
    @values.dataclass(frozen=True, slots=True)
    class Odd:
        kind: str
        new: str
        twin: str = "c"
        values: tuple[str, ...] = ()

    assert dataclasses.astuple(Odd("a", new="b")) == ("a", "b", "c", ())
    assert dataclasses.replace(Odd("a", "b"), twin="d").twin == "d"
