"""Proposing, accepting and declining changes of a listing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from coaches.letters import tell
from coaches.models.coach import Coach
from coaches.models.revision import Revision, State
from coaches.models.vetting_question import QUESTION_OF
from coaches.today import today
from coaches.vetting.permissions import User, refuse_unless

BY_THE_COACH = "by the coach"

OWN = ("name", "headline", "own_words", "email")
"""Fields that no check covers but that somebody reads before they are shown."""

FREE = (
    "languages", "meetings", "place", "country", "time_zone", "accepting", "website", "public_email", "phone",
)  # fmt: skip
"""Fields that a coach changes at once."""

REVIEWED = (*OWN, *QUESTION_OF)
"""Fields of which a change waits for somebody to look at it."""


@transaction.atomic
def propose(*, coach: Coach, values: Mapping[str, Any]) -> Revision | None:
    """Change what is free at once, and leave what differs of the rest for review, in place of an earlier proposal.

    `values` are clean values by field. Returns None if nothing is left for review.
    """
    locked = Coach.objects.select_for_update().get(pk=coach.pk)
    free = {name: values[name] for name in FREE if name in values and getattr(locked, name) != values[name]}
    for name, value in free.items():
        setattr(locked, name, value)
    if free:
        locked._change_reason = BY_THE_COACH
        locked.save()
    proposed = {
        name: _plain(values[name]) for name in REVIEWED if name in values and getattr(locked, name) != values[name]
    }
    Revision.objects.waiting().filter(coach=locked).update(state=State.WITHDRAWN, decided_at=timezone.now())
    return Revision.objects.create(coach=locked, proposed=proposed) if proposed else None


@transaction.atomic
def confirm_openings(*, coach: Coach, accepting: bool) -> None:
    """Write down whether the coach takes new clients, as they say today."""
    locked = Coach.objects.select_for_update().get(pk=coach.pk)
    locked.accepting, locked.accepting_confirmed_on = accepting, today()
    locked._change_reason = BY_THE_COACH
    locked.save()


@transaction.atomic
def accept(*, revision: Revision, by: User) -> Coach:
    """Take the proposed values over. The checks of changed claims are to be made again."""
    refuse_unless(by, "coaches.vet_coach")
    coach, locked = _waiting(revision)
    for name, value in locked.proposed.items():
        field = Coach._meta.get_field(name)
        setattr(coach, name, field.to_python(value) if isinstance(field, models.Field) else value)
    coach.full_clean()
    coach._history_user, coach._change_reason = by, "proposed by the coach"
    coach.save()
    _decide(locked, State.ACCEPTED, by)
    return coach


@transaction.atomic
def decline(*, revision: Revision, by: User, reason: str) -> None:
    """Leave the listing as it is, for a reason that the coach is told."""
    refuse_unless(by, "coaches.vet_coach")
    if not reason.strip():
        raise ValidationError(_("Give the reason: the coach is told."), code="reason")
    coach, locked = _waiting(revision)
    locked.reason = reason.strip()
    _decide(locked, State.DECLINED, by)
    tell(coach, "declined", revision=locked)


def _waiting(revision: Revision) -> tuple[Coach, Revision]:
    # The listing first, always, so that two who decide at once never wait for each other.
    coach = Coach.objects.select_for_update().get(pk=revision.coach_id)
    locked = Revision.objects.select_for_update().get(pk=revision.pk)
    if locked.state != State.WAITING:
        raise ValidationError(_("Somebody has decided this already."), code="decided")
    return coach, locked


def _decide(revision: Revision, state: State, by: User) -> None:
    revision.state, revision.decided_by_id, revision.decided_at = state, by.pk, timezone.now()
    revision.save()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
