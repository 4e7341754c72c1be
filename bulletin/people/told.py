"""Names whose last character seems to begin the next word, where the text tells elsewhere that it does not.

县委书记罗思来|到石桥镇 is 罗思来, not 罗思, where 罗思来指出 stands below and 罗思 never stands without 来.
"""

from bulletin.patterns import pattern

TOLD = pattern("指出|强调|要求|表示|一行|说[，：]|详细|仔细|认真|充分|首先|随后|最后|还|都|同志")
"""What stands behind a name that ends in 来 or 会."""
TOLD_ALL_THE_SAME = pattern("(?:指出|强调|要求|表示|说)[，：]|一行|同志")
"""What stands behind one that ends in 在, and behind no 在."""
ENDS_TOLD = frozenset("来会在")


def is_told(text: str, name: str, begin: int, stop: int) -> bool:
    """Whether a name stands between two places before a word that its last character cannot begin, and never without it."""
    times = text.count(name, begin, stop)
    if times < 2 or times != text.count(name[:-1], begin, stop):
        return False
    behind = TOLD_ALL_THE_SAME if name[-1] == "在" else TOLD
    place = text.find(name, begin, stop)
    while place >= 0:
        if behind.match(text, place + len(name)):
            return True
        place = text.find(name, place + 1, stop)
    return False
