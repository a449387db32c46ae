"""What "published" means: what a listing needs to be shown, in words and for the database alike, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Exists, Model, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.models.check import Check, Finding
from coaches.models.red_flag import RedFlag
from coaches.models.vetting_question import VettingQuestion
from coaches.vocabulary.choices import Credential

ICF = (Credential.ACC, Credential.PCC, Credential.MCC)
"""Credentials that are renewed every three years, so that there is always a last day."""


@dataclass(frozen=True)
class Requirement:
    """Something that must be true of a listing. `missing` says what is to be done where it is not."""

    id: str
    missing: StrOrPromise
    holds: Callable[[date], Q]


def _any(rows: QuerySet[Any]) -> Q:
    return Q(Exists(rows))


def _met(question: VettingQuestion, on: date) -> Q:
    return _any(Check.objects.counting(on).filter(coach=OuterRef("pk"), question=question))


def _standing(on: date) -> Q:
    return _met(VettingQuestion.CREDENTIAL, on) | _met(VettingQuestion.TRACK_RECORD, on)


def _in_date(on: date) -> Q:
    return Q(credential_expires_on__gte=on) | (Q(credential_expires_on=None) & ~Q(credential__in=ICF))


def _second_person(on: date) -> Q:
    own = Check.objects.filter(coach=OuterRef("pk"), checked_by=OuterRef("published_by")).exclude(
        finding=Finding.NOT_CHECKED
    )
    return Q(published_by__isnull=False) & ~_any(own)


def _covered(on: date) -> Q:
    counting = Check.objects.counting(on).filter(coach=OuterRef("pk"))
    seen, later = (counting.filter(**{f"stands_since__{side}": OuterRef("published_at")}) for side in ("lte", "gt"))
    standing = (VettingQuestion.CREDENTIAL, VettingQuestion.TRACK_RECORD)
    return (
        Q(published_at__isnull=False)
        & ~_any(later.filter(question__in=(VettingQuestion.TERMS, VettingQuestion.REFER_OUT)))
        & (~_any(later.filter(question__in=standing)) | _any(seen.filter(question__in=standing)))
    )


PUBLISHABLE: Sequence[Requirement] = (
    Requirement("consent", _("The coach has not agreed to be listed."), lambda on: Q(consented_at__isnull=False)),
    Requirement("standing", _("Neither the credential nor the track record is met."), _standing),
    Requirement("terms", _("Fees and terms are not met."), lambda on: _met(VettingQuestion.TERMS, on)),
    Requirement("refer_out", _("The refer-out policy is not met."), lambda on: _met(VettingQuestion.REFER_OUT, on)),
    Requirement(
        "no_red_flag",
        _("A red flag is open."),
        lambda on: ~_any(RedFlag.objects.open().filter(coach=OuterRef("pk"))),
    ),
    Requirement(
        "nothing_run_out",
        _("A check has run out."),
        lambda on: ~_any(Check.objects.run_out(on).filter(coach=OuterRef("pk"))),
    ),
    Requirement("in_date", _("The credential has run out, or its last day is not known."), _in_date),
)
"""What must hold before anyone may publish."""

PUBLISHED: Sequence[Requirement] = (
    *PUBLISHABLE,
    Requirement("second_person", _("Whoever published it also checked something."), _second_person),
    Requirement("covered", _("Something was checked after it was published: publish it again."), _covered),
)
"""What must hold while it is shown."""


def holding(requirements: Sequence[Requirement], on: date) -> list[Q]:
    """Conditions for `filter` that keep the listings of which all these hold."""
    return [requirement.holds(on) for requirement in requirements]


def as_annotations(requirements: Sequence[Requirement], on: date) -> dict[str, Case]:
    """A boolean `holds_<id>` for each."""
    return {
        f"holds_{requirement.id}": Case(
            When(requirement.holds(on), then=Value(True)), default=Value(False), output_field=BooleanField()
        )
        for requirement in requirements
    }


def lacking(coach: Model, requirements: Sequence[Requirement]) -> list[Requirement]:
    """Those that do not hold of a listing that was read `with_requirements`."""
    return [each for each in requirements if not getattr(coach, f"holds_{each.id}")]


def in_words(requirements: Sequence[Requirement]) -> list[str]:
    """What is to be done about requirements that do not hold."""
    return [str(each.missing) for each in requirements]
