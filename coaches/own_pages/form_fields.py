"""Form fields that listings need beside Django's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not said: None. Not said is never taken for a no."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [("True", _("Yes")), ("False", _("No")), ("", _("Not said"))]
        super().__init__(
            choices=choices,
            coerce=lambda value: value == "True",
            empty_value=None,
            required=False,
            widget=forms.RadioSelect,
            **kwargs,
        )


def input_for(field: models.Field[Any, Any], **kwargs: Any) -> forms.Field | None:
    """The form field for a field of a listing."""
    if isinstance(field, models.BooleanField):
        return YesNoField(label=capfirst(field.verbose_name), help_text=field.help_text)
    match field:
        case models.URLField():
            kwargs["assume_scheme"] = "https"
        case models.TextField():
            kwargs["widget"] = forms.Textarea(attrs={"rows": 4})
        case models.DateField():
            kwargs["widget"] = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        case models.IntegerField():
            kwargs["widget"] = forms.TextInput(attrs={"inputmode": "numeric", "class": "number"})
    return field.formfield(**kwargs)
