"""Places where a leader may stand with no other sign: looked for by rare words, found as the patterns alone would find them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.people.clauses import CHAIRED, ROW, chaired_in, clause_starts_in, rows_in

WORDS = (
    "会议由 大会由 高远 何明川 格桑多吉 同志 主持 代表县委 代表 作工作 作 向大会 作县政府 报告 参加 等参加 出席会议 分别作了 强调 指出 县长"
    " 工作会议 宣读"
)
PIECES = st.lists(st.sampled_from([*"，。；：、”\n由和", *WORDS.split()]), max_size=40)


@settings(deadline=None)
@given(PIECES)
def test_who_chairs_is_found_as_by_the_pattern_alone(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert chaired_in(text) == [match.end() for match in CHAIRED.finditer(text)]


@settings(deadline=None)
@given(PIECES, st.integers(0, 20))
def test_rows_are_found_as_by_the_pattern_alone(pieces: list[str], begin: int) -> None:
    text = "".join(pieces)
    assert [row.span() for row in rows_in(text, begin)] == [row.span() for row in ROW.finditer(text, begin)]


def test_a_clause_begins_in_a_headline_anywhere_and_below_it_before_a_verb_or_a_row() -> None:
    text = "高远检查防汛\n高度重视。高远强调，何明川、苏青参加。会议由江北主持。"
    starts = clause_starts_in(text, text.index("\n") + 1)
    assert [text[at : at + 2] for at in starts] == ["高远", "高远", "何明", "江北"]


def test_a_row_has_pieces_of_names_and_a_verb_of_attending() -> None:
    text = f"会议召开。{'、'.join(['高远', '何明川'])}参加。"
    assert [row["row"] for row in rows_in(text, 0)] == ["高远、何明川"]
