"""What a coach wants to change of a listing, until somebody has looked at it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coaches.models.coach import Coach


class State(models.TextChoices):
    """What became of it."""

    WAITING = "waiting", _("waiting")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("replaced by a later one")


class RevisionQuerySet(models.QuerySet["Revision"]):
    def waiting(self) -> RevisionQuerySet:
        """Those that nobody has decided, the oldest first."""
        return self.filter(state=State.WAITING).order_by("submitted_at")


class Revision(models.Model):
    """Proposed values by field. The listing stays as it is until they are accepted."""

    coach = models.ForeignKey(Coach, models.CASCADE, related_name="revisions", verbose_name=_("listing"))
    proposed = models.JSONField(_("proposed"))
    submitted_at = models.DateTimeField(_("submitted on"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided on"), null=True, blank=True)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("change to review")
        verbose_name_plural = _("changes to review")
        ordering = ["-submitted_at"]
        constraints = [
            models.UniqueConstraint(fields=["coach"], condition=Q(state="waiting"), name="revision_one_waits"),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(reason=""), name="revision_declined_with_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.coach} {self.submitted_at:%Y-%m-%d}"
