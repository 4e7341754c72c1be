"""A dump to its reports: each begins with a # heading, a bare headline, a dateline, or behind the byline that ends another.

In come blocks, out go groups of them. Subheads inside a report do not split it; slogans of a column between reports
belong to none; a report that goes on behind a jump mark (上接第一版) is put together again. What a decision asks about
the blocks around is counted once, beforehand, so that a long file takes no longer a block than a short one.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from bulletin.model import Change
from bulletin.reports.blocks import TEXT, Block, leads
from bulletin.reports.dateline import take_end_byline, take_jumps
from bulletin.reports.heads import is_subtitle
from bulletin.reports.kinds import UNDER_PICTURE, ends_sentence, is_slogan

LONGEST_HEAD = 45
HEAD_TAIL = re.compile(
    "[（(](?:续|上|中|下|之?[一二三四五六七八九十]{1,2}|[0-9]{1,2}|第[一二三四五六七八九十0-9]{1,3}[期次号]|图|图片|组图|附图|节选|摘要|摘登|全文|试行|草案|修订)[）)]$"
)
SPEAKER = re.compile(
    "(?:书记|长|主任|主席|常委|委员)[\u4e00-\u9fff]{2,4}(?:主持|介绍|讲话|致辞|发言|答记者问|宣读|汇报|通报|点评|授牌|颁奖)[^，。；：]{0,24}$"
)
"""A caption that names who speaks: 县文化局局长某某答记者问."""
LONGEST_GLUED_HEAD = 90
LONGEST_SUBTITLE = 90
LONGEST_CRY = 24
SHORTEST_CAPTION = 4
SHORTEST_HEADLINE = 8
LONGEST_SUBHEAD = 16
SHORTEST_LEAD = 30
BODY = frozenset(TEXT)


@dataclass(slots=True)
class Group:
    """The blocks of one report: the lines above it and the rest."""

    heads: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    closed: bool = False
    """Whether a byline or a credit line has ended it."""
    has_text: bool = False

    def take(self, block: Block) -> None:
        self.body.append(block)
        if block.kind in BODY:
            self.has_text = True
            self.closed = bool(take_end_byline(block.text)[1])
        elif block.kind == "credit" and self.has_text:
            self.closed = True


class Surroundings:
    """What may be asked about the blocks of a file: heads in a row, levels of headings, lines of one length."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.heads = [looks_like_head(block) for block in blocks]
        self.lengths = Counter(len(b.text) for b, head in zip(blocks, self.heads, strict=True) if head)
        self.top_level = min((b.level for b in blocks if b.kind == "mark"), default=0)
        self.after_heads = self._next(
            lambda i: not (self.heads[i] or blocks[i].kind in ("credit", "source", "photo", "caption"))
        )
        self.next_text = self._next(lambda i: blocks[i].kind in BODY and not self.heads[i])

    def _next(self, asked: Callable[[int], bool]) -> list[int]:
        """For each place, the next place at or behind it for which `asked` holds (the length where there is none)."""
        following = [len(self.blocks)] * (len(self.blocks) + 1)
        for i in range(len(self.blocks) - 1, -1, -1):
            following[i] = i if asked(i) else following[i + 1]
        return following

    def lead_below(self, i: int) -> Block | None:
        """The first block below `i` that is no head, credit or caption."""
        at = self.after_heads[i + 1]
        return self.blocks[at] if at < len(self.blocks) else None


def split(blocks: list[Block]) -> tuple[list[Group], list[Change]]:
    """The reports of a file, in order; and the slogans that were left out."""
    around = Surroundings(blocks)
    groups = [Group()]
    changes: list[Change] = []
    for i, block in enumerate(blocks):
        group = groups[-1]
        if block.kind == "body" and is_slogan(block.text) and _between(around, i, groups):
            changes.append(Change(block.line, "slogan", block.text, ""))
        elif block.kind == "mark" and not (group.has_text and _marked_subhead(around, i)):
            if group.has_text or (group.body and group.closed):
                groups.append(Group())
            groups[-1].heads.append(block)
        elif _is_caption_line(around, i, group):
            group.take(Block("caption", block.text, block.line, block.last))
        elif block.kind != "mark" and _is_headline(around, i, group):
            if group.has_text:
                groups.append(Group())
            elif block.below_frame:
                _give_back(groups)
            groups[-1].heads.append(block)
        else:
            if group.has_text and _begins(block, group):
                groups.append(Group())
            groups[-1].take(block)
    groups = [group for group in groups if group.heads or group.body]
    return _reunite(groups), changes


def _give_back(groups: list[Group]) -> None:
    """Lines above the beginning of a web page that no text followed were captions of the report before."""
    if len(groups) > 1 and groups[-1].heads and not groups[-1].body:
        lines = groups[-1].heads
        groups[-2].body.extend(Block("caption", block.text, block.line, block.last) for block in lines)
        groups[-1].heads = []


def _begins(block: Block, group: Group) -> bool:
    """Whether a block without a headline begins a report of its own."""
    if block.kind == "dateline":
        return True
    if block.kind == "jump":
        jumps = take_jumps(block.text, block.line)[1]
        return bool(jumps) and not jumps[0].onward and (group.closed or ends_sentence(group.body[-1].text))
    return block.kind in BODY and group.closed and len(block.text) >= SHORTEST_LEAD


def looks_like_head(block: Block) -> bool:
    """A line that could stand above a report: short, no sentence."""
    text = block.text
    if block.kind != "body" or "。" in text:
        return False
    if text[-1] in "！!" and (text.count("！") > 1 or ("，" in text and len(text) > LONGEST_CRY)):
        return False
    if is_subtitle(text) and len(text) <= LONGEST_SUBTITLE:
        return True
    if tail := HEAD_TAIL.search(text):
        text = text[: tail.start()] or text
    if len(text) <= LONGEST_GLUED_HEAD and text.count(" ") >= 2 and text.count("，") <= 2:
        return max(map(len, text.split(" "))) <= LONGEST_HEAD and text[-1] not in "，、；：;:,…"
    return len(text) <= LONGEST_HEAD and text[-1] not in "，、；：;:,…）)"


def _is_headline(around: Surroundings, i: int, group: Group) -> bool:
    """Whether a bare line is (a part of) the headline set of a report that begins below it."""
    block = around.blocks[i]
    if not around.heads[i]:
        return False
    lead = around.lead_below(i)
    if lead is None:
        return not group.has_text and bool(group.heads or not group.body)
    if not group.has_text or lead.kind in ("mark", "dateline"):
        return True
    if block.below_frame or (lead.below_site and lead.kind in BODY):
        return True
    if lead.kind not in BODY or len(lead.text) < SHORTEST_LEAD:
        return False
    if group.closed:
        return True
    return len(block.text) >= SHORTEST_HEADLINE and leads(lead.text) and not _parallel(around, block)


def _is_caption_line(around: Surroundings, i: int, group: Group) -> bool:
    """A line under a picture (会议现场, 高远讲话) between a headline and its text: shorter than the headline above it."""
    block = around.blocks[i]
    if block.kind == "body" and "。" not in block.text and _under_first_picture(around, i, group):
        return True
    if around.heads[i] and group.has_text and SPEAKER.search(block.text):
        lead = around.lead_below(i)
        return lead is not None and lead.kind in BODY and not leads(lead.text)
    if not around.heads[i] or len(block.text) > 20 or not UNDER_PICTURE.search(block.text) or "强调" in block.text:
        return False
    above = group.heads[-1] if group.heads and not group.has_text else None
    following = around.blocks[i + 1] if i + 1 < len(around.blocks) else None
    below_is_text = following is not None and following.kind in BODY and not around.heads[i + 1]
    return (
        above is not None
        and len(block.text) <= len(above.text)
        and below_is_text
        and not above.text.endswith(("强调", "指出", "要求"))
    )


def _under_first_picture(around: Surroundings, i: int, group: Group) -> bool:
    """A line without a full stop between a web page's site line and the text, where the headline stands above."""
    block = around.blocks[i]
    below = around.blocks[i + 1] if i + 1 < len(around.blocks) else None
    if not (block.below_site and group.heads and not group.has_text and below and below.kind in BODY):
        return False
    if len(block.text) < SHORTEST_CAPTION:
        return False
    is_head = block.text.startswith(("——", "--")) or is_subtitle(block.text) or len(block.text) > LONGEST_SUBTITLE
    return not is_head and not around.heads[i + 1] and not ends_sentence(block.text)


def _parallel(around: Surroundings, block: Block) -> bool:
    """Whether other lines of the same length stand between paragraphs: subheads come in rows."""
    return len(block.text) <= LONGEST_SUBHEAD and around.lengths[len(block.text)] > 1


def _marked_subhead(around: Surroundings, i: int) -> bool:
    """Whether a # line inside a report is only a subhead: short, deeper than the others, and no dateline under it."""
    block = around.blocks[i]
    below = around.next_text[i + 1]
    if below >= len(around.blocks) or block.level <= around.top_level or block.level < 3:
        return False
    text = around.blocks[below]
    return len(block.text) <= LONGEST_SUBHEAD and text.kind != "dateline" and not leads(text.text)


def _between(around: Surroundings, i: int, groups: list[Group]) -> bool:
    """Whether a slogan stands between reports: a headline of its own follows, or no report of the file has one."""
    if groups[-1].heads and not groups[-1].has_text:
        return False
    if i + 1 >= len(around.blocks):
        return groups[-1].has_text
    following = around.blocks[i + 1]
    if following.kind == "mark" or around.heads[i + 1]:
        return True
    return groups[-1].has_text and not any(group.heads for group in groups[-50:])


def _reunite(groups: list[Group]) -> list[Group]:
    """Join a report's second part, which begins with 上接第一版, to the first one that is still waiting for it."""
    kept: list[Group] = []
    waiting: list[Group] = []
    for group in groups:
        way = _way(group)
        first = _first_part(group, waiting) if way == "back" else None
        if first is None:
            kept.append(group)
        else:
            waiting.remove(first)
            _join(first, group)
            group = first
        if any(_leads_on(block) for block in group.body[-4:]):
            waiting = [*waiting[-20:], group]
    return kept


def _leads_on(block: Block) -> bool:
    return block.kind == "jump" and any(jump.onward for jump in take_jumps(block.text, block.line)[1])


def _way(group: Group) -> str:
    """back, where a group begins as the rest of another."""
    first = next((b for b in group.body if b.kind == "jump" or b.kind in BODY), None)
    return "back" if first is not None and first.kind == "jump" and "接" in first.text else ""


def _first_part(group: Group, waiting: list[Group]) -> Group | None:
    titles = {block.text for block in group.heads}
    same = [w for w in waiting if titles & {block.text for block in w.heads}]
    if same or titles:
        return same[-1] if same else None
    return waiting[-1] if waiting else None


def _join(first: Group, rest: Group) -> None:
    """Add the rest; the sentence that the jump cut in two is made one again."""
    at = next((i for i in range(len(first.body) - 1, -1, -1) if first.body[i].kind in BODY), -1)
    body = list(rest.body)
    start = next((i for i, b in enumerate(body) if b.kind in BODY), -1)
    if at >= 0 and start >= 0 and not ends_sentence(first.body[at].text):
        a, b = first.body[at], body.pop(start)
        first.body[at] = Block(a.kind, a.text + b.text, a.line, max(a.last, a.line), a.level, a.gap)
    first.body.extend(body)
    first.closed = rest.closed
