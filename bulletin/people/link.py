"""Who is in a report, in three steps: each report gives its evidence, one reduction makes the known people, each report
is linked to those of them that occur in it. The result does not depend on the order of the files.

The register's names are known from the first step on; what the archive teaches is added in the last, and a report is read
again only where a name stands in it that its own words did not show.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bulletin.model import Person, Post, Report, Statement
from bulletin.people.find import Found, find_listed, find_people
from bulletin.people.fold import PINYIN, as_printed, fold, mend
from bulletin.people.known import Known, make_known
from bulletin.people.listed import Heard, sentences_naming
from bulletin.people.posts import same_post
from bulletin.people.register import Register, posts_on
from bulletin.people.roles import find_roles, mentions
from bulletin.people.statements import find_statements
from bulletin.values import dataclass

NOBODY = Known()
FEWEST_REPORTS = 1
WORDS_BEFORE, WORDS_BEHIND = 18, 6
"""How much of the text around a name an explanation shows."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A name that a report's own words show to be a leader's."""

    name: str
    titled: bool


@dataclass(frozen=True, slots=True)
class Recognised:
    """The leaders of a report and what they said."""

    people: tuple[Person, ...]
    statements: tuple[Statement, ...]
    evidence: tuple[Evidence, ...] = ()


def text_of(report: Report) -> str:
    """What names are looked for in: the headline set and the paragraphs, a line each."""
    parts = (report.kicker, report.title, report.subtitle, *[p.text for p in report.paragraphs])
    return "\n".join(filter(None, parts))


def mended(report: Report) -> str:
    """The text that names are looked for in, as `taught` takes it."""
    return mend(text_of(report))


def taught(text: str, first: Iterable[str], known: Known) -> frozenset[str]:
    """Names that the archive teaches about a text; none where its own words showed all of them (`first`) already.

    The text is mended, as `recognise` takes it.
    """
    names = known.within(text).archive
    return names if not names <= frozenset(first) else frozenset()


def link(report: Report, first: Recognised, known: Known) -> Recognised:
    """A report read again where that helps; `first` was recognised with the register's names alone."""
    shown = frozenset([person.name for person in first.people])
    if is_listed(report) or known.names <= shown or not taught(mended(report), shown, known):
        return first
    return recognise(report, known)


def registered(register: Register) -> Known:
    """The register's names alone."""
    return make_known(register.names, (), register.people) if register.leaders else NOBODY


def recognise(report: Report, known: Known = NOBODY) -> Recognised:
    """Find the leaders of a report, with posts and roles, and their statements."""
    text = text_of(report)
    return _told(*_found(report, known, text), report, text)


def is_listed(report: Report) -> bool:
    """Whether an editor listed the leaders of a report, so that nobody else is looked for in it."""
    return report.front_matter is not None and report.front_matter.leaders is not None


def _found(report: Report, known: Known, printed: str) -> tuple[Sequence[Found], Heard]:
    """The leaders of a report of that printed text, and the words in which their places are counted.

    Where an editor listed them these are all, and nothing is read but what the text tells of them.
    """
    front = report.front_matter
    if front is None or front.leaders is None:
        text = mend(printed)
        return find_people(text, known.within(text), report.byline), Heard(text, text)
    names = frozenset([name for text in front.leaders for name in known.names_of(text)])
    if not names:
        return (), Heard("", "")
    headlines = sum([len(text) + 1 for text in (report.kicker, report.title, report.subtitle) if text])
    heard = sentences_naming(mend(printed), names, headlines)
    return find_listed(heard.words, names, heard.listed[0]), heard


def _told(found: Sequence[Found], heard: Heard, report: Report, text: str) -> Recognised:
    """Posts, roles and statements of the people who were found in what was heard of them."""
    if not found:
        return Recognised((), ())
    printed = {fold(f.name): f.name for f in found}
    here, everywhere = heard.mentions(printed)
    roles = {printed[name]: told for name, told in find_roles(fold(heard.words), here).items()}
    titles = _printed_titles(found, text)
    people = tuple([Person(f.name, titles[f.name], roles.get(f.name, ())) for f in found])
    paragraphs = "\n".join([p.text for p in report.paragraphs])
    if heard.text.endswith(paragraphs):
        begin = len(heard.text) - len(paragraphs)
        folded = fold(heard.text)[begin:]
        places = [(at - begin, name) for at, name in everywhere if at >= begin]
    else:  # mended
        folded = fold(paragraphs)
        places = mentions(folded, printed)
    evidence = tuple([Evidence(f.name, bool(f.titles)) for f in found if f.rule not in ("register", "archive")])
    return Recognised(people, find_statements(paragraphs, folded, places, printed), evidence)


def _printed_titles(found: Sequence[Found], text: str) -> dict[str, tuple[str, ...]]:
    """Name -> titles as the report prints them; they were found without the pinyin of a broken conversion."""
    if ("（" in text or "(" in text) and PINYIN.search(text):
        return {f.name: tuple([as_printed(title, f.name, text) for title in f.titles]) for f in found}
    return {f.name: tuple(f.titles) for f in found}


@dataclass(frozen=True, slots=True)
class Sign:
    """Why somebody was taken for a leader: the rule, the posts that it gave, and the words around."""

    name: str
    rule: str
    posts: tuple[str, ...]
    words: str


def explain(report: Report, known: Known = NOBODY) -> tuple[Sign, ...]:
    """Every rule that found a name or a post in a report, in order of the text."""
    found, heard = _found(report, known, text_of(report))
    signs = sorted((at, person.name, rule, posts) for person in found for rule, at, posts in person.signs)
    return tuple(Sign(name, rule, posts, _around(heard.words, at, name)) for at, name, rule, posts in signs)


def _around(text: str, at: int, name: str) -> str:
    begin, end = max(0, at - WORDS_BEFORE), at + len(name) + WORDS_BEHIND
    return text[max(begin, text.rfind("\n", begin, at) + 1) : end].split("\n")[0]


def learn(evidence: Iterable[Evidence], register: Register) -> Known:
    """The known people: the register's, and every name that a post was printed for somewhere."""
    titled: dict[str, int] = {}
    for item in evidence:
        if item.titled:
            titled[item.name] = titled.get(item.name, 0) + 1
    return make_known(
        register.names, (name for name, count in titled.items() if count >= FEWEST_REPORTS), register.people
    )


def identify(person: Person, register: Register, day: date | None) -> tuple[Person, int]:
    """(person with the register's id, how many people it may be).

    Of people with one name it is the one in office that day; of several of them, the one whose post is printed.
    """
    same = register.named(person.name)
    if not same:
        return person, 0
    if len(same) > 1 and day:
        in_office = tuple(p for p in same if posts_on(p, day))
        same = in_office if len(in_office) == 1 else same
    if len(same) > 1 and person.titles:
        holders = tuple(p for p in same if _holds_any(p.posts if day is None else posts_on(p, day), person.titles))
        same = holders if len(holders) == 1 else same
    if len(same) == 1:
        return replace(person, id=same[0].id or same[0].name), 1
    return person, len(same)


def _holds_any(posts: Iterable[Post], titles: Iterable[str]) -> bool:
    """Whether one of the registered posts is printed among `titles`, in this or a like wording."""
    titles = tuple(titles)
    return any(same_post(t, part) for post in posts for part in post.text.split("、") for t in titles)
