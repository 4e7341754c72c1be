"""How likely a bare line between the paragraphs of a report stood under a picture, by many small signs together.

In come the line, the report above it and what stands around; out go the signs that it is a caption (村民在大棚里采摘草莓) or that it
is none (a subhead, a piece of a sentence), each with a weight between 0 and 1. `POINTS` says what each is worth; the points
were fitted by `benchmarks/captions.py` on texts whose captions are known.
"""

from itertools import pairwise

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.bare_caption_points import NEVER, POINTS, SURE
from bulletin.reports.blocks import Block, leads
from bulletin.reports.cleanup import HAN
from bulletin.reports.group import BODY, Group
from bulletin.reports.head_looks import opens
from bulletin.reports.kinds import ends_sentence, is_slogan
from bulletin.reports.lead_forms import HELD
from bulletin.reports.scenes import DOES, LAST_SENTENCE, PERSON
from bulletin.reports.sentences import BEGUN, CUT_OFF
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.weighing import Signs, weighed

LONGEST, LONG, NEAR, RECENT, REACH = 40, 16, 12, 60, 600
"""Characters of a line that may be asked, and of a long one; blocks around it, blocks of the report, and characters of each."""
ENDS = frozenset("。！？!?…；;：:，、,—")
FOLK = pattern(
    "(?:[^，。]{0,6}(?:代表|委员|人员|队员|民警|工人|村民|居民|市民|群众|游客|学生|学员|师生|老师|教师|孩子"
    "|小朋友|志愿者|党员|干部|职工|医生|医护|专家|嘉宾|演员|选手|农户|果农|菜农|农民|战士|官兵|老人|技术员|护林员"
    "|网格员|收割机|施工队|企业家)们?)"
)
PARTY = pattern("[^，。]{0,10}(?:组|团|队|一行)(?=[在到为向与听查察参观考走深实认]|$)")
ACTION = pattern(
    f"{DOES}|颁发|表演|宣传|清理|采摘|施工|作业|生产|忙碌|训练|演练|讨论|学习|审议|表决|投票|讲课|授课|上课|义诊"
    f"|采收|收割|晾晒|分拣|领取|致[^，。]{{0,4}}[辞词]$|观摩|展示|铺设|安装|抢修|检测|巡查|清扫|培训|比赛|游玩"
    "|重温|演示|丈量|签字|签约"
)
"""What is done in pictures."""
WHO_DOES = pattern(
    f"[^，。]{{0,9}}(?:[手员者人师户队匠生民众工兵警组团们行部官商客友]|{FOLK.pattern})(?:正?在|为|向|给|与|和|对"
    f"|同|把|将|帮|用|认真|现场|冒[雨雪]|积极|有序|仔细|{ACTION.pattern})[{HAN}“]{{2,}}"
)
"""Who does it, and right behind it to whom, where, how, or what: 农机手在田间作业."""
ONGOING = pattern(f"正在|在[^，。]{{2,12}}(?:{ACTION.pattern})|[向为给与和][^，。]{{2,10}}(?:{ACTION.pattern}|送|讲)")
THING = pattern(
    "(?:现场|仪式|会场|主席台|一角|全景|场景|画面|外景|夜景|车间|大棚|基地|广场|大桥|展厅|演练|汇演|比赛|会议"
    "|大会|会|合影|留念|途中|名单|公园|小区|中心|产业园|花海|果园"
    "|(?:参会|与会|参观|出席|参训|表彰)[^，。]{0,6}(?:领导|嘉宾|代表|人员|同志|负责人))$"
)
PLACE = pattern("(?:在|到|深入|走进|来到|赴|前往)")
LABEL = pattern("(?:强调|指出|要求|表示|认为|提出|希望|说|如下|宣布|决定|为|是|了|的)$")
REPORTED = pattern("走进|直击|聚焦|探访|来自|揭秘|对话|倾听|见证")
PURPOSE = pattern(f"[解暖促强添保护惠兴助聚树守筑提增谋话育绘展启开赢换引织激架][{HAN}]{{1,2}}$")
"""How subheads end that tell what for: …走访解民忧."""
QUOTED, LABELS = frozenset("“”‘’"), frozenset("：:")
SPOKEN = ("？”", "！”", "。”", "…”")
"""What somebody says, on a line of its own."""
HAN_ONLY = pattern(f"[{HAN}]+")
TOLD_BY = frozenset(["person", "folk", "who does", "party", "action", "ongoing", "thing", "place"])
"""What a caption says: who, what is done, what is seen, where. Its place alone tells nothing: lines of a page stand in rows as well."""
UNSHOWN = pattern("^[·•>＞|｜0-9]|(?:供稿|登[录陆]|注册|版面|更多|链接|下载|评论|要闻|动态)$")
"""What no picture shows: a line of a page, a row of a programme (8:30 报到)."""


def is_bare_caption(around: Surroundings, i: int, group: Group, sure: float = SURE) -> bool:
    """Whether the signs tell that a bare line inside a report stood under a picture; `sure` is the least sum of points."""
    signs = signs_of_bare_line(around, i, group)
    if TOLD_BY.isdisjoint(signs) or "colon" in signs or group.last_text()[-1:] in LABELS:
        return False
    if UNSHOWN.search(around.blocks[i].text):
        return False
    return weighed(signs, POINTS) > sure


def is_surely_text(around: Surroundings, i: int, group: Group) -> bool:
    """Whether the signs tell that a bare line is a subhead, whatever stands beside it."""
    signs = signs_of_bare_line(around, i, group)
    return bool(signs) and weighed(signs, POINTS) < NEVER


def signs_of_bare_line(around: Surroundings, i: int, group: Group) -> Signs:
    """The signs of a line of body text; none where it cannot be a caption."""
    block = around.blocks[i]
    text = fold(mend(block.text))
    if block.kind != "body" or not 3 < len(text) <= LONGEST or text[-1] in ENDS or "。" in text or not group.has_text:
        return {}
    if (
        block.below_frame
        or is_slogan(block.text)
        or leads(text)
        or text.count(" ") > 1
        or ("，" in text and BEGUN.match(text))
        or LAST_SENTENCE.search(text)
        or text.endswith(SPOKEN)
    ):
        return {}
    return _form(text) | _around(around, i, group) | _words(around, i, group, text)


def _form(text: str) -> Signs:
    """What a line says."""
    person, purpose = PERSON.match(text), PURPOSE.search(text)
    found = {
        "person": person,
        "folk": not purpose and FOLK.match(text),
        "who does": not purpose and WHO_DOES.match(text),
        "party": PARTY.match(text),
        "action": not purpose and ACTION.search(text),
        "ongoing": ONGOING.search(text),
        "thing": THING.search(text),
        "place": PLACE.match(text),
        "news": HELD.search(text) and "现场" not in text,
        "title of a work": "《" in text,
        "report": REPORTED.match(text),
        "purpose": purpose,
        "label": LABEL.search(text),
        "begun": BEGUN.match(text),
        "cut off": text[-1] in CUT_OFF,
        "comma": "，" in text,
        "list": "、" in text,
        "colon": "：" in text,
        "pause": " " in text,
        "quoted": not QUOTED.isdisjoint(text),
        "long": len(text) > LONG,
    }
    return {name: 1.0 for name, holds in found.items() if holds}


def _tells(text: str) -> bool:
    """Whether a line tells what is done, or names what is seen."""
    return ACTION.search(text) is not None or THING.search(text) is not None


def _is_short(block: Block) -> bool:
    return (
        block.kind == "body"
        and 3 < len(block.text) <= LONGEST
        and block.text[-1] not in ENDS
        and "。" not in block.text
    )


def _around(around: Surroundings, i: int, group: Group) -> Signs:
    """How a line stands in the file."""
    blocks = around.blocks
    block, above = blocks[i], blocks[i - 1] if i else None
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    near = blocks[max(0, i - NEAR) : i + NEAR]
    size = len(mend(block.text))
    rows = sum(
        one is not block
        and _is_short(one)
        and abs(len(mend(one.text)) - size) <= 1
        and two.kind in BODY
        and "。" in two.text
        and not opens(two)
        and not any(one is head for head in group.heads)
        and not _tells(fold(mend(one.text)))
        for one, two in pairwise(near)
    )
    recent = group.body[-RECENT:]
    found = {
        "row": rows > 0 and below is not None and "。" in below.text,
        "many": rows > 1 and below is not None and "。" in below.text,
        "below another": above is not None and _is_short(above),
        "above another": below is not None and _is_short(below),
        "below caption": above is not None and above.kind == "caption",
        "captions": any(b.kind == "caption" for b in recent),
        "alone": sum(map(_is_short, near)) == 1,
        "last": below is None or not any(b.kind in BODY and "。" in b.text for b in blocks[i + 1 : i + NEAR]),
        "open above": not ends_sentence(group.last_text()),
        "odd gap": block.gap and not any(b.gap for b in recent[1:] if b.kind in BODY),
        "closed": group.closed,
    }
    return {name: 1.0 for name, holds in found.items() if holds}


def _words(around: Surroundings, i: int, group: Group, text: str) -> Signs:
    """What a line has in common with the report and with the text below it."""
    pairs = {run[k : k + 2] for run in HAN_ONLY.findall(text) for k in range(len(run) - 1)}
    if not pairs:
        return {}
    told = fold(
        mend("".join([b.text[:REACH] for b in group.body[:NEAR] + group.body[NEAR:][-NEAR:] if b.kind in BODY]))
    )
    heads = fold(mend("".join([b.text for b in group.heads])))
    below = fold(mend(around.text_below(i)[:REACH]))
    person = PERSON.match(text)
    return {
        "told": sum(p in told for p in pairs) / len(pairs),
        "told below": sum(p in below for p in pairs) / len(pairs) if below else 0.0,
        "in headline": sum(p in heads for p in pairs) / len(pairs),
        "known": 1.0 if person and person["name"] in told + heads else 0.0,
    }
