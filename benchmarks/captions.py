"""Fit the points of `bulletin/reports/bare_caption_points.py`: what tells a bare line under a picture from a subhead or a piece of a text.

    python -m benchmarks.captions tests/reports/good tests/reports/held [FOLDER…] > bulletin/reports/bare_caption_points.py

In come folders of texts with their gold (tests/reports/README.md). Every bare line inside a report that stands in the gold as a
caption, or in a paragraph, is noted with its signs. Such lines are few, and subheads fewer, so those of `captions.txt` are put
into the reports besides, in several layouts, and last sentences that break off. Out comes the module, and on standard error how
many lines of texts that were not fitted on are taken wrong (one text in eight at a time).
"""

import argparse
import hashlib
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.fitting import Case, answering, fit, golds, held_back, signs_in, table
from benchmarks.reading import plain
from bulletin.reports import captions, split
from bulletin.reports.bare_caption_points import NEVER, SURE
from bulletin.reports.bare_captions import signs_of_bare_line
from bulletin.reports.group import Group
from bulletin.reports.reading import read_reports
from bulletin.reports.surroundings import Surroundings

MADE, TIMES, FEWEST, MOST_LINES, LONGEST_PIECE = 0.25, 1000, 3, 4, 38
"""The weight of a line that was put in, how many reports are made, paragraphs of such a report, lines put in, characters of a piece."""
LAYOUTS = ("\n\n", "\n", "\n　　")
CLAUSES = re.compile("[，。；]")


def cases(folders: Sequence[Path]) -> list[Case]:
    """Every bare line of the texts, and of those that are made of them."""
    found: list[Case] = []
    whole: list[dict] = []
    for gold, articles in golds(folders):
        shown = {plain(c) for a in articles for c in a["captions"]}
        told = {plain(p) for a in articles for p in a["paragraphs"]}
        found.extend(_asked(gold.with_suffix(".txt").read_bytes(), gold.stem, shown, told, 1.0))
        whole.extend(a for a in articles if len(a["paragraphs"]) >= FEWEST and a["title"])
    return found + list(_made(whole))


def _asked(data: bytes, name: str, shown: set[str], told: set[str], weight: float) -> Iterator[Case]:
    """Read a text, with its captions parted from its paragraphs as the gold says."""
    noted: list[Case] = []

    def by_gold(around: Surroundings, i: int, group: Group) -> bool:
        text = plain(around.blocks[i].text)
        is_shown = text in shown
        if not is_shown and not any(text in paragraph for paragraph in told):
            return captions.is_caption_line(around, i, group)
        if signs := signs_of_bare_line(around, i, group):
            noted.append(Case(name, signs, is_shown, weight))
        return is_shown

    with answering(split, is_caption_line=by_gold):
        read_reports(data, f"{name}.txt")
    yield from noted


def _made(whole: Sequence[dict]) -> Iterator[Case]:
    """Reports with captions or subheads of `captions.txt` between their paragraphs."""
    _, pictures, subheads = re.split("# .*\n", Path(__file__).with_suffix(".txt").read_text(encoding="utf-8"))
    for k in range(TIMES if whole else 0):
        draw = random.Random(hashlib.md5(f"{k}".encode()).digest())
        report = draw.choice(whole)
        lines = list(report["paragraphs"])
        if draw.random() < 0.5:
            shown, told = draw.sample(pictures.split("\n")[:-1], draw.randint(1, MOST_LINES)), set[str]()
            at, close = draw.randint(1, len(lines)), draw.random() < 0.4
            for line in shown:
                lines.insert(at if close else draw.randint(1, len(lines)), line)
        else:
            chosen = draw.sample(
                _alike(subheads.split("\n")[:-1], draw), min(MOST_LINES, draw.randint(1, len(lines) - 1))
            )
            shown, told = [], {plain(line) for line in chosen}
            for line, place in zip(
                chosen, sorted(draw.sample(range(1, len(lines)), len(chosen)), reverse=True), strict=True
            ):
                lines.insert(place, line)
        if draw.random() < 0.3 and (piece := draw.choice(CLAUSES.split(lines[-1]))[:LONGEST_PIECE]):
            lines.append(piece)
            told.add(plain(piece))
        layout = draw.choice(LAYOUTS)
        text = layout.join((report["title"], *lines)) + "\n"
        yield from _asked(text.encode(), f"made {k % 40}", {plain(line) for line in shown}, told, MADE)


def _alike(lines: list[str], draw: random.Random) -> list[str]:
    """Lines of nearly one length, as subheads of a report are; or all."""
    length = draw.choice((0, *range(5, 10)))
    chosen = [line for line in lines if abs(len(line) - length) <= 1]
    return chosen if len(chosen) >= MOST_LINES else lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    found = cases(parser.parse_args().folders)
    names = signs_in(found)
    print(held_back(found, names, "captions", SURE, least=1.0), file=sys.stderr)
    print(
        '"""What each sign of `bare_captions` is worth: above 0 it speaks for a line under a picture, below 0 for a line of the text.\n'
    )
    print('Logarithms of odds; made by `python -m benchmarks.captions FOLDER…`, not by hand.\n"""\n')
    print(f"SURE, NEVER = {SURE}, {NEVER}")
    print('"""Odds of about 4 to 3 for a caption, and of 3 to 5."""')
    print(table("POINTS", fit(found, names)))


if __name__ == "__main__":
    main()
