"""The form of a name: a surname and one or two characters that are given, or the sounds of another language.

In comes a piece of a folded text, out come points for how much it looks like a name. Where it stands is not asked.
"""

from functools import lru_cache

from bulletin.people.endings import LIKELY, word_end
from bulletin.people.vocabulary import name_words, surnames

NEVER_GIVEN = frozenset(
    "的了着过们他她它你我您是与或等就对从由被让使给并也还都又再很最这那此该其且所者个位名些两说赴讲问看听去做某称"
    "率及县区带要"
)
"""Characters that hardly ever stand in a given name."""
INSIDE_GIVEN = frozenset("其从让对名再又也与问及带要听讲看")
"""Those of them that stand between a surname and a common character now and then: 苏其青, 何从山, 江名远."""
SELDOM_GIVEN = frozenset("在为和之来以将要会能有到向上下分别作出前后先自同把")
"""Characters that stand in given names, but more often begin the word behind one."""
ALSO_WORDS = frozenset("富向和于任应常明时安全成方经通连随单都尚终计查解管包关有当许别同边种操图续掌库税")
"""Surnames that more often are words."""
NUMERALS = frozenset("一二三四五六七八九十两几多数")
GIVEN_PAIRS = frozenset(("向前", "向上", "有为", "有才", "自立", "自强", "自力"))
"""Given names of two characters of which each seldom stands in one."""
NO_GIVEN_PAIRS = frozenset(
    ("强调", "指出", "要求", "表示", "参加", "出席", "陪同", "主持", "带队", "共同", "一同", "分别")
)
"""What nobody is called, whatever stands before it: 县领导任思|龙参加, 田长|静强调."""
FOREIGN = frozenset(
    "兰库洪穆娅孙帖恰坎别牙甫来土当周宫公保久杰尖群培增坚嘉太么完智孟阿艾巴白班贝比毕边波布才仓曾查茨次达代旦德登"
    "迪东顿多额恩尔嘎格更古贡果哈海吉加江金卡康克拉郎勒丽力鲁罗洛玛买曼米莫木那纳娜尼诺欧帕潘佩平普其奇琪强巧青庆"
    "曲热仁荣肉萨色桑沙山莎什史斯松苏索塔坦特提吐托旺威乌西希夏辛亚杨央依音尤玉扎泽孜珍卓宗措姆拜地都赛合日图雅朝"
    "腾根子惹铁呷堆云高娃花朵华龙朋毛胡宝音呼伦包敖其木仓央坚才让多杰拥忠泽本初尕藏龚却桑阿迪力买提江尔古丽依曲比"
    "伍各伙使克日且沙牛瓦则石且库凯亥汗麦再祖约伊司塞吾合满若茹努奴叶肯列胜马门丹珠敦罕俄温钦套旭琴牧鄂堆觉朗赞晋"
    "甫益七计南琼蒙夫草切"
)
SOUNDS = FOREIGN | frozenset(
    "农此取茸四向降美赤永绒里甲所秋邓昂哇科切羊角香娘道楞乐呼斯傲卜杜逊森如荪机登真贾体歪刀岩扁柯盖冷彭万关主"
    "雍策陶闹饶绕俊隆志丁斗"
)
"""Those of `FOREIGN`, and others that such names are written with beside them."""


def form(name: str) -> int:
    """Points for the form of a whole name with a surname (2 and more), 0 for what is none."""
    return form_points(name, name[:2] in surnames().compound, False) if len(name) > 1 else 0


@lru_cache(maxsize=100_000)
def form_points(name: str, compound: bool, must: bool) -> int:
    """Points for the form of a name; 0 for what can be none."""
    single = name[0] in surnames().single
    given = ""
    if name[-2:] in NO_GIVEN_PAIRS:
        return 0
    if compound and len(name) in (3, 4):
        given, points = name[2:], 4
    elif single and len(name) == 3:
        given, points = name[1:], 3
    elif single and len(name) == 2:
        given, points = name[1:], 2
    if (
        given
        and (given[-1] not in "到在" or name in name_words().also_names)
        and not any(c in NEVER_GIVEN for c in (given[1:] if must and _inside_given(name) else given))
    ):
        common = name_words().given
        points += all(c in common for c in given)
        if given in GIVEN_PAIRS:
            return points
        points -= 2 * (given[-1] in SELDOM_GIVEN and len(given) > 1) + (given[0] in SELDOM_GIVEN)
        return max(points, int(must and name[0] in surnames().frequent))
    if must and _foreign(name):
        return (0, 0, 1, 2, 4, 4, 4, 4)[len(name)]
    return 0


def _inside_given(name: str) -> bool:
    """Whether the second of three characters, seldom as it is in names, may be one of this name."""
    return (
        len(name) == 3
        and name[1] in INSIDE_GIVEN
        and name[0] in surnames().single
        and (name[0] not in ALSO_WORDS or name[1] == "及")
        and name[2] in name_words().given
        and word_end(name[1:]) < LIKELY  # 江|再次
    )


def _foreign(name: str) -> bool:
    if len(name) == 2 and name[1] in "和道":  # 布和, 苏和, 恩和
        return name[0] in FOREIGN
    if name[0] not in SOUNDS or any(c in "和到在为" for c in name[2:]):
        return False
    if any(c in NEVER_GIVEN and c not in SOUNDS for c in name.removeprefix("阿的")):
        return False
    if len(name) > 3 and name[-1] in SELDOM_GIVEN and name[-1] not in SOUNDS:
        return False  # 青格勒|在
    if sum(c in FOREIGN for c in name) < 1 + (len(name) > 2):
        return False
    sounds = sum(c in SOUNDS for c in name) + (name[1] == "和")  # 呼和夫
    return sounds >= len(name) - (3 < len(name) < 6)


def sounding(run: str) -> int:
    """How far `run` may be a name of another language: such a name has one character at most that is not in `SOUNDS`."""
    others = 0
    for length, character in enumerate(run):
        others += character not in SOUNDS
        if others > 1:
            return length
    return len(run)


def fills_a_piece(run: str) -> bool:
    """Whether four characters between marks are a name of another language that begins like a surname: 佟格日乐."""
    rest = run[1:]
    return all(c in FOREIGN or c == "乐" for c in rest) and not any(word_end(run[i:]) >= LIKELY for i in (2, 3))


def sounds_foreign(piece: str) -> bool:
    """Whether a piece is written with the characters that names of other languages are put down in."""
    foreign = sum(c in FOREIGN for c in piece)
    return 2 * foreign >= len(piece) if piece[0] in FOREIGN else foreign == len(piece) - 1
