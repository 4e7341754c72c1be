"""How alike two texts are, told from a few characters kept of each.

A text's mark is the sixteen smallest digests of its clauses. Two marks estimate which share of the clauses two texts
have in common (bottom-k sampling: Broder 1997, "On the resemblance and containment of documents"). A moved paragraph
changes nothing, a corrected name only the clauses it stands in, and the old text itself need not be kept.
"""

import hashlib
from binascii import a2b_base64, b2a_base64
from struct import pack, unpack
from zlib import crc32

MARKS = "，、；：\n"
"""Marks that end a clause, besides 。; replacing them one by one is six times as fast as a pattern."""
END = "。".encode()
SHORTEST = 18
"""Bytes of the shortest clause that counts, six Han characters: 会议强调 stands in every second report."""
CLAUSES = 16
"""Digests in a mark; the estimate is right to about ±0.1."""


def text_digest(text: str) -> str:
    """Twelve hexadecimal digits, equal for equal texts on any machine; empty for an empty text."""
    return encoded_digest(text.encode("utf-8", "surrogatepass"))


def encoded_digest(data: bytes) -> str:
    """The digest of a text that is UTF-8 already."""
    return hashlib.blake2b(data, digest_size=6).hexdigest() if data else ""


def mark_of(text: str) -> str:
    """The mark of a text; empty for an empty one."""
    for mark in MARKS:
        text = text.replace(mark, "。")
    clauses = text.encode("utf-8", "surrogatepass").split(END)
    own = [clause for clause in clauses if len(clause) >= SHORTEST] or filter(None, clauses)
    found = sorted(set(map(crc32, own)))[:CLAUSES]
    return b2a_base64(pack(f">{len(found)}I", *found), newline=False).decode()


def digests_in(mark: str) -> frozenset[int]:
    """The digests that a mark is made of; none for a text that is no mark."""
    try:
        data = a2b_base64(mark)
    except ValueError:
        return frozenset()
    return frozenset(unpack(f">{len(data) // 4}I", data[: len(data) // 4 * 4]))


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of clauses that two texts have in common, 0 to 1, estimated from their marks."""
    smallest = sorted(one | other)[:CLAUSES]
    return sum(d in one and d in other for d in smallest) / len(smallest) if smallest else 0.0


def alike(one: str, other: str) -> float:
    """How alike two headlines are, 0 to 1: the pairs of characters that they share (Dice's coefficient)."""
    if one == other:
        return 1.0 if one else 0.0
    first, second = pairs_of(one), pairs_of(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters in a text."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))
