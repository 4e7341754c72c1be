"""Documents that are made from the code: `make docs`."""

import sys
from collections.abc import Callable
from pathlib import Path

from bulletin.config import describe
from bulletin.finding_kinds import KINDS
from bulletin.messages import _, use_language
from bulletin.pages.contract import describe_contract

ROOT = Path(__file__).parent.parent.parent

CONFIG = """# config.yaml

Every key, with its default. All are optional: an empty file is a site. A key that is not listed is a warning that names the
nearest one; a wrong value stops the command with file:line:column (exit code 2).

| key | value | default | what it does |
|---|---|---|---|
"""
FINDINGS = """# Findings

Everything that `bulletin` may tell about a site. *severe* holds the report (or the file) back and gives exit code 1; *warning*
may be wrong and fails only with `--strict`; *hint* is worth a look.

| id | severity | what is wrong | 中文 | what to do |
|---|---|---|---|---|
"""
THEMES = """# Themes

A theme is a folder: `theme.yaml`, `templates/` (Jinja) and `assets/`. `theme.yaml` has `name`, `description` and, optionally,
`extends: default` (take over all templates and assets of another theme, replace those of the same name) and `on_page`
(scripts that only some pages load). A site's own `themes/` is looked at before the themes that come with the program.

To change one template, copy it into `themes/mine/templates/` and edit it; `{% extends "default/base.html" %}` names a
parent's template outright. To change the look, put a style sheet into `themes/mine/assets/`: one of the same name replaces the
parent's, one of another name is loaded after it. Style sheets and scripts get a digest into their address, so link them
through `site.stylesheets`, `site.scripts` or `{{ root }}{{ "search.js"|asset }}`.

Autoescape is on; a name that is not listed below stops the build at its line. A template sees nothing else: no settings, no
model, no clock. A link is written `<a href="{{ root }}{{ story.link.url }}">`. Only `page.body` (article and standing page) and
`page.introduction` (topic) are HTML and are printed with `|safe`.

Filters of ours: FILTERS.

"""


def config_document() -> str:
    rows = (
        f"| `{key}` | {kind} | {f'`{default}`' if default else ''} | {words} |"
        for key, kind, default, words in describe()
    )
    return CONFIG + "\n".join(rows) + "\n"


def findings_document() -> str:
    use_language("zh")
    rows = [
        f"| `{id}` | {kind.severity} | {kind.message} | {_(kind.message)} | {kind.hint} |" for id, kind in KINDS.items()
    ]
    use_language("en")
    return FINDINGS + "\n".join(rows) + "\n"


def themes_document() -> str:
    from bulletin.theme.filters import FILTERS

    filters = "; ".join(
        f"`{name}` ({(f.__doc__ or '').strip().splitlines()[0].rstrip('.')})" for name, f in sorted(FILTERS.items())
    )
    filters += "; `asset` (the address of a file in assets/)"
    return THEMES.replace("FILTERS", filters) + "\n".join(describe_contract()) + "\n"


def theme_guide() -> str:
    """The guide as it is, with the table of options made anew."""
    from bulletin.fields import parse_yaml

    text = (ROOT / "docs" / "themes.md").read_text("utf-8")
    head = "| option of `default` | type | default | what it is |\n|---|---|---|---|\n"
    options = parse_yaml((ROOT / "themes/default/theme.yaml").read_text("utf-8"), "theme.yaml").pairs()["options"][1]
    rows = []
    for name, (_key, field) in options.pairs().items():
        values = {key: value for key, (_, value) in field.pairs().items()}
        default = values.get("default")
        first = default.items[0] if default and default.items else default
        shown = f"`{first.text}`{' …' if default and default.items else ''}" if first else ""
        rows.append(f"| `{name}` | {values['type'].text} | {shown} | {values['words'].text} |")
    before, after = text.split(head)
    return before + head + "\n".join(rows) + after[after.index("\n\n") :]


DOCUMENTS: dict[str, Callable[[], str]] = {
    "docs/themes.md": theme_guide,
    "docs/config.md": config_document,
    "docs/findings.md": findings_document,
    "themes/README.md": themes_document,
}


def main() -> int:
    for name, make in DOCUMENTS.items():
        (ROOT / name).parent.mkdir(exist_ok=True)
        (ROOT / name).write_text(make(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
