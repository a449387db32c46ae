from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler

from triage.infrastructure.databases import database


@pytest.mark.django_db
def test_this_run_uses_the_database_it_should() -> None:
    """`python -m tests` says which one it means; a run by hand uses SQLite or what DATABASE_URL names."""
    by_hand = "postgresql" if os.environ["DATABASE_URL"].startswith("postgres") else "sqlite"
    assert connection.vendor == os.environ.get("EXPECTED_DATABASE", by_hand)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db
def test_sqlite_waits_for_locks_and_reads_beside_a_writer(tmp_path: Path) -> None:
    config = database(f"sqlite:///{tmp_path}/some.sqlite3")
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    sqlite = ConnectionHandler({"default": config})["default"]
    try:
        with sqlite.cursor() as cursor:
            found = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "busy_timeout")]
        assert found == ["wal", 5000]
    finally:
        sqlite.close()
