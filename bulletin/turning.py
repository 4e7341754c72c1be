"""Functions that turn the values of our dataclasses into plain ones, or back, compiled from the types of their fields.

In: a dataclass, and how a date, a part, or a value of any type is turned. Out: a function for the fields of one value. Nearly
all that a build keeps or compares goes through such functions, some hundred values an article: written out field by field
they take a third of the time of a walk through the values, and a field whose type is known says so nowhere in the bytes.
"""

from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Any, ForwardRef, Union, get_args, get_origin, get_type_hints

from bulletin.patterns import CODES
from bulletin.values import is_value, names_of

Turn = Callable[[Any], Any]
PLAIN: frozenset[Any] = frozenset((str, int, bool, float, bytes, NoneType))
"""Kinds of values that are as plain as can be."""


def is_plain(hint: Any) -> bool:
    """Whether a value of this type holds nothing but plain ones and tuples of them."""
    if hint in PLAIN:
        return True
    return get_origin(hint) in (tuple, Union, UnionType) and all(is_plain(i) for i in get_args(hint) if i is not ...)


class Turner:
    """Makes the functions of one direction. `known` has the types that are turned in a way of their own."""

    def __init__(self, any: Turn, known: Mapping[type, Turn], back: bool = False) -> None:
        """`any` turns a value of which nothing is known; `back` makes dataclasses of plain values."""
        self.any, self.known, self.back = any, known, back
        self._made: dict[type, Turn] = {}
        self._making: set[type] = set()

    def fields(self, kind: type) -> Turn:
        """Turns a value of a dataclass into the tuple of its fields, or such a tuple into a value."""
        if kind not in self._made:
            self._making.add(kind)
            self._made[kind] = self._compiled(kind)
            self._making.remove(kind)
        return self._made[kind]

    def _compiled(self, kind: type) -> Turn:
        types = _types_of(kind)
        told: dict[str, Any] = {"any": self.any, "kind": kind}
        names = names_of(kind)
        items = [f"field{i}" if self.back else f"value.{name}" for i, name in enumerate(names)]
        every = [self._code(types.get(name, object), item, told) for name, item in zip(names, items, strict=True)]
        if self.back:
            lines = [f"    [{', '.join(items)}] = fields", f"    return kind({', '.join(every)})"]
        else:
            lines = [f"    return ({''.join(f'{code}, ' for code in every)})"]
        exec(CODES.function(f"def turned({'fields' if self.back else 'value'}):\n" + "\n".join(lines)), told)
        turned: Turn = told["turned"]
        return turned

    def _code(self, hint: Any, item: str, told: dict[str, Any]) -> str:
        """Python code that turns `item`, a value of this type; `told` is what it refers to."""
        if is_plain(hint):
            return item
        kind, inner = get_origin(hint) or hint, get_args(hint)
        if kind in (Union, UnionType):
            others = [one for one in inner if one is not NoneType]
            if len(others) == 1:
                return f"(None if {item} is None else {self._code(others[0], item, told)})"
        elif kind is tuple and inner[1:] == (...,):
            one = f"_{len(told)}"
            told[one] = None  # no other loop has its name
            return f"({item} and tuple([{self._code(inner[0], one, told)} for {one} in {item}]))"
        elif turn := self._turn_of(kind):
            name = f"_{len(told)}"
            told[name] = turn
            return f"{name}({item})"
        return f"any({item})"

    def _turn_of(self, kind: type) -> Turn | None:
        if kind in self.known:
            return self.known[kind]
        return self.fields(kind) if is_value(kind) and kind not in self._making else None


def _types_of(kind: type) -> dict[str, Any]:
    """Field -> type; empty where one of them is known to the type checker alone."""
    hints: dict[str, Any] = {}
    for base in reversed(kind.__mro__):
        hints.update(getattr(base, "__annotations__", ()))
    found = {name: hint.__origin__ if hasattr(hint, METADATA) else hint for name, hint in hints.items()}
    if not any(map(_told_otherwise, found.values())):  # as most are; the standard library takes every type apart
        return found
    try:
        return get_type_hints(kind)
    except NameError:
        return {}


METADATA = "__metadata__"
"""What `Annotated` has."""


def _told_otherwise(hint: Any) -> bool:
    """Whether a type, or something in it, is told by a name or with more than a type."""
    if isinstance(hint, (str, ForwardRef)) or hasattr(hint, METADATA):
        return True
    return any(map(_told_otherwise, getattr(hint, "__args__", ())))
