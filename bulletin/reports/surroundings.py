"""What a decision about one block asks about the blocks around it, counted once a file.

A long file takes so no longer a block than a short one.
"""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from bulletin.people.fold import mend
from bulletin.reports.blocks import Block
from bulletin.reports.counted import counted_parts, is_counted
from bulletin.reports.group import BODY
from bulletin.reports.head_looks import (
    LONGEST_HEAD,
    demands,
    is_long_headline,
    looks_like_head,
    opens,
    says_below_headline,
    surely_opens,
)
from bulletin.reports.kinds import is_slogan
from bulletin.reports.one_day import briefs_of_one_day, briefs_parted_by_lines
from bulletin.reports.rows import chronicle, is_a_row
from bulletin.reports.scenes import may_show, visits
from bulletin.reports.stands_alone import PAGE_REACH

FEW, SEVERAL, MANY = 2, 3, 3


class Surroundings:
    """What may be asked about the blocks of a file: heads in a row, levels of headings, lines of one length."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.heads = self._may_be_heads()
        self.top_level = min((b.level for b in blocks if b.kind == "mark"), default=0)
        self.after_heads = self._next(
            lambda i: not (self.heads[i] or blocks[i].kind in ("credit", "source", "photo", "caption"))
        )
        self.lengths = self._lengths()
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

    def _may_be_heads(self) -> list[bool]:
        """For each block, whether it may be a headline by its look and the line below or above it."""
        heads = [b.kind == "body" and "。" not in b.text and looks_like_head(b) for b in self.blocks]
        if len(self.blocks) > 1 and is_long_headline(self.blocks[0], self.blocks[1]):
            heads[0] = True
        for i, (block, below) in enumerate(pairwise(self.blocks)):
            demanded = len(block.text) > LONGEST_HEAD and block.kind == "body" and demands(block, below)
            if demanded or (i and heads[i - 1] and says_below_headline(block, below)):
                heads[i] = True
        return heads

    def _lengths(self) -> Counter[int]:
        """How many lines of each length look like headlines and stand above a text that opens no report."""
        first = next((i for i, b in enumerate(self.blocks) if b.kind in BODY and not self.heads[i]), 0)
        return Counter(
            len(mend(b.text))
            for i, b in enumerate(self.blocks[first:], first)
            if self.heads[i]
            and not is_slogan(b.text)
            and (lead := self.lead_below(i))
            and lead.kind in BODY
            and not opens(lead)
        )

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
            i for i, head in enumerate(self.heads) if head and i and (lead := self.lead_below(i)) and surely_opens(lead)
        ]

    def lead_below(self, i: int) -> Block | None:
        """The first block below `i` that is no head, credit or caption."""
        at = self.after_heads[i + 1]
        return self.blocks[at] if at < len(self.blocks) else None
