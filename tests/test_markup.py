"""Markdown with Chinese rules: no space at a soft break, ** beside full-width marks, raw HTML as typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin import markup
from bulletin.markup import paragraph_html, plain_paragraphs, render


def html(text: str) -> str:
    return render(text, str, lambda source, alt: f"[{source}|{alt}]")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("春茶\n开采", '<p id="p1">春茶开采</p>\n'),
        ("春茶，\n**“早”**字当头", '<p id="p1">春茶，<strong>“早”</strong>字当头</p>\n'),
        ("spring\ntea", '<p id="p1">spring\ntea</p>\n'),
        ("**“好”**的", '<p id="p1"><strong>“好”</strong>的</p>\n'),
        ("他说**“好！”**，走了", '<p id="p1">他说<strong>“好！”</strong>，走了</p>\n'),
        ("这是**重点。**下一句", '<p id="p1">这是<strong>重点。</strong>下一句</p>\n'),
        ("**（一）**要点", '<p id="p1"><strong>（一）</strong>要点</p>\n'),
        ("一*二*三", '<p id="p1">一<em>二</em>三</p>\n'),
        ("a * b * c", '<p id="p1">a * b * c</p>\n'),
        ("<b>x</b>", '<p id="p1">&lt;b&gt;x&lt;/b&gt;</p>\n'),
        ("{{ site }} {% x %}", '<p id="p1">{{ site }} {% x %}</p>\n'),
        ("[x](javascript:alert)", '<p id="p1">[x](javascript:alert)</p>\n'),
        ("# 标题", '<h2 id="p1">标题</h2>\n'),
    ],
)
def test_chinese_rules(text: str, wanted: str) -> None:
    assert html(text) == wanted


def test_paragraphs_are_numbered_as_the_plain_ones() -> None:
    text = "一段。\n\n- 项一\n- 项二\n\n最后。"
    assert [t for t, _, _ in plain_paragraphs(text)] == ["一段。", "项一", "项二", "最后。"]
    assert 'id="p1">一段' in html(text)
    assert 'id="p4">最后' in html(text)


def test_a_text_is_parsed_once_for_its_paragraphs_and_its_html(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# 题\n\n**甲**乙\n\n- 丙\n"
    html = render(text, str, lambda *_: "")
    parser = markup._parser()
    parsed: list[str] = []
    real = parser.parse
    monkeypatch.setattr(parser, "parse", lambda text: parsed.append(text) or real(text))
    assert [words for words, *_ in plain_paragraphs(text)] == ["题", "甲乙", "丙"]
    assert render(text, str, lambda *_: "") == html
    assert parsed == [text]
    assert render(text, str, lambda *_: "") == html, "what was changed for one page is not used for another"
    assert parsed == [text, text]


def test_lines_of_paragraphs_count_from_0() -> None:
    assert plain_paragraphs("一\n二\n\n三") == [("一 二".replace(" ", ""), 0, 1), ("三", 3, 3)]


def test_a_plain_paragraph_is_escaped() -> None:
    assert paragraph_html("<b> & “好”", 3) == '<p id="p3">&lt;b&gt; &amp; “好”</p>\n'


def test_a_picture_alone_is_no_paragraph() -> None:
    def picture(source: str, alt: str, alone: bool) -> str:
        return "<figure>x</figure>" if alone else "<img>"

    assert render("![图](a.svg)", str, picture).strip() == "<figure>x</figure>"
    assert render("见 ![图](a.svg)", str, picture).strip() == '<p id="p1">见 <img></p>'


PIECES = [
    "石桥通车", "，", "。", "：", "“好”", "\n", "\n", "\n\n", "\n\n\n", " ", "  ", "\u3000", "\t", "a", "A b", "1", "1.", "2)", "12", "-", "- ", "+ ", "*",
    "**", "_", "__", "#", "# ", "## ", ">", "<b>", "&", "&amp;", "\\", "`", "~~", "|", "---", "===", ":--", "[a](b)", "![a](b)", "http://a.example",
    "!", "\"", "'", "(", ")", "$", "%", "@", "^", "{", "}", "\xa0", "\u2028", "\x00", "\r", "😀", "é", "…", "——", "·", ";", ",", ".", "[1]: b", "㐀",
]  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_text_without_mark_up_is_what_the_library_makes_of_it(text: str) -> None:
    def both() -> tuple[object, str]:
        return plain_paragraphs(text), render(text, str, lambda source, alt, alone: alt)

    quick = both()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markup, "_bare", lambda text: None)
        assert quick == both()


def test_plain_paragraphs_need_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "_parser", lambda: pytest.fail("the library was called"))
    assert (
        render('石桥\n通车，"好"。\n\n二。\n', str, lambda *_: "")
        == '<p id="p1">石桥通车，&quot;好&quot;。</p>\n<p id="p2">二。</p>\n'
    )
