"""Bad input: each gives a clear finding, the others still build, nothing is lost, no traceback."""

import os
import sys
from pathlib import Path

import pytest

from tests.conftest import REPORT, Project


@pytest.fixture
def other(project: Project) -> Project:
    """A site with one good report, which must be built whatever else is there."""
    project.write("2024-03-05.txt", REPORT)
    return project


def builds_with(project: Project, *ids: str) -> None:
    found = project.ids()
    assert sorted(set(found)) == sorted(ids)
    assert "高远强调，安全生产不能放松。" in project.read("2024/03/05/1.html")


@pytest.mark.parametrize(
    ("name", "data", "ids"),
    [
        ("2024-03-04.txt", b"", ["file-empty"]),
        ("2024-03-04.txt", " \n\u3000\r\n\t".encode(), ["file-empty"]),
        ("2024-03-04.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), ["file-binary"]),
        (
            "2024-03-04.txt",
            "本报讯 石桥".encode("gb18030") + b"\xff\xff" + "通车".encode("gb18030"),
            ["file-undecodable"],
        ),
        ("2024-03-04.md", b"---\ntitle: x\n\nno end\n", ["front-matter-open"]),
        ("2024-03-04.md", b"---\ntitle: x\ntitle: y\n---\nz\n", ["key-repeated"]),
        ("2024-03-04.md", b"---\ntitle: x\ndate: 2024-13-45\n---\nz\n", ["date-impossible"]),
        ("2024-03-04.md", b"---\ntitle: x\nstatus: later\n---\nz\n", ["status-unknown"]),
        ("2024-03-04.md", b"---\na: &a [x,x]\nb: [*a,*a]\n---\nz\n", ["yaml-alias"]),
        ("2024-03-04.md", b"---\ntitle: x\nslug: ../up\n---\nz\n", ["slug-form"]),
        ("undated.txt", "石桥开工\n\n石桥今天开工。\n".encode(), ["date-relative", "issue-date-missing"]),
    ],
)
def test_a_bad_file_is_named_and_the_others_build(other: Project, name: str, data: bytes, ids: list[str]) -> None:
    other.write(name, data)
    builds_with(other, *ids)
    severe = [i for i in ids if i not in ("file-empty", "date-relative")]
    assert other.code == (1 if severe else 0)


def test_two_articles_with_one_slug(other: Project) -> None:
    for name in ("a", "b"):
        other.write(f"2024-03-05/{name}.md", f"---\ntitle: 第{name}篇\nslug: bridge\n---\n正文{name}。\n")
    builds_with(other, "slug-taken")
    assert "正文a" in other.read("2024/03/05/bridge.html")
    result = other.build()
    assert result["held_back"] == 1
    assert result["findings"][0]["path"] == "content/2024-03-05/b.md"


def test_a_slug_that_is_the_issues_own_address(other: Project) -> None:
    other.write("2024-03-05/a.md", "---\ntitle: 甲\nslug: index\n---\n正文。\n")
    builds_with(other, "slug-taken")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_content_is_not_read(other: Project, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("秘密报道\n\n本报讯 3月4日,秘密。\n", "utf-8")
    os.symlink(secret, other.folder / "content" / "2024-03-04.txt")
    os.symlink(tmp_path, other.folder / "content" / "folder")
    builds_with(other, "file-outside")
    assert not any("秘密".encode() in data for data in other.files().values())


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be there")
def test_odd_file_names(other: Project) -> None:
    for i, name in enumerate(("CON.txt", "a b.txt", "🎉.txt", "石桥 通车.txt", "-x.txt", "%20.txt", "#.txt")):
        other.write(f"2024-03-0{i + 1}/{name}", f"第{i}篇报道的标题\n\n本报讯 3月1日,第{i}篇。\n")
    builds_with(other, "file-name-windows")
    assert "第2篇" in other.read("2024/03/03/1.html")


def test_hostile_text_is_shown_as_typed(other: Project) -> None:
    evil = "<script>alert(1)</script>"
    other.write(
        "2024-03-06.txt",
        f"标题里有{evil}的报道\n\n本报讯（记者 {evil}）3月5日,县委书记高<b>远到石桥检查。{{{{ site.title }}}}{{% raw %}}\n\n▲图为{evil}现场。 苏小雨 摄\n",
    )
    other.write(
        "2024-03-06/x.md",
        f"---\ntitle: '{evil}'\nbyline: ['{evil}']\nleaders: ['{evil}']\nkicker: '{evil}'\n---\n{evil}\n\n"
        '[x](javascript:alert(1)) ![y](x" onerror="alert(1))\n',
    )
    found = other.ids()
    assert "html-shown" in found
    for name, data in other.files().items():
        if name.endswith(".html"):
            text = data.decode()
            assert evil not in text, name
            assert "<b>远" not in text, name
            assert 'href="javascript' not in text, name
            assert ' onerror="' not in text, name
    assert "{{ site.title }}{% raw %}" in other.read("2024/03/06/1.html")


def test_a_picture_that_is_missing(other: Project) -> None:
    other.write("2024-03-06.txt", "石桥通车以后\n\n本报讯 3月5日,石桥通车。\n\n图为通车现场。bridge.jpg\n")
    other.write("2024-03-06/a.md", "---\ntitle: 甲\nimage: none.png\n---\n![说明](gone.jpg)\n")
    builds_with(other, "picture-missing")
    text = other.read("2024/03/06/1.html")
    assert "通车现场" in text
    assert "bridge.jpg" not in text


def test_control_and_lost_characters(other: Project) -> None:
    other.write("2024-03-06.txt", "石桥又通车\n\n本报讯 3月5日,石\x07桥\ufffd通\ue001车。\n")
    builds_with(other, "text-control", "text-replacement", "text-private")


def test_a_text_of_twenty_megabytes(other: Project) -> None:
    block = (
        "## 第N篇报道的标题在这里\n\n本报讯 3月4日,县委书记高远到石桥检查安全生产。"
        + "安全生产不能放松,要一件一件查。" * 40
        + "\n\n"
    )
    count = 20_000_000 // len(block.encode())
    other.write(
        "2024-03-06.txt", "".join(block.replace("N", str(i)) for i in range(200)) + block.split("\n\n")[1] * count
    )
    builds_with(other, "file-huge", "title-missing")


def test_reports_of_one_file_that_cannot_be_dated_do_not_vanish(other: Project) -> None:
    other.write("x.txt", "甲报道标题在此\n\n本报讯 石桥开工。\n")
    result = other.build()
    assert result["held_back"] == 1
    assert [f["path"] for f in result["findings"]] == ["content/x.txt"]


def test_an_empty_site_keeps_the_old_bulletin(other: Project) -> None:
    other.build()
    before = other.files()
    (other.folder / "content" / "2024-03-05.txt").unlink()
    assert other.ids() == ["content-empty"]
    assert other.code == 1
    assert other.files() == before


def test_a_broken_register_or_topic_list_does_not_stop_the_reports(other: Project) -> None:
    other.write("leaders.yaml", "leaders:\n- id: a\n  nam: 高远\n")
    other.write("topics.yaml", "topics:\n- id: 安全\n  name: 安全\n")
    found = other.ids()
    assert "key-missing" in found
    assert "id-form" in found
    assert "高远" in other.read("2024/03/05/1.html")
