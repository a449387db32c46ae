"""Asking a coach about a report, hearing the answer, and closing it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from coaches.letters import tell
from coaches.models.report import Report
from coaches.today import today
from coaches.vetting.permissions import User, refuse_unless


@transaction.atomic
def ask(*, report: Report, question: str, by: User) -> None:
    """Ask the coach in our own words. Raises `ValidationError` for no words, or for the reporter's very own."""
    refuse_unless(by, "coaches.change_report")
    if not question.strip():
        raise ValidationError(_("Write what you want to know from the coach."), code="asked")
    if question.strip() == report.text.strip():
        raise ValidationError(_("Ask in your own words: the reporter's could tell the coach who it was."), code="asked")
    locked = _open(report)
    locked.asked, locked.asked_at = question.strip(), timezone.now()
    locked.save()
    tell(locked.coach, "asked", report=locked)


@transaction.atomic
def answer(*, report: Report, text: str) -> None:
    """The coach's right of reply."""
    if not text.strip():
        raise ValidationError(_("Write your answer."), code="answer")
    locked = _open(report)
    if locked.asked_at is None:
        raise ValidationError(_("We have not asked about this."), code="answer")
    locked.answer, locked.answered_at = text.strip(), timezone.now()
    locked.save()


@transaction.atomic
def close(*, report: Report, outcome: str, by: User) -> None:
    """Write down what came of it."""
    refuse_unless(by, "coaches.change_report")
    if not outcome.strip():
        raise ValidationError(_("Write what came of it."), code="outcome")
    locked = _open(report)
    locked.outcome, locked.closed_on, locked.closed_by_id = outcome.strip(), today(), by.pk
    locked.save()


def _open(report: Report) -> Report:
    locked = Report.objects.select_for_update().select_related("coach").get(pk=report.pk)
    if locked.closed_on is not None:
        raise ValidationError(_("This report is closed."), code="closed")
    return locked
