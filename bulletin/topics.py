"""Which topics a report belongs to: words of the lexicon, more for the headline, then the lead, then the body.

Posts (县人大常委会副主任) and set phrases count for nothing: they tell who came, not what a report is about. At most four
topics a report. `explain_topics` tells which words in which place made them.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from bulletin.attendance import plain_words
from bulletin.attendance import without_posts as without_posts
from bulletin.lexicon import NAMES_IT
from bulletin.lexicon import Lexicon as Lexicon
from bulletin.lexicon import merge_topics as merge_topics
from bulletin.lexicon import number_topics as number_topics
from bulletin.lexicon import parse_topics as parse_topics
from bulletin.model import Person, Report, Statement
from bulletin.patterns import pattern
from bulletin.people.fold import fold
from bulletin.values import dataclass

FACTORS = (4.0, 1.5, 1.0)
"""What a word counts in the headline set, the first paragraph, and below."""
NO_HEADLINE = (2.5, 1.0, 1.0)
"""The same where no headline is printed and the first sentence stands for one; it counts in its paragraph as well."""
MOST_A_WORD = 3
FIRST, THRESHOLD = 3.0, 6.0
ABOUT = pattern(
    "(?:就|围绕|针对|对)(?P<about>[^，。；：《\n]{2,44}?)(?:进行|开展|作|召开|举行|实施)?了?(?:专题|实地|现场|全面|深入|集中|联合|重点|专项|视频)*"
    "(?:调研|督查|检查|督导|暗访|视察|考察|巡查|巡察|走访|座谈|指导|督办|部署|研究|调度|约谈|评议|审议|商谈|洽谈|对接|培训|宣讲|讲座|交流|协商|查看|察看|执法)"
)
ABOUT_FACTOR = 2.0
"""What was looked into (就防汛工作进行督查), told in the headline or the first paragraph, counts twice."""
SHARE = 0.7
WORDS_OF_ANOTHER = 3
"""So many different words a topic needs beside the strongest one: one or two are said of nearly everything."""
EQUAL = 0.95
"""A topic with so much of the strongest one's points is one of several that a headline names, if it does (检查防汛和安全生产)."""
SPECIAL = 5.0
MOST = 4
SUBJECT = 6.0
"""What a printed subject (就做好…工作) adds to its topic."""
MOST_SUBJECTS = 2000
"""So many subjects are remembered."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A word that counted: where (headline, lead, body, subject), how often, its weight and what it added to the topic."""

    topic: str
    word: str
    place: str
    times: int
    weight: float
    points: float


def words_in(text: str, lexicon: Lexicon) -> list[tuple[int, str]]:
    """(place, word) of the lexicon's words in `text`, in order; of words that overlap the first and longest counts.

    Words are looked for where two characters stand with which one begins, so that a long lexicon costs little.
    """
    kept: list[tuple[int, str]] = []
    end, lengths_at, weights = 0, lexicon.lengths.get, lexicon.weights
    for at in lexicon.beginnings.places(text):
        if at < end:
            continue
        for length in lengths_at(text[at : at + 2]) or lengths_at(text[at], ()):
            word = text[at : at + length]
            if word in weights:
                kept.append((at, word))
                end = at + length
                break
    return kept


def _counted(
    parts: Sequence[str], lexicon: Lexicon, factors: Sequence[float], posts: bool
) -> list[tuple[str, int, float]]:
    """(word, part, factor) of the words that count: once a paragraph, at most three times.

    `posts`: also those in posts, of parts as printed; without, the parts are `plain_words`.
    """
    counted: list[tuple[str, int, float]] = []
    seen: dict[str, list[int]] = {}
    ends = list(accumulate([len(part) + 1 for part in parts]))
    text, part, end, factor = "\n".join(parts), 0, ends[0], factors[0]
    about = [match.span("about") for match in ABOUT.finditer(text, 0, ends[min(1, len(ends) - 1)])]
    for at, word in words_in(fold(text) if posts else without_posts(text), lexicon):
        while at >= end:
            part += 1
            end, factor = ends[part], factors[min(part, 2)]
        places = seen.get(word)
        if places is None:
            seen[word] = [part]
        elif len(places) == MOST_A_WORD or places[-1] == part:
            continue
        else:
            places.append(part)
        twice = about and part < 2 and any(begin <= at < stop for begin, stop in about)
        counted.append((word, part, factor * ABOUT_FACTOR if twice else factor))
    return counted


def _factors(title: str, paragraphs: Sequence[str]) -> tuple[float, float, float]:
    """What words count in each place; where the first paragraph begins with the headline, none was printed."""
    return NO_HEADLINE if title and paragraphs and paragraphs[0].startswith(title) else FACTORS


def score_topics(
    parts: Sequence[str], lexicon: Lexicon, factors: Sequence[float], posts: bool = False
) -> tuple[dict[str, float], dict[str, int], set[str]]:
    """(topic id -> score, topic id -> how many different words told it, ids that the headline names) of the headline set and
    the paragraphs.

    `posts`: the words of posts count as well.
    """
    scores: dict[str, float] = {}
    different: dict[str, int] = {}
    seen: set[str] = set()
    named: set[str] = set()
    all_points = lexicon.points
    for word, part, factor in _counted(parts, lexicon, factors, posts):
        told = all_points[word]
        if word in seen:
            for id, points in told:
                scores[id] += points * factor
        else:
            seen.add(word)
            for id, points in told:
                scores[id] = scores.get(id, 0.0) + points * factor
                different[id] = different.get(id, 0) + 1
        if not part:
            named.update([id for id, points in told if points >= NAMES_IT])
    return scores, different, named


def explain_topics(
    report: Report, statements: Iterable[Statement], lexicon: Lexicon, people: Sequence[Person] = ()
) -> tuple[Counted, ...]:
    """The words that counted for each topic, the strongest first; printed subjects of statements (`subject`) as well."""
    parts = topic_parts(report)
    factors = _factors(*parts)
    counts: dict[tuple[str, str, str], tuple[int, float, float]] = {}
    for posts in (False, True):
        words = [parts[0], *parts[1]] if posts else plain_words(*parts, people, lexicon.weights)
        for word, part, factor in _counted(words, lexicon, factors, posts):
            place = ("headline", "lead", "body")[min(part, 2)]
            for (id, weight), (_, more) in zip(lexicon.weights[word], lexicon.points[word], strict=True):
                times, _, points = counts.get((id, word, place), (0, weight, 0.0))
                counts[id, word, place] = times + 1, weight, points + more * factor
        if _best(counts) >= THRESHOLD:
            break
    for subject in dict.fromkeys(s.subject for s in statements):
        for id in subject_topics(subject, lexicon):
            if not any(place == "subject" and topic == id for topic, _, place in counts):
                counts[id, subject, "subject"] = 1, SUBJECT, SUBJECT
    found = [Counted(id, word, place, *values) for (id, word, place), values in counts.items()]
    return tuple(sorted(found, key=lambda c: (-c.points, c.topic, c.word)))


def _best(counts: dict[tuple[str, str, str], tuple[int, float, float]]) -> float:
    """The points of the strongest topic."""
    points: dict[str, float] = {}
    for (id, _, _), (_, _, more) in counts.items():
        points[id] = points.get(id, 0.0) + more
    return max(points.values(), default=0.0)


def find_topics(
    title: str, paragraphs: Sequence[str], lexicon: Lexicon, subjects: Iterable[str] = (), people: Sequence[Person] = ()
) -> tuple[str, ...]:
    """At most four topic ids, the strongest first; of equals the one that is named later (牧区道路建设 is about roads).

    `subjects` are the printed subjects of statements, strong signs; `people` the report's leaders, whose posts tell
    nothing as long as anything else is clear.
    """
    factors = _factors(title, paragraphs)
    scores, words, named = score_topics(plain_words(title, paragraphs, people, lexicon.weights), lexicon, factors)
    printed = {id for subject in subjects for id in subject_topics(subject, lexicon)}
    for id in printed:
        scores[id] = scores.get(id, 0.0) + SUBJECT
    if max(scores.values(), default=0.0) < THRESHOLD:
        for id, score in score_topics([title, *paragraphs], lexicon, factors, posts=True)[0].items():
            scores[id] = scores.get(id, 0.0) + score
    best = max(scores.values(), default=0.0)
    special = lexicon.special
    places = {id: place for place, id in enumerate(scores)}
    enough = max(min(THRESHOLD, best), best * SHARE)

    def counts(id: str, score: float) -> bool:
        if id in special:
            return score >= SPECIAL
        if id in printed:
            return score >= THRESHOLD
        return score == best if best < FIRST else score >= enough

    chosen = [id for id, score in scores.items() if counts(id, score)]
    chosen.sort(key=lambda id: (-scores[id], id not in special, -places[id]))
    if best >= FIRST:
        told = special | printed | {id for id in named if scores[id] >= EQUAL * best}
        chosen = chosen[:1] + [id for id in chosen[1:] if id in told or words.get(id, 0) >= WORDS_OF_ANOTHER]
    return tuple(chosen[: MOST if best >= THRESHOLD else 1])


def topics_of(
    report: Report, statements: Iterable[Statement], lexicon: Lexicon, people: Sequence[Person] = ()
) -> tuple[str, ...]:
    """The topics of a report: headline set, paragraphs, and the subjects of its statements. `people` are its leaders."""
    return find_topics(*topic_parts(report), lexicon, [s.subject for s in statements], people)


def topic_parts(report: Report) -> tuple[str, list[str]]:
    """(headline set, paragraphs) of a report; the first paragraph stands for a headline that is not there."""
    paragraphs = [p.text for p in report.paragraphs]
    title = report.title or (paragraphs[0].partition("。")[0] if paragraphs else "")
    return " ".join(t for t in (report.kicker, title, report.subtitle) if t), paragraphs


def subject_topics(subject: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The topics that a printed subject (安全生产, 秋冬季疫情防控) names; the same few come again and again."""
    known = lexicon.subjects
    if subject not in known:
        if len(known) >= MOST_SUBJECTS:
            known.clear()
        known[subject] = _subject_topics(subject, lexicon)
    return known[subject]


def _subject_topics(subject: str, lexicon: Lexicon) -> tuple[str, ...]:
    scores: dict[str, float] = {}
    for _, word in words_in(subject, lexicon):
        for id, weight in lexicon.weights[word]:
            scores[id] = scores.get(id, 0.0) + weight
    best = max(scores.values(), default=0)
    return tuple(id for id, score in scores.items() if score == best and score >= 2)[:1]
