"""The values that the steps hand on: frozen, complete on the day they are made.

`Report` is a text as it was read, with its lines; `Article` the same made ready for the site; `Bulletin` everything
that the pages are made from. Links between things are made once, in `compose`.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date as Date
from functools import cached_property

ROOT = "\x00"
"""Stands in an article's HTML for the way back to the top of the site; no text can hold it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change that reading made to the text, so that an editor can be shown each one."""

    line: int
    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a report: its text and the lines (from 1) it stood on."""

    text: str
    line: int
    last: int


@dataclass(frozen=True, slots=True)
class Caption:
    """A picture's caption; `picture` is a file name where the text gives one."""

    text: str
    line: int
    credit: str = ""
    picture: str = ""
    after: int = 0
    """After how many paragraphs of its report it stood."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A jump mark (下转第二版): its words, whether it leads on, the print page it names (0 where none)."""

    text: str
    onward: bool
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened, as far as the text says: `year` is 0 where it cannot be had, `month` 0 for no date."""

    text: str = ""
    year: int = 0
    month: int = 0
    day: int = 0
    source: str = "none"
    """text | front matter | issue | none"""

    @property
    def full(self) -> Date | None:
        return Date(self.year, self.month, self.day) if self.year and self.month else None

    @property
    def iso(self) -> str | None:
        """YYYY-MM-DD, --MM-DD, or None."""
        if not self.month:
            return None
        return f"{self.year or '-'}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Person:
    """A leader in one report: posts as printed, one an item; what the person did, in order of appearance."""

    name: str
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    id: str = ""
    """Id in the register, or empty."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what: `subject` as printed (就做好安全生产工作 → 安全生产), `topic` its topic id or empty."""

    speaker: str
    verb: str
    text: str
    paragraph: int
    """Index of the paragraph in the report."""
    subject: str = ""
    topic: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What an editor wrote above a text; None or empty where nothing was written."""

    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    date: Date | None = None
    issue: Date | None = None
    page: int = 0
    column: str = ""
    byline: tuple[str, ...] = ()
    source: str = ""
    photographer: tuple[str, ...] = ()
    editor: tuple[str, ...] = ()
    leaders: tuple[str, ...] | None = None
    topics: tuple[str, ...] | None = None
    summary: str = ""
    image: str = ""
    slug: str = ""
    aliases: tuple[str, ...] = ()
    weight: int = 0
    status: str = "ready"
    reprint: bool = False
    original_title: str = ""
    source_url: str = ""
    updated: Date | None = None
    correction: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it was read out of a file."""

    path: str
    line: int
    last: int
    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    dateline: str = ""
    lead_in: str = ""
    """Dateline and byline as printed before the first sentence: 本报讯（记者 苏小雨）."""
    byline: tuple[str, ...] = ()
    credits: tuple[tuple[str, tuple[str, ...]], ...] = ()
    source: str = ""
    event: EventDate = EventDate()
    column: str = ""
    page: int = 0
    paragraphs: tuple[Paragraph, ...] = ()
    captions: tuple[Caption, ...] = ()
    jumps: tuple[Jump, ...] = ()
    front_matter: FrontMatter | None = None
    markdown: str = ""
    """The body as Markdown where it was written so; else the body is `paragraphs`."""
    markdown_line: int = 0


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a masthead line in a text gives: the issue's date and numbers (0 where not printed)."""

    date: Date | None = None
    number: int = 0
    total: int = 0
    line: int = 0
    year: int = 0
    """A year printed in a site line of a report without a masthead."""


@dataclass(frozen=True, slots=True)
class Post:
    """An office held from one date to another; `start` and `end` are None where open."""

    text: str
    body: str = ""
    start: Date | None = None
    end: Date | None = None
    start_text: str = ""
    end_text: str = ""
    rank: int = 0
    acting: str = ""
    aliases: tuple[str, ...] = ()

    def held_on(self, day: Date) -> bool:
        """Whether the post was held on `day`, first and last day included."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class RegisteredLeader:
    """A person of the register (leaders.yaml)."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    note: str = ""
    duties: str = ""
    biography: str = ""
    visible: bool = True
    place: int = 0
    """Its place in the file, from 0."""


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic and the words that tell it; `special` where the editors made it."""

    id: str
    name: str
    words: tuple[tuple[str, float], ...]
    exclude: tuple[str, ...] = ()
    introduction: str = ""
    start: str = ""
    end: str = ""
    special: bool = False
    merge: tuple[str, ...] = ()
    """Ids or names of built-in topics whose words it takes over."""
    instead: bool = False
    """Whether the words of the built-in topic of its id are dropped."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture in content/: `path` from there, `url` on the site; what is known of it."""

    path: str
    url: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0
    smaller: tuple[tuple[str, int], ...] = ()
    """(url, width in pixels) of the same picture for smaller screens, the smallest first."""
    refused: str = ""
    """The id of the finding that tells why it is not published; empty where it is."""


@dataclass(frozen=True, slots=True)
class Article:
    """A report made ready: checked, typed, its body as HTML.

    `body` holds `ROOT` where an address from the top of the site begins, because only a page knows its own depth.
    """

    path: str
    line: int
    place: int
    """Its place in the file, from 0."""
    issue: Date
    title: str
    kicker: str = ""
    subtitle: str = ""
    page: int = 0
    page_name: str = ""
    column: str = ""
    dateline: str = ""
    byline: tuple[str, ...] = ()
    credits: tuple[tuple[str, tuple[str, ...]], ...] = ()
    source: str = ""
    event: Date | None = None
    body: str = field(default="", repr=False)
    opening: tuple[str, ...] = ()
    """The first three paragraphs as plain text."""
    text: str = field(default="", repr=False)
    """The whole text, plain, for the search."""
    summary: str = ""
    pictures: tuple[PictureFile, ...] = ()
    jumps: tuple[Jump, ...] = ()
    people: tuple[Person, ...] = ()
    statements: tuple[Statement, ...] = ()
    topics: tuple[str, ...] = ()
    slug: str = ""
    aliases: tuple[str, ...] = ()
    weight: int = 0
    withdrawn: bool = False
    reprint: bool = False
    original_title: str = ""
    source_url: str = ""
    updated: Date | None = None
    correction: str = ""


@dataclass(frozen=True, slots=True)
class PlacedArticle:
    """An article at its address."""

    article: Article
    url: str
    number: int
    """Its number in the issue, from 1, in reading order."""


@dataclass(frozen=True)
class Issue:
    """The articles of one date, in reading order."""

    date: Date
    url: str
    number: int
    total: int
    articles: tuple[PlacedArticle, ...]
    page_names: tuple[tuple[int, str], ...] = ()
    """Print pages and their names; empty where the issue is not divided."""

    @cached_property
    def print_pages(self) -> tuple[tuple[int, str, tuple[PlacedArticle, ...]], ...]:
        """(number, name, articles) of each print page; one page 0 where the issue is not divided."""
        if not self.page_names:
            return ((0, "", self.articles),)
        return tuple(
            (number, name, tuple(a for a in self.articles if a.article.page == number))
            for number, name in self.page_names
        )


@dataclass(frozen=True, slots=True)
class Appearance:
    """A leader in an article: what was done and the posts of that day."""

    article: PlacedArticle
    roles: tuple[str, ...]
    posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and where it stands."""

    statement: Statement
    article: PlacedArticle
    leader: str
    """Key of the speaker."""


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader with a page: everything the archive knows. `key` is the register's id, else the name."""

    key: str
    id: str
    name: str
    order: tuple[int, ...]
    """Protocol order: body, rank, place; smaller comes first."""
    body: str
    posts: tuple[str, ...]
    """Current posts, or the last ones printed."""
    history: tuple[Post, ...]
    appearances: tuple[Appearance, ...]
    """Newest first."""
    statements: tuple[Said, ...]
    """Newest first."""
    former: Date | None = None
    """The day the last post ended, for somebody who holds none now."""
    registered: bool = False
    note: str = ""
    duties: str = ""
    biography: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with a page: its articles and statements, newest first."""

    entry: TopicEntry
    articles: tuple[PlacedArticle, ...]
    statements: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class StandingText:
    """A standing page (about, guide) out of content/pages."""

    path: str
    id: str
    title: str
    body: str
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Bulletin:
    """Everything that the pages are made from."""

    issues: tuple[Issue, ...]
    """Oldest first."""
    leaders: tuple[Leader, ...]
    """In protocol order; those with a page."""
    topics: tuple[Topic, ...]
    """In the order of the lexicon, special ones first; those with an article."""
    standing: tuple[StandingText, ...]
    leader_urls: tuple[tuple[str, str], ...] = ()
    """Key -> address of the page, for those who have one."""
    topic_names: tuple[tuple[str, str], ...] = ()
    """Id -> name of every topic of the lexicon, with a page or without."""


@dataclass(frozen=True, slots=True)
class Page:
    """An address on the site, with its template and the values it is rendered from; not yet bytes.

    `data` is all that a template can see, so that the digest of (template, data) is the recipe of the bytes.
    """

    url: str
    template: str
    data: tuple[object, ...]
    origin: str = ""
    """What it was made from, for messages."""


def digest(*values: object) -> str:
    """A digest of frozen values: equal for equal values on any machine. 32 hexadecimal digits."""
    return hashlib.blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
