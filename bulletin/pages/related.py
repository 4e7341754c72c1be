"""Related reports: earlier ones on the same topics and with the same people.

In: the issues of a month, and what the reports of the months before were about. Out: for each article the links of at most
four earlier reports. Only what came before is looked at, so a report printed today changes no page of the past; and of that
only the last months, so an article costs the same in an archive of any size. An edited body changes no `Subject`, so the
pages of later months are left alone.
"""

from collections.abc import Iterable, Mapping, Sequence

from bulletin.model import ArticleLink, PlacedArticle
from bulletin.outline import Issue, Month, Subject
from bulletin.parts import Part
from bulletin.shares import key_of

MOST, ENOUGH = 4, 3
TOPIC, PERSON = 2, 1
NEAREST = 12
"""Reports with one topic or person that are looked at, counted backwards."""
MONTHS_BACK, REPORTS_BACK = 12, 60
"""A month looks back over so many months, fewer where these have so many reports."""
Subjects = tuple[Subject, ...]


def subjects_of(shown: Iterable[PlacedArticle]) -> Subjects:
    """Of articles that are not withdrawn, in their order."""
    return tuple(
        Subject(placed.link, placed.number, placed.article.topics, tuple(map(key_of, placed.article.people)))
        for placed in shown
    )


def months_back(months: Sequence[Month], i: int) -> tuple[Part[Subjects], ...]:
    """What month `i` looks back on, oldest first; `months` are oldest first."""
    found: list[Part[Subjects]] = []
    reports = 0
    for month in reversed(months[max(0, i - MONTHS_BACK) : i]):
        if reports >= REPORTS_BACK:
            break
        found.append(month.subjects)
        reports += month.shown
    return tuple(reversed(found))


def related_reports(issues: Iterable[Issue], before: Iterable[Subject] = ()) -> Mapping[str, tuple[ArticleLink, ...]]:
    """Address of an article -> links, the best first, then the newest; `before` and `issues` are oldest first.

    A shared topic counts two, a shared person one; three are needed, so that one person alone or one broad topic alone
    relates nothing. Reports of the same issue are not related: they stand beside each other already.
    """
    known: list[Subject] = []
    seen: dict[str, list[int]] = {}
    found: dict[str, tuple[ArticleLink, ...]] = {}
    for subject in before:
        _remember(subject, _keys(subject), known, seen)
    for issue in issues:
        own = [(s, _keys(s)) for s in subjects_of(placed for placed in issue.articles if not placed.article.withdrawn)]
        for subject, keys in own:
            if links := _best(keys, known, seen):
                found[subject.link.url] = links
        for subject, keys in own:
            _remember(subject, keys, known, seen)
    return found


def _keys(subject: Subject) -> dict[str, int]:
    """What a report is about -> how much it counts; topics and people cannot be mistaken for each other."""
    return {f"#{id}": TOPIC for id in subject.topics} | {f"@{key}": PERSON for key in subject.people}


def _remember(subject: Subject, keys: Iterable[str], known: list[Subject], seen: dict[str, list[int]]) -> None:
    """Put a report behind the known ones, and its place among them under each of its keys."""
    place = len(known)
    known.append(subject)
    for key in keys:
        if key in seen:
            seen[key].append(place)
        else:
            seen[key] = [place]


def _best(
    keys: Mapping[str, int], known: Sequence[Subject], seen: Mapping[str, Sequence[int]]
) -> tuple[ArticleLink, ...]:
    scores: dict[int, int] = {}
    for key, worth in keys.items():
        for place in seen.get(key, ())[-NEAREST:]:
            scores[place] = scores.get(place, 0) + worth
    chosen = [
        (-score, -known[place].link.date.toordinal(), known[place].number, place)
        for place, score in scores.items()
        if score >= ENOUGH
    ]
    return tuple(known[place].link for *_, place in sorted(chosen)[:MOST])
