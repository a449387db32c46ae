"""A listing as a row of the list, the shortlist or any other page that names several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from coaches.listing import readers
from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.openings import is_accepting
from coaches.models.vetting_question import VettingQuestion
from coaches.today import today
from coaches.vocabulary import names
from coaches.vocabulary.choices import Credential, Meeting


@dataclass(frozen=True)
class Mark:
    """What one of the five questions came to: `finding` is an id for the looks, `words` say it."""

    question: str
    finding: str
    words: str


@dataclass(frozen=True)
class ListRow:
    """What a row shows of a listing on a day."""

    coach: Coach
    marks: Sequence[Mark]
    credential: str
    credential_checked_on: date | None
    fee: str
    terms: Sequence[str]
    meetings: str
    languages: str
    is_accepting: bool


def rows_of(ids: Sequence[int]) -> list[ListRow]:
    """The rows of these listings in this order, without those that are not published (any more): two queries."""
    on = today()
    checks = Prefetch("checks", Check.objects.defer("evidence", "evidence_link", "said"))
    coaches = Coach.objects.published(on).filter(pk__in=ids).prefetch_related(checks).in_bulk()
    return [row_of(coaches[pk], on) for pk in ids if pk in coaches]


def row_of(coach: Coach, on: date) -> ListRow:
    """The row of a listing whose `checks` are prefetched."""
    checks = coach.seen_checks()
    credential = checks.get(VettingQuestion.CREDENTIAL)
    met = credential is not None and credential.finding == Finding.MET and coach.credential != Credential.NONE
    return ListRow(
        coach=coach,
        marks=[_mark(question, checks.get(question)) for question in VettingQuestion],
        credential=str(readers.credential(coach)),
        credential_checked_on=credential.checked_on if met and credential is not None else None,
        fee=str(readers.session_fee(coach)),
        terms=list(_terms(coach)),
        meetings=_listed(Meeting(meeting).label for meeting in coach.meetings),
        languages=_listed(names.language(code) for code in coach.languages),
        is_accepting=is_accepting(coach.accepting, coach.accepting_confirmed_on, on),
    )


def _mark(question: VettingQuestion, check: Check | None) -> Mark:
    if check is None:
        return Mark(str(question.label), Finding.NOT_CHECKED.value, str(Finding.NOT_CHECKED.label))
    return Mark(str(question.label), check.finding, str(Finding(check.finding).label))


def _terms(coach: Coach) -> Iterable[str]:
    if coach.sliding_scale:
        yield _("sliding scale")
    if coach.free_call and coach.free_call_minutes:
        yield _("free first call of %d minutes") % coach.free_call_minutes
    elif coach.free_call:
        yield _("free first call")


def _listed(names: Iterable[object]) -> str:
    return ", ".join(str(name) for name in names)
