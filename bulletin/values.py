"""Frozen dataclasses whose methods are made when they are first used, and which are made faster.

`dataclass` here is the standard library's to whoever reads or checks the code. That one writes and compiles five methods a
class as a module is imported; a build that changes one page needs few of the program's hundred and fifty classes and none
of most methods. So a frozen class shares its methods with all others, and its `__init__` is compiled with its first value.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

FROZEN = ({"frozen": True}, {"frozen": True, "slots": True})
"""The ways of asking for a dataclass that are done here."""
Every = Callable[[object], tuple[Any, ...]]
"""Gives the values of all fields."""

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(kind: type | None = None, /, **how: bool) -> Any:
        """The standard library's `dataclass`, with frozen classes made as this module says."""
        if kind is None:
            return lambda kind: dataclass(kind, **how)
        if how in FROZEN and not hasattr(kind, "__post_init__"):
            return _frozen(kind, how.get("slots", False))
        return dataclasses.dataclass(kind, **how)


def _frozen(kind: type, slots: bool) -> type:
    own = frozenset(vars(kind))
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(kind)
    names = tuple(field.name for field in dataclasses.fields(made))
    every = _getter(names)

    def begin(self: object, *values: Any, **named: Any) -> None:
        init = _init(made)
        setattr(made, "__init__", init)  # noqa: B010  from now on
        init(self, *values, **named)

    def same(self: object, other: object) -> bool:
        return every(self) == every(other) if other.__class__ is self.__class__ else NotImplemented

    def shown(self: object) -> str:
        pairs = zip(names, every(self), strict=True)
        return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    methods: dict[str, Callable[..., Any]] = {
        "__init__": begin,
        "__eq__": same,
        "__hash__": lambda self: hash(every(self)),
        "__repr__": shown,
        "__setattr__": _refuse_change,
        "__delattr__": _refuse_change,
    }
    if slots:
        methods |= {"__getstate__": lambda self: every(self), "__setstate__": _fill}
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _getter(names: tuple[str, ...]) -> Every:
    if len(names) == 1:
        one = attrgetter(*names)
        return lambda value: (one(value),)
    return attrgetter(*names) if names else lambda value: ()


def _init(kind: type) -> Callable[..., None]:
    """The `__init__` of a dataclass: a parameter a field, defaults as they are given."""
    told: dict[str, Any] = {"missing": dataclasses.MISSING, "put": object.__setattr__}
    parameters, lines = [], []
    for i, field in enumerate(dataclasses.fields(kind)):
        value = field.name
        if field.default_factory is not dataclasses.MISSING:
            told[f"make{i}"] = field.default_factory
            parameters.append(f"{value}=missing")
            value = f"make{i}() if {value} is missing else {value}"
        elif field.default is not dataclasses.MISSING:
            told[f"default{i}"] = field.default
            parameters.append(f"{value}=default{i}")
        else:
            parameters.append(value)
        put = getattr(getattr(kind, field.name, None), "__set__", None)
        if put:  # of a slot: a third faster than by its name
            told[f"put{i}"] = put
            lines.append(f" put{i}(self, {value})")
        else:
            lines.append(f" put(self, {field.name!r}, {value})")
    exec(f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines or [" pass"]), told)
    made: Callable[..., None] = told["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made


def _refuse_change(self: object, name: str, value: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _fill(self: Any, state: tuple[object, ...]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
