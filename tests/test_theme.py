"""Themes: inheritance, the contract, faults with their place."""

import traceback

import jinja2
import pytest
from markupsafe import Markup

from bulletin.outline import Page
from bulletin.pages.contexts import TEMPLATES
from bulletin.pages.search import SCRIPT
from bulletin.theme.compiling import JoiningEnvironment, rendered
from bulletin.theme.render import Renderer, make_environment
from bulletin.theme.theme import load_theme, shipped_themes
from tests.conftest import REPORT, ROOT, Project


@pytest.fixture
def site(project: Project) -> Project:
    project.config("title: 青石新闻\ntheme: mine\n")
    project.write("2024-03-05.txt", REPORT)
    return project


def theme(site: Project, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = site.folder / "themes" / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_the_default_theme_has_every_template_of_the_contract() -> None:
    default = load_theme("default", ROOT)
    assert set(TEMPLATES) <= set(default.templates)
    environment = make_environment(default)
    for name in default.templates:
        environment.get_template(name)


def test_the_shipped_themes_are_those_of_the_checkout() -> None:
    assert shipped_themes() == ROOT / "themes"


def test_one_template_is_replaced_and_the_rest_is_the_parents(site: Project) -> None:
    theme(site, {"theme.yaml": "name: mine\nextends: default\n", "templates/404.html": "gone {{ root }}"})
    assert site.run("build") == 0
    assert site.read("404.html") == "gone /"
    assert "石桥通车" in site.read("index.html")


def test_a_template_may_extend_its_parents_own(site: Project) -> None:
    theme(
        site,
        {
            "theme.yaml": "extends: default\n",
            "templates/article.html": '{% extends "default/article.html" %}{% block title %}我的标题{% endblock %}',
        },
    )
    assert site.run("build") == 0
    assert "<title>我的标题</title>" in site.read("2024/03/05/1.html").replace("\n", "")
    assert "安全生产不能放松" in site.read("2024/03/05/1.html")


def test_one_style_sheet_is_replaced_and_another_added(site: Project) -> None:
    theme(site, {"theme.yaml": "extends: default\n", "assets/style.css": "a{}", "assets/more.css": "b{}"})
    assert site.run("build") == 0
    sheets = [n for n in site.files() if n.endswith(".css")]
    assert len(sheets) == 2
    assert {site.files()[n] for n in sheets} == {b"a{}", b"b{}"}
    page = site.read("2024/03/05/1.html")
    assert page.index("assets/style.") < page.index("assets/more.")


@pytest.mark.parametrize(
    ("files", "code", "place", "words"),
    [
        ({"theme.yaml": "extends: mine\n"}, 2, "themes/mine/theme.yaml", "extends itself"),
        ({"theme.yaml": "extends: nothing\n"}, 2, "config.yaml", "nothing"),
        ({"theme.yaml": "name: mine\n"}, 1, "themes/mine", "no template"),
        (
            {"theme.yaml": "extends: default\n", "templates/404.html": "a\n{{ pge.home }}\n"},
            1,
            "themes/mine/templates/404.html:2",
            "pge",
        ),
        (
            {"theme.yaml": "extends: default\n", "templates/404.html": "a\nb\n{% if %}\n"},
            1,
            "themes/mine/templates/404.html:3",
            "template",
        ),
        (
            {"theme.yaml": "extends: default\n", "templates/404.html": "\n{{ page.nothing }}"},
            1,
            "themes/mine/templates/404.html:2",
            "nothing",
        ),
        (
            {"theme.yaml": "extends: default\n", "templates/404.html": "{{ 1 / 0 }}"},
            1,
            "themes/mine/templates/404.html:1",
            "ZeroDivisionError",
        ),
        (
            {"theme.yaml": "extends: default\n", "templates/404.html": '{% include "no.html" %}'},
            1,
            "themes/mine",
            "no.html",
        ),
        (
            {"theme.yaml": "extends: default\n", "templates/404.html": '{{ "no.js"|asset }}'},
            1,
            "themes/mine",
            "assets/no.js",
        ),
        ({"theme.yaml": "extends: [\n"}, 2, "themes/mine/theme.yaml", "YAML"),
    ],
)
def test_a_fault_in_a_theme_has_its_place(
    site: Project, files: dict[str, str], code: int, place: str, words: str
) -> None:
    theme(site, files)
    assert site.run("build") == code
    assert place in site.err
    assert words in site.err
    assert "Traceback" not in site.err


def test_an_unknown_key_of_a_theme_is_a_warning(site: Project) -> None:
    theme(site, {"theme.yaml": "extends: default\nextend: default\n"})
    assert site.ids() == ["key-unknown"]


def test_values_are_escaped_in_templates() -> None:
    environment = make_environment(load_theme("default", ROOT))
    assert environment.from_string("{{ page }}").render(page="<b>") == "&lt;b&gt;"
    with pytest.raises(jinja2.UndefinedError):
        environment.from_string("{{ nothing }}").render()


def test_half_a_character_is_replaced_in_the_text_as_in_the_bytes() -> None:
    text, data = Renderer(load_theme("default", ROOT)).draw(Page("a.js", SCRIPT, ("石\ud800桥",)))
    assert (text, data) == ("石?桥", "石?桥".encode())


def test_links_that_lead_nowhere_are_found(site: Project) -> None:
    theme(
        site,
        {
            "theme.yaml": "extends: default\n",
            "templates/404.html": '<a href="/no.html">x</a><a href="{{ root }}index.html#no">y</a>',
        },
    )
    assert site.ids() == ["link-dead", "link-dead"]


def test_a_template_sees_no_more_than_the_contract(site: Project) -> None:
    theme(site, {"theme.yaml": "extends: default\n", "templates/404.html": "{{ config }}"})
    assert site.run("build") == 1
    assert "config" in site.err


CONSTRUCTS = {
    "base.html": "<title>{% block title %}{{ site }}{% endblock %}</title>{% block main %}{% endblock %}{% if items %}<p>{{ items|length }}</p>{% endif %}\n",
    "_macros.html": (
        "{% macro row(item, last=false) %}<li{{ ' class=\"last\"' if last }}>{{ item }}"
        "{{ caller() if caller is defined and caller }}</li>{% endmacro %}"
    ),
    "page.html": (
        '{% extends "base.html" %}{% import "_macros.html" as m %}{% from "_macros.html" import row with context %}'
        "{% block title %}{{ title }} - {{ super() }}{% endblock %}"
        "{% block main %}{% for item in items %}{{ loop.index }} {{ m.row(item, loop.last) }}{% else %}<p>none</p>{% endfor %}"
        "{% call row('x') %}<b>{{ title }}</b>{% endcall %}"
        "{% set words %}<i>{{ title }}</i>{% endset %}{{ words }}{{ words|upper }}{{ html|safe }}{{ html }}"
        "{% autoescape false %}{{ title }}{% endautoescape %}{% filter upper %}a{{ title }}{% endfilter %}"
        "{% include 'part.html' %}{{ 1 + 1 }}{{ none }}{{ '<' ~ title }}{{ (html|safe) ~ title }}{% raw %}{{ x }}{% endraw %}"
        "{% for a in [1, 2] recursive %}{{ a }}{% if a == 1 %}{{ loop([3]) }}{% endif %}{% endfor %}"
        "{% with a = title %}{{ a }}{% block inner scoped %}{{ a }}{{ items|join(title) }}{% endblock %}{% endwith %}{% endblock %}"
    ),
    "part.html": "<aside>{{ title }}{% for n in range(3) %}{{ n }}{{ title }}{% endfor %}</aside>",
    "plain.html": "a {{ title }} b {{ html }} c",
}


@pytest.mark.parametrize("name", ["page.html", "plain.html", "part.html", "base.html"])
@pytest.mark.parametrize("items", [(), ("<a>", "b", 3), (Markup("<u>"), None)])
def test_templates_give_what_the_library_gives(name: str, items: tuple[object, ...]) -> None:
    options = {"autoescape": True, "undefined": jinja2.StrictUndefined, "loader": jinja2.DictLoader(CONSTRUCTS)}
    values = {"title": '石 & "桥" <\'>', "html": "<em>&</em>", "site": Markup("青<wbr>石"), "items": items}
    environment, stock = JoiningEnvironment(**options), jinja2.Environment(**options).get_template(name)
    ours = environment.get_template(name)
    assert ours.render(**values) == stock.render(**values)
    for _ in range(2):
        assert rendered(environment, environment.get_template(name), values) == stock.render(**values)


def test_a_template_that_names_nothing_stops_as_the_library_does() -> None:
    for kind in (JoiningEnvironment, jinja2.Environment):
        template = kind(autoescape=True, undefined=jinja2.StrictUndefined).from_string(
            "a\n{{ 1 }}\n{{ x }}{{ missing }}"
        )
        with pytest.raises(jinja2.UndefinedError, match="missing") as caught:
            template.render(x=1)
        lines = [frame.lineno for frame in traceback.extract_tb(caught.tb) if frame.filename == "<template>"]
        assert lines[-1] == 3
    ours = JoiningEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.UndefinedError, match="missing") as caught:
        rendered(ours, ours.from_string("a\n{{ 1 }}\n{{ x }}{{ missing }}"), {"x": 1})
    assert [f.lineno for f in traceback.extract_tb(caught.tb) if f.filename == "<template>"][-1] == 3
