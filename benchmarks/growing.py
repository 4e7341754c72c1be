"""Grow the trees of signs that say more together than each alone (`bulletin/reports/weighing.py`), and tell what they get wrong elsewhere.

In come questions with their signs and right answers, out come small trees whose points add up: gradient boosting by lightgbm
(`pip install` it as `benchmarks/requirements.txt` names it), with one thread and a fixed seed, so that the same input gives the same trees.
"""

from collections.abc import Sequence
from typing import Any

from benchmarks.fitting import Case
from bulletin.reports.weighing import Tree

TREES, LEAVES, RATE, FEWEST = 60, 10, 0.12, 15
"""How many trees, how many ends each has at most, how much each may say, and how many questions lead to an end."""


def grow(found: Sequence[Case], names: Sequence[str]) -> list[Tree]:
    """The trees of the questions, which ask for the signs of `names` alone."""
    import lightgbm
    import numpy

    rows = numpy.array([[case.signs.get(name, 0.0) for name in names] for case in found])
    model = lightgbm.LGBMClassifier(
        n_estimators=TREES, num_leaves=LEAVES, learning_rate=RATE, min_child_samples=FEWEST, reg_lambda=1.0,
        colsample_bytree=0.6, random_state=0, n_jobs=1, deterministic=True, verbose=-1,
    )  # fmt: skip
    model.fit(rows, [case.holds for case in found], sample_weight=[case.weight for case in found])
    return [_tree(told["tree_structure"], names) for told in model.booster_.dump_model()["tree_info"]]


def _tree(node: dict[str, Any], names: Sequence[str]) -> Tree:
    if "leaf_value" in node:
        return round(node["leaf_value"], 3)
    first, second = (_tree(node[child], names) for child in ("left_child", "right_child"))
    return names[node["split_feature"]], round(node["threshold"], 4), first, second


def head(purpose: str, command: str) -> str:
    """The beginning of a module that holds trees: what they tell, and how it is made."""
    return f'''"""Trees of signs {purpose}

A tree asks whether a sign holds at most so far, and goes on with the first or the second tree; at its ends are
logarithms of odds, and those of all trees add up. Made by `python -m {command} FOLDER…`, not by hand.
"""

from bulletin.reports.weighing import Tree
'''


def planted(name: str, trees: Sequence[Tree]) -> str:
    """The lines of a module that hold the trees."""
    lines = [f"    {tree!r},".replace("'", '"') for tree in trees]
    return "\n".join((f"{name}: tuple[Tree, ...] = (", *lines, ")  # fmt: skip"))
