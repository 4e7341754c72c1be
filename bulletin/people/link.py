"""Who is in a report, in three steps: each report gives its evidence, one reduction makes the known people, each report
is linked to those of them that occur in it. The result does not depend on the order of the files.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bulletin.model import Person, Report, Statement
from bulletin.people.find import Known, find_people, make_known
from bulletin.people.register import Register, posts_on
from bulletin.people.roles import find_roles
from bulletin.people.statements import find_statements

NOBODY = Known()
LOST_MARK = re.compile("[?？]{1,2}h(?=[\u4e00-\u9fff])")
"""What a broken conversion leaves of 。縣 at the beginning of a sentence."""
PINYIN = re.compile("[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[）)]")
"""What a broken conversion puts behind a character: 縣長(zhǎng)."""
FEWEST_REPORTS = 1


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
    return "\n".join(
        t for t in (report.kicker, report.title, report.subtitle, *(p.text for p in report.paragraphs)) if t
    )


def recognise(report: Report, known: Known = NOBODY) -> Recognised:
    """Find the leaders of a report, with posts and roles, and their statements."""
    text = LOST_MARK.sub("。縣", PINYIN.sub("", text_of(report)))
    found = find_people(text, known.within(text), report.byline)
    names = [f.name for f in found]
    roles = find_roles(text, names)
    people = tuple(Person(f.name, tuple(f.titles), roles.get(f.name, ())) for f in found)
    statements = find_statements([p.text for p in report.paragraphs], names)
    evidence = tuple(Evidence(f.name, bool(f.titles)) for f in found if f.rule not in ("register", "archive"))
    return Recognised(people, statements, evidence)


def learn(evidence: Iterable[Evidence], register: Register) -> Known:
    """The known people: the register's, and every name that a post was printed for somewhere."""
    titled: dict[str, int] = {}
    for item in evidence:
        if item.titled:
            titled[item.name] = titled.get(item.name, 0) + 1
    return make_known(register.names, (name for name, count in titled.items() if count >= FEWEST_REPORTS))


def identify(person: Person, register: Register, day: date | None) -> tuple[Person, int]:
    """(person with the register's id, how many people it may be). Of people with one name the one in office that day."""
    same = register.named(person.name)
    if len(same) > 1 and day:
        in_office = tuple(p for p in same if posts_on(p, day))
        same = in_office if len(in_office) == 1 else same
    if len(same) == 1:
        return replace(person, id=same[0].id or same[0].name), 1
    return person, len(same)
