"""Values of ours to bytes and back, for the memo.

In: frozen values, dates and plain ones. Out: bytes of marshal, which holds nothing but plain values: what is not plain is a
list there that begins with what it is. So a foreign file can make nothing but values of ours, and a field that by its type
holds plain values is taken as it is, which is several times faster than pickle.
"""

import marshal
from datetime import date
from enum import Enum
from importlib import import_module
from typing import Any

from bulletin.parts import Part
from bulletin.turning import PLAIN, Turn, Turner
from bulletin.values import is_value

DATE, PART, ENUM, LIST, DICT = range(5)
"""What the first item of a list may be, besides the name of a dataclass."""


class PackingError(ValueError):
    """Bytes that `pack` did not make."""


def pack(value: object, form: int = marshal.version) -> bytes:
    """A value as bytes, in this form of marshal. Raises TypeError for one that is not of ours."""
    return marshal.dumps(_packed(value), form)


def unpack(data: bytes) -> Any:
    """The value that `pack` made bytes of. Raises PackingError (or ValueError, EOFError, TypeError …) for other bytes."""
    return _unpacked(marshal.loads(data))


def _packed(value: Any) -> Any:
    try:
        turn = _packers[type(value)]
    except KeyError:
        turn = _packers[type(value)] = _packer_of(type(value))
    return value if turn is None else turn(value)


def _packer_of(kind: type) -> Turn:
    name = f"{kind.__module__}:{kind.__qualname__}"
    if issubclass(kind, Enum):
        return lambda value: [ENUM, name, value.value]
    if not is_value(kind) or not name.startswith("bulletin."):
        raise TypeError(f"{name} is not a value of ours")
    turned = _there.fields(kind)
    return lambda value: [name, turned(value)]


def _part(part: "Part[Any]") -> tuple[Any, ...]:
    return part.digest, None if part.place else _packed(part.held), part.place


def _unpacked(value: Any) -> Any:
    kind = type(value)
    if kind is tuple:
        return tuple([_unpacked(item) for item in value])
    if kind is list:
        try:
            turn = _makers[value[0]]
        except KeyError:
            turn = _makers[value[0]] = _maker_of(value[0])
        return turn(value)
    if kind not in PLAIN:
        raise PackingError(kind.__name__)
    return value


def _maker_of(name: object) -> Turn:
    turned = _back.fields(_class(name))
    return lambda value: turned(value[1])


def _part_again(value: tuple[Any, ...]) -> "Part[Any]":
    digest, held, place = value
    return Part(digest, _unpacked(held), place)


_there = Turner(_packed, {date: date.toordinal, Part: _part})
_back = Turner(_unpacked, {date: date.fromordinal, Part: _part_again}, back=True)


def _class(name: object, base: type = object) -> Any:
    """A dataclass of ours by its name, or an `Enum` of ours where `base` says so."""
    module, _, own = name.partition(":") if isinstance(name, str) else ("", "", "")
    if not module.startswith("bulletin."):
        raise PackingError(f"{name} is not a value of ours")
    found = getattr(import_module(module), own, None)
    if not isinstance(found, type) or not (issubclass(found, Enum) if base is Enum else is_value(found)):
        raise PackingError(f"{name} is not a value of ours")
    return found


_packers: dict[type, Turn | None] = {
    **dict.fromkeys(PLAIN),
    tuple: lambda value: tuple([_packed(item) for item in value]),
    list: lambda value: [LIST, *map(_packed, value)],
    dict: lambda value: [DICT, *((key, _packed(item)) for key, item in value.items())],
    date: lambda value: [DATE, value.toordinal()],
    Part: lambda value: [PART, *_part(value)],
}
"""How a value of each kind becomes plain; None for what is plain already."""
_makers: dict[Any, Turn] = {
    DATE: lambda value: date.fromordinal(value[1]),
    PART: lambda value: _part_again(value[1:]),
    ENUM: lambda value: _class(value[1], Enum)(value[2]),
    LIST: lambda value: [_unpacked(item) for item in value[1:]],
    DICT: lambda value: {key: _unpacked(item) for key, item in value[1:]},
}
"""How a value is made again, by the first item of its list."""
