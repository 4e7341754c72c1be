"""How surely a name ends at a place of a text, by what stands behind it there: a mark, a verb, a word that may be one.

In comes a folded text and a place, out comes one of SURE, LIKELY, PERHAPS and NO.
"""

from functools import lru_cache

from bulletin.patterns import pattern
from bulletin.people.vocabulary import name_words

STOPS = frozenset("、，。；：！？,;:!?（）()“”《》【】[] \u3000\n—…")
SURE, LIKELY, PERHAPS, NO = 4, 3, 1, 0
IN_THE_NAME = pattern(
    "和(?:同志|及|与|以及|所?作[的了]|到(?![会场访来达]))"
    "|[来先](?:指出|强调|要求|表示|出席|参加|主持|陪同|宣布|宣读)|先(?:的|同志|一行|说)"
    "|和(?:参加|出席|陪同|主持|参与|列席)(?:[，。；]|了|活动|会议|仪式|调研|检查)"
    "|会(?:同志|一同|一行|来?到|为|在|对|就|赴|率|深入|带|前往|首先|先后|还|说|详细|仔细|认真|指出|强调|要求|表示"
    "|出席|参加|主持|陪同|宣布|宣读|[，、。；])"
)
"""Where 和, 来 and 会 end a name although they begin a known word: 章慧和|同志, 邹光来|指出, 石德会|同志."""
COMING = pattern("来[^，。；：\n]{2,14}(?:调研|考察|检查|视察|指导|开展|参加|参观|慰问|督导|督查|巡查|巡视|走访)")
IN_COMPANY = pattern("在[^，。；：\n]{2,24}(?:陪同|带领|率领|引导|主持|组织|支持)下")
IN_MANY_COMPANY = pattern(
    "先在[^，。；：\n]{1,18}(?:书记|长|主任|主席|常委|委员)[^。；：\n]{2,90}?(?:陪同|带领|率领|引导)下"
)
BEFORE_TI = frozenset("买麦木合哈赛列那沙拉来")
"""Behind these 提 belongs to the name (买合木提|到), where it would else begin a word (提到)."""
AROUND = 20_000
"""How many characters around a name are asked: enough for any report, so that a long text is not read again and again."""


def word_end(piece: str) -> int:
    """How surely a name ends before a piece that begins with a character of Chinese and no mark."""
    words = name_words()
    start = piece[:2]
    if any(piece.startswith(word) for word in words.after.get(start, ())):
        return LIKELY
    if piece[0] in "于自从" and "0" <= piece[1:2] <= "9":
        return LIKELY  # 何野|于11月2日
    if piece[0] == "等" or (piece[0] in "说称道" and piece[1:2] in STOPS):
        return LIKELY
    return PERHAPS if piece[0] in words.after_one else NO


@lru_cache(maxsize=200_000)
def ending_of(piece: str) -> int:
    """How surely a name ends before `piece`, the four characters that follow."""
    if not piece or not piece[0] >= "\u3400":
        return SURE
    return SURE if piece[0] in STOPS or "\uff00" <= piece[0] <= "\uffef" else word_end(piece)


def ending(text: str, at: int) -> int:
    """How surely a name ends before `text[at]`: SURE at a mark, LIKELY at a known word, PERHAPS at a one-character one."""
    return ending_of(text[at : at + 4])


def end_behind(text: str, at: int, name: str) -> int:
    """How surely `name`, which stands at `at`, ends there, where its last character or the next one may belong to the other side."""
    length = len(name)
    end = ending_of(text[at + length : at + length + 4])
    if end == LIKELY and name[-1] in BEFORE_TI and text.startswith("提到", at + length):
        end = NO
    if PERHAPS <= end < SURE and text[at + length] in "和来先会" and IN_THE_NAME.match(text, at + length):
        end = NO
    if end == LIKELY and text.startswith("正在", at + length) and IN_COMPANY.match(text, at + length + 1):
        end = NO  # 丁立正|在市教育局局长的陪同下
    if end and text.startswith("先在", at + length) and IN_MANY_COMPANY.match(text, at + length):
        end = NO  # 丁立先|在县长高远，副县长何野的陪同下
    if end == NO and length == 3 and text[at + 3 : at + 4] == "来" and COMING.match(text, at + 3):
        end = PERHAPS  # 景美文|来山东考察
    return end
