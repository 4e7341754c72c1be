"""Reports to articles: checked, typed, the body as HTML, people and topics linked.

In: a file's `Reading`, what was recognised in it, the register, the lexicon, the pictures. Out: articles and findings. A
report that cannot be published is left out and named; the others go on.
"""

from dataclasses import replace
from datetime import date

from bulletin.body import BodyMaker, Helpers
from bulletin.fields import nearest
from bulletin.findings import Finding, Place, find
from bulletin.identity.likeness import encoded_digest, mark_of
from bulletin.model import (
    Article,
    Body,
    FrontMatter,
    Person,
    Report,
    Statement,
)
from bulletin.patterns import pattern
from bulletin.people.link import Recognised, identify
from bulletin.people.posts import FUNCTIONAL, same_post
from bulletin.people.register import posts_on
from bulletin.reports.dates import VAGUE, complete
from bulletin.reports.reading import Reading
from bulletin.topics import subject_topics, topics_of

CLAUSE = pattern("[，。；：！？,;:!?]")
LONGEST_TITLE, LONGEST_SUMMARY, OPENING, LONGEST_DATE = 30, 120, 3, 12
DATED = pattern("(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日")


def make_articles(
    reading: Reading, found: tuple[Recognised, ...], helpers: Helpers
) -> tuple[list[Article], list[Finding]]:
    """The articles of one file; `found` has one item a report."""
    articles: list[Article] = []
    findings: list[Finding] = []
    if reading.issue is None:
        return [], []
    for place, (report, recognised) in enumerate(zip(reading.reports, found, strict=True)):
        front = report.front_matter or FrontMatter()
        if front.status == "draft" and not helpers.drafts:
            continue
        maker = _Maker(report, recognised, reading, front, helpers, place)
        articles.append(maker.article())
        findings.extend(maker.findings)
    return articles, findings


class _Maker:
    """Makes one article; holds what the parts of that work share."""

    def __init__(
        self, report: Report, found: Recognised, reading: Reading, front: FrontMatter, helpers: Helpers, place: int
    ) -> None:
        self.report, self.found, self.front, self.helpers, self.place = report, found, front, helpers, place
        self.day = front.issue or reading.issue or date.min
        self.page_name = reading.page_name
        self.findings: list[Finding] = []

    def _note(self, id: str, line: int = 0, **values: object) -> None:
        self.findings.append(find(id, Place(self.report.path, line or self.report.line), **values))

    def article(self) -> Article:
        report, front = self.report, self.front
        event, odd = complete(report.event, self.day, Place(report.path, report.line))
        self.findings.extend(odd)
        if event.full and (event.full - self.day).days > 1:
            self._note("date-after-issue", date=event.full, issue=self.day)
        title = report.title or self._made_title()
        paragraphs = tuple(p.text for p in report.paragraphs)
        maker = BodyMaker(report, front, self.helpers)
        text = "\n".join((*paragraphs, *(c.text for c in report.captions)))
        body = Body(maker.body(), text.encode("utf-8", "surrogatepass"))
        self.findings.extend(maker.findings)
        summary = front.summary or (paragraphs[0] if paragraphs else "")
        people = self._people()
        self._check_reprint()
        return Article(
            path=report.path, line=report.line, place=self.place, issue=self.day, title=title,
            kicker=report.kicker, subtitle=report.subtitle, page=report.page, page_name=self.page_name,
            column=report.column, dateline=report.dateline, byline=report.byline, credits=report.credits,
            source=report.source, event=event.full, body=self.helpers.keep(body),
            opening=self._opening(paragraphs), summary=summary if len(summary) <= LONGEST_SUMMARY else summary[: LONGEST_SUMMARY - 1] + "…",
            pictures=tuple(dict.fromkeys(maker.pictures)), jumps=report.jumps, people=people,
            statements=self._statements(), topics=self._topics(), slug=front.slug, aliases=front.aliases,
            weight=front.weight, withdrawn=front.status == "withdrawn", reprint=front.reprint,
            original_title=front.original_title, source_url=front.source_url, updated=front.updated,
            correction=front.correction, text_digest=encoded_digest(body.encoded), text_mark=mark_of(text),
        )  # fmt: skip

    def _made_title(self) -> str:
        """A headline for a report that has none: the beginning of its text, up to a mark."""
        text = self.report.paragraphs[0].text if self.report.paragraphs else ""
        clauses = [c for c in CLAUSE.split(text) if c]
        if (
            len(clauses) > 1
            and len(clauses[0]) <= LONGEST_DATE
            and (VAGUE.match(clauses[0]) or DATED.match(clauses[0]))
        ):
            clauses = clauses[1:]  # 3月5日上午 says nothing by itself
        title = ""
        for clause in clauses:
            if title and len(title) + len(clause) > LONGEST_TITLE:
                break
            title = f"{title}，{clause}" if title else clause
            if len(title) >= LONGEST_TITLE // 2:
                break
        title = (title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…") or self.day.isoformat()
        self._note("title-missing", title=title)
        return title

    def _opening(self, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
        if not paragraphs:
            return ()
        first = self.report.lead_in + (" " if self.report.lead_in[-1:] in ("讯", "电") else "") + paragraphs[0]
        return (first, *paragraphs[1:OPENING])

    def _people(self) -> tuple[Person, ...]:
        people = self.found.people
        if self.front.leaders is not None:
            people = tuple(self._written_person(text) for text in self.front.leaders)
        linked: dict[str, Person] = {}
        for person in people:
            known, count = (person, 1) if person.id else identify(person, self.helpers.register, self.day)
            if count > 1:
                self._note("leader-same-name", count=count, name=person.name)
            self._check_post(known)
            linked.setdefault(known.id or known.name, known)
        return tuple(linked.values())

    def _written_person(self, text: str) -> Person:
        """A person of the front matter's `leaders`, by id or name; what the text tells of that person is kept."""
        registered = self.helpers.register.by_id(text)
        name = registered.name if registered else text
        names = (name, *registered.aliases) if registered else (name,)
        read = next((p for p in self.found.people if p.name in names), None)
        if not (read or registered or not self.helpers.register.leaders or self.helpers.register.named(text)):
            self._note("leader-unknown", 1, text=text)
        id = (registered.id or registered.name) if registered else ""
        return Person(read.name, read.titles, read.roles, id) if read else Person(name, id=id)

    def _check_post(self, person: Person) -> None:
        if not person.id or not person.titles:
            return
        register = self.helpers.register
        registered = register.by_id(person.id) or next(iter(register.named(person.name)), None)
        titles = [title for title in person.titles if not FUNCTIONAL.search(title)]
        if not registered or not titles:
            return
        posts = posts_on(registered, self.day)
        words = [part for post in posts for part in (*post.text.split("、"), *post.aliases)]
        if words and not any(same_post(title, word) for title in titles for word in words):
            printed, held = "、".join(titles), "、".join(p.text for p in posts)
            self._note("post-differs", name=person.name, printed=printed, registered=held, date=self.day)

    def _topics(self) -> tuple[str, ...]:
        lexicon = self.helpers.lexicon
        if self.front.topics is None:
            return topics_of(self.report, self.found.statements, lexicon, self.found.people)
        topics: dict[str, None] = {}
        for text in self.front.topics:
            entry = lexicon.named(text)
            if entry:
                topics.setdefault(entry.id)
            else:
                self._note("topic-unknown", 1, text=text, near=nearest(text, [e.name for e in lexicon.entries]))
        return tuple(topics)

    def _statements(self) -> tuple[Statement, ...]:
        def linked(statement: Statement) -> Statement:
            topics = subject_topics(statement.subject, self.helpers.lexicon) if statement.subject else ()
            if not topics and not statement.topic:
                return statement
            return replace(statement, topic=topics[0] if topics else "")

        return tuple([linked(statement) for statement in self.found.statements])

    def _check_reprint(self) -> None:
        if not self.front.reprint:
            return
        facts = (
            ("source", self.report.source), ("byline", self.report.byline),
            ("original_title", self.front.original_title), ("editor", dict(self.report.credits).get("责编")),
        )  # fmt: skip
        missing = "、".join(name for name, value in facts if not value)
        if missing:
            self._note("reprint-incomplete", 1, missing=missing)
