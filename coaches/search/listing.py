"""What the index reads of each listing that is published: one query, no model instances."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Subquery, TextField
from django.db.models.functions import Cast

from coaches.models.check import Check
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion
from coaches.vocabulary.fields import WordsField


class Listing(NamedTuple):
    """A published listing as far as facets and orders need it; names are those of `Coach` and the annotations below."""

    pk: int
    slug: str
    credential: str
    credential_met: bool
    last_checked: date | None
    goals: Sequence[str]
    stages: Sequence[str]
    industries: Sequence[str]
    languages: Sequence[str]
    currency: str
    session_fee_low: int | None
    package_fee_low: int | None
    sliding_scale: bool | None
    free_call: bool | None
    meetings: Sequence[str]
    time_zone: str
    refers_for: Sequence[str]
    accepting: bool | None
    accepting_confirmed_on: date | None


_WORDS = frozenset(field.name for field in Coach._meta.get_fields() if isinstance(field, WordsField))


def read_listings(on: date) -> Iterator[Listing]:
    """Every listing that is published on a day, in no order."""
    seen = Check.objects.filter(coach=OuterRef("pk"), stands_since__lte=OuterRef("published_at"))
    met, newest = seen.counting(on).filter(question=VettingQuestion.CREDENTIAL), seen.order_by("-checked_on")
    # Lists as they are stored: few differ, and reading each of them anew would take longer than all the rest.
    columns = [Cast(name, TextField()) if name in _WORDS else name for name in Listing._fields]
    reads = [_words if name in _WORDS else None for name in Listing._fields]
    rows = (
        Coach.objects.published(on)
        .annotate(credential_met=Exists(met), last_checked=Subquery(newest.values("checked_on")[:1]))
        .order_by()
        .values_list(*columns)
    )
    for row in rows.iterator():
        yield Listing._make(value if read is None else read(value) for value, read in zip(row, reads, strict=True))


@lru_cache(maxsize=100_000)
def _words(stored: str) -> Sequence[str]:
    return tuple(json.loads(stored))
