"""The shortlist as a file: any spreadsheet reads it, and none computes what a coach has written."""

from __future__ import annotations

import csv
import io

import pytest
import tablib
from django.test import Client

from coaches.formulas import defused
from tests.coaches.public.people import ana, priya, tomas

pytestmark = pytest.mark.django_db

FILE = "/coaches/shortlist.csv"


def download(client: Client, *slugs: str) -> bytes:
    for slug in slugs:
        client.post("/coaches/shortlist/add/", {"slug": slug})
    response = client.get(FILE)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="shortlist.csv"'
    return response.content


def test_it_reads_back_as_it_was_said(client: Client) -> None:
    ana(refunds='Unused, and "unloved",\nsessions; é', name="Ana López"), tomas(), priya()
    content = download(client, "ana-lopez", "tomas-berg", "priya-raman")
    assert content.startswith(b"\xef\xbb\xbf")
    read = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [line["Name"] for line in read] == ["Ana López", "Tomas Berg", "Priya Raman"]
    assert read[0]["Refunds"] == 'Unused, and "unloved", sessions; é'
    assert read[0]["A session"] == "$180 to $220"
    assert read[0]["Page"] == "http://testserver/coaches/ana-lopez/"
    assert read[0]["Credential and training: finding"] == "met"
    assert read[0]["Badge or register"] == "https://badges.example/ana"
    assert read[1]["Method: finding"] == "not checked"
    assert read[1]["Sliding scale"] == "not stated"
    assert read[2]["Credential"] == "Says ICF ACC; not met"


def test_another_reader_of_tables_reads_the_same(client: Client) -> None:
    ana(), tomas()
    table = tablib.Dataset().load(download(client, "ana-lopez", "tomas-berg").decode("utf-8-sig"), format="csv")
    assert (table.height, len(set(table.headers))) == (2, table.width)
    assert table["Name"] == ["Ana Lopez", "Tomas Berg"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_value_that_could_be_computed_is_defused(start: str) -> None:
    assert defused(f"{start}1+1") == f"'{start}1+1"


def test_what_a_coach_wrote_is_defused_in_the_file(client: Client) -> None:
    ana(name='=HYPERLINK("https://evil.example")', headline="@SUM(1)", refunds="-1+1", phone="+1 312 555 0142")
    [line] = csv.DictReader(io.StringIO(download(client, "ana-lopez").decode("utf-8-sig"), newline=""))
    assert [value for value in line.values() if value.startswith(("=", "+", "-", "@", "\t"))] == []
    assert line["Name"].startswith("'=HYPERLINK")


def test_an_invented_coach_is_marked_in_the_file(client: Client) -> None:
    ana(invented=True)
    [line] = csv.DictReader(io.StringIO(download(client, "ana-lopez").decode("utf-8-sig"), newline=""))
    assert line["Invented"] == "yes, to try the site with"


def test_without_a_shortlist_there_is_no_file(client: Client) -> None:
    assert client.get(FILE)["Location"] == "/coaches/shortlist/"
