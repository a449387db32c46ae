"""What a coach says, beside what a waiting change would make of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from django.db import models

from coaches.desk.field_words import label, spoken
from coaches.models.claims import HasMeeting
from coaches.models.coach import Coach
from coaches.models.revision import Revision
from coaches.models.vetting_question import VettingQuestion

ABOUT = ("headline", "own_words", "email", *(field.name for field in HasMeeting._meta.local_fields))
"""What no question covers."""


@dataclass(frozen=True)
class Claim:
    """A field in words. `proposed` is what the coach wants it to say, if anything else."""

    label: str
    value: str
    link: str
    proposed: str | None


def claims_of(coach: Coach, names: Iterable[str], revision: Revision | None) -> list[Claim]:
    """These fields of a listing, beside what a waiting change would make of them."""
    proposed = revision.proposed if revision else {}
    return [
        Claim(
            label=label(Coach, name),
            value=spoken(Coach, name, getattr(coach, name)),
            link=getattr(coach, name) if isinstance(Coach._meta.get_field(name), models.URLField) else "",
            proposed=spoken(Coach, name, proposed[name]) if name in proposed else None,
        )
        for name in names
    ]


def as_read(coach: Coach, question: VettingQuestion) -> str:
    """A mark of the claims that one question covers: another one once any of them has changed."""
    said = [spoken(Coach, name, getattr(coach, name)) for name in question.claims]
    return sha256("\0".join(said).encode()).hexdigest()[:16]
