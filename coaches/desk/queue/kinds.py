"""Listings that wait for the desk, each kind by its name: on the first page and in the filter of the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.models.coach_queries import CoachQuerySet
from coaches.models.published import PUBLISHED
from coaches.models.revision import State
from coaches.models.status import Status

SOON = 30
"""Days ahead within which something that runs out is pointed out."""


def _status(status: Status) -> Callable[[CoachQuerySet], CoachQuerySet]:
    return lambda coaches: coaches.filter(status=status).order_by("applied_at")


def invisible(coaches: CoachQuerySet) -> CoachQuerySet:
    """Listed ones that nobody sees, since a requirement does not hold. Each has its `holds_<id>`."""
    lacking = Q()
    for requirement in PUBLISHED:
        lacking |= Q(**{f"holds_{requirement.id}": False})
    return coaches.filter(status=Status.LISTED).with_requirements().filter(lacking).order_by("published_at")


def _reported(coaches: CoachQuerySet) -> CoachQuerySet:
    return coaches.filter(reports__isnull=False, reports__closed_on=None).distinct()


KINDS: Mapping[str, tuple[StrOrPromise, Callable[[CoachQuerySet], CoachQuerySet]]] = {
    "applied": (_("Applications"), _status(Status.APPLIED)),
    "in_review": (_("In review"), _status(Status.IN_REVIEW)),
    "ready": (_("Ready to publish"), _status(Status.READY)),
    "lapsing": (_("Running out within 30 days"), lambda coaches: coaches.lapsing(SOON)),
    "reports": (_("Open reports"), _reported),
    "changes": (
        _("Changes to review"),
        lambda coaches: coaches.filter(revisions__state=State.WAITING).order_by("revisions__submitted_at"),
    ),
    "invisible": (_("Listed, but not shown"), invisible),
    "unseen": (_("Found since it was published"), lambda coaches: coaches.unseen()),
}
"""What each is called, and how to find it."""
