"""Grow the trees of `bulletin/reports/headline_trees.py`: what tells the headline of a further report from a subhead.

    python -m benchmarks.subheads tests/reports/good tests/reports/held [FOLDER…] > bulletin/reports/headline_trees.py

In come folders of texts with their gold (tests/reports/README.md). Each text is read with its headlines told as the gold says;
wherever the program asks about a line inside it, the signs are noted with the right answer. Reports of the folders are put
together into dumps besides, with subheads of `captions.txt`, and clauses of their own paragraphs as subheads, between their
paragraphs, in several layouts. Out comes the module, and on standard error how often lines of texts are told wrongly that were not grown on.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.fitting import Case, answering, golds, held_back, signs_in
from benchmarks.growing import grow, head, planted
from benchmarks.reading import plain
from bulletin.reports import headlines, split
from bulletin.reports.group import Group
from bulletin.reports.headline_trees import NEVER, SURE
from bulletin.reports.likely_heads import signs_of_head
from bulletin.reports.reading import read_reports
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.weighing import weighed_by_trees

MADE, TOGETHER, TIMES, SHORTEST, WITH_SUBHEADS, OF_ITS_OWN, MOST = 0.5, 3, 3, 60, 0.4, 0.55, 3
"""The weight of a dump that was made, of how many reports and how often each, characters of a report, how many have subheads,
how many of these are clauses of the paragraph below, subheads of a report."""
BETWEEN = (("\n", "\n"), ("\n\n", "\n\n"), ("\n", "\n\n"), ("\n　　", "\n"))
"""What stands before each line of a report, and between reports."""
SIGNED = ("", "", "", "（张晓明 李梅）", "（通讯员 王海）")
CLAUSES = re.compile("[，。；：、！？]")
CLAUSE = re.compile("[\u4e00-\u9fff“”]{4,15}")
HEADS = ("kicker", "title", "subtitle")


def cases(folders: Sequence[Path]) -> list[Case]:
    """Every question about a line of the texts, and of those that are made of them, with the right answer."""
    found: list[Case] = []
    for folder in folders:
        whole: list[dict] = []
        for gold, articles in golds([folder]):
            told = {plain(line) for a in articles for line in (*a["paragraphs"], *a["captions"])}
            found.extend(_asked(gold.with_suffix(".txt").read_bytes(), gold.stem, _heads(articles), told, 1.0))
            whole.extend(
                a for a in articles if a["title"] and a["paragraphs"] and len("".join(a["paragraphs"])) > SHORTEST
            )
        draw = random.Random(folder.name)
        draw.shuffle(whole)
        for at in range(0, len(whole) - TOGETHER, TOGETHER):
            for _ in range(TIMES):
                found.extend(_made(whole[at : at + TOGETHER], f"{folder.name} {at}", draw))
    return found


def _heads(articles: Sequence[dict]) -> set[str]:
    return {plain(a[key]) for a in articles for key in HEADS if a[key]}


def _asked(data: bytes, name: str, heads: set[str], told: set[str], weight: float) -> Iterator[Case]:
    """Read a text, with its headlines told as the gold says."""
    noted: list[Case] = []

    def by_gold(around: Surroundings, i: int, group: Group) -> bool:
        if not around.heads[i]:
            return False
        line, lead = plain(around.blocks[i].text), around.lead_below(i)
        holds = line not in told and any(line in head or head in line for head in heads)
        if lead and group.has_text and headlines.told_by_place(around, i, group, lead) is None:
            noted.append(
                Case(name, signs_of_head(around, i, group, headlines.with_its_scene(around, i, lead)), holds, weight)
            )
        return holds

    with answering(split, is_headline=by_gold):
        read_reports(data, f"{name}.txt")
    yield from noted


def _made(articles: Sequence[dict], name: str, draw: random.Random) -> Iterator[Case]:
    """A dump of reports, some with subheads."""
    inside, between = draw.choice(BETWEEN)
    reports, told = [], {plain(p) for a in articles for p in a["paragraphs"]}
    for article in articles:
        lines = [*article["paragraphs"]]
        if len(lines) > 2 and draw.random() < WITH_SUBHEADS:
            told |= _with_subheads(lines, draw)
        by = f"（{' '.join(article['byline'])}）" if article["byline"] else draw.choice(SIGNED)
        lines[-1] += draw.choice(("", by)) if article["byline"] else by
        heads = (inside if inside.isspace() and "　" not in inside else "\n").join(
            article[k] for k in HEADS if article[k]
        )
        reports.append(heads + inside + inside.join(lines))
    yield from _asked((between.join(reports) + "\n").encode(), name, _heads(articles), told, MADE)


def _with_subheads(lines: list[str], draw: random.Random) -> set[str]:
    """Put subheads between the lines of a report; they are given back, plain."""
    pool = re.split("# .*\n", (Path(__file__).parent / "captions.txt").read_text(encoding="utf-8"))[2].split("\n")[:-1]
    length = draw.choice((0, 0, *range(4, 11)))
    alike = [line for line in pool if not length or abs(len(line) - length) <= 1] or pool
    put = set()
    for place in sorted(draw.sample(range(1, len(lines)), min(len(lines) - 1, draw.randint(1, MOST))), reverse=True):
        own = [clause for clause in CLAUSES.split(lines[place][:200]) if CLAUSE.fullmatch(clause)]
        line = draw.choice(own) if own and draw.random() < OF_ITS_OWN else draw.choice(alike)
        lines.insert(place, line)
        put.add(plain(line))
    return put


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    found = cases(parser.parse_args().folders)
    names = signs_in(found)
    print(held_back(found, names, "headlines", learn=grow, weigh=weighed_by_trees), file=sys.stderr)
    purpose = "(`likely_heads`): what they say together; above 0 it speaks for a headline, below 0 for a subhead."
    print(head(purpose, "benchmarks.subheads"))
    print(f"SURE, NEVER = {SURE}, {NEVER}")
    print('"""Odds of 4 to 1 for a headline, and of 1 to 4."""')
    print(planted("HEADS", grow(found, names)))


if __name__ == "__main__":
    main()
