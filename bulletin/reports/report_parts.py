"""What the blocks of one report tell, taken one after the other: paragraphs, captions, jumps, credits, dateline and source.

In come a block and the parts so far, which it is added to. What is taken out of a text, or is left out, is recorded as a change.
"""

import re
from dataclasses import field

from bulletin.findings import Finding
from bulletin.model import Caption, Change, Jump, Paragraph
from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.people.lists import names_in_list
from bulletin.people.rosters import is_row
from bulletin.reports.blocks import Block
from bulletin.reports.caption_forms import PHOTO_LINE
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import NOBODY, Credits, is_name, join_credits
from bulletin.reports.credits import parse_byline
from bulletin.reports.dateline import take_dateline
from bulletin.reports.heads import Heads
from bulletin.reports.jumps import take_jumps
from bulletin.reports.kinds import SOURCE, TERMINAL
from bulletin.reports.pictures import make_caption
from bulletin.reports.signatures import (
    authors_of_line,
    byline_alone,
    end_signature,
    end_source,
    inside_signatures,
    signed_source,
)
from bulletin.reports.site_lines import without_controls
from bulletin.values import dataclass

STRAY = pattern(f"(?<=[{HAN}])[ \xa0]{{1,2}}(?=[{HAN}])")
BEFORE_MARK = pattern(f"(?<=[{HAN}”）》])[ \xa0]+(?=[，。、；：！？”）》])|(?<=[“（《])[ \xa0]+")
NAME_LIST = pattern(f"[{HAN}·]{{2,4}}(?:[ \u3000][{HAN}·]{{2,4}}){{2,}}")
LONGEST_SAYING, LONG_ENOUGH_TO_REPEAT = 24, 24
MOST_KEYWORDS = 6
MAKER = pattern("记者|通讯员")
CUT_OFF = pattern("(?<=[。！？”])[ \u3000]*[（(【〔](?P<inside>[^（）()【】〔〕，。；：“”]{0,12})$")
"""The bracket behind a last sentence at which a text was cut off: …落到实处。（青石."""


@dataclass(slots=True)
class Parts:
    """A report while it is put together."""

    heads: frozenset[str] = frozenset()
    """The lines above the report as printed."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    jumps: list[Jump] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)
    """The paragraphs so far."""
    repeats: bool = False
    """Whether the last one stood above already, as a page prints it once more under a picture."""
    credits: Credits = NOBODY
    dateline: str = ""
    lead_in: str = ""
    source: str = ""
    changes: list[Change] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def take_block(block: Block, parts: Parts, ends: bool, heads: Heads) -> None:
    """Add what a block tells by its kind; `ends`: it stands at the end of the report, or is the last text."""
    if block.kind == "caption":
        _take_caption(block, parts, heads)
    elif block.kind == "photo" and (photo := PHOTO_LINE.match(fold(block.text))):
        _take_photographers(block, parts, block.text[photo.start("names") : photo.end("names")])
    elif block.kind == "credit":
        authors = Credits() if "摄影报道" in fold(block.text) else authors_of_line(block.text)
        parts.credits = join_credits(parts.credits, authors or parse_byline(block.text))
        parts.changes.append(Change(block.line, "credit", block.text, ""))
    elif block.kind == "source" and (match := SOURCE.match(fold(printed := mend(block.text)))):
        _take_source(block, parts, printed, match)
    elif block.kind == "jump":
        parts.jumps.extend(jumps := take_jumps(block.text, block.line)[1])
        if not jumps:
            parts.changes.append(Change(block.line, "jump", block.text, ""))
    elif ends and " " in block.text and _of_the_title(block.text, heads.title, parts):
        parts.changes.append(Change(block.line, "chrome", block.text, ""))
    elif ends and (credits := byline_alone(block.text, parts.paragraphs[-1].text if parts.paragraphs else "")):
        parts.credits = join_credits(parts.credits, credits)
        parts.changes.append(Change(block.line, "credit", block.text, ""))
    else:
        take_paragraph(block, parts, ends, heads)


def _take_caption(block: Block, parts: Parts, heads: Heads) -> None:
    if parts.paragraphs and block.text in parts.heads:
        parts.changes.append(Change(block.line, "repeated-title", block.text, ""))
        return
    caption = make_caption(block, len(parts.paragraphs))
    if (
        parts.paragraphs and caption.text and caption.text == heads.title and not caption.credit
    ):  # once more, under a picture
        parts.changes.append(Change(block.line, "repeated-title", block.text, ""))
        return
    if caption.text or caption.picture:
        parts.captions.append(caption)
    if not caption.text:
        parts.changes.append(Change(block.line, "chrome", block.text, ""))
    if caption.credit or (caption.text and not caption.picture and caption.text != block.text):
        parts.changes.append(Change(block.line, "credit", block.text, caption.text))
    parts.credits = join_credits(parts.credits, _photographers(caption.credit))


def _take_photographers(block: Block, parts: Parts, names: str) -> None:
    """A line of who took the pictures, who are the authors as well where they 摄影报道."""
    for maker in reversed([*MAKER.finditer(fold(names))]):
        names = f"{names[: maker.start()]} {names[maker.end() :]}"
    authors = Credits(tuple(names_in_list(names))) if "摄影报道" in fold(block.text) else NOBODY
    parts.credits = join_credits(parts.credits, authors, _photographers(names))
    parts.changes.append(Change(block.line, "credit", block.text, ""))


def _take_source(block: Block, parts: Parts, printed: str, match: re.Match[str]) -> None:
    """A line of where the report comes from (`match` of `SOURCE` in what is printed), with the authors that it names."""
    group = next(group for group in ("source", "named", "reprinted") if match[group])
    source, signed = signed_source(without_controls(printed[match.start(group) : match.end(group)]))
    parts.source = parts.source or source
    parts.credits = join_credits(parts.credits, signed, parse_byline(printed[slice(*match.span("credits"))]))
    parts.changes.append(Change(block.line, "credit", block.text, ""))


def _of_the_title(text: str, title: str, parts: Parts) -> bool:
    """Whether a last line is the keywords that a page puts below its text: a few words of the headline and the lead."""
    words = text.split()
    if not 1 < len(words) <= MOST_KEYWORDS or not parts.paragraphs or not title:
        return False
    told = title + parts.paragraphs[0].text
    return all(1 < len(word) <= 4 and word in told for word in words) and not all(is_name(fold(w)) for w in words)


def take_paragraph(block: Block, parts: Parts, ends: bool, heads: Heads) -> None:
    """Add a paragraph without its dateline, jumps and signature; `ends`: a report, or an item of one, may be signed here."""
    text, jumps = take_jumps(block.text, block.line)
    parts.jumps.extend(jumps)
    if jumps:
        parts.changes.append(Change(block.line, "jump", jumps[0].text, ""))
    if text == heads.title or text in parts.heads:  # the headline once more, as under each picture of a web page
        parts.changes.append(Change(block.line, "repeated-title", text, ""))
        return
    parts.repeats = text in parts.printed and (parts.repeats or len(text) >= LONG_ENOUGH_TO_REPEAT)
    if parts.repeats:
        parts.changes.append(Change(block.line, "chrome", text, ""))
        return
    parts.printed.add(text)
    if not parts.paragraphs or (block.kind == "dateline" and not parts.dateline and _summed_up(parts)):
        text = _without_dateline(text, block, parts)
    if ends:
        text = _without_signature(text, block, parts)
    pieces = [text]
    if "）" in text:
        pieces, inside = inside_signatures(text)
        if inside:
            parts.changes.append(Change(block.line, "credit", text, "".join(pieces)))
            parts.credits = join_credits(inside, parts.credits)
    in_columns = block.kind == "list" and is_row(fold(text))
    for piece in pieces:
        spaced = piece if in_columns else _stray_spaces(piece)
        if spaced != piece:
            parts.changes.append(Change(block.line, "space", piece, spaced))
        if spaced:
            parts.paragraphs.append(Paragraph(spaced, block.line, block.last))


def _without_dateline(text: str, block: Block, parts: Parts) -> str:
    """What is left of a text behind its dateline and the authors in it, which are taken."""
    words, credits, rest = take_dateline(text)
    if words or not parts.dateline:  # 青石讯 通讯员苏小雨 报道 may stand on a line of its own
        parts.dateline = words
        parts.lead_in = text[: len(text) - len(rest)].rstrip(" \u3000") if rest != text else ""
    parts.credits = join_credits(parts.credits, credits)
    if credits:
        bracket = text[len(words) : len(text) - len(rest)].strip(" \u3000")
        parts.changes.append(Change(block.line, "credit", bracket, ""))
    return rest


def _without_signature(text: str, block: Block, parts: Parts) -> str:
    """What is left of a text before the source and the authors at its end, which are taken."""
    rest, source, credits = end_source(text)
    parts.source = parts.source or source
    signed = "".join([p.text for p in parts.paragraphs])
    cut = CUT_OFF.search(rest) if rest[-1:] not in TERMINAL else None
    if cut and any(cut["inside"] + kind in signed + rest for kind in "县市区旗乡镇"):
        rest, cut = rest[: cut.start()], None  # （青石: the place, and nobody
    rest, more = end_signature(rest, signed)
    if cut and not more:
        rest = rest[: cut.start()]
    if rest != text:
        parts.changes.append(Change(block.last, "credit", text[len(rest) :].strip(), ""))
    parts.credits = join_credits(parts.credits, credits, more)
    return rest


def _summed_up(parts: Parts) -> bool:
    """Whether all that stands above a dateline is what is new in the report, and short lines."""
    return all(len(p.text) <= LONGEST_SAYING for p in parts.paragraphs[1:])


def _stray_spaces(text: str) -> str:
    """Spaces inside words that a web page left (工 作); a list of names with spaces between stays."""
    if " " not in text and "\xa0" not in text:
        return text
    text = BEFORE_MARK.sub("", text)
    lists = [(m.start(), m.end()) for m in NAME_LIST.finditer(text)]
    if "。" not in text and "，" not in text:
        return text
    return STRAY.sub(lambda m: m[0] if any(a <= m.start() < b for a, b in lists) else "", text)


def _photographers(names: str) -> Credits:
    found = tuple(names_in_list(names))
    return Credits((), (("摄影", found),)) if found else NOBODY
