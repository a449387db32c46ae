"""Listings go out as a table and come back: clean, or not at all."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest

from coaches.exchange.files import Csv, Xlsx
from coaches.exchange.preview import Preview
from coaches.exchange.resource import CoachResource
from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion
from tests.coaches.cast import applied, claims, cora, fresh, listed

pytestmark = pytest.mark.django_db

TRICKY: dict[str, Any] = {
    "name": "=HYPERLINK(1)",
    "headline": "'=already quoted",
    "own_words": "Two lines,\r\nand a “quote”; +1 for both.",
    "phone": "+1 212 555 0143",
    "refunds": "@once",
    "credential_number": "00417",
    "place": "-",
}


def take(*rows: dict[str, Any], really: bool = True) -> Preview:
    """Import a CSV of these rows."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(dict.fromkeys(name for row in rows for name in row)))
    writer.writeheader()
    writer.writerows(rows)
    return take_file(out.getvalue().encode(), really=really)


def take_file(content: bytes, form: type[Csv] | type[Xlsx] = Csv, really: bool = True) -> Preview:
    result: Preview = CoachResource().import_data(
        form().create_dataset(content), dry_run=not really, rollback_on_validation_errors=True, user=cora()
    )
    return result


def given(form: type[Csv] | type[Xlsx]) -> bytes:
    """The export as a file."""
    content = form().export_data(CoachResource().export(Coach.objects.all()))
    return content.encode() if isinstance(content, str) else content


def said(result: Preview) -> list[str]:
    return [str(problem) for problem in result.problems()]


@pytest.mark.parametrize("form", [Csv, Xlsx])
def test_what_was_exported_comes_back_without_a_change(form: type[Csv] | type[Xlsx]) -> None:
    listed(**TRICKY)
    listed(sliding_scale=None, accepting=False, goals=[], training=["cti", "hudson"], languages=["ase", "yue"])
    before = list(Coach.objects.order_by("pk").values())
    result = take_file(given(form), form)
    assert said(result) == []
    assert result.totals_in_words() == "0 new, 0 changed, 2 as they were."
    assert list(Coach.objects.order_by("pk").values()) == before
    assert Coach.objects.published().count() == 2


def test_nothing_in_a_csv_runs_as_a_formula() -> None:
    listed(**TRICKY)
    header, row = csv.reader(io.StringIO(given(Csv).decode(), newline=""))
    cells = dict(zip(header, row, strict=True))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    assert cells["name"] == "'=HYPERLINK(1)"
    assert cells["headline"] == "''=already quoted"


def test_an_xlsx_holds_text_numbers_and_dates_as_what_they_are() -> None:
    coach = listed(**TRICKY)
    sheet = openpyxl.load_workbook(io.BytesIO(given(Xlsx))).active
    assert sheet is not None
    cells = {header.value: cell for header, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (cells["name"].value, cells["name"].data_type) == ("=HYPERLINK(1)", "s")
    assert cells["credential_number"].value == "00417"
    assert cells["session_fee_low"].value == 180
    assert cells["credential_expires_on"].value.date() == coach.credential_expires_on
    assert cells["goals"].value == "negotiation, pivot"
    assert cells["sliding_scale"].value == "yes"


def test_an_export_says_status_and_findings_beside_the_claims() -> None:
    listed()
    cells = next(csv.DictReader(io.StringIO(given(Csv).decode(), newline="")))
    assert cells["(status)"] == "listed"
    assert cells["(terms finding)"] == "met"
    assert cells["(method finding)"] == "not_checked"


def test_an_export_takes_the_same_queries_for_many(django_assert_num_queries: Any) -> None:
    for _number in range(5):
        applied()
    with django_assert_num_queries(2):
        CoachResource().export(Coach.objects.all())


def test_a_new_row_begins_as_applied_and_is_not_shown() -> None:
    row = {
        "slug": "new-one",
        "name": "New One",
        "email": "new@one.example",
        "goals": "A promotion, or a first bigger role, pivot",
    }
    assert said(take(row)) == []
    coach = Coach.objects.get(slug="new-one")
    assert (coach.status, coach.consented_at) == ("applied", None)
    assert coach.goals == ["pivot", "promotion"]
    assert not Coach.objects.published().exists()
    assert coach.history.get().history_user == cora()


def test_a_preview_changes_nothing() -> None:
    coach = listed()
    known = {"slug": coach.slug, "name": coach.name, "email": coach.email, "session_fee_low": 150}
    result = take(known, {"slug": "n", "name": "N", "email": "n@n.example"}, really=False)
    assert result.totals_in_words() == "1 new, 1 changed, 0 as they were."
    assert fresh(coach).session_fee_low == 180
    assert Coach.objects.count() == 1


def test_a_changed_claim_takes_its_check_back_and_the_preview_says_which() -> None:
    coach = listed()
    result = take({"slug": coach.slug, "session_fee_low": 150, "place": "Leeds"})
    row = result.acting_rows()[0]
    assert [(change.column, change.before, change.after) for change in row.changes] == [
        ("a session, from", "180", "150"),
        ("place", "", "Leeds"),
    ]
    assert row.taken_back == ["Fees and terms"]
    assert Check.objects.get(coach=coach, question=VettingQuestion.TERMS).finding == Finding.NOT_CHECKED
    assert not Coach.objects.published().exists()


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("session_fee_low", "abc", "“abc” is not a whole number; write an amount such as 180, or leave it empty."),
        ("session_fee_low", "12.5", "“12.5” is not a whole number"),
        ("session_fee_low", "-1", "“-1” is not a whole number"),
        ("session_fee_high", "90", "“90” is less than session_fee_low (180)"),
        ("credential_expires_on", "3.4.2026", "“3.4.2026” is not a date; write it as 2026-04-30"),
        ("sliding_scale", "maybe", "neither yes nor no"),
        ("goals", "negotiation, pivoting", "“pivoting” is not known here; did you mean pivot?"),
        ("country", "Narnia", "“Narnia” is not known here; write one of: US, CA"),
        ("website", "my site", "valid URL"),
        ("email", "nobody", "valid email"),
        ("name", "", "this is empty; a listing needs it."),
        ("session_minutes", "99999999", "“99999999” is too large; write at most 32767."),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column_and_nothing_changes(column: str, cell: str, message: str) -> None:
    coach, other = listed(), listed()
    filled = "pivot" if column == "goals" else "yes" if column == "sliding_scale" else None
    good, bad = (
        {
            "slug": row.slug,
            "name": row.name,
            "email": row.email,
            column: filled or getattr(row, column),
            "place": "Leeds",
        }
        for row in (other, coach)
    )
    result = take(good, bad | {column: cell})
    (problem,) = said(result)
    assert problem.startswith(f"row 3, column {column}: ")
    assert message in problem
    assert fresh(other).place == ""


def test_a_standing_is_refused_whatever_it_is_called() -> None:
    coach = applied()
    for column in ("status", "Status", "published by", "consented_at", "terms_finding", "credential_checked_on"):
        result = take({"slug": coach.slug, column: "listed"})
        assert "never sets standing, consent or checks" in said(result)[0], column
    assert fresh(coach).status == "applied"


def test_wrong_columns_are_all_named_at_once() -> None:
    assert said(take_file(b"nmae,place,place,\nx,y,z,w\n")) == [
        "The column “slug” is missing; add it, with the key of each listing.",
        "Column “nmae” is not known; take it out, or write its name in brackets to have it passed over.",
        "There are two columns “place”; leave one.",
        "Column 4 has no name; name it, or empty it.",
    ]


def test_a_key_in_two_rows_is_pointed_out() -> None:
    coach = applied()
    result = take(
        {"slug": coach.slug, "place": "Leeds"}, {"slug": coach.slug, "place": "York"}, {"slug": "", "place": "Ayr"}
    )
    assert said(result) == [
        f"row 3, column slug: “{coach.slug}” is in row 2 already; leave one of them.",
        "row 4, column slug: this is empty; write the listing's key, such as amara-okafor.",
    ]
    assert fresh(coach).place == ""


def test_rows_that_may_be_of_a_listed_coach_are_pointed_out() -> None:
    coach = listed(name="Élodie Tremblay")
    result = take(
        {"slug": "other", "name": "Tremblay Elodie", "email": "other@x.example"},
        {"slug": "third", "name": "Somebody Else", "email": "OTHER@x.example"},
        really=False,
    )
    assert [(row.number, row.alike) for row in result.looked_alike()] == [
        (2, [("Élodie Tremblay", coach.slug, "the same name")]),
        (3, [("Tremblay Elodie", "other", "the same e-mail")]),
    ]


def test_empty_rows_between_are_passed_over_and_counted() -> None:
    coach = applied()
    result = take_file(f"slug,session_fee_low\n{coach.slug},180\n,\nx,abc\n".encode())
    assert "row 4, column session_fee_low" in " ".join(said(result))


def test_the_queries_of_a_preview_do_not_grow_with_unchanged_rows(django_assert_max_num_queries: Any) -> None:
    for _number in range(12):
        applied(**claims())
    content = given(Csv)
    cora()
    with django_assert_max_num_queries(40):
        take_file(content, really=False)
