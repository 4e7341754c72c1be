"""How fast texts are read and recognised: characters a second of one processor.

    python -m benchmarks.speed [FOLDER ...] [--rounds 5] [--dumps 120] [--peer]

Reads the texts (*.txt) of each folder, and dumps of an invented county's reports of ordinary length, one file after the other
(each knows nothing of the others) and all together, as `bulletin read --json` does: text to reports, leaders, statements,
topics. Python looks for garbage as seldom as under the command line. What is made at the first use (word lists, patterns) is
made before the first round; what is remembered of texts is forgotten before each, so that no round finds its texts known.

Characters are those of the text as it comes in, without white space; seconds are those of the processor, so that other
programs disturb little, and the middle one of the rounds counts. Each dump is of another county: other leaders, reporters,
places and figures; only the phrases of such news come again, as they do in print.

A machine, its load and how its Python was built move these figures up and down by half and more. So `--peer` puts a tagger
in Python beside them, on the same texts in the same run (`benchmarks.tagger`); the goal was set where that one read 51,000
characters a second, and the ratio to it can be compared between machines.
"""

import argparse
import gc
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import _lru_cache_wrapper
from pathlib import Path

from benchmarks.county import GIVEN, make_county
from benchmarks.measuring import find_jieba
from benchmarks.prose import PLACES, VILLAGES
from benchmarks.sites import dump_of
from bulletin.account import account
from bulletin.cli import MIDDLE, OLD, YOUNG
from bulletin.people.register import Register
from bulletin.reports.decode import decode
from bulletin.topics import Lexicon, merge_topics

ROOT = Path(__file__).resolve().parent.parent
File = tuple[str, bytes]
TARGET, PEER_THERE = 1_000_000, 51_000
"""The goal, and what the tagger reads where that was set."""
REPORTS = 5
"""How many reports a dump holds."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Of one set: how many files, reports and characters, and the characters a second, files one by one and together."""

    name: str
    files: int
    reports: int
    characters: int
    alone: float
    together: float
    peer: float = 0.0
    """Characters a second of the tagger; 0 where it was not asked."""


def dumps(count: int, seed: int = 7) -> list[File]:
    """So many dumps, each of another county."""
    return [(f"dump-{n:04}.txt", _dump(seed * count + n).encode()) for n in range(count)]


def _dump(seed: int) -> str:
    chance = random.Random(seed)
    text = "\n\n\n".join(dump_of(report, chance) for report in make_county(REPORTS, seed)[1])
    for place in (*PLACES, *VILLAGES):
        kind = place[-2:] if place.endswith(("街道", "社区")) else place[-1]
        text = text.replace(place, "".join(chance.sample(GIVEN, 2)) + kind)
    return text + "\n"


def measure(name: str, files: Sequence[File], lexicon: Lexicon, rounds: int) -> Speed:
    """Read the files `rounds` times in each way."""
    characters = sum(len("".join(decode(data, path).text.split())) for path, data in files)
    reports = sum(len(read["articles"]) for read in account(files, Register(), lexicon)["files"])

    def alone() -> None:
        for file in files:
            account([file], Register(), lexicon)

    def together() -> None:
        account(files, Register(), lexicon)

    seconds = [[_seconds(way) for way in (alone, together)] for _ in range(rounds)]
    first, second = (characters / statistics.median(times) for times in zip(*seconds, strict=True))
    return Speed(name, len(files), reports, characters, first, second)


def _seconds(way: Callable[[], None]) -> float:
    """The processor time of one reading that finds no text known."""
    for memory in gc.get_objects():
        if isinstance(memory, _lru_cache_wrapper) and memory.cache_parameters()["maxsize"]:
            memory.cache_clear()
    gc.collect()
    begun = time.process_time()
    way()
    return time.process_time() - begun


def table(found: Sequence[Speed]) -> list[str]:
    """A set a row."""
    lines = [f"{'texts':28}{'files':>7}{'reports':>9}{'characters each':>17}{'one by one':>13}{'together':>13}"]
    lines += [
        f"{speed.name[-27:]:28}{speed.files:7}{speed.reports:9}{speed.characters / max(1, speed.reports):17.0f}"
        f"{speed.alone:13,.0f}{speed.together:13,.0f}"
        for speed in found
    ]
    lines.append(f"characters a second of one processor; target {TARGET:,}")
    for speed in found:
        if speed.peer:
            ratios = f"{speed.alone / speed.peer:.1f} and {speed.together / speed.peer:.1f} times"
            goal = f"target {TARGET / PEER_THERE:.1f}"
            lines.append(f"{speed.name[-27:]}: {ratios} a tagger in Python, which reads {speed.peer:,.0f}; {goal}")
    return lines


def ask_peer(files: Sequence[File]) -> float:
    """Characters a second of the tagger."""
    python = find_jieba(ROOT / "build" / "jieba")
    texts = json.dumps([decode(data, path).text for path, data in files])
    command = [str(python), str(ROOT / "benchmarks" / "tagger.py")]
    return float(subprocess.run(command, input=texts, text=True, check=True, capture_output=True).stdout)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dumps", type=int, default=120)
    parser.add_argument("--peer", action="store_true")
    arguments = parser.parse_args()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    lexicon = merge_topics((), False)
    sets = {
        str(folder): [(p.name, p.read_bytes()) for p in sorted(folder.glob("*.txt"))] for folder in arguments.folders
    }
    sets["dumps of ordinary reports"] = dumps(arguments.dumps)
    found = [measure(name, files, lexicon, arguments.rounds) for name, files in sets.items()]
    if arguments.peer:
        found = [replace(speed, peer=ask_peer(sets[speed.name])) for speed in found]
    print("\n".join(table(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
