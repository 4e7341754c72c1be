"""Jump marks: where a report goes on on another print page, or came from (下转第二版, 上接第一版).

In comes a paragraph, out go the marks beside the text that is left.
"""

import re

from bulletin.model import Jump
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.dates import number
from bulletin.reports.kinds import JUMP

ONTO_A_SHEET = pattern("[转轉接][ ]*[A-D][0-9]")
"""下转A6, where a paper counts its sheets with a letter."""


def take_jumps(text: str, line: int) -> tuple[str, tuple[Jump, ...]]:
    """(text without its jump marks, jumps). 转2版 in the middle of a sentence is taken out like one at the end."""
    turns = "转" in text or "轉" in text or "接" in text
    if "版" not in text and not (turns and ONTO_A_SHEET.search(text)):
        return text, ()
    jumps: list[Jump] = []
    pieces: list[str] = []
    end = 0
    for match in JUMP.finditer(fold(text)):
        bracketed = match[0][0] in "（(【▶►➤→⇨☞◀◁←"
        if not bracketed and match["way"] not in ("下转", "上接"):
            continue
        words = text[match.start("way") : match.end("way")] + text[match.start("page") : match.end("more")].rstrip(" ")
        jumps.append(Jump(words, match["way"] not in ("上接", "紧接"), page_number(match["page"]), line))
        pieces.append(text[end : match.start()])
        end = match.end()
    return ("".join((*pieces, text[end:])).strip(), tuple(jumps)) if jumps else (text, ())


def page_number(text: str) -> int:
    """第二版, 2版, 第03版 → its number; 0 where none is named."""
    digits = re.sub("[第版A-Da-d]", "", text)
    return number(digits) if digits else 0
