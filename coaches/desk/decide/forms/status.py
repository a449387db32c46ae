"""Moving a listing on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.desk.decide.forms.base import TOLD, DeskForm, long_text
from coaches.models.coach import Coach
from coaches.models.status import Status
from coaches.vetting import lifecycle
from coaches.vetting.permissions import User

STEPS: Mapping[str, tuple[StrOrPromise, Callable[..., None]]] = {
    "ask_for_agreement": (_("Ask the coach to agree"), lifecycle.ask_for_agreement),
    "take_up": (_("Take up"), lifecycle.take_up),
    "mark_ready": (_("Mark as ready to publish"), lifecycle.mark_ready),
    "publish": (_("Publish"), lifecycle.publish),
    "refuse": (_("Refuse"), lifecycle.refuse),
    "remove": (_("Remove"), lifecycle.remove),
}

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
            self.fields["reason"].help_text = TOLD if step != "take_up" else _HIDDEN if listed else _FOR_HISTORY
        if step == "take_up" and not fresh:
            self.button = _("Take into review again")

    def act(self, by: User) -> str:
        self.take(coach=self.coach, by=by, **self.cleaned_data)
        if self.take is lifecycle.ask_for_agreement:
            return gettext("Asked. The coach gets an e-mail with the way to agree.")
        self.coach.refresh_from_db(fields=["status"])
        return gettext("Done. The listing is now “%(status)s”.") % {"status": self.coach.get_status_display()}
