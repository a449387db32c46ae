"""How listings come about: what is asked, what a finding means, why a listing goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from babel.numbers import format_decimal
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django_stubs_ext import StrOrPromise

from coaches.models.check import VALID_DAYS, Finding
from coaches.models.openings import FRESH_DAYS
from coaches.models.published import PUBLISHABLE
from coaches.models.red_flag import Sign
from coaches.models.vetting_question import VettingQuestion
from coaches.vocabulary.choices import Credential
from coaches.vocabulary.names import locale

MEANING: dict[Finding, StrOrPromise] = {
    Finding.MET: _("We looked, and it holds."),
    Finding.PARTLY: _("Some of it holds; the listing says what does not."),
    Finding.NOT_MET: _("We looked, and it does not hold."),
    Finding.NOT_CHECKED: _(
        "We have not looked yet, or the coach has changed it since. It says nothing for or against."
    ),
}
"""What the four findings mean."""


@dataclass(frozen=True)
class Tier:
    """What one tier of the International Coaching Federation asks for, in hours."""

    credential: Credential
    education: int
    experience: int
    mentoring: int
    more: StrOrPromise = ""

    @property
    def hours(self) -> tuple[str, ...]:
        """Training, coaching and mentoring, as numbers are written where the reader lives."""
        return tuple(
            format_decimal(each, locale=locale()) for each in (self.education, self.experience, self.mentoring)
        )


TIERS: Sequence[Tier] = (
    Tier(Credential.ACC, 60, 100, 10),
    Tier(Credential.PCC, 125, 500, 10),
    Tier(Credential.MCC, 200, 2500, 10, _("and a PCC before")),
)
TIERS_CHECKED = date(2026, 11, 22)
"""Source: the International Coaching Federation's requirements. The day they were last looked at."""


@require_safe
@cache_control(private=True, no_cache=True)
def how_we_vet(request: HttpRequest) -> HttpResponse:
    """All of it, made from what the site itself goes by."""
    return render(
        request,
        "coaches/how_we_vet.html",
        {
            "questions": [
                (question.label, question.record.asked, question.record.looked_at) for question in VettingQuestion
            ],
            "findings": [(finding, MEANING[finding]) for finding in Finding],
            "publishable": [requirement.missing for requirement in PUBLISHABLE],
            "signs": [sign.label for sign in Sign],
            "tiers": TIERS,
            "tiers_checked": TIERS_CHECKED,
            "valid_days": VALID_DAYS,
            "fresh_days": FRESH_DAYS,
        },
    )
