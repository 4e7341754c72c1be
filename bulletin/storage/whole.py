"""Files read and written in one go, without the layers that Python puts around a file: a first build opens some ten thousand.

Bytes stay bytes on every system: Windows would else write two for the end of a line.
"""

import os

READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
WRITE = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)


def read_whole(path: str) -> bytes:
    """The bytes of a file. Raises OSError."""
    file = os.open(path, READ)
    try:
        pieces = [os.read(file, os.fstat(file).st_size + 1)]
        while pieces[-1]:  # it may be longer than it was a moment ago, and a system may give less than was asked for
            pieces.append(os.read(file, 1 << 20))
        return pieces[0] if len(pieces) == 2 else b"".join(pieces)
    finally:
        os.close(file)


def write_whole(file: int, data: bytes) -> None:
    """Write all bytes to an open file. Raises OSError."""
    done = os.write(file, data)
    while done < len(data):
        done += os.write(file, memoryview(data)[done:])
