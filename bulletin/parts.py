"""Parts: values that are loaded only when a page needs them, and the digests that tell whether they are the same.

A `Part` stands for a value that is large (the articles of a month, a body): its digest is known, the value comes when
somebody loads it. So a page depends on a body without anybody reading it.
"""

import hashlib
import marshal
from datetime import date
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeVar

from bulletin.turning import PLAIN, Turn, Turner
from bulletin.values import is_value

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


_forms: dict[type, Turn | None] = dict.fromkeys(PLAIN)
"""How a value of each kind is turned into plain ones, for a digest; None for what is plain already."""
_known: dict[type, Turn] = {date: date.toordinal, Part: lambda part: part.digest}
"""How a field of such a type is turned."""


def _plain(value: Any) -> Any:
    """A frozen value as nested tuples of plain ones; the name of a dataclass stands before its fields."""
    try:
        form = _forms[type(value)]
    except KeyError:
        form = _forms[type(value)] = _form_of(type(value))
    return value if form is None else form(value)


_turner = Turner(_plain, _known)


def _form_of(kind: type) -> Turn:
    """The form of a dataclass."""
    if not is_value(kind):
        raise TypeError(f"no digest of {kind.__name__}")
    name, turned = kind.__name__, _turner.fields(kind)
    return lambda value: (name, [turned(value)])


_forms[tuple] = lambda value: tuple([_plain(item) for item in value])
_forms[date] = lambda value: ("date", value.toordinal())
_forms[Part] = lambda value: ("digest", value.digest)


def knows_its_digest(kind: type[T]) -> type[T]:
    """Class decorator: `kind` has a `digest`, which stands for the whole value wherever that is part of another."""
    _known[kind] = attrgetter("digest")
    _forms[kind] = lambda value: ("digest", value.digest)
    return kind


def digest(*values: object) -> str:
    """A digest of frozen values, equal for equal ones: 32 hexadecimal digits. Parts count by their digests.

    It is kept in the memo only, never in output.
    """
    return bytes_digest(marshal.dumps(tuple([_plain(value) for value in values]), PLAIN_MARSHAL))


def bytes_digest(data: bytes) -> str:
    """A digest of bytes, of the same form."""
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES).hexdigest()


def plain_bytes(value: object) -> bytes:
    """One frozen value as bytes that tell where they end, equal for equal values; parts count by their digests."""
    return marshal.dumps(_plain(value), PLAIN_MARSHAL)
