"""What every page behind a link has in common: the neutral page before it, the limits, the one refusal."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from triage.engine.model import Questionnaire
from triage.infrastructure.limits import MAKING, OPENING, Limit, allow, client_ip
from triage.sharing.opening import NotThere, TooManyGuesses

LinkView = Callable[[HttpRequest, str], HttpResponse]
QuestionnaireView = Callable[[HttpRequest, Questionnaire], HttpResponse]

ROBOTS = "noindex, nofollow, noarchive, nosnippet"


def behind_a_link(view: LinkView) -> LinkView:
    """A page that opens by `POST` only. `GET` leads to the neutral page, which asks for nothing and counts nothing."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        response = _opened(view, request, token) if request.method == "POST" else redirect("link", token)
        response["X-Robots-Tag"] = ROBOTS
        return response

    return guarded


def _opened(view: LinkView, request: HttpRequest, token: str) -> HttpResponse:
    if not allow(OPENING, client_ip(request)):
        return too_many(request, OPENING)
    try:
        return view(request, token)
    except NotThere:
        return render(request, "triage/sharing/gone.html", status=404)
    except TooManyGuesses:
        return too_many(request, OPENING)


def may_make(view: QuestionnaireView) -> QuestionnaireView:
    """A page that makes a link: only so often from one IP address."""

    @wraps(view)
    def limited(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
        return view(request, questionnaire) if allow(MAKING, client_ip(request)) else too_many(request, MAKING)

    return limited


def too_many(request: HttpRequest, limit: Limit) -> HttpResponse:
    """429, with crisis help: a limit must stand in nobody's way to it."""
    response = render(request, "triage/sharing/too_many.html", status=429)
    response["Retry-After"] = str(limit.seconds)
    return response
