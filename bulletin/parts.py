"""Parts: values that are loaded only when a page needs them, and the digests that tell whether they are the same.

A `Part` stands for a value that is large (the articles of a month, a body): its digest is known, the value comes when
somebody loads it. So a page depends on a body without anybody reading it.
"""

import copyreg
import hashlib
import io
import pickle
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")
V = TypeVar("V", covariant=True)
DIGEST_BYTES = 16


class Part(Generic[V]):
    """A value that may lie elsewhere; `digest` tells whether it is still the same.

    `held` is the value where it is at hand, else None; `place` is where it was put down: (file, offset, bytes). Two parts
    are equal when their digests are.
    """

    __slots__ = ("digest", "held", "place")

    def __init__(self, digest: str, held: V | None = None, place: tuple[int, int, int] | None = None) -> None:
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


_known: dict[type, Callable[[Any], Any]] = {**copyreg.dispatch_table, Part: lambda part: (str, (part.digest,))}


def knows_its_digest(kind: type[T]) -> type[T]:
    """Class decorator: `kind` has a `digest`, which stands for the whole value wherever that is part of another."""
    _known[kind] = lambda value: (str, (value.digest,))
    return kind


def digest(*values: object) -> str:
    """A digest of frozen values, equal for equal ones: 32 hexadecimal digits. Parts count by their digests.

    It holds for one version of Python and of the program and is kept in the memo only, never in output.
    """
    out = io.BytesIO()
    pickler = pickle.Pickler(out, 5)
    pickler.fast = True  # no references to what was seen before, so that equal values give equal bytes
    pickler.dispatch_table = _known
    pickler.dump(values)
    return hashlib.blake2b(out.getbuffer(), digest_size=DIGEST_BYTES).hexdigest()
