"""What an import would do, row by row, and what stands in its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _
from import_export.results import Result, RowResult

HEADER_ROWS = 1


@dataclass(frozen=True)
class Problem:
    """Something to put right in the file. `row` counts as spreadsheets do, the header being row 1."""

    row: int | None
    column: str
    message: str

    def __str__(self) -> str:
        if self.row is None:
            return self.message
        if not self.column:
            return _("row %(row)d: %(message)s") % {"row": self.row, "message": self.message}
        return _("row %(row)d, column %(column)s: %(message)s") % {
            "row": self.row,
            "column": self.column,
            "message": self.message,
        }


@dataclass(frozen=True)
class ClaimChange:
    """A claim before and after."""

    column: str
    before: str
    after: str


class RowPreview(RowResult):
    """What becomes of one row."""

    number: int = 0
    changes: Sequence[ClaimChange] = ()
    taken_back: Sequence[str] = ()
    """Questions whose check is taken back, since what was checked changes."""
    alike: Sequence[tuple[str, str, str]] = ()
    """Name and key of listings that may be of the same coach, and why."""


class Preview(Result):
    """What becomes of the whole file."""

    def problems(self) -> list[Problem]:
        """Everything that stands in the way, by row."""
        found = [Problem(None, "", message) for error in self.base_errors for message in _messages(error.error)]
        for row in self.error_rows:
            found += [Problem(row.number + HEADER_ROWS, "", str(error.error)) for error in row.errors]
        for row in self.invalid_rows:
            found += _row_problems(row.number + HEADER_ROWS, row.error)
        return sorted(found, key=lambda problem: problem.row or 0)

    def totals_in_words(self) -> str:
        """How many are new, changed and as they were."""
        return _("%(new)d new, %(update)d changed, %(skip)d as they were.") % {
            kind: self.totals[kind] for kind in ("new", "update", "skip")
        }

    def acting_rows(self) -> list[RowPreview]:
        """The rows that would change something, or that want a look."""
        return [row for row in self.rows if row.is_new() or row.is_update()]

    def looked_alike(self) -> list[RowPreview]:
        """The rows that may be of a coach who is listed already."""
        return [row for row in self.acting_rows() if row.alike]


def _messages(error: Any) -> Sequence[str]:
    return error.messages if isinstance(error, ValidationError) else [str(error)]


def _row_problems(number: int, error: ValidationError) -> list[Problem]:
    if not hasattr(error, "error_dict"):
        return [Problem(number, "", message) for message in error.messages]
    return [
        Problem(number, "" if column == NON_FIELD_ERRORS else column, _said(each))
        for column, errors in error.error_dict.items()
        for each in errors
    ]


def _said(error: ValidationError) -> str:
    if error.code in ("blank", "null"):
        return _("this is empty; a listing needs it.")
    return " ".join(error.messages)
