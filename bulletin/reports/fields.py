"""The fields of a page around a text: 来源：… 作者：… 发布时间：… 浏览次数：… 【字体：大 中 小】, whatever stands between them, or nothing.

In comes a folded line, out go its fields in order and where they end; and lines in which a headline stands before its
fields, or a text behind them, are cut there. A sentence is none: each field has to be of its label's kind.
"""

from typing import NamedTuple

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.people.vocabulary import surnames
from bulletin.reports.cleanup import HAN
from bulletin.reports.lines import Line
from bulletin.reports.role_words import ROLE

SURNAMES = "".join(sorted(surnames().single))
SPACE = " \u3000\xa0\t"
RIM = f"-{SPACE}|｜丨│┃/·•●▪◦,，;；、()（）\\[\\]【】〖〗〔〕«»>＞"
ABOUT = "(?:文章|稿件|信息|新闻|本文|内容|资料|图文|消息|原文|文稿)"
SOURCE = f"(?:{ABOUT}|图文|供图|转载|素材|数据|首发|作者[/／])?来源(?:于|网站|单位|媒体|平台)?|稿源|{ABOUT}?出处|来自|首发(?:媒体|平台|网站)"
OFFICE = (
    "(?:供稿|来稿|发布|提供|报送|投稿|撰稿|责任|发文|审核|出品)(?:单位|部门|机构|机关)|信息提供(?:者|单位|部门)?|媒体"
)
WHEN = (
    f"(?:(?:最后|最近|{ABOUT})?(?:发布|发表|更新|录入|发稿|上传|编辑|加入|添加|创建|成文|刊发|刊登|见报|首发|上网|入库|公开|生成|提交|投稿|来稿|采集|转发|归档|签发|发文|修改|采编|写作)"
    f"|{ABOUT})?(?:时间|日期)"
)
DATED = f"(?:{WHEN}|时间戳|(?:最后)?(?:发布|发表|更新|编辑|创建|首发|刊发|修改)于?)[ \u3000]*[：:]?[ \u3000]*"
"""What stands before a day, with a colon or without."""
COUNT = (
    "(?:文章|信息|本文|新闻|累计|总|被|本页|页面|今日|点击|已)?(?:浏览|阅读|点击|访问|查看|阅览|围观|收看|播放)(?:次数|人数|人次|热度|[数量率次])?(?:统计)?"
    "|(?:评论|收藏|点赞|分享|转发|跟帖|回复)(?:次数|人数|[数量])?|人气(?:指数)?|热度|次数"
)
WHO = f"(?:文章|稿件|信息|本文|原创)?(?:{ROLE})"
BEHIND_LABEL = f"[{SPACE}]*(?:[：:]|[】〕\\]][{SPACE}]*[：:])"
"""【来源】：青石网 as well as 来源：青石网."""
LABEL = (
    f"(?:(?P<source>{SOURCE})|(?P<when>{WHEN})|(?P<count>{COUNT})|(?P<office>{OFFICE})|(?P<who>{WHO})){BEHIND_LABEL}"
)
ANY_LABEL = f"(?:{SOURCE}|{WHEN}|{COUNT}|{OFFICE}|{WHO}){BEHIND_LABEL}"
CLOCK = r"[ T]*[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?"
DAY = f"[\\[（(【]?(?:19|20)[0-9]{{2}}[年/.-][ ]?[0-9]{{1,2}}[月/.-][ ]?[0-9]{{1,2}}日?(?:{CLOCK}|(?![0-9]))[\\]）)】]?"
FIGURE = "(?:[\\[（(]?[ ]*[0-9][0-9,.]*[万wWkK+]{0,2}[ ]*[\\]）)]?[ ]*(?:人?次|人|℃|°)?|次|loading[.…]*|加载中[.…]*)"
SEEN = "(?:浏览|阅读|点击|访问|查看|阅览|看过|围观)"
COUNTED = (
    f"(?:已有?|共有?|本[文页条篇]|被|累计|您是第|文章|信息)*{SEEN}(?:次数|[数量率次])?[ ]*[（(\\[]?[ ]*[0-9][0-9,.]*[万wW+]{{0,2}}[ ]*(?:人?次)?[）)\\]]?"
    f"|(?:(?:已有?|共有?|本[文页条篇]|被|累计|您是第|文章|信息)*{SEEN}?[ ]*)[0-9][0-9,.]*[万wW+]{{0,2}}[ ]*(?:人次|次|人|位)?(?:{SEEN}者?|访问者)"
    "|[0-9][0-9,.]*[ ]*(?:人次|次)(?![0-9])"
)
SIZE = "(?:[特超]?大(?:号?字)?|[大中小]号字?|[中小]字?|特|放大|缩小|默认|标准|正常|[TA])[+-]?"
SIZES = f"[{SPACE}\\[【〖]*[+-]?{SIZE}(?:[{SPACE}\\[\\]【】〖〗|｜/+-]*{SIZE}){{1,5}}[{SPACE}\\]】〗]*"
FONT = (
    f"[【〖\\[（(]?[{SPACE}]*(?:调整|设置|选择(?:阅读)?)?(?:字[体号]|文字)(?:大小|显示|设置|缩放)?[{SPACE}]*[：:]?(?:{SIZES}|[{SPACE}]*[+-][ ]*[+-]?|(?=[{SPACE}|）)\\]]|$|{ANY_LABEL}))[】〗\\]）)]?"
    f"|[（(]?{SIZES}[）)]?(?=[{SPACE}|｜\\[【（(]|$|{ANY_LABEL}|分享|打印|收藏|关闭|朗读|语音|扫一扫|[12][0-9]{{3}}[年/.-])|[TA][+-]|缩放[：:]?[ ]*[+][ ]*-"
)
SHARED = "(?:微信好友|微信|朋友圈|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|人人网|开心网|豆瓣网?|更多|复制链接)"
TOOL = (
    f"{FONT}|[【〖\\[（(『]?[ ]*(?:我要)?(?:打印|关闭|收藏|保存|复制|推荐|返回|纠错|分享)(?:本页|此页|窗口|本文|此文|文章|正文|文本|稿件|页面|网页|内容|链接|列表|顶部|首页)?(?:(?:到|至)?[：:]?(?:[{SPACE}]*{SHARED}){{0,8}})[ ]*[】〗\\]）)』]?(?=[{RIM}『〖]|$|{ANY_LABEL}|[打关收返])"
    f"|(?:一键|点击|我要)?分享(?:到|至)?(?:微信|朋友圈)?(?=[{RIM}]|$)|扫一扫(?:分享到微信|在?手机(?:上)?(?:打开|查看|阅读|浏览)(?:当前|此|本)?页?面?)?(?=[{RIM}]|$)|热度[ ]*[0-9]+(?:℃|°)?|双击滚屏|[\\[【（(]?推荐(?:给)?朋友[\\]】）)]?"
    f"|(?:语音|智能)(?:播报|阅读|朗读|读报)|听新闻|点击播放|(?:适老|长者|关怀|无障碍)(?:模式|版|阅读)|大字版|手机版|(?:大字|小字|[大小]字号)(?=[{RIM}]|$)|(?:朗读|播报)(?=[{RIM}]|$)"
)
LEAD = "(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日|(?:近日|日前|连日来)[，,]|本[报网台]讯"
FIELD = pattern(LABEL)
DATED_DAY = pattern(f"(?P<label>{DATED})(?P<day>{DAY})")
NEXT_DAY, NEXT_FIGURE = pattern(f"[{SPACE}]*(?P<day>{DAY})"), pattern(f"[{SPACE}]*{FIGURE}")
NEXT_COUNT, NEXT_TOOL = pattern(COUNTED), pattern(TOOL)
APART = pattern(f"[{RIM}]*")
VALUE = pattern(
    f"[{SPACE}]*(?P<value>(?:[^。：:！？，]|，(?=[{HAN}]{{2,4}}(?:[{RIM}]|$))){{0,40}}?)(?=[{RIM}]*(?:$|{ANY_LABEL}|(?:{DATED})?{DAY}|{COUNTED}|{TOOL})|[{RIM}]+(?:{LEAD}))"
)
"""What a label names: all up to the next field, the end of the line or a text."""
NAME = pattern(f"[{SPACE}]*(?P<value>[{HAN}]{{2,4}})(?={LEAD})")
WORD = pattern(f"[{SPACE}]*(?P<value>[^{SPACE}|｜。：:！？，]{{0,24}})(?=[{SPACE}|｜])")
ACCOUNT_FIRST = "微|今日|云上|掌上|最|爱|看|清廉|廉洁|魅力|美丽|幸福|平安|中国"
ENDS = "网|报|台|社|客户端|中心|发布|在线|融媒|新闻|党建|先锋|宣传|广电|公众号|官方账号|政府|政协|人大|办公室|[局委办部院镇乡]|街道"
OUTLET = pattern(
    f"(?:(?:{ACCOUNT_FIRST})[{HAN}]{{2,5}}|本[站网报台](?:原创)?|原创|[{HAN}]{{1,14}}?(?:{ENDS})|[{HAN}]{{2,5}}网[{HAN}]{{2,3}}(?:频道|站)?)(?=[{RIM}]|[12][0-9]{{3}}|$)"
)
SIGNED = pattern(
    f"[{SURNAMES}][{HAN}]{{1,2}}(?:[ 、]+[{SURNAMES}][{HAN}]{{1,2}}){{0,2}}(?=[{SPACE}|｜]|[12][0-9]{{3}}|$)"
)
"""Who wrote, between the outlet and the day: 青石政府网 苏小雨 2023-06-05."""
WRITER = pattern(f"(?:{WHO})[{SPACE}]+(?P<value>{SIGNED.pattern})")
"""The same behind a day, with what they did: 2023/6/5 作者 苏小雨."""
SPACED = pattern(f"(?P<label>{ABOUT}?来源|稿源)[{SPACE}]+(?P<source>[{HAN}]{{2,20}})(?=[{RIM}]|[12][0-9]{{3}}|$)")
"""A source without a colon: 发布时间 2023-06-05 来源 青石县教育局."""
TEXT = pattern(f"[●◆★]?[ ]*(?:{LEAD}|[{HAN}]{{2,14}}(?:讯|消息|电)[ \u3000（(0-9：:])")
MADE = pattern("(?:编辑|责编|编审|审核|审|校对|校|监制|签发|发布|录入|上传)")
"""Who may stand before a text without being read as its authors are."""
HEAD = pattern(f"[“《【（(]?[{HAN}0-9]{{2}}")
LONE_FIGURE = pattern(f"^[0-9]{{1,6}}[{SPACE}|｜]+")
"""A figure that a page prints without its label: how many have commented."""
HEAD_AND_DAY = pattern(
    f"(?P<head>[“《【]?[{HAN}][{HAN}0-9“”《》、，！ \u3000·—]{{7,59}}?)[ \u3000]*(?P<day>[（(\\[]?(?:19|20)[0-9]{{2}}[年/.-][0-9]{{1,2}}[月/.-][0-9]{{1,2}}日?[）)\\]]?)"
)
"""A headline and no more of a page than its day: 高远调研防汛工作 2031-03-04."""
TELLS = pattern(
    "[^，]{2}(?:[到赴]|深入|走进|召开|举行|举办|开展|组织|调研|检查|视察|督[查导促]|考察|传达|研究|部署|审议|走访|慰问|看望|推进|强调|主持)"
)
NO_HEAD = pattern(
    "主[办管]|机关报|[日晚早]报|刊|第.{1,5}[期号]|出版|星期|发表于|[于在至从自]$|公告|通知|(?:局|办|委|部|科|股|室|组|处|队|站|院|委员会|协会|学会|联合会|政府|中心|报|网|台|社)$"
)
"""What stands in a paper's name, or at the end of an office, above a day."""
DAY_ENDS = frozenset("0123456789日]）)】")
LONGEST_DAY = 13
DAY_BEHIND = pattern(
    "(?:[ \u3000]+|(?=[\\[（(【]))[\\[（(【]?(?P<day>(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2})[\\]）)】]?$"
)
"""The day of publication behind a headline that a text follows: 青石县召开推进会 [2021-02-24]."""
SHORTEST_HEAD, LONGEST_HEAD, LABELS, LONGEST, SHORTEST_TEXT, REACH, NEAR = 7, 60, 8, 200, 12, 200, 5


BUTTON = pattern(
    f"[\\[【（(]?(?:点击(?:播放|收听)|[0-9]{{2}}:[0-9]{{2}}|展开|收起|分享|收藏|打印|播放|播报|朗读|收听|听新闻|语音(?:播报|朗读|阅读)|手机版|大字版|正文|内容|新闻内容|正文内容)[\\]】）)]?(?:[：:][{SPACE}]*|[{SPACE}]+|(?<=[\\]】）)]))(?={TEXT.pattern})"
)
TOOLS_BEGIN = frozenset("人查次文手【〖[（(字大小默放缩分收打听语智播朗展正内新阅浏点访已共本累被热扫A+T|｜•")
LEAD_FIRST = pattern("[0-9]{1,2}月|本[报网台]讯")
"""No control of a page begins so."""
BEGUN = pattern("[：:]|[12][0-9]{3}[年/.-]")
WHOLE_DAY = pattern("(?:19|20)[0-9]{2}[年/.-][0-9]{1,2}[月/.-][0-9]{1,2}")
BEGINS = pattern(f"[{RIM}]*(?:[12][0-9]{{3}}[年/.-]|[^：:，。]{{1,9}}(?:[：:]|[12][0-9]{{3}}[年/.-]))")
"""Quick looks, of a text that is not folded, whether fields may stand in a line, or before a text."""


class Field(NamedTuple):
    """One field: its kind (source, when, count, office, who; day, seen, tool, outlet without a label) and where label and value stand."""

    kind: str
    label: tuple[int, int]
    value: tuple[int, int]


def read_fields(text: str, at: int = 0, outlets: bool = False) -> tuple[list[Field], int]:
    """(fields, end): those that stand in `text` (folded) from `at` on, without a gap. `outlets`: names of media count as well."""
    fields: list[Field] = []
    end, whole = at, len(text)
    rim = APART.match(text, at)
    at = rim.end() if rim else at
    while at < whole and (field := _field(text, at) or (_outlet(text, at, fields) if outlets else None)):
        fields.append(field)
        end = max(field.value[1], field.label[1])
        rim = APART.match(text, end)
        at = rim.end() if rim else end
    return fields, whole if at >= whole and fields else end


def _field(text: str, at: int) -> Field | None:
    if dated := DATED_DAY.match(text, at):
        return Field("when", dated.span("label"), dated.span("day"))
    if (":" in text or "：" in text) and (label := FIELD.match(text, at)):
        kind, name = label.lastgroup or "", (label.start(), label.end(label.lastgroup or 0))
        begin = label.end()
        if kind == "when":
            value = NEXT_DAY.match(text, begin)
            return Field(kind, name, value.span("day") if value else (begin, begin))
        if kind == "count":
            figure = NEXT_FIGURE.match(text, begin)
            return Field(kind, name, (begin, figure.end() if figure else begin))
        found = VALUE.match(text, begin) or NAME.match(text, begin) or WORD.match(text, begin)
        return Field(kind, name, found.span("value")) if found else None
    for kind, token in (("day", NEXT_DAY), ("seen", NEXT_COUNT), ("tool", NEXT_TOOL)):
        if (match := token.match(text, at)) and match.end() > at:
            return Field(kind, (at, at), match.span())
    return None


def _outlet(text: str, at: int, fields: list[Field]) -> Field | None:
    if fields and fields[-1].kind == "outlet" and (signed := SIGNED.match(text, at)):
        return Field("signed", (at, at), signed.span())
    if fields and fields[-1].kind in ("day", "when", "source") and (writer := WRITER.match(text, at)):
        return Field("signed", (at, at), writer.span("value"))
    if spaced := SPACED.match(text, at):
        return Field("source", spaced.span("label"), spaced.span("source"))
    match = OUTLET.match(text, at)
    return Field("outlet", (at, at), match.span()) if match else None


def is_site_line(fields: list[Field]) -> bool:
    """Whether the fields of a whole line are those of a page, rather than credits or a source alone."""
    labelled = [field for field in fields if field.label[0] < field.label[1]]
    if len(fields) == 1 and labelled:
        return labelled[0].kind in ("when", "count") or labelled[0].value[0] == labelled[0].value[1]
    kinds = {field.kind for field in fields}
    if "outlet" in kinds and len(kinds) < 3:  # 青石县农业局 2023年6月5日: how a notice ends
        clock = any(field.kind == "day" and field.value[1] - field.value[0] > LONGEST_DAY for field in fields)
        return "day" in kinds and (clock or fields[0].kind == "day")
    return bool(kinds) and kinds not in ({"who"}, {"day"}, {"source"})


def cut_fields(lines: list[Line]) -> list[Line]:
    """Lines with a headline before their fields, or a text behind them, as two or three lines."""
    cut: list[Line] = []
    told = False
    for i, line in enumerate(lines):
        pieces = _pieces(line.text)
        if len(pieces) == 1 and line.text[-1] in DAY_ENDS:
            pieces = _head_and_day(lines, i, told)
        told = told or "。" in line.text
        cut.extend(
            line if not i else line._replace(text=piece, indented=True, gap=True) for i, piece in enumerate(pieces)
        )
        if len(pieces) > 1:
            cut[-len(pieces)] = line._replace(text=pieces[0])
    return cut


def _head_and_day(lines: list[Line], at: int, told: bool) -> list[str]:
    """A headline and the day of its publication, where a text follows; the whole line where it may be anything else."""
    text = lines[at].text
    if read_fields(fold(text))[1] == len(text):
        return [text]
    next_one = lines[at + 1].text if at + 1 < len(lines) else ""
    wrapped = len(next_one) > LONGEST_DAY and "，" in next_one
    follows = "。" in next_one or wrapped or is_site_line(read_fields(fold(next_one))[0])
    day = DAY_BEHIND.search(text) if follows else None
    if day and day.start() >= SHORTEST_HEAD and not OUTLET.match(fold(text)):
        return [text[: day.start()].rstrip(), day["day"]]
    below = next((one.text for one in lines[at + 1 : at + NEAR] if "。" in one.text), "")
    dated = HEAD_AND_DAY.fullmatch(text) if below else None
    if (
        dated
        and not _is_row(lines, at)
        and (not told or TEXT.match(fold(below[:REACH])))
        and _tells(fold(dated["head"]))
    ):
        return [dated["head"].rstrip(), dated["day"]]
    return [text]


def _is_row(lines: list[Line], at: int) -> bool:
    """Whether the line above or below is a headline with its day as well: a list of what else a page has."""
    around = [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]
    return any(HEAD_AND_DAY.fullmatch(line.text) for line in around)


def _tells(head: str) -> bool:
    """Whether what stands before a day tells something, as no paper's name and no office does."""
    clauses = head.split()
    many = len(clauses) > 2 and min(map(len, clauses)) > 2
    return NO_HEAD.search(head) is None and (many or TELLS.search(head) is not None)


def _pieces(text: str) -> list[str]:
    if "。" not in text:
        return _behind_head(text) if len(text) <= LONGEST and BEGUN.search(text) else [text]
    if not BEGINS.match(text):
        return _head_and_text(text) if WHOLE_DAY.search(text, 0, REACH) else _behind_tools(text)
    folded = fold(text[:REACH])
    fields, end = read_fields(folded)
    rest = text[end:].lstrip(f"{SPACE}|｜丨/·•,，;；、>)）】]〗-")
    if "。" not in rest or len(rest) < SHORTEST_TEXT or not _before_text(fields, folded, rest):
        return _behind_tools(text)
    return [text[: len(text) - len(rest)].strip(), rest]


def _behind_tools(text: str) -> list[str]:
    """A page's controls and the text behind them: 【字体：大 中 小】 6月3日，…, 展开 6月3日，…."""
    if (text[0] not in TOOLS_BEGIN and not text[0].isdecimal()) or LEAD_FIRST.match(text):
        return [text]
    folded = fold(text[:REACH])
    button = BUTTON.match(folded)
    fields, end = ([], button.end()) if button else read_fields(folded)
    rest = text[end:].lstrip(f"{SPACE}|｜·•】)）-")
    if not (button or fields) or not TEXT.match(fold(rest[:REACH])):
        return [text]
    return [text[: len(text) - len(rest)].strip(), rest]


def _head_and_text(text: str) -> list[str]:
    """A headline, a page's fields and the text in one line: 高远检查防汛工作 2014-06-03 17:10 来源：青石网 6月3日，…."""
    folded = fold(text[:REACH])
    at = min([m.start() for begin in (FIELD, DATED_DAY, NEXT_DAY) if (m := begin.search(folded))], default=0)
    head = text[:at].rstrip(f"{SPACE}|｜丨【[（(")
    if not SHORTEST_HEAD <= len(head) <= LONGEST_HEAD or "。" in head or head[-1] in "，、：；":
        return _behind_tools(text)
    fields, end = read_fields(folded, at)
    rest = LONE_FIGURE.sub("", text[end:].lstrip(f"{SPACE}|｜"))
    told = len(fields) > 1 and any(field.label[0] < field.label[1] for field in fields)
    if not told or not is_site_line(fields) or not TEXT.match(fold(rest[:REACH]).lstrip("?？ ")):
        return _behind_tools(text)
    return [head, text[len(head) : len(text) - len(rest)].strip(), rest]


def _before_text(fields: list[Field], text: str, rest: str) -> bool:
    """Whether fields that a text follows are surely a page's: two, or one that the text's own beginning parts from it."""
    told = [
        f
        for f in fields
        if f.label[0] < f.label[1] and (f.value[0] < f.value[1] or f.kind in ("source", "who", "count"))
    ]
    if not told:
        return False
    if len(told) > 1 or len(fields) > 1:
        return any(f.kind != "who" for f in told) or TEXT.match(fold(rest[:REACH])) is not None
    only = told[0]
    made = only.kind != "who" or MADE.search(text, *only.label) is not None
    return made and only.kind != "count" and (only.kind == "when" or TEXT.match(fold(rest[:REACH])) is not None)


def _behind_head(text: str) -> list[str]:
    """A headline and the fields behind it; the whole line where there are none."""
    folded = fold(text)
    starts = sorted({m.start() for begin in (FIELD, DATED_DAY, NEXT_DAY) for m in begin.finditer(folded)})
    for at in starts:
        head = text[:at].rstrip(f"{SPACE}|｜丨/·-（([【〖")
        if len(head) < SHORTEST_HEAD or not HEAD.match(folded):
            return [text]
        if "：" in head[-LABELS:]:
            continue
        fields, end = read_fields(folded, at)
        if end < len(text) or not is_site_line(fields):
            continue
        alone = len(fields) == 1 and text[at - 1] not in SPACE
        if not alone and any(field.kind != "day" for field in fields):
            return [head, text[at:]]
    return [text]
