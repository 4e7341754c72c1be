"""Fit the points of `bulletin/reports/points.py`: what tells a text without a headline that begins another report.

    python -m benchmarks.beginnings tests/reports/good tests/reports/held [FOLDER…] > bulletin/reports/points.py

In come folders of texts with their gold (tests/reports/README.md). Each text is read with its reports parted as the gold says;
wherever the program asks whether another report begins, the signs are noted with the right answer. Dumps are asked once more
without headlines, bylines and datelines, in their order and in another, since such dumps are rare and the hardest; single
reports are put together in the same manner; half of their leads print no day, or 近日 for it. Single reports are
asked too with lines put in that begin with a day, and blank lines behind every second or third paragraph. Out comes the module, and on standard error how often texts are wrong that were not fitted on (one in eight at a time).

Logistic regression with a small penalty, by Newton's method; the same input gives the same points.
"""

import argparse
import hashlib
import json
import math
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.reading import plain
from bulletin.reports import openings, split
from bulletin.reports.blocks import Block
from bulletin.reports.group import BODY, Group
from bulletin.reports.likely import BELOW, Signs, signs_of
from bulletin.reports.points import NEVER, SURE
from bulletin.reports.reading import read_reports
from bulletin.reports.surroundings import Surroundings

PENALTY, MADE, MIXED, TOGETHER, PARTS, ROUNDS, SHORTEST = 1.5, 0.6, 0.3, 3, 8, 40, 60
"""The weights of a dump that was made of a dump and of single reports, of how many of them, how many parts are held back in turn, Newton's steps,
characters of a report."""
LEAD_DAY = re.compile("(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日(?:[上下]午|[早晚]上?)?[，,]")
INSTEAD = ("", "", "", "近日，", "日前，", "昨日，", "今天上午，", "连日来，")
"""What may stand in a lead instead of its day."""
INSIDE = (
    "{month}月{day}日{hour}时许，抢险队伍赶到石桥镇，转移群众{day}人。", "{month}月{day}日，全县转移群众{day}人，没有人员伤亡。",
    "{month}月{day}日晚，县防指启动防汛四级应急响应，要求各镇立即上岗到位。", "{month}月{day}日前，各镇要完成自查，县安委办将适时督查。",
    "截至{month}月{day}日，全县已完成秋粮收购12.6万吨，占计划的86%。", "{month}月{day}日起，新规定正式施行，广大经营者要自觉遵守。",
    "2014年{month}月，他从部队退伍回到家乡，当上了护林员。", "2018年{month}月，村里的水泥路修通了，乡亲们运苹果再也不用人背马驮。",
    "2021年{month}月{day}日，他捧回了人生第一张奖状。", "{month}月{day}日，雨势减弱，各村组织群众清淤，恢复生产。",
)  # fmt: skip
"""Lines of a report, each with a day, that begin no report."""


class Case(NamedTuple):
    """One question: does another report begin here?"""

    text: str
    signs: Signs
    begins: bool
    weight: float


def cases(folders: Sequence[Path]) -> list[Case]:
    """Every question that the texts of the folders raise, with the gold's answer."""
    found: list[Case] = []
    for folder in folders:
        alone: list[dict] = []
        for gold in sorted(folder.glob("*.json")):
            articles = [a for a in json.loads(gold.read_text(encoding="utf-8"))["articles"] if a["paragraphs"]]
            found.extend(_asked(gold.with_suffix(".txt").read_bytes(), gold.stem, articles, 1.0))
            full = [a for a in articles if len("".join(a["paragraphs"])) > SHORTEST]
            if len(full) > 1:
                for dump in _bare_dumps(full, gold.stem):
                    found.extend(_asked(dump.encode(), gold.stem, full, MADE))
            else:
                alone.extend(full)
        for at in range(0, len(alone) - TOGETHER, TOGETHER):
            name, together = f"{folder.name} {at}", alone[at : at + TOGETHER]
            for reports in (together, _undated(together, name)):
                for dump in _bare_dumps(reports, name):
                    found.extend(_asked(dump.encode(), name, reports, MIXED))
        for article in alone:
            found.extend(_asked(_with_days(article).encode(), f"{folder.name} inside", [article], MIXED))
    return found


def _asked(data: bytes, name: str, articles: list[dict], weight: float) -> Iterator[Case]:
    firsts = [plain(a["paragraphs"][0])[:12] for a in articles]
    noted: list[Case] = []

    def by_gold(block: Block, group: Group, around: Surroundings, i: int) -> bool:
        text = plain(block.text)[: SHORTEST + 60]
        begins = any(first in text for first in firsts)
        if block.kind in BODY and block.kind not in ("dateline", "item"):
            signs = signs_of(block, group, around.blocks[i + 1 : i + 1 + BELOW])
            if signs:
                noted.append(Case(name, signs, begins, weight))
        return begins

    split.begins = by_gold
    try:
        read_reports(data, f"{name}.txt")
    finally:
        split.begins = openings.begins
    yield from noted


def _bare_dumps(articles: list[dict], name: str) -> Iterator[str]:
    """The reports of a dump with nothing but their paragraphs; blank lines everywhere, between reports, or nowhere."""
    draw = random.Random(hashlib.md5(name.encode()).digest())
    for order in (articles, draw.sample(articles, len(articles))):
        inside, between = draw.choice((("\n\n", "\n\n"), ("\n", "\n\n"), ("\n", "\n")))
        yield between.join(inside.join(a["paragraphs"]) for a in order) + "\n"


def _undated(articles: list[dict], name: str) -> list[dict]:
    """The reports without the days that their leads begin with."""
    draw = random.Random(hashlib.md5(name.encode()).digest())
    found = []
    for one in articles:
        lead, *more = one["paragraphs"]
        day = LEAD_DAY.match(lead)
        found.append({**one, "paragraphs": [draw.choice(INSTEAD) + lead[day.end() :] if day else lead, *more]})
    return found


def _with_days(article: dict) -> str:
    """A report with lines put in that begin with days."""
    paragraphs = list(article["paragraphs"])
    draw = random.Random(hashlib.md5(paragraphs[0].encode()).digest())
    at, month, day = draw.randint(1, len(paragraphs)), draw.randint(1, 12), draw.randint(1, 28)
    paragraphs[at:at] = [
        line.format(month=month, day=day, hour=draw.randint(1, 11)) for line in draw.sample(INSIDE, TOGETHER)
    ]
    apart = draw.choice((0, 1, 2, 3))  # a blank line nowhere, behind every paragraph, behind every second or third
    gaps = ["\n\n" if apart and at % apart == 0 else "\n" for at in range(1, len(paragraphs) + 1)]
    return "".join(text + gap for text, gap in zip(paragraphs, gaps, strict=True))


def fit(found: Sequence[Case], names: Sequence[str]) -> list[float]:
    """The points of each sign, in the order of `names`; the last is the bias."""
    index = {name: i for i, name in enumerate(names)}
    rows = [([(index[s], w) for s, w in c.signs.items() if s in index] + [(len(names), 1.0)], c) for c in found]
    points = [0.0] * (len(names) + 1)
    for _ in range(ROUNDS):
        slope = [PENALTY * p for p in points[:-1]] + [0.0]
        curve = [[PENALTY if i == j else 0.0 for j in range(len(points))] for i in range(len(points))]
        curve[-1][-1] = 1e-3
        for row, case in rows:
            likely = _odds(sum(points[i] * w for i, w in row))
            wrong, bend = case.weight * (likely - case.begins), case.weight * max(likely * (1 - likely), 1e-4)
            for i, w in row:
                slope[i] += wrong * w
                line = curve[i]
                for j, v in row:
                    line[j] += bend * w * v
        step = _solve(curve, slope)
        points = [p - max(-2.0, min(2.0, s)) for p, s in zip(points, step, strict=True)]
        if max(map(abs, step)) < 1e-4:
            break
    return points


def _odds(points: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, points))))


def _solve(matrix: list[list[float]], values: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination with the largest pivot."""
    rows = [[*line, value] for line, value in zip(matrix, values, strict=True)]
    for at in range(len(rows)):
        pivot = max(range(at, len(rows)), key=lambda i: abs(rows[i][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        head = [value / rows[at][at] for value in rows[at]]
        rows[at] = head
        for i, line in enumerate(rows):
            if i != at and line[at]:
                share = line[at]
                rows[i] = [value - share * h for value, h in zip(line, head, strict=True)]
    return [line[-1] for line in rows]


def _held_back(found: Sequence[Case], names: Sequence[str]) -> str:
    """How many questions about texts that were not fitted on are answered wrong."""
    wrong = {True: 0, False: 0}
    part = {c.text: int(hashlib.md5(c.text.encode()).hexdigest(), 16) % PARTS for c in found}
    for k in range(PARTS):
        points = fit([c for c in found if part[c.text] != k], names)
        worth = dict(zip(names, points, strict=False))
        for case in found:
            if part[case.text] == k:
                total = points[-1] + sum(worth.get(s, 0.0) * w for s, w in case.signs.items())
                wrong[case.begins] += (total > 0) != case.begins
    begun = sum(c.begins for c in found)
    return f"held back: {wrong[True]} of {begun} beginnings missed, {wrong[False]} of {len(found) - begun} others taken"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    found = cases(parser.parse_args().folders)
    print('"""What each sign of `likely` is worth: above 0 it speaks for another report, below 0 for the same one.\n')
    print(
        "Logarithms of odds; made by `python -m benchmarks.beginnings FOLDER…`, not by hand. Two signs in one name count"
    )
    print('where both hold.\n"""\n')
    print(f"SURE, NEVER = {SURE}, {NEVER}")
    print('"""Even odds for another report, and odds of 1 to 30."""')
    for table, dated in (("DATED", True), ("UNDATED", False)):
        asked = [case for case in found if ("dated" in case.signs) is dated]
        names = sorted({sign for case in asked for sign in case.signs})
        print(table, _held_back(asked, names), file=sys.stderr)
        points = fit(asked, names)
        print(f"{table} = {{")
        for name, value in (("bias", points[-1]), *zip(names, points, strict=False)):
            print(f'    "{name}": {value:.2f},')
        print("}")
        print(f'"""For a text that begins {"with" if dated else "without"} a date."""')


if __name__ == "__main__":
    main()
