"""Fit the points of `bulletin/reports/page_line_points.py`: what tells lines of a page from headlines above a report.

    python -m benchmarks.headlines tests/reports/good tests/reports/held [FOLDER…] > bulletin/reports/page_line_points.py

In come folders of texts with their gold (tests/reports/README.md). Each text is read; of each line above a report that the
program asks about, the gold tells whether it is of the headline set. Such lines are few, so what the reading knows as lines
of pages is put above reports as well, alone or above a headline: what is learnt of the buttons of known pages is of use for
those of pages that nobody has seen. Out comes the module, and on standard error how many lines are told wrongly of texts
that were not fitted on (one in eight at a time).
"""

import argparse
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import fitting
from benchmarks.fitting import PARTS, Case, answering, golds, part_of, signs_in, table
from benchmarks.reading import plain
from bulletin.people.fold import fold, mend
from bulletin.reports import extras, page_lines
from bulletin.reports.page_line_points import SURE, SURE_ALONE
from bulletin.reports.reading import read_reports
from bulletin.reports.taken_up import RUN
from bulletin.reports.weighing import weighed

SEEN, MADE, OFTEN, MOST, SEED = 3.0, 0.4, 8, 60, 3
"""The weights of a line of a page that stood above a report and of one that was put there, in how many lines
a character must stand to be counted, characters of a kind, and what the drawing begins with."""
LONGEST, ALONE, ON_TOP = 70, 0.5, 0.3
"""Characters of a line that is put above a report, and how often it is alone there and the first of its file."""


class Line(NamedTuple):
    """One question: is this line above a report one of the page, and no headline?"""

    text: str
    line: str
    below: tuple[str, ...]
    first: bool
    company: bool
    of_page: bool
    weight: float
    sure: bool
    """Whether the program does not weigh it: the text below takes it up."""


def lines(folders: Sequence[Path]) -> list[Line]:
    """Every line above a report of the folders with the gold's answer, and lines of their pages put above reports."""
    seen: list[Line] = []
    pages: dict[str, str] = {}
    texts: list[tuple[str, ...]] = []
    for gold, articles in golds(folders):
        found, taken = _asked(gold.with_suffix(".txt").read_bytes(), gold.stem, articles)
        seen.extend(found)
        pages |= dict.fromkeys(taken, gold.stem)
        texts.extend(tuple(a["paragraphs"][: page_lines.FEW]) for a in articles if a["paragraphs"])
    heads = {fold(one.line) for one in seen if not one.of_page}
    draw = random.Random(SEED)
    for line, name in sorted(pages.items()):
        below, alone, first = draw.choice(texts), draw.random() < ALONE, draw.random() < ON_TOP
        if fold(line) not in heads and len(line) > 1:
            sure = page_lines.is_surely_a_headline(line, below)
            seen.append(Line(name, line, below, first, not alone, True, MADE, sure))
    return seen


def _asked(data: bytes, name: str, articles: list[dict]) -> tuple[list[Line], list[str]]:
    """What is asked when a text is read, and the short lines that were taken for lines of its page."""
    firsts = [(plain(a["paragraphs"][0])[:14], a) for a in articles if a["paragraphs"]]
    found: list[Line] = []

    def by_gold(line: str, below: Sequence[str], first: bool, company: bool) -> bool:
        opening = plain(below[0])[: page_lines.REACH]
        article = next((a for begin, a in firsts if begin in opening), None)
        if article is None:
            return False
        text = plain(line)
        of_page = not any(
            text in head or head in text for k in ("title", "kicker", "subtitle") if (head := plain(article[k]))
        )
        sure = page_lines.is_surely_a_headline(line, below)
        found.append(Line(name, line, tuple(below), first, company, of_page, SEEN if of_page else 1.0, sure))
        return of_page and not sure

    # what the program never weighs teaches as well
    with answering(extras, is_of_the_page=by_gold, is_told=lambda lines, i: False):
        reading = read_reports(data, f"{name}.txt")
    taken = [c.before for c in reading.changes if c.kind == "chrome" and "。" not in c.before]
    return found, [line for line in taken if 1 < len(line) <= LONGEST]


def characters(seen: Sequence[Line]) -> tuple[str, str]:
    """(PAGE, NEWS): the characters that stand in lines of pages far more often than in headlines, and the other way round."""
    of_page, of_news = Counter[str](), Counter[str]()
    for one in seen:
        (of_page if one.of_page else of_news).update({c for run in RUN.findall(fold(mend(one.line))) for c in run})
    pages = sum(one.of_page for one in seen)
    share = {
        c: math.log((of_page[c] + 1) / (pages + 2)) - math.log((of_news[c] + 1) / (len(seen) - pages + 2))
        for c in of_page.keys() | of_news.keys()
        if of_page[c] + of_news[c] >= OFTEN
    }
    order = sorted(share, key=lambda c: (share[c], c))
    return "".join(sorted(order[-MOST:])), "".join(sorted(order[:MOST]))


def cases(seen: Sequence[Line], kinds: tuple[str, str]) -> Iterator[Case]:
    """The lines as questions with their signs, as the characters of both kinds give them; none of those that are not weighed."""
    page_lines.PAGE, page_lines.NEWS = map(frozenset, kinds)
    for one in seen:
        if one.sure:
            continue
        signs = page_lines.signs_of(one.line, one.below) | {"first": float(one.first), "company": float(one.company)}
        yield Case(one.text, signs, one.of_page, one.weight)


def fit(seen: Sequence[Line]) -> tuple[tuple[str, str], dict[str, float]]:
    """The characters of both kinds, and the points of each sign."""
    kinds = characters(seen)
    found = list(cases(seen, kinds))
    return kinds, fitting.fit(found, signs_in(found))


def _held_back(seen: Sequence[Line]) -> str:
    """How many lines of texts that were not fitted on are told wrongly."""
    part = [part_of(one.text) for one in seen]
    told, lost, put = 0, list[str](), 0
    for k in range(PARTS):
        kinds, worth = fit([one for one, p in zip(seen, part, strict=True) if p != k])
        back = [one for one, p in zip(seen, part, strict=True) if p == k and not one.sure]
        for one, case in zip(back, cases(back, kinds), strict=True):
            taken = weighed(case.signs, worth) > (SURE if one.company else SURE_ALONE)
            told += taken and one.of_page and one.weight == SEEN
            put += taken and one.weight == MADE
            if taken and not one.of_page:
                lost.append(one.line)
    of_pages = Counter(one.weight for one in seen if one.of_page and not one.sure)
    heads = sum(not one.of_page and not one.sure for one in seen)
    return (
        f"held back: {told} of {of_pages[SEEN]} lines of pages told, {put} of {of_pages[MADE]} put above reports, "
        f"{len(lost)} of {heads} headlines lost: {lost}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    seen = lines(parser.parse_args().folders)
    print(_held_back(seen), file=sys.stderr)
    (page, news), points = fit(seen)
    print(
        '"""What each sign of `page_lines` is worth: above 0 it speaks for a line of the page, below 0 for a headline.\n'
    )
    print('Logarithms of odds; made by `python -m benchmarks.headlines FOLDER…`, not by hand.\n"""\n')
    print(f"SURE, SURE_ALONE = {SURE}, {SURE_ALONE}")
    print(
        '"""What a line must have more than: with others above the same report, and alone, where the report would be left without a title."""'
    )
    print(f'PAGE = frozenset("{page}")\nNEWS = frozenset("{news}")')
    print('"""Characters that stand in lines of pages far more often than in headlines, and the other way round."""')
    print(table("POINTS", points))


if __name__ == "__main__":
    main()
