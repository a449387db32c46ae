"""Import and export are where the list of listings is."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.coaches.cast import cora, listed, rosa
from tests.coaches.desk.desk import LIST, at_desk, text

pytestmark = pytest.mark.django_db


def test_a_curator_sees_first_what_an_import_would_change() -> None:
    coach = listed()
    file = SimpleUploadedFile("listings.csv", f"slug,headline\n{coach.slug},Another line\n".encode())
    page = text(at_desk(cora()).post(f"{LIST}import/", {"import_file": file, "format": "0", "resource": ""}))
    assert "Another line" in page
    assert "Nothing has been changed yet." in page


def test_a_researcher_exports_but_does_not_import() -> None:
    coach = listed()
    client = at_desk(rosa())
    assert "import/" not in text(client.get(LIST))
    assert client.get(f"{LIST}import/").status_code == 403
    file = client.post(f"{LIST}export/", {"format": "0", "resource": ""})
    assert coach.name in file.content.decode()
