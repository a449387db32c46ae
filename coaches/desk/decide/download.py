"""Files that a check rests on, handed out only to be saved."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from coaches.models.check import EvidenceFile


@require_safe
def download(request: HttpRequest, pk: int) -> HttpResponse:
    """A file, to be saved and never shown within this site, kept by no cache."""
    file = get_object_or_404(EvidenceFile, pk=pk)
    response = HttpResponse(bytes(file.content), content_type=file.kind)
    response.headers["Content-Disposition"] = content_disposition_header(True, file.name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response
