"""What happened to a listing: who changed what, when and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from coaches.desk.field_words import label, spoken
from coaches.models.check import Check
from coaches.models.coach import Coach
from coaches.models.red_flag import RedFlag

# Of each step: who made it and when stands beside it already.
_UNTOLD = {"id", "slug", "coach", "changed_at", "question"}


@dataclass(frozen=True)
class FieldChange:
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """One step. `changes` is empty for the first of its thing, which has nothing before it."""

    when: datetime
    who: str
    what: str
    why: str
    changes: Sequence[FieldChange]


def history(coach: Coach, most: int) -> list[Entry]:
    """The latest steps of a listing, its checks and its red flags, the latest first. Six queries."""
    entries = [
        *_entries(Coach, coach.history.all(), most),
        *_entries(Check, Check.history.filter(coach_id=coach.pk), most),
        *_entries(RedFlag, RedFlag.history.filter(coach_id=coach.pk), most),
    ]
    return sorted(entries, key=lambda entry: entry.when, reverse=True)[:most]


def _entries(model: type[models.Model], records: Any, most: int) -> Iterator[Entry]:
    earlier = records.model.objects.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    latest = (
        records.select_related("history_user")
        .annotate(before=Subquery(earlier.order_by("-history_id").values("history_id")[:1]))
        .order_by("-history_date", "-history_id")[:most]
    )
    # However many steps of others lie between, each has what it differs from.
    before = {record.pk: record for record in records.model.objects.filter(pk__in=latest.values("before"))}
    for record in latest:
        old = before.get(record.before)
        yield Entry(
            when=record.history_date,
            who=str(record.history_user) if record.history_user else _("the site, or the coach"),
            what=_what(model, record),
            why=record.history_change_reason or "",
            changes=_changes(model, old, record) if old else [],
        )


def _what(model: type[models.Model], record: Any) -> str:
    if model is Check:
        return _("Check: %(question)s, %(finding)s") % {
            "question": record.get_question_display(),
            "finding": record.get_finding_display(),
        }
    if model is RedFlag:
        return _("Red flag: %(sign)s") % {"sign": record.get_sign_display()}
    return _("Listing: %(status)s") % {"status": record.get_status_display()}


def _changes(model: type[models.Model], old: Any, new: Any) -> list[FieldChange]:
    # Not `diff_against`, which leaves out what no form may edit: the status first of all.
    found = []
    for field in new.tracked_fields:
        before, after = getattr(old, field.attname), getattr(new, field.attname)
        if field.name in _UNTOLD or isinstance(field, models.ForeignKey) or before == after:
            continue
        found.append(
            FieldChange(label(model, field.name), spoken(model, field.name, before), spoken(model, field.name, after))
        )
    return found
