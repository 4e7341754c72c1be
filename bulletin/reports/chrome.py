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
from bulletin.reports.counted import counted_parts, is_counted
from bulletin.reports.cut_fields import cut_fields
from bulletin.reports.dates import number as digits
from bulletin.reports.frame import CLOCK, ORIGINAL, PAGE, Frame, read_day_of_page, read_masthead
from bulletin.reports.keywords import without_keywords
from bulletin.reports.kinds import ITEM
from bulletin.reports.lines import Line
from bulletin.reports.menus import COLUMN_NAME, without_menu_words
from bulletin.reports.mirrors import is_mirror_slogan, may_be_mirror
from bulletin.reports.neighbours import BRIEFS
from bulletin.reports.page_title import without_headline_behind_dateline, without_page_title, without_summaries
from bulletin.reports.page_top import (
    AHEAD,
    MENU,
    drop_menu,
    drop_top,
    head_first,
    headline_of_place,
    names_a_paper,
    without_menu,
    without_name,
)
from bulletin.reports.related import (
    DAY_FIRST,
    EXCERPT_ENDS,
    LONGEST_RELATED,
    announces_others,
    ends_list,
    heads_report,
    is_above_headline,
    is_row_of_links,
    stands_among_others,
)
from bulletin.reports.replies import without_replies
from bulletin.reports.residue import trim
from bulletin.reports.site_lines import read_site_line
from bulletin.reports.watermarks import without_watermarks
from bulletin.reports.webpage import has_words, is_frame

REACHED_BY = (
    "(?:联系|咨询|新闻|投稿|监督|值班|业务|(?:违法)?(?:和|及)?(?:不良)?(?:信息)?举报)?(?:电话|热线|邮箱|传真|邮编"
    "|邮政编码)[：:][ ]*[0-9A-Za-z@._ 、/()（）-]{6,60}"
)
CONTACT_LINE = pattern(
    f"^{REACHED_BY}(?:[，；]{REACHED_BY}){{0,3}}$|^(?:单位|办公|通讯|联系)?地址[：:][^，。]{{4,40}}$"
)
ACCOUNT_AND_DAY = pattern(
    f"(?P<account>[{HAN}]{{3,12}}?)[ \u3000]*(?:19|20)[0-9]{{2}}[年/.-][0-9]{{1,2}}[月/.-][0-9]{{1,2}}"
)
"""Who published a page, and when: 青石园林2032-10-27 16:57."""
LONGEST_MENDED = 240
PLACEHOLDER = pattern("(?:图片|视频)[ \u3000]*(?=[▲△▼◆↑])")
"""What a picture leaves of itself when a page is copied, before its caption."""
COLUMN = pattern(f"[{HAN}]{{2,4}}(?:新闻|要闻|动态|快讯|简讯|资讯|时讯)")
WIRE = pattern("本[报网台][^，。]{0,8}讯[^…]+[^…。]$")
"""The first line of a report whose lines are wrapped."""
LABELLED_HEAD = pattern("(?:[标题][题目]：|【标题】[=：]?)[ ]*(?P<head>[^。]{6,45})")
LONGEST_COLUMN, LONGEST_PAPER, LONGEST_NOTICE, QUOTED = 6, 12, 100, pattern("“[^”]*”?")
END_OF_ARTICLE, RULE = pattern("/?enpproperty|[0-9] [^ ]{2,12} [a-z]+_?[0-9]+\\.html? [0-9]"), "———"
"""How an e-paper ends the file of an article; what stands for it among the lines."""
IN_CHINESE = pattern(f"[{HAN}]")
RESIDUE, MORE_RESIDUE = frozenset("|｜0123456789①②③④⑤⑥⑦⑧⑨⑩"), frozenset(" ⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
RESIDUES = pattern("(?<=[。！？”）)])[ \u3000]*(?:[|｜][ |｜]*|[①-⑳][0-9]{0,2})$")
"""What a table leaves behind its last cell, and the number of a layout's column behind a report (②5)."""


def _without_residue(text: str) -> str:
    return RESIDUES.sub("", text) if text[-1] in RESIDUE or text[-1] in MORE_RESIDUE else text


def take_chrome(lines: list[Line], path: str) -> tuple[list[Line], Frame, list[Change], list[Finding]]:
    """Part the lines of reports from their frame."""
    lines, changes = _without_parts(lines)
    sieve = _Sieve(lines, path, changes)
    for i in range(len(lines)):
        sieve.take(i)
    _forget_page_clock(sieve.frame)
    sieve.frame.site_dates = sieve.frame.site_dates or sieve.frame.stored
    return without_name(sieve.kept, sieve.frame, changes), sieve.frame, changes, sieve.findings


class _Sieve:
    """Goes through the lines of a file; keeps those of reports, and with each what of the frame stood directly above it."""

    def __init__(self, lines: list[Line], path: str, changes: list[Change]) -> None:
        self.lines, self.path, self.changes = lines, path, changes
        self.frame, self.kept, self.findings = Frame(), list[Line](), list[Finding]()
        self.last = max((i for i, line in enumerate(lines) if "。" in line.text), default=0)
        """The last text."""
        self.texts = [line.text for line in lines]
        self.counted = counted_parts(self.texts)
        """Where figures count the parts of one report."""
        self.related = False
        """Whether headlines of other reports stand here."""
        self.accounts: set[str] = set()
        """Who published the page."""
        self.clocks: set[str] = set()
        self.gap = self.below_site = self.below_frame = self.below_end = False
        self.facts = self.pages = 0
        """What the frame told above the line kept last."""

    def take(self, i: int) -> None:
        line = self.lines[i]
        rest = self._rest(i)
        if rest != line.text:
            self.changes.append(Change(line.number, "chrome", line.text, rest))
        if rest:
            self._keep(line, rest)
        else:
            self._drop(i)

    def _rest(self, i: int) -> str:
        """What of a line is a report's: all, a part, or nothing."""
        line = self.lines[i]
        text = line.text
        if self.related and self._begins_a_report(i):
            self.related = False
        if "。" in text and not self.related and not may_be_mirror(text) and has_words(text):
            rest = _without_residue(text) if text[-1] in RESIDUE else text  # a sentence belongs to no frame
        elif i in self.counted and is_counted(self.texts, i) and not self.related:
            rest = text
        elif self.related and stands_among_others(self.lines, i):
            rest = ""
        else:
            rest, self.related = _one_line(line, self.frame, self.path, self.findings, self.related)
        if rest and (self._belongs_to_the_page(i) or text in self.accounts):
            rest = ""
        if not rest and (account := ACCOUNT_AND_DAY.match(text)):
            self.accounts.add(account["account"])
        if not rest and is_place(fold(text)) and not head_first(self.lines[i + 1 :]):
            rest = headline_of_place(text)
        if not rest and CLOCK.search(text):
            self.related = self.related or (text in self.clocks and any("。" in k.text for k in self.kept[-AHEAD:]))
            self.clocks.add(text)  # below its text a page's clock comes again above others' headlines
        return rest

    def _begins_a_report(self, i: int) -> bool:
        """Whether headlines of other reports end above a line."""
        line = self.lines[i]
        if heads_report(self.lines, i):
            return not ends_list(self.lines, i)
        if is_above_headline(self.lines, i):
            return True
        return line.gap and WIRE.match(fold(line.text)) is not None

    def _belongs_to_the_page(self, i: int) -> bool:
        """Whether a line is no report's, by its place."""
        if _names_signed_briefs(self.lines, i):
            return False
        if self.kept and _is_of_the_page(self.lines, i, self.kept[-1].text, self.last, self.below_end):
            return not self._heads_items(i)
        text = self.lines[i].text
        if not (self.below_frame or self.below_site) or len(text) > LONGEST_COLUMN or self._heads_items(i):
            return False
        return COLUMN_NAME.search(fold(text)) is not None  # 首页 / 政务公开 / 政务动态, a line each

    def _heads_items(self, i: int) -> bool:
        """Whether the next line with a word of Chinese is an item: 要闻简报 / ●4月15日，…."""
        below = next((line.text for line in self.lines[i + 1 : i + AHEAD] if IN_CHINESE.search(line.text)), "")
        return ITEM.match(below) is not None

    def _keep(self, line: Line, rest: str) -> None:
        if self.gap or rest != line.text:
            below_end = self.below_end or line.below_end
            below_frame = self.below_frame or line.below_frame
            below = (self.below_site, below_frame, below_end, len(self.frame.pages) > self.pages)
            line = Line(line.number, rest, line.indented, line.gap or self.gap, *below)
        self.kept.append(line)
        self.gap = self.below_site = self.below_frame = self.below_end = False
        self.pages = len(self.frame.pages)

    def _drop(self, i: int) -> None:
        line = self.lines[i]
        if self.kept and END_OF_ARTICLE.search(line.text):
            self.kept.append(Line(line.number, RULE))
        self.gap = self.below_end = True
        told = len(self.frame.site_dates) + len(self.frame.facts)
        self.below_site = self.below_site or told > self.facts
        self.facts = told
        if is_place(fold(line.text)):
            self.below_frame = True
            drop_menu(self.kept, self.changes)
            drop_top(self.kept, self.changes, self.lines[i + 1 : i + 1 + MENU])


def _without_parts(lines: list[Line]) -> tuple[list[Line], list[Change]]:
    """Without what shows by more lines than one: summaries, replies, menus, a page's title; fields are cut from texts."""
    lines, summaries = without_summaries(lines)
    lines, again = without_headline_behind_dateline(lines)
    lines, replies = without_replies(lines)
    lines, marks = without_watermarks(lines)
    lines, changes = trim(lines)
    changes = marks + changes
    changes.extend(again)
    lines = cut_fields(lines)
    lines, briefs = without_brief_frames(lines)
    lines, words = without_menu_words(lines)
    lines, titles = without_page_title(lines)
    lines, menu = without_menu(lines)
    lines, keywords = without_keywords(lines)
    menu = briefs + words + titles + menu + keywords + summaries + replies
    changes.extend(Change(line.number, "chrome", line.text, "") for line in menu)
    return lines, changes


def _names_signed_briefs(lines: list[Line], i: int) -> bool:
    """Whether a line is the name of a digest above an item that its writer signed: 一句话新闻."""
    if i + 1 == len(lines) or lines[i + 1].text[-1] not in "）)" or "。" not in lines[i + 1].text:
        return False
    return BRIEFS.fullmatch(fold(lines[i].text)) is not None


def _is_of_the_page(lines: list[Line], i: int, above: str, last: int, below_end: bool) -> bool:
    """Whether a line below others (`above`) is no report's, by its place: `last` is the last text, `below_end` is below a frame."""
    text = lines[i].text
    if i > last and LABELLED_HEAD.fullmatch(fold(text)):
        return True  # 标题：… below the last text is a field of the page
    if below_end and (CONTACT_LINE.match(fold(text)) or _speaks_to_readers(text, above)):
        return True  # below what it says of itself
    if len(text) <= LONGEST_COLUMN and _is_lone(lines, i, above):
        return True
    return len(text) <= LONGEST_PAPER and names_a_paper(lines, i)


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


def _forget_page_clock(frame: Frame) -> None:
    """A date with its weekday above the day of publication, and after it, tells when somebody looked at the page."""
    masthead = frame.masthead
    if masthead.date and not (masthead.number or masthead.total):
        below = [day for line, day in frame.site_dates if line > masthead.line]
        if below and max(below) < masthead.date:
            frame.masthead = Masthead()


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
    if (announces := announces_others(text)) is not None:
        return "", related or announces
    if is_place(text):
        return "", False
    excerpt = len(text) > LONGEST_RELATED and (text.endswith(EXCERPT_ENDS) or is_row_of_links(text))
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
