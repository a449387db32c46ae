"""The file of dates, imported into a calendar program (khal) and read from what it then shows."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils.timezone import localdate

from tests.people import WELL
from tests.triage.visits import Visitor
from triage.results.papers.dates import months_later

SETTINGS = """[calendars]
[[dates]]
path = {folder}/dates
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
timeformat = %H:%M
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


@pytest.fixture
def exported(client: Client, tmp_path: Path) -> Path:
    """The file that somebody who sleeps badly gets from the result page."""
    Visitor(client, {**WELL, "sleep": "badly"}).walk()
    file = tmp_path / "dates.ics"
    file.write_bytes(client.get("/quiz/result/dates/").content)
    return file


def khal(folder: Path, *arguments: str) -> list[str]:
    """The lines that the program prints; it knows nothing but this folder."""
    settings = folder / "khal.conf"
    settings.write_text(SETTINGS.format(folder=folder), encoding="utf-8")
    (folder / "dates").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "khal", "-c", str(settings), *arguments]
    own = {**os.environ, "HOME": str(folder), "TZ": "UTC"}
    return subprocess.run(command, env=own, check=True, capture_output=True, text=True).stdout.splitlines()


def test_a_calendar_program_shows_the_dates_as_whole_days(exported: Path, tmp_path: Path) -> None:
    khal(tmp_path, "import", "--batch", "-a", "dates", str(exported))
    today = localdate()
    shown = khal(tmp_path, "list", "--day-format", "", "--format", "{title}|{start-date}|{all-day}", str(today), "365d")
    assert [line for line in shown if line] == [
        f"Look again|{today + timedelta(days=21)}|True",
        f"Three-month check|{months_later(today, 3)}|True",
    ]


def test_taking_the_dates_in_twice_does_not_show_them_twice(exported: Path, tmp_path: Path) -> None:
    for _ in range(2):
        khal(tmp_path, "import", "--batch", "-a", "dates", str(exported))
    shown = khal(tmp_path, "list", "--day-format", "", "--format", "{title}", str(localdate()), "365d")
    assert sorted(line for line in shown if line) == ["Look again", "Three-month check"]
