"""Writing down what was found of one of the five questions."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from coaches.models.check import VALID_DAYS, Check, Finding
from coaches.models.coach import Coach
from coaches.models.published import ICF
from coaches.models.vetting_question import VettingQuestion
from coaches.today import today
from coaches.vetting.permissions import User, refuse_unless


@transaction.atomic
def record_check(
    *,
    coach: Coach,
    question: VettingQuestion,
    finding: Finding,
    by: User,
    evidence: str = "",
    evidence_link: str = "",
    said: str = "",
    valid_until: date | None = None,
) -> Check:
    """Write down what one of the five questions came to, today. A year is as long as it can hold.

    Raises `ValidationError` where evidence, a date or the credential's last day is missing, and `PermissionDenied` for
    someone who may not check.
    """
    refuse_unless(by, "coaches.vet_coach")
    locked = Coach.objects.select_for_update().get(pk=coach.pk)
    check = Check.objects.filter(coach=locked, question=question).first() or Check(coach=locked, question=question)
    before = (check.finding, check.said)
    held = check.valid_until is not None and check.valid_until >= today()
    check.finding = finding
    check.evidence, check.evidence_link, check.said = evidence.strip(), evidence_link.strip(), said.strip()
    if finding == Finding.NOT_CHECKED:
        check.checked_by = check.checked_on = check.valid_until = check.stands_since = None
    else:
        _refuse_unfounded(locked, check)
        check.checked_by_id, check.checked_on = by.pk, today()
        check.valid_until = _until(locked, question, valid_until)
        if not held or (finding, check.said) != before:
            check.stands_since = timezone.now()
    check._history_user = by
    check.save()
    return check


def _refuse_unfounded(coach: Coach, check: Check) -> None:
    if not check.evidence and not check.evidence_link:
        raise ValidationError(_("Say what this finding rests on: a text or a link."), code="evidence")
    dated = check.question != VettingQuestion.CREDENTIAL or coach.credential not in ICF
    if check.finding == Finding.MET and not dated and coach.credential_expires_on is None:
        raise ValidationError(_("First enter the credential's last day, as its register shows it."), code="expires")


def _until(coach: Coach, question: VettingQuestion, wished: date | None) -> date:
    latest = today() + timedelta(days=VALID_DAYS)
    if question == VettingQuestion.CREDENTIAL and coach.credential_expires_on is not None:
        latest = max(today(), min(latest, coach.credential_expires_on))
    if wished is not None and not today() <= wished <= latest:
        raise ValidationError(
            _("This check can hold until %(latest)s at most, and not end before today."),
            code="valid_until",
            params={"latest": latest.isoformat()},
        )
    return wished or latest
