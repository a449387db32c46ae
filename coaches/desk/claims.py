"""What a coach says, in words to read: for the deciding screen and for the history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coaches.editing.revision import Revision
from coaches.fields import WordsField
from coaches.listings.coach import Coach
from coaches.listings.meeting import HasMeeting
from coaches.vetting.questions import CLAIMS, Question

ABOUT = ("headline", "own_words", "email", *(field.name for field in HasMeeting._meta.local_fields))
"""What no question covers."""


@dataclass(frozen=True)
class Claim:
    """A field in words. `proposed` is what the coach wants it to say, if anything else."""

    label: str
    value: str
    link: str
    proposed: str | None


def claims_of(coach: Coach, names: Iterable[str], revision: Revision | None) -> list[Claim]:
    """These fields of a listing, beside what a waiting change would make of them."""
    proposed = revision.proposed if revision else {}
    return [
        Claim(
            label=label(Coach, name),
            value=spoken(Coach, name, getattr(coach, name)),
            link=getattr(coach, name) if isinstance(Coach._meta.get_field(name), models.URLField) else "",
            proposed=spoken(Coach, name, proposed[name]) if name in proposed else None,
        )
        for name in names
    ]


def as_read(coach: Coach, question: Question) -> str:
    """A mark of the claims that one question covers: another one once any of them has changed."""
    said = [spoken(Coach, name, getattr(coach, name)) for name in CLAIMS[question]]
    return sha256("\0".join(said).encode()).hexdigest()[:16]


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
