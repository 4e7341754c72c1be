"""A Word document to the text it holds: a line a paragraph, tables row by row, pictures as files beside it.

The whole body is walked (text boxes and lists as well) by mammoth, which comes with the extra `docx`. A document with
changes that nobody has accepted or refused yet is held back, because its text is not decided; where they are accepted
the text is the one with the insertions and without the deletions.
"""

import io
import zipfile
from dataclasses import field
from html.parser import HTMLParser
from importlib import util
from pathlib import PurePosixPath
from typing import Any

from bulletin.findings import Finding, Place, find
from bulletin.patterns import pattern
from bulletin.reports.kinds import kind_of
from bulletin.values import dataclass

BODY = "word/document.xml"
LARGEST = 60_000_000
"""Bytes of a document's body; more is no report."""
REVISION = pattern(rb"<w:(ins|del|moveFrom|moveTo)\b([^>]*)>")
AUTHOR = pattern(rb'w:author="([^"]*)"')
INDENT = "\u3000\u3000"
HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "}


@dataclass(frozen=True, slots=True)
class Document:
    """What a document gave: its text, its pictures (file name, bytes), and what an editor should see."""

    text: str = ""
    pictures: tuple[tuple[str, bytes], ...] = ()
    findings: tuple[Finding, ...] = ()


def read_word(data: bytes, path: str, accept: bool) -> Document:
    """Read a document; never raises. `accept`: take changes that are still open as accepted."""
    place = Place(path)
    if util.find_spec("mammoth") is None:
        return Document(findings=(find("word-extra", place),))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(BODY).file_size > LARGEST:
                return Document(findings=(find("word-broken", place, why=f"> {LARGEST // 1_000_000} MB"),))
            body = archive.read(BODY)
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError) as error:
        return Document(findings=(find("word-broken", place, why=str(error) or type(error).__name__),))
    revisions = _revisions(body, place, accept)
    if revisions and not accept:
        return Document(findings=tuple(revisions))
    return _converted(data, place, revisions)


def _revisions(body: bytes, place: Place, accept: bool) -> list[Finding]:
    found = REVISION.findall(body)
    if not found:
        return []
    names = {name.decode("utf-8", "replace") for _, rest in found for name in AUTHOR.findall(rest)}
    authors = "、".join(sorted(names)) or "?"
    inserted = sum(kind in (b"ins", b"moveTo") for kind, _ in found)
    values = {"inserted": inserted, "deleted": len(found) - inserted, "authors": authors}
    return [find("word-revisions-accepted" if accept else "word-revisions", place, **values)]


def _converted(data: bytes, place: Place, findings: list[Finding]) -> Document:
    import mammoth

    stem = PurePosixPath(place.path).stem
    pictures: list[tuple[str, bytes]] = []

    def keep(image: Any) -> dict[str, str]:
        ending = {"image/jpeg": "jpg", "image/svg+xml": "svg"}.get(
            image.content_type, image.content_type.split("/")[-1]
        )
        name = f"{stem}-{len(pictures) + 1}.{ending}"
        with image.open() as stream:
            pictures.append((name, stream.read()))
        return {"src": name}

    try:
        html = mammoth.convert_to_html(io.BytesIO(data), convert_image=mammoth.images.img_element(keep)).value
    except Exception as error:  # a document that another program made badly: mammoth names no exceptions of its own
        return Document(findings=(*findings, find("word-broken", place, why=f"{type(error).__name__}: {error}")))
    reader = _Lines()
    reader.feed(html)
    reader.close()
    if reader.rows:
        findings.append(find("word-table", place, rows=reader.rows, tables=reader.tables))
    return Document("\n".join(_with_pictures(reader.lines)) + "\n", tuple(pictures), tuple(findings))


def _with_pictures(lines: list[str]) -> list[str]:
    """Each picture's name goes to the caption below or above it; alone it stands on a line of its own."""
    made: list[str] = []
    waiting: list[str] = []
    for line in lines:
        if line.startswith("\x00"):
            waiting.append(line[1:])
            continue
        if waiting and line.strip() and kind_of(line.strip()) == "caption":
            made.extend(f"▲{name}" for name in waiting[:-1])
            made.append(f"{line} {waiting[-1]}")
        else:
            made.extend(f"▲{name}" for name in waiting)
            made.append(line)
        waiting = []
    return made + [f"▲{name}" for name in waiting]


@dataclass
class _Lines(HTMLParser):
    """Collects the lines of mammoth's HTML. A picture is a line that begins with NUL."""

    lines: list[str] = field(default_factory=list)
    tables: int = 0
    rows: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.prefix = INDENT
        self.numbers: list[int] = []
        self.cells: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HEADINGS:
            self.prefix = HEADINGS[tag]
        elif tag in ("ol", "ul"):
            self.numbers.append(0 if tag == "ol" else -1)
        elif tag == "li" and self.numbers:
            self._end()
            if self.numbers[-1] >= 0:
                self.numbers[-1] += 1
                self.words.append(f"{self.numbers[-1]}. ")
        elif tag == "br":
            self._end()
        elif tag == "tr":
            self.cells = []
            self.rows += 1
        elif tag == "table":
            self.tables += 1
        elif tag == "img":
            self._end()
            self.lines.append("\x00" + (dict(attrs).get("src") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self.cells is not None:
            self.cells.append(" ".join("".join(self.words).split()))
            self.words = []
        elif tag == "tr" and self.cells is not None:
            self.lines.append(INDENT + "\u3000".join(self.cells).strip())
            self.cells = None
        elif tag in ("p", "li", *HEADINGS):
            if self.cells is None:
                self._end()
            else:
                self.words.append(" ")
        elif tag in ("ol", "ul") and self.numbers:
            self.numbers.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data.replace("\n", ""))

    def _end(self) -> None:
        text = "".join(self.words)
        if text.strip():
            self.lines.append(self.prefix + text.strip())
        self.words, self.prefix = [], INDENT
