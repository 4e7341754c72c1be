"""Lines that a layout or a table has parted, made one again: the figures of a day, a label and its value, authors in a bracket, a
dateline and its text.

In come clean lines, out go the same with each join (kind `rejoin`). Nothing but a space is put between the parts.
"""

from bulletin.model import Change
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.cleanup import HAN
from bulletin.reports.dateline import take_dateline
from bulletin.reports.dateline_forms import DATELINE_SIGN
from bulletin.reports.fields import COUNT, DAY, FIGURE, OFFICE, OUTLET, SIZES, SOURCE, WHEN, WHO
from bulletin.reports.lines import Line

Joined = tuple[list[Line], list[Change]]
"""(lines, joins)."""
DAY_BEGUN = pattern("[0-9]{1,4}[年月]$")
FIELD = pattern(
    f"(?:[•·▪][ \u3000]*)?(?:(?P<time>{WHEN})"
    "|(?P<table>索[ ]?引[ ]?号|(?:发布|发文|公开|责任)(?:机构|机关|单位|部门)|文[ ]?号|(?:主题|体裁|信息)分类"
    f"|(?:公开|发布)(?:方式|范围|形式)|关键[词字]|标签)|(?P<count>{COUNT})"
    f"|(?P<size>(?:字[体号]|文字)(?:大小|显示|设置)?|缩放)|{SOURCE}|{OFFICE}|{WHO})[ ]*[：:]"
)
VALUE_TIME = pattern(DAY)
VALUE = pattern(
    "(?!首页|打印|关闭|字[体号]|收藏|分享|更多|返回|浏览|点击"
    f"|阅读)(?:[{HAN}]{{2,4}}(?:[ \u3000、，,]+[{HAN}]{{2,4}}){{0,4}}"
    f"|[{HAN}]{{2,18}}(?:网|报|台|社|局|办|委|部|中心|政府|客户端|融媒|发布|学校)|(?:网站|系统|超级)?管理员"
    f"|(?i:admin)|本站(?:原创|编辑)?|{OUTLET.pattern})"
)
VALUE_COUNT, VALUE_SIZE = pattern(FIGURE), pattern(f"{SIZES}|[+][ ]*-")
TABLE_VALUE = pattern("[^。，：:]{1,24}")
NUMBERED = pattern("[〔［\\[（(][12][0-9]{3}|号$|^[无/-]")
LONGEST_FIELD, LONGEST_VALUE = 8, 24
"""A label alone on its line, and what may stand below it."""
LONGEST_DATELINE, SHORTEST_TEXT = 60, 20
ENDS_DATELINE = frozenset("讯訊电電息道）)】")
TEXT_BEHIND = "\u3000今年，县里今年"
"""Put behind a line to see whether all of it is a dateline."""
AUTHORS = pattern(
    f"(?:本[报网台]|[{HAN}]{{1,6}}[社网报]|全媒体|融媒体?|特约|实习)?(?:记者"
    f"|通讯员)[：: \u3000]*[{HAN}]{{2,4}}(?:[ \u3000、]+(?:通讯员[：: \u3000]*)?[{HAN}]{{1,4}}){{0,5}}"
)
OPEN_AUTHORS = pattern(
    f"[^。，]{{0,20}}[（(](?:本[报网台]|全媒体|融媒体?|特约|实习)*(?:记者|通讯员|作者)[{HAN}· \u3000、：:]{{0,16}}$"
)
AUTHORS_GO_ON, AUTHORS_CLOSE = pattern(f"[{HAN}· \u3000、：:]{{1,14}}"), pattern(f"[{HAN}· \u3000、：:]{{1,14}}[）)]")
"""（记者 / 苏小雨 / 通讯员 / 何野）6月3日，…: a bracket whose parts stand on lines of their own."""
CUT_NAME, REST_OF_NAME = pattern(f"[ \u3000][{HAN}]$"), pattern(f"[{HAN}](?:[ \u3000）)]|$)")
MOST_PARTS = 10


def whole_lines(lines: list[Line]) -> Joined:
    """All four kinds of lines made one."""
    lines, days = _whole_days(lines)
    lines, fields = _whole_fields(lines)
    lines, authors = _whole_authors(lines)
    lines, datelines = _whole_datelines(lines)
    return lines, days + fields + authors + datelines


def _whole_days(lines: list[Line]) -> tuple[list[Line], list[Change]]:
    """(lines, changes): a day whose figures stand on lines of their own made one again: 10月 / 2 / 日，….

    Only a line of nothing but figures, with 年, 月 or 日 below it, is put together with what stands around it.
    """
    broken = {
        i
        for i in range(len(lines) - 1)
        if len(lines[i].text) <= 4
        and lines[i].text.isdecimal()
        and lines[i + 1].text[0] in "年月日"
        and not lines[i + 1].text.startswith(("日前", "日均", "日常"))
    }
    if not broken:
        return lines, []
    whole: list[Line] = []
    changes: list[Change] = []
    begun = -1
    for i, line in enumerate(lines):
        above = whole[-1] if whole else None
        goes_on = above is not None and (
            i - 1 == begun or (i in broken and above.text[-1] in "年月" and DAY_BEGUN.search(above.text))
        )
        if above is not None and goes_on:
            changes.append(Change(line.number, "rejoin", above.text[-12:], line.text[:12]))
            whole[-1] = above._replace(text=above.text + line.text)
        else:
            whole.append(line)
        begun = i if i in broken else -1
    return whole, changes


def _whole_fields(lines: list[Line]) -> tuple[list[Line], list[Change]]:
    """(lines, changes): a label of a site line and its value, which a table has parted, as one: 来源： / 青石新闻网."""
    begun = [
        i
        for i in range(len(lines) - 1)
        if lines[i].text[-1] in "：:" and _is_field(lines[i].text, lines[i + 1], lines[i].gap)
    ]
    if not begun:
        return lines, []
    whole = list(lines)
    changes = []
    for i in begun:
        changes.append(Change(lines[i + 1].number, "rejoin", lines[i].text, lines[i + 1].text))
        whole[i] = lines[i]._replace(text=lines[i].text + lines[i + 1].text)
    values = {i + 1 for i in begun}
    return [line for i, line in enumerate(whole) if i not in values], changes


def _is_field(text: str, below: Line, apart: bool) -> bool:
    """`apart`: a blank line stands above the label as well."""
    label = FIELD.fullmatch(fold(text)) if len(text) <= LONGEST_FIELD else None
    if label is None or (below.gap and not apart) or len(below.text) > LONGEST_VALUE:
        return False
    if label["table"] and label["table"][0] == "文" and NUMBERED.search(below.text) is None:
        return False  # 文号：, with nothing behind it above the headline
    kinds = {"time": VALUE_TIME, "table": TABLE_VALUE, "count": VALUE_COUNT, "size": VALUE_SIZE}
    values = next((values for kind, values in kinds.items() if label[kind]), VALUE)
    return values.fullmatch(fold(below.text)) is not None


def _whole_authors(lines: list[Line]) -> Joined:
    """Authors in a bracket whose parts stand on lines of their own, as one with the text that closes it."""
    begun = [i for i in range(len(lines) - 1) if lines[i].text[-1] not in "。）)" and _opens_authors(lines[i].text)]
    if not begun:
        return lines, []
    whole: list[Line] = []
    changes: list[Change] = []
    end = 0
    for i in begun:
        last = next((k for k in range(i + 1, len(lines)) if not AUTHORS_GO_ON.fullmatch(lines[k].text)), len(lines))
        if i < end or last == len(lines) or last - i > MOST_PARTS or not AUTHORS_CLOSE.match(lines[last].text):
            continue
        changes.append(Change(lines[last].number, "rejoin", lines[i].text[-12:], lines[last].text[:12]))
        whole.extend(lines[end:i])
        text = lines[i].text
        for part in lines[i + 1 : last + 1]:
            cut = CUT_NAME.search(text) or REST_OF_NAME.match(part.text)
            text += part.text if cut else f" {part.text}"
        whole.append(lines[i]._replace(text=text))
        end = last + 1
    return [*whole, *lines[end:]], changes


def _opens_authors(text: str) -> bool:
    return ("（" in text or "(" in text) and OPEN_AUTHORS.match(fold(text)) is not None


def _whole_datelines(lines: list[Line]) -> Joined:
    """A dateline on a line of its own (本报讯（记者 苏小雨）), and authors below it, as one with the text that follows."""
    begun = [i for i in range(len(lines) - 1) if lines[i].text[-1] in ENDS_DATELINE and _is_dateline(lines[i].text)]
    if not begun:
        return lines, []
    whole: list[Line] = []
    changes: list[Change] = []
    end = 0
    for i in begun:
        last = i + 2 if i + 2 < len(lines) and AUTHORS.fullmatch(fold(lines[i + 1].text)) else i + 1
        text = lines[last].text
        if i < end or "。" not in text or len(text) < SHORTEST_TEXT or take_dateline(text)[0]:
            continue
        changes.append(Change(lines[last].number, "rejoin", lines[i].text[-12:], text[:12]))
        whole.extend(lines[end:i])
        whole.append(lines[i]._replace(text="\u3000".join([line.text for line in lines[i : last + 1]])))
        end = last + 1
    return [*whole, *lines[end:]], changes


def _is_dateline(text: str) -> bool:
    if len(text) > LONGEST_DATELINE or "。" in text or not DATELINE_SIGN.search(text):
        return False
    words, _, rest = take_dateline(text + TEXT_BEHIND)
    return bool(words) and rest == TEXT_BEHIND.strip()
