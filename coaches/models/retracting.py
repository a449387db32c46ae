"""A changed claim takes its check back: what is shown as checked is what was checked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db import models

from coaches.models.check import Check, Finding
from coaches.models.vetting_question import QUESTION_OF, VettingQuestion


def changed_questions(
    coach: models.Model, stored: Mapping[str, Any], fields: Collection[str] | None = None
) -> frozenset[VettingQuestion]:
    """The questions whose claims differ from what was stored of a listing, or of these fields of it alone."""
    return frozenset(
        question
        for name, question in QUESTION_OF.items()
        if (fields is None or name in fields) and getattr(coach, name) != stored[name]
    )


def retract(*, coach_id: int, questions: Iterable[VettingQuestion]) -> None:
    """Set these checks back to "not checked"."""
    made = Check.objects.filter(coach_id=coach_id, question__in=list(questions))
    for check in made.exclude(finding=Finding.NOT_CHECKED):
        check.finding = Finding.NOT_CHECKED
        check.evidence = check.evidence_link = check.said = ""
        check.checked_by = check.checked_on = check.valid_until = check.stands_since = None
        check._change_reason = "the listing changed"
        check.save()
