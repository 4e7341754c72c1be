"""config.yaml, typed: every key with its default and a line of help; `docs/config.md` is made from here.

In: the text of config.yaml. Out: a frozen `Config`, or a BulletinError with file:line:column. An unknown key is a warning
that names the nearest known one.
"""

import re
from collections.abc import Iterator
from dataclasses import MISSING, field, fields, is_dataclass
from pathlib import Path
from typing import Annotated as A
from typing import Any, get_args, get_origin, get_type_hints

from bulletin.fields import Field, as_choice, as_flag, as_number, as_text, parse_yaml, unknown_key, wrong
from bulletin.findings import BulletinError, Finding, Place, fail
from bulletin.patterns import pattern
from bulletin.values import dataclass

FILE = "config.yaml"
TIME = pattern("(?:[01][0-9]|2[0-3]):[0-5][0-9]")
ADDRESS = pattern(r"https?://[^\s/]+(?:/[^\s?#]*)?")


@dataclass(frozen=True, slots=True)
class MastheadConfig:
    """The masthead's small lines."""

    sponsor: A[str, "who publishes it: 主办"] = ""
    supervisor: A[str, "who supervises it: 主管"] = ""
    permit: A[str, "准印证 or 刊号, as printed"] = ""


@dataclass(frozen=True, slots=True)
class NumberingConfig:
    """Numbers of issues that no masthead line gives."""

    first: A[int, "number (第N期) of the first issue of each year that is here", 1, 9999] = 1
    first_total: A[int, "running number (总第N期) of the oldest issue that is here; 0: none is shown", 0, 999999] = 0


@dataclass(frozen=True, slots=True)
class FooterConfig:
    """The footer's lines, in this order; only those given are shown."""

    organizer: A[str, "主办单位"] = ""
    undertaker: A[str, "承办单位"] = ""
    phone: A[str, "联系电话"] = ""
    address: A[str, "地址"] = ""
    postcode: A[str, "邮编"] = ""
    site_code: A[str, "政府网站标识码 (SiteIDCode), ten digits"] = ""
    icp: A[str, "ICP备案号; linked to beian.miit.gov.cn"] = ""
    police: A[str, "公安备案号; its digits are linked to beian.mps.gov.cn"] = ""
    licence: A[str, "互联网新闻信息服务许可证编号"] = ""
    report_phone: A[str, "违法和不良信息举报电话"] = ""
    support: A[str, "技术支持"] = ""


@dataclass(frozen=True, slots=True)
class Config:
    """A site's settings. `root` is the folder that config.yaml stands in."""

    title: A[str, "name of the bulletin, as in the masthead"] = "新闻简报"
    county: A[str, "name of the county, such as 岚川县"] = ""
    description: A[str, "one sentence about the bulletin, for search engines"] = ""
    base_url: A[str, "address it is published at; needed for feeds and the site map", "address"] = ""
    theme: A[str, "folder in themes/, or a theme that comes with the program"] = "default"
    profile: A[str, "page tags and footer lines", ("government", "media", "plain")] = "media"
    content: A[str, "folder of the reports"] = "content"
    output: A[str, "folder of the finished site"] = "output"
    publish_time: A[str, "hour of the day at which an issue is out, Beijing time", "time"] = "08:00"
    week_start: A[str, "first day of a week in calendars", ("monday", "sunday")] = "monday"
    feed_items: A[int, "entries in a feed", 1, 200] = 20
    word_revisions: A[
        str, "Word documents with open changes: held back, or read as if accepted", ("stop", "accept")
    ] = "stop"
    topics: A[bool, "whether there are topic pages"] = True
    leaders: A[bool, "whether there are leader pages"] = True
    search: A[bool, "whether there is a search page"] = True
    fewest_reports: A[int, "reports that a person who is not in the register needs for a page", 1, 99] = 1
    masthead: A[MastheadConfig, "lines of the masthead"] = field(default_factory=MastheadConfig)
    numbering: A[NumberingConfig, "numbers of issues"] = field(default_factory=NumberingConfig)
    footer: A[FooterConfig, "lines of the footer"] = field(default_factory=FooterConfig)
    root: Path = field(default=Path("."), compare=False)

    @property
    def content_folder(self) -> Path:
        return self.root / self.content

    @property
    def output_folder(self) -> Path:
        return self.root / self.output


def read_config(root: Path) -> tuple[Config, list[Finding]]:
    """Read the config.yaml in `root`; raises BulletinError where there is none or a value is wrong."""
    path = root / FILE
    try:
        data = path.read_bytes()
    except OSError:
        raise fail("site-missing", Place(str(root))) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError as error:
            raise fail(
                "file-undecodable",
                Place(FILE),
                offset=error.start,
                byte=f"{data[error.start]:02X}",
                tried="UTF-8, GB18030",
            ) from None
    findings: list[Finding] = []
    config = make(Config, parse_yaml(text, FILE), findings, {"root": root})
    return config, findings


def make(kind: type[Any], root: Field, findings: list[Finding], given: dict[str, object]) -> Any:
    """Make a settings dataclass out of a mapping; unknown keys go to `findings`."""
    hints = get_type_hints(kind, include_extras=True)
    known = [f.name for f in fields(kind) if get_origin(hints[f.name]) is A]
    values = dict(given)
    for name, (key, value) in root.pairs().items():
        if name not in known:
            findings.append(unknown_key(key, known))
        elif not value.empty:
            values[name] = _value(hints[name], value, name, findings)
    return kind(**values)


def _value(hint: Any, value: Field, name: str, findings: list[Finding]) -> object:
    base, _, *limits = get_args(hint)
    if is_dataclass(base):
        return make(base, value, findings, {})  # type: ignore[arg-type]
    if base is bool:
        return as_flag(value, name)
    if base is int:
        return as_number(value, name, *limits)
    if not limits:
        return as_text(value, name)
    if limits[0] == "time":
        return _matching(value, name, TIME, "07:30")
    if limits[0] == "address":
        return _matching(value, name, ADDRESS, "https://www.example.cn/").rstrip("/") + "/"
    return as_choice(value, name, limits[0])


def _matching(value: Field, name: str, pattern: re.Pattern[str], example: str) -> str:
    text = as_text(value, name)
    if not pattern.fullmatch(text):
        raise wrong(value, name, example)
    return text


def describe(kind: type[Any] = Config, prefix: str = "") -> Iterator[tuple[str, str, str, str]]:
    """(key, kind of value, default, help) of every key, in order; what docs/config.md is made from."""
    hints = get_type_hints(kind, include_extras=True)
    for setting in fields(kind):
        hint = hints[setting.name]
        if get_origin(hint) is not A:
            continue
        base, words, *limits = get_args(hint)
        if is_dataclass(base):
            yield from describe(base, f"{prefix}{setting.name}.")  # type: ignore[arg-type]
            continue
        default = "" if setting.default is MISSING else setting.default
        yield (
            f"{prefix}{setting.name}",
            _kind(base, limits),
            str(default).lower() if base is bool else str(default),
            words,
        )


def _kind(base: type, limits: list[Any]) -> str:
    if base is bool:
        return "true or false"
    if base is int:
        return f"number, {limits[0]} to {limits[1]}"
    if limits and isinstance(limits[0], tuple):
        return " or ".join(limits[0])
    return {"time": "hour and minute, such as 07:30", "address": "https:// address"}.get(
        limits[0] if limits else "", "text"
    )


__all__ = ["FILE", "BulletinError", "Config", "describe", "make", "read_config"]
