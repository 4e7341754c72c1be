"""The search's index and scripts, without a browser: letters, pairs, blocks. `tests/browser/test_search.py` searches."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.search.blocks import LARGEST, Entry, block_scripts, file_of, make_blocks, text_scripts
from bulletin.search.letters import BREAK, fold, joined_runs, table
from bulletin.search.pairs import ASCII, COMMON, ESCAPE, RARE_BITS, SYMBOLS, WORD, gamma, index_pairs, spread
from tests.tools.corpus import Writer

HAN = "".join(bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
ORDER = HAN[:COMMON] + "".join(map(chr, range(ASCII))) + HAN[COMMON:]
TEXTS = st.text(st.sampled_from("县委书记高远調研。，、 \n1２Ａaé·𠮷薏嘆"), max_size=60)


class Bits:
    """Reads a group of the index, as the browser does."""

    def __init__(self, packed: str) -> None:
        values = [SYMBOLS.index(symbol) for symbol in packed]
        words = (high * len(SYMBOLS) + low for high, low in zip(values[::2], values[1::2], strict=True))
        self.bits = iter("".join(f"{word:0{WORD}b}" for word in words))

    def number(self, width: int) -> int:
        return int("0" + "".join(next(self.bits) for _ in range(width)), 2)

    def gamma(self) -> int:
        width = 0
        while next(self.bits) == "0":
            width += 1
        return (1 << width) + self.number(width)

    def rice(self, parameter: int) -> int:
        high = 0
        while next(self.bits) == "1":
            high += 1
        return (high << parameter) + self.number(parameter)

    def letter(self) -> str:
        code = self.number(12)
        if code == ESCAPE:
            return chr(self.number(16))
        rare = code - COMMON - ASCII
        return ORDER[code if rare < 0 else COMMON + ASCII + (rare << RARE_BITS) + self.number(RARE_BITS)]


def unpacked(packed: str, reports: int) -> dict[str, list[int]]:
    """Second letter -> reports."""
    bits, lists = Bits(packed), {}
    ones, place = bits.gamma() - 1, 0
    for _ in range(ones):
        place += bits.rice(spread(reports, ones))
        lists[bits.letter()] = [place]
    others, place = bits.gamma() - 1, 0
    for _ in range(others):
        place += bits.rice(spread(reports, others))
        second, more = bits.letter(), bits.gamma()
        lists[second] = [place]
        for _ in range(more):
            lists[second].append(lists[second][-1] + bits.rice(spread(reports, more + 1)) + 1)
    return lists


def units(text: str) -> str:
    """Units of UTF-16, a character each."""
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(data[i] | data[i + 1] << 8) for i in range(0, len(data), 2))


def pairs_by_looking(texts: list[str]) -> dict[str, list[int]]:
    """What the index must hold: pair -> reports; a letter and NUL for reports in which it only ends runs."""
    found: dict[str, list[int]] = {}
    for report, text in enumerate(texts):
        runs = [units(run) for run in BREAK.split(fold(text)) if run]
        pairs = {run[i : i + 2] for run in runs for i in range(len(run) - 1)}
        firsts = {pair[0] for pair in pairs}
        for pair in pairs | {run[-1] + "\0" for run in runs if run[-1] not in firsts}:
            found.setdefault(pair, []).append(report)
    return found


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=40))
def test_the_index_tells_for_every_pair_exactly_the_reports_that_hold_it(texts: list[str]) -> None:
    found = {
        chr(first) + second: reports
        for first, group in index_pairs(texts).groups.items()
        for second, reports in unpacked(group, len(texts)).items()
    }
    assert found == pairs_by_looking(texts)


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=40))
def test_common_pairs_stand_in_a_twentieth_of_the_reports_commonest_first(texts: list[str]) -> None:
    told = index_pairs(texts).common
    whole = {pair: len(found) for pair, found in pairs_by_looking(texts).items() if "\0" not in pair}
    counts = [whole[told[i : i + 2]] for i in range(0, len(told), 2)]
    assert counts == sorted(counts, reverse=True)
    assert all(count > 1 and count * 20 >= len(texts) for count in counts)
    left = [
        n
        for pair, n in whole.items()
        if n > 1 and n * 20 >= len(texts) and not any("\ud800" <= c < "\ue000" for c in pair)
    ]
    assert len(counts) == min(250, len(left))


@settings(deadline=None)
@given(st.text(max_size=200))
def test_folding_keeps_every_place_and_folds_once(text: str) -> None:
    assert len(units(fold(text))) == len(units(text))
    assert fold(fold(text)) == fold(text)
    assert joined_runs(text).strip("\0") == "\0".join(run for run in BREAK.split(fold(text)) if run)


def test_width_case_forms_and_script_are_one() -> None:
    assert fold("ＡＢＣ１２％　調研ÉΩ买买提•艾山“好”") == 'abc12% 调研éω买买提·艾山"好"'
    assert all(len(to) == 1 and ord(to) < 0x10000 and code < 0x10000 for code, to in table().items())


@settings(deadline=None)
@given(st.integers(1, 10**6))
def test_gamma_is_read_back(value: int) -> None:
    symbols = [gamma(value)[i : i + WORD].ljust(WORD, "0") for i in range(0, len(gamma(value)), WORD)]
    packed = "".join(SYMBOLS[int(word, 2) // 92] + SYMBOLS[int(word, 2) % 92] for word in symbols)
    assert Bits(packed).gamma() == value


@settings(deadline=None)
@given(
    st.dictionaries(st.tuples(st.integers(2000, 2003), st.integers(1, 12)), st.integers(1, 400), min_size=1).map(
        lambda months: [(year, month, reports) for (year, month), reports in sorted(months.items(), reverse=True)]
    )
)
def test_blocks_hold_every_month_once_newest_first_and_are_no_larger_than_need_be(
    months: list[tuple[int, int, int]],
) -> None:
    blocks = list(make_blocks(months))
    held = [
        (year, month, reports)
        for block in blocks
        for year, month, reports in months
        if block.year == year and block.first <= month <= block.last
    ]
    assert held == months
    assert sum(block.reports for block in blocks) == sum(reports for _, _, reports in months)
    assert all(block.reports <= LARGEST or block.first == block.last for block in blocks)
    assert len({block.name for block in blocks}) == len(blocks)


def entries(amount: int = 40) -> list[Entry]:
    return [
        Entry(f"{p.day:%Y/%m/%d}/{p.number}.html", p.day, p.title, "", p.text, "", p.people, ("city",), p.column)
        for p in reversed(Writer().pieces(amount))
    ]


def scripts(made: list[Entry]) -> dict[str, str]:
    (block,) = make_blocks([(2023, 1, len(made))])
    return dict((*block_scripts(block, made), *text_scripts(made)))


def test_an_edited_body_changes_its_blocks_pairs_and_the_texts_of_its_day_alone() -> None:
    before, made = scripts(entries()), entries()
    made[7] = replace(made[7], body=made[7].body + "\n补充一句。")
    after = scripts(made)
    changed = {name for name in before if before[name] != after[name]}
    day = f"t{made[7].day:%m%d}"
    assert [name for name in changed if name.startswith("t")] == [n for n in changed if n.startswith(day)] != []
    assert len([name for name in before if name.startswith(day)]) > 1


def rows_of(made: list[Entry]) -> dict[str, object]:
    call = scripts(made)["rows.js"]
    found: dict[str, object] = json.loads("[" + call[call.index("(") + 1 : call.rindex(")")] + "]")[2]
    return found


def test_rows_are_short_and_name_every_address() -> None:
    made = entries(3)
    made[0] = replace(made[0], url="2023/01/03/qiaoliang.html", leaders=())
    made[1] = replace(made[1], url="old/elsewhere.html")
    rows = rows_of(made)
    assert rows["files"] == "qiaoliang,old/elsewhere.html,"
    assert rows["days"] == [["0103", 1, 2]]
    assert str(rows["at"]).count(",") == 2
    same = rows_of([replace(entry, place=entry.column) for entry in made])
    assert (same["places"], same["at"]) == ([], "")
    assert str(rows["who"]).startswith(",")
    assert file_of(replace(made[1], url="2023/01/03/sub/1.html")) == "2023/01/03/sub/1.html"


def test_no_text_breaks_out_of_a_script() -> None:
    nasty = '</script><script>alert(1)</script>"\\\u2028\u2029\0'
    made = [replace(entries(1)[0], title=nasty, body=nasty, heads=nasty, column=nasty, topics=(nasty,))]
    for script in scripts(made).values():
        assert script.count("\n") == 1
        assert not set(script) & set("\u2028\u2029\0")


def run_with_seed(seed: str) -> Iterator[str]:
    code = (
        "import hashlib\nfrom tests.test_search import entries, scripts\n"
        "print(hashlib.sha256(repr(scripts(entries(30))).encode()).hexdigest())"
    )
    done = subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True)
    yield done.stdout + done.stderr


def test_the_same_reports_give_the_same_bytes_whatever_the_hash_seed() -> None:
    assert {*run_with_seed("0")} == {*run_with_seed("4242")} != {""}


def test_a_day_is_shown_in_reading_order_below_newer_days() -> None:
    made = [replace(e, day=date(2023, 1, 3)) for e in entries(2)]
    assert [row[0] for row in rows_of(made)["days"]] == ["0103"]  # type: ignore[attr-defined]
