"""What a work brief (工作简报) prints around its reports: its name and number, a list of what is in it, and to whom it goes.

In come lines, out go those that are left and those that were taken out. The office and the day below the number are a masthead,
which `frame` reads.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.cleanup import HAN
from bulletin.reports.lines import Line

NUMBER = pattern(
    "[（(【\\[]?(?:[12][0-9]{3}年)?(?:第|总第?)?[ ]?(?:[0-9]{1,4}"
    "|[一二三四五六七八九十百]{1,5})[ ]?期[）)】\\]]?(?:[ \u3000]*[（(【\\[]?总第?[ ]?[0-9一二三四五六七八九十百]{1,5}[ ]?期[）)】\\]]?)?"
)
NAME = pattern(
    f"[{HAN}“”0-9·《》]{{0,30}}(?:简报|快报|专报|通报|动态|信息|通讯|要情|要讯|内参|参考|交流|摘报|周报|月报|专刊"
    "|专辑)》?"
)
CONTENTS = pattern(
    f"[【〖\\[（(◆★●]?(?:本[期刊][{HAN}]{{0,2}}(?:导读|要目|目录|内容|提要|看点)|要目|目录"
    "|(?:今日|要闻|新闻|版面|本版)?导读|内容提要)[】〗\\]）)◆★●]?[：:]?"
)
ITEM = pattern(
    "^(?:(?P<mark>[●◆◇■□★☆▲△▶►○◎•·▪※*>＞»-]{1,2})|[0-9]{1,2}[.、．]"
    "|[一二三四五六七八九十]{1,2}、)?[ \u3000]*(?P<head>.+?)[ \u3000.…·]*(?:[（(]?[0-9]{1,3}[）)]?)?$"
)
GOES_TO = pattern(
    "(?:抄|主|分|呈)?[报送发][：:][ \u3000]*[^。]{2,160}。?|主题词[：:][^。]{2,60}|[（(]?共印[ ]?[0-9]{1,5}[ ]?份[）)]?"
)
GOES_TO_SIGN = frozenset("抄主分呈报送发（(共")
MARKS = "●◆◇■□★☆▲△▶►○◎•·▪※*>＞»- \u3000"
ON_A_PAGE = pattern(
    "(?:[ \u3000.…·>＞》（(]|[A-D])[A-D]?[0-9]{1,2}[ ]?版?[）)]?$|^第?[ ]?[A-D]?[0-9]{1,2}[ ]?版[：: \u3000]"
)
"""How an item names the page of its report: 夜校开课 （2版）, 3版：稻田养蟹."""
IN_ONE_LINE = pattern(
    "[【〖\\[（(◆★●]?(?:今日|要闻|新闻|版面|本[版期报])?导读[】〗\\]）)◆★●]?[：: \u3000]+"
    "(?:[^。版]{4,40}?[ \u3000（(]*(?:详见|见|转)?第?[A-D]?[0-9]{1,2}版[）)]?[▶►>＞→]*[ \u3000；;|｜]*)+"
)
"""A list of contents in one line: 导读：夜校开课 2版▶ 稻田养蟹 3版▶."""
SEE = pattern("[▶►>＞→]*[ ]?(?:详见|见|转)第?[A-D]?[0-9一二三四五六七八]{1,2}版")
FEWEST = 2
LONGEST_NUMBER, LONGEST_NAME, LONGEST_CONTENTS, MOST, REACH = 30, 40, 12, 20, 80
"""Characters of a number, of a name with spaces between its characters, of a heading above a list; its lines, and those below that are asked."""


def without_brief_frames(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """(lines, taken out)."""
    taken: set[int] = set()
    for i, line in enumerate(lines):
        text = line.text
        if "期" in text and len(text) <= LONGEST_NUMBER and NUMBER.fullmatch(fold(text)):
            if i and _is_name(lines[i - 1].text):
                taken.update((i - 1, i))
        elif len(text) <= LONGEST_CONTENTS and CONTENTS.fullmatch(fold(text)):
            if items := _items(lines, i):
                taken.update((i, *items))
        elif ("导读" in text[:6] and IN_ONE_LINE.fullmatch(fold(text))) or (
            text[0] in GOES_TO_SIGN and GOES_TO.fullmatch(fold(text))
        ):
            taken.add(i)
    if not taken:
        return lines, []
    kept = [line._replace(gap=line.gap or i - 1 in taken) for i, line in enumerate(lines) if i not in taken]
    return kept, [lines[i] for i in sorted(taken)]


def _is_name(text: str) -> bool:
    """Whether a line is nothing but a brief's name, however a layout spaces it: 工 作 简 报."""
    return len(text) <= LONGEST_NAME and NAME.fullmatch(fold(text).replace(" ", "").replace("\u3000", "")) is not None


def _items(lines: list[Line], i: int) -> list[int]:
    """The lines of a list of contents below line `i`: each is a headline that stands again further below, names its page, or
    is one of a row behind one mark.
    """
    found: list[int] = []
    run = _run_of_marks(lines, i)
    for at in range(i + 1, min(len(lines), i + 1 + MOST)):
        text = fold(lines[at].text)
        item = ITEM.match(text) if "。" not in text else None
        if item is None:
            break
        again = any(item["head"] == fold(line.text).lstrip(MARKS) for line in lines[at + 1 : at + 1 + REACH])
        if not (again or at in run or ON_A_PAGE.search(text) or (found and SEE.fullmatch(text))):
            break
        found.append(at)
    return found


def _run_of_marks(lines: list[Line], i: int) -> range:
    """The places of short lines behind one mark right below line `i`, two and more, of which the last heads no text."""
    mark, end = _mark(lines[i + 1]) if i + 1 < len(lines) else "", i + 1
    while mark and end < min(len(lines), i + 1 + MOST) and _mark(lines[end]) == mark:
        end += 1
    if end < len(lines) and "。" in lines[end].text and not lines[end].gap:
        end -= 1
    return range(i + 1, end) if end - i > FEWEST else range(0)


def _mark(line: Line) -> str:
    """The mark that a short line without a sentence begins with."""
    item = ITEM.match(fold(line.text)) if "。" not in line.text and len(line.text) <= LONGEST_NAME else None
    return (item["mark"] or "") if item else ""
