"""The top of a page: its menu above its place, the name of its site or paper, the account that published it.

In come the lines of a file, or what is kept of them; out goes what is left, or whether a line is such a name.
"""

from bulletin.model import Change
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.breadcrumbs import is_place
from bulletin.reports.cleanup import HAN
from bulletin.reports.controls import is_menu
from bulletin.reports.frame import FULL_DATE, OF_A_PAGE, Frame, read_masthead
from bulletin.reports.kinds import kind_of
from bulletin.reports.lines import Line
from bulletin.reports.menus import COLUMN_NAME
from bulletin.reports.mirrors import is_mirror_slogan
from bulletin.reports.scenes import is_scene, may_show, sees, shows_something
from bulletin.reports.signatures import line_signs, names_first
from bulletin.reports.site_lines import read_site_line
from bulletin.reports.taken_up import in_common
from bulletin.reports.webpage import is_frame

MENU, LONGEST_MENU, AHEAD, SHORTEST_HEAD, LONGEST_NAME, NEAR = 12, 30, 4, 7, 12, 8
PAPER, LONGEST_DAY = pattern(f"[{HAN}]{{2,8}}(?:日报|晚报|周报|时报|快报|新闻|报)"), 16
PAPER_NAME = pattern(f"今日[{HAN}]{{2,3}}|[{HAN}]{{2,4}}(?:时讯|周讯|[日晚周]报|报)")
"""What is a paper's name where the page's lines stand around it: 今日青石, 青石时讯."""
SITE_NAME = pattern(
    f"(?:[{HAN}]{{2,8}}[ \u3000])?[{HAN}]{{2,20}}(?:门户网站|网站群|人民政府(?:门户)?(?:网站?)?|政府网站?|数字报"
    "|电子报|信息网|新闻网|党建网|先锋网|政务网|组工网|统战网|教育网|之窗|在线)"
)
PUBLISHER = pattern(f"[{HAN}]{{2,12}}(?:融媒体?中心|媒体中心|新闻中心|电视台|广播电视台|报社|传媒|发布)")
CRUMBS = pattern("[>＞»›]| - | / |[：:](?=[^：:>]*$)")
BEHIND_PLACE = pattern(
    f"^(?:(?:正文|内容|详情|文章)[ \u3000]*|[{HAN}]{{0,4}}(?:新闻|要闻|动态|资讯|快讯|时政|频道)[ \u3000]+(?=[^ ]{{8}}))"
)
"""What is still of a page's place, before its headline: … > 要闻 高远检查防汛工作."""
SHORTEST_HEADLINE = 8
LONGEST_PLACE, MOST_RUNS = 4, 3
"""Characters of a place's bare name; how many rows of such lines, with blank lines between, a page has at its top."""
OF_A_SITE = pattern("[0-9A-Za-z/.]{3,}|网站?$|官方网站|在线|频道|正文$|欢迎|搜索|登[录陆]|注册|[县区]新闻：?$|【专题】")
"""What names a site, and no report: its lines may have words of the texts around."""
OF_A_TOP, SENTENCE_ENDS = ("body", "list"), frozenset("。！？”）)")
"""What lines of a page's top look like; how the text above them ends."""


def names_a_paper(lines: list[Line], i: int) -> bool:
    """Whether a line is the name of a paper above its day, below another page: 青石日报 / 2020年3月5日 / 第01版：要闻."""
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    day, name = FULL_DATE.match(below), fold(lines[i].text)
    if day is None or not (len(below) < LONGEST_DAY or OF_A_PAGE.fullmatch(fold(below[day.end() :]))):
        return False
    return PAPER.fullmatch(name) is not None or PAPER_NAME.fullmatch(name) is not None


def headline_of_place(text: str) -> str:
    """The headline that stands behind a page's place (首页 > 要闻 > 高远检查防汛工作); empty where none does."""
    last = BEHIND_PLACE.sub("", CRUMBS.split(text)[-1].strip())
    folded = fold(last)
    is_head = len(last) >= SHORTEST_HEADLINE and not is_menu(folded) and not is_frame(folded)
    return last if is_head and not SITE_NAME.fullmatch(folded) and not COLUMN_NAME.search(folded) else ""


def _above_place(lines: list[Line]) -> int:
    """How many lines stand above the line that names a web page's place on its site; 0 where a report stands there."""
    for i, line in enumerate(lines[:MENU]):
        text = line.text
        if ("位置" in text or "首" in text) and is_place(fold(text)):
            return i
        if "。" in text and not is_mirror_slogan(fold(text)):
            break
        text = fold(text)
        if text.startswith("#") or (len(text) > LONGEST_MENU and not (is_menu(text) or is_frame(text))):
            break
    return 0


def without_menu(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """(lines, menu): what stands above a web page's place; a headline stays where none stands below that line."""
    top = _above_place(lines)
    menu, below = lines[:top], lines[top + 1 :]
    if menu and not head_first(below):
        heads = [line for line in menu if _may_be_head(line)][-1:]
        return heads + lines[top:], [line for line in menu if line not in heads]
    return lines[top:], menu


def head_first(lines: list[Line]) -> bool:
    """Whether the first line that is no frame may be a headline rather than a report's text."""
    for line in lines[:AHEAD]:
        text = fold(line.text)
        if not (is_frame(text) or read_site_line(line, Frame()) or read_masthead(line, Frame(), "", [])):
            return "。" not in text
    return False


def _may_be_head(line: Line) -> bool:
    text = fold(line.text)
    return len(text) >= SHORTEST_HEAD and not (is_menu(text) or is_frame(text) or SITE_NAME.fullmatch(text))


def drop_menu(kept: list[Line], changes: list[Change]) -> None:
    """Take the site's name and menu from above the line of a further page's place."""
    while kept and (is_menu(kept[-1].text) or SITE_NAME.fullmatch(kept[-1].text)):
        changes.append(Change(kept[-1].number, "chrome", kept[-1].text, ""))
        kept.pop()


def drop_top(kept: list[Line], changes: list[Change], below: list[Line]) -> None:
    """Take short lines from right above the place of a further page, where a blank line parts them from the last sentence above.

    Who wrote that report, and what a picture of it shows, are no lines of the next page; what the text below takes up is its headline.
    """
    if not head_first(below):
        return
    told = "".join([line.text for line in below if "。" in line.text])
    for _ in range(MOST_RUNS):
        count = next((n for n, line in enumerate(kept[: -MENU - 1 : -1], 1) if line.gap or "。" in line.text), 0)
        top, above = kept[len(kept) - count :], kept[-count - NEAR : -count]
        if not (count and above and _has_ended(above[-1].text)):
            return
        news = told + "".join([line.text for line in above])
        if not all(_is_of_a_top(line.text, above[-1].text, news) for line in top):
            return
        changes.extend(Change(line.number, "chrome", line.text, "") for line in top)
        del kept[-count:]


def _has_ended(text: str) -> bool:
    """Whether a report has ended with a line: a sentence, or who made it."""
    return text[-1] in SENTENCE_ENDS or kind_of(text) in ("credit", "source", "photo") or len(text) <= LONGEST_MENU


def _is_of_a_top(text: str, above: str, news: str) -> bool:
    """Whether a line has no word of the reports around it, is not signed and shows nothing."""
    if "。" in text or len(text) > LONGEST_MENU or kind_of(text) not in OF_A_TOP:
        return False
    if line_signs(text, above) or names_first(text):
        return False
    of_site = len(text) <= LONGEST_PLACE or COLUMN_NAME.search(fold(text)) or OF_A_SITE.search(fold(text))
    if not of_site and in_common(fold(text), fold(news)):
        return False
    return not (shows_something(text) or may_show(text) or is_scene(text) or sees(text))


def without_name(lines: list[Line], frame: Frame, changes: list[Change]) -> list[Line]:
    """Without the paper's name above its masthead: short lines at the very top of a file."""
    top = 0
    below = next((i for i, line in enumerate(lines[:4]) if line.number > frame.masthead.line), 0)
    if frame.masthead.line and not head_first(lines[below:]):
        return lines  # what stands above the date is the headline
    text = next((line.number for line in lines if "。" in line.text), 0)
    above = (
        frame.masthead.line if frame.masthead.line < text else 0
    )  # a date below a text tells nothing of its headline
    while top < min(3, len(lines)) and (
        (lines[top].number < above and len(lines[top].text) <= LONGEST_NAME)
        or _is_site_name(lines, top)
        or _is_account(lines, top, changes)
        or _is_paper(lines, top, frame, changes)
        or _is_publisher(lines, top, changes)
    ):
        changes.append(Change(lines[top].number, "chrome", lines[top].text, ""))
        top += 1
    return lines[top:]


def _is_account(lines: list[Line], i: int, changes: list[Change]) -> bool:
    """Whether a line is the account that published a page: a line of the frame right below names it again."""
    text, number = lines[i].text, lines[i].number
    named = any(
        change.kind == "chrome" and number < change.line <= number + AHEAD and text in change.before.split()
        for change in changes[: MENU * 2]
    )
    return named and len(text) <= LONGEST_NAME and head_first(lines[i + 1 :])


def _is_paper(lines: list[Line], i: int, frame: Frame, changes: list[Change]) -> bool:
    """Whether a line at the top is the name of a paper, with nothing but its day below it, or below its day or above its pages."""
    number = lines[i].number
    if not i and PAPER_NAME.fullmatch(fold(lines[i].text)):
        pages = any(change.kind == "chrome" and change.line == number + 1 for change in changes[:MENU])
        return pages or (frame.masthead.line > 0 and 0 < number - frame.masthead.line <= 1)
    return PAPER.fullmatch(fold(lines[i].text)) is not None and any(
        number < change.line <= number + 2 and FULL_DATE.match(change.before) and len(change.before) < LONGEST_DAY
        for change in changes[:MENU]
    )


def _is_publisher(lines: list[Line], i: int, changes: list[Change]) -> bool:
    """Whether a line is the outlet that published a page, cut from the day of it: 青石县融媒体中心 发布日期：2031-03-04."""
    number = lines[i].number
    return (
        PUBLISHER.fullmatch(fold(lines[i].text)) is not None
        and any(change.kind == "chrome" and change.line == number for change in changes[:MENU])
        and head_first(lines[i + 1 :])
    )


def _is_site_name(lines: list[Line], i: int) -> bool:
    """Whether a line is the name of the site, with a headline below it."""
    return SITE_NAME.fullmatch(fold(lines[i].text)) is not None and head_first(lines[i + 1 :])
