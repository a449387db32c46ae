"""The directory's list with 1,000 and with 100,000 listings, on PostgreSQL, page by page in turn."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests.services import postgres

SMALL, LARGE = 1_000, 100_000
ROUNDS = 15
PAGES: Mapping[str, str] = {
    "no filter": "/coaches/",
    "filtered": "/coaches/?goal=pivot&stage=middle&language=en&fee=150-199&fee=200-299",
    "one filter, by fee": "/coaches/?goal=pivot&sort=fee",
    "a page in the middle": "/coaches/?goal=pivot&page=7",
    "a rare word": "/coaches/?q=optician",
    "a common word": "/coaches/?q=sessions",
    "a name with a typo": "/coaches/?q=Guttierez",
}


class Site:
    """The site in a process of its own, with so many listings; see `tests.benchmarks.directory_site`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, what: str, path: str = "") -> float:
        """One number: seconds of a `page`, its `queries`, or seconds to `build` the index."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps([what, path]), file=self._process.stdin, flush=True)
        return float(json.loads(self._process.stdout.readline()))


def measure() -> None:
    """Fill two databases, ask both sites in turn, and print medians and ratios."""
    with postgres.server(os.environ.get("DATABASE_URL")) as url, ExitStack() as stack:
        small, large = (stack.enter_context(_site(url, size)) for size in (SMALL, LARGE))
        builds = [median(site.ask("build") for _ in range(3)) for site in (small, large)]
        print(f"\nthe directory              {SMALL:9,} {LARGE:12,} listings, whole page, ms   queries")
        for name, path in PAGES.items():
            queries = [site.ask("queries", path) for site in (small, large)]
            times = [(small.ask("page", path), large.ask("page", path)) for _ in range(ROUNDS)]
            low, high = (median(side) * 1000 for side in zip(*times, strict=True))
            asked = " and ".join(f"{number:.0f}" for number in dict.fromkeys(queries))
            print(f"  {name:<24} {low:9.1f} {high:12.1f}   {high / low:4.2f} times   {asked:>10}")
        print(f"  building the index       {builds[0] * 1000:9.1f} {builds[1] * 1000:12.1f}   after a change")


@contextmanager
def _site(server: str, size: int) -> Iterator[Site]:
    name = f"whichway_bench_{size}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name}")
    environment = {
        **os.environ,
        "DATABASE_URL": urlunsplit(urlsplit(server)._replace(path=f"/{name}")),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    root = Path(__file__).parents[2]
    for command in (["manage.py", "migrate", "--verbosity", "0"], ["-m", "tests.benchmarks.invented", str(size)]):
        subprocess.run([sys.executable, *command], env=environment, cwd=root, check=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.directory_site"],
        env=environment,
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Site(process)
    finally:
        process.communicate(timeout=20)
