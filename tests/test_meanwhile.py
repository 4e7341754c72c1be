"""What is found out in a copy of the process, and what becomes of it when that fails."""

import os
import signal
import subprocess
import sys
import time

import pytest

from bulletin.storage.meanwhile import Meanwhile
from tests.conftest import ROOT

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")


def test_the_result_comes_from_another_process() -> None:
    found = Meanwhile(lambda: {"a.html": 1, "process": os.getpid()}).result()
    assert found["a.html"] == 1
    if hasattr(os, "fork") and (os.cpu_count() or 1) > 1:
        assert found["process"] != os.getpid()


def test_a_large_result_comes_whole() -> None:
    large = {f"2024/03/05/{i}.html": i for i in range(50_000)}
    assert Meanwhile(lambda: large).result() == large


@needs_fork
@pytest.mark.parametrize("how", ["killed", "failed", "not copied"])
def test_what_fails_there_is_done_here(monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    own = os.getpid()

    def do() -> int:
        if os.getpid() != own:
            if how == "failed":
                raise OSError
            time.sleep(60)
        return 7

    if how == "not copied":
        monkeypatch.setattr(os, "fork", _refuse)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    meanwhile = Meanwhile(do)
    if how == "killed":
        os.kill(meanwhile.process, signal.SIGKILL)
    assert meanwhile.result() == 7


@needs_fork
def test_a_copy_of_a_process_that_was_killed_ends() -> None:
    program = (
        "import os, sys; from bulletin.storage.meanwhile import Meanwhile; os.cpu_count = lambda: 2;"
        "m = Meanwhile(lambda: 'x' * 10_000_000); print(m.process, flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == -signal.SIGKILL  # and both ends of its output are closed: the copy is gone as well


def _refuse() -> int:
    raise OSError("no more processes")
