"""Import and export at the desk: looked at first, by those who may, and gone again."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from coaches.exchange.admin import FORMATS
from coaches.exchange.files import Csv, Xlsx
from coaches.exchange.resource import CoachResource
from coaches.models.coach import Coach
from coaches.models.pending_import import PendingImport
from tests.clock import Clock
from tests.coaches.cast import ada, claims, cora, fresh, listed, member, rosa
from tests.markup import tight

pytestmark = pytest.mark.django_db

IMPORT, EXPORT, CONFIRM = (
    "/desk/coaches/coach/import/",
    "/desk/coaches/coach/export/",
    "/desk/coaches/coach/process_import/",
)


@pytest.fixture(autouse=True)
def desk(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings.ROOT_URLCONF = "tests.coaches.exchange.desk"
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def at_the_desk(person: User) -> Client:
    client = Client()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def upload(client: Client, content: bytes, form: type[Csv] | type[Xlsx] = Csv) -> str:
    file = SimpleUploadedFile("coaches", content)
    answer = client.post(IMPORT, {"import_file": file, "format": str(FORMATS.index(form)), "resource": "0"})
    assert answer.status_code == 200
    return tight(answer.content.decode())


def hidden(page: str) -> dict[str, str]:
    """What the preview hands on."""
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    return {name: value for name, value in fields if name != "csrfmiddlewaretoken"}


def left_behind(folder: Path) -> int:
    """How many files are kept, on the disk or in the database."""
    return len(list(folder.iterdir())) + PendingImport.objects.count()


def test_a_file_is_previewed_then_imported_and_then_gone(tmp_path: Path) -> None:
    coach, client = listed(), at_the_desk(cora())
    page = upload(client, f"slug,session_fee_low\n{coach.slug},150\nnew-one,\n".encode())
    assert "row 3, column name: this is empty; a listing needs it." in page
    assert "Nothing was imported" in page
    page = upload(client, f"slug,session_fee_low\n{coach.slug},150\n".encode())
    assert "0 new, 1 changed, 0 as they were." in page
    assert "<del>180</del><ins>150</ins>" in page
    assert "Fees and terms" in page
    assert fresh(coach).session_fee_low == 180
    answer = client.post(CONFIRM, hidden(page), follow=True)
    assert "Imported: 0 new, 1 changed, 0 as they were." in answer.content.decode()
    assert fresh(coach).session_fee_low == 150
    assert left_behind(tmp_path) == 0


def test_no_page_of_it_has_an_inline_style_or_script() -> None:
    coach, client = listed(), at_the_desk(cora())
    pages = [
        client.get(IMPORT).content.decode(),
        client.get(EXPORT).content.decode(),
        upload(client, f"slug,place\n{coach.slug},Leeds\n".encode()),
        upload(client, b"slug,place\nx,Leeds\n"),
    ]
    for page in pages:
        assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc=)", page)


def test_researchers_export_and_do_not_import() -> None:
    listed()
    client = at_the_desk(rosa())
    assert client.get(IMPORT).status_code == 403
    assert client.post(CONFIRM).status_code == 403
    assert client.get(EXPORT).status_code == 200


def test_administrators_import_and_people_without_a_group_do_neither() -> None:
    assert at_the_desk(ada()).get(IMPORT).status_code == 200
    nobody = at_the_desk(member("nobody"))
    assert nobody.get(IMPORT).status_code == 403
    assert nobody.get(EXPORT).status_code == 403


def test_an_export_is_a_file_that_opens() -> None:
    coach = listed(name="Élodie Tremblay-Roy")
    answer = at_the_desk(rosa()).post(EXPORT, {"format": str(FORMATS.index(Csv)), "resource": "0"})
    assert answer["Content-Type"].startswith("text/csv")
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    assert (row["slug"], row["name"]) == (coach.slug, "Élodie Tremblay-Roy")
    answer = at_the_desk(rosa()).post(EXPORT, {"format": str(FORMATS.index(Xlsx)), "resource": "0"})
    assert Xlsx().create_dataset(answer.content).dict[0]["name"] == "Élodie Tremblay-Roy"


def test_a_file_in_the_wrong_format_is_explained_at_the_field() -> None:
    client = at_the_desk(cora())
    assert "This is no XLSX file" in upload(client, b"slug\nx\n", Xlsx)
    assert "not in UTF-8" in upload(client, "slug,name\nx,Élodie\n".encode("latin-1"))


@pytest.mark.parametrize("name", ["0" * 32, "../../etc/passwd", "passwd"])
def test_only_a_file_that_waits_is_imported(name: str) -> None:
    client = at_the_desk(cora())
    given = {"import_file_name": name, "original_file_name": "x", "format": "0", "resource": "0"}
    assert "choose it again" in client.post(CONFIRM, given, follow=True).content.decode()


def test_a_tampered_format_is_no_fault() -> None:
    answer = at_the_desk(cora()).post(
        CONFIRM, {"import_file_name": "x", "original_file_name": "x", "format": "99", "resource": "0"}
    )
    assert answer.status_code == 200


def test_what_changed_since_the_preview_is_judged_again() -> None:
    client = at_the_desk(cora())
    page = upload(client, b"slug,name,email\nnew-one,New One,new@one.example\nother,Other,other@one.example\n")
    Coach.objects.create(**claims(slug="new-one"))
    content = client.post(CONFIRM, hidden(page), follow=True).content.decode()
    assert "Imported: 1 new, 1 changed" in content


def test_a_file_with_problems_is_not_kept(tmp_path: Path) -> None:
    upload(at_the_desk(cora()), b"slug,place\nx,Leeds\n")
    assert left_behind(tmp_path) == 0


@pytest.mark.parametrize("empty_cells", [0, 3_000_000])
def test_what_is_kept_of_a_file_is_one_sealed_row_and_nothing_on_the_disk(tmp_path: Path, empty_cells: int) -> None:
    coach = listed()
    upload(at_the_desk(cora()), f"slug,place\n{coach.slug},Leeds\n{',' * empty_cells}\n".encode())
    [kept] = PendingImport.objects.all()
    assert list(tmp_path.iterdir()) == []
    assert b"Leeds" not in bytes(kept.sealed)
    assert coach.slug.encode() not in bytes(kept.sealed)


def test_a_file_that_nobody_imported_opens_no_longer_after_an_hour_and_goes_with_the_next_look(
    tmp_path: Path, clock: Clock
) -> None:
    client, coach = at_the_desk(cora()), listed()
    page = upload(client, f"slug,place\n{coach.slug},Leeds\n".encode())
    clock.forward(minutes=61)
    assert "choose it again" in client.post(CONFIRM, hidden(page), follow=True).content.decode()
    assert fresh(coach).place != "Leeds"
    assert left_behind(tmp_path) == 0
    upload(client, f"slug,place\n{coach.slug},Leeds\n".encode())
    clock.forward(minutes=61)
    client.get(IMPORT)
    assert left_behind(tmp_path) == 0


def test_the_daily_run_deletes_what_nobody_imported(tmp_path: Path, clock: Clock) -> None:
    upload(at_the_desk(cora()), f"slug,place\n{listed().slug},Leeds\n".encode())
    call_command("lapse_expired")
    assert left_behind(tmp_path) == 1
    clock.forward(minutes=61)
    call_command("lapse_expired")
    assert left_behind(tmp_path) == 0


def test_an_import_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = at_the_desk(cora())
    client.raise_request_exception = False
    page = upload(client, f"slug,place\n{listed().slug},Leeds\n".encode())

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(CoachResource, "import_data", fail)
    assert client.post(CONFIRM, hidden(page)).status_code == 500
    assert left_behind(tmp_path) == 0


def test_a_file_that_is_too_large_is_said_to_be_so_and_touches_no_disk(tmp_path: Path) -> None:
    page = upload(at_the_desk(cora()), b"slug,place\n" + b"x,Leeds\n" * 800_000)
    assert "This file is larger than 5 MB" in page
    assert left_behind(tmp_path) == 0
