"""Browsers ask for /favicon.ico on pages that name no icon, such as the admin: there is none, which is no error."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse


def favicon(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=204, headers={"Cache-Control": "public, max-age=86400"})
