"""The small files of a site: register, topics, standing pages. A wrong one is a finding and is not used."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from bulletin.config import Config
from bulletin.findings import BulletinError, Finding, Place, find
from bulletin.identity.numbers import Numbered
from bulletin.lexicon import Lexicon, merge_topics, number_topics, parse_topics
from bulletin.model import ROOT, PictureFile, StandingText
from bulletin.people.register import Register, parse_register
from bulletin.storage.pictures import Pictures
from bulletin.storage.sources import REGISTER, TOPICS, read_source
from bulletin.values import dataclass


def read_register(config: Config, findings: list[Finding]) -> Register:
    """The site's leaders.yaml; an empty register where there is none."""
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
    return _text(config.content_folder, name, findings)


def _text(folder: Path, name: str, findings: list[Finding]) -> str | None:
    """The text of a file in content/; None, and a finding says why, where it cannot be had."""
    from bulletin.reports.decode import decode

    data = read_source(folder, name)
    if isinstance(data, Finding):
        findings.append(data)
        return None
    decoded = decode(data, name)
    if decoded.finding:
        findings.append(decoded.finding)
        return None
    return decoded.text


def with_photos(
    register: Register, folder: Path, names: frozenset[str]
) -> tuple[Register, tuple[PictureFile, ...], list[Finding]]:
    """The register with the pictures that it names, which lie in `folder`; these; what is wrong with them."""
    pictures = Pictures(folder, names)
    findings: list[Finding] = []
    people = []
    for person in register.leaders:
        photo = person.photo
        if photo:
            found = pictures.find(REGISTER, photo.name)
            if found is None or found.refused:
                wrong = found.refused if found else "picture-missing"
                findings.append(find(wrong, Place(REGISTER, photo.line, photo.column), name=photo.name))
                person = replace(person, photo=None)
            else:
                person = replace(person, photo=replace(photo, picture=found))
        people.append(person)
    shown = tuple(picture for picture in pictures.used.values() if not picture.refused)
    return Register(tuple(people)), shown, findings


@dataclass(frozen=True)
class StandingTexts:
    """The standing pages of a site, in the order of the navigation, with the pictures that they show."""

    texts: tuple[StandingText, ...]
    pictures: tuple[PictureFile, ...]
    findings: tuple[Finding, ...]


def read_standing(folder: Path, names: Iterable[str], pictures: frozenset[str]) -> StandingTexts:
    """Standing pages: front matter with a title, the body Markdown; the id is the slug or the file's name."""
    findings: list[Finding] = []
    shown = Pictures(folder, pictures)
    found = [text for name in names if (text := _standing(folder, name, shown, findings))]
    texts = tuple(sorted(found, key=lambda text: (text.weight, text.id)))
    return StandingTexts(texts, tuple(shown.used.values()), tuple(findings))


def _standing(folder: Path, name: str, pictures: Pictures, findings: list[Finding]) -> StandingText | None:
    from bulletin.body import image_html
    from bulletin.markup import plain_paragraphs, render
    from bulletin.reports.frontmatter import part

    text = _text(folder, name, findings)
    if text is None:
        return None
    try:
        parted = part(text, name)
    except BulletinError as error:
        findings.append(error.finding)
        return None
    findings.extend(parted.findings)
    front = parted.front_matter
    id = (front.slug if front else "") or Path(name).stem.lower()
    if not id.isascii() or not id.replace("-", "").isalnum():
        findings.append(find("slug-form", Place(name), text=id))
        return None
    paragraphs = plain_paragraphs(parted.body)
    title = (front.title if front else "") or (paragraphs[0][0] if paragraphs else id)

    def picture(source: str, alt: str, alone: bool) -> str:
        from html import escape

        found = pictures.find(name, source)
        return image_html(replace(found, alt=alt), ROOT) if found and not found.refused else escape(alt)

    return StandingText(name, id, title, render(parted.body, str, picture), front.weight if front else 0)
