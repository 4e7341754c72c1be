"""Bytes to text: a byte order mark decides, then strict UTF-8, then strict GB18030.

Nothing is guessed by statistics (guessers take short GBK files for other code pages) and nothing is skipped: bytes that
fit neither are a finding with their offset. GB18030 is read rather than GBK because rare characters in names (䶮) are
in the former only. Two accidents of real files are read with a warning: lines of both encodings in one file (pasted
together), and an end in the middle of a character (a copy that broke off).
"""

import codecs

from bulletin.findings import Finding, Place, find
from bulletin.patterns import pattern
from bulletin.values import dataclass

SIGNATURES = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "Word / ZIP",
    b"\xd0\xcf\x11\xe0": "Word 97",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
    b"{\\rtf": "RTF",
}
WIDE_UTF8 = rb"(?:[\xe3-\xe9][\x80-\xbf]|\xef\xbc)[\x80-\xbf]"
LIKELY_UTF8 = pattern(rb"[\xe3-\xe9\xef](?:(?<!\xef)[\x80-\xbf]|\xbc(?<=\xef\xbc))[\x80-\xbf]" + WIDE_UTF8 * 3)
"""Four Han characters or full-width marks in a row as UTF-8; in GB18030 bytes a run of this shape is no accident.

Begins with one set of bytes, so that the others are passed over fast."""
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and its encoding; `finding` says why where there is no text, `warning` what was odd."""

    text: str
    encoding: str
    finding: Finding | None = None
    warning: Finding | None = None


def decode(data: bytes, path: str) -> Decoded:
    """Decode the bytes of `path`; never raises."""
    if not data.strip():
        return Decoded("", "utf-8")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, path, len(mark))
    if what := _binary(data):
        return Decoded("", "", find("file-binary", Place(path), what=what))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        utf8_error = error
    if LIKELY_UTF8.search(data):
        return _cut(data, "utf-8", utf8_error, path) or _by_line(data, path)
    try:
        return Decoded(data.decode("gb18030"), "gb18030")
    except UnicodeDecodeError as error:
        cut = _cut(data, "gb18030", error, path)
        return cut or _undecodable(data, max(error, utf8_error, key=lambda e: e.start), path, "UTF-8, GB18030")


def _cut(data: bytes, encoding: str, error: UnicodeDecodeError, path: str) -> Decoded | None:
    """A text whose last character lacks bytes; None where the error is another one."""
    left = len(data) - error.start
    if not 0 < left < 4 or not any(words in error.reason for words in ("incomplete", "unexpected end", "truncated")):
        return None
    text = data[: error.start].decode(encoding)
    return Decoded(
        text,
        encoding[:6] if encoding.startswith("utf-16") else encoding,
        warning=find("text-cut", Place(path, text.count("\n") + 1), count=left),
    )


def _by_line(data: bytes, path: str) -> Decoded:
    """A file in which some lines are UTF-8 and others GB18030; a line that is neither holds the file back."""
    lines: list[str] = []
    others: list[int] = []
    at = 0
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError as utf8_error:
            other = None if LIKELY_UTF8.search(line) else _as_gb18030(line)
            if other is None:
                utf8_error.start += at
                return _undecodable(data, utf8_error, path, "UTF-8, GB18030")
            lines.append(other)
            others.append(number)
        at += len(line) + 1
    warning = find("text-two-encodings", Place(path, others[0]), count=len(others), all=len(lines))
    return Decoded("\n".join(lines), "utf-8", warning=warning)


def _as_gb18030(line: bytes) -> str | None:
    try:
        return line.decode("gb18030")
    except UnicodeDecodeError:
        return None


def _strict(data: bytes, encoding: str, path: str, skipped: int) -> Decoded:
    try:
        return Decoded(data.decode(encoding), "utf-8" if encoding == "utf-8" else "utf-16")
    except UnicodeDecodeError as error:
        return _cut(data, encoding, error, path) or _undecodable(data, error, path, encoding.upper(), skipped)


def _undecodable(data: bytes, error: UnicodeDecodeError, path: str, tried: str, skipped: int = 0) -> Decoded:
    line = data.count(b"\n", 0, error.start) + 1
    place, offset = Place(path, line), error.start + skipped
    finding = find("file-undecodable", place, offset=offset, byte=f"{data[error.start]:02X}", tried=tried)
    return Decoded("", "", finding)


def _binary(data: bytes) -> str:
    if data.startswith(tuple(SIGNATURES)):
        return next(what for signature, what in SIGNATURES.items() if data.startswith(signature))
    return "NUL" if b"\x00" in data else ""
