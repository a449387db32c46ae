"""From a database URL to Django's setting, with what each of the two databases needs."""

from __future__ import annotations

from typing import Any

import dj_database_url

SQLITE_OPTIONS = {
    # Readers and the one writer do not block each other, and a second writer waits instead of failing.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    "timeout": 5,
    "transaction_mode": "IMMEDIATE",
}


def database(url: str) -> dict[str, Any]:
    config: dict[str, Any] = {**dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)}
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {**config.get("OPTIONS", {}), **SQLITE_OPTIONS}
    return config
