"""How well reports are read: scores a folder of texts with gold files and prints a table.

    python benchmarks/reading.py tests/reports/good [--wrong] [--only NAME]

A case is NAME.txt beside NAME.json (the format is described in tests/reports/README.md). Marks count alike in their
half-width and full-width form, and space is not compared. `--wrong` prints what differs. Beside each figure stands its
target; `below` marks a figure that misses it. Where a file is split wrongly, reports are paired by how their texts begin,
and a report that was not found counts as wrong in every measure. How fast texts are read, `benchmarks/speed.py` measures.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from bulletin.account import account
from bulletin.people.register import Register
from bulletin.reports.decode import decode
from bulletin.topics import merge_topics


def plain(text: str | None) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or "")).replace("‧", "·")


class Score:
    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.given: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()
        self.wrong: list[str] = []

    def exact(self, what: str, case: str, given: object, wanted: object) -> None:
        self.wanted[what] += 1
        if given == wanted:
            self.right[what] += 1
        else:
            self.wrong.append(f"{case}: {what}\n    got    {given}\n    wanted {wanted}")

    def sets(self, what: str, case: str, given: set[Any], wanted: set[Any]) -> None:
        self.right[what] += len(given & wanted)
        self.given[what] += len(given)
        self.wanted[what] += len(wanted)
        if given != wanted:
            self.wrong.append(
                f"{case}: {what}\n    too much {sorted(given - wanted)}\n    missing  {sorted(wanted - given)}"
            )


def compare(score: Score, case: str, given: dict[str, Any], wanted: dict[str, Any]) -> None:
    for key in ("title", "kicker", "subtitle"):
        score.exact(key, case, plain(given[key]), plain(wanted[key]))
    score.exact("date", case, given["date"], wanted["date"])
    score.exact("dateline", case, plain(given["dateline"]), plain(wanted["dateline"]))
    score.exact("paragraphs", case, [plain(p) for p in given["paragraphs"]], [plain(p) for p in wanted["paragraphs"]])
    score.exact("captions", case, [plain(p) for p in given["captions"]], [plain(p) for p in wanted["captions"]])
    score.exact("jumps", case, given["jumps"], wanted["jumps"])
    score.exact("source", case, plain(given["source"]), plain(wanted["source"]))
    score.sets("byline", case, set(given["byline"]), set(wanted["byline"]))
    credits = [{(r, n) for r, names in side["credits"].items() for n in names} for side in (given, wanted)]
    score.sets("credits", case, credits[0], credits[1])
    score.sets("leaders", case, {p["name"] for p in given["leaders"]}, {p["name"] for p in wanted["leaders"]})
    posts = [{(p["name"], t) for p in side["leaders"] for t in p["titles"]} for side in (given, wanted)]
    score.sets("posts", case, posts[0], posts[1])
    wanted_topics, given_topics = set(wanted["topics"]), set(given["topics"])
    score.exact("topic, one right", case, bool(given_topics & wanted_topics) or not wanted_topics, True)
    score.right["topics, wrong ones"] += len(given_topics - wanted_topics)
    score.wanted["topics, wrong ones"] += len(given_topics)
    if given_topics - wanted_topics or not given_topics & wanted_topics:
        score.wrong.append(f"{case}: topics\n    got    {given['topics']}\n    wanted {wanted['topics']}")


TARGETS = {
    "splitting": (0.95,), "title": (0.97,), "kicker": (0.97,), "subtitle": (0.97,), "date": (0.98,), "paragraphs": (0.97,),
    "byline": (0, 0, 0.95), "leaders": (0.98, 0.97, 0.975), "posts": (0, 0, 0.95), "topic, one right": (0.95,),
    "topics, wrong ones": (0.1,),
}  # fmt: skip
"""The least figure of each measure, or least P, R and F1; of wrong topics the greatest."""
LONGEST_KEY = 12
NOTHING: dict[str, Any] = {
    "title": None, "kicker": None, "subtitle": None, "date": None, "dateline": None, "paragraphs": [], "captions": [],
    "jumps": [], "source": None, "byline": [], "credits": {}, "leaders": [], "topics": [],
}  # fmt: skip


def key(article: dict[str, Any]) -> str:
    """How a report's text begins."""
    return plain(article["paragraphs"][0] if article["paragraphs"] else article["title"])[:LONGEST_KEY]


def pairs(given: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """(given, wanted) of each wanted report: in order where their number is right, else by how their texts begin."""
    if len(given) == len(wanted):
        return list(zip(given, wanted, strict=True))
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, [key(a) for a in given], [key(a) for a in wanted]).get_matching_blocks():
        found.update({block.b + i: block.a + i for i in range(block.size)})
    return [(given[found[i]] if i in found else NOTHING, article) for i, article in enumerate(wanted)]


REMOVED = ("chrome", "slogan", "jump", "credit", "repeated-title")


def lost(result: dict[str, Any], text: str) -> str:
    """Han characters of the text that stand in no article and in no recorded change."""
    kept = Counter(json.dumps(result["articles"], ensure_ascii=False))
    for change in result["changes"]:
        if change["kind"] in REMOVED:
            kept.update(change["before"])
            kept.subtract(change["after"])
    missing = Counter(c for c in text if "\u4e00" <= c <= "\u9fff") - kept
    return "".join(sorted(missing.elements()))


def added(result: dict[str, Any], text: str) -> str:
    """Han characters of the articles that the text does not have, or not as often."""
    parts = ("title", "kicker", "subtitle", "paragraphs", "captions")
    shown = Counter(c for a in result["articles"] for p in parts for c in json.dumps(a[p], ensure_ascii=False))
    return "".join(sorted(c for c in (shown - Counter(text)).elements() if "\u4e00" <= c <= "\u9fff"))


def rows(score: Score) -> list[str]:
    """The table: a measure a row, with its target and how many were asked."""
    lines = [f"{'measure':22}{'P':>7}{'R':>7}{'F1':>7}   {'target':22}{'of':>6}"]
    for what, wanted in score.wanted.items():
        right, given, target = score.right[what], score.given[what], TARGETS.get(what, ())
        if given:
            p, r = right / given, right / max(1, wanted)
            figures = [p, r, 2 * p * r / max(1e-9, p + r)]
            shown = f"{p:7.3f}{r:7.3f}{figures[2]:7.3f}"
        else:
            figures = [right / max(1, wanted)]
            shown = f"{'':14}{figures[0]:7.3f}"
        most = what == "topics, wrong ones"
        told = " / ".join(f"{'≤' if most else '≥'} {t:g}" if t else "–" for t in target)
        missed = any(f > t if most else f < t for f, t in zip(figures, target, strict=False))
        lines.append(f"{what:22}{shown}   {told:22}{wanted:6}{'   below' if missed else ''}")
    return lines


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    score, gone, new = Score(), "", ""
    lexicon = merge_topics((), False)
    for gold in sorted(arguments.folder.glob("*.json")):
        if arguments.only not in gold.stem:
            continue
        data = gold.with_suffix(".txt").read_bytes()
        result = account([(gold.stem + ".txt", data)], Register(), lexicon)["files"][0]
        wanted = json.loads(gold.read_text("utf-8"))
        given = result["articles"]
        text = decode(data, gold.stem).text
        missing, more = lost(result, text), added(result, text)
        score.exact("nothing lost", gold.stem, missing, "")
        score.exact("nothing added", gold.stem, more, "")
        gone, new = gone + missing, new + more
        score.exact(
            "issue date",
            gold.stem,
            result["issue_date"] if result["issue_date_source"] != "guess" else None,
            wanted["issue_date"],
        )
        score.exact("splitting", gold.stem, [key(a) for a in given], [key(a) for a in wanted["articles"]])
        for i, (one, other) in enumerate(pairs(given, wanted["articles"])):
            compare(score, f"{gold.stem}[{i}]", one, other)
    if arguments.wrong:
        print("\n".join(score.wrong))
    print("\n".join(rows(score)))
    print(f"characters lost {len(gone)} (target 0), added {len(new)} (target 0)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
