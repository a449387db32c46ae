"""Fills an empty directory with invented coaches."""

from __future__ import annotations

from django.db import transaction

from coaches.models.coach import Coach
from coaches.samples.backdating import age
from coaches.samples.enacting import enact_aftermath, invented_staff, vet
from coaches.samples.stories import stories, ways


class RealListings(Exception):
    """The directory has listings of real coaches, among which no invented one may stand."""


@transaction.atomic
def load() -> int:
    """Load them unless they are there. Returns how many were loaded. Raises `RealListings`."""
    told = stories()
    if Coach.objects.filter(slug__in=[story.claims["slug"] for story in told]).exists():
        return 0
    if Coach.objects.filter(invented=False).exists():
        raise RealListings
    by, found = invented_staff(), ways()
    lived = [(story, vet(story, found, by, number)) for number, story in enumerate(told)]
    age({coach.pk: story for story, coach in lived})
    for story, coach in lived:
        enact_aftermath(story, coach, by)
    return len(lived)
