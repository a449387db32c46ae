"""Answering one of the five questions, and taking a file of it away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coaches.desk.decide.claims import as_read
from coaches.desk.decide.forms.base import DeskForm, long_text
from coaches.models.check import Check, EvidenceFile, Finding
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion
from coaches.vetting.checking import record_check
from coaches.vetting.evidence_files import drop_file, keep_file
from coaches.vetting.permissions import User

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class CheckForm(DeskForm):
    """Finding, evidence and dates. Saving it makes whoever saves it the one who checked."""

    button = _("Save this finding")

    finding = forms.ChoiceField(label=_("Finding"), choices=Finding.choices, widget=forms.RadioSelect)
    expires = forms.DateField(
        label=_("The credential's last day, as its register shows it"), required=False, widget=DAY
    )
    evidence = long_text(_("Evidence"), _("What was seen, and where. For the desk only."))
    evidence_link = forms.URLField(label=_("Link to it"), required=False, max_length=500, assume_scheme="https")
    said = forms.CharField(
        label=_("What the public reads"),
        required=False,
        max_length=300,
        help_text=_("How it was checked, in one sentence."),
    )
    valid_until = forms.DateField(
        label=_("Valid until"),
        required=False,
        widget=DAY,
        help_text=_("Empty: a year from today, or the credential's last day if that comes first."),
    )
    file = forms.FileField(
        label=_("Add a file"),
        required=False,
        help_text=_("PDF, PNG or JPEG, 5 MB at most. For the desk only."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
    )

    def __init__(
        self, coach: Coach, question: VettingQuestion, check: Check | None, data: Any = None, files: Any = None
    ):
        initial = {"finding": Finding.NOT_CHECKED, "expires": coach.credential_expires_on}
        if check:
            initial |= {name: getattr(check, name) for name in ("finding", "evidence", "evidence_link", "said")}
        super().__init__(f"check-{question}", data, files, initial)
        self.coach, self.question, self.anchor = coach, question, f"question-{question}"
        if question != VettingQuestion.CREDENTIAL:
            del self.fields["expires"]

    @transaction.atomic
    def act(self, by: User) -> str:
        """Write it down, unless the claims are no longer those that were read."""
        coach = Coach.objects.select_for_update().get(pk=self.coach.pk)
        if self.data.get(f"{self.do}-seen") != as_read(coach, self.question):
            raise ValidationError(
                _("What the coach says has changed since you opened this screen. Read it again, then save."),
                code="seen",
            )
        given = self.cleaned_data
        if "expires" in self.changed_data and given["expires"] != coach.credential_expires_on:
            coach.credential_expires_on = given["expires"]
            coach._change_reason = gettext("The last day as the register shows it.")
            coach.save()
        check = record_check(
            coach=coach,
            question=self.question,
            finding=Finding(given["finding"]),
            by=by,
            evidence=given["evidence"],
            evidence_link=given["evidence_link"],
            said=given["said"],
            valid_until=given["valid_until"],
        )
        if given["file"]:
            keep_file(check=check, upload=given["file"], by=by)
        return gettext("Saved. %(check)s.") % {"check": check}


class DropForm(DeskForm):
    button = _("Delete this file")

    def __init__(self, file: EvidenceFile, question: str, data: Any = None) -> None:
        super().__init__(f"drop-{file.pk}", data)
        self.file, self.anchor = file, f"question-{question}"

    def act(self, by: User) -> str:
        drop_file(file=self.file, by=by)
        return gettext("Deleted.")
