"""A report's text, and what stands at its places: a name in a list, a post, the end of the headlines.

Nothing is collected here; `find` does that. Places are counted in the folded text, which is as long as the printed one.
"""

import re
from collections.abc import Iterable
from functools import cached_property

from bulletin.patterns import pattern
from bulletin.people import signs
from bulletin.people.clauses import clause_starts
from bulletin.people.endings import LIKELY, PERHAPS, ending
from bulletin.people.fold import fold
from bulletin.people.forms import FOREIGN, SOUNDS, sounds_foreign
from bulletin.people.names import NameReader
from bulletin.people.titles import Titles, office_before, titles_before
from bulletin.people.vocabulary import surnames

_FIRST, _SOUNDS = "".join(sorted(FOREIGN)), "".join(sorted(SOUNDS))
BODIES = ("常委会", "委员会", "管委会", "工会", "妇联", "残联", "文联", "科协", "政协", "人大", "海关", "边检站")
"""Bodies behind which a name may stand before its office: 县人大常委会|高远|主任."""
LONGER_PLACE = pattern("[^赴到在率对向与为和及同往访抵任当，。；、：]县(?![长委领])")
"""Behind the first two characters of a place: 武平|原县税务局."""
OTHERS_GO = ("等在", "等同志", "等领导", "等一行", "等人", "等陪同", "等到", "等赴", "等深入", "等先后", "等率")
"""What stands behind the last of some names, and not behind the last of some departments."""
SECTIONS = ("科", "股", "室")
HEADS = ("负责人", "负责同志", "主要负责", "相关负责", "有关负责", "工作人员")
"""Behind a section of a bureau stands who is there for it; its name is no person's, though it may begin and end like one."""
GIVEN = pattern("[为任]\\Z")
FOREIGN_CLAUSE = pattern(f"[{_FIRST}][{_SOUNDS}]{{1,6}}(?:·[{_SOUNDS}]{{1,7}}){{0,2}}\\Z")


class Places:
    """The text of one report, a line each for the headline set and the paragraphs; `known` names are taken as they are."""

    def __init__(self, text: str, known: Iterable[str] = ()) -> None:
        self.printed = text
        self.text = fold(text)
        self.rare = frozenset(signs.RARE.findall(self.text))
        """The rare words of `signs.RARE` that stand in the text, by their first characters."""
        self.names = NameReader(self.text, frozenset(fold(name) for name in known))
        self._titles: dict[int, Titles | None] = {}

    def titles_at(self, at: int) -> Titles | None:
        """The posts that end before `at`; each place is read once."""
        if at not in self._titles:
            self._titles[at] = titles_before(self.text, at)
        return self._titles[at]

    def _printed(self, titles: Titles) -> tuple[str, ...]:
        return tuple(self.printed[start:end] for start, end in titles.items)

    def list_name(self, at: int) -> int:
        """The length of a name that stands in a list: it must end surely, and no post may begin there."""
        if at >= len(self.text):
            return 0
        length = self.names.length_at(at, must=True)
        if length and signs.AND_OTHERS.match(self.text, at + length):
            return length
        if self._post_begins(at) or (self.text[at + 2 : at + 3] in SECTIONS and self.text.startswith(HEADS, at + 3)):
            return 0  # 局长江北、|安全科负责人
        if length and ending(self.text, at + length) >= PERHAPS:
            item = signs.LIST_ITEM.match(self.text, at)
            whole = (
                item and len(item[0]) > length and self.text[item.end() : item.end() + 1] in ("、", "，", "。", "；")
            )
            return 3 if whole and self.text[at - 1] == "、" and self.text[at + 2] in "让从" else length
        if self.text[at] in signs.OF_A_COUNTY and self.bodies_from(at):
            return 0  # 副县长江北、|县民政、林业等部门负责人
        item = signs.LIST_ITEM.match(self.text, at)
        if not item and (item := signs.LONG_ITEM.match(self.text, at)) and not sounds_foreign(item[0]):
            return 0
        return 0 if not item or signs.not_a_name(item[0]) else len(item[0])

    def behind_note(self, at: int) -> int:
        """Where a note on a name ends that stands at `at` (（女）); `at` itself where none does."""
        note = signs.NOTE.match(self.text, at) if self.text[at : at + 1] == "（" else None
        return note.end() if note else at

    def bodies_from(self, at: int) -> bool:
        """Whether departments or places are listed from `at` on, whose heads nobody names: 民政、林业等部门负责人."""
        if not signs.LIST_OF_BODIES.match(self.text, at):
            return False
        length = self.names.length_at(at, must=True)
        if length and self.text.startswith(OTHERS_GO, at + length):
            return False  # 苏青|等在县直部门负责人的陪同下
        return not length or self.text[at + length] not in "及和与以"  # 苏青|以及县直部门负责人

    def joint_first(self, at: int) -> bool:
        """Whether 和 at `at`, behind 、, only joins a name (高远、和何明川参加) and is no surname (高远、和建伟参加)."""
        if self.text[at : at + 1] not in ("和", "及", "与"):
            return False
        length = self.list_name(at)
        return not (length and ending(self.text, at + length) >= LIKELY) and self.list_name(at + 1) > 0

    def _post_begins(self, at: int) -> bool:
        """Whether a post stands at `at` and is followed by a name or another post, as in 、安监局局长苏青."""
        for match in signs.POST_AHEAD.finditer(self.text, at, at + 22):
            titles = self.titles_at(match.end())
            if titles is not None and titles.start <= at:
                return True
        return False

    def behind_post_at(self, at: int) -> int:
        """Where the post ends that begins at `at` and has a name behind it; `at` itself where none does."""
        for match in signs.POST_AHEAD.finditer(self.text, at, at + 22):
            titles = self.titles_at(match.end())
            if titles is not None and titles.start <= at and self.names.length_at(match.end(), must=True):
                return match.end()
        return at

    def leads_to_name(self, at: int) -> bool:
        """Whether a post stands at `at` and a name behind it."""
        return self.behind_post_at(at) > at

    def posts_ahead(self, at: int) -> tuple[str, ...]:
        """The public posts that are all that stands between `at` and a mark."""
        posts: list[str] = []
        while match := signs.PHRASE.match(self.text, at):
            end = match.end("post")
            titles = self.titles_at(end) if office_before(self.text, end) else None
            if titles is None or titles.private or GIVEN.search(self.text, at, titles.start):
                break  # 选举高远为镇长、|何野为副镇长
            posts.append(self.printed[at:end])
            at = end + 1
            if self.text[end:at] != "、":
                break
        return tuple(posts)

    def posts_between(self, begin: int, end: int) -> tuple[str, ...]:
        """The public posts that are all that stands between two places."""
        titles = self.titles_at(end) if office_before(self.text, end) else None
        if titles is None or titles.private or titles.start > begin + self.text.startswith("市市", begin):
            return ()
        return tuple(self.printed[begin:end].split("、"))

    def office_end(self, at: int) -> int:
        """Where the post ends that begins at `at`; 0 where none does."""
        for end in range(at + 8, at + 1, -1):
            titles = self.titles_at(end)
            if titles and titles.start == at and not titles.private:
                return end
        return 0

    def office_begin(self, at: int) -> int:
        """Where the post begins whose office stands at `at`: before 副 and a body."""
        text = self.text
        at -= text.startswith("副", at - 1) if at else 0
        if not text.endswith(signs.BEFORE_OFFICE, 0, at):
            return at
        return at - next(len(word) for word in signs.BEFORE_OFFICE if text.endswith(word, 0, at))

    def begins(self, at: int, name: str, office: int) -> bool:
        """Whether a name can begin at `at`; `office` is where the office behind it begins."""
        text = self.text
        own = signs.own_office(text, at, office, text[office : office + 2]) or text.endswith(signs.CADRES, 0, at)
        return own or clause_starts(text, at) or _behind_body(text, at, name)

    def foreign_before(self, at: int) -> int:
        """The length of a name of another language that fills the clause before `at`: 格桑卓玛(镇长), 艾力·肉孜(书记)."""
        run = FOREIGN_CLAUSE.search(self.text, max(0, at - 16), at)
        if not run or not (
            run.start() == 0 or self.text[run.start() - 1] in "，。；：、\n”" or self._of_its_body(run, at)
        ):
            return 0
        if run[0].endswith(("公司", "集团")):
            return 0  # 青山公司|党委书记
        place = self.text[at] in "县市区旗州镇乡"
        return len(run[0]) if "·" in run[0] or len(run[0]) > 2 + place else 0

    def _of_its_body(self, name: re.Match[str], at: int) -> bool:
        """Whether a name stands between a body and its own office at `at`: 县教育局|格桑多吉|局长, 县委|格桑多吉|书记."""
        return signs.own_office(self.text, name.start(), at, self.text[at : at + 2])

    def in_body(self, name: str) -> bool:
        """Whether a name stands below the headlines as a name, not as the beginning of a place's."""
        at = self.printed.find(name, self.headline_end)
        while at >= 0:
            behind = self.text[at + len(name) : at + len(name) + 3]
            if behind[:1] not in "县市区镇乡村州旗" and behind[:2] != "自治" and not LONGER_PLACE.match(behind):
                return True
            at = self.printed.find(name, at + 1)
        return False

    @cached_property
    def headline_end(self) -> int:
        """Where the headline set ends: the first lines without a full stop, when there is a text below them."""
        end = 0
        for _ in range(3):
            line_end = self.text.find("\n", end)
            if line_end < 0 or "。" in self.text[end:line_end] or line_end - end > 90:
                break
            end = line_end + 1
        return end


def _behind_body(text: str, at: int, name: str) -> bool:
    """Whether a likely name stands behind a body: 县林业局高远局长, 石鼓镇高远书记."""
    likely = name[0] in surnames().frequent or name[:2] in surnames().compound
    likely = likely or (len(name) == 3 and name[0] in surnames().common)
    return at > 1 and likely and (text[at - 1] in "局办委部厅镇乡院道府队" or text.endswith(BODIES, 0, at))
