"""A cluster gives the same bytes, whatever happens to its workers."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bulletin.build import Options, build
from bulletin.cluster import ClusterExecutor
from bulletin.config import read_config
from tests.conftest import REPORT, Project
from tests.test_build import contents, copy_site

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def workers() -> Iterator[Any]:
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as made:
        yield made


@pytest.fixture
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WORTH_READING", "WORTH_COMPOSING", "CHUNK_READ", "CHUNK_MONTHS"):
        monkeypatch.setattr(f"bulletin.engine.{name}", 1)
    monkeypatch.setattr("bulletin.publishing.WORTH_RENDERING", 1)
    monkeypatch.setattr("bulletin.publishing.PAGES_A_TASK", 10)


def local(site: Path) -> dict[str, bytes]:
    config, findings = read_config(site)
    build(config, findings, Options(jobs=1))
    made = contents(site / "output")
    shutil.rmtree(site / "output")
    shutil.rmtree(site / ".bulletin")
    return made


@pytest.mark.usefixtures("small_tasks")
def test_a_cluster_gives_the_same_bytes(tmp_path: Path, workers: Any) -> None:
    site = copy_site(tmp_path / "site")
    expected = local(site)
    config, findings = read_config(site)
    build(config, findings, Options(workers=workers.scheduler_address))
    assert contents(site / "output") == expected


@pytest.mark.usefixtures("small_tasks")
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_worker_killed_in_mid_build_costs_time_only(tmp_path: Path, workers: Any) -> None:
    from distributed import Client

    site = copy_site(tmp_path / "site")
    expected = local(site)
    config, findings = read_config(site)

    class Deadly(ClusterExecutor):
        tasks = 0

        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
            self.tasks += 1
            future = super().submit(fn, *args, **kwargs)
            if self.tasks == 4:
                os.kill(workers.workers[0].pid, signal.SIGKILL)
            return future

    with Client(workers.scheduler_address, set_as_default=False) as client:
        executor = Deadly(client)
        build(config, findings, Options(executor=executor))
    assert executor.tasks > 8
    assert contents(site / "output") == expected


def test_a_cluster_that_is_away_is_one_message(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bulletin.cluster.PATIENCE_SECONDS", 1)
    monkeypatch.setattr("bulletin.engine.WORTH_READING", 1)
    monkeypatch.setattr("bulletin.engine.CHUNK_READ", 1)
    project.write("2024-03-05.txt", REPORT)
    project.write("2024-03-06.txt", REPORT)
    assert project.run("build", "--workers", "tcp://127.0.0.1:9") == 2
    assert "cluster-away" in project.err
    assert "Traceback" not in project.err
