"""A changed claim takes its check back: what is shown as checked is what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from coaches.listings.coach import Coach
from coaches.listings.guards import STANDING
from coaches.vetting.checks import Check, Finding
from coaches.vetting.questions import QUESTION_OF, Question


def stored(coach: Coach) -> Mapping[str, Any] | None:
    """The claims and the standing of a listing as stored, if it is; nobody else changes them until we are done."""
    row: Mapping[str, Any] | None = (
        Coach.objects.select_for_update().values(*QUESTION_OF, *STANDING).filter(pk=coach.pk).first()
    )
    return row


def changed_questions(coach: Coach, stored: Mapping[str, Any]) -> frozenset[Question]:
    """The questions whose claims differ from what was stored."""
    return frozenset(question for field, question in QUESTION_OF.items() if getattr(coach, field) != stored[field])


def retract(*, coach: Coach, questions: Iterable[Question]) -> None:
    """Set these checks back to "not checked"."""
    for check in Check.objects.filter(coach=coach, question__in=list(questions)).exclude(finding=Finding.NOT_CHECKED):
        check.finding = Finding.NOT_CHECKED
        check.evidence = check.evidence_link = check.said = ""
        check.checked_by = check.checked_on = check.valid_until = check.met_since = None
        check._change_reason = "the listing changed"
        check.save()
