"""YAML with positions: config, front matter, register and topics are all read through here.

In: the text of a YAML document. Out: a tree of `Field`, each knowing its line and column, so that every wrong value
can be shown in its place. Scalars keep their printed text and get a type only when a reader asks for one (`as_day`,
`as_number` …): `2024-13-45` is then a finding and not a crash, and a name such as `否` stays a name. References (`&`,
`*`) are refused, so no document can grow; repeated keys are refused, so none is dropped without a word.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from bulletin.findings import BulletinError, Finding, Place, fail, find
from bulletin.messages import N_
from bulletin.patterns import pattern
from bulletin.values import dataclass

DEEPEST = 12
REFERENCES = pattern("[&*!]")
NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
SEPARATORS = str.maketrans("，,；;", "、、、、")


@dataclass(frozen=True, slots=True)
class Field:
    """A value in a YAML document. Exactly one of `text`, `items`, `entries` is not None; an empty value has none."""

    place: Place
    text: str | None = None
    items: "tuple[Field, ...] | None" = None
    entries: "tuple[tuple[Field, Field], ...] | None" = None

    @property
    def empty(self) -> bool:
        return self.text is None and self.items is None and self.entries is None

    def pairs(self) -> "dict[str, tuple[Field, Field]]":
        """Key text -> (key, value); raises BulletinError where this is not a mapping."""
        if self.empty:
            return {}
        if self.entries is None:
            raise wrong(self, N_("this place"), N_("keys and values, a line each"))
        return {key.text or "": (key, value) for key, value in self.entries}


def parse_yaml(text: str, path: str, first_line: int = 1) -> Field:
    """Parse one YAML document that stands at `first_line` of `path`; raises BulletinError with its place."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines = text.split("\n")

    def place(mark: "yaml.Mark") -> Place:
        shown = lines[mark.line] if mark.line < len(lines) else ""
        return Place(path, first_line + mark.line, mark.column + 1, shown)

    try:
        events = yaml.parse(text, Loader=loader)
        return _document(iter(events), place)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = place(mark) if mark else Place(path, first_line)
        raise fail("yaml-syntax", at, why=error.problem or error.context or "?") from None
    except yaml.YAMLError as error:
        raise fail("yaml-syntax", Place(path, first_line), why=str(error).splitlines()[0]) from None


def simple_values(text: str) -> dict[str, str | tuple[str, ...]] | None:
    """Key -> text or list of texts of a YAML document that holds nothing else, without positions; else None.

    It costs a third of `parse_yaml`, which reads whatever this one gives up on and tells what is wrong with it.
    """
    import yaml

    if not hasattr(yaml, "CBaseLoader") or REFERENCES.search(text):
        return None
    loader = yaml.CBaseLoader(text)
    try:
        root = loader.get_single_node()
    except yaml.YAMLError:
        return None
    finally:
        loader.dispose()
    if not isinstance(root, yaml.MappingNode):
        return None
    values: dict[str, str | tuple[str, ...]] = {}
    for key, node in root.value:
        items = node.value if isinstance(node, yaml.SequenceNode) else (node,)
        if not all(isinstance(item, yaml.ScalarNode) and item.value not in NOTHING for item in (key, *items)):
            return None
        if key.value in values:
            return None
        values[key.value] = node.value if items[0:1] == (node,) else tuple(item.value for item in items)
    return values


def _document(events: Iterator[Any], place: Callable[[Any], Place]) -> Field:
    import yaml

    for event in events:
        if isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
            continue
        if isinstance(event, yaml.StreamEndEvent):
            return Field(Place(place(event.start_mark).path))
        value = _value(event, events, place, 0)
        list(events)  # a second document or a syntax error further down is found here
        return value
    raise AssertionError("the stream has no end")


def _value(event: Any, events: Iterator[Any], place: Callable[[Any], Place], depth: int) -> Field:
    import yaml

    here = place(event.start_mark)
    if depth > DEEPEST:
        raise fail("yaml-deep", here)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise fail("yaml-alias", here)
    if isinstance(event, yaml.ScalarEvent):
        plain = event.style is None or event.style == ""
        nothing = plain and event.value in ("", "~", "null", "Null", "NULL")
        width = max(1, len(event.value.split("\n")[0]))
        here = Place(here.path, here.line, here.column, here.text, width)
        return Field(here, None if nothing else event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Field] = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_value(inner, events, place, depth + 1))
        return Field(here, items=tuple(items))
    entries: dict[str, tuple[Field, Field]] = {}
    while not isinstance(inner := next(events), yaml.MappingEndEvent):
        key = _value(inner, events, place, depth + 1)
        if key.text is None:
            raise fail("yaml-syntax", key.place, why="a key must be a word")
        if key.text in entries:
            raise fail("key-repeated", key.place, key=key.text, first=entries[key.text][0].place.line)
        entries[key.text] = key, _value(next(events), events, place, depth + 1)
    return Field(here, entries=tuple(entries.values()))


def wrong(field: Field, key: str, wanted: str) -> BulletinError:
    """The error for a value that does not fit `key`."""
    return fail("value-wrong", field.place, text=shown(field), key=key, wanted=wanted)


def shown(field: Field) -> str:
    """A field's text as a message quotes it."""
    if field.text is not None:
        return field.text if len(field.text) <= 40 else field.text[:39] + "…"
    return "" if field.empty else "[…]" if field.items is not None else "{…}"


def as_text(field: Field, key: str) -> str:
    """The text of a scalar, outer space removed; empty for an empty value."""
    if field.empty:
        return ""
    if field.text is None:
        raise wrong(field, key, N_("one line of text"))
    return field.text.strip()


def as_number(field: Field, key: str, least: int = 0, most: int = 10**9) -> int:
    """A whole number from `least` to `most`."""
    text = as_text(field, key)
    if not text.lstrip("-").isdecimal() or not least <= int(text) <= most:
        raise wrong(field, key, f"{least} … {most}")
    return int(text)


def as_flag(field: Field, key: str) -> bool:
    """true or false; 是 and 否 are accepted as well."""
    text = as_text(field, key).lower()
    if text in ("true", "yes", "on", "是"):
        return True
    if text in ("false", "no", "off", "否"):
        return False
    raise wrong(field, key, "true / false")


def as_choice(field: Field, key: str, choices: Iterable[str]) -> str:
    """One of `choices`."""
    choices = tuple(choices)
    text = as_text(field, key)
    if text not in choices:
        raise wrong(field, key, " | ".join(choices))
    return text


def as_words(field: Field, key: str) -> tuple[str, ...]:
    """A list of texts; a single line may separate them by 、 or a comma."""
    if field.items is not None:
        return tuple(text for item in field.items if (text := as_text(item, key)))
    return words_of(as_text(field, key))


def words_of(text: str) -> tuple[str, ...]:
    """The texts that one line holds, separated by 、 or a comma or a semicolon."""
    return tuple(part.strip() for part in text.translate(SEPARATORS).split("、") if part.strip())


def as_day(field: Field, key: str) -> date:
    """A day: 2024-03-05, 2024-3-5, 2024/3/5 or 2024年3月5日; what follows a space or a T (a time) is not read."""
    text = as_text(field, key)
    day = parse_day(text)
    if day is None:
        raise fail("date-impossible", field.place, text=text)
    return day


def parse_day(text: str) -> date | None:
    """The day that `text` writes in one of the forms of `as_day`, or None."""
    plain = text.strip().replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-").replace(".", "-")
    parts = plain.split("T")[0].split(" ")[0].split("-")
    if len(parts) != 3 or not all(part.isdecimal() and part.isascii() for part in parts) or len(parts[0]) != 4:
        return None
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was most likely meant to be, or all of them where none is near."""
    from difflib import get_close_matches  # late: few files have a word that nobody knows

    known = list(known)
    close = get_close_matches(word, known, 1, 0.5)
    return close[0] if close else " / ".join(known)


def unknown_key(key: Field, known: Iterable[str]) -> Finding:
    """The finding for a key that nobody reads."""
    return find("key-unknown", key.place, key=key.text or "", near=nearest(key.text or "", known))


def end_of_list(text: str, path: str, names: tuple[str, ...]) -> tuple[int, int]:
    """(character, indent) where an item can be added to the list in `text`, which is the document or stands under `names`.

    The indent is -1 where the document has no such key yet. Raises BulletinError where the list is written in one line.
    """
    import yaml

    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is None:
        return len(text), 0
    people: Any = root
    line = 0
    if isinstance(root, yaml.MappingNode):
        pairs = [(key, value) for key, value in root.value if key.value in names]
        if not pairs:
            return len(text), -1
        people, line = pairs[0][1], pairs[0][0].end_mark.line
    if isinstance(people, yaml.ScalarNode) and people.value == "":
        return _line_end(text, line), 0
    if not isinstance(people, yaml.SequenceNode) or people.flow_style:
        raise fail("register-form", Place(path, people.start_mark.line + 1))
    return _line_end(text, _last_line(people)), people.start_mark.column


def _last_line(node: Any) -> int:
    """The line (from 0) on which the last value of a node ends."""
    import yaml

    if isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", False):
        ends_line_below = node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line
        return int(node.end_mark.line - ends_line_below)
    children = [part for item in node.value for part in (item if isinstance(item, tuple) else (item,))]
    lines = [_last_line(child) for child in children]
    return max([int(node.start_mark.line), *lines])


def _line_end(text: str, line: int) -> int:
    """The place behind line `line` (from 0) and its line end."""
    at = 0
    for _number in range(line + 1):
        end = text.find("\n", at)
        if end < 0:
            return len(text)
        at = end + 1
    return at
