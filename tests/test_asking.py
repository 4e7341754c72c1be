"""What a browser may ask: a corpus of bad requests, judged without a server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.serve.asking import Asked, Door, address_of, door, folder_of, page_of, refusal

HERE = Door(5500)
GOOD = Asked("GET", "/", ("127.0.0.1:5500",))


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/", "index.html"),
        ("/2024/03/05/", "2024/03/05/index.html"),
        ("/2024/03/05/1.html?x=/../..", "2024/03/05/1.html"),
        ("/_preview/text/2024-03-05/01%20%E8%A6%81%E9%97%BB.txt", "_preview/text/2024-03-05/01 要闻.txt"),
        ("/county/paper/leaders/1/", "leaders/1/index.html"),
        ("/county/paper/", "index.html"),
    ],
)
def test_an_address_is_what_the_target_names(target: str, address: str) -> None:
    assert address_of(target, "/county/paper/") == address


@pytest.mark.parametrize(
    "target",
    [
        "", "*", "index.html", "http://127.0.0.1:5500/", "//evil.example/", "/..", "/../", "/../config.yaml", "/a/../../b",
        "/./index.html", "/%2e%2e/config.yaml", "/%2E%2E%2fconfig.yaml", "/..%2f..%2fetc/passwd", "/%252e%252e/config.yaml",
        "/..%5c..%5cwindows", "/..\\config.yaml", "/a\\b", "/C:/Windows", "/c%3a/x", "//", "/a//b", "/%00", "/index.html%00.txt",
        "/%0d%0aSet-Cookie:x", "/%ff%fe", "/%c0%ae%c0%ae/", "/.git/config", "/.bulletin/memo.sqlite", "/a/.env",
        "/../output-secret/index.html", "/%2e/", "/index.html#x", "/a|b", "/a*", "/%u002e%u002e/",
    ],
)  # fmt: skip
def test_a_target_that_leads_out_or_names_nothing_is_no_address(target: str) -> None:
    assert address_of(target) is None


@given(st.text() | st.binary().map(lambda b: "/" + "".join(f"%{c:02x}" for c in b)))
def test_no_target_leads_out(target: str) -> None:
    for text in (target, "/" + target):
        address = address_of(text)
        if address is not None:
            assert not address.startswith(("/", "\\"))
            assert not {"..", ".", ""} & {*address.split("/")}
            assert "\\" not in address
            assert "\x00" not in address


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW", "", "get"])
def test_nothing_but_reading_is_allowed(method: str) -> None:
    refused = refusal(Asked(method, "/", GOOD.hosts), HERE)
    assert refused
    assert refused.status == 405


@pytest.mark.parametrize(
    "hosts",
    [
        (), ("",), ("evil.example",), ("evil.example:5500",), ("127.0.0.1",), ("127.0.0.1:80",), ("127.0.0.1.evil.example:5500",),
        ("localhost:5500.evil.example",), ("127.0.0.1:5500", "evil.example"), ("127.0.0.1:5500,evil.example",), ("127.0.0.1:5500/",),
        ("user@127.0.0.1:5500",), ("192.168.1.5:5500",), ("127.0.0.1:99999999",), ("0.0.0.0:5500",), ("127.0.0.1:５５００",),
    ],
)  # fmt: skip
def test_a_host_that_is_not_ours_is_refused(hosts: tuple[str, ...]) -> None:
    refused = refusal(Asked("GET", "/", hosts), HERE)
    assert refused
    assert refused.status == 403


@pytest.mark.parametrize("host", ["127.0.0.1:5500", "localhost:5500", "LOCALHOST:5500", "[::1]:5500"])
def test_names_of_this_machine_are_ours(host: str) -> None:
    assert refusal(Asked("GET", "/", (host,), (f"http://{host}",)), HERE) is None


@pytest.mark.parametrize(
    "origins",
    [("http://evil.example",), ("null",), ("https://127.0.0.1:5500",), ("http://127.0.0.1:5501",), ("http://localhost:5500",),
     ("http://127.0.0.1:5500", "http://evil.example"), ("",)],
)  # fmt: skip
def test_another_sites_page_is_refused(origins: tuple[str, ...]) -> None:
    assert refusal(Asked("GET", "/", GOOD.hosts, origins), HERE)


def test_another_site_may_link_here_but_not_load_anything_from_here() -> None:
    assert refusal(Asked("GET", "/search/2024.js", GOOD.hosts, (), "cross-site", "no-cors"), HERE)
    assert refusal(Asked("GET", "/search/2024.js", GOOD.hosts, (), "same-site", "no-cors"), HERE)
    assert refusal(Asked("GET", "/", GOOD.hosts, (), "cross-site", "navigate"), HERE) is None
    assert refusal(Asked("GET", "/style.css", GOOD.hosts, (), "same-origin", "no-cors"), HERE) is None


def test_an_address_that_is_too_long_is_refused() -> None:
    refused = refusal(Asked("GET", "/" + "a" * 5000, GOOD.hosts), HERE)
    assert refused
    assert refused.status == 414


def test_in_the_newsroom_a_number_is_right_and_a_strangers_name_is_not() -> None:
    at = door("0.0.0.0", 5500)
    assert at.admits("192.168.1.5:5500")
    assert at.admits("[fe80::1]:5500")
    assert not at.admits("evil.example:5500")
    assert not at.admits("192.168.1.5:5501")
    assert door("127.0.0.1", 5500) == HERE


def test_pages_that_browsers_show_and_folders_without_their_slash() -> None:
    assert page_of("http://127.0.0.1:5500/2024/03/05/1.html#p2") == "2024/03/05/1.html"
    assert page_of("http://127.0.0.1:5500") == "index.html"
    assert page_of("http://[") is None
    assert folder_of("2024", {"2024/index.html": 1}) == "/2024/"
    assert folder_of("2025", {"2024/index.html": 1}) is None
