"""When what was checked of a listing runs out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import DateField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Least
from django.utils.translation import gettext as _

from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.coach_queries import CoachQuerySet

NEVER = date.max
"""Stands for a day that is not known, so that it sorts last."""

HELD = (Finding.MET, Finding.PARTLY)


def with_end(coaches: CoachQuerySet) -> CoachQuerySet:
    """Each with `ends_on`: the first day that ends something which was checked, or `NEVER`."""
    checks = Check.objects.filter(coach=OuterRef("pk"), finding__in=HELD).order_by("valid_until")
    never = Value(NEVER, DateField())
    return coaches.annotate(
        ends_on=Least(
            Coalesce("credential_expires_on", never),
            Coalesce(Subquery(checks.values("valid_until")[:1], output_field=DateField()), never),
        )
    )


def ending(coach: Coach, checks: Iterable[Check], until: date) -> list[tuple[str, date]]:
    """What runs out up to a day, by name, the first first."""
    found = [
        (check.get_question_display(), check.valid_until)
        for check in checks
        if check.finding in HELD and check.valid_until is not None and check.valid_until <= until
    ]
    if coach.credential_expires_on is not None and coach.credential_expires_on <= until:
        found.append((_("the credential itself"), coach.credential_expires_on))
    return sorted(found, key=lambda each: each[1])
