"""The Makefile in a copy of the project in which nothing was made yet; only the installed environment is lent to it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
MADE = shutil.ignore_patterns(
    ".git", ".venv", "var", "test-results", "__pycache__", ".*_cache", ".hypothesis", ".coverage*"
)
# What a person's shell has, and nothing of this run's settings.
BARE = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "fresh copy"
    shutil.copytree(ROOT, folder, ignore=MADE)
    (folder / ".venv").symlink_to((ROOT / ".venv").resolve())
    return folder


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    # The Python that made the environment, or it would have to be made anew.
    command = ["make", *words, f"PYTHON={sys.executable}"]
    return subprocess.run(command, cwd=folder, env=BARE, capture_output=True, text=True, check=False)


@contextmanager
def running(command: list[str], folder: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A server in a process group of its own, which is told to stop as by Ctrl-C."""
    process = subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=60)


def read(process: subprocess.Popen[bytes], url: str) -> str:
    """What the server answers, as soon as it does."""
    while True:
        try:
            with urlopen(url, timeout=30) as response:
                answer: str = response.read().decode()
                return answer
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            assert process.poll() is None, "the server did not start"
            time.sleep(0.2)


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.mark.parametrize("target", ["help", "templates", "project-checks", "clean"])
def test_each_target_works_first_thing(copy: Path, target: str) -> None:
    done = make(copy, target)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (ROOT / ".venv" / "bin" / "python").exists()


def test_make_run_first_thing_serves_pages_with_their_style(copy: Path) -> None:
    port = free_port()
    with running(["make", "run", f"PORT={port}", f"PYTHON={sys.executable}"], copy, BARE) as process:
        page = read(process, f"http://127.0.0.1:{port}/")
        style = re.search(r'href="(/static/[^"]+\.css)"', page)
        assert style
        assert "{" in read(process, f"http://127.0.0.1:{port}{style[1]}")
