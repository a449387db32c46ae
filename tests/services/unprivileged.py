"""PostgreSQL refuses to run as root, so root's test run lends it a humbler account."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.services.unavailable import Unavailable


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int


def unprivileged_account() -> Account | None:
    """Whom to run a server as; None means as oneself."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in known:
            return Account(known[name].pw_uid, known[name].pw_gid)
    raise Unavailable("PostgreSQL cannot run as root, and there is neither a user postgres nor nobody.")


def run(command: list[str], folder: Path, account: Account | None) -> None:
    """Run a program in the folder, as the account; raise what it said when it fails."""
    # To a file and not a pipe: a server that it starts would inherit the pipe and hold it open.
    with (folder / "output").open("w+") as output:
        done = subprocess.run(
            command,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8"},
            stdout=output,
            stderr=subprocess.STDOUT,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
            check=False,
        )
        if done.returncode:
            output.seek(0)
            raise Unavailable(f"{command[0]} failed:\n{output.read()}")
