"""Editing a listing at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaches.desk.decide.forms.base import long_text
from coaches.models.coach import Coach
from coaches.models.vetting_question import QUESTION_OF


class CoachForm(forms.ModelForm[Coach]):
    """A listing's claims, and why the desk changes them."""

    why = long_text(
        gettext_lazy("Why you change it"),
        gettext_lazy("For the history. Needed when you change something that a check covers."),
        rows=2,
    )

    def clean(self) -> dict[str, Any]:
        """Ask why when a saved listing's claims change."""
        cleaned = super().clean() or self.cleaned_data
        claims = set(self.changed_data) & set(QUESTION_OF)
        if claims and not self.instance._state.adding and not cleaned.get("why", "").strip():
            self.add_error("why", _("Say why: a check covers what you change."))
        return cleaned
