"""What a server says in its log when it starts, in one line for each thing that was forgotten."""

from __future__ import annotations

import logging

from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor

from triage.infrastructure.database_faults import described

log = logging.getLogger(__name__)


def report_what_is_missing() -> None:
    """Static files that were not collected, migrations that were not run, a database that does not answer.

    The site starts all the same: most of it works without any of them, and crisis help does.
    """
    if _lacks_static_files():
        log.error("Static files were not collected: run `manage.py collectstatic --no-input`, then start again.")
    try:
        missing = _missing_migrations()
    except (DatabaseError, InterfaceError) as error:
        log.error("The database cannot be used: %s %s", type(error).__name__, described(error))
    else:
        if missing:
            log.error("Migrations to run: %d, %s first. Run `manage.py migrate`.", len(missing), missing[0])
    finally:
        # Of the process that starts; those that serve open their own.
        connection.close()


def _lacks_static_files() -> bool:
    # Of the storages that go by a manifest; the others have no such list.
    return not getattr(staticfiles_storage, "hashed_files", True)


def _missing_migrations() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]
