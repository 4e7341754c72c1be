"""Headlines of other reports that a page leaves below its last report, or above one, with nothing that announces them.

In come the blocks of the last report, out goes how many at its end are such lines: two and more that end no sentence, below one
that does, of other places and people than the report itself.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.reports.blocks import Block
from bulletin.reports.caption_forms import CAPTION
from bulletin.reports.group import BODY
from bulletin.reports.kinds import ends_sentence
from bulletin.reports.scenes import is_scene, shows
from bulletin.reports.taken_up import takes_up

SHORTEST, LONGEST, FEWEST, MANY = 9, 45, 2, 4
"""Characters of a line, and lines of a list below a text and above one."""
LONG_LIST, SOME = 6, 3
"""Lines of a list that is one whatever a few of them look like, and the share of these."""
NEWS = pattern(
    "召开|举行|举办|开展|启动|开工|开幕|闭幕|揭牌|走进|入选|荣获|获评|发布|印发|出台|公布|亮相|上线|上市|开通"
    "|收官|首航|首飞|首演|新增|被查|查处|晒出|喜获|夺得|夺冠|刷新|跃居|领跑|暖人心|正当时"
    "|开放|建成|落地|突破|增长|迎来|助力|赋能|如何|怎样|怎么|为何|为什么|什么|[？?！!]$"
)
"""What headlines tell, or ask."""
EDITED = pattern("[（(]?(?:责任编辑|编辑|责编|审核|校对|终审|[一二三初复]审|监制|来源|编审)[ \u3000]*[：:丨|｜/]")
OF_OTHERS = pattern(
    f"{NEWS.pattern}"
    f"|^(?:[我全][县市区旗州镇乡]|[县市区旗州]领导|[\u4e00-\u9fff]{{2,3}}[县市区旗镇乡])[^，。]*(?:召开|慰问|调研"
    "|检查|督查|督导|走访|会议)"
    "|^[\u4e00-\u9fff·]{2,8}?(?:到[^，。]{2,8}|深入[^，。]{2,8}|带队|率队|主持召开)*(?:调研|检查|督查|督导|慰问"
    "|走访|察看|主持召开)[^，。]{3,}"
)
POINTS = frozenset("·•▪")
NO_HEADLINE = pattern("[：:。；;，、]$|^(?:附|注|备注|名单|特此|此致|敬礼|联系|咨询|报名)|^[^，。]{2,10}[：:]")


def headlines_below(body: list[Block]) -> int:
    """How many blocks at the end of a report are headlines of other reports."""
    at = len(body)
    while at and _may_be_headline(body[at - 1]):
        at -= 1
    short = _short_lines_below(body)
    if short >= LONG_LIST and 2 * sum(map(_may_be_headline, body[-short:])) >= short:
        at = len(body) - short  # some of them are shorter, or named with their place: 青石石桥：“敬老饭桌”暖人心
    rest = body[at:]
    if len(rest) < FEWEST or not at or body[at - 1].kind not in (*BODY, "credit", "source"):
        return 0
    if _is_made_by(body[at - 1]):
        return len(rest) if _are_of_others(body[:at], [block.text for block in rest]) else 0
    shown = sum([block.kind == "caption" for block in rest])
    if not ends_sentence(body[at - 1].text) or (shown and (len(rest) < LONG_LIST or shown * SOME > len(rest))):
        return 0
    told = fold("".join([block.text for block in body[:at] if block.kind in BODY]))
    lines = [fold(block.text) for block in rest]
    taken = sum([takes_up(told, line) for line in lines])
    if not any(map(NEWS.search, lines)) or (taken and (len(rest) < LONG_LIST or taken * SOME > len(rest))):
        return 0
    return len(rest)


def _is_made_by(block: Block) -> bool:
    """Whether a line tells who edited a report, or where it comes from: what is printed below it is seldom a picture's."""
    return block.kind == "source" or (block.kind == "credit" and EDITED.match(fold(block.text)) is not None)


def _are_of_others(report: list[Block], lines: list[str]) -> bool:
    """Whether lines below a report's editors are headlines of other reports: they tell news, and nobody of the report does anything."""
    told = "".join([block.text for block in report if block.kind in BODY])
    if any(shows(line, told) or is_scene(line) for line in lines):
        return False
    return any(OF_OTHERS.search(fold(line)) for line in lines)


def _may_be_headline(block: Block) -> bool:
    text = block.text
    return (
        block.kind in ("body", "caption")
        and CAPTION.match(text) is None
        and SHORTEST <= len(text) <= LONGEST
        and "。" not in text
        and NO_HEADLINE.search(text) is None
    )


def _short_lines_below(body: list[Block]) -> int:
    """How many lines at the end of a report are no sentences."""
    at = len(body)
    while at and body[at - 1].kind in ("body", "caption"):
        text = body[at - 1].text
        if len(text) > LONGEST or "。" in text or ends_sentence(text.rstrip("”）)")):
            break
        at -= 1
    return len(body) - at


def headlines_above(lines: list[str], opening: str) -> int:
    """How many lines at the top are headlines of other reports of the page: they stand behind the points of a list, or the text
    takes up the words of later ones alone.
    """
    listed = next((i for i, line in enumerate(lines) if line[0] not in POINTS), 0)
    if listed or len(lines) <= MANY:
        return listed
    told = fold(opening)
    first = next((i for i, line in enumerate(lines) if takes_up(told, fold(line))), 0)
    return first if first >= MANY else 0
