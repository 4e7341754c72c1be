"""A theme: a folder with `theme.yaml`, `templates/` and `assets/`, which may extend another.

A site's own themes/ is looked at before the themes that come with the program. A theme that extends another takes its
templates and assets and replaces those of the same name; `{% extends "default/base.html" %}` names a parent's template
outright. Style sheets and scripts get their digest into their name, so that they may be cached for ever; the options of
a theme (see `options`) are added to its last style sheet.
"""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path, PurePosixPath

from bulletin.fields import Field, as_text, as_words, parse_yaml, unknown_key
from bulletin.findings import Finding, Place, fail
from bulletin.parts import digest
from bulletin.patterns import pattern
from bulletin.theme.options import read_options, style
from bulletin.values import dataclass

KEYS = ("name", "version", "description", "extends", "on_page", "options", "author", "licence")
FINGERPRINTED = (".css", ".js")
REFERENCE = pattern(r"""{%-?\s*(?:extends|include|import|from)\s+(?:"([^"]*)"|'([^']*)')""")
REFERS = pattern(r"{%-?\s*(?:extends|include|import|from)\b")


@dataclass(frozen=True)
class Theme:
    """Templates by name (a parent's own under `parent/name`), assets by address."""

    name: str
    templates: Mapping[str, tuple[str, str]]
    """Name -> (text, path for messages)."""
    assets: Mapping[str, bytes]
    """Address on the site -> bytes."""
    addresses: Mapping[str, str]
    """File name in assets/ -> address on the site."""
    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]
    findings: tuple[Finding, ...] = ()

    @cached_property
    def closures(self) -> Mapping[str, str]:
        """Template -> digest of it and of all that it refers to; of the whole theme where a name is made up as it runs."""
        return {name: digest(tuple(_closure(name, self))) for name in self.templates}


@dataclass(frozen=True)
class Layer:
    """One folder of the chain."""

    name: str
    folder: Path
    extends: str
    on_page: tuple[str, ...]
    options: Field | None
    findings: tuple[Finding, ...]


def shipped_themes() -> Path:
    """The folder of the themes that come with the program: beside the package in a checkout, inside it in a wheel."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def load_theme(name: str, site: Path) -> Theme:
    """Load a theme with all that it extends; raises BulletinError where one is missing or extends itself."""
    chain: list[Layer] = []
    while name:
        if any(layer.name == name for layer in chain):
            raise fail("theme-circle", Place(f"themes/{name}/theme.yaml"), name=name)
        chain.append(_layer(name, site))
        name = chain[-1].extends
    return _merge(chain[::-1])


def _layer(name: str, site: Path) -> Layer:
    places = [site / "themes", shipped_themes()]
    folder = next((p / name for p in places if (p / name / "theme.yaml").is_file()), None)
    if folder is None or PurePosixPath(name).name != name:
        known = sorted({t.parent.name for place in places for t in place.glob("*/theme.yaml")})
        raise fail("theme-missing", Place("config.yaml"), name=name, known=", ".join(known), folder=f"themes/{name}")
    where = f"themes/{name}/theme.yaml"
    findings: list[Finding] = []
    extends = ""
    on_page: tuple[str, ...] = ()
    options: Field | None = None
    try:
        text = (folder / "theme.yaml").read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise fail("file-unreadable", Place(where), why=str(error)) from None
    for key, (field, value) in parse_yaml(text, where).pairs().items():
        if key not in KEYS:
            findings.append(unknown_key(field, KEYS))
        elif key == "extends":
            extends = as_text(value, key)
        elif key == "on_page":
            on_page = as_words(value, key)
        elif key == "options":
            options = value
    return Layer(name, folder, extends, on_page, options, tuple(findings))


def _merge(chain: list[Layer]) -> Theme:
    """Put the layers together, the deepest parent first."""
    templates: dict[str, tuple[str, str]] = {}
    files: dict[str, bytes] = {}
    left_out: set[str] = set()
    settings: list[tuple[Field | None, frozenset[str]]] = []
    for layer in chain:
        for path in sorted((layer.folder / "templates").rglob("*")):
            if path.is_file() and path.suffix in (".html", ".xml"):
                name = path.relative_to(layer.folder / "templates").as_posix()
                shown = f"themes/{layer.name}/templates/{name}"
                templates[name] = templates[f"{layer.name}/{name}"] = (_read(path, shown), shown)
        for path in sorted((layer.folder / "assets").rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                files[path.relative_to(layer.folder / "assets").as_posix()] = path.read_bytes()
        left_out.update(layer.on_page)
        settings.append((layer.options, frozenset(files)))
    findings = [finding for layer in chain for finding in layer.findings]
    options = read_options(settings, findings)
    if sheet := next((name for name in reversed(files) if name.endswith(".css") and name not in left_out), ""):
        files[sheet] += style(options, partial(_way, sheet)).encode()
    addresses = {name: _address(name, data) for name, data in files.items()}
    always = [name for name in files if name not in left_out]
    return Theme(
        chain[-1].name,
        templates,
        {addresses[name]: data for name, data in files.items()},
        addresses,
        tuple(addresses[n] for n in always if n.endswith(".css")),
        tuple(addresses[n] for n in always if n.endswith(".js")),
        tuple(findings),
    )


def _way(sheet: str, name: str) -> str:
    """The address of an asset as a style sheet writes it."""
    return "../" * sheet.count("/") + _address(name, b"").removeprefix("assets/")


def _read(path: Path, shown: str) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise fail("file-unreadable", Place(shown), why=str(error)) from None


def _address(name: str, data: bytes) -> str:
    path = PurePosixPath(name)
    if path.suffix not in FINGERPRINTED:
        return f"assets/{name}"
    return f"assets/{path.with_suffix('')}.{hashlib.blake2b(data, digest_size=5).hexdigest()}{path.suffix}"


def _closure(name: str, theme: Theme) -> Iterator[str]:
    """The texts of a template and of those it refers to."""
    everything = False
    pending, seen = [name], {name}
    texts: list[str] = []
    while pending:
        text = theme.templates[pending.pop()][0]
        texts.append(text)
        names = [one or other for one, other in REFERENCE.findall(text)]
        everything = (
            everything or len(names) != len(REFERS.findall(text)) or any(n not in theme.templates for n in names)
        )
        for other in names:
            if other in theme.templates and other not in seen:
                seen.add(other)
                pending.append(other)
    if everything:
        texts = [f"{n}\n{text}" for n, (text, _) in sorted(theme.templates.items())]
    yield from texts
    yield from (f"{n} {address}" for n, address in sorted(theme.addresses.items()))
