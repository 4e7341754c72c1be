"""Regular expressions that are compiled when they are first used.

A build in which one text changed reads one text: most of some three hundred patterns are not met by it, and compiling all
of them as their modules are imported takes longer than everything else of such a build.
"""

import re
from typing import AnyStr, Generic, cast

METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Compiled(Generic[AnyStr]):
    """The methods of a compiled pattern, bound once, so that calling one costs what it costs on the pattern itself."""

    __slots__ = ("flags", "pattern", *METHODS)
    flags: int
    pattern: AnyStr


class _Waiting(_Compiled[AnyStr]):
    """A pattern that nobody has used yet; it becomes a `_Compiled` when somebody asks for a method."""

    __slots__ = ()

    def __init__(self, text: AnyStr, flags: int) -> None:
        self.pattern, self.flags = text, flags

    def __getattr__(self, name: str) -> object:
        if name not in METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        self.__class__ = _Compiled  # type: ignore[assignment]  # without __getattr__ an attribute is found faster
        return getattr(self, name)


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile` at the first use. Raises re.error then. `pattern` and `flags` are at hand without compiling."""
    return cast("re.Pattern[AnyStr]", _Waiting(text, flags))
