"""A person's name at a given place of a text: where does it end?

In comes a text with simplified characters (`fold`) and a place, out comes the length of the name there. A name is a
surname and one or two characters more, or parts joined by ·, or (in the west and the south-west) two to five characters
that follow no such rule. Each reading gets points for what stands behind it (marks and known verbs are sure ends), for
how common its form is, and for how often it stands elsewhere in the report with a sure end; the best one wins.
"""

import re
from functools import lru_cache

from bulletin.patterns import pattern
from bulletin.people.told import ENDS_TOLD, is_told
from bulletin.people.vocabulary import name_words, surnames, title_words

HAN = "\u3400-\u4dbf\u4e00-\u9fff〇\U00020000-\U0003ffff"
HAN_RUN = pattern(f"[{HAN}]{{1,7}}")
DOTS = "·•‧・．"
NOT_PLAIN, SPACES, OTHER_DOTS = pattern("[ \u3000•‧・．]"), pattern("[ \u3000]"), pattern("[•‧・．]")
DOTTED = pattern(f"[{HAN}]{{1,7}}(?:[{DOTS}][{HAN}]{{1,7}}){{1,3}}")
PADDED = pattern(f"([{HAN}])[ \u3000]{{1,2}}([{HAN}])(?![{HAN}])|([{HAN}])[ \u3000]{{1,2}}([{HAN}])(?=[{HAN}])")
STOPS = frozenset("、，。；：！？,;:!?（）()“”《》【】[] \u3000\n—…")
SURE, LIKELY, PERHAPS, NO = 4, 3, 1, 0
NEVER_GIVEN = frozenset(
    "的了着过们他她它你我您是与或等就对从由被让使给并也还都又再很最这那此该其且所者个位名些两说赴讲问看听去做某称率及县区带要"
)
"""Characters that hardly ever stand in a given name."""
INSIDE_GIVEN = frozenset("其从让对名再又也与问及带要听讲看")
"""Those of them that stand between a surname and a common character now and then: 苏其青, 何从山, 江名远."""
SELDOM_GIVEN = frozenset("在为和之来以将要会能有到向上下分别作出前后先自同把")
"""Characters that stand in given names, but more often begin the word behind one."""
ALSO_WORDS = frozenset("富向和于任应常明时安全成方经通连随单都尚终计查解管包关有当许别同边种操图续掌库税")
"""Surnames that more often are words."""
GIVEN_PAIRS = frozenset(("向前", "向上", "有为", "有才", "自立", "自强", "自力"))
"""Given names of two characters of which each seldom stands in one."""
NO_GIVEN_PAIRS = frozenset(
    ("强调", "指出", "要求", "表示", "参加", "出席", "陪同", "主持", "带队", "共同", "一同", "分别")
)
"""What nobody is called, whatever stands before it: 县领导任思|龙参加, 田长|静强调."""
FESTIVALS = frozenset(("国庆", "元旦", "元宵", "文明", "马上"))
"""Words that people are called as well, but that mostly tell when somebody does something: 副县长|国庆值班."""
NUMERALS = frozenset("一二三四五六七八九十两几多数")
FOREIGN = frozenset(
    "兰库洪穆娅孙帖恰坎别牙甫来土当周宫公保久杰尖群培增坚嘉太么完智孟阿艾巴白班贝比毕边波布才仓曾查茨次达代旦德登迪东顿多额恩尔嘎格更古贡果哈海吉加江金卡康克拉郎勒丽力鲁罗洛玛买曼米莫木那纳娜尼诺欧帕潘佩平普其奇琪强巧青庆曲热仁荣肉萨色桑沙山莎什史斯松苏索塔坦特提吐托旺威乌西希夏辛亚杨央依音尤玉扎泽孜珍卓宗措姆拜地都赛合日图雅朝腾根子惹铁呷堆云高娃花朵华龙朋毛胡宝音呼伦包敖其木仓央坚才让多杰拥忠泽本初尕藏龚却桑阿迪力买提江尔古丽依曲比伍各伙使克日且沙牛瓦则石且库凯亥汗麦再祖约伊司塞吾合满若茹努奴叶肯列胜马门丹珠敦罕俄温钦套旭琴牧鄂堆觉朗赞晋甫益七计南琼蒙夫草切"
)
SOUNDS = FOREIGN | frozenset(
    "农此取茸四向降美赤永绒里甲所秋邓昂哇科切羊角香娘道楞乐呼斯傲卜杜逊森如荪机登真贾体歪刀岩扁柯盖冷彭万关主"
    "雍策陶闹饶绕俊隆志丁"
)
"""Those of `FOREIGN`, and others that such names are written with beside them."""
IN_THE_NAME = pattern(
    "和(?:同志|及|与|以及|到(?![会场访来达]))|[来先](?:指出|强调|要求|表示|出席|参加|主持|陪同|宣布|宣读)|先(?:的|同志|一行|说)|和(?:参加|出席|陪同|主持|参与|列席)(?:[，。；]|了|活动|会议|仪式|调研|检查)"
    "|会(?:同志|一同|一行|来?到|为|在|对|就|赴|率|深入|带|前往|首先|先后|还|说|详细|仔细|认真|指出|强调|要求|表示|出席|参加|主持|陪同|宣布|宣读|[，、。；])"
)
"""Where 和, 来 and 会 end a name although they begin a known word: 章慧和|同志, 邹光来|指出, 石德会|同志."""
COMING = pattern("来[^，。；：\n]{2,14}(?:调研|考察|检查|视察|指导|开展|参加|参观|慰问|督导|督查|巡查|巡视|走访)")
IN_COMPANY = pattern("在[^，。；：\n]{2,24}(?:陪同|带领|率领|引导|主持|组织|支持)下")
IN_MANY_COMPANY = pattern(
    "先在[^，。；：\n]{1,18}(?:书记|长|主任|主席|常委|委员)[^。；：\n]{2,90}?(?:陪同|带领|率领|引导)下"
)
CROSSING = pattern(
    "一(?:同(?!志)|道|并|起|致)|均(?:作|表|参|出|到|就|对|为|在|由|已)|家[中里访]|来了|信心|带(?:考|调|市|县|省|领|着|队|团|相|有)"
    "|作[汇发表点安部总重典]|处(?:获|了解|得知)|共同(?!志)|主持|根据|致[辞词欢开闭答]|面[对向]|则(?:要求|强调|表示|指出|提出|代表|[对就为])|军分区|所[作说]|向(?:市|县|区|大家|全|与|广)"
)
CROSSING_SIGN = frozenset("一均家来信带作处共主根致面所向则军")
"""Words whose first character a name may end with as well: 苏青|一同参加, 何野|均作了发言, 高远|家中."""
BEFORE_TI = frozenset("买麦木合哈赛列那沙拉来")
"""Behind these 提 belongs to the name (买合木提|到), where it would else begin a word (提到)."""
AROUND = 20_000
"""How many characters around a name are asked: enough for any report, so that a long text is not read again and again."""


def _word_end(piece: str) -> int:
    words = name_words()
    start = piece[:2]
    if any(piece.startswith(word) for word in words.after.get(start, ())):
        return LIKELY
    if piece[0] == "等" or (piece[0] in "说称道" and piece[1:2] in STOPS):
        return LIKELY
    return PERHAPS if piece[0] in words.after_one else NO


@lru_cache(maxsize=200_000)
def ending_of(piece: str) -> int:
    """How surely a name ends before `piece`, the four characters that follow."""
    if not piece or not piece[0] >= "\u3400":
        return SURE
    return SURE if piece[0] in STOPS or "\uff00" <= piece[0] <= "\uffef" else _word_end(piece)


def ending(text: str, at: int) -> int:
    """How surely a name ends before `text[at]`: SURE at a mark, LIKELY at a known word, PERHAPS at a one-character one."""
    return ending_of(text[at : at + 4])


class NameReader:
    """Reads names at places of one folded text; names in `known` are taken as they are."""

    def __init__(self, text: str, known: frozenset[str] = frozenset()) -> None:
        self.text = text
        self.known = known
        self._read: dict[int, int] = {}
        self._counts: dict[tuple[str, int], int] = {}

    def length_at(self, at: int, must: bool = False) -> int:
        """The length of the name at `at`, padding included, or 0. `must`: a name is expected (behind a post, in a list)."""
        key = 2 * at + must
        length = self._read.get(key)
        if length is None:
            length = self._read[key] = self._length(at, must)
        return length

    def _length(self, at: int, must: bool) -> int:
        text = self.text
        if self.known:
            for length in (5, 4, 3, 2):
                if text[at : at + length] in self.known:
                    return length
        run = HAN_RUN.match(text, at)
        if not run:
            return 0
        if text[run.end() : run.end() + 1] in DOTS and (dotted := DOTTED.match(text, at)):
            if sum(c not in SOUNDS for c in run[0]) > 1:
                return 0  # 模范热娜·尼亚孜
            return _dotted_length(dotted[0], text, at)
        if len(run[0]) == 1 or run.end() - at == 1:
            return self._padded(at)
        not_names = name_words().not_names
        if text[at] == "边" and text.find("边", at + 2, at + 5) > 0:
            return 0  # 边介绍边参观
        if text[at : at + 3] in not_names or (not must and text[at : at + 2] in not_names):
            return 0
        return self._best(run[0], at, must)

    def _padded(self, at: int) -> int:
        match = PADDED.match(self.text, at)
        if not match:
            return 0
        first, second = (match[1] or match[3]), (match[2] or match[4])
        words = name_words()
        name = first + second
        if first not in surnames().single or (name in words.not_names and name not in words.also_names):
            return 0
        return match.end() - at if ending(self.text, match.end()) >= LIKELY else 0

    def _best(self, run: str, at: int, must: bool) -> int:
        """The length of the reading with the most points; 0 where none has any. `run`: the characters from `at` to a mark."""
        best, best_points, best_end, found, end = 0, 0, NO, False, NO
        text, words, pairs = self.text, name_words(), title_words().office_pairs
        first, two, known = run[0], run[:2], surnames()
        compound = two in known.compound
        if first not in known.single and not compound and not (must and (first in SOUNDS or first in known.rare)):
            return 0
        like_a_word = two in words.not_names
        rare = must and first in known.rare and not like_a_word
        if must and len(run) == 4 and _fills_a_piece(run) and ending(text, at + 4) == SURE:
            return 4
        longest = 4 if compound else 3
        if must and first in SOUNDS:
            longest = max(longest, _sounding(run))
        once = self._stands_once(two, at)
        for length in range(2, min(len(run), longest) + 1):
            name = run[:length]
            before, end = end, ending_of(text[at + length : at + length + 4])
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
            told = (
                length == (4 if compound else 3)
                and name[-1] in ENDS_TOLD
                and is_told(text, name, max(0, at - AROUND), at + AROUND)
            )
            points = _form(name, compound, must) or (rare and end and self._rare(name, at, end)) or (told and 1)
            if not points and must and end == SURE and length == 3 and name[-1] == "在" and first in known.frequent:
                points = 2  # 董志在、苏青
            if not points:
                continue
            if name[-1] in "省市县区旗州" and text.startswith("代表团", at + length):
                continue  # 与云河市|代表团一起审议
            if name[-1] == "以" and text[at + length : at + length + 1] in ("及", "视"):
                continue  # 贺兰|以及, 董岩|以视频
            crosses = length > 2 and name[-1] in CROSSING_SIGN and CROSSING.match(text, at + length - 1)
            if crosses and not self.elsewhere(name, at):
                continue
            if length == 2 and text.startswith(("调，", "调："), at + 2) and name[1] == "强":
                continue  # 田长年|强调，
            if name[1] == "及" and end < SURE:
                continue  # 区长李|及武装部部长
            if name[-2:] in pairs or text[at + length - 1 : at + length + 1] in pairs:
                continue
            elsewhere = 0 if once or (end == SURE and length > 2 and not like_a_word) else self.elsewhere(name, at)
            if like_a_word and not (must and _name_all_the_same(name, end, elsewhere)):
                continue
            if length > 3 and name[-2:] in words.after and _word_end(name[-2:]) == LIKELY:
                continue
            if length > 3 and found and end < SURE and before == LIKELY and not told:
                continue  # 巴根那|主持
            if first in ALSO_WORDS and name[1] in NUMERALS:
                continue
            if end == NO and not elsewhere and (not must or points < 3 + (length > 3) or not _common(name)):
                continue
            if not elsewhere and first in "和向同" and end < (LIKELY if first == "和" else PERHAPS):
                continue  # 和孩子|们
            points += (0, 2, 2, 5, 6)[end] + 3 * min(elsewhere, 2)
            if length == 3 and name[-1] in SELDOM_GIVEN and self._always_so(name, at):
                points += 6
            if told:
                points += 8
            found = True
            surer = (length > 3 and name[-1] in SOUNDS) or end > best_end == NO
            if points > best_points or (points == best_points and surer):
                best, best_points, best_end = length, points, end
        return best

    def _rare(self, name: str, at: int, end: int) -> int:
        """Points for a name with a surname that is rare and mostly a word: it must look like a name in every other way."""
        if end < LIKELY and (len(name) < 3 or not self.elsewhere(name, at)):
            return 0
        if len(name) > 3 or name in name_words().not_names or any(c in SELDOM_GIVEN | NEVER_GIVEN for c in name[1:]):
            return 0
        common = sum(c in name_words().given for c in name[1:])
        if len(name) == 3:
            return 2 if common == 2 or (common and self.elsewhere(name, at)) else 0
        return 1 if common and self.elsewhere(name, at) else 0

    def _always_so(self, name: str, at: int) -> bool:
        """Whether the last character never fails where the rest of the name stands (晏清和说, 晏清和向, 晏清和率)."""
        begin, stop = max(0, at - AROUND), at + AROUND
        times = self.text.count(name, begin, stop)
        return times > 2 and times == self.text.count(name[:-1], begin, stop)

    def _stands_once(self, begin: str, at: int) -> bool:
        """Whether no name that begins so can stand elsewhere around; where one does, it is met soon."""
        part, find = at // AROUND, self.text.find
        return find(begin, at + 1, (part + 2) * AROUND) < 0 and find(begin, max(0, (part - 1) * AROUND), at) < 0

    def elsewhere(self, name: str, at: int) -> int:
        """How often `name` stands elsewhere around with a likely end; two is enough."""
        part = at // AROUND
        key = (name, part)
        count = self._counts.get(key)
        if count is None:
            count = self._counts[key] = self._count(name, max(0, (part - 1) * AROUND), (part + 2) * AROUND)
        return count - (ending(self.text, at + len(name)) >= LIKELY) if count else 0

    def _count(self, name: str, begin: int, stop: int) -> int:
        """How often `name` has a likely end between `begin` and `stop`, up to three; 0 where it stands only once."""
        text, count = self.text, 0
        if text.count(name, begin, stop) < 2:
            return 0
        place = text.find(name, begin, stop)
        while place >= 0 and count < 3:
            count += ending(text, place + len(name)) >= LIKELY
            place = text.find(name, place + 1, stop)
        return count


def _fills_a_piece(run: str) -> bool:
    """Whether four characters between marks are a name of another language that begins like a surname: 佟格日乐."""
    rest = run[1:]
    return all(c in FOREIGN or c == "乐" for c in rest) and not any(_word_end(run[i:]) >= LIKELY for i in (2, 3))


def _sounding(run: str) -> int:
    """How far `run` may be a name of another language: such a name has one character at most that is not in `SOUNDS`."""
    others = 0
    for length, character in enumerate(run):
        others += character not in SOUNDS
        if others > 1:
            return length
    return len(run)


def form(name: str) -> int:
    """Points for the form of a whole name with a surname (2 and more), 0 for what is none."""
    return _form(name, name[:2] in surnames().compound, False) if len(name) > 1 else 0


def _name_all_the_same(name: str, end: int, elsewhere: int) -> bool:
    """Whether a name that begins like a common word is one behind a post: 县长黄河清主持, 县长高峰，."""
    if name in name_words().also_names:
        return end == SURE if name in FESTIVALS else end >= LIKELY
    if name[0] in ALSO_WORDS:
        return len(name) == 3 and end >= LIKELY and (elsewhere > 0 or name[-1] in name_words().given - SELDOM_GIVEN)
    if len(name) > 2:
        if end == PERHAPS:
            return name[0] in surnames().frequent and _form(name, False, True) > 3 and name[-1] not in SELDOM_GIVEN
        return end == SURE or (end == LIKELY and name[-1] not in SELDOM_GIVEN)
    return end == SURE and name[0] in surnames().frequent


def _common(name: str) -> bool:
    """Whether one of the given characters is common in names."""
    return any(c in name_words().given for c in name[1:])


@lru_cache(maxsize=100_000)
def _form(name: str, compound: bool, must: bool) -> int:
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
        and _word_end(name[1:]) < LIKELY  # 江|再次
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


def _dotted_length(name: str, text: str, at: int) -> int:
    """Cut a dotted name in the first part behind a dot where other words begin: 艾力·肉孜|和古丽·艾山, 艾力·肉孜|到石桥镇."""
    base = 0
    parts = re.split(f"[{DOTS}]", name)
    for i, part in enumerate(parts):
        for length in range(1, len(part) + 1) if i else ():
            if _dotted_ends(text, at, at + base + length, i < len(parts) - 1):
                return base + length
        base += len(part) + 1
    last = len(parts[-1])
    return len(name) if last <= 4 else len(name) - last + 3


def _dotted_ends(text: str, at: int, end: int, more: bool) -> bool:
    """Whether a dotted name from `at` ends before `end`. `more`: another dot follows, so that only a joint may end it."""
    following = text[end : end + 1]
    if following and following in "和与及" and following not in FOREIGN:
        return True
    if more:
        return False
    how = ending(text, end)
    if how == LIKELY and text[end - 1] in BEFORE_TI and text.startswith("提到", end):
        return False
    if how == LIKELY:
        longer = following in FOREIGN and ending(text, end + 1) == LIKELY  # 木拉提|出席
        return end - at > 3 and not longer
    return how == SURE or (how == PERHAPS and following not in FOREIGN) or _often_ends(text, at, end)


def _often_ends(text: str, at: int, end: int) -> bool:
    """Whether what stands from `at` to `end` is met elsewhere with something else behind it."""
    if text[end - 1] in DOTS or text[end - 2] in DOTS:
        return False
    begin, stop = max(0, at - AROUND), end + AROUND
    return text.count(text[at:end], begin, stop) > text.count(text[at : end + 1], begin, stop)


def plain(name: str) -> str:
    """A name without inner padding and with the usual dot."""
    return name if name.isalnum() or not NOT_PLAIN.search(name) else OTHER_DOTS.sub("·", SPACES.sub("", name))
