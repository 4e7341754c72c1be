"""Proposals as text for leaders.yaml, and where in an existing one they go: behind its last person, nothing else touched."""

from collections.abc import Iterable
from importlib import util

from bulletin.messages import _
from bulletin.people.propose import Proposal, SeenPost
from bulletin.people.protocol import body_name, body_of
from bulletin.people.register import LEADER_KEYS, POST_KEYS, Register

ENGLISH = {value: value for value in (*LEADER_KEYS.values(), *POST_KEYS.values())}
CHINESE = {value: key for key, value in (*LEADER_KEYS.items(), *POST_KEYS.items())}


def pinyin_ids(proposals: Iterable[Proposal], register: Register) -> dict[str, str]:
    """Name -> id in pinyin, each used once; empty where the extra `zh` is not installed."""
    if util.find_spec("pypinyin") is None:
        return {}
    from pypinyin import lazy_pinyin

    taken = {person.id for person in register.leaders}
    ids: dict[str, str] = {}
    for proposal in proposals:
        letters = lazy_pinyin(proposal.name.replace("·", ""), errors="ignore")
        base = "-".join([letters[0], "".join(letters[1:])]).strip("-") if letters else ""
        id, number = base, 2
        while id in taken:
            id, number = f"{base}-{number}", number + 1
        if id:
            taken.add(id)
            ids[proposal.name] = id
    return ids


def as_yaml(proposals: Iterable[Proposal], ids: dict[str, str], keys: dict[str, str], indent: int = 0) -> str:
    """The proposals as items of a YAML list, a person each; days and counts stand in comments."""
    lines: list[str] = []
    for proposal in proposals:
        lines.append("# " + _counted(proposal.first, proposal.last, proposal.reports))
        lines.append(f"- {keys['name']}: {proposal.name}")
        if proposal.name in ids:
            lines.append(f"  {keys['id']}: {ids[proposal.name]}")
        if proposal.posts:
            lines.append(f"  {keys['posts']}:")
        for post in proposal.posts:
            lines.extend(_post_lines(post, keys))
    return "".join(" " * indent + line + "\n" for line in lines)


def _post_lines(post: SeenPost, keys: dict[str, str]) -> list[str]:
    lines = [f"  - {keys['text']}: {post.text}  # {_counted(post.first, post.last, post.reports)}"]
    body, _rank = body_of(tuple(post.text.split("、")))
    if body not in ("其他", "上级"):
        lines.append(f"    {keys['body']}: {body_name(body)}")
    if post.start:
        lines.append(f"    {keys['from']}: {post.start.isoformat()}")
    if post.end:
        lines.append(f"    {keys['to']}: {post.end.isoformat()}")
    return lines


def _counted(first: object, last: object, reports: int) -> str:
    if first == last:
        return _("{day}, {count} reports").format(day=first, count=reports)
    return _("{first} to {last}, {count} reports").format(first=first, last=last, count=reports)


def keys_of(text: str, chinese: bool) -> dict[str, str]:
    """The keys to write with: those that an existing register uses, else the language of this run."""
    if "姓名:" in text or "姓名：" in text:
        return CHINESE
    return CHINESE if chinese and "name:" not in text else ENGLISH


def added(text: str, at: int, items: str, indent: int, chinese: bool) -> str:
    """`text` with `items` (made with `as_yaml` at column 0) added at `at`; line ends as the text has them."""
    if indent < 0:
        items = ("领导" if chinese else "leaders") + ":\n" + items
    items = "".join(" " * max(0, indent) + line for line in items.splitlines(keepends=True))
    if at and not text[:at].endswith("\n"):
        items = "\n" + items
    if "\r\n" in text:
        items = items.replace("\n", "\r\n")
    return text[:at] + items + text[at:]
