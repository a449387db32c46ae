"""Moves what happened to invented coaches into the past, so that a directory of today looks lived in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models

from coaches.models.check import Check
from coaches.models.coach import Coach
from coaches.samples.stories import Story

WAIT = 9
"""Days from an application to its checks, where the story gives no other."""


def age(lived: Mapping[int, Story]) -> None:
    """Move each listing (by its id) back by the days of its story.

    Everything of a listing moves by the same, so that what followed what stays as it was. Only dates of invented
    listings are touched; this is why it may write past the guards.
    """
    coaches = list(Coach.objects.filter(pk__in=lived, invented=True))
    for coach in coaches:
        story = lived[coach.pk]
        _back(coach, story.checked_ago, *_COACH)
        waited = story.checked_ago + WAIT if story.applied_ago is None else story.applied_ago
        coach.applied_at -= timedelta(days=waited)
        if coach.consented_at:
            coach.consented_at -= timedelta(days=waited)
    _write(Coach, coaches, *_COACH, "applied_at", "consented_at")
    checks = list(Check.objects.filter(coach__in=coaches))
    for check in checks:
        _back(check, lived[check.coach_id].checked_ago, *_CHECK)
    _write(Check, checks, *_CHECK)
    _age_history(Coach.history.filter(id__in=[coach.pk for coach in coaches]), lived, "id", _COACH)
    _age_history(Check.history.filter(coach__in=coaches), lived, "coach_id", _CHECK)


_COACH = ("published_at", "credential_expires_on", "accepting_confirmed_on")
_CHECK = ("checked_on", "valid_until", "stands_since")


def _age_history(entries: Any, lived: Mapping[int, Story], key: str, fields: tuple[str, ...]) -> None:
    rows = list(entries)
    for row in rows:
        _back(row, lived[getattr(row, key)].checked_ago, "history_date", *fields)
    _write(entries.model, rows, "history_date", *fields)


def _back(row: Any, days: int, *fields: str) -> None:
    for field in fields:
        value: date | datetime | None = getattr(row, field)
        if value is not None:
            setattr(row, field, value - timedelta(days=days))


def _write(model: type[models.Model], rows: list[Any], *fields: str) -> None:
    # Writes over the rows that are there, in a fraction of the time that `bulk_update` takes.
    table: models.QuerySet[models.Model] = models.QuerySet(model)
    table.bulk_create(rows, update_conflicts=True, update_fields=fields, unique_fields=[model._meta.pk.name])
