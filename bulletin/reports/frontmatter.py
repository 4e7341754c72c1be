"""What an editor wrote above a text between two lines of ---: keys in English or Chinese, values checked with positions."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date

from bulletin.fields import (
    Field,
    as_day,
    as_flag,
    as_number,
    as_text,
    as_words,
    parse_day,
    parse_yaml,
    simple_values,
    unknown_key,
    words_of,
    wrong,
)
from bulletin.findings import BulletinError, Finding, Place, fail
from bulletin.model import FrontMatter
from bulletin.patterns import pattern
from bulletin.reports.lines import with_line_ends
from bulletin.reports.regular import Values, regular_values
from bulletin.values import dataclass

NAMES = {
    "标题": "title", "引题": "kicker", "副题": "subtitle", "日期": "date", "期": "issue", "版": "page", "栏目": "column",
    "作者": "byline", "来源": "source", "摄影": "photographer", "责编": "editor", "领导": "leaders", "专题": "topics",
    "摘要": "summary", "图片": "image", "排序": "weight", "状态": "status", "转载": "reprint", "更正": "correction",
    "地址": "slug", "原地址": "aliases", "原标题": "original_title", "原文地址": "source_url", "更新": "updated", "次序": "order",
}  # fmt: skip
STATUS = {
    "draft": "draft",
    "ready": "ready",
    "withdrawn": "withdrawn",
    "草稿": "draft",
    "待发": "ready",
    "撤稿": "withdrawn",
}
SLUG = pattern("[a-z][a-z0-9-]{0,79}")
OUTSIDE = pattern(r"https?://[^\s\"<>\\]+")
SMALL_NUMBER = pattern("[1-9][0-9]{0,2}")
FENCE, LAST_FENCE = pattern("---[ \t]*(?=\n|\\Z)"), pattern("\n(?:---|\\.\\.\\.)[ \t]*(?=\n|\\Z)")


@dataclass(frozen=True, slots=True)
class Parted:
    """A text parted into front matter and body; `body_line` is the line the body begins on."""

    front_matter: FrontMatter | None
    body: str
    body_line: int
    findings: tuple[Finding, ...] = ()


def part(text: str, path: str) -> Parted:
    """Part a text; one without front matter comes back whole. Raises BulletinError with the place of what is wrong."""
    if not text.startswith("---"):
        return Parted(None, text, 1)
    lines = with_line_ends(text)
    opened = FENCE.match(lines)
    if not opened:
        return Parted(None, text, 1)
    closed = LAST_FENCE.search(lines, opened.end())
    if not closed:
        raise fail("front-matter-open", Place(path, 1, 1, opened[0], 3))
    head, body = lines[opened.end() + 1 : closed.start()], lines[closed.end() + 1 :]
    body_line = lines.count("\n", 0, closed.start()) + 3
    quick = quick_front_matter(regular_values(head.split("\n")) or simple_values(head))
    if quick:
        return Parted(quick, body, body_line)
    front_matter, findings = make_front_matter(parse_yaml(head, path, 2))
    return Parted(front_matter, body, body_line, tuple(findings))


def quick_front_matter(values: Values | None) -> FrontMatter | None:
    """The typed values where all keys are known and all values right; None where there is anything to tell about one."""
    if values is None:
        return None
    typed: dict[str, object] = {}
    named: set[str] = set()
    for name, value in values.items():
        known = NAMES.get(name, name)
        reader = QUICK.get(known)
        if reader is None or known in named:
            return None
        named.add(known)
        if value == "":
            continue
        made = reader(value)
        if made is None:
            return None
        typed[known] = made
    return FrontMatter(**typed)  # type: ignore[arg-type]


def _text(value: str | tuple[str, ...]) -> str | None:
    return value.strip() if isinstance(value, str) else None


def _words(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return words_of(value) if isinstance(value, str) else tuple([text for item in value if (text := item.strip())])


def _day(value: str | tuple[str, ...]) -> date | None:
    return parse_day(value) if isinstance(value, str) else None


def _small_number(value: str | tuple[str, ...]) -> int | None:
    return int(value) if isinstance(value, str) and SMALL_NUMBER.fullmatch(value) else None


def _known_status(value: str | tuple[str, ...]) -> str | None:
    return STATUS.get(value.strip()) if isinstance(value, str) else None


def _good_outside(value: str | tuple[str, ...]) -> str | None:
    return value if isinstance(value, str) and OUTSIDE.fullmatch(value) else None


def _good_slug(value: str | tuple[str, ...]) -> str | None:
    return value if isinstance(value, str) and SLUG.fullmatch(value) else None


def _status(field: Field, key: str) -> str:
    text = as_text(field, key)
    if text not in STATUS:
        raise fail("status-unknown", field.place, text=text)
    return STATUS[text]


def _slug(field: Field, key: str) -> str:
    text = as_text(field, key)
    if text and not SLUG.fullmatch(text):
        raise fail("slug-form", field.place, text=text)
    return text


def _outside(field: Field, key: str) -> str:
    """An address on the web; one of another kind (javascript:, data:) would be run by whoever follows the link."""
    text = as_text(field, key)
    if text and not OUTSIDE.fullmatch(text):
        raise wrong(field, key, "https://…")
    return text


def _page(field: Field, key: str) -> int:
    return as_number(field, key, 1, 999)


def _weight(field: Field, key: str) -> int:
    return as_number(field, key, -9999, 9999)


READERS: dict[str, Callable[[Field, str], object]] = {
    "date": as_day, "issue": as_day, "updated": as_day, "page": _page, "byline": as_words, "photographer": as_words,
    "editor": as_words, "leaders": as_words, "topics": as_words, "aliases": as_words, "weight": _weight, "slug": _slug,
    "status": _status, "reprint": as_flag, "source_url": _outside,
}  # fmt: skip
KNOWN = tuple(f.name for f in fields(FrontMatter))
QUICK: dict[str, Callable[[str | tuple[str, ...]], object]] = {
    **dict.fromkeys(KNOWN, _text),
    **{name: _words for name, reader in READERS.items() if reader is as_words},
    **{name: _day for name, reader in READERS.items() if reader is as_day},
    "page": _small_number, "weight": _small_number, "slug": _good_slug, "status": _known_status,
    "source_url": _good_outside,
}  # fmt: skip
"""As READERS, for values that need no place: None for one that is to be looked at closely."""
del QUICK["reprint"]


def make_front_matter(root: Field) -> tuple[FrontMatter, list[Finding]]:
    """The typed values; unknown keys are findings. Raises BulletinError for a wrong value."""
    values: dict[str, object] = {}
    places: dict[str, int] = {}
    findings: list[Finding] = []
    for name, (key, field) in root.pairs().items():
        known = NAMES.get(name, name.replace("-", "_"))
        if known not in KNOWN:
            findings.append(unknown_key(key, [*KNOWN, *NAMES]))
            continue
        if known in places:
            raise fail("key-repeated", key.place, key=name, first=places[known])
        places[known] = key.place.line
        if not field.empty:
            values[known] = READERS.get(known, as_text)(field, name)
    return FrontMatter(**values), findings  # type: ignore[arg-type]


def held_back(error: BulletinError) -> Finding:
    """The finding of an error in front matter."""
    return error.finding
