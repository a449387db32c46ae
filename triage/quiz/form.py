"""From a submitted form to answers, or to what the person still has to put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from triage.engine.deciding.answers import Given
from triage.engine.model import Field, Question


@dataclass(frozen=True)
class Submitted:
    """The answers of one page. With `errors` (by field) nothing is taken over, and `answers` is what was typed."""

    answers: Mapping[str, Given]
    errors: Mapping[str, str]


def read_form(page: Question, fields: Sequence[Field], form: QueryDict) -> Submitted:
    """What the form says about these fields of the page. Choices that they do not have are as good as none."""
    if page.kind == "help":
        return Submitted({page.id: page.choices[0].id}, {})
    typed = {field.id: _typed(field, form) for field in fields}
    if form.get("do") == "skip" and page.kind != "consent":
        # Rows that were answered before skipping the rest are answers all the same.
        return Submitted(typed if len(fields) > 1 else {fields[0].id: None}, {})
    errors = {}
    for field in fields:
        error = _error(field, typed[field.id])
        if error:
            errors[field.id] = error
    return Submitted(typed, errors)


def _typed(field: Field, form: QueryDict) -> Given:
    ticked = [choice for choice in field.choices if choice in form.getlist(field.id)]
    if field.several:
        return tuple(ticked) or None
    return ticked[0] if ticked else None


def _error(field: Field, given: Given) -> str:
    if given is None:
        if field.page.kind in ("instrument", "rows"):
            return _("Choose an answer for this row, or leave the open rows out.")
        if field.page.kind == "consent":
            return _("Choose yes or no. Both are fine.")
        return _("Choose an answer, or skip the question.")
    if isinstance(given, tuple):
        if len(given) > 1 and field.exclusive.intersection(given):
            return _("One of your ticks means none of the others. Take one of them away.")
        most = field.page.most
        if most is not None and len(given) > most:
            return ngettext("Choose %(most)d at most.", "Choose %(most)d at most.", most) % {"most": most}
    return ""
