"""What leaders and topics are made from of each month: a few lines of what the month holds of them.

In: the months as parts. Out: a brief of each. Whoever composes a month has it at hand and makes its briefs there; so a first
build reads the months of leaders and topics once, for their pages, and not before that to count companions.
"""

from collections.abc import Iterable
from dataclasses import field
from datetime import date

from bulletin.model import ArticleLink
from bulletin.outline import LeaderMonth, LeaderShare, TopicMonth, TopicShare
from bulletin.parts import held
from bulletin.values import dataclass


@dataclass(frozen=True, slots=True)
class LeaderBrief:
    """What a leader is made from of one month; the pages show the month itself."""

    latest: ArticleLink | None
    posts: tuple[str, ...]
    """As the newest report prints them that prints any."""
    seen: tuple[tuple[str, date, date], ...]
    """Posts as printed, with the first and the last day."""
    companions: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class TopicBrief:
    """What a topic is made from of one month, but for the reports that stand on top of its page."""

    latest: ArticleLink | None
    first: date | None
    """Issue of the oldest report."""
    pictured: bool
    people: tuple[tuple[str, int], ...]
    together: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Briefs:
    """Briefs of months that are at hand, by the digests of their parts; the others are made of the parts."""

    leaders: dict[str, LeaderBrief] = field(default_factory=dict)
    topics: dict[str, TopicBrief] = field(default_factory=dict)

    @classmethod
    def of(cls, leaders: Iterable[LeaderShare], topics: Iterable[TopicShare]) -> "Briefs":
        """Those of shares whose months are at hand."""
        return cls(
            {share.part.digest: leader_brief(held(share.part)) for share in leaders},
            {share.part.digest: topic_brief(held(share.part)) for share in topics},
        )

    def add(self, others: "Briefs") -> None:
        self.leaders.update(others.leaders)
        self.topics.update(others.topics)


NO_BRIEFS = Briefs()


def leader_brief(month: LeaderMonth) -> LeaderBrief:
    days: dict[str, list[date]] = {}
    for activity in month.activities:
        if activity.posts:
            days.setdefault("、".join(activity.posts), []).append(activity.link.date)
    return LeaderBrief(
        month.activities[0].link if month.activities else None,
        next((activity.posts for activity in month.activities if activity.posts), ()),
        tuple((text, min(seen), max(seen)) for text, seen in days.items()),
        month.companions,
    )


def topic_brief(month: TopicMonth) -> TopicBrief:
    links = [activity.link for activity in month.activities]
    return TopicBrief(
        links[0] if links else None, links[-1].date if links else None, month.pictured is not None, month.people,
        month.together,
    )  # fmt: skip
