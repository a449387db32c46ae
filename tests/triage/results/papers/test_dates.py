from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from tests.people import WELL
from tests.triage.sharing.people import ISSUED, MARA, snapshot_of
from triage.questionnaires import registry
from triage.results.papers.dates import calendar, months_later

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
A_LITTLE_TIRED = {**WELL, "sleep": "badly"}
AGAIN = ("watch_again", "date_look_again")
HEALTH = r"mood|health|therap|counsel|coach|care\b|crisis|feel|depress|worry|anx|result|whichway\.|https?:|/r/"


def made(answers: Any, issued: date = ISSUED) -> bytes:
    return calendar(snapshot_of(answers, issued).letter, issued, NOW)


def entries(answers: Any, issued: date = ISSUED) -> list[tuple[str, date]]:
    read = Calendar.from_ical(made(answers, issued))
    return [(str(entry["summary"]), entry.decoded("dtstart")) for entry in read.walk("VEVENT")]


def test_the_three_month_check_is_always_there() -> None:
    assert entries(MARA) == [("Three-month check", date(2027, 2, 22))]


def test_looking_again_is_there_where_it_was_advised() -> None:
    assert entries(A_LITTLE_TIRED) == [
        ("Look again", date(2026, 12, 13)),
        ("Three-month check", date(2027, 2, 22)),
    ]
    advised = [[piece.when for piece in registry.questionnaire().advice if piece.id == name] for name in AGAIN]
    assert advised[0] == advised[1]


def test_titles_and_texts_tell_nothing_about_health_and_hold_no_link() -> None:
    texts = made(A_LITTLE_TIRED).decode()
    told = [line for line in texts.splitlines() if not line.startswith(("PRODID", "UID"))]
    assert re.findall(HEALTH, "\n".join(told), re.IGNORECASE) == []


def test_the_file_is_one_that_every_calendar_reads() -> None:
    lines = made(A_LITTLE_TIRED).decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert all("\n" not in line and len(line.encode()) <= 75 for line in lines)
    read = Calendar.from_ical(made(A_LITTLE_TIRED))
    assert (str(read["version"]), bool(read["prodid"])) == ("2.0", True)
    for entry in read.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(entry)
        assert (entry.decoded("dtend") - entry.decoded("dtstart")).days == 1
        assert entry.decoded("dtstamp") == NOW
    uids = [str(entry["uid"]) for entry in read.walk("VEVENT")]
    assert len(set(uids)) == len(uids)


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 11, 22), date(2027, 2, 22)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 9, 30), date(2026, 12, 30)),
        (date(2026, 12, 31), date(2027, 3, 31)),
    ],
)
def test_three_months_later_is_a_day_that_exists(day: date, later: date) -> None:
    assert months_later(day, 3) == later
