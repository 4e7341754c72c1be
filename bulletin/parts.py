"""Parts: values that are loaded only when a page needs them, and the digests that tell whether they are the same.

A `Part` stands for a value that is large (the articles of a month, a body): its digest is known, the value comes when
somebody loads it. So a page depends on a body without anybody reading it. `pack` and `unpack` turn frozen values into
bytes and back; nothing but the program's own values and dates comes out of them, whatever bytes go in.
"""

import hashlib
import io
import marshal
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from operator import attrgetter
from types import UnionType
from typing import Any, Generic, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
V = TypeVar("V", covariant=True)
DIGEST_BYTES = 16
PLAIN_MARSHAL = 2
"""The form of marshal that has no references, so that equal values give equal bytes."""
Where = tuple[int, int, int]
"""(number of a pack, offset, bytes)."""


class Part(Generic[V]):
    """A value that may lie elsewhere; `digest` tells whether it is still the same.

    `held` is the value where it is at hand, else None; `place` is where it was put down. Two parts are equal when their
    digests are.
    """

    __slots__ = ("digest", "held", "place")

    def __init__(self, digest: str, held: V | None = None, place: Where | None = None) -> None:
        self.digest, self.held, self.place = digest, held, place

    @classmethod
    def of(cls, value: T) -> "Part[T]":
        """The part of a value that is at hand."""
        return Part(digest(value), value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Part) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"Part({self.digest})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Part, (self.digest, None if self.place else self.held, self.place)


class Load(Protocol):
    """Gives the value of a part."""

    def __call__(self, part: Part[T]) -> T: ...


def held(part: Part[T]) -> T:
    """The value of a part that is at hand."""
    if part.held is None:
        raise LookupError(f"{part} is not at hand")
    return part.held


Form = Callable[[Any], Any]
_plain_types: frozenset[Any] = frozenset((str, int, bool, float, bytes, type(None)))
_forms: dict[type, Form | None] = dict.fromkeys(_plain_types)
"""How a value of each kind is turned into plain ones, for a digest; None for what is plain already."""


def _plain(value: Any) -> Any:
    """A frozen value as nested tuples of plain ones; the name of a dataclass stands before its fields."""
    try:
        form = _forms[type(value)]
    except KeyError:
        form = _forms[type(value)] = _form_of(type(value))
    return value if form is None else form(value)


def _form_of(kind: type) -> Form:
    """The form of a dataclass; fields that hold nothing but plain values, by their types, are taken as they are."""
    if not is_dataclass(kind):
        raise TypeError(f"no digest of {kind.__name__}")
    name, every = kind.__name__, _fields_of(kind)
    try:
        hints = get_type_hints(kind)
    except NameError:  # a type that is known to the type checker alone
        hints = {}
    forms = [_form_by_type(hints.get(field.name, object)) for field in fields(kind)]
    others = [(i, other) for i, other in enumerate(forms) if other]
    if not others:
        return lambda value: (name, every(value))

    def plain(value: Any) -> tuple[str, list[Any]]:
        values = list(every(value))
        for i, other in others:
            values[i] = other(values[i])
        return name, values

    return plain


def _form_by_type(hint: Any) -> Form | None:
    """How a value of this type becomes plain; None where it is."""
    if hint in _plain_types:
        return None
    if get_origin(hint) in (Union, UnionType):
        return None if set(get_args(hint)) <= _plain_types else _plain
    if get_origin(hint) is not tuple:
        return _plain
    inner = [_form_by_type(item) for item in get_args(hint) if item is not Ellipsis]
    if not any(inner):
        return None
    one = inner[0]
    if len(inner) > 1 or one is None:
        return _plain
    return lambda values: [one(value) for value in values] if values else values


def _fields_of(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """A function that gives the values of a dataclass's fields."""
    names = [field.name for field in fields(kind)]
    every = attrgetter(*names)
    return every if len(names) > 1 else lambda value: (every(value),)


_forms[tuple] = lambda value: tuple([_plain(item) for item in value])
_forms[date] = lambda value: ("date", value.toordinal())
_forms[Part] = lambda value: ("digest", value.digest)


def knows_its_digest(kind: type[T]) -> type[T]:
    """Class decorator: `kind` has a `digest`, which stands for the whole value wherever that is part of another."""
    _forms[kind] = lambda value: ("digest", value.digest)
    return kind


def digest(*values: object) -> str:
    """A digest of frozen values, equal for equal ones: 32 hexadecimal digits. Parts count by their digests.

    It is kept in the memo only, never in output.
    """
    plain = marshal.dumps(tuple([_plain(value) for value in values]), PLAIN_MARSHAL)
    return hashlib.blake2b(plain, digest_size=DIGEST_BYTES).hexdigest()


def digest_bytes(value: object) -> bytes:
    """The digest of one frozen value as bytes; of a part, the one that it has."""
    if isinstance(value, Part):
        return bytes.fromhex(value.digest)
    return hashlib.blake2b(marshal.dumps(_plain(value), PLAIN_MARSHAL), digest_size=DIGEST_BYTES).digest()


class _Reducers(dict[type, Callable[[Any], tuple[Any, ...] | str]]):
    """How values are taken apart to be stored; a dataclass by its fields, several times faster than pickle's own way."""

    def __missing__(self, kind: type) -> Callable[[Any], tuple[Any, ...] | str]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        every = _fields_of(kind)
        self[kind] = lambda value: (kind, every(value))
        return self[kind]


_stored = _Reducers()
_stored[date] = lambda value: (date, (value.year, value.month, value.day))
_stored[type] = lambda kind: str(kind.__qualname__)


def pack(value: object) -> bytes:
    """A frozen value as bytes."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, 5)
    pickler.dispatch_table = _stored
    pickler.dump(value)
    return out.getvalue()


_classes: dict[tuple[str, str], Any] = {("datetime", "date"): date}


class _Unpickler(pickle.Unpickler):
    """Takes nothing but values of ours and dates, so that a foreign file cannot run anything."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _classes:
            return _classes[module, name]
        if module.startswith("bulletin.") and "." not in name:
            found = super().find_class(module, name)
            if found is Part or (isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum))):
                _classes[module, name] = found
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is not a value of ours")


def unpack(data: bytes) -> Any:
    """The value that `pack` made bytes of. Raises pickle.UnpicklingError (or ValueError, EOFError …) for other bytes."""
    return _Unpickler(io.BytesIO(data)).load()
