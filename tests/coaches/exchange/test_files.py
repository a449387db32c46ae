"""Files as people have them: the right value, or a kind word about what to do."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tablib import Dataset

from coaches.exchange.files import MOST_ROWS, Csv, Unreadable, Xlsx


def table(content: bytes) -> list[dict[str, Any]]:
    return [dict(row) for row in Csv().create_dataset(content).dict]


def book(*rows: list[Any], merge: str = "") -> bytes:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"\r\n,,\r\n", "is empty"),
        (b"slug,name\r\n", "column names and no listings"),
        (b"\r\nslug,name\r\nx,y\r\n", "first row is empty"),
        ("slug,name\nx,Élodie\n".encode("latin-1"), "not in UTF-8"),
        ("slug,name\nx,y\n".encode("utf-16"), "not in UTF-8"),
        (b'slug,name\nx,"open', "breaks off"),
        (b"slug\x00\nx\n", "no CSV file"),
        (book(["slug"], ["x"]), "choose XLSX"),
        (b"slug\n" + b"x\n" * 10_000, f"10000 rows; import up to {MOST_ROWS} at once"),
    ],
)
def test_a_csv_that_cannot_be_read_is_explained(content: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        Csv().create_dataset(content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no XLSX file"),
        (b"slug,name\nx,y\n", "no XLSX file"),
        (b"PK\x03\x04 broken", "no XLSX file"),
        (book(), "is empty"),
        (book(["slug", "name"]), "no listings"),
        (book(["slug", "name"], ["x", "y"], ["z", None], merge="A2:A3"), r"merged \(A2:A3\)"),
        (book(["slug", "session_fee_low"], ["x", "=100+80"]), "formula in B2"),
        (book(["slug"], *[["x"] for _row in range(10_000)]), "10000 rows"),
    ],
)
def test_an_xlsx_that_cannot_be_read_is_explained(content: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        Xlsx().create_dataset(content)


def test_a_zip_that_is_no_spreadsheet_is_explained() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("letter.txt", "hello")
    with pytest.raises(Unreadable, match="no XLSX file"):
        Xlsx().create_dataset(out.getvalue())


def test_semicolons_and_the_mark_of_windows_are_understood() -> None:
    assert table("\ufeffSlug;Session fee-low\nx;180\n".encode()) == [{"slug": "x", "session_fee_low": "180"}]


def test_empty_columns_and_rows_at_the_end_are_nothing() -> None:
    assert table(b"slug,place,,\nx,Leeds,,\n,,,\n,,,\n") == [{"slug": "x", "place": "Leeds"}]


def test_short_rows_are_filled_up() -> None:
    assert table(b"slug,place\nx\ny,York\n") == [{"slug": "x", "place": None}, {"slug": "y", "place": "York"}]


def test_an_xlsx_gives_dates_and_numbers_as_they_are() -> None:
    rows = Xlsx().create_dataset(book(["slug", "day", "fee", "yes"], ["x", datetime(2026, 4, 30), 180.0, True])).dict
    assert dict(rows[0]) == {"slug": "x", "day": datetime(2026, 4, 30), "fee": 180, "yes": True}


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\t\n"), min_size=1)


@given(st.lists(TEXTS | st.sampled_from(["'=1", "''+1", "'", "=1", "-", "@x", "'a", "\t"]), min_size=1, max_size=4))
def test_any_text_survives_a_csv_and_none_can_run(texts: list[str]) -> None:
    content = Csv().export_data(
        Dataset(["key", *texts], headers=["slug", *[f"(n{index})" for index in range(len(texts))]])
    )
    assert list(Csv().create_dataset(content.encode())[0]) == ["key", *texts]
    row = list(csv.reader(io.StringIO(content, newline="")))[1]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_what_a_spreadsheet_cannot_hold_is_replaced_and_the_rest_stays() -> None:
    content = Xlsx().export_data(
        Dataset(["x", "bell\x07", date(2026, 4, 30), 5], headers=["slug", "name", "day", "fee"])
    )
    row = dict(Xlsx().create_dataset(content).dict[0])
    assert row == {"slug": "x", "name": "bell\ufffd", "day": datetime(2026, 4, 30), "fee": 5}
