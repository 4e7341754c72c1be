"""Grow the trees of `bulletin/reports/beginning_trees.py`: what tells a text without a headline that begins another report.

    python -m benchmarks.beginnings tests/reports/good tests/reports/held [FOLDER…] > bulletin/reports/beginning_trees.py

In come folders of texts with their gold (tests/reports/README.md). Each text is read with its reports parted as the
gold says; wherever the program asks whether another report begins, the signs are noted with the right answer. Dumps
are asked once more without headlines, bylines and datelines, in their order and in another, since such dumps are rare
and the hardest; single reports are put together in the same manner; half of their leads print no day, or 近日 for it.
Single reports are asked too with lines put in that begin with a day, and blank lines behind every second or third
paragraph. Out comes the module, and on standard error how often texts are wrong that were not learnt from (one in
eight at a time); the lines put in are the same sentences everywhere, so of these that tells too much good.
"""

import argparse
import hashlib
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.fitting import Case, answering, golds, held_back, signs_in
from benchmarks.growing import grow, head, planted
from benchmarks.reading import plain
from bulletin.reports import split
from bulletin.reports.beginning_trees import NEVER, SURE
from bulletin.reports.blocks import Block
from bulletin.reports.group import BODY, Group
from bulletin.reports.likely import signs_of
from bulletin.reports.reading import read_reports
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.weighing import weighed_by_trees

MADE, MIXED, TOGETHER, SHORTEST = 0.6, 0.3, 3, 60
"""The weights of a dump that was made of a dump and of single reports, of how many of them, and the characters of a report."""
LEAD_DAY = re.compile("(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日(?:[上下]午|[早晚]上?)?[，,]")
INSTEAD = ("", "", "", "近日，", "日前，", "昨日，", "今天上午，", "连日来，")
"""What may stand in a lead instead of its day."""
INSIDE = (
    "{month}月{day}日{hour}时许，抢险队伍赶到石桥镇，转移群众{day}人。", "{month}月{day}日，全县转移群众{day}人，没有人员伤亡。",
    "{month}月{day}日晚，县防指启动防汛四级应急响应，要求各镇立即上岗到位。", "{month}月{day}日前，各镇要完成自查，县安委办将适时督查。",
    "截至{month}月{day}日，全县已完成秋粮收购12.6万吨，占计划的86%。", "{month}月{day}日起，新规定正式施行，广大经营者要自觉遵守。",
    "2014年{month}月，他从部队退伍回到家乡，当上了护林员。", "2018年{month}月，村里的水泥路修通了，乡亲们运苹果再也不用人背马驮。",
    "2021年{month}月{day}日，他捧回了人生第一张奖状。", "{month}月{day}日，雨势减弱，各村组织群众清淤，恢复生产。",
    "{month}月{day}日下午，工作专班再次来到现场，对照上午交办的问题逐一复核，能当场解决的当场拍板，一时解决不了的列入台账，明确责任人和完成时限。",
    "{month}月{day}日，首批{day}名志愿者上岗，他们两人一组，挨家挨户发放明白纸，提醒老人把贵重物品搬到高处，对行动不便的独居老人登记造册，逐一落实帮扶人。",
    "记者注意到，从{month}月{day}日起，服务大厅把窗口由{hour}个增加到20个，还专门开设了老年人通道，办事群众平均等候时间由半小时缩短到不足十分钟。",
    "{month}月{day}日至{day}日，第二批检查组将分赴各镇，重点看整改清单是否销号、责任是否落实到人，对走过场的单位，将在全县范围内通报批评。",
    "时间回到去年{month}月，一场冰雹把果园打得七零八落，老周蹲在地头半天没有说话。镇干部上门一笔一笔算账，又请来技术员帮着补种，才算保住了收成。",
    "{month}月{day}日，企业负责人拿到了第一张批复文件，他算了一笔账：从递交材料到拿到批复只用了3天，比过去少跑了{hour}趟，仅此一项就节省费用5万余元。",
    "早在{month}月初，县里就成立了由主要领导任组长的领导小组，下设{hour}个专项工作组，实行一周一调度、一月一通报，把压力层层传导下去。",
    "{month}月{day}日凌晨{hour}时，水位涨到警戒线以上，巡堤的党员发现一处渗漏，立即敲响铜锣。不到一刻钟，附近的干部群众带着沙袋赶到，大家手拉手跳进水里。",
    "据统计，截至{month}月{day}日，全县共排查隐患320处，整改到位298处，其余22处均已落实专人盯守，预计月底前全部销号。",
    "{month}月{day}日是合同约定的交付日。当天一早，工人们把最后一批设备装上车，车间主任核对完清单，长长地舒了一口气。",
    "2019年{month}月{day}日，这条断头路终于打通，村民进城的时间由两个小时缩短到四十分钟，沿线的核桃、花椒从此卖上了好价钱。",
    "{month}月{day}日晚，她把这件事写进了日记：乡亲们信得过我，我就不能让他们失望。此后三年，她没有休过一个完整的节假日。",
    "按照安排，{month}月{day}日前完成入户登记，{month}月底前完成数据审核，年底前形成分析报告，各镇要倒排工期，确保按时保质完成任务。",
    "{month}月{day}日，老人出院那天，村里二十多户人家自发来接，有的提着鸡蛋，有的抱着自家的西瓜，把小院挤得满满当当。",
    "活动自{month}月{day}日启动以来，共征集作品460余件，经专家评审，评出一等奖{hour}件、二等奖10件、三等奖20件，优秀组织奖{hour}个。",
    "{month}月{day}日，第三方评估组在随机抽取的6个村入户{day}户，群众满意度达到98.6%，比上年同期提高2.3个百分点。",
    "当年{month}月{day}日，他在入党志愿书上写下这样一句话：党员就是要走在前头。从那以后，这句话就贴在他的办公桌上，一贴就是二十年。",
    "{month}月{day}日{hour}时20分，指挥部接到报警后立即启动预案，消防、公安、医疗力量在最短时间内赶到，被困人员全部安全转移，现场没有发生次生灾害。",
    "{month}月{day}日，村集体账户上进了第一笔分红，一共12万元。怎么花，村里开了三次会，最后定下来：一半修渠，一半给六十岁以上的老人办食堂。",
    "项目于{month}月{day}日开工，总投资1.2亿元，占地80亩，建成后年产值可达2亿元，带动就业300余人，年上缴税金800万元以上。",
    "{month}月{day}日，省里的专家又来了一趟，看完样品连连点头，当场约定下个月再来指导，还留下了自己的电话号码。",
    "会议确定，{month}月{day}日召开现场推进会，届时将组织各镇书记观摩先进村，落后的镇要在会上作表态发言。",
    "2020年{month}月，他辞去工作回到村里，租下{day}亩荒坡种起了黄桃。头两年只见投入不见产出，亲戚朋友都劝他收手，他咬着牙坚持了下来。",
    "{month}月{day}日起，凡在城区规划区内新建的项目，一律实行并联审批，由牵头部门一次性告知、一站式受理、限时办结，逾期不办的由县纪委追责。",
    "{month}月{day}日，第一批树苗运到山上，全村男女老少齐上阵，挖坑的挖坑，培土的培土，浇水的浇水，三天就栽下一万两千棵。",
    "比赛将持续到{month}月{day}日，前两名的队伍将代表县里参加全市的总决赛，组委会还为观众准备了丰富的奖品。",
    "{month}月{day}日，回访组再次走进老李家，看到新装的自来水哗哗流，新买的洗衣机也派上了用场，老李拉着干部的手不肯放。",
    "{month}月{day}日10时许，演练正式开始，随着一声令下，各救援小组按照分工迅速展开，警戒、疏散、救护、灭火一气呵成，全过程用时28分钟。",
    "通知要求，各镇务必于{month}月{day}日前将实施方案报县委办公室备案，同时明确一名联络员，负责日常工作的沟通衔接。",
    "{month}月{day}日的那次座谈会上，有人提出路灯太暗，有人反映公交车次少，工作人员一条条记下来，会后一件件转到了相关单位。",
    "1998年{month}月{day}日，洪水冲毁了河上的木桥，三个村的孩子上学要绕行十几里山路。修桥，成了几代人的心愿。",
    "{month}月{day}日，新教学楼的封顶仪式上，老校长红了眼眶，他说自己盼这一天盼了整整{hour}年。",
    "今年{month}月{day}日，该县被列入第二批试点名单，成为全市唯一入选的县，争取到专项资金2600万元，用于改造老旧管网和建设口袋公园。",
    "{month}月{day}日，复查组现场宣读了结论：五项指标全部达标，同意通过验收。在场的干部群众鼓起掌来。",
    "{month}月{day}日，记者再次联系上小王时，他正在去往外地的列车上，电话那头他说，等忙完这一阵就回来看望乡亲们。",
    "从{month}月{day}日的第一场动员会，到今天的总结大会，整整一百天，全县上下拧成一股绳，啃下了一个又一个硬骨头。",
)  # fmt: skip
"""Lines of a report, each with a day, that begin no report."""


HEADED, SITE_LINE = 0.6, "发布时间：2024-03-05 来源：青石网\n"
"""How many reports with days inside have their headline, and what may stand below it."""


def cases(folders: Sequence[Path]) -> list[Case]:
    """Every question that the texts of the folders raise, with the gold's answer."""
    found: list[Case] = []
    for folder in folders:
        alone: list[dict] = []
        for gold, whole in golds([folder]):
            articles = [a for a in whole if a["paragraphs"]]
            found.extend(_asked(gold.with_suffix(".txt").read_bytes(), gold.stem, articles, 1.0))
            full = [a for a in articles if len("".join(a["paragraphs"])) > SHORTEST]
            if len(full) > 1:
                for dump in _bare_dumps(full, gold.stem):
                    found.extend(_asked(dump.encode(), gold.stem, full, MADE))
            else:
                alone.extend(full)
        for at in range(0, len(alone) - TOGETHER, TOGETHER):
            name, together = f"{folder.name} {at}", alone[at : at + TOGETHER]
            for reports in (together, _undated(together, name)):
                for dump in _bare_dumps(reports, name):
                    found.extend(_asked(dump.encode(), name, reports, MIXED))
            found.extend(_asked(_half_headed(together, name).encode(), name, together, MIXED))
        for article in alone:
            found.extend(_asked(_with_days(article).encode(), f"{folder.name} inside", [article], MIXED))
    return found


def _asked(data: bytes, name: str, articles: list[dict], weight: float) -> Iterator[Case]:
    firsts = [plain(a["paragraphs"][0])[:12] for a in articles]
    noted: list[Case] = []

    def by_gold(block: Block, group: Group, around: Surroundings, i: int) -> bool:
        text = plain(block.text)[: SHORTEST + 60]
        begins = any(first in text for first in firsts)
        if block.kind in BODY and block.kind not in ("dateline", "item"):
            signs = signs_of(block, group, around, i)
            if signs:
                noted.append(Case(name, signs, begins, weight))
        return begins

    with answering(split, begins=by_gold):
        read_reports(data, f"{name}.txt")
    yield from noted


def _bare_dumps(articles: list[dict], name: str) -> Iterator[str]:
    """The reports of a dump with nothing but their paragraphs; blank lines everywhere, between reports, or nowhere."""
    draw = random.Random(hashlib.md5(name.encode()).digest())
    for order in (articles, draw.sample(articles, len(articles))):
        inside, between = draw.choice((("\n\n", "\n\n"), ("\n", "\n\n"), ("\n", "\n")))
        yield between.join(inside.join(a["paragraphs"]) for a in order) + "\n"


def _undated(articles: list[dict], name: str) -> list[dict]:
    """The reports without the days that their leads begin with."""
    draw = random.Random(hashlib.md5(name.encode()).digest())
    found = []
    for one in articles:
        lead, *more = one["paragraphs"]
        day = LEAD_DAY.match(lead)
        found.append({**one, "paragraphs": [draw.choice(INSTEAD) + lead[day.end() :] if day else lead, *more]})
    return found


def _with_days(article: dict) -> str:
    """A report with lines put in that begin with days."""
    paragraphs = list(article["paragraphs"])
    draw = random.Random(hashlib.md5(paragraphs[0].encode()).digest())
    at, month, day = draw.randint(1, len(paragraphs)), draw.randint(1, 12), draw.randint(1, 28)
    paragraphs[at:at] = [
        line.format(month=month, day=day, hour=draw.randint(1, 11)) for line in draw.sample(INSIDE, TOGETHER)
    ]
    apart = draw.choice((0, 1, 2, 3))  # a blank line nowhere, behind every paragraph, behind every second or third
    gaps = ["\n\n" if apart and at % apart == 0 else "\n" for at in range(1, len(paragraphs) + 1)]
    head = _head(article, draw) if draw.random() < HEADED else ""
    return head + "".join(text + gap for text, gap in zip(paragraphs, gaps, strict=True))


def _head(article: dict, draw: random.Random) -> str:
    """The headline of a report with a line end, half of them with a page's line below."""
    if not article["title"]:
        return ""
    return article["title"] + "\n" + draw.choice(("", "\n", SITE_LINE, f"\n{SITE_LINE}\n"))


def _half_headed(articles: list[dict], name: str) -> str:
    """A dump of reports that all have headlines but perhaps one."""
    draw = random.Random(hashlib.md5(f"{name} headed".encode()).digest())
    without = draw.choice((0, 0, 0, 1, 2))  # the first one or none lacks nothing
    inside, between = draw.choice((("\n\n", "\n\n"), ("\n", "\n\n"), ("\n", "\n")))
    return between.join(
        ("" if at and at == without else _head(a, draw)) + inside.join(a["paragraphs"]) for at, a in enumerate(articles)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    found = cases(parser.parse_args().folders)
    purpose = "(`likely`): what they say together; above 0 it speaks for another report, below 0 for the same one."
    print(head(purpose, "benchmarks.beginnings"))
    print(f"SURE, NEVER = {SURE}, {NEVER}")
    print('"""Odds of 2 to 1 for another report, and of 1 to 7."""')
    for name, dated in (("DATED", True), ("UNDATED", False)):
        asked = [case for case in found if ("dated" in case.signs) is dated]
        names = signs_in(asked)
        print(name, held_back(asked, names, "beginnings", learn=grow, weigh=weighed_by_trees), file=sys.stderr)
        print(planted(name, grow(asked, names)))
        print(f'"""For a text that begins {"with" if dated else "without"} a date."""')


if __name__ == "__main__":
    main()
