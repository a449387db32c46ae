"""CSV and XLSX files as tables, and back. What could run as a formula leaves as plain text, and comes back."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import openpyxl
import tablib
from django.utils.translation import gettext as _
from import_export.formats.base_formats import CSV, XLSX
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, TYPE_FORMULA, TYPE_STRING
from openpyxl.utils.exceptions import InvalidFileException

from coaches.exchange.columns import normal
from coaches.formulas import defused, restored

MOST_ROWS = 1_000
"""Rows that one import takes: as many as a browser's patience."""

_ZIP = b"PK\x03\x04"


class Unreadable(ValueError):
    """A file that is no table of ours; the message says what to do."""


def _table(rows: Sequence[Sequence[Any]]) -> tablib.Dataset:
    """A table with the first row as its header. Empty rows at the end go; those between stay, for the numbers' sake."""
    filled = [index for index, row in enumerate(rows) if any(cell not in (None, "") for cell in row)]
    if not filled:
        raise Unreadable(_("This file is empty; choose one with a row of column names and a row for each listing."))
    if filled[0] != 0:
        raise Unreadable(_("The first row is empty; it has to name the columns."))
    rows = rows[: filled[-1] + 1]
    if len(rows) == 1:
        raise Unreadable(_("This file has column names and no listings; add a row for each listing."))
    if len(rows) - 1 > MOST_ROWS:
        raise Unreadable(
            _("This file has %(rows)d rows; import up to %(most)d at once, in several files.")
            % {"rows": len(rows) - 1, "most": MOST_ROWS}
        )
    width = max(index + 1 for row in rows for index, cell in enumerate(row) if cell not in (None, ""))
    whole = [[*row[:width], *[None] * (width - len(row))] for row in rows]
    return tablib.Dataset(*whole[1:], headers=[normal(cell) for cell in whole[0]])


class Csv(CSV):
    """Comma-separated, in UTF-8."""

    def is_binary(self) -> bool:
        return True

    def get_read_mode(self) -> str:
        return "rb"

    def get_title(self) -> str:
        return "csv"

    def create_dataset(self, in_stream: bytes, **kwargs: Any) -> tablib.Dataset:
        """Raises `Unreadable`."""
        if in_stream.startswith(_ZIP):
            raise Unreadable(_("This is no CSV file; if it is a spreadsheet, choose XLSX as its format."))
        try:
            text = in_stream.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Unreadable(
                _("This file is not in UTF-8; save it again as “CSV UTF-8”, or import it as XLSX.")
            ) from error
        if "\0" in text:
            raise Unreadable(_("This is no CSV file; save the table again as “CSV UTF-8”."))
        first = text.partition("\n")[0]
        # Spreadsheets write semicolons where the comma is the decimal sign.
        delimiter = ";" if first.count(";") > first.count(",") else ","
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        except csv.Error as error:
            raise Unreadable(_("This CSV file breaks off inside a cell; save the table again.")) from error
        return _table([[restored(cell) for cell in row] for row in rows])

    def export_data(self, dataset: tablib.Dataset, **kwargs: Any) -> str:
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(dataset.headers)
        writer.writerows([defused(cell) for cell in row] for row in dataset)
        return out.getvalue()


class Xlsx(XLSX):
    """A spreadsheet: its first sheet."""

    def get_title(self) -> str:
        return "xlsx"

    def create_dataset(self, in_stream: bytes) -> tablib.Dataset:
        """Raises `Unreadable`."""
        try:
            book = openpyxl.load_workbook(io.BytesIO(in_stream))
        except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
            raise Unreadable(
                _("This is no XLSX file; if it is a table in plain text, choose CSV as its format.")
            ) from error
        sheet = book.worksheets[0]
        if sheet.merged_cells.ranges:
            merged = ", ".join(sorted(str(cells) for cells in sheet.merged_cells.ranges))
            raise Unreadable(_("Cells are merged (%(cells)s); split them, one value a cell.") % {"cells": merged})
        if sheet.max_row > MOST_ROWS * 20:
            raise Unreadable(_("This file has %(rows)d rows; import it in parts.") % {"rows": sheet.max_row})
        formulas = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == TYPE_FORMULA]
        if formulas:
            raise Unreadable(
                _("There is a formula in %(cells)s; put its value there instead (paste as values).")
                % {"cells": ", ".join(formulas[:5])}
            )
        return _table([[cell.value for cell in row] for row in sheet.iter_rows()])

    def export_data(self, dataset: tablib.Dataset, **kwargs: Any) -> bytes:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.title = "coaches"
        for number, row in enumerate([dataset.headers, *dataset], 1):
            _write(sheet, number, row)
        sheet.freeze_panes = "B2"
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()


def _write(sheet: Any, number: int, row: Iterable[object]) -> None:
    for column, value in enumerate(row, 1):
        if value in (None, ""):
            continue
        cell = sheet.cell(number, column)
        if isinstance(value, int | date):
            cell.value = value
        else:
            cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", str(value))
            # Text, whatever it begins with, and still text after somebody has edited it.
            cell.data_type, cell.quotePrefix = TYPE_STRING, True
