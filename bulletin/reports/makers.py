"""Lines of nothing but who made a report, in the forms that need no colon: 青石日报记者苏小雨、何野, 苏小雨 文/图, 何野 青石电视台记者.

In comes a folded line, out goes whether it is one. Each part has to be what it should be: an outlet, a role, names.
"""

from bulletin.patterns import pattern
from bulletin.people.vocabulary import surnames
from bulletin.reports.cleanup import HAN
from bulletin.reports.role_words import ROLE

SURNAME = "".join(sorted(surnames().single))
COMPOUND = "|".join(sorted(surnames().compound))
NAME = (
    f"(?:(?:{COMPOUND})[{HAN}]{{1,2}}|[{SURNAME}](?:[ \u3000][{HAN}](?![{HAN}])|[{HAN}]{{1,2}})"
    f"|[{HAN}]{{2,6}}·[{HAN}·]{{2,8}})"
)
NAMES = f"{NAME}(?:[ \u3000、，,]+{NAME}){{0,5}}"
MAKER = "(?:本[报网台刊站]|全媒体?|融媒体?|新媒体|特约|特派|实习|见习|首席|驻地|中心)*(?:记者|通讯员|实习生|信息员)"
MAKERS = f"{MAKER}[ \u3000]*[：:/／丨|｜]?[ \u3000]*{NAMES}"
FILMED = f"(?:摄像|剪辑|编辑)[ \u3000]*[：:/／丨｜][ \u3000]*{NAMES}"
"""摄像：何野, behind a reporter."""
OUTLETS = "网|报|台|社|站|客户端|中心|发布|在线|融媒|新闻|宣传|广电|传媒|党建|先锋|电视"
OFFICES = "局|办|委|部|院|政府|人大|政协|街道|镇|乡|办公室|公司|学校|中学|小学|支队|大队|法院|妇联|工会|工商联|残联"
BULLET = "[□■◎◆◇○●▲▍▌▎▪•★☆丨|｜]*[ \u3000]*"
BOTH = "文[/／、 ]?图|图[/／、 ]?文|文[/／ ]?摄影?|摄影报道"
SIGNED = pattern(
    f"[（(【\\[]?{BULLET}(?:"
    f"(?:[{HAN}·]{{2,16}}?(?:{OUTLETS}"
    f"|{OFFICES})?[ \u3000]*)?{MAKERS}(?:[ \u3000/／；;]*(?:{MAKERS}|{FILMED})){{0,2}}[ \u3000]*(?:报道|{BOTH})?"
    f"|{NAMES}[ \u3000]+(?:{BOTH})"
    f"|{NAMES}[ \u3000]+[{HAN}]{{2,14}}(?:{OUTLETS})(?:全媒体?|融媒体?)?记者"
    ")[）)】\\]]?"
)
SENT = pattern(f"[（(]?[{HAN}]{{2,14}}(?:{OUTLETS}|{OFFICES})[ \u3000]+(?:{ROLE})[ \u3000]+{NAMES}[）)]?")
"""县委办 供稿 苏小雨."""
STOPPED = pattern(f"(?:{ROLE})[ \u3000]*[：:丨|｜/／][ \u3000]*{NAMES}。")
"""拟稿：苏小雨。"""
REPORTERS_OF = pattern(
    f"(?P<outlet>[{HAN}]{{2,10}}(?:报|网|台|社|客户端|中心|融媒))(?:全媒体|融媒体?|本报)?(?:记者|通讯员)"
)
"""Whom an outlet sent: 来源：青石日报全媒体记者 苏小雨."""
MARKED_NAME = pattern(f"[□■◎◆◇○●▪★☆][ \u3000]*{NAMES}")
"""◆苏小雨: an author where it stands alone, an item where others stand beside it."""
SEEN = pattern("记者|通讯员|实习生|信息员|文[/／、 ]?[图摄]|图[/／、 ]?文|摄影报道")
LONGEST, FEWEST_SPACES = 60, 2


def is_signed(text: str) -> bool:
    """Whether a line (simplified characters) is nothing but an outlet or office, roles and names."""
    if len(text) > LONGEST:
        return False
    if SEEN.search(text) is not None and SIGNED.fullmatch(text):
        return True
    if text[-1] == "。":
        return STOPPED.fullmatch(text) is not None
    spaces = text.count(" ") + text.count("\u3000")
    return spaces >= FEWEST_SPACES and SENT.fullmatch(text) is not None


def is_marked_name(text: str) -> bool:
    """Whether a line is names behind a mark."""
    return MARKED_NAME.fullmatch(text) is not None
