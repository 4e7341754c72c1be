"""A report whose second half stands elsewhere in the same file, behind 上接第一版, is made one again."""

from bulletin.model import Change
from bulletin.reports.blocks import Block
from bulletin.reports.group import BODY, Group, goes_back, leads_on
from bulletin.reports.kinds import ends_sentence


def reunite(groups: list[Group]) -> tuple[list[Group], list[Change]]:
    """Join a report's second part, which begins with 上接第一版, to the first one that is still waiting for it.

    The headline that the second part repeats is told as a change.
    """
    kept: list[Group] = []
    changes: list[Change] = []
    waiting: list[Group] = []
    for group in groups:
        way = _way(group)
        first = _first_part(group, waiting) if way == "back" else None
        if first is None:
            kept.append(group)
        else:
            waiting.remove(first)
            _join(first, group)
            changes.extend(Change(head.line, "repeated-title", head.text, "") for head in group.heads)
            group = first
        if any(leads_on(block) for block in group.body[-4:]):
            waiting = [*waiting[-20:], group]
    return kept, changes


def _way(group: Group) -> str:
    """back, where a group begins as the rest of another."""
    first = next((b for b in group.body if b.kind == "jump" or b.kind in BODY), None)
    return "back" if first is not None and goes_back(first) else ""


def _first_part(group: Group, waiting: list[Group]) -> Group | None:
    titles = {block.text for block in group.heads}
    same = [w for w in waiting if titles & {block.text for block in w.heads}]
    if same or titles:
        return same[-1] if same else None
    return waiting[-1] if waiting else None


def _join(first: Group, rest: Group) -> None:
    """Add the rest; the sentence that the jump cut in two is made one again."""
    at = next((i for i in range(len(first.body) - 1, -1, -1) if first.body[i].kind in BODY), -1)
    body = list(rest.body)
    start = next((i for i, b in enumerate(body) if b.kind in BODY), -1)
    if at >= 0 and start >= 0 and (first.body[at].text[-1] in "；;" or not ends_sentence(first.body[at].text)):
        a, b = first.body[at], body.pop(start)
        first.body[at] = Block(a.kind, a.text + b.text, a.line, max(a.last, a.line), a.level, a.gap)
    first.body.extend(body)
    first.closed = rest.closed
