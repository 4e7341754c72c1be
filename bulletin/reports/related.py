"""Headlines of other reports (相关文章 …) on a report's page, and where the next report begins below them.

In comes a line, or the lines of a file with the place of one; out goes whether headlines of others begin with it, or a report there.
"""

from bulletin.patterns import one_of, pattern
from bulletin.people.fold import fold
from bulletin.reports.controls import is_controls
from bulletin.reports.frame import Frame, read_masthead
from bulletin.reports.kinds import SOURCE, is_dateline
from bulletin.reports.lines import Line
from bulletin.reports.mirrors import is_mirror_slogan, may_be_mirror
from bulletin.reports.page_top import AHEAD, SHORTEST_HEADLINE
from bulletin.reports.site_lines import read_site_line
from bulletin.reports.taken_up import takes_up
from bulletin.reports.webpage import is_frame

EXCERPT_ENDS = ("…", "...")
LONGEST_RELATED, LONGEST_ANNOUNCEMENT, FEWEST_LINKS = 50, 90, 3
RELATED_TEXTS = (
    "(?:摄影|新闻)?相关(?:文章|新闻|阅读|链接|报道|推荐|稿件|信息|专题|内容|解读|政策|视频|图片)|延伸阅读|同类信息"
    "|其[他它]新闻|更多精彩|更多[一-鿿]{0,4}(?:新闻|阅读|资讯)|往期(?:推荐|回顾|精选|精彩|内容|阅读)?"
    "|精彩(?:推荐|回顾|阅读|内容)|最新(?:新闻|文章|资讯|动态|发布)|最近更新|本栏目?(?:最新|推荐|热门)"
)
"""相关阅读, 更多新闻, 往期回顾."""
RECOMMENDED = (
    "(?:智能|精选|个性化|频道|编辑|图文|本站|站长|小编|新闻|视频)推荐|推荐(?:阅读|新闻|文章)|为您推荐"
    "|猜你(?:喜欢|想看)|大家都?(?:爱看|在搜|在看)|喜欢此内容的人还喜欢"
    "|(?:看|读)(?:过|了)?此?本?文的(?:人)?还(?:看|读)过?"
    "|您?可能(?:还|也)?(?:会)?(?:对(?:以下|这些)[一-鿿]{0,6})?(?:感兴趣|喜欢)[的]?[一-鿿]{0,4}"
)
"""编辑推荐, 猜你喜欢, 您可能感兴趣的内容."""
MOST_READ = (
    "热点(?:新闻(?:排行榜?)?|推荐|文章|专题|关注)|热门(?:新闻|推荐|文章|资讯)"
    "|(?:点击|阅读|新闻|热点|本周|本月)排行榜?|图片(?:新闻|推荐)排行|(?:网友|最新|最热|精彩|热门|发表)评论"
)
"""热点新闻, 点击排行, 最热评论."""
CONTENTS = "(?:标题|栏目)导航|(?:本文所在)?版面(?:导航|概览|目录)|本版(?:新闻|文章|导读|目录)|友情链接"
"""What a page of a paper or a site holds: 版面导航, 本版新闻."""
PREVIOUS_AND_NEXT = (
    "[上下前后]一[条篇则个](?:文章|新闻|信息|内容|资讯|报道)?|[上下](?:一?(?:信息|新闻|文章)|条)(?=[：:])"
    "|[上下]篇(?:文章|新闻|信息|报道)(?=[：:])"
)
"""The texts before and behind: 上一篇, 下条：."""
RELATED = pattern(
    "^[【\\[•·▪◆◇■●▶▍▌▎<《«‹←>—– ]*(?:\\[?更多\\]?)?"
    f"(?:{one_of(RELATED_TEXTS, RECOMMENDED, MOST_READ, CONTENTS, PREVIOUS_AND_NEXT)})"
    "(?:[ ]?[】\\]：:»>》→—–]+[ ]*|[ \u3000]+|$)"
)
"""What announces the headlines of other reports."""
NEIGHBOUR = pattern("[【\\[<《«‹←> ]*[上下前后](?:一?[条篇则]|一?(?:信息|新闻|文章)[：:])")
"""What leads to the report before and the one behind: a headline of one of them at most, no list."""
DAY_FIRST = pattern("(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日|近日|日前|本[报网台][^，。]{0,8}讯")


def announces_others(text: str) -> bool | None:
    """Whether headlines of other reports follow a line (folded) that announces them; None where it is no such line."""
    match = RELATED.match(text) if len(text) <= LONGEST_ANNOUNCEMENT else None
    if match is None:
        return None
    controls = " " in text and is_controls(text)
    return (not controls and match.end() == len(text)) or (
        match.end() < len(text) and is_frame(text[match.end() :]) and not NEIGHBOUR.match(text)
    )


def heads_report(lines: list[Line], i: int) -> bool:
    """Whether the next report's headline stands here: a text follows, with only lines of the frame between."""
    if len(lines[i].text) > LONGEST_RELATED or is_frame(fold(lines[i].text)):
        return False
    if lines[i].text.endswith(EXCERPT_ENDS) and ("。" in lines[i].text or lines[i].text.count("，") > 1):
        return False  # another report's first words
    if i + 1 < len(lines) and read_site_line(lines[i + 1], Frame()):
        return True
    begin = fold(lines[i].text[:SHORTEST_HEADLINE])
    for line in lines[i + 1 : i + 1 + AHEAD]:
        text = fold(line.text)
        told = "。" in text and not (may_be_mirror(text) and is_mirror_slogan(text))
        lead = told and (DAY_FIRST.match(text) is not None or is_dateline(text))
        if told and (lead or len(text) > LONGEST_RELATED or text.startswith(begin)):
            return not text.endswith(EXCERPT_ENDS)
        day = read_masthead(line, Frame(), "", [])
        if not (day or is_frame(text) or read_site_line(line, Frame()) or SOURCE.match(text)):
            break
    return False


def is_above_headline(lines: list[Line], i: int) -> bool:
    """Whether a line below a blank one stands close above the next report's headline: its kicker, no headline of others."""
    if not lines[i].gap or i + 1 == len(lines) or lines[i + 1].gap:
        return False
    return len(lines[i].text) <= LONGEST_RELATED and not is_frame(fold(lines[i].text)) and heads_report(lines, i + 1)


def stands_among_others(lines: list[Line], i: int) -> bool:
    """Whether a sentence without a day, below headlines of others, stands right above what announces more of them.

    It is the beginning of another report, or what a site says of itself.
    """
    text = fold(lines[i].text)
    if "。" not in text or len(text) > LONGEST_ANNOUNCEMENT or i + 1 == len(lines) or DAY_FIRST.match(text):
        return False
    return announces_others(fold(lines[i + 1].text)) is not None


def ends_list(lines: list[Line], i: int) -> bool:
    """Whether a line is set close to the headlines of others above it, with a blank line below and a text that has no words of it."""
    if lines[i].gap or i + 1 == len(lines) or not lines[i + 1].gap:
        return False
    told = next((line.text for line in lines[i + 1 : i + 1 + AHEAD] if "。" in line.text), "")
    return not takes_up(fold(told), fold(lines[i].text))


def is_row_of_links(text: str) -> bool:
    """Whether a line is several headlines with spaces between, none of which is a sentence."""
    return "。" not in text and text.count(" ") >= FEWEST_LINKS and "，" in text
