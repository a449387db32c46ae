"""The steps that a listing can take now, at the hands of one person, and why others wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.models.coach import Coach
from coaches.models.status import MOVES, Status
from coaches.vetting.permissions import User


@dataclass(frozen=True)
class StepContext:
    """What the steps depend on. `missing`: what is missing to publish. `own`: this person checked something.

    `unseen`: something was found since it was published, which the public does not see.
    """

    coach: Coach
    user: User
    missing: Sequence[str]
    shown: bool
    own: bool
    unseen: bool

    @property
    def status(self) -> Status:
        return Status(self.coach.status)

    def may(self, permission: str) -> bool:
        return self.user.has_perm(f"coaches.{permission}")


def possible(now: StepContext) -> list[str]:
    """The steps by their names: ask_for_agreement, take_up, mark_ready, publish, refuse, remove."""
    moves = MOVES[now.status]
    steps = []
    if now.may("vet_coach"):
        if _may_be_asked(now):
            steps.append("ask_for_agreement")
        if Status.IN_REVIEW in moves:
            steps.append("take_up")
        if Status.READY in moves and not now.missing:
            steps.append("mark_ready")
    if now.may("publish_coach"):
        if _awaits_publishing(now) and not now.missing and not now.own:
            steps.append("publish")
        if Status.REFUSED in moves and now.coach.published_at is None:
            steps.append("refuse")
        elif Status.REMOVED in moves:
            steps.append("remove")
    return steps


def hints(now: StepContext) -> list[StrOrPromise]:
    """Why the next step is not there."""
    told: list[StrOrPromise] = []
    if now.status == Status.IN_REVIEW and now.missing:
        told.append(_("It can be marked ready once nothing is missing."))
    if _awaits_publishing(now):
        if not now.may("publish_coach"):
            told.append(_("A curator publishes it."))
        elif now.own:
            told.append(_("You checked something here, so someone else publishes it."))
        elif now.missing:
            told.append(_("It can be published once nothing is missing."))
    if now.unseen:
        told.append(_("The public sees what was found since it was published once it is published again."))
    if now.status == Status.PAUSED:
        told.append(_("The coach has paused it, and only the coach brings it back."))
    if now.status == Status.DRAFT:
        told.append(_("The coach has not confirmed their address yet, so there is nothing to decide."))
    return told


def _may_be_asked(now: StepContext) -> bool:
    waits = now.status in (Status.APPLIED, Status.IN_REVIEW, Status.READY)
    return waits and now.coach.consented_at is None


def _awaits_publishing(now: StepContext) -> bool:
    return now.status == Status.READY or (now.status == Status.LISTED and (not now.shown or now.unseen))
