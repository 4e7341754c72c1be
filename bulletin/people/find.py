"""The leaders that a text names, with their posts as printed.

Works with no register: a name counts when a public post stands before it (also a shared one: 副县长江北、苏青) or behind
it (高远书记, 当选县长), when a collective label introduces or follows it (县领导何明川、苏青参加), when it opens a headline or
a sentence as only a leader's name does, or when it is a known person's. Villagers, reporters and company heads have no
such sign and are left out. With a register its names are found exactly, by place and longest first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bulletin.people import signs
from bulletin.people.fold import fold
from bulletin.people.known import Known as Known
from bulletin.people.known import KnownNames as KnownNames
from bulletin.people.known import make_known as make_known
from bulletin.people.names import HAN_RUN, LIKELY, PERHAPS, SURE, NameReader, ending, form, plain
from bulletin.people.titles import Titles, office_before, titles_before
from bulletin.people.vocabulary import surnames


@dataclass(slots=True)
class Found:
    """A person while a text is being read: posts in order of appearance and the rule that found the name first."""

    name: str
    at: int
    titles: list[str] = field(default_factory=list)
    rule: str = ""
    signs: list[tuple[str, int, tuple[str, ...]]] = field(default_factory=list)
    """(rule, place in the text, posts that it gave) of each time the person was found."""


class Finder:
    """Finds the leaders of one report; `text` is the headline set and the paragraphs, a line each."""

    def __init__(self, text: str, known: KnownNames, byline: Iterable[str] = ()) -> None:
        self.printed = text
        self.text = fold(text)
        self.known = known
        self.byline = frozenset(byline)
        self.names = NameReader(self.text, frozenset(fold(n) for n in known.all))
        self.found: dict[str, Found] = {}
        self.private: set[str] = set()

    def people(self) -> list[Found]:
        """All leaders, by first place in the text."""
        for step in (
            self._behind_posts, self._behind_labels, self._before_labels, self._chosen, self._before_posts,
            self._bare_names, self._known_people,
        ):  # fmt: skip
            step()
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

    def _printed(self, titles: Titles) -> tuple[str, ...]:
        return tuple(self.printed[start:end] for start, end in titles.items)

    def _behind_posts(self) -> None:
        """县委书记高远; 副县长江北、苏青."""
        text, taken = self.text, 0
        for match in signs.behind_post().finditer(text):
            at, office_end = match.end(), match.end(1)
            if at < taken or not office_before(text, office_end):
                continue
            length = self.names.length_at(at, must=True)
            if not length or self._post_begins(at):
                continue
            titles = titles_before(text, office_end)
            if titles is None or signs.is_nobody(titles.last):
                continue
            if titles.private or self._of_a_hospital(titles, office_end):
                self._leave_out(at, length)
                continue
            posts = () if signs.GROUP.fullmatch(titles.last) else self._printed(titles)
            if posts:  # 副县长（挂职）
                posts = (*posts[:-1], posts[-1] + self.printed[office_end:at])
            self._add(at, length, posts, "post")
            taken = self._share(at + length, titles)

    def _of_a_hospital(self, titles: Titles, end: int) -> bool:
        """院长 without a body is a court's only where one was named just before."""
        if titles.last not in ("院长", "副院长") or "法院" in self.text[max(0, end - 80) : end]:
            return False
        return not ("法院" in self.text or "法庭" in self.text) or "医院" in self.text

    def _leave_out(self, at: int, length: int) -> None:
        """A list behind a private post is private as a whole."""
        self.private.add(plain(self.printed[at : at + length]))
        end = at + length
        while self.text[end : end + 1] == "、" and (length := self._list_name(end + 1)):
            self.private.add(plain(self.printed[end + 1 : end + 1 + length]))
            end += 1 + length

    def _share(self, end: int, titles: Titles) -> int:
        """Give the posts to the names that follow at `end` behind 、; returns where the list ends."""
        single = bool(signs.HELD_BY_ONE.search(titles.last))
        shared = () if single or signs.GROUP.fullmatch(titles.last) else self._printed(titles)
        joints = "、" if single else "、和与及"
        while end < len(self.text) and self.text[end] in joints:
            length = self._list_name(end + 1)
            if not length or (self.text[end] != "、" and ending(self.text, end + 1 + length) < LIKELY):
                break
            self._add(end + 1, length, shared, "shared post")
            end += 1 + length
        return end

    def _list_name(self, at: int) -> int:
        """The length of a name that stands in a list: it must end surely, and no post may begin there."""
        if at >= len(self.text):
            return 0
        length = self.names.length_at(at, must=True)
        if length and signs.AND_OTHERS.match(self.text, at + length):
            return length
        if self._post_begins(at):
            return 0
        if length and ending(self.text, at + length) >= PERHAPS:
            return length
        item = signs.LIST_ITEM.match(self.text, at)
        if not item and (item := signs.LONG_ITEM.match(self.text, at)) and not signs.sounds_foreign(item[0]):
            return 0
        return 0 if not item or signs.not_a_name(item[0]) else len(item[0])

    def _post_begins(self, at: int) -> bool:
        """Whether a post stands at `at` and is followed by a name or another post, as in 、安监局局长苏青."""
        for match in signs.POST_AHEAD.finditer(self.text, at, at + 22):
            titles = titles_before(self.text, match.end())
            if titles is not None and titles.start <= at:
                return True
        return False

    def _behind_labels(self) -> None:
        """县领导何明川、苏青参加; 出席会议的有…."""
        for label in self._labels():
            at = label.end()
            while at < len(self.text) and self.text[at] in "：: \u3000":
                at += 1
            self._take_list(at)

    def _labels(self) -> list[re.Match[str]]:
        text = self.text
        found = list(signs.LABEL.finditer(text)) if "领导" in text else []
        if any(word in text for word in signs.OTHER_LABEL_WORDS):
            found.extend(signs.OTHER_LABEL.finditer(text))
            found.sort(key=re.Match.start)
        return found

    def _take_list(self, at: int) -> None:
        text, some = self.text, False
        while length := self._list_name(at):
            end = at + length
            joined = text[end : end + 1]
            two = joined in ("和", "与") and self._list_name(end + 1)
            if not (some or two or joined == "、") and ending(text, end) < LIKELY and not self.names.length_at(end):
                break
            self._add(at, length, (), "label")
            some = True
            at = end + 1 if joined and joined in signs.JOINERS else end
            if at == end and ending(text, end) >= PERHAPS:
                break

    def _before_labels(self) -> None:
        """何明川、苏青等县领导."""
        for label in signs.LABEL_AFTER.finditer(self.text):
            for at, length in self._names_before(label.start()):
                self._add(at, length, (), "label behind")

    def _names_before(self, end: int) -> list[tuple[int, int]]:
        """The names of the list that ends before `end`; its first piece may begin with other words."""
        start = max(self.text.rfind(mark, max(0, end - 200), end) for mark in "，。；：\n,;:”") + 1
        names: list[tuple[int, int]] = []
        at = end
        pieces = self._pieces(max(start, end - 200), end)
        for piece in reversed(pieces):
            begin = at - len(piece)
            if not piece:
                break
            if self._is_whole(begin, len(piece)) or ((names or len(pieces) > 2) and self._plain_item(piece)):
                names.append((begin, len(piece)))
            else:
                tails = [n for n in (3, 4, 2) if n < len(piece) and self.names.length_at(at - n) == n]
                begun = [n for n in tails if self._may_begin(at - n)]
                if length := next(iter(begun or [n for n in tails if n > 2]), 0):
                    names.append((at - length, length))
                break
            at = begin - 1
        return names[::-1]

    def _pieces(self, start: int, end: int) -> list[str]:
        """The pieces of a list between 、; the last joint may be 和 (张志伟和刘丹)."""
        pieces = self.text[start:end].split("、")
        last = pieces[-1]
        begin = end - len(last)
        length = self.names.length_at(begin, must=True)
        if 1 < length < len(last) - 2 and last[length] in "和与及":
            rest = len(last) - length - 1
            if self.names.length_at(begin + length + 1, must=True) == rest:
                pieces[-1:] = [last[:length], last[length + 1 :]]
        return pieces

    def _is_whole(self, at: int, length: int) -> bool:
        """Whether a name of this length may stand at `at`, whatever the words behind it look like (郭薪|以190票当选)."""
        piece = self.text[at : at + length]
        return self.names.length_at(at, must=True) == length or (
            bool(HAN_RUN.fullmatch(piece)) and form(piece) > 2 - (length == 2) and not signs.not_a_name(piece)
        )

    def _may_begin(self, at: int) -> bool:
        return signs.clause_starts(self.text, at) or bool(office_before(self.text, at))

    @staticmethod
    def _plain_item(piece: str) -> bool:
        match = signs.LIST_ITEM.match(piece + "、")
        return bool(match) and match is not None and match[0] == piece and not signs.not_a_name(piece)

    def _chosen(self) -> None:
        """吕念慈当选县长; 选举苏琦、沈霞为副县长; 高远任县委书记."""
        for match in signs.CHOSEN.finditer(self.text):
            if posts := self._posts_ahead(match.end()):
                begin = max(0, match.start() - 12)
                between = signs.CHOSEN_BEFORE.search(self.text[begin : match.start()])
                end = begin + between.start() if between else match.start()
                for at, length in self._names_before(end):
                    if plain(self.printed[at : at + length]) not in self.private:
                        self._add(at, length, posts, "chosen")
        for match in signs.CHOOSING.finditer(self.text):
            at = match.end()
            while at and (at := self._one_choice(at)):
                at += 2 if self.text.startswith("\n", at + 1) else 1

    def _one_choice(self, at: int) -> int:
        """Take 苏琦、沈霞为副县长 at `at`; returns where it ends, or 0 where there is none."""
        names = list[tuple[int, int]]()
        while length := self._list_name(at):
            names.append((at, length))
            at += length
            at += self.text.startswith("同志", at) * 2
            if self.text[at : at + 1] != "、":
                break
            at += 1
        role = signs.AS.match(self.text, at)
        posts = self._posts_ahead(role.end()) if names and role else ()
        if not role or not posts:
            return 0
        for place, length in names:
            self._add(place, length, posts, "chosen")
        return role.end() + len("、".join(posts))

    def _posts_ahead(self, at: int) -> tuple[str, ...]:
        """The public posts that are all that stands between `at` and a mark."""
        posts: list[str] = []
        while match := signs.PHRASE.match(self.text, at):
            office = office_before(self.text, match.end())
            if not office or titles_before(self.text, match.end()) is None:
                break
            titles = titles_before(self.text, match.end())
            if titles is None or titles.private:
                break
            posts.append(self.printed[at : match.end()])
            at = match.end() + 1
            if self.text[match.end() : at] != "、":
                break
        return tuple(posts)

    def _before_posts(self) -> None:
        """高远书记强调: a full name before a post; a surname alone (高书记) is somebody already met."""
        text = self.text
        for match in signs.NAME_FIRST.finditer(text):
            at = self._office_begin(match.start())
            if ending(text, match.end()) < PERHAPS:
                continue
            for length in (3, 2, 4):
                name = text[at - length : at] if at >= length else ""
                points = form(name) if len(name) == length and HAN_RUN.fullmatch(name) else 0
                if not points or signs.not_a_name(name) or not self._begins(at - length, name):
                    continue
                if plain(self.printed[at - length : at]) in self.found:
                    break
                place_like = text[at] in "县市区旗镇乡" and points < 4
                known_form = ending(text, match.end()) >= LIKELY or name[0] in surnames().frequent
                sure = match[0].endswith("书记") and known_form and not place_like
                if (length == 2 or place_like) and not sure and not self.names.elsewhere(name, at - length):
                    continue
                self._add(at - length, length, (self.printed[at : match.end()],), "name before post")
                break

    def _office_begin(self, at: int) -> int:
        """Where the post begins whose office stands at `at`: before 副 and a body."""
        text = self.text
        at -= text.startswith("副", at - 1) if at else 0
        return at - next((len(word) for word in signs.BEFORE_OFFICE if text.endswith(word, 0, at)), 0)

    def _begins(self, at: int, name: str) -> bool:
        return signs.clause_starts(self.text, at) or _behind_body(self.text, at, name)

    def _bare_names(self) -> None:
        """Names without any sign but their place: at the head of a headline, or in a sentence where they chair or attend."""
        headline_end = self._headline_end()
        for at in signs.clause_starts_in(self.text):
            names = self._names_from(at, at < headline_end)
            if not names:
                continue
            end = sum(names[-1])
            verbs = signs.HEADLINE_VERB if at < headline_end else signs.LIST_VERB if len(names) > 1 else signs.SOLE_VERB
            if not verbs.match(self.text, end):
                continue
            for place, length in names:
                name = self.printed[place : place + length]
                if self._may_be_bare(name, place):
                    self._add(place, length, (), "bare")

    def _may_be_bare(self, name: str, place: int) -> bool:
        """Whether a name without a post stands here for the first time, and is not a misspelling of one already met."""
        if plain(name) in self.private or name in self.byline or self.printed.find(name) != place:
            return False
        if signs.not_a_name(self.text[place : place + len(name)]):
            return False
        if len(name) == 2 and place < self._headline_end() and not self._in_body(name):
            return False  # the short name of a place (兴山开展…)
        others = (o for o in self.found if len(o) == len(name) and o != name)
        return not any(len(name) > 2 and sum(a != b for a, b in zip(o, name, strict=True)) == 1 for o in others)

    def _in_body(self, name: str) -> bool:
        """Whether a name stands below the headlines as a name, not as the beginning of a place's."""
        at = self.printed.find(name, self._headline_end())
        while at >= 0:
            if self.text[at + len(name) : at + len(name) + 1] not in "县市区镇乡村州旗":
                return True
            at = self.printed.find(name, at + 1)
        return False

    def _headline_end(self) -> int:
        """Where the headline set ends: the first lines without a full stop, when there is a text below them."""
        end = 0
        for _ in range(3):
            line_end = self.text.find("\n", end)
            if line_end < 0 or "。" in self.text[end:line_end] or line_end - end > 90:
                break
            end = line_end + 1
        return end

    def _names_from(self, at: int, glued: bool) -> list[tuple[int, int]]:
        """(place, length) of the names that stand in a row at `at`."""
        names: list[tuple[int, int]] = []
        while length := self.names.length_at(at):
            names.append((at, length))
            at += length
            mark = self.text[at : at + 1]
            if mark == "、" or (glued and mark == " "):
                at += 1
            elif not glued or mark in "来赴于向和" or ending(self.text, at) != 0:
                break
        return names if not names or sum(names[-1]) == at else []

    def _known_people(self) -> None:
        """Names of the register anywhere; names of the archive where a leader may stand."""
        for name in sorted(self.known.all, key=len, reverse=True):
            at = self.printed.find(name)
            if at < 0 or name in self.found or name in self.private or name in self.byline:
                continue
            if name in self.known.register:
                if not _inside_longer(self.printed, name, self.known.all) and self._is_no_word(name):
                    self._add(at, len(name), (), "register")
            elif (place := self._stands_as_leader(name)) >= 0:
                self._add(place, len(name), (), "archive")

    def _is_no_word(self, name: str) -> bool:
        """Whether a registered name stands somewhere as a name: two characters may be a part of words (质量和安全)."""
        if len(name) > 2:
            return True
        text, at = self.text, self.printed.find(name)
        while at >= 0:
            before = signs.clause_starts(text, at) or text[at - 1] == "、" or bool(office_before(text, at))
            if before or LIKELY <= ending(text, at + 2) < SURE:
                return True
            at = self.printed.find(name, at + 2)
        return False

    def _stands_as_leader(self, name: str) -> int:
        """Where a known name stands as a leader's does (at the head of a clause, in a list with leaders), or -1."""
        text, at = self.printed, self.printed.find(name)
        while at >= 0:
            end = at + len(name)
            begins = signs.clause_starts(self.text, at)
            if begins and LIKELY <= ending(self.text, end) < SURE:
                return at
            listed = text[end : end + 1] == "、" or text[at - 1 : at] == "、"
            if listed and ending(self.text, end) >= LIKELY:
                around = text[max(0, at - 12) : end + 12]
                if any(other in around for other in self.found if other != name):
                    return at
            at = text.find(name, end)
        return -1


def _behind_body(text: str, at: int, name: str) -> bool:
    """Whether a likely name stands behind a body: 县林业局高远局长, 石鼓镇高远书记."""
    likely = name[0] in surnames().frequent or name[:2] in surnames().compound
    return at > 1 and text[at - 1] in "局办委镇乡院道府队" and likely


def _inside_longer(text: str, name: str, known: frozenset[str]) -> bool:
    """Whether `name` stands in `text` only inside longer known names."""
    longer = [other for other in known if len(other) > len(name) and name in other]
    if not longer:
        return False
    return text.count(name) <= sum(text.count(other) * other.count(name) for other in longer)


def find_people(text: str, known: KnownNames, byline: Iterable[str] = ()) -> list[Found]:
    """The leaders of one report, in order of first appearance; `text` has a line for each part and paragraph."""
    return Finder(text, known, byline).people()
