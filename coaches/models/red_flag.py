"""Red flags: what makes a coach no safe choice, whatever else was found."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class Sign(models.TextChoices):
    """What was seen. Source: the career coaching guide on coaches who are no safe choice."""

    GUARANTEE = "guarantee", _("guarantees an outcome")
    PRESSURE = "pressure", _("presses for a long package")
    THERAPY = "therapy", _("claims to do therapy")
    OTHER = "other", _("something else that is unsafe")


class RedFlagQuerySet(models.QuerySet["RedFlag"]):
    def open(self) -> RedFlagQuerySet:
        """Flags that nothing has settled."""
        return self.filter(settled_on=None)


class RedFlag(models.Model):
    """A red flag with its evidence. It is open until someone writes down how it was settled."""

    coach = models.ForeignKey("coaches.Coach", models.CASCADE, related_name="red_flags", verbose_name=_("listing"))
    sign = models.CharField(_("sign"), max_length=9, choices=Sign)
    evidence = models.TextField(_("evidence"), max_length=4000)
    evidence_link = models.URLField(_("link to it"), max_length=500, blank=True)
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("seen by"))
    seen_on = models.DateField(_("seen on"))
    settled_on = models.DateField(_("settled on"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("settled by")
    )
    settlement = models.TextField(_("how it was settled"), max_length=2000, blank=True)

    _history_user: Any

    objects = RedFlagQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("red flag")
        verbose_name_plural = _("red flags")
        ordering = ["-seen_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(evidence=""), name="red_flag_on_evidence"),
            models.CheckConstraint(
                condition=Q(settled_on=None, settled_by=None)
                | (Q(settled_on__isnull=False, settled_by__isnull=False) & ~Q(settlement="")),
                name="red_flag_settled_by_someone_somehow",
            ),
        ]

    def __str__(self) -> str:
        return self.get_sign_display()
