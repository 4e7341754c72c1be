"""A byline in its usual form, read by one pattern: 记者 苏小雨 何野 通讯员 江北.

In comes the text of a byline, out go its names, exactly as `credits` reads them, or none wherever anything else stands there;
then `credits` reads it, which takes twenty times as long. Most bylines are written like this, and each report has one.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.people.tree import tree
from bulletin.reports.cleanup import HAN
from bulletin.reports.credited import UNNAMED
from bulletin.reports.role_words import ROLES

KINDS = frozenset(role for role in ROLES.split() if role.endswith(("记者", "通讯员")))
KIND = "|".join(sorted(KINDS, key=lambda kind: (-len(kind), kind)))
NAME = f"(?!{KIND})[{HAN}]{{2,3}}"
ONE_KIND = f"(?:{KIND}) {NAME}(?:[ 、]{NAME})*"
USUAL = pattern(f"{ONE_KIND}(?: {ONE_KIND})*")
MORE = pattern(f"{tree(ROLES.split())}|[撰写道理拍镇乡县市旗网报]$")
"""What may be more than a part of a name: another role, a township, a county, an outlet."""


def usual_names(text: str) -> tuple[str, ...]:
    """The authors of a byline in its usual form; empty where it has another, names somebody twice or has a word for nobody."""
    if not USUAL.fullmatch(text) or fold(text) != text:
        return ()
    names = tuple([word for word in text.replace("、", " ").split(" ") if word not in KINDS])
    if len(set(names)) < len(names) or not UNNAMED.isdisjoint(names):
        return ()
    return () if any(map(MORE.search, names)) else names
