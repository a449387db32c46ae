"""Taking down listings of which something ran out. Nobody sees them by then: it is their coaches who are told."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from coaches.models.coach import Coach
from coaches.vetting.lifecycle import lapse


def lapse_all(*, on: date) -> int:
    """Move what ran out before this day to lapsed, and tell the coaches. Returns how many."""
    found = list(Coach.objects.lapsing(-1, on).values_list("pk", flat=True))
    return sum(_lapse_if_still_so(pk, on) for pk in found)


@transaction.atomic
def _lapse_if_still_so(pk: int, on: date) -> bool:
    # Locked before it is asked again: a check may have been renewed, or somebody else may be at it.
    coach = Coach.objects.select_for_update().filter(pk=pk).first()
    if coach is None or not Coach.objects.lapsing(-1, on).filter(pk=pk).exists():
        return False
    lapse(coach=coach)
    return True
