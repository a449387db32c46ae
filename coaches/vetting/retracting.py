"""A changed claim takes its check back: what is shown as checked is what was checked."""

from __future__ import annotations

from collections.abc import Iterable

from coaches.listings.coach import Coach
from coaches.vetting.checks import Check, Finding
from coaches.vetting.questions import QUESTION_OF, Question


def changed_questions(coach: Coach) -> frozenset[Question]:
    """The questions whose claims differ from what is stored of this listing."""
    stored = Coach.objects.filter(pk=coach.pk).values(*QUESTION_OF).first() or {}
    return frozenset(QUESTION_OF[field] for field, value in stored.items() if getattr(coach, field) != value)


def retract(*, coach: Coach, questions: Iterable[Question]) -> None:
    """Set these checks back to "not checked"."""
    for check in Check.objects.filter(coach=coach, question__in=list(questions)).exclude(finding=Finding.NOT_CHECKED):
        check.finding = Finding.NOT_CHECKED
        check.evidence = check.evidence_link = check.said = ""
        check.checked_by = check.checked_on = check.valid_until = check.met_since = None
        check._change_reason = "the listing changed"
        check.save()
