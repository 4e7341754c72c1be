"""What surrounds a report and is no part of it: mastheads, e-paper lines, the frame of a web page.

Lines are taken out, never lost: each is recorded as a change of kind `chrome`, and what they tell (the issue's date and
numbers, source, author, editor) is kept. Headlines of other reports (相关文章 …) go with the line that announces them.
"""

import re
from bisect import bisect_left, bisect_right
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from bulletin.findings import Finding, Place, find
from bulletin.model import Change, Masthead
from bulletin.people.fold import fold
from bulletin.reports.cleanup import HAN
from bulletin.reports.lines import Line

DATE = "(?P<year>(?:19|20)[0-9]{2})[年/.-](?P<month>[0-9]{1,2})[月/.-](?P<day>[0-9]{1,2})日?"
FULL_DATE = re.compile(DATE)
WEEKDAY = re.compile("(?:星期|周|礼拜)(?P<day>[一二三四五六日天])")
NUMBER = re.compile("(?<!总)第[ ]*(?P<number>[0-9]{1,5})[ ]*期")
TOTAL = re.compile("总第?[ ]*(?P<total>[0-9]{1,6})[ ]*期")
MASTHEAD = re.compile(f"^(?:[{HAN}《》“”A-Za-z0-9·|丨*＊：: >＞]{{0,30}}?)[ ]*(?<![0-9]){DATE}(?P<rest>.{{0,70}})$")
CLOCK = re.compile("[0-9]{1,2}[:：][0-9]{2}")
SITE_LINE = re.compile(
    "(?:发布时间|发布日期|发表时间|更新时间|时间|日期|来源|稿源|作者|编辑|发布者|发布人|发布单位|信息来源|文章来源|阅读|点击|浏览|访问|字号|字体|责任编辑|审核|审核人)人?[次数量]{0,2}[：:]"
)
CHROME = re.compile(
    f"^[•·▪◦>＞»：: ]*(?:首页|您?(?:的|当前)?位置|您?当前位置|你所在的位置|当前的?位置|所在位置)[ ]*(?:[>＞»：:›]|-)|^[{HAN}]{{2,6}}(?:[ ]*[>＞»›]{{1,2}}[ ]*[{HAN}]{{2,12}}){{1,5}}[ ]*[>＞»›]{{0,2}}$"
    "|^【?[ ]*字[体号][：: ]|^[（(]?(?:大|中|小)(?:[ \u3000]+(?:大|中|小)){1,2}[）)]?$|^分享(?:到|至)|^[【\\[](?:打印|关闭)[】\\]]|^【?打印(?:本?[页文]|正文|此[页文]|内容)|^(?:现在|当前|系统|北京)时间[：:]|^[-－–—|｜]{1,6}$|^楼主$|^[0-9]{1,2}-[0-9]{1,2}[ ]+[0-9]{1,2}:[0-9]{2}$|^[0-9]{1,6}$|^(?:网站)?首页(?:[ ]+[\u4e00-\u9fff]{2,6}){1,8}$|^第?[0-9]+[ ]*期[ ]*[/|｜>＞»]|^返回$|^Powered by|^!\\[\\]\\(|^[^。，]{0,14}版权所有|^扫码|^ID[：:]|^当前版[：:]|^(?:访问|浏览|阅读|点击)(?:量|次数|人次)?[：:][ ]*$|^标题[：:]|^下载附件|^本(?:篇)?文章?.{0,4}[0-9]+字，|^地址[：:][ ]*https?:|^您是第[0-9]+位访[客问]|^欢迎(?:访问|光临)|^【?(?:打印|关闭)(?:本?页|窗口)|^扫一扫|^版权所有|^Copyright|^©"
    "|^(?:关于|联系)我们|^[A-Za-z] 编辑[：:].*责任编辑|^[A-Za-z][A-Za-z .,_/|-]{0,30}$|^[?？\ufffd•·|]{1,4}$|^(?:网友|发表)评论|^(?:点赞|在看|收藏|评论|分享)(?:[0-9 |/·（(]|$)|^返回(?:顶部|首页|列表)|^点击(?:查看|进入|下载)"
    "|^(?:阅读|点击|浏览|访问)(?:次?数|量|次)?[：: ]*[0-9]+[次]?$|^第[0-9]{1,2}版[：: ]|^第[0-9A-Z]{1,3}版$|^[A-Z]?0[0-9][版]?[：: ].{1,8}$|^国内统一刊号|^(?:CN|ISSN)[0-9 -]|^邮发代号|^第[0-9]+期[ ]*[>＞»]|^[上下]一版|^本期共[0-9]+版|^PDF|^<!--|^/?enpproperty"
    "|^https?://[^ ]+$|^ICP备|^[^。]{0,8}ICP备|^主办(?:单位)?[：:]|^承办(?:单位)?[：:]|^技术支持[：:]|^电话[：:]|^(?:官方)?(?:微信|微博)(?:公众号)?[：:]|^(?:原标题|网站标题)[：:]|^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]+ [0-9]+ "
    "|^(?:发布时间|发布日期|发表时间|更新时间|来源|作者|编辑|日期|时间|字号|字体|浏览次数)[：:][ ]*$|^[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}[ ]+[0-9:]+$"
    "|^长按(?:识别|图片|二维码|上图|下方|关注)|^识别(?:图中|二维码|下方)|^关注我们|^阅读原文|^来都来了|^免责声明"
)
CHROME_INSIDE = re.compile(
    "\\.(?:jpe?g|png|gif|bmp)[ ]*[（(][0-9.]+[ ]?[KM]B|【关闭(?:本?页|窗口)】|-->|content_[0-9]+\\.s?html?"
)
"""What makes a line chrome wherever it stands in it; `CHROME` asks about its beginning."""
PLACE_LINE = re.compile(
    "^(?:您|你|您的|现在|当前|目前|所在|的|在){0,4}位置(?:是)?[ ]*[：:>＞»]|^(?:[\u4e00-\u9fff]{2,12}网?[ ]*)?首页[ ]*[>＞»›|丨·-]"
)
PAPER_LINE = re.compile(
    "主管主办|主管[ \u3000].*主办|准印证|内部资料|免费交流|国内统一|刊号[：: ]|邮发代号|零售价|今日[0-9一二三四五六七八]+版|本报地址|新闻热线|投稿邮箱|广告热线|印刷[：:]|^社长[：:]"
    "|责任编辑[：:].*电话|备案号|公网安备|网站标识码|违法和不良信息|许可证(?:编号|号)?[：:]|地址[：:].{2,30}邮编"
)
AD = re.compile(
    "^AD[ ]|^[〖【\\[（(<《]?(?:广告|推广|赞助)[〗】\\]）)>》：:]|^热搜词?[：:]|^本(?:文|站)(?:内容)?(?:来源于|转载自|来自|由)(?:网络|互联网)|^手机(?:用户|阅读|版阅读)请|^(?:相关搜索|关键词|标签|热门搜索|特别声明)[：:]"
)
AD_INSIDE = re.compile(
    "关注.{0,8}(?:公众号|微信号|视频号)[。！]?$|请勿用于商业|转载请注明|请记住本站|最新网址|本站域名"
)
WEAK_AD = re.compile(
    "收藏本站|加入书签|免费(?:领取|下载|试用|送货)|点击(?:这里|此处|购买|领取|咨询)|加(?:微信|QQ|群)|猜你想看|广告位|为您推荐|小说(?:网|阅读)|扫描?(?:上方|下方|左侧|右侧)?二维码"
)
SENTENCE = re.compile("[。！？][”’）)]?$|。.")
MENU, LONGEST_MENU, LONGEST_NOTICE = 12, 30, 300
OUTLET = re.compile(f"[{HAN}]{{2,14}}(?:网|报|台|社|客户端|中心|发布|在线)")
MIRROR_SLOGAN = re.compile(
    "^[^，。]{2,8}新闻[，,](?:新鲜有料|弘扬社会正气)。|^(?:特别|郑重|版权|免责)?声明[：:]|^本文(?:系|为|由)[^，。]{0,12}(?:转载|转自|整理|原创)|^Notice: "
    "|(?:文章)?版权归原作者(?:所有)?|未经许可[，,]?不得转载|如(?:有|涉及)[^。]{0,16}(?:侵权|版权)[^。]{0,24}联系"
)
"""Sentences that a mirror site puts below a text."""
MIRROR_WORDS = ("新闻", "声明", "本文", "Notice", "版权", "转载", "侵权")
"""One of these stands in each of them."""
RELATED = re.compile(
    "^[【\\[•·▪ ]*(?:相关(?:文章|新闻|阅读|链接|报道|推荐)|热点(?:新闻|推荐|文章|专题)|(?:点击|阅读|新闻|热点)排行|新闻推荐|推荐阅读|热门(?:新闻|推荐|文章)|猜你喜欢|延伸阅读|更多(?:新闻|阅读)|最新(?:新闻|文章)|精彩推荐|上一[条篇]|下一[条篇])(?:[】\\]：:»>]+[ ]*|[ \u3000]+|$)"
)
FACT = re.compile(
    "(?P<key>来源|稿源|信息来源|文章来源|稿件来源|作者|编辑|责任编辑|审核|审核人)[：:][ ]*(?!发布(?:时间|日期)|加入收藏|收藏|打印|关闭|字[号体]|时间|日期|作者|编辑|浏览|阅读|点击)(?P<value>[^ 　：:|｜【\\[（(]{2,30}?)"
    "(?=[ 　：:|｜【\\[（(]|$|(?:发布时间|发布日期|发表时间|更新时间|时间|日期|作者|编辑|责任编辑|审核|浏览|阅读|点击)[：:次])"
)
PAGE = re.compile(f"^第?[ ]*(?P<page>[0-9]{{1,2}})[ ]*版[：: ·]*(?P<name>[{HAN}]{{2,8}})?$")
ORIGINAL = re.compile("^(?:原标题|网站标题)[：:][ ]*(?P<title>.+)$")


@dataclass(slots=True)
class Frame:
    """What the lines that were taken out tell. `facts` are (line, key, value) of site lines."""

    masthead: Masthead = Masthead()
    facts: list[tuple[int, str, str]] = field(default_factory=list)
    pages: list[tuple[int, int, str]] = field(default_factory=list)
    """(line, number, name) of print-page lines."""
    site_dates: list[tuple[int, date]] = field(default_factory=list)

    def date_near(self, first: int, last: int) -> date | None:
        """The first date of a site line from line `first` to `last`."""
        at = bisect_left(self.site_dates, first, key=lambda pair: pair[0])
        return self.site_dates[at][1] if at < len(self.site_dates) and self.site_dates[at][0] <= last else None

    def facts_between(self, first: int, last: int) -> list[tuple[str, str]]:
        """(key, value) of the site lines from line `first` to `last`."""
        begin = bisect_left(self.facts, first, key=lambda fact: fact[0])
        end = bisect_right(self.facts, last, key=lambda fact: fact[0])
        return [(key, value) for _, key, value in self.facts[begin:end]]

    def first_opening(self, first: int, last: int) -> int:
        """The line from `first` to `last` where the site lines of the next report begin; 0 where there is none."""
        at = bisect_left(self.site_dates, first, key=lambda pair: pair[0])
        if at < len(self.site_dates) and self.site_dates[at][0] <= last:
            return self.site_dates[at][0]
        begin = bisect_left(self.facts, first, key=lambda fact: fact[0])
        return next((line for line, key, _ in self.facts[begin : begin + 4] if "来源" in key and line <= last), 0)

    def page_above(self, line: int) -> int:
        """The print page that the last page line above `line` names; 0 for none."""
        at = bisect_right(self.pages, line, key=lambda page: page[0])
        return self.pages[at - 1][1] if at else 0


def take_chrome(lines: list[Line], path: str) -> tuple[list[Line], Frame, list[Change], list[Finding]]:
    """Part the lines of reports from their frame."""
    frame, kept = Frame(), list[Line]()
    changes: list[Change] = []
    findings: list[Finding] = []
    related, gap, below_site, below_frame, told = False, False, False, False, 0
    top = _above_place(lines)
    changes.extend(Change(line.number, "chrome", line.text, "") for line in lines[:top])
    lines = lines[top:]
    for i, line in enumerate(lines):
        if related and len(line.text) <= 50 and i + 1 < len(lines) and _opens_report(lines[i + 1].text):
            related = False  # the next report's headline stands here
        rest, related = _one_line(line, frame, path, findings, i, related)
        if rest != line.text:
            changes.append(Change(line.number, "chrome", line.text, rest))
        if rest:
            if gap or rest != line.text:
                line = Line(line.number, rest, line.indented, line.gap or gap, below_site, below_frame)
            kept.append(line)
            gap = below_site = below_frame = False
        else:
            gap = True
            below_site = below_site or len(frame.site_dates) + len(frame.facts) > told
            told = len(frame.site_dates) + len(frame.facts)
            below_frame = below_frame or bool(PLACE_LINE.search(fold(line.text)))
    _forget_page_clock(frame)
    return _without_name(kept, frame, changes), frame, changes, findings


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
        if PLACE_LINE.search(fold(line.text)):
            return i
        if len(line.text) > LONGEST_MENU or "。" in line.text or line.text.startswith("#"):
            break
    return 0


def _opens_report(text: str) -> bool:
    return len(text) > 50 and "。" in text and not text.endswith("…")


def _without_name(lines: list[Line], frame: Frame, changes: list[Change]) -> list[Line]:
    """Without the paper's name above its masthead: short lines at the very top of a file."""
    top = 0
    while top < min(3, len(lines)) and lines[top].number < frame.masthead.line and len(lines[top].text) <= 12:
        changes.append(Change(lines[top].number, "chrome", lines[top].text, ""))
        top += 1
    return lines[top:]


def _one_line(line: Line, frame: Frame, path: str, findings: list[Finding], i: int, related: bool) -> tuple[str, bool]:
    """What is left of a line (all, a part, nothing), and whether headlines of other reports follow."""
    text = fold(line.text)
    if "。" in text and not related and not _is_mirror_slogan(text):
        return line.text, False  # a sentence belongs to no frame
    if RELATED.match(text) and len(text) <= 90:
        announces = not RELATED.sub("", text)
        return "", announces
    excerpt = text.endswith("…") and len(text) > 50
    if related and (excerpt or (len(text) <= 50 and not text.endswith("。"))) and not text.startswith("#"):
        return "", True
    if original := ORIGINAL.match(text):
        frame.facts.append((line.number, "原标题", line.text[original.start("title") :]))
        return "", False
    if page := PAGE.match(text.lstrip("# ")):
        frame.pages.append((line.number, int(page["page"]), page["name"] or ""))
        return "", False
    if _masthead(line, frame, path, findings):
        return "", False
    if _site_line(line, frame):
        return "", False
    if (
        (len(text) <= 120 and _is_frame(text))
        or (text.count("|") > 2 and "。" not in text)
        or (len(text) <= LONGEST_NOTICE and _is_mirror_slogan(text))
    ):
        return "", False
    return line.text, False


def _is_mirror_slogan(text: str) -> bool:
    return any(word in text for word in MIRROR_WORDS) and bool(MIRROR_SLOGAN.search(text))


def _is_frame(text: str) -> bool:
    """A line of the frame: of a web page, of an e-paper, or advertising that a mirror site put in; never a sentence."""
    if SENTENCE.search(text):
        return _is_mirror_slogan(text)
    if CHROME.match(text) or CHROME_INSIDE.search(text) or PLACE_LINE.match(text):
        return True
    if AD.match(text) or AD_INSIDE.search(text) or (len(text) <= 90 and PAPER_LINE.search(text)):
        return True
    return len(text) <= 40 and "，" not in text and bool(WEAK_AD.search(text))


def _masthead(line: Line, frame: Frame, path: str, findings: list[Finding]) -> bool:
    """A masthead or date line: a full date with a weekday or issue numbers, and no sentence."""
    text = line.text.lstrip("# ").replace("\u3000", " ")
    match = MASTHEAD.match(text)
    number, total = NUMBER.search(text), TOTAL.search(text)
    if SITE_LINE.search(fold(text)) and not (number or total):
        return False
    if not match:
        bare = number and len(text) <= 30 and not re.search("[，。]", text) and frame.masthead.line
        if bare and number:
            frame.masthead = replace(
                frame.masthead, number=int(number["number"]), total=int(total["total"]) if total else 0
            )
        return bool(bare)
    weekday = WEEKDAY.search(text)
    rest = re.sub(r"[0-9:： ]+|星期.|周.|农历.{2,10}|第|总|期|版|今日|[A-Z]|出版|/", "", match["rest"])
    outlet = CLOCK.search(match["rest"]) and OUTLET.fullmatch(rest)
    if re.search("[，。；]", text) or not (weekday or number or total or outlet or len(rest) <= 2):
        return False
    if outlet:
        frame.facts.append((line.number, "来源", rest))
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        at = match.start("year")
        findings.append(
            find("date-odd", Place(path, line.number, at + 1, line.text, 10), text=match[0][at : match.end("day")])
        )
        return False
    if weekday and "一二三四五六日".find(weekday["day"].replace("天", "日")) != day.weekday():
        right, printed = "星期" + "一二三四五六日"[day.weekday()], weekday[0]
        findings.append(
            find(
                "weekday-wrong",
                Place(path, line.number, line.text.find(printed) + 1, line.text, 3),
                date=day,
                right=right,
                printed=printed,
            )
        )
    if CLOCK.search(match["rest"]) and weekday and not (number or total):
        return True  # the hour at which somebody looked at a web page
    is_masthead = bool(weekday or number or total)
    if is_masthead and not frame.masthead.date:
        frame.masthead = Masthead(
            day, int(number["number"]) if number else 0, int(total["total"]) if total else 0, line.number
        )
    elif not is_masthead:
        frame.site_dates.append((line.number, day))
    return True


def _site_line(line: Line, frame: Frame) -> bool:
    """发布时间：… 来源：… 浏览次数：…: at least two such words, or one with a date and nothing else."""
    text = fold(line.text)
    words = SITE_LINE.findall(text)
    found = FULL_DATE.search(text)
    if not (words or (found and "http" in text)) or len(text) > 160 or "。" in text:
        return False
    if len(words) < 2 and not (found and (len(text) <= 40 or "http" in text)):
        return False
    if not found and not re.search("时间|日期|阅读|点击|浏览|访问|字[体号]|来源|发布", text):
        return False
    if found:
        with suppress(ValueError):
            frame.site_dates.append((line.number, date(int(found["year"]), int(found["month"]), int(found["day"]))))
    for fact in FACT.finditer(text):
        frame.facts.append((line.number, fact["key"], line.text[fact.start("value") : fact.end("value")]))
    return True
