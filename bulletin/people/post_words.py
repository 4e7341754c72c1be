"""What the words of a post tell of who may stand behind it: nobody in particular, one alone, a group, somebody named already.

In comes the wording of a post as found in a folded text, out comes what it tells. Where the post stands is not asked.
"""

from functools import lru_cache
from typing import NamedTuple

from bulletin.patterns import pattern
from bulletin.people.titles import STANDS_IN, office_before
from bulletin.people.vocabulary import surnames

NOBODY = pattern(
    "记者|通讯员|摄影|编辑|作者|责编|供稿|撰稿|审核|校对|实习生|村民|群众|老党员|贫困户|居民|学生|同学|职工|工人"
    "|农户|客商|司机|店主|业主|患者|家长|教师|老师|医生|护士|志愿者|战士|烈士|英雄|模范|种植户|养殖户|带头人"
    "|网格员|护林员|保洁员|游客|市民|退休|老干部|歌手|演员|作家|画家|书法家|诗人"
)
BODY_BEHIND = pattern("中心|局|办公室|委员会|协会|学校|[干部]部?处|工委|科(?=副?科长$)")
HELD_BY_ONE = pattern(
    "(?<!副)(?<!副县委)(?:[县市区旗州省]长|[县市区旗州省]委书记|检察长|人大(?:常委会)?主任|政协主席)$"
)
HELD_BY_MANY = ("往届", "历届", "历任", "往任", "老")
"""Words before a post that one holds after the other: 历任县委书记高远、何明川."""
GROUP = pattern(
    "(?:在?家的?)?[省市县区旗州厅处科副正]{1,2}级(?:党员)?领导(?:干部)?"
    "|(?:本次)?(?:大会|会议)?(?:主席团)?的?(?:执行|常务)主席"
    "|[省市县区旗州镇乡街道]{0,2}(?:党政|党委|领导|党政领导)?班子成员"
)
OF_A_PRESIDIUM = pattern("[^、]{0,8}(?:执行主席|常务主席|级(?:党员)?领导(?:干部)?|(?:党政|领导)?班子成员)")
BARE = pattern(
    "(?:党委|党组|纪委|纪检|工会|常务|专职|行政|办公室|综合部|财务部|人事部|市场部|生产部|技术部|销售部|工程部"
    "|运营部)?(?:副)?(?:书记|主席|主任|院长|校长|委员|处长|部长|组长)"
)
"""A post without a body: behind a firm's or a school's head it is one of the same house."""


class PostWords(NamedTuple):
    """What the words of a post tell of who may stand behind it."""

    of_a_surname: bool
    nobody: bool
    group: bool
    """A label of a group that stands before a name like a post: 县级领导何明川."""
    held_by_one: bool
    stands_in: bool
    """Who heads a body without an office of it (县政府负责人高远), which is mostly said of nobody in particular."""


@lru_cache(maxsize=20_000)
def words_of(title: str) -> PostWords:
    """The same few hundred wordings come again and again, so each is asked once."""
    one = HELD_BY_ONE.search(title) is not None and not title.startswith(HELD_BY_MANY)
    return PostWords(
        of_a_surname(title), is_nobody(title), bool(GROUP.fullmatch(title)), one, title.endswith(STANDS_IN)
    )


def of_a_surname(title: str) -> bool:
    """Whether a title already is a person's with the surname alone: 高书记."""
    office = office_before(title, len(title))
    lead = title[: len(title) - len(office)]
    return len(lead) == 1 and lead in surnames().single and lead not in "县市区旗州省乡镇村原前代副总正处厅局部支家师军"


def is_nobody(title: str) -> bool:
    """Whether a post is one of private people (村民小组组长) rather than of a body that serves them (教师发展中心主任)."""
    match = NOBODY.search(title)
    return bool(match) and match is not None and not BODY_BEHIND.search(title, match.end())
