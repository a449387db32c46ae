"""Moving a listing on, deciding what its coach wants to change, red flags and reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coaches.desk.files import drop_file
from coaches.desk.forms import DeskForm, long_text
from coaches.editing.revising import accept, decline
from coaches.editing.revision import Revision
from coaches.listings.coach import Coach
from coaches.listings.status import Status
from coaches.reports import handling
from coaches.reports.report import Report
from coaches.vetting import life
from coaches.vetting.checking import raise_red_flag, settle_red_flag
from coaches.vetting.checks import EvidenceFile
from coaches.vetting.flags import RedFlag, Sign
from coaches.vetting.people import User

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

STEPS: Mapping[str, tuple[_StrOrPromise, Callable[..., None]]] = {
    "ask_for_agreement": (_("Ask the coach to agree"), life.ask_for_agreement),
    "take_up": (_("Take up"), life.take_up),
    "mark_ready": (_("Mark as ready to publish"), life.mark_ready),
    "publish": (_("Publish"), life.publish),
    "refuse": (_("Refuse"), life.refuse),
    "remove": (_("Remove"), life.remove),
}

_TOLD = _("The coach is told this, word for word.")
_FOR_HISTORY = _("For the history.")
_HIDDEN = _("For the history. Nobody sees the listing while it is in review.")


class StepForm(DeskForm):
    """One step in the life of a listing, with a reason where one is wanted."""

    anchor = "standing"
    reason = long_text(_("Reason"), rows=2)

    def __init__(self, coach: Coach, step: str, data: Any = None) -> None:
        super().__init__(f"step-{step}", data)
        self.coach = coach
        self.button, self.take = STEPS[step]
        listed = coach.status == Status.LISTED
        fresh = step == "take_up" and coach.status == Status.APPLIED
        if step in ("ask_for_agreement", "mark_ready", "publish") or fresh:
            del self.fields["reason"]
        else:
            self.fields["reason"].help_text = _TOLD if step != "take_up" else _HIDDEN if listed else _FOR_HISTORY
        if step == "take_up" and not fresh:
            self.button = _("Take into review again")

    def act(self, by: User) -> str:
        self.take(coach=self.coach, by=by, **self.cleaned_data)
        if self.take is life.ask_for_agreement:
            return gettext("Asked. The coach gets an e-mail with the way to agree.")
        self.coach.refresh_from_db(fields=["status"])
        return gettext("Done. The listing is now “%(status)s”.") % {"status": self.coach.get_status_display()}


class AcceptForm(DeskForm):
    button = _("Accept the changes")
    anchor = "changes"

    def __init__(self, revision: Revision, data: Any = None) -> None:
        super().__init__("accept", data)
        self.revision = revision

    def act(self, by: User) -> str:
        accept(revision=self.revision, by=by)
        return gettext("Accepted. What the changes touch has to be checked again.")


class DeclineForm(DeskForm):
    button = _("Decline them")
    anchor = "changes"
    reason = long_text(_("Reason"), _TOLD, rows=2)

    def __init__(self, revision: Revision, data: Any = None) -> None:
        super().__init__("decline", data)
        self.revision = revision

    def act(self, by: User) -> str:
        decline(revision=self.revision, by=by, reason=self.cleaned_data["reason"])
        return gettext("Declined. The listing stays as it is.")


class FlagForm(DeskForm):
    button = _("Raise a red flag")
    anchor = "flags"
    sign = forms.ChoiceField(label=_("What was seen"), choices=Sign.choices)
    evidence = long_text(_("Evidence"), _("What was seen, and where. For the desk only."))
    evidence_link = forms.URLField(label=_("Link to it"), required=False, max_length=500, assume_scheme="https")

    def __init__(self, coach: Coach, data: Any = None) -> None:
        super().__init__("flag", data)
        self.coach = coach

    def act(self, by: User) -> str:
        raise_red_flag(coach=self.coach, by=by, **self.cleaned_data)
        return gettext("Written down. The listing is not shown until the red flag is settled.")


class SettleForm(DeskForm):
    button = _("Settle it")
    anchor = "flags"
    settlement = long_text(_("How it was settled"), rows=2)

    def __init__(self, flag: RedFlag, data: Any = None) -> None:
        super().__init__(f"settle-{flag.pk}", data)
        self.flag = flag

    def act(self, by: User) -> str:
        settle_red_flag(flag=self.flag, by=by, **self.cleaned_data)
        return gettext("Settled.")


class AskForm(DeskForm):
    button = _("Ask the coach")
    anchor = "reports"
    asked = long_text(_("What we ask the coach"), _("In our own words: the reporter is never shown to the coach."))

    def __init__(self, report: Report, data: Any = None) -> None:
        super().__init__(f"ask-{report.pk}", data)
        self.report = report

    def act(self, by: User) -> str:
        handling.ask(report=self.report, question=self.cleaned_data["asked"], by=by)
        return gettext("Asked. The coach gets an e-mail with a link to answer.")


class CloseForm(DeskForm):
    button = _("Close the report")
    anchor = "reports"
    outcome = long_text(_("What came of it"), rows=2)

    def __init__(self, report: Report, data: Any = None) -> None:
        super().__init__(f"close-{report.pk}", data)
        self.report = report

    def act(self, by: User) -> str:
        handling.close(report=self.report, by=by, **self.cleaned_data)
        return gettext("Closed.")


class DropForm(DeskForm):
    button = _("Delete this file")

    def __init__(self, file: EvidenceFile, question: str, data: Any = None) -> None:
        super().__init__(f"drop-{file.pk}", data)
        self.file, self.anchor = file, f"question-{question}"

    def act(self, by: User) -> str:
        drop_file(file=self.file, by=by)
        return gettext("Deleted.")
