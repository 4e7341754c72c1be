"""The whole flow, top to bottom: bytes → text → reports → articles → bulletin → pages → files.

`read_site` reads everything a site is made from, `make_site_pages` makes its pages, `build` puts them in place. The
disk is touched at the two ends only. What cannot be published is held back and named; the others go on.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path

from bulletin.addresses import address_articles
from bulletin.articles import make_articles
from bulletin.body import Helpers, image_html
from bulletin.checks.links import dead_links
from bulletin.compose import Material, compose
from bulletin.config import FILE, Config, read_config
from bulletin.findings import BulletinError, Finding, Place, Severity, fail, find, in_order
from bulletin.identity.numbers import Numbered
from bulletin.markup import plain_paragraphs, render
from bulletin.model import ROOT, Article, Masthead, StandingText
from bulletin.outcome import Outcome
from bulletin.outline import Bulletin, Page
from bulletin.pages.articles import lone_jumps
from bulletin.pages.feeds import sitemap_pages
from bulletin.pages.making import make_groups
from bulletin.pages.standing import base_path
from bulletin.pages.topics import lost_picks
from bulletin.parts import Part, held
from bulletin.people.link import learn, link, recognise
from bulletin.people.register import Register, parse_register
from bulletin.reports.decode import decode
from bulletin.reports.frontmatter import part
from bulletin.reports.reading import Reading, read_reports
from bulletin.storage.ledger import Ledger, read_ledger, write_ledger
from bulletin.storage.output import check_folder, put_in_place
from bulletin.storage.pictures import Pictures
from bulletin.storage.sources import REGISTER, TOPICS, Found, find_sources, read_source
from bulletin.theme.render import Renderer
from bulletin.theme.theme import Theme, load_theme
from bulletin.topics import Lexicon, merge_topics, number_topics, parse_topics

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, all) as a long build goes on."""

NOTES = ".bulletin"


@dataclass
class Site:
    """Everything read from a site's folder."""

    config: Config
    found: Found
    register: Register
    lexicon: Lexicon
    readings: list[Reading]
    articles: list[Article]
    mastheads: dict[date, Masthead]
    standing: tuple[StandingText, ...]
    pictures: Pictures
    findings: list[Finding]
    held_back: int
    held: frozenset[str]
    """Files whose reports cannot be seen in this build."""
    ledger: Ledger
    topic_numbers: tuple[Numbered, ...]


def build(
    config: Config, findings: Iterable[Finding] = (), drafts: bool = False, progress: Progress = lambda *_: None
) -> Outcome:
    """Build the whole bulletin and put it in place. Raises BulletinError where there can be no bulletin at all."""
    check_folder(config.output_folder, config.root, config.content_folder)
    theme = load_theme(config.theme, config.root)
    site = read_site(config, drafts, progress)
    outcome = Outcome(len(site.readings), len(site.articles), held_back=site.held_back)
    outcome.findings = [*findings, *theme.findings, *site.findings]
    if not site.articles:
        outcome.findings = in_order(
            [*outcome.findings, find("content-empty", Place(config.content), name=config.content)]
        )
        return outcome
    bulletin, pages, ledger = make_site_pages(site, theme, outcome)
    if not drafts:  # a preview promises no address
        write_ledger(config.content_folder, ledger)
    files = render_files(pages, theme, site.pictures, config, progress)
    outcome.findings.extend(dead_links(files, base_path(config.base_url)))
    outcome.issues, outcome.pages = len(list(bulletin.heads)), len(pages)
    outcome.articles = sum(month.articles for month in bulletin.months)
    outcome.written = put_in_place(files, config.output_folder, config.root / NOTES)
    outcome.findings = in_order([*outcome.findings, *outcome.written.findings])
    return outcome


def read_site(config: Config, drafts: bool = False, progress: Progress = lambda *_: None) -> Site:
    """Read the content: texts to readings, people learnt from all of them, readings to articles."""
    folder = config.content_folder
    if not folder.is_dir():
        raise fail("content-missing", Place("config.yaml"), name=config.content)
    found = find_sources(folder)
    findings = list(found.findings)
    ledger = read_ledger(folder)
    register, (lexicon, topic_numbers) = read_register(config, findings), read_lexicon(config, findings, ledger.topics)
    readings = list(_read_all(config, found.texts, findings, progress))
    first = [[recognise(report) for report in reading.reports] for reading in readings]
    known = learn((e for found_here in first for r in found_here for e in r.evidence), register)
    pictures = Pictures(folder, found.pictures)
    for reading in readings:
        pictures.add(reading.path, reading.pictures)
    helpers = Helpers(register, lexicon, pictures.find, pictures.beside, drafts)
    articles: list[Article] = []
    mastheads: dict[date, Masthead] = {}
    held_back = len([f for f in findings if f.severity is Severity.SEVERE])
    for i, reading in enumerate(readings):
        progress("articles", i, len(readings))
        recognised = tuple(link(r, found, known) for r, found in zip(reading.reports, first[i], strict=True))
        made, more = make_articles(reading, recognised, helpers)
        articles.extend(made)
        findings.extend((*reading.findings, *more))
        held_back += _held_back(reading)
        if reading.issue and reading.masthead.number:
            mastheads.setdefault(reading.issue, reading.masthead)
    standing = tuple(_standing(folder, found.standing, pictures, findings))
    held = {*found.texts}.difference(r.path for r in readings) | {r.path for r in readings if _held_back(r)}
    return Site(
        config,
        found,
        register,
        lexicon,
        readings,
        articles,
        mastheads,
        standing,
        pictures,
        _located(findings, config),
        held_back,
        frozenset(held),
        ledger,
        topic_numbers,
    )


def _located(findings: Iterable[Finding], config: Config) -> list[Finding]:
    """Findings in content with their path from the site's folder, as an editor's terminal can open it."""
    return [replace(f, place=replace(f.place, path=f"{config.content}/{f.place.path}")) for f in findings]


def _read_all(config: Config, names: Iterable[str], findings: list[Finding], progress: Progress) -> Iterable[Reading]:
    names = list(names)
    accept = config.word_revisions == "accept"
    for i, name in enumerate(names):
        progress("read", i, len(names))
        data = read_source(config.content_folder, name)
        if isinstance(data, Finding):
            findings.append(data)
        else:
            yield read_reports(data, name, accept)


def _held_back(reading: Reading) -> int:
    """Reports of a file that do not appear: all of them where there is no date, the file itself where it was not read."""
    if any(f.severity is Severity.SEVERE for f in reading.findings):
        return max(1, len(reading.reports)) if reading.issue is None or not reading.reports else 0
    return 0


def read_lists(folder: Path) -> tuple[Register, Lexicon, list[Finding]]:
    """Register and topics of the site in `folder`; an empty and the built-in one where there is no site."""
    findings: list[Finding] = []
    if not (folder / FILE).is_file():
        return Register(), merge_topics((), False), findings
    config, findings = read_config(folder)
    return read_register(config, findings), read_lexicon(config, findings)[0], findings


def read_register(config: Config, findings: list[Finding]) -> Register:
    """The site's leaders.yaml; an empty register where there is none. A wrong one is a finding and is not used."""
    text = _own_file(config, REGISTER, findings)
    if text is None:
        return Register()
    try:
        register, more = parse_register(text, REGISTER)
    except BulletinError as error:
        findings.append(error.finding)
        return Register()
    findings.extend(more)
    return register


def read_lexicon(
    config: Config, findings: list[Finding], numbers: tuple[Numbered, ...] = ()
) -> tuple[Lexicon, tuple[Numbered, ...]]:
    """The built-in topics with the site's topics.yaml; the numbers of topics without an id as they are afterwards."""
    text = _own_file(config, TOPICS, findings)
    try:
        entries, instead, more = parse_topics(text, TOPICS) if text is not None else ((), False, [])
    except BulletinError as error:
        findings.append(error.finding)
        return merge_topics((), False), numbers
    findings.extend(more)
    entries, numbers = number_topics(entries, numbers)
    return merge_topics(entries, instead), numbers


def _own_file(config: Config, name: str, findings: list[Finding]) -> str | None:
    if not (config.content_folder / name).is_file():
        return None
    data = read_source(config.content_folder, name)
    if isinstance(data, Finding):
        findings.append(data)
        return None
    decoded = decode(data, name)
    if decoded.finding:
        findings.append(decoded.finding)
        return None
    return decoded.text


def _standing(
    folder: Path, names: Iterable[str], pictures: Pictures, findings: list[Finding]
) -> Iterable[StandingText]:
    """Standing pages: front matter with a title, the body Markdown; the id is the slug or the file's name."""
    for name in names:
        data = read_source(folder, name)
        if isinstance(data, Finding):
            findings.append(data)
            continue
        decoded = decode(data, name)
        if decoded.finding:
            findings.append(decoded.finding)
            continue
        try:
            parted = part(decoded.text, name)
        except BulletinError as error:
            findings.append(error.finding)
            continue
        findings.extend(parted.findings)
        id = (parted.front_matter.slug if parted.front_matter else "") or Path(name).stem.lower()
        if not id.isascii() or not id.replace("-", "").isalnum():
            findings.append(find("slug-form", Place(name), text=id))
            continue
        paragraphs = plain_paragraphs(parted.body)
        title = (parted.front_matter.title if parted.front_matter else "") or (paragraphs[0][0] if paragraphs else id)

        def picture(source: str, alt: str, alone: bool, name: str = name) -> str:
            found = pictures.find(name, source)
            return image_html(replace(found, alt=alt), ROOT) if found and not found.refused else escape(alt)

        weight = parted.front_matter.weight if parted.front_matter else 0
        yield StandingText(name, id, title, render(parted.body, str, picture), weight)


def make_site_pages(site: Site, theme: Theme, outcome: Outcome) -> tuple[Bulletin, list[Page], Ledger]:
    """Articles → bulletin → pages, and the ledger as it is afterwards; what is held back goes to the outcome."""
    standing = tuple(sorted(site.standing, key=lambda s: (s.weight, s.id)))
    addresses = address_articles(site.articles, site.ledger.entries, site.held)
    material = Material(
        site.register, site.lexicon, site.mastheads, standing, site.config, addresses, site.ledger.leaders
    )
    bulletin, left_out = compose(site.articles, material)
    pages, clashes = make_pages(bulletin, theme, site.config)
    jumps = [finding for month in bulletin.months for finding in lone_jumps(held(month.issues))]
    picks = lost_picks(bulletin.topics, held)
    outcome.findings.extend((*_located((*left_out, *jumps, *picks, *addresses.findings), site.config), *clashes))
    outcome.held_back += len(left_out)
    unsure = any(f.severity is Severity.SEVERE and f.place.path.endswith(REGISTER) for f in site.findings)
    leaders = site.ledger.leaders if unsure else bulletin.numbers  # nobody is numbered for a fault in the register
    return bulletin, pages, Ledger(addresses.entries, leaders, site.topic_numbers)


def make_pages(bulletin: Bulletin, theme: Theme, config: Config) -> tuple[list[Page], list[Finding]]:
    """Every page of the site; of two at one address the first stays and the other is a finding."""
    site, groups = make_groups(bulletin, config, theme.stylesheets, theme.scripts)
    taken: dict[str, Page] = {}
    findings: list[Finding] = []
    listings = []
    for group in groups:
        own = []
        for page in group.pages(held):
            if page.url in taken:
                if page.gives_way:
                    continue
                one = taken[page.url].origin
                findings.append(find("page-taken", Place(page.origin), url=page.url, one=one, other=page.origin))
                continue
            taken[page.url] = page
            own.append(page)
        listings.append(Part.of(tuple((page.url, page.modified) for page in own if page.listed)))
    if config.base_url:
        taken |= {page.url: page for page in sitemap_pages(held, site, tuple(listings))}
    return list(taken.values()), findings


def render_files(
    pages: list[Page], theme: Theme, pictures: Pictures, config: Config, progress: Progress
) -> dict[str, bytes]:
    """Address -> bytes of everything that belongs into output/."""
    renderer = Renderer(theme, base_path(config.base_url))
    files: dict[str, bytes] = {}
    for i, page in enumerate(pages):
        if i % 64 == 0:
            progress("pages", i, len(pages))
        files[page.url] = renderer.render(page)
    files.update(theme.assets)
    for url, read in pictures.files().items():
        files[url] = read()
    return files
