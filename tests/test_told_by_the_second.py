"""Patterns that look for one of many words by its first character and know it by its second find what a plain row of the words finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.attendance import ATTENDED, ATTENDED_SIGN, BUREAU, POST, POST_SIGN, WHO_CAME, WHO_CAME_SIGN
from bulletin.patterns import found_at
from bulletin.people.before_posts import NAME_FIRST
from bulletin.people.characters import HAN
from bulletin.people.signs import HEADS, POST_AHEAD
from bulletin.people.statements import POINT
from bulletin.reports.kinds import SURNAME
from bulletin.reports.lead_forms import MAY_LEAD, NAMED_POST

NUMBER = "[一二三四五六七八九十]"
PLAIN = (
    (
        NAME_FIRST,
        "(?:书记|县长|市长|区长|旗长|州长|盟长|省长|专员|主任|主席|局长|厅长|部长|镇长|乡长|院长|检察长|常委|政委|秘书长|组长|指挥长|场长|关长|理事长)(?![：会])",
    ),
    (
        POST_AHEAD,
        f"(?:[{HEADS}]长|书记|常委(?!会)|主任(?!会议)|主席(?![团台会])|苏木达|委员|成员|政委|总指挥|总工程师|调研员|巡视员|专员|助理|参谋长)(?=[{HAN}、])",
    ),
    (
        NAMED_POST,
        "(?:书记|[县市区旗州省镇乡局部院厅处河林田路书挥组]长|主任|主席|常委|委员|专员|检察长|政委|总指挥|秘书长|巡视员|调研员|[校队站师团]长)"
        f"(?P<name>[{SURNAME}][\u4e00-\u9fff])",
    ),
    (POINT, f"{NUMBER}{{1,2}}(?:是|要)|第{NUMBER}[，、]|（{NUMBER}）|[①-⑳]|首先[，,]|其次[，,]"),
    (MAY_LEAD, "[际際到来來临臨至近即夕了](?:[（(][^（()）]{1,6}[）)])?[，,]|。[0-9近日为為]"),
)
CHARACTERS = "书记县市局部院长检察秘主任席常政委专员总指挥工程师调研巡视成助理参谋苏木达组校团会议：，、。（）高远江一二十第是要①首先其次到了6近为"
OFFICES = ("县长", "书记", "秘书长", "检察长", "总工程师", "参谋长", "调研员", "主任", "高远", "何明川")
PIECES = st.lists(st.sampled_from([*CHARACTERS, *OFFICES]), max_size=40)


@pytest.mark.parametrize(("quick", "plain"), PLAIN, ids=["name first", "post ahead", "named post", "point", "may lead"])
@settings(deadline=None)
@given(pieces=PIECES)
def test_both_find_the_same(quick: re.Pattern[str], plain: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in re.finditer(plain, text)]


WORDS = st.lists(
    st.sampled_from(
        [
            *POST_SIGN,
            *ATTENDED_SIGN,
            *WHO_CAME_SIGN,
            *"局人同。，、党组副主任书记",
            "主任",
            "书记",
            "党组",
            "有关",
            "会议",
        ]
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("sought", "words"), [(POST, POST_SIGN), (ATTENDED, ATTENDED_SIGN), (WHO_CAME, WHO_CAME_SIGN), (BUREAU, "局")]
)
@settings(deadline=None)
@given(pieces=WORDS)
def test_a_pattern_that_is_asked_at_its_words_alone_finds_all(
    sought: re.Pattern[str], words: tuple[str, ...], pieces: list[str]
) -> None:
    text = "".join(pieces)
    assert [m.span() for m in found_at(sought, text, words)] == [m.span() for m in sought.finditer(text)]
