"""Saying whether one takes new clients."""

from __future__ import annotations

from django.db import transaction

from coaches.editing.applying import BY_THE_COACH
from coaches.listings.coach import Coach
from coaches.listings.queries import today


@transaction.atomic
def confirm_openings(*, coach: Coach, accepting: bool) -> None:
    """Write down what the coach says today."""
    locked = Coach.objects.select_for_update().get(pk=coach.pk)
    locked.accepting, locked.accepting_confirmed_on = accepting, today()
    locked._change_reason = BY_THE_COACH
    locked.save()
