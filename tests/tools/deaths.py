"""A process that builds sites in children of its own and kills them in the middle: kill -9 with the imports already done.

In: a line of JSON for each build on stdin: `site`, `arguments`, and perhaps `after` (kill after so many seconds) or `at` (kill
at the so-manieth touch of the disk). Out: a line of JSON with
`status` (the exit code, or minus the signal), `touches`, `seconds` and what was said. It has one thread, so forking is safe.
"""

import contextlib
import io
import json
import os
import select
import signal
import subprocess
import sys
import time
from typing import Any, NoReturn

TOUCHES = frozenset(
    ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate", "sqlite3.connect")
)


class Deaths:
    """The test's end of it: starts the process, asks it for builds, ends it."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.tools.deaths"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def build(self, site: object, *arguments: str, **how: float) -> dict[str, Any]:
        """Build a site in a child; `how` is after=seconds or at=touches."""
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps({"site": str(site), "arguments": arguments, **how}), file=self.process.stdin, flush=True)
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def close(self) -> None:
        self.process.communicate()


def serve() -> None:
    """Answer requests until stdin ends."""
    import bulletin.build
    import bulletin.cli

    assert bulletin.build
    for line in sys.stdin:
        request = json.loads(line)
        read, write = os.pipe()
        begun = time.monotonic()
        child = os.fork()
        if not child:
            os.close(read)
            os.setpgid(0, 0)
            _build(request, write)
        os.close(write)
        _, status, said = _attend(child, read, request.get("after"))
        touches, _, words = said.partition(b"\n")
        answer = {"status": status, "touches": int(touches or b"0"), "seconds": time.monotonic() - begun}
        print(json.dumps({**answer, "said": words.decode("utf-8", "replace")}), flush=True)


def _attend(child: int, read: int, after: float | None) -> tuple[int, int, bytes]:
    """Wait for a child and what it says; kill it and its own children `after` so many seconds."""
    with contextlib.suppress(OSError):  # the child was quicker
        os.setpgid(child, child)
    with os.fdopen(read, "rb") as pipe:
        if after is not None:
            select.select([read], [], [], after)
            os.killpg(child, signal.SIGKILL)
        said = pipe.read()
    return child, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def _build(request: dict[str, Any], write: int) -> NoReturn:
    """Build, then tell how often the disk was touched and what was said; never comes back."""
    from bulletin.cli import main

    said = io.StringIO()
    sys.stdout, sys.stderr = io.StringIO(), said
    disk, code = Disk(request.get("at")), 70
    try:
        code = main(["build", "--site", request["site"], *request["arguments"]])
    finally:
        os.write(write, f"{disk.touches}\n{said.getvalue()}".encode())
        os._exit(code)


class Disk:
    """Counts how often the disk is touched, and kills this process at the `at`-th time."""

    def __init__(self, at: int | None) -> None:
        self.at, self.touches = at, 0
        self.write = os.write
        os.write = self._write
        sys.addaudithook(lambda event, _: self._touch() if event in TOUCHES else None)

    def _write(self, handle: int, data: Any) -> int:
        self._touch()
        return self.write(handle, data)

    def _touch(self) -> None:
        self.touches += 1
        if self.touches == self.at:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    serve()
