"""All tests on both databases: `python -m tests`. Ends with the closing line of a run of pytest."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.services import chromium, postgres
from tests.services.unavailable import Unavailable

# By groups: tests that share something dear run on one worker.
WORKERS = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadgroup"]


def run(title: str, options: list[str], environment: dict[str, str]) -> int:
    print(f"\n{title}", flush=True)
    command = [sys.executable, "-m", "pytest", *WORKERS, *options]
    return subprocess.run(command, env={**os.environ, **environment}, check=False).returncode


def main() -> int:
    browser = chromium.find_or_install()
    given = os.environ.pop("DATABASE_URL", None)
    failed = run("On SQLite", ["-m", "not browser", "--cov"], {"EXPECTED_DATABASE": "sqlite"})
    if failed:
        return failed
    with postgres.server(given) as url:
        environment = {"DATABASE_URL": url, "EXPECTED_DATABASE": "postgresql", "CHROMIUM": browser}
        # What is not marked cannot reach a database, pytest-django sees to that: once is enough for it.
        return run("On PostgreSQL, and in a browser", ["-m", "browser or django_db"], environment)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Unavailable as error:
        sys.exit(f"\n{error}")
