"""What surrounds a report and is no part of it: mastheads, e-paper lines, the frame of a web page.

Lines are taken out, never lost: each is recorded as a change of kind `chrome`, and what they tell (the issue's date and
numbers, source, author, editor) is kept in a `Frame`. Headlines of other reports (相关文章 …) go with the line that
announces them, up to the next report; what stands above the line that names a page's place on its site is its menu.
"""

from bulletin.findings import Finding
from bulletin.model import Change, Masthead
from bulletin.patterns import pattern
from bulletin.people.fold import fold, without_pinyin
from bulletin.reports.breadcrumbs import is_place
from bulletin.reports.brief_frames import without_brief_frames
from bulletin.reports.cleanup import HAN
from bulletin.reports.controls import is_controls, is_menu
from bulletin.reports.cut_fields import cut_fields
from bulletin.reports.dates import number as digits
from bulletin.reports.frame import CLOCK, FULL_DATE, ORIGINAL, PAGE, Frame, read_day_of_page, read_masthead
from bulletin.reports.keywords import without_keywords
from bulletin.reports.kinds import SOURCE
from bulletin.reports.lines import Line
from bulletin.reports.menus import COLUMN_NAME, without_menu_words
from bulletin.reports.mirrors import is_mirror_slogan, may_be_mirror
from bulletin.reports.page_title import without_headline_behind_dateline, without_page_title, without_summaries
from bulletin.reports.replies import without_replies
from bulletin.reports.residue import trim
from bulletin.reports.site_lines import read_site_line
from bulletin.reports.watermarks import without_watermarks
from bulletin.reports.webpage import RELATED, has_words, is_frame

REACHED_BY = "(?:联系|咨询|新闻|投稿|监督|值班|业务|(?:违法)?(?:和|及)?(?:不良)?(?:信息)?举报)?(?:电话|热线|邮箱|传真|邮编|邮政编码)[：:][ ]*[0-9A-Za-z@._ 、/()（）-]{6,60}"
CONTACT_LINE = pattern(
    f"^{REACHED_BY}(?:[，；]{REACHED_BY}){{0,3}}$|^(?:单位|办公|通讯|联系)?地址[：:][^，。]{{4,40}}$"
)
ACCOUNT_AND_DAY = pattern(
    f"(?P<account>[{HAN}]{{3,12}}?)[ \u3000]*(?:19|20)[0-9]{{2}}[年/.-][0-9]{{1,2}}[月/.-][0-9]{{1,2}}"
)
"""Who published a page, and when: 青石园林2032-10-27 16:57."""
EXCERPT_ENDS = ("…", "...")
MENU, LONGEST_MENU, LONGEST_RELATED, LONGEST_MENDED, AHEAD, SHORTEST_HEAD, LONGEST_NAME = 12, 30, 50, 240, 4, 7, 12
FEWEST_LINKS = 3
NEIGHBOUR = pattern("[【\\[<《«‹←> ]*[上下前后](?:一?[条篇则]|一?(?:信息|新闻|文章)[：:])")
"""What leads to the report before and the one behind: a headline of one of them at most, no list."""
PLACEHOLDER = pattern("(?:图片|视频)[ \u3000]*(?=[▲△▼◆↑])")
"""What a picture leaves of itself when a page is copied, before its caption."""
PAPER, LONGEST_DAY = pattern(f"[{HAN}]{{2,8}}(?:日报|晚报|周报|时报|快报|新闻|报)"), 16
SITE_NAME = pattern(
    f"(?:[{HAN}]{{2,8}}[ \u3000])?[{HAN}]{{2,20}}(?:门户网站|网站群|人民政府(?:门户)?(?:网站?)?|政府网站?|数字报|电子报|信息网|新闻网|党建网|先锋网|政务网|组工网|统战网|教育网|之窗|在线)"
)


COLUMN = pattern(f"[{HAN}]{{2,4}}(?:新闻|要闻|动态|快讯|简讯|资讯|时讯)")
DAY_FIRST = pattern("(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日|近日|日前|本[报网台][^，。]{0,8}讯")
WIRE = pattern("本[报网台][^，。]{0,8}讯[^…]+[^…。]$")
"""The first line of a report whose lines are wrapped."""
LABELLED_HEAD = pattern("(?:[标题][题目]：|【标题】)[ ]*(?P<head>[^。]{6,45})")
CRUMBS = pattern("[>＞»›]| - | / |[：:](?=[^：:>]*$)")
BEHIND_PLACE = pattern("^(?:正文|内容|详情|文章)[ \u3000]*")
SHORTEST_HEADLINE, LONGEST_COLUMN, LONGEST_PAPER, LONGEST_NOTICE, QUOTED = 8, 6, 12, 100, pattern("“[^”]*”?")
RESIDUE, MORE_RESIDUE = frozenset("|｜0123456789①②③④⑤⑥⑦⑧⑨⑩"), frozenset(" ⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
RESIDUES = pattern("(?<=[。！？”）)])[ \u3000]*(?:[|｜][ |｜]*|[①-⑳][0-9]{0,2})$")
"""What a table leaves behind its last cell, and the number of a layout's column behind a report (②5)."""


def _without_residue(text: str) -> str:
    return RESIDUES.sub("", text) if text[-1] in RESIDUE or text[-1] in MORE_RESIDUE else text


def take_chrome(lines: list[Line], path: str) -> tuple[list[Line], Frame, list[Change], list[Finding]]:
    """Part the lines of reports from their frame."""
    frame, kept = Frame(), list[Line]()
    lines, summaries = without_summaries(lines)
    lines, again = without_headline_behind_dateline(lines)
    lines, replies = without_replies(lines)
    lines, marks = without_watermarks(lines)
    lines, changes = trim(lines)
    changes = marks + changes
    changes.extend(again)
    lines = cut_fields(lines)
    findings: list[Finding] = []
    accounts: set[str] = set()
    related, gap, below_site, below_frame, below_end, told, pages = False, False, False, False, False, 0, 0
    clocks: set[str] = set()
    lines, briefs = without_brief_frames(lines)
    lines, words = without_menu_words(lines)
    lines, titles = without_page_title(lines)
    lines, menu = _without_menu(lines)
    lines, keywords = without_keywords(lines)
    menu = briefs + words + titles + menu + keywords + summaries + replies
    changes.extend(Change(line.number, "chrome", line.text, "") for line in menu)
    last = max((i for i, line in enumerate(lines) if "。" in line.text), default=0)
    for i, line in enumerate(lines):
        if related and (
            _heads_report(lines, i) or _is_above_headline(lines, i) or (line.gap and WIRE.match(fold(line.text)))
        ):
            related = False
        text = line.text
        if "。" in text and not related and not may_be_mirror(text) and has_words(text):
            rest = _without_residue(text) if text[-1] in RESIDUE else text  # a sentence belongs to no frame
        else:
            rest, related = _one_line(line, frame, path, findings, related)
        if i > last and kept and LABELLED_HEAD.fullmatch(fold(text)):
            rest = ""  # 标题：… below the last text is a field of the page
        if rest and below_end and kept and (CONTACT_LINE.match(fold(text)) or _speaks_to_readers(text, kept[-1].text)):
            rest = ""  # of the page, below what it says of itself
        if rest and len(text) <= LONGEST_COLUMN and kept and _is_lone(lines, i, kept[-1].text):
            rest = ""
        if rest and len(text) <= LONGEST_PAPER and kept and _names_a_paper(lines, i):
            rest = ""
        if rest and (below_frame or below_site) and len(text) <= LONGEST_COLUMN and COLUMN_NAME.search(fold(text)):
            rest = ""  # 首页 / 政务公开 / 政务动态, a line each
        if rest and text in accounts:
            rest = ""  # who published the page, below its text
        if not rest and (account := ACCOUNT_AND_DAY.match(text)):
            accounts.add(account["account"])
        if not rest and is_place(fold(text)) and not _head_first(lines[i + 1 :]):
            rest = _headline_of_place(text)
        if not rest and CLOCK.search(text):
            related = related or (text in clocks and any("。" in above.text for above in kept[-AHEAD:]))
            clocks.add(text)  # below its text a page's clock comes again above others' headlines
        if rest != text:
            changes.append(Change(line.number, "chrome", line.text, rest))
        if rest:
            if gap or rest != text:
                below_end = below_end or line.below_end
                below_frame = below_frame or line.below_frame
                below = (below_site, below_frame, below_end, len(frame.pages) > pages)
                line = Line(line.number, rest, line.indented, line.gap or gap, *below)
            kept.append(line)
            gap = below_site = below_frame = below_end = False
            pages = len(frame.pages)
        else:
            gap = below_end = True
            below_site = below_site or len(frame.site_dates) + len(frame.facts) > told
            told = len(frame.site_dates) + len(frame.facts)
            if is_place(fold(line.text)):
                below_frame = True
                _drop_menu(kept, changes)
    _forget_page_clock(frame)
    return _without_name(kept, frame, changes), frame, changes, findings


def _speaks_to_readers(text: str, above: str) -> bool:
    """Whether a line speaks to whoever reads the page (您可通过以下方式与我们沟通), which no report does outside of what it quotes."""
    if "您" not in text or len(text) > LONGEST_NOTICE or "。" not in above:
        return False
    return "您" in QUOTED.sub("", text) and not DAY_FIRST.match(fold(text))


def _is_lone(lines: list[Line], i: int, above: str) -> bool:
    """Whether a line is the half of a bracket that nothing opened, or a column's name between two reports."""
    text = lines[i].text
    if text in ("）", ")"):
        return above.count("（") + above.count("(") <= above.count("）") + above.count(")")
    if i + 1 == len(lines) or above[-1] not in "。！？”）)" or not COLUMN.fullmatch(fold(text)):
        return False
    return DAY_FIRST.match(fold(lines[i + 1].text)) is not None


def _names_a_paper(lines: list[Line], i: int) -> bool:
    """Whether a line is the name of a paper above its day, below another page: 青石日报 / 2020年3月5日 / 第01版：要闻."""
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    return (
        len(below) < LONGEST_DAY
        and FULL_DATE.match(below) is not None
        and PAPER.fullmatch(fold(lines[i].text)) is not None
    )


def _headline_of_place(text: str) -> str:
    """The headline that stands behind a page's place (首页 > 要闻 > 高远检查防汛工作); empty where none does."""
    last = BEHIND_PLACE.sub("", CRUMBS.split(text)[-1].strip())
    folded = fold(last)
    is_head = len(last) >= SHORTEST_HEADLINE and not is_menu(folded) and not is_frame(folded)
    return last if is_head and not SITE_NAME.fullmatch(folded) and not COLUMN_NAME.search(folded) else ""


def _forget_page_clock(frame: Frame) -> None:
    """A date with its weekday above the day of publication, and after it, tells when somebody looked at the page."""
    masthead = frame.masthead
    if masthead.date and not (masthead.number or masthead.total):
        below = [day for line, day in frame.site_dates if line > masthead.line]
        if below and max(below) < masthead.date:
            frame.masthead = Masthead()


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


def _without_menu(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """(lines, menu): what stands above a web page's place; a headline stays where none stands below that line."""
    top = _above_place(lines)
    menu, below = lines[:top], lines[top + 1 :]
    if menu and not _head_first(below):
        heads = [line for line in menu if _may_be_head(line)][-1:]
        return heads + lines[top:], [line for line in menu if line not in heads]
    return lines[top:], menu


def _head_first(lines: list[Line]) -> bool:
    """Whether the first line that is no frame may be a headline rather than a report's text."""
    for line in lines[:AHEAD]:
        text = fold(line.text)
        if not (is_frame(text) or read_site_line(line, Frame()) or read_masthead(line, Frame(), "", [])):
            return "。" not in text
    return False


def _may_be_head(line: Line) -> bool:
    text = fold(line.text)
    return len(text) >= SHORTEST_HEAD and not (is_menu(text) or is_frame(text) or SITE_NAME.fullmatch(text))


def _drop_menu(kept: list[Line], changes: list[Change]) -> None:
    """Take the site's name and menu from above the line of a further page's place."""
    while kept and (is_menu(kept[-1].text) or SITE_NAME.fullmatch(kept[-1].text)):
        changes.append(Change(kept[-1].number, "chrome", kept[-1].text, ""))
        kept.pop()


def _heads_report(lines: list[Line], i: int) -> bool:
    """Whether the next report's headline stands here: a text follows, with only lines of the frame between."""
    if len(lines[i].text) > LONGEST_RELATED or is_frame(fold(lines[i].text)):
        return False
    if "。" in lines[i].text and lines[i].text.endswith(EXCERPT_ENDS):
        return False  # another report's first words
    if i + 1 < len(lines) and read_site_line(lines[i + 1], Frame()):
        return True
    begin = fold(lines[i].text[:SHORTEST_HEADLINE])
    for line in lines[i + 1 : i + 1 + AHEAD]:
        text = fold(line.text)
        if "。" in text and (len(text) > LONGEST_RELATED or DAY_FIRST.match(text) or text.startswith(begin)):
            return not text.endswith(EXCERPT_ENDS)
        day = read_masthead(line, Frame(), "", [])
        if not (day or is_frame(text) or read_site_line(line, Frame()) or SOURCE.match(text)):
            break
    return False


def _is_above_headline(lines: list[Line], i: int) -> bool:
    """Whether a line below a blank one stands close above the next report's headline: its kicker, no headline of others."""
    if not lines[i].gap or i + 1 == len(lines) or lines[i + 1].gap:
        return False
    return len(lines[i].text) <= LONGEST_RELATED and not is_frame(fold(lines[i].text)) and _heads_report(lines, i + 1)


def _without_name(lines: list[Line], frame: Frame, changes: list[Change]) -> list[Line]:
    """Without the paper's name above its masthead: short lines at the very top of a file."""
    top = 0
    below = next((i for i, line in enumerate(lines[:4]) if line.number > frame.masthead.line), 0)
    if frame.masthead.line and not _head_first(lines[below:]):
        return lines  # what stands above the date is the headline
    text = next((line.number for line in lines if "。" in line.text), 0)
    above = (
        frame.masthead.line if frame.masthead.line < text else 0
    )  # a date below a text tells nothing of its headline
    while top < min(3, len(lines)) and (
        (lines[top].number < above and len(lines[top].text) <= LONGEST_NAME)
        or _is_site_name(lines, top)
        or _is_account(lines, top, changes)
        or _is_paper(lines, top, changes)
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
    return named and len(text) <= LONGEST_NAME and _head_first(lines[i + 1 :])


def _is_paper(lines: list[Line], i: int, changes: list[Change]) -> bool:
    """Whether a line at the top is the name of a paper, with nothing but its day below it."""
    number = lines[i].number
    return PAPER.fullmatch(fold(lines[i].text)) is not None and any(
        number < change.line <= number + 2 and FULL_DATE.match(change.before) and len(change.before) < LONGEST_DAY
        for change in changes[:MENU]
    )


def _is_site_name(lines: list[Line], i: int) -> bool:
    """Whether a line is the name of the site, with a headline below it."""
    return SITE_NAME.fullmatch(fold(lines[i].text)) is not None and _head_first(lines[i + 1 :])


def _is_row_of_links(text: str) -> bool:
    """Whether a line is several headlines with spaces between, none of which is a sentence."""
    return "。" not in text and text.count(" ") >= FEWEST_LINKS and "，" in text


def _one_line(line: Line, frame: Frame, path: str, findings: list[Finding], related: bool) -> tuple[str, bool]:
    """What is left of a line (all or nothing), and whether headlines of other reports follow."""
    text, printed = fold(line.text), line.text
    if text[0] in "图视" and (placeholder := PLACEHOLDER.match(text)):
        return line.text[placeholder.end() :], False
    mended = line
    if len(text) <= LONGEST_MENDED and ("(" in text or "（" in text):
        printed = without_pinyin(printed) or printed
        text = fold(printed)
        mended = line._replace(text=printed)
    if "。" in text and not related and not is_mirror_slogan(text) and has_words(text):
        return _without_residue(line.text), False  # a sentence belongs to no frame
    if text[0] in "上下" and text[-1] in "0123456789日" and read_day_of_page(line, frame):
        return "", related
    if len(text) <= 90 and (match := RELATED.match(text)):
        controls = " " in text and is_controls(text)
        announces = (not controls and match.end() == len(text)) or (
            match.end() < len(text) and is_frame(text[match.end() :]) and not NEIGHBOUR.match(text)
        )
        return "", related or announces
    if is_place(text):
        return "", False
    excerpt = len(text) > LONGEST_RELATED and (text.endswith(EXCERPT_ENDS) or _is_row_of_links(text))
    if related and (excerpt or (len(text) <= LONGEST_RELATED and not text.endswith("。"))) and not text.startswith("#"):
        return "", True
    if text.startswith(("标题：", "题目：", "【标题】")) and (labelled := LABELLED_HEAD.fullmatch(text)):
        return printed[labelled.start("head") :], False
    if original := ORIGINAL.match(text):
        frame.facts.append((line.number, "原标题", printed[original.start("title") : original.end("title")]))
        return "", False
    if "版" in text and (page := PAGE.match(text.lstrip("# "))):
        frame.pages.append((line.number, digits(page["page"]), page["name"] or ""))
        return "", False
    if read_masthead(mended, frame, path, findings) or read_site_line(mended, frame) or is_frame(text):
        return "", related
    return line.text, False
