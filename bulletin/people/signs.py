"""The signs by which a leader's name is known: posts, items of a list, verbs of attending, and what is no name.

Patterns over folded text, compiled once, that more than one step asks, and the quick look that tells which steps a text
needs; what one step alone asks stands in its module (`labels`, `chosen`, `before_posts`, `bare`).
"""

import re
from functools import cache
from itertools import accumulate

from bulletin.patterns import compiled, one_of, pattern
from bulletin.people.characters import DOTS, HAN
from bulletin.people.forms import SOUNDS, form
from bulletin.people.lists import cut_glued
from bulletin.people.vocabulary import name_words, surnames, title_words

IN_OFFICE = "[^主责担兼委现时拟新连留信上离升专就转调委任担]"
"""Behind another character 任 is a part of another word (主任, 责任)."""
OFFICE_BEHIND = (
    "(?=[县市区旗州省乡镇街开党政人管总副局中组青办领]"
    f"|[{HAN}]{{2,10}}(?:县委|镇党委|乡党委|党工委|局|镇|乡|县|区)?副?(?:书记|局长|主任|[县区市镇乡]长|主席"
    "|(?<=委)(?:委员|常委))(?:[，。；、]|的[决通]))"
)
OF_A_TEAM = "(?:第一|常务|双)?副?(?:组长|指挥长|总指挥|总?队长|政委|召集人)"
BEFORE_A_LIST = (
    "领(?=导)|级(?=干部)|大(?=班子)|班(?=子成员)|委(?=常委)|两(?=长)|主(?=席[团台])|执(?=行主席)|前(?=排)"
    "|常(?=务主席|委会(?:成员|组成))|出(?=席(?:领导)?：)|的(?=还?有|是|[县市区旗]?领导(?:同志)?(?:还?有|是))"
)
"""县领导, 主席团, 前排就座, 出席会议的有."""
BEFORE_A_COUNT = "位(?=[副县市区旗州常审检镇乡党政])|名(?=[副县市区旗州常审检镇乡党政])"
"""两位副县长."""
OF_A_CHOICE = (
    "当(?=选)|被(?=[选推任补聘])|选(?=[举出])|补(?=选)|推(?=[选荐])|提(?=名)|决(?=定)|通(?=过)|代(?=理)"
    "|免(?=[去除])|不(?=再[担兼]任)|接(?=受)|同(?=意)"
    f"|为(?={OF_A_TEAM}[的，、])|任(?={OF_A_TEAM}[的，、。；])|任(?:(?=命)|(?<![主责]任){OFFICE_BEHIND})"
)
"""当选, 选举为, 任命, 免去, 任县长, 任第一组长."""
RARE = pattern(one_of(BEFORE_A_LIST, BEFORE_A_COUNT, OF_A_CHOICE))
"""One look at a text for what each of the patterns of labels and of choices cannot do without; where it is not there, they are not asked.

Each way begins with a character, none with a set or a choice: so `re` passes over a text quickly."""
BEGIN_LABEL, BEGIN_OTHER = frozenset("领"), frozenset("主执常前级班的出两")
BEGIN_LABEL_AFTER, BEGIN_COUNT = frozenset("领级大班委主"), frozenset("位名")
BEGIN_CHOSEN, BEGIN_CHOOSING, BEGIN_LEAVING = frozenset("当被任不代"), frozenset("选补推提任决通"), frozenset("免接同")
BEGIN_TEAM = frozenset("为任")
RANK = pattern("(?:、?(?:[少中上]将|[大上中少]校))?[：: \u3000]*$")
"""What may stand between a post and a name and belongs to neither: 县人武部政委、大校|江北."""
CADRES = ("援藏干部", "援疆干部", "援青干部", "援派干部", "挂职干部", "帮扶干部", "选派干部")
"""Behind one of them a name with its post may stand: 援藏干部江北副县长."""
PARTY_ENDS = ("党委", "县委", "市委", "区委", "旗委", "州委", "省委")
BEFORE_OFFICE = ("镇党委", "乡党委", "党工委", "党委", "县委", "常务")
"""What may stand, with 副 or without, before the office in a post behind a name: 高远党委书记, 何明川常务副县长."""
ITEM_END = "(?=[、，。；）)\n]|$|（女）|参加|出席|陪同|列席|在主席台|等(?:[县市区旗领同参出陪]|[，。、]))"
LIST_ITEM = pattern(f"[{HAN}]{{2,3}}{ITEM_END}")
LONG_ITEM = pattern(f"[{HAN}]{{4,5}}{ITEM_END}")
"""A name without a surname (Mongolian, Tibetan, Yi) in a list."""
OF_A_COUNTY = frozenset("县市区旗州省乡镇")
LIST_OF_BODIES = pattern(
    f"(?:[{HAN}]{{2,10}}、){{0,20}}[{HAN}]{{1,24}}?(?:"
    "等(?:有关|相关|职能|主管|各|县直|市直|区直|直属|[0-9]{1,3}个?|[两三四五六七八九十]个?)*"
    "(?:部门|单位|科局|局办|站所|委办局|街道|乡镇|镇|乡|社区|村|局|企业|负责)"
    "|(?:[局办委部镇乡街道中心院站所区村县市旗州]|部门|单位)"
    "(?:党政|主要|相关|有关|分管|班子|各|单位|部门)*(?:负责|领导|同志))"
)
"""Departments and places, whose heads are not named: 县民政、林业等有关部门负责人."""
NOTE = pattern(
    f"（(?:女|[{HAN}]{{1,5}}族|女[，、][{HAN}]{{1,5}}族|挂职|兼|[前后]?排?[左右中][一二三四五]?|列席|援[藏疆青])）"
)
"""What may stand behind a name in a list: 苏青（女）、何野（回族）."""
AND_OTHERS = pattern("(?:及|和|与|以及)(?:各|相关|有关|部分|全体|其他|县直|市直|区直)")
HEADS = "县区市州旗盟省镇乡场局部院察处厅科股所站书挥组队团谋司校会台行理"
"""Before 长 they make an office word."""
POST_AHEAD = pattern(
    f"[{HEADS}书常主苏委成政总调巡专助参](?:长(?<=[{HEADS}]长)|记(?<=书记)|任(?<=主任)(?!会议)"
    "|席(?<=主席)(?![团台会])|委(?:(?<=常委)(?!会)|(?<=政委))|员(?<=[委成专]员)"
    "|木达(?<=苏木达)|指挥(?<=总指挥)|工程师(?<=总工程师)|研员(?<=调研员)|视员(?<=巡视员)|理(?<=助理)"
    f"|谋长(?<=参谋长))(?=[{HAN}、])"
)
"""An office word, which is looked for by its first character and then known by its second."""
PHRASE = pattern(
    f"(?P<post>[{HAN}]{{2,40}}?)(?:等?职务|一职)?(?:的(?:"
    f"(?:决定|通知|决议|议案|提议|请求|任命|批复)[{HAN}]{{0,4}}"
    f"|[{HAN}]{{0,12}}(?:小组|指挥部|专班|工作组|委员会|队)))?(?=[，。；：、\n（！,;]|$)"
)
"""A post behind 任, up to a mark: 县长|职务的决定."""
DOES = pattern(
    "担任|兼任|同志|主持|作|负责|牵头|带队|宣读|致|讲|介绍|通报|传达|汇报|陪同|率|任|、[^，。；\n]{1,80}?担任"
)
"""What somebody does behind 由: 主席由高远担任, but not 县长由国山，."""
AND_BODIES = "(?:及|和|与|以及)(?:各|相关|有关|部分|[县市区旗州]?直|[县市区旗州](?:级|委|政府|属|有关|相关))"
WITH_BODIES = pattern(
    f"{AND_BODIES}[^。；\n]{{2,40}}?(?:参加|出席|陪同|列席)(?=[，。；\n]|\\Z|了?(?:会议|活动|调研|检查|座谈|考察))"
)
"""高远、苏青|及县直有关部门负责人参加: behind names, but behind places as well."""
ATTENDED = (
    "(?:等|等人|等同志|同志|分别|一同|一并|也|先后|共同|受邀|应邀)?(?:参加|出席|陪同|列席|参与)(?=[，。；\n]|\\Z"
    "|了?(?:会议|大会|开幕式|闭幕式|活动|调研|检查|仪式|座谈|督查|考察|慰问|视察|或|并|揭牌|启动|本次|此次|上述))"
    "|(?:应邀)?(?:参加|出席|见证)(?!(?:了)?[^，。；\n]{0,6}(?:比赛|竞赛|培训|演出|考试|劳动|表演|决赛|体验))"
    "[^，。；\n]{1,10}[，。；\n]"
    "|陪同[^，。；\n]{1,8}[，。；\n]|(?:一同|共同)?(?:观看|参观)了?[^，。；\n]{2,10}[，。；\n]"
    "|(?:一同|一道|随同|共同|分别|全程)"
    "(?:参加|陪同|调研|检查|查看|督查|督导|走访|慰问|出席|主持|率队|带队|深入)"
)
"""参加会议, 应邀出席仪式。, 陪同调研。; but not 参加比赛."""
AT_THE_MEETING = (
    "(?:一同|共同|应邀|亲临)?(?:到[场会](?:祝贺|指导)|现场指导|以视频(?:形式|方式)|在[主分]会场)"
    "|(?:等)?(?:同志)?(?:大会主席团成员)?在主席台|(?:分别)?作(?:了)?(?:交流|表态|典型|大会)?发言[，。]"
    "|分别(?:作|就|讲话|汇报|通报|宣读)|(?:分别|共同|先后|上台)?(?:为|给)[^，。]{2,20}(?:颁奖|颁发|授牌|揭牌|授旗|剪彩)"
)
"""到会祝贺, 在主席台就座, 作交流发言。, 为先进单位颁奖."""
LIST_VERB = pattern(one_of(ATTENDED, AT_THE_MEETING))
"""What several leaders do together, behind the last of their names."""


def cut_joined(text: str) -> list[tuple[int, str]]:
    """(place, name) of the names of a glued list that may have joints in it (高远何明川和苏青); none where it is no list."""
    whole = cut_glued(text)
    pieces = re.split("[和与及]", text)
    parts = [cut_glued(piece) for piece in pieces if len(piece) > 1]
    if len(pieces) > 1 and len(parts) == len(pieces) and all(form(name) for part in parts for name in part):
        found, at = [], 0
        for part in parts:
            for name in part:
                found.append((at, name))
                at += len(name)
            at += 1
        return found
    if len(whole) < 2 or not all(form(name) and not not_a_name(name) for name in whole):
        return []
    return list(zip(accumulate(map(len, whole), initial=0), whole, strict=False))


@cache
def first_characters() -> str:
    """The characters that a surname can begin with."""
    compound = {name[0] for name in surnames().compound}
    return "".join(sorted(surnames().single | compound))


@cache
def behind_post(dotted: bool) -> re.Pattern[str]:
    """The last character of an office word, where a name can begin behind it; `dotted`: also any that holds a dot."""
    foreign = "".join(sorted(SOUNDS))
    firsts = f"{first_characters()}{foreign}{''.join(sorted(surnames().rare))}"
    name = f"(?=[{firsts}]|[{HAN}]{{1,6}}+[{DOTS}])" if dotted else f"(?=[{firsts}])"
    between = f"(?:（[{HAN}、，]{{1,12}}）)?(?:、?(?:[少中上]将|[大上中少]校))?：?[ \u3000\t]{{0,4}}"
    return compiled(f"([{title_words().last_characters}])(?:(?=[（、少中上大： \u3000\t]){between}{name}|{name})")


BODY_ENDS, LONGEST_OTHER = frozenset("局厅院镇乡"), 10


def own_office(text: str, at: int, office: int, word: str) -> bool:
    """Whether the name at `at` stands between a body and its own office: 石桥镇政府|江北|镇长, 青石县委|高远|书记, 县林业局|高远|局长."""
    if word == "书记":
        return text.endswith(PARTY_ENDS, 0, at)
    body = text.rfind("（", max(0, at - LONGEST_OTHER), at) if text[at - 1 : at] == "）" else at
    if body > 0 and text[body - 1] == text[office] and text[office] in BODY_ENDS:
        return True  # 县烟草专卖局（分公司）|高远|局长 as well
    return at > 2 and text[at - 3] == text[office] and text.endswith("政府", 0, at)


def not_a_name(piece: str, listed: bool = False) -> bool:
    """Whether a piece begins like a common word or ends like a body, an office or a thing; `listed`: between names it
    may begin so (江北、李子贵、苏青).
    """
    words = name_words().not_names
    if piece in name_words().roles:
        return True  # 等县级领导同志|参加
    behind = name_words().after
    if piece not in name_words().also_names and (
        piece in behind.get(piece[:2], ()) or (len(piece) == 3 and piece[1:] in behind.get(piece[1:], ()))
    ):
        return True  # 市领导先后|陪同, 市领导曾深入|调研
    if len(piece) == 3 and piece[2] == "会" and piece[0] in surnames().common and piece[1] not in "委事":
        return piece[:2] in words  # 王学会, but 董事会
    return piece[0] in "的了着是在与或等" or (
        (piece[:2] in words and not (listed and form(piece) > 3))
        or piece[:3] in words
        or piece.endswith(("政协", "人大", "党委", "领导", "街道", "科协", "文联", "残联", "妇联", "侨联"))
        or piece[-1] in "县市区镇乡村局办委部院校站所队会组长任记席员厅处等的"
    )
