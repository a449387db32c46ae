"""The life of a listing."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a listing is. Being listed is not enough to be shown: see `coaches.models.published`."""

    DRAFT = "draft", _("not confirmed")
    APPLIED = "applied", _("applied")
    IN_REVIEW = "in_review", _("in review")
    READY = "ready", _("ready to publish")
    LISTED = "listed", _("listed")
    PAUSED = "paused", _("paused by the coach")
    LAPSED = "lapsed", _("lapsed")
    REFUSED = "refused", _("refused")
    REMOVED = "removed", _("removed")


MOVES: Mapping[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.APPLIED}),
    Status.APPLIED: frozenset({Status.IN_REVIEW, Status.REFUSED, Status.REMOVED}),
    Status.IN_REVIEW: frozenset({Status.READY, Status.REFUSED, Status.REMOVED}),
    Status.READY: frozenset({Status.LISTED, Status.IN_REVIEW, Status.REFUSED, Status.REMOVED}),
    Status.LISTED: frozenset({Status.PAUSED, Status.LAPSED, Status.IN_REVIEW, Status.REMOVED}),
    Status.PAUSED: frozenset({Status.LISTED, Status.LAPSED, Status.IN_REVIEW, Status.REMOVED}),
    Status.LAPSED: frozenset({Status.IN_REVIEW, Status.REMOVED}),
    Status.REFUSED: frozenset({Status.APPLIED, Status.IN_REVIEW}),
    Status.REMOVED: frozenset({Status.APPLIED, Status.IN_REVIEW}),
}
"""Where a listing can go from each status."""

FRESH = frozenset({Status.DRAFT, Status.APPLIED})
"""How a new listing can begin."""
