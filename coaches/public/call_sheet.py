"""A sheet of paper for each first call: facts, the five questions, room for notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_stubs_ext import StrOrPromise

from coaches.listing import answers, readers
from coaches.listing.facts import StatedFact
from coaches.listing.findings import credential, finding_of
from coaches.models.check import Finding
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion
from coaches.public.shortlist import drop_gone, read_shortlist


@dataclass(frozen=True)
class ToAsk:
    """A question for a first call, what a good answer holds, and what to be wary of."""

    question: VettingQuestion
    ask: StrOrPromise
    good: StrOrPromise
    wary: StrOrPromise


# The five questions and the signs are the career coaching guide's; the words are ours.
QUESTIONS: Sequence[ToAsk] = (
    ToAsk(
        VettingQuestion.CREDENTIAL,
        _("What training do you have, and who can confirm your credential?"),
        _("Names the school and the credential, and where you can look it up."),
        _("Only titles of their own making; will not say where it can be checked."),
    ),
    ToAsk(
        VettingQuestion.TRACK_RECORD,
        _("Tell me about two or three people in a place like mine. What came of it?"),
        _("Cases without names that resemble yours in stage, field and goal; also one that went less well."),
        _("Only success, only famous employers, or names of clients."),
    ),
    ToAsk(
        VettingQuestion.METHOD,
        _("How would we work: in a session, between sessions, and after three months?"),
        _("Plain words: how it begins, what you do in between, a day to look back and decide anew."),
        _("Whatever comes up on the day; no way to see progress; no wish to look back together."),
    ),
    ToAsk(
        VettingQuestion.TERMS,
        _("What does all of it cost, what do I pay when, and what if I want to stop?"),
        _("One number for the whole, and refunds and cancellations sent to you in writing."),
        _("A price that ends today, or pressure to pay for a long package during this call."),
    ),
    ToAsk(
        VettingQuestion.REFER_OUT,
        _("Which troubles are not yours to work on, and what do you do when one shows?"),
        _("Names examples, such as depression or trauma, and says to which licensed people clients are sent."),
        _("Says nothing is out of reach, offers to treat it, or guarantees a result."),
    ),
)
"""The question about referring on comes last and tells the most."""


@dataclass(frozen=True)
class Sheet:
    """One coach's sheet: facts, and each question with what we found."""

    coach: Coach
    facts: tuple[StatedFact, ...]
    questions: tuple[tuple[ToAsk, Finding], ...]


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
    return Sheet(coach, facts, tuple((each, finding_of(coach, each.question)) for each in QUESTIONS))


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
