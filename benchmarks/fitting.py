"""Fit the points of signs that are weighed together (`bulletin/reports/weighing.py`), and tell what they get wrong elsewhere.

In come questions with their signs and right answers, out come the points of each sign; the tables of `beginnings`, `captions` and
`headlines` and the threshold of `topics` are made so. Logistic regression with a small penalty, by Newton's method; the same
input gives the same points.
"""

import hashlib
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from bulletin.reports.weighing import BIAS, Signs, weighed

PENALTY, PARTS, ROUNDS = 1.5, 8, 40
"""The penalty on a point, how many parts are held back in turn, Newton's steps."""


class Case(NamedTuple):
    """One question about a text: do its signs speak for what is asked?"""

    text: str
    signs: Signs
    holds: bool
    weight: float


def golds(folders: Sequence[Path]) -> Iterator[tuple[Path, list[dict]]]:
    """(path of the gold, its articles) of every text of the folders, in order."""
    for folder in folders:
        for gold in sorted(folder.glob("*.json")):
            yield gold, json.loads(gold.read_text(encoding="utf-8"))["articles"]


@contextmanager
def answering(module: ModuleType, **answers: Callable[..., object]) -> Iterator[None]:
    """While it lasts the functions of `module` are others, which note what they are asked and answer as the gold does."""
    kept = {name: getattr(module, name) for name in answers}
    vars(module).update(answers)
    try:
        yield
    finally:
        vars(module).update(kept)


def signs_in(found: Sequence[Case]) -> list[str]:
    """The names of all signs, in order."""
    return sorted({sign for case in found for sign in case.signs})


def fit(found: Sequence[Case], names: Sequence[str]) -> dict[str, float]:
    """The bias and the points of each sign of `names`."""
    index = {name: i for i, name in enumerate(names)}
    rows = [([(index[s], w) for s, w in c.signs.items() if s in index] + [(len(names), 1.0)], c) for c in found]
    points = [0.0] * (len(names) + 1)
    for _ in range(ROUNDS):
        slope = [PENALTY * p for p in points[:-1]] + [0.0]
        curve = [[PENALTY if i == j else 0.0 for j in range(len(points))] for i in range(len(points))]
        curve[-1][-1] = 1e-3
        for row, case in rows:
            likely = _odds(sum(points[i] * w for i, w in row))
            wrong, bend = case.weight * (likely - case.holds), case.weight * max(likely * (1 - likely), 1e-4)
            for i, w in row:
                slope[i] += wrong * w
                line = curve[i]
                for j, v in row:
                    line[j] += bend * w * v
        step = _solve(curve, slope)
        points = [p - max(-2.0, min(2.0, s)) for p, s in zip(points, step, strict=True)]
        if max(map(abs, step)) < 1e-4:
            break
    return dict(zip((BIAS, *names), (points[-1], *points[:-1]), strict=True))


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


def part_of(text: str) -> int:
    """Which of the parts that are held back in turn a text is in; its name decides."""
    return int(hashlib.md5(text.encode()).hexdigest(), 16) % PARTS


def held_back(
    found: Sequence[Case], names: Sequence[str], what: str, sure: float = 0.0, least: float = 0.0,
    learn: Callable[..., Any] = fit, weigh: Callable[[Signs, Any], float] = weighed,
) -> str:  # fmt: skip
    """How many questions about texts that were not learnt from are answered wrong; those that weigh less than `least` are not counted.

    `learn` makes of questions what `weigh` asks: points that are fitted, or trees that are grown (`growing`).
    """
    missed = taken = 0
    counted = [case for case in found if case.weight >= least]
    for k in range(PARTS):
        learnt = learn([case for case in found if part_of(case.text) != k], names)
        for case in counted:
            if part_of(case.text) == k:
                says = weigh(case.signs, learnt) > sure
                missed += case.holds and not says
                taken += says and not case.holds
    hold = sum(case.holds for case in counted)
    return f"held back: {missed} of {hold} {what} missed, {taken} of {len(counted) - hold} others taken"


def table(name: str, points: Mapping[str, float]) -> str:
    """The lines of a module that hold the points."""
    return "\n".join((f"{name} = {{", *(f'    "{sign}": {value:.2f},' for sign, value in points.items()), "}"))
