"""`bulletin read --write`: raw files become files with front matter, one an article, so that an editor can take over.

The articles of content/2020-10-15.txt go to content/2020-10-15/001.txt and so on; the raw file is set aside (its
name gets .raw behind it, so that nothing is published twice), or removed with `replace`. Nothing is overwritten.
"""

from collections.abc import Sequence
from dataclasses import field
from pathlib import Path

from bulletin.account import read_together
from bulletin.findings import Finding, Place, find
from bulletin.lexicon import Lexicon
from bulletin.people.link import identify
from bulletin.people.register import Register
from bulletin.reports.place import place_of
from bulletin.reports.written import as_text
from bulletin.storage.sources import read_bytes, remove, set_aside, write_bytes
from bulletin.topics import topics_of
from bulletin.values import dataclass

ASIDE = ".raw"


@dataclass
class Taken:
    """What was written, what became of the raw files, and what could not be done."""

    files: list[Path] = field(default_factory=list)
    aside: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def take_over(
    paths: Sequence[Path], register: Register, lexicon: Lexicon, replace: bool = False, accept_revisions: bool = False
) -> Taken:
    """Write the articles of each raw file; a file that has front matter already is left alone and named."""
    taken = Taken()
    read = []
    for path in paths:
        data = read_bytes(path)
        if isinstance(data, Finding):
            taken.findings.append(data)
        else:
            read.append((path, data))
    together = read_together([(path.as_posix(), data) for path, data in read], register, accept_revisions)
    for (path, _), (reading, found) in zip(read, together, strict=True):
        if not reading.reports or any(report.front_matter for report in reading.reports):
            taken.findings.append(find("write-taken", Place(path.as_posix())))
            continue
        folder = path.with_suffix("")
        names = [folder / f"{number:03}.txt" for number in range(1, len(reading.reports) + 1)]
        if there := [name for name in names if name.exists()]:
            taken.findings.append(find("write-exists", Place(path.as_posix()), name=there[0].as_posix()))
            continue
        issue = None if place_of(path.as_posix()).issue else reading.issue
        masthead = next((c.before for c in reading.changes if c.line == reading.masthead.line and c.line), "")
        for name, report, recognised in zip(names, reading.reports, found, strict=True):
            people = [identify(person, register, reading.issue)[0] for person in recognised.people]
            topics = [
                lexicon.entry(id).name for id in topics_of(report, recognised.statements, lexicon, recognised.people)
            ]
            text = as_text(report, issue, [p.id or p.name for p in people], topics, masthead)
            masthead = ""
            write_bytes(name, text.encode())
            taken.files.append(name)
        for picture, content in reading.pictures:
            write_bytes(folder / picture, content)
            taken.files.append(folder / picture)
        if replace:
            remove(path)
        else:
            taken.aside.append(set_aside(path, ASIDE))
    return taken
