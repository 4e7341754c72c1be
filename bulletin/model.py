"""The values that the steps hand on: frozen, complete on the day they are made.

`Report` is a text as it was read, with its lines; `Article` the same made ready for the site. What the pages are made from
is in `outline`. Links between things are made once, in `compose`.
"""

from datetime import date as Date
from typing import Annotated as A

from bulletin.parts import Part, knows_its_digest
from bulletin.values import dataclass

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
    photo: "Photo | None" = None


@dataclass(frozen=True, slots=True)
class Photo:
    """The picture of a person: as the register names it, and the picture that was found there."""

    name: str
    line: int
    column: int
    picture: "PictureFile | None" = None


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
    picks: tuple[str, ...] = ()
    """Headlines or addresses of reports that stand on top of its page."""


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
class Body:
    """What is long in an article. `html` holds `ROOT` where an address from the top of the site begins, because only a
    page knows its own depth; `encoded` is the whole text, plain, as UTF-8, because only the search wants its characters.
    """

    html: str
    encoded: bytes

    @property
    def text(self) -> str:
        return self.encoded.decode("utf-8", "surrogatepass")


NO_BODY = Part.of(Body("", b""))


@dataclass(frozen=True, slots=True)
class Article:
    """A report made ready: checked, typed, its body as HTML. The body is a part: lists of articles never load it."""

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
    body: Part[Body] = NO_BODY
    opening: tuple[str, ...] = ()
    """The first three paragraphs as plain text."""
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
    text_digest: str = ""
    text_mark: str = ""
    """What the ledger knows the text again by (identity/likeness)."""


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """A row in a list."""

    title: A[str, "headline"]
    url: A[str, "address"]
    date: A[Date, "date of the issue"]
    kicker: A[str, "line above the headline, or empty"]
    subtitle: A[str, "line below the headline, or empty"]
    place: A[str, "print page and column, such as 第01版 要闻; or empty"]


@knows_its_digest
@dataclass(frozen=True, slots=True)
class PlacedArticle:
    """An article at its address."""

    article: Article
    url: str
    number: int
    """Its number in the issue, from 1, in reading order."""
    digest: str
    """Of the article, its address and its first publication."""
    published: str
    """First publication (2020-10-16T08:00+08:00) as the ledger has it; empty before."""
    link: ArticleLink
    """The row that stands for it in lists."""


@dataclass(frozen=True, slots=True)
class Former:
    """A published address that has no article: it leads to `to`, or says why it is empty."""

    url: str
    date: Date
    to: str = ""
    title: str = ""
    """The headline, where it leads on."""
    held: bool = False
    """Whether its report is held back and not gone."""


@dataclass(frozen=True, slots=True)
class StandingText:
    """A standing page (about, guide) out of content/pages."""

    path: str
    id: str
    title: str
    body: str
    weight: int = 0
