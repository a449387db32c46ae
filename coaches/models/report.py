"""A problem with a listing that somebody told us of."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coaches.models.coach import Coach


class Reason(models.TextChoices):
    """What is wrong."""

    WRONG = "wrong", _("Something in the listing is not true")
    CLOSED = "closed", _("They take no clients, or cannot be reached")
    FEES = "fees", _("Fees or terms were different")
    PRESSURE = "pressure", _("I was pressed, or promised an outcome")
    THERAPY = "therapy", _("They offered therapy")
    CONDUCT = "conduct", _("I was treated badly")
    OTHER = "other", _("Something else")


class ReportQuerySet(models.QuerySet["Report"]):
    def open(self) -> ReportQuerySet:
        """Reports that nobody has closed, the oldest first."""
        return self.filter(closed_on=None).order_by("made_at")


class Report(models.Model):
    """A report. What the reporter wrote is never shown to the coach: `asked` is what we ask them, in our words."""

    coach = models.ForeignKey(Coach, models.CASCADE, related_name="reports", verbose_name=_("listing"))
    reason = models.CharField(_("reason"), max_length=8, choices=Reason)
    text = models.TextField(_("what happened"), max_length=3000)
    contact = models.EmailField(_("how to ask back"), blank=True)
    made_at = models.DateTimeField(_("made on"), auto_now_add=True)
    asked = models.TextField(_("what we ask the coach"), max_length=2000, blank=True)
    asked_at = models.DateTimeField(_("asked on"), null=True, blank=True)
    answer = models.TextField(_("the coach's answer"), max_length=3000, blank=True)
    answered_at = models.DateTimeField(_("answered on"), null=True, blank=True)
    outcome = models.TextField(_("what came of it"), max_length=2000, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("closed by")
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_by=None)
                | (Q(closed_on__isnull=False, closed_by__isnull=False) & ~Q(outcome="")),
                name="report_closed_by_someone_with_an_outcome",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()} ({self.made_at:%Y-%m-%d})"
