"""The two hours after a coach has opened their link: a signed cookie, sent to their own pages only."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from coaches.models.coach import Coach
from coaches.own_pages.links import VISIT, InvalidLink, coach_of, token


def open_visit(response: HttpResponse, coach: Coach) -> None:
    """From now on this browser is the coach's."""
    response.set_cookie(
        settings.COACH_COOKIE_NAME,
        token(VISIT, coach),
        max_age=VISIT.seconds,
        path=reverse("mine"),
        secure=settings.COACH_COOKIE_SECURE,
        httponly=True,
        # A link elsewhere never leads into a visit; the door that letters lead to needs no cookie.
        samesite="Strict",
    )


def visitor(request: HttpRequest) -> Coach | None:
    """The coach whose visit this is, or None if there is none or it is over."""
    try:
        return coach_of(VISIT, request.COOKIES.get(settings.COACH_COOKIE_NAME, ""))
    except InvalidLink:
        return None


def close_visit(response: HttpResponse) -> None:
    """Take the cookie out of the browser."""
    response.delete_cookie(settings.COACH_COOKIE_NAME, path=reverse("mine"), samesite="Strict")
