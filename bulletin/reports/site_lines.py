"""Site lines of a page (发布时间 … 来源 …, 原创 苏小雨 青石融媒): what they tell is kept in the `Frame`.

In comes a line and the frame, out goes whether it is one. A line of nothing but fields is read by `fields`; what has other
words besides, by its labels.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.people.forms import form
from bulletin.people.vocabulary import surnames
from bulletin.reports.cleanup import HAN
from bulletin.reports.controls import is_controls
from bulletin.reports.credited import sender_and_names
from bulletin.reports.fields import is_site_line, read_fields
from bulletin.reports.frame import ACCOUNT, DATE, FULL_DATE, MADE_BY, OUTLET, SITE_LINE, Frame
from bulletin.reports.lines import Line
from bulletin.reports.makers import REPORTERS_OF
from bulletin.reports.role_words import is_role
from bulletin.reports.spaced_roles import close_spaced

FACT = pattern(
    "(?P<key>(?:信息|文章|稿件|新闻|消息|内容|发布)?来源|稿源|作者|记者|通讯员|供稿人?|撰稿人?|责任编辑|编辑|责编|审核人?"
    "|审稿|校对|编审|终审|初审|复审|签发|监制|摄影"
    "|发布[人者])[：:][ ]*(?:(?:记者|通讯员)[ \u3000]+)?(?![0-9]{2,4}[年/.-]|[0-9]{1,2}:"
    "|(?:发布|发表|更新)(?:时间|日期)|加入收藏|收藏|打印|关闭|字[号体]|时间|日期|作者|编辑|浏览|阅读|点击|访问"
    "|语音|播放|分享|(?:文章|信息|稿件)?来源|记者|审核|责任|栏目|分类|版次)"
    f"(?P<value>[{HAN}][ \u3000]{{1,2}}[{HAN}](?![{HAN}])|[^ 　：:|｜【】\\[\\]（()）]{{2,30}}?)"
    f"(?=[ 　：:|｜【】\\[\\]（()）]|$|(?<=[{HAN}] [{HAN}])、|(?:19|20)[0-9]{{2}}[年/.-]"
    "|(?:发布时间|发布日期|发表时间|更新时间|时间|日期|作者|编辑|责任编辑|审核|浏览|阅读|点击)[：:次])"
)
DAY_FIRST = pattern(
    r"^(?P<day>[0-9]{1,2})[./](?P<month>[0-9]{1,2})[./](?P<year>(?:19|20)[0-9]{2})[ \u3000]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$"
)
"""A clock that tells the day first: 13.02.2025 11:12."""
SLASHED = pattern(
    f"^(?:[{HAN}]{{2,12}}/)?(?P<year>(?:19|20)[0-9]{{2}})年/(?P<month>[0-9]{{1,2}})月/(?P<day>[0-9]{{1,2}})日(?:/.{{0,12}})?$"
)
"""The day of a paper in pieces: 青石日报/2021年/3月/5日/第001版."""
MONTH_FIRST = pattern(
    r"^(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>(?:19|20)[0-9]{2})[ \u3000]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[ ]?[AP]M$"
)
"""A clock of an American server: 3/7/2013 11:54:41 AM."""
YEAR_APART = pattern(
    r"^(?P<year>(?:19|20)[0-9]{2})[ \u3000]+(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})[ \u3000]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$"
)
"""A clock whose year stands apart: 2023 11/18 13:38:20."""
DAY_AND_AUTHOR = pattern(f"{DATE}[ \u3000]?(?P<who>[{HAN}]{{2,3}})")
"""2017-09-12苏小雨, as magazines print it."""
RECORD = pattern(
    "【[ ]*(?P<key>日期|期号|版次|版名|版面|作者|专栏|栏目|正文|来源)[ ]*】[ ]*[=＝][ ]*(?P<value>[^，。]{0,40})"
)
"""A field in the record of an old paper: 【作者】= 苏小雨."""
AUTHOR_AND_DAY = pattern(f"(?P<who>[{HAN}]{{2,3}})[ \u3000]+[（(]{DATE}[）)]")
"""苏小雨  (2007.05.22), as the record of an old paper prints it."""
PAPER_FILE = pattern(
    "(?P<year>(?:19|20)[0-9]{2})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})[ \u3000]+[0-9]{1,2}[ \u3000]+[0-9]{1,2}[ \u3000].*(?:content_?|con)[0-9]+[.]"
)
"""What an e-paper tells of the file that a report stands in: 2022-09-05 14 14 今日青石 content_100.html."""
ADDRESS = pattern(r"http|(?:^|[ \u3000：:])(?://|www\.)[a-z0-9]")
PEOPLE_KEYS = (
    "作者", "记者", "通讯员", "供稿", "供稿人", "撰稿", "撰稿人", "编辑", "责任编辑", "责编", "审核", "审核人", "审稿", "校对", "编审", "终审", "初审",
    "复审", "签发", "监制", "摄影",
)  # fmt: skip
MORE_NAMES = pattern(
    f"(?:[ \u3000、]+[{''.join(sorted(surnames().single))}][{HAN}]{{1,2}}(?=[ \u3000]|$)"
    f"|[ \u3000]+[{HAN}]{{2}}(?=[ \u3000]+(?:责任编辑|编辑|责编|审核|点击|时间|语音(?:阅读|播报|朗读))[数]?[：:]))+"
)
"""Further names behind the first one: 作者：苏小雨 何野."""
OFFICE_NAMES = pattern(
    f"(?<=[局委办部院所镇乡心府道校])[ \u3000]+(?P<names>[{''.join(sorted(surnames().single))}][{HAN}]{{1,2}}"
    f"(?:[ \u3000、]+[{''.join(sorted(surnames().single))}][{HAN}]{{1,2}}){{0,3}})"
    f"(?=[ \u3000]+[{HAN}]{{2,5}}[：:]|$)"
)
"""Names behind an office that sent the report: 来源：县林业局 苏小雨 何野 发布时间：…."""
OF_A_PAGE = pattern("时间|日期|阅读|点击|浏览|访问|字[体号]|来源|发布")
"""Without a day, credits alone (编辑：… 审核：…) are no site line."""
OFFICE_END = pattern("[局委办部院所镇乡心府道校]$")
LONGEST_PREFIX = 2
"""文章作者, 稿件编辑: what stands before a role."""
LONGEST_FIELDS = 200
MAY_BE_FIELDS = pattern(r"[0-9：:]|http|www\.|^©?原[创創]|^以下")
THE_SITE = "本站"
"""A page's own name for where it has a text from; among controls it leads to the site."""
LONGEST_OUTLETS, LOST_SPACE = 60, "?？\ufffd "
"""What a broken conversion leaves of the space between two fields: 来源：石桥镇???作者：…."""
ORIGINAL_BY = pattern(
    f"©?原创(?:[ \u3000]+(?P<who>[{HAN}·]{{2,12}}(?:[ \u3000、]+[{HAN}]{{2,4}}){{0,2}}?))?[ \u3000]+"
    f"(?P<outlet>[{HAN}A-Za-z0-9]{{2,14}})(?:[ \u3000]+{DATE}.{{0,24}})?"
)
TAKEN_FROM = pattern(
    f"以下(?:文章|内容)来源于[：: ]*(?P<outlet>[^，。：]{{2,16}}?)[ ]*(?:，[ ]*作者[：: ]*(?P<who>[{HAN}· ]{{2,16}}))?"
)
REPORTER = pattern(
    f"^(?:[{HAN}]{{2,10}}(?:网|报|台|社|端|中心|融媒|全媒体?))?(?:本[报网台]|见习|实习|特约|首席|全媒体"
    f"|融媒体?)?(?:记者|通讯员)(?:[：:]|[{HAN}]{{2,4}}$|$)"
)
"""Who wrote, behind the outlet: 来源：青石在线 记者苏小雨 通讯员何野."""
SOURCE_AND_NOTICE = pattern("来源：[ ]*(?P<outlet>[^，。：]{2,20})，[^。]*(?:版权|侵权|转载|删除)[^。]*")
"""来源：青石县政府网，信息贵在分享，如涉及版权问题请联系删除."""
SENDERS = pattern("供稿|来稿|投稿|撰稿|报送|提供")
"""Offices that sent a text, rather than put it on the page."""


def read_site_line(line: Line, frame: Frame) -> bool:
    """发布时间：… 来源：… 浏览次数：…: at least two such words, or one with a date and nothing else."""
    if "年/" in line.text and (slashed := SLASHED.match(line.text)):
        frame.note_day(line.number, slashed)
        return True
    if ".htm" in line.text and (file := PAPER_FILE.match(line.text)):
        frame.note_day(line.number, file)
        return True
    if line.text[0] == "【" and (record := RECORD.fullmatch(line.text)):
        if day := FULL_DATE.search(record["value"]):
            frame.note_day(line.number, day)
        elif record["key"] in ("作者", "来源") and record["value"]:
            frame.facts.append((line.number, record["key"], record["value"]))
        return True
    if not MAY_BE_FIELDS.search(line.text):
        return False
    if len(line.text) <= LONGEST_FIELDS and (closed := close_spaced(line.text)) != line.text:
        line = line._replace(text=closed)
    if (dated := DAY_AND_AUTHOR.fullmatch(line.text) or AUTHOR_AND_DAY.fullmatch(line.text)) and form(
        fold(dated["who"])
    ) > 2:
        frame.note_day(line.number, dated)
        frame.facts.append((line.number, "作者", dated["who"]))
        return True
    if (
        clock := DAY_FIRST.match(line.text)
        or YEAR_APART.match(line.text)
        or (line.text[-1] == "M" and MONTH_FIRST.match(line.text))
    ):
        frame.note_day(line.number, clock)
        return True
    text = fold(line.text)
    if len(text) <= LONGEST_FIELDS and "。" not in text and _read_fields(line, text, frame):
        return True
    found = FULL_DATE.search(text)
    words = SITE_LINE.findall(text) + (MADE_BY.findall(text) if found else [])
    address = bool(found) and ADDRESS.search(text) is not None
    if not (words or address) or len(text) > 160 or "。" in text:
        return False
    if len(words) < 2 and not (found and (len(text) <= 40 or address)):
        return False
    if not found and not OF_A_PAGE.search(text):
        return False
    if found:
        frame.note_day(line.number, found)
    for fact in FACT.finditer(text):
        signed = fact["key"] == "来源" and form(fact["value"]) > 2
        names = MORE_NAMES.match(text, fact.end("value")) if signed or fact["key"] in PEOPLE_KEYS else None
        end = names.end() if names and not is_controls(names[0]) else fact.end("value")
        frame.facts.append(
            (
                line.number,
                "作者" if signed and names else line.text[fact.start("key") : fact.end("key")],
                line.text[fact.start("value") : end].rstrip(LOST_SPACE),
            )
        )
        if "来源" in fact["key"] and (names := OFFICE_NAMES.match(text, fact.end("value"))):
            frame.facts.append((line.number, "作者", line.text[names.start("names") : names.end("names")]))
    return True


def _read_fields(line: Line, text: str, frame: Frame) -> bool:
    """Keep what the fields of a line tell that is nothing but fields of a page."""
    fields, end = read_fields(text)
    if end < len(text) and len(text) <= LONGEST_OUTLETS and FULL_DATE.search(text):
        fields, end = read_fields(text, outlets=True)
    bare = len(fields) == 1 and fields[0].value[0] == fields[0].value[1] and text[-1] not in "：:"  # [责任编辑：]
    if end < len(text) or bare or not is_site_line(fields):
        return _read_account(line, text, frame)
    for one in fields:
        value, label = (
            _whole(line.text, *one.value).strip().rstrip(LOST_SPACE),
            line.text[slice(*one.label)].replace(" ", ""),
        )
        if found := FULL_DATE.search(value):
            frame.note_day(line.number, found, text[slice(*one.label)])
        elif value := without_controls(value):
            frame.facts.extend((line.number, key, told) for key, told in _told_by(one.kind, label, value))
    return True


def _whole(text: str, begin: int, end: int) -> str:
    """The value from `begin` to `end`, with the bracket that closes one in it: 青石县政府网（信息科）."""
    value = text[begin:end]
    opened = value.rfind("（") > value.rfind("）") or value.rfind("(") > value.rfind(")")
    return value + text[end : end + 1] if opened and text[end : end + 1] in ("）", ")") else value


def _read_account(line: Line, text: str, frame: Frame) -> bool:
    """原创 苏小雨 青石融媒 2023-06-05 18:30, 以下文章来源于青石融媒，作者苏小雨: how an account begins a text."""
    if text.startswith("来源：") and (notice := SOURCE_AND_NOTICE.fullmatch(text)):
        frame.facts.append((line.number, "来源", line.text[slice(*notice.span("outlet"))].strip()))
        return True
    if "原创" not in text[:4] and not text.startswith("以下"):
        return False
    found = ORIGINAL_BY.fullmatch(text) or TAKEN_FROM.fullmatch(text)
    if found is None:
        return False
    if day := FULL_DATE.search(text):
        frame.note_day(line.number, day)
    if found.re.pattern == TAKEN_FROM.pattern:
        frame.facts.append((line.number, "来源", line.text[slice(*found.span("outlet"))].strip()))
    who = (found["who"] or "").strip()
    if who and all(form(name) > 2 for name in who.split()) and not ACCOUNT.fullmatch(who):
        frame.facts.append((line.number, "作者", line.text[slice(*found.span("who"))].strip()))
    return True


def _told_by(kind: str, label: str, value: str) -> list[tuple[str, str]]:
    """(key, value) of what a field tells: a source, who made the text, the office that sent it."""
    if kind == "source":
        return _senders(value)
    if kind == "who":
        return [(label if is_role(fold(label)) else label[LONGEST_PREFIX:], value)]
    if kind == "signed" or (kind == "outlet" and OUTLET.fullmatch(fold(value))):
        return [("作者" if kind == "signed" else "来源", value)]
    return [("供稿单位", value)] if kind == "office" and SENDERS.match(fold(label)) else []


def without_controls(value: str) -> str:
    """A value without the page's controls behind it: 苏小雨 我来说两句."""
    words = value.split()
    while words and words != [THE_SITE] and is_controls(fold(words[-1])):
        words.pop()
    return " ".join(words)


def _senders(value: str) -> list[tuple[str, str]]:
    """What the value of 来源 tells: an outlet; an office, and who wrote for it; names alone."""
    words = list(dict.fromkeys(value.split()))
    value = " ".join(words)
    if sent := sender_and_names(value):
        return [("来源", sent[0]), ("作者", sent[1])]
    if len(words) > 1 and is_role(fold(words[0])):
        return [("作者", " ".join(words[1:]))]
    if at := next((i for i, word in enumerate(words) if i and REPORTER.search(fold(word))), 0):
        return [("来源", " ".join(words[:at])), ("作者", " ".join(words[at:]))]
    if len(words) > 1 and (outlet := REPORTERS_OF.fullmatch(fold(words[0]))):
        return [("来源", words[0][: outlet.end("outlet")]), ("作者", " ".join(words[1:]))]
    people = [word for word in words if form(fold(word)) > 2]
    if len(words) > 1 and len(people) == len(words):
        return [("作者", value)]
    if len(words) > 1 and len(people) == len(words) - 1 and OFFICE_END.search(fold(words[0])):
        return [("来源", words[0]), ("作者", " ".join(words[1:]))]
    return [("来源", value)]
