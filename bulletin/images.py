"""Pictures made fit for publication: bytes in, bytes out.

What a picture tells of camera, place and software is taken out without a pixel being changed: segments of JPEG, chunks of
PNG and WebP are left out, the way up is kept. Smaller ones for small screens are made with Pillow (extra `images`);
without it a picture is published in the one size that it has. An SVG that could run a script is told.
"""

import re
import struct
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from io import BytesIO

from bulletin.patterns import pattern
from bulletin.values import dataclass

WIDTHS = (480, 960, 1600)
LARGEST = 2400
"""Pixels; a wider picture is published in this width."""
QUALITY = {"JPEG": 82, "WEBP": 80}
SVG_SIZE = pattern(rb"<svg\b[^>]*?\bviewBox=[\"'][-0-9.]+[ ,]+[-0-9.]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)")
SVG_ACTIVE = pattern(
    rb"<(?:[a-z]+:)?(?:script|foreignobject|iframe|embed|object|handler|set|animate\w*)\b|\bon[a-z]+\s*=|javascript:|data:text"
    rb"|<!entity|<\?xml-stylesheet|(?:href|src)\s*=\s*[\"']?\s*(?:https?:)?//|@import|url\(\s*[\"']?\s*(?:https?:)?//",
    re.IGNORECASE,
)
MARKER = pattern(rb"\xff[^\x00\xd0-\xd7\xff]")
FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
SCAN, END = 0xDA, 0xD9
PNG_KEPT = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"pHYs", b"bKGD",
     b"acTL", b"fcTL", b"fdAT")
)  # fmt: skip


@cache
def can_resize() -> bool:
    """Whether Pillow is there. What is published depends on it, as on the version of the program."""
    return find_spec("PIL") is not None


@dataclass(frozen=True, slots=True)
class Plan:
    """How a picture is published: the size in pixels of the largest (0 where not known), the widths of smaller ones."""

    width: int = 0
    height: int = 0
    smaller: tuple[int, ...] = ()
    shrunk: bool = False
    """Whether the largest, too, is made smaller than the picture is."""


def plan(data: bytes) -> Plan:
    """The sizes in which a picture is published: as it is where Pillow is not there, or the picture moves."""
    width, height = size_of(data)
    if not can_resize() or not data.startswith((b"\xff\xd8", b"\x89PNG", b"RIFF")) or _moves(data):
        return Plan(width, height)
    smaller = tuple(w for w in WIDTHS if w * 1.25 < width)
    if width <= LARGEST:
        return Plan(width, height, smaller)
    return Plan(LARGEST, max(1, round(height * LARGEST / width)), smaller, True)


def _moves(data: bytes) -> bool:
    """Whether a PNG or WebP is animated."""
    return b"acTL" in data[:256] if data.startswith(b"\x89PNG") else data[12:16] == b"VP8X" and bool(data[20] & 2)


def resized(data: bytes, width: int) -> bytes | None:
    """The picture, upright, `width` pixels wide, in its own format; None where it cannot be read or moves."""
    import warnings

    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data)) as opened:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            kind = opened.format or ""
            if getattr(opened, "is_animated", False) or kind not in ("JPEG", "PNG", "WEBP"):
                return None
            profile = opened.info.get("icc_profile")
            picture = ImageOps.exif_transpose(opened)
            if kind == "JPEG" and picture.mode not in ("RGB", "L"):
                picture, profile = picture.convert("RGB"), None
            if picture.mode == "P":
                picture = picture.convert("RGBA")
            height = max(1, round(picture.height * width / picture.width))
            small = picture.resize((width, height), Image.Resampling.LANCZOS)
            options = {"icc_profile": profile} if profile else {}
            out = BytesIO()
            small.save(out, kind, optimize=True, progressive=kind == "JPEG", quality=QUALITY.get(kind, 0), **options)
            return out.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None


def without_metadata(data: bytes) -> bytes:
    """The same picture without EXIF, place, text and thumbnails; the way up stays. What is not understood stays as it is."""
    try:
        if data.startswith(b"\xff\xd8"):
            return _clean_jpeg(data)
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return data[:8] + b"".join(chunk for kind, chunk in _png_chunks(data) if kind in PNG_KEPT)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _clean_webp(data)
    except (struct.error, IndexError, ValueError):
        return data
    return data


def is_active(data: bytes) -> bool:
    """Whether an SVG could run a script, move, or fetch something from elsewhere when it is opened by itself."""
    return SVG_ACTIVE.search(data.replace(b"\x00", b"")) is not None


def size_of(data: bytes) -> tuple[int, int]:
    """(width, height) in pixels, the right way up; (0, 0) where the bytes do not tell."""
    try:
        if data.startswith(b"\x89PNG"):
            return struct.unpack(">II", data[16:24])
        if data.startswith(b"GIF8"):
            return struct.unpack("<HH", data[6:10])
        if data.startswith(b"\xff\xd8"):
            width, height = _jpeg_size(data)
            return (height, width) if _orientation(data) > 4 else (width, height)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp_size(data)
        if data[4:12] in (b"ftypavif", b"ftypavis") and (at := data.find(b"ispe", 0, 4096)) > 0:
            return struct.unpack(">II", data[at + 8 : at + 16])
    except (struct.error, IndexError, ValueError):
        return 0, 0
    if match := SVG_SIZE.search(data[:2000]):
        return round(float(match[1])), round(float(match[2]))
    return 0, 0


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """(marker, segment with its marker, coded data behind it) of a JPEG, the end included (ITU T.81, annex B)."""
    at = 2
    while True:
        found = MARKER.search(data, at)
        if not found:  # cut off: what is there is shown
            return
        marker, at = found[0][1], found.start()
        if marker == END:
            yield END, data[at : at + 2], b""
            return
        after = at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if after > len(data):
            raise ValueError
        following = after
        if marker == SCAN:
            coming = MARKER.search(data, after)
            following = coming.start() if coming else len(data)
        yield marker, data[at:after], data[after:following]
        at = following


def _clean_jpeg(data: bytes) -> bytes:
    parts = [b"\xff\xd8"]
    way = _orientation(data)
    if way > 1:
        ifd = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, 0x0112, 3, 1, way, 0, 0)
        parts.append(b"\xff\xe1" + struct.pack(">H", len(ifd) + 8) + b"Exif\x00\x00" + ifd)
    for marker, segment, coded in _segments(data):
        told = 0xE1 <= marker <= 0xEF and marker != 0xEE and not segment[4:].startswith(b"ICC_PROFILE")
        if not told and marker != 0xFE:
            parts += (segment, coded)
    return b"".join(parts)


def _orientation(data: bytes) -> int:
    """The way up that the EXIF of a JPEG tells: 1 to 8; 1 where it tells nothing."""
    at = data.find(b"Exif\x00\x00", 0, 65536) + 6
    if at < 6:
        return 1
    order = "<" if data[at : at + 2] == b"II" else ">"
    try:
        first = at + struct.unpack(order + "I", data[at + 4 : at + 8])[0]
        count = struct.unpack(order + "H", data[first : first + 2])[0]
        for i in range(count):
            tag, _, _, value = struct.unpack(order + "HHIH", data[first + 2 + 12 * i : first + 12 + 12 * i])
            if tag == 0x0112:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """The size in the first start-of-frame segment."""
    for marker, segment, _ in _segments(data):
        if marker in FRAME:
            height, width = struct.unpack(">HH", segment[5:9])
            return width, height
    return 0, 0


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(data):
        end = at + 12 + struct.unpack(">I", data[at : at + 4])[0]
        if end > len(data):
            raise ValueError
        yield data[at + 4 : at + 8], data[at:end]
        if data[at + 4 : at + 8] == b"IEND":
            return
        at = end
    raise ValueError


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, last = 12, min(len(data), 8 + struct.unpack("<I", data[4:8])[0])
    while at < last:
        size = struct.unpack("<I", data[at + 4 : at + 8])[0]
        end = at + 8 + size + size % 2
        yield data[at : at + 4], data[at:end]
        at = end


def _clean_webp(data: bytes) -> bytes:
    """Without the chunks EXIF and XMP, their flags in VP8X taken back."""
    parts = []
    for kind, chunk in _webp_chunks(data):
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:]
        if kind not in (b"EXIF", b"XMP "):
            parts.append(chunk)
    body = b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _webp_size(data: bytes) -> tuple[int, int]:
    """The size in the first chunk: VP8X, VP8L or VP8."""
    kind, chunk = next(_webp_chunks(data))
    if kind == b"VP8X":
        return 1 + int.from_bytes(chunk[12:15], "little"), 1 + int.from_bytes(chunk[15:18], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(chunk[9:13], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", chunk[14:18])
    return width & 0x3FFF, height & 0x3FFF
