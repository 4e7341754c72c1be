"""A quick look that spares a text the slow patterns never hides what they would find."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.people import chosen, labels, signs
from bulletin.people.fold import PINYIN, mend
from bulletin.reports import frame_signs, webpage
from bulletin.reports.decode import LIKELY_UTF8


def holds(parsed: Any, characters: str) -> bool:
    """Whether one of `characters` stands in whatever a parsed pattern finds."""
    return any(_piece_holds(str(piece), about, characters) for piece, about in parsed)


def _piece_holds(piece: str, about: Any, characters: str) -> bool:
    if piece == "LITERAL":
        return chr(about) in characters
    if piece == "IN":
        return all(str(kind) == "LITERAL" and chr(one) in characters for kind, one in about)
    if piece == "BRANCH":
        return all(holds(way, characters) for way in about[1])
    if piece == "MAX_REPEAT":
        return about[0] > 0 and holds(about[2], characters)
    return piece in ("SUBPATTERN", "ASSERT") and holds(about[-1], characters)


TABLES = (frame_signs.ANYWHERE, frame_signs.PAPER_LINE, frame_signs.WEAK_AD)
ROWS = [(sign, row.pattern) for table in TABLES for sign, row in table.items()]


@pytest.mark.parametrize("pattern", sorted({pattern for _, pattern in ROWS}))
def test_each_row_of_a_page_s_signs_has_one_in_all_that_it_finds(pattern: str) -> None:
    from re import _parser  # type: ignore[attr-defined]

    mine = "".join(sign for sign, row in ROWS if row == pattern)
    assert holds(_parser.parse(pattern), mine)


def test_rows_that_share_a_sign_are_all_asked() -> None:
    for text in (
        "邮发代号 21-1234",
        "主办 青石县委 承办 宣传部 邮箱：a@b.example",
        "抖音：青石发布",
        "抖音号：青石发布",
    ):
        assert webpage.is_frame(text), text


RULES = {
    "label": (labels.LABEL, signs.BEGIN_LABEL, ("县领导", "在家领导", "县级老领导")),
    "label behind": (
        labels.LABEL_AFTER,
        signs.BEGIN_LABEL_AFTER,
        (
            "等领导",
            "等县级干部",
            "及县四大班子",
            "和县直班子成员",
            "等县委常委参加",
            "等主席团成员",
            "等大会主席团成员",
        ),
    ),
    "count": (labels.SO_MANY, signs.BEGIN_COUNT, ("位副县长", "名县领导", "名常委", "位市领导")),
    "chosen": (
        chosen.CHOSEN,
        signs.BEGIN_CHOSEN,
        (
            "当选县长",
            "被选举为",
            "被推选为",
            "被任命为",
            "被补选为",
            "被聘任为",
            "他出任县长",
            "他担任县长",
            "高远任县长",
            "高远任石岭县委书记的决定",
            "不再担任县委书记",
            "不再兼任局长",
        ),
    ),
    "choosing": (
        chosen.CHOOSING,
        signs.BEGIN_CHOOSING,
        ("选举", "补选", "推选", "提名", "任命", "决定任命", "决定", "通过", "选出", "应当选举", "被选举", "被推选"),
    ),
    "leaving": (chosen.LEAVING, signs.BEGIN_LEAVING, ("免去", "免除", "接受", "同意")),
}


@pytest.mark.parametrize("rule", RULES)
def test_the_rare_words_of_a_rule_are_seen(rule: str) -> None:
    pattern, begin, texts = RULES[rule]
    for text in texts:
        assert pattern.search(text), text
        assert begin & set(signs.RARE.findall(text)), text


@pytest.mark.parametrize(
    "text", ["常务主席", "执行主席", "前排就座的有", "出席会议的还有", "参加的是", "四大班子成员", "县级干部", "常委会成员",
             "县委常委会成员", "常委会组成人员", "主席团成员", "执行主席团成员", "在主席台就座的同志"]
)  # fmt: skip
def test_the_rare_words_of_a_meetings_labels_are_seen(text: str) -> None:
    assert labels.OTHER_LABEL.search(text)
    assert signs.BEGIN_OTHER & set(signs.RARE.findall(text))


def test_four_characters_in_a_row_tell_utf_8() -> None:
    told = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf][\x80-\xbf]|\xef\xbc[\x80-\xbf]){4}")
    for text in ("县委书记", "，县，县", "a县委书", "，，，，", "县委，记", "é县委书", "\uff40，，，", "\ufe40县委书"):
        data = text.encode()
        assert bool(LIKELY_UTF8.search(data)) == bool(told.search(data)), text
        assert not LIKELY_UTF8.search(text.encode("gb18030")), text


@given(st.text("（(zhǎA1)）县", max_size=12))
def test_pinyin_is_looked_for_only_where_a_small_letter_stands_behind_a_bracket(text: str) -> None:
    assert mend(text) == PINYIN.sub("", text)
