"""Many small signs together: what each is worth is a table of points that was fitted on known texts (`benchmarks/fitting.py`)."""

from collections.abc import Mapping

Signs = dict[str, float]
"""Name of a sign -> how far it holds, 0 to 1."""
BIAS = "bias"
"""What a table holds besides: the points of a text without any sign."""


def weighed(signs: Signs, points: Mapping[str, float]) -> float:
    """The sum of the points of the signs, each by how far it holds: a logarithm of odds. A sign that the table lacks counts nothing."""
    return points[BIAS] + sum(points.get(name, 0.0) * weight for name, weight in signs.items())
