"""Names of an unusual form in a list of posts and names: 州委副书记、州长阿柳时布，州委常委苏青陪同.

In comes a text with its places, out come (place, length, end of the post) of names that no surname and no sound tells:
between a public post that opens a clause and a mark behind which the next post or a verb of attending stands, a piece of
two to five characters can hardly be anything else.
"""

import re
from collections.abc import Iterator
from functools import cache

from bulletin.patterns import compiled
from bulletin.people import signs
from bulletin.people.characters import HAN
from bulletin.people.forms import FOREIGN, NEVER_GIVEN, NUMERALS, SELDOM_GIVEN
from bulletin.people.places import Places
from bulletin.people.post_words import words_of
from bulletin.people.titles import office_before
from bulletin.people.vocabulary import name_words, surnames, title_words

MARKS = frozenset("，。；：、\n）”由和与")
"""What may stand before the first post."""
LONGEST = 5
ATTENDING = "参加|出席|陪同|列席|一同|全程"
"""Behind one of them only a piece of three characters and more is taken: 旗人大副主任钢呼其陪同."""


@cache
def _between() -> re.Pattern[str]:
    """A piece between the last character of an office word and a mark of a list or a verb of attending.

    That character is looked for fast.
    """
    return compiled(f"[{title_words().last_characters}](?P<name>[{HAN}]{{2,{LONGEST}}}?)(?=[，、]|{ATTENDING})")


@cache
def _usual() -> frozenset[str]:
    """Characters that are usual in names of any kind."""
    return name_words().given | FOREIGN | surnames().single


@cache
def _last() -> frozenset[str]:
    """Characters that a name may end with."""
    return name_words().given | FOREIGN


def find_unusual(places: Places) -> Iterator[tuple[int, int, int]]:
    """(place, length, where the post ends) of each, in order of the text."""
    text, ends, last = places.text, title_words().last_characters, _last()
    for match in _between().finditer(text):
        end = match.end("name")
        if text[end - 1] not in last:
            continue
        marked = text[end] in "，、"
        for at in range(match.start("name"), end - (1 if marked else 2)):
            length = end - at
            if text[at - 1] not in ends or not office_before(text, at) or not _looks_like_one(text[at:end]):
                continue
            if any(office_before(text, later) for later in range(at + 1, end - 1) if text[later - 1] in ends):
                continue  # 一级主任|科员高远
            if not (titles := places.titles_at(at)):
                continue
            opens = titles.start == 0 or text[titles.start - 1] in MARKS
            behind = end + marked
            listed = _many_names(places, behind)
            whole = len(titles.items) > 1 or len(titles.last) > 3 or listed
            words = words_of(titles.last)
            public = not (titles.private or words.nobody or words.group)
            if (
                opens
                and whole
                and public
                and (listed or _goes_on(places, behind))
                and not places.names.length_at(at, must=True)
            ):
                yield at, length, at
                break


def _many_names(places: Places, at: int) -> bool:
    """Whether two names more stand in the list behind 、: 副县长操川|、江北、苏青."""
    length = places.list_name(at) if places.text[at - 1] == "、" else 0
    return length > 0 and places.text.startswith("、", at + length) and places.list_name(at + length + 1) > 0


def _goes_on(places: Places, at: int) -> bool:
    """Whether the list goes on with another post and its name, or ends in a verb of attending."""
    return places.leads_to_name(at) or signs.LIST_VERB.match(places.text, at) is not None


def _looks_like_one(name: str) -> bool:
    """Whether a piece may be a name: no word, no verb, and written with characters that names are written with."""
    words = name_words()
    if len(name) < 4 and name[0] in surnames().frequent:
        return False  # what has a frequent surname has been read as a name, or is none
    if signs.not_a_name(name) or name in words.roles or any(name.startswith(w) for w in words.after.get(name[:2], ())):
        return False
    if any(c in NEVER_GIVEN or c in NUMERALS or c in "在为和到向及" for c in name[1:]) or name[-1] in SELDOM_GIVEN:
        return False
    known = _usual()
    usual = sum(c in known for c in name[1:]) + (name[0] in known or name[0] in surnames().rare)
    return usual >= (len(name) if len(name) == 2 else len(name) - 1)
