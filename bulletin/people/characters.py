"""The characters that names are written with, and a name as it is compared: without padding, with the usual dot."""

from bulletin.patterns import pattern

HAN = "\u3400-\u4dbf\u4e00-\u9fff〇\U00020000-\U0003ffff"
HAN_RUN = pattern(f"[{HAN}]{{1,7}}")
DOTS = "·•‧・．"
NOT_PLAIN, SPACES, OTHER_DOTS = pattern("[ \u3000•‧・．]"), pattern("[ \u3000]"), pattern("[•‧・．]")


def plain(name: str) -> str:
    """A name without inner padding and with the usual dot."""
    return name if name.isalnum() or not NOT_PLAIN.search(name) else OTHER_DOTS.sub("·", SPACES.sub("", name))
