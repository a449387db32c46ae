"""Filling a database with invented listings, all of them vetted and published as real ones are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, models, transaction
from django.utils import timezone

from coaches.models.change import note_change
from coaches.models.check import VALID_DAYS, Check, Finding
from coaches.models.coach import CONSENT, Coach
from coaches.models.status import Status
from coaches.models.vetting_question import VettingQuestion
from coaches.samples.enacting import invented_staff
from coaches.today import today
from tests.benchmarks.invented.people import ICF_TIERS, Inventor

BATCH = 2000


@transaction.atomic
def fill(*, number: int) -> None:
    """Add so many listings. Raises `ImproperlyConfigured` outside of the demo, or beside listings that are real."""
    if not settings.DEMO:
        raise ImproperlyConfigured("Invented listings belong into the demo only: set WHICHWAY_ENV=demo.")
    if Coach.objects.filter(invented=False).exists():
        raise ImproperlyConfigured("There are listings here that are not invented: use another database.")
    staff = invented_staff()
    start = 1 + (Coach.objects.aggregate(last=models.Max("pk"))["last"] or 0)
    inventor = Inventor(today(), Random(start))
    for first in range(start, start + number, BATCH):
        coaches = list(inventor.coaches(first, min(BATCH, start + number - first)))
        _publish(coaches, inventor, staff.researcher, staff.curator)
    note_change()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE coaches_coach, coaches_check")


def _publish(coaches: list[Coach], inventor: Inventor, researcher: User, curator: User) -> None:
    published = timezone.now()
    for coach in coaches:
        coach.status = Status.LISTED
        coach.published_by, coach.published_at = curator, published
        coach.consented_at, coach.consent = published - timedelta(days=40), CONSENT
    # Round the guards, for these few lines: one by one it would take hours. That all of it holds is tested.
    unguarded: models.QuerySet[Coach] = models.QuerySet(Coach)
    unguarded.bulk_create(coaches)
    Check.objects.bulk_create(check for coach in coaches for check in _checks(coach, inventor, researcher))


def _checks(coach: Coach, inventor: Inventor, researcher: User) -> Iterator[Check]:
    draw = inventor.random
    required = {VettingQuestion.TERMS, VettingQuestion.REFER_OUT}
    required.add(VettingQuestion.CREDENTIAL if coach.credential in ICF_TIERS else VettingQuestion.TRACK_RECORD)
    for question in VettingQuestion:
        finding = Finding.MET if question in required else draw.choices(list(Finding), (55, 15, 5, 25))[0]
        if finding == Finding.NOT_CHECKED:
            continue
        checked_on = inventor.on - timedelta(days=draw.randint(0, 330))
        until = checked_on + timedelta(days=VALID_DAYS)
        if question == VettingQuestion.CREDENTIAL and coach.credential_expires_on:
            until = min(until, coach.credential_expires_on)
        yield Check(
            coach=coach,
            question=question,
            finding=finding,
            evidence="Invented, like the coach.",
            said="Nothing was checked: this coach is invented.",
            checked_by=researcher,
            checked_on=checked_on,
            valid_until=until,
            stands_since=coach.published_at - timedelta(days=1) if coach.published_at else None,
        )
