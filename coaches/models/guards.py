"""What must not happen to a listing by the way: a status set by hand, a claim or a status changed in bulk."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from coaches.models.status import FRESH, MOVES, Status


class Guarded(Exception):
    """Something tried to go round the vetting."""


STANDING = ("status", "status_reason", "consented_at", "consent", "published_at", "published_by_id")
"""Fields that only `coaches.vetting.lifecycle` sets."""


def refuse_new(status: str) -> None:
    """Raises `Guarded` unless a new listing can begin like this."""
    if status not in FRESH:
        raise Guarded(_("A new listing cannot begin as “%(status)s”.") % {"status": Status(status).label})


def refuse_move(stored: str | None, status: str, *, moving: bool) -> None:
    """Raises `Guarded` unless the status is as it was, or is being moved to where it may go."""
    if stored is None or stored == status:
        return
    if not moving or Status(status) not in MOVES[Status(stored)]:
        raise Guarded(
            _("A listing does not go from “%(old)s” to “%(new)s” like this.")
            % {"old": Status(stored).label, "new": Status(status).label}
        )


def refuse_in_bulk(fields: Iterable[str], claims: Iterable[str]) -> None:
    """Raises `Guarded` if any of these fields needs more than a plain update."""
    guarded = sorted(set(fields) & {*STANDING, "published_by", *claims})
    if guarded:
        raise Guarded(_("Not in bulk: %(fields)s.") % {"fields": ", ".join(guarded)})
