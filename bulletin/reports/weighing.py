"""Many small signs together: what they are worth was fitted on known texts (`benchmarks/fitting.py`).

Either each sign has points of its own, or small trees ask for one sign after the other and hold points at their ends, where
what a sign says depends on others.
"""

from collections.abc import Mapping, Sequence

Signs = dict[str, float]
"""Name of a sign -> how far it holds, 0 to 1."""
BIAS = "bias"
"""What a table holds besides: the points of a text without any sign."""


def weighed(signs: Signs, points: Mapping[str, float]) -> float:
    """The sum of the points of the signs, each by how far it holds: a logarithm of odds. A sign that the table lacks counts nothing."""
    return points[BIAS] + sum(points.get(name, 0.0) * weight for name, weight in signs.items())


Tree = float | tuple[str, float, "Tree", "Tree"]
"""Points; or a sign, how far it may hold at most to go on with the first of two trees, and these."""


def weighed_by_trees(signs: Signs, trees: Sequence[Tree]) -> float:
    """The sum of the points to which the signs lead in each tree: a logarithm of odds."""
    holds, points = signs.get, 0.0
    for tree in trees:
        while isinstance(tree, tuple):
            tree = tree[2] if holds(tree[0], 0.0) <= tree[1] else tree[3]
        points += tree
    return points


def signs_asked(tree: Tree) -> set[str]:
    """The names of the signs that a tree asks for."""
    return {tree[0]} | signs_asked(tree[2]) | signs_asked(tree[3]) if isinstance(tree, tuple) else set()
