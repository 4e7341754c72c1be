"""Bytes to text: a byte order mark decides, then strict UTF-8, then strict GB18030.

Nothing is guessed by statistics (guessers take short GBK files for other code pages) and nothing is skipped: bytes that
fit neither are a finding with their offset. GB18030 is read rather than GBK because rare characters in names (䶮) are
in the former only.
"""

import codecs
from dataclasses import dataclass

from bulletin.findings import Finding, Place, find

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
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and its encoding; `finding` says why where there is no text."""

    text: str
    encoding: str
    finding: Finding | None = None


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
    try:
        return Decoded(data.decode("gb18030"), "gb18030")
    except UnicodeDecodeError as error:
        return _undecodable(data, max(error, utf8_error, key=lambda e: e.start), path, "UTF-8, GB18030")


def _strict(data: bytes, encoding: str, path: str, skipped: int) -> Decoded:
    try:
        return Decoded(data.decode(encoding), "utf-8" if encoding == "utf-8" else "utf-16")
    except UnicodeDecodeError as error:
        return _undecodable(data, error, path, encoding.upper(), skipped)


def _undecodable(data: bytes, error: UnicodeDecodeError, path: str, tried: str, skipped: int = 0) -> Decoded:
    line = data.count(b"\n", 0, error.start) + 1
    place, offset = Place(path, line), error.start + skipped
    finding = find("file-undecodable", place, offset=offset, byte=f"{data[offset]:02X}", tried=tried)
    return Decoded("", "", finding)


def _binary(data: bytes) -> str:
    for signature, what in SIGNATURES.items():
        if data.startswith(signature):
            return what
    return "NUL" if b"\x00" in data[:8192] or b"\x00" in data else ""
