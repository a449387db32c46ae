"""What a coach was reminded of."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from coaches.models.coach import Coach


class About(models.TextChoices):
    """What a reminder is about; each is the name of its letter."""

    RUNS_OUT = "reminder", _("something runs out")
    OPENINGS = "openings", _("openings, last confirmed long ago")


class Reminder(models.Model):
    """A letter that was sent: once for each listing, matter and day that it is about."""

    coach = models.ForeignKey(Coach, models.CASCADE, related_name="reminders", verbose_name=_("listing"))
    about = models.CharField(_("about"), max_length=8, choices=About)
    day = models.DateField(_("the day it is about"))
    sent_at = models.DateTimeField(_("sent on"), auto_now_add=True)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["-sent_at"]
        constraints = [models.UniqueConstraint(fields=["coach", "about", "day"], name="reminder_once")]

    def __str__(self) -> str:
        return f"{self.coach}: {self.get_about_display()}, {self.day}"
