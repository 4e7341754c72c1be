"""The preview's own memo: a folder that no other preview of the site has, begun as a copy of the build's.

Its packs are only ever added to. One that holds more waste than what it began with is begun anew at the next start; while
the preview runs that happens only when it has grown very large.
"""

from itertools import count
from pathlib import Path

from bulletin.storage.lock import Held, hold
from bulletin.storage.memo import Memo, copy_memo
from bulletin.storage.program import program_digest

OWN_NOTES = "preview"
OWNERS, BEGUN = "owners", "begun"
"""Notes: address -> group of pages; bytes of the packs when they held nothing but what was needed."""
MOST_WASTE, MOST_RUNNING = 32_000_000, 256_000_000
"""So many bytes may be waste, besides as many as the packs began with: at the start, and while it runs."""


def own_notes(notes: Path) -> tuple[Path, Held]:
    """A folder for the memo, and the lock that keeps others out of it; `notes` is that of the build's."""
    for number in count(1):
        folder = notes / (OWN_NOTES if number == 1 else f"{OWN_NOTES}-{number}")
        if held := hold(folder):
            return folder, held
    raise AssertionError


def open_memo(notes: Path, own: Path, copy: bool = True) -> Memo:
    """The memo in `own`; one that is new, or full of waste, begins as a copy of that in `notes`."""
    memo = Memo(own, program_digest(), keep=True)
    if memo.packs.bytes > _most(memo):
        memo.forget()
    if copy and memo.fresh and copy_memo(notes, own):
        memo = Memo(own, program_digest(), keep=True)
    return memo


def grown(memo: Memo) -> bool:
    """Whether the packs have become so large that they should be begun anew at once; notes how they began."""
    size = memo.packs.bytes
    if not memo.read(BEGUN):
        memo.note(BEGUN, size)
        return False
    return size > MOST_RUNNING + _most(memo)


def _most(memo: Memo) -> int:
    """Bytes that the packs may have when the preview starts."""
    begun = memo.read(BEGUN)
    return 2 * begun + MOST_WASTE if isinstance(begun, int) else max(MOST_WASTE, memo.packs.bytes)
