"""Reminding coaches of what runs out, and of openings that nobody has confirmed for a while."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from smtplib import SMTPException

from django.db.models import QuerySet

from coaches.letters import compose
from coaches.models.coach import Coach
from coaches.models.reminder import About, Reminder
from coaches.models.status import Status

log = logging.getLogger(__name__)

OPENINGS_DAYS = 60
"""After how many days a coach is asked whether their openings are still so."""


@dataclass
class Sent:
    """How many letters were sent, by what they are about, and how many could not be."""

    runs_out: int = 0
    openings: int = 0
    failed: int = 0


def remind(*, days: int, on: date) -> Sent:
    """Write one letter for each listing and each day on which something runs out within so many days.

    What was sent is remembered, so that nobody gets a letter twice, however often and however many at once this runs.
    A letter that the mail server did not take is tried again the next time.
    """
    sent = Sent()
    for coach, about, day in _due(days, on):
        reminder, is_new = Reminder.objects.get_or_create(coach=coach, about=about, day=day)
        if not is_new:
            continue
        try:
            compose(coach, about, day=day).send()
        except (OSError, SMTPException) as error:
            # Said without the address, which does not belong into a log.
            log.error("A reminder could not be sent: %s", type(error).__name__)
            reminder.delete()
            sent.failed += 1
            continue
        if about == About.RUNS_OUT:
            sent.runs_out += 1
        else:
            sent.openings += 1
    return sent


def _due(days: int, on: date) -> Iterator[tuple[Coach, About, date]]:
    for coach in Coach.objects.lapsing(days, on).filter(invented=False).prefetch_related("checks"):
        day = coach.runs_out_on()
        if day is not None and day >= on:
            yield coach, About.RUNS_OUT, day
    for coach in _unconfirmed(on):
        day = coach.accepting_confirmed_on or (coach.published_at.date() if coach.published_at else on)
        yield coach, About.OPENINGS, day


def _unconfirmed(on: date) -> QuerySet[Coach]:
    """Listed coaches who said whether they take clients, and have not said it again for long."""
    listed = Coach.objects.filter(status=Status.LISTED, invented=False, accepting__isnull=False)
    return listed.exclude(accepting_confirmed_on__gte=on - timedelta(days=OPENINGS_DAYS))
