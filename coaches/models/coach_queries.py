"""Reading listings. `published` is the one door through which the public sees any."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q

from coaches.models.guards import refuse_in_bulk, refuse_new
from coaches.models.published import PUBLISHED, as_annotations, holding
from coaches.models.status import Status
from coaches.models.vetting_question import QUESTION_OF
from coaches.today import today

if TYPE_CHECKING:
    from coaches.models.coach import Coach


class CoachQuerySet(models.QuerySet["Coach"]):
    """Listings. Plain bulk writes are refused where they would go round the vetting."""

    def published(self, on: date | None = None) -> CoachQuerySet:
        """Listings that may be shown on a day: every requirement holds, whatever the status claims."""
        return self.filter(status=Status.LISTED).filter(*holding(PUBLISHED, on or today()))

    def with_requirements(self, on: date | None = None) -> CoachQuerySet:
        """Each with a boolean `holds_<id>` for every requirement, as of a day."""
        return self.annotate(**as_annotations(PUBLISHED, on or today()))

    def waiting(self) -> CoachQuerySet:
        """Listings that wait for us, the longest first."""
        return self.filter(status__in=[Status.APPLIED, Status.IN_REVIEW, Status.READY]).order_by("applied_at")

    def unseen(self) -> CoachQuerySet:
        """Listed ones of which something was found since they were published, the longest first."""
        found = self.filter(status=Status.LISTED, checks__stands_since__gt=F("published_at"))
        return found.distinct().order_by("published_at")

    def lapsing(self, days: int, on: date | None = None) -> CoachQuerySet:
        """Listed or paused ones of which a check or the credential runs out within so many days, or has run out."""
        start = on or today()
        soon = start + timedelta(days=days)
        running_out = Q(credential_expires_on__lte=soon) | Q(
            checks__finding__in=["met", "partly"], checks__valid_until__lte=soon
        )
        return self.filter(running_out, status__in=[Status.LISTED, Status.PAUSED]).distinct()

    def update(self, **kwargs: Any) -> int:
        """As Django's, for fields that no check covers. Raises `Guarded` for the others."""
        refuse_in_bulk(kwargs, QUESTION_OF)
        return super().update(**kwargs)

    def bulk_create(
        self,
        objs: Iterable[Coach],
        batch_size: int | None = None,
        ignore_conflicts: bool = False,
        update_conflicts: bool = False,
        update_fields: Collection[str] | None = None,
        unique_fields: Collection[str] | None = None,
    ) -> list[Coach]:
        """As Django's, for listings that begin as new ones do. Raises `Guarded` for others."""
        coaches: Sequence[Coach] = list(objs)
        for status in {coach.status for coach in coaches}:
            refuse_new(status)
        refuse_in_bulk(update_fields or (), QUESTION_OF)
        return super().bulk_create(
            coaches, batch_size, ignore_conflicts, update_conflicts, update_fields, unique_fields
        )
