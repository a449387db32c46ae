"""A PostgreSQL server for one run of the tests: on a Unix socket in a temporary folder, gone afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.services.postgres_programs import programs
from tests.services.unavailable import Unavailable
from tests.services.unprivileged import Account, run, unprivileged_account

# Nothing here outlives the run, so nothing needs to reach the disk.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@contextmanager
def server(given_url: str | None = None) -> Iterator[str]:
    """The URL of a server: the given one, or one started here."""
    if given_url:
        if not given_url.startswith(("postgres://", "postgresql://")):
            raise Unavailable("DATABASE_URL must name a PostgreSQL server for the tests; or leave it unset.")
        yield given_url
        return
    account = unprivileged_account()
    # Under /tmp whatever TMPDIR says: the path of a Unix socket may have little more than a hundred characters.
    folder = Path(tempfile.mkdtemp(prefix="whichway-pg-", dir="/tmp"))
    try:
        if account:
            os.chown(folder, account.uid, account.gid)
        with _running(folder, account):
            yield f"postgresql://whichway@{quote(str(folder), safe='')}/postgres"
    finally:
        shutil.rmtree(folder)


@contextmanager
def _running(folder: Path, account: Account | None) -> Iterator[None]:
    tools = programs(folder, account)
    data = str(folder / "data")
    make = ["--pgdata", data, "--username", "whichway", "--auth", "trust", "--encoding", "UTF8"]
    run([str(tools / "initdb"), *make, "--locale", "C.UTF-8", "--no-sync"], folder, account)
    control = [str(tools / "pg_ctl"), "--pgdata", data, "--wait", "--silent"]
    listen = f"-k {folder} -c listen_addresses= {FAST}"
    run([*control, "--log", str(folder / "log"), "--options", listen, "start"], folder, account)
    try:
        yield
    finally:
        run([*control, "--mode", "immediate", "stop"], folder, account)
