"""Fit the points of `bulletin/reports/beginning_points.py`: what tells a text without a headline that begins another report.

    python -m benchmarks.beginnings tests/reports/good tests/reports/held [FOLDER…] > bulletin/reports/beginning_points.py

In come folders of texts with their gold (tests/reports/README.md). Each text is read with its reports parted as the gold says;
wherever the program asks whether another report begins, the signs are noted with the right answer. Dumps are asked once more
without headlines, bylines and datelines, in their order and in another, since such dumps are rare and the hardest; single
reports are put together in the same manner; half of their leads print no day, or 近日 for it. Single reports are
asked too with lines put in that begin with a day, and blank lines behind every second or third paragraph. Out comes the module, and on standard error how often texts are wrong that were not fitted on (one in eight at a time).
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
from bulletin.reports import split
from bulletin.reports.beginning_points import NEVER, SURE
from bulletin.reports.blocks import Block
from bulletin.reports.group import BODY, Group
from bulletin.reports.likely import BELOW, signs_of
from bulletin.reports.reading import read_reports
from bulletin.reports.surroundings import Surroundings

MADE, MIXED, TOGETHER, SHORTEST = 0.6, 0.3, 3, 60
"""The weights of a dump that was made of a dump and of single reports, of how many of them, and the characters of a report."""
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


def cases(folders: Sequence[Path]) -> list[Case]:
    """Every question that the texts of the folders raise, with the gold's answer."""
    found: list[Case] = []
    for folder in folders:
        alone: list[dict] = []
        for gold, whole in golds([folder]):
            articles = [a for a in whole if a["paragraphs"]]
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

    with answering(split, begins=by_gold):
        read_reports(data, f"{name}.txt")
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
    for name, dated in (("DATED", True), ("UNDATED", False)):
        asked = [case for case in found if ("dated" in case.signs) is dated]
        names = signs_in(asked)
        print(name, held_back(asked, names, "beginnings"), file=sys.stderr)
        print(table(name, fit(asked, names)))
        print(f'"""For a text that begins {"with" if dated else "without"} a date."""')


if __name__ == "__main__":
    main()
