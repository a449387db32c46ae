"""What a production server says at its start, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.project.test_production import GIVEN

START = """
from pathlib import Path
from django.conf import settings
settings.STATIC_ROOT = Path({folder!r})
from django.core.management import call_command
import django
django.setup()
for command in {commands!r}:
    call_command(*command, verbosity=0, interactive=False)
import triage.wsgi
"""
MIGRATE, COLLECT = ("migrate",), ("collectstatic",)


def said_at_the_start(folder: Path, *commands: tuple[str, ...], database: str = "") -> list[str]:
    """The lines in the log of a server that starts after these commands."""
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "triage.settings",
        **GIVEN,
        "DATABASE_URL": database or f"sqlite:///{folder}/some.sqlite3",
    }
    done = subprocess.run(
        [sys.executable, "-c", START.format(folder=str(folder / "static"), commands=commands)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [line.partition("triage.infrastructure.startup: ")[2] or line for line in done.stderr.splitlines()]


def test_a_server_with_everything_starts_in_silence(tmp_path: Path) -> None:
    assert said_at_the_start(tmp_path, MIGRATE, COLLECT) == []


def test_what_was_forgotten_is_a_line_each_and_the_server_starts(tmp_path: Path) -> None:
    collect, migrate = said_at_the_start(tmp_path)
    assert collect.startswith("Static files were not collected: run `manage.py collectstatic")
    assert migrate.startswith("Migrations to run: ")
    assert migrate.endswith("Run `manage.py migrate`.")


def test_a_single_migration_that_was_not_run_is_named(tmp_path: Path) -> None:
    migrate = said_at_the_start(tmp_path, MIGRATE, ("migrate", "triage", "0002"))[-1]
    assert migrate == "Migrations to run: 1, triage.0003_polls first. Run `manage.py migrate`."


def test_a_database_that_does_not_answer_is_one_line_and_the_server_starts(tmp_path: Path) -> None:
    away = said_at_the_start(tmp_path, database="postgresql://whichway:secret@127.0.0.1:9/whichway")[-1]
    assert away.startswith("The database cannot be used: OperationalError connection failed")
    assert "secret" not in away
