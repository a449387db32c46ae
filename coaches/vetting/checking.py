"""Writing down what was found: checks, evidence and red flags."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from coaches.listings.coach import Coach
from coaches.listings.queries import today
from coaches.vetting.checks import VALID_DAYS, Check, Finding
from coaches.vetting.flags import RedFlag
from coaches.vetting.people import User, refuse_unless
from coaches.vetting.questions import Question
from coaches.vetting.requirements import ICF


@transaction.atomic
def record_check(
    *,
    coach: Coach,
    question: Question,
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
    held = check.finding == Finding.MET and check.valid_until is not None and check.valid_until >= today()
    check.finding = finding
    check.evidence, check.evidence_link, check.said = evidence.strip(), evidence_link.strip(), said.strip()
    if finding == Finding.NOT_CHECKED:
        check.checked_by = check.checked_on = check.valid_until = None
    else:
        _refuse_unfounded(locked, check)
        check.checked_by_id, check.checked_on = by.pk, today()
        check.valid_until = _until(locked, question, valid_until)
    check.met_since = (check.met_since if held else timezone.now()) if finding == Finding.MET else None
    check._history_user = by
    check.save()
    if question == Question.CREDENTIAL and finding != Finding.NOT_CHECKED:
        locked.credential_checked_on = today()
        locked._history_user = by
        locked.save()
    return check


def _refuse_unfounded(coach: Coach, check: Check) -> None:
    if not check.evidence and not check.evidence_link:
        raise ValidationError(_("Say what this finding rests on: a text or a link."), code="evidence")
    dated = check.question != Question.CREDENTIAL or coach.credential not in ICF
    if check.finding == Finding.MET and not dated and coach.credential_expires_on is None:
        raise ValidationError(_("First enter the credential's last day, as its register shows it."), code="expires")


def _until(coach: Coach, question: Question, wished: date | None) -> date:
    latest = today() + timedelta(days=VALID_DAYS)
    if question == Question.CREDENTIAL and coach.credential_expires_on is not None:
        latest = max(today(), min(latest, coach.credential_expires_on))
    if wished is not None and not today() <= wished <= latest:
        raise ValidationError(
            _("This check can hold until %(latest)s at most, and not end before today."),
            code="valid_until",
            params={"latest": latest.isoformat()},
        )
    return wished or latest


@transaction.atomic
def raise_red_flag(*, coach: Coach, sign: str, evidence: str, by: User, evidence_link: str = "") -> RedFlag:
    """Write down a red flag: the listing is not shown until it is settled. Raises as `record_check` does."""
    refuse_unless(by, "coaches.vet_coach")
    if not evidence.strip():
        raise ValidationError(_("Say what was seen, and where."), code="evidence")
    flag = RedFlag(
        coach=coach,
        sign=sign,
        evidence=evidence.strip(),
        evidence_link=evidence_link,
        seen_by_id=by.pk,
        seen_on=today(),
    )
    flag._history_user = by
    flag.save()
    return flag


@transaction.atomic
def settle_red_flag(*, flag: RedFlag, settlement: str, by: User) -> None:
    """Say how a red flag was settled. Only a curator may."""
    refuse_unless(by, "coaches.publish_coach")
    if not settlement.strip():
        raise ValidationError(_("Say how it was settled."), code="settlement")
    locked = RedFlag.objects.select_for_update().get(pk=flag.pk)
    locked.settled_on, locked.settled_by_id, locked.settlement = today(), by.pk, settlement.strip()
    locked._history_user = by
    locked.save()
