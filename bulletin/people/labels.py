"""Labels of leaders in a text, and who stands beside them: 县领导何明川、苏青参加; 何明川、苏青等县领导; 何明川、苏青两位副县长.

In comes a text with its places, out come (place, length) of the names of the lists, in order of the labels.
"""

import re
from collections.abc import Iterator

from bulletin.patterns import one_of, pattern
from bulletin.people.characters import HAN
from bulletin.people.endings import LIKELY, PERHAPS, ending
from bulletin.people.forms import form
from bulletin.people.places import Places
from bulletin.people.side_by_side import names_before
from bulletin.people.signs import BEGIN_COUNT, BEGIN_LABEL, BEGIN_LABEL_AFTER, BEGIN_OTHER, cut_joined, not_a_name
from bulletin.people.vocabulary import surnames

JOINERS = "、，, \u3000和及与"
WHO = "县市区旗州省盟镇乡地处局部厅家级上协大府委联案分要他会两院班"
NO_PERSONS = "小组|班子(?!成员)|干部队伍|机构|体制|岗位|职务|人才|核心|作用|责任|能力|力|下"
"""领导小组, 领导力, 领导下."""
WHAT_THEY_DO = (
    "关怀|关心|重视|支持|批示|指示|决策|意见|建议|明确[要提指]|带头|带队|牵头|挂|曾[多经]|到|来|参|出|陪"
    "|万分|国庆[值期假]|元旦[值期假]"
)
"""县领导关怀, 县领导来到, 县领导国庆值班."""
NO_SURNAME = "包(?!(?![镇乡村片组户案保联抓干])[^，。；、]{1,2}[、，])|权(?![^，。；、]{1,2}[、，])"
"""县领导包联, but 县领导包明、苏青."""
WHOSE = (
    f"(?<=[{WHO}道师团]领导)|(?<=苏木领导)|(?<=(?:[党政]军|[党军]政|部门|[包驻联]村)领导)|(?<=[{WHO}]老领导)"
    f"|(?<=[{WHO}](?:班子|主要|有关|相关|在家|现职|党员|历届|历任)领导)|(?<=政历[届任]领导)|(?<=[套个政]班子领导)|(?<=[省市县]管领导)"
    f"|(?<=[{WHO}](?:离退休|班子老)领导)|(?<=[{WHO}](?:挂点|挂联|包联|包片|包抓|联系|分管|带班)领导)"
    f"|(?<=[{WHO}]班子(?:成员|主要|有关|相关)领导)|(?<=(?:出席|参会|参加|陪同)领导)(?=[：:])"
)
"""县领导, 党政军领导, 县老领导, 县主要领导, 四套班子领导, 出席领导：."""
LABEL = pattern(
    f"领导(?!{one_of(NO_PERSONS, WHAT_THEY_DO, NO_SURNAME)})(?:{WHOSE})"
    "(?:同志|干部|成员|班子成员|人)?(?:们(?=还?有|包括|[：:]))?(?:还?有|包括)?[：: \u3000]?"
)
"""县领导, 市级老领导, 在家领导同志. Begins with the rare word, so that a text is passed over quickly."""
IN_ORDER = "(?:（[^（）]{2,12}(?:为序|排列|排序)）)?[：:]?"
"""（按姓氏笔画为序）："""
PRESIDIUM = f"(?:常务主席|执行主席)(?:团成员)?(?:的?还?有|是|为|由)?{IN_ORDER}|主席团成员(?:有)?{IN_ORDER}"
"""执行主席：, 主席团成员（按姓氏笔画为序）："""
SEATED = (
    "(?:前排|主席台)(?:上|前排)?就[座坐][：:]|就[座坐]的(?:还)?(?:[县市区旗州老]{0,2}领导)?(?:同志)?(?:还?有)?[：:]?"
)
"""在主席台前排就座的县领导有."""
WHO_CAME = (
    "(?:出席|参加|列席|陪同)[^，。；：、\n]{0,14}的(?:[县市区旗州老]?领导)?(?:同志|领导)?(?:还?有|是)[：:]?"
    "|(?<=\n)出席(?:领导)?："
)
"""出席会议的领导有."""
WHOLE_BODY = (
    "两长”?(?:(?<=检两长)|(?<=检“两长”))(?:还?有)?[：:]?|[四五六]大班子成员(?:有)?|[县处厅科]级干部(?:有)?"
    "|县委常委会成员|常委会(?:组成人员|成员)"
)
"""法检两长, 四大班子成员, 县级干部."""
OTHER_LABEL = pattern(one_of(PRESIDIUM, SEATED, WHO_CAME, WHOLE_BODY))
OF_A_BODY = "(?=[县市区旗州省其]|大会)"
JOINED = (
    "等(?:\\d{1,3}[位名]|[一二三四五六七八九十]{1,3}[位名])?"
    f"|以及{OF_A_BODY}|及{OF_A_BODY}|和{OF_A_BODY}|与{OF_A_BODY}"
)
LABEL_AFTER = pattern(
    f"(?:{JOINED})(?:[{HAN}“”]{{0,10}}?(?:领导(?!小组|班子(?!成员)|下|力)|[县处厅]级干部|四大班子|班子成员"
    "|(?:县|市|区|旗)委常委(?=[参出陪一分共随列，。])|(?:[省市县区旗州镇](?:委|人大|政府|政协)、?){2,4}领导(?!小组))"
    "|(?:及|和|与|以及)?(?:大会)?主席团(?:的?其[他它余])?成员)"
)
"""何明川、苏青|等县领导, 高远、江北|以及大会主席团成员."""
SO_MANY = pattern("[位名](?=[副县市区旗州常审检镇乡党政])")
LEADERS = pattern("[县市区旗州](?:处?级)?领导|[县市区旗州]?(?:人民)?政府组成(?:部门|人员)(?:主要)?(?:负责人|负责同志)?")
NUMBER_BEFORE = pattern("(?:[两二三四五六七八九十]|[0-9]{1,2})\\Z")
"""何明川、苏青两位副县长."""
BEHIND_GLUED = (
    "等?(?:县领导|领导)?(?:一行)?(?:一同|分别|一并|共同|先后|一道|随同|应邀)?"
    "(?:出席|参加|陪同|列席|率团|率队|带队|调研|检查|督查|督导|慰问|走访|看望|会见|视察|赴|到|深入)"
)
GLUED_LIST = pattern(f"(?![{HAN}]{{2,3}}{BEHIND_GLUED})[{HAN}]{{4,40}}?(?={BEHIND_GLUED})")
"""Names without a joint between them before what they did; not one name before it: 县领导任思龙|参加调研."""


def behind_labels(places: Places) -> Iterator[tuple[int, int]]:
    """县领导何明川、苏青参加; 出席会议的有…."""
    text = places.text
    for label in _labels(places):
        at = label.end()
        while at < len(text) and text[at] in "：: \u3000":
            at += 1
        at += text.startswith("：\n", at - 1)  # a list below its label
        yield from _list_at(places, at)


def before_labels(places: Places) -> Iterator[tuple[int, int]]:
    """何明川、苏青等县领导."""
    for label in LABEL_AFTER.finditer(places.text) if places.rare & BEGIN_LABEL_AFTER else ():
        for at, length in names_before(places, label.start()):
            if not _of_bodies(label[0], places.text[at : at + length]):
                yield at, length


def before_counts(places: Places) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """何明川、苏青两位副县长: each with the post that they share, where it is one."""
    for count in SO_MANY.finditer(places.text) if places.rare & BEGIN_COUNT else ():
        number = NUMBER_BEFORE.search(places.text, max(0, count.start() - 2), count.start())
        names = names_before(places, number.start()) if number else []
        if len(names) < 2:
            continue
        end = places.office_end(count.end())
        if end or LEADERS.match(places.text, count.end()):
            posts = (places.printed[count.end() : end],) if end else ()
            yield from ((at, length, posts) for at, length in names)


def _labels(places: Places) -> list[re.Match[str]]:
    found = list(LABEL.finditer(places.text)) if places.rare & BEGIN_LABEL else []
    if places.rare & BEGIN_OTHER:
        found.extend(OTHER_LABEL.finditer(places.text))
        found.sort(key=re.Match.end)
    return found


def _list_at(places: Places, at: int) -> list[tuple[int, int]]:
    """The names of the list that begins at `at`; none where too few of them begin like one."""
    text = places.text
    if (
        text.startswith(("和", "及", "与"), at)
        and text[at + 1 : at + 2] in surnames().common
        and places.list_name(at + 1)
    ):
        at += 1  # 市领导和|高远、苏青
    glued = GLUED_LIST.match(text, at)  # 县领导高远何明川苏青参加
    if glued and not glued[0].endswith("一行") and (cut := cut_joined(glued[0])):
        return [(at + begin, len(name)) for begin, name in cut]
    taken = _names_from(places, at)
    usual = sum(_begins_like_a_name(text, at) or places.names.length_at(at, must=True) > 0 for at, _ in taken)
    return taken if 2 * usual + (len(taken) < 3) > len(taken) else []  # 县领导看现场、听汇报、问需求


def _names_from(places: Places, at: int) -> list[tuple[int, int]]:
    """What stands from `at` on between joints, to the first piece that is no name in a list."""
    text, taken = places.text, list[tuple[int, int]]()
    while length := places.list_name(at):
        end = places.behind_note(at + length)
        joined = text[end : end + 1]
        two = joined in ("和", "与", "及") and places.list_name(end + 1)
        alone = not (taken or two or joined == "、")
        if alone and ending(text, end) < LIKELY and not places.names.length_at(end) and not _goes(text, at, end):
            break
        if alone and not_a_name(text[at : at + length]):
            break  # 市领导|多次深入实地调研
        taken.append((at, length))
        if joined in ("和", "及", "与") and places.bodies_from(end + 1):
            break
        at = end + 1 if joined and joined in JOINERS else end
        at += joined == "、" and places.joint_first(at)
        if at == end and ending(text, end) >= PERHAPS:
            break
    return taken


def _goes(text: str, at: int, end: int) -> bool:
    """Whether what stands from `at` to `end` is a name of the usual form, and goes to a place: 县领导任思龙|到石鼓镇调研."""
    points = form(text[at:end])
    there = text.startswith(("在分会场", "在主会场", "以视频", "共同", "到会", "到场"), end)
    return points > 2 if there else points > 3 and text.startswith(("到", "赴"), end)


def _of_bodies(label: str, piece: str) -> bool:
    """Whether a piece before a label of the heads of bodies is one of these: 石鼓镇等单位领导."""
    return piece[-1] in "镇乡县市区旗局站" and ("单位" in label or "部门" in label or "乡镇" in label)


def _begins_like_a_name(text: str, at: int) -> bool:
    """Whether a surname stands at `at`, however seldom it is one."""
    known = surnames()
    return text[at] in known.single or text[at] in known.rare or text[at : at + 2] in known.compound
