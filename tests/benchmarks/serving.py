"""A real server in a process of its own, and the processor time that it takes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory

TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """A running server; `cpu` is what its processes have used so far, in seconds."""

    def __init__(self, port: int, process: subprocess.Popen[bytes]) -> None:
        self.port = port
        self._process = process

    def connect(self) -> HTTPConnection:
        """A connection that is kept open."""
        return HTTPConnection("127.0.0.1", self.port, timeout=20)

    def cpu(self) -> float:
        """Processor time of the server and its workers, user and system, in seconds."""
        return sum(_cpu(pid) for pid in (self._process.pid, *_children(self._process.pid)))


@contextmanager
def serving(application: str) -> Iterator[Server]:
    """Serve a WSGI application with one worker, as `make run` does."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with TemporaryDirectory() as folder:
        settings = {"WHICHWAY_ENV": "demo", "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3"}
        options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "granian",
                *options,
                "--log-level",
                "error",
                "--workers-kill-timeout",
                "1s",
                application,
            ],
            env={**os.environ, **settings},
            cwd=Path(__file__).parents[2],
        )
        server = Server(port, process)
        try:
            _wait(server, process)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if process.poll() is not None:
            raise RuntimeError("the server did not start")
        try:
            connection = server.connect()
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server does not answer")


def _cpu(pid: int) -> float:
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / TICKS


def _children(pid: int) -> list[int]:
    found = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return found + [deeper for child in found for deeper in _children(child)]
