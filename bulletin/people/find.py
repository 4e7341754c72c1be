"""The leaders that a text names, with their posts as printed.

Works with no register: a name counts when a public post stands before it (also a shared one: 副县长江北、苏青) or behind
it (高远书记, 当选县长), when a collective label introduces or follows it (县领导何明川、苏青参加), when it opens a headline or
a sentence as only a leader's name does, or when it is a known person's. Villagers, reporters and company heads have no
such sign and are left out. With a register its names are found exactly, by place and longest first.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import field

from bulletin.people import signs
from bulletin.people.bare import Met, find_bare, without_misspelt
from bulletin.people.before_posts import find_before_posts
from bulletin.people.characters import DOTS, plain
from bulletin.people.chosen import find_chosen
from bulletin.people.endings import LIKELY, SURE, ending
from bulletin.people.fold import fold
from bulletin.people.forms import ALSO_WORDS, form
from bulletin.people.known import KnownNames
from bulletin.people.labels import before_counts, before_labels, behind_labels
from bulletin.people.places import Places
from bulletin.people.post_words import BARE, OF_A_PRESIDIUM, words_of
from bulletin.people.private import is_private
from bulletin.people.recognised import find_known
from bulletin.people.rosters import find_rows
from bulletin.people.standing import is_passed_on
from bulletin.people.titles import Titles, office_before
from bulletin.people.unusual import find_unusual
from bulletin.people.vocabulary import name_words
from bulletin.values import dataclass

JOINTS = frozenset("、和与及 \u3000")
BETWEEN_PEOPLE = ("、", "，", "；", "和", "及", "与", "，、", "、，", "，，")
"""What stands between two people of one house; mirror sites print a mark twice."""


@dataclass(slots=True)
class Found:
    """A person while a text is being read: posts in order of appearance and the rule that found the name first."""

    name: str
    at: int
    titles: list[str] = field(default_factory=list)
    rule: str = ""
    signs: list[tuple[str, int, tuple[str, ...]]] = field(default_factory=list)
    """(rule, place in the text, posts that it gave) of each time the person was found."""


class Finder(Places):
    """Finds the leaders of one report; `text` is the headline set and the paragraphs, a line each."""

    def __init__(self, text: str, known: KnownNames, byline: Iterable[str] = ()) -> None:
        super().__init__(text, known.all)
        self.known = known
        self.byline = frozenset(byline)
        self.found: dict[str, Found] = {}
        self.private: set[str] = set()

    def people(self) -> list[Found]:
        """All leaders, by first place in the text."""
        for step in (
            self._behind_posts, self._unusual, self._behind_labels, self._before_labels, self._chosen, self._rows,
            self._before_posts, self._bare_names, self._known_people,
        ):  # fmt: skip
            step()
        return self._in_order()

    def listed(self, places: Sequence[tuple[int, str]]) -> list[Found]:
        """Those of the known people whom the text names at `places`, and nobody else, by first place.

        They have posts where any are printed.
        """
        self._behind_posts(filter(None, (self._post_end(at) for at, _ in places)))
        self._before_labels()
        self._chosen()
        self._rows()
        self._before_posts()
        for at, name in places:
            if plain(self.printed[at : at + len(name)]) not in self.found:
                self._add(at, len(name), (), "register")
        return [person for person in self._in_order() if person.name in self.known.all]

    def _post_end(self, at: int) -> re.Match[str] | None:
        """The end of a post directly before `at`, or before a bracket there: 副县长（挂职）江北."""
        end = at - 1
        if self.text[end : end + 1] == "）":
            end = self.text.rfind("（", 0, at) - 1
        found = signs.behind_post(True).match(self.text, end) if end >= 0 else None
        return found if found and found.end() == at else None

    def _in_order(self) -> list[Found]:
        for found in self.found.values():
            if len(found.signs) > 1:  # in order of appearance, whichever rule came first
                in_order = sorted(found.signs, key=lambda sign: sign[1])
                found.titles = list(dict.fromkeys(t for _, _, titles in in_order for t in titles))
            first = self.printed.find(found.name)
            found.at = min(found.at, first) if first >= 0 else found.at
        return sorted(self.found.values(), key=lambda f: f.at)

    def _add(self, at: int, length: int, titles: Iterable[str], rule: str) -> None:
        name = plain(self.printed[at : at + length])
        person = self.found.get(name)
        if person is None:
            person = self.found[name] = Found(name, at, rule=rule)
        titles = tuple(titles)
        person.titles.extend(t for t in titles if t not in person.titles)
        person.signs.append((rule, at, titles))

    def _behind_posts(self, ends: Iterable[re.Match[str]] | None = None) -> None:
        """县委书记高远; 副县长江北、苏青. `ends` are the ends of posts to look behind, by default all there are."""
        text, taken, house = self.text, 0, 0
        for match in signs.behind_post(_has_dots(text)).finditer(text) if ends is None else ends:
            at, office_end = match.end(), match.end(1)
            if at < taken or not office_before(text, office_end):
                continue
            length = self._length_behind(at)
            titles = self.titles_at(office_end) if length else None
            if titles is None or self._tells_of_nobody(titles, office_end, at, length):
                continue
            sure = ends is not None  # somebody whom an editor listed
            private = is_private(text, titles, office_end) or is_passed_on(text, titles, at + length)
            if house and text[house : titles.start] in BETWEEN_PEOPLE:
                private = private or all(BARE.fullmatch(text, *item) for item in titles.items)
            if not sure and private:
                house = self._leave_out(at, length)
                continue
            self._add(at, length, self._posts_of(titles, office_end, at, length), "post")
            taken = self._behind_commas(self._share(at + length, titles), titles)

    def _length_behind(self, at: int) -> int:
        """The length of the name at `at`, behind an office word; 0 where that belongs to another word or none stands there."""
        text = self.text
        if text[at] == "长" and text.endswith("秘书", 0, at):
            return 0  # 秘书长|孙立新, no 长孙
        by = self.names.length_at(at + 1) if text[at] == "由" else 0
        if by and signs.DOES.match(text, at + 1 + by):
            return 0  # 会议主席由|高远担任
        if text[at - 1] == "长" and self._inside_known(at):
            return 0  # 林长柏|详细了解
        length = self.names.length_at(at, must=True)
        if not length or self._post_begins(at) or text[at : at + length] in name_words().roles:
            return 0
        if (
            text.endswith(("人选", "领导"), 0, at)
            and text[at : at + 2] in name_words().not_names - name_words().also_names
        ):
            return 0  # 严把人选|关口
        if text[at - 1] == "：" and ending(text, at + length) < SURE:
            return 0  # 县长：江北、苏青, but 县长：高兴地看到
        if length == 3 and text[at + 2] in "和与" and form(text[at : at + 2]) and self._post_begins(at + 3):
            return 2  # 石鼓|和组织委员高远
        return length

    def _tells_of_nobody(self, titles: Titles, office_end: int, at: int, length: int) -> bool:
        """Whether the words of the posts before the name at `at` tell that it is no leader's, or no name."""
        text = self.text
        if at > office_end and text.endswith(("为", "任", "当选"), 0, titles.start):
            return True  # 推选高远为团长 |何明川为副团长
        words = words_of(titles.last)
        if words.nobody or words.of_a_surname:
            return True
        usual = length > 2 and text[at] not in ALSO_WORDS
        # 县政府负责人向大家说明
        return words.stands_in and ending(text, at + length) < (LIKELY if usual else SURE)

    def _posts_of(self, titles: Titles, office_end: int, at: int, length: int) -> tuple[str, ...]:
        """The posts, as printed, of the one whose name stands at `at`."""
        posts = () if self._one_of_two(titles, at + length) else self._printed(titles)
        alone = titles.last.endswith("常务主席") and self.text[at + length : at + length + 1] not in JOINTS
        if words_of(titles.last).group and not alone:
            return tuple(post for post in posts if not OF_A_PRESIDIUM.fullmatch(fold(post)))
        if posts and office_end < at:  # 副县长（挂职）
            return (*posts[:-1], posts[-1] + signs.RANK.sub("", self.printed[office_end:at]))
        return posts

    def _inside_known(self, at: int) -> bool:
        """Whether 长 before `at` is a character of the name of somebody found, and no office."""
        names = [name for name in self.found if "长" in name[1:-1]]
        return any(self.text.startswith(name, at - 1 - name.index("长", 1)) for name in names)

    def _unusual(self) -> None:
        """州长阿柳时布，州委常委苏青陪同: what stands between a post and the next one, whatever its form."""
        for at, length, office_end in find_unusual(self):
            titles = self.titles_at(office_end)
            if titles and not any(abs(at - place) < 2 for f in self.found.values() for _, place, _ in f.signs):
                self._add(at, length, self._printed(titles), "post")
                self._share(at + length, titles)

    def _leave_out(self, at: int, length: int) -> int:
        """A list behind a private post is private as a whole; returns where it ends."""
        self.private.add(plain(self.printed[at : at + length]))
        end = at + length
        while self.text[end : end + 1] == "、" and (length := self.list_name(end + 1)):
            self.private.add(plain(self.printed[end + 1 : end + 1 + length]))
            end += 1 + length
        return end

    def _share(self, end: int, titles: Titles) -> int:
        """Give the posts to the names that follow at `end` behind 、; returns where the list ends."""
        end = self.behind_note(end)
        if self.text[end : end + 1] not in JOINTS:
            return end
        words = words_of(titles.last)
        one_post = words.held_by_one or words.group or self._one_of_two(titles, end)
        shared = () if one_post else self._printed(titles)
        joints = "、" if words.held_by_one else "、和与及 \u3000"
        while end < len(self.text) and self.text[end] in joints:
            if self.text[end] in " \u3000" and ending(self.text, end + 1 + self.list_name(end + 1)) < LIKELY:
                break
            end += self.text[end] == "、" and self.joint_first(end + 1)
            length = self.list_name(end + 1)
            if (
                not length
                or (self.text[end] != "、" and self.bodies_from(end + 1))
                or (self.text[end] != "、" and ending(self.text, end + 1 + length) < LIKELY)
            ):
                break
            self._add(end + 1, length, shared, "shared post")
            end = self.behind_note(end + 1 + length)
        return end

    def _one_of_two(self, titles: Titles, end: int) -> bool:
        """Whether two posts stand before a list, of which nobody says who holds which: 副主任和秘书长江北、苏青、何野."""
        text, before = self.text, titles.start - 1
        if text[end : end + 1] != "、" or text[before] not in "和及" or not self.list_name(end + 1):
            return False
        return self.titles_at(before) is not None

    def _behind_commas(self, end: int, titles: Titles) -> int:
        """Names alone between commas go on with the list: 副县长江北，苏青，县公安局局长何野参加."""
        if self.text[end : end + 1] != "，":
            return end
        shared = () if words_of(titles.last).held_by_one else self._printed(titles)
        names: list[tuple[int, int]] = []
        while self.text[end : end + 1] == "，" and (length := self.list_name(end + 1)):
            names.append((end + 1, length))
            end += 1 + length
        goes_on = self.text[end : end + 1] in ("，", "、") and self._post_begins(end + 1)
        if not names or not (goes_on or signs.LIST_VERB.match(self.text, end)):
            return end
        for at, length in names:
            self._add(at, length, shared, "shared post")
        return end

    def _behind_labels(self) -> None:
        """县领导何明川、苏青参加; 出席会议的有…."""
        for at, length in without_misspelt(self, behind_labels(self), self.found):
            self._add(at, length, (), "label")

    def _before_labels(self) -> None:
        """何明川、苏青等县领导; 何明川、苏青两位副县长."""
        for at, length in before_labels(self):
            private = plain(self.printed[at : at + length]) in self.private  # 公司总经理高远等领导
            if not private and not self._inside_found(at, length):
                self._add(at, length, (), "label behind")
        for at, length, posts in before_counts(self):
            self._add(at, length, posts, "shared post")

    def _inside_found(self, at: int, length: int) -> bool:
        """Whether a piece is the end of a name that was found at the same place (萨|仁图雅)."""
        ends = (o for o in self.found.values() if len(o.name) > length)
        return any(place < at < place + len(o.name) for o in ends for _, place, _ in o.signs)

    def _chosen(self) -> None:
        """吕念慈当选县长; 选举苏琦、沈霞为副县长; 高远任县委书记; 免去何野的副县长职务."""
        for at, length, posts in find_chosen(self):
            if plain(self.printed[at : at + length]) not in self.private:
                self._add(at, length, posts, "chosen")

    def _rows(self) -> None:
        """高远　县委书记; 副县长：苏琦　沈霞; 出席：江北　何野."""
        for at, length, posts in find_rows(self):
            if plain(self.printed[at : at + length]) not in self.private:
                self._add(at, length, posts, "row")

    def _before_posts(self) -> None:
        """高远书记强调."""
        for at, length, posts in find_before_posts(self, self.found, self.private):
            self._add(at, length, posts, "name before post")

    def _bare_names(self) -> None:
        """Names without any sign but their place: at the head of a headline, or in a sentence where they chair or attend."""
        for at, length in find_bare(self, Met(self.found, self.private, self.byline)):
            self._add(at, length, (), "bare")

    def _known_people(self) -> None:
        """Those whom the register or the archive knows."""
        for at, length, rule in find_known(self, self.known, Met(self.found, self.private, self.byline)):
            self._add(at, length, (), rule)


def _has_dots(text: str) -> bool:
    return any(dot in text for dot in DOTS)


def find_people(text: str, known: KnownNames, byline: Iterable[str] = ()) -> list[Found]:
    """The leaders of one report, in order of first appearance; `text` has a line for each part and paragraph."""
    return Finder(text, known, byline).people()


def find_listed(text: str, names: frozenset[str], places: Sequence[tuple[int, str]]) -> list[Found]:
    """Those of `names` whom the text names at `places` (see `mentions`), in order of first appearance."""
    return Finder(text, KnownNames(names)).listed(places)
