"""A field for several words of a vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

Choices = Sequence[tuple[str, StrOrPromise]]


class WordsField(models.JSONField):
    """Several ids of a vocabulary, in its order and each once; a list in Python, JSON in the database."""

    def __init__(self, *args: Any, words: Choices = (), **kwargs: Any) -> None:
        self.words = words
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def clean(self, value: Any, model_instance: models.Model | None) -> list[str]:
        """The ids in order. Raises `ValidationError` that names the unknown ones."""
        given = [str(word) for word in value or []]
        known = [word for word, _name in self.words]
        if unknown := sorted(set(given) - set(known)):
            raise ValidationError(_("Unknown: %(words)s"), code="unknown", params={"words": ", ".join(unknown)})
        return [word for word in known if word in given]

    def formfield(self, **kwargs: Any) -> forms.MultipleChoiceField:
        return forms.MultipleChoiceField(
            choices=self.words,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )
