"""Numbers for leaders and topics that have no id of their own; a number, once given, never moves.

In: the lines of `leaders.jsonl` or `topics.jsonl` and the names of this build in order. Out: name -> number and the lines
after. Somebody who is no longer named keeps the number. A name that changed keeps it where the words that go with it
(a topic's) are the same.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import replace

from bulletin.findings import Place, fail
from bulletin.values import dataclass


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line: a number and whose it is."""

    id: int
    name: str
    words: str = ""
    """Digest of what goes with the name; empty where nothing does."""
    published: str = ""


def number(
    before: Iterable[Numbered], names: Iterable[tuple[str, str]], taken: Collection[int] = ()
) -> tuple[dict[str, int], tuple[Numbered, ...]]:
    """Give each (name, words) its number: the one it had, or the next after all that were ever given or are `taken`."""
    lines = {line.id: line for line in sorted(before, key=lambda n: (n.id, n.name), reverse=True)}
    wanted = dict(names)
    known = {line.name: line.id for line in lines.values()}
    same_words = {line.words: line.id for line in lines.values() if line.words and line.name not in wanted}
    numbers: dict[str, int] = {}
    for name, words in wanted.items():
        if name in known:
            numbers[name] = known[name]
        elif words and words in same_words:
            numbers[name] = same_words.pop(words)
        else:
            numbers[name] = max((*lines, *taken), default=0) + 1
        old = lines.get(numbers[name], Numbered(numbers[name], name))
        lines[numbers[name]] = replace(old, name=name, words=words)
    return numbers, tuple(lines[id] for id in sorted(lines))


def write_numbers(lines: Iterable[Numbered]) -> str:
    """The text of the file."""
    rows = ({"id": n.id, "name": n.name, "words": n.words, "published": n.published} for n in lines)
    kept = ({key: value for key, value in row.items() if value != ""} for row in rows)
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in kept)


def parse_numbers(text: str, name: str) -> list[Numbered]:
    """The lines of the file. Raises BulletinError at one that is none."""
    found: list[Numbered] = []
    for at, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            one = Numbered(**json.loads(line))
        except (ValueError, TypeError):
            raise fail("ledger-line", Place(name, at, 1, line[:70])) from None
        if (
            type(one.id) is not int
            or one.id < 1
            or not all(type(t) is str for t in (one.name, one.words, one.published))
        ):
            raise fail("ledger-line", Place(name, at, 1, line[:70]))
        found.append(one)
    return found
