"""Pages for what goes wrong, in the style of the others and with crisis help.

Any of them comes out even where that style cannot: without static files, database, session, content or translation
there is a plain page with the same words.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_noop

from triage.infrastructure.database_faults import described, is_away
from triage.infrastructure.plain_page import plain_page

log = logging.getLogger(__name__)
View = Callable[[HttpRequest], HttpResponseBase]


class Failure(NamedTuple):
    """What its page says."""

    status: int
    heading: str
    text: str


BAD_REQUEST = Failure(
    400,
    gettext_noop("We could not read that request"),
    gettext_noop(
        "Something in the address or the form was not as expected. Your answers, if you had any, are still in your "
        "browser."
    ),
)
FORBIDDEN = Failure(
    403,
    gettext_noop("This page is closed to you"),
    gettext_noop("If you think that it should be open, sign in with another account."),
)
TOO_OLD = Failure(
    403,
    gettext_noop("Your page was open for too long"),
    gettext_noop(
        "For your safety, forms end after a while. Nothing is lost: go back to the questions and send your answer "
        "again."
    ),
)
WITHOUT_COOKIES = Failure(
    403,
    gettext_noop("Your browser sent no cookies"),
    gettext_noop(
        "The questions keep your answers in a cookie, locked, in your own browser and nowhere else. Allow cookies for "
        "this site, or open it in another browser, and begin again. Crisis help works without them."
    ),
)
NOT_FOUND = Failure(
    404,
    gettext_noop("There is no page here"),
    gettext_noop(
        "The address may be mistyped, or the page is gone. If you were answering questions, you can go on where you "
        "were."
    ),
)
NOT_ALLOWED = Failure(
    405,
    gettext_noop("This page works in another way"),
    gettext_noop(
        "It is either only shown or only sent to, and your browser did the other. Go to the start, and take the way "
        "from there. Your answers, if you had any, are still in your browser."
    ),
)
LOCKED = Failure(
    429,
    gettext_noop("Too many tries"),
    gettext_noop("The password was wrong too often. Wait a quarter of an hour, then try again."),
)
OUR_FAULT = Failure(
    500,
    gettext_noop("Something went wrong on our side"),
    gettext_noop(
        "It is not your fault. Your answers, if you had any, are still in your browser. Please try again in a little "
        "while."
    ),
)
DATABASE_AWAY = Failure(
    503,
    gettext_noop("We cannot reach our records right now"),
    gettext_noop(
        "Please try again in a minute. The questions work without them, and your answers are still in your browser."
    ),
)


def failure_page(request: HttpRequest, failure: Failure) -> HttpResponse:
    """The page of a failure; a plain one where that cannot be made."""
    try:
        return render(request, "errors/error.html", {"failure": failure}, status=failure.status)
    except Exception:
        log.exception("The page for status %d is a plain one", failure.status)
        return HttpResponse(plain_page(failure.heading, failure.text), status=failure.status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400"""
    return failure_page(request, BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403"""
    return failure_page(request, FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403, for a form whose token is too old or missing, or from a browser that sends no cookies at all."""
    return failure_page(request, TOO_OLD if request.COOKIES else WITHOUT_COOKIES)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404"""
    return failure_page(request, NOT_FOUND)


def locked_out(request: HttpRequest, _original: HttpResponse | None, _credentials: object) -> HttpResponse:
    """429, for whoever typed wrong passwords too often; called by django-axes."""
    return failure_page(request, LOCKED)


def server_error(request: HttpRequest) -> HttpResponse:
    """500; 503 where all that is wrong is a database that cannot be used. Called while the error is handled."""
    error = sys.exc_info()[1]
    if not is_away(error):
        return failure_page(request, OUR_FAULT)
    assert error is not None
    log.error("The database cannot be used: %s %s", type(error).__name__, described(error))
    response = failure_page(request, DATABASE_AWAY)
    response["Retry-After"] = "60"
    return response


def explain_refused_methods(get_response: View) -> View:
    """405, which Django answers with an empty page."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code != 405 or not isinstance(response, HttpResponse) or response.content:
            return response
        response.content = failure_page(request, NOT_ALLOWED).content
        return response

    return respond
