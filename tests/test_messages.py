"""Messages: all translated, the compiled catalogue is that of the code, all findings can be shown."""

import re
from string import Formatter

import pytest

from bulletin.finding_kinds import KINDS
from bulletin.findings import BulletinError, Place, Severity, fail, find, in_order, show
from bulletin.messages import language_of, use_language
from tests.conftest import ROOT
from tests.tools.catalogue import FOLDER, compiled, make_catalogue, messages, read_catalogue


def test_every_message_is_translated() -> None:
    catalogue = read_catalogue()
    missing = [text for text in messages() if not (catalogue.get(text) and catalogue.get(text).string)]
    assert missing == []


def test_the_catalogue_holds_nothing_else() -> None:
    assert {m.id for m in read_catalogue() if m.id} == set(messages())


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    assert (FOLDER / "bulletin.mo").read_bytes() == compiled(make_catalogue(read_catalogue()))


def test_translations_fill_in_the_same_names() -> None:
    for message in read_catalogue():
        if message.id:
            names = [
                {name for _, name, _, _ in Formatter().parse(text) if name} for text in (message.id, message.string)
            ]
            assert names[0] == names[1], message.id


def test_every_kind_of_finding_is_used_somewhere() -> None:
    code = "".join(
        path.read_text("utf-8") for path in (ROOT / "bulletin").rglob("*.py") if path.name != "finding_kinds.py"
    )
    for id in KINDS:
        assert re.search(rf'["\']{id}["\']', code), id


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("id", sorted(KINDS))
def test_a_finding_can_be_shown_in_both_languages(id: str, language: str) -> None:
    use_language(language)
    names = {name for text in (KINDS[id].message, KINDS[id].hint) for _, name, _, _ in Formatter().parse(text) if name}
    finding = find(id, Place("a.txt", 3, 2, "石桥通车", 2), **dict.fromkeys(names, "X"))
    text = show(finding)
    assert text.startswith("a.txt:3:2: ")
    assert "\n    石桥通车\n      ^^^^\n" in text
    assert "{" not in text


def test_what_is_wanted_is_said_in_the_language_of_the_run() -> None:
    use_language("zh")
    finding = find("value-wrong", Place("topics.yaml", 1, 1), text="[…]", key="this place", wanted="one line of text")
    assert "this" not in finding.message
    assert finding.hint == "请写成 一行文字"


def test_the_caret_counts_two_cells_for_a_han_character() -> None:
    text = show(find("file-empty", Place("a.txt", 1, 3, "ab石桥", 1)))
    assert text.splitlines()[2] == "      ^^"


def test_an_unknown_id_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        find("no-such-finding", Place("a.txt"))


def test_findings_are_sorted_and_told_once() -> None:
    one, other = find("file-empty", Place("b.txt")), find("file-empty", Place("a.txt"))
    assert in_order([one, other, one]) == [other, one]


def test_an_error_carries_its_finding() -> None:
    error = fail("file-empty", Place("a.txt"))
    assert isinstance(error, BulletinError)
    assert error.finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("environ", "wanted", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, None, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, None, "en"),
        ({"LC_MESSAGES": "zh_TW.UTF-8", "LANG": "de_DE"}, None, "zh"),
        ({}, None, "en"),
        ({"LANG": "en_US"}, "zh", "zh"),
        ({"LANG": "zh_CN"}, "en", "en"),
    ],
)
def test_which_language_is_spoken(environ: dict[str, str], wanted: str | None, language: str) -> None:
    assert language_of(environ, wanted) == language
