"""Parts: values that are loaded only when a page needs them, and the digests that tell whether they are the same.

A `Part` stands for a value that is large (the articles of a month, a body): its digest is known, the value comes when
somebody loads it. So a page depends on a body without anybody reading it. `pack` and `unpack` turn frozen values into
bytes and back; nothing but the program's own values and dates comes out of them, whatever bytes go in.
"""

import hashlib
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")
V = TypeVar("V", covariant=True)
DIGEST_BYTES = 16
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


Reduced = tuple[Any, ...]


class _Reducers(dict[type, Callable[[Any], Reduced]]):
    """How values are taken apart; a dataclass by its fields, which is several times faster than pickle's own way."""

    def __missing__(self, kind: type) -> Callable[[Any], Reduced]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        names = [field.name for field in fields(kind)]
        if len(names) == 1:
            one = attrgetter(names[0])
            self[kind] = lambda value: (kind, (one(value),))
        else:
            every = attrgetter(*names)
            self[kind] = lambda value: (kind, every(value))
        return self[kind]


_stored = _Reducers()
_digested = _Reducers({Part: lambda part: (str, (part.digest,))})


def knows_its_digest(kind: type[T]) -> type[T]:
    """Class decorator: `kind` has a `digest`, which stands for the whole value wherever that is part of another."""
    _digested[kind] = lambda value: (str, (value.digest,))
    return kind


def digest(*values: object) -> str:
    """A digest of frozen values, equal for equal ones: 32 hexadecimal digits. Parts count by their digests.

    It holds for one version of Python and of the program and is kept in the memo only, never in output.
    """
    out = io.BytesIO()
    pickler = pickle.Pickler(out, 5)
    pickler.fast = True  # no references to what was seen before, so that equal values give equal bytes
    pickler.dispatch_table = _digested
    pickler.dump(values)
    return hashlib.blake2b(out.getbuffer(), digest_size=DIGEST_BYTES).hexdigest()


def pack(value: object) -> bytes:
    """A frozen value as bytes."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, 5)
    pickler.dispatch_table = _stored
    pickler.dump(value)
    return out.getvalue()


class _Unpickler(pickle.Unpickler):
    """Takes nothing but values of ours and dates, so that a foreign file cannot run anything."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name == "date":
            return date
        if module.startswith("bulletin.") and "." not in name:
            found = super().find_class(module, name)
            if found is Part or (isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum))):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is not a value of ours")


def unpack(data: bytes) -> Any:
    """The value that `pack` made bytes of. Raises pickle.UnpicklingError (or ValueError, EOFError …) for other bytes."""
    return _Unpickler(io.BytesIO(data)).load()
