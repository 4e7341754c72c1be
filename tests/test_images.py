"""Pictures: what they tell is taken out, no pixel is changed, smaller ones are made, active ones are refused."""

import struct
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bulletin import images
from bulletin.images import Plan, is_active, plan, resized, size_of, without_metadata
from tests.conftest import Project

PLACE = {0x8825: {1: "N", 2: (35.0, 21.0, 7.0)}, 0x010F: "Camera of the newsroom"}


def picture(kind: str, size: tuple[int, int] = (1300, 20), way: int = 1, **options: object) -> bytes:
    """A picture with a gradient, an EXIF block that tells camera and place, and a way up."""
    drawn = Image.linear_gradient("L").resize(size).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "Camera of the newsroom"
    exif[0x0112] = way
    exif.get_ifd(0x8825)[2] = (35.0, 21.0, 7.0)
    out = BytesIO()
    drawn.save(out, kind, exif=exif, **options)
    return out.getvalue()


def pixels(data: bytes) -> bytes:
    return Image.open(BytesIO(data)).convert("RGB").tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_a_picture_tells_is_taken_out_and_no_pixel_changes(kind: str) -> None:
    data = picture(kind)
    assert b"Camera of the newsroom" in data
    clean = without_metadata(data)
    assert b"Camera of the newsroom" not in clean
    assert not Image.open(BytesIO(clean)).getexif().get_ifd(0x8825)
    assert pixels(clean) == pixels(data)
    assert without_metadata(clean) == clean


@pytest.mark.parametrize("way", [1, 3, 6, 8])
def test_the_way_up_of_a_photograph_stays(way: int) -> None:
    data = picture("JPEG", (40, 20), way)
    clean = without_metadata(data)
    assert Image.open(BytesIO(clean)).getexif().get(0x0112, 1) == way
    assert size_of(data) == size_of(clean) == ((40, 20) if way < 5 else (20, 40))


def test_comments_thumbnails_and_what_hangs_behind_the_end_are_taken_out() -> None:
    data = picture("JPEG", comment=b"taken at home", progressive=True) + b"a film with its place"
    clean = without_metadata(data)
    assert b"taken at home" not in clean
    assert b"film" not in clean
    assert pixels(clean) == pixels(data)
    text = BytesIO()
    info = __import__("PIL.PngImagePlugin", fromlist=["PngInfo"]).PngInfo()
    info.add_text("Author", "somebody")
    Image.new("RGB", (3, 3)).save(text, "PNG", pnginfo=info)
    assert b"somebody" in text.getvalue()
    assert b"somebody" not in without_metadata(text.getvalue())


def test_a_colour_profile_is_kept() -> None:
    data = picture("JPEG", icc_profile=b"ICC" * 50)
    assert Image.open(BytesIO(without_metadata(data))).info["icc_profile"] == b"ICC" * 50
    small = resized(data, 480)
    assert small
    assert Image.open(BytesIO(small)).info["icc_profile"] == b"ICC" * 50


def test_a_photograph_cut_off_loses_its_place_as_well() -> None:
    data = picture("JPEG", (400, 300))
    clean = without_metadata(data[: len(data) * 2 // 3])
    assert b"Camera" not in clean
    assert clean


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_smaller_one_is_upright_and_tells_nothing(kind: str) -> None:
    small = resized(picture(kind, (1000, 500), 6), 480)
    assert small
    opened = Image.open(BytesIO(small))
    assert opened.format == kind
    assert opened.size == (480, 960)
    assert not opened.getexif()


def test_sizes_are_planned_smaller_than_the_picture_and_a_huge_one_shrinks() -> None:
    assert plan(picture("JPEG", (400, 20))) == Plan(400, 20)
    assert plan(picture("JPEG", (1300, 20))) == Plan(1300, 20, (480, 960))
    assert plan(picture("PNG", (4800, 20))) == Plan(2400, 10, (480, 960, 1600), True)
    assert plan(b"GIF89a" + struct.pack("<HH", 3000, 4)) == Plan(3000, 4)


def test_a_moving_picture_is_published_as_it_is() -> None:
    frames = [Image.new("RGB", (1300, 20), colour) for colour in ("red", "blue")]
    for kind in ("PNG", "WEBP"):
        out = BytesIO()
        frames[0].save(out, kind, save_all=True, append_images=frames[1:])
        assert plan(out.getvalue()) == Plan(1300, 20), kind
        assert Image.open(BytesIO(without_metadata(out.getvalue()))).n_frames == 2  # type: ignore[attr-defined]


def test_without_the_library_a_picture_has_one_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "can_resize", lambda: False)
    assert plan(picture("JPEG", (4800, 20))) == Plan(4800, 20)


def test_what_is_broken_gives_none_and_no_traceback() -> None:
    assert resized(b"\xff\xd8 no picture", 480) is None
    assert resized(picture("PNG")[:200], 480) is None


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.integers(0, 2000), st.binary(max_size=8), st.integers(0, 2000))
def test_damaged_pictures_never_raise(kind: str, at: int, instead: bytes, end: int) -> None:
    data = picture(kind, (60, 20))
    damaged = data[:at] + instead + data[at + len(instead) : len(data) - end]
    size_of(damaged)
    plan(damaged)
    without_metadata(damaged)


def test_sizes_of_pictures() -> None:
    assert size_of(b"GIF89a" + struct.pack("<HH", 3, 4)) == (3, 4)
    assert size_of(b'<svg xmlns="x" viewBox="0 0 960 540">') == (960, 540)
    jpeg = b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"\0\0" + b"\xff\xc0" + struct.pack(">HBHH", 11, 8, 20, 30)
    assert size_of(jpeg + bytes(4)) == (30, 20)
    for options in ({}, {"lossless": True}):
        assert size_of(picture("WEBP", (90, 70), **options)) == (90, 70)
    for data in (b"", b"\xff\xd8", b"\x89PNG", b"GIF8", b"text"):
        assert size_of(data) == (0, 0)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<SCRIPT href='a.js'/>",
        "<rect onload='alert(1)'/>",
        "<rect\nonclick = 'alert(1)'/>",
        "<a href='javascript:alert(1)'><text>x</text></a>",
        "<foreignObject><body/></foreignObject>",
        "<svg:script/>",
        "<use href='//elsewhere.example/a.svg#x'/>",
        "<image href='https://elsewhere.example/count.gif'/>",
        "<style>@import 'https://elsewhere.example/a.css'</style>",
        "<rect style='fill:url(https://elsewhere.example/a)'/>",
        "<set attributeName='href' to='javascript:alert(1)'/>",
    ],
)
def test_a_drawing_that_does_something_is_refused(inside: str) -> None:
    assert is_active(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode())


def test_a_drawing_that_only_shows_something_is_taken() -> None:
    assert not is_active(
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>.a{fill:url(#g)}</style>'
        b'<linearGradient id="g"/><text class="a">on = 1</text><use href="#a"/></svg>'
    )


def test_a_site_shows_pictures_in_sizes_and_refuses_what_is_none(project: Project) -> None:
    project.write("2024-03-05/wide.jpg", picture("JPEG", (1300, 20)))
    project.write("2024-03-05/evil.svg", b"<svg viewBox='0 0 9 9'><script>alert(1)</script></svg>")
    project.write("2024-03-05/text.png", b"no picture")
    project.write(
        "2024-03-05/a.md",
        "---\ntitle: 石桥通车\n---\n\n![石桥全景](wide.jpg)\n\n行内 ![小图](wide.jpg) 的图。\n\n![恶图](evil.svg)\n\n"
        "![不是图](text.png)\n\n![别处的图](https://elsewhere.example/a.png)\n",
    )
    findings = set(project.ids())
    assert {"picture-active", "picture-unreadable", "picture-outside"} <= findings
    page = project.read("2024/03/05/1.html")
    assert "elsewhere.example" not in page
    assert page.count("<figure>") == 1
    assert 'width="1300" height="20" srcset="../../../pictures/' in page
    made = {name: data for name, data in project.files().items() if name.startswith("pictures/")}
    assert sorted(name.rpartition("-")[2] for name in made if "-" in name) == ["480.jpg", "960.jpg"]
    assert len(made) == 3
    assert not any(b"Camera of the newsroom" in data for data in made.values())
    assert all(name in page for name in made)


def test_a_leaders_picture_of_the_register_is_shown_cleaned_and_a_missing_one_is_said(project: Project) -> None:
    people = "\n".join(f"- {{id: {id}, name: {name}, 照片: {photo}}}" for id, name, photo in (
        ("gao", "高远", "photos/gao.jpg"), ("he", "何明川", "photos/he.jpg"), ("su", "苏青", "su.svg"),
    ))  # fmt: skip
    project.write("leaders.yaml", f"leaders:\n{people}\n")
    project.write("photos/gao.jpg", picture("JPEG", (1300, 1600)))
    project.write("su.svg", b'<svg viewBox="0 0 1 1" onload="alert(1)"/>')
    project.write("2024-03-05.md", "---\ntitle: 三人座谈\nleaders: [高远, 何明川, 苏青]\n---\n三人座谈茶叶销路。\n")
    found = {(f["id"], f["path"], f["line"]) for f in project.build()["findings"]}
    assert {("picture-missing", "content/leaders.yaml", 3), ("picture-active", "content/leaders.yaml", 4)} <= found
    (shown,) = {name for name in project.files() if name.startswith("pictures/") and name.endswith("-480.jpg")}
    assert b"Camera of the newsroom" not in project.files()[shown]
    for page, up in (("leaders/index.html", "../"), ("leaders/gao/index.html", "../../")):
        assert f'<img class="portrait" src="{up}{shown}" alt="" width="480" height="591">' in project.read(page)
    assert "<img" not in project.read("leaders/he/index.html")
    project.write("photos/gao.jpg", picture("JPEG", (400, 500)))
    before = shown
    project.build()
    assert before not in project.files()
    assert 'width="400" height="500"' in project.read("leaders/gao/index.html")
