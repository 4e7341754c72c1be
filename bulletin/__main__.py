"""The command `bulletin`, and `python -m bulletin`, which is the same."""

import contextlib
import os
import sys
from typing import NoReturn

from bulletin.cli import main


def run() -> NoReturn:
    """Run the command line and leave at once.

    Python would first take apart, value by value, all that a build had at hand, which takes as long as a tenth of a small
    edit's build; the system frees it in one step. Files are closed and processes ended by then, only the streams are not.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, AttributeError, ValueError):  # a closed pipe, or no stream at all
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
