"""What a browser shows of a page, and what it must be told when that is not right any more.

In: the bytes of a page and what the preview adds to them. Out: a `Shown`, which travels with the page as a word and comes back
when the browser connects, so that of two windows with one address each is told what it lacks, also after the
server was started again. Style sheets carry their digest in their name; a page that differs in nothing but those names only
swaps them.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from bulletin.values import dataclass

DIGEST_BYTES = 12


@dataclass(frozen=True, slots=True)
class Notes:
    """What the preview adds to a page, as HTML: bar and overlay, and what stands below the text."""

    bar: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Digest of the page without the names of its style sheets (- for no page), digest of its notes, these names."""

    page: str
    notes: str
    sheets: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        return " ".join((self.page, self.notes, *self.sheets))


def shown_of(page: bytes | None, addresses: Mapping[str, str], notes: Notes) -> Shown:
    """What a browser shows that got this page; `addresses` has name -> address of the theme's files."""
    told = _digest(f"{notes.bar}\0{notes.aside}".encode())
    if page is None:
        return Shown("-", told)
    sheets = []
    for name, address in addresses.items():
        if address.endswith(".css") and address.encode() in page:
            page = page.replace(address.encode(), name.encode())
            sheets.append(address)
    return Shown(_digest(page), told, tuple(sheets))


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES).hexdigest()


def read_word(word: object) -> Shown | None:
    """What a browser says that it shows; None for one that says nothing."""
    if not isinstance(word, str) or len(found := word.split()) < 2:
        return None
    return Shown(found[0], found[1], tuple(found[2:]))


def lacking(was: Shown, now: Shown, notes: Notes) -> dict[str, Any] | None:
    """What a browser must be told that shows `was` where `now` is right: kind and what it needs; None for nothing."""
    if was.page != now.page or len(was.sheets) != len(now.sheets):
        return {"kind": "reload"}
    told = {"shown": now.word, "notes": notes.bar, "aside": notes.aside}
    if was.sheets != now.sheets:
        names = {one: other for one, other in zip(was.sheets, now.sheets, strict=True) if one != other}
        return {"kind": "swap", "names": names, **told}
    return {"kind": "notes", **told} if was.notes != now.notes else None
