"""How fast a tagger in Python reads texts: words and parts of speech, persons' names among them; characters a second.

    build/jieba/bin/python benchmarks/tagger.py < TEXTS        # a JSON list of texts

A yardstick for `benchmarks.speed`: jieba (its `posseg`), in the same kind of process on the same texts. It finds that a word is
somebody's name and nothing else: no reports, headlines, dates, posts, statements, topics. Runs in jieba's own environment.
"""

import json
import statistics
import sys
import time

import jieba
from jieba import posseg

ROUNDS = 3


def main() -> None:
    texts: list[str] = json.load(sys.stdin)
    jieba.setLogLevel("ERROR")
    list(posseg.cut("县委书记到各镇调研"))  # its word list is read at the first use
    seconds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for text in texts:
            list(posseg.cut(text))
        seconds.append(time.process_time() - begun)
    print(sum(len("".join(text.split())) for text in texts) / statistics.median(seconds))


if __name__ == "__main__":
    main()
