"""Marks and characters that may be put right without asking (class A): each change is recorded with its line.

Half-width marks beside Han characters become full-width, full-width digits and letters become half-width, invisible
characters go. Numbers (3,000), times (10:30), ratios, addresses and Latin sentences stay. No word is ever touched.
Source of the rules: GB/T 15834-2011 (marks) and GB/T 15835-2011 (figures).
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable

from bulletin.findings import Finding, Place, find
from bulletin.model import Change
from bulletin.patterns import found_at, pattern
from bulletin.people.fold import LOST_MARK, PINYIN
from bulletin.reports.lines import TAG, Line

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
WIDE = HAN + "，。、；：？！“”‘’（）《》〈〉【】「」『』…—·％"
INVISIBLE = pattern("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
LOST_INDENT = pattern(f"^[?？\ufffd](?:[ \u3000]?[?？\ufffd]){{1,7}}[ \u3000]*(?=[{HAN}□■“0-9（(])")
"""What a broken conversion leaves of a paragraph's indent."""
CONTROL = pattern("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
GARBLED = pattern(f"[\u4e00-\u9fff]{PINYIN.pattern}|{LOST_MARK.pattern}")
PRIVATE = pattern("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
ODD = pattern(f"[{CONTROL.pattern[1:-1]}\ufffd{PRIVATE.pattern[1:-1]}]")
HALF_LETTERS = pattern("[(（?？][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü?？]")
HALF_BEGINS = "(（?？"
"""Whether any of the kinds below may be there; both begin with a set of characters, which is looked for fast."""
LOST = pattern("\ufffd")
ODD_KINDS = (
    ("text-control", CONTROL),
    ("text-replacement", LOST),
    ("text-private", PRIVATE),
    ("text-garbled", GARBLED),
)
FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
FULL_WIDTH_SEEN = pattern("[０-９Ａ-Ｚａ-ｚ]")
DIGIT_POINT = pattern("(?<=[0-9])．(?=[0-9])")
PERCENT = pattern("(?<=[0-9])％")
FULL_MARK = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？"}
BESIDE_WIDE = (
    rf"(?:(?<=[{WIDE}].)(?![,:;!?/\\])|(?<![,:;!?0-9].)(?=[{WIDE}])|(?<=[0-9][,;!?])(?=[{WIDE}])"
    rf"|(?<=[0-9]:)(?=[{HAN}“]))"
)
"""Behind a half-width mark: whether it stands where a full-width one belongs. The mark is looked for first: that is fast."""
HALF_MARK = pattern(f"[,:;!?]{BESIDE_WIDE}")
SPACED_MARK = pattern(f"(?<=[{WIDE}])[ ]+([,;])[ ]*(?=[{WIDE}])")
"""A comma that stands alone: 6月3日上午 , 县长高远…."""
SUSPECT_MARK = pattern(rf"[,:;!?](?:(?<![{WIDE}].)|(?=[,:;!?/\\]))")
"""A mark that may have to stay; where a line has none, each of its marks becomes a full-width one."""
KEPT_MARK = pattern(f"[,:;!?](?!{BESIDE_WIDE})")
ADDRESS = pattern(
    r"[A-Za-z][A-Za-z0-9+.-]{0,20}://[^\s" + WIDE + r"]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}", re.ASCII
)
DOTS = pattern(rf"(?<=[{WIDE}])(?:\.{{3,}}|。{{3,}}|．{{3,}})")
DASHES = pattern(rf"(?<=[{WIDE}])-{{2,}}(?=[{WIDE}])|^-{{2,4}}(?=[{HAN}])")
ENTITIES = {
    "nbsp": " ", "ensp": " ", "emsp": "\u3000", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "hellip": "…",
    "mdash": "—", "middot": "·", "amp": "&", "lt": "<", "gt": ">", "quot": '"',
}  # fmt: skip
ENTITY = pattern(f"&({'|'.join(ENTITIES)});", re.IGNORECASE)
NAME_DOT = pattern(rf"(?<=[{HAN}])[•‧・．∙⋅●](?=[{HAN}])")
BRACKETS = pattern(r"\(([^()（）]*)[)）]|（([^()（）]*)\)")
"""A pair of which one half at least is half-width."""
LAST_MARK = pattern("[0-9%％‰℃][,;]$")
HAN_ONE = pattern(f"[{HAN}]")
LOST_SIGNS = pattern("(?m)^[?？\ufffd][ \u3000]?[?？\ufffd]")
Step = tuple[str, re.Pattern[str], Callable[[str], str]]


def clean_lines(lines: list[Line], path: str) -> tuple[list[Line], list[Change], list[Finding]]:
    """Clean each line; returns the lines with what was changed and what an editor should look at.

    One look at the whole text tells which steps have anything to do in it.
    """
    whole = "\n".join([line.text for line in lines])
    signs = "".join(dict.fromkeys(SPECIAL.findall(whole)))
    findings = list(_odd_characters(lines, whole, signs, path))
    steps, quotes = _steps_for(whole, signs), '"' in signs or "'" in signs
    cleaned: list[Line] = []
    changes: list[Change] = []
    for line in lines:
        text = line.text
        for kind, needed, step in steps:
            if needed.search(text) and (after := step(text)) != text:
                changes.append(Change(line.number, kind, text, after))
                text = after
        if quotes and ('"' in text or "'" in text):
            text, finding = _quotes(text, line, path, changes)
            findings.extend(finding)
        if text := text.strip():
            cleaned.append(line if text is line.text else Line(line.number, text, line.indented, line.gap))
    return cleaned, changes, findings


def _steps_for(whole: str, signs: str) -> list[Step]:
    """The steps that have work in a text with these special characters; one that takes something out makes more of it."""
    asked = "?" in signs or "？" in signs or "\ufffd" in signs
    if TAKES_OUT.search(signs) or (asked and LOST_SIGNS.search(whole)):
        return list(STEPS)
    runs = any(run in whole for run in RUNS)
    return [step for step in STEPS if step[1].search(signs) or (runs and step[2] is _dots)]


def _invisible(text: str) -> str:
    return INVISIBLE.sub("", text)


def _lost_indent(text: str) -> str:
    return LOST_INDENT.sub("", text)


def _digits(text: str) -> str:
    if FULL_WIDTH_SEEN.search(text):
        text = text.translate(FULL_WIDTH)
    return PERCENT.sub("%", DIGIT_POINT.sub(".", text))


def _marks(text: str) -> str:
    """Half-width marks and brackets beside Han characters to full-width; a comma behind a number at a line's end too."""
    if text[-1] in ",;" and LAST_MARK.search(text) and HAN_ONE.search(text):
        text = text[:-1] + FULL_MARK[text[-1]]
    if " " in text:
        text = SPACED_MARK.sub(r"\1", text)
    if "(" in text or ")" in text:
        text = _brackets(text)
    addresses = "://" in text or "@" in text
    if not addresses and not (SUSPECT_MARK.search(text) and KEPT_MARK.search(text)):
        for half, full in FULL_MARK.items():
            text = text.replace(half, full)
        return text
    kept = [(m.start(), m.end()) for m in ADDRESS.finditer(text)] if addresses else []
    if not kept:
        return HALF_MARK.sub(_full_mark, text)
    return HALF_MARK.sub(lambda m: m[0] if _inside(m.start(), kept) else FULL_MARK[m[0]], text)


def _full_mark(match: re.Match[str]) -> str:
    return FULL_MARK[match[0]]


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    before = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return before >= 0 and at < spans[before][1]


def _brackets(text: str) -> str:
    """A pair becomes full-width when its content or a neighbour is Han; a mixed pair always does."""

    def full(match: re.Match[str]) -> str:
        around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        inside = match[0][1:-1]
        mixed = match[0][0] != "(" or match[0][-1] != ")"
        return f"（{inside}）" if mixed or HAN_ONE.search(inside + around) else match[0]

    for _ in range(3):  # a pair inside a pair
        after = BRACKETS.sub(full, text)
        if after == text:
            break
        text = after
    if text.count("(") != text.count(")"):  # one half stands in another line
        text = re.sub(rf"\((?=[{HAN}])|(?<=[{HAN}])\(", "（", text)
        text = re.sub(rf"(?<=[{HAN}])\)|\)(?=[{HAN}])", "）", text)
    return text


def _dots(text: str) -> str:
    return DASHES.sub("——", DOTS.sub("……", text))


def _name_dot(text: str) -> str:
    return NAME_DOT.sub("·", text)


def _tags(text: str) -> str:
    return ENTITY.sub(lambda m: ENTITIES[m[1].lower()], TAG.sub("", text))


STEPS: tuple[Step, ...] = (
    ("html", pattern("<[/a-zA-Z]|&[a-zA-Z]{2,6};"), _tags),
    ("invisible", INVISIBLE, _invisible),
    ("invisible", LOST_INDENT, _lost_indent),
    ("digit", pattern("[０-９Ａ-Ｚａ-ｚ．％]"), _digits),
    ("mark", pattern("[,:;!?()]"), _marks),
    ("mark", pattern("\\.{3}|。{3}|．{3}|--"), _dots),
    ("name-dot", pattern("[•‧・．∙⋅●]"), _name_dot),
)
"""Kind of change, a quick look whether the step has anything to do, the step."""
RUNS = ("...", "。。。", "．．．", "--")
SPECIAL = pattern(f"[<&,:;!?()０-９Ａ-Ｚａ-ｚ．％•‧・∙⋅●？\"'\ufffd{PRIVATE.pattern[1:-1]}{INVISIBLE.pattern[1:-1]}]")
"""The characters that give any step work, or an editor something to look at; a clean text has few of them."""
TAKES_OUT = pattern(f"[<&{INVISIBLE.pattern[1:-1]}]")
"""Those of the steps that take something out: what stood around it may be work for the steps that follow."""


def _quotes(text: str, line: Line, path: str, changes: list[Change]) -> tuple[str, list[Finding]]:
    """Straight quotes to “ ” where they pair inside the line and stand beside Han characters."""
    if '"' not in text or not HAN_ONE.search(text):
        return text, []
    if text.count('"') % 2:
        at = Place(path, line.number, text.index('"') + 1, text)
        return text, [find("quotes-unpaired", at)]
    parts = text.split('"')
    after = "".join(part + ("“" if i % 2 == 0 else "”") for i, part in enumerate(parts[:-1])) + parts[-1]
    changes.append(Change(line.number, "quote", text, after))
    return after, []


def _odd_characters(lines: list[Line], whole: str, signs: str, path: str) -> Iterable[Finding]:
    """One finding a kind: control characters, lost characters, private-use characters."""
    bracket = "(" in signs or "?" in signs or "？" in signs or "（" in whole
    if not (ODD.search(signs) or (bracket and any(found_at(HALF_LETTERS, whole, HALF_BEGINS)))):
        return
    for kind, sign in ODD_KINDS:
        if not (_is_garbled(whole) if sign is GARBLED else sign.search(signs)):
            continue
        first: tuple[Line, re.Match[str]] | None = None
        count = 0
        for line in lines:
            if match := sign.search(line.text):
                first = first or (line, match)
                count += len(sign.findall(line.text))
        if first:
            line, match = first
            place = Place(path, line.number, match.start() + 1, INVISIBLE.sub(" ", line.text))
            yield find(kind, place, count=count, code=f"{ord(match[0][0]):04X}", text=match[0])


def _is_garbled(whole: str) -> bool:
    """Whether a broken conversion has left its traces: asked only where they may begin."""
    places = [match.start() for match in found_at(HALF_LETTERS, whole, HALF_BEGINS)]
    return any(GARBLED.match(whole, at) or (at and GARBLED.match(whole, at - 1)) for at in places)
