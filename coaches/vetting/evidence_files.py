"""Files that a check rests on: taken in after a look at what they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from coaches.models.check import Check, EvidenceFile
from coaches.vetting.permissions import User, refuse_unless

MOST = 5 * 1024 * 1024
"""Bytes."""


def _is_pdf(content: bytes) -> bool:
    return content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:]


def _is_png(content: bytes) -> bool:
    return content.startswith(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") and content[-8:-4] == b"IEND"


def _is_jpeg(content: bytes) -> bool:
    return content.startswith(b"\xff\xd8\xff") and content.rstrip(b"\0").endswith(b"\xff\xd9")


KINDS: Mapping[str, tuple[str, Callable[[bytes], bool]]] = {
    ".pdf": ("application/pdf", _is_pdf),
    ".png": ("image/png", _is_png),
    ".jpg": ("image/jpeg", _is_jpeg),
    ".jpeg": ("image/jpeg", _is_jpeg),
}
"""What may be taken in, by the end of the name: its media type, and how it looks inside."""


def looked_at(upload: UploadedFile[Any]) -> tuple[str, bytes]:
    """Media type and content of a file that may be taken in. Raises `ValidationError` for any other."""
    if (upload.size or 0) > MOST:
        raise ValidationError(_("This file is larger than 5 MB."), code="file")
    kind, fits = KINDS.get(PurePath(upload.name or "").suffix.lower(), ("", None))
    content = upload.read()
    if fits is None or not fits(content):
        raise ValidationError(_("Only a PDF, PNG or JPEG file can be added, and this is none."), code="file")
    return kind, content


def keep_file(*, check: Check, upload: UploadedFile[Any], by: User) -> EvidenceFile:
    """Add a file to a check. Raises `ValidationError` as `looked_at` does, and `PermissionDenied`."""
    refuse_unless(by, "coaches.add_evidencefile")
    kind, content = looked_at(upload)
    path = PurePath(get_valid_filename(upload.name or ""))
    name = f"{path.stem[:110]}{path.suffix.lower()}"
    return EvidenceFile.objects.create(check_made=check, name=name, kind=kind, content=content, added_by_id=by.pk)


@transaction.atomic
def drop_file(*, file: EvidenceFile, by: User) -> None:
    """Delete a file for good; that it was there stays in the check's history. Raises `PermissionDenied`."""
    refuse_unless(by, "coaches.delete_evidencefile")
    check = Check.objects.select_for_update().get(pk=file.check_made_id)
    file.delete()
    check._change_reason = _("The file %(name)s was deleted.") % {"name": file.name}
    check.save()
