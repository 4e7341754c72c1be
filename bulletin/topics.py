"""Which topics a report belongs to: words of the lexicon, more for the headline, then the lead, then the body.

Posts (县人大常委会副主任) and set phrases count for nothing: they tell who came, not what a report is about; only the office of
the leader who is named first counts (a visit of the 县政协主席). At most four topics a report. `explain_topics` tells which
words in which place made them.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import log1p

from bulletin.attendance import plain_words
from bulletin.attendance import without_posts as without_posts
from bulletin.lexicon import Lexicon as Lexicon
from bulletin.lexicon import merge_topics as merge_topics
from bulletin.lexicon import number_topics as number_topics
from bulletin.lexicon import parse_topics as parse_topics
from bulletin.model import Person, Report, Statement
from bulletin.patterns import pattern
from bulletin.people.fold import fold, without_pinyin
from bulletin.values import dataclass

FACTORS = (4.0, 1.5, 0.75)
"""What a word counts in the headline set, the first paragraph, and below."""
NO_HEADLINE = (2.5, 1.0, 0.75)
"""The same where no headline is printed and the first sentence stands for one; it counts in its paragraph as well."""
DIGEST, DIGEST_WITHOUT = (1.0, 1.0, 1.0), (0.0, 1.0, 1.0)
"""In a digest of short items, with and without a headline; the first sentence of each item stands for its headline."""
ITEMS, LEAST_ITEMS = "●◆■▲★◎○◇□△▶►•※☆", 3
"""What items begin with; so many make a digest."""
LONGEST_FIRST = 200
ITEM, ITEM_SHARE, MOST_ITEMS = 3.0, 0.5, 3
"""What a word counts in the first sentence of an item, and which topics a digest has: those of several items."""
MOST_A_WORD = 3
THRESHOLD = 6.0
ABOUT = pattern(
    "(?:就|围绕|针对|对)(?P<about>[^，。；：《\n]{2,44}?)(?:进行|开展|作|召开|举行|实施)?了?(?:专题|实地|现场"
    "|全面|深入|集中|联合|重点|专项|视频)*"
    "(?:调研|督查|检查|督导|暗访|视察|考察|巡查|巡察|走访|座谈|指导|督办|部署|研究|调度|约谈|评议|审议|商谈|洽谈"
    "|对接|培训|宣讲|讲座|交流|协商|查看|察看|执法)"
)
LOOKED_AT = pattern(
    "(?:调研|督查|检查|督导|暗访|视察|考察|巡查|巡察|指导|督办|部署|研究|调度|评议|审议|查看|察看"
    "|推进)了?(?:全[县市区旗州]|[我该]?[县市区旗])?(?P<about>[^，。；：《！\n]{2,30}?)(?:工作|情况|准备)"
)
ABOUT_FACTOR = 1.5
"""What was looked into (就防汛工作进行督查), told in the headline or the first paragraph, counts twice."""
DIFFERENT = 0.5
"""How much more a topic is worth that different words tell: one that four tell is worth half as much again as one that a
single word tells as strongly, for a word may say something else (a name, a place), four seldom do."""
LEAST_TOLD = 0.25
"""A word that counts less for a topic is none of those."""
OWN, BEST, OWN_WORDS, BEST_WORDS, BESIDE = 1.45, -0.57, 0.81, -0.02, 3.7
"""When another topic is told beside the strongest one: how much its points, those of the strongest, and how many different
words told either speak for it (logarithms), and how much must; with less it is wrong in one of four. The figures, and
`DIFFERENT`, were fitted (logistic regression) on two thousand reports whose topics are known."""
SPECIAL = 5.0
MOST = 4
SUBJECT = 6.0
"""What a printed subject (就做好…工作) adds to its topic."""
OFFICE = 2.5
"""What a word counts in the posts of the leader who is named first: a visit of the 县政协主席 is the work of the 政协."""
HEADS = pattern("[省州市县区旗镇乡师党工]委副?书记|[省州市县区旗镇乡师]长")
"""Who has such a post may come for anything."""
MOST_SUBJECTS = 2000
"""So many subjects, and so many offices, are remembered."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A word that counted: where (headline, lead, body, office, subject), how often, its weight and what it added to the topic."""

    topic: str
    word: str
    place: str
    times: int
    weight: float
    points: float


def words_in(text: str, lexicon: Lexicon) -> list[tuple[int, str]]:
    """(place, word) of the lexicon's words in `text`, in order; of words that overlap the first and longest counts."""
    return lexicon.beginnings.words_in(text)


def words_in_few(text: str, lexicon: Lexicon) -> list[tuple[int, str]]:
    """The same of a text of a few words, without the tables that long ones are worth: those take longer to make than a thousand subjects."""
    kept: list[tuple[int, str]] = []
    end, weights, begins, longest = 0, lexicon.weights, lexicon.begins, lexicon.longest
    for at in range(len(text)):
        if at < end or not (text[at : at + 2] in begins or text[at] in begins):
            continue
        for length in range(min(longest, len(text) - at), 0, -1):
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
    about = [
        match.span("about") for p in (ABOUT, LOOKED_AT) for match in p.finditer(text, 0, ends[min(1, len(ends) - 1)])
    ]
    digest = factors in (DIGEST, DIGEST_WITHOUT)
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
        if part and digest and _stands_first(text, end - len(parts[part]) - 1, at):
            counted.append((word, part, ITEM))
            continue
        twice = about and part < 2 and any(begin <= at < stop for begin, stop in about)
        if factor:
            counted.append((word, part, factor * ABOUT_FACTOR if twice else factor))
    return counted


def office_words(people: Sequence[Person], lexicon: Lexicon) -> tuple[str, ...]:
    """The lexicon's words in the posts of the leader who is named first, each once; none for heads of party and government."""
    if not people or not people[0].titles:
        return ()
    posts, known = "\n".join(people[0].titles), lexicon.offices
    if posts not in known:
        if len(known) >= MOST_SUBJECTS:
            known.clear()
        plain = fold(without_pinyin(posts))
        found = () if HEADS.search(plain) else words_in(plain, lexicon)
        known[posts] = tuple(dict.fromkeys(word for _, word in found))
    return known[posts]


def _stands_first(text: str, begin: int, at: int) -> bool:
    """Whether `at` is in the first sentence of an item that begins at `begin`."""
    return at - begin < LONGEST_FIRST and text[begin] in ITEMS and text.find("。", begin, at) < 0


def _factors(title: str, paragraphs: Sequence[str]) -> tuple[float, float, float]:
    """What words count in each place; where the first paragraph begins with the headline, none was printed."""
    without = bool(title and paragraphs and paragraphs[0].startswith(title))
    if len(paragraphs) >= LEAST_ITEMS and sum([p[0] in ITEMS for p in paragraphs if p]) >= LEAST_ITEMS:
        return DIGEST_WITHOUT if without else DIGEST
    return NO_HEADLINE if without else FACTORS


def score_topics(
    parts: Sequence[str], lexicon: Lexicon, factors: Sequence[float], posts: bool = False
) -> tuple[dict[str, float], dict[str, int]]:
    """(topic id -> points, topic id -> how many different words told it) of the headline set and the paragraphs.

    `posts`: the words of posts count as well.
    """
    scores: dict[str, float] = {}
    different: dict[str, int] = {}
    seen: set[str] = set()
    all_points = lexicon.points
    for word, _, factor in _counted(parts, lexicon, factors, posts):
        if word in seen:
            for id, points in all_points[word]:
                scores[id] += points * factor
        else:
            seen.add(word)
            for id, points in all_points[word]:
                scores[id] = scores.get(id, 0.0) + points * factor
                if points >= LEAST_TOLD:
                    different[id] = different.get(id, 0) + 1
    return scores, different


Counts = dict[tuple[str, str, str], tuple[int, float, float]]
"""(topic, word, place) -> how often, weight, points."""


def explain_topics(
    report: Report, statements: Iterable[Statement], lexicon: Lexicon, people: Sequence[Person] = ()
) -> tuple[Counted, ...]:
    """The words that counted for each topic, the strongest first; those in the office of the first leader (`office`) and
    printed subjects of statements (`subject`) as well."""
    title, paragraphs = topic_parts(report)
    factors = _factors(title, paragraphs)
    counts: Counts = {}
    _add(_counted(plain_words(title, paragraphs, people, lexicon.weights), lexicon, factors, False), lexicon, counts)
    for word in () if factors in (DIGEST, DIGEST_WITHOUT) else office_words(people, lexicon):
        for (id, weight), (_, points) in zip(lexicon.weights[word], lexicon.points[word], strict=True):
            counts[id, word, "office"] = 1, weight, points * OFFICE
    for subject in dict.fromkeys(s.subject for s in statements):
        for id in subject_topics(subject, lexicon):
            if not any(place == "subject" and topic == id for topic, _, place in counts):
                counts[id, subject, "subject"] = 1, SUBJECT, SUBJECT
    if _best(counts) < THRESHOLD:
        _add(_counted([title, *paragraphs], lexicon, factors, True), lexicon, counts)
    found = [Counted(id, word, place, *values) for (id, word, place), values in counts.items()]
    return tuple(sorted(found, key=lambda c: (-c.points, c.topic, c.word)))


def _add(words: Iterable[tuple[str, int, float]], lexicon: Lexicon, counts: Counts) -> None:
    for word, part, factor in words:
        place = ("headline", "lead", "body")[min(part, 2)]
        for (id, weight), (_, more) in zip(lexicon.weights[word], lexicon.points[word], strict=True):
            times, _, points = counts.get((id, word, place), (0, weight, 0.0))
            counts[id, word, place] = times + 1, weight, points + more * factor


def _best(counts: Counts) -> float:
    """The points of the strongest topic."""
    points: dict[str, float] = {}
    for (id, _, _), (_, _, more) in counts.items():
        points[id] = points.get(id, 0.0) + more
    return max(points.values(), default=0.0)


def find_topics(
    title: str, paragraphs: Sequence[str], lexicon: Lexicon, subjects: Iterable[str] = (), people: Sequence[Person] = ()
) -> tuple[str, ...]:
    """At most four topic ids, the strongest first; of equals the one that is named later (牧区道路建设 is about roads).

    `subjects` are the printed subjects of statements, strong signs; `people` the report's leaders in order: the office of the
    first counts, the posts of the others tell nothing as long as anything else is clear.
    """
    factors = _factors(title, paragraphs)
    scores, words = score_topics(plain_words(title, paragraphs, people, lexicon.weights), lexicon, factors)
    digest = factors in (DIGEST, DIGEST_WITHOUT)
    for word in () if digest else office_words(people, lexicon):
        for id, points in lexicon.points[word]:
            scores[id] = scores.get(id, 0.0) + points * OFFICE
    printed = {id for subject in subjects for id in subject_topics(subject, lexicon)}
    for id in printed:
        scores[id] = scores.get(id, 0.0) + SUBJECT
    if max(scores.values(), default=0.0) < THRESHOLD:
        for id, score in score_topics([title, *paragraphs], lexicon, factors, posts=True)[0].items():
            scores[id] = scores.get(id, 0.0) + score
    if digest:
        return _topics_of_items(scores, lexicon.special)
    return _choose(scores, words, printed, lexicon.special)


def _topics_of_items(scores: dict[str, float], special: frozenset[str]) -> tuple[str, ...]:
    """The topics of a digest, the strongest first."""
    least = ITEM_SHARE * max(scores.values(), default=0.0)
    told = sorted(
        (id for id, score in scores.items() if score >= (SPECIAL if id in special else least)),
        key=lambda id: -scores[id],
    )
    return tuple([id for place, id in enumerate(told) if place < MOST_ITEMS or id in special][:MOST])


def _choose(
    scores: dict[str, float], words: dict[str, int], printed: set[str], special: frozenset[str]
) -> tuple[str, ...]:
    """The topics of a report, the strongest first: of the built-in ones the strongest, and what is likely beside it."""
    points = {id: log1p(max(0.0, score)) for id, score in scores.items()}  # an editor's weight may be below 0
    different = {id: log1p(words.get(id, 0)) for id in scores}
    places = {id: place for place, id in enumerate(scores)}
    told = sorted(scores, key=lambda id: (-points[id] - DIFFERENT * different[id], id not in special, -places[id]))
    told = [id for id in told if id not in special or scores[id] >= SPECIAL]
    if not told:
        return ()
    first = told[0]
    least = BESIDE - BEST * points[first] - BEST_WORDS * different[first]

    def counts(id: str) -> bool:
        if id == first or id in special or (id in printed and scores[id] >= THRESHOLD):
            return True
        return OWN * points[id] + OWN_WORDS * different[id] >= least

    return tuple([id for id in told if counts(id)][:MOST])


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
    for _, word in words_in_few(subject, lexicon):
        for id, weight in lexicon.weights[word]:
            scores[id] = scores.get(id, 0.0) + weight
    best = max(scores.values(), default=0)
    return tuple(id for id, score in scores.items() if score == best and score >= 2)[:1]
