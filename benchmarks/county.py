"""An invented county and its news: the same number and seed give the same register and the same articles.

In: how many articles, a seed. Out: `Leader` (who held which post, from when to when) and `Report`, oldest first, about
700 characters each, several a day. A few leaders and topics are in most reports and many in few, as in a real archive.
Within a day the reports stand with the newest event first, so that every generator sorts them alike.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.prose import CLOSING, FOLLOWING, GENERAL, PLACES, SUBJECTS, VILLAGES, WORDS, Subject

FIRST_DAY = date(2008, 1, 1)
FEWEST, MOST = 3, 9
SURNAMES = (
    "高荣董巩简戚祁储郦桑窦宓蔺冉岑费廉薄柏厉邬应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊甄曲家封芮羿靳"
)
GIVEN = "砚秋亦怀远澍建川晖棠溪野舟岚青明石宁安瑞泽文清禾苇澜屿松柏朗峤洲"
SYLLABLES = (
    "ba",
    "chen",
    "du",
    "fan",
    "gao",
    "he",
    "jin",
    "ke",
    "lan",
    "mu",
    "ning",
    "ping",
    "qiu",
    "ran",
    "shu",
    "tao",
)
SEATS = (
    ("县委", "县委书记"),
    ("县政府", "县委副书记、县长"),
    ("县委", "县委副书记"),
    ("县人大常委会", "县人大常委会主任"),
    ("县政协", "县政协主席"),
    ("县政府", "县委常委、常务副县长"),
    ("县纪委监委", "县委常委、县纪委书记、县监委主任"),
    ("县委", "县委常委、组织部部长"),
    ("县委", "县委常委、宣传部部长"),
    ("县委", "县委常委、政法委书记"),
    ("县政府", "副县长"),
    ("县委", "县委常委、统战部部长"),
    ("县政府", "副县长"),
    ("县政府", "副县长、公安局局长"),
    ("县人大常委会", "县人大常委会副主任"),
    ("县政协", "县政协副主席"),
    ("县政府", "副县长"),
    ("县人大常委会", "县人大常委会副主任"),
    ("县政协", "县政协副主席"),
    ("法院", "县人民法院院长"),
    ("检察院", "县人民检察院检察长"),
)


@dataclass(frozen=True, slots=True)
class Leader:
    """Who held a post; `end` is the day before the successor's first, none for the one in office."""

    id: str
    name: str
    body: str
    post: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it was printed; `leaders` and `topics` are ids in the order of appearance."""

    day: date
    number: int
    title: str
    event: date
    leaders: tuple[str, ...]
    topics: tuple[str, ...]
    byline: tuple[str, ...]
    paragraphs: tuple[str, ...]


def make_county(count: int, seed: int = 7) -> tuple[tuple[Leader, ...], Iterator[Report]]:
    """The register, and `count` reports, oldest first."""
    chance = random.Random(seed)
    days = list(_days(count, chance))
    leaders = tuple(_register(days[-1][0] if days else FIRST_DAY, chance))
    return leaders, _reports(days, leaders, chance)


def _days(count: int, chance: random.Random) -> Iterator[tuple[date, int]]:
    """(day, number of reports); no issue on Sundays."""
    day, left = FIRST_DAY, count
    while left > 0:
        if day.weekday() != 6:
            today = min(left, chance.randint(FEWEST, MOST))
            yield day, today
            left -= today
        day += timedelta(days=1)


def _register(last: date, chance: random.Random) -> Iterator[Leader]:
    """Everyone who ever sat in one of the seats; no two have one name."""
    names: set[str] = set()
    ids: set[str] = set()
    for body, post in SEATS:
        start: date = FIRST_DAY - timedelta(days=chance.randint(30, 900))
        while start <= last:
            end = start + timedelta(days=chance.randint(900, 2200))
            name, id = _person(chance, names), _id(chance, ids)
            yield Leader(id, name, body, post, start, end if end < last else None)
            start = end + timedelta(days=1)


def _person(chance: random.Random, taken: set[str]) -> str:
    """A name of three characters that nobody else has."""
    while True:
        name = chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN)
        if name not in taken:
            taken.add(name)
            return name


def _id(chance: random.Random, taken: set[str]) -> str:
    while True:
        id = "-".join(chance.choice(SYLLABLES) for _ in range(3))
        if id not in taken:
            taken.add(id)
            return id


def _reports(days: list[tuple[date, int]], leaders: tuple[Leader, ...], chance: random.Random) -> Iterator[Report]:
    writers = [_person(chance, {leader.name for leader in leaders}) for _ in range(12)]
    for day, count in days:
        office = [p for p in leaders if p.start <= day - timedelta(days=4) and (p.end is None or day <= p.end)]
        events = sorted((day - timedelta(days=chance.randint(0, 3)) for _ in range(count)), reverse=True)
        for number, event in enumerate(events, 1):
            yield _report(day, number, event, office, writers, chance)


def _report(
    day: date, number: int, event: date, office: list[Leader], writers: list[str], chance: random.Random
) -> Report:
    kinds = _spread(chance, len(SUBJECTS), chance.choices((1, 2, 3), (50, 38, 12))[0])
    subjects = [SUBJECTS[i] for i in kinds]
    people = [
        office[i] for i in _spread(chance, len(office), chance.choices(range(9), (26, 24, 18, 12, 8, 5, 3, 2, 2))[0])
    ]
    fill = Filler(chance)
    paragraphs = [_first(event, people, subjects[0].work, fill), *_body(people, subjects, fill, chance)]
    title = _title(people, subjects[0].work, fill, chance)
    return Report(
        day, number, title, event, tuple(p.id for p in people), tuple(s.topic for s in subjects),
        tuple(chance.sample(writers, chance.randint(1, 2))), tuple(paragraphs),
    )  # fmt: skip


def _spread(chance: random.Random, size: int, count: int) -> list[int]:
    """`count` different places of `size`; the first ones much more often than the last."""
    found: dict[int, None] = {}
    while len(found) < min(count, size):
        found.setdefault(int(size * chance.random() ** 2.2))
    return list(found)


class Filler:
    """Fills the places of a sentence: {town}, {village}, {few}, {many}, {share}."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def __call__(self, text: str) -> str:
        chance = self.chance
        return text.format(
            town=chance.choice(PLACES), village=chance.choice(VILLAGES), few=chance.randint(2, 40),
            many=chance.randint(120, 9800), share=f"{chance.randint(20, 199) / 10:.1f}", word=chance.choice(WORDS),
        )  # fmt: skip


def _title(people: list[Leader], work: str, fill: Filler, chance: random.Random) -> str:
    if not people:
        return fill(
            chance.choice(
                (
                    f"{{town}}{work}见实效",
                    f"{{village}}{{word}} {work}有新办法",
                    f"我县扎实推进{work}",
                    f"{{town}}{{few}}个村{work}走在前",
                )
            )
        )
    name = people[0].name
    return fill(chance.choice((
        f"{name}到{{town}}调研{work}", f"{name}主持召开全县{work}推进会", f"{name}在{{town}}检查{work}时强调 {{word}}",
        f"全县{work}会议召开 {name}讲话", f"{name}带队督查{{village}}{work}",
    )))  # fmt: skip


def _first(event: date, people: list[Leader], work: str, fill: Filler) -> str:
    day = f"本报讯 {event.month}月{event.day}日，"
    if not people:
        return day + fill(f"记者在{{town}}{{village}}看到，{work}正在有序推进，{{few}}名干部群众一早就在现场忙碌。")
    first, *others = people
    text = day + fill(f"{first.post}{first.name}到{{town}}调研{work}，走进{{village}}实地察看，与干部群众面对面交流。")
    if others:
        text += "，".join(f"{p.post}{p.name}" for p in others) + "参加。"
    return text


def _body(people: list[Leader], subjects: list[Subject], fill: Filler, chance: random.Random) -> Iterator[str]:
    """Four paragraphs and more: what was seen, what was said, how it goes on; about 600 characters."""
    own = [s for subject in subjects for s in chance.sample(subject.sentences, min(4, len(subject.sentences)))]
    chance.shuffle(own)
    general = chance.sample(GENERAL, len(GENERAL))
    yield "".join(map(fill, general[:2] + own[:3]))
    yield "".join(map(fill, own[3:6] + general[2:5]))
    yield "".join(map(fill, general[9:13] + own[8:10]))
    if people:
        said = chance.sample(FOLLOWING, 3)
        yield fill(f"就做好{subjects[0].work}，{people[0].name}强调：一是{said[0]}二是{said[1]}三是{said[2]}")
        for other in people[1:2]:
            yield fill(f"{other.name}要求，{chance.choice(FOLLOWING)}{general[5]}")
    else:
        yield "".join(map(fill, own[6:8] + general[5:8]))
    yield "".join(map(fill, (*general[7:9], chance.choice(CLOSING))))
