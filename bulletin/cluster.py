"""A Dask cluster as the place where large work is done (extra `cluster`).

In: the address of a scheduler. Out: a `concurrent.futures.Executor`. The cluster's workers must see the site's folder under
the same path and have the same version of the program; what they give is the same, byte for byte. A worker that dies costs
time: Dask gives its tasks to another, and a task that Dask gives up is done on this computer.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from typing import Any

from bulletin.findings import Place, fail

PATIENCE_SECONDS = 20


class ClusterExecutor(Executor):
    """Dask's own executor, but for what it raises when it gives a task up."""

    def __init__(self, client: Any) -> None:
        self._executor = client.get_executor(pure=False)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()

        def settle(future: Any) -> None:
            error = future.exception() if not future.cancelled() else BrokenExecutor("cancelled")
            if error is None:
                done.set_result(future.result())
            elif type(error).__module__.startswith("distributed"):
                done.set_exception(BrokenExecutor(str(error)))
            else:
                done.set_exception(error)

        self._executor.submit(fn, *args, **kwargs).add_done_callback(settle)
        return done

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._executor.shutdown(wait=wait)


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The executor of the cluster at `address` (tcp://host:port). Raises BulletinError where there is none."""
    try:
        from distributed import Client
    except ImportError:
        raise fail("cluster-extra", Place("--workers")) from None
    try:
        client = Client(address, timeout=PATIENCE_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise fail("cluster-away", Place("--workers"), address=address, why=str(error).split(os.linesep)[0]) from None
    try:
        yield ClusterExecutor(client)
    finally:
        client.close()
