"""Pages to bytes: a template sees `site`, `page` and `root`, and nothing else.

Autoescape is on and a misspelt name stops at its line (StrictUndefined). A fault in a template is a finding with the
template's file and line, and with the word that is wrong where Jinja names it.
"""

import re
from functools import partial
from typing import TYPE_CHECKING

from bulletin.findings import BulletinError, Place, fail
from bulletin.outline import Page
from bulletin.pages.making import TEXTS, make_context
from bulletin.parts import Load, held
from bulletin.patterns import pattern
from bulletin.theme.theme import Theme

if TYPE_CHECKING:
    from jinja2 import Template

    from bulletin.theme.compiling import JoiningEnvironment

ABSOLUTE_ROOT = "404.html"
NO_FIELD = pattern(r"'(?:[\w.]+\.)?(\w+) object' has no attribute '(\w+)'")

QUOTED = pattern(r"'(\w+)'")


class Renderer:
    """Renders the pages of one site; templates are compiled once. `load` gives the parts that pages name."""

    def __init__(self, theme: Theme, base_path: str = "/", load: Load = held) -> None:
        self.theme = theme
        self.base_path = base_path
        self.load = load
        from bulletin.theme.compiling import (
            rendered,
        )  # late: Jinja, which a build without a page to render does not need

        self.environment, self._rendered = make_environment(theme), rendered
        self._templates: dict[str, Template] = {}

    def render(self, page: Page) -> bytes:
        """The bytes of a page; raises BulletinError for a fault in a template."""
        return self.draw(page)[1]

    def draw(self, page: Page) -> tuple[str, bytes]:
        """The text of a page, and the same as bytes."""
        text = self._text(page)
        try:
            return text, text.encode("utf-8")
        except UnicodeEncodeError:  # half a character, out of a broken text
            data = text.encode("utf-8", "replace")
            return data.decode("utf-8"), data

    def _text(self, page: Page) -> str:
        if page.template in TEXTS:
            return TEXTS[page.template](self.load, *page.data)
        site, context = make_context(page, self.load)
        root = self.base_path if page.url == ABSOLUTE_ROOT else "../" * page.url.count("/")
        template = self._template(page.template)
        try:
            return self._rendered(self.environment, template, {"site": site, "page": context, "root": root})
        except BulletinError:
            raise
        except Exception as error:
            raise self._fault(error, page) from error

    def _template(self, name: str) -> "Template":
        if name not in self._templates:
            import jinja2

            try:
                self._templates[name] = self.environment.get_template(name)
            except jinja2.TemplateSyntaxError as error:
                raise self._place(error.name or name, error.lineno, str(error.message)) from error
            except jinja2.TemplateNotFound as error:
                raise fail("template-missing", Place(f"themes/{self.theme.name}"), name=error.name or name) from error
        return self._templates[name]

    def _fault(self, error: Exception, page: Page) -> BulletinError:
        """The last frame of the traceback that lies in a template is the place."""
        import traceback

        import jinja2

        if isinstance(error, jinja2.TemplateSyntaxError):
            return self._place(error.name or page.template, error.lineno, str(error.message))
        if isinstance(error, jinja2.TemplateNotFound):
            return fail("template-missing", Place(f"themes/{self.theme.name}"), name=error.name or "")
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename in self.theme.templates]
        name, line = (frames[-1].filename, frames[-1].lineno or 0) if frames else (page.template, 0)
        return self._place(name, line, str(error), _why(error))

    def _place(self, name: str, line: int, said: str, why: str = "") -> BulletinError:
        """The error at a line of a template, of which Jinja `said` something; `why` says it better."""
        text, shown = self.theme.templates.get(name, ("", name))
        lines = text.split("\n")
        at = lines[line - 1] if 0 < line <= len(lines) else ""
        column, width = _marked(at, said)
        return fail("template-wrong", Place(shown, line, column, at, width), why=why or said)


def _marked(line: str, said: str) -> tuple[int, int]:
    """(column, width) of the word in a line that a message of Jinja quotes last; column 0 where it quotes none of them."""
    for word in reversed(QUOTED.findall(said)):
        if found := re.search(rf"\b{word}\b", line):
            return found.start() + 1, len(word)
    return 0, 1


def _why(error: Exception) -> str:
    """What went wrong, in the words of whoever writes templates: a name that is not there, and the one that is near it."""
    if match := NO_FIELD.fullmatch(str(error)):
        from dataclasses import fields, is_dataclass
        from difflib import get_close_matches

        from bulletin.messages import _
        from bulletin.pages import contexts

        kind, name = match.groups()
        known = [field.name for field in fields(found)] if is_dataclass(found := getattr(contexts, kind, None)) else []
        near = get_close_matches(name, known, 1)
        near_by = _("; near it: {name}").format(name=near[0]) if near else ""
        return _("{kind} has no “{name}”").format(kind=kind, name=name) + near_by
    return f"{error} ({type(error).__name__})"


def make_environment(theme: Theme) -> "JoiningEnvironment":
    """The Jinja environment of a theme."""
    import jinja2

    from bulletin.storage.compiled import kept_code
    from bulletin.storage.program import program_digest
    from bulletin.theme.compiling import JoiningEnvironment, KeptTemplates
    from bulletin.theme.filters import FILTERS

    def load(name: str) -> tuple[str, str, None] | None:
        found = theme.templates.get(name)
        return (found[0], name, None) if found else None

    environment = JoiningEnvironment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=KeptTemplates(kept_code(), program_digest()),
    )
    environment.filters.update(FILTERS)
    environment.filters["asset"] = partial(_asset, theme)
    for name in ("range", "dict", "lipsum", "cycler", "joiner"):
        if name != "range":
            environment.globals.pop(name, None)
    return environment


def _asset(theme: Theme, name: str) -> str:
    """Address of a file of the theme's assets/, from the top of the site."""
    if name not in theme.addresses:
        raise fail("template-missing", Place(f"themes/{theme.name}"), name=f"assets/{name}")
    return theme.addresses[name]
