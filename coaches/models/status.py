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


S = Status
MOVES: Mapping[Status, frozenset[Status]] = {
    S.DRAFT: frozenset({S.APPLIED}),
    S.APPLIED: frozenset({S.IN_REVIEW, S.REFUSED, S.REMOVED}),
    S.IN_REVIEW: frozenset({S.READY, S.REFUSED, S.REMOVED}),
    S.READY: frozenset({S.LISTED, S.IN_REVIEW, S.REFUSED, S.REMOVED}),
    S.LISTED: frozenset({S.PAUSED, S.LAPSED, S.IN_REVIEW, S.REMOVED}),
    S.PAUSED: frozenset({S.LISTED, S.LAPSED, S.IN_REVIEW, S.REMOVED}),
    S.LAPSED: frozenset({S.IN_REVIEW, S.REMOVED}),
    S.REFUSED: frozenset({S.APPLIED, S.IN_REVIEW}),
    S.REMOVED: frozenset({S.APPLIED, S.IN_REVIEW}),
}
"""Where a listing can go from each status."""

FRESH = frozenset({S.DRAFT, S.APPLIED})
"""How a new listing can begin."""
