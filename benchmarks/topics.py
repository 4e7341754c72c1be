"""Fit the weights of `bulletin/data/topics.yaml`: how much each word tells of its topics.

    python -m benchmarks.topics [--newest FOLDER…] tests/reports/good tests/reports/held tests/reports/*s.txt > topics.yaml

In come folders of texts with their gold (tests/reports/README.md) and lists of headlines and leads (`text|topic,topic`, the
first line a remark). Out comes the file with other weights, its words and remarks as they were; on standard error how often
the topics are right and wrong with both, and the figures that `topics.OWN` … hold. `--newest` are texts that no word was
chosen for: they count three times, for weights that were made while looking at a text are right for it whatever they are.
`--held-back` tells, a folder at a time (minutes), what weights do that were fitted on the other folders.

The weights are moved, away from those in the file against a penalty, to where the topics that a reader accepts have most of
what is likely; steps by the sign of the slope (Rprop), so that the same input gives the same weights.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import exp, log, log1p
from pathlib import Path
from typing import NamedTuple

from benchmarks.fitting import Case, fit
from benchmarks.reading import NOTHING, pairs
from bulletin.account import account, read_together
from bulletin.lexicon import NAMES_IT, STEEPNESS, Lexicon, built_in, make_lexicon
from bulletin.model import Paragraph, Person, Report, Statement
from bulletin.people.register import Register
from bulletin.topics import DIFFERENT, LEAST_TOLD, explain_topics, topics_of

PENALTY, ROUNDS, NEWEST, SHARPNESS = 0.3, 120, 3.0, 3.0
"""The penalty on a moved point, steps, how often a new text counts, and how surely the strongest topic is held to be right."""
MOST_POINTS, MOST_MOVED, MOST_LOST, LEAST_MOVED = 3.5, 1.2, 0.6, 0.15
"""No word has more points, is moved further or loses a greater part of its points, for one text says little; one that moved
less keeps its weight."""
FIRST_STEP, LARGEST_STEP, SMALLEST_STEP, FASTER, SLOWER = 0.05, 0.4, 1e-4, 1.2, 0.5
WIDTH = 190

Pair = tuple[str, str]
"""(topic id, word)."""


class Told(NamedTuple):
    """What a report's words tell: the uses of each topic's words, what its topics have besides, and how many words told them."""

    folder: str
    report: Report
    statements: tuple[Statement, ...]
    people: tuple[Person, ...]
    accepted: frozenset[str]
    uses: dict[str, list[tuple[Pair, float]]]
    more: dict[str, float]
    different: dict[str, int]


Read = tuple[str, Report, tuple[Statement, ...], tuple[Person, ...], list[str]]


def told(found: Iterable[Read], lexicon: Lexicon) -> list[Told]:
    """The words of every report whose topics are known."""
    ids = {entry.name: entry.id for entry in lexicon.entries}
    rows: list[Told] = []
    for folder, report, statements, people, names in found:
        uses: dict[str, list[tuple[Pair, float]]] = {}
        more: dict[str, float] = {}
        words: dict[str, set[str]] = {}
        for row in explain_topics(report, statements, lexicon, people):
            if row.place == "subject":
                more[row.topic] = more.get(row.topic, 0.0) + row.points
                continue
            counts = dict(lexicon.points[row.word])[row.topic]
            uses.setdefault(row.topic, []).append(((row.topic, row.word), row.points / counts if counts else 0.0))
            if row.place != "office" and counts >= LEAST_TOLD:
                words.setdefault(row.topic, set()).add(row.word)
        accepted = frozenset(ids[name] for name in names)
        different = {id: len(found) for id, found in words.items()}
        rows.append(Told(folder, report, statements, people, accepted, uses, more, different))
    return rows


def read(paths: Sequence[Path], lexicon: Lexicon) -> Iterable[Read]:
    """Every report with gold of the folders and lists."""
    for path in paths:
        if path.is_dir():
            for gold in sorted(path.glob("*.json")):
                yield from _of_text(path.name, gold, lexicon)
        else:
            for line in path.read_text(encoding="utf-8").splitlines()[1:]:
                text, _, names = line.partition("|")
                lead, title = (text, "") if text.endswith("。") else (f"3月5日，{text}。", text)
                yield (
                    path.name,
                    Report(path.name, 1, 1, title, paragraphs=(Paragraph(lead, 1, 1),)),
                    (),
                    (),
                    names.split(","),
                )


def _of_text(folder: str, gold: Path, lexicon: Lexicon) -> Iterable[Read]:
    files, register = [(gold.stem + ".txt", gold.with_suffix(".txt").read_bytes())], Register()
    given = account(files, register, lexicon)["files"][0]["articles"]
    [(reading, found)] = read_together(files, register, False)
    for article, report, recognised in zip(given, reading.reports, found, strict=True):
        article["read"] = report, recognised.statements, recognised.people
    for article, wanted in pairs(given, json.loads(gold.read_text(encoding="utf-8"))["articles"]):
        if article is not NOTHING and wanted["topics"]:
            yield (folder, *article["read"], wanted["topics"])


def names_of(row: Told, lexicon: Lexicon) -> list[str]:
    return [lexicon.entry(id).name for id in sorted(row.accepted)]


def fitted(rows: Sequence[Told], lexicon: Lexicon, newest: frozenset[str]) -> dict[Pair, float]:
    """The points of every word for its topics."""
    points = {(id, word): p for word, topics in lexicon.points.items() for id, p in topics}
    moved = {pair: 0.0 for row in rows for uses in row.uses.values() for pair, _ in uses}
    steps, before = dict.fromkeys(moved, FIRST_STEP), dict.fromkeys(moved, 0.0)
    for _ in range(ROUNDS):
        slopes = {pair: 2 * PENALTY * by for pair, by in moved.items()}
        for row in rows:
            _add_slopes(row, points, moved, slopes, NEWEST if row.folder in newest else 1.0)
        for pair, slope in slopes.items():
            turned = slope * before[pair]
            if turned < 0:
                steps[pair], before[pair] = max(steps[pair] * SLOWER, SMALLEST_STEP), 0.0
                continue
            if turned > 0:
                steps[pair] = min(steps[pair] * FASTER, LARGEST_STEP)
            by = moved[pair] - (steps[pair] if slope > 0 else -steps[pair] if slope < 0 else 0.0)
            least, most = (
                -min(MOST_LOST * points[pair], MOST_MOVED),
                min(max(0.0, MOST_POINTS - points[pair]), MOST_MOVED),
            )
            moved[pair] = max(least, min(most, by))
            before[pair] = slope
    return {pair: points[pair] + moved.get(pair, 0.0) for pair in points}


def _add_slopes(
    row: Told, points: dict[Pair, float], moved: dict[Pair, float], slopes: dict[Pair, float], weight: float
) -> None:
    """The slopes of how unlikely the accepted topics of a report are."""
    scores = {id: sum([(points[pair] + moved[pair]) * times for pair, times in uses]) for id, uses in row.uses.items()}
    for id, more in row.more.items():
        scores[id] = scores.get(id, 0.0) + more
    if not scores.keys() & row.accepted:
        return
    height = {id: exp(SHARPNESS * worth(score, row.different.get(id, 0))) for id, score in scores.items()}
    every, right = sum(height.values()), sum(height[id] for id in row.accepted & height.keys())
    for id, uses in row.uses.items():
        wrong = height[id] / every - (height[id] / right if id in row.accepted else 0.0)
        slope = weight * wrong * SHARPNESS / (1 + scores[id])
        for pair, times in uses:
            slopes[pair] += slope * times


def worth(score: float, different: int) -> float:
    """How strong a topic is (a logarithm)."""
    return log1p(score) + DIFFERENT * log1p(different)


def with_points(points: dict[Pair, float], lexicon: Lexicon) -> Lexicon:
    """The lexicon with weights that give these points; a word that moved little keeps its own."""
    known = {(id, word): p for word, topics in lexicon.points.items() for id, p in topics}

    def weight(id: str, word: str, before: float) -> float:
        now = points[id, word]
        if abs(now - known[id, word]) < LEAST_MOVED:
            return before
        return max(0.1, round(NAMES_IT * (now / NAMES_IT) ** (1 / STEEPNESS), 1))

    return make_lexicon(
        replace(e, words=tuple((word, weight(e.id, word, before)) for word, before in e.words)) for e in lexicon.entries
    )


def figures(rows: Sequence[Told], lexicon: Lexicon) -> str:
    """How many reports have a topic that is right, and how many of the topics are wrong."""
    right = given = wrong = 0
    for row in rows:
        found = set(topics_of(row.report, row.statements, lexicon, row.people))
        right, given, wrong = right + bool(found & row.accepted), given + len(found), wrong + len(found - row.accepted)
    return f"right {right / len(rows):.3f} wrong {wrong / max(1, given):.3f}"


def beside(rows: Sequence[Told], lexicon: Lexicon) -> str:
    """The figures that tell whether a second topic is given, fitted on the second and third of each report."""
    cases: list[Case] = []
    for n, row in enumerate(rows):
        scores = {id: sum(dict(lexicon.points[w])[id] * t for (_, w), t in uses) for id, uses in row.uses.items()}
        for id, more in row.more.items():
            scores[id] = scores.get(id, 0.0) + more
        best, *others = sorted(scores, key=lambda id: -worth(scores[id], row.different.get(id, 0))) or [""]
        for id in others[:2]:
            signs = {
                "own": log1p(scores[id]),
                "best": log1p(scores[best]),
                "own words": log1p(row.different.get(id, 0)),
                "best words": log1p(row.different.get(best, 0)),
            }
            cases.append(Case(str(n), signs, id in row.accepted, 1.0))
    names = ("own", "best", "own words", "best words")
    told = ", ".join(f"{name} {value:.2f}" for name, value in fit(cases, names).items())
    return f"beside the strongest: {told}; two in three are right from {log(2):.2f} on"


def file_of(lexicon: Lexicon, text: str) -> str:
    """The text of the file with the lexicon's weights, the strongest first."""
    for entry in lexicon.entries:
        weights = dict(entry.words)

        def words(match: re.Match[str], weights: dict[str, float] = weights) -> str:
            keys = [key.strip() for key in re.findall(r"([^{},:]+): *[0-9.]+", match[2])]
            rows = sorted(keys, key=lambda key: -weights[key.strip("'\"")])
            return match[1] + _wrapped([f"{key}: {weights[key.strip(chr(39) + chr(34))]:g}" for key in rows]) + "}"

        text = re.sub(rf"(- id: {entry.id}\n(?:  (?!words).*\n)*  words:\n    \{{)([^}}]*)\}}", words, text, count=1)
    return text


def _wrapped(words: Iterable[str]) -> str:
    lines, width = [""], 5
    for word in words:
        wide = len(word) + sum(c > "\u2e80" for c in word) + 2
        if width + wide > WIDTH and lines[-1]:
            lines, width = [*lines, ""], 5
        lines[-1] += word + ", "
        width += wide
    return "\n     ".join(line.rstrip() for line in lines).rstrip(",")


def main(write: Callable[[str], object] = sys.stdout.write) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--newest", nargs="*", type=Path, default=[])
    parser.add_argument("--held-back", action="store_true")
    arguments = parser.parse_args()
    lexicon, newest = make_lexicon(built_in()), frozenset(path.name for path in arguments.newest)
    rows = told(read([*arguments.paths, *arguments.newest], lexicon), lexicon)
    for folder in dict.fromkeys(row.folder for row in rows) if arguments.held_back else ():
        others = [row for row in rows if row.folder != folder]
        kept = [row for row in rows if row.folder == folder]
        after = with_points(fitted(others, lexicon, newest), lexicon)
        print(f"{folder}: {figures(kept, lexicon)}; fitted on others {figures(kept, after)}", file=sys.stderr)
    after = with_points(fitted(rows, lexicon, newest), lexicon)
    print(f"all: {figures(rows, lexicon)}; fitted {figures(rows, after)}", file=sys.stderr)
    print(beside(told([(*row[:4], names_of(row, lexicon)) for row in rows], after), after), file=sys.stderr)
    source = Path(__file__).parent.parent / "bulletin" / "data" / "topics.yaml"
    write(file_of(after, source.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
