"""Dataclasses whose methods are made when they are first used, and which are made faster.

`dataclass` here is the standard library's to whoever reads or checks the code. That one looks at every field and writes and
compiles five methods a class as a module is imported; a build that changes one page needs few of the program's hundred and
seventy classes and none of most methods. So a class is put together at once, how a value is made is compiled with the first
one, and what the standard library tells of fields is made when somebody asks for it.

A build makes some hundred values an article, so those with slots are made quickly as well: the standard library's way goes
around the class's own refusal to be changed, field by field; here the fields are set on a twin of the same layout that
refuses nothing and then becomes a value of the class, as frozen as any. That takes a half to a sixth of the time.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

from bulletin.patterns import CODES

HOW = frozenset(("frozen", "slots"))
"""The ways of asking for a dataclass that are done here, together or alone."""
OTHER = ("ClassVar", "InitVar", "KW_ONLY")
"""What the standard library finds in annotations besides fields."""
FIELDS = "__dataclass_fields__"
Every = Callable[[object], tuple[Any, ...]]
"""Gives the values of all fields."""

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(kind: type | None = None, /, **how: bool) -> Any:
        """The standard library's `dataclass`, with classes made as this module says."""
        if kind is None:
            return lambda kind: dataclass(kind, **how)
        defaults = _defaults(kind) if how.keys() <= HOW else None
        if defaults is None:
            return dataclasses.dataclass(kind, **how)
        return _made(kind, defaults, how.get("frozen", False), how.get("slots", False))


def names_of(kind: type) -> tuple[str, ...]:
    """The names of the fields of a dataclass: `dataclasses.fields` would have all that is told of them made first."""
    known = _known.get(kind)
    return tuple(known) if known is not None else tuple(field.name for field in dataclasses.fields(kind))


def is_value(kind: object) -> bool:
    """Whether this is a dataclass."""
    return kind in _known or (isinstance(kind, type) and dataclasses.is_dataclass(kind))


_known: dict[object, dict[str, Any]] = {}
"""Dataclass made here -> name -> default of each field."""


def _defaults(kind: type) -> dict[str, Any] | None:
    """Name -> default of each field, as it is written in the class; None where the standard library is to look at it."""
    own = vars(kind)
    if kind.__bases__ != (object,) or "__post_init__" in own:
        return None
    found: dict[str, Any] = {}
    for name, hint in kind.__annotations__.items():
        default = found[name] = own.get(name, dataclasses.MISSING)
        plain = isinstance(default, dataclasses.Field) or type(default).__hash__ is not None
        if (
            not plain
            or getattr(hint, "__origin__", hint) is ClassVar
            or (isinstance(hint, str) and any(o in hint for o in OTHER))
        ):
            return None
        if isinstance(default, dataclasses.Field) and not (
            default.init and default.repr and default.kw_only is dataclasses.MISSING
        ):
            return None
    return found


class _Fields:
    """Has the standard library tell what it tells of the fields of a class, once somebody asks."""

    def __init__(self, frozen: bool) -> None:
        self.frozen = frozen

    def __get__(self, value: object, asked: type) -> Any:
        kind: Any = next(kind for kind in asked.__mro__ if kind in _known)
        given = {name: default for name, default in _known[kind].items() if default is not dataclasses.MISSING}
        told = {
            "__annotations__": kind.__annotations__,
            "__module__": kind.__module__,
            "__doc__": kind.__doc__ or "-",
            **given,
        }
        twin: Any = type(kind.__name__, (), told)
        made = dataclasses.dataclass(init=False, repr=False, eq=False, frozen=self.frozen)(twin)
        kind.__dataclass_params__ = made.__dataclass_params__
        kind.__dataclass_fields__ = made.__dataclass_fields__
        return made.__dataclass_fields__


def _made(kind: type, defaults: dict[str, Any], frozen: bool, slots: bool) -> type:
    """The class, made once more where it has slots, as the standard library does."""
    own, names = dict(vars(kind)), tuple(defaults)
    more = _methods(names, frozen)
    if frozen and slots:
        more |= _made_as_new(names)
    else:
        more["__init__"] = _begin(frozen)
    more = {
        name: value for name, value in more.items() if name not in own or (name == "__hash__" and own[name] is None)
    }
    if slots:
        for name in ("__dict__", "__weakref__", *names):
            own.pop(name, None)
        own |= more | {"__slots__": names, "__qualname__": kind.__qualname__}
        made = type(kind)(kind.__name__, (), own)
    else:
        for name, default in defaults.items():
            if isinstance(default, dataclasses.Field):
                if default.default is dataclasses.MISSING:
                    delattr(kind, name)
                else:
                    setattr(kind, name, default.default)
        for name, value in more.items():
            setattr(kind, name, value)
        made = kind
    _known[made] = defaults
    return made


def _methods(names: tuple[str, ...], frozen: bool) -> dict[str, Any]:
    """What every dataclass has: how its values are compared, shown, counted in sets, and kept from being changed."""
    every = _getter(names)

    def same(self: object, other: object) -> bool:
        return every(self) == every(other) if other.__class__ is self.__class__ else NotImplemented

    def shown(self: object) -> str:
        pairs = zip(names, every(self), strict=True)
        return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    methods: dict[str, Any] = {
        FIELDS: _Fields(frozen),
        "__match_args__": names,
        "__eq__": same,
        "__repr__": shown,
        "__hash__": (lambda self: hash(every(self))) if frozen else None,
    }
    if frozen:
        methods |= {"__setattr__": _refuse_change, "__delattr__": _refuse_change}
    return methods


def _begin(frozen: bool) -> Callable[..., None]:
    """An `__init__` that has the real one compiled with the first value."""

    def begin(self: object, *values: Any, **named: Any) -> None:
        made = _class_of(self)
        init = _init(made, frozen)
        setattr(made, "__init__", init)  # noqa: B010  from now on
        init(self, *values, **named)

    return begin


def _made_as_new(names: tuple[str, ...]) -> dict[str, Any]:
    """A `__new__` that has the real one compiled with the first value, and how a value is taken apart to be handed on."""
    every = _getter(names)

    def new(kind: type, /, *values: Any, **named: Any) -> object:
        made = next(made for made in kind.__mro__ if made in _known)
        new = _new(made)
        setattr(made, "__new__", staticmethod(new))  # noqa: B010  from now on
        return new(kind, *values, **named)

    return {"__new__": staticmethod(new), "__reduce__": lambda self: (_class_of(self), every(self))}


def _class_of(value: object) -> type:
    """The dataclass of a value, which may be of a class made from it."""
    return next(kind for kind in type(value).__mro__ if kind in _known)


def _getter(names: tuple[str, ...]) -> Every:
    if len(names) == 1:
        one = attrgetter(*names)
        return lambda value: (one(value),)
    return attrgetter(*names) if names else lambda value: ()


def _init(kind: type, frozen: bool) -> Callable[..., None]:
    """The `__init__` of a dataclass: a parameter a field, defaults as they are given."""
    parameters, values, told = _parameters(kind)
    if frozen:
        lines = [f" put(self, {name!r}, {value})" for name, value in values.items()]
        told["put"] = object.__setattr__
    else:
        lines = [f" self.{name} = {value}" for name, value in values.items()]
    return _compiled(kind, "__init__", ["self", *parameters], lines or [" pass"], told)


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
    for i, (name, given) in enumerate(_known[kind].items()):
        values[name] = name
        field = given if isinstance(given, dataclasses.Field) else None
        default = field.default if field else given
        if field and field.default_factory is not dataclasses.MISSING:
            told[f"make{i}"] = field.default_factory
            parameters.append(f"{name}=missing")
            values[name] = f"make{i}() if {name} is missing else {name}"
        elif default is not dataclasses.MISSING:
            told[f"default{i}"] = default
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
