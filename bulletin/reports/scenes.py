"""Lines under pictures that nothing marks as captions: 高远一行查看苗圃, 推进会现场, （副县长何明川致辞）.

In come a line and the text of its report, out goes whether the line tells what a picture shows. A subhead looks alike; it
names neither a person of the report nor a scene, so a line is taken for a caption only where it does.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.people.vocabulary import surnames
from bulletin.reports.cleanup import HAN

LONGEST, LONGEST_POSTS = 30, 20
SURNAME = "".join(sorted(surnames().single))
POST_END = "(?:书记|[县市区旗州镇乡局部院校厂站所队处科]长|主任|主席|常委|委员|专员|检察长|秘书长|组长)"
DOES = (
    "(?:查看|察看|观看|检查|调研|视察|巡视|走访|慰问|看望|交流|交谈|座谈|了解|询问|听取|讲话|致辞|发言|授牌|揭牌"
    "|颁奖|合影|宣布|植树|劳动|参观|考察|督导|督查|指导|参加|出席|主持"
    "|宣誓|宣读|剪彩|巡河|巡查|发放|讲解|授课|讲党课|宣讲|握手|会见|亲切|实地|进行|作(?:报告|汇报|部署|辅导)"
    "|送[上去]|献[花辞词]|入场|进入会场|步入)"
)
SEEN = "(?:查看|察看|观看|听取|交流|交谈|询问|合影|实地)"
OF_AN_OFFICE = "(?![组室处科队局办员站团])"
GATHERING = (
    "(?:会议?|论坛|仪式|活动|签约|培训班?|演练|比赛|观摩|招聘|直播|演出|晚会|检查|调研|慰问|视察|宣讲|启动|施工|作业"
    "|救援|督[查导]|检查|调研|考察|视察|慰问|走访|颁奖|讨论|审议|座谈|植树|选举|投票|宣誓|接访|揭牌|授牌)"
)
SCENE = pattern(
    f"^(?!走进|直击|聚焦|来自|记者|在|探访)[{HAN}“”0-9]{{0,24}}{GATHERING}(?:现场|主?会场|主席台)(?:一角)?$"
    f"|^[{HAN}]{{0,6}}(?:主席台|会场)(?:一角|全景|一隅)?$|^[{HAN}]{{0,8}}合影(?:留念)?$"
    f"|^[{HAN}]{{2,8}}的大?(?:会堂|会场|主席台|礼堂|会议室)$"
)
"""A scene with nobody named: 推进会现场, 大会主席台."""
DOTTED = f"[{HAN}]{{1,7}}(?:·[{HAN}]{{1,7}}?){{1,2}}"
PERSON = pattern(
    f"^(?:[{HAN}、（）]{{0,18}}{POST_END})?(?P<name>{DOTTED}"
    f"|[{SURNAME}][{HAN}]{{1,2}}?)(?:、[{SURNAME}][{HAN}]{{1,2}}){{0,3}}(?:{POST_END})?(?:一行"
    "|等(?:领导|人|[县市区旗]领导)?|同志)?"
    f"(?:先后|分别)?(?:[在到与为向和给同对深走代率带]|来到|前往|{DOES})[^，。！？：；]*$"
)
PARTY = pattern(
    f"^(?:[{HAN}]{{0,8}}(?:调研|检查|视察|督查|督导|考察|观摩|慰问|工作)组"
    f"|[{HAN}]{{0,6}}(?:与会|参会|参训)人员)(?:一行)?(?:在|到|为|向|与"
    f"|正在)?[^，。！？：；]{{0,10}}{SEEN}[^，。！？：；]{{0,12}}$"
    f"|^[省市县区旗州镇乡](?:[四五]大班子)?领导[^，。！？：；]{{0,12}}(?:握手|合影|交谈|植树|劳动)$"
)
BRACKETED = pattern("^[（(](?P<inside>[^（）()。]{4,30})[）)]$")
ROLES_INSIDE = pattern("记者|通讯员|作者|编辑|供稿|撰|责编|审核|来源|转|接|文[/ ]|见")
SHOWN = pattern(
    f"{DOES}{OF_AN_OFFICE}(?!会)|同志(?:主持|[作讲致宣参]|在)|(?:代表|人员|干部|群众|师生|学生)[^，。]{{2,10}}(?:票|宣誓|发言|合影|表决|签到)$|现场$|(?:会场|主席台)|(?:[幕工牌动约奖彩]仪?式|典礼|晚会)$"
)


ALONE = pattern(f"^[{HAN}、（）]{{2,26}}(?:长|{POST_END})(?P<name>[{SURNAME}][{HAN}]{{1,2}})$")
"""Somebody with the posts and nothing else, as below a portrait: 青石县委副书记、县长高远."""
IN_ACTION = pattern(
    f"^[{HAN}]{{2,8}}(?:正在"
    f"|在)[{HAN}“”]{{2,14}}(?<!召开)(?<!举行)(?<!开幕)(?<!闭幕)(?<!启动)(?<!成立)(?<!揭牌)(?<!举办)(?<!发布)(?<!上线)(?<!开工)(?<!落幕)$"
    f"|^[{HAN}“”0-9、]{{2,16}}(?:(?:正?在|向|为|与|和|给|到|参加|一行|认真|积极|热烈"
    f"|现场)[{HAN}“”]{{0,10}})?(?:{DOES}|讨论|审议|学习|签到|报到|投票|表决|清扫|训练|施工|作业|抢修|采摘"
    f"|收割)[^，。！？：；]{{0,12}}$"
)
"""What anybody does in a picture."""
LAST_SENTENCE = pattern(
    "^(?:会议|会上|会前|会后|会间|随后|期间|当[天日]|最后|据悉)"
    "|(?<![正在])(?:参加|陪同|出席|列席|随同|参与)(?:了)?(?:会议|活动|调研|检查|座谈会?|仪式|视察|督查|督导|慰问"
    "|考察|走访)?$"
)
"""How the last sentence of a text that lost its full stop looks: 县直有关部门负责人参加会议."""
DOING = pattern(f"^(?:{DOES})[^，。！？：；]{{2,14}}$")
LOOKER = pattern(
    f"^(?P<name>[{SURNAME}][{HAN}]{{1,2}}?)(?:一行)?(?:在[^，。]{{2,10}})?(?:实地)?(?:(?:查看|察看|观看|听取|询问"
    f"|交谈)[^，。！？：；]{{2,16}}|[与同和][^，。！？：；]{{2,12}}(?:交谈|交流|握手|合影|座谈))$"
)
LOOKED = pattern("一行[^，。]{0,10}(?:查看|察看|观看|听取|交谈|询问|合影)")
VISITED = pattern(
    f"^[{HAN}、（）]{{2,26}}一行(?:先后)?(?:来到|深入|走进|前往|到)[^，。]{{2,20}}?(?:实地)?(?:调研|检查|考察"
    "|视察|参观|走访|查看|察看)$"
)
"""Where a party has been: 高远一行先后来到石桥镇、苗圃实地调研."""


VISIT = pattern(
    "^(?:深入|走进|来到|前往|在|到|赴)[^，。！？：；]{2,20}?(?:进行|开展)?(?:调研|检查|考察|视察|督查|督导|指导"
    "|慰问|看望|走访|座谈|参观|察看|查看)(?:工作)?$"
)
"""What is done where, with nobody named: 深入石桥水厂进行调研."""


IN_A_PICTURE = pattern(
    "(?:献[花辞词]|(?:进入|步入|走进|奔赴|离开)[^，。]{0,4}会[场堂]|入场|签到|报到|就座|起立|奏唱?国歌|唱国歌"
    "|鼓掌|举手表决|投票|表决|宣誓|合影|颁奖|授牌|揭牌|讲话|致辞|发言|报告工作"
    "|洋溢着[^，。]{2,12}|主持[^，。]{2,14}|作[^，。]{2,24}(?:报告|讲话|发言|说明|汇报))$"
)
"""What is done at a meeting, in a row of pictures: 少先队员向大会献花 / 代表们陆续进入会场."""
AT_IT = pattern(
    f"(?<![县市区旗州镇乡村局委办])正在(?:[{HAN}（）]{{0,2}}[在向为与同给和跟][^，。]{{1,12}}?)?(?!进行|参加){DOES}"
)


def is_of_a_meeting(text: str) -> bool:
    """Whether a line tells what somebody does at a meeting."""
    text = fold(mend(text))
    return len(text) <= LONGEST + LONGEST_POSTS and "，" not in text and IN_A_PICTURE.search(text) is not None


def visits(text: str) -> str:
    """How a line begins and ends that tells where a visit led and not who came; empty for any other."""
    folded = fold(mend(text))
    return folded[:2] + folded[-2:] if len(text) <= LONGEST and VISIT.match(folded) else ""


def is_scene(text: str) -> bool:
    """Whether a line shows a scene without naming anybody."""
    return len(text) <= LONGEST and SCENE.match(fold(text)) is not None


def is_bracketed_scene(text: str) -> bool:
    """Whether a line in brackets tells what a picture shows, and names no author: （在石桥中学看望师生）."""
    match = BRACKETED.match(text)
    if match is None:
        return False
    inside = fold(match["inside"])
    return ROLES_INSIDE.search(inside) is None and SHOWN.search(inside) is not None


def may_show(text: str) -> bool:
    """A quick look whether `shows` may hold for any text above."""
    folded = fold(mend(text))
    if len(folded) > LONGEST + LONGEST_POSTS:
        return False
    if len(folded) <= LONGEST and PARTY.match(folded):
        return True
    match = PERSON.match(folded) or ALONE.match(folded)
    return match is not None and len(folded) - match.start("name") <= LONGEST


def sees(text: str) -> bool:
    """Whether a line begins with what somebody does in a picture, and names nobody: 察看青石水厂."""
    return len(text) <= LONGEST and DOING.match(fold(mend(text))) is not None


def shows_something(text: str) -> bool:
    """Whether a line tells of anything that is done, whoever does it (来自乡镇的代表在分组讨论), as one below a text may."""
    folded = fold(mend(text))
    if not 5 < len(folded) <= LONGEST or "，" in folded or LAST_SENTENCE.search(folded):
        return False
    return IN_ACTION.search(folded) is not None


def looks_at(text: str) -> bool:
    """Whether a line tells what a party or somebody looks at (高远一行查看大桥), as no headline does."""
    text = fold(mend(text))
    if "一行" in text and len(text) <= LONGEST + LONGEST_POSTS and VISITED.match(text):
        return True
    return (
        len(text) <= LONGEST and "一行" in text and LOOKED.search(text) is not None and PERSON.match(text) is not None
    )


def looks(text: str) -> str:
    """The name of whoever looks at something in a line: 高远查看播种情况; empty where the line tells nothing of the kind."""
    match = LOOKER.match(fold(mend(text))) if len(text) <= LONGEST else None
    return mend(text)[: match.end("name")] if match else ""


def is_at_it(text: str, told: str) -> bool:
    """Whether a line tells what somebody whom `told` names is doing (县长高远正在查看苗圃), as no headline does."""
    if not AT_IT.search(fold(mend(text))):
        return False
    return may_show(shown := text.replace("正在", "在", 1)) and shows(shown, told)


def shows(text: str, told: str) -> bool:
    """Whether a line tells what somebody whom the text `told` has named does in a picture."""
    text = mend(text)
    folded = fold(text)
    if PARTY.match(folded):
        return True
    match = PERSON.match(folded) or ALONE.match(folded)
    return match is not None and text[match.start("name") : match.end("name")] in mend(told)
