"""What another process finds out meanwhile: a function whose result is plain is run in a copy of this one.

A build of a large site looks at two trees of files that have nothing to do with each other. Where the system can copy a process
and has two cores, one of them is looked at over there; where not, or where the copy fails, it is done when it is asked for.
"""

import marshal
import os
from collections.abc import Callable
from typing import Any


class Meanwhile:
    """The result of `do`, a function that gives plain values and changes nothing here."""

    def __init__(self, do: Callable[[], Any]) -> None:
        self._do = do
        self.process = 0
        """Number of the copy, 0 where there is none."""
        self._pipe = 0
        if hasattr(os, "fork") and (os.cpu_count() or 1) > 1:
            self._begin()

    def _begin(self) -> None:
        self._pipe, end = os.pipe()
        try:
            self.process = os.fork()
        except OSError:
            os.close(self._pipe)
            os.close(end)
            return
        if self.process == 0:
            try:
                os.close(self._pipe)  # so that writing fails, and this one ends, where nobody is left to read
                with open(end, "wb") as file:
                    file.write(marshal.dumps(self._do()))
            finally:
                os._exit(0)
        os.close(end)

    def result(self) -> Any:
        """Wait for the result; it can be asked for once."""
        data = b""
        if self.process:
            with open(self._pipe, "rb") as file:
                data = file.read()
            os.waitpid(self.process, 0)
            self.process = 0
        try:
            return marshal.loads(data)
        except (EOFError, ValueError, TypeError):  # it was stopped
            return self._do()
