"""The floor: how long the disk alone takes for the files of an output, written from memory by a plain script.

    python -m benchmarks.floor OUTPUT FOLDER

Reads every file of OUTPUT into memory, then writes them all into FOLDER, which must not exist, and prints the seconds
that the writing took: folders made, files opened, written and closed, no digests, no moving into place.
"""

import os
import sys
import time
from pathlib import Path

from benchmarks.compare import paths


def write_all(files: dict[str, bytes], folder: str) -> None:
    """Write every file; the folders are made on the way, each once."""
    made: set[str] = set()
    for name, data in files.items():
        path = f"{folder}/{name}"
        parent = path.rpartition("/")[0]
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o644)
        os.write(handle, data)
        os.close(handle)


def main() -> None:
    output, folder = Path(sys.argv[1]), sys.argv[2]
    files = {name: (output / name).read_bytes() for name in sorted(paths(output))}
    begun = time.perf_counter()
    write_all(files, folder)
    print(time.perf_counter() - begun)


if __name__ == "__main__":
    main()
