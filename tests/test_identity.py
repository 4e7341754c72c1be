"""Which report is which: addresses through any history, without a disk."""

import random
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.findings import BulletinError
from bulletin.identity.entries import Entry, Sighting, parse_lines, write_lines
from bulletin.identity.likeness import alike, digests_in, mark_of, shared, text_digest
from bulletin.identity.numbers import Numbered, number, parse_numbers, write_numbers
from bulletin.identity.settle import Settled, settle

HAN = "县乡镇村路桥河山茶麦学校医院水电会议检查安全生产项目建设春夏秋冬农民工人老师孩子老人丰收开工通车验收培训宣传走访慰问"
BRIDGE = "本报讯 县委书记高远到石桥检查。高远强调，安全生产一刻也不能放松，各单位要抓好落实。雨季就要到了。"
TEA = "谷雨前后，青石县的茶园里到处是采茶的人。今年的收成比去年好得多，价格也高出两成。"
MEETING = "县长何明川主持召开常务会议。会议听取了春耕备耕情况的汇报，讨论了三件事项。"


def seen(path: str, place: int, title: str, text: str, day: int = 15, **more: object) -> Sighting:
    return Sighting(path, place, date(2020, 10, day), title, text_digest(text), mark_of(text), **more)  # type: ignore[arg-type]


def published(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(replace(e, published=e.published or "2020-10-16T08:00+08:00") for e in entries)


THREE = (seen("a.txt", 0, "石桥通车", BRIDGE), seen("a.txt", 1, "春茶开采", TEA), seen("a.txt", 2, "常务会议", MEETING))


@pytest.fixture
def out() -> Settled:
    """Three reports, published at 1.html to 3.html."""
    first = settle((), THREE)
    assert first.urls == tuple(f"2020/10/15/{n}.html" for n in (1, 2, 3))
    return settle(published(first.entries), THREE)


def numbers(result: Settled) -> list[int]:
    return [int(url[11:-5]) for url in result.urls]


def test_a_first_build_numbers_in_reading_order_and_a_slug_takes_a_number_too() -> None:
    made = settle((), (THREE[0], replace(THREE[1], slug="tea"), THREE[2]))
    assert made.urls == ("2020/10/15/1.html", "2020/10/15/tea.html", "2020/10/15/3.html")


def test_a_new_title_a_new_body_and_a_renamed_file_keep_the_address(out: Settled) -> None:
    assert numbers(settle(out.entries, (replace(THREE[0], title="石桥建成"), *THREE[1:]))) == [1, 2, 3]
    longer = seen("a.txt", 1, "春茶开采", TEA + "茶农说，明前茶已经卖完了。厂里加了两条生产线。")
    assert numbers(settle(out.entries, (THREE[0], longer, THREE[2]))) == [1, 2, 3]
    assert numbers(settle(out.entries, tuple(replace(s, path="b.txt") for s in THREE))) == [1, 2, 3]


def test_title_and_body_changed_at_once_between_two_known_neighbours(out: Settled) -> None:
    other = seen(
        "a.txt",
        1,
        "茶园里的春天",
        "谷雨前后，青石县的茶园里到处是采茶的人。" + MEETING[:20] + "天气也好，游客来了一批又一批。",
    )
    assert numbers(settle(out.entries, (THREE[0], other, THREE[2]))) == [1, 2, 3]


def test_an_inserted_neighbour_gets_the_next_number_and_moves_nobody(out: Settled) -> None:
    new = seen("a.txt", 0, "今日大雪", "大雪下了一夜。各乡镇连夜除雪，主要道路没有中断。")
    moved = [replace(s, place=s.place + 1) for s in THREE]
    assert numbers(settle(out.entries, (new, *moved))) == [4, 1, 2, 3]


def test_reports_in_another_order_and_a_paragraph_in_another_place(out: Settled) -> None:
    parts = BRIDGE.split("。")
    turned = seen("a.txt", 2, "石桥通车", "。".join([parts[2], parts[0], parts[1], ""]))
    assert numbers(settle(out.entries, (replace(THREE[2], place=0), replace(THREE[1], place=1), turned))) == [3, 2, 1]


def test_a_removed_report_is_gone_its_number_is_never_used_again_and_it_may_come_back(out: Settled) -> None:
    left = (THREE[0], replace(THREE[2], place=1))
    gone = settle(out.entries, left)
    assert numbers(gone) == [1, 3]
    assert [(e.url[11:], e.gone) for e in gone.entries] == [("1.html", False), ("2.html", True), ("3.html", False)]
    assert [f.id for f in gone.findings] == ["address-gone"]
    assert not settle(gone.entries, left).findings
    new = seen("b.txt", 0, "今日大雪", "大雪下了一夜。各乡镇连夜除雪，主要道路没有中断。")
    more = settle(gone.entries, (*left, new))
    assert numbers(more) == [1, 3, 4]
    assert numbers(settle(more.entries, (*THREE, new))) == [1, 2, 3, 4]


def test_another_report_in_its_place_does_not_take_its_address_and_that_is_told(out: Settled) -> None:
    other = seen("a.txt", 1, "今日大雪", "大雪下了一夜。各乡镇连夜除雪，主要道路没有中断。")
    made = settle(out.entries, (THREE[0], other, THREE[2]))
    assert numbers(made) == [1, 4, 3]
    assert {f.id for f in made.findings} == {"address-gone", "address-unsure"}
    again = settle(made.entries, (THREE[0], other, THREE[2]))
    assert again.entries == made.entries
    assert [f.id for f in again.findings] == ["address-unsure"]
    named = replace(other, aliases=("/2020/10/15/2.html",))
    assert not settle(made.entries, (THREE[0], named, THREE[2])).findings


def test_nothing_is_told_of_what_was_never_published() -> None:
    first = settle((), THREE)
    assert not settle(first.entries, THREE[:1]).findings


def test_a_report_filed_under_another_day_leaves_an_address_that_leads_to_it_and_may_come_back(out: Settled) -> None:
    later = tuple(replace(s, path="b.txt", issue=date(2020, 10, 16)) for s in THREE)
    moved = settle(out.entries, later)
    assert moved.urls == tuple(f"2020/10/16/{n}.html" for n in (1, 2, 3))
    assert [e.to for e in moved.entries][:3] == list(moved.urls)
    assert moved.published == ("2020-10-16T08:00+08:00",) * 3
    back = settle(moved.entries, THREE)
    assert back.urls == out.urls
    assert [e.to for e in back.entries] == ["", "", "", *out.urls]


def test_of_two_reports_filed_under_another_day_each_address_leads_to_its_own_text(out: Settled) -> None:
    twins = tuple(replace(THREE[0], place=i, text=f"{i}", mark=mark_of(f"一样的一句话在这里。{i}")) for i in range(2))
    first = settle((), twins)
    later = tuple(replace(s, path="b.txt", issue=date(2020, 10, 16), place=1 - s.place) for s in twins[::-1])
    moved = settle(first.entries, later)
    assert [e.to for e in moved.entries][:2] == [moved.urls[1], moved.urls[0]]


def test_a_slug_that_is_written_later_makes_the_number_lead_to_it(out: Settled) -> None:
    made = settle(out.entries, (THREE[0], replace(THREE[1], slug="tea"), THREE[2]))
    assert made.urls[1] == "2020/10/15/tea.html"
    assert next(e for e in made.entries if e.number == 2).to == "2020/10/15/tea.html"
    assert settle(made.entries, THREE).urls[1] == "2020/10/15/tea.html"


def test_two_reports_with_one_slug_and_a_slug_that_belongs_to_another_are_refused(out: Settled) -> None:
    two = settle((), (replace(THREE[0], slug="tea"), replace(THREE[1], slug="tea", path="b.txt")))
    assert two.urls == ("2020/10/15/tea.html", "")
    assert two.refused == ((1, "a.txt"),)
    made = settle(out.entries, (THREE[0], replace(THREE[1], slug="tea"), THREE[2]))
    other = settle(made.entries, (replace(THREE[0], slug="tea"), THREE[1], THREE[2]))
    assert other.refused == ((0, "a.txt"),)
    assert not next(e for e in other.entries if e.number == 1).gone


def test_a_file_that_is_held_back_keeps_its_addresses_and_nobody_takes_them(out: Settled) -> None:
    near = seen("b.txt", 0, "石桥通车", BRIDGE + "群众拍手叫好。")
    made = settle(out.entries, (near,), frozenset({"a.txt"}))
    assert numbers(made) == [4]
    assert not [e for e in made.entries if e.gone]
    assert numbers(settle(made.entries, (*THREE, near))) == [1, 2, 3, 4]


def test_one_of_two_copies_is_deleted_and_its_address_leads_to_the_other() -> None:
    copy = replace(THREE[0], path="copy.txt")
    both = settle((), (THREE[0], copy))
    assert settle(published(both.entries), (THREE[0],)).entries[1].to == "2020/10/15/1.html"


def test_two_that_are_equally_like_are_not_guessed() -> None:
    first = published(settle((), (seen("a.txt", 0, "石桥通车", BRIDGE),)).entries)
    halves = (seen("b.txt", 0, "甲", BRIDGE + TEA), seen("c.txt", 0, "乙", BRIDGE + MEETING))
    made = settle(first, halves)
    assert numbers(made) == [2, 3]
    assert [f.id for f in made.findings].count("address-unsure") == 2


def test_two_branches_that_gave_one_number_to_two_reports() -> None:
    one = published(settle((), THREE[:1]).entries)
    other = settle((), (seen("b.txt", 0, "春茶开采", TEA),)).entries
    made = settle((*other, *one), (THREE[0], seen("b.txt", 0, "春茶开采", TEA)))
    assert numbers(made) == [1, 2]
    assert [f.id for f in made.findings] == ["address-twice"]
    assert "石桥通车" in made.findings[0].message
    assert "春茶开采" in made.findings[0].message


def test_two_branches_that_changed_one_line_give_one_line() -> None:
    one = settle((), THREE).entries
    changed = tuple(replace(e, title=e.title + "了") for e in one)
    made = settle((*one, *changed), THREE)
    assert numbers(made) == [1, 2, 3]
    assert len(made.entries) == 3
    assert not made.findings


@given(st.lists(st.text('a},{"url":\\\n', max_size=14), max_size=4))
def test_lines_are_parted_where_an_entry_ends_whatever_their_texts_hold(titles: list[str]) -> None:
    entries = tuple(
        Entry(f"2020/10/15/{i}.html", "a.txt", i, title, "t", "m", gone=i == 2) for i, title in enumerate(titles, 1)
    )
    lines = write_lines(entries).splitlines() if entries else []
    assert [parse_lines(line, "")[0] for line in lines] == list(entries)


def test_lines_survive_writing_and_reading_and_a_wrong_one_is_named() -> None:
    entries = published(settle((), THREE).entries)
    text = write_lines(reversed(entries))
    assert tuple(parse_lines(text, "2020.jsonl")) == entries
    assert text.count("\n") == 3
    for wrong in (
        "<<<<<<< HEAD",
        "{}",
        '{"url":1}',
        "[1]",
        text.split("\n")[0].replace("2020/10/15/1", "../../x"),
        "1,2",
    ):
        with pytest.raises(BulletinError) as caught:
            parse_lines(text + wrong + "\n", "2020.jsonl")
        assert (caught.value.finding.id, caught.value.finding.place.line) == ("ledger-line", 4)


def test_the_mark_estimates_how_much_two_texts_share() -> None:
    clauses = ["".join(random.Random(i).choices(HAN, k=8)) for i in range(60)]
    whole, half = "，".join(clauses), "，".join(clauses[:30])
    assert shared(digests_in(mark_of(whole)), digests_in(mark_of(whole))) == 1
    assert 0.2 < shared(digests_in(mark_of(whole)), digests_in(mark_of(half))) < 0.8
    assert shared(digests_in(mark_of(BRIDGE)), digests_in(mark_of(TEA))) == 0
    assert mark_of("") == "" == text_digest("")
    assert digests_in("???") == frozenset()
    assert alike("石桥通车", "石桥通车了") > 0.8
    assert alike("", "") == 0


def test_a_number_of_a_person_or_a_topic_never_moves() -> None:
    first, lines = number((), [("高远", ""), ("何明川", "")])
    assert first == {"高远": 1, "何明川": 2}
    second, lines = number(parse_numbers(write_numbers(lines), "leaders.jsonl"), [("苏青", ""), ("何明川", "")])
    assert second == {"苏青": 3, "何明川": 2}
    assert number(lines, [("高远", "")])[0] == {"高远": 1}
    _, lines = number((), [("百日攻坚", "ab")])
    assert number(lines, [("百日会战", "ab")])[0] == {"百日会战": 1}
    assert number(lines, [("春耕", "ab"), ("百日攻坚", "ab")])[0] == {"春耕": 2, "百日攻坚": 1}
    assert number([Numbered(1, "乙"), Numbered(1, "甲")], [("甲", ""), ("乙", "")])[0] == {"乙": 1, "甲": 2}
    with pytest.raises(BulletinError):
        parse_numbers('{"id":0,"name":"甲"}', "leaders.jsonl")


@dataclass
class Told:
    """A report of the histories below; `id` is who it truly is."""

    id: int
    title: str
    clauses: list[str]


class History:
    """A newsroom's days: files with reports, changed at random, and what readers were promised."""

    def __init__(self) -> None:
        self.random = random.Random(1)
        self.files: dict[tuple[str, int], list[Told]] = {}
        self.removed: list[tuple[tuple[str, int], list[Told]]] = []
        self.ids = 0
        self.entries: tuple[Entry, ...] = ()
        self.promised: dict[str, tuple[int, str]] = {}
        """Address -> (who was there when it was published, when)."""
        for day in (15, 16, 17):
            self.files[f"{day}.txt", day] = [self.report() for _ in range(4)]
        self.build()

    def words(self, n: int) -> str:
        return "".join(self.random.choices(HAN, k=n))

    def report(self) -> Told:
        self.ids += 1
        return Told(self.ids, self.words(10), [self.words(self.random.randint(6, 14)) for _ in range(12)])

    def step(self, action: int, x: int, y: int) -> None:
        keys = sorted(self.files)
        if not keys:
            self.files["new.txt", 15] = [self.report()]
            return
        key = keys[x % len(keys)]
        reports = self.files[key]
        told = reports[y % len(reports)]
        match action:
            case 0:
                told.title = told.title[:3] + self.words(7)
            case 1:
                for i in range(4):
                    told.clauses[(y + i) % 12] = self.words(9)
            case 2:
                told.clauses = told.clauses[y % 12 :] + told.clauses[: y % 12]
            case 3:
                reports.insert(y % (len(reports) + 1), self.report())
            case 4:
                reports.remove(told)
            case 5:
                reports.insert(y * 7 % len(reports), reports.pop(y % len(reports)))
            case 6:
                self.files[f"r{self.ids}-{x}-{y}.txt", key[1]] = self.files.pop(key)
            case 7:
                self.files[f"d{self.ids}-{x}-{y}.txt", 15 + y % 3] = self.files.pop(key)
            case 8:
                self.removed.append((key, self.files.pop(key)))
            case 9 if self.removed:
                key, reports = self.removed.pop()
                self.files[f"b{self.ids}-{x}-{y}.txt", key[1]] = reports
            case 10:
                self.files[f"n{self.ids}-{x}-{y}.txt", key[1]] = [self.report() for _ in range(1 + y % 3)]
            case 11 if len(reports) > 1:
                self.files[f"s{self.ids}-{x}-{y}.txt", key[1]] = [reports.pop(y % len(reports))]
            case 12:
                told.title, told.clauses[y % 12 :] = told.title + "续", [self.words(9) for _ in range(12 - y % 12)]
            case 13:
                self.publish(x)
        self.files = {key: reports for key, reports in self.files.items() if reports}

    def publish(self, hour: int) -> None:
        when = f"2020-10-{18 + hour % 10}T08:00+08:00"
        self.entries = tuple(replace(e, published=e.published or ("" if e.gone else when)) for e in self.entries)
        here = dict(zip(self.urls, self.told, strict=True))
        for entry in self.entries:
            if entry.url in here and entry.url not in self.promised:
                self.promised[entry.url] = (here[entry.url].id, entry.published)

    def build(self) -> None:
        order = sorted(self.files, key=lambda key: (key[1], key[0]))
        self.told = [told for key in order for told in self.files[key]]
        sightings = [
            seen(key[0], place, told.title, "，".join(told.clauses), key[1])
            for key in order
            for place, told in enumerate(self.files[key])
        ]
        made = settle(self.entries, sightings)
        again = settle(parse_lines(write_lines(made.entries), ""), sightings)
        assert (again.urls, again.entries) == (made.urls, made.entries)
        self.urls, self.entries, self.when = made.urls, made.entries, made.published

    def check(self) -> None:
        assert len(set(self.urls)) == len(self.urls)
        here = dict(zip(self.urls, self.told, strict=True))
        dates = dict(zip(self.urls, self.when, strict=True))
        lines = {entry.url: entry for entry in self.entries}
        for url, (id, when) in self.promised.items():
            entry = lines[url]
            assert entry.published == when
            end = entry
            for _ in range(len(lines)):
                end = lines[end.to] if end.to else end
            if end.url in here:
                assert here[end.url].id == id
                assert dates[end.url] == when
            else:
                assert end.gone


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 13), st.integers(0, 40), st.integers(0, 40)), max_size=10))
def test_no_published_address_is_lost_none_changes_its_meaning_and_no_date_moves(
    steps: list[tuple[int, int, int]],
) -> None:
    history = History()
    history.publish(0)
    for step in steps:
        history.step(*step)
        history.build()
        history.check()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 40), st.integers(0, 40)), max_size=6), st.integers(0, 9))
def test_days_that_did_not_change_need_not_be_given(steps: list[tuple[int, int, int]], turn: int) -> None:
    """Settling only the days that changed gives the same as settling all (days stand for years here)."""
    history = History()
    history.publish(0)
    for step in steps:
        history.step(*step)
        history.build()
    before, old = history.entries, {k: list(map(repr, v)) for k, v in history.files.items()}
    history.step(turn, 3, 5)
    whole = History.__new__(History)
    whole.__dict__ = dict(history.__dict__)
    whole.build()
    days = {
        key[1]
        for key in old.keys() | history.files.keys()
        if old.get(key) != [repr(r) for r in history.files.get(key, [])]
    }
    order = sorted((key for key in history.files if key[1] in days), key=lambda key: (key[1], key[0]))
    sightings = [
        seen(key[0], place, told.title, "，".join(told.clauses), key[1])
        for key in order
        for place, told in enumerate(history.files[key])
    ]
    given_entries = [e for e in before if int(e.url[8:10]) in days]
    elsewhere = {e.url: e.to for e in before if int(e.url[8:10]) not in days and e.to}
    part = settle(given_entries, sightings, frozenset(), elsewhere)
    assert set(part.urls) == {url for url in whole.urls if int(url[8:10]) in days}
    assert part.entries == tuple(e for e in whole.entries if int(e.url[8:10]) in days)
