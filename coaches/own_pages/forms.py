"""What coaches fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from django import forms
from django.forms import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.models.coach import Coach
from coaches.own_pages.consent import WORDING
from coaches.own_pages.consistency import inconsistencies
from coaches.own_pages.form_fields import YesNoField, input_for
from coaches.own_pages.form_sections import AUTOCOMPLETE, HINTS, IF_IT_APPLIES, LABELS, NEEDED, SECTIONS, FormSection
from coaches.own_pages.guarantees import guarantees_in

MISSING = {"required": _("Please fill this in.")}
NONE_CHOSEN = {"required": _("Choose at least one.")}
NOT_WHOLE = {"invalid": _("Give a whole number, such as 180, without a sign or a word.")}


class ClaimsForm(forms.ModelForm[Coach]):
    """The claims of a listing, by groups. Nothing is saved by it: a change may have to wait for somebody to look."""

    class Meta:
        model = Coach
        fields = [name for group in SECTIONS for name in group.fields]
        formfield_callback = input_for

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in [name for name in self._meta.fields or () if name in self.fields]:
            field = self.fields[name]
            field.required = name in NEEDED
            field.label = LABELS.get(name) or capfirst(field.label)
            field.help_text = HINTS.get(name) or field.help_text
            _tune(field)
            if name in AUTOCOMPLETE:
                field.widget.attrs["autocomplete"] = AUTOCOMPLETE[name]
        languages = self.fields.get("languages")
        if isinstance(languages, forms.MultipleChoiceField):
            languages.choices = sorted(_pairs(languages), key=lambda pair: str(pair[1]))

    def clean(self) -> dict[str, Any]:
        """Also look at what answers do to each other."""
        super().clean()
        for name, message in list(inconsistencies(self.cleaned_data)):
            if name in self.fields:
                self.add_error(name, message)
        return self.cleaned_data

    def groups(self) -> Iterator[tuple[FormSection, list[tuple[BoundField, StrOrPromise]]]]:
        """The parts of the form, each with its fields, and with what stands beside their names."""
        for group in SECTIONS:
            yield group, [(self[name], self._note_for(name)) for name in group.fields if name in self.fields]

    def _note_for(self, name: str) -> StrOrPromise:
        """What stands beside the name of a field that can stay empty."""
        field = self.fields[name]
        if field.required or isinstance(field, YesNoField):
            return ""
        return _("if it applies") if name in IF_IT_APPLIES else _("if you like")

    def wrong(self) -> list[BoundField]:
        """The fields that need another look, in the order of the page."""
        return [field for field in self if field.errors]

    def guarantees(self) -> list[str]:
        """Words that were typed and read like the promise of an outcome."""
        return guarantees_in(str(self.data.get(name, "")) for name in ("headline", "own_words", "method"))


class ApplyForm(ClaimsForm):
    """The same, with the agreement to be listed, and a field that people leave empty and machines do not."""

    agree = forms.BooleanField(
        label=WORDING, error_messages={"required": _("Your agreement is missing: we list nobody without it.")}
    )
    remarks = forms.CharField(
        required=False,
        label=_("Leave this empty: it is here to catch machines"),
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def clean_remarks(self) -> str:
        """Raises `ValidationError` if anything was written."""
        if self.cleaned_data["remarks"]:
            raise forms.ValidationError(_("Empty this field, please: only machines fill it in."), code="machine")
        return ""


class EditForm(ClaimsForm):
    """The same for a listing that exists. Openings are confirmed on their own, with the day."""

    class Meta(ClaimsForm.Meta):
        fields = [name for name in ClaimsForm.Meta.fields if name != "accepting"]


class LinkForm(forms.Form):
    """Where to send a link."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("The one that you gave for letters from us."),
        error_messages={
            "required": _("Type your e-mail address."),
            "invalid": _("Type a whole e-mail address, such as name@example.com."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class AnswerForm(forms.Form):
    """What a coach says to a question of ours."""

    answer = forms.CharField(
        label=_("Your answer"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write your answer.")},
    )


def _tune(field: forms.Field) -> None:
    if isinstance(field, forms.MultipleChoiceField):
        field.error_messages |= NONE_CHOSEN
        return
    field.error_messages |= MISSING
    if isinstance(field, forms.IntegerField):
        field.error_messages |= NOT_WHOLE
    if isinstance(field, forms.ChoiceField) and not isinstance(field.widget, forms.RadioSelect):
        field.choices = [(value, label if value else _("Not said")) for value, label in _pairs(field)]


def _pairs(field: forms.ChoiceField) -> list[tuple[Any, Any]]:
    return list(cast("Iterable[tuple[Any, Any]]", field.choices))
