"""How time and memory of a full build grow with the number of articles.

    python benchmarks/scale.py [1000 4000] [--runs 3] [--theme default]

Makes sites of invented reports (six a day, as page dumps), builds each in a process of its own and prints medians of
processor time and peak memory, with the ratio of each to the one before. A full build is linear: four times the articles
take at most 4.4 times as long.
"""

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "明远川秋岚青石舟野棠溪澍晖砚宁安瑞泽文清"
POSTS = (
    "县委书记",
    "县委副书记、县长",
    "县委常委、常务副县长",
    "副县长",
    "县人大常委会主任",
    "县政协主席",
    "县委常委、组织部部长",
)
SUBJECTS = (
    "安全生产",
    "乡村振兴",
    "招商引资",
    "项目建设",
    "生态环境保护",
    "教育教学",
    "森林防火",
    "信访维稳",
    "防汛抗旱",
)
SENTENCES = (
    "要把责任落实到人,一件一件查,一项一项改。",
    "群众关心的事要马上办,办不了的要说明白。",
    "各乡镇各部门要到现场去,把问题解决在一线。",
    "施工单位要保证质量,按时完成任务。",
    "今年以来,全县完成投资12.6亿元,增长8.3%。",
)
REPORTS_A_DAY = 6


def make_site(folder: Path, articles: int, theme: str, seed: int = 7) -> None:
    """Write a site of `articles` reports into `folder`."""
    chance = random.Random(seed)
    people = [chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN) for _ in range(60)]
    (folder / "content").mkdir(parents=True)
    (folder / "config.yaml").write_text(f"title: 规模试验\ntheme: {theme}\nbase_url: https://scale.example/\n", "utf-8")
    if theme != "default":
        shutil.copytree(ROOT / "tests" / "site" / "themes", folder / "themes")
    day = date(2008, 1, 1)
    for first in range(0, articles, REPORTS_A_DAY):
        reports = [report(chance, people, day) for _ in range(min(REPORTS_A_DAY, articles - first))]
        (folder / "content" / f"{day}.txt").write_text("\n\n".join(reports), "utf-8")
        day += timedelta(days=1)


def report(chance: random.Random, people: list[str], day: date) -> str:
    subject, one, other, third = chance.choice(SUBJECTS), *chance.sample(people, 3)
    event = day - timedelta(days=1)
    body = [
        f"本报讯 {event.month}月{event.day}日,{chance.choice(POSTS)}{one}到石桥镇检查{subject}工作。副县长{other}、{third}陪同。",
        *("".join(chance.choices(SENTENCES, k=5)) for _ in range(4)),
        f"就做好{subject}工作,{one}强调:一是{chance.choice(SENTENCES)}二是{chance.choice(SENTENCES)}",
    ]
    return f"## {one}检查{subject}工作 要求做好第{chance.randrange(9999)}号清单\n\n" + "\n\n".join(body)


def measure(folder: Path) -> tuple[float, float]:
    """(seconds of processor time, peak memory in MB) of a clean build in a process of its own."""
    shutil.rmtree(folder / "output", ignore_errors=True)
    shutil.rmtree(folder / ".bulletin", ignore_errors=True)
    code = "import resource, sys; from bulletin.cli import main; c = main(['build', '--quiet', '--site', sys.argv[1]]); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024); sys.exit(c)"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, float(run.stdout)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 4000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--theme", default="default")
    arguments = parser.parse_args()
    previous: tuple[float, float] | None = None
    print(f"{'articles':>9}{'cpu s':>9}{'ratio':>8}{'peak MB':>9}{'ratio':>8}{'ms/article':>12}")
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "site"
            make_site(folder, size, arguments.theme)
            runs = [measure(folder) for _ in range(arguments.runs)]
        seconds, memory = (statistics.median(run[i] for run in runs) for i in (0, 1))
        ratios = (seconds / previous[0], memory / previous[1]) if previous else (0.0, 0.0)
        shown = [f"{r:8.2f}" if previous else " " * 8 for r in ratios]
        print(f"{size:9}{seconds:9.2f}{shown[0]}{memory:9.0f}{shown[1]}{seconds / size * 1000:12.2f}")
        previous = seconds, memory
    return 0


if __name__ == "__main__":
    sys.exit(main())
