"""The sizing table of docs/scale.md: what a county's archive takes, anew and after an edit, as it grows.

    python -m benchmarks.scale [2000 8000 25000] [--form raw] [--jobs 1] [--folder /dev/shm]

Makes the invented county's archive in each size (`benchmarks.sites`) and builds it in whole processes: all anew, with a sentence
added to one text (the median of three), with nothing changed. Seconds are of the processor, so that other programs disturb
little; memory is the peak of the largest process. A last row tells the growth from the first size to the last.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from benchmarks.measuring import Run, middle, run

ROOT = Path(__file__).resolve().parent.parent
ADDED = "记者了解到，这项工作还将继续。"
EDITS = 3
HEADS = (
    "articles",
    "all anew",
    "peak",
    "one text edited",
    "peak",
    "nothing changed",
    "peak",
    "content",
    "output",
    ".bulletin/",
)


@dataclass(frozen=True, slots=True)
class Size:
    """What one archive took: seconds and MiB of each build, MB of each folder."""

    articles: int
    anew: float
    anew_peak: float
    edit: float
    edit_peak: float
    same: float
    same_peak: float
    content: float
    output: float
    notes: float


def measure(site: Path, articles: int, form: str, jobs: int) -> Size:
    """Make the archive in `site`, build it in each way."""
    make = [sys.executable, "-m", "benchmarks.sites", str(site), "--articles", str(articles), "--form", form]
    subprocess.run(make, check=True, cwd=ROOT)

    def build() -> Run:
        command = [sys.executable, "-m", "bulletin", "build", "--quiet", "--jobs", str(jobs), "--site", str(site)]
        return run(command, ROOT)

    anew = build()
    texts = sorted(path for path in (site / "content").rglob("*") if path.suffix in (".md", ".txt"))
    edits = []
    for i in range(EDITS):
        text = texts[len(texts) * (i + 1) // (EDITS + 1)]
        data = text.read_bytes()
        encoding = "gb18030" if b"\xe3\x80\x82" not in data else "utf-8"
        text.write_bytes(data.rstrip(b"\n") + ADDED.encode(encoding) + b"\n")
        edits.append(build())
    edit, same = middle(edits), build()
    folders = (megabytes(site / name) for name in ("content", "output", ".bulletin"))
    return Size(articles, anew.cpu, anew.memory, edit.cpu, edit.memory, same.cpu, same.memory, *folders)


def megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def table(sizes: Sequence[Size]) -> list[str]:
    """Markdown: a row a size, and the growth."""
    lines = [f"| {' | '.join(HEADS)} |", "|" + "---|" * len(HEADS)]
    for size in sizes:
        anew, edit, same = (f"{seconds:.2f} s" for seconds in (size.anew, size.edit, size.same))
        peaks = [f"{mib:.0f} MiB" for mib in (size.anew_peak, size.edit_peak, size.same_peak)]
        folders = [f"{mb:.0f} MB" for mb in (size.content, size.output, size.notes)]
        cells = (f"{size.articles:,}", anew, peaks[0], edit, peaks[1], same, peaks[2], *folders)
        lines.append(f"| {' | '.join(cells)} |")
    if len(sizes) > 1:
        first, last = astuple(sizes[0]), astuple(sizes[-1])
        growth = [f"{after / before:.1f} ×" for before, after in zip(first, last, strict=True)]
        lines.append(f"| growth: {' | '.join(growth)} |")
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[2000, 8000, 25000])
    parser.add_argument("--form", default="front-matter", choices=("front-matter", "awkward", "raw"))
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=None, help="where the archives are made, such as /dev/shm")
    arguments = parser.parse_args()
    found = []
    for articles in arguments.sizes:
        with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
            found.append(measure(Path(name) / "site", articles, arguments.form, arguments.jobs))
    print("\n".join(table(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
