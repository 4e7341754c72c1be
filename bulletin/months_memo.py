"""Composed months as plain notes for the memo and back: short values and the places of parts."""

from datetime import date
from typing import Any

from bulletin.compose import Composed, Count
from bulletin.outline import IssueHead, LeaderShare, Month, TopicShare
from bulletin.packing import pack, unpack
from bulletin.parts import Part


def as_note(composed: Composed) -> tuple[Any, ...]:
    """A composed month whose parts have been put down, as plain values."""
    month, after = composed.month, composed.after
    heads = [(h.date.toordinal(), h.url, h.number, h.total, h.pages, h.articles) for h in month.heads]
    return (
        month.year, month.month, heads, (month.issues.digest, month.issues.place), month.people, month.shown,
        (month.subjects.digest, month.subjects.place),
        [(key, s.count, s.part.digest, s.part.place) for key, s in composed.leaders.items()],
        [(id, s.count, s.part.digest, s.part.place) for id, s in composed.topics.items()],
        (after.year, after.number, after.total), pack(composed.findings) if composed.findings else b"",
    )  # fmt: skip


def from_note(note: tuple[Any, ...]) -> Composed:
    """The composed month that a note was made of."""
    year, number, heads, (digest, place), people, shown, about, leaders, topics, after, findings = note
    month = Month(
        year, number, tuple(IssueHead(date.fromordinal(day), *rest) for day, *rest in heads),
        Part(digest, None, place), tuple(people), shown, Part(about[0], None, about[1]),
    )  # fmt: skip
    return Composed(
        month,
        {key: LeaderShare(year, number, count, Part(d, None, p)) for key, count, d, p in leaders},
        {id: TopicShare(year, number, count, Part(d, None, p)) for id, count, d, p in topics},
        Count(*after),
        unpack(findings) if findings else (),
    )
