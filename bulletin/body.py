"""The body of an article as HTML: paragraphs and subheads, captions and pictures, or Markdown.

In: a report and what an editor wrote above it. Out: safe HTML, the pictures that it shows, and findings. Every character of
a plain text is escaped; addresses from the top of the site begin with `ROOT`.
"""

from collections.abc import Callable
from dataclasses import replace
from html import escape
from urllib.parse import unquote

from bulletin.findings import Finding, Place, find
from bulletin.lexicon import Lexicon
from bulletin.markup import paragraph_html, render
from bulletin.model import ROOT, Body, Caption, FrontMatter, PictureFile, Report
from bulletin.parts import Part
from bulletin.patterns import pattern
from bulletin.people.register import Register
from bulletin.values import dataclass

FindPicture = Callable[[str, str], PictureFile | None]
SUBHEAD = pattern("[^，。；：！？、,.;:!?（）()]{4,18}")
TAG = pattern("</?[a-zA-Z!][^>]{0,200}>")
SIZES = "(min-width: 760px) 700px, 100vw"
"""How wide a picture stands in an article, for the browser's choice among its sizes."""
OUTSIDE = pattern("^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|#|//)")


@dataclass(frozen=True)
class Helpers:
    """What articles are made with, the same for all of a site."""

    register: Register
    lexicon: Lexicon
    picture: FindPicture
    beside: Callable[[str], PictureFile | None]
    drafts: bool = False
    keep: Callable[[Body], Part[Body]] = Part.of
    """Puts a body where its article finds it."""


def image_html(picture: PictureFile, root: str, lazy: bool = False) -> str:
    """The picture as an <img>, its addresses beginning with `root`; the browser takes the size that suits it."""
    attributes = {"src": root + picture.url, "alt": picture.alt}
    if picture.width:
        attributes |= {"width": str(picture.width), "height": str(picture.height)}
    if picture.smaller:
        sizes = (*picture.smaller, (picture.url, picture.width))
        attributes |= {"srcset": ", ".join(f"{root}{url} {width}w" for url, width in sizes), "sizes": SIZES}
    if lazy:
        attributes["loading"] = "lazy"
    return "<img " + " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items()) + ">"


class BodyMaker:
    """Makes the body of one article; collects the pictures it shows and what an editor should see."""

    def __init__(self, report: Report, front: FrontMatter, helpers: Helpers) -> None:
        self.report, self.front, self.helpers = report, front, helpers
        self.findings: list[Finding] = []
        self.pictures: list[PictureFile] = []

    def _note(self, id: str, line: int = 0, **values: object) -> None:
        self.findings.append(find(id, Place(self.report.path, line or self.report.line), **values))

    def body(self) -> str:
        report = self.report
        cover = self._cover()
        if report.markdown:
            if TAG.search(report.markdown):
                self._note("html-shown", report.markdown_line)
            return cover + render(report.markdown, self._address, self._markdown_picture)
        parts = [cover]
        if any(TAG.search(p.text) for p in report.paragraphs):
            self._note("html-shown")
        for number, paragraph in enumerate(report.paragraphs, 1):
            parts.extend(self._caption(c) for c in report.captions if c.after == number - 1)
            text = paragraph.text
            if number == 1 and report.lead_in:
                text = report.lead_in + ("" if report.lead_in.endswith(("）", ")")) else " ") + text
            parts.append(paragraph_html(text, number, self._is_subhead(number - 1)))
        last = len(report.paragraphs)
        parts.extend(self._caption(c) for c in report.captions if c.after >= last and (last or c.after))
        if not report.paragraphs:
            parts.extend(self._caption(c) for c in report.captions if c.after == 0)
        return "".join(parts)

    def _is_subhead(self, i: int) -> bool:
        """A short line without any mark between paragraphs that end in one."""
        texts = [p.text for p in self.report.paragraphs[max(0, i - 1) : i + 2]]
        if not 0 < i < len(self.report.paragraphs) - 1 or not SUBHEAD.fullmatch(texts[1]):
            return False
        return texts[0][-1] in "。！？”…" and texts[2][-1] in "。！？”…；："

    def _cover(self) -> str:
        """The picture named by the front matter, or the one that bears the text's name; above the text."""
        if self.front.image:
            found = self._picture(self.front.image, 1)
            if found is None:
                return ""
        elif self.report.front_matter:
            found = self.helpers.beside(self.report.path)
            if found is None or found.refused or found.path.rsplit("/", 1)[-1] in self.report.markdown:
                return ""
        else:
            return ""
        credit = "、".join(self.front.photographer)
        return self._figure(replace(found, credit=credit), self.report.title, "")

    def _caption(self, caption: Caption) -> str:
        text = caption.text.lstrip("▲△▼◆ ")
        if caption.picture:
            found = self._picture(caption.picture, caption.line)
            if found:
                return self._figure(replace(found, credit=caption.credit), text, text)
        credit = f'<span class="by">{escape(caption.credit)}摄</span>' if caption.credit else ""
        return f'<p class="caption">{escape(text, quote=False)}{credit}</p>\n' if text else ""

    def _markdown_picture(self, source: str, alt: str, alone: bool) -> str:
        if OUTSIDE.match(source):
            self._note("picture-outside", self.report.markdown_line, name=source)
            return f'<span class="missing">{escape(alt)}</span>'
        found = self._picture(unquote(source), self.report.markdown_line)
        if found is None:
            return f'<span class="missing">{escape(alt)}</span>'
        return self._figure(found, alt, alt).rstrip("\n") if alone else self._image(replace(found, alt=alt))

    def _picture(self, name: str, line: int) -> PictureFile | None:
        """The picture `name`; None, and a finding says why, where it cannot be shown."""
        found = self.helpers.picture(self.report.path, name)
        if found is None or found.refused:
            self._note(found.refused if found else "picture-missing", line, name=name)
            return None
        return found

    def _figure(self, picture: PictureFile, alt: str, caption: str) -> str:
        picture = replace(picture, alt=alt, caption=caption)
        by = f'<span class="by">{escape(picture.credit)}摄</span>' if picture.credit else ""
        below = f"<figcaption>{escape(caption, quote=False)}{by}</figcaption>" if caption or by else ""
        return f"<figure>{self._image(picture)}{below}</figure>\n"

    def _image(self, picture: PictureFile) -> str:
        self.pictures.append(picture)
        return image_html(picture, ROOT, lazy=len(self.pictures) > 1)

    def _address(self, target: str) -> str:
        if OUTSIDE.match(target):
            return target
        if target.startswith("/"):
            return ROOT + target.lstrip("/")
        found = self.helpers.picture(self.report.path, unquote(target))
        return ROOT + found.url if found and not found.refused else target
