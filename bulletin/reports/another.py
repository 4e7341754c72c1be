"""Whether a text that begins with a day is news of its own below another such text, where no headline or byline parts the two.

In come the block and the report above it, out goes whether another report begins. Within one report people are named by their
posts once and a day is seldom said again; what follows goes on with them, with the meeting or with the group of the lead.
"""

from itertools import islice

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.people.vocabulary import name_words
from bulletin.reports.blocks import Block
from bulletin.reports.dateline import take_dateline
from bulletin.reports.group import BODY, Group
from bulletin.reports.kinds import SURNAME, ends_sentence
from bulletin.reports.lead_forms import BEHIND_SUBJECT, DATED_LEAD, DAYS, HELD, NAMED_POST, beginning
from bulletin.reports.taken_up import shares_a_word

SAME_WORDS, NEAR, REACH, SAME_OPENING, LONGEST_SCENE, FEW, LONGEST_ROUND, FEW_ABOVE = 5, 20, 40, 12, 28, 8, 60, 6
OF_A_POST = frozenset("书记长主任席常委员局县市区旗政府人大协副，。、0123456789")
DONE = pattern(
    "召开|举行|举办|开展|启动|开工|开幕|闭幕|揭牌|奠基|考察|调研|检查|督[导查]|视察|慰问|走访|看望|莅临|座谈|组织"
    "|出席|参加|前往|赴|深入|走进|来到|会见|发放|部署|开始|拉开|观摩|评估|验收|宣讲|约谈|下发|印发"
)
"""What news tells that was done."""
THE_SAME = pattern(
    "(?:在[^，。]{2,16}，)?(?:该|此次|本次|这|随后|当天|大会|会议|会上|会后|全会|座谈会|活动|开幕|闭幕|与会"
    "|[各全]?体?代表(?![团大])|各?委员们?|他|她|我们|记者|双方|[^，。]{0,6}一行"
    "|(?:调研|视察|督[导查察]|检查|考[察核]|巡[视察]|工作|专家|慰问|考评|评估)(?:[组团]|中)|代表团|宣讲团|大家)"
    "|[\u4e00-\u9fff·]{2,8}?(?:表示|说|指出|强调|要求|希望|认为)[，：]"
)
"""What goes on with the report above it: 3月6日，考察团一行….."""
TOWNSHIP = pattern("(?=([\u4e00-\u9fff]{2}(?:镇|乡|苏木|街道|嘎查|村|社区|林场|学校|中学|小学|公司)))")
"""A place with its name: a text about the same one goes on with it."""
BODY_FIRST = pattern("区[党政人委纪长领总]|党[委工政组]|管委|农业|公安|水利|经开|高新")
"""How posts and bodies begin that begin like a surname."""
PLACE_ENDS = frozenset("县市区旗州省镇乡村")
ITS = pattern("[到往向为与由]其|其[家亲遗]")
"""What belongs to somebody whom only the text above names."""
DIGEST = pattern("[一壹每本上]周|动态|简讯|要闻|纪实|侧记|大事记|日志")
ROUND = pattern(f"领导|分别|{DIGEST.pattern}")
"""How the headline of a report looks that tells of several people's visits, or of many days."""
GROUPS = pattern(
    "领导班子|班子成员|党政领导|[县市区旗镇乡]领导"
    "|(?:[0-9]{1,2}|[两二三四五六七八九十多若干]{1,2})个(?:检查|督[查导]|工作|调研|慰问|走访|小|包保)?组|分组"
    "|分头|分赴|兵分|分别(?:带|率|到|赴|深入|前往)|各级领导|领导干部"
)
"""How the first paragraph of a report tells that several people or groups went out, who are named below it."""
SINCE = pattern("(?:连日来|近期|近来|近日|日前|最近|[入今][汛冬夏秋春年]以来|自[^，。]{2,12}以来|为)")
"""How the first paragraph begins that tells of many days at once."""
VISITS = pattern(
    "走访|慰问|看望|调研|检查|督[查导]|视察|座谈|接访|宣讲|讲课|党课|指导|巡[查河林]|暗访"
    "|(?:到|赴|前往|深入|走进)[^，。]{2,12}[镇乡村家]"
)
"""What several people did each, of whom a headline tells at once."""
CLAUSE_ENDS = "，。；：！？”"


def is_another(block: Block, group: Group) -> bool:
    """Whether a dated text tells of people or of a meeting that the dated report above it, which has no headline, did not tell of."""
    if group.marked or group.heads or not ends_sentence(group.last_text()):
        return False
    opening, above = beginning(block.text), beginning(first_text(group))
    lead, first = DATED_LEAD.match(opening), DATED_LEAD.match(above)
    if lead is None or first is None:
        return False
    told = opening[lead.end() :]
    if THE_SAME.match(told) or _within(lead["day"], first[0]) or _at_one_place(told, above):
        return False
    text, whole = fold(mend(block.text)), _told(group)
    if begins_with_one_of(told, whole) or any(_goes_on_with(n["name"], text) for n in NAMED_POST.finditer(above)):
        return False
    if same_matter(told, above):
        return False
    who, who_above = _subject(told), _subject(above[first.end() :])
    if who and (who not in whole or who == who_above or not who_above):
        return True  # the post is said again, as the first paragraph of a report does
    own = {found["name"] for found in NAMED_POST.finditer(opening)}
    if who_above and who_above in own:
        return True
    if any(found["name"] in text for found in NAMED_POST.finditer(whole)):
        return False
    return not any(name in whole for name in own) if own else DONE.search(told) is not None


def belongs_together(block: Block, group: Group) -> bool:
    """Whether a dated text surely stands in one report with what is above it, whatever other signs say.

    A digest's headline stands above both, one place is told of in both, the text is told again, somebody of the lead is
    told of by the bare name, two people of a meeting are named at the next one, what stands above them tells of nobody, or a
    picture further up shows who is named first.
    """
    if any(_is_of_a_round(head, block) for head in group.heads):
        return True
    last = next((i for i in range(len(group.body) - 1, -1, -1) if group.body[i].kind in BODY), 0)
    shown = "".join([fold(mend(b.text)) for b in group.body[max(0, last - FEW) : last] if b.kind == "caption"])
    if shown and (met := NAMED_POST.search(beginning(block.text))) and met["name"] in shown:
        return True
    opening, above, whole = beginning(block.text), beginning(first_text(group)), _told(group)
    lead = DATED_LEAD.match(opening)
    told = opening[lead.end() :] if lead else opening
    if _at_one_place(told, above) or opening[:SAME_OPENING] in whole or ITS.search(opening):
        return True
    first, who = DATED_LEAD.match(above) or BEHIND_SUBJECT.match(above), _subject(told)
    texts = [b.text for b in group.body if b.kind in BODY]
    if not (first or NAMED_POST.search(above) or group.closed or group.ending):
        if not lead and GROUPS.search(above) and not any(DATED_LEAD.match(beginning(later)) for later in texts[1:]):
            return True  # 街道党政领导带领四个检查组…: what each of them did
        if len(texts) == 1:
            return bool(GROUPS.search(above) or SINCE.match(above))
        return all(DATED_LEAD.match(beginning(later)) for later in texts[1:])  # the parts of a round of visits
    before = _subject(above[first.end() :]) if first else ""
    if who and before and who != before and who in whole:
        return True
    text = fold(mend(block.text))
    named = {found["name"] for found in NAMED_POST.finditer(text)}
    if any(_is_told_of(n["name"], text) for n in NAMED_POST.finditer(above) if n["name"] not in named):
        return True
    return not who and len(named & {found["name"] for found in NAMED_POST.finditer(whole)}) > 1


def _is_of_a_round(head: Block, block: Block) -> bool:
    """Whether a headline is a digest's, or tells of several people's visits and the text has a word of what they did."""
    line = fold(head.text)
    if DIGEST.search(line):
        return True
    if not ROUND.search(line):
        return False
    return shares_a_word(line, block.text) or bool(VISITS.search(line) and VISITS.search(fold(mend(block.text))))


def opens_a_round(block: Block, group: Group) -> bool:
    """Whether all that stands above a dated text tells in one sentence who went out: 节日将至，县领导分别到各乡镇慰问。"""
    if len(group.body) > FEW_ABOVE:
        return False
    texts = [b.text for b in group.body if b.kind in BODY]
    if len(texts) != 1 or len(texts[0]) > LONGEST_ROUND or group.closed or not DATED_LEAD.match(beginning(block.text)):
        return False
    above = fold(texts[0])
    return GROUPS.search(above) is not None and not DAYS.search(above) and NAMED_POST.search(above) is None


def _is_told_of(name: str, text: str) -> bool:
    """Whether a text tells of somebody by the bare name, outside of a list of names."""
    at = text.find(name)
    return at > 0 and text[at - 1] not in "、导" and text[at + 2 : at + 4].find("、") < 0


def goes_on(text: str, told: str) -> bool:
    """Whether a text goes on with what was told: it begins with its people, its meeting or its very words."""
    text, told = fold(mend(text)), fold(mend(told))
    return bool(THE_SAME.match(text)) or begins_with_one_of(text, told) or (told != "" and text[:SAME_OPENING] in told)


def first_text(group: Group) -> str:
    """The first paragraph of a report, without its dateline and with the one below a scene (春光正好。); empty where there is none."""
    first = group.first_block()
    if first is None:
        return ""
    if first.kind == "dateline":
        return take_dateline(first.text)[2]
    if len(first.text) <= LONGEST_SCENE and first.text[-1] == "。":
        texts = islice((b.text for b in group.body if b.kind in BODY), 1, 2)
        return first.text + "".join(text for text in texts if DATED_LEAD.match(beginning(text)))
    return first.text


def same_matter(one: str, other: str) -> bool:
    """Whether two openings have words in a row of what was done (检查防汛工作), beside those of posts, bodies and days."""
    pieces = (one[i : i + SAME_WORDS] for i in range(len(one) - SAME_WORDS + 1))
    return any(piece in other and OF_A_POST.isdisjoint(piece) for piece in pieces)


def _told(group: Group) -> str:
    """What the first and last paragraphs of a report tell."""
    texts = [b for b in (*group.body[:NEAR], *group.body[NEAR:][-NEAR:]) if b.kind in BODY]
    return fold(mend("".join([b.text for b in texts])))


def _within(day: str, lead: str) -> bool:
    """Whether a day is one of those that a lead tells of: 3月7日 of 3月6日至8日，…."""
    days, own = [int(number) for number in DAYS.findall(lead)], DAYS.search(day)
    return len(days) > 1 and own is not None and min(days) <= int(own[1]) <= max(days)


def _at_one_place(one: str, other: str) -> bool:
    return any(found[1] in other for found in TOWNSHIP.finditer(one))


def _goes_on_with(name: str, text: str) -> bool:
    """Whether a text names somebody without a post at the beginning of a clause: …，高远要求…."""
    at = text.find(name)
    return at == 0 or (at > 0 and text[at - 1] in CLAUSE_ENDS)


def begins_with_one_of(text: str, told: str) -> bool:
    """Whether a text begins with the bare name of somebody told of before; the name of a place is none."""
    if text[:1] not in SURNAME or text[:2] in name_words().not_names or BODY_FIRST.match(text):
        return False
    name = next((n for n in (3, 2) if text[:n] in told), 0)
    return name > 0 and not any(text[n : n + 1] in PLACE_ENDS for n in (1, 2, 3))


def _subject(text: str) -> str:
    """Who in a post the first clauses of a text tell of, by what NAMED_POST tells of a name; empty where they tell of anything else."""
    clause = text.partition("。")[0][:REACH]
    found = NAMED_POST.search(clause)
    return found["name"] if found and not HELD.search(clause, 0, found.start()) else ""
