"""Applications until their e-mail address is confirmed."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from coaches.models.coach import Coach
from coaches.models.status import Status
from coaches.own_pages.links import CONFIRM


@transaction.atomic
def discard(drafts: QuerySet[Coach]) -> int:
    """Delete those of these listings that are drafts, and their histories, too. Returns how many."""
    locked = list(drafts.filter(status=Status.DRAFT).order_by("pk").select_for_update().values_list("pk", flat=True))
    Coach.objects.filter(pk__in=locked).delete()
    # Deleting writes into the history as well, and what nobody confirmed is nobody's to keep.
    Coach.history.filter(id__in=locked).delete()
    return len(locked)


def discard_old(now: datetime) -> int:
    """Delete drafts whose link has expired. Returns how many."""
    return discard(Coach.objects.filter(applied_at__lt=now - timedelta(seconds=CONFIRM.seconds)))
