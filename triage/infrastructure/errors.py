"""Pages for what goes wrong, in the style of the others and with crisis help."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.decorators import sync_only_middleware

log = logging.getLogger(__name__)
View = Callable[[HttpRequest], HttpResponseBase]


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400"""
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403"""
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404"""
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500"""
    return render(request, "errors/500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403, for a form whose token is too old or missing, or from a browser that sends no cookies at all."""
    return render(request, "errors/csrf.html", {"without_cookies": not request.COOKIES}, status=403)


@sync_only_middleware
class DatabaseAway:
    """Answers with 503 and a plain page when the database cannot be reached."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Called by Django when a view raises."""
        if not isinstance(exception, (DatabaseError, InterfaceError)):
            return None
        log.error("The database cannot be used: %s", type(exception).__name__)
        response = render(request, "errors/503.html", status=503)
        response["Retry-After"] = "60"
        return response
