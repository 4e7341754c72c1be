"""Invented county news in any amount, with as many different words and names as real news has.

In: a number of reports and a seed. Out: `Piece` values, the same for the same seed. Beside words of the field stand those of
an invented lexicon, by Zipf's law, so that the number of distinct pairs of letters grows as in the cases of
`tests/reports/good` (0.66 a character within 470 characters, 15,000 within 38,000; here 0.69 and 14,000). Places and people
are invented.
"""

import random
from bisect import bisect
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from bulletin.people.vocabulary import surnames

LEXICON = 20_000
"""Invented words; with them 2,000 reports of 700 characters have about 190,000 distinct pairs of letters."""
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
FIELD = """
安全生产 乡村振兴 招商引资 项目建设 生态环境 教育教学 森林防火 信访维稳 防汛抗旱 基层党建 主题教育 作风建设 纪检监察 人大代表 政协委员
文明城市 卫生城市 营商环境 民生实事 社会保障 医疗卫生 就业创业 养老服务 儿童福利 退役军人 粮食安全 耕地保护 高标准农田 茶产业 食用菌
中药材 畜牧养殖 电子商务 全域旅游 文化遗产 公共交通 农村公路 高速公路 城市更新 老旧小区 污水处理 垃圾分类 河长制 林长制 大气污染
矛盾纠纷 平安建设 扫黑除恶 禁毒宣传 消防安全 食品安全 道路交通 地质灾害 应急演练 数字政府 政务服务 干部队伍 人才工作 统一战线 工会
志愿服务 全民健身 全民阅读 科技创新 专精特新 工业经济 固定资产投资 财政收入 税收征管 金融服务 物价稳定 消费维权 房地产 住房公积金
易地搬迁 防止返贫 东西部协作 对口支援 驻村帮扶 集体经济 土地流转 秸秆禁烧 农机购置 春耕生产 秋收冬种 人居环境 移风易俗 村规民约
检查 会议 座谈会 动员会 推进会 现场会 调研组 工作组 专班 方案 措施 问题 整改 落实 责任 群众 企业 干部 党员 代表 部门 乡镇 单位 全县 全市
"""
"""Words of the field, invented reports are full of them."""
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
        self.field = FIELD.split()
        self.chance.shuffle(self.field)
        self.field_weights = list(accumulate(1 / (i + 8) for i in range(len(self.field))))
        self.words = [self._word(self.chance.choices((1, 2, 3, 4), (6, 70, 12, 12))[0]) for _ in range(LEXICON)]
        self.word_weights = list(accumulate((i + 20) ** -1.0 for i in range(LEXICON)))
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
