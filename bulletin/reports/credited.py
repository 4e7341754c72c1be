"""Who is credited with a report: authors and other roles with their names, put together, and people told from offices and media.

An office stays where it names nobody; a medium among editors (编辑：直播青石) and what a page writes for nobody (本报, admin) does not.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.people.vocabulary import surnames
from bulletin.reports.cleanup import HAN
from bulletin.values import dataclass

ORGANISATION = pattern(
    "(?:局|办|委|部|中心|政府|学校|医院|公司|支部|组|站|院|社|队|会|处|所|馆|园|镇|乡|街道|台|科|室|股|厅|校|区"
    "|政协|人大|妇联|工会|小学|中学|[一二三四五六七八九十]{1,2}[小中幼]|实验?[小幼]|幼儿园|党委|总支|办公室|集团"
    "|大厅|网|报|资讯|在线|融媒|发布|周刊)$"
)
OFFICE = pattern(
    "(?:[县市区旗州镇乡][委府]|政府|人大|政协|改革|扶贫)办"
    "|[县市区旗州](?:妇联|纪委|法院|残联|文联|科协|工会|党校)|(?:组织|宣传|统战)部|政法委|办公室"
    "|(?:党政|党建|综治|综合|宣传)办"
    "|(?:教育|教体|公安|民政|司法|财政|水利|林业|农业|商务|交通|住建|人社|审计|统计|税务|气象|卫健|文旅|应急|医保"
    "|信访)局"
)
"""An office with a name as short as a person's."""
MEDIUM_NAMED = pattern(
    "^(?i:admin(?:istrator)?|webmaster|root|guest|user[0-9]*)$|^直播|融媒|发布$|新闻|在线|网$|电视|电台|客户端"
    "|传媒|微信|平台$|管理员|编辑部$|本站"
)
ACCOUNT = pattern(
    "(?i:(?:system|web|site|net|super)?[ _-]?(?:master|admin|administrator|manager|editor|user|root|guest)[0-9]*)|[a-z][a-z0-9_]{2,15}"
)
"""The account that put a text on a page, in Latin letters: SystemMaster, or the initials of an office (qsxwx)."""
OWN = pattern(f"^本[报网台刊站](?=[{HAN}]{{2,3}}$)")
"""The paper before its own author among others: 曾明、本网苏小雨."""
UNNAMED = frozenset(
    [
        "admin",
        "administrator",
        "佚名",
        "消息",
        "不详",
        "未知",
        "匿名",
        "暂无",
        "本站",
        "网络",
        "转载",
        "原创",
        "本报",
        "本网",
        "本台",
        "综合",
        "融媒",
        "融媒体",
        "全媒",
        "全媒体",
        "消息",
        "来源",
        "作者",
        "编辑",
        "小编",
        "网编",
        "系统",
        "用户",
        "官方",
        "无",
    ]
)
"""What a page writes where it knows no author, and the paper between a label and 记者 (作者：本报记者 苏小雨)."""
TYPED = pattern("录入|上传")
"""Who typed a text in, or put it on a page, neither wrote nor edited it."""
OFFICE_AND_NAME = pattern(
    f"(?P<office>[{HAN}]{{1,12}}(?:局|办公室|办|委|部|中心|政府|街道|[镇乡]|法院|检察院|学校|中学|小学|电视台"
    f"|日报社?|新闻网))(?P<name>[{''.join(sorted(surnames().single))}][{HAN}]{{1,2}})"
)
"""县林业局苏小雨: the office is no part of the name."""
WORKS = frozenset(["编辑", "记者", "通讯员", "作者", "小编"])
"""What is left of 本站编辑: somebody, and no name."""
SENDER_AND_NAMES = pattern(
    f"(?P<office>[{HAN}]{{2,16}}(?:局|办公室|办|委|部|中心|政府|街道|[镇乡]|法院|检察院|校|中学|小学|院|站|所|会"
    "|社|台|报|网|室|科|股))[ \u3000]*[（(](?:(?:本报|全媒体|融媒体?)?(?:记者|通讯员"
    f"|作者)[：: \u3000]*)?(?P<names>[{HAN}·]{{2,4}}(?:[ \u3000、，]+[{HAN}·]{{2,4}}){{0,4}})[）)]?"
)
"""An office that sent a text, and who wrote it: 县林业局（苏小雨）."""
NAME_MARKS = pattern("[ \u3000、，]+")
PRODUCED = ("出品", "制作")
KEEPER = pattern("(?:管理员|版主|站长)$")
SHORT_OUTLET = pattern("^..[报网]$")
"""青石报: no name of a person ends so."""
TOWNSHIP = pattern("^..[镇乡]$|^.{1,4}(?:[县市]|(?<![红军战国党锦])旗)$")
"""A place; 红旗 is somebody's given name."""
LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Credits:
    """Authors, and the other roles with their names."""

    byline: tuple[str, ...] = ()
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.byline or self.others)


NOBODY = Credits()


def join_credits(*parts: Credits) -> Credits:
    """All credits together, each name once a role."""
    some = [part for part in parts if part is not NOBODY and part]
    if len(some) < 2:
        return some[0] if some else NOBODY
    byline: dict[str, None] = {}
    others: dict[str, dict[str, None]] = {}
    for part in some:
        byline.update(dict.fromkeys(part.byline))
        for role, names in part.others:
            others.setdefault(role, {}).update(dict.fromkeys(names))
    return Credits(tuple(byline), tuple((role, tuple(names)) for role, names in others.items()))


def is_name(text: str) -> bool:
    known = surnames()
    if "·" in text:
        return True
    return (
        2 <= len(text) <= 4
        and (text[0] in known.single or text[:2] in known.compound)
        and not ORGANISATION.search(text)
    )


def sender_and_names(text: str) -> tuple[str, str] | None:
    """(office, names) of 县林业局（苏小雨 何野）; None of any other text."""
    found = SENDER_AND_NAMES.fullmatch(text)
    if found is None or not all(is_name(fold(name)) for name in NAME_MARKS.split(found["names"])):
        return None
    return found["office"], found["names"]


def persons(credits: Credits) -> Credits:
    """An office in the byline only where it names no person; nowhere among editors where it is a medium (编辑：直播青石)."""
    if not credits:
        return credits
    others = tuple(
        (role, tuple(n for n in _people(names) if not _is_medium(n)))
        for role, names in credits.others
        if not TYPED.search(role)
    )
    return Credits(_people(credits.byline), tuple((role, names) for role, names in others if names))


def _people(names: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(
        [
            OWN.sub("", name)
            for name in names
            if name not in UNNAMED
            and not name.isdecimal()
            and not KEEPER.search(name)
            and "@" not in name
            and not ACCOUNT.fullmatch(name)
            and not (len(name) > LONGEST_NAME and name.endswith(PRODUCED))
        ]
    )
    names = tuple([_without_office(name) for name in names if name not in WORKS])
    people = tuple(
        n
        for n in names
        if not (
            OFFICE.fullmatch(n) or SHORT_OUTLET.match(n) if len(n) == 3 else len(n) > 3 and ORGANISATION.search(fold(n))
        )
    )
    people = people or names
    persons = tuple([name for name in people if not TOWNSHIP.search(name)])
    return persons or people


def _without_office(name: str) -> str:
    """县林业局苏小雨 → 苏小雨."""
    glued = OFFICE_AND_NAME.fullmatch(name) if len(name) > LONGEST_NAME else None
    return glued["name"] if glued and is_name(glued["name"]) else name


def _is_medium(name: str) -> bool:
    return len(name) > 3 and MEDIUM_NAMED.search(name) is not None
