"""Signed and expiring: the links in letters, and what a coach's browser holds after one was opened.

Nothing of them is stored. Each is bound to the e-mail address that the listing has now, so that changing the address
ends what was sent to the older one; and those that open a listing end with the agreement to be listed.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core import signing
from django.urls import reverse
from django.utils.crypto import salted_hmac

from coaches.letters import whole_url
from coaches.models.coach import Coach

DAY = 24 * 60 * 60
HOUR = 60 * 60


@dataclass(frozen=True)
class LinkKind:
    """What a token is for, which no other kind opens, and how long it lasts."""

    salt: str
    seconds: int
    ends_with_consent: bool = True


CONFIRM = LinkKind("coaches.editing.confirm", 7 * DAY, ends_with_consent=False)
EDIT = LinkKind("coaches.editing.edit", 3 * DAY)
VISIT = LinkKind("coaches.editing.visit", 2 * HOUR)


class InvalidLink(Exception):
    """The token opens nothing: it is not ours, or over."""


def token(kind: LinkKind, coach: Coach) -> str:
    """A token of this kind for a listing."""
    return _signer(kind).sign_object({"coach": coach.pk, "mark": _mark(kind, coach)})


def coach_of(kind: LinkKind, given: str) -> Coach:
    """The listing that a token is for. Raises `InvalidLink`."""
    try:
        said = _signer(kind).unsign_object(given, max_age=kind.seconds)
    except signing.BadSignature as error:
        raise InvalidLink from error
    coach = Coach.objects.filter(pk=said["coach"]).first()
    if coach is None or _mark(kind, coach) != said["mark"]:
        raise InvalidLink
    return coach


def confirm_url(coach: Coach) -> str:
    """The whole URL by which an application is confirmed."""
    return whole_url(reverse("confirm", args=[token(CONFIRM, coach)]))


def edit_url(coach: Coach) -> str:
    """The whole URL by which a coach reaches their listing."""
    return whole_url(reverse("mine_open", args=[token(EDIT, coach)]))


def _signer(kind: LinkKind) -> signing.TimestampSigner:
    # A colon ends a link in some mail programs; a dot within one does not.
    return signing.TimestampSigner(salt=kind.salt, sep=".")


def _mark(kind: LinkKind, coach: Coach) -> str:
    agreed = str(coach.consented_at) if kind.ends_with_consent else ""
    return salted_hmac(kind.salt, f"{coach.email} {agreed}").hexdigest()[:24]
