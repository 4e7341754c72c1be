"""Traditional characters read as simplified ones, so that one set of words and rules serves both; broken conversions.

In comes any text, out goes one of the same length: places found in it are places in the text as printed, which itself
is never changed. A text without such characters comes back as it is (one quick look).
"""

import re
from functools import cache, lru_cache

from bulletin.patterns import compiled, pattern
from bulletin.people.vocabulary import read_sections

LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
PINYIN = pattern(f"[（(][{LETTERS}]{{1,6}}[）)]")
"""What a broken conversion puts behind a character: 縣長(zhǎng)."""
ANY_PINYIN = f"(?:{PINYIN.pattern})?"
LOST_MARK = pattern("[?？]{1,2}h(?=[\u4e00-\u9fff])")
"""What a broken conversion leaves of 。縣 at the beginning of a sentence."""
BEHIND_JOINT = pattern("、[ \u3000\xa0]+(?=[\u4e00-\u9fff])")
"""A space that a page left in a list: 高远、 何明川参加."""


DOUBLED = pattern("，(?=[，、。；])")
"""A comma that a mirror site put before another mark: 高远，、何明川参加，。"""


def mend(text: str) -> str:
    """`text` without a broken conversion's usual traces and without spaces in lists; for finding names, never for print."""
    if "h" in text:
        text = LOST_MARK.sub("。縣", text)
    if "、 " in text or "、\u3000" in text or "、\xa0" in text:
        text = BEHIND_JOINT.sub("、", text)
    if "，，" in text or "，、" in text or "，。" in text:
        text = DOUBLED.sub("", text)
    return without_pinyin(text)


def without_pinyin(text: str) -> str:
    """`text` without what a broken conversion puts behind characters."""
    if ("（" in text and _may_hold_pinyin(text, "（")) or ("(" in text and _may_hold_pinyin(text, "(")):
        return PINYIN.sub("", text)
    return text


def _may_hold_pinyin(text: str, bracket: str) -> bool:
    """Whether a small letter stands behind one of these brackets: most texts have a few brackets and none with pinyin."""
    at = text.find(bracket) + 1
    while at:
        if text[at : at + 1].islower():
            return True
        at = text.find(bracket, at) + 1
    return False


def as_printed(post: str, name: str, text: str) -> str:
    """How a post that was found in the mended `text` stands in it, before the name if it does: with the pinyin in and behind it."""
    own, named = ("".join([re.escape(letter) + ANY_PINYIN for letter in words]) for words in (post, name))
    found = re.search(f"({own}){named}", text) or re.search(f"({own})", text)
    return found[1] if found else post


@cache
def simplified() -> dict[int, str]:
    """Code point of a traditional character -> the simplified one."""
    return {ord(pair[0]): pair[1] for line in read_sections("traditional.txt")[""] for pair in line}


@cache
def _table() -> tuple[re.Pattern[str], dict[int, str]]:
    return compiled("[" + "".join(map(chr, simplified())) + "]"), simplified()


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """`text` with simplified characters, of the same length."""
    pattern, table = _table()
    return text.translate(table) if pattern.search(text) else text
