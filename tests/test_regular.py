"""The quick ways of reading front matter and plain Markdown give what the libraries give, or nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.fields import parse_yaml, simple_values
from bulletin.findings import BulletinError
from bulletin.model import FrontMatter
from bulletin.reports.frontmatter import make_front_matter, quick_front_matter
from bulletin.reports.regular import regular_values

KEYS = [
    "title",
    "标题",
    "date",
    "byline",
    "作者",
    "leaders",
    "topics",
    "page",
    "weight",
    "status",
    "reprint",
    "slug",
    "x",
]
PIECES = [
    "石桥通车", "高远", "、", "，", ", ", " ", "  ", ": ", ":", " #", "#", "\"", "'", "[", "]", "{", "}", "- ", "-", "?", "*a", "&a", "!t",
    "|", ">", "%", "@", "`", "\\", "\\n", "2024-03-05", "2024年3月5日", "12", "012", "0x1f", "1_000", "~", "null", "Null", "true", "是", "no", "ready",
    "草稿", "10:30", "http://a.example/b?c=d&e#f", "\u3000", "\xa0", "\u2028", "\x85", "\ufeff", "😀", "\t", "…", "“开放”", "<b>", "=", "abc-def",
    "...", "---", "", "A", "é", "$1", "+1", ".5", "(a)", ";", "·",
]  # fmt: skip
VALUE = st.lists(st.sampled_from(PIECES), min_size=0, max_size=5).map("".join)
ENTRY = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(KEYS), VALUE),
    st.builds("{}:{}".format, st.sampled_from(KEYS), VALUE),
    st.builds("{}: [{}]".format, st.sampled_from(KEYS), st.lists(VALUE, max_size=3).map(", ".join)),
    st.builds('{}: "{}"'.format, st.sampled_from(KEYS), VALUE),
    st.builds("{}: '{}'".format, st.sampled_from(KEYS), VALUE),
    st.builds("{}- {}".format, st.sampled_from(["", " ", "  ", "\t"]), VALUE),
    st.builds("{}:\n  - {}\n{}- {}".format, st.sampled_from(KEYS), VALUE, st.sampled_from(["", "  ", "   "]), VALUE),
    st.builds("{}: {}\n  {}".format, st.sampled_from(KEYS), VALUE, VALUE),
    st.sampled_from(["", " ", "# note", "title: a # note", "a: {b: c}", "page: 3", "date: 2024-03-05"]),
)
DOCUMENT = st.lists(ENTRY, min_size=1, max_size=5).map("\n".join)


def by_the_library(text: str) -> FrontMatter | None:
    """None where there is anything to tell."""
    try:
        made, findings = make_front_matter(parse_yaml(text, "a.md"))
    except BulletinError:
        return None
    return None if findings else made


@settings(max_examples=2000, deadline=None)
@given(DOCUMENT)
def test_quick_front_matter_is_that_of_the_library(text: str) -> None:
    for values in (regular_values(text.split("\n")), simple_values(text)):
        quick = quick_front_matter(values)
        if quick is not None:
            assert quick == by_the_library(text)


def test_the_usual_front_matter_is_read_quickly() -> None:
    text = (
        "标题: 石桥通车：“千年渡口”变通途\nkicker: 高远在现场强调\ndate: 2024-03-05\npage: 1\nbyline: [苏小雨, 何 野]\nleaders:\n- 高远\n- 艾山·吐尔逊\n"
        "topics:\n  - 城市建设\nsource: \"青石县融媒体中心\"\nsummary: '一座桥: 两个村'\nsource_url: https://a.example/b?c=1\nstatus: ready\ncolumn:\n"
    )
    quick = quick_front_matter(regular_values(text.split("\n")))
    assert quick == by_the_library(text)
    assert quick
    assert quick.byline == ("苏小雨", "何 野")
    assert quick.leaders == ("高远", "艾山·吐尔逊")


def test_irregular_front_matter_is_read_without_positions() -> None:
    text = "# 说明\ntitle: >-\n  石桥\n  通车\nbyline: ['苏小雨', \"何野\"]   # 两人\nsummary: |\n  一\n  二\n"
    assert regular_values(text.split("\n")) is None
    assert quick_front_matter(simple_values(text)) == by_the_library(text)
    assert simple_values(text)
