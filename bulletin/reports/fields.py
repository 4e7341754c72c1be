"""The fields of a page around a text: 来源：… 作者：… 发布时间：… 浏览次数：… 【字体：大 中 小】, whatever stands between them, or nothing.

In comes a folded line, out go its fields in order and where they end. A sentence is none: each field has to be of its
label's kind.
"""

from typing import NamedTuple

from bulletin.patterns import one_of, pattern
from bulletin.people.forms import form
from bulletin.people.lists import TIBETAN
from bulletin.people.vocabulary import surnames
from bulletin.reports.cleanup import HAN
from bulletin.reports.role_words import ROLE

SURNAMES = "".join(sorted(surnames().single))
SPACE = " \u3000\xa0\t"
RIM = f"-{SPACE}|｜丨│┃/·•●▪◦,，;；、()（）\\[\\]【】〖〗〔〕«»>＞"
ABOUT = "(?:文章|稿件|信息|新闻|本文|内容|资料|图文|消息|原文|文稿)"
SOURCE = (
    f"(?:{ABOUT}|图文|供图|转载|素材|数据|首发|作者[/／])?来源(?:于|网站|单位|媒体|平台)?|稿源|{ABOUT}?出处|来自"
    "|首发(?:媒体|平台|网站)"
)
"""文章来源, 首发媒体."""
OFFICE = (
    "转[贴载发摘]?自|(?:供稿|来稿|发布|提供|报送|投稿|撰稿|责任|发文|审核|出品)(?:单位|部门|机构|机关)"
    "|信息提供(?:者|单位|部门)?|媒体|(?<=[【〖\\[])单位"
)
"""供稿单位, 转载自."""
DONE = (
    "发布|发表|更新|录入|发稿|上传|编辑|加入|添加|创建|成文|刊发|刊登|见报|首发|上网|入库|公开|生成|提交|投稿|来稿|采集"
    "|转发|归档|抓取|打印|下载|导出|访问|签发|发文|修改|采编|写作"
)
WHEN = f"(?:(?:最后|最近|{ABOUT})?(?:{DONE})|{ABOUT})?(?:时间|日期)"
"""发布时间, 最后更新日期, 文章时间."""
DATED = f"(?:{WHEN}|时间戳|(?:最后)?(?:发布|发表|更新|编辑|创建|首发|刊发|修改)于?)[ \u3000]*[：:]?[ \u3000]*"
"""What stands before a day, with a colon or without."""
COUNT = (
    "(?:文章|信息|本文|新闻|累计|总|被|本页|页面|今日|点击|已)?"
    "(?:浏览|阅读|点击|访问|查看|阅览|围观|收看|播放)(?:次数|人数|人次|热度|[数量率次])?(?:统计)?"
    "|(?:评论|收藏|点赞|分享|转发|跟帖|回复)(?:次数|人数|[数量])?|人气(?:指数)?|热度|次数"
)
"""浏览次数, 累计阅读量, 评论数, 人气."""
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
SEEN_BEFORE = "(?:已有?|共有?|本[文页条篇]|被|累计|您是第|文章|信息)*"
COUNTED = (
    f"{SEEN_BEFORE}{SEEN}(?:次数|[数量率次])?[ ]*[（(\\[]?[ ]*[0-9][0-9,.]*[万wW+]{{0,2}}[ ]*(?:人?次)?[）)\\]]?"
    f"|{SEEN_BEFORE}{SEEN}?[ ]*[0-9][0-9,.]*[万wW+]{{0,2}}[ ]*(?:人次|次|人|位)?(?:{SEEN}者?|访问者)"
    "|[0-9][0-9,.]*[ ]*(?:人次|次)(?![0-9])"
)
"""已浏览1024次, 您是第12位访问者, 35人次."""
SIZE = "(?:[特超]?大(?:号?字)?|[大中小]号字?|[中小]字?|特|放大|缩小|默认|标准|正常|[TA])[+-]?"
SIZES = f"[{SPACE}\\[【〖]*[+-]?{SIZE}(?:[{SPACE}\\[\\]【】〖〗|｜/+-]*{SIZE}){{1,5}}[{SPACE}\\]】〗]*"
FONT = (
    f"[【〖\\[（(]?[{SPACE}]*(?:调整|设置|选择(?:阅读)?)?(?:字[体号]|文字)(?:大小|显示|设置|缩放)?[{SPACE}]*[：:]?"
    f"(?:{SIZES}|[【〖\\[][{SPACE}]*[】〗\\]]|[{SPACE}]*[+-][ ]*[+-]?|(?=[{SPACE}|）)\\]]|$|{ANY_LABEL}))[】〗\\]）)]?"
    f"|[（(]?{SIZES}[）)]?(?=[{SPACE}|｜\\[【（(]|$|{ANY_LABEL}|分享|打印|收藏|关闭|朗读|语音|扫一扫|[12][0-9]{{3}}[年/.-])"
    "|[TA][+-]|缩放[：:]?[ ]*[+][ ]*-"
)
"""【字体：大 中 小】, 大 中 小, A+."""
SHARED = "(?:微信好友|微信|朋友圈|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|人人网|开心网|豆瓣网?|更多|复制链接)"
ALONE = f"(?=[{RIM}]|$)"
BUTTON = (
    "[【〖\\[（(『]?[ ]*(?:我要)?(?:打[ ]?印|关[ ]?闭|收[ ]?藏|保存|复制|推荐|返回|纠错|分享)"
    "(?:本页|此页|窗口|本文|此文|文章|正文|文本|稿件|页面|网页|内容|链接|列表|顶部|首页)?"
    f"(?:(?:到|至)?[：:]?(?:[{SPACE}]*{SHARED}){{0,8}})[ ]*[】〗\\]）)』]?(?=[{RIM}『〖]|$|{ANY_LABEL}|[打关收返])"
    f"|(?:一键|点击|我要)?分享(?:到|至)?(?:微信|朋友圈)?{ALONE}|点击图片(?:进入|浏览|翻到|查看)?(?:下一[页张]|大图){ALONE}"
    f"|扫一扫(?:分享到微信|在?手机(?:上)?(?:打开|查看|阅读|浏览)(?:当前|此|本)?页?面?)?{ALONE}"
    f"|[【\\[]?(?:共[ ]*[0-9]+[ ]*条评论|我要评论|进入[{HAN}]{{2,6}}论坛)[】\\]]?"
    "|热度[ ]*[0-9]+(?:℃|°|票)?|双击滚屏|[\\[【（(]?推荐(?:给)?朋友[\\]】）)]?"
    f"|{SEEN}[ ]*次数?{ALONE}"
)
"""【打印本页】, 分享到：微信 QQ空间, 扫一扫在手机打开当前页."""
VERSION = (
    "(?:语音|智能)(?:播报|阅读|朗读|读报)|听新闻|点击播放|(?:适老|长者|关怀|无障碍)(?:模式|版|阅读)|大字版|手机版"
    f"|(?:大字|小字|[大小]字号){ALONE}|(?:朗读|播报){ALONE}"
)
"""语音播报, 适老版."""
TOOL = one_of(FONT, BUTTON, VERSION)
LEAD = "(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日|(?:近日|日前|连日来)[，,]|本[报网台]讯"
FIELD = pattern(LABEL)
DATED_DAY = pattern(f"(?P<label>{DATED})(?P<day>{DAY})")
NEXT_DAY, NEXT_FIGURE = pattern(f"[{SPACE}]*(?P<day>{DAY})"), pattern(f"[{SPACE}]*{FIGURE}")
NEXT_COUNT, NEXT_TOOL = pattern(COUNTED), pattern(TOOL)
APART = pattern(f"[{RIM}]*")
OF_A_NAME = f"(?<=[{HAN}]{{2}})(?<![局府委办室院部台社网报心站])发布[{SPACE}]"
"""青石发布 2024-06-05: an account's name and a day, where 青石县人民政府发布 2024-06-05 says who published and when."""
VALUE = pattern(
    f"[{SPACE}]*(?P<value>(?:[^。：:！？，]|，(?=[{HAN}]{{2,4}}(?:[{RIM}]|$))){{0,40}}?)"
    f"(?=[{RIM}]*(?:$|{ANY_LABEL}|(?:(?!{OF_A_NAME}){DATED})?{DAY}|{COUNTED}|{TOOL})|[{RIM}]+(?:{LEAD}))"
)
"""What a label names: all up to the next field, the end of the line or a text."""
NAME = pattern(f"[{SPACE}]*(?P<value>[{HAN}]{{2,4}})(?={LEAD})")
WORD = pattern(f"[{SPACE}]*(?P<value>[^{SPACE}|｜。：:！？，]{{0,24}})(?=[{SPACE}|｜])")
ACCOUNT_FIRST = "微|今日|云上|掌上|最|爱|看|清廉|廉洁|魅力|美丽|幸福|平安|中国"
ENDS = (
    "网|报|台|社|客户端|中心|发布|在线|融媒|新闻|党建|先锋|宣传|广电|公众号|官方账号|政府|政协|人大|办公室"
    "|[局委办部院镇乡]|街道"
)
OUTLET = pattern(
    f"(?:(?:{ACCOUNT_FIRST})[{HAN}]{{2,5}}|本[站网报台](?:原创)?|原创|[{HAN}]{{1,14}}?(?:{ENDS})"
    f"|[{HAN}]{{2,5}}网[{HAN}]{{2,3}}(?:频道|站)?)(?=[{RIM}]|[12][0-9]{{3}}|$)"
)
SIGNED = pattern(
    f"[{SURNAMES}][{HAN}]{{1,2}}(?:[ 、]+[{SURNAMES}][{HAN}]{{1,2}}){{0,2}}(?=[{SPACE}|｜]|[12][0-9]{{3}}|$)"
)
"""Who wrote, between the outlet and the day: 青石政府网 苏小雨 2023-06-05."""
BEHIND_COUNT = pattern(
    f"[{SURNAMES}][{HAN}]{{1,2}}(?:[ 、]*[{SURNAMES}][{HAN}]{{1,2}}){{0,2}}(?=[{SPACE}]+{ANY_LABEL})"
)
"""The same behind a counter that a script fills, before the next label: 浏览次数： 苏小雨何野 来源：青石政府网."""
BEHIND_DAY = pattern(f"(?P<name>[{HAN}]{{3,4}})(?=[{SPACE}]+(?:{SOURCE}){BEHIND_LABEL})")
SHORT_NAME, SURE_FORM = 3, 4
"""A name alone between the day and the source, and how sure its form has to be: 时间：2023-06-05 苏小雨 来源：青石网."""
WRITER = pattern(f"(?:{WHO})[{SPACE}]+(?P<value>{SIGNED.pattern})")
"""The same behind a day, with what they did: 2023/6/5 作者 苏小雨."""
SPACED = pattern(f"(?P<label>{ABOUT}?来源|稿源)[{SPACE}]+(?P<source>[{HAN}]{{2,20}})(?=[{RIM}]|[12][0-9]{{3}}|$)")
"""A source without a colon: 发布时间 2023-06-05 来源 青石县教育局."""
LONGEST_DAY = 13


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
    while at < whole and (
        field := _field(text, at)
        or _signed_behind(text, at, fields)
        or (_outlet(text, at, fields) if outlets else None)
    ):
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


def _signed_behind(text: str, at: int, fields: list[Field]) -> Field | None:
    """Who wrote, right behind a counter without its figure, or alone between the day and the source."""
    if fields and fields[-1].kind in ("when", "day") and (alone := BEHIND_DAY.match(text, at)):
        name = alone["name"]
        sure = name[:2] in TIBETAN and name[2:] in TIBETAN if len(name) > SHORT_NAME else form(name) >= SURE_FORM
        return Field("signed", (at, at), alone.span("name")) if sure else None
    empty = bool(fields) and fields[-1].kind == "count" and fields[-1].value[0] == fields[-1].value[1]
    signed = BEHIND_COUNT.match(text, at) if empty else None
    return Field("signed", (at, at), signed.span()) if signed else None


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
