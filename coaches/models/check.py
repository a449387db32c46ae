"""What we found out about a coach: a check for each of the five questions, and red flags."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from coaches.models.vetting_question import VettingQuestion

VALID_DAYS = 365
"""How long a check holds if nothing ends earlier."""


class Finding(models.TextChoices):
    """What came out of looking."""

    MET = "met", _("met")
    PARTLY = "partly", _("partly met")
    NOT_MET = "not_met", _("not met")
    NOT_CHECKED = "not_checked", _("not checked")


class CheckQuerySet(models.QuerySet["Check"]):
    def counting(self, on: date) -> CheckQuerySet:
        """Checks that were met and still hold on a day."""
        return self.filter(finding=Finding.MET, valid_until__gte=on)

    def run_out(self, on: date) -> CheckQuerySet:
        """Checks that held once and no longer do."""
        return self.filter(finding__in=[Finding.MET, Finding.PARTLY], valid_until__lt=on)


class Check(models.Model):
    """The answer to one of the five questions, by whom, on what evidence, and until when it holds.

    `stands_since`: since when finding and public words have stood as they are, without running out between. The public
    sees what stood when somebody published the listing; what one person wrote later waits until it is published again.
    Written by `coaches.vetting.checking`.
    """

    coach = models.ForeignKey("coaches.Coach", models.CASCADE, related_name="checks", verbose_name=_("listing"))
    question = models.CharField(_("question"), max_length=12, choices=VettingQuestion)
    finding = models.CharField(_("finding"), max_length=11, choices=Finding, default=Finding.NOT_CHECKED)
    evidence = models.TextField(_("evidence"), max_length=4000, blank=True)
    evidence_link = models.URLField(_("link to it"), max_length=500, blank=True)
    said = models.CharField(
        _("what the public reads"), max_length=300, blank=True, help_text=_("How it was checked, in one sentence.")
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("checked by")
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    stands_since = models.DateTimeField(_("as it is since"), null=True, blank=True, editable=False)

    _history_user: Any
    _change_reason: str

    objects = CheckQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("check")
        verbose_name_plural = _("checks")
        ordering = ["coach", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coach", "question"], name="check_once_for_each_question"),
            models.CheckConstraint(
                condition=Q(finding=Finding.NOT_CHECKED, checked_by=None, checked_on=None, valid_until=None)
                | (
                    ~Q(finding=Finding.NOT_CHECKED)
                    & Q(checked_by__isnull=False, checked_on__isnull=False, valid_until__isnull=False)
                    & (~Q(evidence="") | ~Q(evidence_link=""))
                ),
                name="check_by_someone_on_evidence",
            ),
            models.CheckConstraint(
                condition=Q(finding=Finding.NOT_CHECKED, stands_since=None)
                | (~Q(finding=Finding.NOT_CHECKED) & Q(stands_since__isnull=False)),
                name="check_stands_since_some_time",
            ),
            models.CheckConstraint(
                condition=Q(checked_on=None) | Q(valid_until__gte=F("checked_on")), name="check_holds_for_some_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_question_display()}: {self.get_finding_display()}"

    def is_unseen(self, published_at: datetime | None) -> bool:
        """Whether it was written, or given other words, after its listing was published at this time, if it was."""
        return self.stands_since is not None and (published_at is None or self.stands_since > published_at)

    @property
    def holds(self) -> bool:
        """Whether it says something that can run out: that it is met, at least in part."""
        return self.finding in (Finding.MET, Finding.PARTLY)


class EvidenceFile(models.Model):
    """A file that a check rests on: in the database, so that it is private, backed up, and deleted with the check."""

    check_made = models.ForeignKey(Check, models.CASCADE, related_name="files", verbose_name=_("check"))
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("type"), max_length=20)
    content = models.BinaryField(_("content"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("added by"))
    added_at = models.DateTimeField(_("added on"), auto_now_add=True)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self) -> str:
        return self.name
