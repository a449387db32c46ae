"""Asking a coach about a report, and closing it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coaches.desk.decide.forms.base import DeskForm, long_text
from coaches.models.report import Report
from coaches.vetting import reports
from coaches.vetting.permissions import User


class AskForm(DeskForm):
    button = _("Ask the coach")
    anchor = "reports"
    asked = long_text(_("What we ask the coach"), _("In our own words: the reporter is never shown to the coach."))

    def __init__(self, report: Report, data: Any = None) -> None:
        super().__init__(f"ask-{report.pk}", data)
        self.report = report

    def act(self, by: User) -> str:
        reports.ask(report=self.report, question=self.cleaned_data["asked"], by=by)
        return gettext("Asked. The coach gets an e-mail with a link to answer.")


class CloseForm(DeskForm):
    button = _("Close the report")
    anchor = "reports"
    outcome = long_text(_("What came of it"), rows=2)

    def __init__(self, report: Report, data: Any = None) -> None:
        super().__init__(f"close-{report.pk}", data)
        self.report = report

    def act(self, by: User) -> str:
        reports.close(report=self.report, by=by, **self.cleaned_data)
        return gettext("Closed.")
