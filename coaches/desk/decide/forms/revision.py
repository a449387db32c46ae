"""Deciding what a coach wants to change."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coaches.desk.decide.forms.base import TOLD, DeskForm, long_text
from coaches.models.revision import Revision
from coaches.vetting.permissions import User
from coaches.vetting.revising import accept, decline


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
    reason = long_text(_("Reason"), TOLD, rows=2)

    def __init__(self, revision: Revision, data: Any = None) -> None:
        super().__init__("decline", data)
        self.revision = revision

    def act(self, by: User) -> str:
        decline(revision=self.revision, by=by, reason=self.cleaned_data["reason"])
        return gettext("Declined. The listing stays as it is.")
