"""Garbage of the preview: none is looked for while something is built, all of it while pages are only read."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from bulletin.serve.tidying import COLLECTIONS, Tidying

MANY = 200_000


class Handler:
    """One of those that hold on to themselves, as a server's do."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def tidying() -> Iterator[Tidying]:
    found = gc.get_threshold()
    gc.set_threshold(1_000_000, *found[1:])  # as a build on the command line has it
    begun = Tidying()
    begun.start()
    yield begun
    begun.end()
    assert gc.get_threshold() == (1_000_000, *found[1:])
    gc.set_threshold(*found)
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def garbage() -> "weakref.ref[Handler]":
    return weakref.ref(Handler())


def allocate() -> None:
    assert len([[i] for i in range(MANY)]) == MANY


def test_nothing_is_looked_for_while_something_is_built_and_all_of_it_when_it_is_quiet(tidying: Tidying) -> None:
    tidying.rest()
    tidying.work()
    left = garbage()
    allocate()
    assert left() is not None
    tidying.rest()
    assert left() is None


def test_what_pages_that_are_read_leave_behind_is_let_go_without_a_save(tidying: Tidying) -> None:
    tidying.rest()
    left = garbage()
    allocate()
    assert left() is None


def test_what_has_become_garbage_since_it_was_put_aside_is_found_in_the_end(tidying: Tidying) -> None:
    kept = [Handler()]
    left = weakref.ref(kept[0])
    tidying.rest()
    kept.clear()
    tidying.rest()
    assert left() is not None
    for _ in range(COLLECTIONS):
        tidying.rest()
    assert left() is None


def test_the_collector_is_left_alone_where_nobody_began() -> None:
    untouched = Tidying()
    for step in (untouched.work, untouched.rest, untouched.end):
        step()
        assert gc.isenabled()
        assert gc.get_freeze_count() == 0
