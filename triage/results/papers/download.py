"""Responses that a browser saves as a file."""

from __future__ import annotations

from django.http import HttpResponse


def calendar_file(content: bytes) -> HttpResponse:
    """A calendar file under a name that tells nothing."""
    return _file(content, "text/calendar; charset=utf-8", "dates.ics")


def fhir_file(content: bytes) -> HttpResponse:
    """A FHIR bundle."""
    return _file(content, "application/fhir+json; charset=utf-8", "screens.fhir.json")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
