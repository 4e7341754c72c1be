"""How the time of reading grows with a file, and how fast texts are read (without names and topics).

    python -m benchmarks.growth [--runs 3]

Reads ever larger files of one kind each: many reports, all in one line, one solid line, nothing but headlines, nothing but
broken lines, paragraphs of one day; each twice as large as the one before. Reading is linear: twice the file takes about twice the time (up to
2.6 with a shared processor and the collector of garbage, which visits a larger heap). Prints seconds of processor time.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable

from benchmarks.county import make_county
from benchmarks.sites import dump_of
from bulletin.reports.reading import read_reports

GAP, LINE = "\n\n", " \u3000\u3000"


def reports(number: int, seed: int = 1) -> str:
    """So many reports of ordinary length, as they stand in a dump."""
    chance = random.Random(seed)
    return GAP.join(dump_of(report, chance) for report in make_county(number, seed)[1])


def one_line(number: int) -> str:
    return LINE.join(reports(number).split(GAP))


def solid_line(number: int) -> str:
    return "县委书记高远检查工作,要求抓紧,副县长何明川陪同。" * number


def headlines(number: int) -> str:
    return "\n".join(f"县领导检查第{n}项工作情况" for n in range(number))


def broken_lines(number: int) -> str:
    return GAP.join(f"要抓紧落实各项工作{chr(0x4E00 + n % 5000)}" for n in range(number))


def one_day(number: int) -> str:
    """Paragraphs that each begin with the same day, as the rows of a chronicle may."""
    return "\n".join(f"6月3日，县长何明川到第{n}号项目检查，要求加快进度。" for n in range(number))


KINDS: tuple[tuple[str, Callable[[int], str], int], ...] = (
    ("reports in a file", reports, 2500),
    ("reports in one line", one_line, 500),
    ("one solid line", solid_line, 20000),
    ("nothing but headlines", headlines, 5000),
    ("nothing but broken lines", broken_lines, 5000),
    ("paragraphs of one day", one_day, 1500),
)
"""Kind of file, how it is made, how many pieces the smallest has; the others have twice and four times as many."""


def seconds(data: bytes, runs: int) -> tuple[float, int]:
    """(processor seconds of the fastest run, number of reports)."""
    best, found = float("inf"), 0
    for _ in range(runs):
        begun = time.process_time()
        found = len(read_reports(data, "2020-11-05.txt").reports)
        best = min(best, time.process_time() - begun)
    return best, found


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    print(f"{'kind':26}{'pieces':>8}{'MB':>7}{'reports':>9}{'s':>8}{'ratio':>7}{'characters/s':>14}")
    for name, make, smallest in KINDS:
        previous = 0.0
        for number in (smallest, 2 * smallest, 4 * smallest):
            text = make(number)
            data = text.encode()
            taken, found = seconds(data, runs)
            ratio = f"{taken / previous:7.2f}" if previous else " " * 7
            print(f"{name:26}{number:8}{len(data) / 1e6:7.2f}{found:9}{taken:8.2f}{ratio}{len(text) / taken:14,.0f}")
            previous = taken
    return 0


if __name__ == "__main__":
    sys.exit(main())
