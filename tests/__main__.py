"""All tests on both databases: `python -m tests`. Ends with the closing line of a run of pytest."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.services import chromium, postgres
from tests.services.unavailable import Unavailable

WORKERS = ["-n", "auto", "--maxprocesses", "4"]
# Tests that share something dear run on one worker. Only where no browser is: this way keeps no order.
BY_GROUP = ["--dist", "loadgroup"]


def run(title: str, options: list[str], environment: dict[str, str]) -> int:
    print(f"\n{title}", flush=True)
    command = [sys.executable, "-m", "pytest", *WORKERS, *options]
    return subprocess.run(command, env={**os.environ, **environment}, check=False).returncode


def main() -> int:
    browser = chromium.find_or_install()
    given = os.environ.pop("DATABASE_URL", None)
    counted = "engine and not uncounted"
    sqlite = {"EXPECTED_DATABASE": "sqlite"}
    failed = run("The engine, with its branches counted", [*BY_GROUP, "-m", counted, "--cov"], sqlite)
    failed = failed or run("On SQLite", [*BY_GROUP, "-m", f"not browser and not ({counted})"], sqlite)
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
