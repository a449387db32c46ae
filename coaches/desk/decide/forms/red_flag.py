"""Raising and settling red flags."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coaches.desk.decide.forms.base import DeskForm, long_text
from coaches.models.coach import Coach
from coaches.models.red_flag import RedFlag, Sign
from coaches.vetting.permissions import User
from coaches.vetting.red_flags import raise_red_flag, settle_red_flag


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
