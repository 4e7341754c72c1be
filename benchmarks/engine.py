"""How fast `bulletin build` is beside Hugo on the same pages, and beside the disk itself; prints a table of ratios.

    python benchmarks/engine.py [--articles 10000] [--runs 3] [--large 100000] [--hugo PROGRAM]

Makes the invented county's sites in a folder in memory (--folder, /dev/shm), builds each with both programs in turn, checks
that the two outputs are the same site, and that the incremental output is a clean build's, byte for byte. Every figure is a
median of whole processes; ratios are of one run, because machines differ. --large adds the rows of a large archive, which
take some minutes.
"""

import argparse
import compileall
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.compare import differences, paths  # noqa: E402
from benchmarks.measuring import Run, find_hugo, middle, run  # noqa: E402

SMALL, WARM_UP, FEWEST_EDITS = 1000, 60, 5
ADDED = "记者了解到，这项工作还将继续。"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: ours, and what it is measured against."""

    name: str
    ours: Run
    other: Run | None = None
    note: str = ""


@dataclass
class Bench:
    """Sites, programs and what has been measured so far."""

    folder: Path
    articles: int
    runs: int
    hugo: Path
    options: list[str]
    large: int = 0
    problems: list[str] = field(default_factory=list)
    known: dict[str, Run] = field(default_factory=dict)

    def site(self, form: str, count: int = 0) -> Path:
        """The folder of a site, made by a process of its own: a large parent would count in its children's memory."""
        folder = self.folder / f"{form}-{count or self.articles}"
        if not folder.exists():
            make = [sys.executable, "-m", "benchmarks.sites", str(folder), "--articles", str(count or self.articles)]
            subprocess.run([*make, "--form", form], check=True, cwd=ROOT)
        return folder

    def build(self, site: Path, *options: str) -> Run:
        return run([sys.executable, "-m", "bulletin", "build", "--quiet", *self.options, *options, "--site", str(site)])

    def cold(self, form: str, count: int = 0) -> Run:
        site = self.site(form, count)
        forget(site)
        return self.build(site)

    def hugo_cold(self, form: str, count: int = 0) -> Run:
        site = self.site(form, count)
        shutil.rmtree(site / "public", ignore_errors=True)
        return run([str(self.hugo), "--quiet", "--cacheDir", str(self.folder / "hugo-cache")], site)

    def pair(self, name: str, form: str, other: str, count: int = 0, runs: int = 0) -> Row:
        """Both programs in turn, so that whatever else the machine does meets both."""
        both = [(self.cold(form, count), self.hugo_cold(other, count)) for _ in range(runs or self.runs)]
        ours, theirs = (middle(pair[i] for pair in both) for i in (0, 1))
        self.known[f"{other}-{count or self.articles}"] = theirs
        self.known[f"{form}-{count or self.articles}"] = ours
        return Row(name, ours, theirs)

    def check(self, form: str, other: str, count: int = 0) -> None:
        found = differences(self.site(form, count) / "output", self.site(other, count) / "public")
        self.problems.extend(found)


def forget(site: Path) -> None:
    """Leave only what an editor keeps: no output, no memo."""
    for name in ("output", ".bulletin"):
        shutil.rmtree(site / name, ignore_errors=True)


def cold_rows(bench: Bench) -> Iterator[Row]:
    yield bench.pair(f"cold, {bench.articles:,} articles with front matter", "front-matter", "hugo")
    bench.check("front-matter", "hugo")
    yield bench.pair("the same, Markdown in every body, irregular YAML", "awkward", "hugo-awkward")
    bench.check("awkward", "hugo-awkward")
    yield bench.pair(f"cold, {SMALL:,}", "front-matter", "hugo", SMALL)
    raw = middle(bench.cold("raw") for _ in range(bench.runs))
    yield Row(f"cold, {bench.articles:,} articles as raw dumps", raw, bench.known[f"hugo-{bench.articles}"])
    articles = {path for path in paths(bench.site("raw") / "output") if path[:4].isdigit()}
    wanted = {path for path in paths(bench.site("hugo") / "public") if path[:4].isdigit()}
    bench.problems.extend(f"raw dumps: {path}" for path in sorted(articles ^ wanted))


def warm_rows(bench: Bench, count: int = 0) -> Iterator[Row]:
    """A new process for each: nothing changed, one body, one headline, one list of leaders."""
    size = count or bench.articles
    site, hugo = bench.site("front-matter", size), bench.known[f"hugo-{size}"]
    bench.build(site)
    files = sorted((site / "content").rglob("report-*.md"))
    edits: tuple[tuple[str, Callable[[str], str] | None], ...] = (
        (f"warm, nothing changed, {size:,}", None),
        (f"one body edited, {size:,}", lambda text: text.rstrip("\n") + ADDED + "\n"),
        (f"one title edited, {size:,}", lambda text: text.replace("\ntitle: ", "\ntitle: 补充：", 1)),
        (f"one list of leaders edited, {size:,}", fewer_leaders),
    )
    for place, (name, edit) in enumerate(edits):
        found = []
        runs = max(bench.runs, FEWEST_EDITS)
        for i in range(runs):
            if edit:
                path = files[(len(files) * (i + 1) // (runs + 1) + place) % len(files)]
                path.write_text(edit(path.read_text("utf-8")), "utf-8")
            found.append(bench.build(site))
        yield Row(name, middle(found), hugo)
    bench.problems.extend(not_clean(bench, site))


def fewer_leaders(text: str) -> str:
    """The first leader taken off the list, or the list left out where it is empty."""
    before, _, after = text.partition("\nleaders: [")
    names, _, rest = after.partition("]")
    return f"{before}\nleaders: [{', '.join(names.split(', ')[1:])}]{rest}"


def not_clean(bench: Bench, site: Path) -> Iterator[str]:
    """Files in which the incremental output differs from a clean build of the same content elsewhere."""
    clean = bench.folder / "clean"
    shutil.rmtree(clean, ignore_errors=True)
    shutil.copytree(site, clean, ignore=shutil.ignore_patterns("output", ".bulletin"))
    bench.build(clean)
    one, other = site / "output", clean / "output"
    for path in sorted(paths(one) | paths(other)):
        if not (one / path).is_file() or not (other / path).is_file():
            yield f"incremental and clean: {path} is only in one"
        elif (one / path).read_bytes() != (other / path).read_bytes():
            yield f"incremental and clean differ: {path}"
    shutil.rmtree(clean)


def floor_row(bench: Bench) -> Row:
    """The same files written from memory."""
    output, folder = bench.site("front-matter") / "output", bench.folder / "floor"
    times = []
    for _ in range(bench.runs):
        shutil.rmtree(folder, ignore_errors=True)
        command = [sys.executable, "-m", "benchmarks.floor", str(output), str(folder)]
        seconds = float(subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True).stdout)
        times.append(Run(seconds, seconds, 0))
    shutil.rmtree(folder)
    return Row(
        "against the floor: the same files written from memory",
        bench.known[f"front-matter-{bench.articles}"],
        middle(times),
    )


def bare_rows(bench: Bench) -> Iterator[Row]:
    """A plain script in Python that makes the same pages and does nothing else: beside Hugo, and ours beside it."""
    site, output = bench.site("front-matter"), bench.folder / "bare"
    found = []
    for _ in range(bench.runs):
        shutil.rmtree(output, ignore_errors=True)
        found.append(run([sys.executable, "-m", "benchmarks.bare", str(site), str(output)], ROOT))
    bench.problems.extend(f"plain script: {text}" for text in differences(site / "output", output))
    shutil.rmtree(output)
    yield Row("a plain Python script that makes these pages", middle(found), bench.known[f"hugo-{bench.articles}"])
    yield Row("ours against the plain script", bench.known[f"front-matter-{bench.articles}"], middle(found))


def large_rows(bench: Bench) -> Iterator[Row]:
    """A large archive: cold once with both programs, then an edit of one body."""
    yield bench.pair(f"cold, {bench.large:,}", "front-matter", "hugo", bench.large, runs=1)
    grown, before = (bench.known[f"front-matter-{size}"] for size in (bench.large, bench.articles))
    hugos = [bench.known[f"hugo-{size}"].seconds for size in (bench.large, bench.articles)]
    yield Row(f"growth {bench.articles:,} to {bench.large:,}", grown, before, f"Hugo {hugos[0] / hugos[1]:.1f}")
    yield from warm_rows(bench, bench.large)


def own_rows(bench: Bench) -> Iterator[Row]:
    """The default theme with everything; no other program makes these pages, so there is no ratio."""
    site = bench.folder / "own"
    for form, words in (("front-matter", "front matter"), ("raw", "raw dumps")):
        for search in ("true", "false"):
            shutil.copytree(bench.site(form), site, ignore=shutil.ignore_patterns("output", ".bulletin"))
            text = (site / "config.yaml").read_text("utf-8").replace("theme: minimal", "theme: default")
            (site / "config.yaml").write_text(text.replace("search: false", f"search: {search}"), "utf-8")
            found = []
            for _ in range(bench.runs):
                forget(site)
                found.append(bench.build(site))
            note = "" if search == "true" else ", without search"
            yield Row(f"default theme, {words}{note}", middle(found), None, size(site / "output"))
            shutil.rmtree(site)


def size(folder: Path) -> str:
    files = paths(folder)
    return f"{len(files):,} files, {sum((folder / path).stat().st_size for path in files) / 1e6:.1f} MB"


def show(row: Row) -> str:
    """A line of the table."""
    cells = [row.name, f"{row.ours.seconds:.2f}", f"{row.ours.cpu:.2f}", f"{row.ours.memory:.0f}"]
    if row.other:
        cells += [f"{row.other.seconds:.2f}", f"{row.other.cpu:.2f}", f"{row.other.memory:.0f}"]
        cells += [f"**{row.ours.seconds / row.other.seconds:.3f}**", f"{row.ours.cpu / row.other.cpu:.3f}"]
    else:
        cells += [""] * 5
    return f"| {' | '.join((*cells, row.note))} |"


def rows(bench: Bench) -> Iterator[Row]:
    yield from cold_rows(bench)
    yield floor_row(bench)
    yield from bare_rows(bench)
    yield from warm_rows(bench)
    yield from own_rows(bench)
    if bench.large:
        yield from large_rows(bench)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--large", type=int, default=0, metavar="ARTICLES")
    parser.add_argument("--folder", type=Path, default=Path("/dev/shm") if Path("/dev/shm").is_dir() else None)
    parser.add_argument(
        "--hugo", type=Path, help="Hugo's program; without it the package is installed beside the tree's build/"
    )
    parser.add_argument(
        "--option", action="append", default=[], help="passed on to bulletin build, such as --option=--jobs=1"
    )
    arguments = parser.parse_args()
    hugo = arguments.hugo or find_hugo(ROOT / "build" / "hugo")
    compileall.compile_dir(ROOT / "bulletin", quiet=1)  # as it is installed, whatever the environment says of bytecode
    with tempfile.TemporaryDirectory(dir=arguments.folder, prefix="bulletin-benchmark-") as name:
        bench = Bench(Path(name), arguments.articles, arguments.runs, hugo, arguments.option, arguments.large)
        for form in ("raw", "awkward"):  # templates and patterns are compiled once for all sites, as after any build
            bench.cold(form, WARM_UP)
        print(
            "| what | s | cpu s | MiB | other s | cpu s | MiB | ratio | of cpu | |\n|---|---|---|---|---|---|---|---|---|---|"
        )
        for row in rows(bench):
            print(show(row), flush=True)
        ours, theirs = size(bench.site("front-matter") / "output"), size(bench.site("hugo") / "public")
        print(f"\nOutput: ours {ours}; Hugo's {theirs}")
    for problem in bench.problems[:40]:
        print(problem, file=sys.stderr)
    return 1 if bench.problems else 0


if __name__ == "__main__":
    sys.exit(main())
