"""Raising a red flag, and settling it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from coaches.models.coach import Coach
from coaches.models.red_flag import RedFlag
from coaches.today import today
from coaches.vetting.permissions import User, refuse_unless


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
    """Say how a red flag was settled. Only a curator may, once, and never whoever raised it."""
    refuse_unless(by, "coaches.publish_coach")
    if not settlement.strip():
        raise ValidationError(_("Say how it was settled."), code="settlement")
    locked = RedFlag.objects.select_for_update().get(pk=flag.pk)
    if locked.settled_on is not None:
        raise ValidationError(_("This red flag is settled already."), code="settled")
    if locked.seen_by_id == by.pk:
        raise ValidationError(_("You raised this red flag: someone else settles it."), code="own")
    locked.settled_on, locked.settled_by_id, locked.settlement = today(), by.pk, settlement.strip()
    locked._history_user = by
    locked.save()
