"""The invented county's reports as the content of a site, in each of the forms that the benchmark builds.

`front_matter` and `raw_dumps` write a site of ours, `hugo` the same articles for Hugo. `awkward` puts Markdown into
every body and writes the YAML as people do: quotes, comments, lists in both styles, folded text, keys in any order.

    python -m benchmarks.sites FOLDER --articles 1000 --form front-matter|awkward|raw|hugo|hugo-awkward [--seed 7]
"""

import argparse
import random
import shutil
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from benchmarks.county import Leader, Report, make_county
from benchmarks.prose import SUBJECTS

HERE = Path(__file__).parent
TITLE, BASE = "岚川新闻", "https://bulletin.example/"
CONFIG = f"title: {TITLE}\ncounty: 岚川县\nbase_url: {BASE}\ntheme: minimal\nsearch: false\n"
RAW_BREAKS, GB_FILES = 4, 2
"""One paragraph in so many is broken by a column's end; one file in so many is GB18030."""


def front_matter(folder: Path, count: int, seed: int = 7, awkward: bool = False) -> None:
    """A site of ours, one file an article."""
    leaders, reports = make_county(count, seed)
    _site(folder, leaders)
    for report in reports:
        lines = [
            f"title: {report.title}",
            f"date: {report.event}",
            *_lists(report.leaders, report.topics, report.byline),
        ]
        path = folder / f"content/{report.day:%Y/%m}/{report.day}/report-{report.number:02}.md"
        _write(path, _article(lines, report, awkward))


def raw_dumps(folder: Path, count: int, seed: int = 7) -> None:
    """A site of ours, one text a day as it came from the layout: half-width commas, broken paragraphs, two encodings."""
    leaders, reports = make_county(count, seed)
    _site(folder, leaders)
    chance = random.Random(seed)
    for i, (day, group) in enumerate(groupby(reports, key=lambda report: report.day)):
        text = "\n\n\n".join(dump_of(report, chance) for report in group)
        encoding = "utf-8" if i % GB_FILES else "gb18030"
        _write(folder / f"content/{day:%Y/%m}/{day}.txt", text.replace("，", ",") + "\n", encoding)


def hugo(folder: Path, count: int, seed: int = 7, awkward: bool = False) -> None:
    """The same articles for Hugo; a leader's and a topic's years are terms of their own, such as `safety/2020`."""
    leaders, reports = make_county(count, seed)
    shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)
    content = folder / "content"
    for leader in leaders:
        _write(content / f"leaders/{leader.id}/_index.md", f"---\ntitle: {leader.name}\nposts: {leader.post}\n---\n")
    for id, name in topic_names({subject.topic for subject in SUBJECTS}):
        _write(content / f"topics/{id}/_index.md", f"---\ntitle: {name}\n---\n")
    for day, group in groupby(reports, key=lambda report: report.day):
        for path, layout in ((f"{day:%Y}", "year"), (f"{day:%Y/%m}", "month"), (f"{day:%Y/%m/%d}", "day")):
            index = content / path / "_index.md"
            if not index.exists():
                _write(index, f"---\ntitle: '{path.replace('/', '-')}'\nlayout: {layout}\ndate: {day}\n---\n")
        for report in group:
            _write(content / f"{day:%Y/%m/%d}/{report.number}.md", _hugo_article(report, awkward))


def _hugo_article(report: Report, awkward: bool) -> str:
    at, year = f"{report.day:%Y/%m/%d}/{report.number}.html", report.day.year
    years = [f"{key}: [{', '.join(f'{id}/{year}' for id in ids)}]" for key, ids in (
        ("leaderyears", report.leaders), ("topicyears", report.topics))]  # fmt: skip
    lines = [
        f"title: {report.title}", f"url: /{at}", f"date: {report.day}T08:{59 - report.number:02}:00+08:00",
        f"event: '{report.event}'", *_lists(report.leaders, report.topics, report.byline), *years,
    ]  # fmt: skip
    return _article(lines, report, awkward)


def _lists(leaders: Iterable[str], topics: Iterable[str], byline: Iterable[str]) -> Iterator[str]:
    for key, values in (("leaders", leaders), ("topics", topics), ("byline", byline)):
        yield f"{key}: [{', '.join(values)}]"


def _article(lines: list[str], report: Report, awkward: bool) -> str:
    if not awkward:
        return "\n".join(("---", *lines, "---", "\n\n".join(report.paragraphs))) + "\n"
    chance = random.Random(f"{report.day}/{report.number}")
    chance.shuffle(lines)
    front = [line for entry in lines for line in _irregular(entry, chance)]
    body = _markdown(report.paragraphs, random.Random(f"{report.day}/{report.number} body"))
    return "\n".join(("---", *front, "---", "", *body)) + "\n"


def _irregular(entry: str, chance: random.Random) -> Iterator[str]:
    """The same key and value, written another way."""
    key, value = entry.split(": ", 1)
    if value.startswith("["):
        items = [item for item in value[1:-1].split(", ") if item]
        if items and chance.random() < 0.6:
            yield from (f"{key}:", *(f'  - "{item}"' if chance.random() < 0.3 else f"  - {item}" for item in items))
            return
        yield f"{key}: [ {' , '.join(items)} ]"
    elif key == "title":
        yield from chance.choice(((f'title: "{value}"',), (f"title: '{value}'",), ("title: >-", f"  {value}")))
    else:
        yield f"{key}:   {value}  # {chance.choice(('已核', '同版面', '照原稿'))}"
        if chance.random() < 0.2:
            yield ""


def _markdown(paragraphs: tuple[str, ...], chance: random.Random) -> Iterator[str]:
    """Subheads, emphasis, a list, a quotation, a link, now and then a table."""
    for i, paragraph in enumerate(paragraphs):
        sentences = paragraph.split("。")
        place = chance.randrange(len(sentences))
        word = sentences[place].split("，")[0]
        if word.isalpha():
            sentences[place] = f"**{word}**{sentences[place][len(word) :]}"
        text = "。".join(sentences)
        if i == 1:
            yield from ("## 现场", "")
        if i == 2 and len(sentences) > 3:
            yield from (f"- {sentence}。" for sentence in sentences if sentence)
        elif i == 3:
            yield f"> {text}"
        elif i == 4:
            yield f"{text}[往期](/archive/index.html)"
        else:
            yield text
        yield ""
    if chance.random() < 0.1:
        yield from (
            "| 村 | 亩 |",
            "|---|---|",
            f"| 石洼 | {chance.randint(10, 900)} |",
            f"| 上河 | {chance.randint(10, 900)} |",
        )


def dump_of(report: Report, chance: random.Random) -> str:
    """A report as it stands in a dump: headline, byline at the beginning, a paragraph in so many broken in two."""
    paragraphs = list(report.paragraphs)
    paragraphs[0] = paragraphs[0].replace("本报讯 ", f"本报讯（记者 {' '.join(report.byline)}）", 1)
    return "\n\n".join((report.title, *(_broken(paragraph, chance) for paragraph in paragraphs)))


def _broken(paragraph: str, chance: random.Random) -> str:
    """A paragraph in two where a column ended, in the middle of a word as often as not."""
    places = [i for i in range(40, len(paragraph) - 40) if paragraph[i - 1 : i + 1].isalpha()]
    if not places or chance.randrange(RAW_BREAKS):
        return paragraph
    place = chance.choice(places)
    return f"{paragraph[:place]}\n\n{paragraph[place:]}"


def _site(folder: Path, leaders: tuple[Leader, ...]) -> None:
    _write(folder / "config.yaml", CONFIG)
    shutil.copytree(HERE / "theme", folder / "themes" / "minimal", dirs_exist_ok=True)
    lines = ["leaders:"]
    for leader in leaders:
        end = f", to: {leader.end}" if leader.end else ""
        post = f"{{body: {leader.body}, text: {leader.post}, from: {leader.start}{end}}}"
        lines += [f"- id: {leader.id}", f"  name: {leader.name}", f"  posts: [{post}]"]
    _write(folder / "content/leaders.yaml", "\n".join(lines) + "\n")


def topic_names(ids: set[str]) -> list[tuple[str, str]]:
    """(id, name) of these of the built-in topics."""
    from bulletin.topics import merge_topics

    return [(entry.id, entry.name) for entry in merge_topics((), False).entries if entry.id in ids]


def _write(path: Path, text: str, encoding: str = "utf-8") -> None:
    try:
        path.write_text(text, encoding, newline="\n")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding, newline="\n")


FORMS: dict[str, Callable[[Path, int, int], None]] = {
    "front-matter": front_matter,
    "awkward": lambda folder, count, seed: front_matter(folder, count, seed, awkward=True),
    "raw": raw_dumps,
    "hugo": hugo,
    "hugo-awkward": lambda folder, count, seed: hugo(folder, count, seed, awkward=True),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--form", choices=FORMS, default="front-matter")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    FORMS[arguments.form](arguments.folder, arguments.articles, arguments.seed)


if __name__ == "__main__":
    main()
