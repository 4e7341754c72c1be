"""What a decision about one block asks about the blocks around it, counted once a file.

A long file takes so no longer a block than a short one.
"""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend, without_pinyin
from bulletin.reports.blocks import Block, leads
from bulletin.reports.cleanup import HAN
from bulletin.reports.counted import counted_parts, is_counted
from bulletin.reports.group import BODY
from bulletin.reports.kinds import is_slogan
from bulletin.reports.lead_forms import DATED_LEAD, beginning
from bulletin.reports.one_day import briefs_of_one_day, briefs_parted_by_lines
from bulletin.reports.rows import chronicle, is_a_row
from bulletin.reports.scenes import may_show, visits
from bulletin.reports.sentences import SAYS
from bulletin.reports.stands_alone import PAGE_REACH, is_long_head
from bulletin.reports.subtitles import is_subtitle

LONGEST_HEAD, FEW, SEVERAL, MANY = 45, 2, 3, 3
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
SAYS_AT_LENGTH = pattern(f"[{HAN}·]{{2,8}}?(?:表示|说|指出|强调|要求|介绍|希望)，")
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


class Surroundings:
    """What may be asked about the blocks of a file: heads in a row, levels of headings, lines of one length."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.heads = [b.kind == "body" and "。" not in b.text and looks_like_head(b) for b in blocks]
        if len(blocks) > 1 and _is_long_headline(blocks[0], blocks[1]):
            self.heads[0] = True
        for i, (block, below) in enumerate(pairwise(blocks)):
            demanded = len(block.text) > LONGEST_HEAD and block.kind == "body" and _demands(block, below)
            if demanded or (i and self.heads[i - 1] and _says_below_headline(block, below)):
                self.heads[i] = True
        self.top_level = min((b.level for b in blocks if b.kind == "mark"), default=0)
        self.after_heads = self._next(
            lambda i: not (self.heads[i] or blocks[i].kind in ("credit", "source", "photo", "caption"))
        )
        first = next((i for i, b in enumerate(blocks) if b.kind in BODY and not self.heads[i]), 0)
        self.lengths = Counter(
            len(mend(b.text))
            for i, b in enumerate(blocks[first:], first)
            if self.heads[i]
            and not is_slogan(b.text)
            and (lead := self.lead_below(i))
            and lead.kind in BODY
            and not opens(lead)
        )
        """How many lines of each length stand above a text that opens no report: subheads come in rows."""
        self.repeated = Counter(b.text for i, b in enumerate(blocks) if self.heads[i])
        """How often each line that looks like a headline stands in the file: one that comes back under pictures is no row."""
        self.above_site = self._above_site()
        self.chronicle = chronicle(blocks)
        self.briefs = briefs_of_one_day(blocks, self.heads) | briefs_parted_by_lines(blocks, self.heads)
        self.counted = self._counted()
        """The places where figures count the parts of one report (01 / 产业兴旺 / …)."""
        self.visits = self._visits()
        close = self._pairs_set_close()
        self.apart, self.close = close > MANY, close > 1
        self.parted = self._parted()
        self.sure = sure = frozenset(self._sure_headlines())
        """The lines inside the file that stand above the beginning of a report."""
        self.sure_apart = {i for i in sure if blocks[i].gap and not blocks[i + 1].gap}
        self.gaps_head = self._gaps_head()
        hanging = sum(b.kind in BODY for b in blocks) > FEW and all(
            b.indented or head for b, head in zip(blocks, self.heads, strict=True) if b.kind in BODY
        )
        self.sure_hanging = {i for i in sure if hanging and not blocks[i].indented}
        """Whether blank lines part texts that each begin as a report does, and the paragraphs of one stand close."""
        texts = [b for b in blocks if b.kind in BODY]
        self.pages = min(MANY, sum([b.below_site or b.below_frame for b in blocks])) / MANY
        """How many pages the file was put together of, as far as their lines tell: none, one, two, or many (1)."""
        self.gaps = sum([b.gap for b in texts]) / max(1, len(texts))
        """The share of the texts that stand below a blank line."""
        self.next_text = self._next(lambda i: blocks[i].kind in BODY and not self.heads[i])

    def _gaps_head(self) -> bool:
        """Whether blank lines stand above headlines and nowhere between two paragraphs, as a newspaper's page is copied."""
        if not self.close or len(self.sure_apart) < SEVERAL:
            return False
        texts = [b.kind in BODY and not head for b, head in zip(self.blocks, self.heads, strict=True)]
        return not any(b.gap and texts[i + 1] and texts[i] for i, b in enumerate(self.blocks[1:]))

    def _next(self, asked: Callable[[int], bool]) -> list[int]:
        """For each place, the next place at or behind it for which `asked` holds (the length where there is none)."""
        following = [len(self.blocks)] * (len(self.blocks) + 1)
        for i in range(len(self.blocks) - 1, -1, -1):
            following[i] = i if asked(i) else following[i + 1]
        return following

    def _above_site(self) -> frozenset[int]:
        """The lines that stand above the site line of a further page (发布时间 …), with nothing else between."""
        found = set()
        for i, block in enumerate(self.blocks):
            above = i - 1
            while block.below_site and above > i - 1 - PAGE_REACH and above > 0 and self.heads[above]:
                found.add(above)
                above -= 1
        return frozenset(found)

    def _counted(self) -> range:
        """The places of counted parts, down to where another report surely begins."""
        texts = [block.text for block in self.blocks]
        parts = counted_parts(texts)
        for i in parts:
            block = self.blocks[i]
            headed = self.heads[i] and not is_counted(texts, i) and (lead := self.lead_below(i)) and opens(lead)
            if headed or block.kind in ("mark", "dateline") or block.below_site or block.below_frame:
                return range(parts.start, i)
        return parts

    def _visits(self) -> frozenset[int]:
        """The lines that tell of visits and name nobody (深入石桥水厂进行调研), where they are a row and no headlines."""
        found = {i: key for i, b in enumerate(self.blocks) if self.heads[i] and (key := visits(b.text))}
        rows = Counter(key for key, _ in {(key, self.blocks[i].text) for i, key in found.items()})
        inside = {
            key for i, key in found.items() if i + 1 in found or not ((lead := self.lead_below(i)) and opens(lead))
        }
        return frozenset(i for i, key in found.items() if rows[key] > 1 and key in inside)

    def _pairs_set_close(self) -> int:
        """How many paragraphs stand close below another; 0 where blank lines stand between the paragraphs of a report."""
        pairs = 0
        before = False
        for block, head in zip(self.blocks, self.heads, strict=True):
            text = not head and block.kind in BODY
            if text and before:
                if block.gap:
                    return 0
                pairs += 1
            before = text
        return pairs

    def _parted(self) -> bool:
        close = 0
        for above, below in pairwise(self.blocks):
            if above.kind not in BODY or below.kind not in BODY or "。" not in below.text:
                continue
            if not below.gap:
                close += 1
            elif not opens(below):
                return False
        return close > 1

    def text_below(self, i: int) -> str:
        """The first paragraphs below a line."""
        at = self.after_heads[i + 1]
        return "".join([b.text for b in self.blocks[at : at + FEW] if b.kind in BODY])

    def rows_below(self, i: int) -> bool:
        """Whether two paragraphs in a row below a line each begin with a day or a number, as the items of a digest do."""
        at = self.after_heads[i + 1]
        return all(is_a_row(block.text) for block in self.blocks[at : at + FEW]) and at + FEW <= len(self.blocks)

    def is_set_as_headlines(self, i: int) -> bool:
        """Whether a line stands as the other headlines of the file do, and its texts do not: close below a blank line, or not indented."""
        block = self.blocks[i]
        apart = self.close and block.gap and not self.blocks[i + 1].gap and self.sure_apart - {i}
        return bool(apart or (not block.indented and self.sure_hanging - {i}))

    def heads_a_set(self, i: int) -> bool:
        """Whether a line surely is the first of a headline set of two and more: a blank line stands above it, as it does above the
        others of the page, none below it, and it does not show anything, as a line under a picture would.
        """
        if not (self.gaps_head and i in self.sure_apart and self.heads[i + 1]):
            return False
        return not may_show(self.blocks[i].text)

    def _sure_headlines(self) -> list[int]:
        """The lines inside a file that stand above the beginning of a report."""
        return [
            i
            for i, head in enumerate(self.heads)
            if head and i and (lead := self.lead_below(i)) and _surely_opens(lead)
        ]

    def lead_below(self, i: int) -> Block | None:
        """The first block below `i` that is no head, credit or caption."""
        at = self.after_heads[i + 1]
        return self.blocks[at] if at < len(self.blocks) else None


def _is_long_headline(first: Block, second: Block) -> bool:
    """Whether a file's first line is a headline, long as it is.

    It stands above a page's site line, or quotes at length what somebody demanded, as news apps do.
    """
    if first.kind != "body" or "。" in first.text:
        return False
    if second.below_site and is_long_head(first):
        return True
    return second.gap and _demands(first, second)


def _demands(line: Block, below: Block) -> bool:
    """Whether a line quotes at length what somebody demanded, and the text below it begins as a report does and tells who did."""
    if "。" in line.text or len(line.text) > LONGEST_SUBTITLE or not opens(below):
        return False
    return LONG_DEMAND.match(fold(line.text)) is not None


def _says_below_headline(line: Block, below: Block) -> bool:
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
    if text.count("，") > 1 and SAYS_AT_LENGTH.match(folded):
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


def _surely_opens(block: Block) -> bool:
    return block.kind == "dateline" or (block.kind in BODY and DATED_LEAD.match(beginning(block.text)) is not None)


def opens(block: Block) -> bool:
    """Whether a text begins as the first paragraph of a report does."""
    if block.kind == "dateline" or leads(block.text):
        return True
    return block.text[0] in LATE_OPENERS and LATE_DAY.match(fold(mend(block.text[:LATE]))) is not None
