"""Invented county news in any amount, with as many different words and names as real news has.

In: a number of reports and a seed. Out: `Piece` values, the same for the same seed. Field words come from the project's
own lists, the rest from an invented lexicon whose words follow Zipf's law, so that the number of distinct pairs of
characters grows as it does in print (about 0.65 a character within a report). Places and people are invented.
"""

import random
import re
from bisect import bisect
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from bulletin.people.vocabulary import surnames
from bulletin.topics import merge_topics

LEXICON = 14_000
"""Invented words; with it 2,000 reports of 700 characters have about 150,000 distinct pairs."""
A_DAY = 8
FIRST_DAY = date(2023, 1, 3)
VERBS = [
    "强调",
    "指出",
    "要求",
    "调研",
    "检查",
    "主持",
    "出席",
    "慰问",
    "走访",
    "部署",
    "推进",
    "落实",
    "完成",
    "实现",
    "开展",
    "组织",
    "参加",
    "召开",
    "启动",
    "建成",
]
POSTS = [
    "县委书记",
    "县委副书记、县长",
    "县委常委、组织部部长",
    "副县长",
    "县人大常委会主任",
    "县政协主席",
    "县委常委、常务副县长",
    "县委办公室主任",
]
ENDINGS = ["镇", "乡", "村", "街道", "社区", "小学", "大桥", "水库", "茶园", "公司", "合作社", "广场", "医院", "工业园"]
SMALL = [
    "的",
    "的",
    "的",
    "了",
    "在",
    "和",
    "为",
    "对",
    "与",
    "到",
    "等",
    "把",
    "向",
    "从",
    "以",
    "不",
    "有",
    "是",
    "也",
    "要",
]
MARKS = "，，，，，，、、。。。；：".strip()


@dataclass(frozen=True)
class Piece:
    """A report: where and when, who is in it, and its words."""

    day: date
    number: int
    title: str
    paragraphs: tuple[str, ...]
    people: tuple[str, ...]
    column: str

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


class Writer:
    """Writes reports; one chance for all, so that the whole follows from the seed."""

    def __init__(self, seed: int = 11) -> None:
        self.chance = random.Random(seed)
        first = sorted(surnames().frequent)
        characters = [bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFF)]
        self.chance.shuffle(characters)
        self.weights = list(accumulate((i + 30) ** -1.15 for i in range(len(characters))))
        self.characters = characters
        field = [word for entry in merge_topics((), False).entries for word, _ in entry.words]
        self.field = [word for word in field if re.fullmatch("[\u4e00-\u9fff]+", word)]
        self.chance.shuffle(self.field)
        self.field_weights = list(accumulate(1 / (i + 8) for i in range(len(self.field))))
        self.words = [self._word(self.chance.choices((1, 2, 3, 4), (6, 70, 12, 12))[0]) for _ in range(LEXICON)]
        self.word_weights = list(accumulate((i + 12) ** -1.05 for i in range(LEXICON)))
        self.people = [
            self.chance.choice(first) + self._word(self.chance.choices((1, 2), (1, 4))[0]) for _ in range(400)
        ]
        self.people_weights = list(accumulate(1 / (i + 3) for i in range(len(self.people))))
        self.places = [self._word(2) + self.chance.choice(ENDINGS) for _ in range(900)]

    def _word(self, length: int) -> str:
        return "".join(self._pick(self.characters, self.weights) for _ in range(length))

    def _pick(self, values: list[str], weights: list[float]) -> str:
        return values[bisect(weights, self.chance.random() * weights[-1])]

    def pieces(self, amount: int) -> list[Piece]:
        found = []
        for i in range(amount):
            found.append(self._piece(FIRST_DAY + timedelta(days=i // A_DAY), i % A_DAY + 1))
        return found

    def _piece(self, day: date, number: int) -> Piece:
        chance = self.chance
        people = tuple(dict.fromkeys(self._pick(self.people, self.people_weights) for _ in range(chance.randint(1, 5))))
        subjects = [self._pick(self.words, self.word_weights) for _ in range(12)]
        event = day - timedelta(days=1)
        head = f"本报讯 {event.month}月{event.day}日，{chance.choice(POSTS)}{people[0]}到{chance.choice(self.places)}{chance.choice(VERBS)}"
        length = max(180, min(2600, int(chance.lognormvariate(6.3, 0.5))))
        paragraphs, written = [], 0
        while written < length:
            words = [head if not paragraphs else ""]
            words.extend(self._sentence(people, subjects) for _ in range(chance.randint(2, 5)))
            paragraphs.append("".join(words))
            written += len(paragraphs[-1])
        title = f"{people[0]}{chance.choice(VERBS)}{self._pick(self.field, self.field_weights)}{self._pick(self.words, self.word_weights)}工作"
        return Piece(day, number, title, tuple(paragraphs), people, chance.choice(("要闻", "综合", "乡镇", "民生")))

    def _sentence(self, people: tuple[str, ...], subjects: list[str]) -> str:
        chance, parts = self.chance, []
        for _ in range(chance.randint(9, 30)):
            kind = chance.random()
            if kind < 0.19:
                parts.append(chance.choice(SMALL))
            elif kind < 0.40:
                parts.append(self._pick(self.field, self.field_weights))
            elif kind < 0.54:
                parts.append(chance.choice(subjects))
            elif kind < 0.76:
                parts.append(self._pick(self.words, self.word_weights))
            elif kind < 0.80:
                parts.append(chance.choice(VERBS))
            elif kind < 0.82:
                parts.append(chance.choice(people))
            elif kind < 0.83:
                parts.append(chance.choice(self.places))
            elif kind < 0.845:
                parts.append(
                    f"{chance.randint(1, 999)}.{chance.randint(1, 9)}{chance.choice(('亿元', '万亩', '%', '公里'))}"
                )
            else:
                parts.append(chance.choice(MARKS))
        return "".join(parts).strip("，、；：。") + "。"
