"""The contract with theme authors as a document: made from `contexts`, so that it cannot be out of date."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

from bulletin.pages import contexts


def describe_contract() -> Iterator[str]:
    """The lines of the document: a section a template, then the values that sections share."""
    yield "## On every page\n"
    yield "`root` is the way back to the top of the site, such as `../../../`. `site` is a `Site`:\n"
    yield from _table(contexts.Site)
    used: dict[type, None] = {}
    for template, kind in contexts.TEMPLATES.items():
        yield f"\n## {template}\n"
        yield f"`page` is a `{kind.__name__}`: {_words(kind)}\n"
        yield from _table(kind)
        _collect(kind, used)
    _collect(contexts.Site, used)
    yield "\n## Values\n"
    for kind in sorted(used, key=lambda k: k.__name__):
        yield f"\n### {kind.__name__}\n"
        yield f"{_words(kind)}\n"
        yield from _table(kind)


def _words(kind: type) -> str:
    return (kind.__doc__ or "").strip().split("\n")[0]


def _table(kind: type) -> Iterator[str]:
    hints = get_type_hints(kind, include_extras=True)
    yield "| name | kind | what it is |"
    yield "|---|---|---|"
    for field in fields(kind):
        base, words = get_args(hints[field.name])[:2]
        yield f"| `{field.name}` | {_kind(base)} | {words} |"


def _kind(base: Any) -> str:
    """A type in a theme author's words: text, number, list of Story, Picture or none."""
    simple = {str: "text", int: "number", bool: "true or false", type(None): "none"}
    if base in simple:
        return simple[base]
    arguments = get_args(base)
    if getattr(base, "__origin__", None) is tuple:
        return f"list of {_kind(arguments[0])}"
    if arguments:
        return " or ".join(_kind(a) for a in arguments)
    name = str(getattr(base, "__name__", base))
    return f"`{name}`" if is_dataclass(base) else name


def _collect(kind: type, used: dict[type, None]) -> None:
    """All dataclasses that a value holds, at any depth."""
    for hint in get_type_hints(kind).values():
        pending = [hint]
        while pending:
            one = pending.pop()
            pending.extend(get_args(one))
            if isinstance(one, type) and is_dataclass(one) and one not in used:
                used[one] = None
                _collect(one, used)
