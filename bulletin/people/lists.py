"""Names in a byline: separated by spaces or 、, padded inside (何　野), or glued (苏小雨何野江北).

In comes the text of a byline without its role words, out go the names; what cannot be cut into names (a department, a
pen name) is given back whole.
"""

from functools import lru_cache

from bulletin.patterns import pattern
from bulletin.people.forms import ALSO_WORDS, FOREIGN, SOUNDS
from bulletin.people.vocabulary import name_words, surnames

SEPARATORS = pattern("[、，,/／;；|｜＆&]|[ \u3000\t]+")
LONGEST_GLUED = 40
OFFICE = pattern(
    "(?:局|办|委|部|中心|政府|学校|医院|公司|组|站|社|队|会|处|所|馆|镇|乡|街道|台|科|室|院|校|党委|总支|支部"
    "|集团|网|报)$"
)

TIBETAN_NAMES = (
    "次仁 罗布 扎西 卓玛 多吉 尼玛 达娃 格桑 索朗 旺堆 平措 顿珠 边巴 拉姆 央金 普布 丹增 卓嘎 白玛 仁青 旦增 "
    "巴桑 米玛 洛桑 江村 曲珍 德吉 拉珍 次旦 旺姆 强巴 贡布 加央 才让 才旦 昂旺"
    " 阿旺 土登 益西 措姆 桑珠 欧珠 晋美 嘎玛 玉珍 德庆 群培 云丹 旺久 罗桑 班旦 登巴 曲扎 坚参 江措 嘉措 旺扎 "
    "彭措 拉巴 塔杰 桑杰 仁增 次珍 央宗 普珍 赤列 群增 旺杰 扎巴"
)
TIBETAN = frozenset(TIBETAN_NAMES.split())
"""Tibetan names of two characters; two of them make a name as often as not."""


def names_in_list(text: str) -> list[str]:
    """The names of a byline, in order."""
    names: list[str] = []
    parts = [part for part in SEPARATORS.split(text) if part]
    i = 0
    while i < len(parts):
        part = parts[i]
        if len(part) == 1 and i + 1 < len(parts) and len(parts[i + 1]) == 1:
            names.append(part + parts[i + 1])
            i += 2
            continue
        names.extend(cut_glued(part))
        i += 1
    return names


def cut_glued(text: str) -> list[str]:
    """Cut names that are written without a separator; text that cannot be cut into names is given back whole."""
    if (
        not 4 <= len(text) <= LONGEST_GLUED
        or "·" in text
        or OFFICE.search(text)
        or not all(c >= "\u3400" for c in text)
        or (len(text) < 6 and text[0] not in surnames().frequent and _sounds_whole(text))
        or (len(text) == 4 and not surnames().common & {text[0], text[2]})  # 才项仁青
        or (len(text) == 4 and text[:2] in TIBETAN and text[2:] in TIBETAN)  # 罗布次仁 is one
    ):
        return [text]
    cut = _cut(text)
    return list(cut) if len(cut) > 1 else [text]


def _sounds_whole(text: str) -> bool:
    """Whether four or five characters are one name of another language (扎西彭措) rather than two names."""
    return text[0] in FOREIGN and all(c in SOUNDS for c in text) and sum(c in FOREIGN for c in text) > 2


@lru_cache(maxsize=4096)
def _cut(text: str) -> tuple[str, ...]:
    """Cut the whole of `text` into names where they cost least; nothing where it does not go."""
    best: dict[int, tuple[float, tuple[str, ...]]] = {len(text): (0.0, ())}
    for at in range(len(text) - 2, -1, -1):
        found = [
            (_cost(text[at : at + length]) + best[at + length][0], (text[at : at + length], *best[at + length][1]))
            for length in (3, 2, 4)
            if at + length in best and _may_be_name(text[at : at + length])
        ]
        if found:
            best[at] = min(found, key=lambda cut: cut[0])
    return best.get(0, (0.0, ()))[1]


def _may_be_name(piece: str) -> bool:
    return piece[:2] in surnames().compound if len(piece) == 4 else piece[0] in surnames().single or (
        len(piece) == 3 and piece[:2] in surnames().compound
    )  # fmt: skip


def _cost(name: str) -> float:
    """The more seldom a surname, the more it costs; two characters and a frequent surname at the end cost a little."""
    known = surnames()
    if name[:2] in known.compound and len(name) > 2:
        return 0.5
    usual = 0.0 if name[0] in known.frequent else 0.5 if name[0] in known.common else 1.5
    return usual + 1.0 * (name[0] in ALSO_WORDS) + 0.8 * (len(name) == 2) + 0.5 * (name[-1] in known.frequent) + 0.4 * (
        len(name) == 3 and name[-1] not in name_words().given
    )  # fmt: skip
