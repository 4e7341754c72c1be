"""Options of a theme: colours, fonts, sizes, numbers and pictures that a site may set without touching a style sheet.

In: `options` of the theme.yaml files of a theme and of those that it extends, the deepest parent first. A theme declares
an option as a mapping (`accent: {type: colour, default: "#ad2717"}`), and one that extends it sets it as a value
(`accent: "#0b6e4f"`). Out: custom properties for the style sheet (`--accent: #0b6e4f`). Options are style and nothing
else, so a template needs to know none of them, and the digest in the style sheet's name tells every page of a change.
Raises BulletinError with the place of a value that does not fit.
"""

from collections.abc import Callable, Collection, Iterable

from bulletin.fields import Field, as_choice, as_text, unknown_key, wrong
from bulletin.findings import Finding, find
from bulletin.messages import N_
from bulletin.patterns import pattern
from bulletin.values import dataclass

KEYS = ("type", "default", "against", "least", "most", "words")
"""`words` says what it is, for the theme's own documentation."""
NAME = pattern("[a-z][a-z0-9-]{0,40}")
COLOUR = pattern("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
SIZE = pattern(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)(rem|em|px)")
NUMBER = pattern(r"[0-9]{1,4}(?:\.[0-9]{1,4})?")
FONT = pattern(r"[\w .-]{1,60}")
GENERIC = ("serif", "sans-serif", "monospace", "system-ui")
READABLE = 4.5
"""Least contrast of words with their ground. Source: WCAG 2.2, 1.4.3."""


@dataclass(frozen=True)
class Option:
    """An option as a theme declares it, with the value that counts; `field` is None where nobody set it."""

    name: str
    type: str
    value: str
    against: str = ""
    """For a colour: the option of the ground it stands on."""
    least: float = 0
    most: float = 10_000
    field: Field | None = None


def read_options(layers: Iterable[tuple[Field | None, Collection[str]]], findings: list[Finding]) -> tuple[Option, ...]:
    """The options of a theme; a layer is its `options` and the names of its assets, those of its parents among them."""
    options: dict[str, Option] = {}
    for field, assets in layers:
        for name, (key, value) in field.pairs().items() if field else ():
            if value.entries is not None:
                if not NAME.fullmatch(name):
                    raise wrong(key, "options", "a-z, 0-9, -")
                options[name] = _declared(name, value, assets, findings)
            elif name in options:
                options[name] = _set(options[name], value, assets)
            else:
                findings.append(unknown_key(key, options))
    findings.extend(_pale(options))
    return tuple(options.values())


def style(options: Iterable[Option], address: Callable[[str], str]) -> str:
    """Custom properties of the options that were set; `address` gives the way from the style sheet to an asset."""
    lines = []
    for option in options:
        if option.field is None:
            continue
        if option.type == "picture":
            # the words behind a picture stay for those who cannot see it
            lines.append(f'--{option.name}: url("{address(option.value)}"); --{option.name}-words: transparent;')
        else:
            lines.append(f"--{option.name}: {option.value};")
    return f":root {{ {' '.join(lines)} }}\n" if lines else ""


def _declared(name: str, field: Field, assets: Collection[str], findings: list[Finding]) -> Option:
    pairs = field.pairs()
    findings.extend(unknown_key(key, KEYS) for known, (key, _) in pairs.items() if known not in KEYS)
    values = {known: value for known, (_, value) in pairs.items()}
    if "type" not in values:
        raise wrong(field, name, "type: " + ", ".join(TYPES))
    text = {k: as_text(values[k], k) if k in values else "" for k in ("type", "against", "least", "most")}
    as_choice(values["type"], "type", TYPES)
    bounds = [_number(values[k], k) if k in values else d for k, d in (("least", 0.0), ("most", 10_000.0))]
    option = Option(name, text["type"], "", text["against"], bounds[0], bounds[1])
    default = values.get("default")
    if default is None or default.empty:
        return option
    made = _set(option, default, assets)
    return Option(name, made.type, made.value, made.against, made.least, made.most)


def _set(option: Option, field: Field, assets: Collection[str]) -> Option:
    value = TYPES[option.type](option, field, assets)
    return Option(option.name, option.type, value, option.against, option.least, option.most, field)


def _colour(option: Option, field: Field, assets: Collection[str]) -> str:
    text = as_text(field, option.name)
    if not COLOUR.fullmatch(text):
        raise wrong(field, option.name, '"#ad2717"')
    return text.lower()


def _font(option: Option, field: Field, assets: Collection[str]) -> str:
    """Names of fonts, the first one that a reader has is used; generic ones stay without quotes."""
    names = [(item, as_text(item, option.name)) for item in field.items or (field,)]
    for item, name in names:
        if not FONT.fullmatch(name):
            raise wrong(item, option.name, '["Noto Serif CJK SC", SimSun, serif]')
    return ", ".join(name if name in GENERIC else f'"{name}"' for _, name in names)


def _size(option: Option, field: Field, assets: Collection[str]) -> str:
    text = as_text(field, option.name)
    found = SIZE.fullmatch(text)
    if not found or not option.least <= float(found[1]) <= option.most:
        raise wrong(field, option.name, f"{option.least:g} … {option.most:g}, rem / em / px")
    return text


def _ratio(option: Option, field: Field, assets: Collection[str]) -> str:
    if not option.least <= _number(field, option.name) <= option.most:
        raise wrong(field, option.name, f"{option.least:g} … {option.most:g}")
    return as_text(field, option.name)


def _picture(option: Option, field: Field, assets: Collection[str]) -> str:
    text = as_text(field, option.name)
    if text not in assets:
        raise wrong(field, option.name, N_("a file in assets/"))
    return text


TYPES: dict[str, Callable[[Option, Field, Collection[str]], str]] = {
    "colour": _colour,
    "font": _font,
    "size": _size,
    "number": _ratio,
    "picture": _picture,
}


def _number(field: Field, key: str) -> float:
    text = as_text(field, key)
    if not NUMBER.fullmatch(text):
        raise wrong(field, key, "0.5, 1, 20 …")
    return float(text)


def _pale(options: dict[str, Option]) -> Iterable[Finding]:
    """A finding for each colour that was set and does not stand out from its ground."""
    for option in options.values():
        ground = options.get(option.against)
        if not ground or not (place := option.field or ground.field) or not option.value or not ground.value:
            continue
        found = contrast(option.value, ground.value)
        if found < READABLE:
            yield find(
                "contrast-low",
                place.place,
                colour=option.value,
                ground=ground.value,
                found=f"{found:.1f}",
                least=READABLE,
            )


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21. Source: WCAG 2.2, “contrast ratio”."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(d * 2 for d in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
