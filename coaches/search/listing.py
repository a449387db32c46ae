"""What the index reads of each listing that is published: one query, no model instances."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import starmap
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Subquery

from coaches.listings.coach import Coach
from coaches.vetting.checks import Check
from coaches.vetting.questions import Question


class Listing(NamedTuple):
    """A published listing as far as facets and orders need it; names are those of `Coach` and the annotations below."""

    pk: int
    slug: str
    credential: str
    credential_met: bool
    last_checked: date | None
    goals: list[str]
    stages: list[str]
    industries: list[str]
    languages: list[str]
    currency: str
    session_fee_low: int | None
    package_fee_low: int | None
    sliding_scale: bool | None
    free_call: bool | None
    meetings: list[str]
    time_zone: str
    refers_for: list[str]
    accepting: bool | None
    accepting_confirmed_on: date | None


def read_listings(on: date) -> Iterator[Listing]:
    """Every listing that is published on a day, in no order."""
    met = Check.objects.counting(on).filter(coach=OuterRef("pk"), question=Question.CREDENTIAL)
    newest = Check.objects.filter(coach=OuterRef("pk"), checked_on__isnull=False).order_by("-checked_on")
    rows = (
        Coach.objects.published(on)
        .annotate(credential_met=Exists(met), last_checked=Subquery(newest.values("checked_on")[:1]))
        .order_by()
        .values_list(*Listing._fields)
    )
    return starmap(Listing, rows)
