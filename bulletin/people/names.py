"""A person's name at a given place of a text: where does it end?

In comes a text with simplified characters (`fold`) and a place, out comes the length of the name there. A name is a
surname and one or two characters more, or parts joined by ·, or (in the west and the south-west) two to five characters
that follow no such rule. Each reading gets points for what stands behind it (marks and known verbs are sure ends), for
how common its form is, and for how often it stands elsewhere in the report with a sure end; the best one wins.
"""

from bulletin.patterns import pattern
from bulletin.people.characters import DOTS, HAN, HAN_RUN
from bulletin.people.dotted import DOTTED, dotted_length
from bulletin.people.endings import AROUND, LIKELY, NO, PERHAPS, SURE, end_behind, ending, word_end
from bulletin.people.forms import (
    ALSO_WORDS,
    NEVER_GIVEN,
    NUMERALS,
    SELDOM_GIVEN,
    SOUNDS,
    fills_a_piece,
    form_points,
    sounding,
)
from bulletin.people.told import ENDS_TOLD, is_told
from bulletin.people.vocabulary import name_words, surnames, title_words

PADDED = pattern(f"([{HAN}])[ \u3000]{{1,2}}([{HAN}])(?![{HAN}])|([{HAN}])[ \u3000]{{1,2}}([{HAN}])(?=[{HAN}])")
FESTIVALS = frozenset(("国庆", "元旦", "元宵", "文明", "马上"))
"""Words that people are called as well, but that mostly tell when somebody does something: 副县长|国庆值班."""
CROSSING = pattern(
    "一(?:同(?!志)|道|并|起|致|早|边|连)|均(?:作|表|参|出|到|就|对|为|在|由|已)|家[中里访]|来了|信心"
    "|带(?:考|调|市|县|省|领|着|队|团|相|有)"
    "|作[汇发表点安部总重典]|处(?:获|了解|得知)|共同(?!志)|主持|根据|致[辞词欢开闭答]|面[对向]"
    "|则(?:要求|强调|表示|指出|提出|代表|[对就为])|军分区|所[作说]|向(?:市|县|区|大家|全|与|广)"
    "|任(?:现场|执行|常务|第一)?[总副]*(?:指挥|组长|队长|领队|裁判长|评委|政委)"
)
CROSSING_SIGN = frozenset("一均家来信带作处共主根致面所向则军任")
"""Words whose first character a name may end with as well: 苏青|一同参加, 何野|均作了发言, 高远|家中."""


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
            return dotted_length(dotted[0], text, at)
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
        if not _may_begin(run, must):
            return 0
        if must and len(run) == 4 and fills_a_piece(run) and ending(self.text, at + 4) == SURE:
            return 4
        best, best_points, best_end, found, end = 0, 0, NO, False, NO
        once, like_a_word = self._stands_once(run[:2], at), run[:2] in name_words().not_names
        for length in range(2, min(len(run), _longest(run, must)) + 1):
            name = run[:length]
            before, end = end, end_behind(self.text, at, name)
            told = self._is_told(name, at)
            points = self._points(name, at, must, end, told)
            if not points or self._cuts_a_word(name, at, end):
                continue
            sure = end == SURE and length > 2 and not like_a_word
            elsewhere = 0 if once or sure else self.elsewhere(name, at)
            if like_a_word and not (must and _name_all_the_same(name, end, elsewhere)):
                continue
            if length > 3 and name[-2:] in name_words().after and word_end(name[-2:]) == LIKELY:
                continue
            if length > 3 and found and end < SURE and before == LIKELY and not told:
                continue  # 巴根那|主持
            if _lacks_a_sign(name, must, end, points, elsewhere):
                continue
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

    def _is_told(self, name: str, at: int) -> bool:
        """Whether the text tells elsewhere that the last character of a name at its full length belongs to it."""
        whole = 4 if name[:2] in surnames().compound else 3
        return (
            len(name) == whole and name[-1] in ENDS_TOLD and is_told(self.text, name, max(0, at - AROUND), at + AROUND)
        )

    def _points(self, name: str, at: int, must: bool, end: int, told: bool) -> int:
        """Points for the form of a name that ends so surely; one where it is told elsewhere."""
        known = surnames()
        points = form_points(name, name[:2] in known.compound, must)
        if not points and must and end and name[0] in known.rare and name[:2] not in name_words().not_names:
            points = self._rare(name, at, end)
        points = points or int(told)
        if not points and must and end == SURE and len(name) == 3 and name[-1] == "在" and name[0] in known.frequent:
            points = 2  # 董志在、苏青
        return points

    def _cuts_a_word(self, name: str, at: int, end: int) -> bool:
        """Whether a name that ends here would cut a word that its last character begins."""
        text, length, pairs = self.text, len(name), title_words().office_pairs
        if name[-1] in "省市县区旗州" and text.startswith("代表团", at + length):
            return True  # 与云河市|代表团一起审议
        if length > 2 and name[-1] in "于自从" and "0" <= text[at + length : at + length + 1] <= "9":
            return True  # 何野|于11月2日
        if name[-1] == "以" and text[at + length : at + length + 1] in ("及", "视"):
            return True  # 贺兰|以及, 董岩|以视频
        if length > 2 and name[-1] in "向为" and text.startswith("当选的", at + length):
            return True  # 高远|向当选的县长何明川
        crosses = length > 2 and name[-1] in CROSSING_SIGN and CROSSING.match(text, at + length - 1)
        if crosses and not self.elsewhere(name, at):
            return True
        if length == 2 and text.startswith(("调，", "调："), at + 2) and name[1] == "强":
            return True  # 田长年|强调，
        if name[1] == "及" and end < SURE:
            return True  # 区长李|及武装部部长
        return name[-2:] in pairs or text[at + length - 1 : at + length + 1] in pairs

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


def _may_begin(run: str, must: bool) -> bool:
    """Whether a surname or, where a name is expected, a sound of another language begins a piece."""
    first, known = run[0], surnames()
    return first in known.single or run[:2] in known.compound or (must and (first in SOUNDS or first in known.rare))


def _longest(run: str, must: bool) -> int:
    """The most characters that a name has which begins so."""
    longest = 4 if run[:2] in surnames().compound else 3
    return max(longest, sounding(run)) if must and run[0] in SOUNDS else longest


def _lacks_a_sign(name: str, must: bool, end: int, points: int, elsewhere: int) -> bool:
    """Whether a reading needs a surer end, or the same name elsewhere, to be one."""
    if name[0] in ALSO_WORDS and name[1] in NUMERALS:
        return True
    if end == NO and not elsewhere and (not must or points < 3 + (len(name) > 3) or not _common(name)):
        return True
    # 和孩子|们
    return not elsewhere and name[0] in "和向同" and end < (LIKELY if name[0] == "和" else PERHAPS)


def _name_all_the_same(name: str, end: int, elsewhere: int) -> bool:
    """Whether a name that begins like a common word is one behind a post: 县长黄河清主持, 县长高峰，."""
    if name in name_words().also_names:
        return end == SURE if name in FESTIVALS else end >= LIKELY
    if name[0] in ALSO_WORDS:
        return len(name) == 3 and end >= LIKELY and (elsewhere > 0 or name[-1] in name_words().given - SELDOM_GIVEN)
    if len(name) > 2:
        if name[-1] == "会" and not elsewhere:
            return False  # 党委书记|谈话会
        if end == PERHAPS:
            return (
                name[0] in surnames().frequent and form_points(name, False, True) > 3 and name[-1] not in SELDOM_GIVEN
            )
        return end == SURE or (end == LIKELY and name[-1] not in SELDOM_GIVEN)
    return end == SURE and name[0] in surnames().frequent


def _common(name: str) -> bool:
    """Whether one of the given characters is common in names."""
    return any(c in name_words().given for c in name[1:])
