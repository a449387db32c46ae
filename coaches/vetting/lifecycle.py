"""Every step in the life of a listing. Nothing else changes a status."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from coaches.letters import tell
from coaches.models.coach import CONSENT, Coach
from coaches.models.guards import Guarded
from coaches.models.published import PUBLISHABLE, in_words, lacking
from coaches.models.status import MOVES, Status
from coaches.vetting.permissions import User, refuse_unless


class NotReady(ValidationError):
    """Something is missing; `messages` say what, one each."""


@transaction.atomic
def apply_to_be_listed(*, coach: Coach) -> None:
    """The coach confirmed their address, and with it that they want to be listed."""
    locked = _locked(coach)
    _consent(locked)
    _move(locked, Status.APPLIED, reason="applied")


@transaction.atomic
def ask_for_agreement(*, coach: Coach, by: User) -> None:
    """Write to a coach who did not apply, such as one who was imported: nobody is listed without agreeing."""
    refuse_unless(by, "coaches.vet_coach")
    locked = _locked(coach)
    if locked.consented_at is not None:
        raise ValidationError(_("The coach has agreed already."), code="agreed")
    tell(locked, "agree")


@transaction.atomic
def agree(*, coach: Coach) -> None:
    """The coach agrees to be listed, without having applied. It changes nothing if they had agreed before."""
    locked = _locked(coach)
    if _consent(locked):
        _save(locked, by=None, reason="agreed to be listed")


@transaction.atomic
def take_up(*, coach: Coach, by: User, reason: str = "") -> None:
    """Begin to look at a listing, or look at it again."""
    refuse_unless(by, "coaches.vet_coach")
    _move(_locked(coach), Status.IN_REVIEW, by=by, reason=reason)


@transaction.atomic
def mark_ready(*, coach: Coach, by: User) -> None:
    """Hand a listing over to whoever publishes. Raises `NotReady`."""
    refuse_unless(by, "coaches.vet_coach")
    locked = _locked(coach)
    _refuse_unready(locked)
    _move(locked, Status.READY, by=by)


@transaction.atomic
def publish(*, coach: Coach, by: User) -> None:
    """Show a listing, again if it was published before. Raises `NotReady`, also for someone who checked it.

    Raises `Guarded` for one that its coach has paused.
    """
    refuse_unless(by, "coaches.publish_coach")
    locked = _locked(coach)
    if locked.status == Status.PAUSED:
        raise Guarded(_("The coach has paused this listing, and only the coach brings it back."))
    own = locked.checks.filter(checked_by=by.pk).exists()
    _refuse_unready(locked, [_("You checked something here: someone else has to publish it.")] if own else [])
    locked.published_at, locked.published_by_id = timezone.now(), by.pk
    if locked.status == Status.LISTED:
        _save(locked, by=by, reason="published again")
    else:
        _move(locked, Status.LISTED, by=by)
        tell(locked, "listed")


@transaction.atomic
def pause(*, coach: Coach) -> None:
    """The coach does not want to be found for a while."""
    _move(_locked(coach), Status.PAUSED, reason="at the coach's wish")


@transaction.atomic
def resume(*, coach: Coach) -> None:
    """The coach wants to be found again: as published, so far as that still holds. Raises `Guarded` if not paused."""
    locked = _locked(coach)
    if locked.status != Status.PAUSED:
        raise Guarded(_("Only a paused listing can be resumed."))
    _move(locked, Status.LISTED, reason="at the coach's wish")


@transaction.atomic
def lapse(*, coach: Coach) -> None:
    """Take down a listing of which something ran out, and tell the coach."""
    locked = _locked(coach)
    _move(locked, Status.LAPSED, reason="something ran out")
    tell(locked, "lapsed")


@transaction.atomic
def refuse(*, coach: Coach, by: User, reason: str) -> None:
    """Refuse an application, for a reason that the coach is told."""
    refuse_unless(by, "coaches.publish_coach")
    _end(coach, Status.REFUSED, by=by, reason=reason)


@transaction.atomic
def remove(*, coach: Coach, by: User, reason: str) -> None:
    """Take a listing down for good, for a reason that the coach is told."""
    refuse_unless(by, "coaches.publish_coach")
    _end(coach, Status.REMOVED, by=by, reason=reason)


@transaction.atomic
def leave(*, coach: Coach) -> None:
    """The coach does not want to be listed any more; their agreement ends with it."""
    locked = _locked(coach)
    locked.consented_at = locked.consent = None
    locked.status_reason = _("At your own wish.")
    _move(locked, Status.REMOVED, reason="at the coach's wish")


def _end(coach: Coach, status: Status, *, by: User, reason: str) -> None:
    if not reason.strip():
        raise ValidationError(_("Give the reason: the coach is told."), code="reason")
    locked = _locked(coach)
    locked.status_reason = reason.strip()
    _move(locked, status, by=by, reason=reason.strip())
    tell(locked, status.value)


def _consent(coach: Coach) -> bool:
    if coach.consented_at is not None:
        return False
    coach.consented_at, coach.consent = timezone.now(), CONSENT
    return True


def _locked(coach: Coach) -> Coach:
    return Coach.objects.select_for_update().get(pk=coach.pk)


def _refuse_unready(coach: Coach, more: Sequence[str] = ()) -> None:
    read = Coach.objects.with_requirements().get(pk=coach.pk)
    missing = [*in_words(lacking(read, PUBLISHABLE)), *more]
    if missing:
        raise NotReady(missing)


def _move(coach: Coach, status: Status, *, by: User | None = None, reason: str = "") -> None:
    if status not in MOVES[Status(coach.status)]:
        raise Guarded(
            _("A listing that is “%(old)s” cannot become “%(new)s”.")
            % {"old": coach.get_status_display(), "new": status.label}
        )
    if status not in (Status.REFUSED, Status.REMOVED):
        coach.status_reason = ""
    coach.status = status
    _save(coach, by=by, reason=reason)


def _save(coach: Coach, *, by: User | None, reason: str) -> None:
    coach._moving = True
    coach._history_user = by
    coach._change_reason = reason
    coach.save()
