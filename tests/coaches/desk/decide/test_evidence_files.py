"""Files that a check rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coaches.models.check import Check, EvidenceFile
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion
from coaches.vetting.evidence_files import MOST
from tests.coaches.cast import ada, applied, cora, member, rosa
from tests.coaches.desk.desk import at_desk, deciding, do, find, text

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answered

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 20 + b"\0\0\0\0IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 20 + b"\xff\xd9"


def add(coach: Coach, name: str, content: bytes, finding: str = "met") -> Answered:
    return find(rosa(), coach, VettingQuestion.TERMS, finding, file=SimpleUploadedFile(name, content))


def path_of(file: EvidenceFile) -> str:
    return f"/admin/coaches/coach/file/{file.pk}/"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("terms.pdf", PDF, "application/pdf"),
        ("terms.PNG", PNG, "image/png"),
        ("terms.jpg", JPEG, "image/jpeg"),
        ("terms.jpeg", JPEG, "image/jpeg"),
    ],
)
def test_a_file_is_kept_with_its_check_and_handed_out_to_be_saved(name: str, content: bytes, kind: str) -> None:
    add(applied(), name, content)
    file = EvidenceFile.objects.get()
    assert (file.kind, file.added_by, file.check_made.question) == (kind, rosa(), "terms")
    response = at_desk(cora()).get(path_of(file))
    assert response.content == content
    headers = response.headers
    assert headers["Content-Type"] == kind
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in headers["Cache-Control"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("terms.html", b"<script>alert(1)</script>"),
        ("terms.pdf", b"<script>alert(1)</script>"),
        ("terms.png", PDF),
        ("terms.svg", b"<svg/>"),
        ("terms", PDF),
        ("terms.pdf", b"%PDF-cut short"),
        ("terms.jpg", JPEG[:-1]),
    ],
)
def test_what_it_is_decides_and_not_its_name_alone(name: str, content: bytes) -> None:
    response = add(applied(), name, content)
    assert response.status_code == 422
    assert "Only a PDF, PNG or JPEG" in text(response)
    assert not Check.objects.exists(), "nothing is stored by halves"


def test_a_file_of_more_than_5_mb_is_refused() -> None:
    response = add(applied(), "terms.pdf", PDF[:9] + b"\0" * MOST + PDF[9:])
    assert "larger than 5 MB" in text(response)
    assert not EvidenceFile.objects.exists()


def test_a_name_cannot_lead_anywhere_else() -> None:
    add(applied(), "../../evil; filename=x.pdf", PDF)
    header = at_desk(rosa()).get(path_of(EvidenceFile.objects.get())).headers["Content-Disposition"]
    assert header.count('"') <= 2
    assert "/" not in header
    assert ";" not in header.removeprefix("attachment;")


def test_only_those_who_may_look_get_a_file(client: Client) -> None:
    add(applied(), "terms.pdf", PDF)
    path = path_of(EvidenceFile.objects.get())
    assert client.get(path).headers["Location"].startswith("/admin/login/")
    assert at_desk(member("sam")).get(path).status_code == 403
    assert at_desk(rosa()).post(path).status_code == 405


def test_an_administrator_deletes_a_file_and_the_history_says_so() -> None:
    coach = applied()
    add(coach, "terms.pdf", PDF)
    file = EvidenceFile.objects.get()
    do(rosa(), coach, f"drop-{file.pk}")
    assert EvidenceFile.objects.exists()
    do(ada(), coach, f"drop-{file.pk}")
    assert not EvidenceFile.objects.exists()
    assert "The file terms.pdf was deleted." in text(at_desk(rosa()).get(deciding(coach)))
    assert Check.objects.get().checked_by == rosa()
