"""The plan's dates as a calendar file. It says nothing of health, and holds no link."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from triage.results.letter_format import Letter


def calendar(letter: Letter, issued: date, now: datetime) -> bytes:
    """An iCalendar file (RFC 5545) with whole-day entries, counted from the day the result was issued."""
    file = Calendar()
    file.add("prodid", "-//Whichway//Dates//EN")
    file.add("version", "2.0")
    for piece in letter.due:
        day = months_later(issued, piece.months) + timedelta(days=piece.days)
        file.add_component(_entry(_(piece.title), _(piece.text), day, now))
    return bytes(file.to_ical())


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + year, month + 1, 1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first.replace(day=1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def _entry(title: str, text: str, day: date, now: datetime) -> Event:
    entry = Event()
    entry.add("uid", str(uuid4()))
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", title)
    entry.add("description", text)
    entry.add("transp", "TRANSPARENT")
    # It stands in a calendar that others may see: nothing about it is theirs.
    entry.add("class", "PRIVATE")
    return entry
