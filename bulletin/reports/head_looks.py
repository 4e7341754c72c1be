"""Whether a line looks like a headline, by itself and beside the line below it, and whether a text opens a report.

In come blocks, out goes yes or no; what stands elsewhere in the file, `surroundings` asks.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend, without_pinyin
from bulletin.reports.blocks import Block, leads
from bulletin.reports.cleanup import HAN
from bulletin.reports.group import BODY
from bulletin.reports.lead_forms import DATED_LEAD, beginning
from bulletin.reports.sentences import SAYS
from bulletin.reports.stands_alone import is_long_head
from bulletin.reports.subtitles import is_subtitle

LONGEST_HEAD = 45
OPEN_KICKER = pattern(
    f"^[^，。]{{4,40}}(?:强调|指出|要求|提出|表示|寄语|勉励|时)[：:]$"
    f"|^(?:全国|省|市|县|区|旗|州)[{HAN}、]{{2,24}}[：:]$"
)
"""A kicker that ends in a colon: the headline is what was said (高远调研时强调：), or what the person says."""
OPEN_PLACE = pattern(f"[{HAN}]{{2,20}}(?:[县市区旗镇乡局]|街道|社区|[工服]?[作务]站|中心|学校|[中小]学)[：:]")
"""Whose news it is, on a line above what it did: 石桥镇退役军人服务站：."""
HEAD_TAIL = pattern(
    "[（(](?:续|上|中|下|之?[一二三四五六七八九十]{1,2}|[0-9]{1,2}|第[一二三四五六七八九十0-9]{1,3}[期次号]|图"
    "|图片|组图|附图|节选|摘要|摘登|全文|试行|草案|修订|附[^，。）)]{1,6}"
    "|(?:[12][0-9]{3}年)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份"
    "|[上中下]旬)?(?:[至—～~-]{1,2}(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?)?"
    "|(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日[至—～~-]{1,2}(?:[0-9]{1,2}月)?[0-9]{1,2}日?"
    "|(?:[12][0-9]{3}[年.])?[0-9]{1,2}[.．][0-9]{1,2}[日]?[至—～~-]{1,2}(?:[12][0-9]{3}[年.])?[0-9]{1,2}[.．][0-9]{1,2}日?"
    "|[12][0-9]{3}年)[）)]$"
)
LONGEST_GLUED_HEAD, QUOTED = 90, pattern("“[^“”]{4,}”")
CONTACT = pattern(
    "(?:电话|热线|手机|传真|邮箱|联系人|地址|网址|微信|账号|帐号|开户行|邮编)[ ]*[：:]|[：:][ ]*[0-9-]{7,}"
)
"""How a notice may be reached: no headline, short as it is."""
SAID_IN_PART = pattern("“[^“”]+…”")
"""A line of what somebody says or sings, and no headline: “三月桃花开，姐妹采茶来……”."""
SAID_AT_LAST = pattern(
    "，[^，“”]{0,40}(?:说|道|问|喊|表示|感慨|笑着|坦言|感叹)[：:]“[^“”]+[！!？?…]”"
    f"(?:[ \u3000]*[{HAN}]{{2,3}}(?:[ \u3000、]+[{HAN}]{{2,3}}){{0,3}})?$"
)
"""How a sentence ends that tells what somebody said: …，拉着何野的手说：“太方便了！”苏小雨."""
CALLS = pattern("[\u4e00-\u9fff]{2,4}(?:强调|要求|指出|号召|表示|希望|提出|勉励|叮嘱)[\u4e00-\u9fff]")
"""A last sentence that tells what somebody called for: 高远要求干部立足本职、勇于担当！"""
LATE_OPENERS, LATE = frozenset("“为為按根围圍针針"), 160
LATE_DAY = pattern(
    "(?:[为按根围针][^。]{8,110}，|“[^“”]{4,110}”[^。“”]{0,12}?)(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日"
)
"""The day behind a purpose or behind what somebody says."""
LONGEST_CRY, SIGNED = 24, 16
LONG_DEMAND = pattern("[^，。：:]{6,40}(?:强调|要求|指出|提出)[：: ][^。]{10,}[^，、；：。]$")
"""青石新闻丨高远主持召开专题会议强调：锚定目标加压奋进，奋力实现“开门红”."""
LONGEST_SUBTITLE = 90


def is_long_headline(first: Block, second: Block) -> bool:
    """Whether a file's first line is a headline, long as it is.

    It stands above a page's site line, or quotes at length what somebody demanded, as news apps do.
    """
    if first.kind != "body" or "。" in first.text:
        return False
    if second.below_site and is_long_head(first):
        return True
    return second.gap and demands(first, second)


def demands(line: Block, below: Block) -> bool:
    """Whether a line quotes at length what somebody demanded, and the text below it begins as a report does and tells who did."""
    if "。" in line.text or len(line.text) > LONGEST_SUBTITLE or not opens(below):
        return False
    return LONG_DEMAND.match(fold(line.text)) is not None


def says_below_headline(line: Block, below: Block) -> bool:
    """Whether a line set close below a headline, and apart from a text that opens a report, tells as its subtitle what somebody said."""
    if line.kind != "body" or line.gap or not below.gap or len(line.text) > LONGEST_HEAD or "。" in line.text:
        return False
    return SAYS.match(fold(line.text)) is not None and line.text[-1] not in "，、；：" and opens(below)


def looks_like_head(block: Block) -> bool:
    """A line that could stand above a report: short, no sentence."""
    text = without_pinyin(block.text)
    if not text or block.kind != "body" or "。" in text or CONTACT.search(text) or SAID_IN_PART.fullmatch(text):
        return False
    folded = fold(text) if "，" in text or text[-1] in "！!" else text
    if "”" in text[-SIGNED:] and SAID_AT_LAST.search(folded):
        return False
    if (said := SAYS.match(folded)) and text[said.end() - 1] == "，":
        return False  # 高远说，要… : a sentence that was cut off
    if text[-1] in "！!" and (
        SAYS.match(folded)
        or CALLS.match(folded)
        or text.count("！") > 1
        or text.count("，") > 1
        or ("，" in text and len(text) > LONGEST_CRY)
    ):
        return False
    if text.count("，") > 1 and SAYS.match(folded):
        return False  # the last sentence of a text that breaks off
    if is_subtitle(text) and len(text) <= LONGEST_SUBTITLE:
        return True
    if tail := HEAD_TAIL.search(fold(text) if text[-1] in "）)" else text):
        text = text[: tail.start()] or text
    if len(text) <= LONGEST_GLUED_HEAD and text.count(" ") >= 2 and text.count("，") <= 2:
        return max(map(len, text.split(" "))) <= LONGEST_HEAD and text[-1] not in "，、；：;:,…）)"
    if len(text) > LONGEST_HEAD and "”" in text and len(text) <= LONGEST_GLUED_HEAD:
        text = QUOTED.sub("“”", text)
    if text[-1] in "：:":
        open_head = OPEN_KICKER.search(folded := fold(text)) or OPEN_PLACE.fullmatch(folded)
        return len(text) <= LONGEST_HEAD and open_head is not None
    return len(text) <= LONGEST_HEAD and text[-1] not in "，、；;,…）)"


def surely_opens(block: Block) -> bool:
    return block.kind == "dateline" or (block.kind in BODY and DATED_LEAD.match(beginning(block.text)) is not None)


def opens(block: Block) -> bool:
    """Whether a text begins as the first paragraph of a report does."""
    if block.kind == "dateline" or leads(block.text):
        return True
    return block.text[0] in LATE_OPENERS and LATE_DAY.match(fold(mend(block.text[:LATE]))) is not None
