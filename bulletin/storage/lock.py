"""One build of a site at a time: a lock that ends with the process that holds it, however that ends."""

import os
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

FILE = "lock"
WAIT_SECONDS = 0.1


def _try_lock(file: int) -> bool:
    """Whether the lock could be had at once."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        return error.errno not in (11, 13, 36)  # a disk that knows no locks must not stop a build
    return True


@contextmanager
def locked(notes: Path, wait: Callable[[], None] = lambda: None) -> Iterator[bool]:
    """Hold the lock of a site; `wait` is called once where another process holds it. Raises OSError.

    Gives whether one had to wait.
    """
    notes.mkdir(parents=True, exist_ok=True)
    with open(notes / FILE, "ab") as file:
        told = False
        while not _try_lock(file.fileno()):
            if not told:
                wait()
                told = True
            time.sleep(WAIT_SECONDS)
        yield told


class Held:
    """A lock that is held until nobody refers to it any more."""

    def __init__(self, file: int) -> None:
        self.release = weakref.finalize(self, os.close, file)


def hold(notes: Path) -> Held | None:
    """Hold the lock of a folder; None where somebody else does."""
    notes.mkdir(parents=True, exist_ok=True)
    file = os.open(notes / FILE, os.O_RDWR | os.O_CREAT, 0o644)
    if _try_lock(file):
        return Held(file)
    os.close(file)
    return None
