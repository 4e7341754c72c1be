"""What is compiled when it is first used, and once for all processes: regular expressions, functions made from types, word trees.

A build in which one text changed reads one text: most of some three hundred patterns are not met by it, and compiling all
of them as their modules are imported takes longer than everything else of such a build. So it is with the functions that
make values of a type or turn them into plain ones.
"""

import hashlib
import marshal
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from types import CodeType
from typing import Any, AnyStr, Generic, cast

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
        made = compiled(self.pattern, self.flags)
        for method in METHODS:
            setattr(self, method, getattr(made, method))
        self.__class__ = _Compiled  # type: ignore[assignment]  # without __getattr__ an attribute is found faster
        return getattr(self, name)


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile` at the first use. Raises re.error then. `pattern` and `flags` are at hand without compiling."""
    return cast("re.Pattern[AnyStr]", _Waiting(text, flags))


def one_of(*parts: str) -> str:
    """A pattern of all alternatives of several parts: a long table in pieces with a name each."""
    return "|".join(parts)


def found_at(sought: re.Pattern[str], text: str, words: Iterable[str], begin: int = 0) -> Iterator[re.Match[str]]:
    """As `finditer` from `begin` on, of a pattern whose matches each begin with one of `words`; asked only where one stands.

    Where such words are rare this takes a tenth of the time: a word is looked for many times faster than a pattern.
    """
    end = begin
    for at in places_of(words, text):
        if at >= end and (match := sought.match(text, at)):
            yield match
            end = match.end()


def places_of(words: Iterable[str], text: str) -> list[int]:
    """Where any of `words` stands in a text, in order."""
    found: list[int] = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1)
    found.sort()
    return found


Code = tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]
"""What Python's own compiler made of a pattern, for this version of Python alone: flags, code, groups and their names."""
Kept = bytes
"""The same as bytes, which are taken apart only where the pattern is used: a process uses a few of those that it recalls."""
Key = bytes
"""Digest of what was compiled, see `key_of`: the texts themselves take longer to be taken up than all that a process uses of them."""
FUNCTION, TEXT = -1, -2
"""What stands in the place of a pattern's flags, of functions and of texts that were worked out."""
News = tuple[str, list[tuple[Key, Kept]]]
"""(version of Python, what it compiled)."""
MOST_KEPT = 1500


def key_of(text: str, flags: int) -> Key:
    """What is known of the text of a pattern and its flags, or of the source of a function and FUNCTION."""
    return hashlib.blake2b(f"{flags} {text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Codes:
    """What patterns and functions were compiled to, in this process or in one before."""

    def __init__(self) -> None:
        self.codes: dict[Key, Kept] = {}
        self.before: set[Key] = set()
        """Those that were recalled."""
        self.used: set[Key] = set()
        self.told: set[Key] = set()
        """Those that `news` gave."""

    def recall(self, codes: Iterable[tuple[Key, Kept]]) -> None:
        """Take up what `worth_keeping` gave in another process, of the same Python."""
        for key, code in codes:
            self.before.add(key)
            self.codes.setdefault(key, code)

    def news(self) -> News | None:
        """What was compiled since somebody asked, for the process that this one works for."""
        new = self.codes.keys() - self.before - self.told
        self.told |= new
        return (sys.version, [(key, self.codes[key]) for key in sorted(new)]) if new else None

    def learn(self, news: News | None) -> None:
        """Take up what another process has compiled, unless it is another Python."""
        if news and news[0] == sys.version:
            for key, code in news[1]:
                self.codes.setdefault(key, code)
                self.used.add(key)

    def worth_keeping(self) -> list[tuple[Key, Kept]] | None:
        """What is to be recalled the next time; None where that is known already. Of very many, those that were used."""
        if self.codes.keys() <= self.before:
            return None
        return [(key, self.codes[key]) for key in sorted(self.codes if len(self.codes) <= MOST_KEPT else self.used)]

    def compiled(self, text: str, flags: int) -> re.Pattern[str]:
        """As `re.compile`. Raises re.error."""
        key = key_of(text, int(flags))
        self.used.add(key)
        if key in self.codes:
            try:
                return _pattern_of(text, _unpacked(self.codes[key]))
            except (ImportError, TypeError, ValueError, RuntimeError, OverflowError, EOFError):
                del self.codes[key]
        try:
            code = _code_of(text, flags)
            made = _pattern_of(text, code)
        except (ImportError, AttributeError, TypeError):  # of a Python whose compiler has other steps
            return re.compile(text, flags)
        self.codes[key] = _packed(code)
        return made

    def function(self, source: str) -> CodeType:
        """The code of the source of a function, to be executed."""
        key = key_of(source, FUNCTION)
        self.used.add(key)
        kept = self.codes.get(key)
        try:
            code = marshal.loads(kept) if kept else None
        except (EOFError, ValueError, TypeError):
            code = None
        if not isinstance(code, CodeType):
            code = compile(source, "<string>", "exec")
            self.codes[key] = marshal.dumps(code)
        return code

    def text(self, told: str, make: Callable[[], str]) -> str:
        """What `make` works out, which depends on `told` alone."""
        key = key_of(told, TEXT)
        self.used.add(key)
        kept = self.codes.get(key)
        if kept is not None:
            with suppress(UnicodeDecodeError):
                return kept.decode("utf-8")
        made = make()
        self.codes[key] = made.encode("utf-8")
        return made


CODES = Codes()


def compiled(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, of which the next process can have the result. Raises re.error."""
    if isinstance(text, str):
        return CODES.compiled(text, flags)
    return re.compile(text, flags)


def _code_of(text: str, flags: int) -> Code:
    """The steps of `re.compile` but for the last one, as in Lib/re/_compiler.py."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(text, flags)
    if not (flags | parsed.state.flags) & re.IGNORECASE:
        _share_sets(parsed)
    names = dict(parsed.state.groupdict)
    groups: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        groups[number] = name
    code = list(map(int, _compiler._code(parsed, flags)))
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, names, tuple(groups)


def _share_sets(parsed: Any) -> None:
    """Put what a set of characters is compiled to in its place, throughout a parsed pattern.

    Python marks each character of a set one by one, at each place of each pattern: the set of all Han characters, at some
    hundred places, takes most of the time. A set that is compiled already it leaves as it is.
    """
    from re import _constants as kinds  # type: ignore[attr-defined]

    for i, (kind, inner) in enumerate(parsed.data):
        if kind is kinds.IN:
            parsed.data[i] = kind, _compiled_set(tuple(inner))
        elif kind is kinds.BRANCH:
            for branch in inner[1]:
                _share_sets(branch)
        elif type(inner) is tuple and not (kind is kinds.SUBPATTERN and inner[1] & re.IGNORECASE):
            for part in inner:
                if type(part) is type(parsed):
                    _share_sets(part)


@cache
def _compiled_set(characters: tuple[Any, ...]) -> list[Any]:
    """A set as Python compiles it where it is a large one; else as it is."""
    from re import _compiler, _constants  # type: ignore[attr-defined]

    made: list[Any] = _compiler._optimize_charset(list(characters))[0]
    return made if any(kind is _constants.BIGCHARSET for kind, _ in made) else list(characters)


def _packed(code: Code) -> Kept:
    """A number of a code takes 32 bits, as in Python itself."""
    from array import array

    flags, numbers, groups, names, group_names = code
    return marshal.dumps((flags, array("I", numbers).tobytes(), groups, names, group_names))


def _unpacked(kept: Kept) -> Code:
    """Raises ValueError and others for what is no code."""
    flags, numbers, groups, names, group_names = marshal.loads(kept)
    return flags, memoryview(numbers).cast("I").tolist(), groups, names, group_names


def _pattern_of(text: str, code: Code) -> re.Pattern[str]:
    """The last step, in which Python checks the code. Raises RuntimeError and others for a wrong one."""
    import _sre  # type: ignore[import-not-found]

    made: re.Pattern[str] = _sre.compile(text, *code)
    return made
