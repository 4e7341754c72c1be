"""Options of a theme: declared as mappings, set as values, checked with positions, put into the style sheet."""

import re

import pytest

from bulletin.fields import parse_yaml
from bulletin.findings import BulletinError, Finding
from bulletin.theme.options import contrast, read_options, style
from bulletin.theme.theme import load_theme
from tests.conftest import REPORT, ROOT, Project

PARENT = """
accent: {type: colour, default: "#AD2717", against: paper}
paper: {type: colour, default: "#fff"}
song: {type: font, default: [SimSun, serif]}
read: {type: size, default: 1rem, least: 0.75, most: 40}
large: {type: number, default: 1.1, least: 1, most: 2}
masthead: {type: picture}
"""


def read(child: str) -> tuple[str, list[Finding]]:
    """The style that a child's options make, and the findings."""
    findings: list[Finding] = []
    layers = [
        (parse_yaml(PARENT, "parent"), frozenset[str]()),
        (parse_yaml(child, "themes/mine/theme.yaml"), frozenset(("head.svg",))),
    ]
    return style(read_options(layers, findings), lambda name: name), findings


def test_only_what_was_set_is_added() -> None:
    assert read("") == ("", [])
    assert read('accent: "#0B5394"\nlarge: 1.25\nread: 20px\n') == (
        ":root { --accent: #0b5394; --read: 20px; --large: 1.25; }\n",
        [],
    )


def test_fonts_are_quoted_names_and_a_picture_hides_the_words_before_it() -> None:
    assert read("song: [方正书宋, Noto Serif CJK SC, serif]")[0] == (
        ':root { --song: "方正书宋", "Noto Serif CJK SC", serif; }\n'
    )
    assert read("masthead: head.svg")[0] == ':root { --masthead: url("head.svg"); --masthead-words: transparent; }\n'


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('accent: "red"', 9),
        ('accent: "#12345"', 9),
        ('accent: "#fff; } body { display: none"', 9),
        ("song: ['a\"; } x {']", 8),
        ("song: [a, 'url(x)']", 11),
        ("read: 1.5vw", 7),
        ("read: 90px", 7),
        ("large: 3", 8),
        ("large: -1", 8),
        ("masthead: ../config.yaml", 11),
        ("masthead: none.svg", 11),
        ("own: {default: 1}", 6),
        ("own: {type: sound}", 13),
        ("Own: {type: colour}", 1),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_its_place(text: str, column: int) -> None:
    with pytest.raises(BulletinError) as caught:
        read(text)
    place = caught.value.finding.place
    assert (place.path, place.line, place.column) == ("themes/mine/theme.yaml", 1, column)


def test_an_unknown_option_names_the_nearest() -> None:
    (finding,) = read('acent: "#000"')[1]
    assert finding.id == "key-unknown"
    assert "accent" in finding.hint + finding.message


def test_a_colour_too_pale_for_its_ground_is_told_where_it_was_set() -> None:
    (finding,) = read('\naccent: "#ffbbaa"')[1]
    assert (finding.id, finding.place.line) == ("contrast-low", 2)
    (finding,) = read('paper: "#b03020"')[1]
    assert (finding.id, finding.place.line) == ("contrast-low", 1)
    assert round(contrast("#000000", "#fff")) == 21


def test_the_style_sheet_of_a_site_has_its_options_and_another_name(project: Project) -> None:
    project.write("2024-03-05.txt", REPORT)
    assert project.run("build") == 0
    before = {name for name in project.files() if name.endswith(".css")}
    theme = project.folder / "themes" / "mine"
    theme.mkdir(parents=True)
    (theme / "theme.yaml").write_text('extends: default\noptions: {accent: "#0b5394"}\n', "utf-8")
    project.config("title: 青石新闻\ntheme: mine\n")
    assert project.run("build") == 0
    (sheet,) = [name for name in project.files() if name.endswith(".css")]
    assert sheet not in before
    assert project.files()[sheet].endswith(b":root { --accent: #0b5394; }\n")
    assert sheet in project.read("2024/03/05/1.html")


@pytest.mark.parametrize("name", ["default", "plain"])
def test_declared_defaults_stand_in_the_style_sheet_too(name: str) -> None:
    sheet = (ROOT / "themes" / name / "assets" / "style.css").read_text("utf-8")
    options = parse_yaml((ROOT / "themes" / name / "theme.yaml").read_text("utf-8"), "x").pairs()["options"][1]
    properties = dict(re.findall(r"--([a-z0-9-]+):\s*([^;]+);", sheet[: sheet.index("}")]))
    for option, (_key, field) in options.pairs().items():
        pairs = field.pairs()
        if "default" in pairs:
            value = pairs["default"][1]
            names = [item.text or "" for item in value.items or (value,)]
            assert properties[option].replace('"', "") == ", ".join(names), option
    assert load_theme(name, ROOT).findings == ()


def test_the_second_theme_is_shorter_than_two_hundred_lines() -> None:
    files = [p for p in (ROOT / "themes" / "plain").rglob("*") if p.is_file()]
    assert sum(len(p.read_text("utf-8").splitlines()) for p in files) < 200
