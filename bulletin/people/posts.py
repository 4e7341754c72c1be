"""Posts compared: whether two printed wordings mean one office, and which titles are no office at all."""

from functools import lru_cache

from bulletin.patterns import pattern
from bulletin.people.fold import mend

FUNCTIONAL = pattern("执行主席|常务主席|组长|指挥长|总指挥|[河湖林田路链校]长$|团长|召集人|第一书记|代表$|委员$")
"""Titles that one has beside a post: they contradict no register and are not proposed for one."""

CHANGES = pattern("(?:副|代|代理|原|前|前任|常务|拟任|候任|挂职|提名|第一)$")
"""Words that make another post of the one behind them."""


@lru_cache(maxsize=20_000)
def same_post(printed: str, registered: str) -> bool:
    """Whether two wordings may be the same post: one is the other with a place or a body before it.

    县委书记 and 青石县委书记 are; 县长 and 副县长, 县长 and 代县长 are not. Pinyin that a broken conversion left is not compared.
    """
    if "（" in printed:
        printed = mend(printed)
    longer, shorter = sorted((printed, registered), key=len, reverse=True)
    if longer.endswith(shorter):
        return not CHANGES.search(longer[: len(longer) - len(shorter)])
    return _short(printed) == _short(registered)


def _short(post: str) -> str:
    """A post without words that one office prints and another leaves out."""
    return (
        post.replace("人民政府", "")
        .replace("政府", "")
        .replace("部部长", "部长")
        .replace("局局长", "局长")
        .replace("常委会", "")
        .lstrip("县市区旗")
    )
