"""A folder served over loopback as a static host serves it: from memory, on connections that stay open, in a process of its own.

In: a folder. Out: its address and a counter of the bytes sent. A server in the measuring process would share its lock with
the code that drives the browser, and a page's wait would be the server's.
"""

import asyncio
import contextlib
import multiprocessing
from collections.abc import Iterator, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".wasm": "application/wasm",
}


class Counter(Protocol):
    """Bytes of files sent so far; set to 0 to begin anew."""

    value: int


class Served(asyncio.Protocol):
    """One connection: each request is answered from memory, in order."""

    def __init__(self, answers: Mapping[str, tuple[int, bytes]], counted: Counter) -> None:
        self.answers, self.counted, self.asked = answers, counted, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        *requests, self.asked = (self.asked + data).split(b"\r\n\r\n")
        for request in requests:
            path = request.split(b" ", 2)[1].split(b"?")[0].decode()
            size, answer = self.answers.get(path, (0, _answer("404 Not Found", "", b"")))
            self.counted.value += size
            self.transport.write(answer)


def _answer(status: str, suffix: str, data: bytes) -> bytes:
    kind = KINDS.get(suffix, "application/octet-stream")
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data


def _serve(folder: Path, port: Connection, counted: Counter) -> None:
    answers = {}
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            answers[f"/{path.relative_to(folder).as_posix()}"] = len(data), _answer("200 OK", path.suffix, data)

    async def run() -> None:
        server = await asyncio.get_running_loop().create_server(lambda: Served(answers, counted), "127.0.0.1", 0)
        port.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


@contextlib.contextmanager
def served(folder: Path) -> Iterator[tuple[str, Counter]]:
    """The address of the folder, ending in /, and the counter; the folder is read once, at the start."""
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    counted: Counter = context.Value("q", 0)
    process = context.Process(target=_serve, args=(folder, theirs, counted), daemon=True)
    process.start()
    yield f"http://127.0.0.1:{mine.recv()}/", counted
    process.terminate()
    process.join()
