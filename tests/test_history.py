"""The law of the engine, held over random histories: see `history`.

`STEPS` is how many steps are walked, the same ones every time; `make soak` walks more, new ones each time.
"""

import os
from collections.abc import Iterator
from math import ceil

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.history import History
from tests.tools.deaths import Deaths

SOAK = bool(os.environ.get("SOAK"))
STEPS = int(os.environ.get("STEPS", "2000"))
WALKS, LENGTH, SHORTER = 4, 40, 1.4
"""Walks, steps in a history, and how much shorter than that the histories are on the whole."""


@pytest.fixture
def deaths() -> Iterator[None]:
    History.deaths = Deaths()
    yield
    History.deaths.close()
    History.deaths = None


@pytest.mark.usefixtures("deaths")
@pytest.mark.parametrize("walk", range(WALKS))
def test_after_any_history_the_output_is_that_of_a_clean_build(walk: int) -> None:
    History.steps = 0
    rules = settings(
        max_examples=ceil(STEPS * SHORTER / WALKS / LENGTH) + 1, stateful_step_count=LENGTH, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink] if SOAK else [Phase.generate],
    )  # fmt: skip
    machine = type(f"History{walk}", (History,), {})
    run_state_machine_as_test(machine if SOAK else seed(walk)(machine), settings=rules)
    assert History.steps >= STEPS / WALKS
