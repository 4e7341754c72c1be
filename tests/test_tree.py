"""Word lists as patterns: the longest word at a place, and the places where one may begin."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.people.beginnings import Beginnings
from bulletin.people.tree import begin_of_any, tree


def test_a_tree_takes_the_longest_word() -> None:
    pattern = re.compile(tree(["主持", "主持召开", "主任", "出席", "率", "."]))
    assert pattern.findall("主持会议，主持召开大会，主任出席，率队.主") == [
        "主持",
        "主持召开",
        "主任",
        "出席",
        "率",
        ".",
    ]


def test_places_where_a_word_may_begin() -> None:
    pattern = begin_of_any(["安全", "生产", "茶"])
    assert pattern is not None
    assert [m.start() for m in pattern.finditer("安全生产，茶，安静")] == [0, 2, 5]
    assert begin_of_any([]) is None


@settings(deadline=None)
@given(st.lists(st.text("县委书𠮷a", min_size=1, max_size=5)), st.text("县委书𠮷a\n\0", max_size=14))
def test_words_are_found_in_order_the_longest_at_each_place(words: list[str], text: str) -> None:
    wanted, at = [], 0
    while at < len(text):
        here = max((word for word in words if text.startswith(word, at)), key=len, default="")
        if here:
            wanted.append((at, here))
        at += len(here) or 1
    assert Beginnings(words).words_in(text) == wanted
