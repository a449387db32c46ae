"""What the owner of a kept result fills in."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from triage.engine.model import Questionnaire
from triage.sharing.tokens import LONGEST_PASSPHRASE

MOST_VIEWS = 100


def days_to_choose(choices: list[int], most: int) -> list[tuple[str, str]]:
    """These numbers of days as far as they are allowed, and the longest that is."""
    fitting = sorted({days for days in choices if days < most} | {most})
    return [(str(days), _lasts(days)) for days in fitting]


def _lasts(days: int) -> str:
    if days == 1:
        return str(_("24 hours"))
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}


class ShareForm(forms.Form):
    """What to share of a questionnaire's result, for how long, behind which passphrase and how often.

    `form` marks one filling in.
    """

    scope = forms.ChoiceField(error_messages={"required": _("Choose what the link may show.")})
    days = forms.ChoiceField(error_messages={"required": _("Choose how long the link opens.")})
    passphrase = forms.CharField(
        required=False,
        min_length=8,
        max_length=LONGEST_PASSPHRASE,
        error_messages={"min_length": _("Use at least 8 characters, or leave the passphrase out.")},
    )
    max_views = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST_VIEWS,
        error_messages={
            "invalid": _("Give a whole number, or leave it empty."),
            "min_value": _("Give a number from 1 to 100, or leave it empty."),
            "max_value": _("Give a number from 1 to 100, or leave it empty."),
        },
    )
    form = forms.CharField(max_length=64)

    def __init__(self, questionnaire: Questionnaire, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = self.fields["scope"]
        assert isinstance(shown, forms.ChoiceField)
        shown.choices = [(scope.id, scope.name) for scope in questionnaire.scopes]
        field = self.fields["days"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = days_to_choose([1, 7, 30], settings.SHARE_LINK_MAX_DAYS)
        self.initial = {"days": field.choices[min(1, len(field.choices) - 1)][0], "form": secrets.token_urlsafe(12)}


class KeepForm(forms.Form):
    """For how long to keep a result, from today."""

    days = forms.ChoiceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["days"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = days_to_choose([7, 30, 90], settings.RESULT_LINK_MAX_DAYS)
