"""A changed claim takes its check back: what is shown as checked is what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from coaches.models.check import Check, Finding
from coaches.models.vetting_question import QUESTION_OF, VettingQuestion


def changed_questions(coach: models.Model, stored: Mapping[str, Any]) -> frozenset[VettingQuestion]:
    """The questions whose claims differ from what was stored of a listing."""
    return frozenset(question for field, question in QUESTION_OF.items() if getattr(coach, field) != stored[field])


def retract(*, coach_id: int, questions: Iterable[VettingQuestion]) -> None:
    """Set these checks back to "not checked"."""
    made = Check.objects.filter(coach_id=coach_id, question__in=list(questions))
    for check in made.exclude(finding=Finding.NOT_CHECKED):
        check.finding = Finding.NOT_CHECKED
        check.evidence = check.evidence_link = check.said = ""
        check.checked_by = check.checked_on = check.valid_until = check.met_since = None
        check._change_reason = "the listing changed"
        check.save()
