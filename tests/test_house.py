"""The house: imports run one way, each library has its one door, files stay small."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "bulletin"

FLOORS = (
    ("cli", "__main__"),
    ("serve", "proposing", "writing"),
    ("build", "account", "account_text", "outcome_json"),
    ("engine", "publishing"),
    ("proofs",),
    ("groups_memo",),
    (
        "work",
        "rendering",
        "gathering",
        "rows",
        "shelves",
        "picture_files",
        "survey",
        "months_memo",
        "sitefiles",
        "settled",
        "yearly",
    ),
    ("compose", "addresses", "theme", "articles", "body", "checks", "cluster", "again", "outcome"),
    (
        "reports",
        "people",
        "pages",
        "storage",
        "config",
        "markup",
        "topics",
        "attendance",
        "lexicon",
        "shares",
        "briefs",
        "images",
        "search",
    ),
    (
        "packing",
        "parts",
        "patterns",
        "turning",
        "values",
        "identity",
        "model",
        "outline",
        "fields",
        "findings",
        "finding_kinds",
        "messages",
    ),
)
DOORS = {
    "markdown_it": ("markup",),
    "jinja2": ("theme",),
    "livereload": ("serve",),
    "watchdog": ("serve",),
    "tornado": ("serve",),
    "yaml": ("fields",),
    "mammoth": ("reports",),
    "pypinyin": ("people",),
    "PIL": ("images",),
    "distributed": ("cluster",),
    "click": ("cli", "account_text"),
}


def imports() -> dict[str, set[str]]:
    """Part of the house -> everything that its modules import, at the top or late."""
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if part == "__init__":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found.setdefault(part, set()).add(node.module)
            elif isinstance(node, ast.Import):
                found.setdefault(part, set()).update(alias.name for alias in node.names)
    return found


def inside() -> dict[str, set[str]]:
    """Part -> the parts that it imports."""
    table = {}
    for part, modules in imports().items():
        table[part] = {m.split(".")[1] for m in modules if m.startswith("bulletin.")} - {part}
    return table


def floor(part: str) -> int:
    return next(i for i, parts in enumerate(FLOORS) if part in parts)


def test_every_part_has_its_floor() -> None:
    parts = {
        p.name.removesuffix(".py") for p in PACKAGE.iterdir() if p.suffix == ".py" or (p / "__init__.py").is_file()
    }
    assert parts - {"__init__"} <= {part for parts in FLOORS for part in parts}


def test_imports_run_down_only() -> None:
    for part, others in inside().items():
        for other in others:
            assert floor(other) >= floor(part), f"{part} imports {other}, which is above it"


def test_no_circle() -> None:
    table = inside()

    def reach(part: str, seen: tuple[str, ...]) -> None:
        assert part not in seen, " -> ".join((*seen, part))
        for other in table.get(part, ()):
            reach(other, (*seen, part))

    for part in table:
        reach(part, ())


def test_each_library_is_imported_behind_one_door() -> None:
    for part, modules in imports().items():
        for library, doors in DOORS.items():
            if any(m.split(".")[0] == library for m in modules):
                assert part in doors, f"{part} imports {library}"


def test_only_the_command_line_prints() -> None:
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name != "cli":
            calls = [
                n
                for n in ast.walk(ast.parse(path.read_text("utf-8")))
                if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
            ]
            assert not [c for c in calls if c.func.id == "print"], path  # type: ignore[attr-defined]


def test_only_storage_and_the_theme_loader_touch_the_disk() -> None:
    allowed = ("storage", "theme/theme.py", "config.py", "cli", "messages.py")
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in (
                "write_bytes",
                "write_text",
                "read_bytes",
                "unlink",
                "mkdir",
                "rglob",
            ):
                assert name.startswith(allowed), f"{name}:{node.lineno} touches the disk"


def test_every_module_says_what_it_is_for() -> None:
    for path in PACKAGE.rglob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path
