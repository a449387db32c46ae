"""A sheet of paper for each first call: facts, the five questions, room for notes."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coaches.listing import answers, readers
from coaches.listing.facts import StatedFact
from coaches.listing.findings import credential, finding_of
from coaches.models.check import Finding
from coaches.models.coach import Coach
from coaches.models.vetting_question import FirstCall, VettingQuestion
from coaches.public.shortlist import drop_gone, read_shortlist


@dataclass(frozen=True)
class Sheet:
    """One coach's sheet: facts, and each question with what we found."""

    coach: Coach
    facts: tuple[StatedFact, ...]
    questions: tuple[tuple[FirstCall, Finding], ...]


def make_sheet(coach: Coach) -> Sheet:
    """The sheet for a first call with this coach. Reads `checks` as prefetched."""
    facts = (
        StatedFact("credential", str(_("Credential")), credential(coach)),
        StatedFact("session_fee", str(_("A session")), readers.session_fee(coach)),
        StatedFact("package_fee", str(_("A package")), readers.package_fee(coach)),
        StatedFact("free_call", str(_("Free first call")), readers.free_call(coach)),
        StatedFact("upfront", str(_("Paid upfront")), answers.choice("upfront")(coach)),
        StatedFact("meetings", str(_("Ways of meeting")), answers.words("meetings")(coach)),
        StatedFact("time_zone", str(_("Time zone")), answers.choice("time_zone")(coach)),
        StatedFact("accepting", str(_("Takes new clients")), readers.accepting(coach)),
        StatedFact("public_email", str(_("E-mail")), answers.mail("public_email")(coach)),
        StatedFact("phone", str(_("Telephone")), answers.telephone("phone")(coach)),
        StatedFact("website", str(_("Website")), answers.text("website")(coach)),
    )
    return Sheet(
        coach, facts, tuple((question.record.call, finding_of(coach, question)) for question in VettingQuestion)
    )


@require_safe
@never_cache
def call_sheet(request: HttpRequest) -> HttpResponse:
    """A sheet for each coach on the shortlist."""
    chosen = read_shortlist(request)
    response = render(
        request,
        "coaches/call_sheet.html",
        {
            "sheets": [make_sheet(coach) for coach in chosen.coaches],
            "slugs": [each.slug for each in chosen.coaches],
            "gone": [slug.replace("-", " ") for slug in chosen.gone],
            "invented": any(each.invented for each in chosen.coaches),
        },
    )
    drop_gone(response, chosen)
    return response
