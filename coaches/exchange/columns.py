"""The columns of a table of listings: which an import may write, which it refuses, and how each is read."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models
from django.utils.translation import gettext as _
from import_export.widgets import Widget

from coaches.exchange.cells import ChoiceCell, DateCell, NumberCell, TextCell, WordsCell, YesNoCell
from coaches.models.claims import HasMeeting
from coaches.models.coach import Coach
from coaches.models.guards import STANDING
from coaches.models.vetting_question import QUESTION_OF, VettingQuestion
from coaches.vocabulary.fields import WordsField

KEY = "slug"
"""Finds the listing that a row is about."""

COLUMNS: Sequence[str] = (
    KEY,
    "name",
    "headline",
    "own_words",
    "email",
    *QUESTION_OF,
    *(field.name for field in HasMeeting._meta.local_fields),
)
"""What an import may write: what coaches say of themselves."""

OURS = frozenset({*STANDING, "published_by", "applied_at", "changed_at", "invented", "id"}) | {
    f"{question}_{part}"
    for question in VettingQuestion
    for part in ("finding", "check", "evidence", "checked_by", "checked_on")
}
"""What an import may never write: standing, consent and checks."""

FALSE_FRIENDS = frozenset(
    {"consent_at", "credential_checked_on", "published", "publish", "checks", "finding", "evidence", "red_flags"}
)


def is_note(header: str) -> bool:
    """Whether an import passes over a column: the ones in brackets are for reading only."""
    return header.startswith("(") and header.endswith(")")


def normal(header: object) -> str:
    """A column's name as we write it, however it was typed."""
    text = " ".join(str(header or "").split())
    return text if is_note(text) else text.casefold().replace(" ", "_").replace("-", "_")


def wrong_headers(headers: Sequence[str]) -> list[str]:
    """What is wrong with the names of the columns, a sentence each, with what to do."""
    wrong = []
    if KEY not in headers:
        wrong.append(_("The column “slug” is missing; add it, with the key of each listing."))
    for number, header in enumerate(headers, 1):
        if not header:
            wrong.append(_("Column %(number)d has no name; name it, or empty it.") % {"number": number})
        elif header in headers[: number - 1]:
            wrong.append(_("There are two columns “%(name)s”; leave one.") % {"name": header})
        elif header in OURS | FALSE_FRIENDS:
            wrong.append(
                _("Column “%(name)s”: an import never sets standing, consent or checks; take the column out.")
                % {"name": header}
            )
        elif header not in COLUMNS and not is_note(header):
            wrong.append(
                _("Column “%(name)s” is not known; take it out, or write its name in brackets to have it passed over.")
                % {"name": header}
            )
    return wrong


def cell_for(field: models.Field[object, object]) -> Widget:
    """How the values of a field are read and written."""
    if isinstance(field, WordsField):
        return WordsCell(field.words)
    if field.choices:
        return ChoiceCell([(str(id), str(name)) for id, name in field.flatchoices])
    if isinstance(field, models.BooleanField):
        return YesNoCell()
    if isinstance(field, models.DateField):
        return DateCell()
    if isinstance(field, models.IntegerField):
        # What every database can hold: SQLite's own limit is another.
        return NumberCell(32_767 if isinstance(field, models.PositiveSmallIntegerField) else 2_147_483_647)
    return TextCell()


def field_named(name: str) -> models.Field[object, object]:
    """A field of the listing."""
    field = Coach._meta.get_field(name)
    if not isinstance(field, models.Field):
        raise LookupError(name)
    return field
