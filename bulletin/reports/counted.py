"""Parts of one report that figures count, a line each, as accounts set them: 01 / 产业兴旺 / …, 02 / 生态宜居 / ….

In come the texts of lines or blocks, out goes where such parts stand. A digest counts its reports in the same way: there nothing is told
above the first figure, or what stands below a figure is a headline and its text begins as a report does.
"""

from collections.abc import Sequence

from bulletin.patterns import pattern
from bulletin.reports.blocks import leads

FIGURE = pattern(
    r"[—–\-/|·【「\[(（ ]{0,3}(?:PART|Part|part|NO|No)?[. ]{0,2}(?P<number>(?:0 ?)?[1-9]|1[0-9])[.]?[ —–\-/|·】」\])）]{0,3}"
)
"""01, 0 1, PART 01, — 01 —."""
LONGEST_FIGURE = 10
FEWEST, LONGEST, SHORT = 2, 12, 6
"""Parts of a report; characters of a subhead, and of one that surely is no headline."""


def counted_parts(texts: Sequence[str]) -> range:
    """The places from the first figure to the end of the last part; an empty range where no parts are counted."""
    found = [(i, figure) for i, text in enumerate(texts) if (figure := _figure(text))]
    figures = [i for i, _ in found]
    if len(figures) < FEWEST or [figure for _, figure in found] != list(range(1, len(figures) + 1)):
        return range(0)
    told = any("。" in text for text in texts[: figures[0]])
    heads = [texts[i + 1] for i in figures if i + 1 < len(texts)]
    if not told or len(heads) < len(figures) or not all(map(_is_subhead, heads)):
        return range(0)
    dated = sum(i + 2 < len(texts) and leads(texts[i + 2]) for i in figures)
    if max(map(len, heads)) > SHORT and 2 * dated > len(figures):
        return range(0)
    return range(figures[0], len(texts))


def is_counted(texts: Sequence[str], i: int) -> bool:
    """Whether a figure that counts, or the subhead below one, stands at a place inside such parts."""
    return _figure(texts[i]) > 0 or (i > 0 and _figure(texts[i - 1]) > 0)


def _figure(text: str) -> int:
    """The number that a line is nothing but; else 0."""
    found = FIGURE.fullmatch(text) if len(text) <= LONGEST_FIGURE else None
    return int(found["number"].replace(" ", "")) if found else 0


def _is_subhead(text: str) -> bool:
    return len(text) <= LONGEST and not any(mark in text for mark in "。，：；")
