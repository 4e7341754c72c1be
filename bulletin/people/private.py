"""Whether a post is no public one, by its words or by what the text tells of: a hospital's 院长, a society's 秘书长.

In come a folded text, the posts before a place and that place, out comes yes or no.
"""

from bulletin.patterns import pattern
from bulletin.people.standing import leads_a_regiment
from bulletin.people.titles import Titles

OF_A_MINISTRY = pattern("厅党[组委](?:副?书记|成员|委员)")
"""An office of a province's department, whose holder may head a theatre or a clinic besides."""
A_PUBLIC_HOUSE = pattern("(?:(?:农|林|社|水|热)科院|科学院|考试院)院长")
SECTION, COUNTY = pattern("(?<!医务|教务|护理|政教)科副?科长$"), pattern("县[委长领政人]|副县长|旗[委长领]")
ABOVE_COUNTY = pattern("(?:省|州|盟|自治区|地区|(?P<city>市))[\u4e00-\u9fff]{1,12}[局委厅办]")
BESIDE = pattern(
    "(?:省|州|盟|自治区|地区|(?P<city>市))[\u4e00-\u9fff]{1,14}[局委厅办](?:党组)?(?:成员、)?(?:副?[局厅]长|副?主任)"
    "[\u4e00-\u9fff·]{2,4}、(?:[\u4e00-\u9fff]{2,10}科副?科长[\u4e00-\u9fff·]{2,4}、){0,3}[\u4e00-\u9fff]{0,8}$"
)
"""A section, what is told of beside a county, a body above it, and one of its heads right before a name."""
DIVISION = pattern(
    "(?<![省市州盟])(?<![省市州盟级]人民)(?<!中级)(?:法院|检察院)[\u4e00-\u9fff]{1,8}(?:(?<!法)庭副?庭长|科副?科长|股副?股长)$"
)
"""A division of a county's court: 县法院民事审判一庭庭长."""
SOCIETY, NEAR = pattern("(?<!红十字)(?:会长|商会|协会|学会|基金会|促进会)"), 60


def is_private(text: str, titles: Titles, end: int) -> bool:
    """Whether the posts before `end` are no public ones, by their words or by what the text tells of."""
    if titles.private and not (leads_a_regiment(text, titles) or _of_a_city(text, titles)):
        return True
    if titles.last[-1] == "长" and len(titles.items) == 1 and DIVISION.search(titles.last):
        return True
    return _of_a_hospital(text, titles, end) or _of_a_conference(text, titles) or _of_a_society(text, titles)


def _of_a_city(text: str, titles: Titles) -> bool:
    """Whether the head of a section sits in a bureau above the county's, as the post itself tells or the one beside it: such a
    section is as high as a bureau of the county (市文旅局副局长江北、公共服务科科长何野，县领导苏青).
    """
    if not SECTION.search(titles.last) or len(titles.items) > 1:
        return False
    above = ABOVE_COUNTY.match(text, titles.start) or BESIDE.search(text[max(0, titles.start - NEAR) : titles.start])
    return above is not None and (above["city"] is None or COUNTY.search(text) is not None)


def _of_a_society(text: str, titles: Titles) -> bool:
    """Whether 秘书长 without a body stands behind the head of a society: 商会会长江北…，秘书长苏青."""
    if titles.last not in ("秘书长", "副秘书长") or len(titles.items) > 1:
        return False
    return SOCIETY.search(text, max(0, titles.start - NEAR), titles.start) is not None


def _of_a_hospital(text: str, titles: Titles, end: int) -> bool:
    """院长 without a body is a court's only where one was named just before."""
    if titles.last not in ("院长", "副院长") or "法院" in text[max(0, end - 80) : end]:
        return False
    if any(OF_A_MINISTRY.search(text, *item) for item in titles.items[:-1]):
        return False
    if titles.last == "副院长" and A_PUBLIC_HOUSE.search(text, max(0, titles.start - 20), titles.start):
        return False
    return not ("法院" in text or "法庭" in text) or "医院" in text


def _of_a_conference(text: str, titles: Titles) -> bool:
    """委员 alone, where a text tells of the 政协, is one of its members who speaks, and no office."""
    return titles.last == "委员" and len(titles.items) == 1 and "政协" in text
