"""Whether somebody with a post stands in a text as a leader of it: what the post alone does not tell.

In come a text and the places of a post and a name, out comes yes or no. A 团长 leads a regiment of the corps, or a party of
travellers; the head of a state body whose speech was passed on was not there.
"""

from bulletin.patterns import pattern
from bulletin.people.titles import Titles

REGIMENT = pattern(
    "(?:.*(?:[0-9一二三四五六七八九十百零〇]|预备役|民兵|步兵|炮兵|团场|边防)团)?(?:党委)?(?:常务)?副?团长"
)
"""The post of one who leads a regiment, or might: 五十团团长, 副团长, but not 考察团团长."""
CORPS = pattern(
    "兵团|师市|团党委|团场|农[一二三四五六七八九十]{1,2}师|第?[一二三四五六七八九十]{1,3}师"
    "|[0-9一二三四五六七八九十百零〇]团(?![队长结组体员伙])|预备役"
)
"""What a text of the corps or of the army tells of."""
NATIONAL = pattern("(?:中共)?(?:中央|全国|国务院|国家)(?![^，。]{0,12}[省市县区旗]).*|.*总书记")
SPEECH = pattern("(?:同志)?(?:在|关于|对|就|的)[^，。；\n]{0,40}?(?:讲话|指示|批示|论述|精神|文章|贺信|回信|要求)")
"""What a text passes on of somebody who was not there: 全国政协主席某某|在座谈会上的讲话精神."""


def leads_a_regiment(text: str, titles: Titles) -> bool:
    """Whether a post is one of a regiment, which no other word of it needs to tell in a text of the corps."""
    if not titles.last.endswith("团长") or not REGIMENT.fullmatch(titles.last):
        return False
    return titles.last not in ("团长", "副团长", "常务副团长") or CORPS.search(text) is not None


def is_passed_on(text: str, titles: Titles, end: int) -> bool:
    """Whether only a speech of the holder of a state office is told, whose name ends before `end`."""
    return (
        titles.last[0] in "中全国总"
        and NATIONAL.fullmatch(titles.last) is not None
        and SPEECH.match(text, end) is not None
    )
