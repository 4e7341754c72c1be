"""Frozen dataclasses whose methods are made when they are first used, and which are made faster.

`dataclass` here is the standard library's to whoever reads or checks the code. That one writes and compiles five methods a
class as a module is imported; a build that changes one page needs few of the program's hundred and fifty classes and none
of most methods. So a frozen class shares its methods with all others, and how it is made is compiled with its first value.

A build makes some hundred values an article, so those with slots are made quickly as well: the standard library's way goes
around the class's own refusal to be changed, field by field; here the fields are set on a twin of the same layout that
refuses nothing and then becomes a value of the class, as frozen as any. That takes a half to a sixth of the time.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from bulletin.patterns import CODES

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

    def new(kind: type, /, *values: Any, **named: Any) -> object:
        new = _new(made)
        setattr(made, "__new__", staticmethod(new))  # noqa: B010  from now on
        return new(kind, *values, **named)

    def same(self: object, other: object) -> bool:
        return every(self) == every(other) if other.__class__ is self.__class__ else NotImplemented

    def shown(self: object) -> str:
        pairs = zip(names, every(self), strict=True)
        return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    methods: dict[str, Callable[..., Any]] = {
        "__eq__": same,
        "__hash__": lambda self: hash(every(self)),
        "__repr__": shown,
        "__setattr__": _refuse_change,
        "__delattr__": _refuse_change,
    }
    if slots:
        methods |= {"__new__": staticmethod(new), "__reduce__": lambda self: (made, every(self))}
    else:
        methods["__init__"] = begin
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
    """The `__init__` of a dataclass without slots: a parameter a field, defaults as they are given."""
    parameters, values, told = _parameters(kind)
    lines = [f" put(self, {name!r}, {value})" for name, value in values.items()]
    return _compiled(kind, "__init__", ["self", *parameters], lines or [" pass"], {**told, "put": object.__setattr__})


def _new(kind: type) -> Callable[..., object]:
    """The `__new__` of a dataclass with slots; its own names cannot be those of fields."""
    parameters, values, told = _parameters(kind)
    twin = type(kind.__name__, (), {"__slots__": tuple(values)})
    lines = [" _self = _new(_twin)", *(f" _self.{name} = {value}" for name, value in values.items())]
    lines += [" _self.__class__ = _kind", " return _self"]
    told |= {"_new": object.__new__, "_twin": twin}
    return _compiled(kind, "__new__", ["_kind", "/", *parameters], lines, told)


def _parameters(kind: type) -> tuple[list[str], dict[str, str], dict[str, Any]]:
    """(parameters, field -> its value as code, what both refer to)."""
    told: dict[str, Any] = {"missing": dataclasses.MISSING}
    parameters: list[str] = []
    values: dict[str, str] = {}
    for i, field in enumerate(dataclasses.fields(kind)):
        name = values[field.name] = field.name
        if field.default_factory is not dataclasses.MISSING:
            told[f"make{i}"] = field.default_factory
            parameters.append(f"{name}=missing")
            values[name] = f"make{i}() if {name} is missing else {name}"
        elif field.default is not dataclasses.MISSING:
            told[f"default{i}"] = field.default
            parameters.append(f"{name}=default{i}")
        else:
            parameters.append(name)
    return parameters, values, told


def _compiled(
    kind: type, name: str, parameters: list[str], lines: list[str], told: dict[str, Any]
) -> Callable[..., Any]:
    exec(CODES.function(f"def {name}({', '.join(parameters)}):\n" + "\n".join(lines)), told)
    made: Callable[..., Any] = told[name]
    made.__qualname__ = f"{kind.__qualname__}.__init__"  # as the standard library says in its messages
    return made


def _refuse_change(self: object, name: str, value: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")
