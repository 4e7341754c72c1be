"""How likely a line above a report is one of the page it stood on (a button, a column, an advertisement) and no headline.

In come a line and the paragraphs below it; out go the signs that speak for the page or for a headline, each with a weight
between 0 and 1. `POINTS` says what each is worth; they were fitted (logistic regression, by `benchmarks/headlines.py`) on
texts whose headlines are known, and on what pages print around them. What `PAGE` and `NEWS` hold was counted there too:
the characters that stand in lines of pages far more often than in headlines, and the other way round.
"""

from collections.abc import Sequence
from itertools import pairwise

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.lead_forms import NAMED_POST
from bulletin.reports.page_line_points import NEWS, PAGE, POINTS, SURE, SURE_ALONE
from bulletin.reports.taken_up import RUN, takes_up
from bulletin.reports.weighing import Signs, weighed

REACH, NEAR, FEW, MANY = 400, 120, 5, 3
"""Characters of a paragraph, of its beginning, and paragraphs, that are asked; so many characters of a kind tell all they can."""
SHORTEST, MUCH = 8, 7
LENGTHS = ((4, "up to 4"), (7, "up to 7"), (10, "up to 10"), (14, "up to 14"), (30, ""), (45, "up to 45"))
"""Characters of a line, and the sign of such a length."""
HAN_OR_QUOTED = "\u4e00-\u9fff0-9A-Za-z"
MARK_FIRST, MARK_LAST = pattern(f"[^{HAN_OR_QUOTED}“《【〔]"), pattern(f"[^{HAN_OR_QUOTED}”》）】！？]$")
LATIN, DIGIT, QUOTE = pattern("[A-Za-z]{2}"), pattern("[0-9]"), pattern("[“”！？]")
BARS = pattern("[|>/＞│丨_=]")
SAID = pattern("(?:强调|指出|要求|提出|时)[：:]?$")
HALVES = pattern(
    "(?:(?:[\u4e00-\u9fff，]{3,16})[ ]){1,2}[\u4e00-\u9fff，]{3,16}|[\u4e00-\u9fff]{3,10}，[\u4e00-\u9fff]{3,10}"
)
"""A headline of two or three parts of one length: 严防死守保平安 筑牢绿色防火墙. Its text need not have a word of it."""
QUOTES = str.maketrans("", "", "“”")


def is_of_the_page(line: str, below: Sequence[str], first: bool, company: bool) -> bool:
    """Whether a line (as printed) is none of a report's headlines, with the paragraphs below it.

    `first` tells that nothing of the file stands above it, `company` that other lines stand above the report.
    """
    if is_surely_a_headline(line, below):
        return False
    signs = signs_of(line, below) | {"first": float(first), "company": float(company)}
    if not (company or signs["of the page"]) and _shares_a_character(line, below):
        return False
    return weighed(signs, POINTS) > (SURE if company else SURE_ALONE)


def _shares_a_character(line: str, below: Sequence[str]) -> bool:
    """Whether the text has any character of a line that no page has in its own lines: 春茶开采 / …到茶园调研."""
    told = "".join([fold(mend(text[:REACH])) for text in below[:FEW]])
    return any(c in told for run in RUN.findall(fold(mend(line))) for c in run)


def is_surely_a_headline(line: str, below: Sequence[str]) -> bool:
    """Whether the text below a line takes up four characters of it in a row, or the line has two halves of one length."""
    if len(line) >= SHORTEST and any(takes_up(text[:REACH], line) for text in below[:FEW]):
        return True
    text = fold(line).translate(QUOTES)
    if HALVES.fullmatch(text) is None:
        return False
    lengths = [len(part) for part in (text.split(" ") if " " in text else text.split("，"))]
    return max(lengths) - min(lengths) <= max(lengths) // MUCH


def signs_of(line: str, below: Sequence[str]) -> Signs:
    """The signs of a line: what it is made of, and how much of it the text below takes up."""
    text = fold(mend(line))
    han = [character for run in RUN.findall(text) for character in run]
    signs = {"other than Han": 1 - len(han) / max(1, len(text))}
    signs["of the page"] = min(MANY, sum(c in PAGE for c in han)) / MANY
    signs["of news"] = min(MANY, sum(c in NEWS for c in han)) / MANY
    if length := next((name for most, name in LENGTHS if len(text) <= most), "longer"):
        signs[length] = 1.0
    found = {
        "mark first": MARK_FIRST.match(text),
        "mark last": MARK_LAST.search(text),
        "Latin": LATIN.search(text),
        "figures": DIGIT.search(text),
        "colon": "：" in text or ":" in text,
        "bars": BARS.search(text),
        "space": " " in text,
        "spaces": text.count(" ") > 2,
        "comma": "，" in text,
        "quoted": QUOTE.search(text),
        "said": SAID.search(text),
    }
    return signs | {name: 1.0 for name, holds in found.items() if holds} | _taken_up(text, below)


def _taken_up(line: str, below: Sequence[str]) -> Signs:
    """How many of its pairs of characters the first paragraph has, and the first ones together."""
    pairs = {a + b for run in RUN.findall(line) for a, b in pairwise(run)}
    opening, told = (fold(mend("\n".join([text[:REACH] for text in below[:few]]))) for few in (1, FEW))
    again = sum(pair in told for pair in pairs)
    signs = {
        "opening": sum(pair in opening for pair in pairs) / max(1, len(pairs)),
        "below": again / max(1, len(pairs)),
    }
    if NAMED_POST.search(opening[:NEAR]):
        signs["office below"] = 1.0
    if again < MANY:
        signs[word := ("nothing below", "a pair below", "two pairs below")[again]] = 1.0
        signs[f"office, {word}"] = signs.get("office below", 0.0)
    return signs
