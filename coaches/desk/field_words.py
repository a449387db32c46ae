"""A field of a record and its value, in words to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coaches.vocabulary.fields import WordsField


def label(model: type[models.Model], name: str) -> str:
    """A field's name, for people."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return str(getattr(field, "verbose_name", name))


def spoken(model: type[models.Model], name: str, value: Any) -> str:
    """A value of a field, for people. Unknown is said, and is never "no"."""
    if value is None or value == "" or value == []:
        return _("not said")
    field = model._meta.get_field(name)
    if isinstance(field, WordsField):
        return _words(field, value)
    if isinstance(field, models.DateField) and isinstance(value, str):
        value = field.to_python(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(value, "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value)
    choices = dict(getattr(field, "flatchoices", ()))
    return str(choices.get(value, value))


def _words(field: WordsField, value: Sequence[str]) -> str:
    names = dict(field.words)
    return "; ".join(str(names.get(word, word)) for word in value)
