"""How the first paragraph of a report reads: a day, behind what for, a festival or a scene, and somebody in a post.

In comes a text, out goes whether it may be such a lead. What stands above it is not asked here; that is for `openings`.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.kinds import SURNAME

DAY = "[0-9]{1,2}月[0-9]{1,2}(?:(?:[、~-]|—{1,2})[0-9]{1,2})?(?:[日号]|(?=[上下]午))"
DATED_LEAD = pattern(
    "^(?:(?:为|按照|根据|围绕|针对)[^。，]{4,40}[，。](?:[^。，]{4,40}[，。]){0,4}"
    "|[^。，]{2,14}(?:之际|到来|来临|将至|将近|临近|在即|前夕|到了)，"
    "|(?:连日来|近期|[入今][汛冬夏秋春年]以来)，[^。]{4,60}。|(?:[^。，]{3,12}，)?[^。，]{3,12}。){0,2}"
    f"(?:[今昨][天日]（)?(?:[12][0-9]{{3}}年)?(?P<day>{DAY}|近日|日前|[0-9]{{1,2}}月[上中下]旬)）?"
    "(?:[至—~-]{0,2}(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]|[上下]午|[早晚]上?|[0-9:：时点分许]{1,6}){0,2}"
    "(?:(?:是|正值|适逢|——)?[^。，0-9]{2,14}(?:节|日|天|之际|前夕))?，"
)
"""A day, behind what for, a festival or a scene in few words: 为做好…，6月3日，…; 教师节到来之际，9月9日，…; 春光正好。3月12日植树节当天，…."""
OTHER_LEAD = pattern(
    "^(?:[^。，]{2,16}(?:来临|到来)之际，)?(?P<day>[今昨][天日晚]|[0-9]{1,2}日)(?:（[^）]{2,8}）)?"
    "(?:[上下]午|[早晚]上?)?，"
)
"""A day that only the issue tells, and a festival before it: “八一”来临之际，昨天（7月31日），…."""
BEHIND_SUBJECT = pattern("[^。，0-9]{4,40}(?P<day>[0-9]{1,2}月[0-9]{1,2}日)(?:[上下]午)?(?:在|[召举开闭胜圆])")
"""The day of a lead that first names what was held: 县政协六次常委会议9月16日上午开幕。"""
DAY_BEHIND = pattern("[，。](?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
"""The day of a report whose first clause tells why: 按照区委要求，5月6日上午，…."""
WHY = pattern("(?:为|按照|根据|围绕|针对)[^。，]{4,40}，(?:[^。，]{4,40}，){0,4}")
MONTH_AND_DAY = pattern("^(?:[12][0-9]{3}年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
DAY_ALONE = pattern("(?P<day>[0-9]{1,2}日)(?:[至—~-]{1,2}[0-9]{1,2}日)?(?:[上下]午|[早晚]上?)?，")
NAMED_POST = pattern(
    "[书县市区旗州省镇乡局部院厅处河林田路挥组事会校队站师团主常委专检政总秘巡调](?:记(?<=书记)"
    "|长(?<=[县市区旗州省镇乡局部院厅处河林田路书挥组事会校队站师团]长)|[任席](?<=主[任席])"
    "|委(?<=[常政]委)|员(?<=[委专]员)|察长(?<=检察长)|指挥(?<=总指挥)|书长(?<=秘书长)|视员(?<=巡视员)"
    f"|研员(?<=调研员))(?P<name>[{SURNAME}][\u4e00-\u9fff])"
)
HELD = pattern("召开|举行|举办|开展|启动|开工|开幕|揭牌")
MAY_LEAD, SAYING = (
    pattern("[际際到来來临臨至近即夕了。](?:(?<!。)(?:[（(][^（()）]{1,6}[）)])?[，,]|[0-9近日为為](?<=。.))"),
    45,
)
LEAD_BEGINS = frozenset("0123456789近日为為按根围圍针針")
"""What a dated lead begins with: most texts are told by their first character."""
SPACED_DAY = pattern("(?<=[0-9])[ ]+(?=[月日])|(?<=月)[ ]+(?=[0-9])")
"""2 月 8 日."""
DAYS = pattern("([0-9]{1,2})日")
ITEM_MARKS = "●★◆■☆○◇※ "
OPENING = 70
"""How far a report is read for who it is about."""
SHORTEST_LEAD, SHORTEST_DATED, SHORTEST_NAMED = 30, 18, 15


def long_enough(text: str) -> bool:
    """Whether a text may be a lead by its length: one with a day may be short, one with a post or a meeting besides even shorter."""
    if len(text) >= SHORTEST_LEAD or len(text) < SHORTEST_NAMED:
        return len(text) >= SHORTEST_LEAD
    opening = beginning(text)
    if OTHER_LEAD.match(opening):
        return bool(HELD.search(opening) or (len(text) >= SHORTEST_DATED and NAMED_POST.search(opening)))
    if not DATED_LEAD.match(opening):
        return False
    return len(text) >= SHORTEST_DATED or bool(NAMED_POST.search(opening) or HELD.search(opening))


def beginning(text: str) -> str:
    """How a text begins, without what a broken conversion put into it; more of one that tells first what for."""
    text = fold(mend(text[: 3 * OPENING])).lstrip(ITEM_MARKS)
    if " " in text:
        text = SPACED_DAY.sub("", text)
    return text[: 2 * OPENING] if text[:1] in ("为", "按", "根") else text[:OPENING]
